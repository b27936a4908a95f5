"""The expressions of time of a Korean or Chinese sentence, resolved in their order."""

from __future__ import annotations

import re

from tidewaiter.claims import periods
from tidewaiter.claims.asian.times.time_roles import AGO, ALWAYS_BASE, SUMS, role
from tidewaiter.claims.dates import fiscal_years
from tidewaiter.claims.dates.months_told import after_month_told, in_year_told
from tidewaiter.claims.periods import Anchor, Expression
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Clause, When, clause_at
from tidewaiter.period import Period, Point

_YEARS = frozenset({"year", "rel_year"})
_PARTS = frozenset({"quarter", "half", "month", "months"})
_THEN = frozenset({"base_month_year", "ago_years"})
_BY_PARTS = re.compile(r"(?:분기|반기|월|시기) ?별")
_SUMMED_UP = ("누적", "누계", "올해", "올 ", "들어", "말 기준")
#: Before a time that is to come.
_WILL = re.compile(r"[，,]?[^，,。；;\d]{0,12}?(?:预计|預計|预期|預期|有望|将|將)")
_EXPECTED = re.compile(r"(?:预计|預計|预期|預期|预测|預測|有望)\Z")
_FROM = re.compile(r"(?: ?[초말중]순?)?부터 ")
#: "去年一度居首的大米，3月只出口了1250吨": when something else was so.
_OF_GOODS = re.compile(r"[^，,。；;：:\d]{1,12}的[\u3400-\u9fff]{1,8}[，,]")
_THIS_YEAR = ("올해", "올 ", "금년")


def whens(reading: Reading, sentence: Sentence, found: list[Clause], context: Context) -> list[When]:
    """The expressions of a sentence with their roles, resolved as far as the sentence and the context allow."""
    anchor = context.anchor.speaking_of(context.period)
    if any(time.form.startswith("fiscal") for time in sentence.times):
        named = [c.alpha3 for c in sentence.countries if c.alpha3]
        fiscal = fiscal_years.of_sentence(context.anchor, named)
        anchor.fiscal_start, anchor.fiscal_by_first, anchor.fiscal_country = fiscal
    times = [e for e in sentence.times if reading.language != "ko" or not _explains(reading.text, sentence, e)]
    placed = [When(e, role(reading, sentence, e), clause_at(found, e.start)) for e in times]
    for when in placed:
        if when.form in AGO | ALWAYS_BASE:
            continue
        when.period = _resolved(reading, sentence, when, anchor, placed, context)
        if when.period is not None and when.role == "when" and when.form not in periods.DAY_FORMS:
            anchor.current = when.period
    if reading.language == "ko":
        _of_one_year(reading, sentence, placed, context)
    return placed


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


def _resolved(
    reading: Reading, sentence: Sentence, when: When, anchor: Anchor, placed: list[When], context: Context
) -> Period | None:  # fmt: skip
    period = periods.resolve(when.expression, anchor, language=reading.language)
    if period is None and reading.language == "zh" and when.form == "rel_month" and anchor.month is None:
        # Nobody knows when it was written: as in a text written the month after, "上月" is the month it is on.
        last = anchor.current is not None and anchor.current.is_month and reading.text.startswith("上", when.start)
        period = anchor.current if last else None
    so_far = _to_that_day(when, anchor.current) if period is None else None
    if period is None:
        return so_far
    if reading.language == "zh":
        placed = [w for w in placed if not (w.form in _YEARS and _OF_GOODS.fullmatch(reading.text, w.end, when.start))]
    period = _of_that_run(reading, sentence, when, period, context)
    period = in_year_told(when, period, placed, years=_YEARS)
    period = after_month_told(when, period, placed, sentence, context)
    if when.form in {"quarter", "half", "month"} and not when.expression.names_year:
        current = anchor.current
        expected = _EXPECTED.search(reading.text, max(when.start - 6, 0), when.start) is not None
        leads = reading.language == "zh" and not any(w.start < when.start for w in placed)
        leads = leads and when.form in {"quarter", "half"}
        expected = expected or (leads and _WILL.match(reading.text, when.end) is not None)
        if expected and current is not None and period.last_day < current.last_day:
            # "预计第二季…": a time to come is the next of its name.
            period = period.back_years(-1)
    spoken = anchor.current
    if spoken is not None and spoken.end.day and spoken.end.month == period.end.month:
        # In a text on the first twenty days "이달" is those days.
        if when.form == "rel_month" and spoken.start is not None and spoken.start.day == 1 and period.covers(spoken):
            return spoken
        if (year := _to_that_day(when, spoken)) is not None and spoken.end.year == period.end.year:
            return year
    current = context.period
    summed = reading.language == "ko" and reading.text[when.start : when.end] in SUMS
    if summed and current is not None and current.start is not None and (current.is_year or current.start.month == 1):
        # "지난해 … 누적 무역흑자액은": what the time spoken of has come to.
        return current
    if summed and current is None and when.role == "when" and context.year_to_date is not None:
        # "라면 누적 수출 7억 달러": a headline above data of this year.
        return context.year_to_date
    if reading.language == "ko" and (when.role in {"as_of", "until"} or when.form == "to_date"):
        year = next((w.period for w in reversed(placed) if w.end <= when.start and w.form == "fiscal"), None)
        spoken_ = context.period
        begun_late = spoken_ is not None and spoken_.start is not None and spoken_.start.year < spoken_.end.year
        alone = when.form in {"month", "rel_month"} and begun_late
        if year is None and alone and spoken_ is not None and spoken_.end == period.end:
            # "국경 무역은 2021년 6월까지": in a text on the months from October until then.
            year = spoken_
        ended = anchor.data_end if when.form == "to_date" and anchor.data_end is not None else period.end
        so_far = _in_fiscal_year(year, ended)
        if so_far is not None:
            return so_far
    if when.role in {"as_of", "until"} and reading.language == "zh":
        forms = {"fiscal", "fiscal_months"}
        begun_ = next((w.period for w in reversed(placed) if w.end <= when.start and w.form in forms), None)
        if begun_ is not None and begun_.start is not None and begun_.covers(period):
            # "本财年截至7月12日", "伊历1401年（截至2023年3月20日）"
            day = (begun_.start.day or 1) if period.end.day else 0
            return Period(Point(begun_.start.year, begun_.start.month or 1, day), period.end)
    if when.role in {"as_of", "until"}:
        if period.end.day and period.start is not None and period.start != period.end:
            return period
        begun_at = _begun_at(reading, when, placed) if reading.language == "ko" else None
        if begun_at is not None and begun_at.last_day < period.last_day:
            # "작년 8월부터 지난달까지".
            return Period(begun_at.end, period.end)
        if period.end.day:
            begun = [w for w in placed if w.start < when.start and w.role == "since" and w.period is not None]
            if begun and begun[-1].period is not None and begun[-1].period.is_year:
                # "自2021年以来，截止2月14日"
                return Period(Point(begun[-1].period.end.year, 1, 1), period.end)
            if reading.language == "ko" and _in_this_year(reading, when, period, placed):
                return Period(Point(period.end.year, 1, 1), period.end)
            return Period(None, period.end)
        if period.is_month and _is_at(reading, sentence, when):
            return period
        if (period.is_month or when.form in {"quarter", "half"}) and period.end.month > 1:
            return Period(Point(period.end.year, 1), period.end)
    return period


def _to_that_day(when: When, spoken: Period | None) -> Period | None:
    """In a text on the first twenty days of a month the year so far ends with them."""
    if when.form != "ytd" or spoken is None or not spoken.end.day:
        return None
    return Period(Point(spoken.end.year, 1, 1), spoken.end)


def _is_at(reading: Reading, sentence: Sentence, when: When) -> bool:
    """ "12월 기준, 인도는 수출량의 38%를 차지한다": a share as it is in a month, which sums nothing up."""
    ahead = reading.text[sentence.start : sentence.end]
    at = reading.language == "ko" and reading.text.startswith((" 기준", "기준"), when.end)
    return at and bool(sentence.cues_of("share")) and not any(word in ahead for word in _SUMMED_UP)


def _of_that_run(reading: Reading, sentence: Sentence, when: When, period: Period, context: Context) -> Period:
    """ "2022年1—9月…。其中，9月…": a month of the run just told of."""
    run = context.period
    if reading.language != "zh" or when.form != "month" or when.expression.names_year or run is None:
        return period
    if not reading.text.startswith("其中", sentence.start) or run.start is None or not run.whole_months:
        return period
    month = period.back_years(period.end.year - run.end.year)
    return month if run.covers(month) else period


def _begun_at(reading: Reading, when: When, placed: list[When]) -> Period | None:
    """The month or year from which a time runs until another: "작년 8월부터 지난달까지", "11월 말부터 이달 초까지"."""
    first = next((w for w in reversed(placed) if w.end <= when.start and w.period is not None), None)
    if first is None or first.period is None or _FROM.fullmatch(reading.text, first.end, when.start) is None:
        return None
    return first.period if first.period.is_month or first.period.is_year else None


def _in_fiscal_year(begun: Period | None, last: Point) -> Period | None:
    """ "2018~2019년 회계연도에는 8월 말까지": the months of a fiscal year until one of them."""
    if begun is None or begun.start is None or not last.month or last.day:
        return None
    for year in (begun.start.year, begun.end.year):
        if 0 <= 12 * (year - begun.start.year) + last.month - (begun.start.month or 1) < 12:
            return Period(begun.start, Point(year, last.month))
    return None


def _in_this_year(reading: Reading, when: When, period: Period, placed: list[When]) -> bool:
    """ "올해 베트남의 흑자는 9월 15일 기준으로": what a year has come to by a day."""
    if reading.text.startswith(_THIS_YEAR, when.start):
        return True
    years = [w for w in placed if w.end <= when.start and w.form in {"rel_year", "ytd", "year"} and w.role == "when"]
    return bool(years) and years[-1].period is not None and years[-1].period.end.year == period.end.year
