"""Shares of something that "that" points back to: "that is 57 percent of all exports"."""

from __future__ import annotations

from tidewaiter.claims.english.goods import pronouns
from tidewaiter.claims.english.goods.about import About
from tidewaiter.claims.reading.scene import Subject, clause_at

#: Words of "that was still about".
_BEING_SO = 4


def pointed_at(about: About) -> Subject | None:
    """ "That is 57 percent of all exports": of what was just told of."""
    said = about.reading.words(clause_at(about.scene.clauses, about.figure.start).start, about.figure.begins)
    if said[:1] in ([";"], [","], ["and"]):
        said = said[1:]
    if said[:1] not in (["that"], ["this"], ["it"]) or said[1:2] not in (["is"], ["was"]) or len(said) > _BEING_SO:
        return None
    here = about.last_subject.product if about.last_subject is not None else None
    told = here or pronouns.told_of(about.context, about.sentence)
    return None if told is None else Subject(told, "what “that” means")
