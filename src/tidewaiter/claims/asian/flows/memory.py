"""What a Korean text has told and goes back to: whose trade in which goods, how its percentages moved, its months."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tidewaiter.claims.asian.brackets import opening, skipped
from tidewaiter.claims.asian.measures.balances import A_BALANCE
from tidewaiter.claims.asian.measures.made import MADE
from tidewaiter.claims.asian.measures.relative_measures import RATE
from tidewaiter.claims.asian.roles.parties import GROUP
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import TOTAL, Draft, Flow, Movement, Party, Scene, Subject, pair_of
from tidewaiter.period import Period

#: So many months one after another are a list, after which the text goes on with the whole.
_LIST = 3
#: "…17.4% 비중으로 가장 많았고, 이어 러시아 15.4%, 카자흐스탄 7.9%".
_NEXT = re.compile(
    r"(?: ?비중)?(?:으?로 (?:[^,0-9]|\d위){0,24}?)?(?:, ?|으며,? |고,? )"
    r"(?:이어 |다음으로 |그 ?다음은? |그 뒤를 이어 |뒤이어 )?[가-힣A-Z/·]{1,10} "
)
_ONE_WAY = re.compile(r"(?:[0-9가-힣IVX]{1,3}[.)] ?|[□○◇■▶ㅇ-] ?)?(수입|수출)(?: ?(?:동향|현황|구조|부문|실적))?")
_HEADS = re.compile(r"[가-힣0-9·ㆍ, ]{2,20}(?<![다음됨함임])")
_NUMBERS = {"두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6}
_TOGETHER = re.compile(
    r"(두|세|석|네|넉|다섯|여섯|[2-9]|1[01]) ?(?:달|개월)(?:간|치)?(?:[을의])? ?"
    r"(?:합계|누계|합산|합치면|합하면|합쳐|더하면|더해|합친|총)"
)
_COMPARED = re.compile(r"\)?(?:보다|[와과] 비교|에 비[해하]|[와과] 견주|에서 )")
_STANDS = re.compile(r"(?:이어 |다음으로 |그 ?다음으로 )?[A-Z가-힣·]{1,8} ?[가-힣·]{1,10}[은는이가] (?:약 )?")
_OF_TOPIC = re.compile(r"[은는도] (?:(?:같은|이) 기간 |(?:지난 ?달|같은 달|지난해|작년|\d{1,2}월) )?(?:약 |총 )?")
_THEN = re.compile(r"(?:그 )?당시|이 ?(?:때|해)(?:에는?)? |그때 ")
#: "전체 수입은 전년 대비 11%": of the year again, after one of its months.
_OF_ALL = re.compile(r"(?:전체|총) ?[가-힣 ]{0,12}(?:수[출입]|교역|무역)|전년(?: 대비|보다|에 비해)")
_BRACKETED = frozenset({"change", "share"})


@dataclass(slots=True)
class Memory:
    """The running memory of one text."""

    #: The ends and the sense of the trade in goods that the text has named.
    _traded: dict[str, tuple[Pair, str]] = field(default_factory=dict)
    #: What the last percentages measured, and how they moved.
    _percent: tuple[str, Movement, int] | None = None
    #: The time to go back to after a list of months.
    _whole: Period | None = None
    #: How many months the last sentence told one by one, and all of them.
    _run: tuple[int, Period] | None = None
    #: The paragraph that told of a part by the way ("특히 6월에는"), and the time that it is a part of.
    _aside: tuple[int, Period] | None = None
    #: The time that the last figure told of was of, and its paragraph.
    _then: tuple[int, Period] | None = None
    #: The ends and the sense of the first trade told with figures: what a new section comes back to.
    _opened: tuple[Pair, str] | None = None
    #: In which paragraph pieces were traded, and what they were counted by ("대").
    _counted: tuple[int, str] | None = None
    #: In which paragraph the last sentence told a balance.
    _balanced: int = -1
    #: The unit and the goods of the last limit told.
    _capped: tuple[str, str] | None = None
    #: In which paragraph, where and of what goods the last sentence told what is made, kept or used.
    _made: tuple[int, Pair, str | None] | None = None
    #: In which paragraph the last sentence told what a country, its topic, sold or bought, to or from whom, and which.
    _sold: tuple[int, str, str] | None = None
    #: How many sentences have told of trade.
    told: int = 0
    #: Whether the text has begun to tell its trade partner by partner.
    by_partner: bool = False

    def months_together(self, reading: Reading, scene: Scene, draft: Draft) -> Period | None:
        """ "1월 2만, 2월 4만, 3월 17만 배럴이다. 석 달 합계는 23만 배럴": all the months just told one by one."""
        found = _TOGETHER.search(reading.text, scene.sentence.start, draft.figure.start)
        if found is None or self._run is None:
            return None
        count = _NUMBERS.get(found[1]) or int(found[1])
        return self._run[1] if count == self._run[0] else None

    def turn_back(self, reading: Reading, sentence: Sentence, context: Context) -> None:
        """After months told one by one, and after one told apart, the text is back at all of them."""
        self.by_partner = self.by_partner or bool(sentence.cues_of("apiece"))
        goes_on = self._aside is not None and sentence.block == self._aside[0]
        if self._aside is not None and (not goes_on or _is_whole(reading, sentence)):
            context.period, self._aside = self._aside[1], None
        if self._whole is not None:
            context.period, self._whole = self._whole, None

    def then(self, reading: Reading, sentence: Sentence) -> Period | None:
        """ "2017년에는 교역액이 120억 달러였다. 당시 수입한 원유는": the time of the last figure told."""
        at_once = self._then is not None and self._then[0] == sentence.block
        return self._then[1] if self._then and at_once and _THEN.match(reading.text, sentence.start) else None

    def new_section(self, reading: Reading, sentence: Sentence, context: Context) -> None:
        """ "3. 월별 추이": under a heading that names no trade, partner or goods the text is back at the whole."""
        if self._opened is None or sentence.kind not in {"item", "heading"} or sentence.figures:
            return
        head = _ONE_WAY.fullmatch(reading.text, sentence.start, sentence.end)
        if head is not None:
            # "3. 수입": of the country that the text began with.
            pair, sense = self._opened
            home = pair.receiver if sense == "import" else pair.sender if sense == "export" else pair.everyone[0]
            context.sense = "import" if head[1] == "수입" else "export"
            away = [code for code in pair.everyone if code != home] if sense == "trade" else []
            context.pair, context.reporter = pair_of(context.sense, home, *away), home
            return
        if sentence.goods or sentence.countries or sentence.cues_of("flow"):
            return
        if _HEADS.fullmatch(reading.text, sentence.start, sentence.end) is not None:
            context.product, context.product_block = TOTAL, sentence.block
            context.pair, context.sense = self._opened

    def learn(
        self, reading: Reading, scene: Scene, drafts: Sequence[Draft], context: Context, *, told_apart: bool = False
    ) -> None:
        """Keep what a sentence has told."""
        shared = {d.pair.partners for d in drafts} if all(d.measure == "share" for d in drafts) else set()
        for flow in scene.flows if len(shared) == 1 else ():
            # "북한의 대외무역에서 중국의 비중은 98%다": the text goes on with the two that it has been on.
            flow.part = flow.part or (flow.total and set(shared) == {context.pair.everyone})
        for flow in scene.flows:
            if flow.sense != "trade" and flow.pair.sender and flow.pair.receiver and flow.goods:
                self._keep(flow.goods, flow.pair, flow.sense)
        for draft in drafts:
            sense = draft.flow.sense if draft.flow is not None else context.sense
            if draft.subject is not None and draft.subject.own and draft.pair.sender and draft.pair.receiver and sense:
                self._keep(draft.subject.product, draft.pair, sense)
        for draft in drafts:
            if draft.measure == "trade_quantity" and draft.figure.kind == "count":
                self._counted = scene.sentence.block, reading.text[draft.figure.end - 1 : draft.figure.end]
        if drafts:
            balance = all(d.rules.get("measure") == A_BALANCE for d in drafts if d.figure.kind == "money")
            self._balanced = scene.sentence.block if balance and any(d.measure == "other" for d in drafts) else -1
        for draft in drafts:
            if draft.measure == "cap" and draft.subject is not None and draft.subject.product:
                self._capped = draft.figure.unit, draft.subject.product
        if drafts:
            made = [d for d in drafts if d.rules.get("measure") == MADE]
            only = made and not scene.flows and made[0].subject is not None
            self._made = (
                (scene.sentence.block, made[0].pair, made[0].subject.product) if only and made[0].subject else None
            )
        if self._opened is None and scene.sentence.kind not in {"title", "heading"}:
            first = next((d for d in drafts if d.flow is not None and not d.flow.compared and d.pair.everyone), None)
            self._opened = None if first is None or first.flow is None else (first.pair, first.flow.sense)
        if drafts and scene.flows:
            buyer = _sold_to(reading, scene)
            self._sold = None if buyer is None else (scene.sentence.block, buyer, scene.flows[0].sense)
        self.told += any(draft.flow is not None for draft in drafts)
        dated = [d.period for d in drafts if d.period is not None]
        self._then = (scene.sentence.block, dated[-1]) if dated else self._then
        months = [d.period for d in drafts if d.period is not None and d.period.is_month and d.timed and d.timed.when]
        told = sorted({(m.end.year, m.end.month): m for m in months}.items())
        if len(told) > 1 and 12 * (told[-1][0][0] - told[0][0][0]) + told[-1][0][1] - told[0][0][1] == len(told) - 1:
            self._run = len(told), Period(told[0][1].start, told[-1][1].end)
        whole = context.period
        if told_apart and whole is not None and months and all(whole.covers(m) and m != whole for m in months):
            self._aside = scene.sentence.block, whole
        if whole is not None and len(set(map(str, months))) >= _LIST and all(whole.covers(m) for m in months):
            self._whole = whole

    def note(self, measure: str, moved: Movement, block: int) -> None:
        """Keep what a percentage measured, for the list that goes on with it."""
        if measure in _BRACKETED:
            self._percent = measure, moved, block

    def made_before(self, scene: Scene) -> tuple[Pair, str | None] | None:
        """ "생산량은 451만t이다. 2021년의 469만t보다": where and of what the sentence before told what is made."""
        apart = scene.flows or any(g.good_id != "total" for g in scene.sentence.goods)
        return None if self._made is None or apart or scene.sentence.block != self._made[0] else self._made[1:]

    def also_sold(self, reading: Reading, scene: Scene, draft: Draft) -> Pair | None:
        """ "라오스는 태국에 전력을 수출했다. 중국은 3억 달러였다": another that sells to the same buyer."""
        party = next((p for p in reversed(scene.every_party) if p.end <= draft.figure.start), None)
        if self._sold is None or scene.flows or party is None or scene.sentence.cues_of("apiece"):
            return None
        topic = party.role == "subject" and not party.owner and party.code not in {GROUP, self._sold[1]}
        if self._sold[0] != scene.sentence.block or not topic or draft.figure.kind not in {"money", "quantity"}:
            return None
        at_once = _OF_TOPIC.fullmatch(reading.text, party.end, draft.figure.start) is not None
        ends = (party.code, self._sold[1]) if self._sold[2] == "export" else (self._sold[1], party.code)
        return Pair(*ends, ends) if at_once else None

    def to_the_same(self, sentence: Sentence, traded: Sequence[Flow], named: Sequence[Party]) -> None:
        """ "중국은 쿠바에 기계를 수출했다. 미국은 식품 3억 달러어치를 팔았다": to the same buyer."""
        if self._sold is None or self._sold[0] != sentence.block or len(traded) != 1:
            return
        flow, (_, away, sense) = traded[0], self._sold
        acts = [p for p in named if p.role == "subject" and not p.owner and p.code == flow.home]
        alone = len({p.code for p in named}) == 1 and flow.home not in {None, away}
        if flow.verb and flow.sense == sense and acts and alone and flow.home is not None:
            flow.pair, flow.reporter = pair_of(sense, flow.home, away), flow.home

    def limited(self, draft: Draft, found: Subject) -> Subject:
        """ "정제유를 50만 배럴로 제한한다. 러시아는 2만 배럴을 공급했다": so much of what is limited."""
        if self._capped is None or draft.figure.unit != self._capped[0] or found.product != TOTAL:
            return found
        return Subject(self._capped[1], "goods that are limited")

    def balance_before(self, reading: Reading, scene: Scene, figure: Figure) -> bool:
        """ "적자는 2억 달러다. 지난해의 5천만 달러와 비교하면": whether an amount is held against a balance."""
        if self._balanced != scene.sentence.block or scene.flows or figure.kind != "money":
            return False
        return _COMPARED.match(reading.text, skipped(reading.text, figure.end, scene.sentence.end)) is not None

    def counted_before(self, reading: Reading, scene: Scene, figure: Figure, earlier: Sequence[Draft]) -> bool:
        """ "수출이 5만9000대로 늘었다. 작년 같은 기간(2만2000대)보다": as many pieces of what was traded before."""
        if figure.kind != "count" or figure.noun is not None:
            return False
        word = reading.text[figure.end - 1]
        if earlier and earlier[-1].measure == "trade_quantity" and reading.text[earlier[-1].figure.end - 1] == word:
            # "마스크를 123만 장 들여갔는데, 이는 6월의 1만 장과 비교하면".
            return not word.isdecimal()
        return not scene.flows and self._counted == (scene.sentence.block, word) and not word.isdecimal()

    def shared(self, block: int) -> bool:
        """Whether the last percentages of a paragraph were shares."""
        return self._percent is not None and self._percent[0] == "share" and self._percent[2] == block

    def _keep(self, goods: str | None, pair: Pair, sense: str) -> None:
        for name in (goods or "").split("|"):
            if name and name != TOTAL:
                self._traded[name] = pair, sense

    def trade_in(self, goods: str | None) -> tuple[Pair, str] | None:
        """The ends and the sense of the trade that the text has told of in some goods."""
        for name in (goods or "").split("|"):
            if name in self._traded:
                return self._traded[name]
        return None

    def told_of(self, reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
        """ "품목별로는 비료가 1천200만 달러": where a sentence names no trade, that in its goods as told before."""
        if not self._traded:
            return None
        goods = [draft.subject.product if draft.subject is not None and draft.subject.own else None]
        goods += [reading.text[g.start : g.end] for g in scene.sentence.goods if g.end <= draft.figure.start]
        if not scene.flows and not (draft.subject is not None and draft.subject.own and self.trade_in(goods[0])):
            # "석유제품이 1천만 달러로 가장 많았고, 밀가루가": all of a list is of the trade told of some.
            goods += [reading.text[g.start : g.end] for g in scene.sentence.goods if g.end > draft.figure.start]
        known = next((known for name in goods if (known := self.trade_in(name)) is not None), None)
        if known is None or any(p.code and p.code not in known[0].everyone for p in scene.parties):
            return None
        context.pair, context.sense = known
        return known[0]

    def again(self, flow: Flow, home: str | None) -> None:
        """ "비료 수입량은": trade that names nobody, in goods whose trade between the two was told, is that one."""
        known = self.trade_in(flow.goods)
        if known is None or flow.stated or flow.sense == "trade":
            return
        if known[1] != flow.sense and home == (known[0].receiver if known[1] == "import" else known[0].sender):
            # "김치 수입 …, 김치 수출" by Korea's own books: the other way.
            return
        if set(known[0].everyone) == set(flow.pair.everyone):
            flow.pair = known[0]
            flow.reporter = flow.home

    def listed(self, reading: Reading, scene: Scene, figure: Figure) -> tuple[str, Movement] | None:
        """ "이어 캐나다(58%), 그리스(52.8%) 순이었다": a list goes on with what the percentages before it said."""
        if self._percent is None or figure.unit != "percent" or scene.sentence.block > self._percent[2] + 1:
            return None
        if RATE.search(reading.text, scene.sentence.start, figure.start) is not None:
            return None
        place = opening(reading.text, scene.sentence.start, figure.start)
        if place is not None:
            return self._percent[:2] if reading.text[place - 1].isalpha() else None
        before = next((f for f in reversed(scene.sentence.figures) if f.end <= figure.start), None)
        if before is not None and before.unit == "percent":
            return self._percent[:2] if _NEXT.fullmatch(reading.text, before.end, figure.start) else None
        if self._percent[0] != "share" or scene.sentence.block != self._percent[2] or scene.sentence.cues_of("change"):
            return None
        # "희토류 자석은 0.9%에 그쳤다": what shares were told of before goes on.
        return self._percent[:2] if _STANDS.fullmatch(reading.text, scene.sentence.start, figure.start) else None


def _sold_to(reading: Reading, scene: Scene) -> str | None:
    """ "라오스는 태국에 전력을 수출했다": to whom the topic of a sentence on nothing else sold, or from whom it bought.

    A seller that the sentence names may be what the next one is about.
    """
    flow = scene.flows[0]
    if any(f.verb for f in scene.flows[1:]) or not flow.verb or flow.sense == "trade" or flow.home is None:
        return None
    if flow.sense == "import" and any(p.code == flow.away for p in scene.parties):
        return None
    seller = (p for p in scene.parties if p.code == flow.home and p.role == "subject" and not p.owner)
    return flow.away if any(reading.text.startswith(("은 ", "는 "), p.end) for p in seller) else None


def _is_whole(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence names no time of its own and is of all of the year."""
    timed = [t for t in sentence.times if t.form not in {"ago_years", "yoy"}]
    return not timed and _OF_ALL.search(reading.text, sentence.start, sentence.end) is not None
