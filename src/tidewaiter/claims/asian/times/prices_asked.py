"""The day on which the prices of a Korean text were asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tidewaiter.claims.asian.measures.prices import is_sold_at
from tidewaiter.claims.asian.times.market_days import earlier_day, told_day
from tidewaiter.claims.figure import RELATIVE, Figure
from tidewaiter.claims.periods import Anchor
from tidewaiter.claims.reading.prices_told import MONEY_AT_HOME, SOLD_AT, TRADED_IN, PricesTold
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Draft, Scene, Subject, Timed
from tidewaiter.period import Period

#: "북한 원·달러 환율": whose money is told of in the other.
_EXCHANGE = re.compile(
    r"(달러|위안|유로|루블)(?:화)?(?:당| ?대비)? ?(?:시장 )?환율"
    r"|(?<![\d.,])1 ?(달러|위안|유로|루블)(?:화)?(?:[은는이가당] ?|의 가치)"
)
_BY = re.compile(
    r" ?(?:가량 |정도 )?(?:올[랐라]|오른|오르|내[렸려린]|상승|하락|인상|인하|뛰|뛴|떨어"
    r"|(?:더 )?(?:비?[싸싼쌌]|저렴|낮|높))"
)
#: No price is further from another of its sentence.
_NEAR = 10
#: Behind a price that another is held against.
_THAN = ("보다", ")보다", "에 비해", ")에 비해")
_CURRENCIES = {"달러": "USD", "위안": "CNY", "유로": "EUR", "루블": "RUB"}
_EXCHANGED = re.compile(r"_per_[A-Z]{3}\Z")


def _moved(text: str, figures: Sequence[Figure]) -> Sequence[Figure]:
    """ "1kg에 5040원으로 지난달보다 30원 올랐다": by how much a price of the sentence moved is for as much."""
    price = next((f for f in figures if f.kind == "money" and "_per_" in f.unit), None)
    if price is None:
        return figures
    own = price.unit.partition("_per_")[0]
    return [
        replace(f, unit=price.unit) if f.unit == own and f.value < price.value and _BY.match(text, f.end) else f
        for f in figures
    ]


def _spread(reading: Reading, sentence: Sentence, figures: Sequence[Figure]) -> Sequence[Figure]:
    """ "쌀 1kg은 평양에서 4700원, 신의주에서 4750원": money behind a price is for as much, where nothing is traded."""
    price = next((f for f in figures if f.kind == "money" and "_per_" in f.unit), None)
    sold = [f.end for f in figures if f.kind == "money"]
    start = min((f.start for f in figures if "_per_" in f.unit), default=sentence.end)
    traded = [c for c in sentence.cues_of("flow") if not any(0 <= c.start - end <= SOLD_AT for end in sold)]
    # What an earlier clause trades is another matter.
    traded = [c for c in traded if c.start > start or not reading.text[c.end : start].count(",")]
    worded = [c.start for c in sentence.cues_of("per") if c.sense == "pricewords"]
    # "톤당 수입 가격은 쌀이 430달러, 밀가루가 310달러".
    traded = [c for c in traded if not any(0 <= start - c.end <= 1 for start in worded)]
    if price is None or traded:
        return figures
    own = price.unit.partition("_per_")[0]
    found = []
    for figure in figures:
        more = figure.kind == "money" and figure.unit == own and figure.start > price.start
        found.append(replace(figure, unit=price.unit) if more and _is_near(price, figure) else figure)
    return found


def _is_near(price: Figure, figure: Figure) -> bool:
    return figure.value <= price.value * _NEAR and price.value <= figure.value * _NEAR


def _last_day(period: Period) -> tuple[int, int, int]:
    return period.end.year, period.end.month or 0, period.end.day or 0


def _is_money(figure: Figure, other: str) -> bool:
    return figure.kind == "money" and "_per_" not in figure.unit and figure.unit != other


@dataclass(slots=True)
class PricesAsked(PricesTold):
    """The last price of one text, and the day on which its prices were asked."""

    _day: Period | None = None
    #: The prices of the sentence that others are held against.
    _held: Sequence[Figure] = ()

    def learn(self, scene: Scene, drafts: Sequence[Draft]) -> None:
        """Keep the last price of a sentence and its day; any other money ends what goes on."""
        dated = [d for d in drafts if d.measure == "price" and d.moved.relation != "from"]
        days = [d.period for d in dated if d.period is not None and d.period.end.day]
        self._day = max([*days, *([self._day] if self._day else [])], key=_last_day, default=None)
        self._held = [d.figure for d in drafts if d.moved.relation == "from"]
        PricesTold.learn(self, scene, drafts)

    def weighed(self, reading: Reading, sentence: Sentence) -> Sequence[Figure]:
        """The figures of a sentence, its prices for as much as the ones before, or for the currency that it names."""
        figures, text = self.by_weight(sentence, sentence.figures), reading.text
        exchanged = list(_EXCHANGE.finditer(text, sentence.start, sentence.end))
        last = self._last
        if exchanged:
            each = _CURRENCIES[exchanged[-1][1] or exchanged[-1][2]]
            return [
                replace(f, unit=f"{f.unit}_per_{each}") if _is_money(f, each) and f.start > exchanged[-1].start() else f
                for f in figures
            ]
        if last is None or "_per_" not in last.unit or not 0 <= sentence.block - last.block <= 1:
            return _spread(reading, sentence, _moved(text, figures))
        if any("_per_" in f.unit for f in figures) or _EXCHANGED.search(last.unit):
            return _spread(reading, sentence, _moved(text, figures))
        priced = sentence.cues_of("per") or any(is_sold_at(reading, f) for f in figures)
        return [replace(f, unit=last.unit) if last.is_near(f) else f for f in figures] if priced else figures

    def goods(self, scene: Scene, draft: Draft, found: Subject, earlier: Sequence[Draft]) -> Subject:
        """What a price or its change is of; "신의주는 0.4% 상승했다" names where, and no goods."""
        told = PricesTold.goods(self, scene, draft, replace(found, own=False), earlier)
        known = any(m.end <= draft.figure.start for m in scene.sentence.goods)
        moved = draft.measure == "change" and draft.figure.kind in RELATIVE and not known
        return told if moved and told.rule != found.rule else PricesTold.goods(self, scene, draft, found, earlier)

    def day(self, reading: Reading, scene: Scene, draft: Draft, anchor: Anchor, own: Timed | None) -> Timed | None:
        """The day of a price, or of its change, in a text on what was asked at markets."""
        last = None if self._last is None else self._last.currency
        at_home = last in MONEY_AT_HOME or draft.figure.unit.partition("_per_")[0] in MONEY_AT_HOME
        own_money = draft.figure.unit.partition("_per_")[0]
        if (
            last in MONEY_AT_HOME
            and draft.figure.kind == "money"
            and own_money != last
            and "_per_" in draft.figure.unit
        ):
            # "톤당 수입 가격은 430달러", in a text on what was asked at markets.
            return None
        untraded = draft.flow is None or at_home
        of_price = draft.measure == "price" and untraded
        if draft.measure == "change" and untraded:
            of_price = self._last is not None and self._last.block == scene.sentence.block
        if not of_price:
            return None
        asked = self._day if draft.measure == "price" else None
        earlier = None if asked is None else earlier_day(reading, scene, draft.figure.start, anchor, asked)
        if earlier is not None:
            return Timed(*earlier, "before the day of the price before")
        ends = [f.end for f in scene.sentence.figures if f.end <= draft.figure.start and f.kind == "money"]
        held = any(f.end <= draft.figure.start for f in self._held)
        held = held or any(reading.text.startswith(_THAN, end) for end in ends)
        told = None if held else told_day(reading, scene.sentence, draft.figure.start, anchor)
        if told is not None:
            return Timed(told, "time before the figure")
        dated = own is not None and own.period is not None and not held
        alone = self._last is None or self._last.block != scene.sentence.block
        local = draft.figure.kind == "money" and own_money not in TRADED_IN
        if local and own is None and self._day is None and alone and draft.measure == "price":
            return Timed(None, "a price of no day that is told")
        return None if self._day is None or dated else Timed(self._day, "the day of the price before")
