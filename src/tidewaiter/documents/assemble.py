"""Pieces of an article become a `Body`: sentences cut by a page break are joined, blocks set apart by a blank line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tidewaiter.documents.document import Block, Body
from tidewaiter.documents.furniture import is_fact
from tidewaiter.documents.mapped import Mapped, Weaver, joined
from tidewaiter.documents.piece import Piece
from tidewaiter.documents.prose import (
    holds_sentence,
    is_east_headline,
    is_prose,
    opens_mid_sentence,
    sentence_ended,
    width,
)

_GAP = "\n\n"
#: The shortest block, in columns, that can be the first half of a sentence cut in two.
_SHORTEST_HALF = 40
#: A block this long, or with a whole sentence in it, is no headline, so a figure may go on with its last sentence.
_NO_HEADLINE = 120
_FIGURE_START = re.compile(r"[$€£¥₩]?\d")
_SECTION = re.compile(r"\(?(?:\d{1,2}|[IVX]{1,4})[.)]\s+\S")
_OPEN_END = re.compile(r"[\w%,、，–—-]\Z")
#: Words that no headline or sentence ends with: what follows them belongs to them.
_NEEDS_MORE = re.compile(
    r"(?:\b(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|than|that|which|its|their|as|into|over|under|about"
    r"|nearly|almost|around|was|were|is|are|has|have|had|de|du|des|la|le|les|und|der|die|das|von|el|los|y)|,|、|，)\Z",
    re.IGNORECASE,
)
_NO_SPACE = re.compile(r"[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]")


def assemble(pieces: Iterable[Piece]) -> Body:
    """The body of an article out of its pieces."""
    weaver = Weaver()
    blocks: list[Block] = []
    at = 0
    for kind, text in _with_sections(_rejoined(pieces)):
        if blocks:
            weaver.insert(_GAP)
            at += len(_GAP)
        weaver.take(text, 0, len(text))
        blocks.append(Block(kind, at, at + len(text)))
        at += len(text)
    whole = weaver.done()
    return Body(whole.text, tuple(blocks), whole.starts, whole.ends)


def _with_sections(blocks: Iterable[tuple[str, Mapped]]) -> Iterable[tuple[str, Mapped]]:
    """Kinds and texts, where a short numbered line right above a paragraph is the heading of a section."""
    held: tuple[str, Mapped] | None = None
    for kind, text in blocks:
        if held is not None:
            yield ("heading", held[1]) if kind == "paragraph" and _is_section(*held) else held
        held = kind, text
    if held is not None:
        yield held


def _is_section(kind: str, text: Mapped) -> bool:
    """ "2. Exports to Chad"."""
    numbered = kind == "item" and _SECTION.match(text.text) is not None and width(text.text) <= _NO_HEADLINE
    return numbered and not sentence_ended(text.text) and not is_fact(text.text)


def _rejoined(pieces: Iterable[Piece]) -> Iterable[tuple[str, Mapped]]:
    """Kinds and texts, with every run of halves of one sentence as one block."""
    kind = ""
    run: list[Mapped] = []
    for piece in pieces:
        if run and _goes_on(kind, run[-1].text, piece):
            run.append(piece.body)
            continue
        if run:
            yield _named(kind, _sewn(run))
        kind, run = piece.kind, [piece.body]
    if run:
        yield _named(kind, _sewn(run))


def _named(kind: str, text: Mapped) -> tuple[str, Mapped]:
    """A short line without a full stop and without a figure heads what follows it."""
    plain = kind == "paragraph" and width(text.text) <= _NO_HEADLINE and not sentence_ended(text.text)
    return ("heading" if plain and not is_fact(text.text) else kind), text


def _sewn(run: list[Mapped]) -> Mapped:
    whole = run[0]
    for part in run[1:]:
        tight = _NO_SPACE.match(whole.text[-1:]) and _NO_SPACE.match(part.text[:1])
        whole = joined([whole, part], "" if tight else " ")
    return whole


def _goes_on(kind: str, before: str, piece: Piece) -> bool:
    """Whether a block is the second half of the sentence that the block before it leaves open."""
    after = piece.text
    if kind not in ("paragraph", "item") or piece.kind not in ("paragraph", "heading") or sentence_ended(before):
        return False
    if width(before) < _SHORTEST_HALF or not _OPEN_END.search(before):
        return False
    if opens_mid_sentence(after):
        return True
    sentence_inside = holds_sentence(before) and not is_east_headline(before)
    if _NEEDS_MORE.search(before) and (sentence_inside or piece.broken_before):
        return is_prose(after) or piece.broken_before
    if not (sentence_inside or width(before) >= _NO_HEADLINE) or not is_prose(after):
        return False
    uncased = not before[-1].isascii() and not before[-1].islower()
    return bool(_FIGURE_START.match(after)) or (uncased and sentence_inside)
