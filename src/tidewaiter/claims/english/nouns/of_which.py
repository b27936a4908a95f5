"""Goods as parts of an amount: "of which $3 million was coal and $1.6 million raw hides"."""

from __future__ import annotations

from tidewaiter.claims.english.nouns import phrases, products
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence

_POINTING = frozenset({"which", "this", "that", "it", "these"})


@turns_on(_POINTING, otherwise=None)
def next_part(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    """ "…, of which $3 million was coal and $1.6 million raw hides": known goods straight behind the next amount."""
    before = next((f for f in reversed(sentence.figures) if f.end <= figure.start), None)
    if before is None or before.unit != figure.unit or figure.kind != "money":
        return None
    told = part(reading, sentence, before)
    if told is None or reading.words(before.end, figure.begins)[-1:] not in (["and"], [","]):
        return None
    span = phrases.phrase_after(reading, sentence, figure.end)
    known = span is not None and sentence.holds_goods(span, total=False)
    return (
        products.clean(reading, span) if known and span is not None and not reading.words(figure.end, span[0]) else None
    )


@turns_on(_POINTING, otherwise=None)
def part(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    """ "…, of which $9.3 million was for wheat flour", "of which 200 tonnes were rice"."""
    before = reading.words(max(sentence.start, figure.start - 24), figure.start)
    opening = reading.words(sentence.start, min(sentence.start + 12, figure.start))[:2]
    if "which" not in before[-3:] and opening not in (["of", "this"], ["of", "that"], ["of", "it"], ["of", "these"]):
        return None
    said = reading.words(figure.end, min(figure.end + 32, sentence.end))
    if said[:1] not in (["was"], ["were"], ["is"], ["are"], ["went"], ["being"]):
        return None
    skipped = 2 if said[1:2] in (["for"], ["on"]) else 1
    start = reading.tokens.ends[reading.tokens.at(figure.end) + skipped - 1]
    span = phrases.phrase_after(reading, sentence, start)
    known = span is not None and sentence.holds_goods(span)
    return products.clean(reading, span) if known else None
