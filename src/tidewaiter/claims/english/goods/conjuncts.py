"""Goods of a clause that goes on with the trade of the one before: "cement rose 8% and fish fell 3% to $2 million"."""

from __future__ import annotations

from tidewaiter.claims.english.nouns import phrases, products
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Draft, Subject
from tidewaiter.claims.words.lexicon import words

#: What joins such a clause to the figures before it.
_JOINTS = frozenset({",", ";", "and", "but", "while", "whereas", "as", "also", "meanwhile", "similarly"})
_NOUNS = words("change_nouns")
_LEVELS, _RELATIVE = frozenset({"trade_quantity", "trade_value"}), frozenset({"percent", "times"})
_TO = (["to"], [",", "to"], ["—", "to"], ["-", "to"], ["–", "to"])
#: How the goods are told that a part is said to be, and those of the part behind it.
SAID_TO_BE, SAID_NEXT = "what the share is of", "what the next part is of"
#: What stands for the trade told before, of other goods.
_SAME_OF = (["that", "of"], ["those", "of"])
#: What moves without being goods.
_NO_GOODS = words("no_goods")


def moved_to(reading: Reading, draft: Draft, earlier: list[Draft]) -> Subject | None:
    """ "Metals fell by 56%, tractors by 44%, to $22 million": the level that a change right before it led to."""
    last = earlier[-1] if earlier else None
    if last is None or last.measure != "change" or draft.measure not in _LEVELS or last.figure.kind not in _RELATIVE:
        return None
    to = reading.words(last.figure.end, draft.figure.begins) in _TO
    return last.subject if to and last.subject is not None and last.subject.own else None


def said_next(reading: Reading, sentence: Sentence, draft: Draft, earlier: list[Draft]) -> Subject | None:
    """ "Of this, $1.2 million was rice and $0.6 million sugar": what the next part is, with the verb left out."""
    last, figure = (earlier[-1] if earlier else None), draft.figure
    if last is None or last.subject is None or last.subject.rule not in {SAID_TO_BE, SAID_NEXT}:
        return None
    if last.figure.kind != figure.kind or reading.words(last.figure.end, figure.begins)[-1:] not in ([","], ["and"]):
        return None
    span = phrases.phrase_after(reading, sentence, figure.end)
    if span is None or reading.words(figure.end, span[0]):
        return None
    known = sentence.holds_goods(span, total=False)
    product = products.clean(reading, span) if known or products.looks_like_goods(reading, span) else None
    return None if product is None else Subject(product, SAID_NEXT, own=True)


def moved_next(reading: Reading, sentence: Sentence, draft: Draft) -> Subject | None:
    """The goods right before the verb by which a figure moved, behind the figures of other goods."""
    cue, figure = draft.moved.cue, draft.figure
    if cue is None or cue.end > figure.start or reading.text[cue.start : cue.end].lower() in _NOUNS:
        return None
    before = next((f for f in reversed(sentence.figures) if f.end <= cue.start), None)
    start = 0 if before is None else max([before.end, *(t.end for t in sentence.times if t.end <= cue.start)])
    if before is None or not _JOINTS & set(reading.words(start, cue.start)):
        return None
    span = phrases.phrase_before(reading, sentence, cue.start)
    ahead = [] if span is None else reading.words(start, span[0])
    # "… and that of apparel declined by 3%".
    ahead = ahead[:-2] if ahead[-2:] in _SAME_OF else ahead
    if span is None or span[0] < start or not set(ahead) <= _JOINTS:
        return None
    if reading.words(span[1], cue.start) or _NO_GOODS & set(reading.words(*span)):
        return None
    if any(span[0] <= c.start < span[1] for c in sentence.cues_of("flow_noun", "flow_verb", "source", "share")):
        return None
    named = any(span[0] <= c.start < span[1] and c.kind != "demonym" for c in sentence.countries)
    known = sentence.holds_goods(span, total=False)
    if named or not (known or products.looks_like_goods(reading, span)):
        return None
    product = products.clean(reading, span)
    return None if product is None else Subject(product, "goods that the next clause is of", own=True)
