"""Counts that a sentence only sets beside those told before: "That compares with 10.6 million masks in June"."""

from __future__ import annotations

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.lexicon import words

_ANSWERING = words("answering")
_POINTING = frozenset({"figure", "it", "number", "that", "this", "total", "comparison"})


@turns_on(_POINTING, otherwise=False)
def answers(reading: Reading, sentence: Sentence, figure: Figure, context: Context) -> bool:
    """Whether a sentence says nothing before a count but that it, at another time, was the amount told of."""
    if figure.kind != "count" or not any(told.kind == "count" for told in context.amounts):
        return False
    apart = [(t.start, t.end) for t in sentence.times]
    said = {
        word
        for word, start in reading.placed(sentence.start, figure.begins)
        if not any(first <= start < last for first, last in apart)
    }
    if not said & _POINTING or not said <= _ANSWERING:
        return False
    if figure.noun is None:
        return context.amounts[-1].kind == "count"
    counted = set(reading.words(*figure.noun))
    return any(told.product and counted & set(told.product.lower().split()) for told in context.amounts)
