"""The goods that a Korean or Chinese text tells of: what it began with, and whether it has named any others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tidewaiter.claims.reading.context import Pair
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import TOTAL, Draft, Flow, Scene

_OF_TRADE = frozenset({"trade_value", "trade_quantity", "change", "other"})
_LEVELS = frozenset({"trade_value", "trade_quantity"})
#: Goods named so often, and in so large a part of all names of goods, are what a text is about.
_OFTEN, _MAINLY = 3, 0.6
#: So many goods told of make those that a text began with the whole that they are kinds of.
_SORTS = 4
#: How a Korean sentence ends, in reports too.
_STOPS = (".", "다", "요", "?", "!", "함", "음", "임", "됨", "남", "침", "짐")
_ABOVE = frozenset({"title", "heading"})


@dataclass(slots=True)
class ToldGoods:
    """The goods of one text, as far as it has been read."""

    #: The trade that the text below its title began with, and the goods of its first figure.
    first: Flow | None = None
    began: str | None = None
    #: The goods that the whole text is about, where it began with them and names few others.
    theme: str | None = None
    #: "비석유 무역": what the text calls its whole where that leaves some goods out, and whose trade that is.
    all_but: tuple[str, str] | None = None
    #: Whether it has given a figure of all goods together.
    of_all: bool = False
    #: Whether the text below its title has.
    of_all_below: bool = False
    #: The goods of a sentence that gave no figure of them: "these goods" of the next one.
    these: str | None = None
    #: The goods of the last amount of trade that was of some: "this kind of goods" of what follows.
    last: str | None = None
    #: The goods of the amounts of the sentence before that are of some, one by one, with whose trade they are, and in
    #: which paragraph.
    one_by_one: list[tuple[str, Flow | None, Pair]] = field(default_factory=list)
    block: int = -1
    #: Between whom the last trade was that goes both ways.
    both: tuple[str, ...] = ()
    #: The last paragraph that told what is sold to, or bought from, one partner in goods of any kind.
    whole_block: int = -1
    #: All the goods that the text has named.
    _named: set[str] = field(default_factory=set)

    def open(self, traded: Iterable[Flow]) -> None:
        """Keep the first trade of one way, where none is kept."""
        self.first = self.first or next((f for f in traded if f.sense != "trade" and not f.compared), None)

    def begin(self, reading: Reading, scene: Scene, drafts: Sequence[Draft]) -> None:
        """Keep what trade the text below its title first gives figures of, and in which goods."""
        known = [reading.text[m.start : m.end] for m in scene.sentence.goods if m.good_id != "total"]
        self.these = "|".join(dict.fromkeys(known)) if known and not drafts else None
        own = [d for d in drafts if d.measure in _LEVELS and d.subject is not None and d.subject.own]
        self.block = scene.sentence.block
        self.one_by_one = [(d.subject.product, d.flow, d.pair) for d in own if d.subject and d.subject.product]
        self.both = next((d.pair.partners for d in reversed(drafts) if len(d.pair.partners) > 1), self.both)
        one_way = [d for d in drafts if d.flow is not None and d.measure in _OF_TRADE]
        if any(d.measure in _LEVELS and d.pair.sender and d.pair.receiver and _is_of_all(d) for d in one_way):
            self.whole_block = scene.sentence.block
        self.of_all_below |= scene.sentence.kind not in _ABOVE and any(map(_is_of_all, one_way))
        if self.all_but is None and not self.of_all:
            self.all_but = _all_but(reading, drafts)
        self.of_all = self.of_all or any(map(_is_of_all, one_way))
        if scene.sentence.kind in _ABOVE or self.first is not None or _is_headline(reading, scene.sentence):
            return
        for draft in drafts:
            flow = draft.flow
            if flow is None or flow.sense == "trade" or flow.compared or draft.measure not in _LEVELS:
                continue
            self.first = flow
            goods = draft.subject.product if draft.subject is not None else None
            self.began = None if goods == TOTAL else goods
            self.theme = self._is_theme(reading, self.began)
            return

    def keep_last(self, drafts: Sequence[Draft]) -> None:
        """Keep the goods of the last amount that was of some."""
        levels = [d.subject.product for d in drafts if d.measure in _LEVELS and d.subject is not None]
        self.last = next((name for name in reversed(levels) if name not in {None, TOTAL}), self.last)

    def by_partner(self, flow: Flow) -> str | None:
        """ "농식품 수출액은 31억 달러. … 미국으로의 수출액이": the goods that the text began with.

        `flow` goes to a partner, and the text began with the same trade with everybody.
        """
        first = self.first
        if first is None or first.away is not None or self.of_all_below or self.began is None or "|" in self.began:
            return None
        if len(self._named) < _SORTS:
            # Goods of one kind, and no trade told by its kinds.
            return None
        return self.began if (first.sense, first.home) == (flow.sense, flow.home) and first.home else None

    def theme_of(self, flow: Flow | None) -> str | None:
        """The goods that the text is about, as far as a trade can be in them."""
        return None if self.is_the_other_way(flow) or self._is_turned(flow) else self.theme

    def all_but_of(self, flow: Flow | None) -> str | None:
        """What is the whole of a trade in a text on all goods but some."""
        if self.all_but is None or flow is None or flow.total:
            return None
        goods, own = self.all_but
        told = flow.home in {None, own} or (flow.sense == "trade" and own in flow.pair.everyone)
        return goods if told and flow.pair.everyone and own in flow.pair.everyone else None

    def is_the_other_way(self, flow: Flow | None) -> bool:
        """ "이란의 비석유 수출은 …. 한국의 대이란 수출은": whether goods go back to whom they left at first."""
        first = self.first
        if flow is None or first is None or flow.sense == "trade" or not (flow.stated and flow.home and flow.away):
            return False
        if flow.end - flow.start == 1:
            # "필리핀산은": no word of trade, and so of what was spoken of.
            return False
        left = first.home is not None and first.sense == "export"
        return first.home == (flow.pair.receiver if left else flow.pair.sender) and first.home is not None

    def _is_turned(self, flow: Flow | None) -> bool:
        """ "석탄을 수출했다. 전체 수출은 …. 수입은": the other way of a country's trade, told in whole before."""
        first = self.first
        if flow is None or first is None or not self.of_all_below or flow.sense == "trade" or flow.goods:
            return False
        return first.home is not None and flow.home == first.home and flow.sense != first.sense

    @staticmethod
    def _is_theme(reading: Reading, name: str | None) -> str | None:
        if name is None or "|" in name:
            return None
        named = [reading.text[m.start : m.end] for s in reading.sentences for m in s.goods if m.good_id != "total"]
        same = sum(1 for other in named if alike(name, other))
        others, times = len(named) - same, max(reading.text.count(name), same)
        return name if times >= _OFTEN and times >= _MAINLY * (times + others) else None

    def name(self, product: str | None) -> None:
        """Note that goods were named."""
        self._named.update(part for part in (product or "").split("|") if part)

    def only(self) -> str | None:
        """The goods of a text that has named no others: any of its names for them."""
        if self.first is None or not self.first.goods:
            return None
        names = sorted({*self._named, self.first.goods}, key=len)
        return names[-1] if all(alike(names[0], name) for name in names) else None


def _all_but(reading: Reading, drafts: Sequence[Draft]) -> tuple[str, str] | None:
    """The goods of a figure of two-way trade in all but some of them, and whose trade that is."""
    words = tuple(reading.lexicon.words["all_but"]) if reading.language == "ko" else ()
    for draft in drafts:
        product = draft.subject.product if draft.subject is not None else None
        both = draft.flow is not None and draft.flow.sense == "trade"
        whose = next(iter(draft.flow.pair.everyone), None) if both and draft.flow is not None else None
        if draft.measure in _LEVELS and product is not None and whose and product.replace("(非)", "").startswith(words):
            return product, whose
    return None


def _is_of_all(draft: Draft) -> bool:
    return draft.subject is not None and draft.subject.product == TOTAL


def _is_headline(reading: Reading, sentence: Sentence) -> bool:
    """ "라면 수출액 9000억 원 넘어 최대": a line of a Korean text that ends as no sentence does."""
    last = reading.text[max(sentence.end - 3, 0) : sentence.end].rstrip("\"'”’) \n")
    return reading.language == "ko" and not last.endswith(_STOPS)


def alone(reading: Reading, scene: Scene) -> str | None:
    """ "두리안 시장을 태국산이 장악했다": the only goods of a sentence that names a country and no figure."""
    sentence = scene.sentence
    goods = {reading.text[m.start : m.end] for m in sentence.goods if m.good_id != "total"}
    told = len(goods) == 1 and sentence.kind not in _ABOVE and scene.parties and not sentence.figures
    return goods.pop() if told else None


def alike(one: str, other: str) -> bool:
    """Whether two names can be of the same goods: "라면" and "K라면", "稀土磁铁" and "稀土磁体"."""
    return one in other or other in one or (len(one) > 2 and one[:2] == other[:2])
