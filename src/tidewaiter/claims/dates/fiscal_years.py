"""When fiscal years begin: by the countries a text is about, or the one country that a sentence names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from tidewaiter.claims.periods import Anchor
from tidewaiter.claims.words.lexicon import load_yaml

#: Fiscal years that are calendar years need no telling apart.
_CALENDAR = frozenset({None, 1})
#: How much more often a country is named than any that it trades with, in a text on the one.
_BY_FAR = 2


@cache
def starts() -> dict[str, int]:
    """The month in which each country's fiscal year begins."""
    table: dict[str, list[str]] = _table()["starts"]
    return {code: int(month) for month, codes in table.items() for code in codes}


@cache
def _by_first() -> frozenset[str]:
    return frozenset(_table()["by_first"])


def _plain(codes: Sequence[str]) -> list[str]:
    """The countries whose years are called fiscal without more; the others where there are none of them."""
    told = _table()["named"]
    return [code for code in codes if code not in told] or list(codes)


@cache
def _table() -> dict[str, Any]:
    return dict(load_yaml("fiscal_years.yml"))


def settle(anchor: Anchor, ranked: Sequence[str], everyone: Counter[str], *, paired: bool) -> None:
    """Set the fiscal year of a text that is mostly about the `ranked` countries, of `everyone` it names so often.

    `paired` says that it is on the trade of those two, whose books it may quote of either.
    """
    ranked = _plain(ranked)
    known = [starts().get(code) for code in ranked]
    agreed = len(known) < 2 or known[1] in {None, 1, known[0]}
    # "Bangladesh's exports … to the United States": of the one that the text is about by far.
    agreed = agreed or (not paired and everyone[ranked[0]] >= _BY_FAR * everyone[ranked[1]])
    keeper: str | None = None
    if any(known):
        keeper = ranked[0] if agreed else None
    else:
        # Nobody in front keeps a known one; a single one among the rest is whose books are quoted.
        others = {starts().get(code): code for code in _plain(list(everyone)) if starts().get(code) not in _CALENDAR}
        keeper = next(iter(others.values())) if len(others) == 1 else None
    anchor.fiscal_country, anchor.fiscal_start = keeper, starts().get(keeper or "")
    anchor.fiscal_by_first = bool(ranked) and ranked[0] in _by_first()


def of_sentence(anchor: Anchor, codes: Iterable[str]) -> tuple[int | None, bool, str | None]:
    """(first month, named by first year, whose) of a sentence's only country that keeps such years, else the text's."""
    keepers = set(_plain([code for code in codes if starts().get(code) not in _CALENDAR]))
    if len(keepers) != 1:
        return anchor.fiscal_start, anchor.fiscal_by_first, anchor.fiscal_country
    keeper = keepers.pop()
    return starts()[keeper], keeper in _by_first(), keeper
