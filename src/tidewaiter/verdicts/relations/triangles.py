"""Before, after, and what lies between them: a percentage, a multiple, a difference, or just "rose" and "fell"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import ClassVar

from tidewaiter.analysis import compare
from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.verdicts import phrases, scope
from tidewaiter.verdicts.intervals import CONTRADICTED, LOOSE, SUPPORTED, allowed, distance, excused
from tidewaiter.verdicts.pen.slips import Slip, rearranged, weight
from tidewaiter.verdicts.relations.relation import OPEN, ROUNDED, Relation, as_printed, exactly_said
from tidewaiter.verdicts.wording import percent, rounded

_HUNDRED = Decimal(100)
_IN_PERCENT = Interval.exactly(_HUNDRED)
#: Percentages are worked out in the books' own currency and from unrounded figures: a point off accuses nobody.
_POINT = Decimal(1)
#: A quick look at a percentage lets pass what is off by so many points, or by this share of it.
_ROOM = Decimal("0.01")
_NEARLY_POINTS, _NEARLY_SHARE = 4.0, 0.15
#: A percentage so near to what the levels make as printed agrees with them, however roundly they are told.
_NEAR_MIDDLE = Decimal("0.15")
#: A hedged step, or one in words, is another where what the levels make is off by this share, all excuses made.
_FAR = Decimal("0.15")
#: A small percentage may be of two levels either way about; it is what it is so many times nearer to.
_NEARER = 4
#: How a time is found that stands straight before its figure.
_AT_ITS_TIME = "time before the figure"
#: Levels that lie so many times as far apart as a step says, with no slip to show for it, are of two things.
_OTHER_SIZE = 50


def _signs(way: str | None) -> tuple[int, ...]:
    """+1 for a rise, -1 for a fall; both where the text does not say which."""
    return {"increase": (1,), "decrease": (-1,)}.get(way or "", (1, -1))


def _hull(intervals: Sequence[Interval]) -> Interval:
    """The smallest interval that holds all of them."""
    lows = [i.low for i in intervals]
    highs = [i.high for i in intervals]
    return Interval(
        None if None in lows else min(low for low in lows if low is not None),
        None if None in highs else max(high for high in highs if high is not None),
    )


def _size(change: Interval) -> Interval:
    """A change without its direction."""
    if change.low is not None and change.low >= 0:
        return change
    return -change if change.high is not None and change.high <= 0 else _hull([change, -change])


def _factor(percentage: Interval, sign: int) -> Interval:
    """A change in percent as what the earlier figure is multiplied with; never below zero."""
    share = Interval(
        None if percentage.low is None else percentage.low / _HUNDRED,
        None if percentage.high is None else percentage.high / _HUNDRED,
    )
    one = Interval.exactly(Decimal(1))
    factor = one + share if sign > 0 else one - share
    low = max(factor.low or Decimal(0), Decimal(0))
    return Interval(low, None if factor.high is None else max(factor.high, low))


def far_off(relation: Relation) -> bool:
    """Whether two exact levels leave no doubt of a hedged step, or of one in words ("tripled"), that it is another."""
    step, *levels = relation.claims
    return (
        all(map(exactly_said, levels))
        and of_one_size(relation)
        and (exactly_said(step) or distance(excused(step), relation.computed(0)) >= _FAR)
    )


def of_one_size(relation: Relation) -> bool:
    """Whether a step's first level is not altogether out of the size that the other figures leave it."""
    value, meant = relation.claims[1].value, relation.computed(1)
    small = meant.high is None or value <= meant.high * _OTHER_SIZE
    return small and (meant.low is None or value * _OTHER_SIZE >= meant.low)


def percent_or_times(relation: Relation) -> Sequence[Slip]:
    """ "3%" printed for "3배", or "15倍" for "15%": the number is what the levels make, in the other word."""
    step, after, before = relation.claims
    if not exactly_said(step) or not before.value:
        return ()
    times = compare.multiple(allowed(after), allowed(before))
    if step.unit == "percent" and allowed(step).meets(times) and step.value > 1:
        name, told = "percent_for_times", f"{step.value.normalize():f} times was probably meant"
    elif step.unit == "times" and allowed(step).meets(_size((times - Interval.exactly(Decimal(1))) * _IN_PERCENT)):
        name, told = "times_for_percent", f"{step.value.normalize():f} percent was probably meant"
    else:
        return ()
    return (Slip(name, step.value, relation.computed(0), weight("another_base"), told),)


def points_off(step: Claim, after: Claim, before: Claim) -> Decimal:
    """How many points a percentage is off what two levels make as printed, whichever way it goes."""
    return abs(abs(after.value / before.value - 1) * _HUNDRED - step.value) if before.value else _HUNDRED


@dataclass(frozen=True, slots=True)
class Change(Relation):
    """`claims` are a change in percent, the figure after it, and the figure before it.

    `instead` are other levels of the text, after and before, that the percentage would be right for. `way_told` says
    that a word beside the percentage tells its direction, so that it was not misread; `way` is the direction where
    words tell it and it was not read.
    """

    kind: ClassVar[str] = "change"
    instead: tuple[Claim, Claim] | None = None
    way_told: bool = False
    way: str | None = None

    def readings(self, index: int) -> Sequence[Slip]:
        """A percentage that is right for other levels was printed for these; or the earlier figure twice."""
        if index == 1:
            return self._printed_again()
        turned = self._turned() if index == 0 and self.way_told else ()
        turned = turned or (percent_or_times(self) if index == 0 else ())
        if turned or index != 0 or self.instead is None:
            return turned
        after, before = self.instead
        real = self.computed(0)
        if real.low is None or real.high is None or real.low < 0:
            return ()
        meant = f"it fits the step from {phrases.level(before)} to {phrases.level(after)}"
        middle = rounded((real.low + real.high) / 2, 1)
        return (Slip(_base_slip(self.claims[0], after, before), middle, real, weight("another_base"), meant),)

    def _turned(self) -> Sequence[Slip]:
        """A rise called a fall by just so much, or a fall a rise; not where the levels may be the other way about."""
        step, after, before = self.claims
        other = "decrease" if step.direction == "increase" else "increase"
        right = Relation.outcome(replace(self, claims=(replace(step, direction=other), after, before)))
        swapped = Relation.outcome(replace(self, claims=(step, before, after)))
        nearer = points_off(step, after, before) * _NEARER <= points_off(step, before, after)
        if right != SUPPORTED or (swapped == SUPPORTED and not nearer):
            return ()
        name = "rise_for_fall" if step.direction == "increase" else "fall_for_rise"
        told = f"a {'fall' if step.direction == 'increase' else 'rise'} was probably meant"
        return (Slip(name, step.value, self.computed(0), weight("another_base"), told),)

    def _printed_again(self) -> Sequence[Slip]:
        """The figure before given as the one after, too, though the text says that it changed."""
        _, after, before = self.claims
        meant = self.computed(1)
        if after.value != before.value or meant.low is None or meant.high is None:
            return ()
        days, earlier = scope.period(after), scope.period(before)
        year = days is not None and earlier is not None and days.back_years().same_days(earlier)
        name = "previous_year_figure" if year else "previous_month_figure"
        middle = (meant.low + meant.high) / 2
        told = f"the figure of {phrases.period(before.period)} was probably printed again"
        return (Slip(name, round(middle, 2 - middle.adjusted()), meant, weight("another_base"), told),)

    def typical(self, index: int, value: Decimal) -> float:
        """Of several percentages that rounding allows the one is likelier that the levels as printed make."""
        step, after, before = self.claims
        if index or not before.value:
            return 1.0
        return 1.0 if as_printed(step, value, abs(after.value / before.value - 1) * _HUNDRED) else ROUNDED

    def telling(self, index: int) -> bool:
        """Whether the levels as printed make the percentage: roundly told ones leave many another possible."""
        step, after, before = self.claims
        if not exactly_said(step) or not before.value:
            return True
        middle = abs(after.value / before.value - 1) * _HUNDRED
        return abs(middle - abs(step.value)) <= max(_POINT, _NEAR_MIDDLE * middle)

    def plain(self) -> bool:
        """The levels say what the step was, unless they are hedged."""
        return far_off(self)

    def allows(self, index: int, figures: Sequence[Interval]) -> Interval:
        """After by before gives the percentage; before by percentage gives after, and backwards."""
        percentage, after, before = figures
        signs = _signs(self.way or self.claims[0].direction)
        if index == 0:
            change = compare.change(after, before)
            return _size(change) if len(signs) > 1 else change if signs[0] > 0 else -change
        factors = [_factor(percentage, sign) for sign in signs]
        if index == 1:
            return _hull([before * factor for factor in factors])
        return _hull([after / factor if factor.high else OPEN for factor in factors])

    def outcome(self, figures: Mapping[Claim, Interval] | None = None) -> str:
        """As for any relation, but a percentage a point off may rest on another currency or a later revision."""
        found = Relation.outcome(self, figures)
        if found == LOOSE and not figures and self._is_transposed():
            return CONTRADICTED
        if found != CONTRADICTED:
            return found
        if self._is_the_difference():
            return LOOSE
        replaced = figures or {}
        wide = [replaced.get(claim) or excused(claim) for claim in self.claims]
        room = Interval(-_POINT, _POINT)
        near = (wide[0] + room).meets(self.allows(0, wide))
        return LOOSE if near and (figures or not self._is_transposed()) else CONTRADICTED

    def _is_transposed(self) -> bool:
        """Whether the levels as printed make the percentage to its last digit, two of its digits exchanged.

        "From 9.6 to 8.9 billion, by 3.7 percent": rounding leaves room for much, but it is 7.3.
        """
        step, after, before = self.claims
        if not all(map(exactly_said, self.claims)) or not before.value or self.link == "far":
            return False
        real = (after.value / before.value - 1) * _HUNDRED
        way = self.way or step.direction
        if way in ("increase", "decrease") and (real > 0) != (way == "increase"):
            return False
        swapped = (slip for slip in rearranged(step) if slip.name == "digits_transposed")
        return any(slip.figure.meets(Interval.exactly(abs(real))) for slip in swapped)

    def _is_the_difference(self) -> bool:
        """ "$23.3 billion, a fall (of $3.44 billion) by 12.8%": the smaller amount is the step and not its start."""
        percentage, after, before = self.claims
        if percentage.direction == "none" or not 0 < before.value < after.value:
            return False
        if before.measure != "change" and before.rules.get("period") == _AT_ITS_TIME:
            # "比4月的1.10亿元增长10%": a time of its own, and no step.
            return False
        sign = 1 if percentage.direction == "increase" else -1
        start = after.value - sign * before.value
        return start > 0 and excused(percentage).meets(Interval.exactly(before.value / start * _HUNDRED).widened(_ROOM))

    def explain(self, index: int, outcome: str) -> str:
        """What the two levels make as a change, against what is said."""
        change, after, before = self.claims
        levels = f"from {phrases.level(before)} to {phrases.level(after)}"
        real = _percent_change(after, before)
        if outcome == CONTRADICTED:
            return f"{levels} is {real}, not {phrases.said(change)}"
        if outcome == LOOSE:
            return f"{levels} is {real}, which {phrases.said(change)} says only roughly"
        if not self.telling(index):
            return f"{levels} is {real}, and as roundly as they are told leaves {phrases.said(change)} possible"
        return f"{levels} is {real}, which agrees with {phrases.said(change)}"

    def arithmetic(self) -> str:
        """after / before − 1."""
        _, after, before = self.claims
        return quotient(after, before, minus_one=True)


def nearly(percentage: float, after: float, before: float) -> bool:
    """Whether a percentage may be the change between two figures, all rounding done: a quick look before the exact."""
    if not before:
        return False
    real = abs(after / before - 1) * 100
    return abs(real - abs(percentage)) <= max(_NEARLY_POINTS, _NEARLY_SHARE * real)


def _base_slip(claim: Claim, after: Claim, before: Claim) -> str:
    """What was printed for what, where a percentage belongs to other levels than it is said of."""
    days, later, earlier = (scope.period(each) for each in (claim, after, before))
    if days is None or later is None or earlier is None:
        return "wrong_base"
    if days.is_month and not later.same_days(days) and later.covers(days):
        return "ytd_as_month"
    if later.same_days(days) and days.is_month:
        if claim.comparison == "mom" and earlier.same_days(days.back_years()):
            return "month_on_month_for_year_on_year"
        if claim.comparison == "yoy" and earlier.same_days(days.previous()):
            return "year_on_year_for_month_on_month"
    return "wrong_base"


def _percent_change(after: Claim, before: Claim) -> str:
    """The change from one level to another in words: "a fall of 85.2%"."""
    if before.value == 0:
        return "a change that cannot be computed"
    change = (after.value / before.value - 1) * _HUNDRED
    return f"{'a rise' if change >= 0 else 'a fall'} of {percent(abs(change))}"


def quotient(top: Claim, bottom: Claim, *, minus_one: bool = False, times: bool = False) -> str:
    """A quotient written out: as a change, as a multiple, or as a percentage."""
    written = f"{phrases.digits(top.value)} / {phrases.digits(bottom.value)}"
    if bottom.value == 0:
        return written
    ratio = top.value / bottom.value
    if minus_one:
        return f"{written} − 1 = {'+' if ratio >= 1 else '−'}{percent(abs(ratio - 1) * _HUNDRED)}"
    return f"{written} = {phrases.digits(ratio)}" if times else f"{written} = {percent(ratio * _HUNDRED)}"
