"""English: the answers of its rooms, put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from tidewaiter.claims.changes import elided, exchanged, listed_units, pieces, priced, priced_again
from tidewaiter.claims.english import clauses, echoes, said_again, speakers, zeros
from tidewaiter.claims.english.flows import flow_choice, flows, sides, trading
from tidewaiter.claims.english.goods import pronouns, subjects
from tidewaiter.claims.english.measures import after_others, conversions, levels, likened, measures
from tidewaiter.claims.english.measures.after_others import After
from tidewaiter.claims.english.measures.how_often import is_how_often
from tidewaiter.claims.english.measures.movement import movement
from tidewaiter.claims.english.measures.prices import goes_on
from tidewaiter.claims.english.parties import pairs, refusals
from tidewaiter.claims.english.roles import parties
from tidewaiter.claims.english.times import ongoing_times, summed_times, time_pairs, timing, whens
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.prices_told import PricesTold
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import OF_AMOUNT, TOTAL, Draft, Flow, Movement, Scene, Speaker, Subject, Timed
from tidewaiter.claims.rules import Rules
from tidewaiter.claims.words.lexicon import words

_PRICED = words("priced")
#: What money may be taken for that goes on with a price.
_OF_MONEY = frozenset({"other", "trade_value"})


class EnglishRules(Rules):
    """The rules of English."""

    def __init__(self, reading: Reading, context: Context) -> None:
        super().__init__(reading, context)
        self._throughout = elided.throughout(reading.text)
        self._exchanged = exchanged.tells(reading.tokens.words)
        self._costs_one = priced.costs_one(reading.text)
        self._prices = PricesTold(("flow_noun",), partial(goes_on, reading))

    def completed(self, sentence: Sentence, before: Sequence[Figure]) -> Sequence[Figure]:
        """The figures of a sentence: bare numbers with the units close by, bare prices as for the same."""
        text = self.reading.text
        figures = listed_units.stepped(text, listed_units.scaled(text, sentence.figures))
        figures = priced_again.told_again(text, figures, before)
        figures = elided.completed(text, figures, before, throughout=self._throughout)
        figures = exchanged.exchanged(text, figures) if self._exchanged else figures
        alike = priced.told_alike(text, priced.for_one(text, figures) if self._costs_one else figures)
        return self._prices.by_weight(sentence, alike)

    def is_how_often(self, sentence: Sentence, figure: Figure) -> bool:
        """ "The ferry called 38 times in May"."""
        return is_how_often(self.reading, sentence, figure)

    def scene(self, sentence: Sentence) -> Scene:
        """The sentence with its countries, clauses, flows and times."""
        reading, context = self.reading, self.context
        named = parties.parties(reading, sentence, context)
        found = clauses.clauses(reading, sentence, named)
        return Scene(
            sentence,
            named,
            found,
            flows.find(reading, sentence, named, found, context),
            whens.whens(reading, sentence, found, context),
        )

    def speaker(self, scene: Scene) -> Speaker | None:
        """Whom the sentence names as saying it."""
        return speakers.speaker(self.reading, scene.sentence, scene.parties, self.context)

    def zeros(self, sentence: Sentence) -> list[Figure]:
        """ "Did not import any", "no exports", "ceased"."""
        return zeros.zeros(self.reading, sentence)

    def movement(self, scene: Scene, figure: Figure) -> Movement:
        """How a figure moves, from the words next to it."""
        if figure.kind == "zero" and figure.rule == zeros.CEASED:
            return Movement("to", "decrease")
        before = self.reading.words(max(scene.sentence.start, figure.start - 16), figure.start)[-2:]
        if figure.kind == "money" and before in (["value", "of"], ["volume", "of"]):
            # "A reduced import value of $272 million".
            return Movement()
        return movement(self.reading, scene.sentence, scene.clauses, figure)

    def flow_of(self, scene: Scene, figure: Figure, moved: Movement) -> Flow | None:
        """The flow of the sentence that a figure is of."""
        if self.context.funding and figure.kind == "money":
            # "Donors have given $14 million", under "Funding".
            return None
        return flow_choice.flow_of(self.reading, scene, figure, moved)

    def measure(
        self, scene: Scene, figure: Figure, moved: Movement, flow: Flow | None, earlier: list[Draft]
    ) -> tuple[str, str]:
        """(measure, rule) of a figure."""
        again = conversions.converted(self.reading, earlier, figure)
        if again is not None:
            if moved.relation == "none":
                # "Rose to 9 million yuan ($1.3 million)": moved as far, and from where, as the amount it says again.
                moved.relation, moved.direction, moved.cue = (
                    again.moved.relation,
                    again.moved.direction,
                    again.moved.cue,
                )
            return again.measure, "the amount before in another currency"
        measure, rule = measures.measure(
            self.reading, scene.sentence, scene.clauses, figure, moved, flow,
            in_trade=self.context.sense is not None
            and not (self.context.funding and figure.kind == "money")
            and (self.context.asked or trading.goes_on(self.reading, scene, figure, moved, earlier)),
        )  # fmt: skip
        if measure in _OF_MONEY and moved.relation != "by" and self._prices.goes_on(scene, figure, earlier):
            return "price", "a price goes on"
        if measure == "count" and self.context.sense is not None and figure.rule.endswith(pieces.NUMBERED):
            # "The number of thermometers went up to 143,000", told of what was bought.
            measure, rule = "trade_quantity", "so many of what is traded"
        return after_others.settled(
            After(self.reading, scene, figure, moved, flow, earlier, self.context, measure, rule)
        )

    def subject(self, scene: Scene, draft: Draft, earlier: list[Draft]) -> Subject:
        """The goods, or whatever else, that a figure is about."""
        again = after_others.amount_again(self.reading, draft, earlier)
        if again is not None and again.subject is not None:
            return again.subject
        found = subjects.subject(self.reading, scene, draft, earlier, self.context)
        return self._prices.goods(scene, draft, found, earlier)

    def pair(self, scene: Scene, draft: Draft, last: Draft | None) -> tuple[Pair, str]:
        """(the two ends, rule) of a figure."""
        again = after_others.amount_again(self.reading, draft, [last] if last else [])
        if again is not None:
            return again.pair, "the amount before"
        found, rule = pairs.pair(self.reading, scene, draft, last, self.context)
        named = draft.flow.goods if draft.flow is not None else None
        if (
            rule == pairs.TURNED
            and draft.figure.kind == "money"
            and not named
            and not (draft.subject and draft.subject.own)
        ):
            # "It bought rice and sugar. Shipments the other way came to $3 million": of everything.
            draft.subject = Subject(TOTAL, "trade the other way, without goods")
        return found, rule

    def turn(self, sentence: Sentence) -> None:
        """ "On the import side, …": of the same country, the other way."""
        sides.turn(self.reading, sentence, self.context)

    def answer(self, scene: Scene, drafts: list[Draft]) -> None:
        """Lists that answer one another, of flows and of times."""
        super().answer(scene, drafts)
        echoes.answer(self.reading, scene, drafts, self.context)
        said_again.take(self.reading, scene, drafts, self.context)
        said_again.learn(scene, drafts, self.context)
        time_pairs.pair_off(self.reading, scene, drafts)
        time_pairs.of_all(self.reading, drafts)
        time_pairs.ends_of_run(self.reading, scene, drafts, self.context)
        self._prices.learn(scene, drafts)

    def own_time(self, scene: Scene, draft: Draft) -> Timed | None:
        """The period that the sentence itself gives a figure."""
        if draft.rules.get("measure") == OF_AMOUNT:
            # "37 percent of the $2.8 billion of 2019": the time behind it is the amount's.
            scene = replace(scene, whens=[w for w in scene.whens if w.end <= draft.figure.start])
        timed = timing.time_of(self.reading, scene, draft.figure, self.context)
        if timed is None and refusals.seized(self.reading, scene):
            return Timed(None, "held up at no time told")
        timed = timed or summed_times.of_all_months(self.reading, scene, draft, self.context)
        timed = ongoing_times.so_far(draft, timed or ongoing_times.as_a_habit(self.reading, scene, draft), self.context)
        return ongoing_times.to_come(self.reading, scene, draft, timed, self.context)

    def likened(self, scene: Scene, drafts: list[Draft]) -> Sequence[Draft]:
        """ "Equivalent to its total imports in 2021", "nearly as much from India"."""
        return likened.likened(self.reading, scene, drafts)

    def topic(self, scene: Scene) -> str | None:
        """ "Heavy trucks were the largest item.": the goods that a sentence without figures is about."""
        return pronouns.topic(self.reading, scene)

    def this_year(self, scene: Scene, draft: Draft) -> bool:
        """ "Has imported", without a time, speaks of the year so far."""
        flow = draft.flow
        if flow is None or not flow.verb:
            return False
        return any(c.kind == "perfect" and 0 <= flow.start - c.end <= 16 for c in scene.sentence.cues)

    def of_the_news(self, scene: Scene, draft: Draft) -> bool:
        """ "Prices averaged $92 a tonne" is of the trade reported, "diesel cost 9,000 won a kilo" is not."""
        said = self.reading.words(scene.sentence.start, draft.figure.start)
        traded = any(f.kind in {"money", "quantity"} and f.end <= draft.figure.start for f in scene.sentence.figures)
        if traded or _PRICED & set(said) or any(w.role == "base" for w in scene.whens):
            return True
        # "At $437 a tonne the rice was cheap": the rice that was told of.
        known = (self.context.product or "").lower()
        return any(
            self.reading.words(max(0, g.start - 5), g.start)[-1:] == ["the"]
            and self.reading.text[g.start : g.end].lower() in known
            for g in scene.sentence.goods
        )

    def refused(self, scene: Scene, draft: Draft) -> bool:
        """ "It declined 3 million vaccines": turned down, not fallen."""
        return refusals.refused(self.reading, scene, draft, self.context)

    def stands(self, scene: Scene, draft: Draft, drafts: list[Draft]) -> bool:
        """ "…, down from $102 million in April", "…, a pace much higher than in the last five years"."""
        return levels.stands(self.reading, scene, draft, drafts)
