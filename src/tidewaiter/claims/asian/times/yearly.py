"""Changes from a year before in Korean and Chinese texts, where the text says once, or never, what they are from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tidewaiter.claims.changes.comparison import name_of
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Scene, When
from tidewaiter.period import Period

_FROM_A_YEAR_BEFORE = frozenset({"yoy", "ytd_yoy"})
#: "增长53.2%（同比，下同）": all that follows is from a year before.
_FROM_YEAR = re.compile("同比|按年|(?:去年|上年)同[期月]")
_MONTHLY = re.compile(
    r"环比|按月|月[增减]|(?:比|较|从|由|自|与)[^，。；]{0,3}(?:上|前|这)?(?:一?个)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})?月(?!同)|前(?:一个)?月|逐月|连续[^，。；]{1,4}个月|周"
)
_YEARLY = re.compile(r"同比[，,、]?下同|以下均?为同比|이하 전년 ?동[기월] ?대비")


class Yearly:
    """Whether the changes of a text are from a year before."""

    def __init__(self, reading: Reading, context: Context) -> None:
        self._context = context
        #: Chinese says of a change from the month before that it is one: a text without such changes has yearly ones.
        self._never_monthly = reading.language == "zh" and _MONTHLY.search(reading.lexicon.plain(reading.text)) is None
        self._tells_years = reading.language == "zh" and _FROM_YEAR.search(reading.text) is not None
        #: Where the text says that all its changes are from a year before.
        self._all = _YEARLY.search(reading.text)

    def tells(self, sentence: Sentence, placed: Sequence[When]) -> bool:
        """Whether a change in a sentence with these times is from a year before, where nothing else is said."""
        told = self._context.comparison in _FROM_A_YEAR_BEFORE or any(w.form == "yoy" for w in placed)
        return told or ((self._never_monthly or self._tells_years) and not sentence.cues_of("per"))

    def hold(self, scene: Scene, figure: Figure, period: Period | None) -> None:
        """Hold the period of a figure against the year before, where all behind a place of the text is so."""
        if self._all is not None and self._all.start() < figure.end + 8 and period is not None:
            context, base = self._context, period.back_years(1)
            context.comparison, context.base, context.compared_period = name_of(period, base), base, period
            context.comparison_block = scene.sentence.block
