"""An East Asian number being added up: whole groups, the group below the next great power, the digits just read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tidewaiter.claims.numbers.numeral import EXACT, ONE, ZERO

_TEN_THOUSAND = Decimal(10_000)


@dataclass(slots=True)
class Sum:
    """A number being added up: whole groups, the group below the next great power, and the digits just read."""

    total: Decimal = ZERO
    group: Decimal = ZERO
    number: Decimal | None = None
    step: Decimal = ONE
    unit: Decimal = ONE
    last_big: Decimal | None = None
    last_small: Decimal | None = None
    powers: int = 0
    digits: bool = False
    hedge: str = ""

    def small(self, power: Decimal) -> None:
        """A power below the group's: the ten of "二十"."""
        self.group += EXACT.multiply(ONE if self.number is None else self.number, power)
        self.unit = self.step if self.number is not None else ONE
        if self.unit < ONE:
            self.unit = EXACT.multiply(self.unit, power)
        self.number, self.last_small, self.step = None, power, ONE
        self.powers += 1

    def big(self, power: Decimal) -> None:
        """The power that a group is of: the ten thousand of "三百万"."""
        below = self.group + (self.number or ZERO)
        if below == ZERO and self.number is None:
            below = ONE
        if self.number is not None:
            self.unit = self.step
        self.total += EXACT.multiply(below, power)
        # 10,000 is how thousands are written here, so it says nothing of rounding; greater powers do.
        if power > _TEN_THOUSAND or self.unit < ONE:
            self.unit = EXACT.multiply(self.unit, power)
        self.group, self.number, self.last_big, self.last_small, self.step = ZERO, None, power, None, ONE
        self.powers += 1

    def greater(self, power: Decimal) -> None:
        """A power of a power: "万亿"."""
        self.total = EXACT.multiply(self.total, power)
        self.unit = EXACT.multiply(self.unit, power if self.unit != ONE else power * _TEN_THOUSAND)
        self.last_big = EXACT.multiply(power, self.last_big or ONE)

    def behind_point(self, digits: list[Decimal]) -> None:
        """The digits behind a decimal point."""
        self.step = ONE.scaleb(-len(digits))
        self.number = (self.number or ZERO) + sum((d.scaleb(-n) for n, d in enumerate(digits, 1)), ZERO)

    def value(self) -> Decimal:
        """The number so far."""
        return self.total + self.group + (self.number or ZERO)

    def last_digit(self) -> Decimal:
        """What its last digit is worth."""
        return self.step if self.number is not None else self.unit
