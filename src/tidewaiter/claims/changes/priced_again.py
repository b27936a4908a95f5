"""A price told again without its money: "a kilo cost 18,000 won. In summer it was 12,000", "500 rials, against 300"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tidewaiter.claims.changes.elided import is_bare
from tidewaiter.claims.figure import RELATIVE, Figure

_HEDGE = r"(?: (?:about|around|roughly|just|only|some|nearly|almost|close to|at|an official|the official))?"
#: What stands between a price and the same at another time or place, and characters of that.
_AGAINST = re.compile(
    rf"\b(?:compared (?:with|to)|against|versus|from|than"
    rf"|(?:sells?|sold|selling|goes|went|going|trades?|traded|trading) (?:for|at)|costs?|costing|fetch(?:es|ed|ing)?)"
    rf"{_HEDGE} ?\Z"
)
_REACH = 90
#: … and what stands before it in a sentence of its own.
_IT_WAS = re.compile(
    r"\b(?:it|they|that|this|we|importers|traders|people|residents|the (?:price|rate|figure))"
    r" (?:was|were|is|had been|has been|used to be|costs?|had cost|stood at|stands at|sells? for|sold for|went for"
    rf"|fetched|traded at|trades at|pays?|paid){_HEDGE} ?\Z",
    re.IGNORECASE,
)
_BEFORE = 40
#: A price of the same goods is at most so many times another.
_ALIKE = 10


def told_again(text: str, figures: Sequence[Figure], before: Sequence[Figure]) -> list[Figure]:
    """The figures of a sentence; a bare number that a price is held against, or goes on from, is in the same money.

    `before` are the figures of the sentence before, which may lend theirs.
    """
    found: list[Figure] = []
    for figure in figures:
        price = _lender(text, figure, found, before) if is_bare(figure) else None
        if price is not None and price.value <= figure.value * _ALIKE and figure.value <= price.value * _ALIKE:
            figure = replace(figure, unit=price.unit, kind="money", rule=f"{figure.rule}, the money of a price before")
        found.append(figure)
    return found


def _lender(text: str, figure: Figure, earlier: Sequence[Figure], before: Sequence[Figure]) -> Figure | None:
    """The price that a bare number goes on with; None where there is none."""
    told = [f for f in earlier if f.kind not in RELATIVE]
    if told:
        between = text[told[-1].end : figure.begins]
        near = len(between) <= _REACH and ";" not in between and _AGAINST.search(between) is not None
        return told[-1] if near and _is_price(text, told[-1]) else None
    last = next((f for f in reversed(before) if f.kind not in RELATIVE), None)
    if last is None or not _is_price(text, last):
        return None
    return last if _IT_WAS.search(text, max(0, figure.begins - _BEFORE), figure.begins) else None


def _is_price(text: str, figure: Figure) -> bool:
    """Whether money is named behind its number, as local prices are, or told for one of something."""
    return figure.kind == "money" and ("_per_" in figure.unit or text[figure.start].isdigit())
