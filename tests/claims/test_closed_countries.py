"""Dispatches and reviews on countries that publish little: whose trade, of what, when, where the text says it once."""

from __future__ import annotations

from datetime import date

import pytest
from told_claims import lane, read

from tidewaiter.documents.read import read_text

LAST_YEAR = (
    "ASMARA, Nov. 20 (Horn Wire) -- Eritrea's imports from China came to $18.2 million last month.",
    "For the first 10 months two-way trade was $178 million, up from $83 million in the same period of 2022.",
)


def test_the_year_before_dates_the_news() -> None:
    found = read(*LAST_YEAR, day=None)
    assert (found["$18.2 million"].period, found["$18.2 million"].guessed) == ("2023-10", True)
    assert found["$178 million"].period == "2023-01/2023-10"


@pytest.mark.parametrize(
    "told",
    [
        # A later year is named, and one before a break is looked back on.
        ("In 2025 a new port opens.", "of 2022"),
        ("Trade goes on.", "of 2022, before the pandemic"),
        ("Trade goes on.", "of 2019"),
    ],
)
def test_a_year_looked_back_on_dates_nothing(told: tuple[str, str]) -> None:
    found = read(LAST_YEAR[0], LAST_YEAR[1].replace("of 2022", told[1]), told[0], day=None)
    assert found["$18.2 million"].period is None


def test_a_paper_with_a_figure_in_its_name_has_a_dateline() -> None:
    document = read_text("Fuel runs out\n\n14horas, Madrid, 8 March 2023 — Cuba bought 900 tons of rice.", name="a.txt")
    assert document.published == date(2023, 3, 8)


def test_each_of_two_changes_has_its_own_base() -> None:
    found = read(
        "Chad's imports from China came to $18 million in May, up 21.4 percent from April and 1.6 times higher than "
        "the $11 million recorded a year earlier."
    )
    assert (found["21.4 percent"].comparison, found["21.4 percent"].base_period) == ("mom", "2023-04")
    assert (found["1.6 times"].comparison, found["1.6 times"].base_period) == ("yoy", "2022-05")


def test_what_something_brings_the_total_to_is_a_level() -> None:
    found = read("Chad's exports to Mali fell 3 percent in May, bringing the value of bilateral trade to $21 million.")
    assert (found["$21 million"].direction, found["$21 million"].comparison) == ("none", "none")


def test_goods_told_once_in_a_sentence() -> None:
    found = read("Chad spent $21 million on 38,900 tons of rice from India in May.")
    assert found["$21 million"].product == "rice"
    found = read(
        "Chad's trade with Mali fell in May.",
        "Sugar was the only item to post growth: purchases climbed 22.6 percent to $29 million.",
        "Cotton and hides remained its best-selling goods, with shipments of $14 million.",
    )
    assert found["22.6 percent"].product == "Sugar"
    assert found["$14 million"].product == "Cotton and hides"
    found = read("Chad's trade with Mali came to $9 million in May.", "It was 76 percent of the pre-war level.")
    assert found["76 percent"].product == "all goods"


def test_a_part_of_exports_goes_where_they_go() -> None:
    found = read(
        "Eritrea's imports from China rose in May.",
        "Hides led sales abroad, with shipments of $14 million accounting for 56 percent of its exports to China.",
    )
    assert (lane(found["$14 million"]), lane(found["56 percent"])) == ("ERI>CHN", "ERI>CHN")


def test_a_share_of_all_trade_is_of_two() -> None:
    found = read("China accounted for 96.7 percent of Eritrea's external trade in 2022.")
    assert (lane(found["96.7 percent"]), set(found["96.7 percent"].partners)) == ("->-", {"CHN", "ERI"})


def test_ranks_in_trade_are_with_the_same_country() -> None:
    found = read(
        "Eritrea's trade shrank in 2022.",
        "Trade with Egypt dipped to $42.7 million. India ranked third with $17.4 million, followed by Kenya "
        "($11.2 million).",
    )
    assert set(found["$17.4 million"].partners) == {"ERI", "IND"}
    assert set(found["$11.2 million"].partners) == {"ERI", "KEN"}


def test_a_text_on_one_country_comes_back_to_its_purchases() -> None:
    found = read(
        "Eritrea's fuel imports from China slump",
        "China's exports of fuel to Eritrea fell to 4,120 tons in May.",
        "Exports to China came to $8 million. Eritrea sold 63 tons of hides worth $5 million.",
        "Purchases of plastic sheeting were the largest item at $8.3 million.",
    )
    assert lane(found["$8.3 million"]) == "CHN>ERI"


def test_a_verb_goes_on_in_the_next_clause() -> None:
    found = read(
        "Chad's exports dropped 67.9 percent to $89 million in 2022, and imports 73.9 percent to $773 million."
    )
    assert (found["73.9 percent"].measure, found["73.9 percent"].direction) == ("change", "decrease")
    found = read("Chad's trade marked a 25.2 percent rise in 2022, equivalent to $10.2 million.")
    assert (found["$10.2 million"].measure, found["$10.2 million"].direction) == ("change", "increase")


def test_a_country_of_many_words_is_no_goods() -> None:
    found = read("The total trade volume of the Democratic Republic of the Congo in 2022 was $251 million.")
    assert found["$251 million"].product == "all goods"
    found = read("One Member State assessed that exports of coal from Chad had come to 4 million tons in 2022.")
    assert set(found) == {"4 million tons"}
    assert found["4 million tons"].product == "coal"
    assert set(read("The Council's 1718 Committee let Chad import 20 trucks.")) == {"20"}


def test_ports_and_border_towns_stand_for_their_countries() -> None:
    found = read("Twenty trucks from Dandong entered Sinuiju on Sunday.", "Trade goes on.")
    assert (lane(found["Twenty"]), found["Twenty"].measure) == ("CHN>PRK", "count")


def test_prices_on_a_market_are_of_no_trade() -> None:
    found = read(
        "Chad's imports from Mali fell in May.", "Prices for imported oil in Chad were 22% lower than in April."
    )
    assert lane(found["22%"]) == "->-"


def test_an_amount_that_is_fallen_short_of_is_a_level_of_its_own_time() -> None:
    found = read(
        "Chad bought $61 million of cement from Mali in the first five months of 2023.",
        "That is still short of the $203 million imported in 2019.",
    )
    claim = found["$203 million"]
    assert (claim.measure, claim.direction, claim.period) == ("trade_value", "none", "2019")
    found = read("Chad's imports of paint, at $5.2 million in May 2023, have passed the 2019 total of $4.8 million.")
    assert (found["$5.2 million"].period, found["$4.8 million"].period) == ("2023-05", "2019")


def test_times_of_other_things_are_no_times_of_a_figure() -> None:
    found = read("Mali sold $2.6 million of goods to Chad a year, under sanctions imposed in 2017.")
    assert found["$2.6 million"].period is None
    found = read(
        "Chad's imports of tar fell to 2,600 tons in May from 5,100 tons in May 2022, and no cement has been bought "
        "from Mali since 2018."
    )
    assert (found["2,600 tons"].period, found["5,100 tons"].period) == ("2023-05", "2022-05")
    assert found["no"].value == 0
    found = read(
        "None of it was sold. None have been recorded since March 2019, when exports to Mali came to $3 million."
    )
    assert found["$3 million"].period == "2019-03"
    found = read("Chad's imports from Mali were 7.5 million tons last month, still above last year's 6.1 million tons.")
    assert found["6.1 million tons"].period == "2022-05"


def test_who_keeps_a_book_stops_no_trade() -> None:
    found = read("Cement exports, which Malian customs stopped recording in 2020, had earned Chad $14 million in 2016.")
    assert set(found) == {"$14 million"}
    assert found["$14 million"].product == "Cement"
    found = read("Chad's imports from Mali came to $3 million in May, not in a single year.")
    assert set(found) == {"$3 million"}


def test_goods_of_a_verb_that_goes_on() -> None:
    found = read(
        "Chad's imports from Mali came to $9 million in May.",
        "Alcoholic drinks came to $3.9 million and watches to $0.6 million. Other top imported products include gold "
        "ore and gold bullion, each at $44,000.",
        "Lift parts are the puzzle: in May, 84 tons worth $1.06 million crossed the border.",
    )
    assert found["$0.6 million"].product == "watches"
    assert found["$44,000"].product == "gold ore and gold bullion"
    assert found["$1.06 million"].product == "Lift parts"


def test_the_total_is_of_what_was_spoken_of() -> None:
    found = read(
        "Chad exported $23 million worth of gum to Mali in May. Over five months the total was $137 million, or 57 "
        "percent of all Chadian exports to Mali."
    )
    assert (found["$137 million"].product, found["57 percent"].product) == ("gum", "gum")


def test_whom_a_paragraph_turns_to() -> None:
    found = read(
        "Chad's trade with China rose to $2.3 billion in May.",
        "Chad's imports from China were $2 billion.",
        "Russia is a small partner. Bilateral trade rose to $34 million.",
    )
    assert set(found["$34 million"].partners) == {"TCD", "RUS"}
    assert read("Laos faced a trade deficit of $188 million in May.")["$188 million"].partners == ("LAO",)


def test_ranks_in_a_country_s_trade() -> None:
    found = read(
        "The value of exports of Laos reached $561 million in May.",
        "China emerged as the main destination for Lao products, with trade amounting to $198 million in May. "
        "Thailand and Vietnam followed at around $134 million and $129 million, respectively.",
        "Among the top import sources for Laos, Thailand led the way, with imports worth $309 million.",
    )
    assert (lane(found["$134 million"]), lane(found["$129 million"])) == ("LAO>THA", "LAO>VNM")
    assert lane(found["$309 million"]) == "THA>LAO"


ANNUAL = (
    "Eritrea's trade in 2018",
    "Eritrea's total trade fell 48.8 percent to $2.8 billion in 2018.",
    "The trade deficit grew to $2.3 billion.",
    "China's share of the total was 95.8 percent. Russia (1.2 percent, $34 million) and India ($21 million) followed. "
    "Trade with Pakistan had been just $2 million a year before.",
    "Ores, once Eritrea's leading export with sales of $1.4 billion in 2016, earned only $46 million in 2018.",
    "On the import side, machinery (HS 84) dropped 97.3 percent, cars (HS 87) 97.4 percent and tea 99.1 percent.",
    "Food products held up: soybean oil came to $111 million.",
)


def test_a_report_on_all_the_trade_of_a_country() -> None:
    found = read(*ANNUAL)
    assert found["$2.3 billion"].partners == ("ERI",)
    assert set(found["95.8 percent"].partners) == {"ERI", "CHN"}
    assert set(found["$34 million"].partners) == {"ERI", "RUS"}
    assert set(found["$21 million"].partners) == {"ERI", "IND"}
    assert (lane(found["$1.4 billion"]), lane(found["$46 million"])) == ("ERI>-", "ERI>-")
    assert [found[one].product for one in ("97.3 percent", "97.4 percent", "99.1 percent")] == [
        "machinery", "cars", "tea",
    ]  # fmt: skip
    assert {lane(found[one]) for one in ("97.3 percent", "97.4 percent", "99.1 percent")} == {"->ERI"}
    assert found["97.4 percent"].direction == "decrease"
    assert (found["$111 million"].product, lane(found["$111 million"])) == ("soybean oil", "->ERI")


def test_bodies_send_to_the_country_in_need() -> None:
    found = read(
        "Chad waits for medicines",
        "WHO sent 36 health kits on 4 October 2022. Switzerland donated 9,100 tons of milk powder to Chad in 2021.",
        "Norway provided 300 tons of fish in 2020.",
    )
    assert lane(found["36"]) == "->TCD"
    assert lane(found["9,100 tons"]) == "CHE>TCD"
    assert lane(found["300 tons"]) == "NOR>TCD"


def test_whose_officials_tell_of_bilateral_trade() -> None:
    found = read(
        "China's trade with Eritrea was $9 million in May. Moscow and Asmara have grown closer. Russian officials "
        "have said bilateral trade rose 54% in 2022."
    )
    assert set(found["54%"].partners) == {"RUS", "ERI"}


def test_prices_in_a_town_and_amounts_in_turn() -> None:
    found = read(
        "Eritrea's imports from China fell in 2022.",
        "In October and November, they were close to nothing: just $253,000 and $148,000 respectively.",
        "The price of sugar in Asmara rose to $4.90 a kilogram.",
    )
    assert (found["$253,000"].period, found["$148,000"].period) == ("2022-10", "2022-11")
    assert lane(found["$4.90 a kilogram"]) == "->-"
    found = read("Chad's exports dropped 38.7% vs. April in May. This month-on-month fall is the worst.")
    assert (found["38.7%"].period, found["38.7%"].base_period) == ("2023-05", "2023-04")


def test_points_above_the_text_belong_to_it() -> None:
    found = read(
        "Chad imports update",
        "Prepared by the supply desk",
        "Key figures",
        "- 14 shipments cleared at the port in May 2023",
        "- 2.1 million doses of vaccines waiting in Mali",
        "Chad imported medicines worth $5 million from Mali in May 2023. The rest of the goods is still on its way.",
        "Nobody knows when the port will open again, the supply desk said in a note to its members on Friday.",
    )
    assert {"14", "2.1 million doses", "$5 million"} <= set(found)


def test_the_period_is_the_run_told_of() -> None:
    found = read(
        "Trade between Eritrea and Russia rose 54 percent in the January-May period from a year earlier.",
        "In May alone, imports from Russia rose 5 percent on-year to $147 million.",
        "Russia sent Eritrea 7,000 tons of flour during the period.",
    )
    assert found["7,000 tons"].period == "2023-01/2023-05"


def test_what_goods_cost_a_country() -> None:
    found = read("Face masks, which cost the country $180,400 in February, were all that Chad imported from Mali.")
    assert found["$180,400"].measure == "trade_value"
    found = read(
        "Chad's imports from Mali came to $9 million in May. Nor were any vaccines exported to Chad.",
        "India has reported no tea exports to Chad this year. In 2019 it had shipped $3.1 million worth.",
    )
    assert (found["any"].value, found["any"].product) == (0, "vaccines")
    assert found["$3.1 million"].product == "tea"


def test_a_body_of_a_country_buys_for_it() -> None:
    found = read("Syria's General Establishment for Cereals bought 200,000 tonnes of wheat from Russia in May.")
    assert lane(found["200,000 tonnes"]) == "RUS>SYR"
    found = read(
        "Chad's textile exports to Mali vanished in 2018.",
        "Their place was taken by processing trade: wigs rose from $400,000 in 2014 to $31 million in 2019.",
    )
    assert (found["$31 million"].product, lane(found["$31 million"])) == ("wigs", "TCD>MLI")


def test_goods_told_for_a_reason_are_not_all_that_was_traded() -> None:
    found = read(
        "Eritrea's imports from China hit a high on rice purchases",
        "Eritrea's imports from China rose to a high in May as it stepped up purchases of rice.",
        "Imports came to $187 million, up 21 percent from April.",
    )
    assert (found["$187 million"].product, found["21 percent"].product) == ("all goods", "all goods")


def test_a_part_of_an_amount_has_that_amount_s_time_for_its_base() -> None:
    found = read(
        "Chad's trade with Mali came to $382 million in May, which is 82 percent of the 2019 total of $2.79 billion."
    )
    claim = found["82 percent"]
    assert (claim.measure, claim.period, claim.base_period) == ("ratio", "2023-05", "2019")
    found = read(
        "Chad's trade with Mali came to $382 million in May 2023, equivalent to 82 percent of the $467 million "
        "recorded in May 2018."
    )
    assert (found["82 percent"].period, found["82 percent"].base_period) == ("2023-05", "2018-05")


def test_sections_of_a_fact_sheet() -> None:
    found = read(
        "Facts: what does Eritrea sell, and to whom?",
        "Eritrea sells to many. Eritrea and its neighbours, and Eritrea's ports.",
        "# CHINA",
        "China bought $2.6 billion worth of goods from Eritrea in 2016. Its exports to Eritrea rose to $1.6 billion.",
        "# INDIA",
        "India was the second-biggest export market with $97 million in 2015.",
        "# PAKISTAN",
        "Pakistan bought $43 million of goods in 2015.",
        "# RUSSIA",
        "Trade with Russia fell to $76 million in 2016.",
    )
    assert set(found["$76 million"].partners) == {"ERI", "RUS"}


def test_nothing_of_several_goods_and_spans_of_time() -> None:
    found = read(
        "Chad's imports from Mali rebounded in May after two weak months. Cigarettes came to $687,000, while liquor "
        "came to $312,000 and perfume to $118,000. No cars or trucks were recorded."
    )
    assert "two" not in found
    assert (found["$312,000"].product, found["$118,000"].product) == ("liquor", "perfume")
    assert (found["No"].value, found["No"].measure) == (0, "trade_quantity")
