"""Countries called by what they are: "the island nation", "the South Asian country"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.lexicon import load_yaml
from tidewaiter.claims.words.tokens import tokenize

_OPENERS = frozenset({"the", "this", "that"})


@dataclass(frozen=True, slots=True)
class Epithet:
    """Where a text calls a country by what it is, and the countries that are that."""

    start: int
    end: int
    codes: frozenset[str]


@turns_on(_OPENERS, otherwise=())
def epithets(reading: Reading, sentence: Sentence) -> Sequence[Epithet]:
    """The epithets of a sentence that say which countries can be meant, in order."""
    tokens, (heads, nouns) = reading.tokens, _phrases()
    last = tokens.at(sentence.end)
    found = []
    for i in range(tokens.at(sentence.start), last - 1):
        if tokens.words[i] not in _OPENERS:
            continue
        for words, codes, alone in heads.get(tokens.words[i + 1], ()):
            end = i + 1 + len(words)
            if end > last or tokens.words[i + 1 : end] != words:
                continue
            named = end < last and tokens.words[end] in nouns and not _is_name(reading, i + 1, end)
            if named or (alone and not _goes_on(reading, end, last)):
                place = end if named else end - 1
                found.append(Epithet(tokens.starts[i], tokens.ends[place], codes))
                break
    return found


def _goes_on(reading: Reading, i: int, last: int) -> bool:
    """ "The island of Java", "the Kingdom Holding": more of a name follows."""
    tokens = reading.tokens
    return i < last and (tokens.words[i] in {"of", "-"} or reading.text[tokens.starts[i]].isupper())


def _is_name(reading: Reading, i: int, end: int) -> bool:
    """ "The Islamic State", which is no state: words that are a name where they are written as one."""
    said = reading.text[reading.tokens.starts[i] : reading.tokens.ends[end]]
    return said in _names()


def meant(codes: frozenset[str], named: list[str], besides: str | None, context: Context) -> str | None:
    """Whom an epithet means: the last named that it fits, in the sentence, then in the text; None for nobody."""
    ends = [*context.recent[::-1], *context.pair.everyone]
    ahead = [*reversed(named), *ends, context.subject, context.focus, context.opposite]
    fitting = [code for code in ahead if code is not None and code in codes and code != besides]
    between = [code for code in context.both if code in codes and code != besides]
    if len(between) == 1 and codes.isdisjoint(named):
        # "… since banks of Singapore cut ties. Gasoline exports to the Southeast Asian country": on Myanmar.
        return between[0]
    if fitting:
        return fitting[0]
    spoken = [code for code, _ in context.countries.most_common() if code in codes and code != besides]
    return spoken[0] if len(spoken) == 1 else None


@cache
def _table() -> dict[str, Any]:
    return dict(load_yaml("epithets_en.yml"))


@cache
def _names() -> frozenset[str]:
    return frozenset(_table()["names"])


@cache
def _phrases() -> tuple[dict[str, list[tuple[list[str], frozenset[str], bool]]], frozenset[str]]:
    """(first word to phrases, longest first; nouns)."""
    table = _table()
    heads: dict[str, list[tuple[list[str], frozenset[str], bool]]] = {}
    for name, kind in table["kinds"].items():
        for phrase in kind["words"]:
            words = tokenize(phrase).words
            alone = phrase in table["alone"].get(name, ())
            heads.setdefault(words[0], []).append((words, frozenset(kind["codes"]), alone))
    for phrases in heads.values():
        phrases.sort(key=lambda entry: -len(entry[0]))
    return heads, frozenset(table["nouns"])
