"""Shares that stand beside their whole, the part of which was told before: "It made up 55.9 percent of exports, which
stood at $12.63 billion"; "All exports came to $46.99 billion, so that the EU took 50.1 percent of them".

The part is what the share's clause names: by a pronoun the subject of the sentence before, else by goods or a country.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import CONTRADICTED, SUPPORTED
from tidewaiter.verdicts.passages.links import letters, says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.relation import Relation, exactly_said
from tidewaiter.verdicts.relations.share import Share
from tidewaiter.verdicts.relations.shares import of_another
from tidewaiter.verdicts.relations.shares_told import portions
from tidewaiter.verdicts.worked.board import Board, firm, mendable

#: How far a share and its whole are apart, and how far before a share its clause begins.
_REACH, _CLAUSE = 110, 60
#: "Of total exports, which stood at"; "of all that Pakistan bought in those months,".
_OF_WHOLE = re.compile(r"\s*of (?:all|everything|total|the|its|their|overall|whatever|what|[A-Z]\w+['’]s)\b[^;:.]*\Z")
#: Between a whole and a share of it: "…, which means that the EU took", "…, so that coal's share was", "…; coal was".
_SO = re.compile(
    r"[,;:.] (?:\w+ ){0,3}?(?:which|so|that|this|meaning|putting|giving|making|leaving|the|and|[A-Z]\w+)\b[^;:]*\Z",
    re.IGNORECASE,
)
#: "Iran's share of China's imports, which totalled …", and from there to the share.
_SHARE_OF = re.compile(r"\bshares? (?:of|in) [^;:.]{2,60}?, (?:which|that)\b[^;:.,]*\Z", re.IGNORECASE)
_OF_THEM = re.compile(r"\s*of (?:them|it|that|this|these|those|the total|the whole)\b|\s*[.;]|\Z", re.IGNORECASE)
_OF_ALL = re.compile(r"\s*of (?:them|it|that|this|these|those|the (?:total|whole|sum))\b", re.IGNORECASE)
_OF_WHICH = re.compile(r"\bof (?:which|this|that|these|those)\b[^,;]*\Z", re.IGNORECASE)
_PRONOUN = re.compile(
    r"(?:\A|[.;,] (?:so that |and |which means that |meaning that )?)\W*"
    r"(?!(?:which|this|that|it) (?:means|puts?|gives?|makes) )(?:it|they|this|that|these|those|which)\b[^,;]*\Z",
    re.IGNORECASE,
)


def find(passage: Passage) -> Iterator[Relation]:
    """Every such share with its part, where a slip of one of the three would mend it."""
    board = Board(passage)
    beside = {portion.share for portion in portions(passage)}
    for share in passage.claims:
        if not _is_share(passage, share) or share in beside:
            continue
        whole = _whole(passage, share)
        if whole is None:
            continue
        parts = _parts(board, share, whole)
        if len({part.value for part in parts}) != 1 or _told_otherwise(board, share, whole):
            continue
        relation = Share((share, parts[0], whole), link="near", firm=firm(passage, parts, without=("volume",)))
        if relation.outcome() != CONTRADICTED or (mendable(relation) and not of_another(passage, *relation.claims)):
            yield relation


@cache
def _came_to() -> re.Pattern[str]:
    return re.compile(
        r",? (?:was|is|stood at|came to|amounted to|reached|"
        rf"(?:{letters('moved_to')}) to)"
        r"(?: (?:about|around|only|just|some|a mere))* ",
        re.IGNORECASE,
    )


@cache
def _plainly() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{letters('plainly_a_share')})", re.IGNORECASE)


def _of_named(passage: Passage, share: Claim, whole: Claim) -> bool:
    """ "Myanmar's share of Japan's imports, which totalled 3.6 trillion yen, was 3.7 percent"."""
    said = whole.end <= share.start and _SHARE_OF.search(passage.lead(whole, reach=_REACH)) is not None
    return said and _came_to().fullmatch(passage.between(whole, share)) is not None


def _is_share(passage: Passage, share: Claim) -> bool:
    moved = share.direction != "none" and share.measure != "share"
    if share.unit != "percent" or moved or share.value <= 0 or not exactly_said(share):
        return False
    if passage.in_row(share) or passage.in_heading(share) or share.measure not in ("share", "other", "ratio"):
        return False
    lead = passage.lead(share, reach=_CLAUSE)
    if share.measure == "share" and (_OF_ALL.match(passage.tail(share)) or _OF_WHICH.search(lead)):
        # "Gas sales were 67.5 percent of the total"; "10.33 billion, of which garments were 26.8 percent".
        return True
    before = next((c for c in reversed(passage.claims) if c.end <= share.start and c.sentence == share.sentence), None)
    if share.measure == "share" and before is not None and _of_named(passage, share, before):
        return True
    return _plainly().search(f"{lead} … {passage.tail(share, reach=30)}") is not None


def _whole(passage: Passage, share: Claim) -> Claim | None:
    """The amount that its sentence says a share to be of, straight behind it or straight before its clause."""
    here = [c for c in passage.claims if c.sentence == share.sentence]
    behind = next((c for c in here if c.start >= share.end), None)
    if behind is not None and passage.is_plain_amount(behind) and not passage.came_from(behind):
        between = passage.between(share, behind)
        if len(between) <= _REACH and _OF_WHOLE.match(between):
            return behind
    before = next((c for c in reversed(here) if c.end <= share.start), None)
    if before is None or not passage.is_plain_amount(before) or passage.came_from(before):
        return None
    between = passage.between(before, share)
    if _of_named(passage, share, before):
        return before
    so = len(between) <= _REACH and _SO.search(between) is not None and _OF_THEM.match(passage.tail(share))
    return before if so else None


def _parts(board: Board, share: Claim, whole: Claim) -> Sequence[Claim]:
    """The amounts told before that the share's clause may be about."""
    passage = board.passage
    first = min((share, whole), key=lambda claim: claim.start)
    told = [
        c
        for c in board.amounts(passage.claims, whole.unit)
        if c.end <= first.start
        and c.sentence != share.sentence
        and not passage.came_from(c)
        and not passage.in_row(c)
        and not scope.periods_clash(c, whole)
        and not scope.other_way(c, whole)
    ]
    body = [c for c in told if not passage.in_heading(c)]
    clause = passage.lead(share, reach=_CLAUSE)
    if _PRONOUN.search(clause):
        return _subject(board, share, body)
    named = scope.named_pair(share)
    if named and _of_named(passage, share, whole):
        # What is said of all imports may have been read to be of the one seller's.
        same = [c for c in body if scope.named_pair(c) == named and scope.same_goods(c, share)]
        return _latest([c for c in same if not scope.flows_clash(c, share)])
    if named and not scope.named_pair(whole):
        return _latest([c for c in body if scope.named_pair(c) == named and not scope.flows_clash(c, share)])
    # What stands behind "of all that it bought" is more than the goods named, whatever it was read to be of.
    if share.goods and not scope.is_total(share) and (first is share or not scope.same_goods(share, whole)):
        same = [c for c in body if scope.same_goods(c, share) and not scope.flows_clash(c, share)]
        # Of all of them, and not of what one partner took of them.
        return _latest([c for c in same if scope.named_pair(c) == scope.named_pair(share)] or same)
    return _subject(board, share, body) if says("of_this", clause) or _SO.search(clause) else ()


def _subject(board: Board, share: Claim, told: Sequence[Claim]) -> Sequence[Claim]:
    """The first amount of the sentence before, which that sentence is about."""
    before = board.before(share)
    here = [c for c in told if before and c in before[0]]
    return here[:1]


def _latest(told: Sequence[Claim]) -> Sequence[Claim]:
    """Those of the latest time, where nothing says of which time the share is."""
    ends = {c: days.last_day for c in told if (days := scope.period(c)) is not None}
    return [c for c in told if not ends or ends.get(c) == max(ends.values())]


def _told_otherwise(board: Board, share: Claim, whole: Claim) -> bool:
    """Whether the share is right for some amount of the text and the whole; or for a whole of what stands in brackets.

    "Exports to China made up 91.4 percent of all exports (13.9 billion)": which of the two came to so much is open.
    """
    others = [
        c for c in board.amounts(board.passage.claims, whole.unit)
        if c is not whole and exactly_said(c) and not scope.flows_clash(share, c)
    ]  # fmt: skip
    if any(Share((share, part, whole)).outcome() == SUPPORTED for part in others):
        return True
    bracketed = whole.start > share.end and board.passage.lead(whole).rstrip().endswith("(")
    return bracketed and any(Share((share, whole, other)).outcome() == SUPPORTED for other in others)
