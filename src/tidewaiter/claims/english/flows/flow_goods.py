"""The goods that a word of trade names itself, and whether it speaks of trade with nobody in particular."""

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
_EVERYTHING = ["goods", "and", "services"]
_RANKED = words("in_rank")
EARNINGS = words("earnings")
_PARTED = (["which"], ["them"])
#: Words of a part that a comma sets apart (", $398 million of it to China").
_OF_IT = 7
#: Words of an amount ("2.1 million tonnes").
_AMOUNT = 3
_INDUSTRIES = frozenset({"industries", "industry", "sector", "sectors"})
#: What opens a sentence on the whole, whoever was spoken of before.
_ALTOGETHER = frozenset({"altogether", "overall", "globally", "worldwide"})

#: "China's foreign trade" is with everybody.
_NOWHERE = words("nowhere")
#: Characters and words from "with" to the many that trade is with, and what says that they are not that many.
_MANY_REACH, _MANY_WORDS, _COUNTED = 48, 6, frozenset({"both", "that", "these", "this", "those", "two"})
_TOTAL = frozenset({"total"})
_ALL_OF_IT = frozenset({"overall", "total"})
_ABROAD = frozenset({"foreign", "external", "overseas"})
#: What has a name behind "of", which names no goods.
_CALLED = words("called_places")
_SITES = words("sites") | {"airport", "border", "harbour", "refinery", "station", "warehouse"}
_LARGE = frozenset({"goods", "merchandise", "commodities"})
_WORLD = frozenset({"global", "worldwide", "world"})


def goods_of(reading: Reading, sentence: Sentence, flow: Flow, cue: Cue) -> tuple[int, int] | None:
    """Where the goods of a flow stand: "imports of X", "X imports", "imports from China of X", "imported X"."""
    tokens = reading.tokens
    if flow.verb:
        found = verb_goods.goods_of(reading, sentence, flow, cue)
        # "Three cargoes reached the oil terminal of Thilawa": where, and not what.
        placed = cue.sense == "arrive" and found is not None and not _SITES.isdisjoint(reading.words(*found))
        return None if placed else found
    i = tokens.at(cue.end)
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
    elif i < len(tokens) and tokens.words[i] == "for" and cue.kind == "partner":
        # "Customers for its coal".
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
        for j in range(i, max(i - 9, -1), -1):
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
    following = reading.words(flow.end, min(flow.end + 32, sentence.end))[:4]
    following = following[1:] if following[:1] == ["of"] else following if flow.verb else []
    if following[:1] == ["all"]:
        following = following[1:]
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


def is_whole(reading: Reading, sentence: Sentence, flow: Flow) -> bool:
    """Whether a flow is of trade with the world, or with a part of it that is no country."""
    if flow.sense == "trade" and len(flow.pair.partners) < 2:
        near = {*reading.words(flow.start, flow.end), *_words_before(reading, sentence, flow.start, 2)}
        if near & _ABROAD or (near & _ALL_OF_IT and flow.reporter is not None and flow.pair.partners):
            # "Chad's foreign trade", "the total trade volume of Chad".
            return True
    said = reading.words(flow.start, min(flow.end + 32, sentence.end))[:5]
    if flow.away is None and any(said[n : n + 3] == _EVERYTHING for n in range(3)):
        # "Exported goods and services": what a country sells altogether.
        return True
    return _is_total(reading, sentence, flow) or _elsewhere(reading, sentence, flow)


def of_others(reading: Reading, sentence: Sentence, flow: Flow) -> bool:
    """ "Other imports included …": from others, but for a text on trade between two, which tells of other goods."""
    apart = flow.verb or flow.sense == "trade" or flow.away is not None
    return not apart and "other" in _words_before(reading, sentence, flow.start, 3)


def of_everything(reading: Reading, sentence: Sentence, flow: Flow) -> bool:
    """ "Total imports", "its overall exports": from everybody, but for a text on all that two trade."""
    if flow.verb or flow.sense == "trade" or flow.away is not None:
        return False
    near = _words_before(reading, sentence, flow.start, 6)
    # "The total volume of Mali's exports" is told with two words more.
    return bool(_ALL_OF_IT & set(near if {"value", "volume"} & set(near[2:5]) else near[:4]))


def _elsewhere(reading: Reading, sentence: Sentence, flow: Flow) -> bool:
    """ "Exports to Africa", "total exports": the partner is no country, or nobody: the context adds none."""
    if flow.sense == "trade":
        return _with_many(reading, sentence, flow)
    if flow.away is None and _in_total(reading, sentence, flow):
        return True
    if flow.away is None and _ALTOGETHER & set(reading.words(sentence.start, min(sentence.start + 24, flow.start))[:2]):
        return True
    if flow.away is None and _abroad(reading, sentence, flow):
        return True
    if flow.verb:
        return False
    tokens = reading.tokens
    near = _words_before(reading, sentence, flow.start, 4)
    if flow.away is None and near[:1] in (["goods"], ["merchandise"]) and not {"its", "their", "those"} & set(near):
        # "The statistics committee said that goods exports came to $8.9 billion".
        return True
    i = tokens.at(flow.end)
    if i + 1 >= len(tokens) or tokens.starts[i + 1] >= sentence.end or tokens.words[i] not in {"to", "from"}:
        return False
    if not _WORLD.isdisjoint(tokens.words[i + 1 : i + 3]) or tokens.words[i + 1 : i + 3] == ["all", "countries"]:
        # "Imports from the world".
        return flow.away is None
    start = tokens.starts[i + 1]
    named = any(c.start <= start < c.end and c.alpha3 for c in sentence.countries)
    # "Exports from January through May".
    timed = any(t.start <= start < t.end for t in sentence.times)
    return reading.text[start].isupper() and not (named or timed)


@turns_on(_NOWHERE | _WORLD, otherwise=False)
def _with_many(reading: Reading, sentence: Sentence, flow: Flow) -> bool:
    """ "Trade with neighbouring countries", "with the rest of the world": no one country; "the two" are told of."""
    said = reading.words(flow.end, min(flow.end + _MANY_REACH, sentence.end))[:_MANY_WORDS]
    if said[:1] != ["with"] or not _COUNTED.isdisjoint(said) or any(word[0].isdigit() for word in said):
        return False
    many = next((n for n, word in enumerate(said) if word in _NOWHERE or word in _WORLD), None)
    return many is not None and all(word[0].isalpha() for word in said[:many])


@turns_on(_TOTAL, otherwise=False)
def _in_total(reading: Reading, sentence: Sentence, flow: Flow) -> bool:
    """ "In total, exports came to …"."""
    before = reading.words(sentence.start, flow.start)
    return any(before[n : n + 2] == ["in", "total"] for n in range(len(before) - 1))


@turns_on(_NOWHERE, otherwise=False)
def _abroad(reading: Reading, sentence: Sentence, flow: Flow) -> bool:
    """ "… to this region", "… to neighbouring countries": somewhere that is no one country."""
    said = reading.words(flow.end, min(flow.end + 80, sentence.end, flow.clause.end))
    if reading.words(flow.start, flow.end)[-1:] in (["to"], ["for"]):
        # "Went to Gulf countries".
        said = ["to", *said]
    for n, word in enumerate(said):
        if word in {"abroad", "overseas"}:
            return True
        if word in {"to", "from"} and _NOWHERE & set(said[n + 1 : n + 4]) and not {",", ";"} & set(said[n + 1 : n + 4]):
            return True
    return False


@turns_on(_WORLD, otherwise=False)
def _is_total(reading: Reading, sentence: Sentence, flow: Flow) -> bool:
    tokens = reading.tokens
    i = tokens.before(flow.start)
    near = [tokens.words[j] for j in range(max(i - 3, 0), i + 1) if tokens.starts[j] >= sentence.start]
    after = reading.words(flow.end, min(flow.end + 24, sentence.end))[:3]
    return "global" in near or "worldwide" in near + after or "world" in near


def _words_before(reading: Reading, sentence: Sentence, offset: int, count: int) -> list[str]:
    """The last words before an offset, back to a comma at most."""
    tokens = reading.tokens
    i, floor = tokens.before(offset), tokens.at(sentence.start)
    found: list[str] = []
    while i >= floor and len(found) < count and tokens.words[i] not in {",", ";", "("}:
        found.append(tokens.words[i])
        i -= 1
    return found
