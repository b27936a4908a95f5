"""Shares whose whole is told by words alone: "natural gas made up $890 million, or 64 per cent of exports".

The part stands beside its share. The whole is an amount of the text that is called what the share is said to be of, or,
of "the total", one told just before; whatever the two were read to be of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import CONTRADICTED, SUPPORTED
from tidewaiter.verdicts.passages import flows
from tidewaiter.verdicts.passages.links import is_carried, says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.portions import held_shares
from tidewaiter.verdicts.relations.relation import Relation, exactly_said
from tidewaiter.verdicts.relations.share import Share
from tidewaiter.verdicts.relations.shares import (
    is_of_several,
    is_of_total,
    of_another,
    of_another_time,
    of_both_ways,
    of_other_way,
    said_of,
)
from tidewaiter.verdicts.relations.shares_told import Portion, is_part_of_more, portions
from tidewaiter.verdicts.worked.board import Board, broken, firm, mendable
from tidewaiter.verdicts.worked.pairs import worked_out

#: How far behind a share stands what it is of, how many amounts that may be, how far before one it is called a total.
_BEHIND, _WHOLES, _SENTENCES, _FURTHER = 45, 3, 2, 6
_NAMED = 12
_CLAUSE = re.compile(r"[,;:.，；。、()（）]|\b(?:and|while|but|from|to|compared|against)\b")
#: "Of the total", "of everything sold", "전체의", "占总额".
_OF_ALL = re.compile(
    r"\bof (?:it|that|them|the|all|everything|total|whatever)\b|전체|총|가운데|중|占(?:总|全|当)|总(?:额|量|值)",
    re.IGNORECASE,
)
#: A sentence that says nothing but what share those before it make.
_THAT_IS = re.compile(
    r"\W*(?:that|this|which|it) (?:is|was|means|makes|made|equals|equalled|works out (?:at|to|as)|comes to|came to"
    r"|corresponds to|amounts to|amounted to|translates (?:in)?to)"
    r"(?: (?:a share of|about|around|roughly|some|nearly|almost"
    r"|just|only|over|less than|more than|no less than|a full|a mere))* ?",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*[.!?]?[”\"’']?\s*(?:\Z|[.!?]\s)")
_OUT_OF = re.compile(
    r"\b(?:of (?:the|an?|its|their|all|total|exports?|imports?|shipments|sales|output|production|some)|total)\b"
    r"(?:(?! and )[^,;:.\d]){0,24}\Z",
    re.IGNORECASE,
)
#: Of the amount told last.
_OF_IT = re.compile(r"\s*of (?:it|that|them|this|these|those)\b", re.IGNORECASE)


def find(passage: Passage) -> Iterator[Relation]:
    """Every share beside its part with the one whole, of those that it may be of, that a slip would fit; and those that
    stand by themselves with the nearest part and whole.
    """
    board = Board(passage)
    beside = set()
    # "Flour made up 85,600 tonnes, or 40 percent; rice 96,300, 45 percent": both are of one whole.
    held = {share.claims[0].sentence for share in held_shares(passage)}
    for portion in portions(passage):
        share, part = portion.share, portion.part
        beside.add(share)
        if portion.whole is not None or passage.in_heading(share) or not _is_said(share):
            continue
        if share.measure == "ratio" and share.comparison != "none":
            continue
        wholes = _wholes(board, portion)
        if 0 < len({whole.value for whole in wholes}) <= _WHOLES:
            found = broken(
                Share((share, part, whole), link="near", firm=firm(passage, (part, whole), without=("volume",)))
                for whole in wholes
            )
            found = None if found is not None and _of_further_total(board, found) else found
            if found is not None and share.qualifier != "exact" and not _exactly(found):
                found = None
        elif not wholes and (total := _named_total(board, share, part)) is not None:
            found = Share((share, part, total), link="near", firm=firm(passage, (part, total), without=("volume",)))
        elif not wholes and (total := _one_total(board, portion)) is not None:
            found = Share((share, part, total), link="near", firm=firm(passage, (part, total), without=("volume",)))
            found = found if found.outcome() != CONTRADICTED or mendable(found) else None
        else:
            found = None if wholes or share.sentence in held else _far_whole(board, share, part)
        if found is not None and not of_another(passage, *found.claims):
            yield found
    levels = [claim for claim in passage.claims if scope.is_level(claim)]
    for share in passage.claims:
        if (
            share.unit == "percent"
            and share.value > 0
            and share not in beside
            and _stands_alone(passage, share, levels)
        ):
            alone = _is_all_said(passage, share)
            made = partial(_made, passage, share, of=None if alone else said_of(passage, share, levels), out_of=alone)
            far = worked_out(board, share, made)
            if far is None or of_another(passage, *far.claims):
                continue
            if far.outcome() != CONTRADICTED or not of_another_time(passage, *far.claims):
                yield far


def _is_said(share: Claim) -> bool:
    """Whether a share stands there in digits, roughly or not: "about 62 percent, or 435,000 tonnes"."""
    return exactly_said(share) or (share.qualifier == "approx" and any(map(str.isdigit, share.text)))


def _exactly(relation: Relation) -> bool:
    """Whether a slip would make a rough share right as if it were none: roughly, some slip makes many."""
    share, *levels = relation.claims
    plain = replace(share, qualifier="exact", low=None, high=None)
    return mendable(replace(relation, claims=(plain, *levels)))


def _named_total(board: Board, share: Claim, part: Claim) -> Claim | None:
    """ "进口总量为5.64亿吨。俄罗斯以10702万吨居首，占19%": the one amount called a total of the part's goods and time.

    It is of all that the part's buyer bought, or its seller sold.
    """
    passage = board.passage
    totals = [
        c
        for group in board.around(part, sentences=_FURTHER)
        for c in board.parts(group, part.unit)
        if says("total", passage.lead(c, reach=_NAMED))
        and scope.flow_of_everybody(c, part) and scope.same_goods(c, part)
        and c.value > part.value and c.start < part.start and scope.same_period(c, part)
        and not passage.in_row(c) and not passage.in_heading(c)
    ]  # fmt: skip
    same = len({c.value for c in totals}) == 1 and not scope.goods_clash(share, part)
    return totals[0] if same else None


def _one_total(board: Board, portion: Portion) -> Claim | None:
    """ "세 나라의 물량은 12만8천t으로 전체의 66.5%", paragraphs behind it: what slots alone make all of the part.

    Of the part's goods or all goods, its time, and its country's trade with everyone or its own.
    """
    passage, share, part = board.passage, portion.share, portion.part
    between = passage.between(part, share) if part.start < share.start else ""
    if not _OF_ALL.search(f"{between} {passage.tail(share, reach=_BEHIND)}"):
        return None
    totals = [
        c
        for c in board.parts(passage.claims, part.unit)
        if c is not part and c.start < part.start and scope.same_period(c, part)
        and (scope.same_goods(c, part) or scope.goods_part_of(part, c))
        and (scope.same_flow(c, part) or scope.flow_of_everybody(c, part))
        and not passage.came_from(c) and not passage.in_row(c) and not passage.in_heading(c)
        and not of_other_way(passage, c, between)
    ]  # fmt: skip
    return totals[0] if len({c.value for c in totals}) == 1 else None


def _of_further_total(board: Board, share: Relation) -> bool:
    """Whether a share is right for a total told further off than the amounts that it seems to be of."""
    said, part, told = share.claims
    return any(is_of_total(said, part, c) for c in board.parts(board.passage.claims, part.unit) if c is not told)


def _far_whole(board: Board, share: Claim, part: Claim) -> Relation | None:
    """The share that a part beside it is of the nearest whole; None where it is right for any amount of the text."""
    told = board.parts(board.passage.claims, part.unit)
    if any(Share((share, part, whole)).outcome() == SUPPORTED for whole in told if whole is not part):
        return None
    return worked_out(board, share, partial(_made, board.passage, share, of=part))


def _stands_alone(passage: Passage, share: Claim, levels: Sequence[Claim]) -> bool:
    """Whether words make a percentage a share of what stands elsewhere."""
    if share.direction != "none" or passage.in_row(share) or not exactly_said(share):
        return False
    here = [c for c in passage.claims if c is not share and c.unit == "percent" and c.sentence == share.sentence]
    if any(not passage.came_from(c) for c in here) or passage.came_from(share):
        # "Thailand (58.1%), China (24.0%) and Vietnam": a list of shares is of something else.
        return False
    if is_of_several(passage, share, levels):
        return False
    near = f"{passage.lead(share)} … {_CLAUSE.split(passage.tail(share, reach=_BEHIND), maxsplit=1)[0]}"
    told = share.measure in ("other", "ratio") and says("a_share", near)
    return share.measure == "share" or told or (share.measure == "other" and _is_all_said(passage, share))


def _is_all_said(passage: Passage, share: Claim) -> bool:
    """ "… out of exports of 11.6 million. That was 94 percent.": of the two amounts that the sentence before tells."""
    lead, tail = passage.lead(share), passage.tail(share)
    return _THAT_IS.fullmatch(lead) is not None and _ENDS.match(tail) is not None


def _made(
    passage: Passage, share: Claim, first: Claim, second: Claim, *, of: Claim | None = None, out_of: bool = False
) -> Relation | None:
    """The share that the smaller of two figures is of the larger, where it may be part of that and is what is told.

    `out_of`: only where words make the larger one the whole.
    """
    part, whole = sorted((first, second), key=lambda claim: claim.value)
    if out_of and (not passage.same_sentence(part, whole) or _OUT_OF.search(passage.lead(whole)) is None):
        return None
    amounts = all(passage.is_plain_amount(c) for c in (part, whole))
    if (
        of not in (None, part)
        or part.unit != whole.unit
        or not amounts
        or not _may_hold(passage, whole, part)
        or passage.came_from(part)
    ):
        return None
    if scope.periods_clash(share, part) and not is_carried(share, "period"):
        return None
    if not (part.sender or part.receiver) and len(part.partners) > 1 and (whole.sender or whole.receiver):
        # Trade both ways is no part of what went one way.
        return None
    if of_both_ways(passage, share) and scope.direction(whole) is not None:
        return None
    if scope.flows_clash(part, whole) or scope.flows_clash(share, part) or scope.both_ways(share, part):
        # "Iraq took 10.6 million, Russia 8.4 million": neither is part of the other.
        return None
    if part.goods and whole.goods and not (scope.same_goods(part, whole) or scope.goods_part_of(part, whole)):
        # "Wigs brought in $167 million and ores $32 million": what is not among some goods is no share of them.
        return None
    if scope.is_total(share) and scope.named_pair(share) and not (scope.is_total(part) or scope.named_pair(whole)):
        # "Exports to China made up 31 percent": no goods among them.
        return None
    if (
        share.goods
        and not scope.is_total(share)
        and part.goods
        and whole.goods
        and not set(share.goods) & {*part.goods, *whole.goods}
    ):
        return None
    if is_part_of_more(passage, whole, share) or _before_its_whole(passage, share, part, whole):
        return None
    said, told = flows.kinds(passage.tail(share, reach=_BEHIND)), flows.kinds(passage.sentence(whole))
    if said and told and not said & told:
        return None
    return Share((share, part, whole), link="near", firm=firm(passage, (part, whole), without=("volume",)))


def _before_its_whole(passage: Passage, share: Claim, part: Claim, whole: Claim) -> bool:
    """ "$2 million in all. Orders of $3 million were cancelled; 80 percent of it came back": not of the two."""
    pointed = _OF_IT.match(passage.tail(share, reach=_BEHIND)) is not None
    return pointed and part.start < whole.start < share.start and not passage.same_sentence(part, share)


def _wholes(board: Board, portion: Portion) -> Sequence[Claim]:
    """The amounts that a share may be of, by what it is said to be of."""
    passage, share, part = board.passage, portion.share, portion.part
    behind = _CLAUSE.split(passage.tail(share, reach=_BEHIND), maxsplit=1)[0]
    between = passage.between(part, share) if part.start < share.start else ""
    of_all = _OF_ALL.search(f"{between} {behind}") is not None
    kinds = flows.kinds(behind) or flows.kinds(between)
    if of_all and not kinds:
        # "The top import, at $179 million, or 52 percent of the total".
        kinds = flows.kinds(passage.sentence(part))
    named = [c for c in board.parts(passage.claims, part.unit) if _may_hold(passage, c, part, misprinted=True)]
    named = [c for c in named if flows.kinds(flows.beside(passage.document, c, passage.claims)) == kinds]
    if named and len(kinds) == 1:
        return named
    if not of_all:
        return ()
    groups = [board.sentence(part), *board.before(part, sentences=_SENTENCES)]
    told = [[c for c in board.parts(group, part.unit) if _may_hold(passage, c, part)] for group in groups]
    nearest: Sequence[Claim] = next(([c for c in found if c.start < part.start] for found in told if found), ())
    if nearest:
        return nearest
    # "… or 74.6 percent of the total", paragraphs behind it: a total of all that was told before.
    totals = [c for c in board.parts(passage.claims, part.unit) if c.start < part.start and _may_hold(passage, c, part)]
    return [c for c in totals if scope.is_total(c) and not scope.flows_clash(c, part)] or _last_told(
        board, part, totals
    )


def _last_told(board: Board, part: Claim, totals: Sequence[Claim]) -> Sequence[Claim]:
    """The larger amounts of the last sentence before a part that has any amount in its unit."""
    groups = (board.parts(group, part.unit) for group in board.around(part, sentences=_FURTHER)[1:])
    told = next((group for group in groups if any(c.start < part.start for c in group)), [])
    return [c for c in told if c in totals and not scope.flows_clash(c, part)]


def _may_hold(passage: Passage, whole: Claim, part: Claim, *, misprinted: bool = False) -> bool:
    """Whether the two may be part and whole; a `misprinted` part, ten times too large, may be more than its whole."""
    if (
        (whole.value <= part.value and not misprinted)
        or whole is part
        or passage.in_row(whole)
        or passage.came_from(whole)
        or passage.in_heading(whole)
    ):
        return False
    known = bool(part.period and whole.period) and part.guessed == whole.guessed
    return not (known and not scope.period_within(part, whole)) and not scope.other_way(part, whole)
