"""The goods that a verb of trade names: "imported rice", "rice was imported", "rice earned it", "rice bound for it"."""

from __future__ import annotations

from tidewaiter.claims.english.nouns import phrases, products
from tidewaiter.claims.english.nouns.appositions import before_apposition
from tidewaiter.claims.english.nouns.goods_before import no_flow
from tidewaiter.claims.english.roles.epithets import epithets
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Flow
from tidewaiter.claims.words.lexicon import Cue, words

AUXILIARIES = frozenset({"was", "were", "been", "being", "is", "are", "be"})
_VERB_LEADS = AUXILIARIES | {"has", "have", "had", "also", "not"}
_EARNING = _VERB_LEADS | {"which", "that", ",", "alone"}
_MEASURES, _SITES = words("measures"), words("sites")
_HEDGING = words("before_figure") | {"only", "just"}
_VEHICLES = words("vehicles")
#: Verbs with two objects: to whom, and what.
_HANDING = frozenset({"export", "spend"})
#: Before goods of which it is asked how many were traded, and characters of that.
_ASKING, _HOW_MANY = (["much"], ["many"], ["what"], ["which"]), 8


def goods_of(reading: Reading, sentence: Sentence, flow: Flow, cue: Cue) -> tuple[int, int] | None:
    """Where the goods of a verb stand: behind "imported", before "were imported", "earned" and "bound for"."""
    tokens = reading.tokens
    if cue.sense == "earn":
        i = tokens.before(before_apposition(reading, sentence, cue.start))
        while i >= 0 and tokens.starts[i] >= sentence.start and tokens.words[i] in _EARNING:
            i -= 1
        if i >= 0 and any(c.kind == "flow_noun" and c.end == tokens.ends[i] for c in sentence.cues):
            i -= 1
        span = phrases.head_before(reading, sentence, tokens.ends[i]) if i >= 0 else None
        if products.clean(reading, span) is None and i >= 0:
            # "Income from tourism brought in".
            span = phrases.phrase_before(reading, sentence, tokens.ends[i])
        said = [] if span is None else reading.words(*span)
        if span is not None and (_MEASURES.issuperset(said) or said[-1] in _SITES):
            # "A kilo fetched $2.38": of what was spoken of; "the border post brought in $44 million".
            return None
        return no_flow(sentence, span) or _sold(reading, sentence, span)
    if cue.sense == "arrive" and (came := _before_arrival(reading, sentence, cue)) is not None:
        return came
    if not flow.passive:
        given = next((c for c in sentence.countries if c.start >= cue.end), None)
        if (
            given is not None
            and not reading.words(cue.end, given.start)
            and reading.words(given.end, given.end + 6)[:1] == ["with"]
        ):
            # "Supplied Iran with wheat".
            return phrases.phrase_after(reading, sentence, reading.tokens.ends[reading.tokens.at(given.end)])
        # "Sold its neighbour rice".
        called = [c.end for c in sentence.cues_of("anaphor") if c.sense != "subject" and 0 <= c.start - cue.end <= 1]
        if not called and reading.words(cue.end, cue.end + 5)[:1] == ["the"]:
            # "Sold the island 9,000 tonnes".
            called = [e.end for e in epithets(reading, sentence) if 0 <= e.start - cue.end <= 1]
        behind = phrases.phrase_after(reading, sentence, next(iter(called), cue.end))
        if _is_given(reading, sentence, cue, behind):
            return None
        return behind if products.clean(reading, behind) is not None else _asked_for(reading, sentence, flow, cue)
    i = tokens.before(cue.start)
    while i >= 0 and tokens.starts[i] >= flow.clause.start and tokens.words[i] in _VERB_LEADS:
        i -= 1
    span = phrases.phrase_before(reading, sentence, tokens.ends[i]) if i >= 0 else None
    if span is not None and reading.words(max(sentence.start, span[0] - 4), span[0])[-1:] == ["in"]:
        # "5,000 tons of flour in grain equivalent were exported".
        return None
    return _loaded(reading, span)


def _before_arrival(reading: Reading, sentence: Sentence, cue: Cue) -> tuple[int, int] | None:
    """ "Liquefied gas came mainly from Chad": known goods right before the verb; lorries only bring them."""
    span = phrases.phrase_before(reading, sentence, cue.start)
    if span is None:
        return None
    known = any(span[0] <= g.start and g.end == span[1] and g.good_id != "total" for g in sentence.goods)
    return span if known and reading.words(*span)[-1] not in _VEHICLES else None


def _is_given(reading: Reading, sentence: Sentence, cue: Cue, span: tuple[int, int] | None) -> bool:
    """ "Sold the state 366,000 tonnes": what stands between a verb and an amount is who got it, and no goods."""
    if span is None or cue.sense not in _HANDING or sentence.holds_goods(span):
        return False
    following = next((f for f in sentence.figures if f.begins >= span[1]), None)
    return following is not None and set(reading.words(span[1], following.begins)) <= _HEDGING


def _asked_for(reading: Reading, sentence: Sentence, flow: Flow, cue: Cue) -> tuple[int, int] | None:
    """ "Told the panel how much refined oil they had delivered": the oil."""
    ahead = [g for g in sentence.goods if flow.clause.start <= g.start and g.end <= cue.start]
    if not ahead or reading.words(max(0, ahead[-1].start - _HOW_MANY), ahead[-1].start)[-1:] not in _ASKING:
        return None
    return ahead[-1].start, ahead[-1].end


def _loaded(reading: Reading, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """ "Cargoes of timber" that are bound for somewhere: the timber."""
    said = [] if span is None else reading.words(*span)[:2]
    if span is None or said[1:] != ["of"] or not reading.is_word("generic", said[0]):
        return span
    return reading.tokens.starts[reading.tokens.at(span[0]) + 2], span[1]


def _sold(reading: Reading, sentence: Sentence, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """ "Sales of timber" that earned something: the timber."""
    opening = next((c for c in sentence.cues_of("flow_noun") if span is not None and c.start == span[0]), None)
    if span is None or opening is None or reading.words(opening.end, span[1])[:1] != ["of"]:
        return span
    return reading.tokens.starts[reading.tokens.at(opening.end) + 1], span[1]
