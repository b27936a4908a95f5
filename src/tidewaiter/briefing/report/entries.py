"""The end of a report: an entry for every number and every verdict, in the order in which they are first met."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from tidewaiter.analysis.review.facts import Fact
from tidewaiter.briefing.report.origin import exact, how, label, rows_by_file
from tidewaiter.briefing.report.runs import Entry, Pointer, Source, Term, Text, Words
from tidewaiter.provenance import RowRef


def fact_entry(fact: Fact, facts: Mapping[str, Fact]) -> Entry:
    """Where a fact comes from: the figure in full and how it was made, operands, rows, the command that repeats it."""
    return Entry(fact.id, label(fact.subject), tuple(_lines(fact, facts)))


def short_entry(fact: Fact, facts: Mapping[str, Fact], shown: Collection[str]) -> Entry:
    """The same for paper: what it is made of that is not `shown` itself is told by its rows, in the same entry."""
    return Entry(fact.id, label(fact.subject), tuple(_short_lines(fact, facts, shown)))


def _short_lines(fact: Fact, facts: Mapping[str, Fact], shown: Collection[str]) -> Iterator[Text]:
    yield (Term(exact(fact)), Words(": "), Term(how(fact)))
    rows = list(fact.rows)
    for ident in fact.operands:
        each = facts[ident]
        if ident in shown:
            yield (Pointer(f"{label(each.subject)}: {exact(each)}", ident),)
        else:
            if fact.how != "sum":
                yield (Term(f"{label(each.subject)}: {exact(each)}"),)
            rows += _rows(each, facts)
    for row, lines in rows_by_file(rows):
        yield (Source(f"{row.source} {row.release}, {row.file}, lines {lines}", row.url),)


def _rows(fact: Fact, facts: Mapping[str, Fact]) -> Iterator[RowRef]:
    """The rows of a fact and of all that it is made of."""
    yield from fact.rows
    for ident in fact.operands:
        yield from _rows(facts[ident], facts)


def _lines(fact: Fact, facts: Mapping[str, Fact]) -> Iterator[Text]:
    yield (Term(exact(fact)), Words(": "), Term(how(fact)))
    for ident in fact.operands:
        each = facts[ident]
        yield (Pointer(f"{label(each.subject)}: {exact(each)}", ident),)
    for row, lines in rows_by_file(fact.rows):
        place = f"{row.source} {row.release}, {row.file}, lines {lines}"
        yield (Source(place, row.url), Term(f" (SHA-256 {row.sha256[:16]}…)"))
    if fact.repeat:
        yield (Term(fact.repeat),)
