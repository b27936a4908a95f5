"""The day on which a Korean price was asked at a market: "지난 14일 기준", "한 달 전의 5천 원"."""

from __future__ import annotations

import re

from tidewaiter.claims import periods
from tidewaiter.claims.periods import AGO_FORMS, Anchor
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Scene
from tidewaiter.period import Period, Point

#: A day, and what makes it one of a price and of no publication.
_NUMBERED = (
    r"(?:(?P<last>지난 ?달|전달) |(?P<month>1[0-2]|[1-9])월 |(?:지난|이달|이번 ?달) )?(?<!\d)(?P<day>[12]?\d|3[01])일"
)
_DAY = re.compile(
    _NUMBERED + r"(?:자|에|에는)?(?: (?:실시|진행|시행)[한된] (?:[가-힣]{1,5} ){0,2}조사"
    r"| 기준| 현재| 조사| 시세| 가격| 당시|(?=\()| \Z"
    r"|(?= (?:[가-힣]{1,6} )?[가-힣]{2,8}(?:의|에서|에서는|시장|환율|지역)[ ,]))"
)
#: "12일 소식통에 따르면 이날 기준": the day named before, of whatever it was.
_THAT_DAY, _NAMED = re.compile(r"이날(?=자?,? [가-힣])"), re.compile(_NUMBERED + r"(?=[ ,(])")
#: From a time of its own to a price: "일주일 전의 5000원", "한 달 전(5200원)".
_OF_ITS_OWN = re.compile(r"(?:에는|에|엔|의|은|는)? ?\(?(?:약 )?")
#: No such time with what joins it to its price is longer.
_AS_FAR = 16


def told_day(reading: Reading, sentence: Sentence, end: int, anchor: Anchor) -> Period | None:
    """The last such day that a sentence names before a place; None where nobody knows the month."""
    found = max(_DAY.finditer(reading.text, sentence.start, end), key=re.Match.start, default=None)
    that = _THAT_DAY.search(reading.text, sentence.start if found is None else found.end(), end)
    if that is not None:
        named = _NAMED.finditer(reading.text, sentence.start, that.start())
        found = max(named, key=re.Match.start, default=found)
    if found is None or anchor.day is None:
        return None
    year, month, day = anchor.day.year, anchor.day.month, int(found["day"])
    if found["month"]:
        month = int(found["month"])
        year -= (month, day) > (anchor.day.month, anchor.day.day)
    elif found["last"] or day > anchor.day.day:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    if not 0 < day <= Period.month(year, month).last_day.day:
        return None
    return Period(Point(year, month, day), Point(year, month, day))


def earlier_day(reading: Reading, scene: Scene, start: int, anchor: Anchor, day: Period) -> tuple[Period | None] | None:
    """When a price at `start` was asked whose time is told by its distance from the day of the others.

    "한 달 전의 5천 원" is of the month before; "일주일 전에는 5천 원" of a time that has no name. None where it is told
    of no such time.
    """
    text = reading.text
    ago = next((w for w in reversed(scene.whens) if w.form in AGO_FORMS and w.end <= start), None)
    if ago is not None and _OF_ITS_OWN.fullmatch(text, ago.end, start):
        month = Period.month(day.end.year, day.end.month or 1)
        return (periods.resolve(ago.expression, anchor.speaking_of(month), language=reading.language),)
    ahead = text[max(scene.sentence.start, start - _AS_FAR) : start]
    for usual in periods.grammar(reading.language).before["usual"]:
        place = ahead.rfind(usual)
        if place >= 0 and _OF_ITS_OWN.fullmatch(ahead, place + len(usual)):
            return (None,)
    return None
