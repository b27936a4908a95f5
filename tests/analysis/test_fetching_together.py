"""Rows for many questions are fetched by few queries, and each question finds just its own."""

from typing import Any

from made_ledger import MadeLedger, months, row

from tidewaiter.analysis.fetched import Lane, Wish
from tidewaiter.analysis.shelf import Shelf

YEARS = (2021, 2022)


class Counting:
    """A ledger that counts the statements put to it about rows."""

    def __init__(self, ledger: MadeLedger) -> None:
        self.ledger = ledger
        self.statements: list[str] = []

    @property
    def asked(self) -> int:
        return len(self.statements)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.ledger, name)

    def connect(self) -> Any:
        cursor = self.ledger.connect()
        return type("Cursor", (), {"execute": lambda _, statement: self._counted(cursor, statement)})()

    def _counted(self, cursor: Any, statement: str) -> Any:
        if "FROM flows" in statement:
            self.statements.append(statement)
        return cursor.execute(statement)


def made() -> MadeLedger:
    rows = [
        row("2021-03", "TOTAL", 900, reporter="CHN", partner="PRK"),
        row("2021-03", "340111", 20, reporter="CHN", partner="PRK"),
        row("2022-03", "340111", 30, reporter="RUS", partner="PRK"),
        row("2022-03", "340119", 4, reporter="RUS", partner="PRK"),
        row("2022-05", "270112", 5, reporter="RUS", partner="PRK", flow="import"),
    ]
    covered = {}
    for reporter, flow in (("CHN", "export"), ("RUS", "export"), ("RUS", "import")):
        covered |= months("comtrade", reporter, flow, "2021-01", "2022-12")
    return MadeLedger(rows, covered=covered)


def values(shelf: Shelf, wish: Wish) -> list[int]:
    return sorted(int(row.value or 0) for row in shelf.booked(wish).under(wish.prefixes))


def test_lanes_that_share_a_country_are_fetched_by_one_query_and_kept_apart() -> None:
    soap = ("3401",)
    wishes = [
        Wish(Lane("CHN", "PRK", "export"), soap, YEARS),
        Wish(Lane("RUS", "PRK", "export"), ("340111",), (2022, 2022)),
        Wish(Lane("RUS", "PRK", "import"), ("27",), YEARS),
    ]
    ledger = Counting(made())
    shelf = Shelf(ledger)  # type: ignore[arg-type]
    shelf.fetch_ahead(wishes)
    assert ledger.asked == 1
    assert [values(shelf, wish) for wish in wishes] == [[20], [30], [5]]
    assert ledger.asked == 1
    assert values(shelf, Wish(Lane("RUS", "PRK", "export"), soap, YEARS)) == [4, 30]
    assert ledger.asked == 2


def test_all_goods_are_the_totals_or_where_a_book_has_none_all_its_lines() -> None:
    total = ("TOTAL",)
    wishes = [Wish(Lane("CHN", "PRK", "export"), total, YEARS), Wish(Lane("RUS", "PRK", "export"), total, YEARS)]
    shelf = Shelf(made())  # type: ignore[arg-type]
    shelf.fetch_ahead([*wishes, Wish(Lane("CHN", "PRK", "export"), ("3401",), YEARS)])
    assert [values(shelf, wish) for wish in wishes] == [[900], [4, 30]]


def test_only_years_that_are_not_there_yet_are_fetched() -> None:
    ledger = Counting(made())
    shelf = Shelf(ledger)  # type: ignore[arg-type]
    lane, soap = Lane("CHN", "PRK", "export"), ("3401",)
    shelf.fetch_ahead([Wish(lane, soap, (2021, 2021))])
    assert values(shelf, Wish(lane, soap, (2021, 2022))) == [20]
    assert [statement.count("BETWEEN 2022 AND 2022") for statement in ledger.statements] == [0, 1]
    assert values(shelf, Wish(lane, ("340111",), (2022, 2022))) == []
    assert ledger.asked == 2


def test_a_book_without_totals_is_fetched_once_for_all_goods_and_for_codes() -> None:
    ledger = Counting(made())
    shelf = Shelf(ledger)  # type: ignore[arg-type]
    lane = Lane("RUS", "PRK", "export")
    shelf.fetch_ahead([Wish(lane, ("3401",), (2022, 2022)), Wish(lane, ("TOTAL",), YEARS)])
    assert values(shelf, Wish(lane, ("TOTAL",), YEARS)) == [4, 30]
    assert values(shelf, Wish(lane, ("340119",), (2022, 2022))) == [4]
    assert ledger.asked == 1


def test_of_countries_that_no_book_sets_together_nothing_is_asked() -> None:
    ledger = Counting(made())
    shelf = Shelf(ledger)  # type: ignore[arg-type]
    silent = [Wish(Lane("RUS", "KOR", "export"), ("TOTAL",), YEARS), Wish(Lane("JPN", "PRK", "export"), (), YEARS)]
    shelf.fetch_ahead(silent)
    assert [values(shelf, wish) for wish in silent] == [[], []]
    assert ledger.asked == 0
