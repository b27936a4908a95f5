"""`tidewaiter coverage`: what the loaded books cover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tidewaiter.errors import UsageError
from tidewaiter.faces import options
from tidewaiter.faces.commands.listing import FORMAT, show, table

if TYPE_CHECKING:
    from tidewaiter.briefing.wrap import Line

#: One sign each, so that a year is a line; nothing known is nothing drawn.
_SIGNS = {"booked": "●", "none": "0", "part": "◐", "none_of_part": "o", "unknown": "·"}
_ASCII = {"booked": "#", "none": "0", "part": "~", "none_of_part": "o", "unknown": "."}
_MEANING = {
    "booked": "rows are there",
    "none": "no trade",
    "part": "rows are there, and more may be missing",
    "none_of_part": "no trade in the codes that are loaded",
    "unknown": "not known",
}


@click.command(short_help="List which months are covered.")
@click.option("--reporter", metavar="ISO3", help="Only this country's books.")
@click.option("--calendar", is_flag=True, help="A line for each year, a sign for each month.")
@click.option("--partner", metavar="ISO3", help="In the calendar: what the months say of trade with this country.")
@click.option("--flow", type=click.Choice(["export", "import"]), help="With --partner. Default: export.")
@click.option("--hs", multiple=True, metavar="CODE", help="With --partner: HS code or id of goods. Default: all.")
@options.ledger
@options.engine
@FORMAT
@options.colour
def coverage(
    reporter: str | None,
    calendar: bool,
    partner: str | None,
    flow: str | None,
    hs: tuple[str, ...],
    ledger: Path | None,
    form: str,
    colour: str | None,
) -> None:
    """List which months or years the loaded books hold; outside them nothing is known.

    In the calendar, a month with rows, a month without trade and a month of which nothing is known look different.
    """
    from tidewaiter.faces.opening import open_to_read
    from tidewaiter.reference.countries import country
    from tidewaiter.settings import load_settings

    if (partner or flow or hs) and not calendar:
        raise UsageError("--partner, --flow and --hs are for the calendar", cure="say --calendar")
    if (flow or hs) and not partner:
        raise UsageError("--flow and --hs ask about trade with somebody", cure="say --partner")
    settings = load_settings(ledger=ledger, colour=colour)
    book = open_to_read(settings)
    whose = None if reporter is None else reporter.upper()
    if whose is not None and not book.coverage(reporter=whose):
        country(whose)
    if partner is not None:
        country(partner.upper())
    if not calendar:
        show(records := book.coverage(reporter=whose), lambda _: table(records), form=form, colour=colour)
        return
    years = book.calendar(reporter=whose, partner=partner and partner.upper(), flow=flow or "export", hs=hs)
    if form == "json":
        show(years, None, form=form, colour=colour)
        return
    from tidewaiter.faces.console import print_lines

    print_lines(lambda _, ascii_only: _calendar(years, _ASCII if ascii_only else _SIGNS), colour=settings.colour)


def _calendar(years: Sequence[dict[str, Any]], signs: dict[str, str]) -> Iterator[Line]:
    """A heading for each book, a line for each of its years."""
    if not years:
        yield [("no customs book is loaded", "dim")]
        return
    before = None
    for year in years:
        book = (year["source"], year["reporter"], year["flow"])
        if book != before:
            yield [(" ".join(book), "bold")]
            yield [("      J F M A M J J A S O N D  year", "dim")]
            before = book
        months = " ".join(signs[state] for state in year["months"])
        yield [(f"{year['year']}  {months}  {signs[year['annual']]}", "")]
    used = {state for year in years for state in (*year["months"], year["annual"])}
    yield [("  ".join(f"{signs[state]} {_MEANING[state]}" for state in _MEANING if state in used), "dim")]
