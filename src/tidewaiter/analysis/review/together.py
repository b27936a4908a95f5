"""The same goods from all partners whose books are known: what they came to together, and by how much that moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tidewaiter.analysis.review.facts import Fact, Facts
from tidewaiter.analysis.review.line import Line
from tidewaiter.analysis.review.track import comparable


@dataclass(frozen=True, slots=True)
class Together:
    """Goods from several partners: the sum of a period and of the one before, the difference and the change.

    Only partners of which both are known whole are in it; `lines` are theirs.
    """

    lines: tuple[Line, ...]
    now: Fact
    before: Fact
    difference: Fact
    change: Fact | None


def together(facts: Facts, lines: Iterable[Line]) -> Iterator[Together]:
    """Sums of one product's lines, of the last full year and then of the year so far, each where two allow it."""
    told = list(lines)
    if not told:
        return
    yield from _sums(facts, [(line, line.year, line.year_before) for line in told])
    if not told[0].track.window.whole_year:
        yield from _sums(facts, [(line, line.now, line.before) for line in told])


def _sums(facts: Facts, pairs: Sequence[tuple[Line, Fact | None, Fact | None]]) -> Iterator[Together]:
    known = [
        (line, now, before)
        for line, now, before in pairs
        if now is not None and before is not None and comparable(now) and comparable(before) and now.unit == before.unit
    ]
    # One partner is told by itself, and one that had nothing in either time adds nothing.
    known = [(line, now, before) for line, now, before in known if now.value or before.value]
    if len(known) < 2 or len({now.unit for _, now, _ in known}) > 1:
        return
    now, before = (_sum(facts, [pair[place] for pair in known], known[0][0]) for place in (1, 2))
    subject = replace(now.subject, against=before.subject.period)
    difference = facts.made("difference", subject, now.unit, [now, before])
    assert difference is not None
    change = facts.made("change", subject, "percent", [now, before])
    yield Together(tuple(line for line, _, _ in known), now, before, difference, change)


def _sum(facts: Facts, operands: Sequence[object], line: Line) -> Fact:
    found = [fact for fact in operands if isinstance(fact, Fact)]
    # The partner's end is left open: it is several.
    track, subject = line.track, found[0].subject
    open_end = replace(subject, importer=None) if track.outward else replace(subject, exporter=None)
    return facts.total(open_end, found)
