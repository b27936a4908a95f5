"""Plain text and Markdown: a file of lines becomes pieces."""

from __future__ import annotations

from tidewaiter.documents.hyphens import Hyphens
from tidewaiter.documents.layout import lines_of, pieces_of
from tidewaiter.documents.mapped import Original
from tidewaiter.documents.pages import mark_running
from tidewaiter.documents.piece import Piece, check_blocks

#: A file with more lines than this for each allowed block is not looked at further, blank as they may be.
_BLANK_SHARE = 4


def text_pieces(text: str, *, path: str) -> list[Piece]:
    """The pieces of a plain text in order; page headers, footers and numbers are marked as running.

    DocumentError, naming `path`, for a text of more than `MAX_BLOCKS` lines.
    """
    check_blocks(text.count("\n") // _BLANK_SHARE, path)
    lines = lines_of(text)
    check_blocks(sum(not line.blank for line in lines), path)
    pieces = list(pieces_of(Original(text), lines, unhyphenate=Hyphens(text)))
    mark_running(pieces)
    return pieces
