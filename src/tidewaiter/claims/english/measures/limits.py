"""Figures that are limits: caps, and what may be traded at most."""

from __future__ import annotations

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Clause

_ALLOWING = frozenset({"may", "must", "shall", "can", "cannot"})
#: Between an amount and a limit that is not its own: "360,000 barrels below the cap", "28 percent of the cap".
_BESIDE_LIMIT = frozenset(
    {
        "below",
        "above",
        "under",
        "over",
        "exceeding",
        "beyond",
        "of",
        "exceeds",
        "exceeded",
        "within",
        "toward",
        "towards",
    }
)


@turns_on(_ALLOWING, otherwise=False)
def at_most(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "May not supply more than 500,000 barrels"."""
    words = reading.words(max(sentence.start, figure.start - 40), figure.start)
    return (
        "than" in words[-2:]
        and bool({"not", "cannot"} & set(words))
        and bool({"may", "must", "shall", "can", "cannot"} & set(words))
    )


def permitted(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "The 500,000 barrels a year permitted under the sanctions"."""
    said = reading.words(figure.end, min(figure.end + 24, sentence.end))[:3]
    return said[:1] in (["permitted"], ["allowed"]) and said[1:2] in (["under"], ["by"], ["a"], ["each"], ["per"])


def allowed(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "May supply at most 500,000 barrels"; not "may have imported up to 13 million"."""
    words = reading.words(max(sentence.start, figure.start - 60), figure.start)
    return (
        figure.qualifier == "up_to"
        and figure.kind == "quantity"
        and "most" in words + reading.words(figure.start - 8, figure.end)
        and bool({"may", "must", "can"} & set(words))
        and "have" not in words
    )


def is_limit(reading: Reading, sentence: Sentence, clause: Clause, figure: Figure) -> bool:
    """ "A cap of 500,000 barrels", "the 500,000-barrel cap"; not "140,000 barrels, or 28 percent of the cap of …"."""
    for cue in sentence.cues_of("cap"):
        if not clause.holds(cue.start):
            continue
        if 0 <= figure.start - cue.end <= 40:
            return True
        if 0 <= cue.start - figure.end <= 30:
            own = any(0 <= f.start - cue.end <= 40 and f.unit == figure.unit for f in sentence.figures)
            between = reading.words(figure.end, cue.start)
            if not own and not _BESIDE_LIMIT & set(between):
                return True
    return False
