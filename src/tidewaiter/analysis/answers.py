"""A question about trade, answered from everything the ledger holds: published figures and customs books."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from tidewaiter.analysis import customs, published
from tidewaiter.analysis.evidence import Evidence, Question
from tidewaiter.analysis.rows import Row
from tidewaiter.analysis.shelf import Shelf

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger


class Desk:
    """A ledger that many questions are put to: what was fetched for one is kept for the next."""

    def __init__(self, ledger: Ledger) -> None:
        self._shelf = Shelf(ledger)
        self._booked: dict[Question, list[Evidence]] = {}

    def expect(self, questions: Iterable[Question]) -> None:
        """Fetch ahead what some questions will need: worth it from a handful on."""
        if self._shelf.has_books:
            self._shelf.fetch_ahead(wish for question in questions for wish in customs.wishes(question))

    def evidence(self, question: Question, *, witness: Callable[[Row], bool] | None = None) -> tuple[Evidence, ...]:
        """Every answer to a question, those of customs books first; `witness` says which published rows may speak."""
        if question not in self._booked:
            self._booked[question] = customs.answers(self._shelf, question)
        printed = [
            row
            for row in self._shelf.printed(question.exporter, question.importer)
            if (question.as_of is None or row.released_on <= question.as_of) and (witness is None or witness(row))
        ]
        return (*self._booked[question], *published.answers(printed, question))


def evidence_for(ledger: Ledger, question: Question) -> tuple[Evidence, ...]:
    """Every answer of a ledger to a question: customs books of either side first, then published figures.

    Answers are never added to each other. An empty tuple: the ledger knows nothing of it, not even that there was none.
    """
    return Desk(ledger).evidence(question)
