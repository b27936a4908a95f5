"""Times that a list of figures answers: "3月至5月，进口额分别下降36%、41%和32%", "2020年和2021年分别为235万和308万"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Scene, When
from tidewaiter.period import Period

#: What stands between the members of a list.
JOINTS = frozenset({"", ",", "、", "，", "과", "와", "·", "및", "和", "及", "与", "與", "以及"})
#: Two months by their names, and no run from one to another.
_TWO_MONTHS = re.compile(r"월(?:과|,|·) ?\d{1,2}월")


def months_of(reading: Reading, group: Sequence[Draft]) -> list[Period]:
    """The months of the one run that a list of figures is of, where there are as many."""
    timed = group[0].timed
    run = timed.period if timed is not None else None
    if run is None or timed is None or timed.when is None or not run.whole_months or run.start is None:
        return []
    if timed.when.form == "years" and reading.language == "zh":
        # "2007年至2009年分别为324万吨、404万吨和600万吨"
        years = [Period.year(year) for year in range(run.start.year, run.end.year + 1)]
        return years if len(years) == len(group) else []
    if timed.when.form != "months":
        return []
    months = [Period.month(int(month[:4]), int(month[5:])) for month in run.months()]
    one_by_one = _TWO_MONTHS.search(reading.text[timed.when.start : timed.when.end]) is not None
    return months if len(months) == len(group) > 2 - one_by_one else []


def years(reading: Reading, scene: Scene, group: Sequence[Draft]) -> list[When] | None:
    """ "2020年和2021年分别为235万美元和308万美元": a time for each figure of a list."""
    start = group[0].figure.start
    told = [w for w in scene.whens if w.role == "when" and w.period is not None and w.end <= start][-len(group) :]
    parted = any(reading.text[a.end : b.start].strip() not in JOINTS for a, b in pairwise(told))
    if len(told) != len(group) or parted or len({w.form for w in told}) > 1:
        return None
    return None if any(told[-1].end <= f.start < start for f in scene.sentence.figures) else told
