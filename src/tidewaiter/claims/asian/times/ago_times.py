"""Times that have a figure of their own right behind them: "去年同期为5.6亿美元", "지난해 같은 기간(5억 달러)"."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.brackets import skipped
from tidewaiter.claims.asian.measures import korean_gaps
from tidewaiter.claims.figure import RELATIVE, Figure
from tidewaiter.claims.periods import Expression
from tidewaiter.claims.reading.reading import Reading

#: "去年同期为3万吨"
THEN_IT_WAS = re.compile(
    r"(?:[这這]一?[个個]?[数數]字|[数數][字量]|金[额額])?(?:则|則|却|卻|还|還|也|就)?(?:仅|僅|只)?(?:进口|進口|出口)?(?:为|為|是|有|达|達|约|約|近|逾|不到|不足|超过|超過|共|了|分别|分別)*"
)
#: "지난해 같은 달에는 수입이 없었다": a time of its own, where no figure is held against it.
THEN = ("에는 ", "엔 ", "에도 ", "에만 ", " 동안 ")


def figure_at_once(reading: Reading, expression: Expression, following: Figure | None) -> bool:
    """ "去年同期为5.6亿美元", "지난해 같은 기간(5억 달러)": the figure right behind is that time's own."""
    if following is None:
        return False
    if reading.language == "ko":
        return following.kind not in RELATIVE and owns_amount(reading.text, expression.end, following)
    if following.kind in {"quantity", "count"} and _text_opens(reading.text, expression.end, following):
        # "是2022年同期（1万吨）的3倍"
        return True
    if following.kind in {"quantity", "count"}:
        return THEN_IT_WAS.fullmatch(reading.text, expression.end, following.start) is not None
    told = THEN_IT_WAS.fullmatch(reading.text, expression.end, following.start) is not None
    return following.kind in {"money", "zero"} and (told or following.start - expression.end <= 4)


def _text_opens(text: str, end: int, figure: Figure) -> bool:
    """Whether a bracket that stands right behind a time begins with a figure."""
    return text[end : figure.start].strip("约約近逾") in {"（", "("}


def owns_amount(text: str, end: int, figure: Figure) -> bool:
    """Whether a Korean time that others are held against has an amount of its own behind it."""
    if korean_gaps.owns(text, end, figure.start):
        return True
    # "전년 동기 대비 178만t보다": the amount is what is held against, not by how much something moved.
    against = text[end : figure.start].strip() in {"대비", "대비 약"}
    return against and text.startswith(("보다", "에 비해"), skipped(text, figure.end, min(len(text), figure.end + 48)))


def is_then(text: str, end: int) -> bool:
    """ "지난해 같은 기간에는": whether a Korean time is one of its own; its last syllable may be read with it."""
    return text.startswith(THEN, end) or text.startswith(THEN, end - 1)
