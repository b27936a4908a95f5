"""Units that a Korean or Chinese text states for a whole table: "(단위: 백만 달러)", "单位：万美元", "（百万美元）"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from tidewaiter.claims.words.lexicon import load_yaml


class StatedUnit(NamedTuple):
    """A unit with its scale, and where it is stated: the whole of the bracket or the label with it."""

    unit: str
    scale: Decimal
    start: int
    end: int


@cache
def _grammar() -> tuple[re.Pattern[str], dict[str, int], dict[str, str]]:
    """The pattern, the scales and the units as they are written."""
    table: dict[str, Any] = load_yaml("tables.yml")
    scales = {word: int(scale) for word, scale in table["scales"].items() if not word.isascii()}
    units = {word: unit for unit, written in table["units"].items() for word in written if not word.isascii()}
    scale, unit = ("|".join(sorted(map(re.escape, said), key=len, reverse=True)) for said in (scales, units))
    amount = rf"(?P<scale{{0}}>{scale})? ?(?P<unit{{0}}>{unit})"
    label = "|".join(map(re.escape, table["stating"]))
    pattern = rf"(?:{label}) ?[:：=] ?{amount.format(1)}|[(（] ?{amount.format(2)} ?[)）]"
    return re.compile(pattern), scales, units


def stated_units(text: str) -> Iterator[StatedUnit]:
    """The units that a text states, in order of place; offsets are of the text."""
    if text.isascii():
        return
    pattern, scales, units = _grammar()
    for found in pattern.finditer(text):
        scale, unit = found["scale1"] or found["scale2"], found["unit1"] or found["unit2"]
        yield StatedUnit(units[unit], Decimal(scales[scale] if scale else 1), found.start(), found.end())
