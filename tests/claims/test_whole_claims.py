"""Figures as people write them, each as a whole claim: value, unit, measure, ends, time and comparison."""

from __future__ import annotations

from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def claims(text: str) -> list[Claim]:
    return list(extract(read_text(text, name="a.txt", published=date(2023, 6, 20))))


@pytest.mark.parametrize(
    ("text", "figure", "value", "unit", "period"),
    [
        ("Laos imported 200,750 pairs of surgical gloves from Vietnam in May.", "200,750 pairs", 200_750, "pairs", "2023-05"),
        ("Laos imported 95,000 thermometers from Vietnam in May.", "95,000", 95_000, "units", "2023-05"),
        ("Laos imported 40 barrels of oil from Vietnam in May.", "40 barrels", 40, "barrels", "2023-05"),
        ("Laos imported 12 tonnes of rice from Vietnam in May.", "12 tonnes", 12, "tonnes", "2023-05"),
        ("Laos bought $98.1m of rice from Vietnam in May.", "$98.1m", 98_100_000, "USD", "2023-05"),
        ("Laos bought $1.76bn of rice from Vietnam in 2022.", "$1.76bn", 1_760_000_000, "USD", "2022"),
        ("Laos bought US$ 34.6 million of rice from Vietnam in May.", "US$ 34.6 million", 34_600_000, "USD", "2023-05"),
        ("Laos bought USD34.6 million of rice from Vietnam in May.", "USD34.6 million", 34_600_000, "USD", "2023-05"),
        ("Laos bought 846.6 million dollars of rice from Vietnam in May.", "846.6 million dollars", 846_600_000, "USD",
         "2023-05"),
        ("Laos imported two-point-three billion dollars of goods from Vietnam in 2022.", "two-point-three billion dollars",
         2_300_000_000, "USD", "2022"),
        ("Laos imported one billion-28 million dollars of goods from Vietnam in 2022.", "one billion-28 million dollars",
         1_028_000_000, "USD", "2022"),
        ("Laos imported 887-thousand-892 tonnes of rice from Vietnam in 2022.", "887-thousand-892 tonnes", 887_892,
         "tonnes", "2022"),
        ("Laos imported 37 227 tonnes of rice from Vietnam in 2022.", "37 227 tonnes", 37_227, "tonnes", "2022"),
        ("Laos bought tens of thousands of tonnes of rice from Vietnam in May.", "tens of thousands of tonnes", 10_000,
         "tonnes", "2023-05"),
        ("Laos bought dozens of trucks from Vietnam in May.", "dozens", 24, "trucks", "2023-05"),
        ("Laos bought half a million tonnes of rice from Vietnam in 2022.", "half a million tonnes", 500_000, "tonnes", "2022"),
        ("India bought Rs 2.5 crore of tea from Laos in May.", "Rs 2.5 crore", 25_000_000, "INR", "2023-05"),
        ("India bought 33 lakh tonnes of rice from Laos in 2022.", "33 lakh tonnes", 3_300_000, "tonnes", "2022"),
        ("Malaysia bought RM53.5 million of tea from Laos in May.", "RM53.5 million", 53_500_000, "MYR", "2023-05"),
        ("Laos bought $3-5 million of tea from Vietnam in May.", "$3-5 million", 3_000_000, "USD", "2023-05"),
        ("Laos bought between $3 million and $5 million of tea from Vietnam in May.", "$3 million and $5 million", 3_000_000,
         "USD", "2023-05"),
        ("Laos imported $5 million of tea from Vietnam through April.", "$5 million", 5_000_000, "USD", "2023-01/2023-04"),
        ("Laos imported $5 million of tea from Vietnam in September last year.", "$5 million", 5_000_000, "USD", "2022-09"),
        ("As of June 9, Laos had imported 5,000 tonnes of tea from Vietnam.", "5,000 tonnes", 5_000, "tonnes", "/2023-06-09"),
    ],
)  # fmt: skip
def test_amounts(text: str, figure: str, value: int, unit: str, period: str) -> None:
    (claim,) = claims(text)
    assert (claim.text, int(claim.value), claim.unit, claim.period) == (figure, value, unit, period)
    assert claim.measure in {"trade_value", "trade_quantity"}
    assert (claim.direction, claim.comparison) == ("none", "none")
    assert "LAO" in {claim.sender, claim.receiver}
    assert text[claim.start : claim.end] == claim.text


@pytest.mark.parametrize(
    ("text", "value", "unit", "direction", "comparison", "base"),
    [
        ("Laos's tea imports from Vietnam fell by 15 1/2 percent in May on the year.", "15.5", "percent", "decrease", "yoy",
         "2022-05"),
        ("Laos's tea imports from Vietnam went up 3.2-fold on the year in May.", "3.2", "times", "increase", "yoy", "2022-05"),
        ("Laos's tea imports from Vietnam more than quintupled in 2022.", "5", "times", "increase", "yoy", "2021"),
        ("Laos's tea imports from Vietnam doubled in 2022.", "2", "times", "increase", "yoy", "2021"),
        ("Growth of Laos's imports from Vietnam was minus 5 percent in 2022.", "5", "percent", "decrease", "yoy", "2021"),
        ("Laos's tea imports from Vietnam fell by a quarter in May on the year.", "25", "percent", "decrease", "yoy",
         "2022-05"),
    ],
)  # fmt: skip
def test_changes(text: str, value: str, unit: str, direction: str, comparison: str, base: str) -> None:
    (claim,) = claims(text)
    assert (f"{claim.value.normalize():f}", claim.unit, claim.measure) == (value, unit, "change")
    assert (claim.direction, claim.comparison, claim.base_period) == (direction, comparison, base)


def test_two_figures_and_one_that_changes() -> None:
    both = claims("Rice took 18 and 25 percent of Laos's imports from Vietnam in 2021 and 2022, respectively.")
    assert [(c.text, int(c.value), c.measure, c.period) for c in both] == [
        ("18", 18, "share", "2021"),
        ("25 percent", 25, "share", "2022"),
    ]
    first, second = claims("Rice went from 18 to 25 percent of Laos's imports from Vietnam in 2022.")
    assert (int(first.value), int(second.value), second.measure) == (18, 25, "share")
    assert first.direction == "none"


def test_lists_that_answer_one_another() -> None:
    text = (
        "Vietnam's exports to Laos and imports from it rose 17.4% and 73.5% in May from a year earlier, respectively."
    )
    assert [(c.text, c.sender, c.receiver, c.comparison, c.base_period) for c in claims(text)] == [
        ("17.4%", "VNM", "LAO", "yoy", "2022-05"),
        ("73.5%", "LAO", "VNM", "yoy", "2022-05"),
    ]


def test_a_pace_above_the_same_period_each_year_of_the_last_decade() -> None:
    text = (
        "Laos's imports from Vietnam in January-April were well above the same period each year of the last decade, "
        "at $16.7 million."
    )
    (claim,) = claims(text)
    assert (claim.direction, claim.comparison, claim.base_period) == ("increase", "vs_period", "2013/2022")


def test_a_part_of_the_months_before() -> None:
    text = (
        "Laos imported $5 million of tea from Vietnam in the first four months of this year, nearly one-thirtieth of the "
        "$150 million of the previous four months."
    )
    level, part, whole = claims(text)
    assert level.period == part.period == "2023-01/2023-04"
    assert (part.measure, part.qualifier, part.comparison, part.base_period) == (
        "ratio",
        "nearly",
        "vs_period",
        whole.period,
    )
    assert whole.period == "2022-09/2022-12"


def test_what_was_declined_has_not_fallen() -> None:
    (claim,) = claims("Laos declined 3 million doses of vaccine that China had offered.")
    assert (claim.measure, claim.direction, claim.sender, claim.receiver) == ("doses", "none", None, "LAO")


def test_percentage_points_move_a_share() -> None:
    points, share = claims("The share of tea rose by 3 percentage points to 18 percent of Laos's exports in May.")
    assert (points.unit, points.measure, points.direction) == ("percentage_points", "change", "increase")
    assert (share.measure, share.direction) == ("share", "increase")


@pytest.mark.parametrize(
    ("text", "unit", "measure"),
    [
        ("Laos reported 18,000 cases of fever in May.", "cases", "cases"),
        ("Rice from Vietnam sold for $510 per tonne in Laos in May.", "USD_per_tonne", "price"),
        ("In May 90 trucks a day carried rice from Vietnam into Laos.", "trucks_per_day", "rate"),
        ("Two-way trade of Laos and Vietnam reached $5 million in May.", "USD", "trade_value"),
    ],
)
def test_units_as_nouns_and_rates(text: str, unit: str, measure: str) -> None:
    (claim,) = claims(text)
    assert (claim.unit, claim.measure, claim.period) == (unit, measure, "2023-05")
