"""DGCI&S's quirk: a column for each month and measure (`March, 24 Value(INR)`), beside sums over the months.

Each row becomes one row for each month in which it says anything. The sums (`April, 23 To March, 24 …`) are left out.
"""

from __future__ import annotations

import csv
import re
from calendar import month_abbr, month_name
from collections.abc import Sequence
from pathlib import Path

from tidewaiter.errors import SourceError
from tidewaiter.sources.container import Container

_DAY = r"(?P<month>[A-Za-z]{3,9}), ?(?P<year>\d{4}|\d{2})"
_MONTH = re.compile(rf"{_DAY} +(?P<what>[^ ].*)\Z")
_SPAN = re.compile(r"[A-Za-z]{3,9}, ?\d{2,4} to [A-Za-z]{3,9}, ?\d{2,4} .+\Z", re.IGNORECASE)
_NAMES = {name.casefold(): at for names in (month_name, month_abbr) for at, name in enumerate(names) if name}
MONTH = "Month"


def is_wide(headings: Sequence[str]) -> bool:
    """Whether headings name months with what is told of each."""
    return any(_MONTH.match(heading) and "value" in heading.casefold() for heading in headings)


def as_table(container: Container, target: Path) -> Container:
    """Write a CSV file with a row for each month; SourceError where a month does not exist, or nothing is there."""
    headings = container.headings
    months: dict[str, dict[str, int]] = {}
    for at, heading in enumerate(headings):
        if (found := _MONTH.match(heading)) and not _SPAN.match(heading):
            months.setdefault(_month(found, container, at), {})[found["what"].strip()] = at
    whats = list(dict.fromkeys(what for columns in months.values() for what in columns))
    told = {at for columns in months.values() for at in columns.values()}
    kept = [at for at, heading in enumerate(headings) if at not in told and not _SPAN.match(heading)]
    names = [*(headings[at] for at in kept), MONTH, *whats]
    written = 0
    with container.open_text() as stream, target.open("w", encoding="utf-8", newline="") as copy:
        writer = csv.writer(copy, lineterminator="\n")
        writer.writerow(names)
        rows = csv.reader(stream, delimiter=container.delimiter)
        next((row for row in rows if row), None)
        for row in rows:
            if not any(cell.strip() for cell in row):
                continue
            cells = [*row, *[""] * (len(headings) - len(row))]
            for month, columns in months.items():
                said = [cells[columns[what]] if what in columns else "" for what in whats]
                if any(cell.strip() for cell in said):
                    writer.writerow([*(cells[at] for at in kept), month, *said])
                    written += 1
    if not written:
        raise SourceError("a heading and no rows", path=container.path, cure="check the query and download it again")
    return Container(target, "wide", headings=tuple(names))


def _month(found: re.Match[str], container: Container, at: int) -> str:
    number = _NAMES.get(found["month"].casefold())
    if number is None:
        raise SourceError(
            f"no such month: {found['month']!r}",
            path=container.path,
            place=f"line 1, column {at + 1}",
            cure="months are written 'March, 24'",
        )
    year = int(found["year"])
    return f"{year if year > 99 else 2000 + year:04d}-{number:02d}"
