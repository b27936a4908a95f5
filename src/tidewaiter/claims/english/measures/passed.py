"""By how much something is over or under an amount of another time."""

from __future__ import annotations

from tidewaiter.claims.english.measures.beside import Beside
from tidewaiter.claims.reading.scene import Movement, direction_of
from tidewaiter.claims.words.lexicon import Cue

#: What a percentage is over or under, characters of that word, and words from it to how much that was.
_BEYOND, _BEYOND_REACH, _TO_AMOUNT = {"under": "down", "over": "up"}, 7, 4


def beyond(beside: Beside) -> Movement | None:
    """ "65 percent under the $2.5 billion of 2019", "12 percent over last year's 4,000 tons"."""
    said = beside.behind(_BEYOND_REACH)[:1]
    way = _BEYOND.get(said[0]) if said else None
    end = beside.figure.end
    amount = next((f for f in beside.sentence.figures if f.start >= end and f.kind in {"money", "quantity"}), None)
    between = beside.reading.words(end, amount.begins) if amount is not None else []
    if way is None or not 0 < len(between) <= _TO_AMOUNT or {",", ";", "to"} & set(between):
        return None
    place = beside.reading.text.index(said[0], end)
    return Movement("by", direction_of(cue := Cue(place, place + len(said[0]), "change", way)), cue)
