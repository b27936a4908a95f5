"""Times of what somebody is called, of each year, and of this one; "due to" as a reason; stops behind units."""

from __future__ import annotations

import pytest
from told_claims import lane, read


@pytest.mark.parametrize(
    "called", ["the top destination last year", "its biggest buyer in 2021", "a market since 2010"]
)
def test_what_a_partner_is_called_has_no_say_in_the_time(called: str) -> None:
    found = read(
        "Mali's exports of tin in May fell 3 percent from a year earlier.",
        f"Those to Nepal, {called}, were down 22% at 63,000 tonnes.",
    )
    assert (lane(found["22%"]), found["22%"].period, found["22%"].comparison) == ("MLI>NPL", "2023-05", "yoy")


def test_what_a_partner_took_that_year_is_of_that_year() -> None:
    assert (
        read("In 2021 Nepal, the main buyer of its tea, took 12 percent of Mali's exports.")["12 percent"].period
        == "2021"
    )


def test_so_much_a_year_is_no_growth_from_the_first_to_the_last() -> None:
    found = read(
        "Mali's trade with Peru grew by an average of 18.5 per cent annually between 2010 and 2015.",
        "Mali's imports grew 90 percent between 2010 and 2015.",
    )
    assert (found["18.5 per cent"].period, found["18.5 per cent"].comparison) == ("2010/2015", "none")
    assert (found["90 percent"].period, found["90 percent"].base_period) == ("2015", "2010")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The decline was due to a 66.6 percent fall in Mali's exports of bauxite.", "asserted"),
        ("The rise was due to higher sales of 66.6 percent of Mali's bauxite.", "asserted"),
        ("Mali's exports of bauxite are due to fall by 66.6 percent.", "planned"),
    ],
)
def test_a_reason_is_no_plan(text: str, modality: str) -> None:
    assert read(text)["66.6 percent"].modality == modality


def test_the_same_period_this_year() -> None:
    found = read(
        "Mali's trade deficit of $1.75 billion in January-April 2022 turned into a surplus of $490 million in the same "
        "period this year."
    )
    assert [claim.period for claim in found.values()] == ["2022-01/2022-04", "2023-01/2023-04"]


def test_a_sentence_may_end_with_a_unit() -> None:
    found = read(
        "Mali's exports of steel fell 2.4 percent in May from April to total 672,717 mt. A year-on-year comparison shows a "
        "98.5 percent increase."
    )
    assert [found[one].comparison for one in ("672,717 mt", "98.5 percent")] == ["mom", "yoy"]


def test_the_future_is_no_goods() -> None:
    assert (
        read("Mali's trade with Peru is expected to reach $20 billion in the future.")["$20 billion"].product
        == "all goods"
    )
