"""Trafilatura's choice of a page's text, as votes on our own blocks.

It keeps no positions, so each of our blocks is looked up in what it returned. Its vote is one witness among others: a
page on which it fails is read without it.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence

from tidewaiter.documents.piece import Piece

#: Pages larger, nested deeper or in more blocks than this are judged by their own look alone: its parser would take
#: seconds on them.
_LARGEST, _DEEPEST, _MOST_BLOCKS = 3_000_000, 250, 20_000
#: Blocks shorter than this many letters must be a whole line of its text, longer ones may be part of one.
_SHORT = 24
#: It must have found this many letters for its choice to count.
_ENOUGH = 120

_NOT_LETTERS = re.compile(r"[\W_]+")


def mark_votes(pieces: Sequence[Piece], source: str, *, deepest: int) -> None:
    """Set `voted` on every piece, or leave it None where trafilatura has no say."""
    if len(source) > _LARGEST or deepest > _DEEPEST or not 0 < len(pieces) <= _MOST_BLOCKS:
        return
    chosen = _extract(source)
    lines = {key for line in chosen.splitlines() for part in (line, *line.split("|")) if (key := _key(part))}
    whole = _key(chosen)
    if len(whole) < _ENOUGH:
        return
    for piece in pieces:
        key = _key(piece.text)
        piece.voted = bool(key) and (key in lines or (len(key) >= _SHORT and key in whole))


def _extract(source: str) -> str:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return trafilatura.extract(source, include_comments=False, include_tables=True, favor_recall=True) or ""
    except Exception:  # whatever a hostile page does to somebody else's parser, it only loses this vote
        return ""


def _key(text: str) -> str:
    return _NOT_LETTERS.sub("", text).casefold()
