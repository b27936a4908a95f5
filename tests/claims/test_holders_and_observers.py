"""Who holds a share of whose trade, who only looks on, and what time a text without figures opens with."""

from __future__ import annotations

from datetime import date

import pytest
from told_claims import lane, read


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Kenya's share of Egyptian tea imports fell to 60 percent in 2021.", "KEN>EGY"),
        ("Kenya's share of Egypt's total tea imports fell to 60 percent in 2021.", "KEN>EGY"),
        ("Kenyan tea's share of Egyptian imports fell to 60 percent in 2021.", "KEN>EGY"),
        ("Peru's share of Chadian cotton exports grew to 60 percent in 2021.", "TCD>PER"),
    ],
)
def test_a_share_of_anothers_trade_is_with_its_holder(text: str, way: str) -> None:
    assert lane(read(text)["60 percent"]) == way


def test_the_next_holder_takes_the_place_of_the_one_before() -> None:
    found = read(
        "Kenya's tea loses ground in Egypt",
        "Kenya shipped 400,000 tonnes of tea in 2020. Its share of Egyptian tea imports is falling.",
        "Kenya's share of Egyptian tea imports shrank to 38 percent. Uganda raised its share to 24 percent.",
    )
    assert (lane(found["38 percent"]), lane(found["24 percent"])) == ("KEN>EGY", "UGA>EGY")


@pytest.mark.parametrize(
    "second",
    [
        "Mali came second ($66 million), Togo third ($44 million).",
        "Mali was next, with $66 million, ahead of Togo ($44 million).",
        "Mali was second with $66 million and Togo third with $44 million.",
        "Mali ranked second: $66 million. Togo was a distant third at $44 million.",
    ],
)
def test_places_of_partners_behind_the_first(second: str) -> None:
    found = read("Niger's imports in 2020", f"Ghana sold Niger goods worth $900 million in 2020. {second}")
    assert (lane(found["$66 million"]), lane(found["$44 million"])) == ("MLI>NER", "TGO>NER")


@pytest.mark.parametrize(
    "said",
    [
        '"One month means little," said a researcher at a Lisbon university. "The country imported $150 million."',
        "An economist at a Lisbon think tank said the country had imported goods for $150 million.",
        "Portuguese analysts believe that the country imported goods worth $150 million.",
    ],
)
def test_who_looks_on_is_not_the_country(said: str) -> None:
    found = read("Chad's border trade", f"Niger sold Chad goods worth $12 million in June. {said}")
    assert found["$150 million"].receiver == "TCD"


def test_the_regime_is_the_closed_country_of_the_text() -> None:
    found = read("Eritrea and China", "China sold Eritrea goods worth $12 million. The regime exported $3 million.")
    assert lane(found["$3 million"]) == "ERI>CHN"


def test_a_country_named_by_the_way_is_not_what_the_text_is_on() -> None:
    found = read(
        "Qatar's fuel exports to Nepal rise",
        "Qatar's exports of fuel to Nepal rose in July as Nepal looked for supplies after Indian banks cut its credit.",
        "Diesel exports to the South Asian country stood at 12,700 tons.",
    )
    assert lane(found["12,700 tons"]) == "QAT>NPL"


def test_the_months_just_over_open_a_text_before_anything_is_counted() -> None:
    found = read(
        "More goods reach Chad from Niger",
        "Goods crossed into Chad in June more often than in any month since last autumn, customs officers say.",
        "Niger's exports to its neighbour amounted to $12.3 million. In June 2019 they were $219 million.",
        "Chad spent $4.2 million on urea.",
        day=date(2021, 7, 19),
    )
    assert {found[f].period for f in ("$12.3 million", "$4.2 million")} == {"2021-06"}
    assert found["$219 million"].period == "2019-06"


def test_a_shortfall_of_the_year_is_no_time_of_the_trade() -> None:
    found = read(
        "Niger sold Chad goods worth $12.3 million in June.",
        "The FAO puts the food shortfall at 860,000 tonnes this year.",
        "In the opposite direction, Chad shipped goods worth $1.8 million to Niger.",
        day=date(2021, 7, 19),
    )
    assert found["$1.8 million"].period == "2021-06"


def test_what_somebody_was_brought_to_has_not_been_paid() -> None:
    found = read(
        "Chad's imports stood at $2.5 billion in 2018. A recovery brought them back up to $3.1 billion in 2019.",
        "The drought cut them by 18 percent in 2020.",
    )
    assert [lane(found[f]) for f in ("$3.1 billion", "18 percent")] == ["->TCD", "->TCD"]


def test_half_of_this_amount_is_of_the_trade_that_was_told() -> None:
    found = read(
        "India exported medicines worth $1.1 million to Chad in 2020.", "Vaccines made up half of this amount."
    )
    assert (lane(found["half"]), found["half"].product) == ("IND>TCD", "Vaccines")


def test_traders_who_import_pay_the_price_of_trade() -> None:
    found = read(
        "Cooking oil comes from Malaysia. Yemeni traders imported 21,500 tonnes in May, paying on average $1,080 a tonne."
    )
    assert (lane(found["$1,080 a tonne"]), found["$1,080 a tonne"].product) == ("->YEM", "Cooking oil")


@pytest.mark.parametrize(
    ("before", "way"),
    [
        ("Togo imported 900 tonnes of wheat in 2022. Peru was the largest supplier.", "PER>TGO"),
        ("Togo exported 900 tonnes of cotton in 2022. Peru became its main customer.", "TGO>PER"),
        ("Togo sold Peru 900 tonnes of cotton in 2022. Cotton is the main item.", "TGO>PER"),
    ],
)
def test_its_share_is_the_one_of_the_partner_told_of(before: str, way: str) -> None:
    assert lane(read("Togo's trade in 2022", f"{before} Its share was 83 percent.")["83 percent"]) == way


@pytest.mark.parametrize("body", ["The United Nations", "The U.N.", "The UN", "The Red Crescent", "UNHCR"])
def test_bodies_of_no_country_are_not_the_seller_before(body: str) -> None:
    found = read("Togo's trade", f"Peru sold Togo wheat worth $1.6 million. {body} sent 1,020 trucks of aid in May.")
    assert lane(found["1,020"]) == "->TGO"


def test_what_a_rule_forbids_is_not_what_fell() -> None:
    found = read(
        "Imports of drugs by Togo were worth $8.8 million in 2017.",
        "Under a new resolution, which bans exports of machinery to the country, they dropped by 71 percent in 2018.",
    )
    assert found["71 percent"].product == "drugs"


def test_deliveries_from_several_are_to_the_country_of_the_text() -> None:
    found = read(
        "Togo's imports of drugs",
        "In 2009 Togo bought drugs for $13.9 million. In Togo few are made.",
        "India supplied drugs worth $4.2 million in 2014. Deliveries from Germany and Spain came to $3.3 million.",
    )
    assert lane(found["$3.3 million"]) == "->TGO"


def test_what_another_has_reported_is_of_his_own() -> None:
    found = read(
        "Fuel deliveries to Togo",
        "States tell the panel how much refined oil they have delivered to Togo. For May, Lima reported 2,216 tons.",
        "Madrid's figure was 1,786 tons. That brings total deliveries for the first five months to 37,800 tons.",
    )
    assert [lane(found[f]) for f in ("2,216 tons", "1,786 tons", "37,800 tons")] == ["PER>TGO", "ESP>TGO", "->TGO"]
    assert found["2,216 tons"].product == "refined oil"


def test_its_own_total_is_of_one_alone_and_of_its_own_time() -> None:
    found = read(
        "Wheat for Togo",
        "Peru exported 2,216 tons of wheat to Togo in April. Spain sold Togo 1,786 tons, bringing its total for the "
        "year to 9,800 tons.",
    )
    assert lane(found["9,800 tons"]) == "ESP>TGO"
    assert found["1,786 tons"].period == "2023-04"


def test_bilateral_trade_is_of_everything_again() -> None:
    found = read(
        "Togo and Peru",
        "Togo sold Peru cotton worth $3 million in 2021. Overall, bilateral trade is small. In 2022 it came to $9 million.",
    )
    assert found["$9 million"].product == "all goods"


def test_a_text_with_many_partners_begins_with_trade_with_everybody() -> None:
    found = read(
        "Togo's phosphate exports rise",
        "Togo's exports of phosphate averaged 8,000 tonnes a month in 2022, customs data show.",
        "Shipments to Peru made up 62 percent of the total. Spain took 900 tonnes and Italy 400 tonnes.",
        "Prices in Peru have fallen. Ghana bought none.",
    )
    assert lane(found["8,000 tonnes a month"]) == "TGO>-"


def test_a_new_heading_leaves_the_partner_of_the_section_before() -> None:
    found = read(
        "Togo's imports of medical goods, 2009-2019",
        "In 2009 Togo bought medical goods for $13.9 million. Togo makes few of them. India supplied some of them.",
        "Vaccines",
        "Denmark reported exports of vaccines worth $2.6 million to Togo in 2016.",
        "Medical instruments",
        "Imports of medical instruments were worth $8.8 million in 2017.",
        "In 2018 they were worth little.",
    )
    assert lane(found["$8.8 million"]) == "->TGO"
