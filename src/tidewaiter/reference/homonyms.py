"""Korean names of countries that are ordinary words as well: 수단 is Sudan and "a means", 말리 Mali and "drying".

Such a name is a country in a text that shows it to be one somewhere: by an office ("수단 중앙은행"), an origin
("수단산 참깨"), a way of trade ("차드와의 교역") or its place in a list of countries. Elsewhere it stays a word.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache

from tidewaiter.reference import tables

_REACH = 8
_LINKS = frozenset(["·", "ㆍ", ", ", ",", "와 ", "과 ", "/"])


@cache
def names() -> Mapping[str, str]:
    """The ambiguous names with the alpha-3 codes of their countries."""
    found: Mapping[str, str] = tables.mapping("country_phrases.yml")["homonyms"]
    return found


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What may follow a name, what shows it to be a country, and what makes it the ordinary word."""
    phrases = tables.mapping("country_phrases.yml")
    shown = "|".join(phrases["homonym_shown"]).replace("{trade}", phrases["homonym_trade"])
    words = "|".join(phrases["homonym_words"])
    return re.compile(phrases["homonym_ends"]), re.compile(shown), re.compile(rf"(?:{words}) ?\Z")


def may_stand(text: str, start: int, end: int) -> bool:
    """Whether a name can be a country where it stands: nothing beside it makes it the ordinary word."""
    ends, _, words = _patterns()
    return ends.match(text, end) is not None and words.search(text, max(0, start - _REACH), start) is None


def shows(text: str, start: int, end: int, neighbours: Collection[tuple[int, int]]) -> bool:
    """Whether the words right behind a name, or a country listed with it, tell that it is one.

    `neighbours` are the other countries of the text as (start, end).
    """
    if _patterns()[1].match(text, end) is not None:
        return True
    return any(text[b:start] in _LINKS or text[end:a] in _LINKS for a, b in neighbours if b <= start or end <= a)
