"""Months that a Korean or Chinese text names by those after them: the month before, the same of last year."""

from __future__ import annotations

from tidewaiter.claims.changes.named_bases import ALL_YEAR
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Scene, Timed, When
from tidewaiter.period import Period

#: How near a word of what is compared with stands before its figure.
_BESIDE = 8
#: "较去年同期的520亿港元": what stands between a time and an amount of its own.
OF = frozenset({"", "的", "的约", "的約", "의 "})


def same_months_before(reading: Reading, scene: Scene, figure: Figure, before: list[When]) -> Period | None:
    """ "今年5月进口了84亿公斤，去年的进口量为54亿公斤": last year's is of the same months."""
    if reading.language != "zh" or len(before) < 2 or before[-1].form != "rel_year":
        return None
    year, own = before[-1].period, before[-2].period
    last = next((f for f in reversed(scene.sentence.figures) if f.end <= figure.start), None)
    if year is None or own is None or own.covers_year or last is None or last.unit != figure.unit:
        return None
    if "全年" in reading.text[before[-1].start : before[-1].end + 2] or own.end.year - year.end.year != 1:
        return None
    return own.back_years(1)


def month_of_change(scene: Scene, figure: Figure, before: list[When]) -> When | None:
    """ "8月出口…，过往12个月…；进口按月下跌0.4%": what is from the month before is of a month."""
    bases = [w for w in scene.whens if w.form == "mom" and 0 <= figure.start - w.end <= _BESIDE]
    if not bases or not before or before[-1].period is None or before[-1].period.is_month:
        return None
    return next((w for w in reversed(before) if w.period is not None and w.period.is_month), None)


def month_held(scene: Scene, when: When) -> Period | None:
    """ "7月进口…，较上月的1690万美元": of data for July, written in August, the month before is June."""
    named = [w for w in scene.whens if w.end <= when.start and w.role == "when" and w.form != "rel_month" and w.period]
    own, last = named[-1].period if named else None, when.period
    if when.form != "rel_month" or own is None or last is None or not own.is_month or last.last_day < own.last_day:
        return last
    return own.previous()


def same_months_now(scene: Scene, figure: Figure, context: Context) -> Period | None:
    """ "2019년 1~8월과 비교하면 24% 적다", in a text on August: of the same months now."""
    held = [w for w in scene.whens if w.role == "base" and w.end <= figure.start and w.period is not None]
    base, now = held[-1].period if held else None, context.period
    if base is None or now is None or base.is_year or now == base or not (base.whole_months and now.whole_months):
        return None
    years = now.end.year - base.end.year
    if years < 1 or now.end.month != base.end.month or base.is_month == now.is_month:
        return None
    same = base.back_years(-years)
    return same if same.covers(now) or now.covers(same) else None


def left_month(reading: Reading, scene: Scene, figure: Figure, context: Context) -> Timed | None:
    """ "（8月）对印度出口由上月的96吨降至41吨": the month before the one that the text is on."""
    when = next((w for w in reversed(scene.whens) if w.end <= figure.start), None)
    if when is None or when.form != "rel_month" or reading.text[when.end : figure.begins] not in OF:
        return None
    if not reading.text.startswith("上", when.start) or reading.text[when.start - 1] not in "由从從":
        return None
    told = [w.period for w in scene.whens if w.end <= when.start and w.role == "when" and w.period is not None]
    own = told[-1] if told else context.period
    if own is None or not own.is_month or when.period is None or when.period.last_day < own.last_day:
        return None
    return Timed(own.previous(), "time before the figure")


def held_for_change(reading: Reading, scene: Scene, figure: Figure) -> bool:
    """ "与2020年的142万吨相比下降了11%": whether by how much something moved follows what it is held against."""
    after = next((f for f in scene.sentence.figures if f.start >= figure.end), None)
    if after is None or after.unit != "percent":
        return False
    between = reading.text[figure.end : after.start]
    moves = any(figure.end <= c.start and c.end <= after.start for c in scene.sentence.cues_of("change"))
    return moves and set(between).isdisjoint("，,、。；;")


def same_part_of_year(reading: Reading, scene: Scene, when: When, context: Context) -> Period | None:
    """ "첫 7개월간 수출은 147억 달러로 작년 129억 달러보다": last year's is of the same months, too."""
    whole = any(word in reading.text[when.start : when.end + 4] for word in (*ALL_YEAR, "총"))
    if (
        when.form not in ({"rel_year"} if reading.language == "ko" else {"year", "rel_year"})
        or when.period is None
        or whole
        or reading.text[when.end] in "(（"
    ):
        return None
    before = [w.period for w in scene.whens if w.end <= when.start and w.role in {"when", "as_of"} and w.period]
    own = before[-1] if before else context.period
    if own is None or own.start is None or own.covers_year or not own.whole_months:
        return None
    years = own.end.year - when.period.end.year
    return own.back_years(years) if years == 1 and own.start.year == own.end.year else None
