"""What a change is measured against: year on year, month on month, year to date, or some other period."""

from __future__ import annotations

from tidewaiter.claims import periods
from tidewaiter.claims.changes import unnamed_bases
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Clause, When, clause_at
from tidewaiter.period import Period

_YEARLY = frozenset({"ago_years", "yoy", "base_month_year", "base_fiscal"})
_MONTHLY = frozenset({"ago_month", "mom"})
#: Days after which "last month" is no month before the one spoken of.
_A_SEASON = 100
_RATES = _YEARLY | _MONTHLY
_SIDES = frozenset({"yoy", "mom", "qoq"})
#: Characters that "the whole of " takes.
_WHOLE_OF = 14
#: Words between two changes that share a base; with so few, another flow may be named.
_SHARED, _CLOSE = 8, 5
#: What two changes of the same trade may be of.
_MEASURED = frozenset({"quantity", "value", "volume", "weight"})
#: Characters between a difference and what it is ("$50,000 short of").
_NEXT = 2
#: Months of a quarter.
_QUARTER, _YEAR = 3, 12
_WHOLES = frozenset({"all", "average", "entire", "full", "mean", "peak", "whole"})
_WHOLE = frozenset({"quarter", "fiscal", "season"})
#: How a fiscal year is named up to some month or day of it.
_SO_FAR = frozenset({"fiscal_months", "fiscal_to_day"})
#: Years that need not begin in January.
_OWN_YEARS = frozenset({"fiscal", "season"})
#: Forms of what was last, be it the one spoken of.
_LAST = frozenset({"rel_month_name", "rel_year"})


def name_of(period: Period | None, base: Period | None, *, form: str = "") -> str:
    """The comparison that a base makes with a period."""
    if base is None:
        return "none"
    if period is None:
        return "vs_period"
    if period.start is None:
        # "As of August 15, against the same time last year": of the year so far.
        return "ytd_yoy" if base == period.back_years(1) else "vs_period"
    if period.is_month and base.is_month:
        if base == period.previous():
            return "mom"
        return "yoy" if base == period.back_years(1) else "vs_period"
    if period.is_year:
        return "yoy" if base == period.back_years(1) else "vs_period"
    if period.start is not None and base == period.back_years(1):
        if period.whole_months and len(period.months()) == _YEAR:
            return "yoy"
        begins = period.start.month == 1 or form in _SO_FAR
        # "July-March of the fiscal year": three months may be a quarter of it.
        begins = begins or (form == "fiscal_span" and len(period.months()) > _QUARTER)
        # "Up to the third quarter" is told by a quarter, and runs from January.
        whole = form in _WHOLE and not (form == "quarter" and period.end.month - period.start.month > 2)
        # The first twenty days of January are days of a month.
        days = bool(period.start.day) and period.start.month == period.end.month
        to_date = begins and period.end.month and not whole and not days
        return "ytd_yoy" if to_date else "yoy"
    return "vs_period"


def against(
    reading: Reading, sentence: Sentence, found: list[Clause], placed: list[When], figure: Figure,
    period: Period | None, form: str, context: Context, *, ratio: bool,
) -> tuple[str, Period | None, str] | None:  # fmt: skip
    """(comparison, base period, rule) where the sentence says what a figure is compared with; else None."""
    if reading.language == "en" and (unnamed := unnamed_bases.behind(reading, sentence, figure)) is not None:
        return unnamed
    bases = [w for w in placed if w.role == "base" or w.form in _RATES]
    clause = clause_at(found, figure.start)
    inside = [w for w in bases if clause.holds(w.start)] or [
        w for w in bases if w.clause.kind != "aside" or _says_how(sentence, w)
    ]
    following = [f for f in sentence.figures if f.start >= figure.end]
    if following and reading.words(figure.end, following[0].start) == ["("]:
        # "By €560 million (-19%) compared with February": said twice, with one base.
        following = following[1:]
    right = [w for w in inside if w.start >= figure.end]
    left = [w for w in inside if w.end <= figure.start]
    stop = _next_change(following, sentence)
    nearer = [w for w in right if w.start < stop]
    # "Up 8.3 percent in volume and 27.7 percent in value year on year": the base is of both.
    right = nearer or [w for w in right if stop < sentence.end and _same_move(reading, sentence, figure, stop)]
    if reading.language != "en":
        # Korean and Chinese say what they compare with before the figure.
        right = [] if left else right
    elif ratio:
        # "Three times as much as in 2019": what a ratio is to stands behind it.
        left = []
    spent = bool(left) and any(f.kind == figure.kind and f.end <= left[-1].start for f in sentence.figures)
    if left and right and not nearer and reading.language == "en" and not spent:
        # "Compared to July, supply rose by 15%, and by 57% on the year".
        right = []
    if left and right and left[-1].form in _SIDES and _parted(reading, sentence, figure, left[-1], right[0]):
        # "On a monthly basis imports rose 4%, and on a yearly basis they fell 2%".
        right = []
    chosen = right[0] if right else left[-1] if left else None
    if chosen is None:
        return unnamed_bases.ahead(reading, sentence, figure) if reading.language == "ko" else None
    return _resolve(reading, chosen, period, form, context, change=figure.kind == "percent" and not ratio)


def _says_how(sentence: Sentence, when: When) -> bool:
    """ "Declined (year-on-year) by 7 percent": nothing else stands in the brackets."""
    return when.form in _SIDES and not any(when.clause.holds(f.start) for f in sentence.figures)


def _parted(reading: Reading, sentence: Sentence, figure: Figure, left: When, right: When) -> bool:
    """Whether a base before a figure is its own, and the one behind it another figure's."""
    if any(left.end <= f.start < figure.start for f in sentence.figures):
        return False
    return bool({"and", "but", "while", ";"} & set(reading.words(figure.end, right.start)))


def _next_change(following: list[Figure], sentence: Sentence) -> int:
    for figure in following:
        if figure.kind in {"percent", "times"}:
            return figure.start
        if _is_difference(sentence, figure):
            return figure.start
    return sentence.end


def _is_difference(sentence: Sentence, figure: Figure) -> bool:
    """ "$905,000, about $50,000 short of all of 2020": the year is the difference's alone."""
    return any(c.sense == "down" and 0 <= c.start - figure.end <= _NEXT for c in sentence.cues_of("change"))


def _same_move(reading: Reading, sentence: Sentence, figure: Figure, other: int) -> bool:
    if any(f.start == other and f.kind == "money" for f in sentence.figures):
        return False
    words = reading.words(figure.end, other)
    if len(words) > _SHARED or not {"and", ","} & set(words):
        return False
    # "Imports rose by 8 percent and exports by 3 percent from a year earlier": one verb, one base.
    parting = {"change"} if len(words) <= _CLOSE else {"change", "flow_noun", "flow_verb"}
    between = [c for c in sentence.cues if c.kind in parting and figure.end <= c.start < other]
    if not _MEASURED.isdisjoint(words) and [c.start - figure.end for c in between] in ([0], [1]):
        # "26 percent growth in weight and 20 percent growth in value": each has a noun of its own, one base.
        between = []
    return not between


def _resolve(
    reading: Reading, when: When, period: Period | None, form: str, context: Context, *, change: bool
) -> tuple[str, Period | None, str]:
    rule = f"compared with “{reading.text[when.start : when.end]}”"
    if when.form in _RATES or when.form in {"ago_same", "qoq"}:
        if when.form in _MONTHLY and not form and period is not None and period.whole_months and not period.is_year:
            # "Up 5 percent on the month", in a text on the first nine months: the last of them.
            period = period.last_month()
        anchor = context.anchor.speaking_of(period)
        base = periods.resolve(when.expression, anchor, language=reading.language)
        if base is None:
            return ("yoy" if when.form in _YEARLY else "mom" if when.form in _MONTHLY else "vs_period"), None, rule
        carried = not form and when.form in _YEARLY and period is not None and context.compared_period == period
        if carried and context.comparison in {"yoy", "ytd_yoy"} and context.base == base:
            # A period carried on keeps what it was called: a first quarter is no year to date.
            return context.comparison, base, rule
        name = name_of(period, base, form=form)
        open_ = reading.language != "en" and period is not None and period.start is None and when.form in _YEARLY
        if name == "vs_period" and (when.form == "yoy" or open_):
            # "2.6 million tonnes as of May 15, a year-on-year rise of 8 percent".
            name = "yoy"
        return name, base, rule
    base = when.period
    if base is None and when.form == "rel_year" and "year" in reading.words(when.start, when.end):
        # "Compared to the preceding year" of a period that cannot be told.
        return "yoy", None if period is None else period.back_years(1), rule
    if period is None and when.form == "rel_year" and _is_last(reading, when) and not _whole(reading, when):
        # "More than at this time last year", of a time that is not told.
        return "yoy", None, rule
    if base is None and when.form in _OWN_YEARS and "fr" in when.expression.parts:
        # "From the previous fiscal year" of a country whose fiscal years are not known, or of a text without a day.
        base = None if period is None or not _is_last(reading, when) else period.back_years(1)
        return ("yoy" if base is None else name_of(period, base, form=form)), base, rule
    if base is None:
        return "vs_period", None, rule
    near = period is not None and 0 <= (base.last_day - period.last_day).days < _A_SEASON
    if when.form == "rel_month" and period is not None and period.is_month and near:
        # Data of the month before last, "compared to the past month": the month before the data's.
        base = period.previous()
    if when.form in _OWN_YEARS and "fr" in when.expression.parts and not _whole(reading, when):
        # "Up 511 percent in the first four months compared to the last fiscal year": the same four months of it.
        same = period.back_years(1) if period is not None and period.start is not None else None
        base = same if same is not None and (base.covers(same) or (period and period.covers_year)) else base
        # Told after a year's end, "the previous fiscal year" is the one before that, and not itself.
        base = same if same is not None and base == period else base
    if period is not None and base.is_year and not period.covers_year and _same(reading, when):
        # "Half the same figure for 2022" of nine months.
        base = period.back_years(max(period.end.year - base.end.year, 0))
    if period is not None and when.form in _LAST and base == period and _is_last(reading, when):
        # "In the full year of 2022 … from last year", written in January; "in August …, down from last August".
        base = period.back_years(1)
    if (
        period is not None
        and base.is_year
        and period.is_month
        and when.form == "rel_year"
        and not _all_of(reading, when)
    ):
        # "Up 5% from last year" of a month: the same month last year.
        base = period.back_years(period.end.year - base.end.year)
    elif (
        period is not None
        and base.is_year
        and not period.is_year
        and when.form == "rel_year"
        and not _all_of(reading, when)
    ):
        base = period.back_years(max(period.end.year - base.end.year, 0))
    elif (
        period is not None
        and change
        and base.is_year
        and not period.is_year
        and not (_whole(reading, when) or _all_of(reading, when))
    ):
        # "Fell 10 percent in July compared with 2021": months are held against months.
        base = period.back_years(max(period.end.year - base.end.year, 0))
    return name_of(period, base, form=form), base, rule


def _all_of(reading: Reading, when: When) -> bool:
    """ "작년 한 해 수입액의 70%", "是去年全年的2.3倍": all of a year, in Korean and Chinese."""
    named = reading.text[when.start : when.end + 4]
    return reading.language in {"ko", "zh"} and any(word in named for word in ("한 해", "한해", "전체", "연간", "全年"))


def _is_last(reading: Reading, when: When) -> bool:
    return bool({"last", "previous", "past"} & set(reading.words(when.start, when.end)))


def _same(reading: Reading, when: When) -> bool:
    return "same" in reading.words(when.start - _WHOLE_OF - 4, when.start)


def _whole(reading: Reading, when: When) -> bool:
    """ "15% more than in the whole of 2021": a part of this year against all of another."""
    return bool(_WHOLES & set(reading.words(when.start - _WHOLE_OF, when.end)))
