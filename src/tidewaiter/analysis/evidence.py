"""The records between the ledger and a verdict: a question about trade, and the evidence that answers it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tidewaiter.interval import Interval
from tidewaiter.period import Period
from tidewaiter.provenance import RowRef


@dataclass(frozen=True, slots=True)
class Question:
    """How much of some goods went from one country to another in a period?

    `exporter`/`importer` are ISO 3166 alpha-3; with `two_way` both directions are added. `goods` are ids of
    `reference.goods` (empty with `total` False: nothing is known of the goods, so nothing can be asked). `hs` are code
    prefixes, digits only, of the edition in force in the period. `unit` is `USD` (or another currency) for value, else
    a quantity unit.
    """

    exporter: str
    importer: str
    period: Period
    unit: str
    total: bool = False
    goods: tuple[str, ...] = ()
    hs: tuple[str, ...] = ()
    two_way: bool = False
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One publisher's answer: the figure as an interval, and how far it can be trusted to answer just that question.

    `kind` is `customs` (rows of a customs book) or `published` (figures that a newspaper printed). `complete` is False
    where the rows may be only a part of what was asked (months or codes missing), and `limits` then says in words why.
    `wide` is True where the codes also hold other goods, so that the figure is an upper bound. `zero` is True where it
    rests on coverage alone: the months were published and hold no such row.

    `reporter` kept the book and saw `flow`; `outlets` printed a published figure. `made` says how: direct (it stands
    there), sum, difference, balance (one way from both ways), part (of the period or the goods asked for), whole (more
    than was asked for). `slack` is how far revisions between the parts' releases may move it, in its unit. `value` and
    `qualifier` are the figure as printed, where it is one; `corrections` were declared about its rows; `period` and
    `goods` are what it is of where that is not just what was asked.
    """

    figure: Interval
    unit: str
    kind: str
    source: str
    release: str
    released_on: date | None
    rows: tuple[RowRef, ...]
    label: str
    complete: bool = True
    wide: bool = False
    zero: bool = False
    limits: str | None = None
    repeat: str | None = None
    reporter: str = ""
    flow: str = ""
    valuation: str | None = None
    outlets: tuple[str, ...] = ()
    made: str = "direct"
    slack: Decimal = Decimal(0)
    value: Decimal | None = None
    qualifier: str = "exact"
    period: Period | None = None
    goods: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()
    #: Whether `released_on` is the day of a publication; else it is that of the file.
    dated: bool = True

    @property
    def bounds(self) -> Interval:
        """What the figure surely says: open above where rows may be missing, from nothing up where codes are wide."""
        low = Decimal(0) if self.wide else self.figure.low
        return Interval(low, self.figure.high if self.complete else None)
