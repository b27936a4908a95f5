"""The ledger's rows as records: what a question is answered from, each with its origin."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tidewaiter.provenance import RowRef
from tidewaiter.sources.sql import literal

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger

_COLUMNS = (
    "source", "release", "released_on", "reporter", "partner", "flow", "period", "edition", "hs", "level", "product",
    "good", "breakdown", "value", "currency", "valuation", "low", "high", "qualifier", "quantity", "unit",
    "quantity2", "unit2", "net_weight_kg", "superseded_on", "file", "file_sha256", "line", "url",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a customs book, or one published figure; `qualifier` is how it was worded, None for customs rows.

    `breakdown` is empty where the row stands for all regimes, modes of transport and the like together.
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
    ref: RowRef

    def stood(self, day: date | None) -> bool:
        """Whether the row was what its source said on a day; None is today."""
        if day is None:
            return self.superseded_on is None
        return self.released_on <= day and (self.superseded_on is None or self.superseded_on > day)

    def quantities(self) -> dict[str, Decimal]:
        """The row's quantities by unit, net weight as kg; a unit named twice keeps the first."""
        found = {}
        pairs = ((self.unit, self.quantity), (self.unit2, self.quantity2), ("kg", self.net_weight_kg))
        for unit, quantity in pairs:
            if unit is not None and quantity is not None and unit not in found:
                found[unit] = quantity
        return found


#: The last columns say where the row stands in which file; before them everything is in the order of `Row`.
_ORIGIN = 4


def _row(fields: Sequence[Any]) -> Row:
    origin = RowRef(fields[0], fields[1], *fields[-_ORIGIN:])
    return Row(*(*fields[:-_ORIGIN], origin))


def _select(ledger: Ledger, relation: str, where: Sequence[str]) -> list[Row]:
    columns = ", ".join(f'r."{name}"' for name in _COLUMNS)
    statement = f"SELECT {columns} FROM {relation} AS r WHERE {' AND '.join(where)} ORDER BY r.released_on, r.line"
    return [_row(fields) for fields in ledger.connect().execute(statement).fetchall()]


def one_of(column: str, values: Collection[str]) -> str:
    """The condition that a column holds one of some texts."""
    if len(values) == 1:
        return f"r.{column} = {literal(next(iter(values)))}"
    return f"r.{column} IN ({', '.join(literal(value) for value in sorted(values))})"


def published(ledger: Ledger, *, countries: Sequence[str], as_of: date | None = None) -> list[Row]:
    """Every published figure about trade between two countries, either way, oldest publication first; of one country,
    about its trade with any.

    All publications are kept, the outdated too: each is what one newspaper printed on its day. With `as_of` only those
    printed by then.
    """
    both = [(one_of("reporter", [code]), one_of("partner", [code])) for code in countries]
    if len(both) == 1:
        between = " OR ".join(both[0])
    else:
        (sends, takes), (other_sends, other_takes) = both
        between = f"({sends} AND {other_takes}) OR ({other_sends} AND {takes})"
    where = ["r.qualifier IS NOT NULL", f"({between})"]
    if as_of is not None:
        where.append(f"r.released_on <= DATE {literal(as_of.isoformat())}")
    return _select(ledger, "flows", where)


def booked(
    ledger: Ledger,
    *,
    reporters: Collection[str],
    partners: Collection[str],
    flow: str,
    prefixes: Sequence[str],
    years: tuple[int, int],
) -> list[Row]:
    """Customs rows of a flow, monthly and annual, whose code begins with one of `prefixes`, in all their releases.

    Those of any of the reporters with any of the partners; `years` are the first and the last, inclusive. `TOTAL`
    fetches the rows for all goods and the chapters, or every row of two countries' trade that has neither. Rows of
    several sources, releases and levels are returned side by side: choosing and adding is the caller's business.
    """
    when = ["r.freq IN ('M', 'A')", f"r.year BETWEEN {years[0]} AND {years[1]}"]
    where = [*_customs(reporters, partners, flow), *when]
    if "TOTAL" not in prefixes:
        codes = " OR ".join(f"r.hs LIKE {literal(prefix + '%')}" for prefix in prefixes)
        return _select(ledger, "flows", [*where, f"({codes})"])
    found = _select(ledger, "flows", [*where, "r.level <= 2"])
    known = {(row.reporter, row.partner) for row in found}
    rest = [(one, other) for one in reporters for other in partners if (one, other) not in known]
    if rest:
        fine = _customs({one for one, _ in rest}, {other for _, other in rest}, flow)
        found += (row for row in _select(ledger, "flows", [*fine, *when]) if (row.reporter, row.partner) not in known)
    return found


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
