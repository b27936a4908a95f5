"""How far books reach: a file of fish says nothing of medicines, and a file about another partner nothing at all."""

from datetime import date
from pathlib import Path

import pytest

from tidewaiter.ledger.reach import Reach
from tidewaiter.ledger.store import Ledger, open_ledger

HEAD = "period,freqCode,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,primaryValue\n"


def table(path: Path, *rows: str) -> Path:
    path.write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    folder = tmp_path_factory.mktemp("reach")
    found = open_ledger(folder / "ledger", embedded=False)
    fish = table(
        folder / "fish.csv",
        "202401,M,156,X,408,H6,030389,100",
        "202402,M,156,X,408,H6,030389,100",
        "202402,M,156,X,410,H6,030389,100",
    )
    soap = table(
        folder / "soap.csv",
        "202203,M,156,X,408,H6,340111,100",
        "202204,M,156,X,408,H6,640299,100",
        "202204,M,643,X,410,H6,340111,100",
    )
    years = table(folder / "years.csv", "2021,A,156,X,408,H5,340120,100")
    found.load(fish, release=date(2024, 4, 1))
    found.load(soap, release=date(2022, 6, 1))
    found.load(years, release=date(2022, 8, 1))
    return found


def test_only_files_with_the_goods_count_and_with_all_their_months(ledger: Ledger) -> None:
    found = ledger.reach(country="PRK", prefixes=["3401"])
    assert found == {
        ("CHN", "export"): Reach(
            frozenset({"340111", "340120"}), frozenset({"2022-03", "2022-04", "2021"}), frozenset({"comtrade"})
        )
    }


def test_a_book_about_somebody_else_reaches_nothing(ledger: Ledger) -> None:
    assert ("RUS", "export") not in ledger.reach(country="PRK", prefixes=["34"])
    assert ("RUS", "export") in ledger.reach(country="KOR", prefixes=["34"])


def test_what_was_published_later_is_left_out(ledger: Ledger) -> None:
    found = ledger.reach(country="PRK", prefixes=["34"], as_of=date(2022, 7, 1))
    assert found["CHN", "export"].periods == {"2022-03", "2022-04"}


def test_goods_that_no_book_has(ledger: Ledger) -> None:
    assert ledger.reach(country="PRK", prefixes=["30"]) == {}
    assert ledger.reach(country="PRK", prefixes=[]) == {}
