"""Which part each country plays in its clause: where goods come from, where they go, whose they are."""

from __future__ import annotations

from tidewaiter.claims.context import Context
from tidewaiter.claims.lexicon import words
from tidewaiter.claims.reading import Reading, Sentence
from tidewaiter.claims.scene import Party

#: Words that may stand between a preposition and a country ("from neighbouring China").
_BETWEEN = words("before_country")
_PREPOSITIONS = {
    "from": "from", "to": "to", "into": "to", "toward": "to", "towards": "to", "with": "with", "between": "between",
    "among": "between", "by": "by", "of": "of", "in": "in", "for": "for", "via": "via", "through": "via",
    "across": "via", "against": "against", "on": "on", "over": "on", "like": "like", "at": "in", "within": "in",
    "outside": "in", "inside": "in", "near": "in", "than": "than", "behind": "than", "after": "after",
}  # fmt: skip
_LINKS = frozenset({",", "and", "or", "&", "/", "as", "well", "-", "–", "both"})


def parties(reading: Reading, sentence: Sentence, context: Context) -> list[Party]:
    """The countries of a sentence with their roles, in order; "from the country", "to its neighbour" are resolved."""
    anaphors = sentence.cues_of("anaphor")
    if not (sentence.countries or anaphors):
        return []
    epithets = {c.start for c in anaphors if c.sense == "epithet"}
    neighbours = {c.start for c in anaphors if c.sense == "neighbour"}
    places: list[tuple[int, int, str | None, bool, bool]] = [
        (c.start, c.end, c.alpha3, c.kind == "demonym", c.weak) for c in sentence.countries if c.alpha3 is not None
    ]
    places += [
        (c.start, c.end, None, False, True)
        for c in anaphors
        if c.sense in {"country", "epithet", "neighbour"} and not any(p[0] < c.end and c.start < p[1] for p in places)
    ]
    found: list[Party] = []
    for start, end, code, demonym, weak in sorted(places, key=lambda place: place[:2]):
        role = _role(reading, sentence, reading.tokens.at(start), reading.tokens.at(end), found)
        if code is None:
            if role in {"from", "to", "with"}:
                code = _other(found, context, neighbour=start in neighbours)
            elif role == "subject":
                code = context.focus if start in epithets else context.subject
                if any(place[2] == code for place in places):
                    # "The regime sold China …": whom the sentence names beside it, it is not.
                    code = context.other_end(code)
            if code is None:
                continue
        owner = demonym or _possessive(reading, sentence, end)
        found.append(Party(start, end, code, role, owner, demonym, weak))
    return found


def _other(before: list[Party], context: Context, *, neighbour: bool) -> str | None:
    """Whom "the country" or "its neighbour" means as the far end of a trade: not the one that trades."""
    if neighbour:
        whose = [p for p in before if p.role == "subject"] or before
        return context.other_end(whose[-1].code if whose else context.subject)
    subjects = [p.code for p in before if p.role == "subject" and not p.owner]
    subject = subjects[-1] if subjects else context.subject
    earlier = [p.code for p in before if p.code != subject]
    if earlier:
        return earlier[-1]
    recent = [code for code in context.recent if code != subject]
    return context.other_end(subject) or (recent[-1] if recent else None)


def _possessive(reading: Reading, sentence: Sentence, end: int) -> bool:
    tokens = reading.tokens
    after = tokens.at(end)
    following = tokens.words[after] if after < len(tokens) and tokens.starts[after] < sentence.end else ""
    if following in {"'", "’"}:
        return reading.text[end - 1] == "s" and tokens.starts[after] == end
    return following in {"'s", "’s"}


def _role(reading: Reading, sentence: Sentence, first: int, after: int, before: list[Party]) -> str:
    words, starts = reading.tokens.words, reading.tokens.starts
    i = first - 1
    lowest = reading.tokens.at(sentence.start)
    skipped = 0
    if i > lowest + 1 and words[i] == "of" and words[i - 1] == "mainland":
        i -= 1
    while i >= lowest and words[i] in _BETWEEN and skipped < 4 and words[i] not in {"of"}:
        i -= 1
        skipped += 1
    if i < lowest:
        return "subject"
    if words[i] in _PREPOSITIONS:
        return _PREPOSITIONS[words[i]]
    if words[i] == "," and not (after < len(words) and words[after] in {",", "and", "or", "&"}):
        # "In the case of India, North Korea imported …": a comma alone makes no list.
        return "subject"
    if before and words[i] in _LINKS:
        last = before[-1]
        j = i
        while j >= lowest and words[j] in _LINKS:
            j -= 1
        if j >= lowest and starts[j] < last.end and starts[j] >= last.start and not last.owner:
            return last.role
    return "subject"
