"""Clauses of a sentence: what a figure may look at first before it looks further afield."""

from __future__ import annotations

from dataclasses import dataclass

from tidewaiter.claims.parties import Party
from tidewaiter.claims.reading import Reading, Sentence

_VERB_KINDS = frozenset({"change", "flow_verb", "level", "perfect", "zero", "share"})
_RELATIVES = frozenset({"which", "who", "whom", "whose", "where"})


@dataclass(slots=True)
class Clause:
    """A stretch of a sentence; `kind` is main, contrast, relative, aside (in brackets) or earlier ("after …ing")."""

    start: int
    end: int
    kind: str = "main"


def clauses(reading: Reading, sentence: Sentence, parties: list[Party]) -> list[Clause]:
    """The clauses of a sentence, in order; together they cover it."""
    tokens = reading.tokens
    cuts: dict[int, str] = {sentence.start: "main"}
    for cue in sentence.cues_of("boundary"):
        if cue.sense == "contrast":
            cuts[cue.start] = "contrast"
        elif _ing_follows(reading, cue.end):
            cuts[cue.start] = "earlier"
    first, last = tokens.at(sentence.start), tokens.at(sentence.end)
    depth = 0
    for i in range(first, last):
        word, start = tokens.words[i], tokens.starts[i]
        if word == ";":
            cuts[start] = "main"
        elif word in {"(", "（"}:
            depth += 1
            cuts[start] = "aside"
        elif word in {")", "）"} and depth:
            depth -= 1
            cuts[tokens.ends[i]] = "resumed"
        elif word in {",", "and", "—", "–", ":"} and not depth:
            nxt = tokens.words[i + 1] if i + 1 < last else ""
            if nxt in _RELATIVES:
                cuts[start] = "relative"
            elif word != "–" and _opens_clause(reading, sentence, parties, i + 1, last):
                cuts.setdefault(start, "main")
    cuts = {place: kind for place, kind in cuts.items() if sentence.start <= place < sentence.end}
    places = sorted(cuts)
    return [
        Clause(place, places[n + 1] if n + 1 < len(places) else sentence.end, cuts[place])
        for n, place in enumerate(places)
    ]


def clause_at(found: list[Clause], offset: int) -> Clause:
    """The clause that an offset stands in."""
    for clause in reversed(found):
        if clause.start <= offset:
            return clause
    return found[0]


def _ing_follows(reading: Reading, offset: int) -> bool:
    tokens = reading.tokens
    i = tokens.at(offset)
    return any(tokens.words[j].endswith("ing") for j in range(i, min(i + 3, len(tokens))))


def _opens_clause(reading: Reading, sentence: Sentence, parties: list[Party], i: int, last: int) -> bool:
    """Whether a subject and a verb follow before the next mark: "…, imports from India collapsed …"."""
    tokens = reading.tokens
    if i < last and tokens.words[i] in {"and", "but"}:
        i += 1
    if i >= last:
        return False
    start, stop = tokens.starts[i], sentence.end
    for j in range(i + 1, last):
        if tokens.words[j] in {",", ";", "(", "—"}:
            stop = tokens.starts[j]
            break
    figures = [f.start for f in sentence.figures if start <= f.start < stop]
    limit = figures[0] if figures else stop
    subject = -1
    for cue in sentence.cues:
        if start <= cue.start < limit and cue.kind == "flow_noun":
            subject = cue.end
            break
        if cue.kind == "anaphor" and cue.start == start and cue.sense in {"subject", "country"}:
            subject = cue.end
            break
    if subject < 0:
        for party in parties:
            if start <= party.start < min(limit, start + 30) and party.role == "subject" and not party.owner:
                subject = party.end
                break
    if subject < 0:
        return False
    return any(subject <= cue.start < stop and cue.kind in _VERB_KINDS for cue in sentence.cues)
