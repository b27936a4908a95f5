"""One sentence after another: the figures in it get their slots, and the context learns from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tidewaiter.claims import decoys, settle
from tidewaiter.claims.changes import elided
from tidewaiter.claims.claim import Claim
from tidewaiter.claims.columns import Cell
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.goods import goods_of
from tidewaiter.claims.learning import asked_times, learn
from tidewaiter.claims.learning.learned_times import OF_PARAGRAPH
from tidewaiter.claims.modality import modality
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import FUNDED, MOVED_PRICE, TRADE_MEASURES, Draft, Scene, Speaker, Timed, When
from tidewaiter.claims.rules import Rules
from tidewaiter.documents.document import Document
from tidewaiter.period import Period, Point

#: What has the time of its sentence or none, where it is no trade.
_TIMELESS = frozenset({"count", "other", "cap"})
_ANNUAL = "money a year"
_SO_OFTEN = "so often"
#: Sentences that say what the text below them is about.
_ABOVE = frozenset({"title", "heading"})
_A_YEAR = "_per_year"
#: What has not come about yet.
_TO_COME = frozenset({"expected", "planned"})
_PERSONS = frozenset({"anonymous", "named_expert", "named_official"})
#: "No shipments of crude oil": nothing was traded, in whatever unit; money is the one that books keep.
_FLOW_UNITS = frozenset(
    ["imports", "exports", "shipments", "trade", "sales", "purchases", "deliveries", "consignments", "supplies"]
)


def author_of(document: Document) -> str | None:
    """The document's own voice: its author and outlet, as far as known."""
    return " / ".join(part for part in (document.author, document.outlet) if part) or None


class Interpreter:
    """Reads the sentences of one document in order."""

    def __init__(self, document: Document, rules: Rules, cells: Mapping[int, Cell] | None = None) -> None:
        self._document = document
        self._cells = cells or {}
        self._rules = rules
        self._reading: Reading = rules.reading
        self._context: Context = rules.context
        self._said: tuple[str | None, str] = (rules.context.speaker, rules.context.speaker_kind)
        self._before: Sequence[Figure] = ()
        self._asked_in = -1

    def claims(self, sentence: Sentence) -> list[Claim]:
        """The claims of a sentence; the context is changed by what it says."""
        rules = self._rules
        near = elided.lending(self._before, same=sentence.block == self._context.block)
        self._before = rules.completed(sentence, near)
        sentence.figures = list(self._before)
        figures = [self._counted_as(sentence, f) for f in (*self._before, *rules.zeros(sentence))]
        sentence.figures = sorted(figures, key=lambda f: f.start)
        context = self._context
        if sentence.block == self._asked_in + 1 and context.product_block == self._asked_in:
            context.product_block = sentence.block
        context.met = context.met or {context.focus, context.opposite} <= {c.alpha3 for c in sentence.countries}
        learn.turn_back(context, sentence)
        rules.turn(sentence)
        scene = rules.scene(sentence)
        self._turn(sentence, rules.speaker(scene))
        drafts: list[Draft] = []
        for figure in sentence.figures:
            draft = self._draft(scene, figure, drafts)
            if not decoys.is_decoy(self._reading, scene, draft):
                drafts.append(draft)
        rules.answer(scene, drafts)
        made: list[Claim] = []
        if drafts:
            settle.settle(rules, scene, drafts)
            for draft in drafts if self._cells else ():
                if (cell := self._cells.get(draft.figure.start)) is not None:
                    cell.compared(draft, context, self._reading.language)
            told = sorted((*drafts, *rules.likened(scene, drafts)), key=lambda draft: draft.figure.start)
            around = self._document.body.span(sentence.start, sentence.end)
            made = [self._claim(draft, (around.start, around.end)) for draft in told]
        asks = not drafts and self._asks(sentence)
        if asks:
            asked_times.ask(context, scene, self._reading.language)
        asked_times.told(context, drafts)
        context.asked = asks and any(flow.stated for flow in scene.flows)
        if asks and not scene.flows and (about := rules.topic(scene)) is not None:
            # "What about rice?": the answer, be it in a paragraph of its own, is on it.
            context.product, context.product_block = about, sentence.block
            self._asked_in = sentence.block
        if not asks or context.asked:
            learn.learn(context, scene, drafts, topic=rules.topic(scene))
        return made

    def _counted_as(self, sentence: Sentence, figure: Figure) -> Figure:
        """ "Shared 12,000 times" is no multiple of anything; nor is a claim of nothing counted in nothing."""
        if self._rules.is_how_often(sentence, figure):
            return replace(figure, unit="units", kind="count", rule=_SO_OFTEN)
        return _counted_as(figure, self._reading.text)

    def _asks(self, sentence: Sentence) -> bool:
        """Whether a sentence is a question ("What was bought?"), which says nothing yet; one of the title does."""
        if sentence.kind in _ABOVE:
            return False
        return self._reading.text[sentence.start : sentence.end].rstrip().endswith(("?", "？"))

    def _turn(self, sentence: Sentence, said: Speaker | None) -> None:
        context = self._context
        opens = self._reading.text[sentence.start] in '“"「『'
        if said is None and sentence.block != context.block and context.speaker_kind in _PERSONS and not opens:
            # A person's words end with the paragraph; a body of statistics stays the source of what follows.
            context.speaker, context.speaker_kind = author_of(self._document), "author"
        if said is not None and said.kind in _PERSONS:
            context.person = said.name, said.kind
        if said is not None and said.lasting:
            context.speaker, context.speaker_kind = said.name, said.kind
        self._said = (said.name, said.kind) if said is not None else (context.speaker, context.speaker_kind)
        context.block = sentence.block

    def _draft(self, scene: Scene, figure: Figure, earlier: list[Draft]) -> Draft:
        rules = self._rules
        moved = rules.movement(scene, figure)
        draft = Draft(figure, moved, rules.flow_of(scene, figure, moved))
        draft.measure, draft.rules["measure"] = rules.measure(scene, figure, moved, draft.flow, earlier)
        if figure.rule == _SO_OFTEN:
            draft.flow, draft.measure, draft.rules["measure"] = None, "count", "how often"
        if draft.rules["measure"] == FUNDED:
            draft.flow = None
        cell = self._cells.get(figure.start)
        if cell is not None:
            cell.measured(draft, self._context)
        draft.modality, draft.rules["modality"] = modality(self._reading, scene.sentence, scene.clauses, figure)
        if draft.measure == "share":
            # Of a share the part comes first: "imports from China, which account for 90 percent of its trade",
            # but where a word tells both ("其中中国占出口总额的四成").
            parts = [f for f in scene.flows if f.end <= figure.start and f.sense != "trade" and not f.compared]
            # "61% of the goods were sold to Chad and 17% were sold to Mali": each of its own.
            told = next((f.end for f in scene.sentence.figures), figure.start)
            parts = [f for f in parts if not (f.passive and f.start >= told)]
            own = draft.flow is not None and draft.flow.part and draft.flow.compared
            draft.flow = parts[-1] if parts and not own else draft.flow
        if draft.measure == "change" and figure.value < 0:
            # "-12%": by how much, as "fell 12 percent" is written; the direction says the rest.
            low, high = figure.low, figure.high
            draft.figure = replace(
                figure, value=-figure.value, low=None if high is None else -high, high=None if low is None else -low
            )
        if not rules.refused(scene, draft):
            last = next((d for d in reversed(earlier) if d.measure in TRADE_MEASURES), None)
            draft.subject = rules.subject(scene, draft, earlier)
            draft.pair, draft.rules["parties"] = rules.pair(scene, draft, last)
        if cell is not None:
            cell.subject(draft)
            cell.turned(draft, self._context)
        draft.timed = None if cell is None else cell.timed(draft, self._context, self._reading.language)
        draft.timed = draft.timed or self._time(scene, draft)
        if draft.measure == "price":
            draft.timed = _on_the_day(draft.timed)
        return draft

    def _time(self, scene: Scene, draft: Draft) -> Timed:
        context, figure = self._context, draft.figure
        own = self._rules.own_time(scene, draft)
        if figure.rule == _ANNUAL and (own is None or not _names_year(own)):
            return Timed(None, "an amount a year")
        if draft.measure == "cap" and (own is None or (figure.unit.endswith(_A_YEAR) and not _names_year(own))):
            # "Limits imports to 500,000 barrels a year": of any year.
            return Timed(None, "no time given")
        if own is not None:
            if own.when is not None and own.when.role == "since":
                return Timed(self._since(own.when, nothing=figure.kind == "zero"), own.rule, own.when)
            return own
        if any(w.role == "void" and (w.clause.kind != "relative" or w.clause.holds(figure.start)) for w in scene.whens):
            return Timed(None, "a time without bounds")
        if draft.measure in {"cases", "deaths"} and "_per_" in figure.unit:
            year, month = context.anchor.year, context.anchor.month
            return Timed(Period.month(year, month) if year and month else None, "a rate of today")
        if draft.measure in {"cases", "deaths", "rate"}:
            return Timed(context.case_period, "the time of the count before")
        untold = draft.measure == "price" and not self._rules.of_the_news(scene, draft)
        untold = untold or (draft.measure == "change" and draft.rules["parties"] == MOVED_PRICE)
        if untold or (draft.flow is None and draft.measure in _TIMELESS):
            return Timed(None, "no time given")
        if draft.flow is None and draft.measure == "share" and draft.rules["parties"] == "where it is counted":
            return Timed(None, "no time given")
        if context.year_to_date is not None and self._rules.this_year(scene, draft):
            return Timed(context.year_to_date, "present perfect: this year so far")
        if (asked := asked_times.answered(context, scene, draft)) is not None:
            return Timed(asked, asked_times.ASKED)
        if context.hint_block == scene.sentence.block and context.hint is not None:
            return Timed(context.hint, OF_PARAGRAPH)
        day = context.anchor.day
        open_still = context.period is not None and day is not None and context.period.last_day > day
        if draft.modality in _TO_COME and not (open_still and context.period and context.period.is_year):
            # "… of 2019. Analysts expect it to pass a billion", "a target of $5 billion": of no time told before.
            return Timed(None, "a forecast without a time")
        told, form = context.months_so_far
        form = form if told == context.period else ""
        return Timed(context.period, "the time of the sentence before", form=form)

    def _since(self, when: When, *, nothing: bool) -> Period | None:
        """From a time to the end of the data; "nothing since 2020" begins the year after."""
        period, end = when.period, self._context.anchor.data_end
        if period is None or end is None:
            return None
        if period.end == end and period.start is not None:
            return period
        start = Point(period.end.year + 1) if nothing and not period.end.month else period.end
        return Period(start, end) if start.first_day <= end.last_day else None

    def _claim(self, draft: Draft, around: tuple[int, int]) -> Claim:
        """A settled draft as the record; `around` is the sentence's stretch of the original."""
        figure, pair, period = draft.figure, draft.pair, draft.period
        span = self._document.body.span(figure.start, figure.end)
        product = draft.subject.product if draft.subject else None
        goods, codes = goods_of(product, period)
        rules = {slot: rule for slot, rule in draft.rules.items() if rule}
        if figure.rule:
            rules["figure"] = figure.rule
        if draft.subject is not None and draft.subject.rule:
            rules["product"] = draft.subject.rule
        if draft.timed is not None and draft.timed.rule:
            rules["period"] = draft.timed.rule
        return Claim(
            document=self._document.name,
            start=span.start,
            end=span.end,
            text=self._document.text[span.start : span.end],
            sentence=around,
            value=figure.value,
            low=figure.low,
            high=figure.high,
            unit=figure.unit,
            qualifier=figure.qualifier,
            measure=draft.measure,
            direction=settle.direction(draft),
            comparison=draft.comparison,
            base_period=None if draft.base is None else str(draft.base),
            product=product,
            goods=goods,
            hs=codes,
            sender=pair.sender or None,
            receiver=pair.receiver or None,
            partners=pair.everyone,
            period=None if period is None else str(period),
            attribution=self._said[0],
            source_kind=self._said[1],
            modality=draft.modality,
            rules=rules,
        )


def _on_the_day(timed: Timed) -> Timed:
    """ "As of June 11 a kilo cost 8,500 won": a price is of the day, and has not added up to it."""
    period = timed.period
    return (
        timed
        if period is None or not (period.cumulative and period.end.day)
        else replace(timed, period=Period(period.end, period.end))
    )


def _names_year(own: Timed) -> bool:
    return own.period is not None and own.period.covers_year


def _counted_as(figure: Figure, text: str) -> Figure:
    """A claim of nothing in the unit of what there was none of, money for trade; "$800 million a year" is an amount."""
    if figure.kind == "money" and figure.unit.endswith(_A_YEAR):
        return replace(figure, unit=figure.unit.removesuffix(_A_YEAR), rule=_ANNUAL)
    if figure.kind != "zero":
        return figure
    named = [] if figure.noun is None else text[figure.noun[0] : figure.noun[1]].lower().split()
    if figure.unit in _FLOW_UNITS or (named and named[0] in _FLOW_UNITS):
        return replace(figure, unit="USD")
    following = text[figure.end : figure.end + 40].lower().replace(",", " ").split()[:3]
    return replace(figure, unit="cases") if {"case", "cases", "infections"} & set(following) else figure
