"""What newspapers printed of the goods reviewed: all there is of a partner whose book is not loaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tidewaiter.analysis.goods import inside
from tidewaiter.analysis.printed import Printed
from tidewaiter.analysis.review.facts import Fact, Facts, Subject
from tidewaiter.analysis.review.track import Asked
from tidewaiter.period import Period
from tidewaiter.reference import goods, units
from tidewaiter.reference.groups import Group


@dataclass(frozen=True, slots=True)
class Told:
    """Some goods in a period, as last printed: what they were worth, and how much there was; None is not printed.

    `hedges` are how the two were worded (`exact`, `more_than` …); `period` is ISO 8601.
    """

    good: str
    title: str
    exporter: str
    importer: str
    period: str
    value: Fact | None
    quantity: Fact | None
    hedges: tuple[str, str]

    @property
    def something(self) -> bool:
        """Whether it is more than nothing."""
        return any(fact is not None and fact.value for fact in (self.value, self.quantity))

    @property
    def months(self) -> int:
        """How many months it is of."""
        return len(Period.parse(self.period).months())


def told(facts: Facts, asked: Asked, group: Group, figures: Iterable[Printed]) -> Iterator[Told]:
    """The figures printed of a group's goods within the review's time, the newest first, each as last printed."""
    named = tuple(product.hs[0] for product in group.products if product.named)
    last: dict[tuple[str, str, str, str], dict[bool, Printed]] = {}
    for figure in sorted(figures, key=lambda figure: figure.row.released_on):
        row, money = figure.row, units.is_currency(figure.unit)
        if figure.two_way or not _in_time(asked, figure) or not inside(figure.good, named, total=False):
            continue
        if money and figure.unit != asked.currency:
            continue
        last.setdefault((figure.good, figure.exporter, figure.importer, row.period), {})[money] = figure
    ranked = sorted(last.items(), key=lambda pair: (_end(pair[0][3]), _length(pair[0][3]), pair[0][0]), reverse=True)
    for (good, exporter, importer, period), found in ranked:
        value, quantity = found.get(True), found.get(False)
        yield Told(
            good,
            goods.heading(good),
            exporter,
            importer,
            period,
            None if value is None else _fact(facts, value),
            None if quantity is None else _fact(facts, quantity),
            (
                value.row.qualifier or "exact" if value else "exact",
                quantity.row.qualifier or "exact" if quantity else "exact",
            ),
        )


def _in_time(asked: Asked, figure: Printed) -> bool:
    period = figure.row.period
    if asked.as_of is not None and figure.row.released_on > asked.as_of:
        return False
    return str(asked.window.since) <= period[:4] and _end(period) <= asked.window.through


def _end(period: str) -> str:
    last = period.rpartition("/")[2]
    return f"{last}-12" if len(last) == len("2022") else last


def _length(period: str) -> int:
    return len(Period.parse(period).months())


def _fact(facts: Facts, figure: Printed) -> Fact:
    return facts.booked(
        Subject(goods.heading(figure.good), figure.exporter, figure.importer, figure.row.period),
        figure.unit,
        figure.value,
        rows=(figure.row.ref,),
        source=figure.row.source,
    )
