"""`tidewaiter release`: what a new month brought."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from tidewaiter.faces import options
from tidewaiter.faces.collecting import uncollected


@click.command(short_help="Tell what a new month brought.")
@click.argument("paths", metavar="[PATH]…", nargs=-1, type=options.ARTICLES)
@click.option("--country", metavar="ISO3", help="Whose trade: PRK. Default: the country of your settings.")
@click.option("--month", metavar="MONTH", help="The month (2022-05). Default: the newest that is known.")
@click.option(
    "--threshold",
    type=click.IntRange(min=0),
    default=10_000,
    metavar="AMOUNT",
    help="Leave out smaller moves. Default: 10000.",
)
@options.currency
@options.as_of
@options.published
@options.ledger
@options.engine
@click.option("--format", "form", type=click.Choice(options.REPORTS), default="text", help="Default: text.")
@options.out
@options.jobs
@options.colour
@click.pass_context
@uncollected()
def release(
    ctx: click.Context,
    paths: tuple[Path, ...],
    country: str | None,
    month: str | None,
    threshold: int,
    currency: str,
    as_of: date | None,
    published: date | None,
    ledger: Path | None,
    form: str,
    out: Path | None,
    jobs: int | None,
    colour: str | None,
) -> None:
    """Tell what a new month brought of a country's trade: goods that are new and goods that stopped, the largest moves,
    revisions of earlier months, lines under UN measures.

    With articles (PATH: files or folders of them), which of their figures the new books bear out or overturn. Ends with
    status 2 if one of them could not be read; the others are in the report.
    """
    from tidewaiter.faces.opening import open_to_read
    from tidewaiter.faces.paths import articles
    from tidewaiter.faces.reading import Reading
    from tidewaiter.faces.writing import write_report
    from tidewaiter.settings import load_settings

    settings = load_settings(ledger=ledger, country=country, jobs=jobs, colour=colour)
    reading = Reading(list(articles(paths)), published=published, jobs=settings.jobs)
    documents = [read.document for read in reading]
    found = open_to_read(settings).news(
        country=settings.country,
        month=month,
        as_of=as_of,
        threshold=threshold,
        documents=documents,
        currency=currency,
    )
    write_report(found, form=form, colour=settings.colour, out=out)
    ctx.exit(2 if reading.failed else 0)
