"""One amount set against another of its time: "Durian fetched $3.74, while Thai fruit fetched $4.98, or 33% more";
"tea earned $1.4 billion, four and a half times as much as coffee, which brought in $312 million".

What it is set against stands before it, or behind the words that say so and name it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import CONTRADICTED, SUPPORTED
from tidewaiter.verdicts.passages.links import says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.pen import slips
from tidewaiter.verdicts.relations.factor import Multiple
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.relations.steps import Difference
from tidewaiter.verdicts.relations.triangles import Change
from tidewaiter.verdicts.worked.board import Board, firm, in_another_word, mendable

#: Between the later amount and its percentage: nothing but what the amount is of.
_OR = re.compile(
    r"(?: (?:a|per) [a-z]{3,10})?(?:, (?:or |that is |i\.e\. )?|\s*\(| and (?:so|thus) |,? (?:was|were|is|are) )"
    r"(?:about |some |roughly )?",
    re.IGNORECASE,
)
_OF_GOODS = re.compile(r"(?:[^,;:.()\d]{0,40}(?:\b(?:19|20)\d\d)?)?, (?:or |that is |about |some |roughly |nearly )*")
#: Straight behind a percentage or multiple: it is more or less than what was told before, or than what comes behind.
_MORE = re.compile(r" (more|higher|dearer|above|less|lower|cheaper|fewer|below)\s*(?:[.;,)]|\Z)", re.IGNORECASE)
_AS_MUCH = re.compile(r" (?:as much|as many|as large|as high|as big)\s*(?:[.;,)]|\Z)", re.IGNORECASE)
_LESS = frozenset({"less", "lower", "cheaper", "fewer", "below", "smaller"})
_THAN = re.compile(r" (?P<more>more|higher|larger|less|lower|fewer|smaller) than\b", re.IGNORECASE)
_AS = re.compile(r" (?:as(?: (?:much|many|large|high|big)(?: again)? as)?|(?:that|those) of|what)\b", re.IGNORECASE)
#: From those words to the amount: who or what it is of, and that it is so.
_NAMED = re.compile(
    r"(?: (?:to|from|by|for|of|in|on|the|its|that|those))* [A-Za-z](?:[^,;:.()\d]|\b(?:19|20)\d\d\b){1,48}?"
    r"(?:,? (?:with|at|on|worth)|\s*\(|, (?:which|whose|where)[^,;:.()\d]{1,40}|’s|'s)(?: about| some)? ?"
    r"(?:US)?[$€£¥]?\Z",
    re.IGNORECASE,
)
_THAT_IS = re.compile(
    r"\W*(?:that|this|it) (?:is|was|makes|made)(?: about| some| roughly| nearly)*\s*\Z", re.IGNORECASE
)
#: How near a multiple told in a word comes to the two figures that it was said of.
_CLOSELY = Decimal("0.05")
_TIMES = {"percent": Decimal(100), "times": Decimal(1)}


def find(passage: Passage) -> Iterator[Relation]:
    """Every percentage and multiple that says by how much an amount is more or less than another."""
    board = Board(passage)
    for step in passage.claims:
        if (more := _THAN.match(passage.tail(step))) is not None and scope.is_some(step) and not passage.in_row(step):
            yield from _by_so_much(board, step, more)
        if step.unit not in _TIMES or step.value <= 0 or step.qualifier != "exact" or passage.in_row(step):
            continue
        made = _with_named(board, step) or _with_told(board, step)
        if made is not None and (
            made.outcome() != CONTRADICTED or mendable(made, alone=True) or said_so(made) or in_another_word(made)
        ):
            yield made


def _by_so_much(board: Board, step: Claim, more: re.Match[str]) -> Iterator[Relation]:
    """ "Turkey took 31,000 tonnes, 10,000 more than all the others, which bought 21,000": the difference of the two."""
    passage, here = board.passage, board.amounts(board.sentence(step), step.unit)
    base = next((c for c in here if c.start >= step.end), None)
    other = next((c for c in reversed(here) if c.end <= step.start), None)
    if base is None or other is None or any(map(passage.came_from, (base, other))):
        return
    named = passage.between(step, base)[more.end() :]
    if _NAMED.fullmatch(named) is None or says("earlier", named) or base.period not in (other.period, None):
        return
    ends = (base, other) if more["more"].casefold() in _LESS else (other, base)
    made = Difference((step, *ends), link="near", firm=firm(passage, (other, base), without=("volume",)))
    if made.outcome() == SUPPORTED or mendable(made, alone=True):
        yield made


def _with_told(board: Board, step: Claim) -> Relation | None:
    """ "Durian fetched $3.74, Thai fruit $4.98, or 33% more": with the only other amount told before."""
    passage, tail = board.passage, board.passage.tail(step)
    more = _MORE.match(tail)
    if more is None and (_AS_MUCH.match(tail) is None or step.measure == "share"):
        return None
    here = [c for c in board.sentence(step) if c.end <= step.start]
    told = [c for c in here if scope.is_price(c) or passage.is_plain_amount(c)]
    if not told or told[-1] is not here[-1] or not _OR.fullmatch(passage.between(told[-1], step)):
        return None
    if len(told) == 1:
        alone = _price_before if scope.is_price(told[0]) else _alone_before
        told = [*alone(board, told[0]), *told]
    if len(told) != 2:
        return None
    base, other = told
    if base.unit != other.unit or passage.came_from(base) or scope.periods_clash(base, other):
        return None
    return _relation(passage, step, other, base, more[1] if more is not None else None)


def _price_before(board: Board, price: Claim) -> Sequence[Claim]:
    """ "With a coupon it costs 1 manat a kilogram. Without one a kilogram costs 12, or twelve times as much"."""
    passage = board.passage
    told = [c for group in board.before(price) for c in group if scope.is_price(c)]
    if len(told) != 1 or not passage.adjoining(told[0], price) or passage.block(told[0]) != passage.block(price):
        return []
    alike = told[0].unit == price.unit and not scope.goods_clash(told[0], price)
    return told if alike and not passage.came_from(told[0]) else []


def _alone_before(board: Board, claim: Claim) -> Sequence[Claim]:
    """The one amount of the sentence before, where it is of another partner and of the same goods."""
    passage = board.passage
    told = [c for group in board.before(claim) for c in group if passage.is_plain_amount(c)]
    if len(told) != 1 or not passage.adjoining(told[0], claim) or passage.block(told[0]) != passage.block(claim):
        return []
    others = scope.named_pair(told[0]) and scope.named_pair(claim) and scope.pair(told[0]) != scope.pair(claim)
    return told if others and (scope.same_goods(told[0], claim) or scope.akin(told[0], claim)) else []


def _with_named(board: Board, step: Claim) -> Relation | None:
    """ "… tea, four times as much as coffee, which brought in $312 million": with the amount behind what it names."""
    passage, tail = board.passage, board.passage.tail(step)
    than = _THAN.match(tail)
    words = than or _AS.match(tail)
    here = board.sentence(step)
    base = next((c for c in here if c.start >= step.end), None)
    if words is None or base is None or not passage.is_plain_amount(base) or passage.came_from(base):
        return None
    named = passage.between(step, base)[words.end() :]
    if _NAMED.fullmatch(named) is None or says("earlier", named):
        return None
    told = [c for c in here if c.end <= step.start]
    if told:
        other = told[-1]
        straight = _OF_GOODS.fullmatch(passage.between(other, step)) or _OR.fullmatch(passage.between(other, step))
    else:
        before = [c for group in board.before(step) for c in group if passage.is_plain_amount(c)]
        other = before[-1] if len(before) == 1 and passage.adjoining(before[0], step) else step
        straight = _THAT_IS.fullmatch(passage.lead(step))
    if straight is None or other.unit != base.unit or not passage.is_plain_amount(other) or passage.came_from(other):
        return None
    if (other.period and base.period not in (other.period, None)) or passage.ground(base) - {"average", "volume"}:
        return None
    return _relation(passage, step, other, base, than["more"] if than is not None else None)


def _relation(passage: Passage, step: Claim, other: Claim, base: Claim, more: str | None) -> Relation | None:
    solid = firm(passage, (other, base), without=("average", "volume"))
    if more is None or step.unit == "times":
        return Multiple((step, other, base), link="near", firm=solid, more=more is not None)
    way = "decrease" if more.casefold() in _LESS else "increase"
    return Change((step, other, base), link="near", firm=solid, way_told=False, way=way)


def said_so(relation: Relation) -> bool:
    """Whether a moved point or another scale word of either amount makes what is told in a word, and closely."""
    step, other, base = relation.claims
    if any(map(str.isdigit, step.text)):
        return False
    for claim in (other, base):
        for slip in slips.powers(claim):
            after, before = (slip.suggested, base.value) if claim is other else (other.value, slip.suggested)
            if relation.outcome({claim: slip.figure}) == SUPPORTED and _close(relation, step, after / before):
                return True
    return False


def _close(relation: Relation, step: Claim, times: Decimal) -> bool:
    said = step.value / _TIMES[step.unit]
    if isinstance(relation, Change):
        said = 1 - said if relation.way == "decrease" else 1 + said
    return abs(times - said) <= _CLOSELY * said
