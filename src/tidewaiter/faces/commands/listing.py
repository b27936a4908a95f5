"""What the commands that list things share: the choice of a table or JSON, and the table."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from tidewaiter.briefing.wrap import Line

FORMAT = click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", help="Default: table.")


def show(records: Sequence[dict[str, Any]], lines: Any, *, form: str, colour: str | None) -> None:
    """Print records as JSON lines, or as the lines that a width gives."""
    from tidewaiter.faces.output import write

    if form == "json":
        write("".join(json.dumps(r, ensure_ascii=False, default=_plain) + "\n" for r in records), out=None)
        return
    from tidewaiter.faces.console import print_lines
    from tidewaiter.settings import load_settings

    print_lines(lambda width, _: lines(width), colour=load_settings(colour=colour).colour)


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def table(records: Sequence[dict[str, Any]]) -> Iterator[Line]:
    """Columns as wide as what stands in them, numbers to the right."""
    if not records:
        yield [("no customs book is loaded", "dim")]
        return
    headings = list(records[0])
    cells = [[_cell(key, record[key]) for key in headings] for record in records]
    titles = [key.replace("_", " ") for key in headings]
    widths = [max(len(row[i]) for row in [titles, *cells]) for i in range(len(headings))]
    numeric = [all(isinstance(record[key], int) for record in records) for key in headings]
    for row, style in [(titles, "bold"), *((row, "") for row in cells)]:
        text = "  ".join(
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, numeric, strict=True)
        )
        yield [(text.rstrip(), style)]


def _cell(key: str, value: Any) -> str:
    from tidewaiter.briefing.markup import printable

    if value is None:
        return "–"
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    return str(value)[:12] if key.endswith("sha256") else printable(str(value))
