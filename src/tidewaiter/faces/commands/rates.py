"""`tidewaiter rates`: tables of exchange rates beside the ledger."""

from __future__ import annotations

from pathlib import Path

import click

from tidewaiter.faces import options
from tidewaiter.faces.commands.listing import FORMAT, show, table


@click.group(short_help="Tables of exchange rates.", invoke_without_command=True)
@options.ledger
@FORMAT
@options.colour
@click.pass_context
def rates(context: click.Context, ledger: Path | None, form: str, colour: str | None) -> None:
    """List the tables of exchange rates by which figures can be converted (series --rates)."""
    if context.invoked_subcommand is not None:
        return
    from tidewaiter.faces.opening import open_to_read
    from tidewaiter.settings import load_settings

    records = open_to_read(load_settings(ledger=ledger)).rates()
    if not records and form == "table":
        click.echo("no table of rates is loaded")
        return
    show(records, lambda _: table(records), form=form, colour=colour)


@rates.command(short_help="Put a table of rates beside the ledger.")
@click.argument("file", metavar="FILE", type=options.FILE)
@click.option("--name", required=True, metavar="NAME", help="What figures will name it by: ecb-2024-11.")
@click.option("--base", metavar="ISO", help="Currency whose unit the rates are for, where the file does not say it.")
@click.option(
    "--ledger", type=options.FOLDER, metavar="DIR", help="Folder of the ledger. Default: one in your data folder."
)
def load(file: Path, name: str, base: str | None, ledger: Path | None) -> None:
    """Put a table of exchange rates beside the ledger, under a name that stands for it for good.

    A file as the European Central Bank gives it out, or one with the headings currency, period and rate (units of the
    currency for one of the base).
    """
    from tidewaiter.api import open_ledger
    from tidewaiter.settings import load_settings, user_ledger

    found = open_ledger(load_settings(ledger=ledger).ledger or user_ledger()).load_rates(file, name=name, base=base)
    click.echo(
        f"{found['name']}: {found['currencies']} currencies for one {found['base']}, {found['first']} to "
        f"{found['last']}, from {found['file']} on {found['loaded_on']}"
    )
