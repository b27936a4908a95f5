"""Scores of the claims read from gold articles: found by span and value, right with the unit, then slot by slot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from gold_corpus import GoldArticle, GoldClaim

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text

SLOTS = ("measure", "direction", "comparison", "period", "parties", "product")
_EMPTY_WORDS = frozenset(
    ["the", "of", "and", "a", "an", "to", "for", "other", "total", "trade", "goods", "exports", "imports"]
)


def _words(product: str | None) -> frozenset[str]:
    letters = "".join(mark.lower() if mark.isalnum() else " " for mark in product or "")
    return (
        frozenset(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in letters.split())
        - _EMPTY_WORDS
    )


def _same_product(read: str | None, gold: str | None) -> bool:
    a, b = _words(read), _words(gold)
    if not a and not b:
        return True
    return bool(a & b) or any(x in y or y in x for x in a for y in b if not (x + y).isascii())


def _same_value(claim: Claim, gold: GoldClaim) -> bool:
    return abs(claim.value - gold.value) <= Decimal("1e-6") * max(abs(claim.value), abs(gold.value))


def slot_right(slot: str, claim: Claim, gold: GoldClaim) -> bool:
    """Whether a slot was read as the gold claim has it."""
    if slot == "product":
        return _same_product(claim.product, gold.product)
    if slot == "parties":
        if gold.sender or gold.receiver:
            return (claim.sender, claim.receiver) == (gold.sender, gold.receiver)
        return not (claim.sender or claim.receiver) or set(claim.partners) == gold.partners
    read: str | None = getattr(claim, slot)
    expected: str | None = getattr(gold, slot)
    return read == expected


def read_claims(article: GoldArticle) -> list[Claim]:
    """The article's claims; what it says of zero is left out, since the corpus does not mark that yet."""
    document = read_text(article.text, name=article.name, published=article.published)
    return [claim for claim in extract(document) if claim.value != 0]


def pairs(article: GoldArticle, claims: list[Claim]) -> Iterator[tuple[GoldClaim, Claim | None]]:
    """Each gold claim with the claim that found it; each claim is used once."""
    free = list(claims)
    for gold in sorted(article.claims, key=lambda g: g.end - g.start):
        candidates = [c for c in free if c.start < gold.end and gold.start < c.end and _same_value(c, gold)]
        best = max(candidates, key=lambda c: sum(slot_right(s, c, gold) for s in SLOTS), default=None)
        if best is not None:
            free.remove(best)
        yield gold, best


def score(chosen: Iterable[GoldArticle]) -> dict[str, float]:
    """F1 of value and unit, each slot's share right among the claims found, and the share of whole claims right."""
    gold_count = read_count = found = with_unit = whole = 0
    right: Counter[str] = Counter()
    for article in chosen:
        claims = read_claims(article)
        read_count += len(claims)
        for gold, claim in pairs(article, claims):
            gold_count += 1
            if claim is None:
                continue
            found += 1
            with_unit += claim.unit == gold.unit
            slots = {slot: slot_right(slot, claim, gold) for slot in SLOTS}
            right.update(slot for slot, ok in slots.items() if ok)
            whole += claim.unit == gold.unit and all(slots.values())
    return {
        "value_f1": 2 * found / (gold_count + read_count),
        "value_unit_f1": 2 * with_unit / (gold_count + read_count),
        **{slot: right[slot] / found for slot in SLOTS},
        "whole": whole / gold_count,
    }
