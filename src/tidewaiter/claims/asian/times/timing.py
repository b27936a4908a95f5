"""When, in Korean and Chinese: what stands right behind or before an expression says what it is for."""

from __future__ import annotations

import re
from collections.abc import Callable

from tidewaiter.claims import periods
from tidewaiter.claims.asian.brackets import closing
from tidewaiter.claims.asian.measures import chinese_shares
from tidewaiter.claims.asian.measures.movement import movement
from tidewaiter.claims.asian.times import shared_times, summed_months
from tidewaiter.claims.asian.times.asked_figure import AskedFigure
from tidewaiter.claims.asian.times.earlier_times import by_the_way
from tidewaiter.claims.asian.times.months_before import (
    held_for_change,
    left_month,
    month_held,
    month_of_change,
    same_months_before,
    same_part_of_year,
)
from tidewaiter.claims.asian.times.near_times import NEXT_CLAUSE, held_by, stands_at
from tidewaiter.claims.asian.times.usable_times import Usable, told_ago, usable
from tidewaiter.claims.asian.times.whole_years import whole_year
from tidewaiter.claims.cascade import first_answer
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.periods import AGO_FORMS, RATE_FORMS
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import BEHIND, Scene, Timed, When
from tidewaiter.period import Period

#: Forms of a time that sums the year up.
_SUMMED = frozenset({"first_months", "months"})
_SAME_MONTH = ("동월", "같은 달", "같은달", "同月")
#: "이었던 작년 동기에 비해": what was so at a time told behind it.
_WAS = re.compile(
    r"(?:가량|정도)?(?:(?:이|이었|였)던|에 (?:그[쳤치]|불과|머물|달|이르)[가-힣]{0,2}던|[을를] 기록(?:했던|한)) "
)
#: "2년 만에 20배".
_IN_YEARS = re.compile(r"(\d{1,2}) ?년 (?:만에|사이에?|새) (?:약 |무려 )?\Z")
_BEFORE, _EARLIER = "time before the figure", "time earlier in the sentence"
_SAME_MONTHS = "the same months of the year before"


def time_of(reading: Reading, scene: Scene, figure: Figure, context: Context) -> Timed | None:
    """The period of a figure as its own sentence gives it; None where it gives none."""
    asked = AskedFigure(reading, scene, figure, context)
    if (timed := first_answer(_TOLD, asked)) is not None:
        return timed
    choice = usable(asked)
    if (timed := first_answer(_NEAR, choice)) is not None:
        return timed
    if _only_says_why(choice):
        return None
    return first_answer(_FAR, choice)


def _as_said_before(asked: AskedFigure) -> Timed | None:
    """The time of the amount that it only says again."""
    again = shared_times.said_before(asked) or shared_times.beside(asked)
    return time_of(asked.reading, asked.scene, again, asked.context) if again is not None else None


def _of_all_months(asked: AskedFigure) -> Timed | None:
    """The run of months whose sum it is."""
    run = shared_times.of_all_months(asked)
    return None if run is None else Timed(run, "the months told before")


def _after_so_long(asked: AskedFigure) -> Timed | None:
    """ "2021년에는 23억 달러였으니 2년 만에 20배가 됐다": of the year that the text is on, so long after that one."""
    figure, now = asked.figure, asked.context.period
    if not asked.korean or figure.unit != "times" or now is None or not now.is_year:
        return None
    passed = _IN_YEARS.search(asked.reading.text, max(asked.sentence.start, figure.start - 12), figure.start)
    before = next((w for w in reversed(asked.whens) if w.end <= figure.start and w.form == "year" and w.period), None)
    if passed is None or before is None or before.period is None:
        return None
    same = now == Period.year(before.period.end.year + int(passed[1]))
    return Timed(now, "so many years after the one told before") if same else None


def _left_month(asked: AskedFigure) -> Timed | None:
    told = asked.chinese and asked.level
    return left_month(asked.reading, asked.scene, asked.figure, asked.context) if told else None


def _held(asked: AskedFigure) -> Timed | None:
    """ "比9月份的2.148亿美元减少14.1%": the base is that figure's own time, and not where the text goes on."""
    reading, sentence, figure = asked.reading, asked.sentence, asked.figure
    held = next((w for w in reversed(asked.whens) if _is_base(w) and held_by(reading, w, figure)), None)
    if held is not None and held.role == "mark" and reading.text.startswith("올", held.start):
        # "지난달 수출은 올해 최대 실적인 114억 달러": of the month that the text is on.
        return None
    if held is None:
        return None
    if chinese_shares.of_another_time(reading, sentence, figure):
        return Timed(held.period, _BEFORE)
    shifted = movement(reading, sentence, figure).relation
    if shifted != "from" and not (asked.level and (shifted != "by" or asked.korean)):
        return None
    alike = asked.korean or held_for_change(reading, asked.scene, figure)
    same = same_part_of_year(reading, asked.scene, held, asked.context) if alike else None
    return Timed(same, _SAME_MONTHS) if same is not None else Timed(month_held(asked.scene, held), _BEFORE)


def _is_base(when: When) -> bool:
    """Whether something is held against a time, or ranks since, that is told by itself."""
    ranks = when.role == "mark" and when.form != "to_date"
    return (when.role == "base" or ranks) and when.form not in AGO_FORMS | RATE_FORMS


def _told_behind(asked: AskedFigure) -> Timed | None:
    """ "49만t이었던 작년 동기에 비해", "3억 달러에 그쳤던 2020년보다": the time that an amount says it was of."""
    when = (_that_was(asked) or _in_brackets(asked)) if asked.korean and asked.level else None
    if when is None:
        return None
    if when.form not in AGO_FORMS:
        return Timed(when.period, BEHIND)
    start = asked.figure.start
    told = [w.period for w in asked.whens if w.end <= start and w.role == "when" and w.period is not None]
    period = _reckoned(asked, when, told[-1] if told else asked.context.period)
    return None if period is None else Timed(period, BEHIND)


def _that_was(asked: AskedFigure) -> When | None:
    was = _WAS.match(asked.reading.text, asked.figure.end)
    return next((w for w in asked.whens if was is not None and w.start == was.end()), None)


def _in_brackets(asked: AskedFigure) -> When | None:
    """ "15억 달러(9월까지 누계)", and no amount there."""
    text, end = asked.reading.text, asked.figure.end
    if not text.startswith(("(", "（"), end):
        return None
    when = next((w for w in asked.whens if w.start == end + 1 and w.form not in AGO_FORMS), None)
    behind = closing(text, end + 1, asked.sentence.end) or end
    return None if any(end < f.start < behind for f in asked.sentence.figures) else when


def _reckoned(asked: AskedFigure, when: When, current: Period | None) -> Period | None:
    """The period that a time told by its distance means, from the one spoken of."""
    anchor = asked.context.anchor.speaking_of(current)
    return periods.resolve(when.expression, anchor, language=asked.reading.language)


def _with_the_one_before(asked: AskedFigure) -> Timed | None:
    """The time of the amount that it is joined to."""
    together = shared_times.with_the_one_before(asked)
    return time_of(asked.reading, asked.scene, together, asked.context) if together is not None else None


def _come_to(choice: Usable) -> Timed | None:
    """ "올들어 이달 20일까지" says by the way what the year has come to; the text goes on with its month."""
    when = choice.nearest
    if when is None or (when.form != "year_to_day" and not _so_far(choice.asked.reading, when)):
        return None
    return Timed(when.period, _EARLIER)


def _ago(choice: Usable) -> Timed | None:
    """ "지난해 같은 기간에는 5만t": reckoned from the time spoken of."""
    ago = told_ago(choice.asked)
    if ago is None:
        return None
    spoken = choice.nearest.period if choice.nearest is not None else None
    return Timed(_reckoned(choice.asked, ago, spoken or choice.asked.context.period), _BEFORE, ago)


def _month_of_change(choice: Usable) -> Timed | None:
    asked = choice.asked
    month = month_of_change(asked.scene, asked.figure, choice.before) if asked.chinese else None
    return Timed(month.period, "the month that a change from the month before is of", month) if month else None


def _same_months(choice: Usable) -> Timed | None:
    asked = choice.asked
    same = same_months_before(asked.reading, asked.scene, asked.figure, choice.before) if asked.level else None
    return Timed(same, _SAME_MONTHS) if same is not None else None


def _only_says_why(choice: Usable) -> bool:
    """ "由于自2020年起关闭口岸，进口额不到2019年同期的七成": why, and not when."""
    since, start = choice.nearest, choice.asked.figure.start
    if since is None or since.role != "since":
        return False
    return any(w.form in AGO_FORMS and since.end <= w.start and w.end <= start for w in choice.asked.whens)


def _whole_year(choice: Usable) -> Timed | None:
    asked, when = choice.asked, choice.nearest
    year = whole_year(asked.reading, asked.scene, asked.figure, when) if when is not None else None
    return Timed(year, "a year as a whole", when) if year is not None else None


def _by_the_way(choice: Usable) -> Timed | None:
    asked, when = choice.asked, choice.nearest
    if when is None or not by_the_way(asked.reading, asked.scene, asked.figure, choice.before, asked.context.period):
        return None
    return Timed(when.period, _BEFORE)


def _month_before(choice: Usable) -> Timed | None:
    """ "8月达1510万美元，上月为1320万美元": the month before August."""
    asked, when = choice.asked, choice.nearest
    if when is None or not asked.chinese or len(choice.before) < 2:
        return None
    if not asked.reading.text.startswith("上", when.start):
        return None
    month = month_held(asked.scene, when)
    return Timed(month, _BEFORE) if month != when.period else None


def _before(choice: Usable) -> Timed | None:
    when = choice.nearest
    if when is None:
        return None
    near = stands_at(choice.asked.reading, when, choice.asked.figure)
    return Timed(when.period, _BEFORE if near else _EARLIER, when)


def _only_one(choice: Usable) -> Timed | None:
    """The only time of the sentence, where it stands behind the figure and is of none that follows it."""
    asked, text, end = choice.asked, choice.asked.reading.text, choice.asked.figure.end
    after = [w for w in choice.times if w.start >= end and asked.within(w)]
    if len(after) != 1 or NEXT_CLAUSE.search(text[end : after[0].start]):
        return None
    parted = asked.korean or not set(text[end : after[0].start]).isdisjoint("，,；;")
    if parted and any(f.start >= after[0].end for f in asked.sentence.figures):
        # "821만t, 1~9월은 7천만t", "大蒜410吨，去年10月没有进口": a time is of what follows it.
        return None
    return Timed(after[0].period, "the only time in the sentence", after[0])


def _so_far(reading: Reading, when: When) -> bool:
    """ "연간 누적으로는 697억 달러 흑자": what the year has come to, said by the way."""
    return when.form in {"ytd", "to_date"} and reading.text[when.start : when.end].startswith(("연간", "올해 누", "누"))


def sums_up(scene: Scene, figure: Figure, reading: Reading) -> bool:
    """Whether the paragraph goes on to the year so far, so that what it says before is of the month.

    "철광석 수입량은 6% 늘었다. 1~9월은 2% 감소했다": each paragraph tells the month and then the months until it.
    """
    first, last = reading.first_and_last(scene.sentence.block, _SUMMED)
    if reading.language == "zh" and 0 <= first < figure.start:
        # The paragraph is at the year so far already.
        return False
    return last >= figure.end


def of_month(reading: Reading, scene: Scene, figure: Figure) -> bool:
    """Whether a figure is held against "the same month" of another year, and so is of a month."""
    held = [w for w in scene.whens if w.form in AGO_FORMS and w.end <= figure.start]
    return bool(held) and any(word in reading.text[held[-1].start : held[-1].end] for word in _SAME_MONTH)


#: Which time it has, the first that knows decides: what its words say at once, …
_TOLD: tuple[Callable[[AskedFigure], Timed | None], ...] = (
    _as_said_before, _of_all_months, _after_so_long, _left_month, _held, _told_behind, _with_the_one_before,
    summed_months.summed,
)  # fmt: skip
#: … what the times about it say of one another, …
_NEAR: tuple[Callable[[Usable], Timed | None], ...] = (_come_to, _ago, _month_of_change, _same_months)
#: … and the last time before it, or else the only one behind it.
_FAR: tuple[Callable[[Usable], Timed | None], ...] = (_whole_year, _by_the_way, _month_before, _before, _only_one)
