"""One sentence after another: the figures in it get their slots, and the context learns from them."""

from __future__ import annotations

from dataclasses import dataclass, field

from tidewaiter.claims import attribution, comparison, flows, measures, subjects, timing, zeros
from tidewaiter.claims.claim import Claim
from tidewaiter.claims.clauses import Clause, clause_at, clauses
from tidewaiter.claims.context import Context, Pair
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.flows import Flow
from tidewaiter.claims.modality import modality
from tidewaiter.claims.movement import Movement, movement
from tidewaiter.claims.parties import Party, parties
from tidewaiter.claims.reading import Reading, Sentence
from tidewaiter.claims.subjects import TOTAL, Subject
from tidewaiter.claims.timing import Timed, When
from tidewaiter.documents.document import Document
from tidewaiter.period import Period

_TRADE = frozenset({"trade_value", "trade_quantity", "change", "share", "ratio", "price", "other"})
_PERSONS = frozenset({"anonymous", "named_expert", "named_official"})
#: What a share in a text on trade is of.
_WHOLES = frozenset("total imports exports shipments trade purchases sales deliveries it that volume value all".split())
_OF_PARAGRAPH = "the time of the paragraph"
_FROM_BASE = "the same month this year"
_VEHICLES = frozenset(
    {"trucks", "containers", "wagons", "ships", "vessels", "tankers", "trains", "freight_cars", "railcars", "cars"}
)


@dataclass(slots=True)
class Scene:
    """A sentence with everything the rules have made of it."""

    sentence: Sentence
    parties: list[Party]
    clauses: list[Clause]
    flows: list[Flow]
    whens: list[When]


@dataclass(slots=True)
class Draft:
    """A claim in the making."""

    figure: Figure
    moved: Movement
    flow: Flow | None = None
    measure: str = "other"
    subject: Subject | None = None
    timed: Timed | None = None
    comparison: str = "none"
    base: Period | None = None
    pair: Pair = field(default_factory=Pair)
    rules: dict[str, str] = field(default_factory=dict)

    @property
    def period(self) -> Period | None:
        """The period settled so far."""
        return None if self.timed is None else self.timed.period


class Interpreter:
    """Reads the sentences of one document in order."""

    def __init__(self, document: Document, reading: Reading, context: Context) -> None:
        self.document = document
        self.reading = reading
        self.context = context
        self.said: tuple[str | None, str] = (context.speaker, context.speaker_kind)

    def claims(self, sentence: Sentence) -> list[Claim]:
        """The claims of a sentence; the context is changed by what it says."""
        context, reading = self.context, self.reading
        named = parties(reading, sentence, context)
        found = clauses(reading, sentence, named)
        said = attribution.speaker(reading, sentence, found, named, context)
        self._turn(sentence, said)
        scene = Scene(
            sentence,
            named,
            found,
            flows.find(reading, sentence, named, found, context),
            timing.whens(reading, sentence, found, context),
        )
        drafts = self._drafts(scene)
        made = [self._claim(scene, draft) for draft in drafts]
        self._learn(scene, drafts)
        return made

    def _turn(self, sentence: Sentence, said: attribution.Speaker | None) -> None:
        context = self.context
        if said is None and sentence.block != context.block and context.speaker_kind in _PERSONS:
            # A person's words end with the paragraph; a body of statistics stays the source of what follows.
            if self.reading.text[sentence.start] not in '“"':
                context.speaker = attribution.author_of(self.document.outlet, self.document.author)
                context.speaker_kind = "author"
        if said is not None and said.lasting:
            context.speaker, context.speaker_kind = said.name, said.kind
        self.said = (said.name, said.kind) if said is not None else (context.speaker, context.speaker_kind)
        context.block = sentence.block

    # -- one figure after another ---------------------------------------------------------------------------------

    def _drafts(self, scene: Scene) -> list[Draft]:
        sentence, reading = scene.sentence, self.reading
        figures = [zeros.as_trade(f) for f in (*sentence.figures, *zeros.zeros(reading, sentence))]
        figures.sort(key=lambda f: f.start)
        sentence.figures = figures
        drafts: list[Draft] = []
        for figure in figures:
            drafts.append(self._draft(scene, figure, drafts))
        self._compare(scene, drafts)
        return drafts

    def _draft(self, scene: Scene, figure: Figure, earlier: list[Draft]) -> Draft:
        reading, sentence, context = self.reading, scene.sentence, self.context
        moved = movement(reading, sentence, scene.clauses, figure)
        flow = self._flow(scene, figure, moved)
        draft = Draft(figure, moved, flow)
        draft.measure, draft.rules["measure"] = measures.measure(
            reading, sentence, scene.clauses, figure, moved, flow, in_trade=context.sense is not None
        )
        if draft.measure == "other" and figure.kind == "percent" and moved.relation == "none" and earlier and earlier[-1].measure == "share":
            draft.measure, draft.rules["measure"] = "share", "a share as the one before"
        if draft.measure == "share":
            draft.flow = self._flow_shared(scene, figure, flow)
        if self._refused(scene, draft):
            return draft
        last = next((d for d in reversed(earlier) if d.measure in _TRADE), None)
        draft.subject = self._subject(scene, draft, last, earlier)
        draft.rules["product"] = draft.subject.rule
        draft.pair = self._pair(scene, draft, last)
        draft.timed = self._time(scene, draft)
        draft.rules["period"] = draft.timed.rule
        return draft

    def _flow(self, scene: Scene, figure: Figure, moved: Movement) -> Flow | None:
        clause = clause_at(scene.clauses, figure.start)
        inside = [f for f in scene.flows if f.clause is clause and not f.compared]
        right = [f for f in inside if f.start >= figure.end]
        left = [f for f in inside if f.end <= figure.start]
        if right and (not left or (moved.cue is not None and figure.end <= moved.cue.start < right[0].start)):
            blocked = any(figure.end <= other.start < right[0].start for other in scene.sentence.figures)
            if not left or not blocked:
                return right[0]
        if left:
            return left[-1]
        overlapping = [f for f in inside if f.start < figure.end and figure.start < f.end]
        if overlapping:
            return overlapping[0]
        flows_left = [f for f in scene.flows if not f.compared]
        earlier = [f for f in flows_left if f.end <= figure.start and f.clause.kind != "aside"]
        if earlier:
            return earlier[-1]
        return flows_left[0] if flows_left else None

    def _flow_shared(self, scene: Scene, figure: Figure, flow: Flow | None) -> Flow | None:
        """Of a share the part comes first: "imports from China, which account for 90 percent of its trade"."""
        left = [f for f in scene.flows if f.end <= figure.start and f.sense != "trade" and not f.compared]
        return left[-1] if left else flow

    def _refused(self, scene: Scene, draft: Draft) -> bool:
        """ "It declined 3 million vaccines": turned down, not fallen."""
        cue, figure = draft.moved.cue, draft.figure
        if cue is None or figure.kind not in {"count", "quantity"} or draft.moved.relation != "by":
            return False
        word = self.reading.text[cue.start : cue.end].lower()
        if word not in {"declined", "declining", "decline"} or cue.end + 1 < figure.start - 12:
            return False
        subject = flows._subject(
            scene.sentence, scene.parties, clause_at(scene.clauses, cue.start), cue.start, self.context
        )
        own = subjects.own_subject(self.reading, scene.sentence, figure)
        if own is None or own.product is None:
            return False
        doses = any(word in own.product.lower() for word in ("vaccine", "dose", "shot"))
        draft.moved = Movement()
        draft.measure = "doses" if doses else "count"
        draft.rules["measure"] = "declined means refused"
        draft.subject = own
        draft.pair = Pair(None, subject, tuple(c for c in [subject] if c))
        draft.timed = self._time(scene, draft)
        draft.flow = None
        return True

    def _subject(self, scene: Scene, draft: Draft, last: Draft | None, earlier: list[Draft]) -> Subject:
        context = self.context
        if draft.measure in {"cases", "deaths"}:
            own = subjects.own_subject(self.reading, scene.sentence, draft.figure)
            named = own.product if own and own.product else None
            before = next((d.subject.product for d in reversed(earlier) if d.measure in {"cases", "deaths"} and d.subject), None)
            return Subject(subjects.illness(named) or before or context.disease, "what is counted", own is not None)
        if draft.figure.kind == "zero" and self.reading.text[draft.figure.start : draft.figure.end].lower() == "any":
            named = subjects.own_subject(self.reading, scene.sentence, draft.figure)
            if named is None:
                several = dict.fromkeys(
                    d.subject.product for d in earlier if d.subject and d.subject.product and d.subject.own
                )
                if several:
                    return Subject("|".join(several), "goods of the sentence")
        if draft.measure in {"count", "rate", "other"} and draft.flow is None:
            own = subjects.own_subject(self.reading, scene.sentence, draft.figure)
            return own if own else Subject(None, "nothing named")
        if draft.figure.kind == "count" and draft.figure.noun is None and last is not None and last.subject is not None:
            named_own = subjects.own_subject(self.reading, scene.sentence, draft.figure)
            return named_own or Subject(last.subject.product, "goods of the figure before")
        if draft.measure == "share":
            part = subjects.sharer(self.reading, scene.sentence, draft.figure)
            if part is not None and (draft.flow is None or draft.flow.start >= draft.figure.end):
                return part
        if draft.measure in {"share", "ratio"} and draft.flow is None and not self._in_trade(scene, draft):
            return subjects.own_subject(self.reading, scene.sentence, draft.figure) or Subject(context.product, "goods of the sentence before")
        flow = draft.flow
        near = last is not None and last.subject is not None and (
            flow is last.flow or flow is None or not flow.stated or set(flow.pair.everyone) == set(last.pair.everyone)
        )
        in_clause = last if near else None
        return subjects.subject_of(
            self.reading, scene.sentence, draft.figure, flow, in_clause.subject if in_clause else None, context,
            scene.flows,
        )

    def _pair(self, scene: Scene, draft: Draft, last: Draft | None) -> Pair:
        context, figure = self.context, draft.figure
        if draft.measure == "share":
            shared = self._shared_pair(scene, draft)
            if shared is not None:
                draft.rules["parties"] = "whose share it is"
                return shared
        if draft.measure in {"cases", "deaths", "rate"} or (
            draft.measure in {"count", "share", "other", "doses"} and draft.flow is None and not self._in_trade(scene, draft)
        ):
            if draft.measure == "count" and draft.figure.unit in _VEHICLES and context.sense is not None:
                draft.rules["parties"] = "the flow of the sentence before"
                return context.pair
            place = self._place(scene, figure)
            draft.rules["parties"] = "where it is counted"
            return Pair(partners=tuple(c for c in [place] if c))
        if draft.measure == "other" and draft.rules.get("measure") == "a threshold" and draft.flow is not None:
            draft.rules["parties"] = "a threshold is of no one partner"
            home = draft.flow.pair.receiver if draft.flow.sense == "import" else draft.flow.pair.sender
            other = None if draft.flow.sense == "import" else home
            return Pair(other, home if draft.flow.sense == "import" else None, tuple(c for c in [home] if c))
        own = self._each(scene, draft) or self._own_parties(scene, draft) or self._together(scene, draft)
        if own is not None:
            draft.rules["parties"] = "countries next to the figure"
            return own
        if draft.flow is not None:
            draft.rules["parties"] = "the flow's ends"
            return draft.flow.pair
        if last is not None and last.pair.everyone:
            draft.rules["parties"] = "the figure before"
            return last.pair
        draft.rules["parties"] = "the flow of the sentence before"
        return context.pair

    def _in_trade(self, scene: Scene, draft: Draft) -> bool:
        """Whether a share without a flow of its own is of the trade that the text speaks of."""
        if draft.measure not in {"share", "ratio"} or self.context.sense is None:
            return False
        words = self.reading.words(draft.figure.end, min(draft.figure.end + 40, scene.sentence.end))
        return words[:1] != ["of"] or bool(set(words[1:5]) & _WHOLES)

    def _shared_pair(self, scene: Scene, draft: Draft) -> Pair | None:
        """"The Philippines took 42 percent of the exports, followed by Indonesia with 15 percent"."""
        flow = draft.flow
        sense = flow.sense if flow is not None else self.context.sense
        if sense not in {"import", "export"} or (flow is not None and flow.stated and flow.end <= draft.figure.start):
            return None
        pair = flow.pair if flow is not None else self.context.pair
        home = pair.receiver if sense == "import" else pair.sender
        previous = [f.end for f in scene.sentence.figures if f.end <= draft.figure.start]
        start = previous[-1] if previous else scene.sentence.start
        named = [p for p in scene.parties if start <= p.start and p.end <= draft.figure.start and p.role in {"subject", "by", "to", "from"} and not p.owner]
        if home is None or not named or named[-1].code == home:
            return None
        other = named[-1].code
        return Pair(other, home, (home, other)) if sense == "import" else Pair(home, other, (home, other))

    def _each(self, scene: Scene, draft: Draft) -> Pair | None:
        """"Poland and the Netherlands, each with declines of more than 75 percent"."""
        flow, figure = draft.flow, draft.figure
        if flow is None or "each" not in self.reading.words(max(scene.sentence.start, figure.start - 48), figure.start):
            return None
        listed = [p for p in scene.parties if flow.end <= p.start and p.end <= figure.start and p.role == "subject" and not p.owner]
        codes = list(dict.fromkeys(p.code for p in listed))
        home = flow.pair.receiver if flow.sense == "import" else flow.pair.sender
        if len(codes) < 2 or home is None:
            return None
        return Pair(None if flow.sense == "import" else home, home if flow.sense == "import" else None, (home, *codes))

    def _together(self, scene: Scene, draft: Draft) -> Pair | None:
        """"Resulting in a net decline of over $5 million": of all the partners that the sentence has named."""
        cue, flow = draft.moved.cue, draft.flow
        if cue is None or flow is None or draft.moved.relation != "by" or flow.sense == "trade":
            return None
        if not set(self.reading.words(max(scene.sentence.start, cue.start - 16), cue.start)) & {"net", "combined", "total", "overall"}:
            return None
        ends = {f.pair.sender if flow.sense == "import" else f.pair.receiver for f in scene.flows if f.sense == flow.sense}
        home = flow.pair.receiver if flow.sense == "import" else flow.pair.sender
        if len(ends) < 2 or home is None:
            return None
        codes = tuple(c for c in dict.fromkeys(e for f in scene.flows for e in f.pair.everyone) if c != home)
        return Pair(None if flow.sense == "import" else home, home if flow.sense == "import" else None, (home, *codes))

    def _own_parties(self, scene: Scene, draft: Draft) -> Pair | None:
        """ "In the case of India, North Korea imported …"; "$5 million from India and $3 million from Russia"."""
        flow, figure = draft.flow, draft.figure
        if flow is None or flow.sense == "trade":
            return None
        following = [f.start for f in scene.sentence.figures if f.start >= figure.end]
        limit = min(following[0] if following else scene.sentence.end, clause_at(scene.clauses, figure.start).end)
        near = [
            p for p in scene.parties if figure.end <= p.start < limit and p.role in {"from", "to"} and not p.demonym
        ]
        role = "from" if flow.sense == "import" else "to"
        ends = list(dict.fromkeys(p.code for p in near if p.role == role))
        if not ends or len(scene.sentence.figures) < 2:
            topic = next(
                (
                    p
                    for p in scene.parties
                    if p.role == "of" and "case" in self.reading.words(max(scene.sentence.start, p.start - 14), p.start)
                ),
                None,
            )
            ends = [topic.code] if topic is not None and topic.end <= flow.start else []
        if not ends:
            return None
        home = flow.pair.receiver if role == "from" else flow.pair.sender
        if home is None or home in ends:
            return None
        if len(ends) > 1:
            return Pair(None if role == "from" else home, home if role == "from" else None, (home, *ends))
        return Pair(ends[0], home, (home, ends[0])) if role == "from" else Pair(home, ends[0], (home, ends[0]))

    def _place(self, scene: Scene, figure: Figure) -> str | None:
        clause = clause_at(scene.clauses, figure.start)
        inside = [p for p in scene.parties if clause.holds(p.start) and not p.demonym]
        placed = [p for p in inside if p.role == "in"] or [p for p in inside if p.role == "subject" or p.owner]
        if placed:
            return placed[-1].code if placed[-1].start < figure.start else placed[0].code
        anywhere = [p for p in scene.parties if p.role in {"in", "subject"} and p.end <= figure.start]
        return anywhere[-1].code if anywhere else self.context.subject

    # -- when, and against what -----------------------------------------------------------------------------------

    def _time(self, scene: Scene, draft: Draft) -> Timed:
        reading, sentence, context, figure = self.reading, scene.sentence, self.context, draft.figure
        own = timing.time_of(reading, sentence, scene.clauses, scene.whens, figure, context)
        if own is not None:
            if own.when is not None and own.when.role == "since" and figure.kind == "zero":
                return Timed(self._since(own.when), "nothing since then", own.when)
            if own.when is not None and own.when.role == "since":
                return Timed(
                    own.period if own.when.period and "/" in str(own.when.period) else None, own.rule, own.when
                )
            return own
        if any(w.role == "void" for w in scene.whens):
            return Timed(None, "a time without bounds")
        if draft.measure in {"cases", "deaths"} and "_per_" in figure.unit:
            anchor = context.anchor
            month = None if anchor.year is None or not anchor.month else Period.month(anchor.year, anchor.month)
            return Timed(month, "a rate of today")
        if draft.measure in {"cases", "deaths", "rate"}:
            return Timed(context.case_period, "the time of the count before")
        if draft.measure in {"count", "other", "share"} and draft.flow is None and not self._in_trade(scene, draft):
            return Timed(None, "no time given")
        if self._perfect(scene, draft) and context.year_to_date is not None:
            return Timed(context.year_to_date, "present perfect: this year so far")
        if context.hint_block == sentence.block and context.hint is not None:
            return Timed(context.hint, _OF_PARAGRAPH)
        return Timed(context.period, "the time of the sentence before")

    def _since(self, when: When) -> Period | None:
        period, end = when.period, self.context.anchor.data_end
        if period is None or end is None:
            return None
        from tidewaiter.period import Point

        start = Point(period.end.year + 1) if not period.end.month else period.end
        return Period(start, end) if start.first_day <= end.last_day else None

    def _perfect(self, scene: Scene, draft: Draft) -> bool:
        flow = draft.flow
        if flow is None or not flow.verb:
            return False
        return any(c.kind == "perfect" and 0 <= flow.start - c.end <= 16 for c in scene.sentence.cues)

    def _compare(self, scene: Scene, drafts: list[Draft]) -> None:
        """Directions and comparisons, once every figure of the sentence has its own time."""
        for draft in drafts:
            self._follow(draft, drafts)
            if draft.moved.relation == "none" and draft.measure in {"trade_value", "trade_quantity"}:
                if self._from_there(scene, draft, drafts):
                    continue
                self._stand(scene, draft)
            if draft.moved.relation == "none" or draft.measure in {"price", "cap", "doses", "rate"}:
                if draft.measure == "ratio":
                    self._compare_one(scene, draft, drafts)
                continue
            if draft.moved.relation in {"by", "to"}:
                self._compare_one(scene, draft, drafts)

    def _follow(self, draft: Draft, drafts: list[Draft]) -> None:
        """A time that an earlier figure of the sentence has won from its base holds for those after it too."""
        if draft.timed is not None and draft.timed.when is not None:
            return
        before = [d for d in drafts if d.figure.end <= draft.figure.start and d.timed is not None and d.timed.rule == _FROM_BASE]
        if before:
            draft.timed = before[-1].timed

    def _from_there(self, scene: Scene, draft: Draft, drafts: list[Draft]) -> bool:
        """"$18.7 million, down from $102.3 million in April": the level carries its own comparison."""
        cue = next((c for c in scene.sentence.cues_of("change") if c.start >= draft.figure.end), None)
        following = next((d for d in drafts if d.figure.start >= draft.figure.end), None)
        if cue is None or following is None or following.moved.relation != "from" or following.figure.unit != draft.figure.unit:
            return False
        between = self.reading.words(draft.figure.end, cue.start)
        if cue.start > following.figure.start or len(between) > 8 or self.reading.words(cue.end, cue.end + 6)[:1] != ["from"]:
            return False
        draft.moved = Movement("stands", "increase" if cue.sense == "up" else "decrease", cue)
        draft.base = following.period
        draft.comparison = comparison.name_of(draft.period, following.period) if following.period else "vs_period"
        draft.rules["comparison"] = "up or down from the figure after"
        return True

    def _stand(self, scene: Scene, draft: Draft) -> None:
        """A level said to stand above or below another time's: "…, a pace much higher than in the last five years"."""
        figure, sentence = draft.figure, scene.sentence
        following = [f.start for f in sentence.figures if f.start >= figure.end]
        limit = following[0] if following else sentence.end
        bases = [w for w in scene.whens if w.role == "base"]
        for cue in sentence.cues_of("change"):
            word = self.reading.text[cue.start : cue.end].lower()
            if word not in {"higher", "lower", "above", "below", "up", "down", "exceeding", "surpassing"}:
                continue
            after = figure.end <= cue.start < limit and limit - figure.end > 0
            before = cue.end <= figure.start and not any(cue.end <= f.start < figure.start for f in sentence.figures)
            if not (after or before) or not any(w.start >= cue.end and w.start < (limit if after else figure.start) for w in bases):
                continue
            base = next(w for w in bases if w.start >= cue.end)
            if after and len(self.reading.words(figure.end, cue.start)) > 12:
                continue
            draft.moved = Movement("stands", "increase" if cue.sense == "up" else "decrease", cue)
            draft.base = base.period
            draft.comparison = comparison.name_of(draft.period, base.period) if base.period else "vs_period"
            draft.rules["comparison"] = f"“{word}” than another time"
            return

    def _compare_one(self, scene: Scene, draft: Draft, drafts: list[Draft]) -> None:
        reading, sentence, context = self.reading, scene.sentence, self.context
        start = self._starting(scene, draft, drafts)
        if start is not None:
            if draft.moved.relation == "by":
                end = next((d for d in drafts if d.moved.relation == "to" and d.figure.unit == start.figure.unit), None)
                if end is not None and end.period is not None:
                    draft.timed = end.timed
            if start.period is not None:
                draft.base = start.period
                draft.comparison = comparison.name_of(draft.period, start.period, form=self._form(draft))
                draft.rules["comparison"] = "from one figure to another"
                return
        said = comparison.against(
            reading, sentence, scene.clauses, scene.whens, draft.figure, draft.period, self._form(draft), context
        )
        if said is not None:
            draft.comparison, draft.base, draft.rules["comparison"] = said
            if draft.period is None or draft.measure == "ratio":
                self._period_from_base(draft, scene)
            return
        self._implied(scene, draft, drafts)

    def _period_from_base(self, draft: Draft, scene: Scene) -> None:
        """ "A quarter of levels in May of last year" speaks of this May."""
        base, year = draft.base, self.context.anchor.year
        own = draft.timed is not None and draft.timed.when is not None and draft.timed.when.role == "when"
        if base is None or own or year is None or not base.is_month or base.end.year != year - 1:
            return
        period = Period.month(year, base.end.month)
        draft.timed = Timed(period, _FROM_BASE)
        draft.comparison = comparison.name_of(period, base)

    def _starting(self, scene: Scene, draft: Draft, drafts: list[Draft]) -> Draft | None:
        """The figure that a movement starts from: "from $98 million in April to $14.5 million"."""
        clause = clause_at(scene.clauses, draft.figure.start)
        return next(
            (d for d in drafts if d.moved.relation == "from" and clause_at(scene.clauses, d.figure.start) is clause and d is not draft
             and (draft.moved.relation == "by" or d.figure.unit == draft.figure.unit)),
            None,
        )  # fmt: skip

    def _implied(self, scene: Scene, draft: Draft, drafts: list[Draft]) -> None:
        context, period = self.context, draft.period
        if draft.moved.relation == "to":
            other = next(
                (d for d in drafts if d.figure.end <= draft.figure.start and d.figure.unit == draft.figure.unit
                 and d.period is not None and d.period != period and clause_at(scene.clauses, d.figure.start).kind == "earlier"),
                None,
            )  # fmt: skip
            if other is not None:
                draft.base = other.period
                draft.comparison = comparison.name_of(period, other.period)
                draft.rules["comparison"] = "against the figure before"
                return
        same_sentence = next(
            (d for d in drafts if d is not draft and d.comparison != "none" and d.figure.start < draft.figure.start),
            None,
        )
        if same_sentence is not None and same_sentence.period == period and draft.moved.direction != "none":
            draft.comparison, draft.base = same_sentence.comparison, same_sentence.base
            draft.rules["comparison"] = "as the figure before"
            return
        if period is not None and period.is_year and draft.moved.direction != "none":
            draft.comparison, draft.base = "yoy", period.back_years(1)
            draft.rules["comparison"] = "a year's change is against the year before"
            return
        if (
            draft.moved.direction != "none"
            and context.comparison_block >= scene.sentence.block - 1
            and context.comparison in {"yoy", "mom", "ytd_yoy"}
            and context.compared_period == period
        ):
            draft.comparison, draft.base = context.comparison, context.base
            draft.rules["comparison"] = "as the sentence before"
            return
        if draft.moved.relation == "to" and draft.moved.direction != "none" and draft.figure.kind != "percent":
            draft.comparison = "vs_period"
            draft.rules["comparison"] = "moved from something unsaid"

    def _form(self, draft: Draft) -> str:
        return "" if draft.timed is None or draft.timed.when is None else draft.timed.when.form

    # -- the record -----------------------------------------------------------------------------------------------

    def _claim(self, scene: Scene, draft: Draft) -> Claim:
        figure, body = draft.figure, self.document.body
        span = body.span(figure.start, figure.end)
        around = body.span(scene.sentence.start, scene.sentence.end)
        mode, mode_rule = modality(self.reading, scene.sentence, scene.clauses, figure.start)
        draft.rules |= {"figure": figure.rule, "modality": mode_rule}
        period = draft.period
        product = draft.subject.product if draft.subject else None
        goods, codes = _goods(product, period)
        pair = draft.pair
        return Claim(
            document=self.document.name,
            start=span.start,
            end=span.end,
            text=self.document.text[span.start : span.end],
            sentence=(around.start, around.end),
            value=figure.value,
            low=figure.low,
            high=figure.high,
            unit=figure.unit,
            qualifier=figure.qualifier,
            measure=draft.measure,
            direction=self._direction(draft),
            comparison=draft.comparison,
            base_period=None if draft.base is None else str(draft.base),
            product=product,
            goods=goods,
            hs=codes,
            sender=pair.sender,
            receiver=pair.receiver,
            partners=pair.everyone,
            period=None if period is None else str(period),
            attribution=self.said[0],
            source_kind=self.said[1],
            modality=mode,
            rules={k: v for k, v in draft.rules.items() if v},
        )

    def _direction(self, draft: Draft) -> str:
        if draft.moved.relation in {"by", "to", "stands"} and draft.measure not in {"price", "cap", "doses"}:
            return draft.moved.direction
        if draft.measure == "ratio" and draft.comparison != "none" and draft.figure.high is not None:
            one = 100 if draft.figure.unit == "percent" else 1
            if draft.figure.high < one:
                return "decrease"
            if draft.figure.low is not None and draft.figure.low > one:
                return "increase"
        return "none"

    # -- what the next sentence may leave out ---------------------------------------------------------------------

    def _learn(self, scene: Scene, drafts: list[Draft]) -> None:
        context, sentence = self.context, scene.sentence
        main = [f for f in scene.flows if f.clause.kind not in {"aside", "relative", "earlier"}] or scene.flows
        if main:
            flow = main[-1]
            if flow.pair.everyone:
                context.pair = flow.pair
                context.block_of_pair = sentence.block
                context.sense = flow.sense
                context.reporter = (
                    flow.reporter
                    or (flow.pair.receiver if flow.sense == "import" else flow.pair.sender)
                    or context.reporter
                )
            named = [(f, f.product) for f in main]
            from tidewaiter.claims import products

            texts = [products.clean(self.reading, span) for _, span in named]
            own = [t for t in texts if t]
            traded = [d for d in drafts if d.measure in _TRADE and d.subject is not None and d.subject.product]
            if traded:
                context.product = traded[-1].subject.product if traded[-1].subject else None
                context.product_block = sentence.block
            elif own:
                context.product, context.product_block = own[-1], sentence.block
            if context.lead_product is None and (own or drafts):
                context.lead_product = own[0] if own else TOTAL
        subject = [p for p in scene.parties if p.role == "subject" and not p.owner]
        if subject:
            context.subject = subject[0].code
        elif main and main[-1].reporter:
            context.subject = main[-1].reporter
        timed = [
            d for d in drafts
            if d.timed is not None and d.timed.when is not None and d.period is not None and d.moved.relation != "from"
            and clause_at(scene.clauses, d.figure.start).kind not in {"aside", "earlier"} and d.timed.when.role != "since"
        ]  # fmt: skip
        counted = [d for d in timed if d.measure in {"cases", "deaths"}]
        if counted:
            context.case_period = counted[-1].period
        traded_times = [d for d in timed if d.measure in _TRADE]
        if traded_times:
            context.period = traded_times[-1].period
        elif any(d.timed is not None and d.timed.rule == _OF_PARAGRAPH for d in drafts):
            context.period = context.hint
        elif scene.flows and not drafts:
            plain = [
                w
                for w in scene.whens
                if w.role == "when"
                and w.period
                and w.clause.kind not in {"aside", "earlier"}
                and w.form not in {"day", "days", "rel_day"}
            ]
            if plain:
                context.period = plain[-1].period
        elif not drafts:
            # A sentence that trades nothing still sets the time of its paragraph: "In 2021, … began to scale back."
            plain = [w for w in scene.whens if w.role == "when" and w.period and w.form in {"year", "rel_year", "month", "month_range_last"}]
            if plain:
                context.hint, context.hint_block = plain[0].period, sentence.block
        if traded_times or (scene.flows and not drafts):
            context.hint = None
        compared = [d for d in drafts if d.comparison in {"yoy", "mom", "ytd_yoy"}]
        if compared:
            context.comparison, context.base = compared[-1].comparison, compared[-1].base
            context.comparison_block, context.compared_period = sentence.block, compared[-1].period
        diseases = [d.subject.product for d in drafts if d.measure == "cases" and d.subject and d.subject.product]
        if diseases:
            context.disease = diseases[-1]


def _goods(product: str | None, period: Period | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of the goods a product names, and their codes in the edition of the claim's period."""
    if product is None:
        return (), ()
    if product == TOTAL:
        return ("total",), ()
    from tidewaiter.reference import goods as reference_goods

    ids = tuple(dict.fromkeys(mention.good_id for mention in reference_goods.find_goods(product.replace("|", ", "))))
    if period is None:
        return ids, ()
    year = period.end.year
    found = [code for good in ids for code in reference_goods.codes(good, year)]
    return ids, tuple(dict.fromkeys(f"{code.edition}:{code.code}" for code in found))
