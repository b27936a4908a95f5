"""Bounds that stand apart from their figure.

Korean says them behind what a figure is explained by: "8천억 엔(약 7조 원)을 넘은", "… 263조 원을 넘어선"; Chinese
before what a part is of: "不到去年同期21万吨的一半".
"""

from __future__ import annotations

import re
from dataclasses import replace

from tidewaiter.claims.asian.brackets import skipped
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading

_ADVERB = r"(?:처음으로 |처음 |훌쩍 |크게 |이미 )?"
_MORE = re.compile(rf"(?:[을를이가]|까지) ?{_ADVERB}(?:넘|돌파|초과|웃도|웃돌)")
_NEARLY = re.compile(r"에 (?:거의 )?(?:육박|가까|근접)")
_LESS = re.compile(rf"(?:[을를]|에도?) ?{_ADVERB}(?:밑도|밑돌|못 ?미)")
#: What says the same amount again in other money.
_AGAIN = re.compile(r",? ?(?:우리 ?돈(?:으로)?|한화(?:로)?|원화로) ?(?:약 )?")
#: Before what a part is of, which has a figure of its own or none.
_OF_LESS = re.compile(r"(?:不到|不足|未[达達到])[^，。；：,;:]{1,20}的\Z")
_OF_MORE = re.compile(r"(?:超过|超過|多于|多於|高于|高於)[^，。；：,;:]{1,20}的\Z")
_OF_REACH = 24


def bounded(reading: Reading, figures: list[Figure], ceiling: int) -> list[Figure]:
    """The figures of a sentence that ends at `ceiling`, those with such a bound by it."""
    if reading.language == "zh":
        return [_of_a_part(reading.text, figure) for figure in figures]
    if reading.language != "ko":
        return figures
    return [_bounded(reading.text, figures, i, ceiling) for i in range(len(figures))]


def _bounded(text: str, figures: list[Figure], i: int, ceiling: int) -> Figure:
    figure = figures[i]
    if figure.qualifier != "exact" or figure.kind not in {"money", "quantity", "count", "percent", "times"}:
        return figure
    end = skipped(text, figure.end, ceiling)
    following = figures[i + 1] if i + 1 < len(figures) else None
    if following is not None and following.kind == "money" and _AGAIN.fullmatch(text, end, following.start):
        end = skipped(text, following.end, ceiling)
    if end == figure.end and not text.startswith("까지", end):
        # Right behind a figure its hedge has been read with it.
        return figure
    if _MORE.match(text, end):
        return replace(figure, qualifier="more_than", low=figure.value, high=None)
    if _LESS.match(text, end):
        return replace(figure, qualifier="less_than", low=None, high=figure.value)
    return replace(figure, qualifier="nearly", high=figure.value) if _NEARLY.match(text, end) else figure


def _of_a_part(text: str, figure: Figure) -> Figure:
    if figure.qualifier != "exact" or figure.kind not in {"percent", "times"}:
        return figure
    before = text[max(0, figure.start - _OF_REACH) : figure.start]
    if _OF_LESS.search(before):
        return replace(figure, qualifier="less_than", low=None, high=figure.value)
    return replace(figure, qualifier="more_than", low=figure.value, high=None) if _OF_MORE.search(before) else figure
