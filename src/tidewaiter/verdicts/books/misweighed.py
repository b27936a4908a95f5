"""Weights that a book itself has wrong: what they would make its goods cost tells them.

Customs lines are keyed in by hand, and kilograms that were tonnes stand in many books. Such a line accuses nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tidewaiter.analysis.evidence import Question
from tidewaiter.analysis.goods import codes_of
from tidewaiter.claims.claim import Claim
from tidewaiter.errors import UsageError
from tidewaiter.reference import units
from tidewaiter.reference.prices import world_price
from tidewaiter.verdicts.books.bench import Bench
from tidewaiter.verdicts.books.weighing import Weighed
from tidewaiter.verdicts.passages.questions import CURRENCY


def misweighed(bench: Bench, claim: Claim, question: Question, against: Sequence[Weighed]) -> str | None:
    """Why a book's weight is likelier to be wrong than the claim's, as a clause; None where it is not.

    Only bulk goods have a price on the world market that tells.
    """
    usual = _usual_price(question)
    claimed = _tonnes(claim.value, question.unit)
    if usual is None or not claimed or question.unit == CURRENCY:
        return None
    worth = {
        e.reporter: e.value for e in bench.now(replace(question, unit=CURRENCY)) if e.kind == "customs" and e.value
    }
    for weighed in against:
        evidence = weighed.evidence
        value, booked = worth.get(evidence.reporter), _tonnes(evidence.value or Decimal(0), evidence.unit)
        if value and booked and _far(value / booked, usual) > _far(value / claimed, usual):
            price = f"${round(value / booked):,}"
            return f"the book's own weight would make a tonne cost {price}, and about ${round(usual):,} is usual"
    return None


def _usual_price(question: Question) -> Decimal | None:
    codes = question.hs or codes_of(question, question.period.end.year, reporter=question.exporter).prefixes
    found = {price.usd_per_tonne for code in codes if (price := world_price(code)) is not None}
    return next(iter(found)) if len(found) == 1 else None


def _tonnes(amount: Decimal, unit: str) -> Decimal | None:
    try:
        return units.convert(amount, unit, "tonnes") if units.convertible(unit, "tonnes") else None
    except UsageError:
        return None


def _far(price: Decimal, usual: Decimal) -> Decimal:
    """How many times one price is the other, whichever is the larger."""
    return max(price / usual, usual / price)
