"""Shares told with their whole first: "a third of its imports from China was rice"."""

from __future__ import annotations

from tidewaiter.claims.english.nouns import phrases, products
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Subject
from tidewaiter.claims.words.lexicon import words

_BEING = frozenset({"is", "are", "was", "were"})
#: What the whole that is bought or sold may be called, beside a noun of trade.
_WHOLES = frozenset({"all", "everything", "goods", "that", "what"})
#: Words between the share and what it was.
_FAR = 14
_STOPS = frozenset({",", ";", ":", "and", "but", "which", "who"})
_MERELY = words("before_figure") | {"also", "made", "of", "once", "up"}


def part_of_whole(reading: Reading, sentence: Sentence, figure: Figure) -> Subject | None:
    """The goods that a part of a whole was: behind "was", known and with nothing else before them."""
    tokens = reading.tokens
    first = tokens.at(figure.end)
    if tokens.words[first : first + 1] != ["of"]:
        return None
    traded = next((c for c in sentence.cues_of("flow_noun", "flow_verb") if c.start >= figure.end), None)
    if traded is None or (traded.kind == "flow_verb" and _WHOLES.isdisjoint(reading.words(figure.end, traded.start))):
        return None
    stop = min(first + _FAR, tokens.at(sentence.end))
    for i in range(first, stop):
        if tokens.words[i] in _STOPS or any(f.start <= tokens.starts[i] < f.end for f in sentence.figures[1:]):
            return None
        if tokens.starts[i] >= traded.end and tokens.words[i] in _BEING:
            return _goods_at(reading, sentence, tokens.ends[i])
    return None


def _goods_at(reading: Reading, sentence: Sentence, start: int) -> Subject | None:
    span = phrases.phrase_after(reading, sentence, start)
    if span is None or not _MERELY.issuperset(reading.words(start, span[0])):
        return None
    known = sentence.holds_goods(span, total=False)
    product = products.clean(reading, span) if known else None
    return None if product is None else Subject(product, "what a part of the whole was", own=True)
