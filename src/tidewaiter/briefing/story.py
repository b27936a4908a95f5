"""An article with its figures marked: what every page of a check is made of, whether it is HTML or a terminal's.

Claims point into the original text; what is read is the body. Here the two meet, once, so that no face has to.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document
from tidewaiter.verdicts.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Note:
    """One figure and what became of it; `number` counts from 1 in the order of the text.

    `verdicts` begin with those that decided the outcome. `marked` is False where the figure does not stand in the body.
    """

    number: int
    claim: Claim
    outcome: str
    verdicts: tuple[Verdict, ...]
    marked: bool = True


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
        found = sorted(by_claim.get(claim, ()), key=lambda v: (v.outcome != outcome, v.outcome == "unchecked"))
        notes.append(Note(number, claim, outcome, tuple(found), marked=places[claim] is not None))
    marks = [(place, note) for note in notes if (place := places[note.claim]) is not None]
    return Story(document, tuple(_passages(document, marks)), tuple(notes))


def _place(document: Document, claim: Claim) -> tuple[int, int] | None:
    """Where a claim's figure stands in the body; None where it does not."""
    start, end = document.body.locate(claim.start), document.body.locate(claim.end)
    return (start, end) if start < end else None


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
