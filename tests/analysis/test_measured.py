"""Measures on the goods of a review stand among its events, on the day they took hold."""

from datetime import date

import pytest
from made_ledger import MadeLedger, months, row

from tidewaiter.analysis.review.measured import MEASURE, measured
from tidewaiter.analysis.review.review import review
from tidewaiter.briefing.report.content import Picture
from tidewaiter.briefing.review.sections import report
from tidewaiter.reference.groups import group


@pytest.mark.parametrize(
    ("direction", "codes", "said"),
    [
        ("export", ("03",), ["UN resolution 2371, paragraph 9, in force: a ban on seafood"]),
        ("import", ("03",), []),
        ("export", ("6109",), ["UN resolution 2375, paragraph 16, in force: a ban on textiles"]),
        ("import", ("300490",), []),
    ],
)
def test_measures_on_the_goods_that_go_that_way(direction: str, codes: tuple[str, ...], said: list[str]) -> None:
    found = measured("PRK", direction, codes, since=date(2017, 1, 1), until=date(2018, 12, 31))
    assert [event.event for event in found if event.event.startswith("UN")] == said
    assert all(event.source for event in found)


def test_a_cap_is_no_ban_and_days_outside_are_left_out() -> None:
    found = measured("PRK", "import", ("2709",), since=date(2017, 12, 22), until=date(2017, 12, 22))
    assert [event.event for event in found] == ["UN resolution 2397, paragraph 4, in force: a cap on crude oil"]
    assert measured("ERI", "import", ("27",), since=date(2000, 1, 1), until=date(2024, 1, 1)) == ()


def test_a_review_names_the_measure_and_marks_it_in_the_chart() -> None:
    rows = [row(f"2017-0{month}", "030389", 90_000, flow="import") for month in range(1, 9)]
    covered = months("comtrade", "CHN", "import", "2015-01", "2018-12")
    ledger = MadeLedger(rows, covered=covered)
    found = review(ledger, country="PRK", group=group("03"), direction="export", through="2018-12", since=2015)
    assert [str(event.period) for event in found.events if event.category == MEASURE] == ["2017-08-05"]
    pictures = [block for section in report(found).sections for block in section.blocks if isinstance(block, Picture)]
    assert "measures, listed below" in pictures[0].svg()
    assert "paragraph 9" in pictures[0].svg()
