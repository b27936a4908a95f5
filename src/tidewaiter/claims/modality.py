"""Whether a figure is asserted, denied, planned, expected or conditional."""

from __future__ import annotations

from tidewaiter.claims.changes.corrections import taken_back
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Clause, clause_at


def modality(reading: Reading, sentence: Sentence, found: list[Clause], figure: Figure) -> tuple[str, str]:
    """(modality, rule) of a figure: the nearest modal word before it in its clause decides."""
    if taken_back(reading, sentence, figure):
        return "denied", "the text takes it back"
    offset = figure.start
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
    near = [c for c in near if not _gives_reason(reading, c.start, c.end, offset)]
    if not near:
        return "asserted", "no modal word"
    cue = near[-1]
    if cue.sense == "estimated":
        # "报告估计，朝鲜去年获利2869万美元", "协会估计，全年出口可达150万吨".
        told = reading.text[cue.end : offset]
        future = any(word in told for word in reading.lexicon.words["future"])
        return "expected" if future else "asserted", f"“{reading.text[cue.start : cue.end]}”"
    return cue.sense, f"“{reading.text[cue.start : cue.end]}”"


def _gives_reason(reading: Reading, start: int, end: int, offset: int) -> bool:
    """ "Due to a fall of 6 percent", "due to lower sales", but "due to reach 6 million"."""
    if reading.words(start, end) != ["due", "to"]:
        return False
    following = reading.words(end, offset)[:1]
    return not following or reading.is_word("articles", following[0]) or reading.is_word("reason_openers", following[0])
