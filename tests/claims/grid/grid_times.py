"""Times of composed texts: codes such as m-1 become spans of months, and those become words and ISO 8601."""

from __future__ import annotations

import re
from calendar import month_name
from datetime import date

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def _iso(months: int) -> str:
    return f"{months // 12}-{months % 12 + 1:02d}"


def span(code: str, published: date) -> tuple[int, int]:
    """First and last month (counted from the year 0) of a code: m-1, y-1, ytd, q-1, 9m-1 (nine months of it).

    `r12` is the twelve months to the last, `q4-1` and `h2-1` the last quarter and half of the year before.
    """
    now = published.year * 12 + published.month - 1
    january = published.year * 12
    if code.startswith("m-"):
        return now - int(code[2:]), now - int(code[2:])
    if code.startswith("y-"):
        start = january - 12 * int(code[2:])
        return start, start + 11
    if code.startswith("q-"):
        start = now - now % 3 - 3 * int(code[2:])
        return start, start + 2
    if code == "ytd":
        return january, now - 1
    if code == "r12":
        return now - 12, now - 1
    if code[0] in "qh" and code[1] in "24":
        # The last quarter or half of a year.
        end = january - 12 * int(code[3:]) + 11
        return end - (2 if code[0] == "q" else 5), end
    count, back = re.fullmatch(r"(\d+)m-(\d+)", code).groups()  # type: ignore[union-attr]
    start = january - 12 * int(back)
    return start, start + int(count) - 1


def shifted(months: tuple[int, int], by: str) -> tuple[int, int]:
    """A span moved: `-1y`, `-2y`, `-1m`; or its whole year before, `Y-1`."""
    start, end = months
    if by.startswith("Y"):
        year = start // 12 + int(by[1:])
        return year * 12, year * 12 + 11
    step = int(by[:-1]) * (12 if by.endswith("y") else 1)
    return start + step, end + step


def iso(months: tuple[int, int]) -> str:
    """The ISO 8601 form of a span: a year, a month, or both ends."""
    start, end = months
    if start % 12 == 0 and end - start == 11:
        return str(start // 12)
    return _iso(start) if start == end else f"{_iso(start)}/{_iso(end)}"


def worded(months: tuple[int, int], text: str) -> str:
    """A phrase of a time with its {month}, {year}, {first} month, {n} months, {quarter} written in."""
    start, end = months
    return text.format(
        month=month_name[1 + end % 12],
        first=month_name[1 + start % 12],
        year=end // 12,
        before=end // 12 - 1,
        n=_NUMBERS[end - start] if end - start < 12 else "",
        quarter=("first", "second", "third", "fourth")[start % 12 // 3],
        q=start % 12 // 3 + 1,
    )
