"""What is sent and received without being traded: figures, images, reports."""

from __future__ import annotations

from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.lexicon import Cue, words

#: Characters behind a verb in which it is named, and words before it.
_INFORMATION, _REACH, _FEW = words("information"), 60, 2
#: Behind one of these something else begins.
_ENDING = frozenset({",", ";", ":", "and", "of", "showing", "that", "which", "worth"})
#: What may stand behind it, where it is no part of a name of goods.
_ABOUT = (
    _ENDING
    | {"about", "as", "at", "but", "by", "during", "for", "from", "in", "on", "or", "regarding", "to"}
    | {"with"}
)
#: Characters before a participle, and behind it.
_BEFORE, _BEHIND = 16, 6


def is_sent(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """ "Figures provided by Peru", "provided the panel with images of 16 tankers": what is sent tells of trade."""
    if _INFORMATION.isdisjoint(sentence.words):
        return False
    before = reading.words(max(sentence.start, cue.start - _BEFORE), cue.start)[-1:]
    if reading.words(cue.end, cue.end + _BEHIND)[:1] in (["by"], ["to"], ["from"]) and before:
        return before[0] in _INFORMATION
    first = min((f.begins for f in sentence.figures if f.begins >= cue.end), default=sentence.end)
    said = reading.words(cue.end, min(cue.end + _REACH, first))
    told = next((n for n, word in enumerate(said) if word in _INFORMATION), None)
    if told is None or not _ABOUT.issuperset(word for word in said[told + 1 : told + 2] if word.isalpha()):
        # "Sold notice boards", "bought data cables".
        return False
    return (told <= _FEW or "with" in said[:told]) and _ENDING.isdisjoint(said[:told])
