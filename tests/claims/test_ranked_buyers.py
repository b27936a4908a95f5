"""Whose goods a ranked buyer buys, and what his share is of."""

from __future__ import annotations

from datetime import date

import pytest
from told_claims import lane, read


@pytest.mark.parametrize(
    ("text", "ends", "product"),
    [
        ("Togo is the largest rice buyer of Benin, accounting for 22 percent of total exports in 2021.", "BEN>TGO", "rice"),
        ("The largest importer of Peruvian copper was Japan, which made up 22 percent of shipments in 2021.", "PER>JPN", "copper"),
        ("Niger became the top buyer of Benin's cement in 2021, taking 22 percent of exports.", "BEN>NER", "cement"),
        ("Mali was the destination for Togo's sulphur, amounting to 22 percent in May.", "TGO>MLI", "sulphur"),
        ("Chile's biggest coal supplier in May was Australia, which made up 22 percent of total imports.", "AUS>CHL", "coal"),
        ("Australia is China's biggest coal supplier and accounts for 22 percent of all its imports.", "AUS>CHN", "all goods"),
        ("Spain is the largest buyer of Chilean wine and took 22 percent of its copper exports in May.", "CHL>ESP", "copper"),
    ],
)  # fmt: skip
def test_the_share_of_a_ranked_partner(text: str, ends: str, product: str) -> None:
    share = read(text)["22 percent"]
    assert (share.measure, lane(share)) == ("share", ends)
    assert product in str(share.product)


def test_market_shares_of_ranked_importers() -> None:
    found = read("Mali and Togo were the largest importers of Thai rice in May, with market shares of 21% and 10%.")
    assert [(c.measure, c.product) for c in found.values()] == [("share", "rice")] * 2


def test_a_share_of_something_else_is_no_list_of_the_buyers_goods() -> None:
    text = "Mali was the top market for Togo's sulphur, with 16 percent in May, while cement earned Togo 3 percent."
    assert read(text)["3 percent"].product != "sulphur"


@pytest.mark.parametrize(
    "text",
    [
        "As of April 5, Peru had exported 300 tonnes of tin since March 1.",
        "Peru had, as of April 5, exported 300 tonnes of tin since March 1.",
        "Since March 1, Peru had exported 300 tonnes of tin as of April 5.",
    ],
)
def test_since_a_day_as_of_another(text: str) -> None:
    assert str(read(text)["300 tonnes"].period) == "2023-03-01/2023-04-05"


def test_as_of_a_day_alone_is_up_to_it() -> None:
    assert str(read("As of April 5, Peru had exported 300 tonnes of tin.")["300 tonnes"].period) == "/2023-04-05"


def test_the_past_months_of_a_fiscal_year() -> None:
    found = read(
        "Nepal's imports came to Rs 900 billion in the first seven months of the current fiscal year.",
        "In the past seven months, imports from India came to Rs 600 billion. In the last seven months of the fiscal "
        "year, it bought diesel worth Rs 60 billion.",
        day=date(2025, 2, 19),
    )
    assert {str(claim.period) for claim in found.values()} == {"2024-07-16/2025-02-12"}


def test_a_partner_is_not_whose_money_it_is() -> None:
    found = read(
        "Nepal's deficit grew, customs in Kathmandu said. Nepal bought goods worth Rs 900 million in May.",
        "Trade with India came to Rs 629 million. In India itself, petrol costs Rs 100 a litre.",
    )
    assert found["Rs 629 million"].unit == "NPR"
    assert found["Rs 100 a litre"].unit.startswith("INR")


def test_to_the_tune_of() -> None:
    text = "Peru shipped 3 million masks in May and 37 million suits to the tune of $910 million."
    assert read(text)["$910 million"].product == "suits"


def test_a_border_post_is_no_goods() -> None:
    found = read(
        "Mali's trade came to $90 million in May. Kayes border post brought in $44 million, Diboli $31 million."
    )
    assert {found[figure].product for figure in ("$44 million", "$31 million")} == {"all goods"}


def test_a_share_of_total_exports_in_a_text_on_one_sort_of_goods() -> None:
    found = read(
        "Kenya's tea exports rose in May",
        "Kenya shipped 40 million kilos of tea in May, the tea board said. Tea prices fell. Tea farmers complained.",
        "Egypt accounted for 18 percent of total exports.",
    )
    assert found["18 percent"].product == "tea"


def test_a_share_behind_all_trade_is_of_it_whatever_the_partner_deals_in() -> None:
    found = read(
        "China's imports came to $300 billion in 2022. Russia, its largest oil supplier, had 16 percent of imports, or $48 "
        "billion."
    )
    assert {found["16 percent"].product, found["$48 billion"].product} == {"all goods"}
