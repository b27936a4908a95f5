"""Shares whose whole stands straight before them: "총액 2억9천200만 달러의 57.2%", "占进口总额26.3亿美元的45%".

What they are said of is an amount told earlier.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.passages.links import opens, says
from tidewaiter.verdicts.passages.passage import Passage

#: From a balance to the flow that it is said to be as much as a share of.
_AS_MUCH_AS = 24
#: How near to the beginning of its sentence a share of what was told before stands.
_OPENS = 12
_KOREAN_WHOLE = re.compile(r"(?:\s*(?:어치|규모|상당))?[)）]?\s*(?:의|중|가운데)\s*(?:약|대략|거의)?\s*\Z")
_CHINESE_WHOLE = re.compile(r"\s*的\s*(?:约|近|大约)?\s*\Z")
#: "进口总量2754万吨中占25.9%": nothing but a whole stands before it.
_HAN_OF_WHOLE = re.compile(r"\s*(?:之|当)?中，?(?:约|所)?占(?:约|近)?\s*\Z")
_JAPANESE_WHOLE = re.compile(r"\s*の\s*(?:約|およそ)?\s*\Z")
_HAN_WHOLE_BEFORE = re.compile(r"(?:[占佔]|相当于|相當於)[^，。；,;0-9]{0,20}\Z")
_AGAIN = re.compile(r"\s*(?:이는|이것은|이 금액은|전체|总|这|約|占|これは)")


def is_part(passage: Passage, claim: Claim) -> bool:
    """Whether a figure is an amount that may be part of another: no balance, and not what something came from."""
    level = scope.may_be_part(claim) or claim.measure == "cap"
    return level and claim.value > 0 and not passage.is_balance(claim) and not passage.came_from(claim)


def is_whole(passage: Passage, claims: Sequence[Claim], place: int) -> bool:
    """ "총액 2억9천200만 달러의 57.2%", "占进口总额26.3亿美元的45%": the whole stands straight before its share."""
    whole, share = claims[place - 1], claims[place]
    if not (scope.may_be_part(whole) or whole.measure == "cap") or whole.value <= 0:
        return False
    between = passage.between(whole, share)
    if between.startswith((")", "）")) and (share.comparison != "none" or scope.periods_clash(whole, share)):
        # "수출은 지난해 9월(4천만 달러)의 절반": of another time, and of no whole.
        return False
    if _KOREAN_WHOLE.match(between) or _HAN_OF_WHOLE.match(between):
        return True
    han = _CHINESE_WHOLE.match(between) or _JAPANESE_WHOLE.match(between)
    return bool(han) and (_HAN_WHOLE_BEFORE.search(passage.lead(whole)) is not None or "の" in between)


def earlier(
    passage: Passage, here: Sequence[Claim], before: Sequence[Claim], whole: Claim, share: Claim
) -> Claim | None:
    """The part that "57.2 % of the 292 million" is said of: the last such figure of the sentence, or the one before."""
    mine = [claim for claim in here if claim.unit == whole.unit and is_part(passage, claim)]
    # "1월 3천만 달러의 4분의 1, 1년 전 1억 달러의 20분의 1": what is held against one time is no part of another.
    mine = [claim for claim in mine if share.measure != "ratio" or not scope.periods_clash(share, claim)]
    # "829만 달러의 8.8배이자 8천91만 달러의 89.7%": what a multiple is of is held against, too.
    mine = [claim for claim in mine if not _is_base(passage, here, claim)]
    # "蒙古国出口152亿美元，煤炭占出口总额152亿美元的58%": all goods are not what the share of some is said of.
    mine = [claim for claim in mine if claim.value != whole.value and not scope.goods_part_of(share, claim)]
    # "其中假发1.7亿美元，钨占出口总额2.9亿美元的9%": nor are other goods.
    mine = [claim for claim in mine if not scope.goods_apart(share, claim)]
    if mine:
        return mine[-1] if len(mine) == 1 or not passage.came_from(mine[-1]) else None
    if here or not before or not passage.adjoining(before[-1], whole):
        return None
    if _AGAIN.match(passage.sentence(whole)) is None:
        return None
    mine = [claim for claim in before if claim.unit == whole.unit and is_part(passage, claim)]
    return mine[0] if len(mine) == 1 else None


def balance_before(passage: Passage, claims: Sequence[Claim], place: int) -> Claim | None:
    """ "逆差2498亿元，相当于进口货值28922亿元的8.6%": a balance that is said to be as much as a share of a flow."""
    if place < 2:
        return None
    left, whole = claims[place - 2], claims[place - 1]
    between = passage.between(left, whole)
    told = left.unit == whole.unit and passage.is_balance(left) and left.value > 0
    return left if told and len(between) <= _AS_MUCH_AS and says("equivalent", between) else None


def _is_base(passage: Passage, here: Sequence[Claim], claim: Claim) -> bool:
    """Whether a multiple right behind a figure is of it."""
    behind = next((c for c in here if c.start >= claim.end), None)
    return behind is not None and behind.unit == "times" and bool(_KOREAN_WHOLE.match(passage.between(claim, behind)))


def by_scope(passage: Passage, whole: Claim, share: Claim) -> Claim | None:
    """ "스위스산 금은 전체 수입액 5억 달러의 44.8%": the one figure told before that is of the share's own trade."""
    found = [
        claim
        for claim in passage.claims
        if claim.start < whole.start
        and claim.unit == whole.unit
        and is_part(passage, claim)
        and not passage.in_heading(claim)
        and not passage.in_row(claim)
        and (scope.same_period(claim, share) or claim.guessed != share.guessed)
        and scope.same_goods(claim, share)
        and not scope.flows_clash(claim, share)
    ]
    # Where the text's own year is only guessed, the last of the years that it names is meant.
    latest = max((claim.period or "" for claim in found), default="")
    found = [claim for claim in found if (claim.period or "") == latest]
    return found[-1] if len({claim.value for claim in found}) == 1 else None


def is_of_this(passage: Passage, share: Claim) -> bool:
    """ "이 가운데 53%인 1천256만 명이": a share that opens its sentence, of what the one before told."""
    return opens("of_this", passage.sentence(share).lstrip()) and len(passage.lead(share)) <= _OPENS
