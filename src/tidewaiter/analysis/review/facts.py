"""Facts: numbers with their origin. Each is booked rows added up, or made from other facts by a named operation.

A sentence, a table and a chart may show only facts, so that a reader can walk from any number to the lines of the
files that it rests on, and a test can make every number again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tidewaiter.provenance import RowRef

#: How far a booked figure reaches: all that was asked for; all of the codes that the book as loaded holds; a part.
SCOPES = ("whole", "selection", "least")


def _rank(values: Sequence[Decimal]) -> Decimal:
    return Decimal(1 + sum(other > values[0] for other in values[1:]))


#: What a fact may be made by, and how: the operands' values in order give the fact's.
OPERATIONS: Mapping[str, Callable[[Sequence[Decimal]], Decimal]] = {
    "sum": lambda values: sum(values, Decimal(0)),
    "difference": lambda values: values[0] - values[1],
    "change": lambda values: (values[0] / values[1] - 1) * 100,
    "multiple": lambda values: values[0] / values[1],
    "share": lambda values: values[0] / values[1] * 100,
    "unit_value": lambda values: values[0] / values[1],
    "converted": lambda values: values[0] / values[1],
    "rank": _rank,
    "count": lambda values: Decimal(len(values)),
}


@dataclass(frozen=True, slots=True)
class Subject:
    """What a number is of: goods from one country to another in an ISO 8601 period; None is any country.

    `against` is the period that a change or a multiple looks back to, `of` the goods that a share is of.
    """

    goods: str
    exporter: str | None
    importer: str | None
    period: str
    against: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A number: `how` is `booked` (the sum of `rows`), `none` (published, and no row), `given` (a cap or a factor that
    `source` sets), or one of `OPERATIONS`.

    `operands` are ids of facts. `scope` is the worst of what it rests on. `source` is the card of the book, `repeat`
    the command that shows a booked figure again.
    """

    id: str
    subject: Subject
    unit: str
    value: Decimal
    how: str
    operands: tuple[str, ...] = ()
    rows: tuple[RowRef, ...] = ()
    scope: str = "whole"
    source: str = ""
    repeat: str | None = None
    #: Of a printed 0, what it is less than, where the book rounds so coarsely that 0 does not mean nothing.
    below: Decimal | None = None


class Facts:
    """All facts of a review, in the order in which they were found; the same thing found twice is one fact.

    `prefix` begins their ids, so that the facts of two reviews can stand in one report.
    """

    def __init__(self, prefix: str = "n") -> None:
        self._prefix = prefix
        self._by_id: dict[str, Fact] = {}
        self._known: dict[tuple[object, ...], Fact] = {}

    def __iter__(self) -> Iterator[Fact]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __getitem__(self, ident: str) -> Fact:
        return self._by_id[ident]

    def booked(
        self,
        subject: Subject,
        unit: str,
        value: Decimal,
        *,
        rows: tuple[RowRef, ...],
        scope: str = "whole",
        source: str = "",
        repeat: str | None = None,
        below: Decimal | None = None,
    ) -> Fact:
        """A figure of a book; with no rows, the zero of a period that was published without any."""
        if not rows and value:
            raise ValueError(f"{subject.goods}, {subject.period}: a figure without a row must be zero, not {value}")
        how = "booked" if rows else "none"
        return self._keep(Fact("", subject, unit, value, how, (), rows, scope, source, repeat, below))

    def given(self, subject: Subject, unit: str, value: Decimal, *, source: str) -> Fact:
        """A figure that a rule sets: a cap, a factor of conversion."""
        return self._keep(Fact("", subject, unit, value, "given", source=source))

    def made(self, how: str, subject: Subject, unit: str, operands: Sequence[Fact]) -> Fact | None:
        """A figure made from others; None where the operation has no answer (a change from nothing)."""
        values = [fact.value for fact in operands]
        if how in ("change", "multiple", "share", "unit_value", "converted") and values[1] <= 0:
            return None
        scope = max((fact.scope for fact in operands), key=SCOPES.index)
        ids = tuple(fact.id for fact in operands)
        return self._keep(Fact("", subject, unit, OPERATIONS[how](values), how, ids, (), scope))

    def total(self, subject: Subject, operands: Sequence[Fact]) -> Fact:
        """The sum of facts in one unit; a single one is itself."""
        if len(operands) == 1:
            return operands[0]
        found = self.made("sum", subject, operands[0].unit, operands)
        assert found is not None
        return found

    def least(self, subject: Subject, operands: Sequence[Fact]) -> Fact:
        """The sum of what is known of a period that is not known whole."""
        ids = tuple(fact.id for fact in operands)
        value = sum((fact.value for fact in operands), Decimal(0))
        return self._keep(Fact("", subject, operands[0].unit, value, "sum", ids, (), "least"))

    def again(self, fact: Fact) -> Decimal:
        """The value of a made fact, made again from its operands; of a booked one the value as it stands."""
        if not fact.operands:
            return fact.value
        return OPERATIONS[fact.how]([self._by_id[ident].value for ident in fact.operands])

    def _keep(self, fact: Fact) -> Fact:
        key = (fact.subject, fact.unit, fact.how, fact.operands, fact.rows, fact.value)
        known = self._known.get(key)
        if known is None:
            known = replace(fact, id=f"{self._prefix}{len(self._by_id) + 1}")
            self._known[key] = known
            self._by_id[known.id] = known
        return known
