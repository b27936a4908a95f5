"""`tidewaiter releases`: what is loaded, and what changed from one release to another."""

from __future__ import annotations

from pathlib import Path

import click

from tidewaiter.faces import options
from tidewaiter.faces.commands.listing import FORMAT, show, table


@click.group(short_help="List what is loaded; compare two days.", invoke_without_command=True)
@options.ledger
@FORMAT
@options.colour
@click.pass_context
def releases(context: click.Context, ledger: Path | None, form: str, colour: str | None) -> None:
    """List what is loaded: a line for each file of each release."""
    if context.invoked_subcommand is not None:
        return
    from tidewaiter.faces.opening import open_to_read
    from tidewaiter.settings import load_settings

    settings = load_settings(ledger=ledger)
    records = open_to_read(settings.ledger).releases()
    show(records, lambda _: table(records), form=form, colour=colour)
