"""A PDF's text layer becomes pieces; lines are joined into paragraphs by where they stand on the page.

The original text is that of the pages, joined by form feeds. Nothing is drawn or run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from tidewaiter.documents.hyphens import Hyphens
from tidewaiter.documents.layout import Line, pieces_of
from tidewaiter.documents.mapped import Original
from tidewaiter.documents.metadata import Metadata
from tidewaiter.documents.pages import mark_running
from tidewaiter.documents.piece import Piece
from tidewaiter.documents.prose import opens_mid_sentence, sentence_ended, width
from tidewaiter.errors import DocumentError

#: A report of more pages is read up to here; a note says so. Reading goes at some 200 pages a second.
MAX_PAGES = 1000
#: Text beyond this is not an article or a report.
MAX_CHARACTERS = 10_000_000
#: Fewer visible characters in all than this is a scan with a stamp on it.
_ENOUGH = 20

#: Lines further apart than this many usual distances begin a new paragraph.
_PARAGRAPH_GAP = 1.35
#: A first line is set in by at least this many type sizes.
_INDENT = 0.8
#: Type sizes that differ by more than this share part a heading from its text.
_SIZE_STEP = 0.08
#: Words further apart than this many type sizes stand in two cells; justified lines stay below it.
_CELL_GAP = 1.5
#: A longer line is no row of a table.
_LONGEST_ROW = 160
#: Lines up to this many before and after tell how far a column reaches.
_NEIGHBOURS = 8

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(slots=True)
class _Placed:
    """A line and where it stands on its page: left, right and base line in points, type size, place on the page."""

    line: Line
    left: float
    right: float
    base: float
    size: float


def pdf_pieces(data: bytes, *, path: str) -> tuple[str, list[Piece], Metadata]:
    """The text of a PDF, its blocks, and what its properties say; DocumentError where there is no text to read."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _unreadable(str(error), path) from error
    try:
        texts, placed, notes = _pages(document, path)
        title = (document.get_metadata_value("Title") or "").strip()
        author = (document.get_metadata_value("Author") or "").strip()
    except pypdfium2.PdfiumError as error:
        raise _unreadable(str(error), path) from error
    finally:
        document.close()
    text = "\f".join(texts)
    if sum(not character.isspace() for character in text[:10_000]) < _ENOUGH:
        raise DocumentError(
            "has no text layer: its pages are pictures",
            path=path,
            cure="run OCR over it first, for example with ocrmypdf",
        )
    lines = [one for page in placed for one in _joined_lines(page)]
    pieces = list(pieces_of(Original(text), lines, markup=False, wrap=0, unhyphenate=Hyphens(text)))
    mark_running(pieces)
    meta = Metadata(heading=_real_title(title), author=author or None, notes=tuple(notes))
    return text, pieces, meta


def _unreadable(reason: str, path: str) -> DocumentError:
    if "password" in reason.lower() or "security" in reason.lower():
        return DocumentError("the PDF is encrypted", path=path, cure="save a copy without a password")
    return DocumentError("the PDF is damaged or cut short", path=path, cure="fetch it again or save it anew")


def _pages(document: Any, path: str) -> tuple[list[str], list[list[_Placed]], list[str]]:
    """The text of each page, its lines with their places, and notes."""
    texts: list[str] = []
    placed: list[list[_Placed]] = []
    notes: list[str] = []
    empty: list[str] = []
    at = 0
    count = len(document)
    if not count:
        raise DocumentError("the PDF has no pages", path=path, cure="fetch it again or save it anew")
    for number in range(min(count, MAX_PAGES)):
        page = document.get_page(number)
        layer = page.get_textpage()
        try:
            text = layer.get_text_range()
            placed.append(list(_lines(layer, text, at)))
        finally:
            layer.close()
            page.close()
        if not text.strip():
            empty.append(str(number + 1))
        texts.append(text)
        at += len(text) + 1
        if at > MAX_CHARACTERS:
            break
    if len(texts) < count:
        notes.append(f"only the first {len(texts)} of {count} pages were read")
    if empty and len(empty) < len(texts):
        notes.append(f"no text on page {', '.join(empty[:20])}: pictures or scans there are not read")
    return texts, placed, notes


def _lines(layer: Any, text: str, offset: int) -> Iterator[_Placed]:
    """The lines of a page's text with their places; `offset` is where the page begins in the document's text."""
    from pypdfium2 import raw

    at = 0
    exact = layer.count_chars() == len(text)  # pdfium's own index of characters is that of the text

    def index(place: int) -> int:
        return place if exact else int(raw.FPDFText_GetCharIndexFromTextIndex(layer, place))

    for end in [*(found.span() for found in _LINE_END.finditer(text)), (len(text), len(text))]:
        body = text[at : end[0]]
        stripped = body.strip()
        if stripped:
            first = at + len(body) - len(body.lstrip())
            last = at + len(body.rstrip()) - 1
            left, base, right, size = _place(layer, raw, index(first), index(last))
            line = Line(offset + at, offset + end[0], body, width(stripped), page=False)
            if len(body) <= _LONGEST_ROW:
                line.cuts = _cuts(layer, index, at, body, size)
            yield _Placed(line, left, right, base, size)
        at = end[1]


def _place(layer: Any, raw: Any, first: int, last: int) -> tuple[float, float, float, float]:
    """Left, base line, right and type size of a line, all 0 where the layer does not say."""
    if first < 0 or last < 0:
        return 0.0, 0.0, 0.0, 0.0
    try:
        left, bottom, _, _ = layer.get_charbox(first, loose=True)
        _, _, right, _ = layer.get_charbox(last, loose=True)
    except RuntimeError:
        return 0.0, 0.0, 0.0, 0.0
    return left, bottom, right, float(raw.FPDFText_GetFontSize(layer, first))


def _cuts(layer: Any, index: Any, at: int, body: str, size: float) -> tuple[int, ...]:
    """Spaces of a line that are wide enough to part two cells."""
    cuts = []
    for found in re.finditer(r"(?<=\S) (?=\S)", body):
        before, after = index(at + found.start() - 1), index(at + found.end())
        if min(before, after) < 0:
            continue
        try:
            gap = layer.get_charbox(after, loose=True)[0] - layer.get_charbox(before, loose=True)[2]
        except RuntimeError:
            continue
        if size and gap > _CELL_GAP * size:
            cuts.append(found.start())
    return tuple(cuts)


def _joined_lines(page: list[_Placed]) -> Iterator[Line]:
    """Lines of a page with `joins` set by their places, the first marked as a page's first."""
    if not page:
        return
    drops = [above.base - below.base for above, below in pairwise(page)]
    steps = [drop for drop, below in zip(drops, page[1:], strict=True) if 0 < drop < 4 * (below.size or 12)]
    step = median(steps) if steps else 0.0
    page[0].line.page = True
    yield page[0].line
    for number, (above, below) in enumerate(pairwise(page)):
        near = page[max(0, number - _NEIGHBOURS) : number + _NEIGHBOURS]
        edge = max(one.right for one in near if abs(one.left - above.left) < 4 * (above.size or 12))
        below.line.joins = _same_paragraph(above, below, step, edge)
        yield below.line


def _same_paragraph(above: _Placed, below: _Placed, step: float, edge: float) -> bool:
    """Whether a line goes on with the paragraph of the line above it; `edge` is how far lines reach here."""
    drop = above.base - below.base
    size = max(above.size, below.size, 1.0)
    if drop <= 0 or (step and drop > _PARAGRAPH_GAP * step and drop > 1.2 * size) or drop > 3 * size:
        return False
    if abs(above.size - below.size) > _SIZE_STEP * size:
        return False
    ended = sentence_ended(above.line.text)
    if ended and below.left > above.left + _INDENT * size:
        return False
    # The next word would have fitted on the line above: the line was ended on purpose.
    text = below.line.text.strip()
    word = text.split(maxsplit=1)[0] if text.isascii() else text[:2]
    needed = (below.right - below.left) / len(text) * (len(word) + 1)
    room = edge - above.right
    if ended:
        return room <= needed
    return room <= 1.5 * needed + size or opens_mid_sentence(text)


def _real_title(title: str) -> str | None:
    """A title that a person wrote, not a file's name."""
    junk = re.search(r"\.(?:docx?|pdf|indd|hwp|xlsx?|html?)\b|^Microsoft|^untitled", title, re.IGNORECASE)
    return None if junk or len(title.split()) < 2 else title
