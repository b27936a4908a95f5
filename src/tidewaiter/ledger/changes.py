"""What changed in the books from one release to another: revised, added, dropped."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from tidewaiter.errors import UsageError
from tidewaiter.ledger.book import live
from tidewaiter.ledger.schema import CELL
from tidewaiter.sources.sql import literal

if TYPE_CHECKING:
    from tidewaiter.ledger.engines.engine import Cursor

KINDS = ("revised", "added", "dropped")


@dataclass(frozen=True, slots=True)
class Change:
    """One statement of a book as it stood on both days; None where it did not. Amounts are in `currency`, and kg."""

    kind: str
    source: str
    reporter: str
    partner: str
    flow: str
    period: str
    hs: str
    currency: str | None
    before: Decimal | None
    after: Decimal | None
    weight_before: Decimal | None
    weight_after: Decimal | None

    @property
    def difference(self) -> Decimal:
        """By how much the value changed; a statement that is not there counts as nothing."""
        return (self.after or Decimal(0)) - (self.before or Decimal(0))


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes, the largest first, and how many statements the later release repeats as they were."""

    first: date
    second: date
    rows: tuple[Change, ...]
    repeated: int

    def count(self, kind: str) -> int:
        """How many changes are of a kind."""
        return Counter(row.kind for row in self.rows)[kind]

    def __str__(self) -> str:
        counted = ", ".join(f"{self.count(kind):,} {kind}" for kind in KINDS)
        return f"{self.first} to {self.second}: {counted}, {self.repeated:,} repeated unchanged"


def changes(
    connection: Cursor,
    first: date,
    second: date,
    *,
    source: str | None = None,
    reporter: str | None = None,
    partner: str | None = None,
) -> Changes:
    """What the customs books said on the day of one release and say otherwise on that of a later one.

    A statement counts as dropped where a later release that covers it has no row of it any more; one that a release
    merely does not speak of is unchanged. UsageError for a day on which nothing was released.
    """
    asked = {"source": source, "reporter": reporter, "partner": partner}
    where = ["f.qualifier IS NULL", *(f"f.{name} = {literal(value)}" for name, value in asked.items() if value)]
    _check(connection, first, second, where)
    keys = ", ".join(f"f.{name} AS {name}" for name in CELL)
    summed = (
        f"SELECT {keys}, sum(f.value) AS worth, sum(f.net_weight_kg) AS weight FROM flows AS f "
        f"WHERE f.counted AND {' AND '.join(where)}"
    )
    stood, stands = f"({live(first)})", f"({live(second)})"
    same = " AND ".join(f"a.{name} IS NOT DISTINCT FROM b.{name}" for name in CELL)
    either = ", ".join(f"coalesce(a.{name}, b.{name}) AS {name}" for name in CELL)
    found = connection.execute(f"""
        WITH a AS ({summed} AND {stood} AND NOT {stands} GROUP BY ALL),
             b AS ({summed} AND {stands} AND NOT {stood} GROUP BY ALL),
             compared AS (
                 SELECT CASE WHEN a.source IS NULL THEN 'added' WHEN b.source IS NULL THEN 'dropped'
                             WHEN a.worth IS DISTINCT FROM b.worth OR a.weight IS DISTINCT FROM b.weight THEN 'revised'
                             ELSE 'same' END AS kind,
                        {either}, a.worth AS worth_before, b.worth AS worth_after, a.weight AS weight_before,
                        b.weight AS weight_after
                 FROM a FULL JOIN b ON {same}
             )
        SELECT c.kind AS kind, c.source AS source, c.reporter AS reporter, c.partner AS partner, c.flow AS flow,
               c.period AS period, c.hs AS hs, c.currency AS currency, c.worth_before AS worth_before,
               c.worth_after AS worth_after, c.weight_before AS weight_before, c.weight_after AS weight_after,
               CAST(NULL AS BIGINT) AS repeated
        FROM compared AS c WHERE c.kind <> 'same'
        UNION ALL
        SELECT 'same', {", ".join("NULL" for _ in range(11))}, count(*) FROM compared AS c WHERE c.kind = 'same'
    """).fetchall()
    rows = sorted((Change(*row[:-1]) for row in found if row[0] != "same"), key=_order)
    repeated = next(row[-1] for row in found if row[0] == "same")
    return Changes(first, second, tuple(rows), repeated=int(repeated))


def _order(row: Change) -> tuple[Decimal | str, ...]:
    """The largest change first."""
    return -abs(row.difference), row.source, row.reporter, row.partner, row.flow, row.period, row.hs or ""


def _check(connection: Cursor, first: date, second: date, where: list[str]) -> None:
    days = [
        day
        for (day,) in connection.execute(
            f"SELECT DISTINCT f.released_on AS day FROM flows AS f WHERE {' AND '.join(where)} ORDER BY day"
        ).fetchall()
    ]
    for day in (first, second):
        if day not in days:
            known = ", ".join(str(each) for each in days[-12:]) or "none"
            raise UsageError(f"no such release: {day}", cure=f"releases of that: {known}")
    if first >= second:
        raise UsageError(f"{first} is not before {second}", cure="name the earlier release first")
