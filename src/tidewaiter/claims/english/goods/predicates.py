"""Goods as what something is said to be: "of which corn was …", "the largest item was fishing nets, at …"."""

from __future__ import annotations

from tidewaiter.claims.english.nouns import phrases, products
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Subject
from tidewaiter.claims.words.lexicon import words

BEING = (["are"], ["is"], ["was"], ["were"], ["remain"], ["remained"], ["remains"], ["stayed"], ["stays"])
_WHICH = frozenset({"which"})
#: Words that name what a sentence opens with, and what stands between its rank and its figure.
_OPENING_WORDS, _HAVING = 10, frozenset({"at", "with", "worth", "(", ",", "-", "–", "—", "about", "some"})
_ARTICLES = frozenset({"the", "a", "an"})
#: Characters from "of which" to its figure.
_PART_REACH = 60
#: What is ranked in a trade, and how far before what it is said to be.
_ITEMS, _ITEM_REACH, _ITEM_WORDS = words("items"), 80, 12


@turns_on(_ITEMS, otherwise=None)
def said_to_be(reading: Reading, sentence: Sentence, figure: Figure) -> Subject | None:
    """ "The largest item was fishing nets, at $4.7 million": what an item of trade is said to be."""
    tokens = reading.tokens
    i = tokens.before(figure.begins)
    if i < 1 or tokens.words[i] not in {"at", "with", "worth", "("}:
        return None
    i -= 2 if tokens.words[i - 1] == "," else 1
    span = phrases.phrase_before(reading, sentence, tokens.ends[i]) if i >= 0 else None
    if span is None or tokens.ends[i] != span[1]:
        return None
    said = reading.words(max(sentence.start, span[0] - _ITEM_REACH), span[0])
    if said[-1:] == ["the"]:
        said.pop()
    verb = said[-1:] in BEING and not _ITEMS.isdisjoint(said[-_ITEM_WORDS:-1])
    product = products.clean(reading, span) if verb else None
    return None if product is None else Subject(product, "what an item is said to be", own=True)


@turns_on(_ITEMS, otherwise=None)
def item(reading: Reading, sentence: Sentence, figure: Figure) -> Subject | None:
    """ "Hair for wigs was the top item, with $17 million": the whole of what a sentence opens with and ranks."""
    placed = reading.placed(sentence.start, figure.begins)
    verb = next((n for n, (word, _) in enumerate(placed) if [word] in BEING), 0)
    if not 0 < verb <= _OPENING_WORDS or placed[-1][0] not in _HAVING:
        return None
    start, end = sentence.start, placed[verb][1]
    said = [word for word, _ in placed[verb + 1 :]]
    marks = [mark.start for mark in sentence.countries] + [mark.start for mark in sentence.times]
    marks += [cue.start for cue in sentence.cues_of("flow_noun", "flow_verb", "speech")]
    if _ITEMS.isdisjoint(said[:_ITEM_WORDS]) or any(start <= mark < end for mark in marks):
        return None
    if any(f.start < figure.start for f in sentence.figures) or "which" in said:
        return None
    first = placed[1][1] if placed[0][0] in _ARTICLES else start
    product = products.clean(reading, (first, reading.tokens.ends[reading.tokens.before(end)]))
    return None if product is None else Subject(product, "what is ranked as an item", own=True)


@turns_on(_WHICH, otherwise=None)
def of_which(reading: Reading, sentence: Sentence, figure: Figure) -> Subject | None:
    """ "…, of which corn was 3.3 million tons": whatever is named right behind as a part."""
    placed = reading.placed(max(sentence.start, figure.start - _PART_REACH), figure.start)
    for n in range(len(placed) - 1, 0, -1):
        if placed[n][0] == "which" and placed[n - 1][0] == "of":
            span = phrases.phrase_after(reading, sentence, placed[n][1] + len("which"), limit=figure.start)
            if span is None or any(c.start > placed[n][1] and c.end <= figure.start for c in sentence.countries):
                span = None
            told = any(placed[n][1] < c.start and c.end <= figure.start for c in sentence.cues_of("flow_verb"))
            hung = phrases.phrase_before(reading, sentence, _before_comma(reading, placed[n - 1][1]))
            known = hung is not None and any(hung[0] <= g.start < hung[1] for g in sentence.goods)
            done = reading.words(figure.end, figure.end + 6)[:1] == ["worth"]
            if (told or (known and done)) and not any(placed[n][1] < f.start < figure.start for f in sentence.figures):
                # "Insulin, of which it had taken $212,000 worth".
                named = products.clean(reading, hung)
                return None if named is None else Subject(named, "goods that the clause hangs on", own=True)
            verb = reading.words(span[1], figure.start)[:1] if span is not None else []
            between = any(placed[n][1] < f.start < figure.start for f in sentence.figures)
            product = products.clean(reading, span) if verb in BEING and not between else None
            return None if product is None else Subject(product, "goods that are a part", own=True)
    return None


def _before_comma(reading: Reading, offset: int) -> int:
    i = reading.tokens.before(offset)
    return reading.tokens.ends[i - 1] if i > 0 and reading.tokens.words[i] == "," else offset
