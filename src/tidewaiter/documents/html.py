"""A page's source becomes pieces whose every character knows its offset in the source. Nothing is run or fetched.

The flattener keeps the text that a reader would see, block by block; what hides (scripts, templates, display:none)
never yields text. Which blocks are the article is decided with three witnesses: the regions that tags and class names
mark, trafilatura's choice, and the look of the blocks themselves (`article`).
"""

from __future__ import annotations

import html as entities
import re
from dataclasses import dataclass, field
from functools import cache

from tidewaiter.documents.mapped import Weaver
from tidewaiter.documents.markup import Tag, tags_and_text
from tidewaiter.documents.metadata import Metadata
from tidewaiter.documents.normalise import normalise
from tidewaiter.documents.page import PageFacts
from tidewaiter.documents.piece import Piece
from tidewaiter.documents.prose import is_prose, sentence_ended, width
from tidewaiter.documents.vocabulary import names, vocabulary
from tidewaiter.documents.votes import mark_votes

_BLOCKS = names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search"
    " section summary table tbody td tfoot th thead tr ul"
)
_VOID = names("area base br col embed hr img input link meta param source track wbr")
#: Elements whose content a reader does not see as text of the page.
_UNSEEN = names(
    "script style template noscript iframe noembed noframes textarea select option optgroup datalist button svg audio"
    " video canvas object applet map head title progress meter rp rt"
)
_CHROME = names("nav aside footer menu form dialog search")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: Opening one of these closes an open one of those (up to the given boundary).
_IMPLIED = {
    "li": ({"li"}, {"ul", "ol", "menu", "dir"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr"}, {"table"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "option": ({"option"}, {"select"}),
}
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ENTITY = re.compile(
    r"&(?:#[xX][0-9a-fA-F]{1,8};?|#[0-9]{1,9};?|[A-Za-z][A-Za-z0-9]{1,31};|(?:nbsp|amp|lt|gt|quot|pound|yen|euro|cent)(?![A-Za-z0-9=]))"
)
_NAME_PARTS = re.compile(r"[a-z]+")
#: How far up the open elements an inline end tag may look for its start; markup that needs more is broken.
_REACH = 64
#: A table row whose cells are longer than this lays out a page; shorter ones are data.
_CELL = 240
#: Between two line breaks a line this long that stops without a full stop runs on.
_RUNNING_LINE = 60
#: A region that class names call chrome holds the article nonetheless where it has this share of the page's prose.
_MOSTLY = 0.5


@dataclass(slots=True)
class _Open:
    """An open element and what it does to the text in it."""

    name: str
    hidden: bool
    chrome: int  # number of the outermost chrome region it stands in, 0 for none
    link: bool


@dataclass(slots=True)
class _Row:
    """An open table row: the pieces of each of its cells."""

    cells: list[list[Piece]] = field(default_factory=list)
    layout: bool = False
    chrome: int = 0


def html_pieces(source: str) -> tuple[list[Piece], Metadata]:
    """The blocks of a page in order, each mapped to the page's source, and what the page says about itself."""
    flattener = _Flattener(source)
    flattener.run()
    pieces = flattener.pieces
    _trust_regions(pieces, flattener.regions)
    mark_votes(pieces, source, deepest=flattener.deepest)
    return pieces, flattener.facts.metadata()


def _trust_regions(pieces: list[Piece], regions: list[int]) -> None:
    """Mark the pieces of chrome regions, except of regions that hold most of the page's prose."""
    weights: dict[int, int] = {}
    for piece, region in zip(pieces, regions, strict=True):
        if is_prose(piece.text):
            weights[region] = weights.get(region, 0) + width(piece.text)
    total = sum(weights.values())
    for piece, region in zip(pieces, regions, strict=True):
        piece.chrome = region != 0 and weights.get(region, 0) <= _MOSTLY * total


class _Flattener:
    """Walks the tags once; see `run`."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.pieces: list[Piece] = []
        self.regions: list[int] = []
        self.facts = PageFacts()
        self.deepest = 0
        self._stack: list[_Open] = []
        self._counts: dict[str, int] = {}
        self._rows: list[_Row] = []
        self._weaver = Weaver()
        self._linked = 0
        self._regions = 0
        self._breaks = 0
        self._pre = 0

    def run(self) -> None:
        """Flatten the page."""
        for event in tags_and_text(self.source):
            if isinstance(event, tuple):
                self._text(*event)
            elif event.closing:
                self._close(event.name)
            else:
                self._start(event)
        self._flush()
        while self._rows:
            self._end_row()

    # tags

    def _start(self, tag: Tag) -> None:
        name = tag.name
        self.facts.see(tag, self.source)
        if name == "br":
            self._line_break(tag)
            return
        if name in _IMPLIED:
            self._close_implied(*_IMPLIED[name])
        if name in _BLOCKS:
            self._flush()
            if self._counts.get("p") and name not in ("td", "th", "tr"):
                self._close_paragraph()
        if name in _VOID or (
            tag.raw.endswith("/") and name in ("path", "circle", "rect", "use", "line", "g", "polygon")
        ):
            return
        outer = self._stack[-1] if self._stack else _Open("", False, 0, False)
        if name == "body":
            self._leave_head()
            outer = self._stack[-1] if self._stack else _Open("", False, 0, False)
        attributes = tag.attributes() if tag.raw and not outer.hidden else {}
        hidden = outer.hidden or name in _UNSEEN or _hides(attributes)
        chrome = outer.chrome
        if (
            not chrome
            and not hidden
            and (name in _CHROME or (name not in ("html", "body") and _chrome_by_name(attributes)))
        ):
            self._regions += 1
            chrome = self._regions
        if name == "table":
            for row in self._rows:
                row.layout = True
            self._spill()
        elif name == "tr":
            self._rows.append(_Row(chrome=chrome))
        elif name in ("td", "th") and self._rows and not hidden:
            self._rows[-1].cells.append([])
        if tag.inner is not None:  # content was read whole: nothing stays open
            return
        self._stack.append(_Open(name, hidden, chrome, outer.link or name == "a"))
        self._counts[name] = self._counts.get(name, 0) + 1
        self.deepest = max(self.deepest, len(self._stack))

    def _close(self, name: str) -> None:
        if name in _BLOCKS or name == "br":
            self._flush()
        if not self._counts.get(name):
            return
        if name not in _BLOCKS and name not in _UNSEEN:
            for up in range(1, min(_REACH, len(self._stack)) + 1):
                opened = self._stack[-up]
                if opened.name == name:
                    for _ in range(up):
                        self._pop()
                    return
                if opened.name in _BLOCKS:
                    # Misnested: the inline element ends here all the same.
                    self._neutralise(name)
                    return
            return
        while self._stack:
            if self._pop() == name:
                return

    def _neutralise(self, name: str) -> None:
        for up in range(1, min(_REACH, len(self._stack)) + 1):
            opened = self._stack[-up]
            if opened.name == name:
                self._counts[name] -= 1
                opened.name = ""
                opened.link = False
                for later in self._stack[-up:]:
                    later.link = later.link and name != "a"
                return

    def _pop(self) -> str:
        name = self._stack[-1].name
        if name in _BLOCKS:
            self._flush()
        self._stack.pop()
        if name:
            self._counts[name] -= 1
        if name == "tr" and self._rows:
            self._end_row()
        return name

    def _close_implied(self, names: set[str], boundary: set[str]) -> None:
        for up in range(1, min(_REACH, len(self._stack)) + 1):
            opened = self._stack[-up].name
            if opened in boundary:
                return
            if opened in names:
                self._flush()
                for _ in range(up):
                    self._pop()
                return

    def _close_paragraph(self) -> None:
        for up in range(1, min(_REACH, len(self._stack)) + 1):
            opened = self._stack[-up].name
            if opened == "p":
                for _ in range(up):
                    self._pop()
                return
            if opened in _BLOCKS:
                return

    def _leave_head(self) -> None:
        while self._counts.get("head"):
            self._pop()

    # text

    def _text(self, start: int, end: int) -> None:
        if self._stack and self._stack[-1].hidden:
            return
        source, weaver = self.source, self._weaver
        before = end - start
        at = start
        if source.find("&", start, end) >= 0:
            for found in _ENTITY.finditer(source, start, end):
                meaning = entities.unescape(found[0] if found[0].endswith(";") else found[0] + ";")
                if meaning == found[0]:
                    continue
                weaver.copy(source, at, found.start())
                weaver.put(meaning, found.start(), found.end())
                at = found.end()
        weaver.copy(source, at, end)
        if self._stack and self._stack[-1].link:
            self._linked += before
        if self._breaks and not source[start:end].isspace():
            self._breaks = 0

    def _line_break(self, tag: Tag) -> None:
        if self._stack and self._stack[-1].hidden:
            return
        self._breaks += 1
        line = self._weaver.tail(200)
        if self._breaks >= 2 or sentence_ended(line) or width(line.strip()) < _RUNNING_LINE:
            self._flush()
        else:
            self._weaver.put("\n", tag.start, tag.end)

    def _flush(self) -> None:
        """End the block that is being woven."""
        weaver, self._weaver = self._weaver, Weaver()
        linked, self._linked = self._linked, 0
        if not weaver:
            return
        read = normalise(weaver.done())
        if not read.text:
            return
        kind = self._kind()
        chrome = self._stack[-1].chrome if self._stack else 0
        piece = Piece(kind, read, links=min(1.0, linked / len(read)))
        row = self._rows[-1] if self._rows else None
        if row is not None and row.cells and not row.layout:
            row.cells[-1].append(piece)
            row.chrome = row.chrome or chrome
        else:
            self.pieces.append(piece)
            self.regions.append(chrome)

    def _kind(self) -> str:
        for up in range(1, min(12, len(self._stack)) + 1):
            name = self._stack[-up].name
            if name == "h1":
                return "title"
            if name in _HEADINGS:
                return "heading"
            if name == "li" or name == "dd":
                return "item"
            if name in ("figcaption", "caption"):
                return "caption"
            if name in ("td", "th", "body", "article", "section", "main"):
                break
        return "paragraph"

    # tables

    def _spill(self) -> None:
        """What open rows hold is laid out, not data: it goes on as blocks of its own."""
        for row in self._rows:
            for piece in (piece for cell in row.cells for piece in cell):
                self.pieces.append(piece)
                self.regions.append(row.chrome)
            row.cells = [[] for _ in row.cells]

    def _end_row(self) -> None:
        row = self._rows.pop()
        cells = [cell for cell in row.cells if cell]
        data = len(cells) > 1 and all(sum(len(piece.text) for piece in cell) <= _CELL for cell in cells)
        if not data or row.layout:
            for piece in (piece for cell in cells for piece in cell):
                self.pieces.append(piece)
                self.regions.append(row.chrome)
            return
        weaver = Weaver()
        for number, cell in enumerate(cells):
            if number:
                weaver.insert(" | ")
            for place, piece in enumerate(cell):
                if place:
                    weaver.insert(" ")
                weaver.take(piece.body, 0, len(piece.body))
        links = sum(piece.links for cell in cells for piece in cell) / max(1, sum(map(len, cells)))
        self.pieces.append(Piece("row", weaver.done(), links=links))
        self.regions.append(row.chrome)


def _hides(attributes: dict[str, str]) -> bool:
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if attributes.get("aria-hidden", "").lower() == "true":
        return True
    return "style" in attributes and _HIDDEN_STYLE.search(attributes["style"]) is not None


@cache
def _chrome_words() -> tuple[frozenset[str], re.Pattern[str]]:
    table = vocabulary("regions")
    return frozenset(table["words"].split()), re.compile("|".join(table["phrases"]), re.IGNORECASE)


def _chrome_by_name(attributes: dict[str, str]) -> bool:
    """Whether an element's class, id or role says that it is navigation, a sidebar, a sign-up box and the like."""
    words, phrases = _chrome_words()
    if attributes.get("role", "").lower() in (
        "navigation",
        "complementary",
        "contentinfo",
        "banner",
        "search",
        "dialog",
    ):
        return True
    for key in ("class", "id"):
        names = attributes.get(key, "")[:400]
        if not names:
            continue
        for name in names.split():
            if words.intersection(_NAME_PARTS.findall(name.lower())) or phrases.search(name):
                return True
    return False
