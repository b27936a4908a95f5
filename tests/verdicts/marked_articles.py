"""Articles whose figures are marked by hand, for tests: `{$14.5 million|goods=total;period=2022-05}`.

A mark's value, unit and interval are read from its text by the few lines below; every other slot is what the article's
defaults and the mark say. So relations are tested with claims that are right, whatever the extractor makes of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.numbers.hedges import rounding
from tidewaiter.documents.document import Block, Body, Document
from tidewaiter.interval import Interval

_MARK = re.compile(r"\{([^{}|]*)(?:\|([^{}]*))?\}")
_SCALES = {"thousand": 3, "million": 6, "billion": 9, "m": 6, "bn": 9, "억": 8, "만": 4}
_WORDS = {
    "doubled": ("2", "times"),
    "tripled": ("3", "times"),
    "nearly four times": ("4", "times"),
    "four times": ("4", "times"),
    "a quarter": ("25", "percent"),
    "half": ("50", "percent"),
    "ceased": ("0", "USD"),
    "none": ("0", "USD"),
}
_HEDGES = {
    "more than": "more_than", "over": "more_than", "nearly": "nearly", "almost": "nearly", "about": "approx",
    "less than": "less_than", "under": "less_than", "up to": "up_to", "at least": "at_least",
}  # fmt: skip


def _figure(text: str, before: str) -> dict[str, Any]:
    if text in _WORDS:
        value, unit = _WORDS[text]
        hedge = "nearly" if text.startswith("nearly") else "exact"
        found: dict[str, Any] = {"value": Decimal(value), "unit": unit, "qualifier": hedge, "low": None, "high": None}
        return found
    number = re.search(r"\d[\d,]*(?:\.\d+)?", text)
    assert number is not None, text
    printed = Decimal(number[0].replace(",", ""))
    rest = text[number.end() :].strip()
    word = next((w for w in _SCALES if re.match(rf"{w}(?![a-z])", rest)), None)
    factor = Decimal(1).scaleb(_SCALES[word]) if word else Decimal(1)
    rest = rest[len(word) :].strip() if word else rest
    if "percentage point" in rest:
        unit = "percentage_points"
    elif rest.startswith(("%", "percent", "per cent")):
        unit = "percent"
    elif rest.startswith(("times", "-fold")):
        unit = "times"
    elif text.startswith(("$", "US$")) or "달러" in rest or "dollar" in rest:
        unit = "USD"
    elif "yuan" in rest:
        unit = "CNY"
    elif "won" in rest:
        unit = "KRW"
    else:
        unit = rest.split()[0] if rest else "units"
    hedge = next((h for h in _HEDGES if re.search(rf"\b{h}\s*\Z", before)), None)
    qualifier = _HEDGES[hedge] if hedge else "exact"
    value = printed * factor
    decimals = len(number[0].partition(".")[2])
    half = rounding(value, factor.scaleb(-decimals), whole=decimals == 0)
    rounded = Interval(value - half, value + half)
    low, high = {
        "exact": (rounded.low, rounded.high),
        "more_than": (value, None),
        "at_least": (value, None),
        "less_than": (None, value),
        "up_to": (None, value),
    }.get(qualifier, (None, None))
    return {"value": value.normalize() + 0, "unit": unit, "qualifier": qualifier, "low": low, "high": high}


def _slots(text: str | None) -> dict[str, Any]:
    slots: dict[str, Any] = {}
    for pair in filter(None, (text or "").split(";")):
        key, _, value = pair.partition("=")
        slots[key.strip()] = None if value.strip() == "-" else value.strip()
    for key in ("goods", "partners"):
        if slots.get(key):
            slots[key] = tuple(slots[key].split("+"))
        elif key in slots:
            slots[key] = ()
    return slots


def _measure(unit: str) -> str:
    if unit in ("percent", "times"):
        return "change"
    return "trade_value" if len(unit) == 3 and unit.isupper() else "trade_quantity"


def article(text: str, *, name: str = "article.txt", **defaults: Any) -> tuple[Document, list[Claim]]:
    """A document and its claims; paragraphs are set apart by blank lines, the first is the title."""
    plain, marks, end = "", [], 0
    text = text.strip()
    for mark in _MARK.finditer(text):
        plain += text[end : mark.start()]
        marks.append((len(plain), mark[1], mark[2]))
        plain += mark[1]
        end = mark.end()
    plain += text[end:]
    blocks = [
        Block("title" if i == 0 else "paragraph", m.start(), m.end())
        for i, m in enumerate(re.finditer(r"\S(?:.*?\S)?(?=\n\n|\Z)", plain, re.DOTALL))
    ]
    body = Body(plain, tuple(blocks), range(len(plain)), range(1, len(plain) + 1))
    ends = [m.end() for m in re.finditer(r"[.?!](?=\s|\Z)|\n\n|\Z", plain)]
    claims = []
    for start, figure, slots in marks:
        last = next(e for e in ends if e >= start + len(figure))
        first = max([e for e in ends if e <= start], default=0)
        read = _figure(figure, plain[max(0, start - 14) : start])
        fields = {**read, "measure": _measure(read["unit"]), **defaults, **_slots(slots)}
        if "partners" not in fields:
            fields["partners"] = tuple(p for p in (fields.get("sender"), fields.get("receiver")) if p)
        for key in ("value", "low", "high"):
            if isinstance(fields[key], str):
                fields[key] = Decimal(fields[key])
        claims.append(
            Claim(name, start, start + len(figure), figure, (first, last), **fields)  # type: ignore[arg-type]
        )
    return Document(name=name, text=plain, body=body), claims


def by_text(verdicts: Sequence[Any], text: str) -> list[Any]:
    """The verdicts on the claims with this text."""
    return [verdict for verdict in verdicts if verdict.claim.text == text]
