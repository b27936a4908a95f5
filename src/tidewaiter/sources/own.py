"""A user's own card: read like those that come with the package, and held to more, since nobody has tested it yet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tidewaiter.errors import ReferenceDataError, TidewaiterError, UsageError
from tidewaiter.reference import countries, units
from tidewaiter.reference.books import SYSTEMS
from tidewaiter.sources import registry
from tidewaiter.sources.card import Card, card_of, more, written
from tidewaiter.sources.fields import WORLD
from tidewaiter.sources.whole import check_whole

_UNITS = ("", "comtrade", "gacc", "comext", "india", "russia")


def own_card(path: Path) -> Card:
    """Read a user's card; ReferenceDataError naming what is wrong with it.

    Partners are looked up among all names of countries (or as ISO 3166 alpha-3) unless the card names a list. Units are
    our own names for them unless it names a list or maps words. A card that is `like` one of the package adds to it,
    and may bear its id.
    """
    if not path.is_file():
        raise ReferenceDataError("no such card", path=path, cure="check the path")
    found = written(path)
    like = found.pop("like", None)
    if like is not None:
        try:
            found = more(written(registry.path_of(str(like))), found)
        except UsageError as error:
            raise ReferenceDataError(f"like: {error.message}", path=path, cure=error.cure) from error
    card = card_of(found, path)
    check_whole(card, path)
    if card.id != like and any(card.id == each.id for each in registry.cards()):
        raise ReferenceDataError(f"the id {card.id!r} is taken", path=path, cure="choose another: it names your source")
    card = replace(card, partners=card.partners or "names")
    if card.partners not in (*SYSTEMS, "comext"):
        raise ReferenceDataError(
            f"no such list of partners: {card.partners!r}", path=path, cure=f"one of {', '.join(SYSTEMS)}"
        )
    if card.units not in _UNITS:
        known = ", ".join(filter(None, _UNITS))
        raise ReferenceDataError(f"no such list of units: {card.units!r}", path=path, cure=f"leave it out, or {known}")
    try:
        for side in (card.reporter, card.partner, *card.party_words.values()):
            if side not in (None, WORLD):
                countries.country(side)
        for unit in card.unit_words.values():
            units.unit(unit)
    except TidewaiterError as error:
        raise ReferenceDataError(error.message, path=path, cure=error.cure) from error
    money = {card.currency, *(heading.currency for heading in card.columns.values() if heading.says == "value")}
    if not money - {None} and any(heading.says == "value" for heading in card.columns.values()):
        raise ReferenceDataError("the card names no currency", path=path, cure="currency: USD")
    if strange := [code for code in money if code is not None and code not in units.currencies()]:
        raise ReferenceDataError(f"no such currency: {strange[0]!r}", path=path, cure="write ISO 4217: USD")
    return card
