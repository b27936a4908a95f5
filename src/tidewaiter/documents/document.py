"""A document: somebody's text, what is known about it, and the part of it that is the article.

`Document.text` is the original, never changed: page source for HTML, the text layer for a PDF, the file for plain
text. Claims point into it with `Span`s. What is read is `Body.text`: the article without furniture, with entities,
escapes and link marks undone and sentences cut by a page break joined, and a map of every character back.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from tidewaiter.provenance import Span

#: What a block of a body can be. `row` is a table row, its cells set apart by " | ".
BLOCK_KINDS = ("title", "heading", "paragraph", "item", "row", "caption")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item or table row of a body; offsets are into `Body.text`, end exclusive."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, repr=False)
class Body:
    """The article as it is read. Blocks are in order and set apart by a blank line ("\\n\\n") in `text`.

    `starts[i]` and `ends[i]` say which stretch of the original the i-th character of `text` stands for; characters that
    were put in (the blank line between blocks) stand for an empty stretch.
    """

    text: str
    blocks: tuple[Block, ...]
    starts: Sequence[int]
    ends: Sequence[int]

    def __post_init__(self) -> None:
        if not len(self.text) == len(self.starts) == len(self.ends):
            raise ValueError("a body's map must have one entry a character")

    def span(self, start: int, end: int) -> Span:
        """The stretch of the original behind body[start:end]; ValueError for an empty one."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no such stretch of the body: {start}..{end}")
        return Span(self.starts[start], self.ends[end - 1])

    def locate(self, offset: int) -> int:
        """The body's first character that stands at or after an offset of the original."""
        return bisect_left(self.starts, offset)


@dataclass(frozen=True, slots=True, repr=False)
class Document:
    """A page, PDF or text file as it was given, and its article.

    `published` is the day that "last month" hangs on; `published_from` says where it was read (metadata, byline, file
    name, caller), so that a reader can judge it. None means unknown: relative dates then stay unresolved.
    """

    name: str
    text: str
    body: Body
    kind: str = "text"
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    published_from: str | None = None
    url: str | None = None
    language: str = "en"
    author: str | None = None
    sha256: str = ""
    notes: tuple[str, ...] = field(default=())

    def __repr__(self) -> str:
        day = self.published.isoformat() if self.published else "undated"
        return f"Document({self.name!r}, {day}, {len(self.body.text)} characters of article)"
