"""Runs: what a line of text is made of, whatever it is printed as.

A number can only stand in a text as a `Number`, which carries its fact: so that no format can show one without its
origin. Words hold no digits but those of names and codes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

from tidewaiter.analysis.review.facts import Fact
from tidewaiter.briefing.report.numbers import say
from tidewaiter.verdicts.wording import period as period_words


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Number:
    """A fact in a form of `numbers.FORMS`."""

    fact: Fact
    form: str = "amount"

    @property
    def text(self) -> str:
        """As it is printed."""
        return say(self.fact.unit, self.fact.value, self.form, scope=self.fact.scope, below=self.fact.below)


@dataclass(frozen=True, slots=True)
class When:
    """A day, month, year or stretch of time, in ISO 8601."""

    period: str

    @property
    def text(self) -> str:
        """In words."""
        return period_words(self.period)


@dataclass(frozen=True, slots=True)
class Term:
    """A code, a file's name, a command: letters and digits that are no figure."""

    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """A publication that something was read in, with its address where it has one."""

    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Pointer:
    """Words that lead to an entry at the end of the report: a quoted claim, a verdict, an operand."""

    text: str
    entry: str


Run: TypeAlias = Words | Number | When | Term | Source | Pointer
Text: TypeAlias = tuple[Run, ...]

_FIELD = re.compile(r"\{([a-z_]+)\}")


def text(template: str, **parts: Run | Text | str) -> Text:
    """A template's words with the parts put in where their names stand in braces."""
    runs: list[Run] = []
    for place, piece in enumerate(_FIELD.split(template)):
        if place % 2 == 0:
            if piece:
                runs.append(Words(piece))
            continue
        part = parts[piece]
        if isinstance(part, str):
            runs.append(Words(part))
        elif isinstance(part, tuple):
            runs.extend(part)
        else:
            runs.append(part)
    return _capitalised(tuple(runs))


def _capitalised(runs: Text) -> Text:
    if runs and isinstance(runs[0], Words | Term) and runs[0].text:
        first = runs[0].text
        return (replace(runs[0], text=first[:1].upper() + first[1:]), *runs[1:])
    return runs


def listed(texts: Iterable[Run | Text], last: str = "and") -> Text:
    """Runs or texts with commas between them and a word before the last."""
    parts = [part if isinstance(part, tuple) else (part,) for part in texts]
    runs: list[Run] = []
    for place, part in enumerate(parts):
        if place:
            runs.append(Words(f" {last} " if place == len(parts) - 1 else ", "))
        runs.extend(part)
    return tuple(runs)


def plain(runs: Text) -> str:
    """The text as a string."""
    return "".join(run.text for run in runs)


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands at the end of a report under an id: where a number comes from, what a verdict rests on."""

    id: str
    title: str
    lines: tuple[Text, ...]
