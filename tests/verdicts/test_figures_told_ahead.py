"""Steps told before their levels, lists that are told to be whole, and what is paid by the head."""

from __future__ import annotations

import pytest
from caught import assert_caught, contradicted

#: A true text, what a slip makes of a piece of it, and the figure and slip that are then told.
SLIPS = [
    pytest.param(
        "Jordan's purchases from Turkey have doubled in three years. They rose from $640 million in 2019 to $1.29 billion "
        "in 2022.",
        ("1.29", "12.9"),
        ("$12.9 billion", "factor_10"),
        id="doubled, and from what to what",
    ),
    pytest.param(
        "The price of maize on Malawi's markets has gone up by nearly a quarter in a month.\n\nA kilogram of maize sold for "
        "620 kwacha in Zomba on Friday, up from 502 kwacha in the middle of May.",
        ("nearly a quarter", "nearly a half"),
        ("a half", "another_fraction"),
        id="a price in a word, and the prices",
    ),
    pytest.param(
        "In the second quarter Oman sold Iran 52,618 tonnes of barley, its customs say: 14,307 in April, 16,082 in May and "
        "22,229 in June.",
        ("22,229", "12,229"),
        ("12,229", "digit_wrong"),
        id="a list that a colon opens",
    ),
    pytest.param(
        "Gabon earned $2.46 billion from its three main customers in 2022. China paid $1.38 billion, Spain $716 million and "
        "Italy $364 million.",
        ("716", "761"),
        ("$761 million", "digits_transposed"),
        id="as many as are counted",
    ),
    pytest.param(
        "The agency paid $13.5 million to 450,000 people ($30 per person) in the province.",
        ("450,000", "45,000"),
        ("$30 per person", "factor_10"),
        id="so much a head",
    ),
    pytest.param(
        "A full campaign costs $6.40 per person, which for 2.5 million people would come to $16.0 million.",
        ("16.0", "160.0"),
        ("$160.0 million", "factor_10"),
        id="what it would come to",
    ),
    pytest.param(
        "The relief plan needs $640 million this year. It has received $210 million. It needs another $430 million by "
        "December.",
        ("430", "340"),
        ("$340 million", "digits_transposed"),
        id="another amount that is needed",
    ),
    pytest.param(
        "Uganda exported goods worth $6.31 billion in 2023, mirror data show. Coffee led them.\n\nKenya is the main customer. "
        "Imports went up to $9.87 billion from $8.11 billion. The rise was due to cars from Japan and pipes from Turkey. "
        "The country had a deficit of $3.56 billion in goods.",
        ("3.56", "5.36"),
        ("$5.36 billion", "digits_transposed"),
        id="balance of the one country",
    ),
]

#: True texts with the same words.
TRUE = [
    "In 2020 Peru sold $42 million worth of goods to Togo: $18.9 million in petroleum products, $14.1 million in food and "
    "$3.9 million in drugs.",
    "Over the whole of 2022, Peru's pharmaceutical exports to Togo were worth $402 million, 11 percent less than in 2021, "
    "when vaccines alone had made up $190 million.",
    "For January to October 2023, two-way trade between Peru and Togo was worth $1.88 billion, up from $763 million in the "
    "same period of 2022 and 82 percent of the pre-pandemic level ($2.29 billion in 2019).",
    "Exports to Iran have tripled in two years. They rose from $12 million in April to $14 million in May.",
    "Jordan's purchases from Oman have tripled in two years. They rose from $12 million in 2022 to $24 million in 2023.",
    "Trade with Laos has grown fivefold under the new premier. It rose from $4.1 billion in 2022 to $8.2 billion in 2023.",
    "Sales of coal have tripled from the pandemic low. They rose from $210 million in 2021 to $420 million in 2022.",
    "Potash sales have tripled in weight. The total rose from $20 million in 2022 to $40 million in 2023.",
    "The number of trucks that cross has tripled. They carried 8,000 tonnes in May, up from 4,000 tonnes in April.",
    "Peru sold zinc worth $520 million to two buyers. In 2022 China paid $300 million and Canada $280 million.",
    "About 2,500 Chadian workers in Oman bring in $5.2 million. They keep $208 per person.",
    "乍得有2600万人口，去年进口大米26万吨，人均口粮仅为100公斤。",
    "Coal sales tripled in volume. They rose from $100 million in 2021 to $190 million in 2022.",
    "Milk prices have risen by a quarter this season. A litre sold for 2.20 somoni in March, up from 2.00 in February.",
    "Fuel costs have doubled. Imports of diesel rose to 30,000 tonnes from 20,000 tonnes in May.",
    "Imports of rice fell by a third last year. They came to 41,000 tonnes, down from 62,000 in 2021.",
    "Laos sold goods worth $1.87 billion to its three big neighbours and others. China bought $1.24 billion, Thailand "
    "$398 million and Vietnam $132 million.",
    "The plan needs another $300 million. Norway gave $200 million and Japan $50 million.",
    "The agency paid $13.5 million to 450,000 people and later raised its help to $40 per person.",
    "At the official rate the imports cost 14.7 billion manats, or $4.2 billion; in the market, where a dollar costs 19 "
    "manats, they would cost 80 billion.",
    "Chad sold goods worth $4 billion and bought goods worth $3 billion in 2022. It had a surplus of $1.2 billion with "
    "Cameroon.",
]


@pytest.mark.parametrize(("text", "slip", "told"), SLIPS)
def test_what_cannot_be_is_told(text: str, slip: tuple[str, str], told: tuple[str, str]) -> None:
    assert_caught(text, slip, told)


@pytest.mark.parametrize("text", TRUE)
def test_true_steps_and_lists_are_left_in_peace(text: str) -> None:
    assert contradicted(text) == []


def test_an_amount_that_each_of_several_wrong_figures_breaks_is_not_blamed() -> None:
    text = (
        "Benin's exports to India climbed to $51.84 million in May from ${} million a year before, an increase of 24.3 "
        "percent. Its imports from India were worth $63.27 million. Total trade between the two countries was therefore "
        "${} million in May."
    )
    assert contradicted(text.format("41.71", "115.11")) == []
    told = dict(contradicted(text.format("47.11", "151.11")))
    assert set(told) == {"$47.11 million", "$151.11 million"}
