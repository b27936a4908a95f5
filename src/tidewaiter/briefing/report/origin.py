"""Where a fact comes from, in words: the rows it adds up, or the facts that it is made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tidewaiter.analysis.review.facts import Fact, Subject
from tidewaiter.provenance import RowRef
from tidewaiter.verdicts.phrases import country
from tidewaiter.verdicts.wording import period

#: What an operation does, for a reader; the operands follow.
HOW = {
    "booked": "rows of the book, added up",
    "none": "the book was published for this period and has no such row",
    "given": "set by",
    "sum": "the sum of",
    "difference": "the first less the second",
    "change": "the change from the second to the first, in percent of the second",
    "multiple": "the first divided by the second",
    "share": "the first in percent of the second",
    "unit_value": "the first divided by the second",
    "converted": "the first divided by the second",
    "rank": "the place of the first among all of them, the largest first",
    "count": "how many there are of",
}


def label(subject: Subject) -> str:
    """What a number is of: "Soap, China to North Korea, January–April 2022"."""
    parts = [subject.goods]
    if subject.exporter or subject.importer:
        sender = country(subject.exporter) if subject.exporter else "all partners known"
        receiver = country(subject.importer) if subject.importer else "all partners known"
        parts.append(f"{sender} to {receiver}")
    parts.append(period(subject.period))
    if subject.against:
        parts.append(f"against {period(subject.against)}")
    if subject.of:
        parts.append(f"of {subject.of[:1].lower() + subject.of[1:]}")
    return ", ".join(parts)


def exact(fact: Fact) -> str:
    """The value in full, with its unit."""
    value = f"{fact.value:,f}"
    value = value.rstrip("0").rstrip(".") if "." in value else value
    if fact.operands and fact.how not in ("sum", "difference", "count", "rank"):
        value = f"{fact.value:,.4f}".rstrip("0").rstrip(".")
    return f"{value} {fact.unit.replace('_', ' ')}"


def how(fact: Fact) -> str:
    """How the number came about; the operands or rows follow."""
    if fact.how == "given":
        return f"set by {fact.source}"
    rounded = f"; the book prints 0 for less than {fact.below:,.0f}" if fact.below is not None else ""
    partly = {"least": ", known in part only", "selection": ", of the codes that are loaded"}.get(fact.scope, "")
    return HOW[fact.how] + partly + rounded


def rows_by_file(rows: Sequence[RowRef]) -> Iterator[tuple[RowRef, str]]:
    """The first row of each file, and its lines with runs drawn together: "3–9, 12"."""
    lines: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    first: dict[tuple[str, str, str], RowRef] = {}
    for row in rows:
        key = (row.source, row.release, row.sha256)
        first.setdefault(key, row)
        lines[key].append(row.line)
    for key, row in first.items():
        yield row, _runs(sorted(set(lines[key])))


def _runs(lines: Sequence[int]) -> str:
    runs: list[list[int]] = []
    for line in lines:
        if runs and runs[-1][1] == line - 1:
            runs[-1][1] = line
        else:
            runs.append([line, line])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs)
