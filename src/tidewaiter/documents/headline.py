"""Which of a page's pieces is the headline."""

from __future__ import annotations

from collections.abc import Sequence

from tidewaiter.documents.piece import Piece, letters
from tidewaiter.documents.prose import width, words

#: A title is looked for this many blocks before the first prose.
_TITLE_REACH = 8
#: Columns of a headline, at least and at most; the least of one in Chinese, Korean or Japanese.
_SHORTEST, _LONGEST, _SHORTEST_EAST = 16, 250, 10


def headline_at(pieces: Sequence[Piece], labels: Sequence[str], first: int, headline: str | None) -> int | None:
    """The headline: what the page calls itself or marks as one, else the first line fit for one before the prose."""
    before = range(min(first + 2, len(pieces)))
    if headline:
        wanted = letters(headline)
        named = [number for number in before if len(key := letters(pieces[number].text)) >= 8 and key in wanted]
        if named:
            # The outlet's name is part of the page's as well: it stands behind the headline, and in the chrome.
            return max(
                named,
                key=lambda number: (
                    not pieces[number].chrome,
                    wanted.startswith(letters(pieces[number].text)),
                    len(pieces[number].text),
                    number,
                ),
            )
    marked = [number for number in before if pieces[number].kind == "title" and not pieces[number].chrome]
    if marked:
        return marked[-1]
    menu = max(
        (number for number in range(first) if pieces[number].kind == "item" or labels[number] == "link"), default=-1
    )
    near = [number for number in range(menu + 1, first) if labels[number] in ("short", "fact")][-_TITLE_REACH:]
    fit = [number for number in near if _is_headline(pieces[number])]
    if not fit:  # a headline of two words, where the article begins with it
        fit = [number for number in near[:1] if number == 0 and words(pieces[0].text) == 2]
    headings = [number for number in fit if pieces[number].kind == "heading"]
    full = [number for number in fit if words(pieces[number].text) >= 4 or _is_lower(pieces[number].text)]
    return next(iter(headings or full or fit), None)


def _is_headline(piece: Piece) -> bool:
    text = piece.text
    # Five or six characters are a headline in Chinese.
    shortest, fewest = (_SHORTEST, 3) if text.isascii() else (_SHORTEST_EAST, 2)
    fit = shortest <= width(text) <= _LONGEST and words(text) >= fewest
    return fit and piece.kind in ("paragraph", "heading") and " | " not in text


def _is_lower(text: str) -> bool:
    """ "Tea exports rise", where names of papers and of their pages have capitals throughout."""
    return any(word.islower() and len(word) > len("with") for word in text.split())
