"""A slip of the pen as a record, how common each kind is, and the scale words that a figure is written with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from tidewaiter.interval import Interval
from tidewaiter.reference import countries
from tidewaiter.verdicts.tables import table


@dataclass(frozen=True, slots=True)
class Slip:
    """One way a figure may have gone wrong: `suggested` is the value meant, `figure` what its wording would allow.

    `plausibility` is a weight among candidates; `search` returns it as a share of all candidates that fit, and the
    next plausible ones that lead elsewhere as `rivals`. `prior` is then how common the slip is by itself, and `meant`
    the share of all candidates that lead to about the same value.
    """

    name: str
    suggested: Decimal
    figure: Interval
    plausibility: float
    explanation: str
    rivals: tuple[Slip, ...] = ()
    prior: float = 0.0
    clear: bool = True
    meant: float = 1.0


def data() -> dict[str, Any]:
    """The table of slips: weights, families of scale words, countries taken for each other."""
    found: dict[str, Any] = table("slips")
    return found


def weight(name: str) -> float:
    """How common a kind of slip is beside the others."""
    return float(data()["weights"][name])


def mistaken(country: str) -> tuple[str, ...]:
    """The countries that are easily taken for another one, by ISO 3166 alpha-3."""
    groups: list[list[str]] = data()["mistaken_countries"]
    return tuple(other for group in groups if country in group for other in group if other != country)


def country_slip(*, meant: str, printed: str) -> str:
    """What the slip is called that gives one country's figure for another's: `south_korea_for_north_korea`."""
    names = (re.sub(r"[^a-z]+", "_", countries.country(code).name.lower()).strip("_") for code in (printed, meant))
    return "_for_".join(names)


@lru_cache(maxsize=4096)
def scale_word(text: str) -> tuple[str, str] | None:
    """The family and name of the one scale word in a figure's text: ("western", "million"); else None."""
    low = text.lower()
    found = [
        (family, name, spelled)
        for family, words in data()["families"].items()
        for name, word in words.items()
        for spelled in word["spelled"]
        if spelled.lower() in low and _holds(text, spelled)
    ]
    # "mil millones" holds "millones", and "millions" is a word of two languages with one meaning.
    longest = [one for one in found if not any(one[2] != other[2] and one[2] in other[2] for other in found)]
    names = {name for _, name, _ in longest}
    return (longest[0][0], longest[0][1]) if len(names) == 1 else None


def _holds(text: str, spelled: str) -> bool:
    if not spelled.isascii():
        return spelled in text
    before = r"\d\s?" if len(spelled) == 1 else r"(?:\d\s?|\b)"
    flags = 0 if len(spelled) == 1 else re.IGNORECASE
    return re.search(rf"{before}{re.escape(spelled)}(?![A-Za-z])", text, flags) is not None
