"""Goods that are only called by their kind where an earlier word named them: "spent $3 million on the oilseed"."""

from __future__ import annotations

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import TOTAL
from tidewaiter.claims.words.lexicon import words

_LEADS = frozenset({"of", "in", "on", "for"})
#: Before goods that have been told of.
_CALLING = frozenset({"the", "this", "these", "that", "those"})
_HYPERNYMS = words("hypernyms")


def called(reading: Reading, sentence: Sentence, figure: Figure, told: str | None) -> bool:
    """ "Spent $3 million on the oilseed": whether the goods of a figure are called what those told of are."""
    return told not in {None, TOTAL} and by_kind(reading, sentence, figure.end)


def by_kind(reading: Reading, sentence: Sentence, offset: int) -> bool:
    """Whether goods are only called by their kind behind an offset: "(142,000 tonnes) of the oilseed"."""
    said = reading.words(offset, min(offset + 40, sentence.end))[:4]
    said = said[1:] if said[:1] == ["worth"] else said
    if said[:1] == [] or said[0] not in _LEADS or said[1:2] == [] or said[1] not in _CALLING:
        return False
    following = said[3:4]
    return (
        said[2:3] != []
        and said[2] in _HYPERNYMS
        and (
            not following
            or not following[0][0].isalpha()
            or following == ["and"]
            or reading.is_word("stop", *following)
        )
    )
