"""Earlier times that a Chinese sentence tells by the way: "…3万吨，而7月为2万吨"; the news goes on with its own."""

from __future__ import annotations

from tidewaiter.claims.asian.measures.movement import movement
from tidewaiter.claims.asian.times.ago_times import THEN_IT_WAS
from tidewaiter.claims.figure import RELATIVE, Figure
from tidewaiter.claims.periods import AGO_FORMS
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Scene, When
from tidewaiter.period import Period

_FORMS = frozenset({"month", "rel_month", "year", "rel_year"})
#: What an earlier time stands behind.
_MARKS = frozenset("，,；;而但（(")


def by_the_way(reading: Reading, scene: Scene, figure: Figure, before: list[When], current: Period | None) -> bool:
    """Whether a figure is of an earlier time alone, after which the text goes on with its own.

    "3月进口大米4万吨，前一个月只有1万吨", "均价为478美元，而7月为481美元"; `current` is the time the text is on.
    """
    if reading.language != "zh":
        return False
    last = before[-1]
    named = reading.text[last.start : last.end].startswith(("前一", "上一"))
    if last.form == "rel_month" and named and len(before) > 1:
        return True
    own = before[-2].period if len(before) > 1 else current
    told = any(f.end <= last.start for f in scene.sentence.figures)
    return told and _is_earlier(reading, last, own) and _owns(reading, last, figure)


def back_behind(
    reading: Reading, scene: Scene, figure: Figure, before: list[When], current: Period | None
) -> list[When]:
    """The times before a figure without an earlier one that has had its own figure.

    "4月未出口口罩，去年4月则为780万片；体温计出口3000支", "均价478美元，7月为481美元，出口额3亿美元": the news goes on,
    and so where the sentence tells of no other time than the one before: "其中出口24亿美元，上年为16亿美元，增长五成".
    """
    if not before:
        return before
    first = before[-1].start
    if len(before) < 2 and not any(scene.sentence.start <= f.start and f.end <= first for f in scene.sentence.figures):
        return before
    own, last = before[-2].period if len(before) > 1 else current, before[-1].period
    marked = set(reading.text[before[-1].end : figure.start]) & set("；;")
    if own is None or last is None:
        return before
    if marked and 0 < own.end.year - last.end.year <= 1 and last == own.back_years(1):
        return before[:-1]
    had = next((f for f in scene.sentence.figures if f.start >= before[-1].end), None)
    if had is None or had is figure or not _is_earlier(reading, before[-1], own):
        return before
    moved = figure.kind in RELATIVE and movement(reading, scene.sentence, figure).relation == "by"
    if figure.kind in RELATIVE and not moved:
        return before
    onward = marked or moved or any(had.end <= f.start and f.end <= figure.start for f in scene.flows)
    onward = onward or any(w.form in AGO_FORMS and had.end <= w.start and w.end <= figure.start for w in scene.whens)
    if not onward or not _owns(reading, before[-1], had):
        return before
    if len(before) < 2:
        return []
    while len(before) > 1 and _is_earlier(reading, before[-1], before[-2].period):
        # "去年3万吨，2021年2万吨，2020年1万吨，出口额…": of last year.
        before = before[:-1]
    return before


def _is_earlier(reading: Reading, when: When, own: Period | None) -> bool:
    """Whether a time stands apart behind a mark, is as long as the one the text is on, and earlier."""
    period = when.period
    if own is None or period is None or when.form not in _FORMS or when.role != "when":
        return False
    alike = (own.is_month and period.is_month) or (own.is_year and period.is_year)
    return alike and period.last_day < own.last_day and reading.text[when.start - 1] in _MARKS


def _owns(reading: Reading, when: When, figure: Figure) -> bool:
    if figure.kind in RELATIVE:
        return False
    return THEN_IT_WAS.fullmatch(reading.text, when.end, figure.start) is not None
