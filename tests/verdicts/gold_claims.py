"""Annotated articles as claims, so that verdicts can be judged apart from the reading of the text."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Block, Body, Document
from tidewaiter.interval import Interval, last_digit

SHARED = Path(__file__).resolve().parents[3] / "shared"

_TOTAL = ("all goods", "total trade")
_BLOCK = re.compile(r"\S(?:.*?\S)?(?=\n\s*\n|\Z)", re.DOTALL)
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+|\n\s*\n")


def _goods(product: str | None, known: dict[str, str]) -> tuple[str, ...]:
    if product in _TOTAL:
        return ("total",)
    words = (product or "").casefold()
    return tuple(dict.fromkeys(good for word, good in known.items() if word in words))


def _interval(record: dict[str, Any]) -> tuple[Decimal | None, Decimal | None]:
    value = Decimal(str(record["value"]))
    if record["upper"] is not None:
        return value, Decimal(str(record["upper"]))
    if record["qualifier"] in ("more_than", "at_least"):
        return value, None
    if record["qualifier"] in ("less_than", "up_to"):
        return None, value
    if record["qualifier"] in ("nearly", "approx") or value == 0:
        return None, None
    rounded = Interval.rounded(value, last_digit(value))
    return rounded.low, rounded.high


def gold_claims(name: str, *, known: dict[str, str]) -> tuple[Document, list[Claim]]:
    """A seed article and its annotated claims; `known` maps words of a product to ids of goods."""
    text = (SHARED / "seeds" / f"{name}.txt").read_text(encoding="utf-8")
    blocks = tuple(Block("paragraph", m.start(), m.end()) for m in _BLOCK.finditer(text))
    body = Body(text, blocks, range(len(text)), range(1, len(text) + 1))
    ends = [0, *(m.end() for m in _SENTENCE.finditer(text)), len(text)]
    claims = []
    for line in (SHARED / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        start, end = record["figure_start"], record["figure_end"]
        low, high = _interval(record)
        sentence = (max(e for e in ends if e <= start), min(e for e in ends if e >= end))
        claims.append(
            Claim(
                document=f"{name}.txt",
                start=start,
                end=end,
                text=text[start:end],
                sentence=sentence,
                value=Decimal(str(record["value"])),
                low=low,
                high=high,
                sender=record["from"],
                receiver=record["to"],
                partners=tuple(record["partners"]),
                goods=_goods(record["product"], known),
                **{
                    key: record[key]
                    for key in ("unit", "qualifier", "measure", "direction", "comparison", "base_period", "product")
                },
                **{key: record[key] for key in ("period", "attribution", "source_kind")},
            )
        )
    return Document(name=f"{name}.txt", text=text, body=body), claims


def gold_names() -> list[str]:
    """The annotated articles that are here."""
    return sorted(path.stem for path in (SHARED / "gold").glob("0*.jsonl"))
