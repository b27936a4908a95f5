"""Whose trade a Korean or Chinese text leads with: a new paragraph that names nobody comes back to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tidewaiter.claims.asian.roles import parties
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Flow, Party, pair_of

#: "公布9月海關進出口統計": the book of a country's trade with everybody.
_BOOK_OF_ALL = re.compile(
    r"(?:[进進]出口|外[贸貿]|(?:[对對]外|[国國][际際])[贸貿]易)(?:[贸貿]易)?(?:初步|快[报報]|月度)?(?:[统統][计計]|[数數][据據]|概[况況]|[数數]字)"
)
#: "按种类来看，…": what turns from the partners of a trade to its goods.
_BY_GOODS = re.compile(
    r"另?外?[，,]?(?:从|從|按|分|就)(?:照)?(?:商品|品种|品種|种类|種類|品类|品類|产品|產品|货品|貨品)(?:类别|類別)?(?:来|來)?[看分讲講说說]"
)
#: The goods one by one: "품목별로 보면", "주요 품목을 보면".
_ITEMS = re.compile(r"(?:세부 |주요 )?(?:품목|상품|물품)(?:별로는?|별로 (?:살펴)?보면|을 보면|을 살펴보면|으로는),? ")


class Lead:
    """The trade that a text first spoke of."""

    def __init__(self, reading: Reading, context: Context) -> None:
        self._reading, self._context = reading, context
        #: That trade, with its ends; None before any is told.
        self.flow: Flow | None = None
        self._opened = False
        #: The trade that the sentence before told by the book of the country it names first.
        self._told: Flow | None = None
        #: Which way the first trade of the text goes.
        self._first: str | None = None
        #: Whether that was said in a headline.
        self._above = False
        #: The paragraph last read, and whose trade it began with.
        self._block, self._begun = -1, ""

    @property
    def home(self) -> str | None:
        """Whose trade it is, where the text has said that."""
        return self.flow.home if self.flow is not None else None

    def open(self, sentence: Sentence, named: Sequence[Party], traded: Sequence[Flow]) -> None:
        """A text that opens with a country's balance with everybody is about all of its trade, whatever its title."""
        above = sentence.block == 0 and self._reading.text[sentence.end - 1] not in "。！？"
        if self._opened or above or sentence.kind in {"title", "heading"} or not traded:
            return
        self._opened = True
        codes = {p.code for p in named}
        of_all = self._reading.language == "ko" or _BOOK_OF_ALL.search(self._reading.text, sentence.start, sentence.end)
        if not codes and of_all and self._context.home:
            codes = {self._context.home}
        if len(codes) != 1 or parties.GROUP in codes or not any(f.balance for f in traded):
            return
        (own,) = codes
        for flow in traded:
            flow.pair = Pair(partners=(own,)) if flow.sense == "trade" else pair_of(flow.sense, own)
        self.flow = next((f for f in traded if f.sense != "trade"), None)

    def follow(self, sentence: Sentence, parties_: Sequence[Party], traded: Sequence[Flow]) -> None:
        """The first trade told leads the text; one of a headline that names no partner gives way to the body's."""
        self._note(sentence, traded)
        if self._first is None and traded:
            self._first = traded[0].sense
        above = sentence.kind in {"title", "heading"}
        found = next((f for f in traded if self._may_lead(f)), None)
        if self.flow is not None and self._reading.language == "ko" and not sentence.figures:
            # What the body says without a figure leads nothing that its headline does not.
            return
        if self.flow is None:
            # A Korean body that gives no figure yet only leads up to what it tells, as a headline does.
            self.flow = found
            self._above = above or (self._reading.language == "ko" and not sentence.figures)
        elif self._above and not above and found is not None and self._acts(found, parties_):
            named = found.away and not self.flow.away and found.home == self.flow.home
            self.flow, self._above = (found if named else self.flow), False

    def at_home(self, sentence: Sentence) -> None:
        """A body that begins with a country's trade by its own office tells of all, whatever partner stands above."""
        flow, context, own = self.flow, self._context, self._context.home
        if (
            flow is None
            or not sentence.figures
            or not self._above
            or flow.away is None
            or own != flow.home
            or flow.sense == "trade"
        ):
            return
        if {m.alpha3 for m in sentence.countries} == {own} and sentence.kind not in {"title", "heading"}:
            context.pair, context.sense, context.alone = pair_of(flow.sense, own), flow.sense, own

    def keep_book(self, sentence: Sentence, traded: Sequence[Flow]) -> None:
        """ "중국의 대북 수출액은 … 수입은": a body by the other's book than its headline's goes on by that."""
        if not sentence.figures or self._reading.language != "ko":
            return
        last, told = self._told, next((f for f in traded if not f.compared), None)
        self._told = next((f for f in reversed(traded) if f.stated and not f.verb and f.sense != "trade"), None)
        if self.flow is None or told is None or told.sense == "trade" or None in (self.flow.home, self.flow.away):
            return
        if last is not None and told.stated is False and told.sense != last.sense and told.home == last.home:
            turned = (last.home, last.away) == (self.flow.away, self.flow.home)
            self.flow = last if turned and told.away == last.away else self.flow

    def come_back(self, sentence: Sentence) -> None:
        """Behind the partners comes the whole trade again, by its goods."""
        lead, context = self.flow, self._context
        self._stay_with_all(sentence)
        self._back_home(sentence)
        self._by_goods(sentence)
        if lead is not None and lead.home and lead.away is None and _BY_GOODS.match(self._reading.text, sentence.start):
            # "按种类来看，…": behind the partners comes the whole trade again.
            context.pair, context.sense = pair_of(lead.sense, lead.home), lead.sense

    def _by_goods(self, sentence: Sentence) -> None:
        """ "교역 총액은 2천31만달러다.\n\n품목별로 보면 콩기름이": behind both ways comes the one of the text."""
        lead, context = self.flow, self._context
        if lead is None or lead.away is None or lead.home is None or context.sense != "trade":
            return
        if self._first == "trade":
            # A text on both ways does not say which one its goods went.
            return
        if self._reading.language != "ko" or set(context.pair.everyone) != {lead.home, lead.away}:
            return
        if _ITEMS.match(self._reading.text, sentence.start) and not sentence.cues_of("flow"):
            context.pair, context.sense, context.reporter = lead.pair, lead.sense, lead.reporter

    def _note(self, sentence: Sentence, traded: Sequence[Flow]) -> None:
        """Keep whose trade a paragraph with figures began with."""
        if sentence.figures and sentence.block != self._block:
            self._block = sentence.block
            self._begun = next((f.home for f in traded if f.home and f.sense != "trade"), "")

    def _back_home(self, sentence: Sentence) -> None:
        """ "台湾出口584亿美元，…，韩国出口583亿美元。\n\n进口…": another's ended with its paragraph."""
        lead, context = self.flow, self._context
        if lead is None or lead.away is not None or lead.sense == "trade" or self._reading.language != "zh":
            return
        another = len(context.pair.everyone) == 1 and context.pair.everyone != (lead.home,)
        if not another or sentence.block == self._block or self._begun != lead.home or lead.home is None:
            return
        if any(m.alpha3 in context.pair.everyone for m in sentence.countries):
            return
        context.pair, context.sense, context.reporter = pair_of(lead.sense, lead.home), lead.sense, lead.home

    def _stay_with_all(self, sentence: Sentence) -> None:
        """ "미얀마의 회계연도 교역액은 …", in a text on what China buys there: the next paragraph goes on with that."""
        context, left, topic = self._context, self._context.left, self._context.topic
        at_large = context.alone is not None and context.pair.everyone == (context.alone,)
        if left is None or not at_large or sentence.countries or self._reading.language != "ko":
            return
        if self.flow is not None and self.flow.away is not None and not (topic and topic.covers(left)):
            context.period = left

    def _acts(self, flow: Flow, named: Sequence[Party]) -> bool:
        """Whether the body says itself whose trade it tells: in Korean by a particle ("북한이 중국에서 수입한")."""
        if self._reading.language != "ko":
            return True
        ends = [p.end for p in named if p.code == flow.home]
        return any(self._reading.text.startswith(("이 ", "가 ", "은 ", "는 ", "의 "), end) for end in ends)

    def _may_lead(self, flow: Flow) -> bool:
        if flow.sense == "trade" or flow.compared:
            return False
        told = self._context.sense == "trade" and self._context.pair.everyone == (flow.home,)
        if flow.home and flow.pair.everyone == (flow.home,) and (self._reading.language == "ko" or told):
            # "아프간의 교역은 98억 달러, 이 가운데 수출은 14억 달러": with everybody.
            return True
        return bool((flow.stated and flow.reporter) or (flow.home and flow.home == self._context.home))
