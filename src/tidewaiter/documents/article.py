"""Which of a page's pieces are the article.

Evidence, strongest first: the words of single lines (`furniture`), headings after which no article goes on, what the
markup and the extractor say, and the look of runs of blocks (many short lines without a full stop are a menu). Inside
the article's extent a block stays unless its own words say what it is: a lost figure is worse than a stray line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from tidewaiter.documents.furniture import (
    byline,
    ends_article,
    heads_box,
    is_author_note,
    is_caption,
    is_fact,
    is_furniture,
    masthead,
)
from tidewaiter.documents.headline import headline_at
from tidewaiter.documents.piece import Piece
from tidewaiter.documents.prose import is_prose, sentence_ended, width, words

#: So many short lines in a row, none of them a sentence, are a menu or a list of headlines.
_MENU = 5
#: Among them at most this share may hold figures: a list of facts has figures in most lines, headlines in few.
_MENU_FACTS = 0.34
#: Share of the prose that must stand before a heading like "Related articles" for it to end the article.
_MOST = 0.45
#: A box of links holds at most so many lines.
_BOX = 10
#: Short lines that may stand between a list of facts and what follows it.
_GAP = 2
#: Prose apart from the main body, a menu between, belongs to it from this share of its width on, or from so many
#: columns on: what stands in headers and footers is short, the sections of a report are not.
_SECOND_PART, _SECTION = 0.25, 1200
#: A point of a list, and the words of one that tells something.
_POINT, _POINT_WORDS = re.compile(r"[-•*–]\s(?=[^\n]*\d)"), 6
#: A block that is links up to this share is a link, not a sentence that holds one.
_LINKED = 0.8


@dataclass(slots=True)
class Article:
    """The pieces that are the article, in order; `aside` holds the short lines beside it that may name day and author.

    Each line aside comes with where it stood: "before" the title, at the "head" between title and prose, or "after".
    """

    pieces: list[Piece] = field(default_factory=list)
    title: Piece | None = None
    aside: list[tuple[str, Piece]] = field(default_factory=list)
    author: str | None = None


def choose(pieces: Sequence[Piece], *, is_dateline: Callable[[str], bool], headline: str | None = None) -> Article:
    """The article among a page's pieces.

    `is_dateline` knows a line that is nothing but a date; `headline` is what the page calls itself.
    """
    labels = [_label(piece, is_dateline) for piece in pieces]
    limit = _end(pieces, labels)
    first, last = _extent(pieces, labels[:limit])
    title = headline_at(pieces, labels, first, headline)
    article = Article(title=None if title is None else pieces[title])
    menus = set(_menus(labels)) if "prose" in labels else set()
    voted = any(piece.voted for piece in pieces)
    for number, (piece, label) in enumerate(zip(pieces, labels, strict=True)):
        where = "after" if number > last else "head" if title is None or number > title else "before"
        if number == title:
            piece.kind = "title"
            article.pieces.append(piece)
        elif number < limit and _belongs(
            piece, label, where, inside=first <= number <= last, menu=number in menus, voted=voted
        ):
            if label == "caption":
                piece.kind = "caption"
            article.pieces.append(piece)
        elif width(piece.text) <= 200:
            article.aside.append((where, piece))
            if label == "byline" and not article.author and first - 12 <= number <= last + 8:
                article.author = byline(piece.text) or None
    _drop_author_notes(article, pieces, labels)
    return article


def _label(piece: Piece, is_dateline: Callable[[str], bool]) -> str:
    text = piece.text
    if piece.running or piece.chrome:
        return "furniture"
    if ends_article(text):
        return "end"
    if heads_box(text):
        return "box"
    if byline(text) is not None:
        return "byline"
    if is_dateline(text):
        return "dateline"
    if piece.kind != "title" and masthead(text) is not None:
        return "furniture"
    if piece.kind == "row":
        return "furniture" if is_furniture(text) and not is_fact(text) else "row"
    if is_furniture(text) and piece.kind != "title":
        return "furniture"
    if piece.links > _LINKED and not (piece.voted and is_prose(text)):
        return "link"
    if (is_caption(text) and piece.kind != "item") or (piece.kind == "caption" and is_prose(text)):
        return "caption"
    if piece.kind in ("paragraph", "item") and is_prose(text) and (piece.kind == "paragraph" or not text.endswith("?")):
        return "prose"
    return "fact" if (is_fact(text) and words(text) > 1) or _is_point(text) else "short"


def _is_point(text: str) -> bool:
    """ "- 14 shipments cleared at the port in May": a point of a list that tells something, and no link of a menu."""
    return _POINT.match(text) is not None and words(text) >= _POINT_WORDS


def _end(pieces: Sequence[Piece], labels: list[str]) -> int:
    """Where the article ends for good: the first closing heading with most of the prose before it.

    A box of links that the article goes on after does not end it; what is in the box is labelled as links.
    """
    weights = [width(piece.text) if label == "prose" else 0 for piece, label in zip(pieces, labels, strict=True)]
    total, before = sum(weights), 0
    for number, label in enumerate(labels):
        late = before and before >= _MOST * total
        if label == "end" and late:
            return number
        if label == "box":
            if late and not _goes_on(labels, number):
                return number
            _empty_box(labels, number)
        before += weights[number]
    return len(labels)


def _goes_on(labels: Sequence[str], box: int) -> bool:
    """Whether two paragraphs follow each other after a box, before another one or the page's foot."""
    for here, after in pairwise(labels[box + 1 :]):
        if here in ("end", "box"):
            return False
        if here == after == "prose":
            return True
    return False


def _empty_box(labels: list[str], box: int) -> None:
    for number in range(box + 1, min(box + 1 + _BOX, len(labels))):
        if labels[number] not in ("short", "fact", "link", "furniture", "dateline"):
            return
        labels[number] = "link"


def _runs(labels: Sequence[str]) -> Iterator[tuple[bool, int, int]]:
    """Runs of blocks, (whether they are prose, rows or captions; first; one past the last)."""
    at = 0
    for solid, run in groupby(labels, key=lambda label: label in ("prose", "row", "caption")):
        length = sum(1 for _ in run)
        yield solid, at, at + length
        at += length


def _is_menu(labels: Sequence[str]) -> bool:
    facts = labels.count("fact")
    return len(labels) - facts >= _MENU and facts <= _MENU_FACTS * len(labels)


def _menus(labels: Sequence[str]) -> Iterator[int]:
    for solid, start, end in _runs(labels):
        if not solid and _is_menu(labels[start:end]):
            yield from range(start, end)


def _extent(pieces: Sequence[Piece], labels: Sequence[str]) -> tuple[int, int]:
    """The first and last block of the article proper; everything where there is no prose."""
    clusters: list[list[int]] = [[]]
    for solid, start, end in _runs(labels):
        if solid:
            clusters[-1] += [number for number in range(start, end) if labels[number] != "caption"]
        elif _is_menu(labels[start:end]) and clusters[-1]:
            clusters.append([])
    weights = [
        sum(width(pieces[number].text) for number in cluster if labels[number] == "prose") for cluster in clusters
    ]
    heaviest = max(weights)
    if not heaviest:
        return 0, len(labels) - 1
    chosen = [
        c for c, weight in zip(clusters, weights, strict=True) if weight >= min(_SECOND_PART * heaviest, _SECTION)
    ]
    inside = [number for cluster in chosen for number in cluster]
    votes = [number for number in inside if pieces[number].voted]
    if votes:  # the extractor chose: prose far outside its choice is another text
        inside = [number for number in inside if votes[0] - 2 <= number <= votes[-1] + 2]
        inside += _beside(pieces, labels, votes)
    first = min(inside)
    return (first if votes else _facts_above(pieces, labels, first)), max(inside)


def _facts_above(pieces: Sequence[Piece], labels: Sequence[str], first: int) -> int:
    """Where a list of facts begins that stands above the first sentence or table of a plain text: its summary."""
    start, facts, gap = first, 0, 0
    for number in range(first - 1, max(-1, first - 1 - _BOX), -1):
        if labels[number] == "fact" and pieces[number].kind == "item" and not pieces[number].place:
            start, facts, gap = number, facts + 1, 0
        elif labels[number] in {"short", "fact"} and gap < _GAP:
            gap += 1
        else:
            break
    return start if facts > 1 else first


def _beside(pieces: Sequence[Piece], labels: Sequence[str], votes: list[int]) -> list[int]:
    """What goes on in the containers of the extractor's choice after its end, up to a heading that closes them."""
    places = {pieces[number].place for number in votes if labels[number] == "prose"}
    found = []
    for number in range(votes[-1] + 1, len(labels)):
        if pieces[number].place not in places or labels[number] in ("end", "box"):
            break
        found.append(number)
    return found


def _belongs(piece: Piece, label: str, where: str, *, inside: bool, menu: bool, voted: bool) -> bool:
    """Whether a block is part of the article."""
    if label in ("furniture", "link", "end", "box", "byline", "dateline"):
        return False
    if inside:
        if label in ("prose", "row", "fact", "caption"):
            return not (voted and not piece.voted and piece.links > 0.5)
        chosen = bool(piece.voted) or piece.kind in ("heading", "item") or sentence_ended(piece.text)
        return chosen if voted else not menu
    if label == "prose" or piece.voted:
        return label in ("prose", "row", "fact", "caption") and bool(piece.voted)
    if menu or where == "before":
        return label == "row" and where == "after" and not voted
    if where == "head":
        return label in ("fact", "row", "caption") or words(piece.text) >= 4 or sentence_ended(piece.text)
    return label in ("fact", "row", "caption") or (words(piece.text) > 1 and piece.text.endswith((".", "。")))


def _drop_author_notes(article: Article, pieces: Sequence[Piece], labels: Sequence[str]) -> None:
    """A note on the writer at the very end goes, where furniture stands between it and the article."""
    while article.pieces and is_author_note(article.pieces[-1].text):
        number = next(n for n, piece in enumerate(pieces) if piece is article.pieces[-1])
        between = labels[max(0, number - 1) : number]
        named = article.author and article.author.split()[0] in article.pieces[-1].text[:60]
        if not named and not any(
            label in ("furniture", "byline", "end", "box", "link", "dateline") for label in between
        ):
            break
        article.aside.append(("after", article.pieces.pop()))
