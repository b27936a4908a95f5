"""The time that a paragraph goes on with: what it, or the one before, begins with, or one told without trade."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tidewaiter.claims.asian.times.time_roles import PUBLISHED
from tidewaiter.claims.periods import AGO_FORMS, DAY_FORMS, RATE_FORMS
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Draft, Scene
from tidewaiter.period import Period

#: How a part on the goods of a trade begins, or one that comes back to its time.
_BY_GOODS = re.compile(
    r"(?:[从從按分就依][^，,。；;\d]{0,6}?(?:商品|产品|產品|货物|貨物|貨品|品类|品類)[^，,。；;\d]{0,4}[看言分]|(?:商品|产品|產品)(?:结构|結構)?方面"
    r"|主要(?:[出进進]口)?(?:商品|产品|產品|货品|貨品)(?:中|方面|别|別)?)[，,：:]"
    r"|(?:[가-힣]{2,4} )?(?:품목|상품|제품|국가|나라|지역|상대국|대상국)별(?:로|로는|[가-힣 ]{0,12} ?(?:살펴)?보면),? "
    r"|同期[\u4e00-\u9fff]"
    r"|주요 (?:수[출입] ?)?(?:품목|상품)(?:은|으로는|을 보면|별로는),? "
)


#: "특히 6월에는", "6월만 놓고 보면", "6월 한 달 수출액은": a part that is told by the way.
_APART = re.compile(
    r"특히 |(?:[가-힣]{2,4} )?(?:\d{1,2}월|지난 ?달)"
    r"(?: ?한 ?달)?(?:만|에만)(?: 따로| 떼어| 놓고)? |(?:[가-힣]{2,4} )?(?:\d{1,2}월|지난 ?달) 한 ?달(?:간|동안|에만)? "
)


def is_told_apart(reading: Reading, sentence: Sentence) -> bool:
    """Whether a Korean sentence tells of a part of what its text is on, and does so by the way."""
    return _APART.match(reading.text, sentence.start) is not None


@dataclass(slots=True)
class ParagraphTime:
    """What the paragraph last read began with."""

    _block: int = -1
    _year: Period | None = None

    def learn(self, scene: Scene, drafts: Sequence[Draft]) -> None:
        """Keep the only year that the first figures of a paragraph are told of; any other time ends it."""
        named = {w.period for w in scene.whens if w.role in {"when", "until", "as_of"} and w.period is not None}
        if scene.sentence.block == self._block:
            self._year = self._year if named <= {self._year} else None
            return
        if not drafts:
            return
        self._block = scene.sentence.block
        year = next(iter(named), None) if len(named) == 1 else None
        own = year is not None and all(w.form == "year" for w in scene.whens) and all(d.period == year for d in drafts)
        self._year = year if own else None

    def go_on(self, sentence: Sentence, context: Context) -> None:
        """ "2022년 부품 410만 달러어치가 나갔다. 기계는 190만 달러였다", in a text on 2023: of 2022, too."""
        year, now = self._year, context.period
        if year is None or now is None or not 0 <= sentence.block - self._block <= 1:
            return
        if [t.parts.get("y") for t in sentence.times] == [str(year.end.year - 1)]:
            # "2023년 수출은 5만t이다.\n\n수입은 2022년보다 44% 늘었다": a year against the one before it.
            context.period = year
            return
        if sentence.block != self._block:
            return
        if year == now.back_years(now.end.year - year.end.year) and year.end.year < now.end.year:
            context.period = year


@dataclass(slots=True)
class RunOfMonths:
    """The time that a Chinese paragraph began with: months of which it then told the last, or the last of some."""

    _block: int = -1
    _run: Period | None = None

    def learn(self, scene: Scene) -> None:
        """Keep the first time of a paragraph, where that is a month or several."""
        if scene.sentence.block == self._block:
            return
        first = next((w.period for w in scene.whens if w.role == "when" and w.form not in DAY_FORMS), None)
        self._block = scene.sentence.block
        if first is not None and self._run is not None and first != self._run and self._run.covers(first):
            # "상반기…\n\n1분기…, 2분기…\n\n품목별로는…": what is told of a part of it is told by the way.
            return
        self._run = None
        if first is not None and first.start is not None and first.whole_months:
            self._run = first

    def go_on(self, reading: Reading, sentence: Sentence, context: Context) -> None:
        """ "前三季度…。9月…\n\n从商品看，…", "4月…。1至4月…\n\n主要货品中，…": of what the one before began with."""
        now = context.period
        own = any(t.form not in AGO_FORMS | RATE_FORMS for t in sentence.times)
        if self._run is None or now is None or sentence.block != self._block + 1 or own:
            return
        within = now.whole_months and now != self._run and self._run.covers(now)
        last = self._run.is_month and self._run == now.last_month() and now.start is not None
        if (last or within) and _BY_GOODS.match(reading.text, sentence.start):
            context.period = self._run


def set_time(reading: Reading, scene: Scene, context: Context) -> None:
    """ "지난해 1~8월 148차례 밀수했다. 이 기간 …": what trades nothing sets the time of its paragraph, too."""
    told = [w for w in scene.whens if w.role in {"when", "until", "as_of"} and w.form not in DAY_FORMS]
    told = [w for w in told if scene.sentence.figures or PUBLISHED.match(reading.text, w.end)]
    own = [w.period for w in told if w.period is not None and w.period.start is not None]
    if own:
        context.hint, context.hint_block = own[-1], scene.sentence.block
