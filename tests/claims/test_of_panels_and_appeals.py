"""What reports of panels and of aid agencies tell beside trade: limits, fines, appeals, committees, none at all."""

from __future__ import annotations

from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def read(text: str) -> dict[str, Claim]:
    return {c.text: c for c in extract(read_text(text, name="a.txt", published=date(2021, 8, 9)))}


@pytest.mark.parametrize(
    ("text", "figure", "measure"),
    [
        ("Togo imported more petrol than the 500,000 barrels it is allowed for all of 2021.", "500,000 barrels", "cap"),
        ("A trader was fined $3,000 for shipping watches worth $50,000 to Togo.", "$3,000", "other"),
        ("A trader was fined $3,000 for shipping watches worth $50,000 to Togo.", "$50,000", "trade_value"),
        ("Aid agencies appealed for $107 million for Togo in 2020.", "$107 million", "other"),
        ("In 2020 Togo sold Peru goods for $5 million. The shortfall in trade was $9 million.", "$9 million", "other"),
    ],
)
def test_what_is_no_trade(text: str, figure: str, measure: str) -> None:
    assert read(text)[figure].measure == measure


def test_a_committee_is_no_goods() -> None:
    text = (
        "Peru sold Togo oil in May. It declared 9,012 tonnes of oil products to the 1718 Committee, equal to roughly 75,000 "
        "barrels."
    )
    assert read(text)["75,000 barrels"].product == "oil products"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Not one kilogram of rice entered.", "kg"),
        ("Not even one barrel of oil arrived.", "barrels"),
        ("Not one vaccine was sold.", "doses"),
    ],
)
def test_not_one_is_none(text: str, unit: str) -> None:
    claim = list(read(f"Peru sold Togo cloth worth $4 million in May 2021. {text}").values())[-1]
    assert (claim.value, claim.unit) == (0, unit)


def test_not_one_of_several_is_no_measure() -> None:
    assert "Not one" not in read(
        "Peru sold Togo cloth worth $4 million in May 2021. Not one month passed without a sale."
    )


def test_a_stretch_begins_in_the_year_that_stands_with_its_first_month() -> None:
    found = read("Togo sold Peru 364,000 tonnes of coal between September 2019 and March.")
    assert found["364,000 tonnes"].period == "2019-09/2020-03"
    found = read("Togo sold Peru 364,000 tonnes of coal from March to September 2019.")
    assert found["364,000 tonnes"].period == "2019-03/2019-09"


def test_nothing_a_year_ago_is_of_then() -> None:
    text = "In March 2021 Togo bought 46,760 tons of rice from Peru. A year ago, it imported no rice."
    assert read(text)["no"].period == "2020-03"
