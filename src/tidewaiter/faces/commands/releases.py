"""`tidewaiter releases`: what is loaded, and what changed from one release to another."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from tidewaiter.faces import options
from tidewaiter.faces.commands.listing import FORMAT, show, table


@click.group(short_help="List what is loaded; compare two days.", invoke_without_command=True)
@options.ledger
@options.engine
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "bibtex", "csl"]),
    default="table",
    help="bibtex and csl are references for a bibliography. Default: table.",
)
@options.colour
@click.pass_context
def releases(context: click.Context, ledger: Path | None, form: str, colour: str | None) -> None:
    """List what is loaded: a line for each file of each release."""
    if context.invoked_subcommand is not None:
        return
    from tidewaiter.faces.opening import open_to_read
    from tidewaiter.settings import load_settings

    settings = load_settings(ledger=ledger)
    records = open_to_read(settings).releases()
    if form in ("bibtex", "csl"):
        from tidewaiter.briefing.exports.references import bibtex, csl
        from tidewaiter.faces.output import write

        write({"bibtex": bibtex, "csl": csl}[form](records), out=None)
        return
    show(records, lambda _: table(records), form=form, colour=colour)


@releases.command(short_help="What a later release says otherwise.")
@click.argument("first", metavar="DAY", type=options.DAY)
@click.argument("second", metavar="LATER", type=options.DAY)
@click.option("--source", metavar="ID", help="Only this publisher's books.")
@click.option("--reporter", metavar="ISO3", help="Only this country's books.")
@click.option("--partner", metavar="ISO3", help="Only trade with this country.")
@click.option("--limit", type=int, default=50, metavar="N", help="Lines of the table, largest first. Default: 50.")
@options.ledger
@options.engine
@FORMAT
@options.colour
def diff(
    first: date,
    second: date,
    source: str | None,
    reporter: str | None,
    partner: str | None,
    limit: int,
    ledger: Path | None,
    form: str,
    colour: str | None,
) -> None:
    """What the books said on the day of one release and say otherwise on that of a later one.

    Revised, added and dropped lines, the largest change first. What a release does not speak of is not dropped.
    """
    from tidewaiter.faces.opening import open_to_read
    from tidewaiter.ledger.changes import changes
    from tidewaiter.settings import load_settings

    settings = load_settings(ledger=ledger)
    found = changes(
        open_to_read(settings).store.connect(),
        first,
        second,
        source=source,
        reporter=reporter and reporter.upper(),
        partner=partner and partner.upper(),
    )
    if form == "table":
        click.echo(str(found))
    records = [asdict(row) for row in found.rows]
    if form == "json" or records:
        show(records, lambda _: table(records[:limit]), form=form, colour=colour)
