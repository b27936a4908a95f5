"""`tidewaiter brief`: review, screening and the verdicts on articles in one document."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from tidewaiter.faces import options


@click.command(short_help="Write a briefing: review, screening, articles.")
@click.argument("paths", metavar="[PATH]…", nargs=-1, type=options.ARTICLES)
@click.option("--country", metavar="ISO3", help="Whose trade: PRK. Default: the country of your settings.")
@click.option("--goods", metavar="GROUP", help="As of `review`. Default: the goods of your settings.")
@click.option("--through", metavar="MONTH", help="Last month (2022-04). Default: the last known of these goods.")
@click.option(
    "--since", type=int, metavar="YEAR", help="First year of the review. Default: twelve years before the last."
)
@options.currency
@options.as_of
@options.published
@options.ledger
@click.option("--format", "form", type=click.Choice(options.REPORTS), default="text", help="Default: text.")
@options.out
@options.jobs
@options.colour
@click.pass_context
def brief(
    ctx: click.Context,
    paths: tuple[Path, ...],
    country: str | None,
    goods: str | None,
    through: str | None,
    since: int | None,
    currency: str,
    as_of: date | None,
    published: date | None,
    ledger: Path | None,
    form: str,
    out: Path | None,
    jobs: int | None,
    colour: str | None,
) -> None:
    """Write one document on a country's trade: the review, the screening where measures are recorded, and what became
    of the figures of articles (PATH: files or folders of them), every number with its origin.

    Ends with status 2 if an article could not be read; the others are in the document.
    """
    from tidewaiter.api import Brief, check_claims
    from tidewaiter.faces.opening import open_to_read
    from tidewaiter.faces.paths import articles
    from tidewaiter.faces.reading import Reading
    from tidewaiter.faces.writing import write_report
    from tidewaiter.reference.measures import measures
    from tidewaiter.settings import load_settings

    settings = load_settings(ledger=ledger, country=country, jobs=jobs, colour=colour)
    book = open_to_read(settings)
    review = book.review(
        country=settings.country,
        goods=settings.goods if goods is None else goods,
        through=through,
        since=since,
        as_of=as_of,
        currency=currency,
    )
    screening = None
    if any(measure.country == settings.country for measure in measures()):
        # Other books may be newer than those of the goods reviewed: what they show is screened to their end.
        screening = book.screen(country=settings.country, through=through, as_of=as_of, currency=currency)
    checked, failed = None, 0
    if paths:
        reading = Reading(list(articles(paths)), published=published, jobs=settings.jobs)
        checked = check_claims([(read.document, read.claims) for read in reading], ledger=book, as_of=as_of)
        failed = reading.failed
    write_report(Brief(review, screening=screening, checked=checked), form=form, colour=settings.colour, out=out)
    ctx.exit(2 if failed else 0)
