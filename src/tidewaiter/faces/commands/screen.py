"""`tidewaiter screen`: what of a country's trade falls under which measure."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from tidewaiter.faces import options
from tidewaiter.faces.collecting import uncollected


@click.command(short_help="Hold a country's trade against sanctions measures.")
@click.option("--country", metavar="ISO3", help="Whose trade: PRK. Default: the country of your settings.")
@click.option("--through", metavar="MONTH", help="Last month (2022-04). Default: the newest that is known.")
@click.option("--since", type=int, metavar="YEAR", help="First year. Default: five years before the last.")
@click.option(
    "--regime", "regimes", multiple=True, metavar="ID", help="UN or EU, repeatable. Default: all, kept apart."
)
@options.currency
@options.as_of
@options.ledger
@options.engine
@click.option("--format", "form", type=click.Choice(options.REPORTS), default="text", help="Default: text.")
@options.out
@options.colour
@uncollected()
def screen(
    country: str | None,
    through: str | None,
    since: int | None,
    regimes: tuple[str, ...],
    currency: str,
    as_of: date | None,
    ledger: Path | None,
    form: str,
    out: Path | None,
    colour: str | None,
) -> None:
    """Hold a country's trade, both ways, against the measures on it: by HS code, direction and date.

    A finding is that trade falls under a paragraph, never that somebody broke it. Goods that need an exemption, goods
    within a wind-down, and codes that hold other goods too stand apart; caps are running totals.
    """
    from tidewaiter.faces.opening import open_to_read
    from tidewaiter.faces.writing import write_report
    from tidewaiter.settings import load_settings

    settings = load_settings(ledger=ledger, country=country, colour=colour)
    found = open_to_read(settings).screen(
        country=settings.country,
        through=through,
        since=since,
        regimes=[regime.upper() for regime in regimes],
        as_of=as_of,
        currency=currency,
    )
    write_report(found, form=form, colour=settings.colour, out=out)
