"""What went out, what came in, and what they leave or make together, by the words beside the figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import allowed
from tidewaiter.verdicts.passages import flows, named
from tidewaiter.verdicts.passages.links import says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.relations.sides import wrong_side
from tidewaiter.verdicts.relations.steps import Balance
from tidewaiter.verdicts.relations.sums import Sum

_MADE_OF = re.compile(
    r"\A,? (?:consisting of|made up of|composed of|comprising|split between|divided (?:in)?to|that is|with)\b",
    re.IGNORECASE,
)
_THAN = re.compile(
    r"(?:%|\bper ?cent) (?:more|less|higher|lower|fewer|above|below) (?:than )?[^,;.]{0,20}\Z", re.IGNORECASE
)


def flow_sums(passage: Passage, claims: Sequence[Claim]) -> Iterator[Relation]:
    """One figure of what went out, one of what came in, and what they leave or make, in the words beside them."""
    money = [claim for claim in claims if claim.value > 0 and (scope.is_amount(claim) or passage.is_balance(claim))]
    # "A deficit that narrowed by 1.8 billion" is no balance.
    balances = [claim for claim in money if passage.is_balance(claim) and claim.measure != "change"]
    levels = [claim for claim in money if not passage.is_balance(claim)]
    beside = {claim: flows.kinds(flows.beside(passage.document, claim, passage.claims)) for claim in levels}
    both = [claim for claim in levels if beside[claim] == {flows.BOTH} or _is_made_of(passage, claim, levels)]
    for whole in [*balances, *both]:
        # What is of another time, or of other goods, is no part of this trade.
        mine = [
            c
            for c in levels
            if c is not whole and beside[c] != {flows.BOTH} and not _is_base(passage, c) and _one_trade(whole, c)
        ]
        out, back = ([c for c in mine if beside[c] == {kind}] for kind in (flows.OUT, flows.IN))
        if len(out) != 1 or len(back) != 1 or len(mine) != 2 or not _one_trade(out[0], back[0]):
            continue
        firm = not _elsewhere(passage, whole, *mine) and not named.groups_apart(passage, (whole, *mine))
        if whole not in balances:
            yield Sum((whole, out[0], back[0]), link="near", firm=firm)
        else:
            larger, smaller = sorted(mine, key=lambda claim: -claim.value)
            yield Balance((whole, larger, smaller), link="stated", firm=firm)
            side = wrong_side(passage, whole, *mine)
            if side is not None:
                yield side


def _is_made_of(passage: Passage, whole: Claim, levels: Sequence[Claim]) -> bool:
    """ "Trade through the gates came to 2.6 billion, consisting of exports of 1.9 and imports of 0.7": of both."""
    place = levels.index(whole) + 1
    return place < len(levels) and _MADE_OF.search(passage.between(whole, levels[place])) is not None


def _is_base(passage: Passage, claim: Claim) -> bool:
    """ "21 percent more than the $1.82 billion": what a step is of is no part of what it led to."""
    return _THAN.search(passage.lead(claim)) is not None


def _elsewhere(passage: Passage, *claims: Claim) -> bool:
    """Whether words put some of the figures on other ground, or one is open above."""
    return any(passage.ground(claim) or allowed(claim).high is None for claim in claims)


def _of_goods(claim: Claim) -> bool:
    """Whether what a figure is of is goods: a balance or a trade both ways may be called what the goods are read as."""
    if not claim.goods and flows.kinds(claim.product or ""):
        return False
    if says("of_the_text", claim.rules.get("product", "")):
        return False
    return bool(claim.goods) or claim.measure in ("trade_value", "trade_quantity")


def _one_trade(*claims: Claim) -> bool:
    """Whether nothing that the figures say of themselves speaks against being one trade at one time."""
    first, *others = claims
    return not any(
        first.unit != other.unit
        or scope.periods_clash(first, other)
        or (_of_goods(first) and _of_goods(other) and scope.goods_clash(first, other))
        or _other_pair(first, other)
        for other in others
    )


def _other_pair(a: Claim, b: Claim) -> bool:
    """Whether both name the two countries that traded, and not the same ones."""
    return bool(scope.named_pair(a) and scope.named_pair(b)) and scope.named_pair(a) != scope.named_pair(b)
