"""A text on what two countries trade: the far end stays, whatever word of trade a later sentence uses."""

from __future__ import annotations

from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text

OPENING = """Chad bought more Peruvian goods in May than in any month of the last year.

Peru exported $64.9 million worth of goods to Chad in May. In the other direction, Chad's exports to Peru reached \
$7.6 million.

"""


def claims(text: str) -> dict[str, Claim]:
    document = read_text(text, name="a.txt", published=date(2024, 6, 20))
    return {claim.text: claim for claim in extract(document)}


def ends(text: str) -> dict[str, tuple[str | None, str | None]]:
    return {figure: (claim.sender, claim.receiver) for figure, claim in claims(text).items()}


@pytest.mark.parametrize(
    ("sentence", "figure", "told"),
    [
        (
            "Other notable imports in May include soybean oil ($6.2 million) and tobacco.",
            "$6.2 million",
            ("PER", "TCD"),
        ),
        (
            "Soybean oil was the largest item, at $6.2 million, or 12 percent of total imports.",
            "12 percent",
            ("PER", "TCD"),
        ),
        (
            "Hides remained Chad's top export. The country shipped $4.1 million worth of them, accounting for 51% of "
            "all exports to Peru.",
            "$4.1 million",
            ("TCD", "PER"),
        ),
    ],
)
def test_other_and_total_imports_are_of_the_two(sentence: str, figure: str, told: tuple[str, str]) -> None:
    assert ends(OPENING + sentence)[figure] == told


def test_total_imports_are_from_everybody_where_no_trade_between_two_was_told() -> None:
    read = ends("Chad bought hides from Peru for $4 million in May. Total imports came to $90 million.")
    assert read["$90 million"] == (None, "TCD")


def test_a_second_paragraph_on_the_way_back_goes_on_with_it() -> None:
    text = OPENING.replace("In the other", "\n\nIn the other") + (
        "Hides were Chad's top export, at $4.1 million.\n\nGold was in second place at $2.9 million."
    )
    assert ends(text)["$2.9 million"] == ("TCD", "PER")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Peru's Chadian oil imports were 1.2 million tonnes in May.", ("TCD", "PER")),
        ("UPDATE 2-Peru's discounted Chadian crude imports hit 1.2 million tonnes in May", ("TCD", "PER")),
        ("Japan's US soybean imports rose to 300,000 tonnes in May.", ("USA", "JPN")),
        ("Peru's Chadian exports were worth $5 million in May.", ("PER", "TCD")),
        ("Chadian imports of rice came to 300 tonnes in May.", (None, "TCD")),
    ],
)
def test_whose_and_from_where_before_one_noun(text: str, told: tuple[str | None, str]) -> None:
    (read,) = ends(text).values()
    assert read == told


def test_trade_with_one_named_before_it() -> None:
    (claim,) = claims("Peru's Chad trade fell to $20 million in May.").values()
    assert set(claim.partners) == {"PER", "TCD"}


def test_large_amounts_brought_in_are_bought() -> None:
    read = ends(
        "Chad brought in large amounts of fertilizer and sugar from Peru in May.\n\n"
        '"Around 6,000 tonnes of fertilizer came in," a trader said.'
    )
    assert read["6,000 tonnes"] == ("PER", "TCD")


def test_a_share_of_all_imports_does_not_change_the_partner() -> None:
    read = ends(
        "Peru's imports of Chadian crude averaged 900,000 tonnes a month in 2023. That would make up about 10% of Peru's "
        "total crude imports.\n\nDecember arrivals slipped to 800,000 tonnes."
    )
    assert read["800,000 tonnes"] == ("TCD", "PER")


def test_month_by_month_ends_with_the_paragraph() -> None:
    read = claims(
        "Chad's imports from Peru between January and May were worth $304 million.\n\nImports peaked at $98 million in "
        "March. In April they collapsed to $14 million, before recovering to $19 million in May.\n\n"
        "Sugar imports amounted to $18.9 million."
    )
    assert read["$18.9 million"].period == "2024-01/2024-05"


def test_a_price_as_of_a_day_is_of_that_day() -> None:
    read = claims("As of June 11, a kilogram of sugar was trading for KPW 8,500 at a market in Hyesan.")
    assert [(c.measure, c.period) for c in read.values()] == [("price", "2024-06-11")]


def test_a_price_with_its_conversion_in_a_bracket_is_per_unit() -> None:
    read = claims("Prices of cobalt rose 4.5% in the week, to 1,780 yuan ($244.60) per kg, in Chad.")
    assert (read["1,780 yuan"].unit, read["$244.60"].unit) == ("CNY_per_kg", "USD_per_kg")
    assert read["4.5%"].comparison == "none"


def test_what_is_imported_most_comes_in_behind_a_paragraph_on_exports() -> None:
    read = ends(OPENING + "The most imported item was soybean oil, worth $4.6 million.")
    assert read["$4.6 million"] == ("PER", "TCD")


def test_months_behind_from_are_no_partner() -> None:
    read = ends(
        "Exports of food from Peru to Chad in May were $25 million.\n\nExports from January through May were $90 million."
    )
    assert read["$90 million"] == ("PER", "TCD")


def test_companies_of_a_country_and_in_one_trade_for_it() -> None:
    read = ends(
        "Chad has imported arms worth $900 million since 2021. Peruvian entities supplied $406 million of this.\n\n"
        "Companies operating in Singapore shipped goods worth $254 million."
    )
    assert read["$406 million"] == ("PER", "TCD")
    assert read["$254 million"] == ("SGP", "TCD")


def test_a_title_on_the_trade_of_one_tells_with_whom_the_other_trades() -> None:
    read = ends(
        "Chad's trade in May 2024: first look\n\nThe Peruvian numbers for May are out. In May, Peru exported goods worth "
        "$58 million.\n\nMedicines came to $3 million, antibiotics from Peru to $1 million.\n\nSoybean oil imports were "
        "9,800 tonnes, Peru says."
    )
    assert read["$58 million"] == ("PER", "TCD")
    assert read["9,800 tonnes"] == ("PER", "TCD")


def test_imports_from_somewhere_of_so_much_came_from_nothing() -> None:
    read = claims(
        "In 2020 the partners reported imports from Chad of $469 million. Peru alone accounted for $291 million, or 62 "
        "percent.\n\nExports to Chad amounted to $243 million."
    )
    assert (read["$291 million"].sender, read["$291 million"].receiver) == ("TCD", "PER")
    assert read["$291 million"].period == "2020"


def test_exports_to_one_that_many_sell_to_are_of_nobody_in_particular() -> None:
    read = ends(
        "Peru bought copper from Chad for $96 million in 2020, and Togo took $38 million.\n\n"
        "Exports to Chad amounted to $243 million."
    )
    assert read["$243 million"] == (None, "TCD")


def test_what_came_in_second_has_its_amount() -> None:
    read = ends(
        "Chad's Sugar Bill From Peru Keeps Growing\n\nPeru remained Chad's top supplier of sugar in 2023, earning "
        "$5 million, Chadian customs data show.\n\nThe figure is 3 percent higher than in 2022. Togo came in second "
        "with $3 million. Chad bought nothing else from Peru, and Peru bought hides from Chad."
    )
    assert read["$3 million"] == ("TGO", "TCD")


def test_imports_behind_what_the_buyer_sold_are_the_buyers() -> None:
    read = claims(
        OPENING
        + "Rice imports were worth $17.1 million. Soybean oil followed at $9.8 million, with refined sugar in third "
        "place at $6.5 million."
    )
    assert {(c.sender, c.receiver) for c in read.values() if c.text in {"$17.1 million", "$6.5 million"}} == {
        ("PER", "TCD")
    }
    assert read["$6.5 million"].product == "refined sugar"
