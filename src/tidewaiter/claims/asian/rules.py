"""Korean and Chinese: the answers of their rooms, put together."""

from __future__ import annotations

from tidewaiter.claims.asian import flows, parties, speakers, subjects, timing, zeros
from tidewaiter.claims.asian.movement import movement
from tidewaiter.claims.context import Pair
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.lexicon import Cue
from tidewaiter.claims.reading import Sentence
from tidewaiter.claims.rules import Rules
from tidewaiter.claims.scene import Clause, Draft, Flow, Movement, Scene, Speaker, Subject, Timed, pair_of

#: Units of what cases and deaths are counted in.
_BEINGS = frozenset({"people", "cases", "patients", "deaths", "units"})
#: How a subject is told that nobody trades.
_COUNTED = "what is counted"
_RELATIVE = frozenset({"percent", "percentage_points", "times"})


def _parted(between: str) -> bool:
    return bool(set(between) & set("，,；;"))


class AsianRules(Rules):
    """The rules of Korean and Chinese."""

    #: Whose trade the text first spoke of: a new paragraph that names nobody comes back to it.
    _lead: Flow | None = None

    def scene(self, sentence: Sentence) -> Scene:
        """The sentence with its countries, flows and times; it is one clause."""
        reading, context = self.reading, self.context
        named = parties.parties(reading, sentence)
        found = [Clause("main", [(sentence.start, sentence.end)])]
        traded = flows.find(reading, sentence, named, found, context, self._lead)
        self._lead = self._lead or next((f for f in traded if f.stated and f.reporter and f.sense != "trade"), None)
        return Scene(
            sentence,
            named,
            found,
            traded,
            timing.whens(reading, sentence, found, context),
        )

    def speaker(self, scene: Scene) -> Speaker | None:
        """Whom the sentence names as saying it."""
        return speakers.speaker(self.reading, scene.sentence)

    def zeros(self, sentence: Sentence) -> list[Figure]:
        """ "수입은 없었다", "没有进口"."""
        return zeros.zeros(self.reading, sentence)

    def movement(self, scene: Scene, figure: Figure) -> Movement:
        """How a figure moves, from the words next to it."""
        return movement(self.reading, scene.sentence, figure)

    def flow_of(self, scene: Scene, figure: Figure, moved: Movement) -> Flow | None:
        """Korean: the verb behind the figure, else the noun before it. Chinese: what stands before it."""
        if self._paid(scene, figure) is not None:
            return None
        left = [f for f in scene.flows if f.end <= figure.start or f.start < figure.end]
        right = [f for f in scene.flows if f.start >= figure.end]
        if self.reading.language == "ko" and right and right[0].verb:
            between = self.reading.text[figure.end : right[0].start]
            topic = left and not left[-1].verb and figure.kind in _RELATIVE
            if not topic and not any(end in between for end in ("고 ", "며 ", "으나", "지만", ". ")):
                return right[0]
        return left[-1] if left else right[0] if right else None

    def measure(
        self, scene: Scene, figure: Figure, moved: Movement, flow: Flow | None, earlier: list[Draft]
    ) -> tuple[str, str]:
        """(measure, rule) of a figure."""
        sentence, in_trade = scene.sentence, self.context.sense is not None
        if figure.kind == "money" and self._paid(scene, figure) is not None:
            return "other", "money that is no trade"
        if figure.kind in _RELATIVE:
            return self._relative(scene, figure, moved)
        if "_per_" in figure.unit and figure.kind == "money":
            return "price", "a price a unit"
        for cue in sentence.cues_of("per", "cap"):
            if cue.sense in {"pricewords", "cap"} and 0 <= figure.start - cue.end <= 8:
                return ("cap", "a limit") if cue.sense == "cap" else ("price", "a price")
        unit = figure.unit.partition("_per_")[0]
        for cue in [c for c in sentence.cues_of("cases") if c.sense != "skip"]:
            ahead, behind = figure.start - cue.end, cue.start - figure.end
            if unit in _BEINGS and (-2 <= behind <= 12 or -2 <= ahead <= 6):
                return cue.sense, "what is counted"
        if unit in {"cases", "doses"}:
            return unit, "what is counted"
        if moved.relation == "by":
            return "change", "an amount of change"
        if flow is not None and flow.balance and figure.kind == "money":
            return "other", "a trade balance"
        money = figure.kind == "money" or (figure.kind == "zero" and len(figure.unit) == 3)
        if money:
            return ("trade_value", "money in trade") if flow or in_trade else ("other", "money")
        if flow is not None or (in_trade and figure.kind == "quantity"):
            return "trade_quantity", "a quantity in trade"
        return ("count", "a count") if figure.kind in {"count", "zero"} else ("other", "a quantity")

    def _paid(self, scene: Scene, figure: Figure) -> Cue | None:
        """What a figure is of where that is no trade: "동결자금 약 70억 달러", "인건비가 절반"."""
        text = self.reading.text
        for cue in scene.sentence.cues_of("funds"):
            between = text[cue.end : figure.start]
            if cue.end <= figure.start and len(between) <= 4 and not set(between) & set(",，、;；。("):
                return cue
        return None

    def _relative(self, scene: Scene, figure: Figure, moved: Movement) -> tuple[str, str]:
        near = [
            c for c in scene.sentence.cues_of("share")
            if (-8 <= c.start - figure.end <= 6 and not _parted(self.reading.text[figure.end : c.start]))
            or 0 <= figure.start - c.end <= 8
        ]  # fmt: skip
        if figure.unit == "percentage_points" and moved.relation == "by":
            return "change", "points of a percentage"
        if near and not (moved.cue is not None and abs(moved.cue.start - figure.end) < abs(near[0].start - figure.end)):
            return "share", "a part of a whole"
        if moved.relation == "by":
            measured = moved.direction == "none" and moved.cue is None
            return ("ratio", "measured by another time") if measured else ("change", "a relative change")
        if figure.unit == "times":
            return "ratio", "a multiple"
        text = self.reading.text
        if text[figure.end : figure.end + 4].strip().startswith(("수준", "정도", "水平")):
            return "ratio", "on a level with a part of another"
        if text[max(figure.start - 4, 0) : figure.start].rstrip(" 의约약").endswith(("가운데", " 중", "其中", "中的")):
            return "share", "a part of what was named"
        return "other", "a percentage of something unsaid"

    def subject(self, scene: Scene, draft: Draft, earlier: list[Draft]) -> Subject:
        """The goods, or whatever else, that a figure is about."""
        paid = self._paid(scene, draft.figure)
        if paid is not None:
            start = paid.start
            while start > scene.sentence.start and paid.start - start < 8 and self.reading.text[start - 1].isalpha():
                start -= 1
            start = start if self.reading.language == "ko" else paid.start
            return Subject(self.reading.text[start : paid.end], "money that is no trade", own=True)
        return subjects.subject(self.reading, scene, draft, earlier, self.context)

    def pair(self, scene: Scene, draft: Draft, last: Draft | None) -> tuple[Pair, str]:
        """(the two ends, rule) of a figure."""
        if self._paid(scene, draft.figure) is not None:
            return Pair(), "no trade"
        if draft.flow is None and draft.measure == "share" and last is None and not scene.flows and draft.subject:
            counted = draft.subject.rule == _COUNTED
            if counted:
                return Pair(), "a part of what is counted"
        if draft.measure in {"cases", "deaths", "rate"} or (
            draft.measure in {"count", "other", "doses"} and draft.flow is None
        ):
            place = next((p.code for p in scene.parties), self.context.subject)
            return Pair(partners=tuple(c for c in [place] if c)), "where it is counted"
        beside = self._beside(scene, draft)
        if beside is not None:
            return beside, "the country beside the figure"
        if draft.flow is not None:
            return draft.flow.pair, "the flow's ends"
        if last is not None and last.pair.everyone:
            return last.pair, "the figure before"
        return self.context.pair, "the flow of the sentence before"

    def _beside(self, scene: Scene, draft: Draft) -> Pair | None:
        """ "중국(1.2%)과 베트남(1.0%) 수출": a country and its figure in brackets."""
        figure, flow, text = draft.figure, draft.flow, self.reading.text
        sense = flow.sense if flow is not None else self.context.sense
        if sense is None or sense == "trade":
            return None
        gaps = {"(", "（"}
        if scene.sentence.cues_of("apiece"):
            gaps |= {"이 ", "가 ", "은 ", "는 ", " ", "이 약 ", "가 약 ", "为", "達", "达"}
        party = next((p for p in scene.parties if text[p.end : figure.start] in gaps), None)
        if party is None:
            return None
        known = (self.context.home, self.context.reporter, flow.home if flow is not None else None)
        home = next((c for c in known if c and c != party.code), None)
        return pair_of(sense, home, party.code)

    def own_time(self, scene: Scene, draft: Draft) -> Timed | None:
        """The period that the sentence itself gives a figure."""
        own = timing.time_of(self.reading, scene, draft.figure, self.context)
        if own is None and self._paid(scene, draft.figure) is not None:
            return Timed(None, "no time given")
        return own
