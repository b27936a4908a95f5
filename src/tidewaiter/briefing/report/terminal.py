"""A report as lines of text for a terminal: what its sentences and tables say, and where the origins are to be had."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tidewaiter.briefing.markup import printable
from tidewaiter.briefing.report.content import (
    Block,
    Bullets,
    Paragraph,
    Report,
    Table,
    plain,
)
from tidewaiter.briefing.wrap import Line, width_of, wrap
from tidewaiter.verdicts.wording import joined

#: Prose wider than this tires the eye, however wide the terminal.
WIDEST = 92
_GAP = 2
#: Stands in an empty cell.
_NONE = "–"


def report_lines(report: Report, *, width: int, ascii_only: bool = False) -> Iterator[Line]:
    """The report line by line; a table that is too wide is set as one block a row."""
    prose = max(20, min(width, WIDEST))
    bullet = "-" if ascii_only else "•"
    yield from _wrapped(report.title, prose, style="bold")
    yield from _wrapped(plain(report.subtitle), prose, style="dim")
    for section in report.sections:
        yield []
        yield from _wrapped(section.title, prose, style="bold cyan")
        for block in section.blocks:
            yield from _block(block, width, prose, bullet)
    yield []
    yield from _wrapped("Each number’s rows: --format html, md or json.", prose, style="dim")


def _wrapped(text: str, width: int, *, style: str = "", indent: int = 0, first: str = "") -> Iterator[Line]:
    room = max(10, width - indent - len(first))
    for number, line in enumerate(wrap([(printable(text), style)], width=room)):
        lead = first if number == 0 else " " * len(first)
        yield [(" " * indent + lead, ""), *line]


def _block(block: Block, width: int, prose: int, bullet: str) -> Iterator[Line]:
    if isinstance(block, Paragraph):
        yield from _wrapped(plain(block.text), prose, style="dim" if block.note else "", indent=2)
    elif isinstance(block, Bullets):
        for item in block.items:
            yield from _wrapped(plain(item), prose, indent=2, first=f"{bullet} ")
    elif isinstance(block, Table):
        yield []
        yield from _table(block, width)
    else:
        yield from _wrapped(plain(block.caption), prose, style="dim", indent=2)


def _table(table: Table, width: int) -> Iterator[Line]:
    head = [printable(plain(column.heading)) for column in table.columns]
    rows = [[printable(plain(cell)) or _NONE for cell in row] for row in table.rows]
    widths = [max(width_of(cells[place]) for cells in [head, *rows]) for place in range(len(head))]
    yield from _wrapped(plain(table.caption), width, style="bold", indent=2)
    if sum(widths) + _GAP * len(widths) + _GAP <= width:
        yield [("  " + _across(head, widths, table), "dim")]
        for row in rows:
            yield [("  " + _across(row, widths, table), "")]
        return
    # The words before the first number name the row: goods and partner.
    named = max(1, next((place for place, column in enumerate(table.columns) if column.numeric), 1))
    for row in rows:
        yield from _wrapped(", ".join(row[:named]), width, style="bold", indent=2)
        for name, cell in zip(head[named:], row[named:], strict=True):
            if cell != _NONE:
                for number, line in enumerate(wrap([(f"{name}: ", "dim"), (cell, "")], width=max(10, width - 6))):
                    yield [(" " * (6 if number else 4), ""), *line]
        open_ones = [
            name
            for name, cell, column in zip(head[named:], row[named:], table.columns[named:], strict=True)
            if column.figure and cell == _NONE
        ]
        if open_ones:
            yield from _wrapped(f"Not known: {joined(open_ones)}", width, style="dim", indent=4)


def _across(cells: Sequence[str], widths: Sequence[int], table: Table) -> str:
    padded = []
    for cell, size, column in zip(cells, widths, table.columns, strict=True):
        space = " " * (size - width_of(cell))
        padded.append(space + cell if column.numeric else cell + space)
    return (" " * _GAP).join(padded).rstrip()
