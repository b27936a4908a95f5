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


def _one_step(document: Document, first: Claim, second: Claim) -> bool:
    if first.sentence != second.sentence:
        return False
    between = document.body.text[document.body.locate(first.end) : document.body.locate(second.start)]
    return _STEP.fullmatch(between) is not None
