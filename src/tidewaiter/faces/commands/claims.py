"""`tidewaiter claims`: the figures of articles, as records."""

from __future__ import annotations

import json
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tidewaiter.faces import options

if TYPE_CHECKING:
    from tidewaiter.briefing.wrap import Line
    from tidewaiter.faces.reading import Article


@click.command(short_help="Read the figures of articles.")
@options.paths
@options.published
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", help="Default: text.")
@click.option(
    "--quantities",
    is_flag=True,
    help="Read every quantity on any subject (ages, prices, temperatures, counts), whether or not it makes a claim.",
)
@click.option("--explain", is_flag=True, help="Say which rule gave each part of a claim.")
@options.out
@options.jobs
@options.colour
@click.pass_context
def claims(
    ctx: click.Context,
    paths: tuple[Path, ...],
    published: date | None,
    form: str,
    quantities: bool,
    explain: bool,
    out: Path | None,
    jobs: int | None,
    colour: str | None,
) -> None:
    """Read the figures of articles: what each is about, and where it stands.

    PATH is an article (text, saved web page, PDF), a folder of them, or - for standard input.
    """
    from tidewaiter.faces.output import write
    from tidewaiter.faces.paths import articles
    from tidewaiter.faces.reading import Reading
    from tidewaiter.settings import load_settings

    settings = load_settings(jobs=jobs, colour=colour)
    reading = Reading(articles(paths), published=published, jobs=settings.jobs, quantities=quantities)
    if form == "jsonl":
        write(reading.made(partial(_records, explain=explain)), out=out)
    else:
        from tidewaiter.faces.console import print_lines

        page = partial(_quantity_page if quantities else _claim_page, explain=explain)
        lines = (line for lines in reading.made(page) for line in lines)
        print_lines(lambda _width, _ascii: lines, colour=settings.colour, out=out)
    ctx.exit(2 if reading.failed else 0)


def _records(article: Article, *, explain: bool) -> str:
    """The records of an article, one a line."""
    records = [claim.to_record(explain=explain) for claim in article.claims]
    records += [quantity.to_record(explain=explain) for quantity in article.quantities]
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def _claim_page(article: Article, *, explain: bool) -> list[Line]:
    from tidewaiter.faces.claim_page import claim_lines

    return list(claim_lines(article.document, article.claims, explain=explain))


def _quantity_page(article: Article, *, explain: bool) -> list[Line]:
    from tidewaiter.faces.claim_page import quantity_lines

    return list(quantity_lines(article.document, article.quantities, explain=explain))
