"""Years of the solar Hijri calendar that a text goes by once it has said so: "the solar year 1404 … in 1403"."""

from __future__ import annotations

from collections.abc import Sequence

#: Years of that calendar since 1921, and the words by which a text shows that it counts so.
_SOLAR_YEARS, _DIGITS = range(1300, 1500), 4
#: … and those of today's trade (from 2001), which a text need not call so.
_OF_TODAY = range(1380, 1430)
_CALENDARS = frozenset({"hijri", "iranian", "persian", "solar"})
_YEAR = "year"
_BEFORE = _CALENDARS | {_YEAR}


def is_solar_year(word: str) -> bool:
    """Whether a word may be such a year."""
    return len(word) == _DIGITS and word.isdecimal() and int(word) in _SOLAR_YEARS


def speaks_of_calendar(words: Sequence[str]) -> bool:
    """Whether the words of a text name the calendar of Iran and Afghanistan, in which 2023 is 1402."""
    return not _CALENDARS.isdisjoint(words)


def tells_own_years(words: Sequence[str]) -> bool:
    """Whether a text calls one of its numbers a year of that calendar: "solar year 1404", "1402 (solar)".

    "Resolution 1373", in a text on Iranian banks, is none; "the year 1402" is one in any text, "the year 1356" is not.
    """
    years = [i for i, word in enumerate(words) if len(word) == _DIGITS and is_solar_year(word)]
    if not years or not speaks_of_calendar(words):
        return any(words[i - 1 : i] == [_YEAR] and int(words[i]) in _OF_TODAY for i in years)
    return any(set(words[i - 1 : i]) & _BEFORE or set(words[i + 1 : i + 3]) & _CALENDARS for i in years)
