"""Other things that a figure may be of: where the ledger has just this figure for one of them, it was likely that.

Whoever reads a text takes one flow for another, or one month; so does a writer. The same search serves both: it finds
what the figure is right for. Whether the text means that, or misprints it, its words must say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from tidewaiter.analysis.evidence import Evidence, Question
from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document
from tidewaiter.interval import Interval
from tidewaiter.period import Period, Point
from tidewaiter.reference.countries import find_countries
from tidewaiter.reference.goods import TOTAL, find_goods
from tidewaiter.verdicts import caution
from tidewaiter.verdicts.books import findings
from tidewaiter.verdicts.books.bench import Bench
from tidewaiter.verdicts.intervals import allowed
from tidewaiter.verdicts.passages import flows
from tidewaiter.verdicts.passages.questions import Asked, asked
from tidewaiter.verdicts.pen import slips
from tidewaiter.verdicts.pen.slips import Slip

Look = Callable[[Question], Iterable[Evidence]]

#: An answer as wide as this, the higher end by the lower, would fit almost anything.
_NARROW = Decimal("1.02")
#: So many digits of a figure are found elsewhere by no chance.
_DIGITS = 4
_CLOSED = ("direct", "sum", "difference", "balance")


@dataclass(frozen=True, slots=True)
class Reading:
    """Another question that the figure answers: `name` is the slip that printing it for the one asked would be.

    `name` is None where no one slip leads from the one to the other (another flow and another time).
    """

    name: str | None
    question: Question
    evidence: Evidence

    def explanation(self) -> str:
        """What the figure is right for, as a clause."""
        return f"that is the figure for {findings.subject(self.question)}"

    def slip(self, right: Decimal) -> Slip | None:
        """The slip, where it has a name and the figure stands in the book as it is, or is the sum of its months."""
        summed = self.evidence.kind == "customs" and self.evidence.made == "sum" and not self.question.two_way
        if self.name is None or not (self.evidence.made == "direct" or summed):
            return None
        return Slip(self.name, right.normalize() + 0, self.evidence.figure, 1.0, self.explanation())


def fitting(document: Document, claim: Claim, question: Question, look: Look) -> list[Reading]:
    """Every other reading whose answer is the claimed figure, those that one slip leads to first.

    Only a figure that is closed on both sides is recognised, and only in answers that are narrow themselves.
    """
    figure = allowed(claim)
    found = []
    for name, other in others(document, claim, question):
        answers = [evidence for evidence in look(other) if _recognised(figure, evidence)]
        if answers:
            found.append(Reading(name, other, min(answers, key=lambda e: _CLOSED.index(e.made))))
    return sorted(found, key=lambda reading: (reading.name is None, reading.evidence.made != "direct"))


def by_no_chance(claim: Claim) -> bool:
    """Whether a figure has digits enough not to be found elsewhere by chance."""
    return len(claim.value.normalize().as_tuple().digits) >= _DIGITS


def swapped(bench: Bench, claim: Claim, question: Question) -> Reading | None:
    """The opposite flow, where the figure is just that and has digits enough for it to be no chance."""
    if question.two_way or not by_no_chance(claim):
        return None
    other = replace(question, exporter=question.importer, importer=question.exporter)
    figure = allowed(claim)
    answers = [evidence for evidence in bench.now(other) if _recognised(figure, evidence)]
    return Reading("exports_imports_swapped", other, answers[0]) if answers else None


def others(document: Document, claim: Claim, question: Question) -> list[tuple[str | None, Question]]:
    """What else a figure may be of, with the slip that leads to it; nothing for none, or a figure open on a side."""
    figure = allowed(claim)
    if figure.low is None or figure.high is None or claim.value == 0:
        return []
    return list(_others(document, claim, question))


def _recognised(figure: Interval, evidence: Evidence) -> bool:
    low, high = evidence.figure.low, evidence.figure.high
    if low is None or high is None or not evidence.complete or evidence.wide or evidence.made not in _CLOSED:
        return False
    return 0 < high <= low * _NARROW and figure.meets(evidence.figure)


def _others(document: Document, claim: Claim, question: Question) -> Iterator[tuple[str | None, Question]]:
    ways = list(_ways(question))
    times = list(_times(question))
    yield from ways
    yield from times
    yield from _countries(question)
    yield from _goods(document, claim, question)
    for _, way in ways:
        yield from ((None, replace(way, period=time.period)) for _, time in times)


def _ways(question: Question) -> Iterator[tuple[str, Question]]:
    swapped = replace(question, exporter=question.importer, importer=question.exporter)
    if question.two_way:
        yield "one_way_for_two_way", replace(question, two_way=False)
        yield "one_way_for_two_way", replace(swapped, two_way=False)
    else:
        yield "exports_imports_swapped", swapped
        yield "two_way_for_one_way", replace(question, two_way=True)


def _times(question: Question) -> Iterator[tuple[str | None, Question]]:
    period = question.period
    if not period.months():
        return
    last = period.end
    yield "previous_year_figure", replace(question, period=period.back_years(1))
    yield None, replace(question, period=period.back_years(-1))
    if period.is_month:
        yield "previous_month_figure", replace(question, period=period.previous())
        yield None, replace(question, period=_next(last))
        if last.month > 1:
            yield "year_to_date_for_month", replace(question, period=Period(Point(last.year, 1), last))
        yield None, replace(question, period=Period.year(last.year))
        yield None, replace(question, period=Period.year(last.year - 1))
    elif period.is_year:
        yield None, replace(question, period=period.back_years(2))
    else:
        yield "month_for_year_to_date", replace(question, period=Period(last, last))
        yield None, replace(question, period=Period.year(last.year))


def _next(point: Point) -> Period:
    return Period.month(point.year + point.month // 12, point.month % 12 + 1)


def _countries(question: Question) -> Iterator[tuple[str, Question]]:
    """The same of a country that is easily mistaken for one of the two."""
    for side in ("exporter", "importer"):
        for other in slips.mistaken(getattr(question, side)):
            if other not in (question.exporter, question.importer):
                name = slips.country_slip(meant=getattr(question, side), printed=other)
                yield (
                    name,
                    replace(question, exporter=other) if side == "exporter" else replace(question, importer=other),
                )


def _goods(document: Document, claim: Claim, question: Question) -> Iterator[tuple[None, Question]]:
    """Goods that the sentence also names; and all goods, where some were read."""
    for mention in find_goods(caution.sentence(document, claim)):
        if (mention.good_id,) != question.goods and mention.good_id != TOTAL:
            yield None, replace(question, goods=(mention.good_id,), hs=(), total=False)
    if not question.total:
        yield None, replace(question, goods=(), hs=(), total=True)


def named(bench: Bench, claim: Claim, question: Question, reading: Reading) -> bool:
    """Whether the figure's own sentence names what a reading differs in, so that the text can be taken to mean it."""
    document, other = bench.document, reading.question
    text = flows.sentence(document, claim)
    if not _same_way(other, question):
        if other.two_way and flows.kinds(flows.beside(document, claim, bench.figures)) != {flows.BOTH}:
            return False
        if not other.two_way and not _says_way(bench, claim, question, other):
            return False
    if _countries_of(other) != _countries_of(question) and not _names_countries(text, other):
        return False
    if (other.goods, other.total) != (question.goods, question.total):
        return False
    times = caution.named_times(document, text)
    return other.period.same_days(question.period) or any(t is not None and t.same_days(other.period) for t in times)


def _says_way(bench: Bench, claim: Claim, question: Question, other: Question) -> bool:
    """Whether the words beside the figure say one way, and no other than the reading's.

    Where both ways were read, "exports" alone tells that it is one; where the opposite was, the words must say whose.
    """
    way = flows.spoken_way(bench.document, claim, bench.figures)
    if way is None and question.two_way:
        return flows.kinds(flows.beside(bench.document, claim, bench.figures)) in ({flows.OUT}, {flows.IN})
    return way == (other.exporter, other.importer)


def told(bench: Bench, claim: Claim, reading: Reading) -> bool:
    """Whether another figure of the sentence tells just that: "$2 million in May, against $2 million in April"."""
    for other in bench.figures:
        if other is not claim and other.sentence == claim.sentence and other.value == claim.value:
            question = asked(other)
            if isinstance(question, Asked) and question.base is None and question.now == reading.question:
                return True
    return False


def perhaps_named(bench: Bench, claim: Claim, question: Question, reading: Reading) -> bool:
    """Whether anything in the sentence or in the one before it may point to a reading.

    Where the words beside the figure plainly say the way that was read, no other way does.
    """
    document = bench.document
    own = flows.sentence(document, claim)
    text = f"{flows.sentence_before(document, claim)} {own}"
    other = reading.question
    if not _same_way(other, question) and not _plain_way(bench, claim, question):
        opposite = not other.two_way and not question.two_way
        # A sentence that speaks of one way by itself needs no other to say which.
        ways = flows.kinds(own) if opposite and len(flows.kinds(own)) == 1 else flows.kinds(text)
        if ways >= {flows.OUT, flows.IN} or (not opposite and flows.names(text, two_way=other.two_way)):
            return True
    if _countries_of(other) != _countries_of(question):
        return bool(
            _countries_of(other) & {mention.alpha3 for mention in find_countries(text)} - _countries_of(question)
        )
    if (other.goods, other.total) != (question.goods, question.total):
        return True
    if other.period.same_days(question.period):
        return False
    if claim in bench.vouched:
        return any(time is not None and time.same_days(other.period) for time in caution.named_times(document, own))
    times = caution.named_times(document, text)
    return not year_written(document, claim, question.period) or any(
        time is None or not (time.covers(question.period)) for time in times
    )


def _plain_way(bench: Bench, claim: Claim, question: Question) -> bool:
    """Whether the words beside the figure say the one way that was read, and no other."""
    if question.two_way:
        return False
    return flows.spoken_way(bench.document, claim, bench.figures) == (question.exporter, question.importer)


def _same_way(one: Question, other: Question) -> bool:
    return one.two_way == other.two_way and (one.two_way or one.exporter != other.importer)


def _countries_of(question: Question) -> set[str]:
    return {question.exporter, question.importer}


def _names_countries(text: str, question: Question) -> bool:
    return _countries_of(question) <= {mention.alpha3 for mention in find_countries(text)}


def year_written(document: Document, claim: Claim, period: Period) -> bool:
    """Whether the sentence writes the year out, so that it does not hang on the day the text was published."""
    return re.search(rf"(?<!\d){period.end.year}(?!\d)", flows.sentence(document, claim)) is not None
