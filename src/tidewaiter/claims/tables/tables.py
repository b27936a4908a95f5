"""Tables in an article: a bare number takes the unit and the scale that its column, its row or the title says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.tables.headings import Heading, heading, said_above, units_in
from tidewaiter.documents.document import Block, Body

_SEPARATOR = " | "
#: Lines above a table in which its unit may stand, and characters of such a line.
_ABOVE, _LINE = 3, 200
_LEVELS = frozenset({"money", "quantity"})


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table below its heading, the cells of the heading, and what each says; all offsets are of a body.

    `head` is empty where the first row holds amounts already. `caption` is where the lines above it begin.
    """

    rows: tuple[Block, ...]
    head: tuple[tuple[int, int], ...]
    headings: tuple[Heading, ...]
    caption: tuple[Block, ...]


def tables(body: Body, figures: Sequence[Figure]) -> list[Table]:
    """The tables of a body; none for one without rows."""
    starts = [f.start for f in figures]
    found: list[Table] = []
    ended = 0
    for first, rows in _runs(body):
        last = found[-1] if found and first - ended <= _ABOVE else None
        ended = first + len(rows)
        above = tuple(body.blocks[max(0, first - _ABOVE) : first])
        caption = tuple(block for block in above if block.kind != "row" and block.end - block.start <= _LINE)
        head = cells(body, rows[0])
        filled = [_amounts(figures, starts, cell) for cell in head]
        if any(filled):
            goes_on = last is not None and len(last.head) == len(head) and bool(caption or last.rows)
            if goes_on and last is not None:
                # "of which:", and the rows go on under the same heading.
                found.append(Table(tuple(rows), last.head, last.headings, (*last.caption, *caption)))
            else:
                found.append(Table(tuple(rows), (), (), caption))
            continue
        if len(rows) > 1 and len(cells(body, rows[1])) == len(head) + 1:
            head = [(rows[0].start, rows[0].start), *head]
        headings = tuple(heading(body, start, end) for start, end in head)
        found.append(Table(tuple(rows[1:]), tuple(head), headings, caption))
    return found


def headed(body: Body, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of a body, those in tables with the units of their columns, rows or titles."""
    if not any(block.kind == "row" for block in body.blocks) and _SEPARATOR not in body.text:
        return list(figures)
    found = list(figures)
    starts = [f.start for f in found]
    for table in tables(body, figures):
        above = _above(body, table, found, starts)
        for row in table.rows:
            placed = cells(body, row)
            if table.headings and len(placed) != len(table.headings):
                continue
            of_row = _of_row(body, table, placed)
            for number, (start, end) in enumerate(placed):
                own = table.headings[number] if table.headings else Heading(None, Decimal(1))
                for i in range(bisect_left(starts, start), bisect_left(starts, end)):
                    found[i] = _with(found[i], _settled(own, of_row, above))
    return found


def cells(body: Body, row: Block) -> list[tuple[int, int]]:
    """Where the cells of a row stand."""
    found, start = [], row.start
    while True:
        end = body.text.find(_SEPARATOR, start, row.end)
        if end < 0:
            found.append((start, row.end))
            return found
        found.append((start, end))
        start = end + len(_SEPARATOR)


def _runs(body: Body) -> Iterator[tuple[int, list[Block]]]:
    """Runs of blocks that are rows of one table: marked as rows, or plain lines of as many cells; with their number."""
    run: list[Block] = []
    first = 0
    for number, block in enumerate(body.blocks):
        count = body.text.count(_SEPARATOR, block.start, block.end) + 1
        if count > 1 and (not run or len(cells(body, run[-1])) == count or _is_stub(body, run, count)):
            first = first if run else number
            run.append(block)
            continue
        if run:
            yield first, run
        run, first = ([block], number) if count > 1 else ([], number)
    if run:
        yield first, run


def _is_stub(body: Body, run: list[Block], count: int) -> bool:
    """Whether the one row so far is a heading that leaves the first column without a name."""
    return len(run) == 1 and len(cells(body, run[0])) == count - 1


def _amounts(figures: Sequence[Figure], starts: Sequence[int], cell: tuple[int, int]) -> bool:
    """Whether a cell holds a figure, and is therefore no heading."""
    at = bisect_left(starts, cell[0])
    return at < len(figures) and figures[at].start < cell[1] and figures[at].kind != "percent"


def _of_row(body: Body, table: Table, placed: list[tuple[int, int]]) -> Heading | None:
    """The unit that a column of units gives a row, or the bracket of its name: "수출(백만 달러) | 4,613"."""
    for (start, end), own in zip(placed, table.headings, strict=False):
        if own.says == "unit":
            return next(iter(units_in(body, start, end)), None)
    start, end = placed[0]
    named = body.text.find("(", start, end) > start and not any(c.isdigit() for c in body.text[start:end])
    said = said_above(body, start, end) if named else []
    return said[0] if len(said) == 1 else None


def _settled(own: Heading, of_row: Heading | None, above: list[Heading]) -> Heading:
    """What a number of a column is in: as its heading says, else as its row does, else as the lines above do."""
    if own.unit is not None or own.says in {"unit", "none", "change", "share"}:
        return own
    wanted = {"value": "money", "quantity": "quantity"}.get(own.says)
    if of_row is not None and wanted in {None, of_row.kind}:
        return of_row
    fitting = [h for h in above if h.kind in _LEVELS and wanted in {None, h.kind}]
    if len({(h.unit, h.scale) for h in fitting}) != 1:
        return own
    return fitting[0]


def _above(body: Body, table: Table, figures: Sequence[Figure], starts: Sequence[int]) -> list[Heading]:
    """The units of the nearest line above a table that gives any and tells no amount itself."""
    for block in reversed(table.caption):
        if not _amounts(figures, starts, (block.start, block.end)) and (
            said := said_above(body, block.start, block.end)
        ):
            return said
    return []


def _with(figure: Figure, heading: Heading) -> Figure:
    if figure.kind != "count" or figure.unit != "units" or heading.unit is None:
        return figure
    scale = heading.scale
    return replace(
        figure,
        value=figure.value * scale,
        low=None if figure.low is None else figure.low * scale,
        high=None if figure.high is None else figure.high * scale,
        upper=None if figure.upper is None else figure.upper * scale,
        unit=heading.unit,
        kind=heading.kind,
        noun=None,
        rule=f"{figure.rule}, unit of its column",
    )
