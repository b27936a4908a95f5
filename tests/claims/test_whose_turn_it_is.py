"""Clauses that open with a time, sellers told in turn, goods called exports, and what a question has asked about."""

from __future__ import annotations

from datetime import date

import pytest
from told_claims import lane, read

MARCH = date(2023, 3, 8)


def test_a_clause_that_opens_with_a_time_keeps_it() -> None:
    found = read(
        "In 2019, Nepal imported $2.5 billion worth of goods from India. The next year, after the border was sealed, "
        "imports declined by 81 percent to $491 million, and in 2021 they were nearly halved again, to $260 million.",
        day=MARCH,
    )
    assert [found[figure].period for figure in ("81 percent", "$491 million", "$260 million")] == [
        "2020",
        "2020",
        "2021",
    ]


def test_months_are_of_the_year_that_a_month_before_them_names() -> None:
    found = read(
        "After a lull in 2021, Peru's tyre sales to Bolivia resumed in February 2022 with 2,300 tons, peaked at 4,700 tons "
        "in April and ended in September.",
        day=MARCH,
    )
    assert found["4,700 tons"].period == "2022-04"


def test_sellers_told_in_turn_behind_of() -> None:
    found = read(
        "Kenya reported sales to Uganda of $147 million in 2019, Egypt of $61 million and Oman of $32 million."
    )
    assert [lane(found[f]) for f in ("$147 million", "$61 million", "$32 million")] == ["KEN>UGA", "EGY>UGA", "OMN>UGA"]


def test_a_text_goes_on_with_the_time_asked_about() -> None:
    found = read(
        "Chad stocked up on salt in April. In May it imported none from Libya.",
        "And in June? 900 tonnes, worth $39,300.",
        "It also took 15 tonnes of soap from Libya.",
        day=date(2023, 7, 20),
    )
    assert found["15 tonnes"].period == "2023-06"


def test_what_somebody_paid_for_was_sold_to_him() -> None:
    found = read("What there is: 29,000 MWh of power from the dams of Laos, for which Thailand paid $1.04 million.")
    assert lane(found["$1.04 million"]) == "LAO>THA"


def test_a_trade_behind_a_semicolon_is_not_that_of_the_amounts_before_it() -> None:
    found = read(
        "All of the turnover between Kenya and Oman in 2021 was Kenyan exports. They consisted of tea worth $40,700 and "
        "flowers worth $4,900; imports from Oman were nil."
    )
    assert lane(found["$40,700"]) == "KEN>OMN"


def test_a_resolution_is_of_a_year_and_what_it_limits_is_not() -> None:
    found = read(
        "Russia supplied Syria with 13,900 tonnes of oil in 2020. A 2017 resolution limits such supplies to 500,000 "
        "barrels a year."
    )
    assert found["500,000 barrels a year"].period is None


def test_goods_that_are_called_exports_are_what_the_text_goes_on_about() -> None:
    found = read(
        "Laos's trade with China fell in 2022. Cassava is the main farm export by that road. Shipments fell 22% to "
        "410,000 tonnes."
    )
    assert found["22%"].product == "Cassava"


def test_in_all_is_to_everybody() -> None:
    found = read(
        "Myanmar's trade",
        "Myanmar sold Thailand maize worth $3 million in May. It sold rice worth $9 million to China, $4 million to India "
        "and $2 million to Oman. Myanmar's harvest was good.",
        "In all, Myanmar exported 900 tonnes of rice.",
    )
    assert lane(found["900 tonnes"]) == "MMR>-"


@pytest.mark.parametrize(
    ("text", "figure", "unit"),
    [
        ("In Ashgabat the manat trades at 19.5 to the dollar against an official 3.5.", "19.5", "TMT_per_USD"),
        ("The central bank's rate is 2,100 kyats to the dollar. Importers say they pay close to 2,900.", "2,900", "MMK_per_USD"),
    ],
)  # fmt: skip
def test_a_currency_is_told_before_what_it_buys(text: str, figure: str, unit: str) -> None:
    assert read(text)[figure].unit == unit


def test_a_monthly_amount_is_not_told_by_the_year() -> None:
    found = read(
        "Until 2019 Togo seldom bought more than 100,000 masks a year from Ghana. In May 2020 alone, it took delivery of "
        "1.8 million."
    )
    assert found["1.8 million"].unit == "units"


def test_a_rank_this_year_is_no_time_of_the_amount() -> None:
    found = read(
        "Togo exported goods worth $29 million to Ghana in October, its best month in years.",
        "Togo's purchases from its neighbour came to $150 million, 17 percent down on September's $181 million, the third "
        "monthly fall this year.",
        day=date(2023, 11, 20),
    )
    assert (found["$150 million"].period, found["17 percent"].comparison) == ("2023-10", "mom")
    told = read("Togo imported goods worth $150 million this year.", day=date(2023, 11, 20))
    assert told["$150 million"].period != "2023-10"


def test_half_an_amount_of_another_month_is_a_ratio() -> None:
    found = read(
        "Oman imported tea worth $9 million from Kenya in May, less than half the $21 million that arrived in April."
    )
    assert (found["half"].measure, found["half"].base_period) == ("ratio", "2023-04")
    assert read("Oman spent half the $9 million on tea.")["half"].measure != "ratio"


def test_what_the_one_of_two_has_bought_it_goes_on_buying() -> None:
    found = read(
        "Laos's purchases from Thailand came to $150 million in May. Laos sold Thailand goods worth $9 million.",
        "On the import side, rice stood out. Thailand sold Laos 31,500 tons of it. Sugar imports doubled to 9,700 tons.",
    )
    assert lane(found["9,700 tons"]) == "THA>LAO"


def test_deliveries_go_to_the_one_who_has_only_got() -> None:
    found = read(
        "Fuel deliveries to Nauru: a note",
        "As of 30 May, the website of the port showed deliveries to Nauru of 128 barrels for 2023.",
        "In the whole of 2021, reported deliveries amounted to 640 barrels.",
    )
    assert lane(found["640 barrels"]) == "->NRU"


def test_several_states_are_no_one_country() -> None:
    found = read(
        "Kazakhstan bought tea from China for $3 million in 2022. China's tea exports to the five Central Asian states were "
        "worth $40 million."
    )
    assert lane(found["$40 million"]) == "CHN>-"


def test_an_epithet_in_a_new_paragraph_means_whom_the_text_is_on() -> None:
    found = read(
        "Turkmenistan earned $6.8 billion from gas sales to China in 2021. Turkmenistan remained first. Kazakhstan and "
        "Uzbekistan shipped 4.4 million and 3.1 million tons respectively.",
        "December was an exceptional month. The Central Asian state sold China gas for $703 million.",
        day=date(2022, 2, 17),
    )
    assert lane(found["$703 million"]) == "TKM>CHN"


def test_the_year_so_far_at_the_end_of_a_paragraph_on_a_month() -> None:
    month = "Mali exported goods worth $29 million to Togo in October."
    so_far = "From January to October, its exports to Togo came to $200 million."
    by_the_way = read(f"{month} {so_far}", "Hair brought in $16 million.", day=date(2023, 11, 20))
    assert by_the_way["$16 million"].period == "2023-10"
    of_its_own = read(month, so_far, "Hair brought in $16 million.", day=date(2023, 11, 20))
    assert of_its_own["$16 million"].period == "2023-01/2023-10"


def test_doses_that_a_country_is_allotted_are_for_it() -> None:
    assert (
        lane(read("Yemen has been allocated 4.2 million doses under COVAX for 2023.")["4.2 million doses"]) == "->YEM"
    )
    assert read("Yemen's ministry was allocated $5 million.")["$5 million"].measure != "trade_value"


def test_most_of_the_doses_is_told_in_doses() -> None:
    found = read("Iran imported vaccines. The bulk of the doses, 133 million, came from China.")
    assert found["133 million"].unit == "doses"
