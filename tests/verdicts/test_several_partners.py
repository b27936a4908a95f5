"""Claims of which one end is several partners, or whoever there is."""

from typing import Any

from made_ledger import MadeLedger, months, row
from said import claimed

from tidewaiter.verdicts.books.statistics import against_ledger
from tidewaiter.verdicts.verdict import Verdict

PARTNERS = ("POL", "NLD", "CHN")
OPEN = {"sender": None, "receiver": "PRK", "goods": ("soap",), "product": "soap"}
FELL = {
    **OPEN,
    "partners": ("PRK", "POL", "NLD"),
    "period": "2020",
    "base_period": "2019",
    "measure": "change",
    "unit": "percent",
    "comparison": "yoy",
    "direction": "decrease",
    "qualifier": "more_than",
    "low": 75,
    "text": "Imports of soap from Poland and the Netherlands each fell by more than 75 percent in 2020.",
}


def ledger(**values: tuple[int, int]) -> MadeLedger:
    """Soap in 2019 and 2020 by partner; all that are named have published both years."""
    covered: dict[Any, str] = {}
    rows = []
    for partner, (before, after) in values.items():
        covered |= months("comtrade", partner, "export", "2019-01", "2021-12")
        rows += [row("2019-05", "340111", before, reporter=partner), row("2020-05", "340111", after, reporter=partner)]
    return MadeLedger(rows, covered=covered)


def verdict(book: MadeLedger, figure: str, value: float, **slots: Any) -> Verdict:
    document, claim = claimed(figure, value, **slots)
    (found,) = against_ledger(document, [claim], book)
    return found


def test_a_change_of_each_is_borne_out_by_each() -> None:
    found = verdict(ledger(POL=(900, 190), NLD=(700, 160), CHN=(500, 900)), "75 percent", 75, **FELL)
    assert (found.outcome, found.confidence) == ("supported", "certain")
    assert len(found.operands) == 4
    assert {line.file for operand in found.operands for line in operand.rows} == {"rows.csv"}


def test_one_that_did_not_fall_so_leaves_it_open_and_is_named() -> None:
    found = verdict(ledger(POL=(900, 190), NLD=(700, 600)), "75 percent", 75, **FELL)
    assert found.outcome == "unchecked"
    assert "Netherlands" in found.reason
    assert "Poland" not in found.reason


def test_nothing_from_anybody_is_borne_out_by_all_books_there_are() -> None:
    stopped = {**OPEN, "partners": ("PRK",), "period": "2021", "text": "North Korea stopped importing soap in 2021."}
    found = verdict(ledger(POL=(900, 190), CHN=(700, 160)), "stopped", 0, **stopped)
    assert (found.outcome, found.confidence) == ("supported", "consistent")
    assert found.doubt is not None
    assert "China" in found.reason
    earlier = verdict(ledger(POL=(900, 190), CHN=(700, 160)), "stopped", 0, **{**stopped, "period": "2020"})
    assert earlier.outcome == "unchecked"


def test_a_level_of_several_is_not_asked_of_each() -> None:
    level = {**OPEN, "partners": ("PRK", "POL", "NLD"), "period": "2020", "text": "It bought soap for $190."}
    found = verdict(ledger(POL=(900, 190), NLD=(700, 190)), "$190", 190, **level)
    assert found.outcome == "unchecked"


def test_no_book_at_all_bears_nothing_out() -> None:
    stopped = {**OPEN, "partners": ("PRK",), "period": "2021", "text": "North Korea stopped importing soap in 2021."}
    assert verdict(MadeLedger(embedded=True), "stopped", 0, **stopped).outcome == "unchecked"
