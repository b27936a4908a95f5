"""Turns of trade news that say, or leave unsaid, what an amount or a change is held against, and when each was."""

from __future__ import annotations

from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def claims(text: str) -> dict[str, Claim]:
    return {c.text: c for c in extract(read_text(text, name="a.txt", published=date(2023, 6, 20)))}


def told(claim: Claim) -> tuple[str, str, str, str | None, str | None]:
    return claim.measure, claim.direction, claim.comparison, claim.base_period, claim.period


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        # A change said twice, in brackets.
        ("Kenya's tea exports to Iran rose in May by 12 percent (or $600,000) year on year.", "$600,000",
         ("change", "increase", "yoy", "2022-05", "2023-05")),
        ("In January-May Kenya's tea exports to Iran were $9 million, up 12 percent (or $1 million) from January-May 2022.",
         "12 percent", ("change", "increase", "ytd_yoy", "2022-01/2022-05", "2023-01/2023-05")),
        # Levels that only stand beside a change, and those that it leads to.
        ("Kenya's tea exports to Iran fell 12 percent year on year in May and amounted to $5 million.", "$5 million",
         ("trade_value", "none", "none", None, "2023-05")),
        ("Kenya's tea exports to Iran rose 12 percent year on year in May to reach $5 million.", "$5 million",
         ("trade_value", "increase", "yoy", "2022-05", "2023-05")),
        ("Kenya's tea exports to Iran fell to $5 million in May, a decline of 13% from April.", "$5 million",
         ("trade_value", "decrease", "mom", "2023-04", "2023-05")),
        # Two levels and their difference.
        ("Kenya exported $8.6 million of tea to Iran in 2022 and $5 million in 2021, an increase of 72.1%.", "72.1%",
         ("change", "increase", "yoy", "2021", "2022")),
        ("Kenya exported $5 million of tea to Iran in April and $8.6 million in May, an increase of 72.1%.", "72.1%",
         ("change", "increase", "mom", "2023-04", "2023-05")),
        # Month after month.
        ("Kenya's tea exports to Iran came to $13 million in March, and in April they more than doubled to $29 million.",
         "$29 million", ("trade_value", "increase", "mom", "2023-03", "2023-04")),
        ("Kenya's tea exports to Iran were $13 million in March. In April they fell to $8 million.", "$8 million",
         ("trade_value", "decrease", "mom", "2023-03", "2023-04")),
        # Times that own a figure.
        ("Iran took 110,000 tonnes of wheat from Russia in May, almost twice April's 56,000 tonnes.", "twice",
         ("ratio", "none", "mom", "2023-04", "2023-05")),
        ("Iran took 110,000 tonnes of wheat from Russia in May, against April's 56,000 tonnes.", "56,000 tonnes",
         ("trade_quantity", "none", "none", None, "2023-04")),
        ("Iran took 110,000 tonnes of wheat from Russia in May, up from last year's 56,000 tonnes.", "110,000 tonnes",
         ("trade_quantity", "increase", "yoy", "2022-05", "2023-05")),
        # The base's own amount behind it.
        ("Cuba bought 12,000 tonnes of rice from Vietnam in May, 66% less than in April, with 35,000 tonnes.",
         "35,000 tonnes", ("trade_quantity", "none", "none", None, "2023-04")),
        ("Vietnam sold Cuba 12,000 tonnes of rice in May, below the monthly average of 15,000 tonnes last year.",
         "15,000 tonnes", ("trade_quantity", "none", "none", None, "2022")),
        # A ratio to an amount has no direction; what is held up against a price is a price.
        ("Kenya sold Iran $5 million of tea in 2022, half of the $10 million of 2019.", "half",
         ("ratio", "none", "vs_period", "2019", "2022")),
        ("Export prices of Thai rice averaged $603 a tonne in May, compared with $560 for Vietnam's.", "$560",
         ("price", "none", "none", None, "2023-05")),
        ("That month the price of a kilo of rice had already risen, going from $1.05 in April to $1.21.", "$1.05",
         ("price", "none", "none", None, "2023-04")),
        # A change said first in money, then in brackets, and one base behind both.
        ("Exports of Laos decreased by €560 million (-19%) to €2,319 million in May 2023 compared with May 2022.",
         "€560 million", ("change", "decrease", "yoy", "2022-05", "2023-05")),
        ("Laos's imports fell 78 percent in 2022, dropping to a value of just $3.6 million from $16.6 million.",
         "$3.6 million", ("trade_value", "decrease", "yoy", "2021", "2022")),
        # Balances and parts.
        ("Laos's exports exceeded imports by €844 million in May.", "€844 million", ("other", "none", "none", None, "2023-05")),
        ("Rice made up $2 million in May. This represents 29% of the value of total exports of Laos.", "29%",
         ("share", "none", "none", None, "2023-05")),
        ("A deficit of $181 million, equal to 7.2 percent of the value of imports, was recorded by Laos in May.",
         "7.2 percent", ("ratio", "none", "none", None, "2023-05")),
        # Of a fiscal year.
        ("Pakistan's exports to Nepal rose 5 percent in the first month of the current fiscal year, from a year earlier.",
         "5 percent", ("change", "increase", "yoy", "2021-07", "2022-07")),
        ("Imports of Pakistan from Nepal rose 22 percent in July-March of the current fiscal year from a year earlier.",
         "22 percent", ("change", "increase", "ytd_yoy", "2021-07/2022-03", "2022-07/2023-03")),
        # Fractions that compare.
        ("Turkish refiners' imports of oil from Russia were a quarter higher in May compared with the previous month.",
         "a quarter", ("change", "increase", "mom", "2023-04", "2023-05")),
        ("Turkey's imports of oil from Russia were half as high in May as in April.", "half",
         ("ratio", "none", "mom", "2023-04", "2023-05")),
        # The same change against another time, and what a clause about the base tells.
        ("Oman's imports in May were a 22% decrease from April, which saw the entry of 470 tonnes, and about 7% from March.",
         "470 tonnes", ("trade_quantity", "none", "none", None, "2023-04")),
        ("Oman's imports in May were a 22% decrease from April, which saw the entry of 470 tonnes, and about 7% from March.",
         "7%", ("change", "decrease", "vs_period", "2023-03", "2023-05")),
        ("Oman's imports of flour decreased by 8,000 tonnes in May in comparison with the indicators of April.",
         "8,000 tonnes", ("change", "decrease", "mom", "2023-04", "2023-05")),
        # Shares that are named behind, or only hedged.
        ("Oman's shipments of oil to India slumped to 706 tonnes in May, a 16 percent share.", "16 percent",
         ("share", "none", "none", None, "2023-05")),
        ("Oil made up 33% of Oman's exports to India in May, after levels exceeding 40% in April.", "40%",
         ("share", "none", "none", None, "2023-04")),
        # Lists that answer one another.
        ("Oman's exports of oil and of steel dipped 10 percent and 12 percent, respectively, in May to $29 million and "
         "$26 million from a year earlier.", "$26 million", ("trade_value", "decrease", "yoy", "2022-05", "2023-05")),
        # A difference has a base of its own.
        ("Oman's imports of syringes jumped to $905,000 through May, about $50,000 short of all of 2022.", "$905,000",
         ("trade_value", "increase", "vs_period", None, "2023-01/2023-05")),
        ("Oman's imports of syringes jumped to $905,000 through May, about $50,000 short of all of 2022.", "$50,000",
         ("change", "decrease", "vs_period", "2022", "2023-01/2023-05")),
        ("Oman's exports to Cuba fell in 2022. Last year's $174 million was only half of the 2014 level.", "half",
         ("ratio", "decrease", "vs_period", "2014", "2022")),
        # Told again in brackets, as a part of what was.
        ("Compared to May of last year, Laos's exports to Oman rose by 1.8 million dollars (27.5 percent) in May.",
         "27.5 percent", ("change", "increase", "yoy", "2022-05", "2023-05")),
        # An aside between dashes holds nothing up.
        ("The deficit of Laos in goods – the gap between what it sells and what it buys – rose to $46 million in May from "
         "$43 million in April.", "$46 million", ("other", "increase", "mom", "2023-04", "2023-05")),
        ("Laos ran deficits in May of $33 million with Oman, up 0.9 percent from April.", "$33 million",
         ("other", "none", "none", None, "2023-05")),
        # A rise in a price is a change.
        ("Prices of rice that Laos sells to Oman rose by Rs. 33.41 per kg in May from April.", "Rs. 33.41 per kg",
         ("change", "increase", "mom", "2023-04", "2023-05")),
        ("Laos's exports to Oman were $24 million in May vis-à-vis $25 million in April.", "$25 million",
         ("trade_value", "none", "none", None, "2023-04")),
        ("Laos sent $40 million in goods to Oman in all of 2022, with $23 million of that in the final two months.",
         "$23 million", ("trade_value", "none", "none", None, "2022-11/2022-12")),
        # Of several amounts to start from, the one beside the figure.
        ("Georgia's imports of gas from Iran in May amounted to $37 million, an increase of 64 percent compared to $22 million "
         "in May 2022, and an increase of 54 percent compared to $24 million in April 2023.", "54 percent",
         ("change", "increase", "mom", "2023-04", "2023-05")),
        ("Georgia's imports of gas from Iran in May amounted to $37 million, an increase of 64 percent compared to $22 million "
         "worth of gas over the same period of 2022.", "$22 million", ("trade_value", "none", "none", None, "2022-05")),
        ("Georgia's imports of gas from Iran in May fell by 11 percent, compared to $22 million over the reporting period of "
         "2022.", "11 percent", ("change", "decrease", "yoy", "2022-05", "2023-05")),
        # Made, and not traded; a part of a total volume.
        ("Georgia produced 490,000 tonnes of potash in May and sold 106,000 tonnes to Iran.", "490,000 tonnes",
         ("other", "none", "none", None, "2023-05")),
        ("Imports of oil of Georgia from Iran in May amounted to 23,700 tonnes or 22 percent of a total import volume.",
         "22 percent", ("share", "none", "none", None, "2023-05")),
        # Since early this year, and the day on which goods came.
        ("Iran sold Georgia $5 million of tea in May. Georgia has imported 107,000 tonnes of oil from it since early 2023.",
         "107,000 tonnes", ("trade_quantity", "none", "none", None, "2023-01/2023-05")),
        ("Egypt received 63,000 tonnes of French wheat on March 8.", "63,000 tonnes",
         ("trade_quantity", "none", "none", None, "2023-03-08")),
        # From one time to another.
        ("Exports of China to Eritrea rose from $11.2 million to $14.1 million between 2021 and 2022.", "$14.1 million",
         ("trade_value", "increase", "yoy", "2021", "2022")),
        ("Exports of China to Eritrea rose from $11.2 million to $14.1 million between 2021 and 2022.", "$11.2 million",
         ("trade_value", "none", "none", None, "2021")),
        ("Between May 2022 and May 2023 the exports of China to Eritrea have increased by $2.91M (26%).", "26%",
         ("change", "increase", "yoy", "2022-05", "2023-05")),
        ("China's exports to Eritrea came to $146 million in 2022, a 52.9% jump since 2019.", "52.9%",
         ("change", "increase", "vs_period", "2019", "2022")),
        ("Between January and May China's exports to Eritrea rose 5%.", "5%",
         ("change", "increase", "ytd_yoy", "2022-01/2022-05", "2023-01/2023-05")),
        ("In the five months to May China's exports to Eritrea slid to $22.5 million from $27.1 million.", "$27.1 million",
         ("trade_value", "none", "none", None, "2022-01/2022-05")),
        # Two figures before one word of change; the same months told in the year's name.
        ("Exports of China to Eritrea in May registered a 10.6 and 11.4 percent growth in weight and value.", "10.6",
         ("change", "increase", "none", None, "2023-05")),
        ("In January-March Norway's crab exports to Oman came to 1,777 tonnes, double the corresponding 2022 figure.",
         "double", ("change", "increase", "ytd_yoy", "2022-01/2022-03", "2023-01/2023-03")),
        ("It sold Oman tea for $19.2 million in 2022, Kenya says; a year earlier it was $13.9 million.", "$19.2 million",
         ("trade_value", "none", "none", None, "2022")),
        # Held against by other words, and with a time of its own.
        ("Venezuela's oil shipments to Cuba rose in May to 70,000 barrels per day compared to the 23,000 barrels from the "
         "previous month.", "23,000 barrels", ("trade_quantity", "none", "none", None, "2023-04")),
        ("Venezuela sold Cuba oil for $39 million in May as opposed to $12 million in April.", "$12 million",
         ("trade_value", "none", "none", None, "2023-04")),
        ("Venezuela shipped 50,000 barrels of oil to Cuba in March, and in May deliveries were only 8,000 barrels.",
         "8,000 barrels", ("trade_quantity", "none", "none", None, "2023-05")),
        ("Venezuela's oil shipments grew in May. Cuba took 8% of the volume.", "8%",
         ("share", "none", "none", None, "2023-05")),
        # What is to come is of the whole year.
        ("Vietnam's exports of rice to Cuba fell 3 percent in January-May. They may rise this year by 9 percent.",
         "9 percent", ("change", "increase", "yoy", "2022", "2023")),
        # The past year is a year.
        ("Iran's tea imports from Kenya tripled in the past year to $9 million.", "tripled",
         ("change", "increase", "yoy", "2021", "2022")),
    ],
)  # fmt: skip
def test_a_turn_of_comparison(text: str, figure: str, expected: tuple[str, ...]) -> None:
    assert told(claims(text)[figure]) == expected


def test_that_month_is_the_one_named_last() -> None:
    read = claims(
        "Cuba paid $10 million for Vietnamese rice in May, compared to $14 million in April. That month it also bought "
        "$2 million of tea."
    )
    assert read["$2 million"].period == "2023-04"


def test_a_growth_behind_the_year_before_is_of_now() -> None:
    read = claims(
        "Lebanon's exports to Jordan were $287 million in the first five months of 2023. In the same period of 2022 they "
        "had been $254 million, which is a growth of 13 percent."
    )
    assert told(read["$254 million"])[4] == "2022-01/2022-05"
    assert told(read["13 percent"])[2:] == ("ytd_yoy", "2022-01/2022-05", "2023-01/2023-05")


def test_a_grade_is_no_share() -> None:
    read = claims("Vietnam's 5% broken rice was quoted at $490 a tonne; exports to Cuba rose 7% in May.")
    assert "5%" not in read
    assert "7%" in read


def test_places_that_trade_passes_are_counted() -> None:
    assert claims("Trade at the 15 border stations with China came to $4 million in May.")["15"].measure == "count"


def test_the_same_period_is_the_one_before_the_amount_held_up() -> None:
    read = claims(
        "Exports of Laos fell to $2.5 million in May from $2.8 million in April while imports in the same period rose to "
        "$1.7 million."
    )
    assert read["$1.7 million"].period == "2023-05"


def test_half_of_another_times_amount_is_of_now() -> None:
    read = claims(
        "Laos's exports to Vietnam tripled to $318 million in 2022. The figure was only 37 percent of the $859 million "
        "posted in 2019."
    )
    assert told(read["37 percent"]) == ("ratio", "none", "vs_period", "2019", "2022")


def test_what_began_in_a_month_gives_its_time_to_nothing() -> None:
    read = claims(
        "As of June 16, Sudan had reported 37,699 infections and 2,831 deaths since the start of the pandemic in March 2020."
    )
    assert read["2,831"].period == "/2023-06-16"


def test_a_period_of_so_many_months_is_the_year_so_far() -> None:
    read = claims(
        "Laos sold Oman 100 tonnes of coffee in May. Throughout the five-month period it sold Oman 900 tonnes of it."
    )
    assert read["900 tonnes"].period == "2023-01/2023-05"


def test_a_group_of_so_many_is_no_count() -> None:
    assert "17" not in claims("China's exports of the group of 17 minerals to Oman stood at 4,785 tonnes in May.")


def test_a_price_of_what_was_told_of_is_of_its_time() -> None:
    read = claims("Vietnam sold Oman 800 tonnes of rice in May. At $437 a tonne the rice was cheap.")
    assert read["$437 a tonne"].period == "2023-05"


def test_a_price_held_against_a_time_is_of_the_news() -> None:
    read = claims("Vietnam sold Oman 800 tonnes of rice in May. Diesel sold at $1.20 per litre, 6% more than in April.")
    assert read["$1.20 per litre"].period == "2023-05"
