"""Shares: "16 % of the total", where the part and the whole are in the text too; and shares no whole could have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import combinations

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import CONTRADICTED, SUPPORTED, allowed, excused
from tidewaiter.verdicts.passages import flows, named
from tidewaiter.verdicts.passages.links import is_carried, leads_on, opens, says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.impossible import Possible, impossible
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.relations.share import Share
from tidewaiter.verdicts.relations.shared_wholes import is_part_of_same
from tidewaiter.verdicts.relations.shares_told import is_part_of_more, portions
from tidewaiter.verdicts.tables import table

_HUNDRED = Decimal(100)
#: A part and its share stand so near to each other, and "of the total" so near behind.
_BESIDE, _SAID = 30, 24
#: How far before an amount it is called a total.
_NAMED = 12
#: How far a share of other figures may be off its number by their rounding.
_ROUNDING = Decimal("0.01")
_OF = re.compile(r"\s*of (?:its|the|their|a|all)? ?(?:total |overall )?(?:of )?(?:US)?\s?[$€£¥₹]?", re.IGNORECASE)
_OTHER_CLAUSE = re.compile(r"[.;:。；]|\b(?:while|but|from|up|down)\b", re.IGNORECASE)


#: Korean: from a part to the share that it is of something: "…달러는 한국 무역의 0.01%".
_IS_PART = re.compile(r"(?:어치)?(?:[은는]|으?로),? [가-힣 ]{2,24}의 (?:약 |불과 |겨우 |고작 )?")


@cache
def _several() -> re.Pattern[str]:
    """What says that a share is of more than the figure before it: "두 분야가 전체의 80%", "the two made up 80%"."""
    words = [str(word) for listed in table("links")["how_many"].values() for word in listed]
    words += [str(word) for listed in table("links")["together"].values() for word in listed]
    either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{either})(?=\s)", re.IGNORECASE)


def find(passage: Passage) -> Iterator[Relation]:
    """Shares with their part and whole, and percentages that cannot be."""
    levels = [c for c in passage.claims if scope.is_level(c) and c.value > 0 and not passage.is_balance(c)]
    by_period: dict[str | None, list[Claim]] = {}
    for level in levels:
        by_period.setdefault(level.period, []).append(level)
    beside = {portion.share: portion.part for portion in portions(passage)}
    for claim in passage.claims:
        if claim.unit != "percent":
            continue
        if impossible(claim, passage):
            yield Possible((claim,), link="stated")
        elif claim.measure == "share" and claim.period is not None and claim.value > 0:
            if is_of_several(passage, claim, levels) or leads_on("of_class", passage.tail(claim)):
                continue
            told = list(_of_total(passage, claim, levels)) or list(_of_whole(passage, claim, levels))
            part = said_of(passage, claim, levels)
            for share in told or _share(passage, claim, by_period.get(claim.period, [])):
                if part is not None and part is not share.claims[1]:
                    continue
                if share.outcome() != CONTRADICTED:
                    yield share
                elif beside.get(claim, share.claims[1]) is share.claims[1] and not (
                    of_another(passage, *share.claims) or of_another_time(passage, *share.claims)
                ):
                    # "It missed this by 310 million, or 23%": of what stands beside it, whatever slots say.
                    yield share


def is_of_several(passage: Passage, claim: Claim, levels: Sequence[Claim]) -> bool:
    """Whether words between a share and the figure before it say that it is of several together.

    Or those that its sentence begins with: "Combined, these five goods made up 80.9 percent".
    """
    part = max((c for c in levels if c.end <= claim.start), key=lambda c: c.start, default=None)
    here = part is not None and passage.same_sentence(part, claim)
    words = passage.between(part, claim) if part is not None and here else passage.own_lead(claim)
    return _several().search(f"{words} ") is not None


def said_of(passage: Passage, claim: Claim, levels: Sequence[Claim]) -> Claim | None:
    """ "교역액 2천100만 달러는 전체 무역의 0.01%": the amount that a share is said to be of the text's own whole."""
    part = max((c for c in levels if c.end <= claim.start), key=lambda c: c.start, default=None)
    if part is None:
        return None
    if passage.same_sentence(part, claim):
        return part if _IS_PART.fullmatch(passage.between(part, claim)) else None
    # "…685억 달러를 기록했다. 이는 총 교역액의 71.4%에 달한다": the last amount told, and no other that would do.
    return part if opens("this_is", passage.sentence(claim)) and passage.adjoining(part, claim) else None


def _of_total(passage: Passage, claim: Claim, levels: Sequence[Claim]) -> Iterator[Share]:
    """ "중국으로의 수출이 1억5천만 달러로 전체의 22.4%를 차지": a part straight before its share of all of it.

    The whole is the one figure said before of the same goods and time; where there are several, one that fits.
    """
    part = max((c for c in levels if c.end <= claim.start), key=lambda c: c.start, default=None)
    if part is None or not passage.same_sentence(part, claim):
        return
    of_all = says("of_all", passage.between(part, claim)) or says("of_all", passage.tail(claim)[:_SAID])
    between = passage.between(part, claim)
    if not of_all or len(between) > _BESIDE or _OTHER_CLAUSE.search(between):
        return
    wholes = [
        level
        for level in levels
        if level.start < part.start
        and level.unit == part.unit
        and passage.near(level, part)
        and not passage.came_from(level)
        and not scope.periods_clash(level, part)
        and (scope.same_goods(level, part) or scope.goods_part_of(part, level))
        and not scope.flows_clash(level, part)
        and not of_other_way(passage, level, between)
    ]
    wholes = [whole for whole in wholes if not passage.in_heading(whole)] or wholes
    found = [Share((claim, part, whole), link="near") for whole in wholes]
    holding = [share for share in found if share.outcome() != CONTRADICTED]
    if not holding and any(_other_total(level, part, wholes) or is_of_total(claim, part, level) for level in levels):
        # "Exports were 54, imports 25. Chips came to 16.2, or 30 percent of the total": of which, nothing says.
        return
    if holding or len(found) == 1:
        best = (holding or found)[0]
        yield replace(best, firm=not any(passage.ground(each) for each in best.claims))


def of_both_ways(passage: Passage, share: Claim) -> bool:
    """ "전체 교역의 24.7%", "占外贸总额的8%": whether words straight before a share make it one of trade both ways."""
    return flows.kinds(passage.own_lead(share)[-_NAMED:]) == {flows.BOTH}


def of_other_way(passage: Passage, whole: Claim, said: str) -> bool:
    """ "수입은 3천만 달러다. 섬유가 1억800만 달러로 수출의 30%": a share of what went the other way."""
    ways = [flows.kinds(said), flows.kinds(flows.beside(passage.document, whole, passage.claims))]
    return ways in ([{flows.OUT}, {flows.IN}], [{flows.IN}, {flows.OUT}])


def _other_total(level: Claim, part: Claim, wholes: Sequence[Claim]) -> bool:
    """Whether a total told further off may be what a share is of, too."""
    if level.start >= part.start or level.unit != part.unit or level.value <= part.value or not scope.is_total(level):
        return False
    if scope.periods_clash(level, part) or scope.flows_clash(level, part):
        return False
    return all(level.value != whole.value and not scope.same_flow(whole, part) for whole in wholes)


def of_another(passage: Passage, share: Claim, part: Claim, whole: Claim) -> bool:
    """Whether the share is right for another amount told just before or two of them, or is of another whole."""
    if (
        is_part_of_same(passage, share, whole)
        or is_part_of_more(passage, whole, share)
        or named.of_other_country(passage, share, part, whole)
        or named.of_other_goods(passage, share, whole)
    ):
        return True
    near = [
        c for c in passage.claims if c not in (share, part, whole) and scope.is_amount(c) and c.unit == whole.unit
        and c.start < share.start and passage.adjoining(c, share) and not passage.came_from(c)
    ]  # fmt: skip
    # Of many amounts two make anything: those of another paragraph are told of something else.
    beside = [*(c for c in near if passage.block(c) == passage.block(share)), part]
    sums = [*(c.value for c in near), *(a.value + b.value for a, b in combinations(beside, 2))]
    said = excused(share)
    return bool(whole.value) and any(
        said.meets(Interval.exactly(100 * value / whole.value).widened(_ROUNDING)) for value in sums
    )


def of_another_time(passage: Passage, share: Claim, part: Claim, whole: Claim) -> bool:
    """ "… 51 million tonnes, or 22 percent. Before the war its share was 2 percent": of some time that has no figures.

    So may be what goes on without a time of its own behind a share that these two make.
    """
    if passage.same_sentence(share, part) or passage.same_sentence(share, whole):
        return False
    if share.period is not None and not is_carried(share, "period"):
        return False
    sentence = passage.sentence(share)
    return says("formerly", sentence) or says("earlier", sentence) or any(
        c.end <= share.start and c.measure == "share" and c.unit == share.unit and c.sentence == part.sentence
        and scope.same_flow(c, share) and Share((c, part, whole)).outcome() != CONTRADICTED
        for c in passage.claims
    )  # fmt: skip


def is_of_total(share: Claim, part: Claim, level: Claim) -> bool:
    """Whether a share is right for a total told before its part, whoever's trade and of whatever time that was read."""
    before = level.start < part.start and level.unit == part.unit and scope.is_total(level)
    return before and Share((share, part, level)).outcome() == SUPPORTED


def _is_everybodys(passage: Passage, whole: Claim, part: Claim) -> bool:
    """ "进口总量为112万吨，澳大利亚占28%": a total of all that the part's buyer bought, or its seller sold."""
    of_all = scope.flow_of_everybody(whole, part) and scope.same_goods(whole, part)
    return of_all and says("total", passage.lead(whole, reach=_NAMED))


def _of_whole(passage: Passage, claim: Claim, levels: Sequence[Claim]) -> Iterator[Share]:
    """ "Cars made up 64 percent of its $644 million of imports": the whole stands behind the share, the part before.

    The part is the one figure of the share's own goods, time and ends that was said before, in the whole's unit.
    """
    whole = min((c for c in levels if c.start >= claim.end), key=lambda c: c.start, default=None)
    if whole is None or not passage.same_sentence(claim, whole) or not _OF.fullmatch(passage.between(claim, whole)):
        return
    parts = [
        level
        for level in levels
        if level.start < claim.start
        and level.unit == whole.unit
        and scope.same_period(level, claim)
        and scope.same_goods(level, claim)
        and scope.same_flow(level, claim)
    ]
    if len({part.value for part in parts}) == 1:
        claims = (claim, parts[-1], whole)
        firm = not any(passage.ground(each) for each in claims)
        yield Share(claims, link="near", firm=firm)


def _share(passage: Passage, claim: Claim, levels: Sequence[Claim]) -> Iterator[Share]:
    """A part with the share's own scope, and the nearest whole that it can be part of."""
    candidates = []
    parts = [level for level in levels if scope.same_flow(level, claim) and scope.same_goods(level, claim)]
    both_ways = of_both_ways(passage, claim)
    for part in parts[:4]:
        for whole in levels:
            if allowed(whole).high is None or (both_ways and scope.direction(whole) is not None):
                # Of "more than 3 billion" any share may be told.
                continue
            called = _is_everybodys(passage, whole, part)
            wider = scope.same_flow(whole, part) and scope.goods_part_of(part, whole)
            if whole.unit == part.unit and (called or wider):
                claims = (claim, part, whole)
                firm = not any(passage.ground(each) for each in claims) and (scope.is_total(whole) or called)
                candidates.append(Share(claims, link="near" if called else passage.link(claims), firm=firm))
    if candidates:
        order = {"supported": 0, "loose": 1, "contradicted": 2}
        yield min(candidates, key=lambda share: order[share.outcome()])
