"""The levels of a text by when they are of, so that the two ends of a change are found at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tidewaiter.claims.claim import Claim
from tidewaiter.period import Period
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.passages.questions import base_period


class LevelIndex:
    """Levels by unit and period, to find what a change starts from and leads to without comparing all with all."""

    def __init__(self, levels: Iterable[Claim]) -> None:
        self._by_period: dict[str, list[Claim]] = defaultdict(list)
        for claim in levels:
            if (days := scope.period(claim)) is not None:
                self._by_period[_key(days)].append(claim)

    def at(self, days: Period, like: Claim) -> list[Claim]:
        """Levels of the same goods and flow as `like` in a period, whatever their unit; nearest in the text first."""
        found = [
            level
            for level in self._by_period.get(_key(days), ())
            if level is not like and scope.same_flow(level, like) and scope.same_goods(level, like)
        ]
        return sorted(found, key=lambda level: abs(level.start - like.start))

    def like(self, claim: Claim) -> list[Claim]:
        """Levels of the same goods and flow at any time."""
        levels = (level for dated in self._by_period.values() for level in dated)
        return [level for level in levels if scope.same_flow(level, claim) and scope.same_goods(level, claim)]

    def bases(self, claim: Claim) -> list[Claim]:
        """What a level is compared with, in its own unit."""
        days = scope.period(claim)
        base = None if days is None else base_period(claim, days)
        if base is None or days is None or base.same_days(days):
            return []
        return [level for level in self.at(base, claim) if level.unit == claim.unit]


def _key(days: Period) -> str:
    return f"{days.first_day}/{days.last_day}"
