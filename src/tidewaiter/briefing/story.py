"""An article with its figures marked: what every page of a check is made of, whether it is HTML or a terminal's.

Claims point into the original text; what is read is the body. Here the two meet, once, so that no face has to.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document
from tidewaiter.verdicts.phrases import amount
from tidewaiter.verdicts.verdict import Verdict

#: Words of a reason that are read at a glance.
_GLANCE = 18
#: How a figure is shown that only bounds support.
CONSISTENT = "consistent"


@dataclass(frozen=True, slots=True)
class Note:
    """One figure and what became of it; `number` counts from 1 in the order of the text.

    `outcome` is the outcome of its verdicts, or `consistent` where it is supported by nothing but a bound.
    `quote` is the figure as it is read, on one line. `verdicts` begin with those that decided the outcome. `marked` is
    False where the figure does not stand in the body.
    """

    number: int
    claim: Claim
    quote: str
    outcome: str
    verdicts: tuple[Verdict, ...]
    marked: bool = True

    @property
    def slip(self) -> str | None:
        """The slip that probably made the figure: "million for thousand, $266,900 would fit"; None if none is named."""
        for verdict in self.verdicts:
            if verdict.slip:
                words = verdict.slip.replace("_", " ")
                if verdict.suggested is None:
                    return words
                return f"{words}, {amount(self.claim.unit, verdict.suggested)} would fit"
        return None

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why, verdict by verdict; those that could tell nothing left out where others could."""
        telling = [v for v in self.verdicts if v.outcome != "unchecked" or self.outcome == "unchecked"]
        return tuple(dict.fromkeys(verdict.reason for verdict in telling))

    @property
    def brief(self) -> str:
        """The reason that says most, cut to what can be taken in at a glance; empty where there is none."""
        words = max(self.reasons, key=len, default="").split()
        short = " ".join(words[:_GLANCE])
        return short if len(words) <= _GLANCE else f"{short.rstrip('.,;:')} …"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a block: plain text, or a figure with its notes."""

    text: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of the body (`BLOCK_KINDS`) cut into pieces."""

    kind: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The passage without marks."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes to its figures, in order."""
        return tuple(note for piece in self.pieces for note in piece.notes)


@dataclass(frozen=True, slots=True)
class Story:
    """A document ready to be shown: its passages, and all notes in order."""

    document: Document
    passages: tuple[Passage, ...]
    notes: tuple[Note, ...]

    @property
    def title(self) -> str:
        """The title, or the name of the file where it has none."""
        return self.document.title or self.document.name

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The outcome of each figure."""
        return tuple(note.outcome for note in self.notes)


def tell(
    document: Document,
    claims: Sequence[Claim],
    *,
    verdicts: Iterable[Verdict] = (),
    outcomes: Mapping[Claim, str] | None = None,
) -> Story:
    """The story of a document: each claim numbered, marked where it stands, its verdicts beside it."""
    by_claim: dict[Claim, list[Verdict]] = {}
    for verdict in verdicts:
        by_claim.setdefault(verdict.claim, []).append(verdict)
    places = {claim: _place(document, claim) for claim in claims}
    notes = []
    for number, claim in enumerate(sorted(claims, key=lambda c: (c.start, c.end)), start=1):
        outcome = (outcomes or {}).get(claim, "unchecked")
        found = sorted(by_claim.get(claim, ()), key=lambda verdict: _rank(verdict, outcome))
        place = places[claim]
        quote = " ".join((document.body.text[slice(*place)] if place else claim.text).split())
        shown = CONSISTENT if outcome == "supported" and _only_bounds(found) else outcome
        notes.append(Note(number, claim, quote, shown, tuple(found), marked=place is not None))
    marks = [(place, note) for note in notes if (place := places[note.claim]) is not None]
    return Story(document, tuple(_passages(document, marks)), tuple(notes))


def _only_bounds(verdicts: Iterable[Verdict]) -> bool:
    """Whether all that supports a figure is a bound, which says that it can be and not that it is so."""
    return {verdict.confidence for verdict in verdicts if verdict.outcome == "supported"} == {CONSISTENT}


def _rank(verdict: Verdict, outcome: str) -> tuple[bool, bool, bool]:
    """Where a verdict stands among those of its claim: what decided comes first, and for what holds, customs."""
    customs_first = outcome != "contradicted" and verdict.check != "statistics"
    return verdict.outcome != outcome, verdict.outcome == "unchecked", customs_first


def _place(document: Document, claim: Claim) -> tuple[int, int] | None:
    """Where a claim's figure stands in the body; None where it does not."""
    start, end = document.body.locate(claim.start), document.body.locate(claim.end)
    return (start, end) if document.body.text[start:end].strip() else None


def _passages(document: Document, marks: list[tuple[tuple[int, int], Note]]) -> Iterable[Passage]:
    text, waiting = document.body.text, deque(marks)
    for block in document.body.blocks:
        pieces: list[Piece] = []
        at = block.start
        while waiting and waiting[0][0][0] < block.end:
            (start, end), note = waiting.popleft()
            if start < at and pieces and pieces[-1].notes:
                # Two figures in one stretch ("masks and gloves: none"): one mark bears both numbers.
                pieces[-1] = Piece(pieces[-1].text, (*pieces[-1].notes, note))
                continue
            start, end = max(start, at), min(end, block.end)
            if start > at:
                pieces.append(Piece(text[at:start]))
            pieces.append(Piece(text[start:end], (note,)))
            at = end
        if at < block.end:
            pieces.append(Piece(text[at : block.end]))
        if pieces:
            yield Passage(block.kind, tuple(pieces))
