"""The expressions of time of a Korean or Chinese sentence, resolved in their order."""

from __future__ import annotations

import re
from itertools import pairwise
from operator import attrgetter

from tidewaiter.claims import periods
from tidewaiter.claims.asian.times.asked_times import AskedTime
from tidewaiter.claims.asian.times.resolved import resolved
from tidewaiter.claims.asian.times.summed_months import sums
from tidewaiter.claims.asian.times.time_roles import role
from tidewaiter.claims.dates import fiscal_years
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.periods import AGO_FORMS, RATE_FORMS, Expression
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Clause, Movement, Scene, When, clause_at
from tidewaiter.period import Period

_PARTS = frozenset({"quarter", "half", "month", "months"})
#: From an amount in a bracket to the part of it: ")의 약 ".
_OF_AMOUNT = 5
_LONG_PARTS = frozenset({"quarter", "half"})
_THAT_YEAR = ("그해", "그 해", "이듬해", "이듬 해")
_THEN = frozenset({"base_month_year", "ago_years"})
_BY_PARTS = re.compile(r"(?:분기|반기|월|시기) ?별")


def whens(reading: Reading, sentence: Sentence, found: list[Clause], context: Context) -> list[When]:
    """The expressions of a sentence with their roles, resolved as far as the sentence and the context allow."""
    current = context.period or (context.hint if context.hint_block == sentence.block else None)
    if reading.language == "ko" and any(reading.text.startswith(_THAT_YEAR, e.start) for e in sentence.times[:1]):
        # "2017년 제재가 시작됐다. 그해 수입량은".
        current = context.mentioned_year or current
    anchor = context.anchor.speaking_of(current)
    if any(time.form.startswith("fiscal") for time in sentence.times):
        named = [c.alpha3 for c in sentence.countries if c.alpha3]
        fiscal = fiscal_years.of_sentence(context.anchor, named)
        anchor.fiscal_start, anchor.fiscal_by_first, anchor.fiscal_country = fiscal
    times = [e for e in sentence.times if reading.language != "ko" or not _explains(reading.text, sentence, e)]
    placed = [When(e, role(reading, sentence, e), clause_at(found, e.start)) for e in times]
    for when in placed:
        if when.form in AGO_FORMS | RATE_FORMS:
            continue
        when.period = resolved(AskedTime(reading, sentence, when, anchor, placed, context))
        if when.period is not None and when.role == "when" and when.form not in periods.DAY_FORMS:
            anchor.current = when.period
    _next_parts(sentence, placed, context)
    _of_that_time(sentence, placed, context)
    if reading.language == "ko":
        _explain(reading, sentence, placed, context)
        _of_one_year(reading, sentence, placed, context)
    else:
        _same_part_now(placed)
    return sorted([*placed, *sums(reading, sentence, placed, found, context)], key=attrgetter("start"))


def _same_part_now(placed: list[When]) -> None:
    """ "与2020年第二季度相比，2021年同期增长39%": the same part of the later year is what is told of."""
    for before, now in pairwise(placed):
        base, year = before.period, now.expression.parts.get("y")
        if now.form != "base_month_year" or before.role != "base" or base is None or base.is_year or year is None:
            continue
        if base.start is not None and base.whole_months and int(year) > base.end.year:
            now.role, now.form = "when", before.form
            now.period = base.back_years(base.end.year - int(year))


def _of_that_time(sentence: Sentence, placed: list[When], context: Context) -> None:
    """ "6월 수입액(8천만 달러)의 25%에 해당한다", in a paragraph on June: a part of that, held against nothing."""
    if sentence.block != context.block or context.period is None or any(w.role == "when" for w in placed):
        return
    percents = [f.start for f in sentence.figures if f.unit == "percent"]
    for when in placed:
        amount = next((f for f in sentence.figures if f.start >= when.end), None)
        held = when.role == "base" and when.period == context.period and amount is not None
        if held and amount is not None and any(0 < start - amount.end <= _OF_AMOUNT for start in percents):
            when.role, when.retold = "when", True


def is_of_that_time(scene: Scene, figure: Figure, moved: Movement) -> bool:
    """Whether what reads as a part of another time's amount is one of the time that the paragraph is on."""
    if figure.unit != "percent" or moved != Movement("by"):
        return False
    amount = next((f for f in reversed(scene.sentence.figures) if f.end <= figure.start), None)
    before = [w for w in scene.whens if amount is not None and w.end <= amount.start]
    return bool(before) and before[-1].retold


def _next_parts(sentence: Sentence, placed: list[When], context: Context) -> None:
    """ "2020년 상반기 3억 달러였으나 하반기에는", "2020年一季度…，二季度…": a later part of the year told before it."""
    told = context.period if sentence.block == context.block else None
    for when in placed:
        if when.role not in {"when", "until", "as_of"} or when.period is None:
            continue
        if when.role == "when" and when.form in _LONG_PARTS and not when.expression.names_year and told is not None:
            if told.is_year and told.end.year < when.period.end.year and told != context.period:
                # "작년 출하량은 4분기 2억 달러, 3분기 1억 달러": of the one year that is named before them.
                when.period = when.period.back_years(when.period.end.year - told.end.year)
                continue
            when.period = _later_in_year(told, when.period)
        told = when.period


def _later_in_year(told: Period, part: Period) -> Period:
    """A part of a year, in that of an earlier part told right before it."""
    if told.start is None or part.start is None or not told.whole_months or told.start.year != told.end.year:
        return part
    years = part.end.year - told.end.year
    goes_on = told.end.month < part.start.month
    return part.back_years(years) if years > 0 and told.end.month and goes_on else part


def _explain(reading: Reading, sentence: Sentence, placed: list[When], context: Context) -> None:
    """ "이란력으로 지난해(2022년 3월 21일~2023년 3월 20일)": which days a word for a year means from here on."""
    for year, days in pairwise(placed):
        beside = days.start == year.end + 1 and reading.text[year.end] in "(（"
        if (
            year.form == "rel_year"
            and days.form in {"day_range", "months_years"}
            and beside
            and days.period is not None
        ):
            named = frozenset(m.alpha3 for m in sentence.countries if m.alpha3)
            context.year_explained = reading.text[year.start : year.end], days.period, named


def _of_one_year(reading: Reading, sentence: Sentence, placed: list[When], context: Context) -> None:
    """ "2022년 수출은 9억 달러다. 분기별로는 1분기 2억 달러": parts of the year just told of, or both its halves."""
    parts = [w for w in placed if w.form in _PARTS and not w.expression.names_year and w.period is not None]
    then = next(
        (w for w in placed if w.form in _THEN and reading.text.startswith(("에는 ", "엔 ", "는 "), w.end)), None
    )
    if then is not None and context.period is not None:
        for when in parts:
            if when.start > then.end and when.period and when.period.end.year == context.period.end.year:
                # "지난해 같은 기간에는 3월에 5천톤, 4월에는 6천톤".
                when.period = when.period.back_years(1)
        return
    by_parts = _BY_PARTS.match(reading.text, sentence.start) is not None
    same = by_parts or sentence.block == context.block
    told = context.period if same and context.period and context.period.is_year else None
    years = {w.period.end.year for w in parts if w.form == "half" and w.period is not None}
    year = told.end.year if told is not None and by_parts else None
    if year is None and told is not None and len(years) > 1 and min(years) == told.end.year:
        # "2022년 수출은 9억 달러다. 상반기에는 …, 하반기에는 …".
        year = told.end.year
    for when in parts if year is not None else ():
        if when.period is not None and year is not None:
            when.period = when.period.back_years(when.period.end.year - year)


def _explains(text: str, sentence: Sentence, expression: Expression) -> bool:
    """ "2분기(4~6월)": months that only say again which quarter or half is meant."""
    if expression.form != "months" or expression.names_year or text[expression.start - 1] not in "(（":
        return False
    first, last = int(expression.parts["m"]), int(expression.parts["m2"])
    for time in sentence.times:
        if time.end == expression.start - 1 and time.form == "quarter":
            return (first, last) == (3 * int(time.parts["n"]) - 2, 3 * int(time.parts["n"]))
        if time.end == expression.start - 1 and time.form == "half":
            return (first, last) == ((1, 6) if time.parts["o"] == "상" else (7, 12))
    return False
