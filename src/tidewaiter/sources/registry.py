"""The cards, and which of them a file belongs to: by its headings, never by its name alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from tidewaiter.errors import SourceError, UsageError
from tidewaiter.sources import others
from tidewaiter.sources.card import Card, load_card, plain

_CARDS = Path(__file__).with_name("cards")


@cache
def cards() -> tuple[Card, ...]:
    """The cards that come with the package, by id."""
    return tuple(sorted((load_card(path) for path in _CARDS.glob("*.yml")), key=lambda card: card.id))


def card(source: str) -> Card:
    """A card by its id; UsageError where there is none."""
    for each in cards():
        if each.id == source:
            return each
    raise UsageError(f"no such source: {source!r}", cure=f"one of {', '.join(each.id for each in cards())}")


def path_of(source: str) -> Path:
    """The file of a card that comes with the package; UsageError where there is none."""
    return _CARDS / f"{card(source).id}.yml"


def recognise(headings: Sequence[str], *, path: Path, among: Iterable[Card] | None = None) -> Card:
    """The card that knows a file's headings; SourceError naming the headings that no card knows, or what is missing."""
    known = list(cards() if among is None else among)
    fitting = [each for each in known if not unknown(each, headings) and not missing(each, headings)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise SourceError(
            f"could be {' or '.join(each.id for each in fitting)}", path=path, cure="say which: --source ID"
        )
    if _is_data(headings):
        raise SourceError(
            f"the first line is data, not headings: {', '.join(repr(text) for text in headings[:4])} …",
            path=path,
            place="line 1",
            cure=_headless_cure(known, len(headings)) or "put the heading line back as it was downloaded",
        )
    _no_book(headings, known, path)
    nearest = max(known, key=lambda each: sum(plain(text) in each.columns for text in headings if plain(text)))
    if sum(plain(text) in nearest.columns for text in headings if plain(text)) < 2:
        raise SourceError(
            f"no source's card knows these headings: {', '.join(repr(text) for text in headings[:6])} …",
            path=path,
            place="line 1",
            cure=f"sources: {', '.join(each.id for each in known)}",
        )
    check(nearest, headings, path=path)
    raise AssertionError("a card that fits nearest and lacks nothing fits")


def check(card: Card, headings: Sequence[str], *, path: Path) -> None:
    """SourceError where a file's headings are not all known to the card, or say too little."""
    if _is_data(headings):
        recognise(headings, path=path, among=[card])
    if strange := unknown(card, headings):
        _no_book(headings, [card], path)
        raise SourceError(
            f"heading {strange[0]!r} is not on the card of {card.name}",
            path=path,
            place=f"line 1, column {list(headings).index(strange[0]) + 1}",
            cure="map it or ignore it by name in a card of your own (like, docs/sources.md), or take the column out",
        )
    if lacking := missing(card, headings):
        wanted = " or ".join(repr(text) for text in _texts(card, lacking[0]))
        raise SourceError(
            f"{card.name} needs a column {wanted}",
            path=path,
            place="line 1",
            cure="download the file again with that column",
        )


def _no_book(headings: Sequence[str], known: Iterable[Card], path: Path) -> None:
    """SourceError where a file is something that publishers give out beside their books."""
    if (found := others.kind_of(headings, known)) is not None:
        raise SourceError(f"this is {found[0]}", path=path, place="line 1", cure=found[1])


def unknown(card: Card, headings: Sequence[str]) -> list[str]:
    """The headings that the card does not know."""
    return [text for text in headings if plain(text) not in card.columns]


def missing(card: Card, headings: Sequence[str]) -> list[tuple[str, ...]]:
    """What the card requires (one of each group) and no heading says."""
    said = {card.columns[plain(text)].says for text in headings if plain(text) in card.columns}
    return [group for group in card.required if not said & set(group)]


def _is_data(headings: Sequence[str]) -> bool:
    """Whether a first line is a row: headings are words."""
    return sum(text.replace(",", "").replace(".", "").isdigit() for text in headings) >= 2


def _texts(card: Card, group: tuple[str, ...]) -> list[str]:
    return [heading.text for heading in card.columns.values() if heading.says in group][:4]


def _headless_cure(known: Iterable[Card], columns: int) -> str | None:
    """How to say the headings of a file that has lost them, where a card keeps a list of as many columns."""
    for each in known:
        names = [name for name, headings in each.headings.items() if len(headings) == columns]
        if names:
            return (
                f"if the heading line is lost, put it back as downloaded, or say which it was: "
                f"--source {each.id} --headings {' or '.join(names)}"
            )
    return None
