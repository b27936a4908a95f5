"""How far the books reach for some goods: which of their codes each reporter's files hold, and for which periods.

A book of fish says nothing of medicines, though it is published every month. What a file holds of a code for anybody
it is taken to hold for a country too where its reporter is seen with the country in that chapter, or with `SEVERAL`
partners of which the country could have been one (`ledger.coverage` says when a missing row is then no trade).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tidewaiter.ledger.coverage import SEVERAL
from tidewaiter.sources.sql import begins, literal

if TYPE_CHECKING:
    from tidewaiter.ledger.engines.engine import Cursor


@dataclass(frozen=True, slots=True)
class Reach:
    """What a reporter's books of one flow hold of the codes asked for: the codes, the periods, and whose books."""

    codes: frozenset[str] = frozenset()
    periods: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()


def reach(
    connection: Cursor, *, country: str, prefixes: Sequence[str], as_of: date | None
) -> Mapping[tuple[str, str], Reach]:
    """By reporter and flow, how far the books of trade with a country (its own too) reach under code prefixes."""
    codes = _codes(connection, prefixes)
    if not codes:
        return {}
    held = _by_reporter(connection, country, codes)
    found: dict[tuple[str, str], tuple[set[str], set[str], set[str]]] = defaultdict(lambda: (set(), set(), set()))
    until = "" if as_of is None else f" WHERE m.released_on <= DATE {literal(as_of.isoformat())}"
    statement = (
        "SELECT DISTINCT m.file_sha256 AS file_sha256, m.reporter AS reporter, m.flow AS flow, m.freq AS freq, "
        f"m.period AS period, m.source AS source FROM months AS m{until}"
    )
    for file, reporter, flow, freq, period, source in connection.execute(statement).fetchall():
        mine = held.get((file, reporter), {}).get(freq)
        if mine:
            listed = found[reporter, flow]
            listed[0].update(mine)
            listed[1].add(period)
            listed[2].add(source)
    return {key: Reach(*(frozenset(part) for part in parts)) for key, parts in found.items()}


def _codes(connection: Cursor, prefixes: Sequence[str]) -> dict[str, dict[str, list[tuple[str, str]]]]:
    """By file and chapter, the codes under the prefixes with the kind of period that the file has them for."""
    found: dict[str, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    if not prefixes:
        return found
    statement = (
        "SELECT c.file_sha256 AS file_sha256, c.freq AS freq, c.hs AS hs FROM codes AS c "
        f"WHERE {begins('c.hs', prefixes)}"
    )
    for file, freq, hs in connection.execute(statement).fetchall():
        found[file][hs[:2]].append((freq, hs))
    return found


def _by_reporter(
    connection: Cursor, country: str, codes: Mapping[str, Mapping[str, Sequence[tuple[str, str]]]]
) -> dict[tuple[str, str], dict[str, set[str]]]:
    """By file and reporter, the codes that speak of the country, by the kind of period."""
    chapters = sorted({chapter for each in codes.values() for chapter in each})
    one = literal(country)
    statement = (
        "SELECT l.file_sha256 AS file_sha256, l.reporter AS reporter, l.chapter AS chapter, "
        "count(l.partner) AS partners, "
        f"max(CASE WHEN l.partner = {one} OR l.reporter = {one} THEN 1 ELSE 0 END) AS own FROM lanes AS l "
        f"WHERE l.chapter IN ({', '.join(literal(chapter) for chapter in chapters)}) "
        "GROUP BY l.file_sha256, l.reporter, l.chapter"
    )
    rows = connection.execute(statement).fetchall()
    asked = {(file, chapter) for file, _, chapter, _, own in rows if own}
    found: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for file, reporter, chapter, partners, own in rows:
        if own or (partners >= SEVERAL and (file, chapter) in asked):
            for freq, hs in codes.get(file, {}).get(chapter, ()):
                found[file, reporter][freq].add(hs)
    return found
