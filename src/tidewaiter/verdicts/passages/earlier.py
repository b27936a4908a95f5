"""Whether Chinese words before a figure say that it is what something was before: "比4月的", "由去年的"."""

from __future__ import annotations

import re
from functools import lru_cache

from tidewaiter.reference.countries import find_countries
from tidewaiter.verdicts.passages.links import without

#: "去年8月为": a figure of an earlier time, and what is said of it.
_WAS = re.compile(r"(?:去年|上年|前年|上月|上一年|前一年)[^，。；：,;:]{0,10}[为是]\s*\Z")
#: "比4月的", "较一年前的": what something is compared with.
_THAN = re.compile(r"[比较較](?=[^，。；：,;:]{0,16}\Z)")
#: "由去年的", "从1月的每吨": what it came from, where a time says that no country is meant.
_OUT_OF = re.compile(r"[由从從][^，。；：,;:]{0,10}[年月度期末底初]的?[^，。；：,;:年月\d]{0,8}\Z")
#: "작년 같은 기간(75%)에 비해": a time, and in brackets what was so then.
_THEN = re.compile(r"(?:기간|동기|회계연도|[년달월해전]|분기|반기)[(（]\Z")
_CLOSED = re.compile(r"[)）](?:보다|에서|에 비해|에 견줘|에 비하면|[과와] 비교| ?대비)")
#: What a figure's currency may be written with before it.
_SIGNS = " $€£¥"


def is_bracketed(lead: str, tail: str) -> bool:
    """Whether a figure stands in brackets behind a Korean time that something is held against."""
    return _CLOSED.match(tail) is not None and _THEN.search(lead) is not None


def is_earlier_level(text: str, first: int, start: int) -> bool:
    """Whether what stands before a figure says so; `first` is where that begins, `start` where the figure does."""
    lead = text[first:start].rstrip(_SIGNS)
    if _WAS.search(lead) or _OUT_OF.search(lead):
        return True
    return _THAN.search(lead) is not None and _compares(text, lead, first)


def _compares(text: str, lead: str, first: int) -> bool:
    """Whether it is more than a letter of "占比", of 比利时 or of 埃塞俄比亚 that stands before the figure."""
    places = [first + match.start() for match in _THAN.finditer(without("no_comparison", lead))]
    return any(not any(start <= place < end for start, end in _countries(text)) for place in places)


@lru_cache(maxsize=16)
def _countries(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((mention.start, mention.end) for mention in find_countries(text))
