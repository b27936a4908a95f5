"""Whether a figure is asserted, denied, planned, expected or conditional."""

from __future__ import annotations

import re

from tidewaiter.claims.changes.corrections import taken_back
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Clause, clause_at
from tidewaiter.claims.words.lexicon import words

#: "Is due", "are expected", and characters from an amount to that.
_AWAITED, _BEING, _REACH = words("awaited"), frozenset({"are", "is"}), 80
#: Words of "still due in part", what may stand before "due", and what a reason is behind it.
_FEW, _STILL, _PARTLY = 4, frozenset({"also", "now", "still"}), words("mostly") | {"part"}
_AIMS, _AMOUNTING, _MISSING = words("aims"), words("amounting"), words("missing")
#: What may follow an aim: "the target for 2024 is", "the goal set in May was".
_OF_AIM = frozenset({"for", "in", "by", "set", "had", "has"}) | _AMOUNTING
#: "연간 목표인 20만 톤의 34%": what an aim is, and not what the sentence says will be.
_NAMES_AIM = re.compile(r"(?:치|액|량|물량)?(?:인|였던|은|는|의|\(|보다|대비)? ?(?:약 )?\d")
_AIM_IS = re.compile(r"(?:치|액|량|물량)?(?:인|였던|의|은|는|\()? ?(?:약 )?")
#: Hedges between "was" and the amount.
_ABOUT = frozenset({"about", "around", "now", "only", "put", "roughly", "set", "some", "still"})


def modality(reading: Reading, sentence: Sentence, found: list[Clause], figure: Figure) -> tuple[str, str]:
    """(modality, rule) of a figure: the nearest modal word before it in its clause decides."""
    if taken_back(reading, sentence, figure):
        return "denied", "the text takes it back"
    offset = figure.start
    if _is_aimed_at(reading, sentence, found, figure):
        return "planned", "what a target is"
    if (ahead := _awaited(reading, sentence, found, figure)) is not None:
        return "expected", f"“{ahead}”"
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
        aimed = [c for c in said if _NAMES_AIM.match(reading.text, c.end) is not None]
        if any(_AIM_IS.fullmatch(reading.text, c.end, offset) is not None for c in aimed):
            return "planned", "what a target is"
        near = [c for c in said if c.start >= offset and c not in aimed][-1:]
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


@turns_on(_AWAITED, otherwise=None)
def _awaited(reading: Reading, sentence: Sentence, found: list[Clause], figure: Figure) -> str | None:
    """ "Another 30 tonnes are due in October": what the clause says of its amount, behind it."""
    clause = clause_at(found, figure.start)
    if figure.kind not in {"count", "money", "quantity"}:
        return None
    placed = [p for p in reading.placed(figure.end, min(clause.end, figure.end + _REACH)) if clause.holds(p[1])]
    verb = next((n for n, (word, _) in enumerate(placed) if word in _BEING), len(placed))
    said = placed[verb + 1 : verb + 1 + _FEW]
    said = said[1:] if said and said[0][0] in _STILL else said
    if not said or said[0][0] not in _AWAITED or any(figure.end <= f.start < placed[verb][1] for f in sentence.figures):
        return None
    word, start = said[0]
    if word == "due" and not _PARTLY.isdisjoint(then for then, _ in said[1:]):
        # "The rise to $30 million is due largely to coal", "is due in part to coal".
        return None
    return None if _gives_reason(reading, start, start + len("due to"), clause.end) else word


def _gives_reason(reading: Reading, start: int, end: int, offset: int) -> bool:
    """ "Due to a fall of 6 percent", "due to lower sales", but "due to reach 6 million"."""
    if reading.words(start, end) != ["due", "to"]:
        return False
    following = reading.words(end, offset)[:1]
    return not following or reading.is_word("articles", following[0]) or reading.is_word("reason_openers", following[0])


@turns_on(_AIMS, otherwise=False)
def _is_aimed_at(reading: Reading, sentence: Sentence, found: list[Clause], figure: Figure) -> bool:
    """ "Its target for the year that began in July was $72 billion": how much is meant to be reached."""
    clause = clause_at(found, figure.start)
    if any(clause.holds(f.start) and f.end <= figure.start and f.kind != "count" for f in sentence.figures):
        return False
    told = reading.words(clause.start, figure.begins)
    while told and told[-1] in _ABOUT:
        told.pop()
    place = next((n for n, word in enumerate(told) if word in _AIMS), None)
    if place is None or told[-1] not in _AMOUNTING or told[place + 1] not in _OF_AIM:
        return False
    return _MISSING.isdisjoint(told[:place]) and "and" not in told[place:]
