"""The desk as one document may use it: evidence from others, as known when it was written and as known now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tidewaiter.analysis.answers import Desk
from tidewaiter.analysis.evidence import Evidence, Question
from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document
from tidewaiter.verdicts.books import findings
from tidewaiter.verdicts.books.releases import knowable, witness
from tidewaiter.verdicts.verdict import Operand


@dataclass(frozen=True, slots=True)
class Known:
    """A piece of evidence, and whether it still stands or was only known when the text was written."""

    evidence: Evidence
    stands: bool


class Bench:
    """One document before the ledger."""

    def __init__(
        self,
        document: Document,
        desk: Desk,
        as_of: date | None,
        *,
        figures: Sequence[Claim] = (),
        crowded: Collection[Claim] = (),
    ) -> None:
        """`figures` are all the document's claims; `crowded` those that answer one question differently.

        `vouched` are those whose reading another figure of their sentence confirms: known only after a first look.
        """
        self.document = document
        self.figures = figures
        self.crowded = frozenset(crowded)
        self.vouched: frozenset[Claim] = frozenset()
        self._desk = desk
        self._as_of = as_of
        self._written = knowable(document, as_of)
        self._witness = witness(document)
        self._heard: dict[Question, tuple[Evidence, ...]] = {}

    def now(self, question: Question) -> tuple[Evidence, ...]:
        """What is known now (or as of the day asked for)."""
        return self._ask(_as_of(question, self._as_of))

    def expect(self, questions: Iterable[Question]) -> None:
        """Fetch ahead what `now` will need for some questions."""
        asked = (_as_of(question, self._as_of) for question in questions)
        self._desk.expect(question for question in asked if question not in self._heard)

    def _ask(self, question: Question) -> tuple[Evidence, ...]:
        if question not in self._heard:
            self._heard[question] = self._desk.evidence(question, witness=self._witness)
        return self._heard[question]

    def partners(self, country: str, *, importing: bool, since: int) -> tuple[str, ...]:
        """Whose customs books, known as of the day asked for, have rows of a country's imports, or of its exports."""
        return self._desk.partners(country, importing=importing, since=since, as_of=self._as_of)

    def known(self, question: Question) -> list[Known]:
        """What is known now, and what was known when the text was published and has changed since."""
        now = self.now(question)
        found = [Known(evidence, stands=True) for evidence in now]
        if self._written is None:
            return found
        then = self._ask(_as_of(question, self._written))
        said = {_told(evidence) for evidence in now}
        return found + [Known(evidence, stands=False) for evidence in then if _told(evidence) not in said]


def _as_of(question: Question, day: date | None) -> Question:
    return question if question.as_of == day else replace(question, as_of=day)


def _told(evidence: Evidence) -> tuple[object, ...]:
    return evidence.figure, evidence.kind, evidence.source, evidence.flow, evidence.reporter, evidence.made


def operand(question: Question, evidence: Evidence) -> Operand:
    """Evidence as what a verdict rests on."""
    return Operand(
        figure=evidence.figure,
        unit=evidence.unit,
        label=f"{findings.subject(question, evidence)}: {findings.origin(evidence)}",
        rows=evidence.rows,
    )
