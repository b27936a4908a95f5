"""What one sentence ties together by its words alone, whatever its figures were read to be of.

"1.2 billion, of which 420 million, or 35 percent, went to …" is a part, its whole and a share though nothing else were
known of them; "exported 2.0 and imported 8.4, leaving a deficit of 6.4" is a difference. The words must stand straight
between the figures: the further they are apart, the likelier they belong to something else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import flows, scope
from tidewaiter.verdicts.intervals import allowed
from tidewaiter.verdicts.parts import PartsWithin
from tidewaiter.verdicts.passage import Passage
from tidewaiter.verdicts.relation import Relation
from tidewaiter.verdicts.shares import Share
from tidewaiter.verdicts.steps import Difference
from tidewaiter.verdicts.sums import Sum

#: A sentence with more figures is a list or a table.
_MOST = 12
#: Words between a whole and its part.
_APART = 120
#: "420 million, or 35 percent": what may stand between an amount and its share.
_OR = re.compile(r"\s*[,(（，]?\s*(?:or|about|around|roughly|nearly|some|占|약|约|\s){0,4}\s*", re.IGNORECASE)
#: What a share may be of, if its sentence has already said the whole.
_OF_IT = re.compile(
    r"\s*(?:of (?:it|that|them|this|the total|the whole|the sum|all|that total)\b)?\s*[,.;)），。]", re.I
)
#: "165 million of the 190 million in trade".
_OF_THE = re.compile(
    r"\s*(?:worth |of goods )?(?:out )?of (?:the |its |a |their )?(?:total )?(?:of )?(?:US)?[$€£¥]?", re.IGNORECASE
)
#: "Of the 190 million …" at the beginning of a sentence.
_LEADS = re.compile(r"\W*(?:out )?of (?:the|a|this|that|those)(?: total)?(?: of)?(?: US)?", re.IGNORECASE)


def find(passage: Passage) -> Iterator[Relation]:
    """Parts, shares, balances and sums of single sentences."""
    sentences: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in passage.claims:
        sentences[claim.sentence].append(claim)
    for claims in sentences.values():
        if 2 <= len(claims) <= _MOST:
            for part, whole in parts(passage, claims):
                yield PartsWithin((whole, part), link="stated", firm=not _elsewhere(passage, part, whole))
                yield from _share(passage, claims, part, whole)
            yield from _flows(passage, claims)


def parts(passage: Passage, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Each part of a sentence with its whole, where nothing but words of part and whole stands between them."""
    levels = [claim for claim in claims if scope.is_level(claim) and claim.value > 0 and not passage.is_balance(claim)]
    for first, second in pairwise(levels):
        between = passage.between(first, second)
        if not scope.comparable(first, second) or len(between) > _APART:
            continue
        if _OF_THE.fullmatch(between) or _leads(passage, first):
            yield (first, second) if _OF_THE.fullmatch(between) else (second, first)
        elif passage.says("of_which", between) and not passage.came_from(second):
            yield second, first


def _leads(passage: Passage, claim: Claim) -> bool:
    """Whether the sentence begins with "Of the 190 million …"."""
    return _LEADS.fullmatch(passage.lead(claim).strip()) is not None


def _elsewhere(passage: Passage, *claims: Claim) -> bool:
    """Whether words put some of the figures on other ground, or one is open above."""
    return any(passage.ground(claim) or allowed(claim).high is None for claim in claims)


def _share(passage: Passage, claims: Sequence[Claim], part: Claim, whole: Claim) -> Iterator[Share]:
    """ "…, or 35 percent," straight after the part, of nothing else than the whole."""
    place = claims.index(part) + 1
    if place >= len(claims) or claims[place].unit != "percent" or not claims[place].value > 0:
        return
    percentage = claims[place]
    if percentage.direction != "none" or _OR.fullmatch(passage.between(part, percentage)) is None:
        return
    if _OF_IT.match(passage.tail(percentage) + ".") is not None:
        yield Share((percentage, part, whole), link="stated", firm=not _elsewhere(passage, percentage, part, whole))


def _flows(passage: Passage, claims: Sequence[Claim]) -> Iterator[Relation]:
    """One figure of what went out, one of what came in, and what they leave or make, in the words beside them."""
    money = [claim for claim in claims if claim.value > 0 and (scope.is_level(claim) or passage.is_balance(claim))]
    balances = [claim for claim in money if passage.is_balance(claim)]
    levels = [claim for claim in money if claim not in balances]
    beside = {claim: flows.kinds(flows.beside(passage.document, claim, passage.claims)) for claim in levels}
    out, back, both = ([c for c in levels if beside[c] == {kind}] for kind in (flows.OUT, flows.IN, flows.BOTH))
    if len(out) != 1 or len(back) != 1 or len(levels) != len(out) + len(back) + len(both):
        return
    found = (out[0], back[0])
    for whole in both if len(both) == 1 else ():
        if _one_trade(whole, *found):
            yield Sum((whole, *found), link="near", firm=not _elsewhere(passage, whole, *found))
    for left in balances if len(balances) == 1 and not both else ():
        if _one_trade(left, *found):
            larger, smaller = sorted(found, key=lambda claim: -claim.value)
            yield Difference((left, larger, smaller), link="stated", firm=not _elsewhere(passage, left, *found))


def _one_trade(*claims: Claim) -> bool:
    """Whether nothing that the figures say of themselves speaks against being one trade at one time."""
    first, *others = claims
    return not any(
        first.unit != other.unit
        or scope.periods_clash(first, other)
        or scope.goods_clash(first, other)
        or (scope.pair(first) and scope.pair(other) and scope.pair(first) != scope.pair(other))
        for other in others
    )
