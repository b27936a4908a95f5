"""What publishers list among partners and ISO 3166 does not: Ceuta and Melilla, bunkers, former states."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from tidewaiter.reference import books, countries

_WORLD = "W00"
#: Names of an area that has several.
_NAMED = 2


@cache
def areas() -> Mapping[str, str]:
    """The name of each such area by its sign."""
    known = {each.alpha3 for each in countries.all_countries()}
    names: dict[str, dict[str, None]] = {}
    for system in books.SYSTEMS:
        for entry in books.entries(system) if system != "names" else ():
            if entry.alpha3 not in known and entry.alpha3 != _WORLD:
                names.setdefault(entry.alpha3, {})[entry.names[-1]] = None
    return {sign: " / ".join(list(found)[:_NAMED]) for sign, found in names.items()}


def check_party(sign: str) -> None:
    """UsageError for what is neither a country nor an area of any publisher's list."""
    if sign not in areas():
        countries.country(sign)
