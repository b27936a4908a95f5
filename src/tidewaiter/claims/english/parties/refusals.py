"""What was turned down: "Pyongyang declined 3 million doses" is no decrease."""

from __future__ import annotations

from tidewaiter.claims.english import clause_subjects
from tidewaiter.claims.english.nouns import own_goods
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Movement, Scene, clause_at
from tidewaiter.claims.words.lexicon import words

_REFUSALS = words("refusals")


def refused(reading: Reading, scene: Scene, draft: Draft, context: Context) -> bool:
    """Whether "declined" means turned down; the slots are then filled."""
    cue, figure = draft.moved.cue, draft.figure
    if cue is None or figure.kind not in {"count", "quantity"} or draft.moved.relation != "by":
        return False
    if reading.text[cue.start : cue.end].lower() not in _REFUSALS or cue.end < figure.start - 13:
        return False
    own = own_goods.own_subject(reading, scene.sentence, figure)
    if own is None or own.product is None:
        return False
    clause = clause_at(scene.clauses, cue.start)
    by = clause_subjects.subject_of(reading, scene.sentence, scene.parties, clause, cue.start, context)
    doses = any(word in own.product.lower() for word in ("vaccine", "dose", "shot"))
    draft.moved = Movement()
    draft.measure = "doses" if doses else "count"
    draft.rules["measure"] = "declined means refused"
    draft.subject = own
    draft.pair = Pair(None, by, tuple(c for c in [by] if c))
    draft.flow = None
    return True
