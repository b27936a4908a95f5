"""Prices that leave out what they are for because the price before has said it: "$11 a barrel, down from $13"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tidewaiter.claims.figure import Figure

_PER = "_per_"
#: Characters from a price to the one that it came from or went to, and what stands before that one.
_ELSEWHERE = re.compile(r" (?:in|at) (?:the )?[^,;.]{2,24},? (?:and|but)(?: just| only| about)?")
_REACH, _BASES = 60, ("from", "from about", "from around", "from some", "from nearly", "from just")


def told_alike(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of a sentence; a price that another came from is for as much as that one."""
    found = list(figures)
    for n, (price, other) in enumerate(pairwise(figures), start=1):
        if price.kind != "money" or other.kind != "money" or _PER not in price.unit or _PER in other.unit:
            continue
        between = text[price.end : other.begins].rstrip().lower()
        alike = other.unit == price.unit.partition(_PER)[0] and len(between) <= _REACH
        if alike and ";" not in between and (between.endswith(_BASES) or _ELSEWHERE.fullmatch(between)):
            found[n] = replace(other, unit=price.unit, rule=f"{other.rule}, for as much as the price before")
    return found
