"""Comext's quirk: its service answers in SDMX-CSV, with a line for the value and another for the weight of one thing.

The lines of one thing become one row, in the order in which the first of each stands. The sums are over all customs
procedures, which the bulk files write as procedure 4.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tidewaiter.errors import SourceError
from tidewaiter.sources.card import plain
from tidewaiter.sources.container import Container

_MEASURE, _NUMBER = "indicators", "obsvalue"
_FLAGS = ("obsflag", "confstatus")
#: So many rows fit into memory with ease; the service gives at most five million cells.
_MOST = 2_000_000
_ALL_PROCEDURES = "4"


def is_long(headings: Sequence[str]) -> bool:
    """Whether headings are those of an answer with a line for each indicator."""
    found = {plain(heading) for heading in headings}
    return {_MEASURE, _NUMBER} <= found


def is_queued(container: Container) -> bool:
    """Whether an XML answer only says that the data will come later."""
    with container.open_text() as stream:
        return "<queued>" in stream.read(1 << 16).casefold()


def observations(container: Container) -> int:
    """How many lines an answer has below its headings; SourceError where it is cut off."""
    return sum(1 for _ in _lines(container))


def as_table(container: Container, target: Path) -> Container:
    """Write an answer to a CSV file with a row for each thing; SourceError where two lines say otherwise of it."""
    headings = [heading.strip() for heading in container.headings]
    at = {plain(heading): number for number, heading in enumerate(headings)}
    measure, number = at[_MEASURE], at[_NUMBER]
    flags = [at[name] for name in _FLAGS if name in at]
    kept = [each for each in range(len(headings)) if each not in (measure, number, *flags)]
    rows: dict[tuple[str, ...], dict[str, str]] = {}
    secret: set[tuple[str, ...]] = set()
    measures: dict[str, None] = {}
    for line, cells in _lines(container):
        key = tuple(sys.intern(cells[each].strip()) for each in kept)
        said = sys.intern(cells[measure].strip())
        measures.setdefault(said)
        row = rows.setdefault(key, {})
        if row.get(said, cells[number]) != cells[number]:
            raise SourceError(
                f"{said} is said twice of one thing", path=container.path, place=f"line {line}", cure="get it again"
            )
        row[said] = cells[number]
        if any("c" in cells[each].casefold() for each in flags):
            secret.add(key)
        if len(rows) > _MOST:
            raise SourceError("too many rows at once", path=container.path, cure="ask for fewer months at a time")
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        names = [*(headings[each] for each in kept), "STAT_PROCEDURE", "CONFIDENTIAL", *measures]
        writer.writerow(names)
        for key, row in rows.items():
            hidden = "true" if key in secret else "false"
            writer.writerow([*key, _ALL_PROCEDURES, hidden, *(row.get(said, "") for said in measures)])
    if not rows:
        raise SourceError(
            "the answer holds no observations",
            path=container.path,
            cure="no data is not zero trade: check the query and ask again",
        )
    return Container(target, "sdmx", headings=tuple(names))


def _lines(container: Container) -> Iterator[tuple[int, list[str]]]:
    """The lines below the headings, with their numbers."""
    width = len(container.headings)
    with container.open_text() as stream:
        rows = csv.reader(stream, delimiter=container.delimiter)
        next((row for row in rows if row), None)
        try:
            for row in rows:
                if not row:
                    continue
                if len(row) != width:
                    raise SourceError(
                        f"{len(row)} columns under {width} headings",
                        path=container.path,
                        place=f"line {rows.line_num}",
                        cure="the answer is cut off: get it again",
                    )
                yield rows.line_num, row
        except (csv.Error, UnicodeDecodeError, OSError, EOFError) as error:
            raise SourceError(f"cannot be read: {error}", path=container.path, cure="get it again") from error
