"""Two times for two figures: "in 2021 and 2022, Laos imported $5 million and $6 million, respectively"."""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Scene, Timed
from tidewaiter.period import Period

#: Forms that may name two times in one.
_PAIRS = frozenset({"years", "months", "months_years"})


def pair_off(reading: Reading, scene: Scene, drafts: list[Draft]) -> None:
    """ "In 2021 and 2022, Laos imported $5 million and $6 million, respectively": two times for two figures."""
    if not scene.sentence.cues_of("respectively"):
        return
    pairs = [w for w in scene.whens if w.form in _PAIRS and "and" in reading.words(w.start, w.end)]
    shared = [d for d in drafts if d.timed and d.timed.when in pairs and d.figure.kind != "zero"]
    for first, second in pairwise(shared):
        when = first.timed.when if first.timed else None
        if when is None or second.timed is None or second.timed.when is not when or when.period is None:
            continue
        start, end = when.period.start, when.period.end
        if start is None or first.figure.unit != second.figure.unit:
            continue
        first.timed = Timed(Period(start, start), "respectively", when)
        second.timed = Timed(Period(end, end), "respectively", when)
        return
