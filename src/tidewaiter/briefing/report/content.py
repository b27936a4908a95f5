"""What a report is made of, whatever it is printed as: sections of paragraphs, lists, tables and pictures.

Text is a row of runs. A number can only stand in it as a `Number`, which carries its fact: so that no format can show
one without its origin. Words hold no digits but those of names and codes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from tidewaiter.analysis.review.facts import Fact
from tidewaiter.briefing.markup import Markup
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
        return say(self.fact.unit, self.fact.value, self.form, scope=self.fact.scope)


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


Run: TypeAlias = Words | Number | When | Term | Source
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
    if runs and isinstance(runs[0], Words) and runs[0].text:
        first = runs[0].text
        return (Words(first[:1].upper() + first[1:]), *runs[1:])
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
class Paragraph:
    """A paragraph; a `note` is set smaller."""

    text: Text
    note: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of sentences."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A heading of a table; numbers stand to the right."""

    heading: Text
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; an empty cell is nothing known, which the formats show as such."""

    id: str
    caption: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with the sentence that it shows, and the points behind it (period, fact or None)."""

    id: str
    caption: Text
    svg: Markup
    unit: str
    points: tuple[tuple[str, Fact | None], ...]


Block: TypeAlias = Paragraph | Bullets | Table | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a heading; `id` is its anchor."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report: `facts` are all that it or their operands need, by id."""

    title: str
    subtitle: Text
    sections: tuple[Section, ...]
    facts: Mapping[str, Fact] = field(default_factory=dict)

    def numbers(self) -> Iterator[Number]:
        """Every number that is shown, in order."""
        for section in self.sections:
            for block in section.blocks:
                for each in texts_of(block):
                    yield from (run for run in each if isinstance(run, Number))

    def tables(self) -> Iterator[Table]:
        """Every table, in order."""
        for section in self.sections:
            yield from (block for block in section.blocks if isinstance(block, Table))

    def shown(self) -> dict[str, Fact]:
        """The facts that are shown and, after each, those that it is made of; in the order of the report."""
        found: dict[str, Fact] = {}
        pictured = [
            fact
            for section in self.sections
            for block in section.blocks
            if isinstance(block, Picture)
            for _, fact in block.points
            if fact is not None
        ]
        pending = [*reversed([*(number.fact for number in self.numbers()), *pictured])]
        while pending:
            fact = pending.pop()
            if fact.id not in found:
                found[fact.id] = fact
                pending.extend(self.facts[ident] for ident in reversed(fact.operands))
        return found


def texts_of(block: Block) -> Iterator[Text]:
    """Every text of a block, in order."""
    if isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, Bullets):
        yield from block.items
    elif isinstance(block, Table):
        yield block.caption
        yield from (column.heading for column in block.columns)
        for row in block.rows:
            yield from row
    else:
        yield block.caption
