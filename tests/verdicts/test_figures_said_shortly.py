"""Figures that a sentence says shortly, leaving out what they are of: held against what the words point to."""

from __future__ import annotations

import pytest
from caught import assert_caught, contradicted

#: A true text, what a slip makes of a piece of it, and the figure and slip that are then told.
SLIPS = [
    pytest.param(
        "Hauling Omani limes to Georgia by way of Poti costs $82 a tonne, $35 more than the $47 that the old road cost.",
        ("$82", "$28"),
        ("$28 a tonne", "digits_transposed"),
        id="prices, of which the last leaves out what it is for",
    ),
    pytest.param(
        "Oman sold 1.7 million crates of limes abroad by air, out of exports of 2.3 million. That was 74 percent.",
        ("74 percent", "47 percent"),
        ("47 percent", "digits_transposed"),
        id="a sentence that is a share alone",
    ),
    pytest.param(
        "Oman earned $240 million with limes in 2023, against $480 million in 2019, or half of its former revenue.",
        ("half", "a third"),
        ("a third", "another_fraction"),
        id="a part of what it was before",
    ),
    pytest.param(
        "Oman earned $240 million with limes in 2023, compared with $480 million in 2019, just half of what it had been.",
        ("half", "a quarter"),
        ("a quarter", "another_fraction"),
        id="a part of what it had been",
    ),
    pytest.param(
        "Georgia's exports to Oman were $120 million in 2023.\n\nIts imports from Oman came to $840 million, seven times "
        "as much as its exports, which left a deficit of $720 million.",
        ("seven times", "four times"),
        ("four times", "another_multiple"),
        id="one flow by the other, told a paragraph before",
    ),
    pytest.param(
        "Oman's limes went out in the first quarter of 2023 above all: 960,000 crates fell into it, twice the 480,000 of "
        "the second quarter.",
        ("twice", "four times"),
        ("four times", "another_multiple"),
        id="what fell into a quarter went down in nothing",
    ),
]


@pytest.mark.parametrize(("text", "slip", "told"), SLIPS)
def test_a_slip_is_caught_and_the_true_text_is_left_in_peace(
    text: str, slip: tuple[str, str], told: tuple[str, str]
) -> None:
    assert_caught(text, slip, told)


def test_what_is_told_per_head_is_held_against_the_people() -> None:
    text = "With a population of 5.2 million, Oman bought goods abroad for $39.1 billion in 2023, or ${} per head."
    assert contradicted(text.format("7,520")) == []
    assert ("$752 per head", "factor_10") in contradicted(text.format("752"))


@pytest.mark.parametrize(
    "text",
    [
        "Most sales of Omani limes fell within the second half of 2023: 840,000 crates, three times the 280,000 of the "
        "first half.",
        "Oman sold 1.2 million crates of limes in Georgia and 4.8 million crates in Turkey. That is 52 percent.",
        "Oman sold limes for $37.4 million in 2022 and for $30.9 million in 2023. That was 17 percent less.",
        "Georgia, a country of 3.7 million, sold Oman goods for $61 million in 2023. Its income is $6,100 per head.",
        "Georgia's exports to Oman were $120 million in May. Imports from Oman came to $840 million in June, five times "
        "as much as exports.",
        "Georgia's exports of walnuts to Oman were $12 million in 2023.\n\nIts imports from Oman came to $840 million, "
        "seven times as much as its exports.",
        "Oman's limes fetched $82 a tonne in Georgia, $35 more than in Turkey, where the price was $74 a year before.",
    ],
)
def test_what_is_said_of_something_else_accuses_nobody(text: str) -> None:
    assert contradicted(text) == []


def test_a_share_goes_on_with_the_whole_of_the_one_before() -> None:
    text = (
        "Oman exported 846,000 crates of limes in 2023. Georgia took 312,000 crates. That was 36.9% of the total.\n\n"
        "Turkey came next at 241,000 crates. Armenia took 95,000 crates and Chad 61,000 crates, or {}."
    )
    assert contradicted(text.format("7.2%")) == []
    assert ("2.7%", "digits_transposed") in contradicted(text.format("2.7%"))


def test_what_a_sentence_names_is_added_to_the_list_before_it() -> None:
    text = (
        "Limes earned Oman $1.42 billion in 2023.\n\nNext were dates ($430 million), fish ($385 million) and copper ($317 "
        "million). With limes these four products brought in ${} billion."
    )
    assert contradicted(text.format("2.55")) == []
    assert any(figure == "$5.25 billion" for figure, _ in contradicted(text.format("5.25")))


def test_a_whole_told_by_month_is_added_up_by_partner_as_well() -> None:
    text = (
        "Oman has bought 412,000 tonnes of wheat since January, its ports said on July 14, 2023.\n\nRussia delivered "
        "128,000 tonnes of that. Georgia sent 94,000 tonnes, Romania {} tonnes and Turkey the remaining 72,000 tonnes."
        "\n\nArrivals by month\n\nJanuary: 22,000 tonnes\nFebruary: 31,000 tonnes\nMarch: 48,000 tonnes\nApril: 79,000 "
        "tonnes\nMay: 104,000 tonnes\nJune: 128,000 tonnes"
    )
    assert contradicted(text.format("118,000")) == []
    assert any(figure == "181,000 tonnes" for figure, _ in contradicted(text.format("181,000")))


def test_almost_all_of_it_is_of_the_trade_just_told_of() -> None:
    text = (
        "Trade between Oman and Georgia came to $54.4 million in 2023. Almost all of it consisted of Omani exports, which "
        "amounted to $53.8 million. Georgia's sales to Oman were worth a modest ${}."
    )
    assert contradicted(text.format("600,000")) == []


@pytest.mark.parametrize("against", ["against {}", "vs. {}", "compared with {} in 2022"])
def test_a_bracket_tells_both_amounts_of_a_multiple_again(against: str) -> None:
    text = f"Oman sold limes worth $8 million in 2023, {{}} as much as in 2022 ($8 million {against.format('$4 million')})."
    assert contradicted(text.format("twice")) == []
    assert contradicted(text.format("four times")) != []


def test_a_bracket_whose_last_number_has_no_unit_begins_with_the_later_amount() -> None:
    text = (
        "Oman's imports of limes in May 2023 were a third lower than in April (4 tonnes, compared with 6 tonnes) and half "
        "those of May 2022 (4 tonnes against 8)."
    )
    assert contradicted(text) == []
