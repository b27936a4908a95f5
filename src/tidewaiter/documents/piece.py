"""A piece: one block of a page as it was found, before anybody has said whether it belongs to the article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tidewaiter.documents.mapped import Mapped
from tidewaiter.errors import DocumentError

_NOT_LETTERS = re.compile(r"[\W_]+")

#: A book has some ten thousand paragraphs. More blocks than this is a table of data or an attack, and takes minutes.
MAX_BLOCKS = 200_000


@dataclass(slots=True)
class Piece:
    """A candidate block. `kind` is one of `BLOCK_KINDS`; the rest is what its place says about it.

    `links` is the share of its characters that are link text. `chrome`: the markup puts it into navigation, a
    sidebar, a footer and the like. `running`: a page's header, footer or number. `voted`: the extractor's choice,
    None where none was asked. `broken_before`: a page break stands before it. Of HTML, `place` numbers the
    container that it stands in, `region` the part of the page, and `in_body` says that the page calls it the article.
    """

    kind: str
    body: Mapped
    links: float = 0.0
    chrome: bool = False
    running: bool = False
    voted: bool | None = None
    broken_before: bool = False
    region: int = 0
    place: int = 0
    in_body: bool = False

    @property
    def text(self) -> str:
        """The piece as it is read."""
        return self.body.text


def check_blocks(count: int, path: str) -> None:
    """DocumentError where a text falls into more blocks than an article can have."""
    if count > MAX_BLOCKS:
        raise DocumentError(
            f"has more than {MAX_BLOCKS:,} lines or paragraphs, which no article has",
            path=path,
            cure="give the article alone; load tables of customs data with `tidewaiter load`",
        )


def letters(text: str) -> str:
    """A text's letters and digits alone, in lower case: what two writings of it share."""
    return _NOT_LETTERS.sub("", text).casefold()
