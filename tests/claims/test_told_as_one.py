"""What sentences add up, take up or tell again: sums of months and goods, prices without their money, the same doer."""

from __future__ import annotations

from datetime import date

import pytest
from told_claims import lane, read

NOVEMBER = date(2022, 11, 20)


def test_months_told_one_after_the_other_are_summed_up() -> None:
    text = "Togo bought 40 tonnes of salt from Ghana in March and 30 tonnes in {}. In all, it paid $7,000 for them."
    assert read(text.format("April"), day=NOVEMBER)["$7,000"].period == "2022-03/2022-04"
    assert read(text.format("June"), day=NOVEMBER)["$7,000"].period is None
    since = read(
        "Togo bought 40 tonnes of salt from Ghana in March and 30 in April. In all, it paid $9,000 since January."
    )
    assert since["$9,000"].period != "2023-03/2023-04"


def test_goods_told_one_after_the_other_are_summed_up() -> None:
    bought = "In May, Benin bought maize from Niger for $3 million and cattle for $2 million."
    assert read(bought, "")["$2 million"].product == "cattle"
    assert read(f"{bought} Together they made up 9 percent of its imports.")["9 percent"].product == "maize|cattle"
    assert read(f"{bought} In all, its imports came to $90 million.")["$90 million"].product == "all goods"
    assert read(f"{bought} In all, it imported goods worth $90 million.")["$90 million"].product == "all goods"


@pytest.mark.parametrize(
    ("text", "figure", "unit"),
    [
        ("A kilo of maize costs 900 kwacha in Lilongwe. In spring it was 450.", "450", "MWK_per_kg"),
        (
            "In Aden, Yemen, one US dollar bought 1,370 rials in May, compared with 690 in May 2020.",
            "690",
            "YER_per_USD",
        ),
        ("In Kabul a cylinder that cost 500 afghanis in spring now sells for 3,000.", "3,000", "AFN"),
        ("Sugar sold for 900 kyats a kilo in May. It was 650 in March.", "650", "MMK_per_kg"),
    ],
)
def test_a_price_is_told_again_without_its_money(text: str, figure: str, unit: str) -> None:
    assert (read(text)[figure].unit, read(text)[figure].measure) == (unit, "price")


@pytest.mark.parametrize(
    "text",
    [
        "A kilo of rice cost 5,000 won. It was 20 kilometres from the border.",
        "Chad sold rice for 900 euros. It was 40 years ago.",
        "Chad exported goods worth 20 million euros. In 2019 it was 13 countries that bought them.",
    ],
)
def test_what_is_counted_otherwise_is_no_price(text: str) -> None:
    assert len([claim for claim in read(text).values() if claim.measure == "price"]) <= 1


def test_the_currency_that_is_sold_has_no_seller() -> None:
    assert lane(read("Yemen imported rice in May. In Aden one dollar bought 1,370 rials.")["1,370 rials"]) == "->-"


def test_who_also_buys_is_who_has_bought() -> None:
    found = read(
        "Peru's exports to Bolivia rose to $75 million in May from $55 million in April, Peruvian customs data showed.",
        "Bolivia bought $11 million worth of tyres. Imports of rice came to 16,450 tonnes. In April Peru had shipped "
        "only 4,020 tonnes.",
        "It also imported 9,600 pairs of rubber gloves.",
    )
    assert lane(found["9,600 pairs"]) == "PER>BOL"
    turned = read(
        "Mali exported gold to Chad worth $3 million. Chad is a poor country. It also exported salt for $9,000."
    )
    assert lane(turned["$9,000"]) == "TCD>MLI"


def test_a_clause_that_takes_up_an_amount_is_not_what_it_is_of() -> None:
    found = read(
        "Chad shipped hair worth $14 million to Mali in June. The trade hardly existed before: In all of 2019, it came "
        "to $31 million, a sum that this year's imports passed in April.",
        day=NOVEMBER,
    )
    assert (found["$31 million"].period, lane(found["$31 million"])) == ("2019", "TCD>MLI")
    rose = read("Peru exported goods worth $3 million to Chile in May, a figure that rose to $5 million in June.")
    assert (rose["$5 million"].period, rose["$5 million"].direction) == ("2023-06", "increase")


@pytest.mark.parametrize(
    ("text", "figure", "period"),
    [
        ("In the same period of 2020 it was $531 million, and in 2019 more than $2.5 billion.", "more than $2.5 billion", "2019-01/2019-10"),
        ("In the same period of 2020 it was $531 million, and in all of 2019 $2.5 billion.", "$2.5 billion", "2019"),
    ],
)  # fmt: skip
def test_one_more_year_of_the_same_months(text: str, figure: str, period: str) -> None:
    found = read(
        f"From January to October 2022, trade between Mali and Chad stood at $256 million. {text}", day=NOVEMBER
    )
    assert found[figure.removeprefix("more than ")].period == period


def test_figures_and_images_are_no_goods() -> None:
    found = read(
        "The report, citing figures provided by Peru, said that between January and May 2023 tankers made 22 deliveries "
        "to Chilean ports."
    )
    assert lane(found["22"]) == "->CHL"
    assert lane(read("China supplied Mali with 300 tablets to collect data in 2019.")["300"]) == "CHN>MLI"


def test_what_is_estimated_of_the_past_is_no_forecast() -> None:
    found = read("The panel estimates that between January and August Niger exported 3.7 million tonnes of coal.")
    assert (found["3.7 million tonnes"].period, found["3.7 million tonnes"].modality) == ("2022-01/2022-08", "asserted")


def test_doses_that_people_have_had_are_none_delivered() -> None:
    found = read("Some 521,000 people in Laos had received at least one dose, of whom only 12,900 live in the north.")
    assert {text: claim.unit for text, claim in found.items()} == {"521,000": "people", "12,900": "people"}
    assert read("Laos received two doses per head from Peru.")


def test_a_question_names_the_goods_of_its_answer() -> None:
    found = read(
        "Last year firms in Chile sold Cuba food for $328 million.",
        "And what about maize?",
        "Mexico delivers some 300,000 tonnes annually, and in January a gift of 5,000 tonnes arrived.",
    )
    assert found["300,000 tonnes annually"].product == "maize"
    assert found["300,000 tonnes annually"].period != "2023-01"


def test_a_rate_reaches_over_several_goods() -> None:
    found = read("Oman was exporting 2.5 million barrels of crude oil and condensate a day.")
    assert next(iter(found.values())).unit == "barrels_per_day"
    apart = read("Oman exported 300 tonnes of copper and 40 tonnes of tin a day.")
    assert apart["300 tonnes"].unit == "tonnes"


def test_the_whole_world_is_no_partner() -> None:
    found = read(
        "Peru's exports to Chile came to $3 million in May. In 2020, Peru's exports of tyres to the whole world were "
        "worth $340 million."
    )
    assert lane(found["$340 million"]) == "PER>-"


def test_all_goods_may_be_said_behind_the_partner() -> None:
    found = read(
        "Mali's rice imports came to $9 million in 2018. Its imports from Iran of all goods were worth $13 million."
    )
    assert found["$13 million"].product == "all goods"


def test_whoever_buys_in_a_new_paragraph_buys_from_whom_the_text_is_on() -> None:
    found = read(
        "Libya's oil trade in brief",
        "Libya sold China 3.9 million tonnes of oil in 2020. Libya's output fell. China's imports from Gabon jumped by "
        "38 percent.",
        "India, which bought more than 450,000 tonnes in 2018, stopped in May 2019. Libya has not said why. Libya's "
        "ministry was silent.",
    )
    assert lane(found["450,000 tonnes"]) == "LBY>IND"
