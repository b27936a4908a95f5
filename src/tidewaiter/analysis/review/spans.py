"""Figures that a publisher gives for years of its own: India's fiscal years from April to March."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from tidewaiter.analysis.cells import in_currency, one_level, stands_alone
from tidewaiter.analysis.goods import codes_of_goods
from tidewaiter.analysis.review.facts import Fact, Facts, Subject
from tidewaiter.analysis.review.track import Asked, comparable
from tidewaiter.analysis.rows import Row
from tidewaiter.analysis.shelf import Lane, Shelf
from tidewaiter.ledger.coverage import STATES
from tidewaiter.period import Period
from tidewaiter.reference import goods
from tidewaiter.reference.groups import Group, Product


@dataclass(frozen=True, slots=True)
class Spans:
    """Products in a publisher's own years: `periods` in order, and for each product what is booked in each of them.

    A period without a row of the product is not in its mapping: whether that is nothing cannot be told.
    """

    periods: tuple[str, ...]
    lines: tuple[tuple[Product, dict[str, Fact]], ...]
    #: By the title of a product its codes that hold other goods too.
    wide: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All of the figures."""
        return tuple(fact for _, by_period in self.lines for fact in by_period.values())


def spans(
    facts: Facts,
    shelf: Shelf,
    asked: Asked,
    lane: Lane,
    group: Group,
    booked: Sequence[Row],
    *,
    open_end: bool = False,
) -> Spans:
    """What a lane's book holds of a group in years that are no calendar years: `booked` are its rows for such.

    With `open_end` those that end after the review does are told too.
    """
    window = asked.window
    rows = [
        row
        for row in booked
        if row.stood(asked.as_of)
        and int(row.period[:4]) >= window.since
        and (open_end or row.period.partition("/")[2] <= window.through)
    ]
    by_period: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_period[row.period].append(row)
    lines: list[tuple[Product, dict[str, Fact]]] = []
    for product in group.products:
        found = {}
        for period, held in sorted(by_period.items()):
            fact = _fact(facts, shelf, asked, lane, product, period, held)
            if fact is not None:
                found[period] = fact
        if found and found not in [other for _, other in lines]:
            lines.append((product, found))
    wide = {product.title: codes for product, found in lines if (codes := _wide(product, found, lane.reporter))}
    return Spans(tuple(sorted(by_period)) if lines else (), tuple(lines), wide)


def change(facts: Facts, by_period: Mapping[str, Fact]) -> tuple[Fact, Fact, Fact] | None:
    """The last of a publisher's years, the one before and the change in percent; None where they are no neighbours, or
    of one of which only a part is known.
    """
    periods = sorted(by_period)
    if len(periods) < 2 or not Period.parse(periods[-1]).back_years(1).same_days(Period.parse(periods[-2])):
        return None
    now, before = by_period[periods[-1]], by_period[periods[-2]]
    if not comparable(now) or not comparable(before):
        return None
    found = facts.made("change", replace(now.subject, against=before.subject.period), "percent", [now, before])
    return None if found is None else (now, before, found)


def _wide(product: Product, periods: Iterable[str], reporter: str) -> tuple[str, ...]:
    if not product.named:
        return product.wide
    found = (code for period in periods for code in goods.codes(product.id, int(period[:4]), reporter=reporter))
    return tuple(sorted({code.code for code in found if code.wide}))


def _fact(
    facts: Facts, shelf: Shelf, asked: Asked, lane: Lane, product: Product, period: str, held: Sequence[Row]
) -> Fact | None:
    named = product.hs
    if product.named:
        named = codes_of_goods(product.hs, int(period[:4]), reporter=lane.reporter).prefixes
    rows, known = in_currency([row for prefix in named for row in one_level(held, prefix)], asked.currency)
    values = [row.value for row in rows if row.value is not None]
    if not rows or not known or len(values) != len(rows):
        return None
    total = sum(values, Decimal(0))
    below = sum((row.high for row in rows if row.high is not None), Decimal(0)) if not total else Decimal(0)
    return facts.booked(
        Subject(product.title, lane.exporter, lane.importer, period),
        asked.currency,
        total,
        rows=tuple(row.ref for row in rows),
        scope=_scope(shelf, asked, lane, named, period, rows),
        source=rows[0].source,
        repeat=_repeat(asked, lane, product, period, rows[0].source),
        below=below or None,
    )


def _scope(shelf: Shelf, asked: Asked, lane: Lane, named: Sequence[str], period: str, rows: Sequence[Row]) -> str:
    """Whether all of the goods are in the book for the period, a selection of codes, or a part that nobody can tell."""
    if stands_alone(rows, named):
        return "whole"
    states = [
        shelf.covers(lane, hs=prefix, period=period, source=rows[0].source, as_of=asked.as_of).state for prefix in named
    ]
    worst = max(states, key=STATES.index)
    return {"yes": "whole", "selection": "selection"}.get(worst, "least")


def _repeat(asked: Asked, lane: Lane, product: Product, period: str, source: str) -> str:
    codes = " ".join(f"--hs {code}" for code in product.hs)
    first, _, last = period.partition("/")
    money = "" if asked.currency == "USD" else f" --currency {asked.currency}"
    return (
        f"tidewaiter series --reporter {lane.reporter} --partner {lane.partner} --flow {lane.flow} {codes} "
        f"--from {first} --to {last} --freq O --source {source}{money}"
        + (f" --as-of {asked.as_of}" if asked.as_of else "")
    )
