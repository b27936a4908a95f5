"""What reporters booked with a country and with those it is taken for, line by line: the ground for comparing them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import TYPE_CHECKING

from tidewaiter.analysis.audit.lines import Lane
from tidewaiter.analysis.audit.scope import OPPOSITE, Scope
from tidewaiter.sources.sql import literal, literals

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger

#: A share of fewer periods is chance.
_A_YEAR = {"M": 12, "A": 3}


@dataclass(frozen=True, slots=True)
class Booked:
    """What one lane holds with one partner: in how many periods, how much, from when to when."""

    periods: int
    value: float
    usd: float
    currency: str | None
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Profiles:
    """All lanes with the country (`own`) and with each lookalike (`others`), and how much was published at all.

    `published` counts the periods that a source holds of a reporter's flow, with whomever.
    """

    own: Mapping[Lane, Booked]
    others: Mapping[str, Mapping[Lane, Booked]]
    published: Mapping[tuple[str, str, str, str], int]
    _world: dict[tuple[str, str, str], dict[str, float]] = field(default_factory=dict, repr=False)

    def world(self, partner: str, flow: str, code: str) -> Mapping[str, float]:
        """How much (USD) each reporter booked with a partner of one flow and subheading, or heading (4 digits)."""
        return self._world.get((partner, flow, code), {})


def profiles(ledger: Ledger, scope: Scope, lookalikes: Sequence[str]) -> Profiles:
    """Fetch what is booked with the country and its lookalikes, of the codes that the country's rows have."""
    partners = [scope.partner, *lookalikes]
    codes = f"SELECT DISTINCT substr(p.hs, 1, 4) AS heading FROM {scope.relation()} AS p WHERE {scope.where(alias='p')}"
    statement = f"""
        SELECT r.partner AS partner, r.source AS source, r.reporter AS reporter, r.flow AS flow, r.freq AS freq,
               r.hs AS hs, count(DISTINCT r.period) AS periods, sum(r.value) AS total, sum(r.value_usd) AS usd,
               max(r.currency) AS currency, min(r.period) AS earliest, max(r.period) AS latest
        FROM {scope.relation()} AS r
        JOIN ({codes}) AS c ON c.heading = substr(r.hs, 1, 4)
        WHERE r.partner IN ({literals(partners)}) AND r.level >= 4 AND {scope.common()}
        GROUP BY r.partner, r.source, r.reporter, r.flow, r.freq, r.hs
    """
    booked: dict[str, dict[Lane, Booked]] = {partner: {} for partner in partners}
    for partner, source, reporter, flow, freq, hs, periods, total, usd, currency, earliest, latest in scope.ask(
        ledger, statement
    ):
        lane = Lane(source, reporter, flow, freq, hs)
        booked[partner][lane] = Booked(
            int(periods), float(total or 0), float(usd or 0), currency, str(earliest), str(latest)
        )
    for partner, lanes in booked.items():
        booked[partner] = _finest(lanes)
    own = booked.pop(scope.partner)
    found = Profiles(own, booked, _published(ledger, scope, {lane.reporter for lane in own}))
    _spread(found, {scope.partner: own, **booked})
    return found


def _finest(lanes: Mapping[Lane, Booked]) -> dict[Lane, Booked]:
    """The lanes without those that hold finer ones: a heading beside its subheadings would count twice."""
    codes: dict[tuple[str, str, str, str], set[str]] = defaultdict(set)
    for lane in lanes:
        for width in range(4, len(lane.hs)):
            codes[lane.source, lane.reporter, lane.flow, lane.freq].add(lane.hs[:width])
    return {
        lane: booked
        for lane, booked in lanes.items()
        if lane.hs not in codes[lane.source, lane.reporter, lane.flow, lane.freq]
    }


def _published(ledger: Ledger, scope: Scope, reporters: Iterable[str]) -> dict[tuple[str, str, str, str], int]:
    names = literals(sorted(reporters)) or "''"
    statement = (
        "SELECT m.source AS source, m.reporter AS reporter, m.flow AS flow, m.freq AS freq, "
        "count(DISTINCT m.period) AS periods "
        f"FROM months AS m WHERE m.reporter IN ({names}) GROUP BY m.source, m.reporter, m.flow, m.freq"
    )
    return {(source, reporter, flow, freq): int(n) for source, reporter, flow, freq, n in scope.ask(ledger, statement)}


def _spread(found: Profiles, booked: Mapping[str, Mapping[Lane, Booked]]) -> None:
    """Who trades what with whom, by subheading and by heading; two books of one reporter count once, the larger."""
    best: dict[tuple[str, str, str], dict[str, dict[tuple[str, str], float]]] = {}
    for partner, lanes in booked.items():
        for lane, line in lanes.items():
            for code in {lane.hs[:6], lane.hs[:4]}:
                by_book = best.setdefault((partner, lane.flow, code), {}).setdefault(lane.reporter, {})
                by_book[lane.source, lane.freq] = by_book.get((lane.source, lane.freq), 0.0) + line.usd
    for key, reporters in best.items():
        found._world[key] = {reporter: max(books.values()) for reporter, books in reporters.items()}


@dataclass(frozen=True, slots=True)
class Ties:
    """How close reporters are to a country: in which part of their periods they book a flow with it, and how much."""

    shares: Mapping[tuple[str, str, str, str], float]
    usd: Mapping[str, float]

    def share(self, reporter: str) -> float:
        """Which part of all that anybody books with the country, either way, a reporter books."""
        total = sum(self.usd.values())
        return self.usd.get(reporter, 0.0) / total if total else 0.0


def ties(ledger: Ledger, scope: Scope) -> Ties:
    """Who trades with the scope's country, whatever the goods and the time.

    `shares` has a source's reporter, flow and frequency where at least a year of them is known to be published.
    """
    theirs = (
        f"(SELECT DISTINCT r.source AS source, r.reporter AS reporter, r.flow AS flow, r.freq AS freq, "
        f"r.period AS period FROM {scope.relation()} AS r WHERE r.partner = {literal(scope.partner)})"
    )
    keys = ("source", "reporter", "flow", "freq", "period")
    same = " AND ".join(f"t.{key} = p.{key}" for key in keys)
    counted = (
        "SELECT p.source AS source, p.reporter AS reporter, p.flow AS flow, p.freq AS freq, count(*) AS published, "
        f"count(t.period) AS traded FROM {scope.published()} AS p LEFT JOIN {theirs} AS t ON {same} "
        "GROUP BY p.source, p.reporter, p.flow, p.freq"
    )
    shares = {
        (source, reporter, flow, freq): int(traded) / int(published)
        for source, reporter, flow, freq, published, traded in scope.ask(ledger, counted)
        if int(published) >= _A_YEAR[freq]
    }
    summed = (
        "SELECT r.source AS source, r.reporter AS reporter, r.freq AS freq, sum(r.value_usd) AS usd "
        f"FROM {scope.relation()} AS r WHERE r.partner = {literal(scope.partner)} AND r.flow IN ('export', 'import') "
        "GROUP BY r.source, r.reporter, r.freq"
    )
    usd: dict[str, float] = defaultdict(float)
    for _, reporter, _, worth in scope.ask(ledger, summed):
        usd[reporter] = max(usd[reporter], float(worth or 0))
    return Ties(shares, usd)


def likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How alike two mixes of goods are: the cosine between values by code, 0 nothing in common, 1 the same mix."""
    dot = sum(value * other.get(code, 0.0) for code, value in one.items())
    size = sqrt(sum(value * value for value in one.values())) * sqrt(sum(value * value for value in other.values()))
    return dot / size if size else 0.0


@dataclass(frozen=True, slots=True)
class Diary:
    """What was booked when: USD by period, for a source, frequency, reporter, partner, flow and subheading."""

    entries: Mapping[tuple[str, str, str, str, str, str], Mapping[str, float]]

    def of(self, lane: Lane, partner: str) -> Mapping[str, float]:
        """What the lane's reporter booked with a partner under the lane's subheading."""
        return self.entries.get((lane.source, lane.freq, lane.reporter, partner, lane.flow, lane.hs[:6]), {})

    def mirror(self, lane: Lane, keeper: str) -> Mapping[str, float]:
        """What another country's book has of its trade with the lane's reporter, the other way; the fuller of two."""
        wanted = (lane.freq, keeper, lane.reporter, OPPOSITE[lane.flow], lane.hs[:6])
        books = [each for key, each in self.entries.items() if key[1:] == wanted]
        return max(books, key=len, default={})


def diary(ledger: Ledger, scope: Scope, lanes: Iterable[Lane], lookalikes: Sequence[str]) -> Diary:
    """Fetch what the reporters of some lanes and the lookalikes booked with each other, by period."""
    listed = list(lanes)
    if not listed:
        return Diary({})
    reporters = literals(sorted({lane.reporter for lane in listed}))
    others, both = literals(lookalikes), literals([scope.partner, *lookalikes])
    codes = literals(sorted({lane.hs[:6] for lane in listed}))
    statement = (
        "SELECT r.source AS source, r.freq AS freq, r.reporter AS reporter, r.partner AS partner, r.flow AS flow, "
        "substr(r.hs, 1, 6) AS code, r.period AS period, sum(r.value_usd) AS usd "
        f"FROM {scope.relation()} AS r WHERE ((r.reporter IN ({reporters}) AND r.partner IN ({both})) "
        f"OR (r.reporter IN ({others}) AND r.partner IN ({reporters}))) "
        f"AND r.level >= 6 AND substr(r.hs, 1, 6) IN ({codes}) AND {scope.common()} "
        "GROUP BY r.source, r.freq, r.reporter, r.partner, r.flow, substr(r.hs, 1, 6), r.period"
    )
    entries: dict[tuple[str, str, str, str, str, str], dict[str, float]] = defaultdict(dict)
    for source, freq, reporter, partner, flow, code, period, usd in scope.ask(ledger, statement):
        entries[source, freq, reporter, partner, flow, code][period] = float(usd or 0)
    return Diary(entries)
