"""`tidewaiter check`: articles against their own figures, each other and the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tidewaiter.faces import options

if TYPE_CHECKING:
    from tidewaiter.faces.checking import Finding
    from tidewaiter.verdicts.check import Checked


@click.command(short_help="Check articles.")
@options.paths
@options.ledger
@options.as_of
@options.published
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl", "html", "claimreview"]),
    default="text",
    help="Default: text.",
)
@options.out
@options.jobs
@click.option(
    "--keep",
    type=options.FOLDER,
    metavar="DIR",
    help="Keep here what was found, so that a check of many articles that is cut short goes on where it stopped.",
)
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
    keep: Path | None,
    colour: str | None,
) -> None:
    """Check articles: their own figures, each other's, and the customs books'.

    PATH is an article (text, saved web page, PDF), a folder of them, or - for standard input. Ends with status 1 if
    something is contradicted, 2 if something could not be read.
    """
    from tidewaiter.api import Report
    from tidewaiter.faces.checking import Checking
    from tidewaiter.faces.opening import open_to_read
    from tidewaiter.faces.output import write
    from tidewaiter.faces.paths import articles
    from tidewaiter.settings import load_settings

    settings = load_settings(ledger=ledger, jobs=jobs, colour=colour)
    book = open_to_read(settings)
    checking = Checking(
        list(articles(paths)),
        book=book.store,
        ledger=settings.ledger,
        published=published,
        as_of=as_of,
        jobs=settings.jobs,
        keep=keep,
    )
    if form == "jsonl":
        write(jsonl(checking.findings()), out=out)
    elif form == "claimreview":
        report = Report(list(checking), ledger=book.store, book=book.describe())
        write(report.to_claim_review(), out=out)
    elif form == "html":
        report = Report(list(checking), ledger=book.store, book=book.describe())
        if len(report):
            write(report.to_html(), out=out)
    else:
        print_report(checking, book=book.describe(), colour=settings.colour, out=out)
    ctx.exit(2 if checking.failed else int(checking.contradicted))


def jsonl(checked: Iterable[Finding]) -> Iterator[str]:
    """The verdicts' records, one a line."""
    import json

    for one in checked:
        for verdict in one.verdicts:
            yield json.dumps(verdict.to_record(), ensure_ascii=False) + "\n"


def print_report(checked: Iterable[Checked], *, book: str, colour: str, out: Path | None) -> None:
    """The report as text, on the terminal or in a file, article by article."""
    from tidewaiter.briefing.story import tell
    from tidewaiter.briefing.text import report_lines
    from tidewaiter.faces.console import print_lines

    stories = (tell(one.document, one.claims, verdicts=one.verdicts, outcomes=one.outcomes) for one in checked)
    print_lines(
        lambda width, ascii_only: report_lines(stories, book=book, width=width, ascii_only=ascii_only),
        colour=colour,
        out=out,
    )
