"""Plain text and Markdown: a file of lines becomes pieces."""

from __future__ import annotations

from tidewaiter.documents.hyphens import Hyphens
from tidewaiter.documents.layout import lines_of, pieces_of
from tidewaiter.documents.mapped import Original
from tidewaiter.documents.pages import mark_running
from tidewaiter.documents.piece import Piece


def text_pieces(text: str) -> list[Piece]:
    """The pieces of a plain text in order; page headers, footers and numbers are marked as running."""
    lines = lines_of(text)
    pieces = list(pieces_of(Original(text), lines, unhyphenate=Hyphens(text)))
    mark_running(pieces)
    return pieces
