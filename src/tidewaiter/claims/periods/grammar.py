"""The grammar of time of one language: where expressions stand in a text, and what parts they have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from threading import Lock
from typing import Any

from tidewaiter.claims.periods.expression import Expression
from tidewaiter.claims.periods.needs import Needs, folded
from tidewaiter.claims.periods.openings import REACH, Openings
from tidewaiter.claims.words.lexicon import known_language, load_yaml
from tidewaiter.claims.words.own_years import is_solar_year, tells_own_years
from tidewaiter.claims.words.tokens import Tokens

_DIGITS = "0123456789"
#: Letters of the longest name of a month that may be another word in capitals ("MAY").
_SHORT = 3
#: How many ways for a text to go on are remembered, each with the patterns that may match there.
_REMEMBERED = 20_000


class Grammar:
    """The patterns of one language, each compiled where a text first may need it: a text knows few of them."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.months = {name.lower(): int(m) for m, names in table.get("months", {}).items() for name in names}
        self.numbers = {str(word): int(n) for word, n in table.get("numbers", {}).items()}
        self.relative = {str(k): str(v) for k, v in table.get("relative", {}).items() if isinstance(v, str)}
        self.before: dict[str, frozenset[str]] = {k: frozenset(v) for k, v in table.get("before", {}).items()}
        self.after: dict[str, tuple[str, ...]] = {k: tuple(v) for k, v in table.get("after", {}).items()}
        self.events = {str(k): int(v) for k, v in table.get("events", {}).items()}
        templates = {k: str(v) for k, v in table.get("templates", {}).items()}
        written = [n for ns in table.get("months", {}).values() for n in ns]
        # A heading in capitals: "JANUARY-MARCH 2023"; a short word ("MAY") may be another there.
        written += [n.upper() for n in written if len(n) > _SHORT and n != n.upper()]
        templates["MONTHS"] = "|".join(sorted(written, key=len, reverse=True))
        edge = r"(?<![\w$€£¥₩-])" if table.get("spaced", "yes") != "no" else ""
        self._templates = {name: value.replace("#>", ">") for name, value in templates.items()}
        self._patterns = [f"{edge}(?:{pattern.replace('#>', '>')})" for _, pattern in table["patterns"]]
        self._forms = [form for form, _ in table["patterns"]]
        needed = Needs(self._templates)
        self._needs = [needed.of(pattern) for pattern in self._patterns]
        digits = table.get("year_digits", {})
        #: "二零二一年": years in characters, each of which stands for a digit.
        self._year_digits = {ord(word): str(digit) for word, digit in digits.items()}
        signs = "".join(digits)
        self._years = re.compile(f"(?<![{signs}])[一二][{signs}]{{3}}(?=年)") if digits else None
        self._reading = Lock()
        self._unread = list(range(len(self._patterns)))
        self._compiled: dict[int, re.Pattern[str]] = {}
        self._fitting: dict[str, list[int]] = {}
        self._openings = Openings(parts=self._templates)
        starts = frozenset(table.get("starts", ()))
        self._starts = starts | frozenset(self.months) if starts else starts
        self._leads = frozenset(table.get("leads", ()))
        self._counted = frozenset(table.get("counted", ())) | frozenset(self.months)

    def find(self, text: str, tokens: Tokens | None = None) -> list[Expression]:
        """Every expression in order of place."""
        text = self._with_years(text)
        self._read_for(text)
        if not self._starts or tokens is None:
            return list(self._anywhere(text))
        found: list[Expression] = []
        free = 0
        for place in self._places(tokens):
            if place < free:
                continue
            expression = self._at(text, place)
            if expression is not None:
                found.append(expression)
                free = expression.end
        return found

    def _with_years(self, text: str) -> str:
        """The text with digits for the characters of its years, one for one."""
        if self._years is None:
            return text
        return self._years.sub(lambda year: _year(year[0].translate(self._year_digits), year[0]), text)

    def _anywhere(self, text: str) -> Iterator[Expression]:
        """The expressions of a text that cannot be walked word by word."""
        free = 0
        for begins in self._openings.anywhere.finditer(text):
            if begins.start() >= free and (expression := self._at(text, begins.start())) is not None:
                yield expression
                free = expression.end

    def _read_for(self, text: str) -> None:
        """Read the patterns that may match in a text, by the words it has, as far as no text before needed them."""
        low = folded(text)
        with self._reading:
            there = cache(lambda words: any(word in low for word in words))
            new = [n for n in self._unread if all(map(there, self._needs[n]))]
            for number in new:
                self._openings.add(number, self._patterns[number])
                self._unread.remove(number)
            if new:
                self._fitting.clear()

    def _places(self, tokens: Tokens) -> Iterator[int]:
        """Where an expression may begin: at a word it can turn on, or at the small words before one."""
        words, leads = tokens.words, self._leads
        starts, numbers = self._starts, self.numbers
        own_years = tells_own_years(words)
        for i in [i for i, w in enumerate(words) if w in starts or w in numbers or w[0] in _DIGITS]:
            own = own_years and is_solar_year(words[i]) and self._is_apart(words, i)
            if words[i] not in starts and not own and not self._is_number(tokens, i):
                continue
            j = i
            while j > 0 and i - j < 3 and words[j - 1] in leads:
                j -= 1
            yield from tokens.starts[j : i + 1]

    def _is_apart(self, words: Sequence[str], i: int) -> bool:
        """Not "sold 1400 carpets", in a text that goes by such years; a sentence may begin "1401 saw"."""
        led = any(word in self._leads or word in self._starts or word == "." for word in words[max(0, i - 1) : i])
        return led or not any(word[:1].isalpha() for word in words[i + 1 : i + 2])

    def _is_number(self, tokens: Tokens, i: int) -> bool:
        word = tokens.words[i]
        if word[:2] in {"19", "20"} and len(word) >= 4:
            return word[:4].isdigit() and word[4:5] in {"", ".", "-", "/"}
        if not (word in self.numbers or (len(word) <= 2 and word.isdigit())):
            return False
        return i + 1 < len(tokens) and tokens.words[i + 1] in self._counted

    def _at(self, text: str, place: int) -> Expression | None:
        """The expression that begins at a place: of the first pattern that matches there."""
        for number in self._fit(text[place : place + REACH]):
            if (match := self._pattern(number).match(text, place)) is not None:
                return _expression(self._forms[number], match)
        return None

    def _fit(self, beginning: str) -> list[int]:
        """The patterns that may match where a text goes on so, in order."""
        fitting = self._fitting.get(beginning)
        if fitting is None:
            # Another thread may be reading patterns meanwhile.
            with self._reading:
                if len(self._fitting) >= _REMEMBERED:
                    self._fitting.clear()
                fitting = self._fitting[beginning] = self._openings.at(beginning)
        return fitting

    def _pattern(self, number: int) -> re.Pattern[str]:
        """A pattern, compiled where it is first needed."""
        found = self._compiled.get(number)
        if found is None:
            filled = _fill(self._patterns[number], self._templates)
            found = self._compiled[number] = re.compile(filled, re.IGNORECASE)
        return found

    def number(self, text: str) -> int | None:
        """A small number in figures or words."""
        if text.isdigit():
            return int(text)
        return self.numbers.get(text.lower())

    def month(self, text: str) -> int | None:
        """The month that a name or a number stands for."""
        if text.isdigit():
            return int(text) if 1 <= int(text) <= 12 else None
        return self.months.get(text.lower().rstrip("."))


def _year(digits: str, written: str) -> str:
    """Four digits where they are a year of the last century or of this, else what was written."""
    return digits if digits.startswith(("19", "20")) else written


def _expression(form: str, match: re.Match[str]) -> Expression:
    parts = {k: v for k, v in match.groupdict().items() if v}
    # "'21년": a year of two digits is of this century.
    parts |= {k: f"20{parts[k]}" for k in ("y", "y2") if len(parts.get(k, "")) == 2}
    return Expression(match.start(), match.end(), form, parts)


def _fill(pattern: str, templates: Mapping[str, str]) -> str:
    for _ in range(4):
        for name, value in templates.items():
            pattern = pattern.replace("{" + name + "}", value)
    return pattern


@cache
def grammar(language: str) -> Grammar:
    """The time grammar of a language, read once."""
    return Grammar(load_yaml(f"periods_{known_language(language)}.yml"))


def find(text: str, *, language: str = "en", tokens: Tokens | None = None) -> list[Expression]:
    """Every expression of time in a text; `tokens` of it, where they are at hand, save a scan."""
    return grammar(language).find(text, tokens)
