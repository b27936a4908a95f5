"""Goods that lead trade, and those behind them: "butter led the rise", "dates topped its exports", "wool came next"."""

from __future__ import annotations

from tidewaiter.claims.english.nouns import phrases, products
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Scene, Subject, clause_at
from tidewaiter.claims.words.lexicon import words

#: What the goods that lead do, and how many words may name them.
_LED, _LONGEST = frozenset({"led", "drove", "topped"}), 10
#: What is listed beside goods, and characters from "topped" to it.
_PLACES, _LIST_REACH = words("places_of_trade"), 48
#: Characters that " topped " and ", topped " take.
_VERB_REACH, _LED_REACH = 8, 9

#: What goods are said to come behind others, and how.
_BEHIND = frozenset({"next", "second", "third", "fourth", "fifth"})
_COMING = frozenset({"came", "come", "comes", "is", "are", "was", "were", "ranked", "ranks", "placed", "stood"})


@turns_on(_BEHIND, otherwise=None)
def next_behind(reading: Reading, sentence: Sentence, figure: Figure) -> Subject | None:
    """ "…, and plastics came next with $72 million", "tea was third at $2 million"."""
    tokens = reading.tokens
    i = tokens.before(figure.begins)
    first = tokens.at(sentence.start)
    if i - 3 < first or tokens.words[i] not in {"at", "with"} or tokens.words[i - 1] not in _BEHIND:
        return None
    span = phrases.phrase_before(reading, sentence, tokens.starts[i - 2]) if tokens.words[i - 2] in _COMING else None
    if span is None or products.is_name(reading, sentence, *span):
        return None
    known = sentence.holds_goods(span, total=False)
    if not (known or products.looks_like_goods(reading, span)):
        return None
    if any(span[0] <= c.start < span[1] for c in sentence.cues_of("flow_noun")):
        return None
    product = products.clean(reading, span)
    return None if product is None else Subject(product, "goods that come next", own=True)


@turns_on(_LED, otherwise=None)
def leading(reading: Reading, scene: Scene, figure: Figure) -> Subject | None:
    """ "Milk powder, butter, and cheese led the rise, up 45 percent": the goods that open a sentence and lead."""
    sentence = scene.sentence
    goods = [g for g in sentence.goods if g.good_id != "total" and g.end <= figure.start]
    if not goods or len(reading.words(sentence.start, goods[0].start)) > 1:
        return _unknown_leading(reading, sentence, figure)
    end = next((n for n, g in enumerate(goods) if _LED & set(reading.words(g.end, g.end + _VERB_REACH)[:1])), None)
    if end is None:
        return None
    clause = clause_at(scene.clauses, figure.start)
    if any(flow.clause is clause and flow.goods and flow.start >= goods[end].end for flow in scene.flows):
        # "Methanol led the list, while polyethylene earned $760 million".
        return None
    said = reading.words(goods[0].start, goods[end].end)
    span = " ".join(reading.text[goods[0].start : goods[end].end].split())
    return Subject(span, "goods that lead", own=True) if len(said) <= _LONGEST else None


def _unknown_leading(reading: Reading, sentence: Sentence, figure: Figure) -> Subject | None:
    """ "Clock movements topped its exports", "Dates, at $3 million, led Oman's exports": known to the tables or not."""
    span = phrases.phrase_after(reading, sentence, sentence.start)
    if span is None or reading.words(sentence.start, span[0]) or not _leads(reading, sentence, span[1], figure):
        return None
    if not _PLACES.isdisjoint(reading.words(span[1], min(span[1] + _LIST_REACH, sentence.end))):
        # "Muse topped the list of border checkpoints".
        return None
    named = [c.start for c in sentence.cues_of("flow_noun")] + [c.start for c in sentence.countries]
    if any(span[0] <= start < span[1] for start in named):
        return None
    product = products.clean(reading, span)
    return None if product is None else Subject(product, "goods that lead", own=True)


def _leads(reading: Reading, sentence: Sentence, end: int, figure: Figure) -> bool:
    """Whether what ends there leads trade: at once, or behind an apposition that holds the figure alone."""
    if reading.words(end, end + _VERB_REACH)[:1] == ["topped"]:
        return True
    if reading.words(end, figure.begins) not in ([",", "at"], [",", "with"]):
        return False
    verb = reading.words(figure.end, figure.end + _LED_REACH)[:2]
    led = verb[:1] == [","] and verb[1:] != [] and verb[1] in _LED
    trade = (c.start for c in sentence.cues_of("flow_noun") if c.start >= figure.end)
    return led and next(trade, sentence.end) - figure.end <= _LIST_REACH
