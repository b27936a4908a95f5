"""Whether a price is what its goods cost on the world market: then what it was worked out from is the wrong figure."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from tidewaiter.claims.claim import Claim
from tidewaiter.reference import goods
from tidewaiter.reference.prices import prices
from tidewaiter.verdicts.pen.own_money import worth
from tidewaiter.verdicts.relations.relation import Relation

_TONNES = {"tonne": Decimal(1), "kg": Decimal(1000)}
#: Prices of years apart, and of qualities, are within so many times of each other.
_NEAR = 4
#: What it weighs of the price, and of what it was worked out from.
_PRICE, _AMOUNT = 1.0, 0.5
#: Headings hardly change: any edition of the nomenclature tells what sort of goods it is.
_ANY_YEAR = 2022


def at_market(claim: Claim, suggested: Decimal, against: Iterable[Relation]) -> float:
    """How much sooner a figure is wrong, as the world price of the goods has it: less where it is a usual price, which
    the mended one is not, more where what it makes of a usual price is.
    """
    for relation in against:
        price = relation.claims[0]
        if relation.kind != "price" or (usual := _usual(price)) is None:
            continue
        told = _near(price.value, usual)
        if claim is price:
            return _PRICE * (_near(suggested, usual) - told)
        made = relation.computed(0)
        other = made.low is not None and made.high is not None and _near((made.low + made.high) / 2, usual)
        return _AMOUNT * max(0, told - other)
    return 0.0


def _near(value: Decimal, usual: Decimal) -> bool:
    return usual / _NEAR <= value <= usual * _NEAR


def _usual(price: Claim) -> Decimal | None:
    """The world price of a price's goods in its own unit; None where they are several, or it is not known."""
    money, _, one = price.unit.partition("_per_")
    if one not in _TONNES or len(price.goods) != 1 or (rate := worth(money)) is None:
        return None
    tonne = _world_price(price.goods[0])
    return None if tonne is None else tonne / _TONNES[one] / rate


@lru_cache(maxsize=512)
def _world_price(good_id: str) -> Decimal | None:
    """Dollars a tonne of goods; the middle of several sorts ("fertilisers") that cost about the same."""
    held = [code.code for code in goods.codes(good_id, _ANY_YEAR)]
    found = sorted(
        price.usd_per_tonne for price in prices() if any(price.heading.startswith(code[:4]) for code in held)
    )
    return found[len(found) // 2] if found and found[-1] <= _NEAR * found[0] else None
