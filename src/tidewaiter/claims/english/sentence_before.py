"""Whether a sentence is on trade, and whether one goes on about the trade of the one before it."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from tidewaiter.claims.reading.reading import Reading, Sentence

_PRONOUNS = frozenset({"they", "it", "that", "these", "this", "those"})
#: What opens a sentence that sums up those before it, and characters that it takes.
_SUMMING, _OPENING = (["together"], ["altogether"], ["combined"], ["in", "all"], ["in", "total"], ["all", "told"]), 16


def sums_up(reading: Reading, sentence: Sentence) -> bool:
    """ "Together they were worth $9,000": whether a sentence tells as one what the text has just told in turn."""
    said = reading.words(sentence.start, sentence.start + _OPENING)
    # "Together with coffee, sales came to $9,000" adds what has not been told.
    return any(said[: len(opening)] == opening for opening in _SUMMING) and said[1:2] != ["with"]


def is_trade(sentence: Sentence) -> bool:
    """Whether a sentence has a word of trade."""
    return bool(sentence.cues_of("flow_noun", "flow_verb"))


def sentence_before(reading: Reading, sentence: Sentence) -> Sentence | None:
    """The sentence before in the same paragraph."""
    place = bisect_right(reading.sentences, sentence.start, key=attrgetter("end"))
    before = reading.sentences[place - 1] if place else None
    return before if before is not None and before.block == sentence.block else None


def trade_before(reading: Reading, sentence: Sentence) -> Sentence | None:
    """The sentence before in the same paragraph, if it is on trade."""
    before = sentence_before(reading, sentence)
    return before if before is not None and is_trade(before) else None


def goes_on(reading: Reading, sentence: Sentence) -> bool:
    """ "They then dropped to zero": whether it goes on about the trade of the sentence before."""
    tokens = reading.tokens
    return tokens.words[tokens.at(sentence.start)] in _PRONOUNS and trade_before(reading, sentence) is not None
