"""What a sentence names only as the reason of what it tells: "amid tensions with Chile", "on demand from Peru"."""

from __future__ import annotations

from tidewaiter.claims.reading.reading import Reading, Sentence

#: Words from where a reason opens to what it names.
_REACH = 8
_FROM, _BY, _ON, _TO = frozenset({"from", "in"}), "by", "on", frozenset({"of", "to"})
_ENDS = frozenset({",", ";", ":", "(", ")"})
_TO_BE, _BEING = ["to", "be"], frozenset({"was", "were"})
_OWNING = frozenset({"'", "'s", "’", "’s"})
#: What joins one country to another.
_JOINING = frozenset({"and", "both", "by", "from", "in", "mainly", "of", "the", "to"})


def is_reason(reading: Reading, sentence: Sentence, start: int) -> bool:
    """Whether the country at a place is told of as a reason, and not as one that trades.

    "Because of lower shipments to Chile" speaks of trade again; "driven by Chile and Peru" names partners, and "rice
    due to Chile" who gets it, but not "lifted by Chile's purchases".
    """
    words, starts = reading.tokens.words, reading.tokens.starts
    last = reading.tokens.at(start) - 1
    lowest = max(reading.tokens.at(sentence.start), last + 1 - _REACH)
    for i in range(last, lowest - 1, -1):
        word, following = words[i], words[i + 1] if i < last else ""
        if word in _ENDS:
            return False
        because = is_reason_told(reading, sentence, i)
        led = following == _BY and reading.is_word("moved_by", word)
        if because or led or (following in _FROM and reading.is_word("demanding", word)):
            if (led or (because and following in _TO)) and _names_alone(reading, sentence, i + 2, start):
                return False
            told = [c.start for c in sentence.cues_of("flow_noun", "flow_verb")] + [f.start for f in sentence.figures]
            return not any(starts[i] < place < start for place in told)
    return False


def is_reason_told(reading: Reading, sentence: Sentence, i: int) -> bool:
    """Whether a token opens a reason: "amid", "due to"; "fell on weaker demand", but not "spent on larger trucks"."""
    words, start = reading.tokens.words, reading.tokens.starts[i]
    if words[i] != _ON:
        return reading.is_word("because", words[i])
    weighed = any(reading.is_word("reason_openers", word) for word in words[i + 1 : i + 2])
    return weighed and any(c.end <= start for c in sentence.cues_of("change"))


def _names_alone(reading: Reading, sentence: Sentence, first: int, start: int) -> bool:
    """Whether a country stands right behind "by" or "to", or behind none but others, and nothing of its own follows."""
    tokens = reading.tokens
    between = range(first, tokens.at(start))
    named = next((m for m in sentence.countries if m.start == start), None)
    if named is None or named.kind == "demonym" or _OWNING & set(reading.words(named.end, named.end + 2)):
        return False
    return all(
        tokens.words[i] in _JOINING or any(m.start <= tokens.starts[i] < m.end for m in sentence.countries)
        for i in between
    )


def is_trade_of_reason(reading: Reading, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a trade is named only as a reason of what stands before it: "fell, due to lower shipments to Peru".

    "Because of shipments of $3 million to Peru" tells of those as well; "rice due to be shipped" names no reason.
    """
    words, starts = reading.tokens.words, reading.tokens.starts
    at = reading.tokens.at(start)
    lowest = max(reading.tokens.at(sentence.start), at - _REACH)
    opening = None
    for i in range(at - 1, lowest - 1, -1):
        if words[i] in _ENDS:
            break
        if is_reason_told(reading, sentence, i) and words[i + 1 : i + 3] != _TO_BE:
            opening = i
            break
    if opening is None or not any(f.end <= starts[opening] for f in sentence.figures):
        return False
    last = reading.tokens.at(sentence.end)
    ends = [i for i in range(reading.tokens.at(end), last) if words[i] in _ENDS]
    following = words[ends[0] + 1 : ends[0] + 3] if ends else []
    if following[:1] == ["which"] and not _BEING.isdisjoint(following[1:]):
        # "Thanks to higher sales of zinc, which were worth $2 million": an amount of those.
        ends = ends[1:]
    stop = starts[ends[0]] if ends else sentence.end
    return not any(starts[opening] < f.start < stop for f in sentence.figures)
