"""Where a text holds a before, an after, and what it says of the step between them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tidewaiter.claims.claim import Claim
from tidewaiter.period import Period
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE, SUPPORTED
from tidewaiter.verdicts.passage import Passage
from tidewaiter.verdicts.questions import base_period
from tidewaiter.verdicts.relation import Relation
from tidewaiter.verdicts.steps import Difference, Direction
from tidewaiter.verdicts.triangles import Change, Multiple

#: Levels that a percentage without a home is tried on.
_SEARCHED = 30
#: A clause that turns to another trade.
_NEW_SUBJECT = re.compile(
    r"[,;—–]\s*(?:as|while|and|but|when|with|whereas)\b[^,;]*"
    r"\b(?:exports?|imports?|shipments?|sales|purchases|deliveries|trade)\b",
    re.IGNORECASE,
)
#: Of figures with the same scope (said twice, rounded differently) so many are tried.
_TRIED = 4


@dataclass(frozen=True, slots=True)
class _Step:
    """Two levels and whether words ("from … to …") tie them."""

    after: Claim
    before: Claim
    stated: bool


def find(passage: Passage) -> Iterator[Relation]:
    """Every change, multiple and difference whose two levels are in the text, and every stated rise and fall."""
    levels = [c for c in passage.claims if scope.is_level(c) and c.value > 0 and not passage.is_balance(c)]
    index = _Index(levels)
    by_sentence: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in passage.claims:
        by_sentence[claim.sentence].append(claim)
    told = {sentence: _told(passage, claims) for sentence, claims in by_sentence.items()}
    for claim in passage.claims:
        if claim.measure in ("change", "ratio") and claim.value > 0:
            steps = _stated_for(passage, claim, told[claim.sentence], by_sentence[claim.sentence])
            steps = steps or list(_implied_for(claim, index))
            yield from _best(passage, claim, steps, index)
    for steps in told.values():
        yield from _directions(passage, steps)
    for claim in levels:
        if claim.direction != "none":
            before = max(index.bases(claim), key=lambda level: level.value, default=None)
            if before is not None:
                rose = claim.direction == "increase"
                yield Direction((claim, before), link=passage.link((claim, before)), rose=rose)


def _directions(passage: Passage, steps: Sequence[_Step]) -> Iterator[Direction]:
    """What the text says of the step itself: that it rose, or "up from"."""
    for step in steps:
        said = {"increase": passage.led_by("up", step.before), "decrease": passage.led_by("down", step.before)}
        ways = {way for way, here in said.items() if here} | {step.after.direction} - {"none"}
        if len(ways) == 1:
            firm = not scope.same_period(step.after, step.before)
            yield Direction((step.after, step.before), link="stated", firm=firm, rose=ways == {"increase"})


class _Index:
    """Levels by unit and period, to find what a change starts from and leads to without comparing all with all."""

    def __init__(self, levels: Iterable[Claim]) -> None:
        self._by_period: dict[str, list[Claim]] = defaultdict(list)
        for claim in levels:
            if (days := scope.period(claim)) is not None:
                self._by_period[_key(days)].append(claim)

    def at(self, days: Period, like: Claim) -> list[Claim]:
        """Levels of the same goods and flow as `like` in a period, whatever their unit; nearest in the text first."""
        found = [
            level
            for level in self._by_period.get(_key(days), ())
            if level is not like and scope.same_flow(level, like) and scope.same_goods(level, like)
        ]
        return sorted(found, key=lambda level: abs(level.start - like.start))

    def like(self, claim: Claim) -> list[Claim]:
        """Levels of the same goods and flow at any time."""
        levels = (level for dated in self._by_period.values() for level in dated)
        return [level for level in levels if scope.same_flow(level, claim) and scope.same_goods(level, claim)]

    def bases(self, claim: Claim) -> list[Claim]:
        """What a level is compared with, in its own unit."""
        days = scope.period(claim)
        base = None if days is None else base_period(claim, days)
        if base is None or days is None or base.same_days(days):
            return []
        return [level for level in self.at(base, claim) if level.unit == claim.unit]


def _key(days: Period) -> str:
    return f"{days.first_day}/{days.last_day}"


def _implied_for(claim: Claim, index: _Index) -> Iterator[_Step]:
    """Levels anywhere in the text whose goods, flow and periods are those that the change names."""
    days = scope.period(claim)
    base = None if days is None else base_period(claim, days)
    if days is None or base is None or base.same_days(days):
        return
    befores = index.at(base, claim)[:_TRIED]
    for after in index.at(days, claim)[:_TRIED]:
        for before in befores:
            if after.unit == before.unit:
                yield _Step(after, before, stated=False)


def _told(passage: Passage, claims: Sequence[Claim]) -> list[_Step]:
    """The "from X to Y" and "to Y from X" of one sentence, and "Y, down … from X"."""
    by_unit: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if scope.is_level(claim) and claim.value > 0 and not passage.is_balance(claim):
            by_unit[claim.unit].append(claim)
    steps = []
    for levels in by_unit.values():
        before_marks = [passage.came_from(level) for level in levels] if len(levels) > 1 else []
        for place in (place for place, marked in enumerate(before_marks) if marked):
            before = levels[place]
            neighbours = [i for i in (place + 1, place - 1) if 0 <= i < len(levels) and not before_marks[i]]
            possible = [levels[i] for i in neighbours if _fit(levels[i], before)]
            after = next((n for n in possible if passage.came_to(n)), None)
            after = after or next((n for n in possible if n.start < before.start), None)
            if after is not None:
                steps.append(_Step(after, before, stated=True))
    return steps


def _fit(after: Claim, before: Claim) -> bool:
    """Whether nothing that the two say of themselves speaks against being one series at two times."""
    return not scope.goods_clash(after, before) and not scope.flows_clash(after, before)


def _stated_for(passage: Passage, claim: Claim, steps: Sequence[_Step], sentence: Sequence[Claim]) -> list[_Step]:
    """The step of its sentence that a change belongs to: the nearest one, where no other change is nearer."""
    rivals = [c for c in sentence if c.measure in ("change", "ratio")]

    def gap(change: Claim, step: _Step) -> int:
        ends = sorted((step.after.start, step.before.start))
        return max(ends[0] - change.start, change.start - ends[1], 0)

    mine = [step for step in steps if min(rivals, key=lambda rival: gap(rival, step)) is claim]
    mine = [step for step in mine if _belongs(claim, step)]
    return sorted(mine, key=lambda step: gap(claim, step))[:1]


def _belongs(claim: Claim, step: _Step) -> bool:
    """Whether the change's own base and scope do not speak against the step."""
    if scope.flows_clash(claim, step.after) or scope.goods_clash(claim, step.after):
        return False
    days, earlier = scope.period(claim), scope.period(step.before)
    base = None if days is None else base_period(claim, days)
    return base is None or earlier is None or base.same_days(earlier)


def _best(passage: Passage, claim: Claim, steps: Sequence[_Step], index: _Index) -> Iterator[Relation]:
    """The relation with the pair of levels that bears a change out; where none does, with the nearest pair."""
    relations = [relation for step in steps if (relation := _relation(passage, claim, step)) is not None]
    if not relations:
        return
    order = (SUPPORTED, LOOSE, CONTRADICTED)
    best = min(relations, key=lambda relation: order.index(relation.outcome()))
    if isinstance(best, Change) and best.outcome() == CONTRADICTED:
        best = replace(best, instead=_instead(best, index))
    yield best


def _instead(broken: Change, index: _Index) -> tuple[Claim, Claim] | None:
    """Other levels of the same goods and flow that a percentage would be right for; those of its own period first."""
    claim, after, before = broken.claims
    levels = index.like(claim)[:_SEARCHED]
    days = scope.period(claim)
    for later in sorted(levels, key=lambda level: scope.period(level) != days):
        for earlier in levels:
            if later is earlier or later.unit != earlier.unit or (later, earlier) == (after, before):
                continue
            if scope.same_period(later, earlier) or later.start == earlier.start:
                continue
            if _after(later, earlier) and Change((claim, later, earlier)).outcome() == SUPPORTED:
                return later, earlier
    return None


def _after(later: Claim, earlier: Claim) -> bool:
    first, second = scope.period(earlier), scope.period(later)
    return first is not None and second is not None and first.last_day < second.last_day


def _turned(passage: Passage, before: Claim, claim: Claim) -> bool:
    """ "… from $4.3 billion, as exports grew 13.4 percent": what grew is not what began at 4.3 billion."""
    if before.sentence != claim.sentence or before.start > claim.start:
        return False
    return _NEW_SUBJECT.search(passage.between(before, claim)) is not None


def _relation(passage: Passage, claim: Claim, step: _Step) -> Relation | None:
    claims = (claim, step.after, step.before)
    if _turned(passage, step.before, claim):
        return None
    grounds = {passage.ground(each) for each in claims}
    if len(grounds) > 1 and not step.stated:
        return None
    # Where the slots' times do not fit the words, only a slip that explains it all is held against a writer.
    told_apart = not scope.same_period(step.after, step.before) and not scope.periods_clash(claim, step.after)
    link = passage.link(claims, stated=step.stated and told_apart)
    firm = grounds == {frozenset()}
    if claim.unit == "percent" and claim.measure == "change":
        return Change(claims, link=link, firm=firm)
    backwards = (claim, step.before, step.after)
    if claim.unit == "times":
        shrank = claim.direction == "decrease" and claim.value > 1
        more = passage.says("times_more", f"{claim.text}{passage.tail(claim, reach=20)}")
        return Multiple(backwards if shrank else claims, link=link, firm=firm, more=more)
    if claim.unit == "percent":
        return Multiple(claims, link=link, firm=firm)
    if claim.unit == step.after.unit and claim.direction != "none":
        ordered = claims if claim.direction == "increase" else backwards
        return Difference(ordered, link=link, firm=firm)
    return None
