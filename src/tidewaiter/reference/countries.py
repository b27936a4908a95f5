"""Countries: who they are, and where a text names them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from tidewaiter.errors import UsageError
from tidewaiter.reference import homonyms, tables
from tidewaiter.reference.books import by_book_name, by_code
from tidewaiter.reference.country_words import Word, vocabulary
from tidewaiter.reference.han_letters import is_han, letters
from tidewaiter.reference.names import Hit, plain

__all__ = [
    "KINDS",
    "Country",
    "CountryMention",
    "all_countries",
    "by_book_name",
    "by_code",
    "country",
    "find_countries",
]

#: `group` is several countries at once (EU, ASEAN, the West); its alpha3 is None.
KINDS = ("name", "demonym", "capital", "alias", "group")


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory of ISO 3166: `m49` is the UN's numeric code."""

    alpha3: str
    alpha2: str
    m49: int
    name: str


class CountryMention(NamedTuple):
    """Where a text speaks of a country; offsets are code points, end exclusive.

    `weak`: the words alone do not decide ("Korea" for South Korea, "the North" in a text that never says which).
    """

    start: int
    end: int
    alpha3: str | None
    kind: str
    weak: bool = False


@cache
def _countries() -> dict[str, Country]:
    return {
        row["alpha3"]: Country(row["alpha3"], row["alpha2"], int(row["m49"]), row["name"])
        for row in tables.rows("countries.csv")
    }


def country(alpha3: str) -> Country:
    """A country by its ISO 3166 alpha-3 code; UsageError where there is none."""
    found = _countries().get(alpha3)
    if found is None:
        from tidewaiter.reference.search import countries_like, did_you_mean

        known = _countries()
        meant = did_you_mean(f"{each} ({known[each].name})" for each in countries_like(alpha3))
        usual = "write an ISO 3166 alpha-3 code such as PRK"
        raise UsageError(f"no such country: {alpha3!r}", cure=f"{usual}; {meant}" if meant else usual)
    return found


def all_countries() -> tuple[Country, ...]:
    """Every country and territory, by alpha-3 code."""
    return tuple(_countries().values())


def find_countries(text: str) -> tuple[CountryMention, ...]:
    """Where a text names countries, in order; "the two Koreas" is two mentions of the same words.

    Currencies ("US dollars"), newspapers and institutes ("Korea Times"), seas and wars named after a country are left
    out. "the North" and "the South" are strong where a Korea is named anywhere in the text, else weak.
    """
    words = vocabulary()
    hits = _without_words(text, list(words.find(plain(text))))
    named = {alpha3 for hit in hits if not hit.found.weak and not hit.found.half for alpha3 in hit.found.alpha3s}
    anchored = bool(named & words.halved)
    mentions = []
    for hit in hits:
        found = hit.found
        weak = found.weak or (found.half and not anchored)
        by_letter = hit.end - hit.start == len(found.alpha3s) > 1
        for place, alpha3 in enumerate(found.alpha3s):
            start, end = (hit.start + place, hit.start + place + 1) if by_letter else (hit.start, hit.end)
            if alpha3 != "":
                mentions.append(CountryMention(start, end, alpha3, found.kind, weak))
    if any(is_han(text[m.start]) for m in mentions) or letters().names_a_side(text):
        mentions = _with_letters(text, mentions)
    return tuple(mentions)


def _without_words(text: str, hits: list[Hit[Word]]) -> list[Hit[Word]]:
    """The names without those that are ordinary words in this text (homonyms.py)."""
    if not any(hit.found.homonym for hit in hits):
        return hits
    sure = [(hit.start, hit.end) for hit in hits if not hit.found.homonym]
    shown = {hit.found.alpha3s for hit in hits if hit.found.homonym and homonyms.shows(text, hit.start, hit.end, sure)}
    return [hit for hit in hits if not hit.found.homonym or hit.found.alpha3s in shown]


def _with_letters(text: str, mentions: list[CountryMention]) -> list[CountryMention]:
    """The mentions with those by one Chinese character that overlap none of them."""
    named = [m for m in mentions if m.alpha3 and m.kind in ("name", "alias")]
    # Whom the title names the text is about: that counts once more.
    named += [m for m in named if m.end <= text.find("\n")]
    named.sort(key=lambda mention: mention.start)
    names = [(text[m.start : m.end], m.alpha3) for m in named if m.alpha3]
    rules = letters()
    taken = {place for m in mentions for place in range(m.start, m.end)}
    found: dict[int, CountryMention] = {}
    for start, end, alpha3 in rules.find(text, rules.of(names)):
        if start not in taken:
            found[start] = CountryMention(start, end, alpha3, "alias")
    # Whose "我" is a text must tell: China's, where it does not.
    ours = [
        CountryMention(start, end, "CHN", "alias", weak=True) for start, end in rules.we(text) if start not in taken
    ]
    return sorted([*mentions, *found.values(), *ours]) if found or ours else mentions
