"""The month that a Korean or Chinese text speaks of, to which it comes back from the year so far."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tidewaiter.claims.asian.times import timing
from tidewaiter.claims.periods import AGO_FORMS, DAY_FORMS, RATE_FORMS
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import TOTAL, Draft, Scene, Timed
from tidewaiter.period import Period

#: So many sentences of its month make a text one about that, which says by the way what the year has come to: in so few
#: paragraphs.
_OF_ITS_MONTH, _BY_THE_WAY = 3, 2
_GOES_ON = re.compile(
    r"이어 |다음으로 |이는 |이로써 |이 ?중 |이 ?가운데 |이에 |이 같은 |이러한 |그 ?중 |여기에 |특히 |반면 |한편 "
)
_THE_SAME = re.compile(r"(?:이|같은|동|해당) ?기간|동기간|누적|누계")
#: Forms of a time that another is held against, and days of the news: they say nothing of where a text is.
_HELD_AGAINST = AGO_FORMS | RATE_FORMS | DAY_FORMS
_YEARS_AGO = frozenset({"ago_years"})
_THE_YEAR_BEFORE = ("전년의 ", "전년 대비", "전년보다", "전년에 비해", "전년도의 ", "전년도 대비", "전년도보다")
_MONTHLY = frozenset({"ago_month", "mom"})


class SpokenMonth:
    """The month last spoken of, what it was held against, and how much of the text is on it."""

    def __init__(self, reading: Reading, context: Context) -> None:
        self._reading, self._context = reading, context
        self._month: Period | None = None
        #: How many sentences have told of the time that the text began with, and in which paragraph the last one.
        self._of_topic = 0
        self._topic_block = -1
        #: Which ways of trade, in all goods, the text has told of, and of when.
        self._ways: set[tuple[str, Period | None]] = set()
        #: What that month was last held against.
        self._held: tuple[str, Period | None] = ("none", None)

    def note(self) -> None:
        """Keep the month that the context is at, and what that is held against."""
        context = self._context
        if context.period is not None and context.period.is_month:
            self._month = context.period
        if context.compared_period is not None and context.compared_period == self._month:
            self._held = context.comparison, context.base

    def count(self, scene: Scene, drafts: Sequence[Draft]) -> None:
        """Count a sentence that tells of the time that the text began with."""
        if any(draft.period is not None and draft.period == self._context.topic for draft in drafts):
            self._of_topic, self._topic_block = self._of_topic + 1, scene.sentence.block
        for draft in drafts:
            if draft.flow is not None and draft.subject is not None and draft.subject.product == TOTAL:
                self._ways.add((draft.flow.sense, draft.period))

    def back_to_topic(self, sentence: Sentence) -> None:
        """After the paragraph on the year so far a text that began with its month is back at that, told by goods."""
        context = self._context
        topic, period = context.topic, context.period
        if sentence.block == context.block or topic is None or period is None or topic == period:
            return
        if self._back_to_year(sentence, topic, period):
            context.period = context.compared_period = topic
            context.comparison, context.base, context.comparison_block = "none", None, sentence.block
            return
        if not topic.is_month or period.start is None or period.start.month != 1 or period.end != topic.end:
            return
        text = self._reading.text
        # "품목별로는 … 전월 대비": what is held against the month before is of a month.
        monthly = self._reading.first_and_last(sentence.block, _MONTHLY)[0] >= 0
        told = monthly or self._was_told(sentence)
        if not told and (self._of_topic < _OF_ITS_MONTH or sentence.block - self._topic_block > _BY_THE_WAY):
            return
        if any(time.form not in _HELD_AGAINST for time in sentence.times) or _GOES_ON.match(text, sentence.start):
            return
        if _THE_SAME.search(text, sentence.start, sentence.end) or (sentence.cues_of("apiece") and not monthly):
            return
        context.period = context.compared_period = topic
        context.comparison, context.base = self._held
        context.comparison_block = sentence.block

    def _was_told(self, sentence: Sentence) -> bool:
        """ "7월 수출은 …. 1~7월 교역액은 …. 수출 품목은": of which the month was told, and no year."""
        ways = [c.sense for c in sentence.cues_of("flow") if c.sense in {"import", "export"}]
        if self._reading.language != "ko" or not ways:
            return False
        return (ways[0], self._context.topic) in self._ways and (ways[0], self._context.period) not in self._ways

    def _back_to_year(self, sentence: Sentence, topic: Period, period: Period) -> bool:
        """ "하반기에 …. 품목으로는 … 전년의 5배": after a part of its year a text is back at the year."""
        if not topic.is_year or period.is_year or not topic.covers(period):
            return False
        first, _ = self._reading.first_and_last(sentence.block, _YEARS_AGO)
        yearly = first >= 0 and self._reading.text.startswith(_THE_YEAR_BEFORE, first)
        return yearly and all(time.form in _HELD_AGAINST for time in sentence.times)

    def again(self, scene: Scene, draft: Draft) -> Timed | None:
        """The month for a figure without a time of its own, where the text is back at it; the context goes with it."""
        context, month = self._context, self._month
        if month is None:
            return None
        if timing.of_month(self._reading, scene, draft.figure):
            # The text is back at its month, and goes on with it.
            context.period = month
            return Timed(month, "the month spoken of before")
        carried = context.period
        if carried is not None and carried.start is not None:
            summed = carried.start.month == 1 and carried.end == month.end and carried != month
            if summed and timing.sums_up(scene, draft.figure, self._reading):
                context.period = context.compared_period = month
                context.comparison, context.base = self._held
                context.comparison_block = scene.sentence.block
                return Timed(month, "the month, before its year so far")
        return None
