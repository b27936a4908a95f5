"""Who books a country's trade: the partners' books first, its own where a partner has none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from tidewaiter.analysis.shelf import Lane
from tidewaiter.errors import UsageError
from tidewaiter.ledger.schema import WORLD
from tidewaiter.sources.sql import literal

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger

#: What the partner books when goods enter (import) or leave (export) the country.
MIRROR: Mapping[str, str] = {"import": "export", "export": "import"}


def lanes(ledger: Ledger, *, country: str, direction: str, since: int, as_of: date | None) -> tuple[Lane, ...]:
    """The flows that make up a country's imports or exports since a year, one a partner, those with most rows first.

    Two books of the same trade are never added: the partner's own is taken, and the country's where it is the only one.
    """
    if direction not in MIRROR:
        raise UsageError(f"no such direction: {direction!r}", cure="import or export, as the country sees it")
    known = "" if as_of is None else f"AND f.released_on <= DATE {literal(as_of.isoformat())}"
    statement = (
        "SELECT f.reporter AS reporter, f.partner AS partner, f.flow AS flow, count(*) AS rows_held FROM flows AS f "
        f"WHERE f.year >= {since} {known} AND f.counted AND ("
        f"(f.partner = {literal(country)} AND f.flow = {literal(MIRROR[direction])}) OR "
        f"(f.reporter = {literal(country)} AND f.flow = {literal(direction)})) "
        "GROUP BY f.reporter, f.partner, f.flow ORDER BY rows_held DESC, reporter, partner"
    )
    found: dict[str, Lane] = {}
    for reporter, partner, flow, _ in ledger.connect().execute(statement).fetchall():
        other = reporter if partner == country else partner
        if other in (country, WORLD) or not _is_country(other):
            continue
        lane = Lane(reporter, partner, flow)
        if other not in found or found[other].reporter == country:
            found[other] = lane
    return tuple(found.values())


def sources_by_lane(ledger: Ledger, *, country: str, since: int) -> Mapping[Lane, frozenset[str]]:
    """Whose books hold any row of each flow with a country, or of its own."""
    one = literal(country)
    statement = (
        "SELECT DISTINCT f.reporter AS reporter, f.partner AS partner, f.flow AS flow, f.source AS source "
        f"FROM flows AS f WHERE f.year >= {since} AND f.counted AND f.qualifier IS NULL "
        f"AND (f.partner = {one} OR f.reporter = {one})"
    )
    found: dict[Lane, set[str]] = {}
    for reporter, partner, flow, source in ledger.connect().execute(statement).fetchall():
        found.setdefault(Lane(reporter, partner, flow), set()).add(source)
    return {lane: frozenset(sources) for lane, sources in found.items()}


def _is_country(code: str | None) -> bool:
    """Whether it is one country: areas "not elsewhere specified" and groups are partners of nobody."""
    return code is not None and len(code) == 3 and code.isalpha() and code.isupper()


def last_month(ledger: Ledger, *, country: str, as_of: date | None, file: str | None = None) -> str | None:
    """The newest month of which any figure about a country is known; None where there is none.

    With `file`, a SHA-256, only what that file brought.
    """
    brought = "" if file is None else f"AND f.file_sha256 = {literal(file)}"
    known = "" if as_of is None else f"AND f.released_on <= DATE {literal(as_of.isoformat())}"
    statement = (
        "SELECT max(f.period) AS period FROM flows AS f WHERE f.freq = 'M' AND f.counted "
        f"AND (f.partner = {literal(country)} OR f.reporter = {literal(country)}) {known} {brought}"
    )
    row = ledger.connect().execute(statement).fetchone()
    return None if row is None else row[0]
