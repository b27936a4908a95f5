"""Multiples of a figure that words point back to: "$3.24 billion in 2019, twice what was recorded last year"; "sold for
$6.44 billion, two thirds of the Turkmen figure".

What it is of was told elsewhere, at the time or by the country that the words name. What goods the two were read to be
of matters only where their own sentences name them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tidewaiter.claims.claim import Claim
from tidewaiter.reference.countries import find_countries
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import CONTRADICTED
from tidewaiter.verdicts.passages.links import is_carried, says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.factor import Multiple
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.wording import is_currency
from tidewaiter.verdicts.worked.board import Board, firm, in_another_word, mendable

#: Behind a multiple: a figure that the text has told.
_POINTS_BACK = re.compile(
    r"\s*(?:as (?:much|many|large|high|big) as |of |above |below )?"
    r"(?:(?:the|its|their|that|what|all)(?: [\w'’-]+){0,4}? )?"
    r"(?:figures?|levels?|amounts?|totals?|values?|volumes?|numbers?|sums?|tonnage|bill|it|they|"
    r"(?:was|were|had been) [a-z]+(?: [a-z]+)?)\b",
    re.IGNORECASE,
)
#: Between the amount and its multiple.
_STRAIGHT = re.compile(
    r"[^,;:.()]{0,40}[,(–—-]? ?(?:(?:or|still|only|which|that|is|was|more|less|than|about|nearly|some|roughly|almost"
    r"|just|over|under|around|a|well|exactly) ){0,5}\Z",
    re.IGNORECASE,
)
#: Behind one: the amount told last before.
_THAT_AMOUNT = re.compile(
    r"\s*of (?:that|this) (?:amount|figure|sum|total|volume|number|quantity|tonnage)\s*\Z", re.IGNORECASE
)
_CLAUSE = re.compile(r"[,;:.()]")
#: How far behind a multiple the words stand.
_REACH = 60


def find(passage: Passage) -> Iterator[Relation]:
    """Every such multiple or fraction, where another word for it would fit all that it may be of."""
    board = Board(passage)
    for step in passage.claims:
        if not _is_multiple(passage, step):
            continue
        behind = _CLAUSE.split(passage.tail(step, reach=_REACH), maxsplit=1)[0]
        after = _after(board, step) if _POINTS_BACK.match(behind) else None
        if after is None:
            continue
        tried = [
            Multiple((step, after, base), link="near", firm=firm(passage, (after, base), without=("volume",)))
            for base in _bases(board, step, after, behind)
        ]
        yield from _broken(tried)


def _broken(tried: Sequence[Multiple]) -> Iterator[Multiple]:
    """The multiple of the figure told first, where none of those that it may be of makes it.

    What is told first of a time is what the text is about; its parts come later.
    """
    if not tried or any(relation.outcome() != CONTRADICTED for relation in tried):
        return
    first = tried[0]
    if mendable(first, alone=True) or in_another_word(first):
        yield first


def _is_multiple(passage: Passage, step: Claim) -> bool:
    if step.value <= 0 or passage.in_row(step) or passage.in_heading(step):
        return False
    if step.unit == "times":
        return step.measure in ("ratio", "change", "other")
    # "Two thirds", and no share that rose, or is of a total.
    return step.unit == "percent" and step.measure in ("ratio", "other") and step.direction == "none"


def _after(board: Board, step: Claim) -> Claim | None:
    """The amount straight before a multiple."""
    before = next((c for c in reversed(board.sentence(step)) if c.end <= step.start), None)
    if before is None or not board.passage.is_plain_amount(before) or board.passage.came_from(before):
        return None
    return before if _STRAIGHT.fullmatch(board.passage.between(before, step)) else None


def _bases(board: Board, step: Claim, after: Claim, behind: str) -> list[Claim]:
    """The amounts that the words behind a multiple may point back to, in the order of the text."""
    passage = board.passage
    if says("of_amount", behind) and is_currency(after.unit):
        # "It sold for $5 billion, three quarters of the Turkmen volume": not what was paid.
        return []
    named = {mention.alpha3 for mention in find_countries(behind) if mention.alpha3}
    told = [
        c
        for c in board.amounts(passage.claims, after.unit)
        if c is not after
        and not passage.in_row(c)
        and _goods_are_open(c, after)
        and _is_pointed_at(step, after, c, named)
    ]
    if _THAT_AMOUNT.match(behind):
        told = [c for group in board.before(after) for c in board.amounts(group, after.unit)]
    text = [c for c in told if not passage.in_heading(c)]
    return text or told


def _goods_are_open(base: Claim, after: Claim) -> bool:
    """Whether nothing but what was carried from other sentences says that two figures are of different goods."""
    open_to_all = is_carried(after, "product") or scope.is_total(after) or scope.is_total(base)
    return open_to_all or not scope.goods_clash(base, after)


def _is_pointed_at(step: Claim, after: Claim, base: Claim, named: set[str]) -> bool:
    if named:
        theirs = {base.sender, base.receiver, *base.partners}
        return named <= theirs and base.end <= after.start and scope.same_period(base, after)
    if step.base_period is None or base.period is None or not scope.same_days(step.base_period, base.period):
        return False
    return not scope.flows_clash(base, after) or is_carried(after, "parties")
