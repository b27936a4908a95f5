"""`tidewaiter review`: what an expert writes from the customs tables, with every number traced."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from tidewaiter.faces import options
from tidewaiter.faces.collecting import uncollected


@click.command(short_help="Write the review of a country's trade.")
@click.option("--country", metavar="ISO3", help="Whose trade: PRK. Default: the country of your settings.")
@click.option(
    "--goods",
    metavar="GROUP",
    help="A group (covid-supplies, food, fuel …), an id of goods, HS codes with commas, or a YAML file of your own. "
    "Default: the goods of your settings.",
)
@click.option("--through", metavar="MONTH", help="Last month (2022-04). Default: the last known of these goods.")
@click.option("--since", type=int, metavar="YEAR", help="First year. Default: twelve years before the last.")
@click.option(
    "--direction",
    type=click.Choice(["import", "export"]),
    default="import",
    help="What enters the country, or what leaves it. Default: import.",
)
@click.option("--partner", "partners", multiple=True, metavar="ISO3", help="Only this partner, repeatable.")
@click.option(
    "--threshold",
    type=click.IntRange(min=0),
    default=10_000,
    metavar="AMOUNT",
    help="Partners and findings below this are left to a list. Default: 10000.",
)
@options.currency
@options.as_of
@options.ledger
@options.engine
@click.option("--format", "form", type=click.Choice(options.REPORTS), default="text", help="Default: text.")
@options.out
@options.colour
@uncollected()
def review(
    country: str | None,
    goods: str | None,
    through: str | None,
    since: int | None,
    direction: str,
    partners: tuple[str, ...],
    threshold: int,
    currency: str,
    as_of: date | None,
    ledger: Path | None,
    form: str,
    out: Path | None,
    colour: str | None,
) -> None:
    """Review a country's trade in some goods: by partner, product and period.

    What began, came back, surged and ceased, against the same months of ten years; what is not known is said so.
    """
    from tidewaiter.faces.opening import open_to_read
    from tidewaiter.settings import load_settings

    settings = load_settings(ledger=ledger, country=country, colour=colour)
    found = open_to_read(settings).review(
        country=settings.country,
        goods=settings.goods if goods is None else goods,
        through=through,
        since=since,
        direction=direction,
        as_of=as_of,
        currency=currency,
        threshold=threshold,
        partners=[partner.upper() for partner in partners],
    )
    from tidewaiter.faces.writing import write_report

    write_report(found, form=form, colour=settings.colour, out=out)
