"""Who a customs book means by a partner's code or printed name.

Strict: what a book's own list does not hold is an error. Codes that are no country keep the book's own sign: `W00` the
world, `S19` other Asia (Taiwan in practice), `_X` areas not specified, `QX` partners kept secret, and so on. Former
states keep theirs (`SUN`, `YUG`, `SCG`, `ANT`).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

from tidewaiter.errors import ReferenceDataError
from tidewaiter.reference import tables

#: The lists of partners: the UN's numbers, UN Comtrade's, China Customs', two letters (ISO and Eurostat Comext's own
#: signs), CEPII BACI's, India TradeStat's, and `names`: any country by its name in the languages of the name tables.
SYSTEMS = ("m49", "comtrade", "gacc", "iso2", "baci", "india", "names")
_SAME = {"comext": "iso2"}


@dataclass(frozen=True, slots=True)
class BookEntry:
    """A line of a publisher's list of partners; `until` is the last day of a state that has ceased."""

    system: str
    code: str
    alpha3: str
    names: tuple[str, ...]
    since: str
    until: str
    source: str


@cache
def entries(system: str) -> tuple[BookEntry, ...]:
    """A publisher's whole list of partners, in the order of its table."""
    system = _known(system)
    return tuple(
        BookEntry(
            system,
            row["code"],
            row["alpha3"],
            tuple(row["names"].split("|")),
            row["since"],
            row["until"],
            row["source"],
        )
        for row in tables.rows("party_codes.csv")
        if row["system"] == system
    )


def by_code(system: str, code: str | int, *, years: tuple[int, int] | None = None) -> str:
    """The alpha-3 (or the book's sign for what is no country) behind a partner code; ReferenceDataError if unknown.

    `years` are the first and the last that are spoken of: a code that was given anew (CS) is who had it then, and an
    error where that is two.
    """
    codes = _codes(_known(system))
    wanted = _plain_code(str(code))
    if wanted not in codes:
        raise ReferenceDataError(
            f"{system} knows no partner with code {str(code)!r}",
            path="party_codes.csv",
            cure="check the code, or map it in the card",
        )
    found = codes[wanted]
    if years is None or len(found) == 1:
        return found[-1].alpha3
    then = [entry.alpha3 for entry in found if _is_of(entry, years)]
    if len(then) > 1:
        raise ReferenceDataError(
            f"{code} is {' and '.join(then)} in {years[0]} to {years[1]}",
            path="party_codes.csv",
            cure="take the years apart",
        )
    return then[0] if then else found[-1].alpha3


def by_book_name(system: str, name: str) -> str:
    """The alpha-3 (or sign) behind a partner's name as a book prints it; ReferenceDataError if unknown."""
    names = _names(_known(system))
    wanted = _plain_name(name)
    if wanted not in names:
        raise ReferenceDataError(
            f"{system} knows no partner named {name!r}",
            path="party_codes.csv",
            cure="check the spelling, or map it in the card",
        )
    return names[wanted]


def _known(system: str) -> str:
    system = _SAME.get(system, system)
    if system not in SYSTEMS:
        raise ReferenceDataError(f"no such list of partners: {system!r}", cure=f"one of {', '.join(SYSTEMS)}")
    return system


def _plain_code(code: str) -> str:
    code = code.strip().upper()
    return code.lstrip("0") or "0" if code.isdigit() else code


def _plain_name(name: str) -> str:
    folded = unicodedata.normalize("NFKC", name).casefold().replace("&", "and")
    return "".join(char for char in folded if char.isalnum())


@cache
def _codes(system: str) -> dict[str, list[BookEntry]]:
    """Who has each code; several where it was given anew, the last one last."""
    found: dict[str, list[BookEntry]] = {}
    for entry in entries(system):
        if entry.code:
            found.setdefault(_plain_code(entry.code), []).append(entry)
    return found


def _is_of(entry: BookEntry, years: tuple[int, int]) -> bool:
    """Whether a line of a list was valid in some of the years."""
    since, until = entry.since[:4] or "0000", entry.until[:4] or "9999"
    return since <= f"{years[1]:04d}" and until >= f"{years[0]:04d}"


@cache
def _names(system: str) -> dict[str, str]:
    found: dict[str, str] = {}
    if system == "names":
        for table in ("country_names.csv", "country_words.csv"):
            for row in tables.rows(table):
                if row["kind"] in ("name", "alias"):
                    for word in row["words"].split("|"):
                        found.setdefault(_plain_name(word), row["alpha3"])
        return found
    current_first = sorted(entries(system), key=lambda entry: entry.until != "")
    for entry in current_first:
        for name in entry.names:
            found.setdefault(_plain_name(name), entry.alpha3)
    return found
