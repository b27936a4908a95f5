"""Where a text holds a before, an after, and what it says of the step between them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE, SUPPORTED
from tidewaiter.verdicts.passages import sentence_before
from tidewaiter.verdicts.passages.links import says
from tidewaiter.verdicts.passages.next_clauses import tells_of_else
from tidewaiter.verdicts.passages.own_bases import names_its_own
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.passages.questions import base_period
from tidewaiter.verdicts.passages.tight import tied_base, tight_steps
from tidewaiter.verdicts.passages.told import (
    Step,
    answered,
    of_change,
    told_steps,
    told_way,
    way_told,
)
from tidewaiter.verdicts.relations import meant
from tidewaiter.verdicts.relations.directions import directions
from tidewaiter.verdicts.relations.factor import Multiple
from tidewaiter.verdicts.relations.level_index import LevelIndex
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.relations.shares_told import is_of_the_last_two, of_parts
from tidewaiter.verdicts.relations.steps import Difference
from tidewaiter.verdicts.relations.triangles import Change
from tidewaiter.verdicts.wording import is_currency

_OF_WHAT = re.compile(r"\s*of\b[^,;.()]{0,40}\(?", re.IGNORECASE)
#: "11 percent less than in 2021, when vaccines alone had made up $190 million": of a part of what there was then.
_ALONE = re.compile(r"\balone\b", re.IGNORECASE)
#: Behind a fraction: it is one of what follows, and no step.
_OF_IT = ("the", "of", "its", "that", "what", "as much", "as many", "der", "des", "les", "du")
#: Of figures with the same scope (said twice, rounded differently) so many are tried.
_TRIED = 4


def find(passage: Passage) -> Iterator[Relation]:
    """Every change, multiple and difference whose two levels are in the text, and every stated rise and fall."""
    levels = [c for c in passage.claims if scope.is_level(c) and c.value > 0 and not passage.is_balance(c)]
    index = LevelIndex(levels)
    by_sentence: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in passage.claims:
        by_sentence[claim.sentence].append(claim)
    told = {
        sentence: of_parts(passage, claims, told_steps(passage, claims)) for sentence, claims in by_sentence.items()
    }
    tight = _tight(passage, by_sentence)
    for claim in passage.claims:
        if claim in tight:
            yield from _worded(passage, claim, tight[claim], index)
        elif claim.measure in ("change", "ratio") and claim.value > 0:
            here = by_sentence[claim.sentence]
            if is_of_the_last_two(passage, here, here.index(claim)):
                continue
            # "The price fell from 73 to 53 dollars, so that the value shrank by 8 percent".
            amounts = [s for s in told[claim.sentence] if not scope.is_price(s.after)]
            steps = [
                s
                for s in of_change(passage, claim, amounts, here)
                if not (
                    _of_another(claim, s, here)
                    or _of_a_next_flow(claim, s, here)
                    or tells_of_else(passage, claim, s, here)
                )
            ]
            around = [*here, *(c for c in passage.mute if c.sentence == claim.sentence)]
            own = answered(passage, claim, here)
            implied = list(_implied_for(passage, claim, index))
            implied = [s for s in implied if s.after is own or not _behind_another(claim, s, around)]
            steps = [s for s in steps if not (_is_ahead(passage, claim, s) and _behind_another(claim, s, around))]
            if not steps:
                both = list(sentence_before.both_told(passage, claim, by_sentence))
                steps = [s for s in both if s.stated] or implied or both
            from_before = [s for s in steps if sentence_before.is_told(passage, claim, s, here)]
            if from_before and not tells_of_else(passage, claim, from_before[0], here):
                yield from _worded(passage, claim, replace(from_before[0], stated=True), index)
                continue
            steps = [s for s in steps if own in (None, s.after) and not _of_a_nearer(passage, claim, s, here)]
            yield from (
                r
                for r in _best(passage, claim, steps, index)
                if not of_another_base(passage, r) and not meant.is_uneven(r)
            )
    yield from directions(passage, levels, index, told)


def of_another_base(passage: Passage, relation: Relation) -> bool:
    """Whether a step does not fit two figures of which words straight beside it name another earlier one."""
    step, *levels = relation.claims
    if relation.outcome() != CONTRADICTED:
        return False
    return names_its_own(passage, step, levels[-1]) or tied_base(passage, step) not in (None, *levels)


def _tight(passage: Passage, sentences: Mapping[tuple[int, int], Sequence[Claim]]) -> dict[Claim, Step]:
    """The steps that words straight between the figures tie to their percentages."""
    found: dict[Claim, Step] = {}
    before: Sequence[Claim] = ()
    paragraph: list[Claim] = []
    for claims in sentences.values():
        steps = dict(tight_steps(passage, claims, before))
        paragraph = [*(c for c in paragraph if passage.block(c) == passage.block(claims[0])), *claims]
        near = [*before, *paragraph]
        found.update(
            {
                c: step
                for c, step in steps.items()
                if not (_of_another(c, step, near) or tells_of_else(passage, c, step, near))
                and not names_its_own(passage, c, step.before)
                and not (c.end <= step.before.start and _ALONE.search(passage.between(c, step.before)))
            }
        )
        before = claims
    return found


def _of_another(claim: Claim, step: Step, claims: Sequence[Claim]) -> bool:
    """ "$42 million in October, less than September's $70 million but 25 times the $1.7 million of a year before".

    The amount straight before the step is of another time than the step, and one of the step's time stands there too,
    or further up: "It sold $167 million. That compares with $31 million in 2019 and is 14 times …".
    """
    if not (claim.period and step.after.period and scope.periods_clash(claim, step.after)):
        return False
    return any(
        scope.is_level(other) and other.unit == step.after.unit and scope.same_period(other, claim)
        for other in claims
        if other not in (claim, step.after, step.before)
    )


def _of_a_next_flow(claim: Claim, step: Step, claims: Sequence[Claim]) -> bool:
    """ "To Chad from $36 million to $450 million; to Mali $220 million, up 6.5-fold": another trade stands between."""
    end = max(step.after.end, step.before.end)
    between = (c for c in claims if end <= c.start < claim.start and scope.is_level(c))
    return any(c.unit == step.after.unit and not scope.same_flow(c, step.after) for c in between)


def _of_a_nearer(passage: Passage, claim: Claim, step: Step, sentence: Sequence[Claim]) -> bool:
    """ "Jute slipped to 86 from 91, and leather to 104 from 118, a loss of 14": right for the two told in between."""
    end = max(step.after.end, step.before.end)
    between = [c for c in sentence if end <= c.start < claim.start and c.unit == step.after.unit]
    if len(between) < 2:
        return False
    after, before = sorted(between[-2:], key=lambda level: passage.came_from(level))
    if passage.came_from(after) or not passage.came_from(before):
        return False
    relation = _relation(passage, claim, Step(after, before, stated=True))
    return relation is not None and relation.outcome() == SUPPORTED


def _worded(passage: Passage, claim: Claim, step: Step, index: LevelIndex) -> Iterator[Relation]:
    """A step whose words leave no other levels to be meant; others that it would be right for name its slip."""
    relation = _relation(passage, claim, step, worded=True)
    if isinstance(relation, Change) and relation.outcome() == CONTRADICTED:
        instead = meant.of_trade(passage, relation) or meant.instead(relation, index) or meant.beside(passage, relation)
        if instead is None and meant.of_the_sum(passage, relation):
            return
        heads = (c for c in passage.claims if c.sentence == claim.sentence and c.end <= step.after.start)
        if any(_named(passage, head) is step.after for head in heads):
            # "Less than half of the 10,300 tons planned and 38 percent down on the 8,000 tons of 2019".
            return
        other = instead is not None and (instead[0].unit != step.after.unit or scope.direction(instead[0]) is None)
        if other and instead is not None and all(passage.adjoining(claim, level) for level in instead):
            # "9,000 t ($80 million), from 6,000 t ($30 million), up 50%": of the tonnes beside them.
            relation = Change((claim, *instead), link="near", firm=relation.firm)
        else:
            relation = replace(relation, instead=instead)
    if relation is not None:
        yield relation


def _implied_for(passage: Passage, claim: Claim, index: LevelIndex) -> Iterator[Step]:
    """Levels anywhere in the text whose goods, flow and periods are those that the change names."""
    days = scope.period(claim)
    base = None if days is None else base_period(claim, days)
    if days is None or base is None or base.same_days(days):
        return
    if "average" in passage.ground(claim) and len(base.months()) != len(days.months()):
        # "4.5 times the monthly average of 2021": not all of it.
        return
    befores = index.at(base, claim)[:_TRIED]
    for after in index.at(days, claim)[:_TRIED]:
        for before in befores:
            # "1,649 tons for $142 million, averaged $86": what one was paid for is no level of what all of them were.
            if after.unit == before.unit and passage.is_of_each(after) == passage.is_of_each(before):
                yield Step(after, before, stated=False)


def _is_ahead(passage: Passage, claim: Claim, step: Step) -> bool:
    """Whether a step follows a percentage that does not lead to it.

    "300 tonnes, 2 percent less than in 2018, at a cost of $1.2 million, down from $1.4 million".
    """
    return claim.start < min(step.after.start, step.before.start) and not passage.came_to(step.after)


def _behind_another(claim: Claim, step: Step, sentence: Sequence[Claim]) -> bool:
    """Whether a change stands behind an amount in another unit, which is then the one that changed.

    "118 million litres in 2023, 14 percent more than in 2022, and earned $259 million".
    """
    # "60,000 barrels a day in 2020 and 80,000 in 2021, a third more": of what passed in a day.
    told = [c for c in sentence if c.end <= claim.start and c.value > 0]
    levels = [c for c in told if scope.is_level(c) or ("_per_" in c.unit and c.measure == "trade_quantity")]
    if not levels or max(levels, key=lambda level: level.start).unit == step.after.unit:
        return False
    # "946,000 tonnes worth $4.1 billion, up 12 and 30 percent": what holds is what is meant.
    return claim.unit != "percent" or Change((claim, step.after, step.before)).outcome() != SUPPORTED


def _best(passage: Passage, claim: Claim, steps: Sequence[Step], index: LevelIndex) -> Iterator[Relation]:
    """The relation with the pair of levels that bears a change out; where none does, with the nearest pair."""
    relations = [relation for step in steps if (relation := _relation(passage, claim, step)) is not None]
    if not relations:
        return
    order = (SUPPORTED, LOOSE, CONTRADICTED)
    best = min(relations, key=lambda relation: order.index(relation.outcome()))
    if isinstance(best, Change) and best.outcome() == CONTRADICTED:
        instead = meant.of_a_total(passage, best) or meant.instead(best, index)
        if instead is not None and (
            all(_meant(passage, claim, level) for level in instead) or meant.of_a_total(passage, best) == instead
        ):
            # It is right for levels that stand beside it: those are what the text means, whatever was read.
            best = Change((claim, *instead), link="near", firm=best.firm)
        else:
            best = replace(best, instead=instead)
    if not meant.of_any(passage, best):
        yield best


def _meant(passage: Passage, claim: Claim, level: Claim) -> bool:
    """Whether a level stands so near that a percentage may be meant to be of it.

    In its sentence or the one before; and in the one after, where the percentage does not say what it is against.
    """
    if level.start > claim.start and not passage.same_sentence(claim, level):
        said = not claim.rules or claim.rules.get("comparison", "").startswith("compared with")
        return not said and passage.adjoining(claim, level)
    return passage.adjoining(claim, level)


def _named(passage: Passage, ratio: Claim) -> Claim | None:
    """The amount that stands in "a fifth of April's $102.34 million"; None where the ratio names none."""
    after = min((c for c in passage.claims if c.start >= ratio.end), key=lambda c: c.start, default=None)
    if after is None or after.sentence != ratio.sentence or not scope.is_level(after):
        return None
    return after if _OF_WHAT.fullmatch(passage.between(ratio, after)) else None


def _relation(passage: Passage, claim: Claim, step: Step, *, worded: bool = False) -> Relation | None:
    if not worded and _named(passage, claim) not in (None, step.before):
        return None
    claims = (claim, step.after, step.before)
    money = is_currency(step.after.unit) or scope.is_price(step.after)
    if not money and claim.measure == "change" and says("of_money", passage.own_lead(claim)):
        # "12,505 tons, up 60% from 7,796. The value edged up 0.4%": of money, wherever that stands.
        return None
    # Volumes are what goods in tonnes are told in.
    known = frozenset() if is_currency(step.after.unit) else frozenset({"volume"})
    # Of a price and of the earlier one it is the average.
    known |= frozenset({"average"}) if scope.is_price(step.after) and scope.is_price(step.before) else frozenset()
    grounds = {passage.ground(each) - known for each in claims}
    if len(grounds) > 1 and not step.stated:
        return None
    # Where the slots' times do not fit the words, only a slip that explains it all is held against a writer.
    told_apart = not scope.same_period(step.after, step.before) and not scope.periods_clash(claim, step.after)
    link = passage.link(claims, stated=step.stated and (told_apart or worded))
    # What is left out of a series is left out before and after, and other goods are the same others.
    alike = step.stated and grounds in ({frozenset({"without"})}, {frozenset({"others"})})
    firm = grounds == {frozenset()} or alike
    fraction = worded and claim.unit == "percent" and not any(map(str.isdigit, claim.text))
    if fraction and passage.between(claim, step.before).strip().startswith(_OF_IT):
        return Multiple(claims, link=link, firm=firm)
    if claim.unit == "percent" and (claim.measure == "change" or worded):
        way = told_way(passage, claim) if claim.direction == "none" else None
        return Change(claims, link=link, firm=firm, way_told=way_told(passage, claim), way=way)
    backwards = (claim, step.before, step.after)
    if claim.unit == "times":
        shrank = claim.direction == "decrease" and claim.value > 1
        beside = f"{claim.text}{passage.tail(claim, reach=20)}"
        more = says("times_more", beside) or passage.led_by("grew_by", claim)
        return Multiple(backwards if shrank else claims, link=link, firm=firm, more=more)
    if claim.unit == "percent":
        return Multiple(claims, link=link, firm=firm)
    if claim.unit == step.after.unit and claim.direction != "none":
        ordered = claims if claim.direction == "increase" else backwards
        return Difference(ordered, link=link, firm=firm, way_told=way_told(passage, claim))
    return None
