"""One flow as a multiple of the other: "exports were five times imports", "수출이 수입의 5배", "出口是进口的5倍"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.passages import flows
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.factor import Multiple
from tidewaiter.verdicts.relations.relation import Relation

#: How far before and behind a multiple the two flows are named, and how many figures before it the levels may stand.
_BEFORE, _BEHIND, _TRIED = 60, 30, 8
#: A clause that compares with another time.
_EARLIER = re.compile(
    r"\b(?:last|previous|earlier|before|ago|year|month|quarter|those|that)\b|전년|지난해|작년|上年|去年", re.I
)
_APPOSED = re.compile(r"\s*, (?:or |that is |which is |about |around |roughly |some |almost |nearly |more than )*")
_STOP = re.compile(r"[,;:.，；。：]")


def find(passage: Passage) -> Iterator[Relation]:
    """Multiples whose words name one flow before them and the other one straight behind or before."""
    for claim in passage.claims:
        if (
            claim.unit not in ("times", "percent")
            or claim.value <= 0
            or claim.measure not in ("ratio", "share", "other")
        ):
            continue
        named = _named(passage, claim)
        if named is None:
            continue
        here, before = _levels(passage, claim)
        ends = [[c for c in here if _kind(passage, c) == {kind}] for kind in named]
        # "Imports were 5.9 billion, eight times as much as its exports": what those were was told before.
        ends = [
            end or [c for c in before if _kind(passage, c) == {kind}] for end, kind in zip(ends, named, strict=True)
        ]
        if all(len({c.value for c in end}) == 1 for end in ends):
            first, second = ends[0][-1], ends[1][-1]
            # Told apart, they have to be of the same goods by name: all exports are not what one sort of goods brought.
            if first.sentence != second.sentence and not scope.same_goods(first, second):
                continue
            if first.unit == second.unit and not scope.periods_clash(first, second) and _one_trade(first, second):
                firm = not any(passage.ground(c) for c in (claim, first, second))
                yield Multiple((claim, first, second), link="near", firm=firm)


def _named(passage: Passage, claim: Claim) -> tuple[str, str] | None:
    """The flow that is the multiple, and the one that it is of; None where the words do not say."""
    if claim.measure == "share" and passage.led_by("traded", claim):
        # "Thailand bought 37 percent of all exports": part of them, and no multiple of what was bought.
        return None
    lead, tail = passage.lead(claim, reach=_BEFORE), passage.tail(claim, reach=_BEHIND)
    lead = _STOP.split(lead)[-1]
    behind = _STOP.split(tail)[0]
    if _EARLIER.search(lead) or _EARLIER.search(behind):
        return None
    one = flows.kinds(lead) if lead.strip() else _beside(passage, claim)
    if one == {flows.OUT, flows.IN}:
        # "수출이 수입의 5배": what the multiple is of stands straight before it.
        places = {kind: _last(lead, kind) for kind in one}
        base = max(places, key=lambda kind: places[kind])
        if re.search(r"(?:의|的)\s*(?:약|约)?\s*\Z", lead) is None:
            return None
        return (flows.IN if base == flows.OUT else flows.OUT), base
    other = flows.kinds(behind)
    if len(one) == 1 and len(other) == 1 and one != other and flows.BOTH not in one | other:
        return next(iter(one)), next(iter(other))
    return None


def _beside(passage: Passage, claim: Claim) -> frozenset[str]:
    """ "Imports amounted to 5.9 billion, eight times as much as exports": the flow of the amount straight before."""
    before = max((c for c in passage.claims if c.end <= claim.start), key=lambda c: c.end, default=None)
    if before is None or not passage.is_plain_amount(before) or not passage.same_sentence(before, claim):
        return frozenset()
    return _kind(passage, before) if _APPOSED.fullmatch(passage.between(before, claim)) else frozenset()


def _last(text: str, kind: str) -> int:
    """Where a word of a kind last begins."""
    return max((n for n in range(len(text)) if flows.kinds(text[n:]) >= {kind}), default=-1)


def _levels(passage: Passage, claim: Claim) -> tuple[Sequence[Claim], Sequence[Claim]]:
    """The amounts of the sentence, and those just before it in its paragraph or the one before."""
    levels = [c for c in passage.claims if passage.is_plain_amount(c) and not passage.came_from(c)]
    here = [c for c in levels if c.sentence == claim.sentence]
    return here, [c for c in levels if c.start < claim.start and c not in here and passage.near(c, claim)][-_TRIED:]


def _kind(passage: Passage, claim: Claim) -> frozenset[str]:
    """The flow by the words beside a level; by its slots where those say nothing."""
    return flows.kinds(flows.beside(passage.document, claim, passage.claims))


def _one_trade(a: Claim, b: Claim) -> bool:
    """Whether both are of one pair of countries and of goods that do not differ."""
    pairs = scope.named_pair(a), scope.named_pair(b)
    return (not all(pairs) or pairs[0] == pairs[1]) and not scope.goods_clash(a, b)
