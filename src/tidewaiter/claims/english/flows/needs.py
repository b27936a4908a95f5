"""Whose needs a sale meets a part of: "supplied 62 percent of Mali's fuel", "provides most of Mali's imports"."""

from __future__ import annotations

from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Flow, Party
from tidewaiter.claims.words.lexicon import Cue, words

#: Verbs of those who meet a need; whoever exports a part of Mali's gold has it from there.
_MEETING, _MOST = words("meeting_needs"), words("most_of")
#: Who supplies something, and characters from "supplies" to how much.
_DOERS, _REACH = frozenset({"it", "they", "that", "which", "who"}), 14
#: Characters between "Mali's" and the trade that it owns.
_OWN = 32


def meets(reading: Reading, sentence: Sentence, parties: list[Party], cue: Cue, before: str) -> bool:
    """Whether "supplies" is a verb: "Senegal supplies 62 percent of it", "which supplies most of its fuel"."""
    named = any(p.end == cue.start - 1 and not (p.owner or p.demonym) for p in parties)
    if not named and before not in _DOERS:
        return False
    said = reading.words(cue.end, min(cue.end + _REACH, sentence.end))
    near = any(0 < f.begins - cue.end <= _REACH for f in sentence.figures)
    # "India supplies Nepal with fuel".
    return near or not _MOST.isdisjoint(said[:2]) or any(p.start - cue.end == 1 for p in parties)


def met(reading: Reading, sentence: Sentence, parties: list[Party], flow: Flow) -> list[str]:
    """The country whose goods the verb's object is said to be a part of; nobody where it is not told so."""
    behind = [p for p in parties if p.start >= flow.end and flow.clause.holds(p.start)]
    owner = next((p for p in behind if p.owner and not p.demonym and p.role == "of" and p.code), None)
    if any(p.role == "in" and not p.owner for p in behind):
        # "Sold 30 percent of Mali's gold in Turkey".
        return []
    if owner is None or _MEETING.isdisjoint(reading.words(flow.start, flow.end)) or not _needs(sentence, flow, owner):
        return []
    parts = [f for f in sentence.figures if flow.end <= f.start and f.end <= owner.start and f.unit == "percent"]
    if parts:
        return [owner.code] if reading.words(parts[-1].end, owner.start) == ["of"] else []
    said = reading.words(flow.end, owner.start)
    return [owner.code] if said[-1:] == ["of"] and not _MOST.isdisjoint(said) else []


def _needs(sentence: Sentence, flow: Flow, owner: Party) -> bool:
    """Whether what somebody has is no trade, or its imports: "20 percent of Mali's fuel", "of Mali's fuel imports"."""
    trade = next((c for c in sentence.cues_of("flow_noun", "flow_verb") if c.start >= flow.end), None)
    if trade is None or trade.start - owner.end > _OWN:
        return True
    return trade.start > owner.end and trade.sense == "import"
