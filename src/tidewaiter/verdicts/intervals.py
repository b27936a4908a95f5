"""What a claim's wording allows, and how a computed figure compares with it.

Rounding alone never contradicts anybody: two figures contradict each other only where nothing that either wording
allows lies in the other, with room left for careless but fair wording.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from functools import lru_cache

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval, last_digit

SUPPORTED, LOOSE, CONTRADICTED, UNCHECKED = "supported", "loose", "contradicted", "unchecked"

#: A hedge that the reader of the claim gave no interval for: "about 100" holds for 90 to 110.
HEDGE = Decimal("0.10")
#: "nearly four times" for 3.5 is 12.5 % off: careless, not false. Beyond this a hedge no longer excuses a figure.
LOOSE_HEDGED = Decimal("0.18")
#: A bare figure is excused a cut instead of a rounding (14.56 as "14.5"): one step of its last digit beyond rounding,
#: but never more than this share of the figure, or "3 million" would excuse 4.5.
LOOSE_EXACT = Decimal("0.05")
#: "more than 10.6 million" where the books have 10.58: the writer rounded first.
LOOSE_BOUND = Decimal("0.03")

#: Claims whose intervals are kept: those of a document are asked for again and again.
_KEPT = 4096

_DECIMALS = re.compile(r"(?<![\d.,])(\d{1,6})[.,](\d{1,4})(?![\d.,]*\d)")
_NUMBER = re.compile(r"\d[\d.,]*")
#: A fraction is a word in digits, too: "3분의 1", "3分之1", "1/3".
_FRACTION = re.compile(r"\d{1,2} ?(?:분의|分之|/) ?\d{1,2}")
#: "六成", "7할": told to the tenth, which is less than a fraction leaves open.
_TENTHS, _TENTH = re.compile(r"[一二两兩三四五六七八九1-9](?:成半?|할)"), 10
#: "Estimated at $227.0 billion": who tells four digits and more leaves only the last of them open, by so much.
_FINE, _FINE_ROOM = 1000, 10
#: What a rough percentage is a multiple of.
_ROUND = 5
#: The fractions that the press has a word for, in percent, and how near to one of them it is the better word.
_FRACTIONS = tuple(
    Decimal(100) * over / under for over, under in ((1, 10), (1, 5), (1, 4), (1, 3), (1, 2), (2, 3), (3, 4))
)
_TOLD_BY, _WHOLE = Decimal("0.10"), Decimal(100)
_HEDGED = ("approx", "nearly", "between")
_BOUNDS = ("more_than", "less_than", "at_least", "up_to")


def magnitude(value: Decimal) -> float:
    """The power of ten of a value above 0, 3.3 of 2,000; of 0 minus infinity.

    A decimal's own logarithm takes twenty times as long.
    """
    power = value.adjusted()
    return power + math.log10(float(value.scaleb(-power))) if value else -math.inf


@lru_cache(maxsize=_KEPT)
def allowed(claim: Claim) -> Interval:
    """The interval that the wording allows; from value, rounding and hedge where the claim carries none."""
    if _in_words(claim):
        return Interval.exactly(claim.value).widened(HEDGE)
    if _is_set(claim):
        return Interval.exactly(claim.value)
    if claim.qualifier == "exact" and (step := printed_step(claim)) is not None:
        return Interval.rounded(claim.value, step)
    if claim.qualifier == "approx" and (step := _fine_step(claim)) is not None:
        return Interval(claim.value - _FINE_ROOM * step, claim.value + _FINE_ROOM * step)
    if claim.low is not None or claim.high is not None:
        return Interval(claim.low, claim.high)
    value = claim.value
    if value == 0:
        return Interval.exactly(value)
    if claim.qualifier in ("more_than", "at_least"):
        return Interval(value, None)
    if claim.qualifier in ("less_than", "up_to"):
        return Interval(None, value)
    written = Interval.rounded(value, last_digit(value))
    if claim.qualifier == "nearly":
        return Interval(value - abs(value) * HEDGE, written.high)
    if claim.qualifier == "approx":
        hedged = Interval.exactly(value).widened(HEDGE)
        return hedged if written.within(hedged) else written
    return written


def _is_set(claim: Claim) -> bool:
    """Whether a figure was set and not measured: a limit of 500,000 barrels is no rounder than it is written."""
    return claim.measure == "cap" and claim.qualifier == "exact" and any(map(str.isdigit, claim.text))


def printed_step(claim: Claim) -> Decimal | None:
    """What the last digit behind a printed decimal point is worth; None where no decimals were written.

    "$70.0 million" was rounded to a hundred thousand, whatever its nought.
    """
    found = _DECIMALS.search(claim.text)
    if found is None or len(_DECIMALS.findall(claim.text)) > 1:
        return None
    printed = Decimal(f"{found[1]}.{found[2]}")
    scale = claim.value / printed if printed else Decimal(0)
    # Where the digits after the point are a group of thousands, the figure is no power of ten of what they make.
    if not scale or scale != Decimal(1).scaleb(scale.adjusted()) or (scale == 1000 and len(found[2]) == 3):
        return None
    return scale.scaleb(-len(found[2]))


def _fine_step(claim: Claim) -> Decimal | None:
    """What the last digit of a hedged figure is worth where it is told too finely for a rough one; else None."""
    step = printed_step(claim) or last_digit(claim.value)
    return step if step and abs(claim.value) >= _FINE * step else None


def printed_decimals(claim: Claim) -> int | None:
    """How many decimals a figure is written with; None where it has no digits, or several numbers."""
    step = printed_step(claim)
    if step is not None:
        return len(_DECIMALS.findall(claim.text)[0][1])
    return 0 if len(_NUMBER.findall(claim.text)) == 1 else None


def _in_words(claim: Claim) -> bool:
    """Whether a bare multiple or fraction is a word: "doubled" and "a quarter" are never meant to the digit."""
    return (
        claim.unit in ("percent", "times")
        and claim.qualifier in ("exact", "approx")
        and (_FRACTION.fullmatch(claim.text) is not None or not any(char.isdigit() for char in claim.text))
    )


@lru_cache(maxsize=_KEPT)
def excused(claim: Claim) -> Interval:
    """The interval that careless but fair wording may be excused: the allowed one with room around it."""
    figure = allowed(claim)
    if _is_set(claim):
        return figure
    if claim.qualifier == "exact" and _TENTHS.fullmatch(claim.text):
        return Interval(claim.value - _TENTH, claim.value + _TENTH)
    fine = claim.qualifier == "approx" and (_fine_step(claim) is not None or _is_no_round_share(claim))
    if fine and not _in_words(claim):
        return figure
    if claim.qualifier == "exact" and claim.unit == "percent" and _in_words(claim):
        return _short_of_the_next(claim.value, figure)
    if claim.qualifier in _HEDGED or _in_words(claim):
        return figure.widened(LOOSE_HEDGED)
    if claim.qualifier in _BOUNDS:
        return figure.widened(LOOSE_BOUND)
    half = Decimal(0) if figure.low is None or figure.high is None else (figure.high - figure.low) / 2
    room = min(2 * half, max(Decimal(0), abs(claim.value) * LOOSE_EXACT - half)) if half else _step(claim.value)
    low = None if figure.low is None else figure.low - room
    high = None if figure.high is None else figure.high + room
    return Interval(low, high)


def _short_of_the_next(fraction: Decimal, figure: Interval) -> Interval:
    """What a bare "a third" may be excused: nothing that "a quarter" or "half" tells better."""
    room = figure.widened(LOOSE_HEDGED)
    below = [other * (1 + _TOLD_BY) for other in _FRACTIONS if other < fraction * (1 - _TOLD_BY)]
    above = [other * (1 - _TOLD_BY) for other in _FRACTIONS if other > fraction * (1 + _TOLD_BY)]
    low, high = max([*below, room.low or Decimal(0)]), min([*above, room.high or _WHOLE])
    return Interval(min(low, figure.low or low), max(high, figure.high or high))


def _is_no_round_share(claim: Claim) -> bool:
    """Whether a percentage is told to the point: "about 62 percent" is no careless word for 49."""
    return claim.unit == "percent" and claim.value % _ROUND != 0


def _step(value: Decimal) -> Decimal:
    return min(last_digit(value), abs(value) * LOOSE_EXACT)


def outcome(claim: Claim, computed: Interval) -> str:
    """`supported`, `loose` or `contradicted`: the claim's interval against what was computed (same unit)."""
    if allowed(claim).meets(computed):
        return SUPPORTED
    return LOOSE if excused(claim).meets(computed) else CONTRADICTED


def distance(a: Interval, b: Interval) -> Decimal:
    """How far two intervals lie apart as a share of the nearer ends; 0 where they meet."""
    if a.high is not None and b.low is not None and a.high < b.low:
        near, far = a.high, b.low
    elif a.low is not None and b.high is not None and b.high < a.low:
        near, far = b.high, a.low
    else:
        return Decimal(0)
    size = max(abs(near), abs(far))
    return (far - near) / size if size else Decimal(0)
