"""Prices in small money, who did it behind a figure, and nothing at the end of a list."""

from __future__ import annotations

from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text

BOUGHT = "Libya exported 3,000 tons of soybean oil to Chad in June. "


@pytest.mark.parametrize(
    ("text", "figure", "goods"),
    [
        ("The price of a kilogram of flour in the market of Laos had climbed to 38,000 kip.", "38,000 kip", "flour"),
        ("In Vientiane a kilo of rice was 15,850 kip.", "15,850 kip", "rice"),
        ("Sugar, which used to cost 6,000 kip a kilo, is now 27,000 kip.", "27,000 kip", "Sugar"),
        ("Gasoline prices jumped to 15,000 kip from 9,000 kip.", "15,000 kip", "Gasoline"),
    ],
)
def test_thousands_of_small_money_are_a_price(text: str, figure: str, goods: str) -> None:
    found = read(BOUGHT + text)[figure]
    assert (found.measure, found.product) == ("price", goods)


def test_a_price_goes_on_in_the_next_sentence() -> None:
    found = read(
        "Flour in Vientiane cost 38,000 kip per kilogram, 500 kip less than a week ago. In Pakse it was 39,000 kip and "
        "in Savannakhet 41,000 kip."
    )
    assert (found["500 kip"].measure, found["500 kip"].direction) == ("change", "decrease")
    for text in ("39,000 kip", "41,000 kip"):
        assert (found[text].measure, found[text].unit, found[text].product) == ("price", "LAK_per_kg", "Flour")


def test_what_else_is_paid_is_no_price_of_the_same() -> None:
    found = read("Rice costs $2 per kg in Mali. The fine for speeding is $4.")
    assert (found["$4"].measure, found["$4"].unit) == ("other", "USD")


def test_what_one_kilogram_costs_is_no_quantity() -> None:
    found = read("One kilogram of rice now costs 12,000 kip in Laos.")
    assert found.keys() == {"12,000 kip"}
    assert found["12,000 kip"].unit == "LAK_per_kg"


def test_an_amount_of_another_size_is_no_price() -> None:
    found = read("Tea cost $2,500 a tonne in May. Sri Lanka sold $30 million of it to Iraq.")
    assert found["$30 million"].measure == "trade_value"


def test_thousands_of_dollars_are_none() -> None:
    assert read(BOUGHT + "It also bought sugar worth $6,000 and paid $27,000 for tea.")["$27,000"].measure != "price"


def test_who_did_it_stands_behind_the_figure() -> None:
    found = read(
        "Chad received 44,000 tons of oil in 2019. Some 16,000 tons were supplied by Libya and 28,687 tons by the Sudan."
    )
    assert (found["16,000 tons"].sender, found["28,687 tons"].sender) == ("LBY", "SDN")


def test_member_states_are_nobody_in_particular() -> None:
    found = read("Libya trades with Chad. Member states transferred 44,686 tons of oil to Chad in 2019.")["44,686 tons"]
    assert (found.sender, found.receiver) == (None, "TCD")


def test_a_long_name_hides_no_goods() -> None:
    text = "Imports by the Democratic Republic of the Congo of machinery from China dropped to $1.9 million in 2019."
    assert read(text)["$1.9 million"].product == "machinery"


def test_nothing_at_the_end_of_a_list() -> None:
    found = read("Rice imports from Chad came to $3 million, wheat to $2 million and sugar to nothing in May.")[
        "nothing"
    ]
    assert (found.value, found.product) == (0, "sugar")


def read(text: str) -> dict[str, Claim]:
    return {c.text: c for c in extract(read_text(text + "\n", name="a.txt", published=date(2023, 7, 20)))}


def test_whose_share_it_is_of_whose_trade() -> None:
    for text in (
        "Libya's share in Chad's trade rose to 95.6%.",
        "The share of Libya in Chad's foreign trade rose to 95.6%.",
        "Libya accounted for 95.6% of its trade.",
    ):
        found = read("Chad's total trade fell to $713 million in 2021. " + text)["95.6%"]
        assert set(found.partners) == {"TCD", "LBY"}, text


def test_shipments_behind_another_buyer_are_of_the_seller() -> None:
    found = read(BOUGHT + "Egypt purchased 370,000 tons, while shipments to Sudan grew to 214,000 tons.")
    assert (found["214,000 tons"].sender, found["214,000 tons"].receiver) == ("LBY", "SDN")


def test_none_at_another_time() -> None:
    found = read(BOUGHT + "Its exports of gold came to $1.9 million; in May 2022 there had been none.")
    assert (found["none"].value, found["none"].period, found["$1.9 million"].period) == (0, "2022-05", "2023-06")


@pytest.mark.parametrize(
    ("text", "figure", "value", "measure"),
    [
        ("Medicines were up a fifth at $4.4 million.", "a fifth", 20, "change"),
        ("Sales of rice were down a quarter at $4.4 million.", "a quarter", 25, "change"),
        ("The total was $713 million, a mere tenth of the 2016 figure.", "a mere tenth", 10, "ratio"),
        ("Its imports were half their 2016 level.", "half", 50, "ratio"),
    ],
)
def test_fractions_that_say_how_far_it_moved(text: str, figure: str, value: int, measure: str) -> None:
    found = read(BOUGHT + text)[figure]
    assert (found.value, found.measure) == (value, measure)


def test_a_part_set_apart_by_a_comma_is_not_the_partner_of_the_whole() -> None:
    found = read("Chad exported $563 million in goods in 2022, $398 million of it to Libya.")
    assert (found["$563 million"].receiver, found["$398 million"].receiver) == (None, "LBY")


def test_the_same_months_are_those_told_of() -> None:
    text = "Libya exported goods worth $3 million to Chad in January-June 2023. Imports in the same six months were $2 million."
    assert read(text)["$2 million"].period == "2023-01/2023-06"


def test_what_stands_before_a_deficit_is_not_of_it() -> None:
    found = read(
        "Chad's imports came to $3.71 billion in 2016. They slipped to $2.60 billion in 2018 and recovered to $2.97 "
        "billion in 2019, the year in which the trade deficit reached a record $2.69 billion."
    )
    assert [found[f"${n} billion"].measure for n in ("2.60", "2.97", "2.69")] == ["trade_value", "trade_value", "other"]


def test_trade_with_everybody_goes_on() -> None:
    found = read(
        "Chad's total trade sank to $863 million in 2020. Food imports fell by 60%.\n\n"
        "Trade more than doubled to $1.59 billion in 2022."
    )
    assert found["$1.59 billion"].partners == ("TCD",)


def test_goods_before_what_is_said_of_them_by_the_way() -> None:
    text = (
        "Libya trades with Chad. Wigs and false beards, unknown in the statistics of 2016, brought Chad $164 million."
    )
    assert read(text)["$164 million"].product == "Wigs and false beards"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Maize went up to 6,900 kwacha per kilogram at the Salima market at the end of March, from 5,400 in early May.",
            2,
        ),
        ("Maize cost 6,900 kwacha a kilo in Salima, compared with about 5,400 in May and 5,200 a year ago.", 3),
        ("Petrol sold at $1.24 a litre in May, up from 0.98 a year earlier.", 2),
        ("Maize cost 6,900 kwacha a kilo in Salima, where 300 traders came from 2,000 villages.", 1),
        ("Maize cost 6,900 kwacha a kilo, from 12 in the year of the reform.", 1),
    ],
)
def test_the_price_that_another_came_from_is_for_as_much(text: str, values: int) -> None:
    found = extract(read_text(text, name="a.txt", published=date(2024, 6, 20)))
    assert sum("_per_" in claim.unit for claim in found) == values
