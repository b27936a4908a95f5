"""Korean and Chinese: the answers of their rooms, put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tidewaiter.claims.asian import answers, clauses, speakers, zeros
from tidewaiter.claims.asian.flows import flow_choice, flows, korean_flows
from tidewaiter.claims.asian.flows.memory import Memory
from tidewaiter.claims.asian.goods import chinese_topics, subjects, told_goods
from tidewaiter.claims.asian.goods.asked_goods import ToldOfText, asked_goods
from tidewaiter.claims.asian.measures import averages, balances, bounds, measures, paces, prices, ranked_shares, shares
from tidewaiter.claims.asian.measures.carriers import named as carriers_named
from tidewaiter.claims.asian.measures.made import MADE
from tidewaiter.claims.asian.measures.movement import movement
from tidewaiter.claims.asian.measures.proportions import in_proportion
from tidewaiter.claims.asian.measures.sums import Sums
from tidewaiter.claims.asian.outline import Outline
from tidewaiter.claims.asian.parties import ends, partners
from tidewaiter.claims.asian.parties.former_latter import FormerLatter
from tidewaiter.claims.asian.roles import home, listed_partners, parties, together
from tidewaiter.claims.asian.roles.lead import Lead
from tidewaiter.claims.asian.times import own_times, timing, whens
from tidewaiter.claims.asian.times.paragraph_time import ParagraphTime, RunOfMonths, is_told_apart, set_time
from tidewaiter.claims.asian.times.prices_asked import PricesAsked
from tidewaiter.claims.asian.times.spoken_month import SpokenMonth
from tidewaiter.claims.asian.times.untimed import untimed
from tidewaiter.claims.asian.times.yearly import Yearly
from tidewaiter.claims.changes import listed_units
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import TOTAL, TRADE_MEASURES, Draft, Flow, Movement, Scene, Speaker, Subject, Timed
from tidewaiter.claims.rules import Rules

#: What goes on with the time of the paragraph before.
_MEANWHILE = ("同时", "同時", "与此同时", "與此同時", "同期")
#: What a partner's part in trade is called.
_AWAY = frozenset({"to", "from", "toward"})
#: The whole of something, in percent.
_WHOLE = 100
#: How many sentences about nothing else make a text one about its only goods.
_ALL_ALONG = 3


def _moves(scene: Scene, figure: Figure) -> bool:
    """Whether a list is of changes: a word of change before it, and none of shares in the sentence."""
    return any(c.end <= figure.start for c in scene.sentence.cues_of("change")) and not scene.sentence.cues_of("share")


class AsianRules(Rules):
    """The rules of Korean and Chinese."""

    def __init__(self, reading: Reading, context: Context) -> None:
        super().__init__(reading, context)
        self._lead = Lead(reading, context)
        self._memory = Memory()
        self._sums, self._two, self._prices = Sums(), FormerLatter(), PricesAsked()
        self._paragraph, self._run = ParagraphTime(), RunOfMonths()
        #: The goods that the paragraph has named one after another, and all of the text; the partners of its trade.
        self._goods: set[str] = set()
        self._told = told_goods.ToldGoods()
        self._partners: set[str] = set()
        self._outline = Outline(reading, context)
        self._month = SpokenMonth(reading, context)
        self._yearly = Yearly(reading, context)
        context.home = home.home(reading)
        if reading.language == "ko":
            together.part(reading, context)
        self._ours = home.ours(reading)
        context.many = reading.language == "zh" and (
            any(map(listed_partners.goes_through, reading.sentences)) or listed_partners.ranks(reading)
        )

    def completed(self, sentence: Sentence, before: Sequence[Figure]) -> Sequence[Figure]:
        """The figures of a sentence: those of a list with the scale and the unit that one of them writes."""
        figures = listed_units.listed(self.reading.text, sentence.figures)
        found = listed_units.itemised(self.reading.text, figures, before)
        return (prices.priced_on if self.reading.language == "zh" else paces.paced)(sentence, found, before)

    def scene(self, sentence: Sentence) -> Scene:
        """The sentence with its countries, flows and times; it is one clause, but for what stands in brackets."""
        reading, context = self.reading, self.context
        self._memory.turn_back(reading, sentence, context)
        self._paragraph.go_on(sentence, context)
        self._run.go_on(reading, sentence, context)
        if reading.language == "zh":
            self._outline.turn_to_goods(sentence)
            self._outline.turn_to_partner(sentence)
            if context.comparison == "mom" and not self.reading.text.startswith("其中", sentence.start):
                # Chinese says of each change from the month before that it is one, but for parts of one told.
                context.comparison, context.base = "none", None
        if reading.language == "ko":
            self._memory.new_section(reading, sentence, context)
        if sentence.block != context.product_block and not (reading.language == "ko" and sentence.cues_of("apiece")):
            self._goods.clear()
        if context.product is not None:
            self._goods.add(context.product)
        if len(self._goods) > 1 and sentence.cues_of("apiece"):
            # After goods in turn come partners in turn: theirs is the whole again.
            context.product = (self._lead.flow.goods if self._lead.flow is not None else None) or TOTAL
        if context.left is not None and reading.text.startswith(_MEANWHILE, sentence.start):
            # "同时，…": of the time just spoken of.
            context.period = context.left
        if reading.language == "ko":
            self._outline.new_part(sentence)
            self._month.back_to_topic(sentence)
            self._lead.at_home(sentence)
        self._month.note()
        self._lead.come_back(sentence)
        sentence.figures = bounds.bounded(reading, averages.averages(reading, sentence.figures), sentence.end)
        if reading.language == "ko":
            sentence.figures = carriers_named(reading, sentence, self._prices.weighed(reading, sentence))
        of_two = context.sense != "trade" and bool(context.pair.sender and context.pair.receiver)
        named = parties.parties(reading, sentence, context.home, context.subject, self._ours, of_two=of_two)
        found = clauses.clauses(reading, sentence)
        traded = flows.find(
            reading, sentence, named, found, context, self._lead.flow, turns=len(self._partners - {self._lead.home}) > 1
        )
        if reading.language == "ko":
            these = self._told.these or self._told.only() or context.product
            korean_flows.go_on(reading, sentence, traded, self._memory, context, these)
            self._memory.to_the_same(sentence, traded, [p for p in named if p.code])
        if sentence.kind not in {"title", "heading"} and reading.language != "ko":
            self._told.open(traded)
        own = self._lead.home if reading.language == "ko" else None
        self._partners.update(f.away for f in traded if f.away and f.stated and own in {None, f.home})
        self._partners.update(p.code for p in named if not p.code and p.role in _AWAY and own is None)
        self._lead.open(sentence, named, traded)
        self._lead.follow(sentence, named, traded)
        self._lead.keep_book(sentence, traded)
        placed = whens.whens(reading, sentence, found, context)
        context.yearly = self._yearly.tells(sentence, placed)
        return Scene(sentence, [p for p in named if p.code], found, traded, placed, named)

    def answer(self, scene: Scene, drafts: list[Draft]) -> None:
        """Lists that answer one another, and their goods one by one."""
        home = self.context.home or self._lead.home
        if home is None and self.context.sense == "trade" and len(self.context.pair.everyone) == 1:
            home = self.context.pair.everyone[0]
        answers.pair_off(self.reading, scene, drafts, home, self._told if self.reading.language == "ko" else None)
        self.context.grouped = scene.flows[-1].reporter == parties.GROUP if scene.flows else self.context.grouped
        self._month.count(scene, drafts)
        self._run.learn(scene)
        if self.reading.language != "ko":
            self._told.keep_last(drafts)
            self._two.answer(self.reading, drafts)
            return
        if (drafts or not scene.flows) and not any(d.measure in TRADE_MEASURES for d in drafts):
            set_time(self.reading, scene, self.context)
        balances.balance_all(self.reading, scene, drafts)
        apart = is_told_apart(self.reading, scene.sentence)
        self._memory.learn(self.reading, scene, drafts, self.context, told_apart=apart)
        self._told.begin(self.reading, scene, drafts)
        self._sums.learn(scene, drafts)
        self._prices.learn(scene, drafts)
        self._paragraph.learn(scene, drafts)

    def speaker(self, scene: Scene) -> Speaker | None:
        """Whom the sentence names as saying it."""
        return speakers.speaker(self.reading, scene.sentence)

    def zeros(self, sentence: Sentence) -> list[Figure]:
        """ "수입은 없었다", "没有进口"."""
        return zeros.zeros(self.reading, sentence, in_trade=self.context.sense is not None)

    def movement(self, scene: Scene, figure: Figure) -> Movement:
        """How a figure moves, from the words next to it."""
        if in_proportion(self.reading, scene.sentence, figure):
            return Movement()
        moved = movement(self.reading, scene.sentence, figure)
        if whens.is_of_that_time(scene, figure, moved):
            return Movement()
        if moved.relation == "none":
            listed = self._memory.listed(self.reading, scene, figure)
            ranked = ranked_shares.is_ranked(self.reading, scene.sentence, figure)
            if listed is not None and listed[0] == "change" and not scene.sentence.cues_of("share") and not ranked:
                return listed[1]
        return moved

    def flow_of(self, scene: Scene, figure: Figure, moved: Movement) -> Flow | None:
        """Korean: the verb behind the figure, else the noun before it. Chinese: what stands before it."""
        if self.reading.language == "zh" and flow_choice.is_before(self.reading, scene, figure):
            told = self.context.sense in {"import", "export"} and partners.in_place(self.reading, scene, figure)
            if told or self.context.sense == "trade":
                # "越南以1232万美元居次，主要出口煤油": of the trade spoken of, not of what is said by the way.
                return None
        return flow_choice.flow_of(self.reading, scene, figure)

    def measure(
        self, scene: Scene, figure: Figure, moved: Movement, flow: Flow | None, earlier: list[Draft]
    ) -> tuple[str, str]:
        """(measure, rule) of a figure."""
        if in_proportion(self.reading, scene.sentence, figure):
            return "share", "parts in proportion"
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
            return "other", MADE
        if self.reading.language == "ko" and self._memory.counted_before(self.reading, scene, figure, earlier):
            return "trade_quantity", "goods counted in trade"
        if self.reading.language == "ko" and self._memory.balance_before(self.reading, scene, figure):
            return "other", balances.A_BALANCE
        if self.reading.language == "ko" and moved.relation != "by" and self._prices.goes_on(scene, figure, earlier):
            return "price", "a price goes on"
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
        paid = prices.paid_as(self.reading, scene, draft.figure)
        if paid is not None:
            return Subject(paid, prices.NO_TRADE, own=True)
        if self.reading.language == "ko" and (summed := self._sums.goods(self.reading, scene, draft, earlier)):
            return Subject(summed, "several goods together")
        made = self._memory.made_before(scene) if self.reading.language == "ko" and draft.flow is None else None
        if made is not None and draft.measure in {"other", "change", "ratio"}:
            return Subject(made[1], MADE)
        text = ToldOfText(
            self._goods_of_all(draft.flow),
            throughout=self._memory.told >= _ALL_ALONG or self._memory.by_partner,
            by_partner=self._memory.by_partner,
            theme=self._told.theme_of(draft.flow),
            all_but=self._told.all_but_of(draft.flow),
            of_all=self._told.of_all or self._memory.told < _ALL_ALONG,
            whole_block=self._told.whole_block,
        )
        asked = asked_goods(self.reading, scene, draft, earlier, self.context, self._lead.flow, text)
        found = subjects.subject(asked)
        if self.reading.language == "ko":
            found = self._memory.limited(draft, found)
            found = self._prices.goods(scene, draft, found, earlier)
            flow = draft.flow
            away = flow is not None and any(p.role in _AWAY and p.end <= flow.start for p in scene.every_party)
            if flow is not None and found.product == TOTAL and flow.stated and flow.goods is None and away:
                goods = self._told.by_partner(flow)
                found = found if goods is None else Subject(goods, "goods of the text, by partners")
        elif chinese_topics.points_back(self.reading, scene.sentence, found.product, draft.figure):
            these = self._told.last if found.product in {None, TOTAL} else self.context.product
            found = replace(found, product=these or found.product)
        if found.own or (draft.flow is not None and draft.flow.goods):
            self._told.name(found.product)
        return found

    def _goods_of_all(self, flow: Flow | None) -> str | None:
        """The only goods of the text, or those that it began with where it goes through their partners."""
        if self._told.is_the_other_way(flow):
            return None
        return (self._told.began if self._memory.by_partner else None) or self._told.only()

    def pair(self, scene: Scene, draft: Draft, last: Draft | None) -> tuple[Pair, str]:
        """(the two ends, rule) of a figure."""
        if draft.subject is not None and draft.subject.rule == MADE:
            made = self._memory.made_before(scene)
            if made is not None:
                return made[0], "the figure before"
        return ends.pair(self.reading, scene, draft, last, self.context, self._lead.flow, self._memory)

    def topic(self, scene: Scene) -> str | None:
        """The only goods of a Korean sentence that tells of trade without figures."""
        return told_goods.alone(self.reading, scene) if self.reading.language == "ko" else None

    def own_time(self, scene: Scene, draft: Draft) -> Timed | None:
        """The period that the sentence itself gives a figure."""
        own = timing.time_of(self.reading, scene, draft.figure, self.context)
        if self.reading.language == "ko":
            at_market = self._prices.day(self.reading, scene, draft, self.context.anchor, own)
            if at_market is not None:
                return at_market
        period = self.context.period if own is None else own.period
        self._yearly.hold(scene, draft.figure, period)
        again = self._month.again(scene, draft) if own is None else None
        if again is not None:
            return again
        if own is None and own_times.goes_on(self.reading, scene, draft, self.context):
            return Timed(self.context.period, "the time of the sentence before")
        carried = own_times.end_of_run(draft, own) if own is not None else None
        if own is None:
            carried = own_times.told_before(self.reading, scene, draft, self.context, self._memory)
        if carried is not None:
            return carried
        rule = untimed(self.reading, scene, draft, own)
        return own if rule is None else Timed(None, rule)
