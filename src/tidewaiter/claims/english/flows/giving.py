"""Aid: what is given to a country, by whom, and what is called so without being told as an amount."""

from __future__ import annotations

from tidewaiter.claims.english.clause_subjects import subject_of
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Flow, Party
from tidewaiter.claims.words.lexicon import Cue, words

#: The sense of a word that names what is given.
AID = "aid"
_GIVING = words("providing")
#: These trade only where a country does them to an amount: "China contributed to the fall", "trucks loaded with rice".
GRANTING = frozenset({"contributed", "gave", "given", "loaded"})
_HAVING = frozenset({"also", "alone", "has", "have", "had"})
_AMOUNTS, _AIMED = frozenset({"count", "money", "quantity"}), 8
_GAVE = GRANTING | words("giving") | _GIVING | words("granting")
_NEEDING = words("needing")
_GOT = frozenset({"accepted", "got", "received", "receives"})
_TO, _FROM = frozenset({"for", "to"}), frozenset({"from"})
#: Words from "aid to" to the country, and characters from a giver's name to "aid".
_NEAR, _OWNED = 3, 3


def gives(reading: Reading, sentence: Sentence, parties: list[Party], cue: Cue) -> bool:
    """ "Japan gave $42 million", "Sweden has contributed 300 tons of fish": a country right before, how much behind."""
    doer = next((p for p in reversed(parties) if p.end <= cue.start and not p.owner), None)
    amount = next((f for f in sentence.figures if f.begins >= cue.end and f.kind in _AMOUNTS), None)
    if doer is None or amount is None or not _HAVING.issuperset(reading.words(doer.end, cue.start)):
        return False
    following = reading.words(amount.end, min(amount.end + 4, sentence.end))[:1]
    aimed = following == ["to"] and not any(amount.end <= p.start <= amount.end + _AIMED for p in parties)
    if amount.kind == "count" and not any(p.role == "to" and p.start >= amount.end for p in parties):
        # "Japan gave three reasons".
        return False
    return not reading.words(cue.end, amount.begins) and not aimed


def is_amount(reading: Reading, sentence: Sentence, parties: list[Party], cue: Cue) -> bool:
    """Whether a word for aid tells of an amount of it: "aid to Chad came to …", "$50 million in aid"."""
    if not sentence.figures or sentence.kind in {"title", "heading"}:
        return False
    if not _NEEDING.isdisjoint(reading.words(sentence.start, cue.start)):
        # "Families need 136,000 tonnes of food aid".
        return False
    following = reading.words(cue.end, min(cue.end + 8, sentence.end))[:1]
    if following and following[0] in _TO | _FROM:
        behind = next((p for p in parties if p.start >= cue.end), None)
        return behind is not None and len(reading.words(cue.end, behind.start)) <= _NEAR
    stops = not following or not following[0][0].isalpha() or reading.is_word("stop", following[0])
    stops = stops or any(0 <= c.start - cue.end <= 1 for c in sentence.cues if c.kind in {"change", "level"})
    if not stops:
        # "Aid workers", "assistance programmes".
        return False
    owned = any(0 <= cue.start - p.end <= _OWNED and (p.demonym or p.owner) for p in parties)
    amount = next((f for f in reversed(sentence.figures) if f.end <= cue.start), None)
    return owned or (amount is not None and reading.words(amount.end, cue.start) in (["in"], ["of"], ["worth", "of"]))


def set_ends(
    reading: Reading, sentence: Sentence, parties: list[Party], flow: Flow, right: list[Party], context: Context
) -> None:
    """From whom aid is and to whom: a text on aid often names one of the two, and the other is nobody it speaks of."""
    flow.goods = " ".join(reading.text[flow.start : flow.end].split())
    following = reading.words(flow.end, flow.end + 6)[:1]
    receivers = [p.code for p in right if p.role == "to"][:1]
    if not receivers and following == ["for"]:
        receivers = [p.code for p in right[:1]]
    senders = [p.code for p in right if p.role == "from"][:1] or [flow.pair.sender or ""]
    before = set(reading.words(flow.clause.start, flow.start))
    doer = subject_of(reading, sentence, parties, flow.clause, flow.start, context)
    if doer and _GAVE & before and doer not in receivers:
        senders = [doer]
    elif doer and _GOT & before and doer not in senders:
        receivers = receivers or [doer]
    elif not following or following[0] not in _TO | _FROM:
        named = [p for p in parties if 0 <= flow.start - p.end <= _OWNED and (p.demonym or p.owner)]
        senders = [p.code for p in named[-1:]] or senders
    flow.set_ends([code for code in senders if code], [code for code in receivers if code])
    flow.joint = not flow.pair.sender
    flow.reporter = None
