"""Prices that the text tells in one breath are for one of the same: "sank from $6.27 to $5.20 per kilogram".

So are those of the same goods in a sentence that goes on: "쌀 1kg은 8200원에 거래됐다. 보름 전(7900원)보다 올랐다".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document
from tidewaiter.verdicts import scope

#: What stands between two prices of one step.
_STEP = re.compile(
    r"(?:[^,;:.\d$€£]{0,24}|, (?:up |down )?)\b(?:to|from|after|against|than|and|compared (?:with|to))\b"
    r"(?: (?:the|about|an?|average|of|only|just)){0,4}"
    r"\s*(?:US)?[$€£¥₹₩]?\s*",
    re.IGNORECASE,
)
#: Between a price and by how much it is another than the next, and between the two: "$61 a ton, $37 more than the $24".
_BY = re.compile(
    r"(?:[^;:.\d$€£]|\b(?:19|20)\d\d\b){0,40}[,(—–-] ?"
    r"(?:or |about |some |roughly |a full |which (?:is|was) )?(?:US)?[$€£¥₹₩]?",
    re.IGNORECASE,
)
_THAN = re.compile(
    r"(?: an? [a-z]{3,10})?"
    r" (?:(?:more|higher|dearer|less|lower|cheaper|fewer|up|down)(?: than| on| from)|above|below|over|under)"
    r"(?: (?:the|about|an?|average|of|only|just)){0,4} ?(?:US)?[$€£¥₹₩]?",
    re.IGNORECASE,
)


def alike_priced(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, bare prices beside one that says what it is for as of the same."""
    found = list(claims)
    order = sorted(range(len(found)), key=lambda place: (found[place].start, found[place].end))
    for one, other in pairwise(order):
        for bare, full in ((one, other), (other, one)):
            if not _is_bare(found[bare], found[full]):
                continue
            if _one_step(document, found[one], found[other]) or _goes_on(document, found[one], found[other]):
                found[bare] = replace(found[bare], unit=found[full].unit)
    for first, step, last in zip(order, order[1:], order[2:], strict=False):
        if _is_bare(found[last], found[first]) and _by_so_much(document, found[first], found[step], found[last]):
            found[last] = replace(found[last], unit=found[first].unit)
    return found


def _is_bare(claim: Claim, full: Claim) -> bool:
    money, per, _ = full.unit.partition("_per_")
    return bool(per) and claim.unit == money and claim.measure == full.measure == "price"


def _goes_on(document: Document, first: Claim, second: Claim) -> bool:
    """Whether the second stands, of the same goods, in the next sentence of the paragraph, the first being the full."""
    body = document.body
    end, start = (body.locate(place) for place in (first.sentence[1], second.sentence[0]))
    gap = body.text[end:start]
    next_one = first.sentence != second.sentence and not gap.strip() and "\n" not in gap
    # All goods have no price: none were named.
    same = scope.is_total(second) or (first.product is not None and first.product == second.product)
    return next_one and "_per_" in first.unit and same


def _by_so_much(document: Document, price: Claim, step: Claim, other: Claim) -> bool:
    """Whether the figure between two prices of a sentence says by how much the one is more or less than the other."""
    if len({price.sentence, step.sentence, other.sentence}) > 1 or step.unit not in ("percent", price.unit, other.unit):
        return False
    before, behind = (
        document.body.text[document.body.locate(one.end) : document.body.locate(next_one.start)]
        for one, next_one in ((price, step), (step, other))
    )
    return _BY.fullmatch(before) is not None and _THAN.fullmatch(behind) is not None


def _one_step(document: Document, first: Claim, second: Claim) -> bool:
    if first.sentence != second.sentence:
        return False
    between = document.body.text[document.body.locate(first.end) : document.body.locate(second.start)]
    return _STEP.fullmatch(between) is not None
