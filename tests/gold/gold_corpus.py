"""The gold corpus: articles with their claims marked in place.

An article file is a few header lines (`language`, `published`, `style`), a blank line, and the text. A claim is written
where it stands: `[[figure|value|unit|qualifier|measure|direction|comparison|base|period|parties|product]]`, `-` for
nothing said. Parties are `CHN>PRK` for goods sent, `CHN+PRK` for two-way trade. A range's value is `430..450`.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).parent
SPLITS = ("dev", "held")
_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True)
class GoldClaim:
    start: int
    end: int
    text: str
    value: Decimal
    unit: str
    qualifier: str
    measure: str
    direction: str
    comparison: str
    base_period: str | None
    period: str | None
    sender: str | None
    receiver: str | None
    partners: frozenset[str]
    product: str | None


@dataclass(frozen=True)
class GoldArticle:
    name: str
    split: str
    language: str
    published: date
    style: str
    text: str
    claims: tuple[GoldClaim, ...]


def _said(slot: str) -> str | None:
    return None if slot in ("-", "") else slot


def _parties(slot: str) -> tuple[str | None, str | None, frozenset[str]]:
    if ">" in slot:
        sender, receiver = (_said(side) for side in slot.split(">"))
        return sender, receiver, frozenset(side for side in (sender, receiver) if side)
    return None, None, frozenset() if slot == "-" else frozenset(slot.split("+"))


def _claim(mark: str, start: int, where: str) -> GoldClaim:
    slots = mark.split("|")
    assert len(slots) == 11, f"{where}: a mark has 11 slots, this has {len(slots)}: {mark}"
    figure = slots[0]
    value, unit, qualifier, measure, direction, comparison, base, period, parties, product = (
        s.strip() for s in slots[1:]
    )
    sender, receiver, partners = _parties(parties)
    return GoldClaim(
        start, start + len(figure), figure, Decimal(value.split("..")[0]), unit, _said(qualifier) or "exact", measure,
        _said(direction) or "none", _said(comparison) or "none", _said(base), _said(period), sender, receiver, partners,
        _said(product),
    )  # fmt: skip


def read_article(path: Path) -> GoldArticle:
    head, _, marked = path.read_text(encoding="utf-8").partition("\n\n")
    meta = dict(line.split(": ", 1) for line in head.splitlines())
    text, claims, last = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        claims.append(_claim(mark[1], len(text), path.name))
        text += claims[-1].text
        last = mark.end()
    text += marked[last:]
    return GoldArticle(
        path.stem,
        path.parent.name,
        meta["language"],
        date.fromisoformat(meta["published"]),
        meta["style"],
        text,
        tuple(claims),
    )


def articles(split: str) -> tuple[GoldArticle, ...]:
    return tuple(read_article(path) for path in sorted((HERE / split).glob("*.txt")))


def digest() -> str:
    """SHA-256 over the names and bytes of all articles: floors are floors for one corpus only."""
    total = hashlib.sha256()
    for split in SPLITS:
        for path in sorted((HERE / split).glob("*.txt")):
            total.update(f"{split}/{path.name}\n".encode() + path.read_bytes())
    return total.hexdigest()
