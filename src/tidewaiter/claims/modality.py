"""Whether a figure is asserted, denied, planned, expected or conditional."""

from __future__ import annotations

from tidewaiter.claims.gates import turns_on
from tidewaiter.claims.reading import Reading, Sentence
from tidewaiter.claims.scene import Clause, clause_at

_DENIAL = frozenset({"not"})


@turns_on(_DENIAL, otherwise=False)
def _corrected(reading: Reading, sentence: Sentence, offset: int) -> bool:
    """ "Exports were $71.54 million, not $715.4 million": the second is what somebody else had said."""
    if not sentence.figures or min(figure.end for figure in sentence.figures) > offset:
        return False
    return reading.words(max(sentence.start, offset - 12), offset)[-2:] in ([",", "not"], ["and", "not"])


def modality(reading: Reading, sentence: Sentence, found: list[Clause], offset: int) -> tuple[str, str]:
    """(modality, rule) of what stands at an offset: the nearest modal word before it in its clause decides."""
    if reading.language == "en" and _corrected(reading, sentence, offset):
        return "denied", "another figure, “not” this one"
    said = [cue for cue in sentence.cues_of("modal") if cue.sense != "skip"]
    if not said:
        return "asserted", "no modal word"
    clause = clause_at(found, offset)
    taken = [(t.start, t.end) for t in sentence.times]
    near = [
        c for c in said
        if clause.holds(c.start) and c.end <= offset and not any(s < c.end and c.start < e for s, e in taken)
        and reading.text[c.start : c.end] != "May"
    ]  # fmt: skip
    if reading.language == "ko":
        # The Korean verb comes last, and its mood with it.
        near = [c for c in said if c.start >= offset][-1:]
    if not near:
        return "asserted", "no modal word"
    cue = near[-1]
    return cue.sense, f"“{reading.text[cue.start : cue.end]}”"
