"""The goods that a claim's words name, and their codes in the edition of its period."""

from __future__ import annotations

from tidewaiter.claims.scene import TOTAL
from tidewaiter.period import Period
from tidewaiter.reference import goods as reference


def goods_of(product: str | None, period: Period | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(ids of `reference.goods`, codes such as `HS2022:630790`); codes only where the period is known."""
    if product is None:
        return (), ()
    if product == TOTAL:
        return (reference.TOTAL,), ()
    ids = tuple(dict.fromkeys(mention.good_id for mention in reference.find_goods(product.replace("|", ", "))))
    if period is None:
        return ids, ()
    found = [code for good in ids for code in reference.codes(good, period.end.year)]
    return ids, tuple(dict.fromkeys(f"{code.edition}:{code.code}" for code in found))
