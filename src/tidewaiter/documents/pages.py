"""What runs along the pages of a print: repeated headers and footers, and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tidewaiter.documents.piece import Piece

#: So many blocks at a page's head and foot can be running ones.
_EDGE = 3
#: A line must come back on this many pages, and on this share of them, to be a running one; of two pages, on both.
_PAGES, _SHARE = 2, 0.5

_NUMBER = re.compile(
    r"[-–—\s]*(?:page|p\.|seite|стр\.|쪽|第)?\s*\d{1,4}\s*(?:(?:of|/|von|из)\s*\d{1,4})?\s*(?:页|頁|쪽|ページ)?[-–—\s]*",
    re.IGNORECASE,
)
_SAID = re.compile(r"page|p\.|/|of|seite|стр|쪽|页|頁|第|ページ|[-–—]", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


def mark_running(pieces: Sequence[Piece]) -> None:
    """Mark page numbers and the blocks that come back at the edges of pages."""
    pages: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.broken_before and pages[-1]:
            pages.append([])
        pages[-1].append(piece)
    for page in pages:
        for piece in page[:_EDGE] + page[-_EDGE:]:
            if is_page_number(piece.text, at_edge=len(pages) > 1 and piece in (page[0], page[-1])):
                piece.running = True
    if len(pages) < _PAGES:
        return
    seen = Counter(key for page in pages for key in {_key(piece) for piece in page[:_EDGE] + page[-_EDGE:]})
    for page in pages:
        for piece in page[:_EDGE] + page[-_EDGE:]:
            if len(piece.text) <= 200 and seen[_key(piece)] >= max(_PAGES, _SHARE * len(pages)):
                piece.running = True


def is_page_number(text: str, *, at_edge: bool = False) -> bool:
    """Whether a line is a page number; a bare number is one only at the edge of a page."""
    if len(text) > 24 or not _NUMBER.fullmatch(text):
        return False
    return at_edge or bool(_SAID.search(text))


def _key(piece: Piece) -> str:
    return _DIGITS.sub("0", piece.text)
