"""Codes that no list of the Harmonized System has. Tariffs have codes of their own: kept as published, and named."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from tidewaiter.reference import editions
from tidewaiter.sources.card import Card
from tidewaiter.sources.resolve import confidential

_SUBHEADING = 6
_LAST_CHAPTER = 97
#: Kept free for chapters to come.
_NO_CHAPTER = 77


def unlisted(
    card: Card, codes: Mapping[str, int], *, told: Collection[str | None], first_year: int
) -> tuple[tuple[str, int], ...]:
    """The codes of a file that the HS does not have, each with its first record; `codes` are all of them with theirs.

    `told` are the editions of its rows, None where a row does not say: then any will do. Of editions whose lists are
    not held (before HS2012), and of years before `first_year` 2012, only the chapter is looked at. Chapters 98 and 99
    are each country's own.
    """
    held = editions.editions_held()
    known = {each for each in told if each is not None}
    if None in told and first_year >= min(_year(each) for each in held):
        known |= held
    lists = known if known and known <= held and (None not in told or known >= held) else None
    found = [(code, record) for code, record in codes.items() if _is_strange(card, code, lists)]
    return tuple(sorted(found, key=lambda each: each[1]))


def _is_strange(card: Card, code: str, lists: Collection[str] | None) -> bool:
    if not code.isdigit() or code in card.special_codes or confidential(card, code):
        return False
    chapter = int(code[:2])
    if chapter > _LAST_CHAPTER:
        return False
    if chapter == _NO_CHAPTER:
        return True
    return lists is not None and not any(editions.subheadings(code[:_SUBHEADING], each) for each in lists)


def _year(edition: str) -> int:
    return int(edition.removeprefix("HS"))
