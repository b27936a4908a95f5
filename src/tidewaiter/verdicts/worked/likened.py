"""Figures likened to another by its name: "중국이 러시아의 6.9배", "是面粉的6.9倍", each told before with its amount.

What stands straight before a multiple is what it is of: goods or a country that an amount nearby is named with. What
stands before "의 비중은" or "所占比重为" is the part that a share is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import allowed, distance
from tidewaiter.verdicts.passages.links import is_carried, says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.factor import Multiple
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.relations.share import Share
from tidewaiter.verdicts.worked.board import Board, broken, firm

_SENTENCES, _BEFORE, _TRIED = 4, 40, 10
_CARELESS = Decimal("0.1")
#: The name before a multiple; what stands in brackets behind it is its amount.
_OF = re.compile(
    r"(?P<ko>[가-힣A-Za-z]{2,14})(?:산|액|량)?\s*(?:[(（][^()（）]{0,30}[)）])?의\s*(?:약|무려|거의)?\s*\Z"
    r"|(?:是|为|為|相当于)(?:同期)?(?:对|自)?(?P<zh>[\u4e00-\u9fff]{2,10}?)(?:[(（][^()（）]{0,30}[)）])?的?\s*(?:约|近)?\s*\Z"
)
#: "前者是后者的": the two figures told before, in their order.
_LATTER = re.compile(r"前者|后者|後者|전자|후자")
_ITS = re.compile(r"(?:是|为|為)其(?:约|近)?\Z")
#: The part that a share is of.
_SHARE_OF = re.compile(
    r"(?P<ko>[가-힣A-Za-z]{2,14}?)(?:산|의|이|가)?\s*(?:차지하는\s*)?(?:비중|점유율)[은이도]?\s*(?:약\s*)?\Z"
    r"|(?P<zh>[\u4e00-\u9fff]{2,8}?)(?:所占|占|的)?(?:比重|份额|占比)(?:为|達|达|约)?\Z"
)


def find(passage: Passage) -> Iterator[Relation]:
    """Multiples of what they name, with the amount nearby that is called so and the one told beside it."""
    board = Board(passage)
    for claim in passage.claims:
        if claim.unit != "times" or claim.value <= 0 or passage.in_row(claim) or passage.in_heading(claim):
            continue
        found = broken(
            Multiple((claim, after, base), link="near", firm=firm(passage, (claim, after, base), without=("volume",)))
            for after, base in _pairs(board, claim)
        )
        # "Nine times" of 8.49 is careless at most.
        if found is not None and distance(allowed(claim), found.computed(0)) > _CARELESS:
            yield found
    for share in passage.claims:
        if share.unit == "percent" and share.measure in ("share", "other") and not passage.in_row(share):
            found = broken(
                Share((share, *pair), link="near", firm=firm(passage, (share, *pair), without=("volume",)))
                for pair in _shared(board, share)
            )
            if found is not None:
                yield found


def _shared(board: Board, share: Claim) -> Iterator[tuple[Claim, Claim]]:
    """The amount that the words before a share name, and the larger ones near it that it may be a part of."""
    passage = board.passage
    name = _SHARE_OF.search(passage.lead(share, reach=_BEFORE))
    if name is None or share.value <= 0 or share.direction != "none" or passage.came_from(share):
        return
    called, told = name["ko"] or name["zh"], _told(board, share)
    parts = [c for c in told if called in passage.beside(c)]
    for part in parts[:1]:
        wholes = (c for c in told if c.unit == part.unit and c.value > part.value and called not in _own(passage, c))
        yield from ((part, whole) for whole in wholes if _one_time(part, whole))


def _told(board: Board, claim: Claim) -> list[Claim]:
    """The amounts told before a figure, the nearest first."""
    groups = [board.sentence(claim), *board.before(claim, sentences=_SENTENCES)]
    told = [c for group in groups for c in reversed(group) if c.start < claim.start and _level(board.passage, c)]
    return told[:_TRIED]


def _pairs(board: Board, claim: Claim) -> Iterator[tuple[Claim, Claim]]:
    """What the multiple may be, and what it may be of, the nearest first."""
    passage = board.passage
    lead = passage.lead(claim, reach=_BEFORE)
    name = _OF.search(lead)
    latter = _LATTER.search(lead) is not None
    told = _told(board, claim)
    if _ITS.search(lead) and told and told[0].sentence == claim.sentence:
        # "Imports were 11.5 million in 2022; 2023 has 14.5 times of that": what 2023 has was told before.
        yield from ((c, told[0]) for c in told[1:] if c.unit == told[0].unit and scope.same_period(c, claim))
        return
    if name is None or (not latter and says("earlier", lead)):
        return
    called = name["ko"] or name["zh"]
    for after in told:
        for base in told:
            if after is base or after.unit != base.unit or not _one_time(after, base):
                continue
            if latter:
                if base is told[0] and after is next((c for c in told[1:] if c.unit == base.unit), None):
                    yield after, base
            elif called in passage.beside(base) and called not in _own(passage, after):
                yield after, base


def _own(passage: Passage, claim: Claim) -> str:
    """The words before a figure that are its own."""
    return passage.beside(claim).split(" … ")[0]


def _one_time(a: Claim, b: Claim) -> bool:
    """Whether nothing says that they are of different times; what was carried from another sentence says little."""
    return not scope.periods_clash(a, b) or any(is_carried(c, "period") for c in (a, b))


def _level(passage: Passage, claim: Claim) -> bool:
    return passage.is_plain_amount(claim) and not passage.came_from(claim)
