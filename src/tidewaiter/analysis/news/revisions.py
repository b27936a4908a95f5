"""What the newest release says otherwise than what was held before it, and what it brings that was not held at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from tidewaiter.analysis.news.moves import title_of
from tidewaiter.analysis.review.facts import Fact, Facts, Subject
from tidewaiter.analysis.rows import Row, statements
from tidewaiter.analysis.shelf import Lane
from tidewaiter.ledger.changes import Change, changes
from tidewaiter.sources.sql import literal

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger

#: Changes that are told, of each kind.
MOST = 15


@dataclass(frozen=True, slots=True)
class Revision:
    """One statement of a book before and now, as facts; None where it was not there. `step`: by how much it moved."""

    kind: str
    lane: Lane
    code: str
    period: str
    before: Fact | None
    now: Fact | None
    step: Fact | None = None


@dataclass(frozen=True, slots=True)
class Revised:
    """What a source's release of the day `second` changed of what stood on `first`, the largest changes first.

    `revised` are figures that it says otherwise or no longer has, `added` those that were not held before; `dated`:
    `second` is the day of a publication, else that of the file.
    """

    source: str
    first: date
    second: date
    revised: tuple[Revision, ...]
    added: tuple[Revision, ...]
    dated: bool


def revised(ledger: Ledger, facts: Facts, *, country: str, month: str, as_of: date | None) -> Revised | None:
    """What the newest release about a country changed; None where its source has no earlier one.

    That it has the new `month` is no addition to what was held.
    """
    until = "" if as_of is None else f"AND f.released_on <= DATE {literal(as_of.isoformat())}"
    one = literal(country)
    statement = (
        "SELECT f.source AS source, f.released_on AS released_on, f.file_sha256 AS file_sha256 FROM flows AS f "
        f"WHERE f.qualifier IS NULL AND (f.partner = {one} OR f.reporter = {one}) {until} "
        "GROUP BY f.source, f.released_on, f.file_sha256 ORDER BY released_on, source"
    )
    rows = ledger.connect().execute(statement).fetchall()
    if not rows:
        return None
    source, newest, _ = rows[-1]
    earlier = [day for each, day, _ in rows if each == source and day < newest]
    if not earlier:
        return None
    files = {file for each, day, file in rows if (each, day) == (source, newest)}
    found = changes(ledger.connect(), max(earlier), newest, source=source, partner=country)
    otherwise = [row for row in found.rows if row.kind != "added"][:MOST]
    new = [row for row in found.rows if row.kind == "added" and row.period != month][:MOST]
    told = list(_told(ledger, facts, [*otherwise, *new], found.first, found.second))
    return Revised(
        source,
        found.first,
        found.second,
        tuple(each for each in told if each.kind != "added"),
        tuple(each for each in told if each.kind == "added"),
        dated=not files <= ledger.undated,
    )


def _told(ledger: Ledger, facts: Facts, found: Sequence[Change], first: date, second: date) -> Iterator[Revision]:
    """The changes with the rows that say so."""
    rows = statements(ledger, {(c.source, c.reporter, c.partner, c.flow, c.period, c.hs) for c in found})
    for change in found:
        mine = [
            row
            for row in rows
            if (row.source, row.reporter, row.partner, row.flow, row.period, row.hs, row.currency)
            == (change.source, change.reporter, change.partner, change.flow, change.period, change.hs, change.currency)
        ]
        before = _fact(facts, change, [row for row in mine if row.stood(first)], change.before)
        now = _fact(facts, change, [row for row in mine if row.stood(second)], change.after)
        if before is not None or now is not None:
            lane = Lane(change.reporter, change.partner, change.flow)
            yield Revision(change.kind, lane, change.hs, change.period, before, now, _step(facts, before, now))


def _step(facts: Facts, before: Fact | None, now: Fact | None) -> Fact | None:
    """Now less before, of figures that both days have."""
    if before is None or now is None or before.unit != now.unit:
        return None
    return facts.made("difference", now.subject, now.unit, [now, before])


def _fact(facts: Facts, change: Change, rows: Sequence[Row], value: Decimal | None) -> Fact | None:
    """The figure of one day; None where there was none, or its rows are not those of just this statement."""
    if value is None or not rows or sum((row.value for row in rows if row.value is not None), Decimal(0)) != value:
        return None
    lane = Lane(change.reporter, change.partner, change.flow)
    return facts.booked(
        Subject(title_of(change.hs, change.period), lane.exporter, lane.importer, change.period),
        change.currency or "USD",
        value,
        rows=tuple(row.ref for row in rows),
        source=change.source,
    )
