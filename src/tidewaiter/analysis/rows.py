"""The ledger's rows as records: what a question is answered from, each with its origin."""

from __future__ import annotations

from collections.abc import Sequence
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


def _row(fields: Sequence[Any]) -> Row:
    named = dict(zip(_COLUMNS, fields, strict=True))
    origin = [named.pop(name) for name in ("file", "file_sha256", "line", "url")]
    return Row(**named, ref=RowRef(named["source"], named["release"], *origin))


def _select(ledger: Ledger, relation: str, where: Sequence[str]) -> list[Row]:
    columns = ", ".join(f'r."{name}"' for name in _COLUMNS)
    statement = f"SELECT {columns} FROM {relation} AS r WHERE {' AND '.join(where)} ORDER BY r.released_on, r.line"
    return [_row(fields) for fields in ledger.connect().execute(statement).fetchall()]


def equals(column: str, value: str) -> str:
    """The condition that a column holds a text."""
    return f"r.{column} = {literal(value)}"


def published(ledger: Ledger, *, countries: tuple[str, str], as_of: date | None = None) -> list[Row]:
    """Every published figure about trade between two countries, either way, oldest publication first.

    All publications are kept, the outdated too: each is what one newspaper printed on its day. With `as_of` only those
    printed by then.
    """
    one, other = (literal(code) for code in countries)
    where = [
        "r.qualifier IS NOT NULL",
        f"((r.reporter = {one} AND r.partner = {other}) OR (r.reporter = {other} AND r.partner = {one}))",
    ]
    if as_of is not None:
        where.append(f"r.released_on <= DATE {literal(as_of.isoformat())}")
    return _select(ledger, "flows", where)


def booked(
    ledger: Ledger,
    *,
    reporter: str,
    partner: str,
    flow: str,
    prefixes: Sequence[str],
    years: tuple[int, int],
) -> list[Row]:
    """Customs rows of one flow, monthly and annual, whose code begins with one of `prefixes`, in all their releases.

    `years` are the first and the last, inclusive. `TOTAL` fetches the rows for all goods and the chapters, or every
    row of a book that has neither. Rows of several sources, releases and levels are returned side by side: choosing
    and adding is the caller's business.
    """
    where = [
        "r.qualifier IS NULL",
        "r.counted",
        equals("reporter", reporter),
        equals("partner", partner),
        equals("flow", flow),
        "r.freq IN ('M', 'A')",
        f"r.year BETWEEN {years[0]} AND {years[1]}",
    ]
    if "TOTAL" in prefixes:
        return _select(ledger, "flows", [*where, "r.level <= 2"]) or _select(ledger, "flows", where)
    codes = " OR ".join(f"r.hs LIKE {literal(prefix + '%')}" for prefix in prefixes)
    return _select(ledger, "flows", [*where, f"({codes})"])


def any_booked(ledger: Ledger) -> bool:
    """Whether the ledger holds any customs book at all, beside what newspapers printed."""
    return bool(ledger.connect().execute("SELECT 1 FROM months AS m LIMIT 1").fetchall())


def spanning(ledger: Ledger, *, reporter: str, partner: str, flow: str) -> list[Row]:
    """Customs rows of one flow for stretches that are neither a month nor a calendar year, in all their releases."""
    lane = [equals("reporter", reporter), equals("partner", partner), equals("flow", flow)]
    return _select(ledger, "flows", ["r.qualifier IS NULL", "r.counted", "r.freq NOT IN ('M', 'A')", *lane])


def about(ledger: Ledger, *, country: str, since: int) -> list[Row]:
    """Every customs row of trade with a country, or of its own, since a year: of any code and stretch of time."""
    one = literal(country)
    where = ["r.qualifier IS NULL", "r.counted", f"r.year >= {since}", f"(r.partner = {one} OR r.reporter = {one})"]
    return _select(ledger, "flows", where)
