"""Figures of the ledger that nobody asked for and that are just the one printed: another direction, another time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from tidewaiter.analysis.evidence import Evidence, Question
from tidewaiter.claims.claim import Claim
from tidewaiter.period import Period, Point
from tidewaiter.verdicts import findings
from tidewaiter.verdicts.intervals import allowed
from tidewaiter.verdicts.slips import Slip

Look = Callable[[Question], Iterable[Evidence]]


def mix_ups(claim: Claim, question: Question, look: Look, *, right: Decimal | None) -> Iterator[Slip]:
    """Each other question whose answer is the claimed figure, as a slip that suggests `right`.

    Only a figure that is closed on both sides is recognised, and only in answers that stand in the book as they are.
    """
    figure = allowed(claim)
    if right is None or figure.low is None or figure.high is None or claim.value == 0:
        return
    for name, other in _others(question):
        for evidence in look(other):
            if evidence.made == "direct" and evidence.complete and not evidence.wide and figure.meets(evidence.figure):
                explanation = f"that is the figure for {findings.subject(other)}"
                yield Slip(name, right.normalize() + 0, evidence.figure, 1.0, explanation)
                break


def _others(question: Question) -> Iterator[tuple[str, Question]]:
    swapped = replace(question, exporter=question.importer, importer=question.exporter)
    if question.two_way:
        yield "one_way_for_two_way", replace(question, two_way=False)
        yield "one_way_for_two_way", replace(swapped, two_way=False)
    else:
        yield "exports_imports_swapped", swapped
        yield "two_way_for_one_way", replace(question, two_way=True)
    period = question.period
    if not list(period.months()):
        return
    yield "previous_year_figure", replace(question, period=period.back_years(1))
    if period.is_month:
        yield "previous_month_figure", replace(question, period=period.previous())
        if period.end.month > 1:
            to_date = Period(Point(period.end.year, 1), period.end)
            yield "year_to_date_for_month", replace(question, period=to_date)
    elif not period.is_year:
        yield "month_for_year_to_date", replace(question, period=Period(period.end, period.end))
