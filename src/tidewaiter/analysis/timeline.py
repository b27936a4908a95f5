"""The records of a series: points in time, and what is known of where they come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from tidewaiter.provenance import RowRef


@dataclass(frozen=True, slots=True)
class Conversion:
    """How a value came into its currency: the book's `value` in `currency`, times `rate`.

    `basis` is the entry of the table of rates, or the mean of which; `table` its name, `sha256` that of its file.
    """

    value: Decimal
    currency: str
    rate: Decimal
    basis: str
    table: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Point:
    """One month or year: `value` in the series' currency, `quantity` in `unit`; None is not known, 0 is none at all.

    `covered`: the book was published for this period, so that no row means no trade. Rows may stand in a period that
    is not covered: they are a part of it then, and the figure is the least it can be, unless the rows are those of the
    very codes asked for (`own_rows`). `selection`: the book as loaded holds only some of the codes under those asked
    for; the figure is theirs, and says nothing of the others.
    """

    period: str
    value: Decimal | None = None
    quantity: Decimal | None = None
    unit: str | None = None
    covered: bool = False
    rows: int = 0
    refs: tuple[RowRef, ...] = ()
    currency: str = "USD"
    own_rows: bool = False
    selection: bool = False
    conversion: Conversion | None = None

    @property
    def value_usd(self) -> Decimal | None:
        """The value where it is in US dollars, else None."""
        return self.value if self.currency == "USD" else None

    @property
    def whole(self) -> bool:
        """Whether nothing that was asked for can be missing."""
        return (self.covered and not self.selection) or self.own_rows


@dataclass(frozen=True, slots=True)
class Series:
    """What one source says of a flow, as of a day; `notes` say what a reader must know before trusting a point.

    `hs` are the code prefixes asked for, or one id of `reference.goods`; `codes` those that hold these goods in a year,
    where they are not the same in all (see `reference.concordance`). `held` are the codes of the points that are of a
    selection, with their edition. `corrections` are those that rows rest
    on, `rates` the table by which values were converted.
    """

    reporter: str
    partner: str
    flow: str
    hs: tuple[str, ...]
    freq: str
    as_of: date | None
    currency: str
    points: tuple[Point, ...]
    source: str | None = None
    release: str | None = None
    released_on: date | None = None
    valuation: str | None = None
    notes: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()
    rates: str | None = None
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict, compare=False)
    held: tuple[frozenset[str], str | None] | None = field(default=None, compare=False)

    def __len__(self) -> int:
        return len(self.points)

    def __iter__(self) -> Iterator[Point]:
        return iter(self.points)

    @property
    def periods(self) -> tuple[str, ...]:
        """The months or years asked for, in order."""
        return tuple(point.period for point in self.points)
