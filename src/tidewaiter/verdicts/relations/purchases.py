"""What tells whether a price and a purchase are of each other."""

from __future__ import annotations

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.passages.passage import Passage


def is_one_of_several(passage: Passage, price: Claim) -> bool:
    """ "$1,240 in Lomé and $1,310 in Lagos": whether more prices of one time are told than amounts that were paid.

    What was sold had one price, and words do not tell which of them, if any.
    """
    here = [c for c in passage.claims if c.sentence == price.sentence and not passage.came_from(c)]
    prices = {c.value for c in here if c.unit == price.unit and scope.is_price(c) and not scope.periods_clash(c, price)}
    paid = [c for c in here if c.unit == price.unit.partition("_per_")[0]]
    return len(prices) > max(1, len(paid))
