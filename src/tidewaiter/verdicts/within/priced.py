"""Prices that the text tells in one breath are for one of the same: "sank from $6.27 to $5.20 per kilogram"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document

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
            if _is_bare(found[bare], found[full]) and _one_step(document, found[one], found[other]):
                found[bare] = replace(found[bare], unit=found[full].unit)
    return found


def _is_bare(claim: Claim, full: Claim) -> bool:
    money, per, _ = full.unit.partition("_per_")
    return bool(per) and claim.unit == money and claim.measure == "price" and claim.sentence == full.sentence


def _one_step(document: Document, first: Claim, second: Claim) -> bool:
    between = document.body.text[document.body.locate(first.end) : document.body.locate(second.start)]
    return _STEP.fullmatch(between) is not None
