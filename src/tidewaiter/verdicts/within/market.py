"""Whether a price is what its goods cost on the world market: then what it was worked out from is the wrong figure."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from tidewaiter.claims.claim import Claim
from tidewaiter.reference.prices import world_price
from tidewaiter.verdicts.relations.relation import Relation

_TONNES = {"USD_per_tonne": Decimal(1), "USD_per_kg": Decimal(1000)}
#: Prices of years apart, and of qualities, are within so many times of each other.
_NEAR = 4
#: What it weighs.
_KNOWN = 0.4


def at_market(claim: Claim, suggested: Decimal, against: Iterable[Relation]) -> float:
    """How much sooner a figure is wrong, as the world price of the goods has it: less where it is a usual price, which
    the mended one is not, more where what it makes of a usual price is.
    """
    for relation in against:
        price = relation.claims[0]
        if relation.kind != "price" or (usual := _usual(price)) is None:
            continue
        told = _near(price.value, price, usual)
        if claim is not price:
            return _KNOWN / 2 if told else 0.0
        mended = _near(suggested, price, usual)
        return _KNOWN * (mended - told)
    return 0.0


def _near(value: Decimal, price: Claim, usual: Decimal) -> bool:
    tonne = value * _TONNES[price.unit]
    return usual / _NEAR <= tonne <= usual * _NEAR


def _usual(price: Claim) -> Decimal | None:
    """The world price of a tonne of a price's goods; None where they are several, or it is not known."""
    if price.unit not in _TONNES or len(price.goods) != 1:
        return None
    known = {found.usd_per_tonne for code in price.hs if (found := world_price(code.partition(":")[2])) is not None}
    return known.pop() if len(known) == 1 else None
