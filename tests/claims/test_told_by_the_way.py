"""What specialist outlets tell by the way: limits, tolls, prices in towns, what is shipped on, and what once was."""

from __future__ import annotations

from datetime import date

import pytest
from told_claims import lane, read


def test_what_is_shipped_on_changes_nobody_s_imports() -> None:
    found = read(
        "Chad bought 900 pumps from Italy in April 2023. The pumps, worth $3 million, were all shipped in April. Imports "
        "of insulin were valued at $211,000 in March alone."
    )
    assert lane(found["$211,000"]) == "ITA>TCD"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("A resolution limits Chad's imports of refined petroleum to 90,000 barrels a year.", "90,000 barrels a year"),
        ("The law caps Chad's exports of iron ore at 4 million tonnes a year.", "4 million tonnes a year"),
    ],
)
def test_what_a_verb_of_limiting_ends_with_is_a_limit(text: str, figure: str) -> None:
    found = read("Libya sold Chad 7,000 barrels of oil in April 2023. " + text)
    assert (found[figure].measure, found[figure].period) == ("cap", None)
    assert "LBY" not in found[figure].partners


def test_a_combined_total_is_of_all_that_were_told_of() -> None:
    found = read(
        "Libya delivered 7,000 barrels of oil to Chad in May 2023.",
        "Egypt supplied Chad with 2,000 barrels in May, bringing the combined total to 9,000 barrels.",
    )
    assert (lane(found["2,000 barrels"]), lane(found["9,000 barrels"])) == ("EGY>TCD", "->TCD")


@pytest.mark.parametrize("text", ["The death toll stands at 41.", "Deaths from measles rose to 41 in May."])
def test_a_toll_is_of_people(text: str) -> None:
    assert (read(text)["41"].measure, read(text)["41"].unit) == ("deaths", "people")


def test_cases_as_of_a_weekday() -> None:
    found = read("As of Monday, Laos had reported 3,100 cases of measles.", day=date(2023, 6, 20))
    assert found["3,100"].period == "/2023-06-19"


def test_the_same_month_of_another_year_opens_a_level() -> None:
    found = read(
        "Chad bought $9 million worth of goods from Italy in May 2023. But in the same month of 2019 it bought $31 million "
        "worth, and in 2016 the figure was $40 million."
    )
    assert (found["$31 million"].period, found["$40 million"].period) == ("2019-05", "2016")


def test_what_once_was_leaves_the_time_where_it_was() -> None:
    found = read(
        "Italy imported 7,000 tonnes of cotton from Chad in May 2023. Spain, once the biggest buyer with 30,000 tonnes in "
        "2021, has received nothing since February. Greece took 900 tonnes."
    )
    assert (found["900 tonnes"].period, found["nothing"].period) == ("2023-05", "2023-02/2023-05")


def test_goods_that_open_a_sentence_and_are_ranked() -> None:
    found = read(
        "Chad's exports to Italy came to $20 million in May 2023. Carded wool and felt for hat making was the top item, "
        "with $4.1 million. Hides, horns and hooves remain the mainstay at $2.2 million, 11 percent of the total. Resins "
        "for paint and glue works made up a tenth of May's exports."
    )
    assert found["$4.1 million"].product == "Carded wool and felt for hat making"
    assert found["$2.2 million"].product == "Hides|horns|hooves"
    assert (found["11 percent"].product or "").startswith("Hides")
    assert found["a tenth"].product == "Resins for paint and glue works"


def test_what_is_included_is_not_what_the_text_goes_on_with() -> None:
    found = read(
        "Italy shipped medical goods worth $34 million to Cuba in 2022, including 9 million syringes. Laos took $6 million."
    )
    assert found["$6 million"].product == "medical goods"


def test_reserves_are_not_traded() -> None:
    found = read("Italy sold Chad goods worth $9 million in May 2023. It has spent some $40 million of its reserves.")
    assert found["$40 million"].measure == "other"


def test_goods_exports_that_an_office_tells_are_to_everybody() -> None:
    found = read(
        "Belarus exported 900 tonnes of potash to Laos in 2022.",
        "Its statistics office said that goods exports came to $8.9 billion in January-March 2023.",
    )
    assert lane(found["$8.9 billion"]) == "BLR>-"


def test_prices_in_towns() -> None:
    found = read(
        "Sources in North Korea speak of better days. China sold the North 900 tons of rice in May 2023.",
        "On June 11, maize was 2,800 won a kilogram in Hyesan and 2,500 won in Sinuiju. Noodles, the food of soldiers, "
        "fetched 4,000 won.",
    )
    assert [lane(found[one]) for one in ("2,800 won a kilogram", "2,500 won")] == ["->-", "->-"]
    assert (found["2,500 won"].unit, found["2,500 won"].measure) == ("KPW_per_kg", "price")
    assert found["2,800 won a kilogram"].period == "2023-06-11"
    assert found["4,000 won"].measure == "price"


def test_the_day_that_vehicles_crossed() -> None:
    found = read(
        "Some 30 wagons from Dandong crossed into Sinuiju on May 3. On May 4, another 12 trucks crossed the river."
    )
    assert (found["30"].period, found["12"].period) == ("2023-05-03", "2023-05-04")


def test_customs_that_record_no_goods_of_a_country() -> None:
    found = read(
        "Chinese customs has recorded no Iranian crude since May 2022. Imports labelled as Malaysian came to 4 million tons "
        "in April 2023."
    )
    assert (lane(found["no"]), lane(found["4 million tons"])) == ("IRN>CHN", "MYS>CHN")


def test_what_a_country_loads_it_sends() -> None:
    found = read("Libya loaded 900,000 barrels a day of crude in May 2023. Two thirds went to Italy.")
    assert lane(found["900,000 barrels a day"]) == "LBY>-"
    assert lane(found["Two thirds"]) == "LBY>ITA"


def test_compared_to_an_amount_of_the_year_before() -> None:
    found = read(
        "Chad bought less from Italy in 2022. Only Libya sold more than the year before: $3 million, against $2 million."
    )
    assert found["$2 million"].period == "2021"


def test_things_with_hyphens_are_counted() -> None:
    found = read(
        "Iran exported 4 million barrels of oil to China in May 2023. A report tells of 23 ship-to-ship transfers."
    )
    assert (found["23"].measure, lane(found["23"])) == ("count", "->-")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (
            "Before the border closed the trade was far larger: in 2019 Italy sold Chad $38 million of goods.",
            "$38 million",
        ),
        ("Traders used to fill the gap: Italy sold Chad $14 million worth of drugs in 2019.", "$14 million"),
    ],
)
def test_behind_a_colon_a_time_is_one(text: str, figure: str) -> None:
    assert read(text)[figure].period == "2019"


def test_the_time_of_another_s_trade() -> None:
    found = read(
        "Chad's trade came to $20 million in 2022. Chad bought little. Trade of Chad with Mali was up by 7%, to "
        "$3 million, and Niger's exports to its neighbour reached $1 million in April."
    )
    assert found["7%"].period == found["$3 million"].period == "2022"
    assert found["$1 million"].period == "2023-04"


def test_years_in_brackets_are_of_the_same_months() -> None:
    found = read(
        "Chad's imports totalled $86 million in the first half of 2022 and its exports $53 million (2021: $31 million). "
        "Over the year so far trade with Mali is above the total for 2019 ($12 million)."
    )
    assert (found["$31 million"].period, found["$12 million"].period) == ("2021-01/2021-06", "2019")


def test_whose_books_tell_of_imports() -> None:
    found = read(
        "Chad bought drugs from Italy and Mali in 2020, worth $3 million and $2 million respectively.",
        "According to Chinese customs, Chad imported drugs worth $8 million in 2021.",
    )
    assert lane(found["$8 million"]) == "CHN>TCD"


def test_other_shipments_of_the_same_country() -> None:
    found = read(
        "Italy sold goods worth $75 million to Chad in May 2023. It bought $9 million worth of Chadian goods.",
        "Italian rice exports fell to 810 tons, while flour shipments dropped 44% to 290 tons.",
    )
    assert lane(found["44%"]) == lane(found["290 tons"]) == "ITA>TCD"


def test_another_seller_behind_a_semicolon() -> None:
    found = read(
        "Indian exports of drugs to Chad fell to $21 million in 2022; Germany's were unchanged at $38 million."
    )
    assert lane(found["$38 million"]) == "DEU>TCD"


def test_a_part_in_that_is_a_share() -> None:
    found = read(
        "Chad's imports of drugs grew to $27 million in 2022. China's part in that rose from 58 percent to 74 percent."
    )
    assert [found[one].measure for one in ("58 percent", "74 percent")] == ["share", "share"]


def test_what_is_seized_is_of_no_trade_told_before() -> None:
    found = read(
        "China sold Chad wine worth $2 million in 2022.",
        "Dutch customs told a panel that they had stopped two consignments of whisky, 900 bottles in all, which were bound "
        "for Chad.",
    )
    assert [(lane(found[one]), found[one].period) for one in ("two", "900 bottles")] == [("->TCD", None)] * 2


def test_a_firm_in_a_country_trades_for_it() -> None:
    found = read("China sold Chad oil worth $2 million in 2022. A firm in Singapore sold 900 tons of diesel to Chad.")
    assert lane(found["900 tons"]) == "SGP>TCD"


def test_so_many_of_them_from_a_country() -> None:
    found = read("Thermometers were scarce. Chad bought 12,000 of them from Italy in 2022, after 340 the year before.")
    assert [lane(found[one]) for one in ("12,000", "340")] == ["ITA>TCD", "ITA>TCD"]


def test_months_since_one_are_the_time_that_the_text_goes_on_with() -> None:
    found = read(
        "Chad's foreign trade came to $2 billion in the eight months since October. Exports accounted for $1.2 billion of "
        "that and imports for $0.8 billion.",
        day=date(2023, 6, 20),
    )
    assert found["$1.2 billion"].period == found["$0.8 billion"].period == found["$2 billion"].period


def test_sellers_of_what_partners_reported() -> None:
    found = read(
        "In 2022 partners reported exports of drugs to Chad worth $71 million.",
        "The next chart breaks it down. Italy ($15 million) overtook Laos ($9 million).",
    )
    assert [lane(found[one]) for one in ("$15 million", "$9 million")] == ["ITA>TCD", "LAO>TCD"]


def test_so_many_for_so_much_money() -> None:
    found = read(
        "Groups in Italy sent Chad 4 million syringes in 2022. Japan sent 6 million, and Laos sold 9 million for $0.9 million."
    )
    assert [found[one].unit for one in ("4 million", "6 million", "9 million")] == ["units"] * 3


def test_debts_are_not_traded() -> None:
    found = read(
        "Iran delivered 2 million barrels of crude to Syria in May. Damascus owes Tehran more than $20 billion."
    )
    assert found["$20 billion"].measure == "other"


def test_what_a_measure_of_it_costs() -> None:
    found = read(
        "On the street in Damascus a litre of petrol cost 6,500 pounds. A box of fifty was bought for 18 yuan in Homs."
    )
    assert (found["6,500 pounds"].product, found["18 yuan"].measure) == ("petrol", "price")


def test_a_ship_that_docked_brought_what_it_carried() -> None:
    found = read("A ship carrying 1,000 tons of urea docked at Rason on June 14.")
    assert (lane(found["1,000 tons"]), found["1,000 tons"].period) == ("->PRK", "2023-06-14")
