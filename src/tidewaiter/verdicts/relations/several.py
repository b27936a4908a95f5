"""How many words say: numbers, and how many have a share together ("이들 세 나라", "两国", "the three countries")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from tidewaiter.verdicts.passages.links import letters
from tidewaiter.verdicts.tables import table


def number(text: str) -> int | None:
    """So many as are last named, before what they are called; None where no such words are."""
    named = list(_count().finditer(text))
    return numbers()[named[-1][1].casefold()] if named else None


@cache
def _count() -> re.Pattern[str]:
    counts = "|".join(sorted((re.escape(word) for word in numbers()), key=len, reverse=True))
    called = letters("several_called")
    # "Its three big neighbours": what they are like stands between.
    like = r"(?:(?:big|main|large|largest|biggest|nearest|northern|southern|eastern|western|closest|important) )?"
    return re.compile(rf"(?<![\w])(?:상위 |이들 |이 )?({counts})(?:个|個| ?개)? ?{like}(?:{called})", re.IGNORECASE)


@cache
def numbers() -> Mapping[str, int]:
    """What each word for a number is, in small letters."""
    return {str(word).casefold(): int(n) for n, words in table("links")["how_many"].items() for word in words}
