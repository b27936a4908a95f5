"""Countries called by what they are to another: "to its southern neighbour", "from the latter"."""

from __future__ import annotations

from collections.abc import Sequence

from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.lexicon import Cue, words

_HEADS = words("relatives")
_OPENERS = frozenset({"its", "their", "the"})
_LEADS = frozenset({"by", "from", "into", "to", "with"})
_ORDER = frozenset({"former", "latter"})
#: Words between "its" and "neighbour" at most ("giant northern").
_WITHIN = 3


@turns_on(_HEADS | _ORDER, otherwise=())
def relatives(reading: Reading, sentence: Sentence) -> Sequence[Cue]:
    """The phrases of a sentence that mean a country by its place beside another, in order.

    The sense is neighbour, former or latter. "China, its neighbour," and "remained its main partner" are none.
    """
    tokens = reading.tokens
    first, last = tokens.at(sentence.start), tokens.at(sentence.end)
    found = []
    for i in range(first + 1, last):
        word = tokens.words[i]
        if word in _ORDER and tokens.words[i - 1] == "the" and not _counts(reading, sentence, i + 1):
            found.append(Cue(tokens.starts[i - 1], tokens.ends[i], "anaphor", word))
        elif word in _HEADS:
            start = next(
                (k for k in range(i - 1, max(first, i - 2 - _WITHIN), -1) if tokens.words[k] in _OPENERS), None
            )
            if start is None or start == first or tokens.words[start - 1] not in _LEADS:
                continue
            named = any(
                tokens.starts[start] < c.end and c.start <= tokens.ends[i] + 2 and c.alpha3 for c in sentence.countries
            )
            if not named:
                found.append(Cue(tokens.starts[start], tokens.ends[i], "anaphor", "neighbour"))
    return found


def _counts(reading: Reading, sentence: Sentence, i: int) -> bool:
    """ "The latter half", "the former president": the word goes with what follows."""
    tokens = reading.tokens
    if i >= len(tokens) or tokens.starts[i] >= sentence.end:
        return False
    word = tokens.words[i]
    verb = any(c.start == tokens.starts[i] for c in sentence.cues)
    return word[0].isalpha() and not verb and not reading.is_word("stop", word) and not reading.is_word("verbs", word)
