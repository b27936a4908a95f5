"""Whether a figure is asserted, denied, planned, expected or conditional."""

from __future__ import annotations

from tidewaiter.claims.reading import Reading, Sentence
from tidewaiter.claims.scene import Clause, clause_at

_ORDER = ("denied", "conditional", "planned", "expected")


def modality(reading: Reading, sentence: Sentence, found: list[Clause], offset: int) -> tuple[str, str]:
    """(modality, rule) of what stands at an offset: the nearest modal word before it in its clause decides."""
    clause = clause_at(found, offset)
    taken = [(t.start, t.end) for t in sentence.times]
    near = [
        c for c in sentence.cues_of("modal")
        if clause.holds(c.start) and c.end <= offset and not any(s < c.end and c.start < e for s, e in taken)
    ]  # fmt: skip
    if reading.language == "ko":
        # The Korean verb comes last, and its mood with it.
        near = [c for c in sentence.cues_of("modal") if c.start >= offset][-1:]
    if not near:
        return "asserted", "no modal word"
    cue = near[-1]
    return cue.sense, f"“{reading.text[cue.start : cue.end]}”"
