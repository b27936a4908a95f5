"""What falls under a measure and looks like a neighbour's trade is told as such, and comes after what does not."""

from decimal import Decimal
from pathlib import Path

import pytest
from audit_books import line, loaded, months

from tidewaiter.analysis.screening.screen import Screening, screen
from tidewaiter.briefing.report.content import Table, plain
from tidewaiter.briefing.screening.sections import report

CROWD = ("ESP", "NLD", "POL", "TUR", "ZAF", "BRA", "KEN")


@pytest.fixture(scope="module")
def screened(tmp_path_factory: pytest.TempPathFactory) -> Screening:
    """Portugal buys tuna of South Korea every month and, of the North, twice in its place; Italy buys some of the North."""
    records = []
    for place, month in enumerate(months("2019-01", "2020-12")):
        swapped = month in ("2019-05", "2020-03")
        records.append(line("PRT", "import", "PRK" if swapped else "KOR", month, "030342", 400_000 + 17 * place))
        records.append(line("ITA", "import", "PRK", month, "030389", 2_001 + place))
        records += [line(who, "import", "KOR", month, "030342", 30_000 + 13 * place) for who in CROWD]
    folder: Path = tmp_path_factory.mktemp("doubts")
    return screen(loaded(folder, records), country="PRK", regimes=("UN",), since=2018)


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
