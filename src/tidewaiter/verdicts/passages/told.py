"""The steps that a sentence tells in words: "from X to Y", "to Y from X", "Y, up from X"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.passages.links import opens, says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.passages.questions import base_period
from tidewaiter.verdicts.wording import is_currency

#: What begins a new clause: after it, "to Y" is said of something else.
_CLAUSE = re.compile(r"[;:.；。]|\b(?:and|while|as|but|when)\b|,\s*(?!to\b)", re.IGNORECASE)
#: What stands between a percentage and the level that it led to, and between that level and the percentage.
_TO = re.compile(r"[^;:.,；。]{0,40}\bto (?:US)?[$€£¥]?", re.IGNORECASE)
_UP = re.compile(r",? (?:up|down|an? (?:rise|fall|drop|decline|gain|increase|decrease) of)\s*", re.IGNORECASE)
#: Between what something came from, or to, and by how much that was.
_A_STEP = re.compile(
    r"(?: in [\w ]{3,20}| (?:a|the) year (?:earlier|ago|before)| last year)?,? (?:up|down|or|an? (?:rise|fall|drop"
    r"|decline|gain|increase|decrease|reduction|growth) of)\s*",
    re.IGNORECASE,
)
#: Between an amount by which something changed and the same as a percentage.
_OR = re.compile(r"\s*,? (?:or|i\.e\.) (?:by )?(?:about |around |roughly |nearly |almost |some )?|\s*\(", re.IGNORECASE)
#: "涨到5月的每吨", "增至去年的": a verb, and the time that something came to it.
_HAN_TO = re.compile(r"[^，。；,;\d]{0,6}[到至为為](?:[^，。；,;\d]|\d+(?=[年月季])){0,10}")
#: Between a step and what it led to.
_LED_TO = re.compile(
    r"\s*(?:in value |in volume )?to (?:about |around |only |just |some )?(?:US)?[$€£¥₹₩]?\s*", re.IGNORECASE
)
#: A word that turns to something else.
TURNS = re.compile(r"\b(?:while|whereas|but|although)\b", re.IGNORECASE)
_WAYS = ("increase", "decrease")
#: How far beside a percentage a word says which way it went.
_WAY_BEFORE, _WAY_BEHIND = 14, 10

#: Behind an amount by which another one is more or less.
_MORE_THAN = re.compile(r"\s*(?:more|less|higher|lower|fewer) than\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Step:
    """Two levels and whether words ("from … to …") tie them."""

    after: Claim
    before: Claim
    stated: bool


#: Behind a change of the two amounts before it; "a drop of 30 percent from the peak", "in real terms" is of others.
_OF_BOTH = re.compile(
    r"\s*(?:[.,;:)]|\Z|(?:in|within|over|on) (?:a|one|the) (?:month|year|quarter)\b|(?:month|year)[- ]on\b)",
    re.IGNORECASE,
)


def told_steps(passage: Passage, claims: Sequence[Claim]) -> list[Step]:
    """The "from X to Y" and "to Y from X" of one sentence, and "Y, down … from X"."""
    by_unit: dict[tuple[str, bool], list[Claim]] = defaultdict(list)
    for claim in claims:
        if _is_level(claim) and claim.value > 0:
            by_unit[claim.unit, scope.is_price(claim)].append(claim)
    steps = []
    for levels in by_unit.values():
        before_marks = [passage.came_from(level) for level in levels] if len(levels) > 1 else []
        for place in (place for place, marked in enumerate(before_marks) if marked):
            before = levels[place]
            in_turn = _in_turn(passage, levels, place)
            if in_turn:
                steps += [Step(now, then, stated=True) for now, then in in_turn if _fit(now, then)]
                continue
            neighbours = [i for i in (place + 1, place - 1) if 0 <= i < len(levels) and not before_marks[i]]
            possible = [
                levels[i] for i in neighbours if _fit(levels[i], before) and not _parted(passage, levels[i], before)
            ]
            after = next((n for n in possible if passage.came_to(n) or _led_on(passage, before, n)), None)
            after = after or next((n for n in possible if n.start < before.start), None)
            if after is not None and not (passage.is_balance(after) or passage.is_balance(before)):
                steps.append(Step(after, before, stated=True))
    return steps


def _in_turn(passage: Passage, levels: Sequence[Claim], place: int) -> list[tuple[Claim, Claim]]:
    """ "At $400, $300 and $250 million, up from $350, $280 and $200 million": each of a list from its own, in turn."""
    last = place
    while last + 1 < len(levels) and passage.heads_list(levels[last]):
        last += 1
    first = place - 1
    while first > 0 and passage.heads_list(levels[first - 1]):
        first -= 1
    now, then = levels[max(first, 0) : place], levels[place : last + 1]
    return list(zip(now, then, strict=True)) if len(now) == len(then) > 1 else []


def _is_level(claim: Claim) -> bool:
    """Whether it says how much there was, or what one cost, even where it was not read what it is of."""
    # "Up $50 a ton from $400" is how a price moved.
    return not scope.is_movement(claim) and (scope.is_price(claim) or scope.is_level(claim) or claim.measure == "other")


def _fit(after: Claim, before: Claim) -> bool:
    """Whether nothing that the two say of themselves speaks against being one series at two times."""
    if scope.both_ways(after, before):
        return False
    if scope.named_pair(after) and scope.named_pair(before):
        return not scope.goods_clash(after, before) and scope.same_flow(after, before)
    return not scope.goods_clash(after, before) and not scope.flows_clash(after, before)


def _led_on(passage: Passage, before: Claim, after: Claim) -> bool:
    """ "从1月的每吨120美元涨到5月的每吨": what something came to stands straight behind what it came from."""
    return before.end <= after.start and _HAN_TO.fullmatch(passage.between(before, after)) is not None


def _parted(passage: Passage, after: Claim, before: Claim) -> bool:
    """Whether a new clause begins between "from X" and what would then be "to Y"."""
    return before.start < after.start and _CLAUSE.search(passage.between(before, after)) is not None


def of_change(passage: Passage, claim: Claim, steps: Sequence[Step], sentence: Sequence[Claim]) -> list[Step]:
    """The step of its sentence that a change belongs to: the nearest one, where no other change is nearer."""
    rivals = [c for c in sentence if c.measure in ("change", "ratio") and not _is_the_same(passage, c, claim)]

    def gap(change: Claim, step: Step) -> int:
        ends = sorted((step.after.start, step.before.start))
        return max(ends[0] - change.start, change.start - ends[1], 0)

    mine = [step for step in steps if min(rivals, key=lambda rival: gap(rival, step)) is claim]
    mine = [step for step in mine if not accounts_for(passage, claim, step.after, step.before)]
    own = _own_level(passage, claim, sentence)
    mine = [step for step in mine if _belongs(claim, step) and own in (None, step.after, step.before)]
    mine = [step for step in mine if _is_read(step) or _is_straight(passage, step, claim, sentence)]
    return sorted(mine, key=lambda step: (_turned_from(passage, step, claim), gap(claim, step)))[:1]


def accounts_for(passage: Passage, claim: Claim, after: Claim, before: Claim) -> bool:
    """ "The increase of 20 percent reflects prices: the volume slipped from 182,000 tonnes to 176,000".

    Levels behind a colon that went the other way are what explains a change, and not what changed.
    """
    first = min(after, before, key=lambda level: level.start)
    if claim.direction not in _WAYS or claim.end > first.start or ":" not in passage.between(claim, first):
        return False
    return (claim.direction == "increase") != (after.value > before.value)


def _is_the_same(passage: Passage, other: Claim, claim: Claim) -> bool:
    """ "A decline of 65,000 tonnes or 8.5 percent": whether an amount tells the same change straight before."""
    if other.unit in scope.RELATIVE or claim.unit not in scope.RELATIVE or other.end > claim.start:
        return False
    return _OR.fullmatch(passage.between(other, claim)) is not None


def _is_read(step: Step) -> bool:
    """Whether it is known that the levels of a step are amounts of trade or prices, or they are of money."""
    return all(c.measure != "other" or is_currency(c.unit) or scope.is_price(c) for c in (step.after, step.before))


def _is_straight(passage: Passage, step: Step, claim: Claim, sentence: Sequence[Claim]) -> bool:
    """ "Output fell to 698 from 763 in 2022, a decline of 65 or 8.5 percent": told straight behind what it is of."""
    last = max(step.after, step.before, key=lambda level: level.start)
    ahead = next((c for c in reversed(sentence) if c.end <= claim.start), None)
    if ahead is not None and ahead is not last and _is_the_same(passage, ahead, claim):
        claim = ahead
    return last.end <= claim.start and _A_STEP.fullmatch(passage.between(last, claim)) is not None


def _turned_from(passage: Passage, step: Step, claim: Claim) -> bool:
    """ "Exports fell to 1.6 billion from 1.9 billion while imports fell 15 percent": the percentage is not of that."""
    last = max(step.after, step.before, key=lambda level: level.start)
    return last.end <= claim.start and TURNS.search(passage.between(last, claim)) is not None


def _own_level(passage: Passage, claim: Claim, sentence: Sequence[Claim]) -> Claim | None:
    """The level that a percentage stands straight before or after: "rose 45 percent to Y", "Y, up 45 percent"."""
    for level in sentence:
        if not scope.is_level(level):
            continue
        if level.start > claim.start and _TO.fullmatch(passage.between(claim, level)):
            return level
        if level.start < claim.start and _UP.fullmatch(passage.between(level, claim)):
            return level
    return None


def amount_ahead(passage: Passage, step: Claim) -> Claim | None:
    """ "And imports at 213 billion, up 18.5 percent": the amount that a step stands straight behind."""
    ahead = next((c for c in reversed(passage.claims) if c.end <= step.start), None)
    if ahead is None or ahead.sentence != step.sentence or not passage.is_plain_amount(ahead):
        return None
    return ahead if _UP.fullmatch(passage.between(ahead, step)) else None


def amount_behind(passage: Passage, step: Claim) -> Claim | None:
    """ "Fell 10 percent to 711 million kilograms": what a step led to, where that stands straight behind it."""
    behind = next((c for c in passage.claims if c.start >= step.end), None)
    if behind is None or behind.sentence != step.sentence or not _LED_TO.fullmatch(passage.between(step, behind)):
        return None
    return behind


def said_of_both(passage: Passage, claim: Claim, levels: Sequence[Claim]) -> bool:
    """Whether words say a change of just the two levels before it: "701 in March and 630 in February, a rise of 11
    percent"; "It came to 701, up from 630. That is a rise of 11 percent".
    """
    last = max(levels, key=lambda level: level.start)
    if _OF_BOTH.match(passage.tail(claim)) is None:
        return False
    told = [c for c in passage.claims if c.sentence == last.sentence and c not in (*levels, claim) and c.value > 0]
    if last.end > claim.start or any(map(_is_level, told)) or not passage.adjoining(last, claim):
        return False
    if passage.same_sentence(last, claim):
        return _A_STEP.fullmatch(passage.between(last, claim)) is not None
    return opens("that_was", passage.sentence(claim).lstrip(' \n"“'))


def _belongs(claim: Claim, step: Step) -> bool:
    """Whether the change's own base and scope do not speak against the step."""
    if scope.flows_clash(claim, step.after) or scope.goods_clash(claim, step.after):
        return False
    days, earlier = scope.period(claim), scope.period(step.before)
    base = None if days is None else base_period(claim, days)
    return base is None or earlier is None or base.same_days(earlier)


def answered(passage: Passage, claim: Claim, sentence: Sequence[Claim]) -> Claim | None:
    """ "92.8万吨，金额40.6亿美元，分别增长14.0%和31.4%": the amount whose turn it is, each being in its own unit."""
    place = sentence.index(claim)
    first = last = place
    while first and passage.heads_list(sentence[first - 1]):
        first -= 1
    while passage.heads_list(sentence[last]):
        last += 1
    levels = [c for c in sentence[:first] if scope.is_level(c) and not passage.came_from(c)][first - last - 1 :]
    if first == last or len(levels) <= last - first or len({c.unit for c in levels}) < len(levels):
        return None
    return levels[place - first]


def way_told(passage: Passage, claim: Claim) -> bool:
    """Whether a word right beside a percentage says that it rose or fell, as it was read, and none the contrary."""
    return told_way(passage, claim) == claim.direction


def told_way(passage: Passage, claim: Claim) -> str | None:
    """Which way a word right beside a percentage says that it went; None where none does, or several do."""
    beside = f"{passage.lead(claim, reach=_WAY_BEFORE)} {passage.tail(claim, reach=_WAY_BEHIND)}"
    ways = [way for way in _WAYS if says(way, beside)]
    return ways[0] if len(ways) == 1 else None


def is_difference(passage: Passage, claim: Claim) -> bool:
    """ "$229 million more than in 2022": whether an amount says by how much another one is more or less."""
    return _MORE_THAN.match(passage.tail(claim)) is not None
