"""Plain text becomes pieces: paragraphs out of wrapped lines, headings, bullets, table rows, page breaks.

Whether a file wraps its lines is measured once for the whole file; a line then belongs to the line before it where the
next word would not have fitted there. In files that put a paragraph on a line, lines stay apart unless a sentence
plainly runs on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tidewaiter.documents.mapped import Mapped, Original, Weaver
from tidewaiter.documents.normalise import Unhyphenate, normalise
from tidewaiter.documents.piece import Piece
from tidewaiter.documents.prose import opens_mid_sentence, sentence_ended, width

#: No paragraph ends with one of these.
_HANGING = re.compile(r"\s(?:a|an|and|at|by|from|in|of|than|the|to|was|were|with)\s*$")
#: Lines wider than this are paragraphs of a file that does not wrap; mail and PDF wrap at 60 to 100 columns.
_WIDEST_WRAP = 110
#: Columns narrower than this are lists and tables more often than prose.
_NARROWEST_WRAP = 36
#: Between two lines of an unwrapped file a sentence can only run on where the first is at least this wide.
_BROKEN_LINE = 40

#: Wider stretches between two gaps are justified prose, not cells.
_WIDEST_CELL = 44

_HEADING = re.compile(r"\s{0,3}#{1,6}\s+")
_GLYPH = re.compile(r"\s*[•●○◦▪▫■□◆◇▶►▲△‣∙➤➢✓☞※◎⊙]\s*")
_DASH = re.compile(r"\s*[*+\-–—·ㆍ・]\s+")
_NUMBERED = re.compile(r"\s*(?:\(?\d{1,2}[.)]|\([a-z]\)|[①-⑳])\s+")
_RULE = re.compile(r"\s*(?:[-=_*~—─━·•.]\s?){3,}\Z|[\s|:+]*-{3,}[\s|:+-]*\Z")
#: A number alone, far in from the margin, is a page's.
_PAGE_NUMBER = re.compile(r"[ \t]{10,}[-–—]?\s*\d{1,4}\s*[-–—]?\s*\Z")
_SPREAD = re.compile(r"\S\s{5,}\S")
_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,})\s*\Z")
_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")
_PIPES = re.compile(r"\s*\|\s*")
_GAPS = re.compile(r"\s{3,}|\t\s*|(?<![.!?:;,\"”’])\s{2}")
_FIRST_WORD = re.compile(r"\s*(\S{1,60})")


@dataclass(slots=True)
class Line:
    """One line of the original: offsets without its line end, and what its look says."""

    start: int
    end: int
    text: str
    wide: int
    page: bool  # the first of a new page
    joins: bool | None = None  # whether it goes on with the line before, where the geometry of a page says so
    cuts: tuple[int, ...] = ()  # spaces in it that part two cells of a table

    @property
    def blank(self) -> bool:
        """Whether there is nothing on it."""
        return self.wide == 0


@dataclass(slots=True)
class _Group:
    kind: str
    lines: list[Line]
    mark: int = 0  # how much of the first line is a bullet or heading mark
    page: bool = False


def lines_of(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of a stretch of text, whatever ends them; a form feed begins a page."""
    lines = []
    at = start
    page = False
    for raw in text[start:end].splitlines(keepends=True):
        body = raw.rstrip("\r\n\f\v\x1c\x1d\x1e\x85\u2028\u2029")
        lead = len(body) - len(body.lstrip("\f"))
        stripped = body.strip()
        lines.append(Line(at + lead, at + len(body), body[lead:], width(stripped) if stripped else 0, page or lead > 0))
        page = "\f" in raw[len(body) :]
        at += len(raw)
    return lines


def wrap_width(lines: list[Line]) -> int:
    """The column at which the file wraps its paragraphs, 0 where it does not."""
    total = sum(line.wide for line in lines)
    if sum(line.wide for line in lines if line.wide > _WIDEST_WRAP) > 0.2 * total:
        return 0
    inner = sorted(
        line.wide for line, after in pairwise(lines) if line.wide and after.wide and line.wide <= _WIDEST_WRAP
    )
    if len(inner) < 2:
        return 0
    wrap = inner[int(0.95 * (len(inner) - 1))]
    full = sum(wide >= 0.75 * wrap for wide in inner)
    return wrap if wrap >= _NARROWEST_WRAP and 2 * full >= len(inner) else 0


def pieces_of(
    source: Original | Mapped,
    lines: list[Line],
    *,
    markup: bool = True,
    wrap: int | None = None,
    unhyphenate: Unhyphenate | None = None,
) -> Iterator[Piece]:
    """The pieces of a text of lines in order, each normalised and mapped to what `source` is mapped to."""
    wrap = wrap_width(lines) if wrap is None else wrap
    for group in _groups(lines, wrap):
        body = _weave(source, group)
        if group.kind == "row":
            body = _cells(body, group.lines[0].cuts)
        linked = _link_share(body.text) if markup else 0.0
        read = normalise(body, markup=markup, unhyphenate=unhyphenate)
        if read.text:
            yield Piece(group.kind, read, links=linked, broken_before=group.page)


def _groups(lines: list[Line], wrap: int) -> Iterator[_Group]:
    """Lines gathered into paragraphs, items, headings and rows."""
    group: _Group | None = None
    page = False
    rows = _table_lines(lines)
    for number, line in enumerate(lines):
        page = page or line.page
        if _PAGE_NUMBER.match(line.text) and number not in rows:
            page = True
            if group:
                yield group
            group = None
            continue
        following = lines[number + 1] if number + 1 < len(lines) else None
        if line.blank or _RULE.match(line.text):
            if group:
                yield group
            group = None
            continue
        kind, mark = _kind(line, number in rows, group, following)
        if group and not line.page and kind == "paragraph" and _continues(group, line, wrap):
            group.lines.append(line)
            continue
        if group:
            yield group
        group = _Group(kind, [line], mark, page)
        page = False
    if group:
        yield group


def _kind(line: Line, in_table: bool, group: _Group | None, following: Line | None) -> tuple[str, int]:
    """What a line begins, and how many characters of it are the mark that says so."""
    text = line.text
    if in_table:
        return "row", 0
    if mark := _HEADING.match(text):
        return "heading", mark.end()
    if following and _UNDERLINE.match(following.text) and line.wide <= _WIDEST_WRAP and not group:
        return "heading", 0
    if mark := _GLYPH.match(text):
        return "item", mark.end()
    open_line = group.lines[-1].text if group and group.kind == "paragraph" else ""
    # A wrapped line may begin with a dash or with "19." by chance: only after a finished line is it a bullet.
    if (not open_line or sentence_ended(open_line)) and (mark := _DASH.match(text) or _NUMBERED.match(text)):
        return "item", mark.end() if _DASH.match(text) else 0
    return "paragraph", 0


def _continues(group: _Group, line: Line, wrap: int) -> bool:
    """Whether a line goes on with the paragraph or item before it."""
    before = group.lines[-1]
    if line.joins is not None:
        return line.joins
    if group.kind not in ("paragraph", "item"):
        return False
    if group.kind == "item" and _indent(line) > _indent(group.lines[0]):
        return True
    if wrap and before.wide <= wrap * 1.2:
        if group.kind == "paragraph" and _indent(line) >= _indent(before) + 2 and sentence_ended(before.text):
            return False
        if _SPREAD.search(before.text):
            return False
        word = _FIRST_WORD.match(line.text)
        needed = width(word[1]) if word else 0
        if needed and not line.text.lstrip()[:1].isascii():
            needed = min(needed, 2)  # Chinese and Japanese break anywhere; a Korean word errs on the joining side
        if before.wide + 1 + needed > wrap:
            return True
    if _HANGING.search(before.text):
        return True
    return before.wide >= _BROKEN_LINE and not sentence_ended(before.text) and opens_mid_sentence(line.text)


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip())


def _table_lines(lines: list[Line]) -> set[int]:
    """Lines that are rows of a table: cells set apart by pipes, tabs or wide gaps, with a like neighbour or figures."""
    cells = [_cell_count(line) for line in lines]
    rows = set()
    for number, count in enumerate(cells):
        if count < 2:
            continue
        near = cells[max(0, number - 1) : number] + cells[number + 1 : number + 2]
        figures = any(c.isdigit() for c in lines[number].text)
        if (max(near, default=0) >= 2 and count >= 2) or (figures and count >= 3):
            rows.add(number)
    return rows


def _cell_count(line: Line) -> int:
    if line.cuts:
        return len(line.cuts) + 1
    text = line.text.strip()
    if "|" in text:
        return sum(1 for cell in text.strip("|").split("|") if cell.strip())
    if "\t" not in text and "  " not in text:
        return 0
    cells = _GAPS.split(text)
    # After a full stop two spaces are a habit of typists; only more of them, or more than one gap, set cells apart.
    enough = 2 if "\t" in text or "   " in text else 3
    return len(cells) if len(cells) >= enough and max(map(len, cells)) <= _WIDEST_CELL else 0


def _weave(source: Original | Mapped, group: _Group) -> Mapped:
    if len(group.lines) == 1:
        [line] = group.lines
        lead = mark.end() if (mark := _QUOTE.match(line.text)) else group.mark
        return source.cut(line.start + lead, line.end)
    weaver = Weaver()
    quoted = bool(_QUOTE.match(group.lines[0].text))
    for number, line in enumerate(group.lines):
        lead = group.mark if not number else 0
        if quoted and (mark := _QUOTE.match(line.text)):
            lead = max(lead, mark.end())
        if number:
            weaver.insert("\n")
        part = source.cut(line.start + lead, line.end)
        weaver.take(part, 0, len(part))
    return weaver.done()


def _cells(row: Mapped, cuts: tuple[int, ...]) -> Mapped:
    """Cells set apart by " | ", whatever set them apart in the original; outer pipes go."""
    if cuts:
        gaps = [(cut, cut + 1) for cut in cuts]
    else:
        row = row.stripped(" \t|")
        gaps = [gap.span() for gap in (_PIPES if "|" in row.text else _GAPS).finditer(row.text)]
    weaver = Weaver()
    at = 0
    for start, end in gaps:
        weaver.take(row, at, start)
        weaver.put(" | ", row.starts[start], row.ends[end - 1])
        at = end
    weaver.take(row, at, len(row))
    return weaver.done()


_MARKDOWN_LINK = re.compile(r"\[([^\[\]]*+)\]\([^()\s]*+\)")


def _link_share(text: str) -> float:
    """How much of a piece's visible text is links."""
    if "](" not in text:
        return 0.0
    linked = sum(len(found[1]) for found in _MARKDOWN_LINK.finditer(text))
    visible = len(_MARKDOWN_LINK.sub(r"\1", text).strip())
    return linked / visible if visible else 1.0
