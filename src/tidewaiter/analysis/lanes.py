"""Who books a country's trade: the partners' books first, its own where a partner has none."""

from __future__ import annotations

from collections import defaultdict
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


class Lanes:
    """The flows of a country's trade since a year, and whose books they stand in; looked up at once."""

    def __init__(self, ledger: Ledger, *, country: str, since: int, as_of: date | None) -> None:
        self._country = country
        self._rows: dict[Lane, int] = defaultdict(int)
        self._sources: dict[Lane, set[str]] = defaultdict(set)
        for reporter, partner, flow, source, is_book, known in (
            ledger.connect()
            .execute(_SELECT.format(country=literal(country), since=since, known=_known(as_of)))
            .fetchall()
        ):
            lane = Lane(reporter, partner, flow)
            if known:
                self._rows[lane] += known
            if is_book:
                self._sources[lane].add(source)

    def of(self, direction: str) -> tuple[Lane, ...]:
        """The flows that make up its imports or exports as known, one a partner, those with most rows first.

        Two books of the same trade are never added: the partner's own is taken, and the country's where it is the only
        one.
        """
        if direction not in MIRROR:
            raise UsageError(f"no such direction: {direction!r}", cure="import or export, as the country sees it")
        found: dict[str, Lane] = {}
        for lane in sorted(self._rows, key=lambda lane: (-self._rows[lane], lane.reporter, lane.partner)):
            own = lane.reporter == self._country
            other = lane.partner if own else lane.reporter
            if lane.flow != (direction if own else MIRROR[direction]) or not _is_other(other, self._country):
                continue
            if other not in found or found[other].reporter == self._country:
                found[other] = lane
        return tuple(found.values())

    def sources(self, lane: Lane) -> frozenset[str]:
        """Whose books hold any row of a flow."""
        return frozenset(self._sources.get(lane, ()))


#: A half for each side, so that the rows of others are passed over.
_SIDE = (
    "SELECT f.reporter AS reporter, f.partner AS partner, f.flow AS flow, f.source AS source, "
    "f.qualifier IS NULL AS is_book, f.released_on AS released_on FROM flows AS f "
    "WHERE {side} AND f.year >= {{since}} AND f.counted"
)
_SELECT = (
    "SELECT f.reporter AS reporter, f.partner AS partner, f.flow AS flow, f.source AS source, f.is_book AS is_book, "
    "count(*) FILTER (WHERE {known}) AS known FROM ("
    + _SIDE.format(side="f.partner = {country}")
    + " UNION ALL "
    + _SIDE.format(side="f.reporter = {country}")
    + ") AS f GROUP BY f.reporter, f.partner, f.flow, f.source, f.is_book"
)


def _known(as_of: date | None) -> str:
    return "TRUE" if as_of is None else f"f.released_on <= DATE {literal(as_of.isoformat())}"


def _is_other(code: str | None, country: str) -> bool:
    return code not in (country, WORLD) and _is_country(code)


def _is_country(code: str | None) -> bool:
    """Whether it is one country: areas "not elsewhere specified" and groups are partners of nobody."""
    return code is not None and len(code) == 3 and code.isalpha() and code.isupper()


def last_month(ledger: Ledger, *, country: str, as_of: date | None, file: str | None = None) -> str | None:
    """The newest month of which any figure about a country is known; None where there is none.

    With `file`, a SHA-256, only what that file brought.
    """
    brought = "" if file is None else f"AND f.file_sha256 = {literal(file)}"
    known = "" if as_of is None else f"AND f.released_on <= DATE {literal(as_of.isoformat())}"
    sides = (
        f"SELECT max(f.period) AS period FROM flows AS f WHERE f.{side} = {literal(country)} AND f.freq = 'M' "
        f"AND f.counted {known} {brought}"
        for side in ("partner", "reporter")
    )
    statement = f"SELECT max(s.period) AS period FROM ({' UNION ALL '.join(sides)}) AS s"
    row = ledger.connect().execute(statement).fetchone()
    return None if row is None else row[0]


def last_end(ledger: Ledger, *, country: str, as_of: date | None) -> str | None:
    """The newest month known of a country; where only years or other stretches are, the month that the last ends in."""
    return last_month(ledger, country=country, as_of=as_of) or newest_end(ledger, country=country, as_of=as_of)


def newest_end(ledger: Ledger, *, country: str, as_of: date | None) -> str | None:
    """The month in which the newest month, year or other stretch known of a country ends; None where there is none."""
    known = "" if as_of is None else f"AND f.released_on <= DATE {literal(as_of.isoformat())}"
    sides = (
        f"SELECT DISTINCT f.period AS period FROM flows AS f WHERE f.{side} = {literal(country)} AND f.counted {known}"
        for side in ("partner", "reporter")
    )
    rows = ledger.connect().execute(" UNION ".join(sides)).fetchall()
    return max((end_of(period) for (period,) in rows), default=None)


def end_of(period: str) -> str:
    """The month in which a month, a year or another stretch ends."""
    last = period.rpartition("/")[2]
    return f"{last}-12" if len(last) == len("2022") else last[: len("2022-05")]
