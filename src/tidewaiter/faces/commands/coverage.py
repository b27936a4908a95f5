"""`tidewaiter coverage`: what the loaded books cover."""

from __future__ import annotations

from pathlib import Path

import click

from tidewaiter.faces import options
from tidewaiter.faces.commands.listing import FORMAT, show, table


@click.command(short_help="List which months are covered.")
@click.option("--reporter", metavar="ISO3", help="Only this country's books.")
@options.ledger
@FORMAT
@options.colour
def coverage(reporter: str | None, ledger: Path | None, form: str, colour: str | None) -> None:
    """List which months or years the loaded books hold; outside them nothing is known."""
    from tidewaiter.faces.opening import open_to_read
    from tidewaiter.settings import load_settings

    settings = load_settings(ledger=ledger)
    records = open_to_read(settings.ledger).coverage(reporter=None if reporter is None else reporter.upper())
    show(records, lambda _: table(records), form=form, colour=colour)
