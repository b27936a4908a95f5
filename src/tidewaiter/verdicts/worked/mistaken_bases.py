"""Percentages said to be on the year that are on the month, or the other way about, where the text has both levels.

"6月出口1.56亿美元，低于5月的1.73亿美元，同比下降9.8%，高于去年6月的1.5亿美元": the step from May, and not from June.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from tidewaiter.claims.claim import Claim
from tidewaiter.interval import Interval
from tidewaiter.period import Period
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import CONTRADICTED, SUPPORTED, allowed, printed_decimals
from tidewaiter.verdicts.passages.links import says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.pen.slips import Slip, weight
from tidewaiter.verdicts.relations.relation import Relation, exactly_said
from tidewaiter.verdicts.relations.triangles import Change, points_off

#: What each comparison is called in a slip, and in words.
_CALLED = {"yoy": ("year_on_year", "on the year"), "mom": ("month_on_month", "on the month")}
#: How far beside a percentage it says what it is held against.
_BESIDE = 14


@dataclass(frozen=True, slots=True)
class SaidBase(Change):
    """`claims` are a change in percent, the figure after it, and the one before it that words say it is from."""

    kind: ClassVar[str] = "base"

    def readings(self, index: int) -> Sequence[Slip]:
        """The other comparison was meant."""
        if index:
            return ()
        step = self.claims[0]
        said, meant = (_CALLED[kind] for kind in ((step.comparison, _other(step.comparison))))
        told = f"{meant[1]} was probably meant"
        return (Slip(f"{said[0]}_for_{meant[0]}", step.value, allowed(step), weight("another_base"), told),)

    def outcome(self, figures: Mapping[Claim, Interval] | None = None) -> str:
        """As for any change; the percentage put in its own place is one with the other word."""
        step = self.claims[0]
        return SUPPORTED if (figures or {}).get(step) == allowed(step) else Change.outcome(self, figures)

    def suspicion(self, index: int) -> float:
        """One word is sooner wrong than a figure that another percentage bears out."""
        return 0.6 if index == 0 else 0.0

    def plain(self) -> bool:
        """Only with the slip of a word."""
        return False


def find(passage: Passage) -> Iterator[Relation]:
    """Every such percentage with the levels that its words and its number tell."""
    for step in passage.claims:
        if step.unit != "percent" or step.comparison not in _CALLED or not exactly_said(step):
            continue
        days = scope.period(step)
        if days is None or not days.is_month or step.guessed or not _says_so(passage, step):
            continue
        after, said, meant = (_level(passage, step, each) for each in (days, *_bases(days, step.comparison)))
        if after is None or said is None or meant is None or step.direction == "none":
            continue
        wrong, right = SaidBase((step, after, said), link="stated"), Change((step, after, meant))
        told = right.outcome() == SUPPORTED and points_off(step, after, meant) <= _rounding(step)
        if told and wrong.outcome() == CONTRADICTED:
            yield wrong


def _rounding(step: Claim) -> Decimal:
    """Half of what the last digit of a percentage stands for."""
    return Decimal(5).scaleb(-1 - (printed_decimals(step) or 0))


def _other(comparison: str) -> str:
    return "mom" if comparison == "yoy" else "yoy"


def _bases(days: Period, comparison: str) -> tuple[Period, Period]:
    """The month that a month is said to be held against, and the one of the other comparison."""
    year, month = days.back_years(), days.previous()
    return (year, month) if comparison == "yoy" else (month, year)


def _says_so(passage: Passage, step: Claim) -> bool:
    """Whether a word beside a percentage says what it is held against, and none the other."""
    near = f"{passage.own_lead(step)[-_BESIDE:]} … {passage.tail(step)[:_BESIDE]}"
    return says(f"on_{_CALLED[step.comparison][0]}", near) and not says(
        f"on_{_CALLED[_other(step.comparison)][0]}", near
    )


def _level(passage: Passage, step: Claim, days: Period) -> Claim | None:
    """The one amount of a month that the text tells of a percentage's trade."""
    told = {
        c.value: c
        for c in passage.claims
        if scope.is_level(c) and c.value > 0 and (when := scope.period(c)) is not None and when.same_days(days)
        and scope.same_flow(c, step) and scope.same_goods(c, step) and exactly_said(c)
        and not passage.ground(c) and not c.guessed
    }  # fmt: skip
    return next(iter(told.values())) if len(told) == 1 else None
