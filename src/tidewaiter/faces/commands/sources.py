"""`tidewaiter sources`: the publishers, and a card of one's own tried out on a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tidewaiter.faces import options
from tidewaiter.faces.commands.listing import FORMAT, show

if TYPE_CHECKING:
    from tidewaiter.briefing.wrap import Line
    from tidewaiter.ledger.trial import Trial


@click.group(short_help="List publishers; try out a card of your own.", invoke_without_command=True)
@FORMAT
@options.colour
@click.pass_context
def sources(context: click.Context, form: str, colour: str | None) -> None:
    """List the publishers whose files can be loaded."""
    if context.invoked_subcommand is not None:
        return
    from tidewaiter.sources.registry import cards

    records = [
        {
            "id": card.id,
            "name": card.name,
            "publisher": card.publisher,
            "url": card.url,
            "licence": card.licence,
            "cadence": card.cadence,
            "about": card.about,
            "gaps": list(card.gaps),
        }
        for card in cards()
    ]
    show(records, lambda width: _cards(records, width), form=form, colour=colour)


def _cards(records: Sequence[dict[str, Any]], width: int) -> Iterator[Line]:
    from tidewaiter.briefing.wrap import wrap

    for record in records:
        yield [(record["id"], "bold"), (f"  {record['name']}", "")]
        lines = [record["about"], f"Publisher: {record['publisher']}. Licence: {record['licence']}."]
        lines += [record["url"]] if record["url"] else []
        lines += [f"Cadence: {record['cadence']}."]
        lines += [f"Gap: {gap}" for gap in record["gaps"]]
        for text in lines:
            for line in wrap([(text, "")], width=min(width, 92) - 4):
                yield [("    ", ""), *line]
        yield []


@sources.command(short_help="Try out a card of your own on a file.")
@click.argument("card", metavar="CARD", type=options.FILE)
@click.argument("file", metavar="FILE", type=options.FILE)
@click.option("--direction", type=click.Choice(["export", "import"]), help="Where the card says that files need it.")
@click.option("--edition", metavar="HS", help="HS edition of the codes, where the card does not say it: HS2017.")
def check(card: Path, file: Path, direction: str | None, edition: str | None) -> None:
    """Read a file by a card of your own, load nothing, and say what was understood.

    The card is a YAML file; docs/sources.md shows one. Status 2 at the first mistake in the card or the file.
    """
    from tidewaiter.ledger.trial import trial
    from tidewaiter.sources.own import own_card

    found = trial(file, own_card(card), direction=direction, edition=edition)
    click.echo("\n".join(_tried(found, file)))


def _tried(found: Trial, file: Path) -> Iterator[str]:
    """What a trial found, line by line."""
    from tidewaiter.briefing.markup import printable

    yield f"{file.name}: {found.card.name} ({found.card.id})"
    yield from (f"  {printable(heading)!r} says {printable(says)}" for heading, says in found.headings)
    refused = sum(rows for _, rows, _ in found.refused)
    yield (
        f"{found.rows_read:,} rows read = {found.usable:,} usable + {found.ignored:,} ignored + {refused:,} refused, "
        f"{found.periods[0]} to {found.periods[1]}"
    )
    yield from (f"  refused: {rows:,} ({reason}), the first at {place}" for reason, rows, place in found.refused)
    yield from (f"  note: {printable(said)}" for said in found.remarks)
    first = ", ".join(f"{key} {_plain(value)}" for key, value in found.first.items() if value is not None)
    yield f"the first row: {first}"


def _plain(value: Any) -> str:
    text = f"{value}"
    return text.rstrip("0").rstrip(".") if "." in text else text
