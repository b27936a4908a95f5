"""What a text calls by a wider name once it has told what it means: "the fruit" is its blueberries, "oil" its crude."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache

from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document
from tidewaiter.errors import UsageError
from tidewaiter.reference.goods import TOTAL, is_part_of
from tidewaiter.verdicts.passages.flows import sole_trade
from tidewaiter.verdicts.tables import table

#: Straight before a wider name that stands for what was told.
_TOLD = r"\b(?:the|this|that|these|those|its|their) (?:\w{2,12} )?"


def on_topic(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, those called by a wider name as of the one kind of such goods that the text tells of.

    In a text on "non-oil exports" those are all exports that there are.
    """
    told: dict[str, Claim] = {}
    for claim in claims:
        if len(claim.goods) == 1:
            told.setdefault(claim.goods[0], claim)
    meant = {wide: told[narrow] for wide in told if (narrow := _meant(wide, told)) is not None}
    sole = sole_trade(document)
    return [_told(document, claim, meant, sole) for claim in claims]


def _told(document: Document, claim: Claim, meant: Mapping[str, Claim], sole: frozenset[str]) -> Claim:
    if not claim.goods and claim.product and claim.product.casefold().split()[0] in sole:
        return replace(claim, goods=(TOTAL,))
    narrow = meant.get(claim.goods[0]) if len(claim.goods) == 1 else None
    if narrow is None or claim.product is None or not _is_wider(document, claim):
        return claim
    return replace(claim, goods=narrow.goods, product=narrow.product)


def _is_wider(document: Document, claim: Claim) -> bool:
    """Whether a claim's goods are called by a wider name alone, as by "the fruit" in its sentence."""
    name = (claim.product or "").casefold()
    name = name if name in _names()["behind_article"] else name.rpartition(" ")[2]
    if name not in _names()["behind_article"]:
        return (claim.product or "").casefold() in _names()["always"]
    first, last = (document.body.locate(end) for end in claim.sentence)
    text = document.body.text[first:last]
    # What is not named in its sentence was told on from such a one.
    carried = name not in text.casefold()
    return carried or re.search(_TOLD + re.escape(name), text, re.IGNORECASE) is not None


def _meant(wide: str, told: Collection[str]) -> str | None:
    """The one kind of goods among those told of that are some of wider ones; None where there are several."""
    narrow = [each for each in told if each not in (wide, TOTAL) and _is_some_of(each, wide)]
    return narrow[0] if len(narrow) == 1 else None


def _is_some_of(part: str, whole: str) -> bool:
    try:
        return is_part_of(part, whole) is True
    except UsageError:
        return False


@cache
def _names() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words) for kind, words in table("links")["wider_names"].items()}
