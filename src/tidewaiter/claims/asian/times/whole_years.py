"""What is told of a year as a whole, though less of it has passed: forecasts and harvests."""

from __future__ import annotations

import re

from tidewaiter.claims.figure import RELATIVE, Figure
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Scene, When
from tidewaiter.period import Period

_GROWN = re.compile(
    "(?:粮食|糧食|谷物|穀物|农作物|農作物|作物|水稻|稻谷|小麦|小麥|玉米|大米)[^，,。；;]{0,4}(?:产量|產量|收成)"
)
_MADE_IN_YEAR = re.compile(r"(?:수요|생산|수확|소비|소요|필요)(?:량)?[은는이가을를] (?:약 |총 )?\Z")


def whole_year(reading: Reading, scene: Scene, figure: Figure, when: When) -> Period | None:
    """ "올해 교역액이 3억 달러를 넘을 전망": what is expected of this year is of all of it."""
    expected = any(c.sense in {"expected", "planned", "conditional"} for c in scene.sentence.cues_of("modal"))
    full = reading.text[when.start : when.end].endswith("全年")
    if full and when.form == "rel_year" and when.period is not None:
        return Period.year(when.period.end.year)
    grown = reading.language == "zh" and _GROWN.search(reading.text, when.end, figure.start) is not None
    if grown and when.form == "rel_year" and when.period is not None:
        # "今年粮食产量为482万吨，增加31万吨": a harvest is of its year.
        return Period.year(when.period.end.year)
    made = reading.language == "ko" and _MADE_IN_YEAR.search(reading.text, when.end, figure.start) is not None
    if made and when.form == "rel_year" and when.period is not None:
        # "올해 곡물 수요를 69만t으로 본다", in a text on the first nine months.
        return Period.year(when.period.end.year)
    if when.form != "rel_year" or when.period is None or not expected:
        return None
    if figure.kind in RELATIVE and not _against_year(reading, scene, figure):
        return None
    return Period.year(when.period.end.year)


def _against_year(reading: Reading, scene: Scene, figure: Figure) -> bool:
    """ "预计今年出口将达4亿美元，比2022年增长20%": whether a change is held against a year as a whole."""
    base = next((w for w in reversed(scene.whens) if w.role == "base" and w.end <= figure.start), None)
    told = base is not None and any(f.end <= base.start and f.kind not in RELATIVE for f in scene.sentence.figures)
    return reading.language == "zh" and told and base is not None and base.form in {"year", "rel_year"}
