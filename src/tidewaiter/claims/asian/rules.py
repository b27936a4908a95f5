"""Korean and Chinese: the answers of their rooms, put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tidewaiter.claims.asian import (
    answers,
    averages,
    balances,
    bounds,
    chinese_topics,
    clauses,
    ends,
    flow_choice,
    flows,
    home,
    korean_flows,
    measures,
    parties,
    shares,
    speakers,
    subjects,
    timing,
    whens,
    zeros,
)
from tidewaiter.claims.asian.memory import Memory
from tidewaiter.claims.asian.movement import movement
from tidewaiter.claims.asian.sums import Sums
from tidewaiter.claims.asian.told_goods import ToldGoods
from tidewaiter.claims.comparison import name_of
from tidewaiter.claims.context import Context, Pair
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.periods import DAY_FORMS
from tidewaiter.claims.reading import Reading, Sentence
from tidewaiter.claims.rules import Rules
from tidewaiter.claims.scene import (
    TOTAL,
    TRADE_MEASURES,
    Draft,
    Flow,
    Movement,
    Party,
    Scene,
    Speaker,
    Subject,
    Timed,
    pair_of,
)
from tidewaiter.period import Period

#: What goes on with the time of the paragraph before.
_MEANWHILE = ("同时", "同時", "与此同时", "與此同時", "同期")
#: So many sentences of its month make a text one about that, which says by the way what the year has come to: in so few
#: paragraphs.
_OF_ITS_MONTH, _BY_THE_WAY = 3, 2
_GOES_ON = re.compile(
    r"이어 |다음으로 |이는 |이로써 |이 ?중 |이 ?가운데 |이에 |이 같은 |이러한 |그 ?중 |여기에 |특히 |반면 |한편 "
)
_THE_SAME = re.compile(r"(?:이|같은|동|해당) ?기간|동기간|누적|누계")
#: Forms of a time that another is held against, and days of the news: they say nothing of where a text is.
_HELD_AGAINST = frozenset({"ago_years", "ago_month", "ago_same", "base_month_year", "yoy", "mom", "qoq", *DAY_FORMS})
#: "300억 달러로 늘리는 방향으로": what trade is only meant to come to.
_AIMED_AT = re.compile(
    r"(?: ?\([^()]{1,24}\))?(?:으로|로|까지) (?:[가-힣]{1,4} ){0,2}?"
    r"(?:(?:늘리|확대하|높이|끌어올리|증대하|키우)(?:[는기겠려]|고자)|(?:늘릴|확대할|높일|끌어올릴|증대할|키울) )"
)
_EACH_YEAR = re.compile(r"한 ?해(?: ?동안)? |연간|매년|해마다|1년에")
_FROM_A_YEAR_BEFORE = frozenset({"yoy", "ytd_yoy"})
_BY_GOODS = re.compile(
    r"另?外?[，,]?(?:从|從|按|分|就)(?:照)?(?:商品|品种|品種|种类|種類|品类|品類|产品|產品|货品|貨品)(?:类别|類別)?(?:来|來)?[看分讲講说說]"
)
#: "公布9月海關進出口統計": the book of a country's trade with everybody.
_BOOK_OF_ALL = re.compile(
    r"(?:[进進]出口|外[贸貿]|(?:[对對]外|[国國][际際])[贸貿]易)(?:[贸貿]易)?(?:初步|快[报報]|月度)?(?:[统統][计計]|[数數][据據]|概[况況]|[数數]字)"
)


def _moves(scene: Scene, figure: Figure) -> bool:
    """Whether a list is of changes: a word of change before it, and none of shares in the sentence."""
    return any(c.end <= figure.start for c in scene.sentence.cues_of("change")) and not scene.sentence.cues_of("share")


#: What heads a part of an outline.
_PART = re.compile(r"[([](?:주요 ?)?(?:수입|수출|수출입|교역)(?: ?(?:품목|상품|품))?[)\]] ")
#: What a partner's part in trade is called.
_AWAY = frozenset({"to", "from", "toward"})
#: The whole of something, in percent.
_WHOLE = 100
#: How many sentences about nothing else make a text one about its only goods.
_ALL_ALONG = 3
#: "增长53.2%（同比，下同）": all that follows is from a year before.
_FROM_YEAR = re.compile("同比|按年|(?:去年|上年)同[期月]")
_MONTHLY = re.compile(
    r"环比|按月|月[增减]|(?:比|较|从|由|自|与)[^，。；]{0,3}(?:上|前|这)?(?:一?个)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})?月(?!同)|前(?:一个)?月|逐月|连续[^，。；]{1,4}个月|周"
)
_YEARLY = re.compile(r"同比[，,、]?下同|以下均?为同比|이하 전년 ?동[기월] ?대비")


class AsianRules(Rules):
    """The rules of Korean and Chinese."""

    def __init__(self, reading: Reading, context: Context) -> None:
        super().__init__(reading, context)
        #: Whose trade the text first spoke of: a new paragraph that names nobody comes back to it.
        self._lead: Flow | None = None
        self._opened = False
        #: Whether that was said in a headline.
        self._above = False
        self._memory = Memory()
        self._sums = Sums()
        #: The goods that the paragraph has named, one after another.
        self._goods: set[str] = set()
        #: All the goods that the text has named, and the partners of its trade.
        self._told = ToldGoods()
        self._partners: set[str] = set()
        #: The goods of the heading over a part of a Chinese text.
        self._section: str | None = None
        #: The partner whom the line before named for what it tells.
        self._label: str | None = None
        #: The ends of the trade above such lines.
        self._unlabelled: Pair | None = None
        #: The month that the text last spoke of.
        self._month: Period | None = None
        #: How many sentences have told of the time that the text began with, and in which paragraph the last one.
        self._of_topic = 0
        self._topic_block = -1
        #: What that month was last held against.
        self._month_held: tuple[str, Period | None] = ("none", None)
        #: Chinese says of a change from the month before that it is one: a text without such changes has yearly ones.
        self._never_monthly = reading.language == "zh" and _MONTHLY.search(reading.lexicon.plain(reading.text)) is None
        self._tells_years = reading.language == "zh" and _FROM_YEAR.search(reading.text) is not None
        #: Where the text says that all its changes are from a year before.
        self._all_yearly = _YEARLY.search(reading.text)
        context.home = home.home(reading)
        if reading.language == "ko" and context.paired:
            context.paired = parties.trade_together(reading, context.focus, context.opposite)
        self._ours = home.ours(reading)

    def scene(self, sentence: Sentence) -> Scene:
        """The sentence with its countries, flows and times; it is one clause, but for what stands in brackets."""
        reading, context = self.reading, self.context
        self._memory.turn_back(sentence, context)
        if reading.language == "zh":
            self._turn_to_goods(sentence)
            self._turn_to_partner(sentence)
            if context.comparison == "mom" and not self.reading.text.startswith("其中", sentence.start):
                # Chinese says of each change from the month before that it is one, but for parts of one told.
                context.comparison, context.base = "none", None
        if reading.language == "ko":
            self._memory.new_section(reading, sentence, context)
        if sentence.block != context.product_block:
            self._goods.clear()
        if context.product is not None:
            self._goods.add(context.product)
        if len(self._goods) > 1 and sentence.cues_of("apiece"):
            # After goods in turn come partners in turn: theirs is the whole again.
            context.product = (self._lead.goods if self._lead is not None else None) or TOTAL
        if context.left is not None and reading.text.startswith(_MEANWHILE, sentence.start):
            # "同时，…": of the time just spoken of.
            context.period = context.left
        if reading.language == "ko":
            self._new_part(sentence)
            self._back_to_month(sentence)
        if context.period is not None and context.period.is_month:
            self._month = context.period
        lead = self._lead
        if lead is not None and lead.home and lead.away is None and _BY_GOODS.match(reading.text, sentence.start):
            # "按种类来看，…": behind the partners comes the whole trade again.
            context.pair, context.sense = pair_of(lead.sense, lead.home), lead.sense
        if context.compared_period is not None and context.compared_period == self._month:
            self._month_held = context.comparison, context.base
        sentence.figures = bounds.bounded(reading, averages.averages(reading, sentence.figures), sentence.end)
        of_two = context.sense != "trade" and bool(context.pair.sender and context.pair.receiver)
        named = parties.parties(reading, sentence, context.home, context.subject, self._ours, of_two=of_two)
        found = clauses.clauses(reading, sentence)
        traded = flows.find(reading, sentence, named, found, context, self._lead, turns=len(self._partners) > 1)
        if reading.language == "ko":
            korean_flows.go_on(reading, sentence, traded, self._memory, context, self._told.only() or context.product)
        if sentence.kind not in {"title", "heading"} and reading.language != "ko":
            self._told.open(traded)
        own = self._lead.home if self._lead is not None and reading.language == "ko" else None
        self._partners.update(f.away for f in traded if f.away and f.stated and own in {None, f.home})
        self._open(sentence, named, traded)
        self._follow(sentence, named, traded)
        placed = whens.whens(reading, sentence, found, context)
        told = context.comparison in _FROM_A_YEAR_BEFORE or any(w.form == "yoy" for w in placed)
        context.yearly = told or ((self._never_monthly or self._tells_years) and not sentence.cues_of("per"))
        return Scene(sentence, [p for p in named if p.code], found, traded, placed, named)

    def _turn_to_goods(self, sentence: Sentence) -> None:
        """A heading, or a sentence without figures, says in what goods the trade behind it is."""
        context = self.context
        headed = chinese_topics.heading(self.reading, sentence)
        if headed is not None:
            self._section = headed or None
            return
        turned = chinese_topics.leading(self.reading, sentence) or chinese_topics.turned_to(self.reading, sentence)
        if turned is None and sentence.block != context.product_block:
            turned = self._section
        if turned is not None:
            context.product, context.product_block = turned, sentence.block

    def _new_part(self, sentence: Sentence) -> None:
        """Under the next head of an outline ("- (수입) 쌀 …") the text is back at the time that it is on."""
        context = self.context
        topic, period = context.topic, context.period
        if topic is None or period is None or topic == period or not topic.covers(period):
            return
        headed = sentence.kind == "item" and _PART.match(self.reading.text, sentence.start) is not None
        if headed and not sentence.times:
            context.period = context.compared_period = topic

    def _turn_to_partner(self, sentence: Sentence) -> None:
        """ "印度：从12万吨降到2万吨": a line that names its partner goes on with the trade of the lines above it."""
        context, text = self.context, self.reading.text
        first = next((m for m in sentence.countries if m.start == sentence.start and m.alpha3), None)
        if first is None or first.alpha3 is None or not text.startswith(("：", ":"), first.end):
            if self._label is not None and self._unlabelled is not None and sentence.kind != "item":
                context.pair, self._label = self._unlabelled, None
            return
        if self._label is None:
            self._unlabelled = context.pair
        ends, code = (context.pair.sender, context.pair.receiver), first.alpha3
        if self._label is not None and self._label in ends and code not in ends:
            sender, receiver = (code if end == self._label else end for end in ends)
            context.pair = Pair(sender, receiver)
        elif context.sense in {"import", "export"} and code not in ends and ends.count(None) == 1:
            context.pair = Pair(ends[0] or code, ends[1] or code)
        self._label = code

    def _back_to_month(self, sentence: Sentence) -> None:
        """After the paragraph on the year so far a text that began with its month is back at that, told by goods."""
        context = self.context
        topic, period = context.topic, context.period
        if sentence.block == context.block or topic is None or period is None or topic == period:
            return
        if not topic.is_month or period.start is None or period.start.month != 1 or period.end != topic.end:
            return
        if self._of_topic < _OF_ITS_MONTH or sentence.block - self._topic_block > _BY_THE_WAY:
            return
        text = self.reading.text
        if any(time.form not in _HELD_AGAINST for time in sentence.times) or _GOES_ON.match(text, sentence.start):
            return
        if _THE_SAME.search(text, sentence.start, sentence.end) or sentence.cues_of("apiece"):
            return
        context.period = context.compared_period = topic
        context.comparison, context.base = self._month_held
        context.comparison_block = sentence.block

    def _open(self, sentence: Sentence, named: Sequence[Party], traded: Sequence[Flow]) -> None:
        """A text that opens with a country's balance with everybody is about all of its trade, whatever its title."""
        above = sentence.block == 0 and self.reading.text[sentence.end - 1] not in "。！？"
        if self._opened or above or sentence.kind in {"title", "heading"} or not traded:
            return
        self._opened = True
        codes = {p.code for p in named}
        of_all = self.reading.language == "ko" or _BOOK_OF_ALL.search(self.reading.text, sentence.start, sentence.end)
        if not codes and of_all and self.context.home:
            codes = {self.context.home}
        if len(codes) != 1 or parties.GROUP in codes or not any(f.balance for f in traded):
            return
        (own,) = codes
        for flow in traded:
            flow.pair = Pair(partners=(own,)) if flow.sense == "trade" else pair_of(flow.sense, own)
        self._lead = next((f for f in traded if f.sense != "trade"), None)

    def _follow(self, sentence: Sentence, parties_: Sequence[Party], traded: Sequence[Flow]) -> None:
        """The first trade told leads the text; one of a headline that names no partner gives way to the body's."""
        above = sentence.kind in {"title", "heading"}
        found = next((f for f in traded if self._leads(f)), None)
        if self._lead is not None and self.reading.language == "ko" and not sentence.figures:
            # What the body says without a figure leads nothing that its headline does not.
            return
        if self._lead is None:
            # A Korean body that gives no figure yet only leads up to what it tells, as a headline does.
            self._lead = found
            self._above = above or (self.reading.language == "ko" and not sentence.figures)
        elif self._above and not above and found is not None and self._acts(found, parties_):
            named = found.away and not self._lead.away and found.home == self._lead.home
            self._lead, self._above = (found if named else self._lead), False

    def _acts(self, flow: Flow, named: Sequence[Party]) -> bool:
        """Whether the body says itself whose trade it tells: in Korean by a particle ("북한이 중국에서 수입한")."""
        if self.reading.language != "ko":
            return True
        ends = [p.end for p in named if p.code == flow.home]
        return any(self.reading.text.startswith(("이 ", "가 ", "은 ", "는 ", "의 "), end) for end in ends)

    def _leads(self, flow: Flow) -> bool:
        if flow.sense == "trade" or flow.compared:
            return False
        told = self.context.sense == "trade" and self.context.pair.everyone == (flow.home,)
        if flow.home and flow.pair.everyone == (flow.home,) and (self.reading.language == "ko" or told):
            # "아프간의 교역은 98억 달러, 이 가운데 수출은 14억 달러": with everybody.
            return True
        return bool((flow.stated and flow.reporter) or (flow.home and flow.home == self.context.home))

    def answer(self, scene: Scene, drafts: list[Draft]) -> None:
        """Lists that answer one another, and their goods one by one."""
        home = self.context.home or (self._lead.home if self._lead is not None else None)
        if home is None and self.context.sense == "trade" and len(self.context.pair.everyone) == 1:
            home = self.context.pair.everyone[0]
        answers.pair_off(self.reading, scene, drafts, home)
        if scene.flows:
            self.context.grouped = scene.flows[-1].reporter == parties.GROUP
        if any(draft.period is not None and draft.period == self.context.topic for draft in drafts):
            self._of_topic, self._topic_block = self._of_topic + 1, scene.sentence.block
        if self.reading.language == "ko" and drafts and not any(d.measure in TRADE_MEASURES for d in drafts):
            self._set_time(scene)
        if self.reading.language == "ko":
            balances.balance_all(self.reading, scene, drafts)
            apart = self.reading.text.startswith("특히 ", scene.sentence.start)
            self._memory.learn(self.reading, scene, drafts, self.context, told_apart=apart)
            self._told.begin(self.reading, scene, drafts)
            self._sums.learn(scene, drafts)

    def _set_time(self, scene: Scene) -> None:
        """ "지난해 1~8월 148차례 밀수했다. 이 기간 …": what trades nothing sets the time of its paragraph, too."""
        told = [w for w in scene.whens if w.role in {"when", "until", "as_of"} and w.form not in DAY_FORMS]
        own = [w.period for w in told if w.period is not None and w.period.start is not None]
        if own:
            self.context.hint, self.context.hint_block = own[-1], scene.sentence.block

    def speaker(self, scene: Scene) -> Speaker | None:
        """Whom the sentence names as saying it."""
        return speakers.speaker(self.reading, scene.sentence)

    def zeros(self, sentence: Sentence) -> list[Figure]:
        """ "수입은 없었다", "没有进口"."""
        return zeros.zeros(self.reading, sentence)

    def movement(self, scene: Scene, figure: Figure) -> Movement:
        """How a figure moves, from the words next to it."""
        moved = movement(self.reading, scene.sentence, figure)
        if moved.relation == "none":
            listed = self._memory.listed(self.reading, scene, figure)
            ranked = shares.is_ranked(self.reading, scene.sentence, figure)
            if listed is not None and listed[0] == "change" and not scene.sentence.cues_of("share") and not ranked:
                return listed[1]
        return moved

    def flow_of(self, scene: Scene, figure: Figure, moved: Movement) -> Flow | None:
        """Korean: the verb behind the figure, else the noun before it. Chinese: what stands before it."""
        if (
            self.reading.language == "zh"
            and self.context.sense == "trade"
            and flow_choice.is_before(self.reading, scene, figure)
        ):
            # "越南以1232万美元居次，主要出口煤油": of the trade spoken of, not of what is said by the way.
            return None
        return flow_choice.flow_of(self.reading, scene, figure)

    def measure(
        self, scene: Scene, figure: Figure, moved: Movement, flow: Flow | None, earlier: list[Draft]
    ) -> tuple[str, str]:
        """(measure, rule) of a figure."""
        if moved.relation == "none":
            listed = self._memory.listed(self.reading, scene, figure)
            level = self.reading.text.startswith((" 수준", "수준"), figure.end)
            if listed is not None and listed[0] == "share" and not level and not _moves(scene, figure):
                return "share", "a list of shares goes on"
        if figure.unit == "percent" and moved.relation != "by" and self.reading.language == "ko":
            told = scene.sentence.cues_of("share") or self._memory.shared(scene.sentence.block)
            if told and shares.moves_by_points(self.reading, scene.sentence, figure):
                self._memory.note("share", moved, scene.sentence.block)
                return "share", "a part of a whole"
        goes_on = self.reading.language == "ko" and figure.kind == "quantity" and moved.relation != "by"
        if goes_on and self._memory.made_before(scene) is not None:
            return "other", measures.MADE
        if self.reading.language == "ko" and self._memory.counted_before(self.reading, scene, figure):
            return "trade_quantity", "goods counted in trade"
        if self.reading.language == "ko" and self._memory.balance_before(self.reading, scene, figure):
            return "other", balances.A_BALANCE
        again = balances.again(self.reading, scene, figure, earlier)
        if again is not None:
            return again
        found = measures.measure(self.reading, scene, figure, moved, flow, in_trade=self.context.sense is not None)
        if found[0] == "share" and figure.unit == "percent" and figure.value > _WHOLE:
            found = "ratio", "more than a whole is no share"
        if figure.unit == "percent":
            self._memory.note(found[0], moved, scene.sentence.block)
        return found

    def subject(self, scene: Scene, draft: Draft, earlier: list[Draft]) -> Subject:
        """The goods, or whatever else, that a figure is about."""
        paid = measures.paid_as(self.reading, scene, draft.figure)
        if paid is not None:
            return Subject(paid, measures.NO_TRADE, own=True)
        if self.reading.language == "ko" and (summed := self._sums.goods(self.reading, scene, draft, earlier)):
            return Subject(summed, "several goods together")
        made = self._memory.made_before(scene) if self.reading.language == "ko" and draft.flow is None else None
        if made is not None and draft.measure in {"other", "change", "ratio"}:
            return Subject(made[1], measures.MADE)
        found = subjects.subject(
            self.reading,
            scene,
            draft,
            earlier,
            self.context,
            self._lead,
            self._goods_of_all(),
            throughout=self._memory.told >= _ALL_ALONG or self._memory.by_partner,
            by_partner=self._memory.by_partner,
            theme=self._told.theme,
            of_all=self._told.of_all or self._memory.told < _ALL_ALONG,
        )
        if self.reading.language == "ko":
            found = self._memory.limited(draft, found)
            flow = draft.flow
            away = flow is not None and any(p.role in _AWAY and p.end <= flow.start for p in scene.every_party)
            if flow is not None and found.product == TOTAL and flow.stated and flow.goods is None and away:
                goods = self._told.by_partner(flow)
                found = found if goods is None else Subject(goods, "goods of the text, by partners")
        elif (
            chinese_topics.points_back(self.reading, scene.sentence, found.product) and self.context.product is not None
        ):
            # "该类粮食", "这种谷物": what was spoken of.
            found = replace(found, product=self.context.product)
        if found.own or (draft.flow is not None and draft.flow.goods):
            self._told.name(found.product)
        return found

    def _goods_of_all(self) -> str | None:
        """The only goods of the text, or those that it began with where it goes through their partners."""
        return (self._told.began if self._memory.by_partner else None) or self._told.only()

    def pair(self, scene: Scene, draft: Draft, last: Draft | None) -> tuple[Pair, str]:
        """(the two ends, rule) of a figure."""
        if draft.subject is not None and draft.subject.rule == measures.MADE:
            made = self._memory.made_before(scene)
            if made is not None:
                return made[0], "the figure before"
        return ends.pair(self.reading, scene, draft, last, self.context, self._lead, self._memory)

    def own_time(self, scene: Scene, draft: Draft) -> Timed | None:
        """The period that the sentence itself gives a figure."""
        own = timing.time_of(self.reading, scene, draft.figure, self.context)
        period = self.context.period if own is None else own.period
        if self._all_yearly is not None and self._all_yearly.start() < draft.figure.end + 8 and period is not None:
            context, base = self.context, period.back_years(1)
            context.comparison, context.base, context.compared_period = name_of(period, base), base, period
            context.comparison_block = scene.sentence.block
        if own is None and self._month is not None and timing.of_month(self.reading, scene, draft.figure):
            # The text is back at its month, and goes on with it.
            self.context.period = self._month
            return Timed(self._month, "the month spoken of before")
        carried = self.context.period
        if own is None and self._month is not None and carried is not None and carried.start is not None:
            summed = carried.start.month == 1 and carried.end == self._month.end and carried != self._month
            if summed and timing.sums_up(scene, draft.figure, self.reading):
                self.context.period = self.context.compared_period = self._month
                self.context.comparison, self.context.base = self._month_held
                self.context.comparison_block = scene.sentence.block
                return Timed(self._month, "the month, before its year so far")
        if own is None and draft.rules.get("measure") == balances.A_BALANCE and draft.flow is None:
            return Timed(self.context.period, "the time of the sentence before")
        if own is not None and own.when is not None and own.when.form == "years" and own.period is not None:
            ends, relation = own.period, draft.moved.relation
            if ends.start is not None and relation in {"from", "to"}:
                # "2000至2023年，贸易由1000亿元增长至1.98万亿元": the first year, and the last.
                year = ends.start.year if relation == "from" else ends.end.year
                return Timed(Period.year(year), "an end of the years", own.when)
        together = self._memory.months_together(self.reading, scene, draft) if own is None else None
        if together is not None:
            self.context.period = together
            return Timed(together, "the months told one by one")
        if own is None and measures.paid(self.reading, scene, draft.figure) is not None:
            return Timed(None, "no time given")
        if own is None and self.reading.language == "ko" and _AIMED_AT.match(self.reading.text, draft.figure.end):
            return Timed(None, "an aim without a time")
        if (
            own is None
            and draft.measure == "cap"
            and _EACH_YEAR.search(self.reading.text, scene.sentence.start, scene.sentence.end) is not None
        ):
            return Timed(None, "no time given")
        if draft.measure == "cap" and any(w.role == "void" and w.end <= draft.figure.start for w in scene.whens):
            # "2017年的决议将每年的进口限定在50万桶": for every year.
            return Timed(None, "no time given")
        return own
