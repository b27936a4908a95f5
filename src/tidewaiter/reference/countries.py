"""Countries: who they are, and where a text names them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tidewaiter.errors import UsageError
from tidewaiter.reference import tables
from tidewaiter.reference.books import by_book_name, by_code
from tidewaiter.reference.names import Name, Scanner, plain

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


@dataclass(frozen=True, slots=True)
class CountryMention:
    """Where a text speaks of a country; offsets are code points, end exclusive.

    `weak`: the words alone do not decide ("Korea" for South Korea, "the North" in a text that never says which).
    """

    start: int
    end: int
    alpha3: str | None
    kind: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    alpha3s: tuple[str | None, ...]
    kind: str
    weak: bool = False
    half: bool = False
    first_name: bool = False
    toward: bool = False


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
        raise UsageError(f"no such country: {alpha3!r}", cure="write an ISO 3166 alpha-3 code such as PRK")
    return found


def all_countries() -> tuple[Country, ...]:
    """Every country and territory, by alpha-3 code."""
    return tuple(_countries().values())


def find_countries(text: str) -> tuple[CountryMention, ...]:
    """Where a text names countries, in order; "the two Koreas" is two mentions of the same words.

    Currencies ("US dollars"), newspapers and institutes ("Korea Times"), seas and wars named after a country are left
    out. "the North" and "the South" are strong where a Korea is named anywhere in the text, else weak.
    """
    rules = _rules()
    text = plain(text)
    hits = [hit for hit in rules.scanner.scan(text) if rules.speaks_of_it(text, hit.start, hit.end, hit.found)]
    hits_named = {a for hit in hits if not hit.found.weak and not hit.found.half for a in hit.found.alpha3s}
    anchored = bool(hits_named & rules.halved)
    mentions = []
    for hit in hits:
        found = hit.found
        weak = found.weak or (found.half and not anchored)
        letters = hit.end - hit.start == len(found.alpha3s) > 1
        for place, alpha3 in enumerate(found.alpha3s):
            start, end = (hit.start + place, hit.start + place + 1) if letters else (hit.start, hit.end)
            mentions.append(CountryMention(start, end, alpha3, found.kind, weak))
    return tuple(mentions)


class _Rules:
    """The names and the phrases around them, made ready once."""

    def __init__(self) -> None:
        phrases = tables.mapping("country_phrases.yml")
        self.halved = frozenset(phrases["halves"])
        self._hanja: dict[str, str] = phrases["hanja"]
        swallowers = "|".join(phrases["swallowed_by"])
        bodies = "|".join(re.escape(body) for body in phrases["bodies"])
        self._swallowed = re.compile(rf"[ -]?(?:{swallowers})(?![^\W\d_])")
        self._body = re.compile(rf"(?: (?:[A-Z][\w&'-]*|and|of|for|the|&)){{0,5}} (?:{bodies})(?!\w)")
        headline = "|".join(phrases["headline_words"])
        self._surname = re.compile(rf" (?!(?:{headline})\b)[A-Z][a-z]*(?:['’]?[A-Z][a-z]+)?\b")
        self._toward = re.compile(rf" ?(?:{phrases['toward_words']})")
        self.scanner = Scanner(self._names(phrases))

    def speaks_of_it(self, text: str, start: int, end: int, found: _Found) -> bool:
        """Whether the words around a name leave it a mention of the country."""
        if self._swallowed.match(text, end):
            return False
        if end - start == 1 and text[start] in self._hanja:
            return _in_korean_headline(text, start)
        if found.first_name and self._surname.match(text, end):
            return False
        if found.toward:
            return self._toward.match(text, end) is not None
        return not (text[end - 1].isascii() and self._body.match(text, end))

    def _names(self, phrases: dict[str, object]) -> Iterator[Name[_Found]]:
        data = tables.mapping("country_phrases.yml")
        guards: dict[str, dict[str, str]] = data["guards"]
        also_words = {word.lower() for word in data["also_words"]}
        first_names = {word.lower() for word in data["first_names"]}
        weak = {word: alpha3 for alpha3, words in data["weak"].items() for word in words}
        halves = {word: alpha3 for alpha3, words in data["halves"].items() for word in words}
        for phrase in data["blocked"]:
            yield Name(phrase, None)
        for word, alpha3s in data["compounds"].items():
            guard = guards.get(word) or (guards["compounds"] if _is_han(word) else {})
            yield Name(word, _Found(tuple(alpha3s), "alias"), _case(word, "alias", "", also_words), **guard)
        for word, alpha3 in halves.items():
            yield Name(word, _Found((alpha3,), "alias", weak=word.islower(), half=True), "exact")
        for word, alpha3 in self._hanja.items():
            yield Name(word, _Found((alpha3,), "alias"))
        for word, alpha3 in data["toward"].items():
            yield Name(word, _Found((alpha3,), "alias", toward=True))
        for word, alpha3 in weak.items():
            kind = "demonym" if word[-2:] in ("an", "ns", "se") or word[0].islower() else "name"
            yield Name(
                word, _Found((alpha3,), kind, weak=True), _case(word, kind, "en", also_words), **guards.get(word, {})
            )
        for language, words in data["groups"].items():
            for word in words:
                yield Name(word, _Found((None,), "group"), _case(word, "group", language, also_words))
        taken = set(weak) | set(halves) | set(data["compounds"])
        for table in ("country_names.csv", "country_words.csv"):
            for row in tables.rows(table):
                for word in row["words"].split("|"):
                    if word in taken:
                        continue
                    taken.add(word)
                    found = _Found((row["alpha3"],), row["kind"], first_name=word.lower() in first_names)
                    yield Name(
                        word, found, _case(word, row["kind"], row["language"], also_words), **guards.get(word, {})
                    )


def _case(word: str, kind: str, language: str, also_words: set[str]) -> str:
    letters = [char for char in word if char.isalpha()]
    if not letters or not (letters[0].isupper() or letters[0].islower()):
        return "any"
    if word.isupper() and len(letters) < 7:
        return "exact"
    if kind == "demonym":
        return "any" if language not in ("en", "") else "proper"
    if word[0].islower():
        return "exact"
    named = kind in ("name", "alias") and language == "en"
    if named and word.lower() not in also_words and (" " in word or len(word) > 4):
        return "any"
    return "proper"


def _is_han(word: str) -> bool:
    return all("\u3400" <= char <= "\u9fff" for char in word)


def _in_korean_headline(text: str, start: int) -> bool:
    beside = text[max(0, start - 1) : start] + text[start + 1 : start + 2]
    if any("\u3040" <= char <= "\u30ff" or "\u3400" <= char <= "\u9fff" for char in beside):
        return False
    return any("\uac00" <= char <= "\ud7a3" for char in text[max(0, start - 15) : start + 15])


@cache
def _rules() -> _Rules:
    return _Rules()
