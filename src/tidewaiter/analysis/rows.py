"""The ledger's rows as records: what a question is answered from, each with its origin."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from tidewaiter.provenance import RowRef
from tidewaiter.sources.sql import begins, literal

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger

#: In the order of `Row`.
_COLUMNS = (
    "source", "release", "released_on", "reporter", "partner", "flow", "period", "edition", "hs", "level", "product",
    "good", "breakdown", "value", "currency", "valuation", "low", "high", "qualifier", "quantity", "unit",
    "quantity2", "unit2", "net_weight_kg", "superseded_on", "file", "file_sha256", "line", "url",
)  # fmt: skip


class Row(NamedTuple):
    """One row of a customs book, or one published figure; `qualifier` is how it was worded, None for customs rows.

    `breakdown` is empty where the row stands for all regimes, modes of transport and the like together. The last four
    say where the row stands in which file (`ref`).
    """

    source: str
    release: str
    released_on: date
    reporter: str
    partner: str
    flow: str
    period: str
    edition: str | None
    hs: str | None
    level: int | None
    product: str | None
    good: str | None
    breakdown: str | None
    value: Decimal | None
    currency: str | None
    valuation: str | None
    low: Decimal | None
    high: Decimal | None
    qualifier: str | None
    quantity: Decimal | None
    unit: str | None
    quantity2: Decimal | None
    unit2: str | None
    net_weight_kg: Decimal | None
    superseded_on: date | None
    file: str
    sha256: str
    line: int
    url: str | None

    @property
    def ref(self) -> RowRef:
        """Where the row stands."""
        return RowRef(self.source, self.release, self.file, self.sha256, self.line, self.url)

    def stood(self, day: date | None) -> bool:
        """Whether the row was what its source said on a day; None is today."""
        if day is None:
            return self.superseded_on is None
        return self.released_on <= day and (self.superseded_on is None or self.superseded_on > day)

    def amount(self, unit: str) -> Decimal | None:
        """The row's quantity in a unit, as in `quantities`."""
        pairs = ((self.unit, self.quantity), (self.unit2, self.quantity2), ("kg", self.net_weight_kg))
        return next((quantity for name, quantity in pairs if name == unit and quantity is not None), None)

    def quantities(self) -> dict[str, Decimal]:
        """The row's quantities by unit, net weight as kg; a unit named twice keeps the first."""
        found = {}
        pairs = ((self.unit, self.quantity), (self.unit2, self.quantity2), ("kg", self.net_weight_kg))
        for unit, quantity in pairs:
            if unit is not None and quantity is not None and unit not in found:
                found[unit] = quantity
        return found


#: What stands for all goods together, and the length of a chapter's code.
ALL_GOODS, CHAPTER = "TOTAL", 2


def _select(ledger: Ledger, relation: str, where: Sequence[str]) -> list[Row]:
    columns = ", ".join(f'r."{name}"' for name in _COLUMNS)
    statement = f"SELECT {columns} FROM {relation} AS r WHERE {' AND '.join(where)} ORDER BY r.released_on, r.line"
    return [Row._make(fields) for fields in ledger.connect().execute(statement).fetchall()]


def one_of(column: str, values: Collection[str]) -> str:
    """The condition that a column holds one of some texts."""
    if len(values) == 1:
        return f"r.{column} = {literal(next(iter(values)))}"
    return f"r.{column} IN ({', '.join(literal(value) for value in sorted(values))})"


def published(ledger: Ledger, *, countries: Collection[str], as_of: date | None = None) -> list[Row]:
    """Every published figure about some countries' trade, with whomever and either way, oldest publication first.

    All publications are kept, the outdated too: each is what one newspaper printed on its day. With `as_of` only those
    printed by then.
    """
    where = ["r.qualifier IS NOT NULL", f"({one_of('reporter', countries)} OR {one_of('partner', countries)})"]
    if as_of is not None:
        where.append(f"r.released_on <= DATE {literal(as_of.isoformat())}")
    return _select(ledger, "flows", where)


@dataclass(frozen=True, slots=True)
class Cut:
    """A cut out of the customs books: some reporters' flow with some partners, monthly and annual.

    `prefixes` are the beginnings of codes; `TOTAL` stands for the rows for all goods and the chapters, none for every
    row. `years` are the first and the last, inclusive.
    """

    reporters: frozenset[str]
    partners: frozenset[str]
    flow: str
    prefixes: tuple[str, ...]
    years: tuple[int, int]

    @property
    def sql(self) -> str:
        """The condition on a row."""
        where = [
            one_of("reporter", self.reporters),
            one_of("partner", self.partners),
            one_of("flow", [self.flow]),
            f"r.year BETWEEN {self.years[0]} AND {self.years[1]}",
        ]
        if ALL_GOODS in self.prefixes:
            where.append(f"r.level <= {CHAPTER}")
        elif self.prefixes:
            where.append(begins("r.hs", self.prefixes))
        return " AND ".join(where)


def booked(ledger: Ledger, cuts: Sequence[Cut]) -> list[Row]:
    """Customs rows of all cuts, in all their releases, by one query: worth it where they share a country.

    Rows of several sources, releases and levels are returned side by side: choosing and adding is the caller's
    business. A row that lies in two cuts is returned once.
    """
    if len(cuts) == 1:
        where = [cuts[0].sql]
    else:
        # The sides and years of all of them come first: by these an engine passes over most of a ledger unread.
        years = sorted({year for cut in cuts for year in range(cut.years[0], cut.years[1] + 1)})
        where = [
            one_of("reporter", {code for cut in cuts for code in cut.reporters}),
            one_of("partner", {code for cut in cuts for code in cut.partners}),
            one_of("flow", {cut.flow for cut in cuts}),
            f"r.year IN ({', '.join(map(str, years))})",
            f"({' OR '.join(f'({cut.sql})' for cut in cuts)})",
        ]
    return _select(ledger, "flows", ["r.qualifier IS NULL", "r.counted", "r.freq IN ('M', 'A')", *where])


def _customs(reporters: Collection[str], partners: Collection[str], flow: str) -> list[str]:
    """The conditions on rows of customs books of a flow."""
    lanes = [one_of("reporter", reporters), one_of("partner", partners), one_of("flow", [flow])]
    return ["r.qualifier IS NULL", "r.counted", *lanes]


def any_booked(ledger: Ledger) -> bool:
    """Whether the ledger holds any customs book at all, beside what newspapers printed."""
    return bool(ledger.connect().execute("SELECT 1 FROM months AS m LIMIT 1").fetchall())


def spanning(ledger: Ledger, *, reporters: Collection[str], partners: Collection[str], flow: str) -> list[Row]:
    """Customs rows of a flow for stretches that are neither a month nor a calendar year, in all their releases."""
    return _select(ledger, "flows", [*_customs(reporters, partners, flow), "r.freq NOT IN ('M', 'A')"])


def statements(ledger: Ledger, keys: Collection[tuple[str, str, str, str, str, str]]) -> list[Row]:
    """Customs rows of some statements (source, reporter, partner, flow, period and code), in all their releases."""
    if not keys:
        return []
    names = ("source", "reporter", "partner", "flow", "period", "hs")
    each = (
        " AND ".join(f"r.{name} = {literal(value)}" for name, value in zip(names, key, strict=True))
        for key in sorted(keys)
    )
    return _select(
        ledger, "flows", ["r.qualifier IS NULL", "r.counted", f"({' OR '.join(f'({one})' for one in each)})"]
    )


def about(ledger: Ledger, *, country: str, since: int) -> list[Row]:
    """Every customs row of trade with a country, or of its own, since a year: of any code and stretch of time."""
    where = ["r.qualifier IS NULL", "r.counted", f"r.year >= {since}"]
    one = literal(country)
    # A query for each side: one for both would have to look at every row.
    theirs = _select(ledger, "flows", [*where, f"r.partner = {one}", f"r.reporter <> {one}"])
    return theirs + _select(ledger, "flows", [*where, f"r.reporter = {one}"])
