"""What a time sums up that says until when: since the year, the fiscal year or the month told before began."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.times.asked_times import AskedTime
from tidewaiter.claims.reading.scene import When
from tidewaiter.period import Period, Point

_SUMMED_UP = ("누적", "누계", "올해", "올 ", "들어", "말 기준")
_FROM = re.compile(r"(?: ?[초말중]순?)?부터 ")
_THIS_YEAR = ("올해", "올 ", "금년")
#: "9월 말 현재", "12월 중순 기준".
_AT_END = re.compile(r" ?[초말중]?(?:순|반)? ?(?:현재|기준)")
_ADDED_UP = re.compile(r" ?까지(?:의)? (?:[가-힣]{1,8} ){0,2}(?:누적|누계)")
_FISCAL = frozenset({"fiscal", "fiscal_months"})
_SPANS = frozenset({"months_years", "day_range"})


def to_that_day(when: When, spoken: Period | None) -> Period | None:
    """In a text on the first twenty days of a month the year so far ends with them."""
    if when.form != "ytd" or spoken is None or not spoken.end.day:
        return None
    return Period(Point(spoken.end.year, 1, 1), spoken.end)


def of_fiscal_year(asked: AskedTime, period: Period) -> Period | None:
    """ "2018~2019년 회계연도에는 8월 말까지", "2021년 6월까지" in a text on the months from October until then."""
    when = asked.when
    if not asked.korean or not (asked.until or when.form == "to_date"):
        return None
    fiscal = asked.before("fiscal")
    year, spoken = fiscal.period if fiscal is not None else None, asked.context.period
    begun_late = spoken is not None and spoken.start is not None and spoken.start.year < spoken.end.year
    alone = when.form in {"month", "rel_month"} and begun_late
    if year is None and alone and spoken is not None and spoken.end == period.end:
        # "국경 무역은 2021년 6월까지": in a text on the months from October until then.
        year = spoken
    data_end = asked.anchor.data_end
    return _in_fiscal_year(year, data_end if when.form == "to_date" and data_end is not None else period.end)


def _in_fiscal_year(begun: Period | None, last: Point) -> Period | None:
    """The months of a fiscal year until one of them."""
    if begun is None or begun.start is None or not last.month or last.day:
        return None
    for year in (begun.start.year, begun.end.year):
        if 0 <= 12 * (year - begun.start.year) + last.month - (begun.start.month or 1) < 12:
            return Period(begun.start, Point(year, last.month))
    return None


def of_chinese_year(asked: AskedTime, period: Period) -> Period | None:
    """ "本财年截至7月12日", "伊历1401年（截至2023年3月20日）"."""
    if not asked.until or not asked.chinese:
        return None
    year = asked.before(*_FISCAL)
    begun = year.period if year is not None else None
    if begun is None or begun.start is None or not begun.covers(period):
        return None
    day = (begun.start.day or 1) if period.end.day else 0
    return Period(Point(begun.start.year, begun.start.month or 1, day), period.end)


def of_year_explained(asked: AskedTime, period: Period) -> Period | None:
    """ "2023년도(2023년 4월~2024년 3월) 11월 3일까지": a year whose first and last month a bracket tells."""
    text = asked.reading.text
    if not asked.until:
        return None
    told = [w for w in asked.placed if w.end <= asked.when.start and w.form in _SPANS and text[w.start - 1] in "(（"]
    year = told[-1].period if told and text[told[-1].end : told[-1].end + 1] in {")", "）"} else None
    if year is None or year.start is None or not year.covers(period):
        return None
    return Period(Point(year.start.year, year.start.month, (year.start.day or 1) if period.end.day else 0), period.end)


def of_days(asked: AskedTime, period: Period) -> Period | None:
    """Days that have a first and a last are what they are."""
    if not asked.until or not period.end.day or period.start is None or period.start == period.end:
        return None
    if asked.korean and asked.sentence.cues_of("cases") and _ADDED_UP.match(asked.reading.text, asked.when.end):
        # "이달 19일까지 누적 환자가": since the first of them.
        return Period(None, period.end)
    # "截至12月中旬": all until then.
    return None if asked.chinese and asked.when.form == "part_of_month" else period


def since_begun(asked: AskedTime, period: Period) -> Period | None:
    """ "작년 8월부터 지난달까지", "11월 말부터 이달 초까지"."""
    if not asked.until or not asked.korean:
        return None
    first = next((w for w in reversed(asked.placed) if w.end <= asked.when.start and w.period is not None), None)
    begun = first.period if first is not None else None
    if first is None or begun is None or _FROM.fullmatch(asked.reading.text, first.end, asked.when.start) is None:
        return None
    if not (begun.is_month or begun.is_year) or begun.last_day >= period.last_day:
        return None
    return Period(begun.end, period.end)


def until_day(asked: AskedTime, period: Period) -> Period | None:
    """All until a day, or since the year began that is told with it: "自2021年以来，截止2月14日"."""
    if not asked.until or not period.end.day:
        return None
    since = [w for w in asked.placed if w.start < asked.when.start and w.role == "since"]
    begun = [w.period for w in since if w.period is not None]
    if begun and begun[-1].is_year:
        return Period(Point(begun[-1].end.year, 1, 1), period.end)
    if asked.korean and _in_this_year(asked, period):
        return Period(Point(period.end.year, 1, 1), period.end)
    return Period(None, period.end)


def _in_this_year(asked: AskedTime, period: Period) -> bool:
    """ "올해 베트남의 흑자는 9월 15일 기준으로": what a year has come to by a day."""
    if asked.reading.text.startswith(_THIS_YEAR, asked.when.start):
        return True
    forms = {"rel_year", "ytd", "year"}
    years = [w for w in asked.placed if w.end <= asked.when.start and w.form in forms and w.role == "when"]
    return bool(years) and years[-1].period is not None and years[-1].period.end.year == period.end.year


def at_month(asked: AskedTime, period: Period) -> Period | None:
    """ "12월 기준, 인도는 수출량의 38%를 차지한다": a share as it is in a month, which sums nothing up."""
    text, sentence = asked.reading.text, asked.sentence
    if not asked.until or not asked.korean or not period.is_month:
        return None
    if _is_priced(asked) and _AT_END.match(text, asked.when.end) is not None:
        # "쌀 1kg은 9월 말 현재 5천 원".
        return period
    if not sentence.cues_of("share"):
        return None
    at = text.startswith((" 기준", "기준"), asked.when.end)
    return period if at and not any(word in text[sentence.start : sentence.end] for word in _SUMMED_UP) else None


def _is_priced(asked: AskedTime) -> bool:
    """Whether a sentence tells prices: of one of something, or by the word."""
    figures = asked.sentence.figures
    return bool(asked.sentence.cues_of("per")) or any("_per_" in f.unit for f in figures if f.kind == "money")


def until_month(asked: AskedTime, period: Period) -> Period | None:
    """The year until a month, a quarter or a half."""
    if not asked.until or not (period.is_month or asked.when.form in {"quarter", "half"}) or period.end.month <= 1:
        return None
    return Period(Point(period.end.year, 1), period.end)
