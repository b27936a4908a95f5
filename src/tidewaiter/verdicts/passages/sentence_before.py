"""Steps of which a level stands in the sentence before: told so by words; in Korean by slots that leave no other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.passages.links import letters, says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.passages.questions import base_period
from tidewaiter.verdicts.passages.told import Step, said_of_both
from tidewaiter.verdicts.tables import table

#: "2022년의 7만 톤보다 20% 늘어난 물량이다": a time and its amount, and nobody named before them.
_OPENS = re.compile(r"\s*(?:이는 |이것은 )?[^\s,.]{2,8}(?: [^\s,.]{1,6}){0,3}?(?:의|에) ?\Z|\s*[^.,()]{2,16}\(\Z")
#: Between an amount and the percentage that it is, too.
_TWICE = re.compile(r",? or (?:[a-z]+ ){0,2}|\s*[(/]\s*")
_TOPIC = re.compile(r"[은는이가] ")
#: From an amount to the time it is held against: "22억 달러로 전년보다", "22억 달러를 기록해 2021년 같은 기간에 비해".
_ON = r"(?:어치)?(?:(?:으?로|이며|이고|이었고|였고|인데),?|[을를에] [가-힣]{1,4}[해고며서려],?|,|\)) (?:이는 )?"
#: … and from there to by how much; anything else that is said may make it of another amount, or of a part.
_A_TIME, _BY = r"\d{4}년|\d{1,2}월|\d분기|같은 |동기|동월", r"[는도]? (?:약 |무려 |거의 )?"


def begins_with_base(passage: Passage, claim: Claim, base: Claim) -> bool:
    """Whether a sentence begins with the amount that its percentage is of, as its time says, too."""
    if passage.document.language != "ko" or base.period is None or claim.base_period != base.period:
        return False
    lead = passage.sentence(base)[: base.start - passage.sentence_ends(base)[0]]
    return _OPENS.fullmatch(lead) is not None and _TOPIC.search(lead) is None


def is_told(passage: Passage, claim: Claim, step: Step, here: Sequence[Claim]) -> bool:
    """Whether a step leads from the sentence before: "1월은 10억 달러였다. 2월에는 22억 달러로 전달보다 123% 늘었다".

    The percentage says that it is held against another time, and that time is the one of the amount before.
    """
    after, before = step.after, step.before
    if passage.document.language != "ko" or after.sentence != claim.sentence or before.sentence == claim.sentence:
        return False
    if claim.base_period is None or before.period != claim.base_period or after.period != claim.period:
        return False
    if (
        not passage.adjoining(before, claim)
        or before.start > claim.start
        or passage.block(before) != passage.block(claim)
    ):
        return False
    if not (scope.same_flow(after, before) and scope.same_goods(after, before)) or after.measure != before.measure:
        return False
    last = next((c for c in reversed(here) if c.end <= claim.start and scope.is_level(c)), None)
    if last is not after or _held_at_once().fullmatch(passage.between(after, claim)) is None:
        return False
    rivals = [
        c
        for c in passage.claims
        if c.sentence == before.sentence and c is not before and c.unit == before.unit and c.period == before.period
    ]
    return not rivals


@cache
def _held_at_once() -> re.Pattern[str]:
    """What may stand between an amount and by how much more it is than the one before: only what it is held against."""
    then = rf"(?:{letters('earlier')}|{_A_TIME})[^,.]{{0,14}}?"
    return re.compile(rf"{_ON}{then}(?:{letters('held_against')}){_BY}")


@cache
def _told_again() -> tuple[str, ...]:
    return tuple(str(p).casefold() for listed in table("links")["that_was"].values() for p in listed)


def is_level(passage: Passage, claim: Claim) -> bool:
    """Whether a figure is a level that a step may lead from or to: an amount, a price, a balance."""
    return claim.value > 0 and (scope.is_price(claim) or scope.is_amount(claim) or passage.is_balance(claim))


def is_step(passage: Passage, amount: Claim, claim: Claim, base: Claim) -> bool:
    """Whether an amount and a percentage tell one step twice: "60 million or 13 percent more than the 480 million".

    It is then nearer in size to that part of the base than to the base.
    """
    if claim.unit != "percent" or claim.start > base.start or not _TWICE.fullmatch(passage.between(amount, claim)):
        return False
    return amount.value * amount.value < base.value * base.value * claim.value / 100


def told_before(
    passage: Passage, claims: Sequence[Claim], claim: Claim, base: Claim, before: Sequence[Claim]
) -> Claim | None:
    """ "That was 9 percent less than the 440 million": the one such figure of the sentence before.

    So too where the sentence begins with an earlier time: "Last March's 13,000 tonnes have thus doubled".
    """
    first = min(claim, base, key=lambda c: c.start)
    if claims[0] is not first and not (claims[1] is first and is_step(passage, claims[0], claim, base)):
        return None
    if not before:
        return None
    again = passage.sentence(claims[0]).lstrip(' \n"“').casefold().startswith(_told_again())
    opens = claims[0] is base and (says("earlier", passage.lead(base)) or begins_with_base(passage, claim, base))
    if not again and not opens:
        return None
    same = [c for c in before if c.unit == base.unit and is_level(passage, c)]
    if len(same) > 1:
        # "2월은 1억2천만달러로, 1월의 1억5천만달러에 비해 줄었다. 지난해 2월(1억1천만달러)보다는 13% 늘었다".
        same = [c for c in same if c.period is not None and c.period == claim.period and not passage.came_from(c)]
    return same[0] if len(same) == 1 and passage.adjoining(same[0], base) else None


def both_told(passage: Passage, claim: Claim, sentences: Mapping[tuple[int, int], Sequence[Claim]]) -> Iterator[Step]:
    """The two levels of a change that names neither, in its sentence or, for "that is a drop of", in those before."""
    levels = [c for c in sentences[claim.sentence] if scope.is_level(c) and c.value > 0 and not passage.is_balance(c)]
    if not levels and claim is sentences[claim.sentence][0] and says("that_was", passage.lead(claim)):
        levels = [c for c in passage.claims if c.start < claim.start and scope.is_level(c)][-2:]
        if not all(passage.block(level) == passage.block(claim) for level in levels):
            return
    if len(levels) != 2 or levels[0].unit != levels[1].unit or not scope.same_goods(*levels):
        return
    before, after = sorted(levels, key=lambda level: getattr(scope.period(level), "last_day", date.min))
    days, earlier = scope.period(after), scope.period(before)
    if days is None or earlier is None or not scope.same_flow(after, before):
        return
    base = base_period(replace(claim, base_period=None), days)
    if base is not None and base.same_days(earlier):
        yield Step(after, before, stated=said_of_both(passage, claim, levels))
