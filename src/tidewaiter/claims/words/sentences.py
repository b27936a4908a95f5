"""Sentences of a body: cut by rule at stops that end one, never inside a block, in linear time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tidewaiter.claims.words.lexicon import words
from tidewaiter.documents.document import Block

# A stop that may end a sentence, with the closing marks that belong to it. Asian full stops need no space after.
_STOP = re.compile(r"[.!?…][\"'”’»)\]]{0,3}(?=\s)|[。！？｡][”’」』）)\"]{0,3}|(?<=[가-힣]다)\.(?=[가-힣])|\n")
_HANGUL = re.compile(r"[가-힣]")
_WORD_BEFORE = re.compile(r"[\w.&-]{1,24}\Z")

#: Nobody writes a longer sentence; a page without stops is cut, so that work stays in proportion to length.
_LONGEST = 1200


def split(text: str, blocks: Sequence[Block]) -> list[tuple[int, int, int]]:
    """(start, end, block index) of every sentence, in order; white space at the ends left out."""
    found: list[tuple[int, int, int]] = []
    for index, block in enumerate(blocks):
        start = block.start
        for match in _STOP.finditer(text, block.start, block.end):
            if not _ends_here(text, match, block.end):
                continue
            _add(found, text, start, match.end(), index)
            start = match.end()
        _add(found, text, start, block.end, index)
    return found


def _add(found: list[tuple[int, int, int]], text: str, start: int, end: int, index: int) -> None:
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        _add(found, text, start, cut, index)
        start = cut
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end, index))


def _ends_here(text: str, match: re.Match[str], end: int) -> bool:
    stop = match[0]
    if stop[0] not in ".\n":
        return True
    if stop == "\n":
        # A line break inside a block ends a sentence only where a new one plainly begins: wrapped lines go on.
        return _starts_new_line(text, match.start(), match.end(), end)
    if len(stop) > 1:
        return True
    word = _WORD_BEFORE.search(text, max(0, match.start() - 24), match.start())
    before = word[0].lower().rstrip(".") if word else ""
    following = text[match.end() : match.end() + 24].lstrip()
    if not following:
        return True
    if following[0].islower():
        # "줄었다. kg당 평균 단가는": a Korean word has no small letters, so that what follows says nothing.
        return bool(_HANGUL.match(text, match.start() - 1))
    if before in words("ending_abbreviations"):
        head = re.match(r"[A-Za-z]+", following)
        return bool(head) and head[0].lower() in words("openers") if head else following[0] in "\"“'‘"
    if before in words("abbreviations"):
        return False
    # An initial: "Troy S. Smith", "J. P. Morgan", "Russia-N. Korea trade".
    before = before.rpartition("-")[2]
    return not (len(before) == 1 and before.isalpha() and text[match.start() - 1].isupper())


def _starts_new_line(text: str, line_end: int, start: int, end: int) -> bool:
    before = text[max(0, line_end - 3) : line_end].rstrip()
    return not before or before[-1] in '.!?:;。！？"”' or (start < end and text[start] in "•-*·▲△○●◆■\n")
