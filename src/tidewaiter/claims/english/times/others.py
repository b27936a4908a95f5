"""Times and amounts of something else than a figure: of another's trade, of the whole that a part is of."""

from __future__ import annotations

from tidewaiter.claims.english.times.between import opens_other
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Scene, When

#: Characters from a part to the amount that it is a part of, and words before that.
_PART_BEFORE = 24


def is_whole_of_part(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """Whether something is told as a part of an amount: "a tenth of the $3.4 million", "a fraction of the …"."""
    before = reading.words(max(sentence.start, figure.begins - _PART_BEFORE), figure.begins)
    while before[-1:] in (["the"], ["some"], ["roughly"], ["about"], ["nearly"]):
        before = before[:-1]
    if before[-1:] != ["of"]:
        return False
    parts = (f for f in sentence.figures if f.end <= figure.start and f.kind in {"percent", "times"})
    told = any(
        reading.words(f.end, figure.begins)[:1] == ["of"] and figure.begins - f.end <= _PART_BEFORE for f in parts
    )
    return told or before[-2:-1] == ["fraction"]


def of_another(reading: Reading, scene: Scene, figure: Figure, when: When) -> bool:
    """ "Trade with Chad was up 7%, and Mali's exports reached $9 million in April": the time of another's trade."""
    joined = opens_other(reading, figure.end, when.start)
    others = (p for p in scene.parties if p.owner and figure.end <= p.start and p.end <= when.start)
    told = any(figure.end <= f.start and f.end <= when.start for f in scene.sentence.figures)
    return joined and told and any(others)
