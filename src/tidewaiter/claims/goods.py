"""The goods that a claim's words name, and their codes in the edition of its period."""

from __future__ import annotations

from functools import lru_cache

from tidewaiter.claims.reading.scene import TOTAL
from tidewaiter.period import Period
from tidewaiter.reference import goods as reference


def goods_of(product: str | None, period: Period | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(ids of `reference.goods`, codes such as `HS2022:630790`); codes only where the period is known."""
    if product is None:
        return (), ()
    if product == TOTAL:
        return (reference.TOTAL,), ()
    return _known(product, None if period is None else period.end.year)


#: The Harmonized System came into force.
_FIRST_EDITION = 1988


@lru_cache(maxsize=8192)
def _known(product: str, year: int | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    named = product.replace("|", ", ")
    # Goods of a trade stand beside a word of it: "crude" and "gas" are no other things there.
    ids = _ids(named) or _ids(f"{named} exports")
    if year is None or year < _FIRST_EDITION:
        return ids, ()
    found = [code for good in ids for code in reference.codes(good, year)]
    return ids, tuple(dict.fromkeys(f"{code.edition}:{code.code}" for code in found))


def _ids(named: str) -> tuple[str, ...]:
    found = [m for m in reference.find_goods(named) if named[max(0, m.start - 4) : m.start].lower() != "non-"]
    return tuple(dict.fromkeys(mention.good_id for mention in found))
