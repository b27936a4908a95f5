"""What a Chinese text says that a month has added up to: "5月进口3万吨，同比增长4%，累计进口14万吨"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tidewaiter.claims.asian.clauses import begins
from tidewaiter.claims.asian.times.ago_times import THEN_IT_WAS
from tidewaiter.claims.asian.times.asked_figure import AskedFigure
from tidewaiter.claims.figure import RELATIVE, Figure
from tidewaiter.claims.periods import AGO_FORMS, DAY_FORMS, RATE_FORMS, Expression
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Clause, Timed, When, clause_at
from tidewaiter.period import Period, Point

#: The form and the role of such a time: it is told by the way, and the text goes on with its month.
SUMMED = "summed"
_STOPS, _PARTING = frozenset("，,；;、。（()）：:"), frozenset("；;")
#: A sum that is so many times what the months would have at the pace of the last is of more than one year.
_TOO_MUCH = 5
_AMOUNTS, _MONTHS = frozenset({"money", "quantity", "count"}), frozenset({"month", "rel_month"})
_BY_THE_WAY = AGO_FORMS | RATE_FORMS | DAY_FORMS
#: "累计方面，", "累计来看，": what the clauses behind it are of.
_LEAD = re.compile(r"(?:方面|[来來]看|[计計]算)[，,]")
#: How far behind a change its word stands.
_BEHIND = 4


@dataclass(frozen=True, slots=True)
class _Sum:
    """A word for a sum, the clause that it stands in, and the figure behind it there."""

    reading: Reading
    sentence: Sentence
    start: int
    end: int
    clause: int
    figure: Figure

    @property
    def of_trade(self) -> bool:
        """Whether that figure is one of trade, or of how it has moved."""
        figure = self.figure
        traded = any(self.clause <= c.start and c.end <= figure.start for c in self.sentence.cues_of("flow"))
        if figure.kind in RELATIVE:
            moves = self.sentence.cues_of("change")
            return traded or any(self.end <= c.start and c.end <= figure.end + _BEHIND for c in moves)
        at_once = THEN_IT_WAS.fullmatch(self.reading.text, self.end, figure.start) is not None
        return figure.kind in _AMOUNTS and (traded or at_once)

    @property
    def since(self) -> str:
        """What its clause says before it, in the script of the word lists."""
        return self.reading.lexicon.plain(self.reading.text[self.clause : self.start])

    @property
    def of_no_year(self) -> bool:
        """Whether it adds up something else than the trade of a year: gifts, contracts, some months in a row."""
        words = self.reading.lexicon.words
        whole = self.reading.lexicon.plain(self.reading.text[self.sentence.start : self.sentence.end])
        clause = self.reading.lexicon.plain(self.reading.text[self.clause : self.figure.start])
        return any(word in clause for word in words["no_sums"]) or any(word in whole for word in words["gives"])

    @property
    def told_before(self) -> bool:
        """Whether the text has told just this amount before."""
        wanted, sentences = (self.figure.value, self.figure.unit), self.reading.sentences
        earlier = (f for s in sentences if s.start < self.sentence.start for f in s.figures)
        return any((f.value, f.unit) == wanted for f in earlier)


def sums(
    reading: Reading, sentence: Sentence, placed: Sequence[When], found: list[Clause], context: Context
) -> list[When]:
    """The sums that a sentence tells by no more than a word for them, behind a month or in a text on one."""
    whens = list[When]()
    for cue in sentence.cues_of("summed"):
        told = _told(reading, sentence, cue.start, cue.end)
        if told is None or any(w.start < cue.end and cue.start < w.end for w in placed):
            continue
        month = _month(told, placed, context)
        if month is None or not told.of_trade or told.of_no_year:
            continue
        when = When(Expression(cue.start, cue.end, SUMMED), SUMMED, clause_at(found, cue.start))
        when.period = _added_up(told, month)
        whens.append(when)
    return whens


def summed(asked: AskedFigure) -> Timed | None:
    """The time of a figure behind such a sum, as far as that reaches; the text goes on with its month."""
    before = [w for w in asked.whens if w.form == SUMMED and w.end <= asked.figure.start]
    if not before or not _reaches(asked, before[-1]):
        return None
    return Timed(before[-1].period, "what the months have added up to", form="first_months")


def _told(reading: Reading, sentence: Sentence, start: int, end: int) -> _Sum | None:
    """A word for a sum with the next figure, where that stands in its clause."""
    figure = next((f for f in sentence.figures if f.start >= end), None)
    lead = _LEAD.match(reading.text, end)
    end = lead.end() if lead is not None else end
    if figure is None or not _STOPS.isdisjoint(reading.text[end : figure.start]):
        return None
    return _Sum(reading, sentence, start, end, begins(reading.text, _STOPS, sentence.start, start), figure)


def _month(told: _Sum, placed: Sequence[When], context: Context) -> Period | None:
    """The month up to which something is summed: the one before the sum that has had a figure of its own."""
    near = [w for w in placed if w.form not in _BY_THE_WAY and told.clause <= w.start < told.figure.start]
    before = [w for w in placed if w.form not in _BY_THE_WAY and w.role != "base" and w.end <= told.clause]
    now = context.period if context.told_block >= told.sentence.block - 1 else None
    if near or not before:
        # "8月出口70万吨。8月累计出口520万吨", "8月出口70万吨。累计出口520万吨"; "当月累计" is of the month itself.
        again = all(w.form == "month" and w.period == now and w.end <= told.start for w in near)
        again = again and not (near and told.told_before)
        return now if again and now is not None and now.is_month and now.end.month > 1 else None
    last = before[-1]
    if last.form not in _MONTHS or last.role != "when" or last.period is None or last.period.end.month < 2:
        return None
    return last.period if any(last.end <= f.start < told.clause for f in told.sentence.figures) else None


def _added_up(told: _Sum, month: Period) -> Period | None:
    """The year until that month; without a beginning, where the sum is too much for that or has another."""
    if any(word in told.since for word in told.reading.lexicon.words["other_years"]):
        # "2022/23榨季累计出口60万吨": nothing says with which month that began.
        return None
    amounts = [f for f in told.sentence.figures if f.end <= told.clause and f.unit == told.figure.unit]
    most = amounts[-1].value * month.end.month * _TOO_MUCH if amounts else None
    if told.figure.kind in _AMOUNTS and most is not None and told.figure.value > most:
        return Period(None, month.end)
    return Period(Point(month.end.year, 1), month.end)


def _reaches(asked: AskedFigure, own: When) -> bool:
    """Whether a figure is of a sum, and not of the month of what is told behind it, which has a sum of its own."""
    figure, sentence = asked.figure, asked.sentence
    if not _PARTING.isdisjoint(asked.reading.text[own.end : figure.start]):
        return False
    if any(own.end <= w.start < figure.start and w.form not in _BY_THE_WAY for w in asked.whens):
        return False
    levels = [f for f in sentence.figures if own.end <= f.start <= figure.start and f.kind not in RELATIVE]
    following = [w.start for w in asked.whens if w.form == SUMMED and levels[1:] and w.start >= levels[-1].end]
    return not following or not _PARTING.isdisjoint(asked.reading.text[levels[-1].end : following[0]])
