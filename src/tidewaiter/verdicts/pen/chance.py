"""How likely a slip fits by chance: another digit somewhere fits almost any two digits, and hardly any five."""

from __future__ import annotations

from decimal import Decimal
from math import inf, log10

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts.pen.slip import Slip

#: Slips of one digit, each with how many ways there are of it for every digit printed.
_WAYS = {"digit_wrong": 9, "digit_lost": 10, "digit_added": 1}
#: A figure off by no more than this share of it is off by little.
_LITTLE = Decimal("0.02")


def by_chance(claim: Claim, slip: Slip, room: Interval) -> float:
    """How many of a hundred figures as long as this one, written at random, such a slip would bring into a room, as a
    share of one.

    What is left open is weighed as a power of ten, as figures of trade are spread. Figures that are off by little were
    seldom mistyped: one was revised, or rounded before it was added up.
    """
    if slip.name in _WAYS and abs(slip.suggested - claim.value) <= _LITTLE * claim.value:
        return inf
    if room.low is None or room.high is None or slip.figure.low is None or slip.figure.high is None:
        return inf
    # A fall is a rise below nothing.
    low, high = sorted((abs(room.low), abs(room.high)))
    if low == 0 or (room.low < 0 < room.high):
        return inf
    step = slip.figure.high - slip.figure.low
    return log10(float((high + step) / low)) * _ways(claim, slip)


def _ways(claim: Claim, slip: Slip) -> int:
    """In how many ways a figure may come from another by a slip of one kind."""
    digits = sum(map(str.isdigit, claim.text))
    if slip.name in _WAYS:
        return _WAYS[slip.name] * digits
    return digits - 1 if slip.name == "digits_transposed" else 1
