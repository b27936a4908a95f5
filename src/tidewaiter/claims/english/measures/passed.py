"""By how much something is over or under an amount of another time."""

from __future__ import annotations

from tidewaiter.claims.english.measures.beside import Beside
from tidewaiter.claims.reading.scene import Movement, direction_of
from tidewaiter.claims.words.lexicon import Cue

#: What a percentage is over or under, characters of that word, and words from it to how much that was.
_BEYOND, _BEYOND_REACH, _TO_AMOUNT = {"under": "down", "over": "up"}, 7, 4


def beyond(beside: Beside) -> Movement | None:
    """ "65 percent under the $2.5 billion of 2019", "12 percent over last year's 4,000 tons"."""
    end = beside.figure.end
    word, place = next(iter(beside.reading.placed(end, end + _BEYOND_REACH)), ("", end))
    way = _BEYOND.get(word)
    amount = next((f for f in beside.sentence.figures if f.start >= end and f.kind in {"money", "quantity"}), None)
    between = beside.reading.words(end, amount.begins) if amount is not None else []
    if way is None or not 0 < len(between) <= _TO_AMOUNT or {",", ";", "to"} & set(between):
        return None
    cue = Cue(place, place + len(word), "change", way)
    return Movement("by", direction_of(cue), cue)
