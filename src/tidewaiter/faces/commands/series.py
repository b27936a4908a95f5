"""`tidewaiter series`: one flow over time, from the ledger."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tidewaiter.faces import options

#: The source whose figures are what newspapers printed: each whole in itself, none a part of a book.
PRESS = "press"
#: The last four lie inside exports and imports.
FLOWS = ("export", "import", "trade", "domestic-export", "re-export", "foreign-import", "re-import")

if TYPE_CHECKING:
    from tidewaiter.api import TradeSeries
    from tidewaiter.briefing.wrap import Line


@click.command(short_help="Print a flow over time.")
@click.option("--reporter", required=True, metavar="ISO3", help="Whose book: CHN.")
@click.option("--partner", metavar="ISO3", help="With whom: PRK. Default: the country of your settings.")
@click.option("--flow", required=True, type=click.Choice(FLOWS), help="As the reporter saw it.")
@click.option(
    "--hs",
    multiple=True,
    metavar="CODE",
    help="HS code or its beginning, repeatable; or an id of goods. Default: all.",
)
@click.option("--from", "start", required=True, metavar="PERIOD", help="First month (2019-01) or year (2019).")
@click.option("--to", "end", required=True, metavar="PERIOD", help="Last month or year.")
@click.option(
    "--freq",
    type=click.Choice(["M", "A", "O"]),
    help="Months, years (annual), or other stretches as the book has them: fiscal years. Default: A where --from and "
    "--to are years, else M.",
)
@click.option("--source", metavar="ID", help="Card of the publisher. Default: the one that covers most of the time.")
@click.option("--currency", metavar="ISO", default="USD", help="Currency of the values: EUR. Default: USD.")
@click.option(
    "--rates", metavar="NAME", help="Convert what the book has in another currency by this table (see rates)."
)
@options.as_of
@options.ledger
@options.engine
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "sdmx-csv", "json", "svg"]),
    default="table",
    help="Default: table.",
)
@options.out
@options.colour
def series(
    reporter: str,
    partner: str | None,
    flow: str,
    hs: tuple[str, ...],
    start: str,
    end: str,
    freq: str | None,
    source: str | None,
    currency: str,
    rates: str | None,
    as_of: date | None,
    ledger: Path | None,
    form: str,
    out: Path | None,
    colour: str | None,
) -> None:
    """Print a flow month by month or year by year.

    A month that was published and has no row is 0; one that nobody has published, or that is not loaded, is empty.
    """
    from tidewaiter.errors import UsageError
    from tidewaiter.faces.notes import condensed
    from tidewaiter.faces.opening import open_to_read
    from tidewaiter.faces.output import complain, write
    from tidewaiter.settings import load_settings

    if partner is not None and partner.strip().upper() in ("W00", "WLD"):
        raise UsageError("a series is with one country, and the world is none", cure="name one: --partner PRK")
    settings = load_settings(ledger=ledger, partner=partner, colour=colour)
    found = open_to_read(settings).series(
        reporter=reporter.upper(),
        partner=settings.country,
        flow=flow,
        hs=hs,
        start=start,
        end=end,
        freq=freq or ("A" if len(start.strip()) == len(end.strip()) == len("2019") else "M"),
        as_of=as_of,
        source=source,
        currency=currency.upper(),
        rates=rates,
    )
    if form == "table":
        from tidewaiter.faces.console import print_lines

        print_lines(lambda _width, _ascii: table(found), colour=settings.colour, out=out)
        return
    for note in condensed(found.notes):
        complain(f"note: {note}")
    write({"csv": as_csv, "sdmx-csv": as_sdmx, "json": as_json, "svg": as_svg}[form](found), out=out)


def as_csv(found: TradeSeries) -> str:
    """Comma-separated values: headings, then a line a period; numbers in full, nothing where nothing is known."""
    text = io.StringIO()
    rows = found.to_records()
    writer = csv.DictWriter(text, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    return text.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return _digits(value) if isinstance(value, Decimal) else str(value)


def _digits(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def as_json(found: TradeSeries) -> str:
    """One object: what was asked, where the figures come from, the points with the rows behind each."""
    record = found.to_record()
    return json.dumps(record, ensure_ascii=False, indent=1, default=_plain) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def as_sdmx(found: TradeSeries) -> str:
    """SDMX-CSV 2.0."""
    return found.to_sdmx_csv()


def as_svg(found: TradeSeries) -> str:
    """The chart as a file of its own."""
    return found.to_svg() + "\n"


def table(found: TradeSeries) -> Iterator[Line]:
    """A table for the eye, with what a reader must know below it."""
    from tidewaiter.briefing.pictures import series_title
    from tidewaiter.faces.notes import condensed

    series = found.series
    yield [(series_title(series), "bold")]
    origin = [series.source or "no source"]
    origin += [f"release {series.release}"] if series.release else []
    origin += [series.valuation] if series.valuation else []
    yield [(", ".join(origin), "dim")]
    width = max(9, *(len(point.period) for point in series.points)) if series.points else 9
    yield [(f"{'period':<{width}}{series.currency:>18}{'quantity':>18}  {'unit':<10}{'rows':>7}", "bold")]
    customs = series.source != PRESS
    for point in series.points:
        value = "not known" if point.value is None else f"{int(point.value):,}"
        quantity = "" if point.quantity is None else f"{point.quantity:,.0f}"
        partly = ""
        if customs and point.value is not None and not point.whole:
            partly = "  of the codes that are loaded" if point.covered else "  at least: not all of it is loaded"
        if point.conversion is not None:
            made = point.conversion
            partly += f"  {made.currency} {made.value:,.0f} × {_digits(made.rate)} ({made.basis})"
        style = "dim" if point.value is None else ""
        yield [
            (f"{point.period:<{width}}{value:>18}{quantity:>18}  {point.unit or '':<10}{point.rows:>7}{partly}", style)
        ]
    for note in condensed(series.notes):
        yield [(f"Note: {note}.", "dim")]
