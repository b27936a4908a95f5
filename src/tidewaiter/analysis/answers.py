"""A question about trade, answered from everything the ledger holds: published figures and customs books."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from tidewaiter.analysis import customs, published
from tidewaiter.analysis.evidence import Evidence, Question
from tidewaiter.analysis.lanes import Lanes
from tidewaiter.analysis.printed import Printed
from tidewaiter.analysis.rows import Row
from tidewaiter.analysis.shelf import Shelf

if TYPE_CHECKING:
    from tidewaiter.ledger.store import Ledger


#: Answers kept for the next question, and lists of published figures: a run over many articles stays small.
_ANSWERS, _LISTS = 20_000, 2_000


class Desk:
    """A ledger that many questions are put to: what was fetched and read for one is kept for the next."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._shelf = Shelf(ledger)
        self._lanes: dict[tuple[str, int, date | None], Lanes] = {}
        self._booked: dict[Question, list[Evidence]] = {}
        self._figures: dict[tuple[frozenset[str], str], list[Printed]] = {}

    def expect(self, questions: Iterable[Question]) -> None:
        """Fetch ahead what some questions will need: worth it from a handful on."""
        listed = list(questions)
        self._shelf.fetch_printed(_shared(listed))
        if self._shelf.has_books:
            self._shelf.fetch_ahead(wish for question in listed for wish in customs.wishes(question))

    def partners(self, country: str, *, importing: bool, since: int, as_of: date | None) -> tuple[str, ...]:
        """With whom a country's imports (or exports) stand in customs books since a year, most rows first."""
        key = country, since, as_of
        if key not in self._lanes:
            self._lanes[key] = Lanes(self._ledger, country=country, since=since, as_of=as_of)
        lanes = self._lanes[key]
        found = (lane for lane in lanes.of("import" if importing else "export") if lanes.sources(lane))
        return tuple(lane.exporter if importing else lane.importer for lane in found)

    def evidence(self, question: Question, *, witness: Callable[[Row], bool] | None = None) -> tuple[Evidence, ...]:
        """Every answer to a question, those of customs books of either side first, then published figures.

        Answers are never added to each other. Empty: the ledger knows nothing of it, not even that there was none.
        `witness` says which published rows may speak.
        """
        if question not in self._booked:
            if len(self._booked) >= _ANSWERS:
                self._booked.clear()
            self._booked[question] = customs.answers(self._shelf, question)
        printed = (
            figure
            for figure in self._printed(question)
            if (question.as_of is None or figure.row.released_on <= question.as_of)
            and (witness is None or witness(figure.row))
        )
        return (*self._booked[question], *published.answers(printed, question))

    def _printed(self, question: Question) -> list[Printed]:
        """The published figures about two countries that are of a unit, each read once."""
        key = frozenset((question.exporter, question.importer)), question.unit
        if key not in self._figures:
            if len(self._figures) >= _LISTS:
                self._figures.clear()
            figures = self._shelf.printed(question.exporter, question.importer)
            self._figures[key] = list(published.in_unit(figures, question.unit))
        return self._figures[key]


def _shared(questions: Sequence[Question]) -> set[str]:
    """A country of each question, few in all: those that most questions name."""
    pairs = [(question.exporter, question.importer) for question in questions]
    named = Counter(country for pair in pairs for country in pair)
    return {max(pair, key=lambda country: (named[country], country)) for pair in pairs}
