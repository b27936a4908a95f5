"""Tables in an article: a bare number takes the unit and the scale that the heading of its column says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.lexicon import load_yaml
from tidewaiter.claims.tokens import fold
from tidewaiter.documents.document import Block, Body

_SEPARATOR = " | "
_MONEY_LENGTH = 3


@dataclass(frozen=True, slots=True)
class Heading:
    """What a column's heading settles: a unit, a scale, or nothing."""

    unit: str | None
    scale: Decimal


@cache
def _vocabulary() -> tuple[dict[str, str], dict[str, Decimal]]:
    table: dict[str, Any] = load_yaml("tables.yml")
    units = {word: unit for unit, words in table["units"].items() for word in words}
    return units, {word: Decimal(scale) for word, scale in table["scales"].items()}


def headed(body: Body, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of a body, those in tables with the units of their columns."""
    found = list(figures)
    starts = [f.start for f in found]
    for rows in _tables(body):
        headings = [_heading(body.text[start:end]) for start, end in _cells(body, rows[0])]
        if not any(h.unit or h.scale != 1 for h in headings):
            continue
        for row in rows[1:]:
            cells = _cells(body, row)
            if len(cells) != len(headings):
                continue
            for (start, end), heading in zip(cells, headings, strict=True):
                for i in range(bisect_left(starts, start), bisect_left(starts, end)):
                    found[i] = _with(found[i], heading)
    return found


def _tables(body: Body) -> Iterator[list[Block]]:
    """Runs of blocks that are rows of one table: marked as rows, or plain lines of as many cells."""
    run: list[Block] = []
    for block in body.blocks:
        cells = body.text.count(_SEPARATOR, block.start, block.end) + 1
        if cells > 1 and (not run or len(_cells(body, run[0])) == cells):
            run.append(block)
            continue
        if len(run) > 1:
            yield run
        run = [block] if cells > 1 else []
    if len(run) > 1:
        yield run


def _cells(body: Body, row: Block) -> list[tuple[int, int]]:
    cells, start = [], row.start
    while True:
        end = body.text.find(_SEPARATOR, start, row.end)
        if end < 0:
            cells.append((start, row.end))
            return cells
        cells.append((start, end))
        start = end + len(_SEPARATOR)


def _heading(text: str) -> Heading:
    units, scales = _vocabulary()
    unit, scale = None, Decimal(1)
    for word in fold(text).replace("(", " ").replace(")", " ").replace(",", " ").replace("/", " ").split():
        scale = scales.get(word, scale)
        unit = unit or units.get(word) or units.get(word.removesuffix("s"))
    return Heading(unit, scale)


def _with(figure: Figure, heading: Heading) -> Figure:
    if figure.kind != "count" or figure.unit != "units" or heading.unit is None:
        return figure
    kind = "percent" if heading.unit == "percent" else "money" if len(heading.unit) == _MONEY_LENGTH else "quantity"
    scale = heading.scale
    return replace(
        figure,
        value=figure.value * scale,
        low=None if figure.low is None else figure.low * scale,
        high=None if figure.high is None else figure.high * scale,
        upper=None if figure.upper is None else figure.upper * scale,
        unit=heading.unit,
        kind=kind,
        noun=None,
        rule=f"{figure.rule}, unit of its column",
    )
