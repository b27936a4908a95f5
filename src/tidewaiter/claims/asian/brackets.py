"""Brackets in Korean and Chinese: "반도체(27.5%), 승용차(45.9%) 등이 증가", "16.7%(43억 달러↑)", "大陆(含香港)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tidewaiter.claims.figure import Figure

_OPEN, _CLOSE = "(（", ")）"
#: No bracket that matters to a figure is longer.
_LONGEST = 48
_OF_ALL = re.compile(r"\((?:전체|총액|총[수교][출입역]액?|전체 [가-힣]{2,6})의 (?:약 )?\Z")
#: "반도체 부문은": what makes goods a branch of trade.
_SECTOR = re.compile(r" (?:분야|부문|업종|품목|제품군)(?=[은는이가도의만 ])")
#: No list of such items is longer.
_MOST = 24
#: The next item of a list: its link, its name and amount of up to five words, and its bracket.
_NEXT = re.compile(
    r"(?:[과와,、，·和与與]| 및) ?(?:[^\s()（）,，、。;；]{1,14} ){0,4}[^\s()（）,，、。;；]{1,14} ?[(（]"
)
#: What a name of goods or of a partner begins after.
_BEFORE_NAME = re.compile(
    r"(?:[,，、;；·()（）:：…] ?|[은는이가을를로면서도별인한된큰과와고며] |的|为|為|是|有|中|其中"
    r"|(?:이어|뒤이어|다음으로|그다음) )\Z"
)
_NAME_LENGTH, _LED_BY = 16, 5


def opening(text: str, floor: int, at: int) -> int | None:
    """Where the bracket that holds a character begins; None outside brackets."""
    first = max(floor, at - _LONGEST, 0)
    opened = _last(text, _OPEN, first, at)
    return opened if opened > _last(text, _CLOSE, first, at) else None


def _last(text: str, marks: str, first: int, at: int) -> int:
    return max(text.rfind(marks[0], first, at), text.rfind(marks[1], first, at))


def closing(text: str, at: int, ceiling: int) -> int | None:
    """The place right behind the bracket that is open at a character; None where it does not close."""
    for i in range(at, min(ceiling, at + _LONGEST)):
        if text[i] in _OPEN:
            return None
        if text[i] in _CLOSE:
            return i + 1
    return None


def skipped(text: str, at: int, ceiling: int) -> int:
    """The place behind a bracket that begins at a character, else the character itself."""
    if at < ceiling and text[at] in _OPEN:
        return closing(text, at + 1, ceiling) or at
    return at


def behind_aside(text: str, at: int, figures: Sequence[Figure]) -> int:
    """The place behind what only explains goods that end at a character: "비료(HS 31)는", "반도체 부문은"."""
    end = skipped(text, at, min(len(text), at + _LONGEST))
    end = at if any(at < figure.start < end for figure in figures) else end
    sector = _SECTOR.match(text, end)
    return end if sector is None else sector.end()


def tells_part(text: str, floor: int, at: int) -> bool:
    """ "3억 달러(전체의 13.8%)": whether a bracket says what part of all something is."""
    return _OF_ALL.search(text, max(floor, at - _LONGEST), at) is not None


def list_end(text: str, at: int, ceiling: int) -> int | None:
    """Where a list of bracketed items ends, seen from inside one of them; None outside brackets."""
    end = closing(text, at, ceiling)
    for _ in range(_MOST):
        if end is None:
            return None
        following = _NEXT.match(text, end, min(ceiling, end + _LONGEST))
        behind = None if following is None else closing(text, following.end(), ceiling)
        if following is None or behind is None or not any(char.isdigit() for char in text[following.end() : behind]):
            return end
        end = behind
    return end


def name_before(text: str, floor: int, at: int) -> str:
    """The name that stands right before a bracket: "컴퓨터 주변기기(", "粳米("."""
    start = at
    while start > max(floor, at - _NAME_LENGTH) and not _BEFORE_NAME.search(text, max(floor, start - _LED_BY), start):
        start -= 1
    return text[start:at].strip()


def asides(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The brackets of a stretch, as (open, behind the close)."""
    i = start
    while i < end:
        if text[i] in _OPEN:
            behind = closing(text, i + 1, end)
            if behind is not None:
                yield i, behind
                i = behind
                continue
        i += 1
