"""What a sentence names only as the reason of what it tells: "amid tensions with Chile", "on demand from Peru"."""

from __future__ import annotations

from tidewaiter.claims.reading.reading import Reading, Sentence

#: Words from where a reason opens to what it names.
_REACH = 8
_FROM, _BY, _TO = frozenset({"from", "in"}), "by", frozenset({"of", "to"})
_ENDS = frozenset({",", ";", ":", "(", ")"})
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
        because = reading.is_word("because", word)
        led = following == _BY and reading.is_word("moved_by", word)
        if because or led or (following in _FROM and reading.is_word("demanding", word)):
            if (led or (because and following in _TO)) and _names_alone(reading, sentence, i + 2, start):
                return False
            told = [c.start for c in sentence.cues_of("flow_noun", "flow_verb")] + [f.start for f in sentence.figures]
            return not any(starts[i] < place < start for place in told)
    return False


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
