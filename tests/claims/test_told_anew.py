"""Ranked partners behind a word for them, several that goods reached, and countries told of anew."""

from __future__ import annotations

from datetime import date

import pytest
from told_claims import lane, read


@pytest.mark.parametrize(
    "text",
    [
        "Peru's top export destinations in May were Chile and Mali, with shipments worth $5 million and $3 million, "
        "respectively.",
        "Peru's main buyers in May were Chile and Mali, with exports of $5 million and $3 million, respectively.",
        "Peru's largest markets in May were Chile, with shipments of $5 million, and Mali, with $3 million.",
    ],
)
def test_the_buyers_of_a_seller_with_what_he_sold_them(text: str) -> None:
    found = read(text)
    assert (lane(found["$5 million"]), lane(found["$3 million"])) == ("PER>CHL", "PER>MLI")


def test_the_suppliers_of_a_buyer_have_sold() -> None:
    found = read("Peru's top suppliers were Chile and Mali in May, with shipments worth $5 million and $3 million.")
    assert (lane(found["$5 million"]), lane(found["$3 million"])) == ("CHL>PER", "MLI>PER")


def test_goods_that_reached_two_countries_are_from_neither() -> None:
    claim = read("Coal worth $3 million arrived in Togo and Benin in May.")["$3 million"]
    assert lane(claim) == "->-"
    assert set(claim.partners) == {"TGO", "BEN"}


def test_goods_that_reached_one_country() -> None:
    assert lane(read("Coal worth $3 million arrived in Togo in May.")["$3 million"]) == "->TGO"


@pytest.mark.parametrize("more", ["more", "less"])
def test_so_much_more_of_some_goods(more: str) -> None:
    found = read(f"Mali bought 5% {more} rice in 2022 than in 2021 and 7% {more} sugar.")
    assert (found["5%"].product, found["7%"].product) == ("rice", "sugar")


def test_so_much_more_expensive() -> None:
    assert read("Rice that Mali bought in 2022 was 5% more expensive than sugar.")["5%"].product != "expensive"


@pytest.mark.parametrize(
    ("when", "period"),
    [("Last year in May", "2022-05"), ("This year in May", "2023-05"), ("In May last year", "2022-05")],
)
def test_a_year_before_its_month(when: str, period: str) -> None:
    assert str(read(f"{when}, Peru exported coal worth $3 million.")["$3 million"].period) == period


@pytest.mark.parametrize("months", ["January-May", "January to May"])
def test_from_one_month_to_another(months: str) -> None:
    assert (
        str(read(f"Peru's exports of tin came to $13 million from {months}.")["$13 million"].period)
        == "2023-01/2023-05"
    )


def test_a_rise_from_other_months() -> None:
    found = read("Peru's exports of tin rose 3% in April-June from January-March.", day=date(2023, 8, 14))
    assert (str(found["3%"].period), found["3%"].base_period) == ("2023-04/2023-06", "2023-01/2023-03")


def test_a_buyer_told_of_anew() -> None:
    found = read(
        "Armenia exported chips worth $3 million to Russia in 2022. Kazakhstan imported drones worth $2 million from "
        "China, Georgia bought cars from Japan, and Turkey steel from Iran.",
        "Russia raised its imports of chips to $9 million in 2022.",
    )
    assert lane(found["$9 million"]) == "->RUS"
