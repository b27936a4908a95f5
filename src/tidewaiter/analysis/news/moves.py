"""One flow's lines of a month against the months before: what is new, what stopped, what moved most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tidewaiter.analysis.review.facts import Fact, Facts, Subject
from tidewaiter.analysis.rows import Row
from tidewaiter.analysis.shelf import Lane, Shelf
from tidewaiter.errors import UsageError
from tidewaiter.reference import editions, goods

KINDS = ("new", "stopped", "rose", "fell")
#: New is what had no row in so many months before, all of them published.
QUIET = 12
#: Lines of the code that are told apart.
WIDTH = 6


@dataclass(frozen=True, slots=True)
class Move:
    """A line of a lane: what it is now and was in the month before, as facts; `change` where both are something."""

    kind: str
    lane: Lane
    code: str
    now: Fact
    before: Fact
    difference: Fact
    change: Fact | None

    @property
    def size(self) -> Decimal:
        """By how much it moved."""
        return abs(self.difference.value)


def moves(
    facts: Facts, shelf: Shelf, lane: Lane, rows: Sequence[Row], *, months: Sequence[str], threshold: Decimal
) -> Iterator[Move]:
    """The moves of the last of `months`, at or above a threshold; `rows` are the lane's finest rows of those months."""
    by_code: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        by_code[(row.hs or "")[:WIDTH]][row.period].append(row)
    month, last = months[-1], months[-2]
    source = next((row.source for row in rows if row.period == month), None)
    if source is None:
        return
    for code, held in by_code.items():
        now, before = _sum(held.get(month)), _sum(held.get(last))
        if not now and not before:
            continue
        known = shelf.covers(lane, hs=code, period=month if before and not now else last, source=source, as_of=None)
        if (not now or not before) and known.state not in ("yes", "selection"):
            continue
        kind = "rose" if now > before else "fell"
        if now and not any(held.get(each) for each in months[:-1]):
            if not _all_published(shelf, lane, code, source, months[:-1]):
                continue
            kind = "new"
        elif before and not now:
            kind = "stopped"
        move = _move(facts, kind, lane, code, held, month, last)
        if move.size >= threshold and move.size:
            yield move


def lines(facts: Facts, lane: Lane, rows: Sequence[Row], *, month: str) -> Iterator[Fact]:
    """What the month has of each subheading, whatever is known of the months before."""
    by_code: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.period == month and row.value:
            by_code[(row.hs or "")[:WIDTH]].append(row)
    for code, held in by_code.items():
        yield facts.booked(
            Subject(title_of(code, month), lane.exporter, lane.importer, month),
            held[0].currency or "USD",
            _sum(held),
            rows=tuple(row.ref for row in held),
            source=held[0].source,
        )


def _all_published(shelf: Shelf, lane: Lane, code: str, source: str, months: Sequence[str]) -> bool:
    states = (shelf.covers(lane, hs=code, period=month, source=source, as_of=None).state for month in months)
    return len(months) >= QUIET and all(state in ("yes", "selection") for state in states)


def _sum(rows: Sequence[Row] | None) -> Decimal:
    return sum((row.value for row in rows or () if row.value is not None), Decimal(0))


def _move(
    facts: Facts, kind: str, lane: Lane, code: str, held: Mapping[str, Sequence[Row]], month: str, last: str
) -> Move:
    title = title_of(code, month)

    def fact(period: str) -> Fact:
        rows = held.get(period, ())
        return facts.booked(
            Subject(title, lane.exporter, lane.importer, period),
            _currency(held),
            _sum(rows),
            rows=tuple(row.ref for row in rows),
            source=rows[0].source if rows else "",
        )

    now, before = fact(month), fact(last)
    subject = Subject(title, lane.exporter, lane.importer, month, last)
    difference = facts.made("difference", subject, now.unit, [now, before])
    assert difference is not None
    change = facts.made("change", subject, "percent", [now, before]) if now.value else None
    return Move(kind, lane, code, now, before, difference, change)


def _currency(held: Mapping[str, Sequence[Row]]) -> str:
    return next(row.currency or "USD" for rows in held.values() for row in rows)


def title_of(code: str, month: str) -> str:
    """What a code holds, in words, with the code: "Soap (HS 340111)"; by its chapter where no goods are named by it."""
    edition = editions.edition_for(int(month[:4]))
    for good in goods.good_ids_for_code(code, edition):
        narrow = [each for each in goods.codes(good, int(month[:4])) if code.startswith(each.code) and not each.wide]
        if narrow and len(narrow[0].code) >= 4:
            return f"{goods.heading(good)} (HS {code})"
    try:
        chapter = editions.chapter_title(code)
    except UsageError:
        chapter = None
    return f"{chapter} (HS {code})" if chapter else f"HS {code}"
