"""The Harmonized System: its editions, which codes each holds, and how codes turn into those of another edition."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tidewaiter.errors import ReferenceDataError, UsageError
from tidewaiter.reference import tables


@dataclass(frozen=True, slots=True)
class Relation:
    """One code's goods in another edition. `kind` counts codes on both sides: 1:1, 1:n (split), n:1 (merged), n:n.

    `sink`: a catch-all heading that takes a little of everything; it is left out of the count. `assumed`: both editions
    have the code, and nobody has compared what it holds.
    """

    old_edition: str
    new_edition: str
    old_code: str
    new_code: str
    kind: str
    sink: bool = False
    assumed: bool = False


@cache
def _editions() -> tuple[tuple[int, str, str], ...]:
    return tuple((int(row["since"][:4]), row["edition"], row["comtrade"]) for row in tables.rows("editions.csv"))


@cache
def edition_names() -> tuple[str, ...]:
    """Every edition, oldest first."""
    return tuple(edition for _, edition, _ in _editions())


@cache
def edition_for(year: int) -> str:
    """The edition in force in a year: HS2017 from 2017, HS2022 from 2022 …; UsageError before 1988."""
    place = bisect_right([since for since, _, _ in _editions()], year)
    if place == 0:
        raise UsageError(f"there was no Harmonized System in {year}")
    return _editions()[place - 1][1]


def edition_of(comtrade: str) -> str:
    """The edition behind UN Comtrade's H0 … H6."""
    for _, edition, code in _editions():
        if code == comtrade.upper():
            return edition
    raise ReferenceDataError(f"no HS edition is called {comtrade!r}", cure="UN Comtrade writes H0 to H6")


def comtrade_classification(edition: str) -> str:
    """UN Comtrade's H0 … H6 for an edition."""
    return _editions()[_place(edition)][2]


def _place(edition: str) -> int:
    names = edition_names()
    if edition not in names:
        raise UsageError(f"no such HS edition: {edition!r}", cure=f"one of {', '.join(names)}")
    return names.index(edition)


@cache
def _chapters() -> dict[str, str]:
    return {row["chapter"]: row["title"] for row in tables.rows("chapters.csv")}


def chapter_title(code: str) -> str | None:
    """What the chapter of a code is about, in a few words; None where there is no such chapter."""
    return _chapters().get(code[:2])


def is_code(text: str) -> bool:
    """Whether a text has the shape of an HS code or a national extension: 2, 4, 6, 8 or 10 digits of a real chapter."""
    return text.isascii() and text.isdigit() and len(text) in (2, 4, 6, 8, 10) and text[:2] in _chapters()


@cache
def _codes() -> dict[str, list[str]]:
    """Edition to its six-digit codes, in order."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in tables.rows("hs_codes.csv"):
        for edition in row["editions"].split("|"):
            found[edition].append(row["code"])
    return {edition: sorted(codes) for edition, codes in found.items()}


@lru_cache(maxsize=65536)
def _beginning(edition: str, prefix: str) -> frozenset[str]:
    return frozenset(beginning(_codes()[edition], prefix))


def beginning(codes: Sequence[str], prefix: str) -> Sequence[str]:
    """Those of ordered codes (digits, TOTAL) that begin with a prefix."""
    return codes[bisect_left(codes, prefix) : bisect_left(codes, f"{prefix}~")]


def editions_held() -> frozenset[str]:
    """The editions whose lists of codes are held."""
    return frozenset(_codes())


def subheadings(prefix: str, edition: str) -> frozenset[str]:
    """The six-digit codes of an edition that begin with a chapter, heading or subheading; all of them for "".

    UsageError for an edition whose list is not held (before HS2012).
    """
    _place(edition)
    if edition not in _codes():
        raise UsageError(f"the code list of {edition} is not held", cure=f"held: {', '.join(sorted(_codes()))}")
    return _beginning(edition, prefix)


def codes_in_chapter(chapter: str, edition: str) -> int:
    """How many six-digit codes a chapter has in an edition."""
    return len(subheadings(chapter, edition))


def exists(code: str, edition: str) -> bool:
    """Whether an edition has a code, be it a chapter, a heading or a subheading (longer codes: by their first six)."""
    return is_code(code) and bool(subheadings(code[:6], edition))


def is_heading(code: str) -> bool:
    """Whether the first four digits of a code are a heading in any of the editions whose lists are held."""
    return any(_beginning(edition, code[:4]) for edition in _codes())


@cache
def _units() -> dict[str, str]:
    return {row["code"]: row["standard_units"] for row in tables.rows("hs_codes.csv")}


def standard_unit(code: str) -> str | None:
    """The quantity unit that the WCO recommends for a subheading; None where there is none, or it changed."""
    unit = _units().get(code[:6], "")
    return unit if unit and "|" not in unit else None


@cache
def _changes() -> dict[tuple[str, str], tuple[Relation, ...]]:
    found: dict[tuple[str, str], list[Relation]] = {}
    for row in tables.rows("hs_changes.csv"):
        relation = Relation(
            row["old_edition"],
            row["new_edition"],
            row["old_code"],
            row["new_code"],
            row["relation"],
            row["sink"] == "yes",
        )
        found.setdefault((relation.old_edition, relation.old_code), []).append(relation)
    return {key: tuple(relations) for key, relations in found.items()}


def relations(code: str, from_edition: str, to_edition: str) -> tuple[Relation, ...]:
    """Where a six-digit code's goods are in another edition, earlier or later; empty where that is not known.

    Codes that the table of changes leaves out and that both editions have are taken as unchanged, and say so.
    """
    start, end = _place(from_edition), _place(to_edition)
    if start == end:
        return (Relation(from_edition, to_edition, code, code, "1:1"),) if exists(code, from_edition) else ()
    if start > end:
        earlier = [
            relation
            for old in _predecessors(code, from_edition, to_edition)
            for relation in relations(old, to_edition, from_edition)
            if relation.new_code == code
        ]
        return tuple(earlier)
    names = edition_names()
    found: tuple[Relation, ...] = _step(code, names[start], names[start + 1])
    for place in range(start + 1, end):
        found = tuple(
            _joined(first, second)
            for first in found
            for second in _step(first.new_code, names[place], names[place + 1])
        )
    return found


def _step(code: str, edition: str, following: str) -> tuple[Relation, ...]:
    listed = _changes().get((edition, code))
    if listed:
        return listed
    if edition not in _codes() or following not in _codes() or not exists(code, edition):
        return ()
    return (Relation(edition, following, code, code, "1:1", assumed=True),) if exists(code, following) else ()


def _predecessors(code: str, edition: str, earlier: str) -> list[str]:
    start, end = _place(earlier), _place(edition)
    wanted = {code}
    for place in range(end, start, -1):
        before = edition_names()[place - 1]
        wanted = {
            relation.old_code
            for relations_ in _changes().values()
            for relation in relations_
            if relation.old_edition == before and relation.new_code in wanted
        } | {new for new in wanted if _step(new, before, edition_names()[place])}
    return sorted(wanted)


def _joined(first: Relation, second: Relation) -> Relation:
    sides = zip(first.kind.split(":"), second.kind.split(":"), strict=True)
    kind = ":".join("n" if "n" in pair else "1" for pair in sides)
    return Relation(
        first.old_edition,
        second.new_edition,
        first.old_code,
        second.new_code,
        kind,
        first.sink or second.sink,
        first.assumed or second.assumed,
    )
