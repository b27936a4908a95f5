"""How big figures of trade are, and how they are written: which of two figures is likelier the slip."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from math import log10

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import magnitude, printed_decimals
from tidewaiter.verdicts.pen.own_money import worth
from tidewaiter.verdicts.pen.slips import Slip, scale_word
from tidewaiter.verdicts.relations.relation import Relation

#: A month of one kind of goods between two countries is worth about so many dollars, as a power of ten; of all goods,
#: so many powers more. Wide on purpose: it tells millions from billions where nothing else does.
_GOODS, _ALL_GOODS, _SPREAD = 7.3, 1.3, 1.5
#: What one of it costs, as a power of ten of dollars: enough to tell kilograms from tonnes.
_PRICES = {
    "tonne": 2.8, "kg": 0.3, "barrel": 1.8, "litre": 0.2, "dose": 0.8, "unit": 1.0, "pair": 0.3, "set": 1.0,
}  # fmt: skip
_PRICE_SPREAD = 1.2
#: What a size may weigh beside everything else that speaks for and against a figure.
_MOST = 0.4
_PER_NAT = 0.2
#: A power of ten up to which sizes tell little.
_TENFOLD = 1.5
#: The noughts that a number ends with.
_NOUGHTS = re.compile(r"0+(?=\D*\Z)")
#: What the scale words of the east begin with.
_MYRIAD = 10_000
#: How far trade goes in a step, as a power of ten, and how much of a longer one is weighed at all.
_STEP, _LONGEST_STEP = 0.4, 4.0
#: What it weighs that ten times as many of the others have as many decimals as the mended figure than as many as the
#: printed one; and for how many one that is not there counts.
_WRITTEN, _MOST_WRITTEN, _SELDOM = 0.25, 0.3, 0.25


def likelier(claim: Claim, suggested: Decimal) -> float:
    """How much more usual the size of a figure would be if it were the one suggested: at most `_MOST` either way."""
    usual, spread = _usual(claim)
    if usual is None or claim.value <= 0 or suggested <= 0:
        return 0.0

    def unusual(value: Decimal) -> float:
        return ((magnitude(value) - usual) / spread) ** 2 / 2

    # Of an amount ten times more or less is common, too; prices keep closer together.
    tenfold = "_per_" not in claim.unit and abs(magnitude(suggested / claim.value)) < _TENFOLD
    per_nat = _PER_NAT / 3 if tenfold else _PER_NAT
    return max(-_MOST, min(_MOST, per_nat * (unusual(claim.value) - unusual(suggested))))


def _usual(claim: Claim) -> tuple[float | None, float]:
    """The usual size of such a figure as a power of ten, and how far sizes spread; None where nothing is known."""
    money, _, one = claim.unit.partition("_per_")
    rate = worth(money)
    if one:
        # One of whatever is counted may be a mask or a car.
        price = None if one in ("unit", "set") else _PRICES.get(one)
        return (None, 1.0) if rate is None or price is None else (price - magnitude(rate), _PRICE_SPREAD)
    if not scope.is_flow(claim):
        return None, 1.0
    if rate is None:
        singular = claim.unit.removesuffix("s")
        price = _PRICES.get(singular, _PRICES.get(claim.unit))
        if price is None:
            return None, 1.0
    days = scope.period(claim)
    months = max(1, len(days.months())) if days else 1
    usual = _GOODS + (_ALL_GOODS if scope.is_total(claim) else 0.0) + log10(months)
    return usual - (magnitude(rate) if rate is not None else price or 0.0), _SPREAD


def stride(claim: Claim, suggested: Decimal, against: Iterable[Relation]) -> float:
    """How usual the step between two levels would be if a figure of theirs were mended: never more than nothing.

    "61 times" said of 3.17 and 0.52 billion is sooner 6.1 times than 31.7 billion of 0.52.
    """
    return min((-_unusual_step(claim, suggested, relation) for relation in against), default=0.0)


def _unusual_step(claim: Claim, suggested: Decimal, relation: Relation) -> float:
    if relation.link == "far" or relation.kind not in ("change", "multiple"):
        return 0.0
    if claim is relation.claims[0] and claim.unit == "times" and suggested < 1 <= claim.value:
        # Nobody says of a fall that it was "0.6 times more".
        return _PER_NAT * _LONGEST_STEP
    after, before = (suggested if level is claim else level.value for level in relation.claims[1:])
    if after <= 0 or before <= 0:
        return 0.0
    nats = (magnitude(after / before) / _STEP) ** 2 / 2
    return _PER_NAT * min(nats, _LONGEST_STEP)


def in_pace(claim: Claim, suggested: Decimal, others: Iterable[Claim]) -> float:
    """How much nearer a total of several months would be to what the text gives for single ones, if it were mended."""
    days = scope.period(claim)
    months = len(days.months()) if days is not None else 1
    if months < 2 or claim.value <= 0 or suggested <= 0 or not scope.is_flow(claim):
        return 0.0
    single = [
        other.value
        for other in others
        if other.value > 0
        and other.unit == claim.unit
        and (span := scope.period(other)) is not None
        and span.is_month
        and scope.period_within(other, claim)
        and scope.same_flow(other, claim)
        and scope.same_goods(other, claim)
    ]
    if not single:
        return 0.0
    usual = magnitude(sum(single, Decimal(0)) / len(single) * months)
    gain = abs(magnitude(claim.value) - usual) - abs(magnitude(suggested) - usual)
    return max(-_MOST, min(_MOST, gain))


def usual_decimals(claims: Iterable[Claim]) -> dict[Claim, int]:
    """How many decimals each level and percentage is written with, as far as it is written in digits; of one with
    several scale words ("54억9천만") how many places its last digit stands before the point, as a negative number.
    """
    found = {}
    for claim in claims:
        if not (scope.is_level(claim) or claim.unit == "percent"):
            continue
        decimals = printed_decimals(claim)
        places = _last_place(claim) if decimals is None else decimals
        if places is not None:
            found[claim] = places
    return found


def _last_place(claim: Claim) -> int | None:
    """Of a figure with several scale words minus the power of ten of its last digit, told by how exact it is."""
    if claim.low is None or claim.high is None or claim.qualifier != "exact":
        return None
    step = claim.high - claim.low
    return -step.adjusted() if step >= _MYRIAD and step == Decimal(1).scaleb(step.adjusted()) else None


def written_as_usual(claim: Claim, slip: Slip, decimals: Mapping[Claim, int], rivals: Collection[Claim]) -> float:
    """Whether a figure whose point was moved would, moved back, be written like the text's others in its unit.

    `rivals` are those that could be the wrong ones instead, so that their writing proves nothing.
    """
    if slip.name not in ("factor_10", "factor_100") or claim.value <= 0 or claim not in decimals:
        return 0.0
    scale = scale_word(claim.text)
    pointed = decimals[claim] >= 0
    others = Counter(
        places if pointed else _last_place(other)
        for other, places in decimals.items()
        if other.unit == claim.unit and other not in rivals and (not pointed or scale_word(other.text) == scale)
    )
    moved = (slip.suggested / claim.value).adjusted()
    mended = decimals[claim] - moved
    if pointed:
        # "6550万" for "655万": the nought goes, and no fraction comes.
        mended = max(0, mended - (_noughts(claim) if moved < 0 and not decimals[claim] else 0))
    whole = pointed and scale is None and claim.unit != "percent" and slip.suggested % 1 == 0
    if mended == decimals[claim] or not others or whole:
        return 0.0
    usual = log10((others[mended] + _SELDOM) / (others[decimals[claim]] + _SELDOM))
    return max(-_MOST_WRITTEN, min(_MOST_WRITTEN, _WRITTEN * usual))


def _noughts(claim: Claim) -> int:
    """How many noughts the number before a scale word ends with."""
    found = _NOUGHTS.search(claim.text)
    return 0 if found is None else len(found[0])
