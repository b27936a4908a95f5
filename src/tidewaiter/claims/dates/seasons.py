"""Marketing years: the month that they begin with, where a text gives it ("2021/22 (October/September)")."""

from __future__ import annotations

import re

from tidewaiter.claims.periods import grammar

_MONTH = r"([A-Z][a-z]{2,8})\.?(?: (?:19|20)\d\d)?"
_SPAN = _MONTH + r" ?(?:[-–/]|to) ?" + _MONTH
_KIND = r"(?:marketing|crop|sugar|cotton|grain|harvest) (?:year|season)|season|MY"
#: "The marketing year 2021/22 (October/September)", "the 2023/24 July-June season".
_BEHIND = re.compile(rf"\b(?:{_KIND})\b[^.\n;]{{0,32}}?[(,] ?(?:MY, )?{_SPAN}\)?")
_BEFORE = re.compile(rf"\b{_SPAN} (?:{_KIND})\b")
_NAMED = re.compile(_KIND)
_YEAR = 12


def season_start(text: str) -> int | None:
    """The month that the marketing years of an English text begin with; None where it gives none, or two."""
    if _NAMED.search(text) is None:
        return None
    months = grammar("en").month
    found = set()
    for pattern in (_BEHIND, _BEFORE):
        for match in pattern.finditer(text):
            first, last = months(match[1]), months(match[2])
            if first is not None and last is not None and (last - first) % _YEAR == _YEAR - 1:
                found.add(first)
    return found.pop() if len(found) == 1 else None
