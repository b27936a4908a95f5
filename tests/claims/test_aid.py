"""What is given, refused, kept below a limit or priced: who gives it, who gets it, and which money it is counted in."""

from __future__ import annotations

from datetime import date

import pytest
from told_claims import lane, read


@pytest.mark.parametrize(
    ("text", "figure", "ends", "product"),
    [
        ("Humanitarian aid for Eritrea came to $7.3 million in 2022.", "$7.3 million", "->ERI", "Humanitarian aid"),
        ("Japan provided $6.1 million in aid to Laos in 2022.", "$6.1 million", "JPN>LAO", "aid"),
        ("Indian assistance to Syria was worth $9 million in 2022.", "$9 million", "IND>SYR", "assistance"),
        ("Chad accepted 700 tons of food aid from Turkey in May.", "700 tons", "TUR>TCD", "food aid"),
        ("South Korea will also send 9,000 tons of maize to Laos.", "9,000 tons", "KOR>LAO", "maize"),
    ],
)
def test_aid_is_a_trade_of_its_own(text: str, figure: str, ends: str, product: str) -> None:
    claim = read(text)[figure]
    assert (lane(claim), claim.product) == (ends, product)


def test_donors_give_to_whom_the_aid_is_for() -> None:
    found = read(
        "Aid to Chad amounted to $33 million in 2022. This year no more than $8 million has been booked, of which Norway "
        "gave $3 million and Japan $2.5 million.",
        "France was the largest donor in 2022 with $9.9 million, followed by Italy ($4.2 million).",
    )
    assert lane(found["$8 million"]) == "->TCD"
    assert [lane(found[one]) for one in ("$3 million", "$2.5 million")] == ["NOR>TCD", "JPN>TCD"]
    assert [lane(found[one]) for one in ("$9.9 million", "$4.2 million")] == ["FRA>TCD", "ITA>TCD"]


@pytest.mark.parametrize(
    "text",
    [
        "Aid workers say that 14 lorries are waiting in Chad.",
        "Families in Chad need 36,000 tonnes of food aid.",
        "China contributed $4 million to the fall in its sales to Chad.",
        "Japan gave three reasons for its decision on Chad.",
    ],
)
def test_what_is_no_amount_of_aid(text: str) -> None:
    assert all(claim.product not in {"aid", "food aid"} or lane(claim) == "->-" for claim in read(text).values())


def test_bodies_that_have_begun_to_send() -> None:
    found = read(
        "The World Food Programme has begun shipping rice to Laos through the Chinese port of Dalian.",
        "Six containers left last week.",
    )
    assert lane(found["Six containers"]) == "->LAO"


def test_what_is_turned_down_was_not_sold() -> None:
    found = read(
        "Laos bought 300,000 masks from Japan in 2021. In 2022 it turned down 90,000 doses, and it rejected an offer of "
        "40 tons of rice."
    )
    assert (lane(found["90,000 doses"]), found["90,000 doses"].measure) == ("->LAO", "doses")
    assert (lane(found["40 tons"]), found["40 tons"].product) == ("->LAO", "rice")


def test_a_won_is_of_the_country_that_its_sentence_is_on() -> None:
    found = read(
        "North Korea's markets were quiet in May. In Pyongyang rice cost 5,900 won a kilogram. Sinuiju was no different.",
        "Seoul set aside 4 billion won for health projects.",
        "A South Korean official said maize cost 2,900 won.",
    )
    assert found["5,900 won a kilogram"].unit == "KPW_per_kg"
    assert found["4 billion won"].unit == "KRW"
    assert found["2,900 won"].unit == "KPW"


def test_so_many_times_a_limit_is_no_limit() -> None:
    found = read("Chad received 82,000 barrels of oil from Libya in May, or four times the monthly quota.")
    assert found["82,000 barrels"].measure == "trade_quantity"
    found = read("Chad received 82,000 barrels of oil from Libya in May, almost double the cap.")
    assert (found["82,000 barrels"].measure, found["double"].measure) == ("trade_quantity", "ratio")


def test_a_price_came_from_one_for_as_much() -> None:
    found = read("The price of urea slipped to $310 a tonne in May from just $344 in April.")
    assert found["$344"].unit == "USD_per_tonne"


def test_days_that_are_still_to_come_are_of_the_year_before() -> None:
    found = read("Between 4 March and 9 November Chad sent 900 tons of cotton to Italy.", day=date(2022, 4, 1))
    assert found["900 tons"].period == "2021-03-04/2021-11-09"
