"""Times in brackets, which are those of the figures there: "$11.3 million (June: 7,420 tons, $8.6 million)"."""

from __future__ import annotations

from dataclasses import replace

from tidewaiter.claims.english.times.asked_time import AskedTime
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Scene, Timed

_OPENS = frozenset({"("})
_AMOUNTS = frozenset({"count", "money", "quantity"})


@turns_on(_OPENS, otherwise=None)
def without_others(reading: Reading, scene: Scene, figure: Figure, context: Context) -> Scene | None:
    """A scene without the times of brackets that have figures of their own, and not this one; None where none is left.

    "In July it sold 9,870 tons worth $11.3 million (7,420 tons and $8.6 million in June)": of July.
    """
    sentence = scene.sentence
    own = [w for w in scene.whens if not _is_anothers(reading, sentence, w.start, figure)]
    told = any(w.role == "when" for w in own) or context.period is not None
    return replace(scene, whens=own) if told and len(own) < len(scene.whens) else None


def shared(asked: AskedTime) -> Timed | None:
    """ "(June: 7,420 tons, $8.6 million)": the one time of a bracket is that of all amounts in it."""
    figure = asked.figure
    if figure.kind not in _AMOUNTS or _OPENS.isdisjoint(asked.scene.words):
        return None
    stretch = _around(asked.reading, asked.sentence, figure.start)
    if stretch is None:
        return None
    inside = [w for w in asked.scene.whens if stretch[0] < w.start < stretch[1]]
    if len(inside) != 1 or inside[0].end > figure.start:
        return None
    heads = asked.reading.words(inside[0].end, figure.begins)[:1] == [":"]
    return asked.timed(inside[0], asked.scene.whens, "the time of its bracket") if heads else None


def _is_anothers(reading: Reading, sentence: Sentence, place: int, figure: Figure) -> bool:
    stretch = _around(reading, sentence, place)
    if stretch is None or stretch[0] < figure.start < stretch[1]:
        return False
    return any(stretch[0] < f.start < stretch[1] for f in sentence.figures)


def _around(reading: Reading, sentence: Sentence, place: int) -> tuple[int, int] | None:
    """Where the bracket around a place opens and closes; None where the place stands in none."""
    opened = reading.text.rfind("(", sentence.start, place)
    closed = reading.text.find(")", place, sentence.end)
    if opened < 0 or closed < 0 or ")" in reading.text[opened:place]:
        return None
    return opened, closed
