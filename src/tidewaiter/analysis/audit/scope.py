"""What an audit looks at: one country's trade as its partners booked it, and the SQL that picks it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from tidewaiter.errors import UsageError
from tidewaiter.ledger import book
from tidewaiter.ledger.coverage import SEVERAL
from tidewaiter.ledger.schema import WORLD
from tidewaiter.period import Period
from tidewaiter.reference import countries
from tidewaiter.sources.sql import begins, literal, literals

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger

#: The flows that are audited: DX and FM lie inside them, processing and re-exports are kept in other ways.
FLOWS = ("export", "import")
OPPOSITE = {"export": "import", "import": "export"}

_CODE = re.compile(r"[0-9]{2,12}\Z")


@dataclass(frozen=True, slots=True)
class Scope:
    """A partner (ISO 3166 alpha-3), perhaps some reporters, codes and months of it, as the books stood on a day.

    `since` and `through` are months (2019-01), both inclusive; None is no bound.
    """

    partner: str
    reporters: tuple[str, ...] = ()
    hs: tuple[str, ...] = ()
    since: str | None = None
    through: str | None = None
    as_of: date | None = None

    def relation(self) -> str:
        """The book as it stood, to stand in a FROM clause: customs rows that may be put side by side."""
        return f"({book.book_as_of(self.as_of)} AND f.qualifier IS NULL)"

    def where(self, *, alias: str = "r", partner: str | None = None, anybody: bool = False) -> str:
        """The condition for rows of the scope; of another `partner`, or of all reporters with `anybody`."""
        parts = [f"{alias}.partner = {literal(partner or self.partner)}", self.common(alias=alias)]
        if self.reporters and not anybody:
            parts.append(f"{alias}.reporter IN ({literals(self.reporters)})")
        return " AND ".join(parts)

    def common(self, *, alias: str = "r") -> str:
        """The condition on flow, code and time alone."""
        parts = [f"{alias}.flow IN ({literals(FLOWS)})"]
        if self.hs:
            parts.append(begins(f"{alias}.hs", self.hs))
        # A year or a stretch belongs to the scope where it ends in or after its first year and begins before its end.
        if self.since:
            parts.append(f"({alias}.freq <> 'M' OR {alias}.period >= {literal(self.since)})")
            parts.append(f"{alias}.year >= {int(self.since[:4])}")
        if self.through:
            parts.append(f"substr({alias}.period, 1, 7) <= {literal(self.through)}")
        return " AND ".join(parts)

    def published(self) -> str:
        """The periods that a source shows a reporter to have published, to stand in a FROM clause.

        Only files in which the reporter has many partners, or the world as one, show that: an extract about one country
        shows nothing by its silence.
        """
        known = f" AND m.released_on <= DATE {literal(self.as_of.isoformat())}" if self.as_of else ""
        return f"""(
            SELECT DISTINCT m.source AS source, m.reporter AS reporter, m.flow AS flow, m.freq AS freq,
                   m.period AS period
            FROM months AS m
            JOIN (
                SELECT l.file_sha256 AS file_sha256, l.reporter AS reporter FROM lanes AS l
                GROUP BY l.file_sha256, l.reporter
                HAVING count(DISTINCT l.partner) >= {SEVERAL}
                    OR max(CASE WHEN l.partner = {literal(WORLD)} THEN 1 ELSE 0 END) = 1
            ) AS broad ON broad.file_sha256 = m.file_sha256 AND broad.reporter = m.reporter
            WHERE m.flow IN ({literals(FLOWS)}) AND m.freq IN ('M', 'A'){known}
        )"""

    def ask(self, ledger: Ledger, statement: str) -> Sequence[Sequence[Any]]:
        """The rows that a statement gives."""
        found: Sequence[Sequence[Any]] = ledger.connect().execute(statement).fetchall()
        return found


def scope(
    *,
    partner: str,
    reporter: str | Sequence[str] = (),
    hs: str | Sequence[str] = (),
    since: str | None = None,
    through: str | None = None,
    as_of: date | None = None,
) -> Scope:
    """A scope of checked parts; UsageError for a country, a code or a period that does not exist."""
    reporters = [reporter] if isinstance(reporter, str) else list(reporter)
    for code in (partner, *reporters):
        countries.country(code)
    codes = [code.replace(".", "").strip() for code in ([hs] if isinstance(hs, str) else hs)]
    for code in codes:
        if _CODE.match(code) is None:
            raise UsageError(f"no such HS code: {code!r}", cure="write digits such as 03 or 300220")
    first = _month(since, last=False)
    final = _month(through, last=True)
    if first and final and first > final:
        raise UsageError(f"{since} is after {through}", cure="name the earlier period first")
    return Scope(partner, tuple(reporters), tuple(codes), first, final, as_of)


def _month(text: str | None, *, last: bool) -> str | None:
    if text is None:
        return None
    months = list(Period.parse(text).months())
    if not months:
        raise UsageError(f"not a month or a year: {text!r}", cure="write 2019-01 or 2019")
    return months[-1 if last else 0]
