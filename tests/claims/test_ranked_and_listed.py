"""Those who come next in a ranking, shares told together, lists of years, and the money of the country."""

from __future__ import annotations

from datetime import date

import pytest
from told_claims import lane, read


@pytest.mark.parametrize(
    "rest",
    [
        "while Togo and Mali followed with 20 tons and 10 tons respectively.",
        "while neighbouring Togo and Mali followed with 20 tons and 10 tons.",
        "followed by Togo and Mali with 20 tons and 10 tons, respectively.",
    ],
)
def test_those_who_follow_a_ranked_buyer(rest: str) -> None:
    found = read(f"In May, Chile was the top buyer of Peruvian tin, taking 30 tons, {rest}")
    assert [lane(found[f]) for f in ("30 tons", "20 tons", "10 tons")] == ["PER>CHL", "PER>TGO", "PER>MLI"]


def test_those_who_follow_a_ranked_seller() -> None:
    found = read(
        "In May, Chile was Peru's top supplier, with 30 tons of tin, followed by Togo and Mali with 20 and 10 tons."
    )
    assert lane(found["30 tons"]) == "CHL>PER"


def test_the_share_of_a_trading_partner() -> None:
    found = read(
        "Chad was Mali's largest trading partner until 2020, taking 65 percent and 64 percent of its exports in 2018 and "
        "2019. Togo was the second largest export destination in 2019, taking 17 percent, rising to 27 percent in 2020."
    )
    assert {lane(found[f]) for f in ("65 percent", "64 percent")} == {"MLI>TCD"}
    assert [found[f].period for f in ("65 percent", "64 percent")] == ["2018", "2019"]
    assert {lane(found[f]) for f in ("17 percent", "27 percent")} == {"MLI>TGO"}


def test_over_the_year_to_so_much() -> None:
    found = read("Peru's exports of tin fell 30% over the year to 2,129 tons in May.")
    assert (found["30%"].comparison, found["30%"].base_period, found["30%"].period) == ("yoy", "2022-05", "2023-05")


def test_over_the_year_to_a_month() -> None:
    assert read("Peru's exports of tin fell 30% over the year to May.")["30%"].period == "2022-06/2023-05"


@pytest.mark.parametrize("told", [" to $1,273 million", ", to $1,273 million"])
def test_the_months_of_a_quarter_that_ends_with_the_month_told(told: str) -> None:
    found = read(f"Peru's exports fell to $417 million in March. They fell by 13% in the three months{told}.")
    assert str(found["13%"].period) == "2023-01/2023-03"


@pytest.mark.parametrize(
    ("country", "written", "unit"),
    [
        ("Rwanda", "Rwf2.02 billion", "RWF"),
        ("Nepal", "NRs 2.02 billion", "NPR"),
        ("Israel", "NIS 2.02 billion", "ILS"),
        ("the Dominican Republic", "RD$2.02 billion", "DOP"),
        ("Morocco", "Dh2.02 billion", "MAD"),
        ("Mauritius", "Rs2.02 billion", "MUR"),
        ("Ethiopia", "Birr 2.02 billion", "ETB"),
    ],
)
def test_money_as_its_country_writes_it(country: str, written: str, unit: str) -> None:
    assert read(f"Exports of {country} came to {written} in May.")[written].unit == unit


def test_letters_that_are_signs_in_some_countries_only() -> None:
    found = read("Peru bought NIS 2 systems and KD9 kits worth $3 million in May.", day=date(2023, 6, 9))
    assert {claim.unit for claim in found.values() if len(claim.unit) == 3 and claim.unit.isupper()} == {"USD"}


def test_a_buyer_among_many_still_buys_from_the_seller() -> None:
    found = read(
        "Kenya's tea exports hit 44 million kilos in March. Pakistan was the top buyer, importing 14 million kilos.",
        "Italy and Spain recorded an increase of 8 per cent and 10 per cent after importing 4 million kilos and 3 million "
        "kilos respectively during the review period.",
    )
    assert (lane(found["4 million kilos"]), lane(found["3 million kilos"])) == ("KEN>ITA", "KEN>ESP")
