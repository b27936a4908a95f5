"""`tidewaiter sources`, `releases`, `coverage`: which books there are, which are loaded, and what they cover."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tidewaiter.faces import options

if TYPE_CHECKING:
    from tidewaiter.briefing.wrap import Line

_FORMAT = click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", help="Default: table."
)


@click.command(short_help="List publishers.")
@_FORMAT
@options.colour
def sources(form: str, colour: str | None) -> None:
    """List the publishers whose files can be loaded."""
    from tidewaiter.sources.registry import cards

    records = [
        {
            "id": card.id,
            "name": card.name,
            "publisher": card.publisher,
            "url": card.url,
            "licence": card.licence,
            "cadence": card.cadence,
            "about": card.about,
            "gaps": list(card.gaps),
        }
        for card in cards()
    ]
    _show(records, lambda width: _cards(records, width), form=form, colour=colour)


def _cards(records: Sequence[dict[str, Any]], width: int) -> Iterator[Line]:
    from tidewaiter.briefing.wrap import wrap

    for record in records:
        yield [(record["id"], "bold"), (f"  {record['name']}", "")]
        lines = [record["about"], f"Publisher: {record['publisher']}. Licence: {record['licence']}."]
        lines += [record["url"]] if record["url"] else []
        lines += [f"Cadence: {record['cadence']}."]
        lines += [f"Gap: {gap}" for gap in record["gaps"]]
        for text in lines:
            for line in wrap([(text, "")], width=min(width, 92) - 4):
                yield [("    ", ""), *line]
        yield []


@click.command(short_help="List what is loaded.")
@options.ledger
@_FORMAT
@options.colour
def releases(ledger: Path | None, form: str, colour: str | None) -> None:
    """List what is loaded: a line for each file of each release."""
    from tidewaiter.faces.opening import open_to_read
    from tidewaiter.settings import load_settings

    settings = load_settings(ledger=ledger)
    records = open_to_read(settings.ledger).releases()
    _show(records, lambda _: _table(records), form=form, colour=colour)


@click.command(short_help="List which months are covered.")
@click.option("--reporter", metavar="ISO3", help="Only this country's books.")
@options.ledger
@_FORMAT
@options.colour
def coverage(reporter: str | None, ledger: Path | None, form: str, colour: str | None) -> None:
    """List which months or years the loaded books hold; outside them nothing is known."""
    from tidewaiter.faces.opening import open_to_read
    from tidewaiter.settings import load_settings

    settings = load_settings(ledger=ledger)
    records = open_to_read(settings.ledger).coverage(reporter=None if reporter is None else reporter.upper())
    _show(records, lambda _: _table(records), form=form, colour=colour)


def _show(records: Sequence[dict[str, Any]], lines: Any, *, form: str, colour: str | None) -> None:
    from tidewaiter.faces.output import write

    if form == "json":
        write("".join(json.dumps(r, ensure_ascii=False, default=_plain) + "\n" for r in records), out=None)
        return
    from tidewaiter.faces.console import print_lines
    from tidewaiter.settings import load_settings

    print_lines(lambda width, _: lines(width), colour=load_settings(colour=colour).colour)


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _table(records: Sequence[dict[str, Any]]) -> Iterator[Line]:
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
