"""When, in Korean and Chinese: what stands right behind or before an expression says what it is for."""

from __future__ import annotations

import re

from tidewaiter.claims import periods
from tidewaiter.claims.asian.brackets import closing, opening
from tidewaiter.claims.asian.measures import chinese_shares, korean_gaps
from tidewaiter.claims.asian.measures.movement import movement
from tidewaiter.claims.asian.times.ago_times import THEN, THEN_IT_WAS, owns_amount
from tidewaiter.claims.asian.times.earlier_times import back_behind, by_the_way
from tidewaiter.claims.asian.times.months_before import (
    OF,
    left_month,
    month_held,
    month_of_change,
    same_months_before,
    same_part_of_year,
)
from tidewaiter.claims.asian.times.whole_years import whole_year
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.periods import AGO_FORMS, RATE_FORMS
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import BEHIND, Scene, Timed, When

_RELATIVE = frozenset({"percent", "percentage_points", "times"})
#: How near a time is whose figure stands at it.
_AT_ONCE = 3
#: Forms of a time that sums the year up.
_SUMMED = frozenset({"first_months", "months"})
_SAME_MONTH = ("동월", "같은 달", "같은달", "同月")
#: "이었던 작년 동기에 비해": what was so at a time told behind it.
_WAS = re.compile(
    r"(?:가량|정도)?(?:(?:이|이었|였)던|에 (?:그[쳤치]|불과|머물|달|이르)[가-힣]{0,2}던|[을를] 기록(?:했던|한)) "
)
#: "由2月的每吨527美元降至"
_EACH = re.compile(r"的(?:每(?:公?吨|公?噸|公斤|千克|桶|[升件台]))?(?:平均)?(?:约|約)?")
_LINKED = re.compile(r"的?[\u3400-\u9fff]{0,6}?[和及、与與]")
_HEDGED = re.compile(r"(?:约|約|逾|近|不到|不足|超过|超過|仅|僅|只有)+\Z")
#: What parts a figure from a time behind it: that time is another clause's.
_NEXT_CLAUSE = re.compile(r"(?:지만|으나|[가-힣]고|[가-힣]며|반면|는데)[, ]|[；;]")


def _held_by(reading: Reading, when: When, figure: Figure) -> bool:
    """Whether a base is the time of the amount it stands before: "比9月份的2.1亿美元", "比2022年创纪录的382万吨"."""
    between = reading.text[when.end : figure.start]
    if when.end > figure.start:
        return False
    if reading.language == "ko" and korean_gaps.owns(reading.text, when.end, figure.start):
        return True
    between = _HEDGED.sub("", between) if reading.language == "zh" else between
    return (
        len(between) <= 2
        or between.strip() in {"하루", "日均", "日均约", "每日", "每天", "的每日", "的每天", "的日均"}
        or (len(between) <= 10 and between.endswith("的") and not set(between) & set("，,、；;。"))
    )


def _said_before(reading: Reading, scene: Scene, figure: Figure) -> Figure | None:
    """The amount that a bracket says again in other units: "1천537t(2천949만 달러)"."""
    place = opening(reading.text, scene.sentence.start, figure.start)
    if place is None or any(place < w.start < figure.start for w in scene.whens):
        return None
    before = next((f for f in scene.sentence.figures if place - 1 <= f.end <= place), None)
    return None if before is None or before.kind in _RELATIVE else before


def _beside(reading: Reading, scene: Scene, figure: Figure) -> Figure | None:
    """The amount that a figure stands beside in other units: "5만1000t, 1억7200만 달러"."""
    before = next((f for f in reversed(scene.sentence.figures) if f.end <= figure.start), None)
    if before is None or before.kind in _RELATIVE or before.unit == figure.unit:
        return None
    return before if reading.text[before.end : figure.start] == ", " else None


def _is_at_once(reading: Reading, when: When, figure: Figure) -> bool:
    if 0 <= figure.start - when.end <= 4:
        return True
    if reading.language == "zh" and figure.kind not in _RELATIVE:
        return THEN_IT_WAS.fullmatch(reading.text, when.end, figure.start) is not None
    level = figure.kind not in _RELATIVE and figure.start > when.end
    return reading.language == "ko" and level and owns_amount(reading.text, when.end, figure)


def _stands_at(reading: Reading, when: When, figure: Figure) -> bool:
    """Whether a figure stands right behind a time, a noun aside in Korean: "지난해 평균 560달러에서"."""
    if figure.start - when.end <= _AT_ONCE:
        return True
    if when.role != "when" or figure.kind in _RELATIVE:
        return False
    if reading.language == "zh":
        return _EACH.fullmatch(reading.text, when.end, figure.start) is not None
    return korean_gaps.owns(reading.text, when.end, figure.start)


def _based_behind(scene: Scene, since: When, figure: Figure) -> bool:
    return any(w.form in AGO_FORMS and since.end <= w.start and w.end <= figure.start for w in scene.whens)


def _told_behind(reading: Reading, scene: Scene, figure: Figure, context: Context) -> Timed | None:
    """ "49만t이었던 작년 동기에 비해", "3억 달러에 그쳤던 2020년보다": the time that an amount says it was of."""
    was = _WAS.match(reading.text, figure.end)
    when = next((w for w in scene.whens if was is not None and w.start == was.end()), None)
    if when is None and reading.text.startswith(("(", "（"), figure.end):
        # "15억 달러(9월까지 누계)".
        when = next((w for w in scene.whens if w.start == figure.end + 1 and w.form not in AGO_FORMS), None)
        behind = closing(reading.text, figure.end + 1, scene.sentence.end) or figure.end
        if when is not None and any(figure.end < f.start < behind for f in scene.sentence.figures):
            when = None
    if when is None:
        return None
    if when.form not in AGO_FORMS:
        return Timed(when.period, BEHIND)
    told = [w.period for w in scene.whens if w.end <= figure.start and w.role == "when" and w.period is not None]
    anchor = context.anchor.speaking_of(told[-1] if told else context.period)
    period = periods.resolve(when.expression, anchor, language=reading.language)
    return None if period is None else Timed(period, BEHIND)


def time_of(reading: Reading, scene: Scene, figure: Figure, context: Context) -> Timed | None:
    """The period of a figure as its own sentence gives it; None where it gives none."""
    level = figure.kind not in _RELATIVE
    again = _said_before(reading, scene, figure) if level else None
    if again is None and level and reading.language == "ko":
        again = _beside(reading, scene, figure)
    if again is not None:
        return time_of(reading, scene, again, context)
    left = left_month(reading, scene, figure, context) if reading.language == "zh" and level else None
    if left is not None:
        return left
    held = [
        w
        for w in scene.whens
        if (w.role == "base" or (w.role == "mark" and w.form != "to_date"))
        and w.form not in AGO_FORMS | RATE_FORMS
        and _held_by(reading, w, figure)
    ]
    shifted = movement(reading, scene.sentence, figure).relation if held else "none"
    if held and chinese_shares.of_another_time(reading, scene.sentence, figure):
        return Timed(held[-1].period, "time before the figure")
    if held and ((level and (shifted != "by" or reading.language == "ko")) or shifted == "from"):
        # "比9月份的2.148亿美元减少14.1%": the base is that figure's own time, and not where the text goes on.
        same_ = same_part_of_year(reading, scene, held[-1], context) if reading.language == "ko" else None
        if same_ is not None:
            return Timed(same_, "the same months of the year before")
        return Timed(month_held(scene, held[-1]), "time before the figure")
    behind = _told_behind(reading, scene, figure, context) if reading.language == "ko" and level else None
    if behind is not None:
        return behind
    starts = not level and movement(reading, scene.sentence, figure).relation == "from"
    ago = [
        w
        for w in scene.whens
        if w.form in AGO_FORMS
        and (
            _is_at_once(reading, w, figure)
            or (figure.kind == "zero" and reading.text.startswith(THEN, w.end))
            or (level and _goes_on_then(reading, scene, w, figure))
        )
        and (
            w.role == "when"
            or (
                (level or starts or chinese_shares.of_another_time(reading, scene.sentence, figure))
                and reading.text[w.end : figure.start].strip("(（") in OF
            )
        )
    ]
    started = {
        w.start
        for w in scene.whens
        for f in scene.sentence.figures
        if f.start >= w.end
        and _stands_at(reading, w, f)
        and f is not figure
        and movement(reading, scene.sentence, f).relation == "from"
    }
    usable = [
        w
        for w in scene.whens
        if w.start not in started and w.role in {"when", "until", "as_of", "since"} and w.form not in AGO_FORMS
    ]
    before = [w for w in usable if w.end <= figure.start]
    if reading.language == "zh":
        # "环比减少一成（9月为1.9亿美元），同比增长15%": a time in brackets is of what stands there.
        before = [w for w in before if w.clause.kind != "aside" or w.clause.holds(figure.start)]
        before = back_behind(reading, scene, figure, before)
        together = _with_the_one_before(reading, scene, figure) if level else None
        if together is not None:
            return time_of(reading, scene, together, context)
    if before and (before[-1].form == "year_to_day" or _so_far(reading, before[-1])):
        # "올들어 이달 20일까지" says by the way what the year has come to; the text goes on with its month.
        return Timed(before[-1].period, "time earlier in the sentence")
    if ago:
        current = before[-1].period if before and before[-1].period else context.period
        anchor = context.anchor.speaking_of(current)
        period = periods.resolve(ago[-1].expression, anchor, language=reading.language)
        return Timed(period, "time before the figure", ago[-1])
    month = month_of_change(scene, figure, before) if reading.language == "zh" else None
    if month is not None:
        return Timed(month.period, "the month that a change from the month before is of", month)
    same = same_months_before(reading, scene, figure, before) if level else None
    if same is not None:
        return Timed(same, "the same months of the year before")
    if before and before[-1].role == "since" and _based_behind(scene, before[-1], figure):
        # "由于自2020年起关闭口岸，进口额不到2019年同期的七成": why, and not when.
        return None
    if before:
        year = whole_year(reading, scene, figure, before[-1])
        if year is not None:
            return Timed(year, "a year as a whole", before[-1])
        if by_the_way(reading, scene, figure, before, context.period):
            return Timed(before[-1].period, "time before the figure")
        if reading.language == "zh" and len(before) > 1 and reading.text.startswith("上", before[-1].start):
            # "8月达1510万美元，上月为1320万美元": the month before August.
            held_month = month_held(scene, before[-1])
            if held_month != before[-1].period:
                return Timed(held_month, "time before the figure")
        near = _stands_at(reading, before[-1], figure)
        return Timed(
            before[-1].period, "time before the figure" if near else "time earlier in the sentence", before[-1]
        )
    after = [w for w in usable if w.start >= figure.end and (w.clause.kind != "aside" or w.clause.holds(figure.start))]
    if any(f.start >= w.end for w in after for f in scene.sentence.figures) and (
        reading.language == "ko" or (after and set(reading.text[figure.end : after[0].start]) & set("，,；;"))
    ):
        # "821만t, 1~9월은 7천만t", "大蒜410吨，去年10月没有进口": a time is of what follows it.
        return None
    if len(after) == 1 and not _NEXT_CLAUSE.search(reading.text[figure.end : after[0].start]):
        return Timed(after[0].period, "the only time in the sentence", after[0])
    return None


def _goes_on_then(reading: Reading, scene: Scene, when: When, figure: Figure) -> bool:
    """ "지난해 같은 기간에는 밀가루 5만t, 쌀 1천t을 들여왔다": what is listed behind a time is all of that time."""
    text = reading.text
    then = text.startswith(THEN, when.end) or text.startswith(THEN, when.end - 1)
    if reading.language != "ko" or when.role != "when" or not then:
        return False
    if figure.start < when.end or any(when.end <= w.start < figure.start for w in scene.whens):
        return False
    between = [f for f in scene.sentence.figures if when.end <= f.start < figure.start]
    return all(f.kind not in _RELATIVE for f in between) and not _NEXT_CLAUSE.search(text[when.end : figure.start])


def _with_the_one_before(reading: Reading, scene: Scene, figure: Figure) -> Figure | None:
    """ "较去年同期的15万吨大米和20万吨面粉": the amount whose time this one shares."""
    last = next((f for f in reversed(scene.sentence.figures) if f.end <= figure.start), None)
    if last is None or last.kind in _RELATIVE or _LINKED.fullmatch(reading.text, last.end, figure.start) is None:
        return None
    if any(w.form in AGO_FORMS and _is_at_once(reading, w, last) for w in scene.whens):
        return last
    # "比5月的31.1万吨、1.51亿美元"
    held = any(w.role == "base" and w.form not in RATE_FORMS and _held_by(reading, w, last) for w in scene.whens)
    return last if held and last.unit != figure.unit else None


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
