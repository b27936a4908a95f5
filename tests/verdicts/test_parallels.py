"""Figures that nothing ties but the parallel with others, lists that words close, and averages by the month."""

from __future__ import annotations

import pytest
from caught import assert_caught, contradicted

#: A true text, what a slip makes of a piece of it, and the figure and slip that are then told.
SLIPS = [
    pytest.param(
        "Lomé, 9 May 2024 - Togo exported 61,400 tonnes of coffee in 2023, earning $148 million. In 2022 it had sold "
        "57,900 tonnes for $131 million.\n\nThe average price rose to $2,410 a tonne from $2,263.",
        ("$2,263", "$2,623"),
        ("$2,623", "digits_transposed"),
        id="price of the year before",
    ),
    pytest.param(
        "Lomé, 9 May 2024 - At $2,410 per tonne Togo's 61,400 tonnes of coffee were worth $148 million in 2023. "
        "In 2022 the 57,900 tonnes exported had earned $131 million at $2,263 per tonne.",
        ("$131 million", "$131 billion"),
        ("$131 billion", "billion_for_million"),
        id="value of the year before",
    ),
    pytest.param(
        "Quito, 3 March 2024. Ecuador exported 1.78 million tonnes of bananas in 2023. Ports were busy.\n\nRussia took "
        "0.92 million tonnes, Turkey 0.41 million and other countries 0.45 million tonnes.",
        ("0.45 million", "4.5 million"),
        ("4.5 million tonnes", "factor_10"),
        id="list that words close",
    ),
    pytest.param(
        "Quito, 3 March 2024. Ecuador earned $96.4 million from cocoa in May.\n\nGermany bought for $51.7 million, equal "
        "to 53.6 percent of the total, and Spain for $24.8 million (25.7 percent).",
        ("$24.8 million", "$248 million"),
        ("$248 million", "factor_10"),
        id="share beside another of the same whole",
    ),
    pytest.param(
        "Tunis, 18 July 2025. Trade between Chad and Mali came to $212.4 million in June, up from $190.3 million in May. "
        "Chad's exports to Mali edged up to $37.6 million from $37.2 million.\n\nChad's trade deficit with Mali widened "
        "to $137.2 million from $115.9 million in May.",
        ("$115.9 million", "$151.9 million"),
        ("$151.9 million", "digits_transposed"),
        id="balance beside one way and both",
    ),
]


@pytest.mark.parametrize(("text", "slip", "told"), SLIPS)
def test_a_slip_in_what_only_the_parallel_ties_is_told(text: str, slip: tuple[str, str], told: tuple[str, str]) -> None:
    assert_caught(text, slip, told)


@pytest.mark.parametrize(
    "text",
    [
        "Havana, 10 February 2025. Cuba bought US food for $433.9 million in 2024. On average, $36.2 million was spent "
        "a month, against $28.6 million in 2023. Vehicles worth $35 million were sold in 2023.",
        "Accra, 3 March 2024. In 2023 the port handled 86,500 tonnes of coal. On average, 7,210 tonnes were loaded a "
        "month, after 6,020 tonnes in 2022.",
        "Havana, 10 February 2025. Cuba bought US food for $433.9 million in 2024. Pork came to $31.2 million, milk "
        "powder to $24.6 million, and all other items together to $378.1 million.",
        "Accra, 3 March 2024. More than 3.9 million tonnes of grain have left Ukraine. Of these, 1.1 million tonnes "
        "went to Turkey, 650,000 tonnes to Spain and 460,000 tonnes to Egypt.",
        "Ghana sold 41,000 tonnes of cashews for $62 million in 2023, $1,512 a tonne. In 2022 Benin sold 39,500 tonnes. "
        "Ghana's had cost $1,390 a tonne then, and brought in $49 million.",
    ],
)
def test_what_is_of_each_month_or_of_the_rest_is_held_against_no_total(text: str) -> None:
    assert contradicted(text) == []


def test_an_average_by_the_month_is_held_against_its_year() -> None:
    text = "Cuba bought US food for $433.9 million in 2024. On average, {} was spent a month."
    assert contradicted(text.format("$36.2 million")) == []
    assert ("$3.62 million", "factor_10") in contradicted(text.format("$3.62 million"))


def test_a_share_of_all_that_came_in_is_of_no_single_sellers_part() -> None:
    text = (
        "Havana, 2 December 2024. The imports of sugar cost Cuba $178.4 million in 2023. Brazil supplied 171,000 tonnes for "
        "$102.6 million and Colombia 58,000 tonnes for $36.5 million. The rest, 63,000 tonnes worth $39.3 million, came "
        "from Mexico and France.\n\nSugar made up 2.1% of the island's total import bill of {}."
    )
    assert contradicted(text.format("$8.43 billion")) == []
    assert ("$8.43 million", "million_for_billion") in contradicted(text.format("$8.43 million"))


def test_an_amount_that_no_rate_explains_is_told_where_either_may_be_wrong() -> None:
    text = (
        "Togo's trade with China came to 17.93 billion yuan (about {} billion U.S. dollars) in 2024. Exports were 9.1 "
        "billion yuan and imports 8.83 billion yuan."
    )
    assert contradicted(text.format("2.45")) == []
    assert ("24.5 billion U.S. dollars", "factor_10") in contradicted(text.format("24.5"))


def test_what_is_left_is_known_by_its_name_too() -> None:
    text = (
        "Dhaka, 4 July 2024. Bangladesh earned $855 million from jute goods in 2023. Jute yarn and twine fetched $492 million. "
        "Raw jute brought in $161 million, sacks and bags $107 million and other jute products {}."
    )
    assert_caught(text.format("$95 million"), ("$95 million", "$59 million"), ("$59 million", "digits_transposed"))


@pytest.mark.parametrize(
    ("text", "slip", "told"),
    [
        pytest.param(
            "Tokyo, 23 January 2025. Japan imported 612,000 tonnes of methanol from Iran in 2024, against 838,000 tonnes "
            "in 2023.\n\nIran's share of Japan's methanol imports, which totalled 1.87 million tonnes, slid to 32.7% "
            "from 42%.",
            ("32.7%", "37.2%"),
            ("37.2%", "digits_transposed"),
            id="share of all imports told in its subject",
        ),
        pytest.param(
            "New York, 20 September 2023. Ships made 46 voyages, each carrying 33,000 barrels on average, or 72 percent of "
            "their capacity of 45,800 barrels.",
            ("72 percent", "27 percent"),
            ("27 percent", "digits_transposed"),
            id="average as a share of what is named",
        ),
        pytest.param(
            "New York, 20 September 2023. China and Russia reported 267,000 and 104,000 barrels of oil respectively, in sum "
            "371,000 barrels.",
            ("371,000", "317,000"),
            ("317,000 barrels", "digits_transposed"),
            id="in sum",
        ),
        pytest.param(
            "Harare, 4 May 2024. In 2023 China bought 1,680 tonnes of tobacco from Malawi for $167 million. That is $99 a "
            "kilogram, and almost 60 per cent of what Malawi earned in China, namely $283 million.",
            ("$99 a", "$990 a"),
            ("$990 a kilogram", "factor_10"),
            id="price of the purchase told just before",
        ),
    ],
)
def test_a_slip_in_what_was_worked_out_from_the_sentence_before_is_told(
    text: str, slip: tuple[str, str], told: tuple[str, str]
) -> None:
    assert_caught(text, slip, told)
