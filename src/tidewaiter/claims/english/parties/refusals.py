"""What was turned down or stopped on its way: "Pyongyang declined 3 million doses" is no decrease."""

from __future__ import annotations

from tidewaiter.claims.english import clause_subjects
from tidewaiter.claims.english.nouns import own_goods
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Movement, Scene, Subject, clause_at
from tidewaiter.claims.words.lexicon import words

_REFUSALS, _TURNED_DOWN = words("refusals"), words("turned_down")
#: Characters from "declined" to the figure, and those in which an offer is turned down, with the words of one.
_NEAR, _OFFERED, _OFFER = 13, 48, frozenset({"a", "an", "the", "of", "for", "offer", "offers", "shipment", "donation"})
#: Verbs of holding goods up, and characters and words from them to how much.
_SEIZING = words("seizing")
_SEIZED, _SEIZED_WORDS = 40, 4


def refused(reading: Reading, scene: Scene, draft: Draft, context: Context) -> bool:
    """Whether "declined" means turned down; the slots are then filled."""
    figure = draft.figure
    said = _said_at(reading, scene, draft) if figure.kind in {"count", "quantity"} else None
    if said is None:
        return False
    own = own_goods.own_subject(reading, scene.sentence, figure)
    if own is None and figure.unit == "doses":
        own = Subject(None, "nothing named")
    if own is None or (own.product is None and figure.unit != "doses"):
        return False
    clause = clause_at(scene.clauses, said)
    by = clause_subjects.subject_of(reading, scene.sentence, scene.parties, clause, said, context)
    doses = figure.unit == "doses" or any(word in (own.product or "").lower() for word in ("vaccine", "dose", "shot"))
    draft.moved = Movement()
    draft.measure = "doses" if doses else "count"
    draft.rules["measure"] = "turned down"
    draft.subject = own
    draft.pair = Pair(None, by, tuple(c for c in [by] if c))
    draft.flow = None
    return True


def _said_at(reading: Reading, scene: Scene, draft: Draft) -> int | None:
    """Where it is said that goods were turned down; None where that is not said."""
    cue, figure = draft.moved.cue, draft.figure
    near = cue is not None and draft.moved.relation == "by" and cue.end >= figure.start - _NEAR
    if cue is not None and near and reading.text[cue.start : cue.end].lower() in _REFUSALS:
        return cue.start
    placed = list(reading.placed(max(scene.sentence.start, figure.begins - _OFFERED), figure.begins))
    while placed and placed[-1][0] in _OFFER:
        placed.pop()
    for length in (1, 2):
        if " ".join(word for word, _ in placed[-length:]) in _TURNED_DOWN:
            return placed[-length][1]
    return None


@turns_on(_SEIZING, otherwise=False)
def seized(reading: Reading, scene: Scene) -> bool:
    """ "Customs seized 4,200 bottles of wine", "had stopped two consignments": goods that were held up."""
    first = next(iter(scene.sentence.figures), None)
    if first is None:
        return False
    said = reading.words(max(scene.sentence.start, first.begins - _SEIZED), first.begins)
    return not _SEIZING.isdisjoint(said[-_SEIZED_WORDS:])
