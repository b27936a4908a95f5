"""The period that an expression of time means: what its words alone give, as the rules in order take it."""

from __future__ import annotations

import re

from tidewaiter.claims import periods
from tidewaiter.claims.asian.times import so_far
from tidewaiter.claims.asian.times.asked_times import AskedTime, TimeRule
from tidewaiter.claims.asian.times.ranked_times import SUMS
from tidewaiter.claims.dates.months_told import after_month_told, before_ranked, in_year_told
from tidewaiter.period import Period

_YEARS = frozenset({"year", "rel_year"})
_THAT_YEAR = frozenset({"当年", "當年", "同年"})
#: Before a time that is to come.
_WILL = re.compile(r"[，,]?[^，,。；;\d]{0,12}?(?:预计|預計|预期|預期|有望|将|將)")
_WILL_BE = re.compile(
    r"[^.,;]{0,40}?(?:(?:[을할될칠릴갈날설를줄늘물] )것[\"”’']?(?:으로|이[라다며]|이란| 같)"
    r"|[가-힣]{2} 전망|로 (?:전망|예상|예측)[하했되된])"
)
_EXPECTED = re.compile(r"(?:预计|預計|预期|預期|预测|預測|有望|若|如果|倘若|一旦)\Z")
#: "上月为2亿美元": what was so then.
_THEN = re.compile(r"(?:则|則|却|卻|还|還)?(?:仅|僅|只|才)?(?:为|為|是|有)(?=\d)")
#: A day, or a part, of a month.
_DATED = re.compile(r"[初中底末以]|[上中下]旬|\d{1,2}[日号號]")
#: "去年一度居首的大米，3月只出口了1250吨": when something else was so.
_OF_GOODS = re.compile(r"[^，,。；;：:\d]{1,12}的[\u3400-\u9fff]{1,8}[，,]")


def resolved(asked: AskedTime) -> Period | None:
    """The period that an expression means, None where nothing says which."""
    explained = _explained(asked) or _year_begun(asked) or _year_again(asked)
    if explained is not None:
        return explained
    period = periods.resolve(asked.when.expression, asked.anchor, language=asked.reading.language)
    if period is None:
        period = _undated_month(asked)
    if period is None:
        return so_far.to_that_day(asked.when, asked.anchor.current)
    period = _of_that_run(asked, _month_told_of(asked, _before_month_told(asked, period)))
    period = _to_come(asked, _in_its_year(asked, period))
    for rule in _RULES:
        found = rule(asked, period)
        if found is not None:
            if rule in _YEAR_SO_FAR:
                # "회계연도 8월 말까지" names no month, but what a year has come to.
                asked.when.form = "fiscal_months"
            return found
    return period


def _explained(asked: AskedTime) -> Period | None:
    """ "지난해" in a text that has told which days those of its calendar are, and names nobody else."""
    told = asked.context.year_explained
    if told is None or asked.when.form != "rel_year" or asked.words != told[0]:
        return None
    others = {m.alpha3 for m in asked.sentence.countries if m.alpha3} - told[2]
    return None if others else told[1]


def _year_begun(asked: AskedTime) -> Period | None:
    """ "自2020年1月关闭边境，当年的贸易额降至5亿美元": the year of the day since which something has been so."""
    if not asked.chinese or asked.when.form != "rel_year" or asked.words not in _THAT_YEAR:
        return None
    before = [w for w in asked.placed if w.end <= asked.when.start]
    since = before[-1] if before and before[-1].role == "since" else None
    if since is None or since.period is None or since.period.start is None:
        return None
    return Period.year(since.period.start.year)


def _year_again(asked: AskedTime) -> Period | None:
    """ "出口24亿，上年为16亿；进口58亿，上年为42亿": the same words mean the same year, with no other told between."""
    if not asked.chinese or asked.when.form != "rel_year":
        return None
    before = [w for w in asked.placed if w.end <= asked.when.start and w.form in _YEARS]
    same = bool(before) and asked.reading.text[before[-1].start : before[-1].end] == asked.words
    return before[-1].period if same else None


def _undated_month(asked: AskedTime) -> Period | None:
    """Nobody knows when it was written: as in a text written the month after, "上月" is the month it is on."""
    if not asked.chinese or asked.when.form != "rel_month" or asked.anchor.month is not None:
        return None
    current = asked.anchor.current
    last = current is not None and current.is_month and asked.reading.text.startswith("上", asked.when.start)
    return current if last else None


def _before_month_told(asked: AskedTime, period: Period) -> Period:
    """ "5月出口3亿美元，上月为2亿美元", written in June: the month before the one told of."""
    when = asked.when
    if not asked.chinese or when.form != "rel_month" or not asked.reading.text.startswith("上", when.start):
        return period
    told = [w for w in asked.placed if w.end <= when.start and w.role == "when" and w.form != "rel_month" and w.period]
    own = told[-1].period if told and told[-1].form == "month" else None
    if not told and _THEN.match(asked.reading.text, when.end) is not None:
        # "5月…。其中出口3亿美元，上月为2亿美元": of the month that the text is on.
        own = asked.context.period
    return own.previous() if own is not None and own == period else period


def _month_told_of(asked: AskedTime, period: Period) -> Period:
    """ "本月出口最多的商品", in a text on the month before that in which it was written: the month it is on."""
    when = asked.when
    here = [w.period for w in asked.placed if w.end <= when.start and w.role == "when" and w.period is not None]
    told = here[-1] if here else asked.context.period
    if not asked.chinese or when.form != "rel_month" or told is None or not told.is_month or asked.words != "本月":
        return period
    # "本月20日", "预计本月": of the month in which it was written.
    dated = _DATED.match(asked.reading.text, when.end) is not None
    to_come = _EXPECTED.search(asked.reading.text, max(when.start - 6, 0), when.start) is not None
    to_come = to_come or _WILL.match(asked.reading.text, when.end) is not None
    return told if not dated and not to_come and told == period.previous() else period


def _of_that_run(asked: AskedTime, period: Period) -> Period:
    """ "2022年1—9月…。其中，9月…": a month of the run just told of."""
    when, run = asked.when, asked.context.period
    if not asked.chinese or when.form != "month" or when.expression.names_year or run is None:
        return period
    among = asked.reading.text.startswith("其中", asked.sentence.start)
    if not among or run.start is None or not run.whole_months:
        return period
    month = period.back_years(period.end.year - run.end.year)
    return month if run.covers(month) else period


def _in_its_year(asked: AskedTime, period: Period) -> Period:
    """A month without a year takes the one that was told before it."""
    placed, text = asked.placed, asked.reading.text
    if asked.chinese:
        placed = [w for w in placed if not (w.form in _YEARS and _OF_GOODS.fullmatch(text, w.end, asked.when.start))]
    period = in_year_told(asked.when, period, placed, years=_YEARS)
    period = after_month_told(asked.when, period, placed, asked.sentence, asked.context)
    ranks = asked.when.role in {"mark", "report"}
    return before_ranked(asked.when, period, placed, asked.context) if ranks else period


def _to_come(asked: AskedTime, period: Period) -> Period:
    """ "预计第二季…": a time to come is the next of its name."""
    when, text, current = asked.when, asked.reading.text, asked.anchor.current
    if when.form not in {"quarter", "half", "month", "months"} or when.expression.names_year:
        return period
    expected = _EXPECTED.search(text, max(when.start - 6, 0), when.start) is not None
    leads = when.form in {"quarter", "half"}
    will = _WILL if asked.chinese else _WILL_BE
    expected = expected or (leads and will.match(text, when.end) is not None)
    if expected and current is not None and period.last_day < current.last_day:
        return period.back_years(-1)
    return period


def _days_spoken_of(asked: AskedTime, period: Period) -> Period | None:
    """In a text on the first twenty days "이달" is those days."""
    spoken = asked.anchor.current
    if spoken is None or not spoken.end.day or spoken.end.month != period.end.month:
        return None
    first = spoken.start is not None and spoken.start.day == 1
    if asked.when.form == "rel_month" and first and period.covers(spoken):
        return spoken
    return so_far.to_that_day(asked.when, spoken) if spoken.end.year == period.end.year else None


def _summed_up(asked: AskedTime, period: Period) -> Period | None:
    """ "지난해 … 누적 무역흑자액은": what the time spoken of has come to; in a headline, above data of this year."""
    if not asked.korean or asked.words not in SUMS:
        return None
    current = asked.context.period
    if current is None:
        return asked.context.year_to_date if asked.when.role == "when" else None
    return current if current.start is not None and (current.is_year or current.start.month == 1) else None


#: The rules in order: the first that knows decides.
_RULES: tuple[TimeRule, ...] = (
    _days_spoken_of,
    _summed_up,
    so_far.of_year_explained,
    so_far.of_fiscal_year,
    so_far.of_chinese_year,
    so_far.of_days,
    so_far.since_begun,
    so_far.until_day,
    so_far.at_month,
    so_far.until_month,
)
#: Those that find what a year has come to that need not begin in January.
_YEAR_SO_FAR = frozenset({so_far.of_year_explained, so_far.of_fiscal_year, so_far.of_chinese_year})
