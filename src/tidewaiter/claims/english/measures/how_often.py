"""How often a thing was done: "the ferry called 38 times in May" is no multiple of anything."""

from __future__ import annotations

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.lexicon import words

#: What readers do with a page; words from there to how often ("shared more than").
_SPREAD, _SPREAD_WORDS = words("spread"), 3
#: What goes on behind how often, and what stands before a multiple or behind a step that is one.
_GOES_ON, _BEFORE_MULTIPLE = words("often_goes_on"), words("before_multiple")
#: Before what is raised or cut; and where another clause begins.
_OWNED, _CLAUSES = words("owned"), frozenset({",", ";", ":", "and", "but", "while", "as", "when"})
_REACH = 48
_OFTEN = ("times", "twice", "thrice")


def is_how_often(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """Whether "so many times" says how often."""
    if figure.kind != "times" or not reading.text[figure.start : figure.end].lower().endswith(_OFTEN):
        return False
    before = reading.words(max(sentence.start, figure.begins - _REACH), figure.begins)
    if not _SPREAD.isdisjoint(before[-_SPREAD_WORDS:]):
        return True
    behind = reading.words(figure.end, min(figure.end + _REACH, sentence.end))
    goes_on = not behind or not behind[0][0].isalnum() or behind[0] in _GOES_ON
    if figure.value != figure.value.to_integral_value() or not goes_on or not before:
        return False
    if before[-1] in _BEFORE_MULTIPLE or not before[-1][0].isalpha():
        return False
    return not _moved(reading, sentence, figure)


def _moved(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """Whether something grew or shrank by so much: "rose three times", but not "raised the duty three times"."""
    steps = [c for c in sentence.cues_of("change", "ratio") if c.end <= figure.begins]
    if not steps:
        return False
    between = reading.words(steps[-1].end, figure.begins)
    return _CLAUSES.isdisjoint(between) and (not between or between[0] not in _OWNED)
