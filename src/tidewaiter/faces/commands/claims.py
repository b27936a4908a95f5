"""`tidewaiter claims`: the figures of articles, as records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tidewaiter.faces import options

if TYPE_CHECKING:
    from tidewaiter.faces.reading import Reading


@click.command(short_help="Read the figures of articles.")
@options.paths
@options.published
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", help="Default: text.")
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
    reading = Reading(list(articles(paths)), published=published, jobs=settings.jobs)
    if form == "jsonl":
        write(_records(reading, explain=explain), out=out)
    else:
        from tidewaiter.faces.claim_page import claim_lines
        from tidewaiter.faces.console import print_lines

        lines = (line for a in reading for line in claim_lines(a.document, a.claims, explain=explain))
        print_lines(lambda _width, _ascii: lines, colour=settings.colour, out=out)
    ctx.exit(2 if reading.failed else 0)


def _records(reading: Reading, *, explain: bool) -> Iterator[str]:
    for article in reading:
        for claim in article.claims:
            yield json.dumps(claim.to_record(explain=explain), ensure_ascii=False) + "\n"
