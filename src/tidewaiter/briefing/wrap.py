"""Breaking text into lines for a terminal, where a Chinese character takes two columns and has no space after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import get_character_cell_size

#: A stretch of text and the style it is printed in, as Rich names styles; a line is a list of them.
Run = tuple[str, str]
Line = list[Run]

#: Marks that no line may begin with, and marks that none may end with, in Chinese and Japanese typesetting.
_NO_START = set("、。，．・：；？！」』）〕］｝〉》】’”…%,.:;?!)]}")
_NO_END = set("「『（〔［｛〈《【‘“([{")


def width_of(text: str) -> int:
    """Columns that a text takes."""
    return sum(get_character_cell_size(char) for char in text)


def wrap(runs: Iterable[Run], *, width: int) -> Iterator[Line]:
    """Lines of at most `width` columns; a word that is wider than a line is cut."""
    line: Line = []
    used = 0
    for word in _words(runs):
        space, size = word.space, word.width
        if line and used + space + size > width:
            yield line
            line, used, space = [], 0, 0
        if size > width:
            for piece in _cut(word.runs, width):
                if line:
                    yield line
                line, used = list(piece), sum(width_of(text) for text, _ in piece)
            continue
        if space and line:
            # The space takes the style of neither word, so that no underline reaches across it.
            same = line[-1][1] == word.runs[0][1]
            line.append((" ", word.runs[0][1] if same else ""))
            used += 1
        line.extend(word.runs)
        used += size
    if line:
        yield line


class _Word:
    """Characters that stay together; `space` is 1 where a space stands before them."""

    def __init__(self, space: int) -> None:
        self.space = space
        self.runs: list[Run] = []
        self.width = 0

    def add(self, char: str, style: str) -> None:
        if self.runs and self.runs[-1][1] == style:
            self.runs[-1] = (self.runs[-1][0] + char, style)
        else:
            self.runs.append((char, style))
        self.width += get_character_cell_size(char)


def _words(runs: Iterable[Run]) -> Iterator[_Word]:
    word, before = _Word(0), ""
    for text, style in runs:
        for char in text:
            if char in " \t\n\r":
                if word.runs:
                    yield word
                    word = _Word(1)
                word.space, before = 1, ""
                continue
            if word.runs and _may_break(before, char):
                yield word
                word = _Word(0)
            word.add(char, style)
            before = char
    if word.runs:
        yield word


def _may_break(before: str, char: str) -> bool:
    """Whether a line may end between two characters that no space sets apart."""
    if not (_ideographic(before) or _ideographic(char)):
        return False
    return char not in _NO_START and before not in _NO_END


def _ideographic(char: str) -> bool:
    """Chinese characters, kana and their punctuation; Korean words keep together, as their spaces allow."""
    return "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or char >= "\uff00" or char >= "\U00020000"


def _cut(runs: Sequence[Run], width: int) -> Iterator[Line]:
    line = _Word(0)
    for text, style in runs:
        for char in text:
            if line.runs and line.width + get_character_cell_size(char) > width:
                yield line.runs
                line = _Word(0)
            line.add(char, style)
    if line.runs:
        yield line.runs
