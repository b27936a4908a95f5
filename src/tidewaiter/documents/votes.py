"""Trafilatura's choice of a page's text, as votes on our own blocks.

It keeps no positions, so each of our blocks is looked up in what it returned. Its vote is one witness among others: a
page on which it fails is read without it.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence

from tidewaiter.documents.piece import Piece, letters
from tidewaiter.documents.prose import is_prose, width

#: Pages larger, nested deeper or in more blocks than this are judged by their own look alone: its parser would take
#: seconds on them.
_LARGEST, _DEEPEST, _MOST_BLOCKS = 3_000_000, 250, 20_000
#: A tag with hundreds of attributes is an attack: parsers hold each one against all the others.
_CROWDED = re.compile(
    r"<[a-zA-Z][^<>\s]{0,99}+"
    r"(?:\s++[^<>\s=]{1,200}+(?:\s?=\s?(?:\"[^\"]{0,5000}+\"|'[^']{0,5000}+'|[^\s<>\"']{1,5000}+))?+){400}"
)
#: Blocks shorter than this many letters must be a whole line of its text, longer ones may be part of one.
_SHORT = 24
#: It must have found this many letters for its choice to count.
_ENOUGH = 120

#: A block that is links beyond this share leads to another article.
_TEASER = 0.7
#: What the page calls its article's text is that from this share of the chosen prose on.
_BODY_SHARE = 0.3
#: The article begins at most so many blocks after its headline.
_NEAR = 14


def mark_votes(pieces: Sequence[Piece], source: str, *, deepest: int) -> None:
    """Set `voted` on every piece, or leave it None where trafilatura has no say."""
    if len(source) > _LARGEST or deepest > _DEEPEST or not 0 < len(pieces) <= _MOST_BLOCKS:
        return
    if _CROWDED.search(source):
        return
    chosen = _extract(source)
    lines = {key for line in chosen.splitlines() for part in (line, *line.split("|")) if (key := letters(part))}
    whole = letters(chosen)
    if len(whole) < _ENOUGH:
        return
    for piece in pieces:
        key = letters(piece.text)
        piece.voted = bool(key) and (key in lines or (len(key) >= _SHORT and key in whole))


def _extract(source: str) -> str:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return trafilatura.extract(source, include_comments=False, include_tables=True, favor_recall=True) or ""
    except Exception:  # whatever a hostile page does to somebody else's parser, it only loses this vote
        return ""


def settle(pieces: Sequence[Piece], headline: str) -> None:
    """Weigh the votes against what the page says itself: what it calls its article, and what follows its headline."""
    prose = [piece for piece in pieces if is_prose(piece.text) and not piece.chrome and piece.kind != "title"]
    chosen = [piece for piece in prose if piece.voted]
    if chosen and all(piece.links > _TEASER for piece in chosen):
        for piece in pieces:  # it took the list of other articles for this one
            piece.voted = None
        chosen = []
    named = [piece for piece in prose if piece.in_body]
    if named and _weight(named) >= _BODY_SHARE * _weight(chosen or prose):
        begun = False
        for piece in pieces:
            begun = begun or piece.in_body
            piece.voted = piece.in_body or (bool(piece.voted) and not begun)
    elif chosen:
        for piece in _under(headline, pieces):
            piece.voted = True


def _under(headline: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The first prose after the headline, with what stands in the same container."""
    wanted = letters(headline)
    titles = [
        number
        for number, piece in enumerate(pieces)
        if not piece.chrome
        and (piece.kind == "title" or (len(key := letters(piece.text)) >= _SHORT and wanted.startswith(key)))
    ]
    if not titles:
        return []
    for piece in pieces[titles[-1] + 1 : titles[-1] + 1 + _NEAR]:
        if is_prose(piece.text) and not piece.chrome and piece.links <= _TEASER:
            return [other for other in pieces if other.place == piece.place and not other.chrome]
    return []


def _weight(pieces: Sequence[Piece]) -> int:
    return sum(width(piece.text) for piece in pieces)
