"""The trade and reporting words of a language: YAML lists under `lang/`, found in a text as cues."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from tidewaiter.claims.words.tokens import Tokens, fold, tokenize
from tidewaiter.reference.han_scripts import simplified

LANGUAGES = ("en", "ko", "zh")


@dataclass(slots=True, unsafe_hash=True)
class Cue:
    """A word or phrase that steers the reading: what kind of signal it is, and in which sense.

    Nobody changes one; it is not frozen because a page holds hundreds, and frozen ones take four times as long to make.
    """

    start: int
    end: int
    kind: str
    sense: str


def load_yaml(name: str) -> Any:
    """A YAML file of `lang/`, every scalar a string ("no" and "on" are words here), in C where that is there."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    text = (resources.files("tidewaiter.claims") / "lang" / name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=loader)


def known_language(language: str) -> str:
    """The language whose rules are used: its own where there are any, else English."""
    short = language.lower().replace("_", "-").partition("-")[0]
    return short if short in LANGUAGES else "en"


class Lexicon:
    """The cues of one language. Words apart by spaces are matched token by token, others as substrings."""

    def __init__(self, table: dict[str, Any], *, spaced: bool, both_scripts: bool = False) -> None:
        self._both_scripts = both_scripts
        self.words: dict[str, frozenset[str]] = {k: frozenset(v) for k, v in table.get("words", {}).items()}
        self.home: dict[str, list[str]] = table.get("home", {})
        self.ours: dict[str, list[str]] = table.get("ours", {})
        self._spaced = spaced
        entries: dict[str, list[tuple[str, str]]] = {}
        #: Words of trade only where something beside them says so.
        self.moved = frozenset(p for phrases in table["cues"].get("moved", {}).values() for p in phrases)
        for kind, senses in table["cues"].items():
            kind = "flow" if kind == "moved" else kind
            for sense, phrases in senses.items():
                for phrase in phrases:
                    entries.setdefault(phrase, []).append((kind, sense))
        if spaced:
            self._heads = _heads(entries)
        else:
            self._automaton = _automaton(entries)

    def find(self, text: str, tokens: Tokens) -> list[Cue]:
        """All cues in order of place, the longest phrase at each place."""
        return self._by_token(tokens) if self._spaced else self._by_substring(text)

    def plain(self, text: str) -> str:
        """A text in the script that the words are written in, character for character."""
        return simplified(text) if self._both_scripts else text

    def _by_token(self, tokens: Tokens) -> list[Cue]:
        found: list[Cue] = []
        words, starts, ends, free = tokens.words, tokens.starts, tokens.ends, 0
        heads = self._heads
        for i in [i for i, word in enumerate(words) if word in heads]:
            if i < free:
                continue
            start, following = starts[i], words[i + 1] if i + 1 < len(words) else ""
            by_second = heads[words[i]]
            for size, phrase, senses in by_second.get(following) or by_second[""]:
                if size <= 2 or words[i : i + size] == phrase:
                    free = i + size
                    end = ends[free - 1]
                    for kind, sense in senses:
                        found.append(Cue(start, end, kind, sense))
                    break
        return found

    def _by_substring(self, text: str) -> list[Cue]:
        return [
            Cue(last + 1 - len(phrase), last + 1, kind, sense)
            for last, (phrase, senses) in self._automaton.iter_long(fold(self.plain(text)))
            for kind, sense in senses
        ]


#: A phrase behind its first two words: how many words it has, all of them, and what it says.
_Phrase = tuple[int, list[str], list[tuple[str, str]]]


def _heads(entries: dict[str, list[tuple[str, str]]]) -> dict[str, dict[str, list[_Phrase]]]:
    """Phrases by their first and second word, longest first; the first word alone, by "", is the last of each."""
    heads: dict[str, dict[str, list[_Phrase]]] = {}
    for phrase, senses in entries.items():
        words = tokenize(phrase).words
        seconds = heads.setdefault(words[0], {"": []})
        seconds.setdefault(words[1] if len(words) > 1 else "", []).append((len(words), words, senses))
    for seconds in heads.values():
        alone = seconds[""]
        for second, phrases in seconds.items():
            if second:
                phrases.sort(key=lambda entry: -entry[0])
                phrases += alone
    return heads


def _automaton(entries: dict[str, list[tuple[str, str]]]) -> Any:
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for phrase, senses in entries.items():
        automaton.add_word(fold(phrase), (phrase, senses))
    automaton.make_automaton()
    return automaton


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language (`en`, `ko`, `zh`), read once."""
    table = load_yaml(f"frames_{language}.yml")
    return Lexicon(table, spaced=language == "en", both_scripts=language == "zh")


def words(group: str, language: str = "en") -> frozenset[str]:
    """A group of words of a language's lexicon."""
    return lexicon(language).words[group]
