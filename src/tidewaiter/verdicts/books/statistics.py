"""Claims held against the ledger: what customs books, and newspapers that printed them, put the same trade at.

Each claim becomes a question, or two; the evidence is what was known when the text was published and what is known
now. Any evidence that bears a claim out settles it; only where all evidence speaks against it is it asked whether it
may be called wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from tidewaiter.analysis.answers import Desk
from tidewaiter.analysis.evidence import Question
from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document
from tidewaiter.verdicts.books import changed, extremes, levels, readings, several, since
from tidewaiter.verdicts.books.bench import Bench
from tidewaiter.verdicts.books.vouching import vouched
from tidewaiter.verdicts.intervals import UNCHECKED, excused
from tidewaiter.verdicts.passages.questions import TRADE, Asked, asked
from tidewaiter.verdicts.verdict import Verdict

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger

CHECK = "statistics"


def against_ledger(
    document: Document,
    claims: Iterable[Claim],
    ledger: Ledger,
    *,
    as_of: date | None = None,
    desk: Desk | None = None,
) -> list[Verdict]:
    """One verdict for each claim about trade, in their order; claims about anything else have none.

    Behind them come those on what figures are called: the highest since, the lowest in.

    With `as_of` only what had been published by that day is known. `desk` is the ledger's, kept from one document to
    the next.
    """
    desk = Desk(ledger) if desk is None else desk
    figures = list(claims)
    heard = [(claim, asked(claim)) for claim in figures if claim.measure in TRADE]
    bench = Bench(document, desk, as_of, figures=figures, crowded=_crowded(heard))
    _look_ahead(bench, heard)
    found = [_verdict(bench, claim, question) for claim, question in heard]
    bench.vouched = vouched(document, heard, found)
    settled = [
        _verdict(bench, claim, question) if verdict.outcome == UNCHECKED and claim in bench.vouched else verdict
        for (claim, question), verdict in zip(heard, found, strict=True)
    ]
    called = (
        extremes.verdict(bench, claim, one.now, verdict) if isinstance(one, Asked) and one.base is None else None
        for (claim, one), verdict in zip(heard, settled, strict=True)
    )
    return [*settled, *filter(None, called)]


def _look_ahead(bench: Bench, heard: Iterable[tuple[Claim, Asked | str]]) -> None:
    """Have everything fetched that the claims will need: few long looks at a ledger are quicker than many short."""
    asked_of = [(claim, one) for claim, one in heard if isinstance(one, Asked)]
    bench.expect(question for _, one in asked_of for question in (one.now, one.base) if question)
    bench.expect(
        other
        for claim, one in asked_of
        if one.base is None and levels.unmet(bench, claim, one.now)
        for _, other in readings.others(bench.document, claim, one.now)
    )


def _crowded(heard: Iterable[tuple[Claim, Asked | str]]) -> set[Claim]:
    """Figures that differ though they were read as answers to one question: one of them at least was read wrongly."""
    same: dict[Question, list[Claim]] = defaultdict(list)
    for claim, one in heard:
        if isinstance(one, Asked) and one.base is None:
            same[one.now].append(claim)
    return {
        claim
        for claims in same.values()
        if any(not excused(claim).meets(excused(claims[0])) for claim in claims)
        for claim in claims
    }


def _verdict(bench: Bench, claim: Claim, question: Asked | str) -> Verdict:
    if isinstance(question, str):
        found = since.verdict(bench, claim) or several.verdict(bench, claim)
        return found or Verdict(claim, UNCHECKED, CHECK, question)
    if question.base is None:
        return levels.verdict(bench, claim, question.now)
    return changed.verdict(bench, claim, question.kind, question.now, question.base)
