"""The unit that begins at a token; a word that only begins like one keeps to itself."""

from __future__ import annotations

from tidewaiter.claims.numbers.tokens import BREAK, Tokens
from tidewaiter.claims.numbers.vocabulary import Unit, Vocabulary


def unit_at(vocabulary: Vocabulary, tokens: Tokens, k: int) -> tuple[Unit, int] | None:
    """The unit at token k and the token after it: "2원내각" has none, "200원 내렸다" has won."""
    found = vocabulary.units.at(tokens.words, k)
    if found is None or found[0].kind != "none":
        return found
    end = next((j for j in range(k + 1, found[1]) if not tokens.glued(j)), None)
    if end is None:
        return found
    shorter = vocabulary.units.at((*tokens.words[k:end], BREAK), 0)
    return None if shorter is None else (shorter[0], shorter[1] + k)
