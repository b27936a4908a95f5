"""A figure in the making: a numeral and what is known of its unit, before ranges and hedges are settled."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tidewaiter.claims.numbers.numeral import EXACT, ONE, Numeral


@dataclass(slots=True)
class Amount:
    """A figure in the making, at tokens [first, last).

    `unit` None is a bare number. `noun` are the tokens of what is counted or measured. `upper` and `changed_from` are
    set when neighbours are settled. `unit_factor` is how many of its unit the unit's word is (a toman is ten rials).
    `reach` is the token after everything that belongs to the amount, the counted noun
    and rate words included; `shared` says that a neighbour in a list handed its unit on.
    """

    first: int
    last: int
    numeral: Numeral
    value: Decimal
    step: Decimal
    unit: str | None = None
    unit_factor: Decimal = ONE
    kind: str = "bare"
    noun: tuple[int, int] | None = None
    rule: str = ""
    upper: Decimal | None = None
    changed_from: Amount | None = None
    reach: int = 0
    hyphened: bool = False
    shared: bool = False

    @property
    def scale(self) -> Decimal:
        """The factor of the numeral's scale word, 1 for none."""
        return self.numeral.scale

    def rescale(self, factor: Decimal) -> None:
        """Take over the scale of a unit, or of the number this one shares it with."""
        self.value = EXACT.multiply(self.value, factor)
        self.step = EXACT.multiply(self.step, factor)
        if self.upper is not None:
            self.upper = EXACT.multiply(self.upper, factor)

    def extend(self, last: int) -> None:
        """Take in the tokens up to `last`."""
        self.last = self.reach = last


def amount_of(numeral: Numeral) -> Amount:
    """The amount of a numeral alone."""
    return Amount(
        numeral.first, numeral.last, numeral, numeral.value, numeral.step, upper=numeral.upper, reach=numeral.last
    )
