"""A review ends where its goods are known to, and says of each partner's book what of these goods it has."""

from datetime import date

import pytest
from made_ledger import MadeLedger, row

import tidewaiter as tw
from tidewaiter.analysis.review.review import Review, review
from tidewaiter.briefing.report.content import Table, plain
from tidewaiter.briefing.review.sections import report
from tidewaiter.ledger.store import Ledger, open_ledger
from tidewaiter.reference.groups import group

HEAD = "period,freqCode,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,primaryValue\n"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """China's soap through April 2022 and its fish through February 2024; Russia's soap, a little, to June 2022; of
    India fish alone."""
    folder = tmp_path_factory.mktemp("books")
    rows = {
        "soap.csv": ["202104,M,156,X,408,H5,340111,900000", "202204,M,156,X,408,H6,340111,800000"],
        "fish.csv": ["202402,M,156,X,408,H6,030389,70000000", "202401,M,699,X,408,H6,030389,50000"],
        "russia.csv": ["202206,M,643,X,408,H6,340111,40000"],
    }
    found = open_ledger(folder / "ledger", embedded=False)
    for name, lines in rows.items():
        path = folder / name
        path.write_text(HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8")
        found.load(path, release=date(2024, 5, 1))
    return found


def reviewed(ledger: Ledger, goods: str = "3401", **more: object) -> Review:
    return review(ledger, country="PRK", group=group(goods), since=2019, **more)


def test_it_ends_where_the_largest_partner_s_goods_are_known_to(ledger: Ledger) -> None:
    found = reviewed(ledger)
    assert (found.window.through, found.end_named) == ("2022-04", False)
    assert "the last month known of these goods" in plain(report(found).subtitle)


def test_it_ends_where_one_partner_s_goods_do_if_only_that_one_is_asked_for(ledger: Ledger) -> None:
    assert reviewed(ledger, partners=["RUS"]).window.through == "2022-06"


def test_a_month_that_is_named_stands(ledger: Ledger) -> None:
    found = reviewed(ledger, through="2023-12")
    assert (found.window.through, found.end_named) == ("2023-12", True)
    assert "last month known" not in plain(report(found).subtitle)


def test_without_any_of_the_goods_it_ends_with_the_newest_month(ledger: Ledger) -> None:
    assert reviewed(ledger, "9018").window.through == "2024-02"


def coverage(found: Review) -> dict[str, list[str]]:
    tables = [block for section in report(found).sections for block in section.blocks if isinstance(block, Table)]
    (table,) = [each for each in tables if each.id == "coverage"]
    assert [plain(column.heading) for column in table.columns][1:4] == ["Book", "These goods", "First month"]
    return {plain(row[0]): [plain(cell) for cell in row[1:]] for row in table.rows}


def test_a_book_of_fish_is_no_book_of_soap(ledger: Ledger) -> None:
    told = coverage(reviewed(ledger, "340111,340120", through="2024-02"))
    assert told["China"][:4] == [
        "UN Comtrade (FOB; HS2017 and HS2022)",
        "some: HS 340111",
        "April 2021",
        "April 2022",
    ]
    fish = coverage(reviewed(ledger, "030389,340111", through="2024-02", partners=["IND", "CHN"]))
    assert fish["China"][1] == "all"
    assert fish["India"][1] == "some: HS 030389"


def test_goods_of_which_a_book_has_some_codes_are_told_so(ledger: Ledger) -> None:
    assert coverage(reviewed(ledger))["China"][1] == "some: HS 3401 (in part)"


def test_newspapers_figures_end_a_review_too() -> None:
    """The book that comes with the package: of masks nothing after July 2022, of all goods months more."""
    found = tw.open_ledger().review(country="PRK", goods="masks").review
    assert found.window.through < "2022-12"
    assert coverage(found)["China"][:2] == ["newspapers’ figures only", "none, but for newspapers’ figures"]


def test_years_of_a_publisher_s_own_are_told_to_their_end_where_nobody_named_one() -> None:
    rows = [
        row("2022-03", "340111", 900_000),
        row("2022-04/2023-03", "340111", 50_000, source="india", reporter="IND"),
    ]
    found = reviewed(MadeLedger(rows))
    assert found.window.through == "2022-03"
    assert [partner.code for partner in found.partners if partner.spans.lines] == ["IND"]
    assert coverage(found)["India"][-1] == "April 2022 to March 2023"
    assert not [one for one in reviewed(MadeLedger(rows), through="2022-03").partners if one.spans.lines]
