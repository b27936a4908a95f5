"""What a report is made of, whatever it is printed as: sections of paragraphs, lists, tables and pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from tidewaiter.analysis.review.facts import Fact
from tidewaiter.briefing.markup import Markup
from tidewaiter.briefing.report.entries import fact_entry, short_entry
from tidewaiter.briefing.report.runs import (
    Entry,
    Number,
    Pointer,
    Run,
    Source,
    Term,
    Text,
    When,
    Words,
    listed,
    plain,
    text,
)

__all__ = [
    "Block", "Bullets", "Column", "Entry", "Number", "Paragraph", "Picture", "Pointer", "Report", "Run", "Section",
    "Source", "Table", "Term", "Text", "When", "Words", "listed", "plain", "text", "texts_of",
]  # fmt: skip


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
    """A heading of a table; numbers stand to the right.

    In a column of figures of a time (`figure`) an empty cell is a figure that is not known; elsewhere it says nothing.
    """

    heading: Text
    numeric: bool = False
    figure: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption."""

    id: str
    caption: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]

    @property
    def gaps(self) -> bool:
        """Whether any figure that it asks for is not known."""
        return any(
            column.figure and not cell for row in self.rows for column, cell in zip(self.columns, row, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with the sentence that it shows, and the points behind it (period, fact or None).

    `svg` draws it when a page is written, since text and tables need no drawing; `narrow` draws the same for a phone,
    where the wide one's letters would be too small to read.
    """

    id: str
    caption: Text
    svg: Callable[[], Markup]
    unit: str
    points: tuple[tuple[str, Fact | None], ...]
    narrow: Callable[[], Markup] | None = None


Block: TypeAlias = Paragraph | Bullets | Table | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a heading; `id` is its anchor."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report: `facts` are all that it or their operands need, by id; `cited` what its pointers lead to."""

    title: str
    subtitle: Text
    sections: tuple[Section, ...]
    facts: Mapping[str, Fact] = field(default_factory=dict)
    cited: tuple[Entry, ...] = ()

    def entries(self) -> Iterator[Entry]:
        """The entries at the end: of every fact shown, then of what else is pointed to."""
        yield from (fact_entry(fact, self.facts) for fact in self.shown().values())
        yield from self.cited

    def short_entries(self) -> Iterator[Entry]:
        """The same for paper: of every number shown, with the rows of what it is made of in its own entry."""
        shown = {number.fact.id: number.fact for number in self.numbers()}
        yield from (short_entry(fact, self.facts, shown) for fact in shown.values())
        yield from self.cited

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
