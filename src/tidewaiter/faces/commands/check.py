"""`tidewaiter check`: articles against their own figures, each other and the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tidewaiter.faces import options

if TYPE_CHECKING:
    from tidewaiter.api import Report


@click.command(short_help="Check articles.")
@options.paths
@options.ledger
@options.as_of
@options.published
@click.option("--format", "form", type=click.Choice(["text", "jsonl", "html"]), default="text", help="Default: text.")
@options.out
@options.jobs
@options.colour
@click.pass_context
def check(
    ctx: click.Context,
    paths: tuple[Path, ...],
    ledger: Path | None,
    as_of: date | None,
    published: date | None,
    form: str,
    out: Path | None,
    jobs: int | None,
    colour: str | None,
) -> None:
    """Check articles: their own figures, each other's, and the customs books'.

    PATH is an article (text, saved web page, PDF), a folder of them, or - for standard input. Ends with status 1 if
    something is contradicted, 2 if something could not be read.
    """
    from tidewaiter.api import check_claims
    from tidewaiter.faces.opening import open_to_read
    from tidewaiter.faces.output import write
    from tidewaiter.faces.paths import articles
    from tidewaiter.faces.reading import Reading
    from tidewaiter.settings import load_settings

    settings = load_settings(ledger=ledger, jobs=jobs, colour=colour)
    book = open_to_read(settings.ledger)
    reading = Reading(articles(paths), published=published, jobs=settings.jobs)
    read = list(reading)
    report = check_claims([(a.document, a.claims) for a in read], ledger=book, as_of=as_of)
    if read:
        if form == "jsonl":
            write(jsonl(report), out=out)
        elif form == "html":
            write(report.to_html(), out=out)
        else:
            print_report(report, colour=settings.colour, out=out)
    ctx.exit(2 if reading.failed else int(bool(report.contradicted)))


def jsonl(report: Report) -> Iterator[str]:
    """The verdicts' records, one a line."""
    import json

    for verdict in report.verdicts:
        yield json.dumps(verdict.to_record(), ensure_ascii=False) + "\n"


def print_report(report: Report, *, colour: str, out: Path | None) -> None:
    """The report as text, on the terminal or in a file."""
    from tidewaiter.briefing.text import report_lines
    from tidewaiter.faces.console import print_lines

    stories = report.stories()
    print_lines(
        lambda width, ascii_only: report_lines(stories, book=report.book, width=width, ascii_only=ascii_only),
        colour=colour,
        out=out,
    )
