"""English: the answers of its rooms, put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tidewaiter.claims.english import clauses, echoes, speakers, zeros
from tidewaiter.claims.english.flows import flow_choice, flows, sides, trading
from tidewaiter.claims.english.goods import pronouns, subjects
from tidewaiter.claims.english.measures import answers, conversions, levels, likened, measures
from tidewaiter.claims.english.measures.movement import movement
from tidewaiter.claims.english.nones import LISTED
from tidewaiter.claims.english.parties import pairs, refusals
from tidewaiter.claims.english.roles import parties
from tidewaiter.claims.english.times import ongoing_times, time_pairs, timing, whens
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Pair
from tidewaiter.claims.reading.reading import Sentence
from tidewaiter.claims.reading.scene import OF_AMOUNT, TOTAL, Draft, Flow, Movement, Scene, Speaker, Subject, Timed
from tidewaiter.claims.rules import Rules
from tidewaiter.claims.words.lexicon import words

#: Characters between goods and their share in brackets.
_IN_BRACKET = 2
#: Words from a change in percent to the amount that says it again.
_REPEATED = 5
_BEHIND = "a share behind its amount"
_OR = (["("], [",", "which", "is"], [",", "or"], ["or"], [",", "reaching"])
#: What an amount is of, before the share that it makes up.
_OF_IT = frozenset({"it", "that", "them", "this", "these", "those"})
#: Words from an amount to the share behind its goods (" of basmati rice, or").
_OF_GOODS = 6
#: Words from an amount to the share that it makes up (", making up about").
_MADE_UP = 4
_MAKING = frozenset({"accounting", "constituting", "making", "representing"})
_PRICED = words("priced")
#: "Peru came second with 12 percent".
_PLACED = frozenset({"came", "comes", "ranked", "ranks", "was"})
_ORDINALS = words("ordinals")


class EnglishRules(Rules):
    """The rules of English."""

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
            and (self.context.asked or trading.goes_on(self.reading, scene, figure, moved, earlier)),
        )  # fmt: skip
        if measure == "count" and figure.rule == LISTED and earlier and earlier[-1].figure.unit == figure.unit:
            return earlier[-1].measure, "as the amount before in a list of times"
        if measure == "count" and answers.answers(self.reading, scene.sentence, figure, self.context):
            return "trade_quantity", "set beside the amount told before"
        if measure == "share" and figure.kind == "percent" and self._part_of(figure, earlier):
            # "Goods worth $1 billion, representing 8 percent of the total".
            return "share", _BEHIND
        if measure in {"trade_value", "trade_quantity"} and self._says_again(scene, figure, earlier):
            # "Rose by 27 percent (1,200 tonnes)", "increased nearly 60%, or $2.2 billion".
            if moved.relation == "none":
                moved.relation, moved.direction, moved.cue = "by", earlier[-1].moved.direction, earlier[-1].moved.cue
            return "change", "a change in other words"
        if figure.kind != "percent" or measure not in {"other", "change"}:
            return measure, rule
        words = self.reading.words(max(scene.sentence.start, figure.start - 16), figure.start)
        goes_on = moved.relation in {"none", "to"} and earlier and earlier[-1].measure == "share"
        if goes_on and "to" in words[-2:]:
            return "share", "a share as the one before"
        if measure == "change" and self._shares_on(scene, figure, moved, earlier):
            # "The share climbed to 49 percent in 2022 and 52 percent in 2023".
            moved.relation = "to"
            return "share", "a share as the one before"
        if measure == "other" and goes_on:
            return "share", "a share as the one before"
        if measure == "other" and moved.relation == "from" and earlier and earlier[-1].measure == "share":
            return "share", "a share as the one before"
        if measure == "other" and self._part_of(figure, earlier):
            return "share", _BEHIND
        bracketed = words[-1:] == ["("] and self.reading.text[figure.end : figure.end + 1] == ")"
        said = scene.sentence.cues_of("share")
        if measure == "other" and bracketed and (said or any(draft.measure == "share" for draft in earlier)):
            # "23,700 tonnes or 22 percent of the total, Bulgaria 19,500 tonnes (18.2 percent)".
            return "share", "a share as the one before"
        if measure == "other" and self._is_part(scene, figure, flow):
            return "share", "a part of what is traded"
        if measure == "other" and scene.sentence.cues_of("partner"):
            return "share", "a partner's share"
        return measure, rule

    def _says_again(self, scene: Scene, figure: Figure, earlier: list[Draft]) -> bool:
        last = earlier[-1] if earlier else None
        if last is None or last.measure != "change" or last.figure.kind != "percent":
            return False
        before = self.reading.words(max(0, last.figure.start - 4), last.figure.start)[-1:]
        between = self.reading.words(last.figure.end, figure.start)
        if between[-2:] == [",", "or"] and len(between) <= _REPEATED and figure.kind in {"money", "quantity"}:
            # "Increased nearly 60% to Russia, or $2.2 billion".
            return not any(last.figure.end <= c.start < figure.start for c in scene.sentence.cues)
        # "A rise of 6.3 percent ($498 million)", "rose by 27 percent (1,200 tonnes)".
        return between == ["or"] or (before in (["by"], ["of"]) and between == ["("])

    def _is_part(self, scene: Scene, figure: Figure, flow: Flow | None) -> bool:
        """ "Exports to Peru were 38 percent", "gold (30 percent)", "followed by tea at 11 percent"."""
        sentence = scene.sentence
        before = self.reading.words(max(sentence.start, figure.start - 48), figure.start)
        if before[-1:] in (["were"], ["was"]):
            return flow is not None and not flow.verb
        if before[-1:] == ["("]:
            traded = flow is not None or self.context.sense is not None
            # "Turnover was largest with China (18 percent)"; where something moved, it may be by how much.
            named = [g.end for g in sentence.goods] + [p.end for p in scene.parties if not sentence.changes]
            return traded and any(0 < figure.start - end <= _IN_BRACKET for end in named)
        if before[-1:] not in (["at"], ["with"]) or self.context.sense is None:
            return False
        return "followed" in before or any(verb in _PLACED and place in _ORDINALS for verb, place in pairwise(before))

    def _again(self, draft: Draft, earlier: list[Draft]) -> Draft | None:
        """The amount that a figure only says once more, in another currency or as a share."""
        if self._told_of_share(draft.figure, earlier):
            return earlier[-1]
        if draft.rules.get("measure") == _BEHIND or (draft.measure == "share" and self._part_of(draft.figure, earlier)):
            return earlier[-1] if earlier else None
        return conversions.converted(self.reading, earlier, draft.figure)

    def _told_of_share(self, figure: Figure, earlier: list[Draft]) -> bool:
        """ "Diamonds accounted for 86.3 percent ($780 million) of exports": what the share comes to."""
        last = earlier[-1] if earlier else None
        if last is None or last.measure != "share" or figure.kind not in {"money", "quantity"}:
            return False
        return self.reading.words(last.figure.end, figure.start) in (["("], [",", "or"], ["or"])

    def _part_of(self, figure: Figure, earlier: list[Draft]) -> bool:
        """ "$188 million (15.9 percent)", "$387 million, which is 32.8 percent"."""
        last = earlier[-1] if earlier else None
        if last is None or last.measure not in {"trade_value", "trade_quantity"}:
            return False
        between = self.reading.words(last.figure.end, figure.begins)
        if between[:1] == ["of"] and between[1:2] and between[1] in _OF_IT:
            # "India supplied 289,000 tonnes of that, or 55 percent".
            between = between[2:]
            if between == [","]:
                return True
        if between[:1] == ["of"] and between[-2:] == [",", "or"] and len(between) <= _OF_GOODS:
            # "289,000 tonnes of its rice, or 55 percent".
            return last.moved.relation != "by"
        if between == [","] and self.reading.words(last.figure.start - 2, last.figure.start)[-1:] == ["("]:
            # "Wood ($1.4 billion, 24.6%)".
            return self.reading.text[figure.end : figure.end + 1] == ")"
        making = between[:1] == [","] and 1 < len(between) <= _MADE_UP and between[1] in _MAKING
        return making or between in _OR

    def _shares_on(self, scene: Scene, figure: Figure, moved: Movement, earlier: list[Draft]) -> bool:
        last = earlier[-1] if earlier else None
        if last is None or last.measure != "share" or last.moved.relation != "to" or moved.cue is not last.moved.cue:
            return False
        return "and" in self.reading.words(last.figure.end, figure.start) and moved.cue is not None

    def subject(self, scene: Scene, draft: Draft, earlier: list[Draft]) -> Subject:
        """The goods, or whatever else, that a figure is about."""
        again = self._again(draft, earlier)
        if again is not None and again.subject is not None:
            return again.subject
        return subjects.subject(self.reading, scene, draft, earlier, self.context)

    def pair(self, scene: Scene, draft: Draft, last: Draft | None) -> tuple[Pair, str]:
        """(the two ends, rule) of a figure."""
        again = self._again(draft, [last] if last else [])
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
        time_pairs.pair_off(self.reading, scene, drafts)
        time_pairs.ends_of_run(self.reading, scene, drafts, self.context)

    def own_time(self, scene: Scene, draft: Draft) -> Timed | None:
        """The period that the sentence itself gives a figure."""
        if draft.rules.get("measure") == OF_AMOUNT:
            # "37 percent of the $2.8 billion of 2019": the time behind it is the amount's.
            scene = replace(scene, whens=[w for w in scene.whens if w.end <= draft.figure.start])
        timed = timing.time_of(self.reading, scene, draft.figure, self.context)
        if timed is None and refusals.seized(self.reading, scene):
            return Timed(None, "held up at no time told")
        timed = ongoing_times.so_far(draft, timed, self.context)
        return ongoing_times.to_come(self.reading, scene, draft, timed, self.context.anchor.year)

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
