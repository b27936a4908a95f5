"""`tidewaiter goods` and `tidewaiter countries`: what can be written for --hs, --goods, --partner and --reporter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from tidewaiter.errors import UsageError
from tidewaiter.faces import options
from tidewaiter.faces.commands.listing import FORMAT, show

if TYPE_CHECKING:
    from tidewaiter.briefing.wrap import Line

_LAST = 2022


@click.command(short_help="Goods and their HS codes; groups of goods.")
@click.argument("words", metavar="[WORD…]", nargs=-1)
@click.option(
    "--year", type=click.IntRange(2012, 2100), help="Codes of the edition in force then. Default: the newest."
)
@FORMAT
@options.colour
def goods(words: tuple[str, ...], year: int | None, form: str, colour: str | None) -> None:
    """List goods by their ids, with the HS codes they stand for: all, or those that a word may mean.

    A word is an id, a name in any language that is read, an HS code, or nearly one of them. A code in brackets holds
    other goods too. Groups are what `review --goods` goes through.
    """
    from tidewaiter.reference import goods as reference
    from tidewaiter.reference.groups import group_ids
    from tidewaiter.reference.search import goods_like

    word = " ".join(words)
    ids = goods_like(word) if word else (*group_ids(), *reference.goods())
    if not ids:
        raise UsageError(f"no goods like {word!r}", cure="see all: tidewaiter goods")
    records = [_goods(ident, year or _LAST) for ident in ids]
    show(records, lambda width: _lines(records, width), form=form, colour=colour)


def _goods(ident: str, year: int) -> dict[str, Any]:
    from tidewaiter.reference import goods as reference
    from tidewaiter.reference.editions import edition_for
    from tidewaiter.reference.groups import group, group_ids

    if ident in group_ids():
        found = group(ident)
        parts = [product.id for product in found.products]
        record = {"id": ident, "kind": "group", "name": found.title, "part_of": [], "parts": parts}
        return {**record, "edition": None, "hs": []}
    each = reference.good(ident)
    codes = [code for code in reference.codes(ident, year) if code.reporter is None]
    return {
        "id": each.id,
        "kind": each.kind,
        "name": each.title,
        "part_of": list(each.parents),
        "parts": list(reference.members(each.id)),
        "edition": edition_for(year),
        "hs": [{"code": code.code, "wide": code.wide} for code in codes],
    }


def _lines(records: Sequence[dict[str, Any]], width: int) -> Iterator[Line]:
    from tidewaiter.briefing.wrap import wrap

    for record in records:
        yield [(record["id"], "bold"), (f"  {record['name']}", "")]
        codes = " ".join(f"({each['code']})" if each["wide"] else each["code"] for each in record["hs"])
        texts = [f"{record['edition']}: {codes}"] if codes else []
        texts += [f"a group: {', '.join(record['parts'])}"] if record["kind"] == "group" else []
        for text in texts:
            for line in wrap([(text, "dim")], width=min(width, 100) - 4):
                yield [("    ", ""), *line]


@click.command(short_help="Countries and their codes.")
@click.argument("words", metavar="[WORD…]", nargs=-1)
@FORMAT
@options.colour
def countries(words: tuple[str, ...], form: str, colour: str | None) -> None:
    """List countries with their codes: all, or those that a word may mean.

    A word is a name in any language that is read, a code of two or three letters or the UN's number, or nearly one.
    """
    from tidewaiter.faces.commands.listing import table
    from tidewaiter.reference import countries as reference
    from tidewaiter.reference.search import countries_like

    word = " ".join(words)
    known = {each.alpha3: each for each in reference.all_countries()}
    codes = countries_like(word) if word else tuple(known)
    if not codes:
        raise UsageError(f"no country like {word!r}", cure="see all: tidewaiter countries")
    found = [known[code] for code in codes]
    records = [
        {"alpha3": each.alpha3, "alpha2": each.alpha2, "m49": f"{each.m49:03d}", "name": each.name} for each in found
    ]
    show(records, lambda _: table(records), form=form, colour=colour)
