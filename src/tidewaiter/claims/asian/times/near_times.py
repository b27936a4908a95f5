"""Whether a figure stands so near a Korean or Chinese time that it is of that time."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.measures import korean_gaps
from tidewaiter.claims.asian.times.ago_times import THEN_IT_WAS, is_then, owns_amount
from tidewaiter.claims.figure import RELATIVE, Figure
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Scene, When

#: How near a time is whose figure stands at it.
_AT_ONCE = 3
#: "由2月的每吨527美元降至"
_EACH = re.compile(r"的(?:每(?:公?吨|公?噸|公斤|千克|桶|[升件台]))?(?:平均)?(?:约|約)?")
_HEDGED = re.compile(r"(?:约|約|逾|近|不到|不足|超过|超過|仅|僅|只有)+\Z")
#: What parts a figure from a time behind it: that time is another clause's.
NEXT_CLAUSE = re.compile(r"(?:지만|으나|[가-힣]고|[가-힣]며|반면|는데)[, ]|[；;]")
_SUBJECT = re.compile(r" (?:[가-힣·]{1,12} ){0,4}?[가-힣]{1,12}[은는이가도] ")
_TURNED = re.compile(r"(?:지만|으나|반면|는데)[, ]|[；;]")
#: What stands between a time and its daily amount.
_DAILY = frozenset({"하루", "日均", "日均约", "每日", "每天", "的每日", "的每天", "的日均"})
#: What may stand before a time that opens a sentence.
_OPENINGS, _LEAD = frozenset({"", "而", "但", "在", "而在", "但在"}), 8
_STOPS = frozenset("，,、；;。")


def held_by(reading: Reading, when: When, figure: Figure) -> bool:
    """Whether a base is the time of the amount it stands before: "比9月份的2.1亿美元", "比2022年创纪录的382万吨"."""
    if when.end > figure.start:
        return False
    if reading.language == "ko" and korean_gaps.owns(reading.text, when.end, figure.start):
        return True
    between = reading.text[when.end : figure.start]
    between = _HEDGED.sub("", between) if reading.language == "zh" else between
    if len(between) <= 2 or between.strip() in _DAILY:
        return True
    return len(between) <= 10 and between.endswith("的") and _STOPS.isdisjoint(between)


def is_at_once(reading: Reading, when: When, figure: Figure) -> bool:
    """Whether a figure follows a time at once: "去年同期为3万吨", "지난해 같은 기간(5억 달러)"."""
    if 0 <= figure.start - when.end <= 4:
        return True
    if reading.language == "zh" and figure.kind not in RELATIVE:
        return THEN_IT_WAS.fullmatch(reading.text, when.end, figure.start) is not None
    level = figure.kind not in RELATIVE and figure.start > when.end
    return reading.language == "ko" and level and owns_amount(reading.text, when.end, figure)


def stands_at(reading: Reading, when: When, figure: Figure) -> bool:
    """Whether a figure stands right behind a time, a noun aside in Korean: "지난해 평균 560달러에서"."""
    if figure.start - when.end <= _AT_ONCE:
        return True
    if when.role != "when" or figure.kind in RELATIVE:
        return False
    if reading.language == "zh":
        return _EACH.fullmatch(reading.text, when.end, figure.start) is not None
    return korean_gaps.owns(reading.text, when.end, figure.start)


def opens_clause(text: str, start: int, place: int) -> bool:
    """Whether a Chinese time is the first word of its sentence, or of what a semicolon sets apart."""
    first = max(start, place - _LEAD)
    lead = text[first:place]
    marked = max(lead.rfind("；"), lead.rfind(";")) + 1
    return (marked > 0 or first == start) and lead[marked:].strip() in _OPENINGS


def goes_on_then(reading: Reading, scene: Scene, when: When, figure: Figure) -> bool:
    """ "지난해 같은 기간에는 밀가루 5만t, 쌀 1천t을", "去年同期，出口5亿美元，进口3亿美元": all is of that time."""
    text = reading.text
    if reading.language == "zh":
        then, parted = opens_clause(text, scene.sentence.start, when.start), NEXT_CLAUSE
    else:
        # "지난해 같은 기간 수출은 31만 달러였고, 쌀은 없었다": what opens the sentence holds for both.
        opened = when.start == scene.sentence.start and _SUBJECT.match(text, when.end) is not None
        then, parted = opened or is_then(text, when.end), _TURNED
    if when.role != "when" or not then:
        return False
    if figure.start < when.end or any(when.end <= w.start < figure.start for w in scene.whens):
        return False
    between = [f for f in scene.sentence.figures if when.end <= f.start < figure.start]
    return all(f.kind not in RELATIVE for f in between) and not parted.search(text[when.end : figure.start])
