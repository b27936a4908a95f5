"""`tidewaiter load`: customs files into the ledger."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from tidewaiter.faces import options, stopping


@click.command(short_help="Add customs files to the ledger.")
@click.argument("paths", metavar="PATH…", nargs=-1, required=True, type=options.EITHER)
@click.option(
    "--ledger", type=options.FOLDER, metavar="DIR", help="Folder of the ledger. Default: one in your data folder."
)
@click.option("--source", metavar="ID", help="Card of the publisher (see sources). Default: found from the file.")
@click.option("--release", type=options.DAY, metavar="DATE", help="Day of publication. Default: what the file says.")
@click.option(
    "--direction", type=click.Choice(["export", "import"]), help="For files that do not say which way the goods went."
)
@click.option("--headings", metavar="NAME", help="For files that lost their heading line: one of the card's lists.")
@click.option("--edition", metavar="HS", help="HS edition of the codes, for files that do not say it: HS2017.")
@click.option("--card", type=options.FILE, metavar="FILE", help="A card of your own (see sources check).")
def load(
    paths: tuple[Path, ...],
    ledger: Path | None,
    source: str | None,
    release: date | None,
    direction: str | None,
    headings: str | None,
    edition: str | None,
    card: Path | None,
) -> None:
    """Add customs files to the ledger, as one release.

    A file that was loaded before changes nothing. If one cannot be read, nothing is loaded. Ctrl-C stops it and leaves
    the ledger as it was; pressed twice, at once.
    """
    from tidewaiter.api import open_ledger
    from tidewaiter.settings import load_settings, user_ledger

    settings = load_settings(ledger=ledger)
    book = open_ledger(settings.ledger or user_ledger())
    own = None
    if card is not None:
        from tidewaiter.sources.own import own_card

        own = own_card(card)
    with stopping.ends_soon():
        report = book.store.load(
            paths, source=source, release=release, direction=direction, headings=headings, edition=edition, card=own
        )
    click.echo(str(report))
