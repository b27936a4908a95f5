"""Trade that is with nobody in particular: with the world, with a part of it that is no country, or altogether."""

from __future__ import annotations

from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Flow
from tidewaiter.claims.words.lexicon import words

#: What opens a sentence on the whole, whoever was spoken of before.
_ALTOGETHER = frozenset({"altogether", "overall", "globally", "worldwide"})
_EVERYTHING = ["goods", "and", "services"]
#: "China's foreign trade" is with everybody.
_NOWHERE = words("nowhere")
#: Characters and words from "with" to the many that trade is with, and what says that they are not that many.
_MANY_REACH, _MANY_WORDS, _COUNTED = 48, 6, frozenset({"both", "that", "these", "this", "those", "two"})
_TOTAL = frozenset({"total"})
#: How many states are taken together, and what they are called.
_NUMBERS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
_GROUPS = frozenset({"countries", "members", "nations", "neighbors", "neighbours", "republics", "states"})
_ALL_OF_IT = frozenset({"overall", "total"})
#: Characters from a trade of goods to "the whole world".
_WORLD_REACH = 48
_ABROAD = frozenset({"foreign", "external", "overseas"})
_WORLD = frozenset({"global", "worldwide", "world"})


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
    if (
        tokens.words[i + 1] == "the"
        and not _NUMBERS.isdisjoint(tokens.words[i + 2 : i + 3])
        and not _GROUPS.isdisjoint(tokens.words[i + 3 : i + 6])
    ):
        # "Exports to the five Central Asian states".
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


def in_all(reading: Reading, sentence: Sentence, flow: Flow) -> bool:
    """ "In all, Mali exported 2 million tonnes": to everybody, but for a text on trade between two."""
    opens = reading.words(sentence.start, flow.start)[:3] == ["in", "all", ","]
    return opens and flow.away is None and flow.sense != "trade"


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
    if "global" in near or "worldwide" in near + after or "world" in near:
        return True
    # "Exports of masks to the whole world".
    said = reading.words(flow.end, min(flow.end + _WORLD_REACH, sentence.end))
    place = next((n for n, word in enumerate(said) if word in {"to", "from"}), len(said))
    behind = [word for word in said[place + 1 : place + 4] if word not in {"entire", "the", "whole"}]
    return flow.away is None and said[:1] == ["of"] and behind[:1] == ["world"]


def _words_before(reading: Reading, sentence: Sentence, offset: int, count: int) -> list[str]:
    """The last words before an offset, back to a comma at most."""
    tokens = reading.tokens
    i, floor = tokens.before(offset), tokens.at(sentence.start)
    found: list[str] = []
    while i >= floor and len(found) < count and tokens.words[i] not in {",", ";", "("}:
        found.append(tokens.words[i])
        i -= 1
    return found
