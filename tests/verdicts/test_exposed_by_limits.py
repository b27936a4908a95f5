"""Limits, rates, months of a stretch and what goes the other way: what their own figures expose."""

from __future__ import annotations

from caught import assert_caught, contradicted

LIMIT = (
    "Togo reported deliveries of 412,300 barrels of fuel to Benin in 2023. That is 82.5 percent of the annual limit of "
    "500,000 barrels."
)
MONTHS = (
    "Goods Sold to Benin in the First Quarter of 2025\n\nTogo exported goods worth $441.6 million to Benin in the first "
    "quarter.\n\nBy month, exports came to $162.3 million in January, $109.8 million in February and $169.5 million in "
    "March. The goods other than rice came to $420.4 million."
)


def test_a_limit_is_no_rounder_than_it_is_written() -> None:
    assert_caught(LIMIT, ("82.5 percent", "85.2 percent"), ("85.2 percent", "digits_transposed"))


def test_months_told_without_a_year_make_the_stretch_told_with_them() -> None:
    assert_caught(MONTHS, ("$109.8 million", "$190.8 million"), ("$190.8 million", "digits_transposed"))


def test_what_a_tonne_costs_on_average_is_a_price_of_one() -> None:
    text = "Benin imported 28,600 tonnes of tiles worth $48.6 million in 2022. The average tonne thus cost $1,699."
    assert_caught(text, ("$1,699", "$16,990"), ("$16,990", "factor_10"))


def test_so_much_a_year_and_so_much_a_day_are_one_rate() -> None:
    text = "Benin takes 1.5 bcm a year of gas, about 4.1 million cubic meters a day."
    assert contradicted(text) == []
    assert contradicted(text.replace("4.1", "41")) != []
    assert contradicted("Benin takes 1.5 bcm a year of gas, and Togo 41 million cubic meters a day.") == []


def test_levels_behind_a_colon_that_went_the_other_way_explain_a_change() -> None:
    text = (
        "Togo sold tiles worth $287.6 million in 2022, compared with $239.7 million in 2021. The increase of 20 percent "
        "reflects higher prices: the volume slipped from 182,000 tonnes to 176,000 tonnes."
    )
    assert contradicted(text) == []


def test_the_total_behind_other_goods_is_not_of_those() -> None:
    text = (
        "Togo exports tea to Benin. In May 2023 Benin also bought 410 tonnes of apples for $205,000.\n\nWigs made up "
        "$22.9 million of the total."
    )
    assert contradicted(text) == []


def test_so_many_all_told_behind_a_comma_are_no_range() -> None:
    text = (
        "Each of 800,000 children was to get four doses and each of 400,000 women two, or 4 million doses in total, "
        "which leaves a reserve of 200,000."
    )
    assert contradicted(text) == []


def test_shares_of_a_sentence_are_of_the_whole_that_one_of_them_is_right_for() -> None:
    text = (
        "In 2022 Benin imported 214,000 tonnes of grain. Togo supplied 128,400 tonnes of it.\n\nWheat flour made up "
        "85,600 tonnes, or 40 percent; rice accounted for 96,300 tonnes, 45 percent, and corn for 32,100 tonnes."
    )
    assert_caught(text, ("96,300", "69,300"), ("69,300 tonnes", "digits_transposed"))
