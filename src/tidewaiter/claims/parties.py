"""Which part each country plays in its clause: where goods come from, where they go, whose they are."""

from __future__ import annotations

from dataclasses import dataclass

from tidewaiter.claims.reading import Reading, Sentence

#: Words that may stand between a preposition and a country ("from neighbouring China").
_BETWEEN = frozenset(
    "the both mainland neighboring neighbouring ally rival communist isolated sanctioned its their of fellow such "
    "countries as nations including reclusive oil-rich landlocked energy-rich either nearby".split()
)
_PREPOSITIONS = {
    "from": "from", "to": "to", "into": "to", "toward": "to", "towards": "to", "with": "with", "between": "between",
    "among": "between", "by": "by", "of": "of", "in": "in", "for": "for", "via": "via", "through": "via",
    "across": "via", "against": "against", "on": "on", "over": "on", "like": "like", "at": "in", "within": "in",
    "outside": "in", "inside": "in", "near": "in", "than": "than", "behind": "than", "after": "after",
}  # fmt: skip
_LINKS = frozenset({",", "and", "or", "&", "/", "as", "well", "-", "–", "both"})


@dataclass(slots=True)
class Party:
    """A country in a sentence. `role` is its preposition or `subject`; `owner` marks "China's" and "Chinese …"."""

    start: int
    end: int
    code: str
    role: str
    owner: bool
    demonym: bool
    weak: bool


def parties(reading: Reading, sentence: Sentence) -> list[Party]:
    """The countries of a sentence with their roles, in order."""
    found: list[Party] = []
    tokens = reading.tokens
    for mention in sentence.countries:
        if mention.alpha3 is None:
            continue
        first, after = tokens.at(mention.start), tokens.at(mention.end)
        following = tokens.words[after] if after < len(tokens) and tokens.starts[after] < sentence.end else ""
        owner = following in {"'s", "’s"} or (
            following in {"'", "’"} and reading.text[mention.end - 1] == "s" and tokens.starts[after] == mention.end
        )
        demonym = mention.kind == "demonym"
        role = _role(reading, sentence, first, found)
        found.append(Party(mention.start, mention.end, mention.alpha3, role, owner or demonym, demonym, mention.weak))
    return found


def _role(reading: Reading, sentence: Sentence, first: int, before: list[Party]) -> str:
    words, starts = reading.tokens.words, reading.tokens.starts
    i = first - 1
    lowest = reading.tokens.at(sentence.start)
    skipped = 0
    while i >= lowest and words[i] in _BETWEEN and skipped < 4 and words[i] not in {"of"}:
        i -= 1
        skipped += 1
    if i < lowest:
        return "subject"
    if words[i] in _PREPOSITIONS:
        return _PREPOSITIONS[words[i]]
    if before and words[i] in _LINKS:
        last = before[-1]
        j = i
        while j >= lowest and words[j] in _LINKS:
            j -= 1
        if j >= lowest and starts[j] < last.end and starts[j] >= last.start and not last.owner:
            return last.role
    return "subject"
