"""Amounts of oil and gas that are told by the day, where only the first of them says so, in Korean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Sentence

#: What is told by the day.
_DAILY = "barrels_per_day"
#: How much more a pace may be than the one before it, and how much less: what a month comes to is thirty times a day.
_MORE, _LESS = 10, 100


def paced(sentence: Sentence, figures: Sequence[Figure], before: Sequence[Figure]) -> Sequence[Figure]:
    """ "하루 5만 배럴 수준이었으나 1월에는 2만 배럴로": barrels behind barrels a day are so many a day.

    So are those of the next sentence, where all of the one `before` were.
    """
    barrels = [f for f in before if f.unit.partition("_per_")[0] == "barrels"]
    last = barrels[-1] if barrels and all(f.unit == _DAILY for f in barrels) else None
    found: list[Figure] = []
    for figure in figures:
        if figure.unit == "barrels" and last is not None and _may_be(figure, last) and not sentence.cues_of("cap"):
            figure = replace(figure, unit=_DAILY, rule=f"{figure.rule}, a day as the one before")
        if figure.unit == _DAILY:
            last = figure
        found.append(figure)
    return found


def _may_be(figure: Figure, last: Figure) -> bool:
    return figure.value <= last.value * _MORE and last.value <= figure.value * _LESS
