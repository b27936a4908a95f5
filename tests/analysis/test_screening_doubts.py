"""What falls under a measure and looks like a neighbour's trade is told as such, and comes after what does not."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from audit_books import line, loaded, months

from tidewaiter.analysis.audit import confusable
from tidewaiter.analysis.audit.finding import Finding
from tidewaiter.analysis.audit.scope import Scope
from tidewaiter.analysis.review.review import review
from tidewaiter.analysis.screening.screen import Screening, screen
from tidewaiter.briefing.report.content import Table, plain, texts_of
from tidewaiter.briefing.review.sections import report as review_report
from tidewaiter.briefing.screening.sections import report
from tidewaiter.ledger.store import Ledger
from tidewaiter.reference.groups import group

CROWD = ("ESP", "NLD", "POL", "TUR", "ZAF", "BRA", "KEN")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """Portugal buys tuna of South Korea every month and, of the North, twice in its place; Italy buys some of the North."""
    records = []
    for place, month in enumerate(months("2019-01", "2020-12")):
        swapped = month in ("2019-05", "2020-03")
        records.append(line("PRT", "import", "PRK" if swapped else "KOR", month, "030342", 400_000 + 17 * place))
        records.append(line("ITA", "import", "PRK", month, "030389", 2_001 + place))
        records += [line(who, "import", "KOR", month, "030342", 30_000 + 13 * place) for who in CROWD]
    folder: Path = tmp_path_factory.mktemp("doubts")
    return loaded(folder, records)


@pytest.fixture(scope="module")
def screened(ledger: Ledger) -> Screening:
    return screen(ledger, country="PRK", regimes=("UN",), since=2018)


def test_the_doubted_part_is_a_fact_of_its_rows(screened: Screening) -> None:
    by_reporter = {hit.lane.reporter: hit for hit in screened.hits}
    portugal, italy = by_reporter["PRT"], by_reporter["ITA"]
    assert italy.doubted is None
    assert portugal.doubted is not None
    assert portugal.doubted.value == portugal.value.value == Decimal(800_000 + 17 * (4 + 14))
    assert set(portugal.doubted.rows) == set(portugal.value.rows)
    assert portugal.clear == 0


def test_what_is_clear_stands_first(screened: Screening) -> None:
    assert [hit.lane.reporter for hit in screened.hits if hit.status == "under"] == ["ITA", "PRT"]


def test_it_is_said_in_the_sentence_and_beside_the_line(screened: Screening) -> None:
    found = report(screened)
    said = " ".join(plain(item) for block in found.sections[0].blocks for item in getattr(block, "items", ()))
    assert "all of it looks like trade of South Korea, booked so by mistake in Portugal's book" in said
    (table,) = [block for block in found.sections[1].blocks if isinstance(block, Table)]
    assert plain(table.columns[-1].heading) == "Looks like South Korea"
    assert [bool(row[-1]) for row in table.rows] == [False, True]


def test_a_review_tells_a_neighbour_s_trade_last_and_finds_nothing_in_it(ledger: Ledger) -> None:
    found = review(ledger, country="PRK", group=group("03"), direction="export", since=2018)
    assert [(one.code, one.doubted) for one in found.partners] == [("ITA", False), ("PRT", True)]
    doubt = found.partners[1].doubt
    assert doubt is not None
    assert doubt.value.value == doubt.of == Decimal(800_000 + 17 * (4 + 14))
    assert {finding.line.partner for finding in found.findings} <= {"ITA"}
    words = " ".join(plain(text) for block in review_report(found).sections[0].blocks for text in texts_of(block))
    assert "† What the books of Portugal ($800,306 in May 2019 to March 2020) have of these goods looks" in words
    tables = [
        block for section in review_report(found).sections for block in section.blocks if isinstance(block, Table)
    ]
    rows = {plain(row[0]) for table in tables if table.id == "goods-codes" for row in table.rows}
    assert {"Italy", "Portugal †"} <= rows
    assert [plain(table.caption) for table in tables if table.id.startswith("years-")] == [
        "Fish, crustaceans and molluscs (HS 03) to Italy"
    ]
    every = [plain(each) for section in review_report(found).sections for b in section.blocks for each in texts_of(b)]
    assert not [said for said in every if "Italy and Portugal together" in said]


def test_who_trades_in_the_goods_month_after_month_is_not_asked_about(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, ...]] = []
    check = confusable.check

    def noting(book: Ledger, scope: Scope) -> Iterator[Finding]:
        asked.append(scope.reporters)
        return check(book, scope)

    monkeypatch.setattr(confusable, "check", noting)
    review(ledger, country="PRK", group=group("03"), direction="export", since=2018)
    assert asked == [("PRT",)]
