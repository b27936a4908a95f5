"""A page's source becomes pieces whose every character knows its offset in the source. Nothing is run or fetched.

The flattener keeps the text that a reader would see, block by block; what hides (scripts, templates, display:none)
never yields text. Which blocks are the article is decided with three witnesses: the regions that tags and class names
mark, trafilatura's choice, and the look of the blocks themselves (`article`).
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Sequence

from tidewaiter.documents.elements import BLOCKS, HEADINGS, VOID, called
from tidewaiter.documents.layout import lines_of, pieces_of
from tidewaiter.documents.mapped import Mapped, Weaver, joined
from tidewaiter.documents.markup import Tag, tags_and_text
from tidewaiter.documents.metadata import Metadata
from tidewaiter.documents.normalise import normalise
from tidewaiter.documents.page import PageFacts
from tidewaiter.documents.piece import MAX_BLOCKS, Piece, check_blocks
from tidewaiter.documents.prose import is_prose, width
from tidewaiter.documents.rows import Rows
from tidewaiter.documents.tree import OpenElements, Region
from tidewaiter.documents.votes import mark_votes, settle

_ENTITY = re.compile(
    r"&(?:#[xX][0-9a-fA-F]{1,8};?|#[0-9]{1,9};?|[A-Za-z][A-Za-z0-9]{1,31};"
    r"|(?:nbsp|amp|lt|gt|quot|pound|yen|euro|cent)(?![A-Za-z0-9=]))"
)
#: Stands for <br> until a block is done: white space that no page's source is likely to hold.
_BREAK = "\u2028"
_NOTE_MARK = re.compile(r"\[?[\d*†‡§,; ]{1,8}\]?|\[[\w ]{1,12}\]|\([\da-z]{1,3}\)")
_POWERS = ("2", "3")
_RAISED_UNIT = re.compile(r"\b(?:k|c|d|m|h)?m\Z|\b(?:ft|in|mi|yd)\Z")
#: A region set apart holds the article nonetheless from this share of the page's prose on.
_WEAK_SHARE, _STRONG_SHARE = 0.5, 0.9


def html_pieces(source: str, *, path: str) -> tuple[list[Piece], Metadata]:
    """The blocks of a page in order, each mapped to the page's source, and what the page says about itself.

    DocumentError, naming `path`, for a page of more than `MAX_BLOCKS` blocks.
    """
    flattener = _Flattener(source)
    flattener.run()
    check_blocks(flattener.count, path)
    mark_votes(flattener.pieces, source, deepest=flattener.elements.deepest)
    mark_chrome(flattener.pieces, flattener.elements.regions)
    metadata = flattener.facts.metadata()
    settle(flattener.pieces, metadata.title or metadata.heading or "")
    return flattener.pieces, metadata


def mark_chrome(pieces: Sequence[Piece], regions: Sequence[Region]) -> None:
    """Mark the pieces of regions that are set apart, except where a region holds the bulk of the page's prose."""
    voted = any(piece.voted and is_prose(piece.text) for piece in pieces)
    weights = [0] * len(regions)
    for piece in pieces:
        if is_prose(piece.text) and (piece.voted or not voted):
            around = piece.region
            while around:
                weights[around] += width(piece.text)
                around = regions[around].parent
            weights[0] += width(piece.text)
    apart = [False] * len(regions)
    for number, region in enumerate(regions[1:], start=1):  # a region's number is above its parent's
        share = _STRONG_SHARE if region.strongly else _WEAK_SHARE
        apart[number] = apart[region.parent] or weights[number] <= share * weights[0]
    for piece in pieces:
        piece.chrome = apart[piece.region]


class _Flattener:
    """Walks the tags of a page once; see `run`."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.pieces: list[Piece] = []
        self.facts = PageFacts(source)
        self.elements = OpenElements()
        self._rows = Rows(self.pieces)
        self._weaver = Weaver()
        self._linked = 0
        self._broken = False
        self._raised: list[tuple[int, int]] = []
        #: Blocks and line breaks so far.
        self.count = 0

    def run(self) -> None:
        """Flatten the page."""
        for event in tags_and_text(self.source):
            if self.count > MAX_BLOCKS:
                return
            if isinstance(event, tuple):
                self._text(*event)
            elif event.closing:
                if event.name in BLOCKS:
                    self._flush()
                self._pop(self.elements.to_close(event.name))
            else:
                self._start(event)
        self._flush()
        self._rows.end_all()

    def _start(self, tag: Tag) -> None:
        self.facts.see(tag, self.source)
        name = tag.name
        if name == "br" and not self.elements.inner.hidden:
            self._weaver.put(_BREAK, tag.start, tag.end)
            self._broken = True
            self.count += 1
        if name in BLOCKS:
            self._flush()
        self._pop(self.elements.implied(name))
        if name in VOID:
            return
        if name not in BLOCKS and "class" in tag.raw and called("caption", tag.attributes()):
            self._flush()
        element = self.elements.open(tag)
        if name == "table":
            self._rows.nested()
        elif name == "tr":
            self._rows.begin()
        elif name in ("td", "th") and not element.hidden:
            self._rows.cell()
        elif name == "sup":
            self._raised.append(self._weaver.mark())

    def _pop(self, count: int) -> None:
        for _ in range(count):
            if self.elements.inner.block:
                self._flush()
            ended = self.elements.pop().name
            if ended == "tr":
                self._rows.end()
            elif ended == "sup" and self._raised:
                self._lower(self._raised.pop())

    def _lower(self, mark: tuple[int, int]) -> None:
        """Take a footnote's mark out: "21,750<sup>1</sup>" is no 217,501. Ordinals and square metres stay."""
        raised = self._weaver.since(mark).strip()
        before = self._weaver.until(mark, 8)
        if _NOTE_MARK.fullmatch(raised) and not (raised in _POWERS and _RAISED_UNIT.search(before)):
            self._weaver.rewind(mark)

    def _text(self, start: int, end: int) -> None:
        inner = self.elements.inner
        if inner.hidden:
            return
        source, weaver = self.source, self._weaver
        at = start
        if source.find("&", start, end) >= 0:
            for found in _ENTITY.finditer(source, start, end):
                meaning = entities.unescape(found[0] if found[0].endswith(";") else found[0] + ";")
                if meaning != found[0]:
                    weaver.copy(source, at, found.start())
                    weaver.put(meaning, found.start(), found.end())
                    at = found.end()
        weaver.copy(source, at, end)
        if inner.link:
            self._linked += end - start

    def _flush(self) -> None:
        """End the block that is being woven."""
        if not self._weaver:
            return
        woven, self._weaver = self._weaver.done(), Weaver()
        self._raised.clear()
        linked, self._linked = self._linked, 0
        broken, self._broken = self._broken, False
        if woven.text.isspace():
            return
        kind = self._kind()
        inner = self.elements.inner
        links = min(1.0, linked / len(woven.text.strip()))
        for found, text in self._blocks(woven, kind, broken=broken):
            self.count += 1
            self._rows.add(Piece(found, text, links=links, region=inner.region, place=inner.place, in_body=inner.body))

    def _blocks(self, woven: Mapped, kind: str, *, broken: bool) -> list[tuple[str, Mapped]]:
        """One block as a rule; where line breaks stand in it, what its lines make."""
        preformatted = self.elements.within("pre") and "\n" in woven.text
        if kind in ("title", "heading") or not (broken or preformatted):
            read = normalise(woven)
            return [(kind, read)] if read.text else []
        if not preformatted:
            woven = joined(_lines(woven), "\n")
        found = pieces_of(woven, lines_of(woven.text), markup=False)
        return [(kind if piece.kind == "paragraph" else piece.kind, piece.body) for piece in found]

    def _kind(self) -> str:
        for element in self.elements.up(12):
            name = element.name
            if element.caption or name in ("figcaption", "caption"):
                return "caption"
            if name == "h1":
                return "title"
            if name in HEADINGS:
                return "heading"
            if name in ("li", "dd"):
                return "item"
            if name in ("td", "th", "body", "article", "section", "main"):
                break
        return "paragraph"


def _lines(woven: Mapped) -> list[Mapped]:
    """The stretches between line breaks, each as it is read."""
    lines = []
    at = 0
    for part in woven.text.split(_BREAK):
        lines.append(normalise(woven.cut(at, at + len(part))))
        at += len(part) + 1
    return lines
