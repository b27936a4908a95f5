"""What a sentence names only as the reason of what it tells: "amid tensions with Chile", "on demand from Peru"."""

from __future__ import annotations

from tidewaiter.claims.reading.reading import Reading, Sentence

#: Words from where a reason opens to what it names.
_REACH = 8
#: Words from "attributed" to what somebody names as a reason ("attributed to weak demand in").
_NAMED = 2
_FROM, _BY = frozenset({"from", "in"}), "by"
_ENDS = frozenset({",", ";", ":", "(", ")"})


def is_reason(reading: Reading, sentence: Sentence, start: int) -> bool:
    """Whether the country at a place is told of as a reason, and not as one that trades.

    "Because of lower shipments to Chile" speaks of trade again.
    """
    words, starts = reading.tokens.words, reading.tokens.starts
    last = reading.tokens.at(start) - 1
    lowest = max(reading.tokens.at(sentence.start), last + 1 - _REACH)
    for i in range(last, lowest - 1, -1):
        word, following = words[i], words[i + 1] if i < last else ""
        if word in _ENDS:
            return False
        opens = reading.is_word("because", word) or (following == _BY and reading.is_word("moved_by", word))
        opens = opens or (following in _FROM and reading.is_word("demanding", word))
        if opens and word == "attributed" and last - i < _NAMED:
            # "20 percent were attributed to Peru" is a share of it.
            return False
        if opens:
            told = [c.start for c in sentence.cues_of("flow_noun", "flow_verb")] + [f.start for f in sentence.figures]
            return not any(starts[i] < place < start for place in told)
    return False
