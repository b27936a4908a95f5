"""The words for countries, and the words around them that make them something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from tidewaiter.reference import homonyms, tables
from tidewaiter.reference.names import Beside, Hit, Name, Scanner

_TABLES = ("country_names.csv", "country_words.csv")
#: "The north of the country", but "exports to the North of $39,000", "of about 400 tonnes", "of rice".
_PLACE = Beside(None, re.compile(r" (?:the|its|their|this|that|[A-Z][a-z])"))
_UNTIMED = re.compile(r"(?<![年月])$")
_LONGEST_CODE = 6  # Capitals of at most so many letters are an abbreviation, with one spelling: US, DPRK, U.S.S.R.


class Word(NamedTuple):
    """What a word stands for; alpha3 None is a group, "" a letter that names nobody.

    `half`: "the North", which only a text that names a Korea makes a country. `homonym`: an ordinary word as well.
    """

    alpha3s: tuple[str | None, ...]
    kind: str
    weak: bool = False
    half: bool = False
    first_name: bool = False
    homonym: bool = False


class Vocabulary:
    """The scanner over all words for countries, and the rules that throw out what only looks like one."""

    def __init__(self, phrases: Mapping[str, Any]) -> None:
        self._phrases = phrases
        self._guards: Mapping[str, Mapping[str, str]] = phrases["guards"]
        #: "5月中朝贸易额": behind a year or a month the first letter may mean "in" it, but for two who trade.
        self._two = Beside(_UNTIMED, re.compile(rf"(?:之?[间間]的?)?(?:{phrases['letters']['trading']})"))
        self._also_words = {word.lower() for word in phrases["also_words"]}
        self._hanja: Mapping[str, str] = phrases["hanja"]
        self.halved = frozenset(phrases["halves"])
        swallowers = "|".join(phrases["swallowed_by"])
        self._swallowed = re.compile(rf"[ -]?(?:{swallowers})(?![^\W\d_])")
        self._swallowed_han = re.compile(phrases["swallowed_by_han"])
        self._swallowed_korean = re.compile(phrases["swallowed_by_korean"])
        bodies = "|".join(re.escape(body) for body in phrases["bodies"])
        self._body = re.compile(rf"(?: (?:[A-Z][\w&'-]*|and|of|for|the|&)){{0,5}} (?:{bodies})(?!\w)")
        headline = "|".join(phrases["headline_words"])
        self._surname = re.compile(rf" (?!(?:{headline})\b)[A-Z][a-z]*(?:'?[A-Z][a-z]+)?\b")
        self._scanner = Scanner(self._names())

    def find(self, text: str) -> Iterator[Hit[Word]]:
        """The words for countries in a plain text, without those that the words around them make something else."""
        return (hit for hit in self._scanner.scan(text) if self._speaks_of_it(text, hit))

    def _speaks_of_it(self, text: str, hit: Hit[Word]) -> bool:
        swallowers = (self._swallowed, self._swallowed_han, self._swallowed_korean)
        if any(swallower.match(text, hit.end) for swallower in swallowers):
            return False
        if hit.end - hit.start == 1 and text[hit.start] in self._hanja:
            return _in_korean_headline(text, hit.start)
        if hit.found.homonym and not homonyms.may_stand(text, hit.start, hit.end):
            return False
        if hit.found.first_name and self._surname.match(text, hit.end):
            return False
        return not (text[hit.end - 1].isascii() and self._body.match(text, hit.end))

    def _names(self) -> Iterator[Name[Word]]:
        for phrase in self._phrases["blocked"]:
            # "日本海!关": no sea in "日本海关".
            sea, _, not_before = phrase.partition("!")
            yield Name(sea, None, not_before=not_before, beside=_PLACE if sea.endswith(" of") else None)
        taken: set[str] = set()
        for name in (*self._phrase_names(), *self._table_names()):
            if name.text not in taken:
                taken.add(name.text)
                yield name

    def _phrase_names(self) -> Iterator[Name[Word]]:
        phrases = self._phrases
        for word, alpha3s in phrases["compounds"].items():
            yield self._name(word, Word(tuple(alpha3s), "alias"))
        for alpha3, words in phrases["halves"].items():
            for word in words:
                yield Name(word, Word((alpha3,), "alias", weak=word.islower(), half=True), "exact")
        for word, alpha3 in self._hanja.items():
            yield Name(word, Word((alpha3,), "alias"))
        trade = Beside(None, re.compile(rf"(?:\([^()]{{1,4}}\))? ?(?:{phrases['toward_words']})"))
        for word, alpha3s in phrases["toward"].items():
            yield Name(word, Word(tuple(alpha3s), "alias"), beside=trade)
        for word, alpha3 in homonyms.names().items():
            yield Name(word, Word((alpha3,), "name", homonym=True))
        for kind, weak in phrases["weak"].items():
            for alpha3, words in weak.items():
                for word in words:
                    yield self._name(word, Word((alpha3,), kind, weak=True))
        for language, words in phrases["groups"].items():
            for word in words:
                yield self._name(word, Word((None,), "group"), language)

    def _table_names(self) -> Iterator[Name[Word]]:
        first_names = {word.lower() for word in self._phrases["first_names"]}
        for table in _TABLES:
            for row in tables.rows(table):
                for word in row["words"].split("|"):
                    found = Word((row["alpha3"],), row["kind"], first_name=word.lower() in first_names)
                    yield self._name(word, found, row["language"])

    def _name(self, word: str, found: Word, language: str = "") -> Name[Word]:
        guard = self._guards.get(word)
        two = guard is None and len(found.alpha3s) > 1 and _is_han(word)
        guard = self._guards["compounds"] if two else guard
        case = _case(word, found.kind, language, word.lower() in self._also_words)
        return Name(word, found, case, beside=self._two if two else None).guarded(guard)


@cache
def vocabulary() -> Vocabulary:
    """The one vocabulary, made at first use."""
    return Vocabulary(tables.mapping("country_phrases.yml"))


def _case(word: str, kind: str, language: str, also_a_word: bool) -> str:
    """How strictly to take the case of a word: abbreviations as they are, other names by their first letter.

    An English name in small letters still names its country unless it is also a word ("turkey"); names in other
    languages need their capital ("Chili"), and demonyms there are written small anyway.
    """
    first = next(filter(str.isalpha, word), "")
    if not (first.isupper() or first.islower()):
        return "any"
    if word.isupper() and sum(map(str.isalpha, word)) <= _LONGEST_CODE:
        return "exact"
    if kind == "demonym":
        return "proper" if language in ("en", "") and word[0].isupper() else "any"
    if word[0].islower():
        return "exact"
    if kind in ("name", "alias") and language == "en" and not also_a_word and (" " in word or len(word) > 4):
        return "any"
    return "proper"


def _is_han(word: str) -> bool:
    return all("\u3400" <= char <= "\u9fff" for char in word)


def _in_korean_headline(text: str, place: int) -> bool:
    beside = text[max(0, place - 1) : place] + text[place + 1 : place + 2]
    if any("\u3040" <= char <= "\u30ff" or "\u3400" <= char <= "\u9fff" for char in beside):
        return False
    return any("\uac00" <= char <= "\ud7a3" for char in text[max(0, place - 15) : place + 15])
