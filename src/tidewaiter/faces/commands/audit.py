"""`tidewaiter audit`: what is unlikely in the books about one country's trade."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tidewaiter.faces import options

if TYPE_CHECKING:
    from tidewaiter.analysis.audit.finding import Finding
    from tidewaiter.briefing.wrap import Line

#: The ids of the checks, written out so that help needs no engine; a test holds them to the checks themselves.
CHECKS = (
    "confusable",
    "unit_value",
    "unit_change",
    "total",
    "mirror",
    "month_missing",
    "unspecified",
    "round",
    "duplicate",
)
#: How many rows of a finding the text names.
_ROWS = 3


@click.command(short_help="What is unlikely in the books.")
@click.option("--partner", metavar="ISO3", help="Trade with whom: PRK. Default: the country of your settings.")
@click.option("--reporter", multiple=True, metavar="ISO3", help="Only this country's books, repeatable.")
@click.option("--hs", multiple=True, metavar="CODE", help="Only this HS code or its beginning, repeatable.")
@click.option("--from", "since", metavar="PERIOD", help="First month (2019-01) or year (2019).")
@click.option("--through", metavar="PERIOD", help="Last month or year; months missing until then are findings.")
@click.option("--check", "checks", multiple=True, type=click.Choice(CHECKS), help="Only this check, repeatable.")
@click.option("--least", type=click.FloatRange(0, 1), default=0.5, metavar="SCORE", help="Lowest score. Default: 0.5.")
@click.option("--limit", type=int, default=40, metavar="N", help="Findings in the text, gravest first. Default: 40.")
@options.as_of
@options.ledger
@options.engine
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", help="Default: text.")
@options.out
@options.colour
def audit(
    partner: str | None,
    reporter: tuple[str, ...],
    hs: tuple[str, ...],
    since: str | None,
    through: str | None,
    checks: tuple[str, ...],
    least: float,
    limit: int,
    as_of: date | None,
    ledger: Path | None,
    form: str,
    out: Path | None,
    colour: str | None,
) -> None:
    """List what is unlikely in the books about a country's trade, each with a score, the reason and the rows.

    South Korea's trade booked to the North, prices and units that cannot be, sums that differ from their parts, two
    books that disagree, months that are missing, goods not named, round and repeated rows. A finding is a question to
    whoever keeps the book: no row is taken away or changed.
    """
    from tidewaiter.faces.opening import open_to_read
    from tidewaiter.faces.output import write
    from tidewaiter.settings import load_settings

    settings = load_settings(ledger=ledger, partner=partner, colour=colour)
    found = open_to_read(settings).audit(
        partner=settings.country,
        reporter=[code.upper() for code in reporter],
        hs=hs,
        since=since,
        through=through,
        as_of=as_of,
        checks=checks,
        least=least,
    )
    if form == "text":
        from tidewaiter.faces.console import print_lines

        print_lines(lambda width, _ascii: text(found, width=width, limit=limit), colour=settings.colour, out=out)
    else:
        write({"json": as_json, "csv": as_csv}[form](found), out=out)


def as_json(found: Sequence[Finding]) -> str:
    """A line of JSON for each finding, all its rows in it."""
    return "".join(json.dumps(each.to_record(), ensure_ascii=False, default=_plain) + "\n" for each in found)


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)


def as_csv(found: Sequence[Finding]) -> str:
    """A line for each row of each finding, numbered by finding; one without a row has its line all the same."""
    text = io.StringIO()
    keys = ("check", "score", "reporter", "partner", "flow", "hs", "first", "last", "value", "currency", "reason")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["finding", *keys, "source", "release", "file", "sha256", "line"])
    for number, each in enumerate(found, start=1):
        record = each.to_record()
        start = [number, *("" if record[key] is None else record[key] for key in keys)]
        for row in each.rows:
            writer.writerow([*start, row.source, row.release, row.file, row.sha256, row.line])
        if not each.rows:
            writer.writerow([*start, each.source, "", "", "", ""])
    return text.getvalue()


def text(found: Sequence[Finding], *, width: int, limit: int) -> Iterator[Line]:
    """For the eye: what, where, how much; the reason and the first rows below it; a count by check at the end."""
    import textwrap
    from collections import Counter

    for each in found[:limit]:
        goods = each.hs or "all goods"
        when = each.first if each.first == each.last else f"{each.first} to {each.last}"
        worth = "" if each.value is None else f"  {each.value:,.0f} {each.currency or ''}".rstrip()
        head = f"{each.score:.2f}  {each.check:<13} {each.reporter} {each.flow} {each.partner} {goods}, {when}{worth}"
        yield [(head, "bold")]
        for part in textwrap.wrap(each.reason, width=max(30, width - 6)):
            yield [(f"      {part}", "")]
        for missing in each.missing:
            yield [(f"      not known: {missing}", "dim")]
        if each.rows:
            rows = ", ".join(str(row) for row in each.rows[:_ROWS])
            more = f" and {len(each.rows) - _ROWS} more rows" if len(each.rows) > _ROWS else ""
            yield [(f"      {rows}{more}", "dim")]
    counted = Counter(each.check for each in found)
    told = ", ".join(f"{n:,} {check}" for check, n in counted.most_common()) or "nothing"
    shown = f"; the {limit} gravest are shown" if len(found) > limit else ""
    yield [(f"{len(found):,} findings: {told}{shown}.", "bold")]
