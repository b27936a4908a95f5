"""The goods that a word of trade names itself."""

from __future__ import annotations

from tidewaiter.claims.english.flows import verb_goods
from tidewaiter.claims.english.flows.verb_goods import AUXILIARIES
from tidewaiter.claims.english.nouns import phrases
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Flow
from tidewaiter.claims.words.lexicon import Cue, words

_BECOMING = words("becoming")
_HYPERNYMS = words("hypernyms")
_RANKED = words("in_rank")
EARNINGS = words("earnings")
_PARTED = (["which"], ["them"])
#: Words of a part that a comma sets apart (", $398 million of it to China").
_OF_IT = 7
#: Words of an amount ("2.1 million tonnes").
_AMOUNT = 3
_INDUSTRIES = frozenset({"industries", "industry", "sector", "sectors"})

#: Goods of every kind, said behind a partner, and characters in which that is done.
_EVERY_KIND, _AT_LARGE = (["of", "all", "goods"], ["of", "all", "kinds"], ["goods", "of", "every", "kind"]), 56
#: What has a name behind "of", which names no goods.
_CALLED = words("called_places")
_SITES = words("sites") | {"airport", "border", "harbour", "refinery", "station", "warehouse"}
_LARGE = frozenset({"goods", "merchandise", "commodities"})


def goods_of(reading: Reading, sentence: Sentence, flow: Flow, cue: Cue) -> tuple[int, int] | None:
    """Where the goods of a flow stand: "imports of X", "X imports", "imports from China of X", "imported X"."""
    tokens = reading.tokens
    if flow.verb:
        found = verb_goods.goods_of(reading, sentence, flow, cue)
        # "Three cargoes reached the oil terminal of Thilawa": where, and not what.
        placed = cue.sense == "arrive" and found is not None and not _SITES.isdisjoint(reading.words(*found))
        return None if placed else found
    i = tokens.at(cue.end)
    if tokens.words[i - 1] in _LARGE:
        # "The neighbours exchanged goods".
        return None
    if tokens.words[i - 1] == "on":
        # "Spending on fishing nets".
        return phrases.phrase_after(reading, sentence, cue.end)
    behind = i - 1 - (tokens.words[i - 2] == "the")
    if tokens.words[i : i + 2] == ["of", "which"] and behind > 0 and tokens.words[behind - 1] == ",":
        # "Rice, imports of which totalled 46,000 tons", "rice, the imports of which".
        return phrases.phrase_before(reading, sentence, tokens.starts[behind - 1])
    if i < len(tokens) and tokens.words[i] == "of":
        span = phrases.phrase_after(reading, sentence, tokens.ends[i])
        if span is not None and tokens.words[i + 1] in {"the", "this"} and set(reading.words(*span)) <= _HYPERNYMS:
            # "Imports of the oilseed": of what was told of.
            return None
        if span is not None:
            return span
    elif i < len(tokens) and tokens.words[i] == "for" and (cue.kind == "partner" or tokens.words[i - 1] == "those"):
        # "Customers for its coal"; "imports of oil fell, and those for sugar rose".
        return phrases.phrase_after(reading, sentence, tokens.ends[i])
    elif i and tokens.words[i - 1] == "of":
        return phrases.phrase_after(reading, sentence, cue.end)
    elif i < len(tokens) and tokens.words[i] == "in" and flow.sense == "trade":
        # "Trade in tea", "in HS 3004"; "trade in May" and "in the region" name no goods.
        span = phrases.phrase_after(reading, sentence, tokens.ends[i])
        known = span is not None and sentence.holds_goods(span)
        if span is not None and (known or reading.words(*span)[:1] == ["hs"]):
            return span
    elif i < len(tokens) and tokens.words[i] == "from" and tokens.words[i - 1] in EARNINGS:
        # "Export earnings from seafood".
        span = phrases.phrase_after(reading, sentence, tokens.ends[i])
        if span is not None and sentence.holds_goods(span):
            return span
    whose = next((c.start for c in sentence.countries if c.end == tokens.ends[i - 2]), tokens.starts[i - 1])
    ranked = tokens.words[i - 1] in {"export", "import"} and tokens.words[tokens.before(whose)] in _RANKED
    if ranked or (i < len(tokens) and tokens.words[i] in {"item", "items", "product", "commodity", "good"}):
        # "Rice was the top import item".
        for j in range(min(i, len(tokens) - 1), max(i - 9, -1), -1):
            if tokens.starts[j] < flow.clause.start:
                break
            if (tokens.words[j] in AUXILIARIES or tokens.words[j] in _BECOMING) and j:
                before = phrases.phrase_before(reading, sentence, tokens.ends[j - 1])
                return before or _predicate(reading, sentence, flow, i)
        return _predicate(reading, sentence, flow, i)
    span = _behind_trade(sentence, phrases.phrase_before(reading, sentence, cue.start))
    if span is None and tokens.words[i - 2] == "with" and i > 2:
        # "Fishmeal with exports valued at $663 million".
        before = phrases.phrase_before(reading, sentence, tokens.ends[i - 3])
        if before is not None and any(before[0] <= g.start < before[1] for g in sentence.goods):
            return before
    return span or _of_behind(reading, sentence, flow, i) or _of_industry(reading, sentence, flow)


def _predicate(reading: Reading, sentence: Sentence, flow: Flow, i: int) -> tuple[int, int] | None:
    """ "The primary export commodity was petroleum": what the item is said to be."""
    tokens = reading.tokens
    for j in range(i, min(i + 6, len(tokens))):
        if tokens.starts[j] >= flow.clause.end:
            return None
        if tokens.words[j] in AUXILIARIES:
            return phrases.phrase_after(reading, sentence, tokens.ends[j])
    return None


def _of_behind(reading: Reading, sentence: Sentence, flow: Flow, i: int) -> tuple[int, int] | None:
    """ "Imports from China of coal": the goods behind the partner."""
    tokens = reading.tokens
    # A name counts as one word ("the Republic of Chad").
    inside = sum(tokens.at(c.end) - tokens.at(c.start) - 1 for c in sentence.countries if c.start >= flow.end)
    for j in range(i, min(i + 8 + inside, len(tokens))):
        word = tokens.words[j]
        if tokens.starts[j] >= flow.clause.end or word in {",", ";", "(", "which", "that", "at", "during"}:
            return None
        if any(f.start <= tokens.starts[j] < f.end for f in sentence.figures):
            return None
        if any(t.start <= tokens.starts[j] < t.end for t in sentence.times):
            # "Exports to Chad by the end of August".
            return None
        if word != "of" or any(c.start <= tokens.starts[j] < c.end for c in sentence.countries):
            continue
        if tokens.words[j - 1] in _CALLED:
            # "Imports cleared through the port of Mombasa".
            return None
        if j > i:
            return phrases.phrase_after(reading, sentence, tokens.ends[j])
    return None


@turns_on(_INDUSTRIES, otherwise=None)
def _of_industry(reading: Reading, sentence: Sentence, flow: Flow) -> tuple[int, int] | None:
    """ "The dairy industry managed to raise exports": what an industry exports is its goods."""
    tokens = reading.tokens
    for i in range(tokens.at(flow.clause.start), tokens.at(flow.start)):
        if tokens.words[i] in _INDUSTRIES:
            span = phrases.phrase_before(reading, sentence, tokens.starts[i])
            if span is not None and sentence.holds_goods(span):
                return span
    return None


def _behind_trade(sentence: Sentence, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """ "Imports outpaced coal exports": only what stands behind another word of trade."""
    if span is None:
        return None
    inside = [c.end for c in sentence.cues_of("flow_noun") if span[0] <= c.start < span[1]]
    start = max(inside, default=span[0])
    return (start + (start != span[0]), span[1]) if start + 1 < span[1] else None


@turns_on(_LARGE, otherwise=False)
def at_large(reading: Reading, sentence: Sentence, flow: Flow) -> bool:
    """ "Imports of goods", "imported goods and services": of every kind, said so."""
    if reading.words(flow.start, flow.end)[-1] in _LARGE:
        return True
    following = reading.words(flow.end, min(flow.end + 32, sentence.end))[:4]
    following = following[1:] if following[:1] == ["of"] else following if flow.verb else []
    if following[:1] == ["all"]:
        following = following[1:]
    far = reading.words(flow.end, min(flow.end + _AT_LARGE, flow.clause.end, sentence.end))
    if any(far[n : n + 4] in _EVERY_KIND or far[n : n + 3] in _EVERY_KIND for n in range(len(far))):
        # "Imports from Peru of all goods".
        return True
    if following[:1] not in (["goods"], ["merchandise"], ["commodities"]):
        return False
    return following[1:2] != ["such"] and following[1:2] != ["like"]


def parted(reading: Reading, start: int, end: int) -> int:
    """Where "…, including 1.1 million tonnes from Vietnam" begins: what follows is of a part, not of the whole."""
    tokens, first = reading.tokens, reading.tokens.at(start)
    for i in range(first, tokens.at(end)):
        if tokens.words[i] == "including":
            return tokens.starts[i]
        if tokens.words[i] != "of":
            continue
        # "Bought 120,000 of them from China" tells of all that was bought.
        part = tokens.words[i + 1 : i + 2] in _PARTED
        # … and "$14 million worth of them" of nothing else.
        part = part and not (i - first <= _AMOUNT and tokens.words[first][0].isdigit())
        if part and tokens.words[i - 1] != "worth":
            return tokens.starts[i]
        before = tokens.words[max(0, i - _OF_IT) : i]
        if tokens.words[i + 1 : i + 2] == ["it"] and "," in before and before[-1] != "all":
            # "Exported goods worth $563 million, $398 million of it to China".
            return tokens.starts[i]
    return end
