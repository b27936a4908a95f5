"""Finding many names in a text in one pass: longest match, whole words, case where case carries the meaning.

Alphabetic scripts and katakana set words apart, so a name must not begin or end inside a word there. Han characters do
not, so a name of two or more may stand anywhere, and one alone only by itself. Korean words begin at a space and end in
a particle: a short name must begin a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

from tidewaiter.errors import ReferenceDataError
from tidewaiter.reference.han_scripts import simplified

T = TypeVar("T")

#: How the letters of a name must stand in the text: `any` case, `proper` (the first letter a capital), or `exact`.
CASES = ("any", "proper", "exact")

#: The first character of the scripts that follow rules of their own; what stands before it is alphabetic or no letter.
_HIRAGANA = "\u3040"
_ALPHABETIC, _KATAKANA, _HANGUL, _HAN = 1, 2, 3, 4
#: Syllables that Korean press puts straight before a country ("대북한", "주중국"): toward, in, visiting, anti-, pro- …
_HANGUL_PREFIXES = frozenset("대주방반친탈재")
_HANGUL_PARTICLES = frozenset("은는이가을를의와과도로에만측산")
#: What typesetters put for plain characters; one for one, so that offsets stay true.
_PLAIN = (
    *((odd, " ") for odd in "\n\t\r\v\f\u00a0\u2007\u2009\u202f\u3000"),
    *((odd, "'") for odd in "\u2018\u2019\u02bc"),
    *((odd, "-") for odd in "\u2010\u2011"),
    ("\u0130", "I"),
)
_ODD = re.compile(f"[{''.join(odd for odd, _ in _PLAIN)}]")
#: Names that begin with a Latin letter or a sign are kept apart from those in other scripts: an automaton goes through
#: all first letters of its names at every space of a text, and those scripts have a thousand.
_OTHER_SCRIPT = re.compile(r"[^\u0000-\u024f\u2000-\u2bff\ufe00-\ufe0f]")


@dataclass(frozen=True, slots=True)
class Beside:
    """What must stand right before a name, or else right after it: "exports of" lead, or lead "exports"."""

    before: re.Pattern[str] | None
    after: re.Pattern[str] | None

    def holds(self, text: str, start: int, end: int) -> bool:
        """Whether one of the two is there. `before` must end in `$`; it sees 24 characters."""
        if self.after is not None and self.after.match(text, end):
            return True
        return self.before is not None and self.before.search(text[max(0, start - 24) : start]) is not None


class Name(NamedTuple, Generic[T]):
    """A name to look for and what it stands for; `found` None makes it a phrase that swallows the names inside it.

    Straight after a character of `not_after`, or before one of `not_before`, it is no name. With a `beside` it is one
    only where the words around it say so.
    """

    text: str
    found: T | None
    case: str = "any"
    beside: Beside | None = None
    not_after: str = ""
    not_before: str = ""

    @property
    def plain(self) -> bool:
        """Whether nothing but the boundaries of words decides on it."""
        return self.case == "any" and self.beside is None and not self.not_after and not self.not_before

    def guarded(self, guard: Mapping[str, str] | None) -> Name[T]:
        """The name with the `not_after` and `not_before` of a table's entry, if it has one."""
        if not guard:
            return self
        return self._replace(not_after=guard.get("not_after", ""), not_before=guard.get("not_before", ""))


class Hit(NamedTuple, Generic[T]):
    """A name found in a text; offsets are code points, end exclusive."""

    start: int
    end: int
    found: T


def script(char: str) -> int:
    """Which rule of word boundaries a character follows; 0 for spaces, signs and hiragana, which have none."""
    if char < _HIRAGANA:
        return _ALPHABETIC if char.isalnum() else 0
    if "\uac00" <= char <= "\ud7a3":
        return _HANGUL
    if "\u30a1" <= char <= "\u30fa" or char == "\u30fc":
        return _KATAKANA
    if "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or char >= "\U00020000":
        return _HAN
    if char < "\ua000":
        return 0
    return _ALPHABETIC if char.isalnum() else 0


def plain(text: str) -> str:
    """The text with odd spaces, apostrophes and hyphens made plain; as long as before."""
    if _ODD.search(text) is None:
        return text
    for odd, usual in _PLAIN:
        text = text.replace(odd, usual)
    return text


class Scanner(Generic[T]):
    """Looks for a fixed set of names. Where names overlap, the one that begins first wins, then the longest."""

    def __init__(self, names: Iterable[Name[T]], *, both_scripts: bool = False) -> None:
        """`both_scripts`: Chinese names are found in traditional and in simplified characters alike."""
        self._written: Callable[[str], str] = simplified if both_scripts else str
        latin: list[Name[T]] = []
        self._others: list[Name[T]] = []
        for name in names:
            if not name.text.strip() or name.case not in CASES:
                raise ReferenceDataError(f"not a name that can be looked for: {name!r}")
            (self._others if _OTHER_SCRIPT.match(name.text) else latin).append(name)
        self._latin = self._automaton(latin)

    @cached_property
    def _other(self) -> Any:
        """The automaton of the names in other scripts, which most texts of Latin script never need."""
        return self._automaton(self._others)

    def _automaton(self, names: Iterable[Name[T]]) -> Any:
        import ahocorasick

        entries: dict[str, list[Name[T]]] = {}
        for name in names:
            if not name.text.isascii() and (text := plain(name.text)) != name.text:
                name = name._replace(text=text)
            entries.setdefault(self._written(name.text.lower()), []).append(name)
        automaton = ahocorasick.Automaton()
        for key, same in entries.items():
            ends = script(key[0]), script(key[-1])
            automaton.add_word(key, (len(key), *ends, tuple(same), len(same) == 1 and same[0].plain))
        automaton.make_automaton()
        return automaton

    def scan(self, text: str) -> Iterator[Hit[T]]:
        """Each name in the text, in order and without overlap."""
        text = plain(text)
        size = len(text)
        # The count keeps names, which have no order, from being compared.
        candidates: list[tuple[int, int, int, Name[T]]] = []
        for last, (length, first_script, last_script, names, sure) in self._met(text):
            start, end = last + 1 - length, last + 1
            # Most of what the automaton meets stands inside a longer word: that is seen here, without a further call.
            if first_script and start:
                before = text[start - 1]
                if before < _HIRAGANA and first_script == _ALPHABETIC:
                    if before.isalnum():
                        continue
                elif not _may_begin(text, start, first_script, length):
                    continue
            if last_script and end < size:
                after = text[end]
                if after < _HIRAGANA and last_script == _ALPHABETIC:
                    if after.isalnum():
                        continue
                elif not _may_end(text, end, last_script, length):
                    continue
            if sure:
                candidates.append((start, -end, len(candidates), names[0]))
                continue
            written = text[start:end]
            for name in names:
                if (name.case == "any" or _case_fits(name, written)) and not _guarded(name, text, start, end):
                    candidates.append((start, -end, len(candidates), name))
                    break
        candidates.sort()
        free = 0
        for start, negative_end, _, name in candidates:
            if start < free:
                continue
            free = -negative_end
            if name.found is not None:
                yield Hit(start, free, name.found)

    def _met(self, text: str) -> Iterator[tuple[int, tuple[int, int, int, tuple[Name[T], ...], bool]]]:
        """What stands for a name, wherever its letters stand."""
        low = text.lower()
        if self._latin:
            yield from self._latin.iter(low)
        if self._others and _OTHER_SCRIPT.search(low):
            yield from self._other.iter(self._written(low))


def _may_begin(text: str, start: int, own: int, length: int) -> bool:
    before = text[start - 1]
    if script(before) != own:
        return True
    if own != _HANGUL:
        return own == _HAN and length > 1
    if length > 2:
        return True
    # One prefix syllable that itself begins a word: "대북한", but not "관대북한".
    return length > 1 and before in _HANGUL_PREFIXES and (start < 2 or script(text[start - 2]) != _HANGUL)


def _may_end(text: str, end: int, own: int, length: int) -> bool:
    if script(text[end]) != own:
        return True
    if own != _HANGUL:
        return own == _HAN and length > 1
    if length > 1:
        return True
    return text[end] in _HANGUL_PARTICLES and (end + 1 == len(text) or script(text[end + 1]) != _HANGUL)


def _case_fits(name: Name[T], written: str) -> bool:
    if name.case == "any" or written == name.text:
        return True
    if name.case == "proper":
        return written[0].isupper()
    return len(written) > 3 and written.isupper() and written == name.text.upper()


def _guarded(name: Name[T], text: str, start: int, end: int) -> bool:
    if name.not_after and start and text[start - 1] in name.not_after:
        return True
    if name.not_before and end < len(text) and text[end] in name.not_before:
        return True
    return name.beside is not None and not name.beside.holds(text, start, end)
