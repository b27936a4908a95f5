"""Times that rank a figure, and that it is not of: "the highest since March 2021", "its first purchase this year"."""

from __future__ import annotations

from tidewaiter.claims.periods import Expression
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.lexicon import words

_RANKS, _NO_RANKS = words("ranks"), words("no_ranks")
#: Characters in which the word that ranks stands before "since".
_RANK_REACH = 60
#: Words of "its first big purchase".
_FIRST_OF = 4
#: Words of "its third straight monthly fall of", and what is counted so.
_NTH_OF, _ORDINALS, _MOVES = 6, words("ordinals"), words("change_nouns")
_FIRST_TIME, _ASIDE = ["for", "the", "first", "time"], (["-"], ["–"], ["—"], ["("], [","])


def ranks(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "The highest since March 2021", "its first rise since 2019": a rank, and no time of the figure."""
    ahead = words_ahead(reading, sentence, expression)
    return not _RANKS.isdisjoint(ahead) or is_superlative(ahead)


def is_first_of(reading: Reading, sentence: Sentence, expression: Expression) -> bool:
    """ "India took 95,000 tons, its first purchase this year": a rank beside the figure, which is of another time."""
    ahead = words_ahead(reading, sentence, expression)
    if ahead[-4:] == _FIRST_TIME and ahead[-5:-4] in _ASIDE:
        # "96 beds and – for the first time this year – 20 tents", but "topped $1 billion for the first time last year".
        return True
    if not any(f.end <= expression.start for f in sentence.figures) or "," not in ahead:
        return False
    said = ahead[len(ahead) - ahead[::-1].index(",") :]
    if said[:1] not in (["a"], ["its"], ["the"], ["their"]) or len(said) < 2:
        return False
    if said[1] in {"first", "only"}:
        return len(said) <= _FIRST_OF
    # "…, 17 percent down on September, the third monthly fall this year".
    return said[1] in _ORDINALS and len(said) <= _NTH_OF and not _MOVES.isdisjoint(said[2:])


def words_ahead(reading: Reading, sentence: Sentence, expression: Expression) -> list[str]:
    """The last words before an expression."""
    return reading.words(max(sentence.start, expression.start - _RANK_REACH), expression.start)[-8:]


def is_superlative(ahead: list[str]) -> bool:
    """Whether one of them says that nothing is more so ("the highest")."""
    return any(word.endswith("est") and len(word) > 4 and word not in _NO_RANKS for word in ahead)
