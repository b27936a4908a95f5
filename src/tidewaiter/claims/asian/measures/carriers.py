"""Korean: trucks, trains and ships that carry goods, and are not traded: "트럭이 하루 80대"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.lexicon import words

_COUNTED = frozenset({"units", "trucks", "ships", "trains"})
#: Where a carrier is itself what is bought or sold.
_TRADED = re.compile(
    r"(?: ?(?:가량|정도|이상))?[을를이가]? ?(?:[가-힣]{1,4} )?(?:수[출입]|사들|팔[았렸리려]|구매|구입|판매|도입|조달)"
)
#: How far before its figure a carrier is named, and how far behind it.
_AHEAD, _BEHIND = 28, 14


def named(reading: Reading, sentence: Sentence, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of a sentence, trucks by their name where a word stands between it and their number."""
    found: list[Figure] = []
    for figure in figures:
        unit, per, rate = figure.unit.partition("_per_")
        noun = _carrier(reading, sentence, figure)
        if noun is None and found and _alike(reading.text, found[-1], figure):
            # "트럭이 하루 20대에서 50대로 늘었다".
            noun = found[-1].noun
        trucks = noun is not None and reading.text.endswith(tuple(words("trucks", "ko")), *noun)
        unit = "trucks" if trucks and unit == "units" else unit
        found.append(figure if noun is None else replace(figure, unit=f"{unit}{per}{rate}", noun=noun))
    return found


def carries(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """Whether a count is of what goods go by."""
    if figure.unit.startswith("trucks") and not _TRADED.match(reading.text, figure.end):
        return reading.text[figure.end - 1] == "대" or _carrier(reading, sentence, figure) is not None
    return _carrier(reading, sentence, figure) is not None


def _carrier(reading: Reading, sentence: Sentence, figure: Figure) -> tuple[int, int] | None:
    """Where the word stands for what carries goods that a figure counts."""
    if figure.kind != "count" or figure.unit.partition("_per_")[0] not in _COUNTED:
        return None
    before, behind = _patterns()
    text = reading.text
    found = before.search(text, max(sentence.start, figure.start - _AHEAD), figure.start)
    found = found or behind.match(text, figure.end, min(sentence.end, figure.end + _BEHIND))
    return None if found is None or _TRADED.match(text, figure.end) is not None else found.span(1)


def _alike(text: str, before: Figure, figure: Figure) -> bool:
    counted = before.unit.startswith("trucks") and figure.unit == "units"
    return counted and text[before.end - 1] == text[figure.end - 1] == "대"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A carrier before its number, and one behind it."""
    names = "|".join(sorted(words("carriers", "ko"), key=len, reverse=True))
    often = "하루|하루에|하루 평균|매일|일평균|한 달에|모두|총|약|최대|최소|수백|많게는|적어도"
    return (
        re.compile(rf"([가-힣]{{0,4}}(?:{names}))(?:이|가|은|는|도|만)? ?(?:(?:{often}) ){{0,3}}\Z"),
        re.compile(rf"(?: ?(?:정도|가량|안팎|이상))?(?:(?:였|이었|이)던|의)? ([가-힣]{{0,4}}(?:{names}))"),
    )
