"""Everyday turns of phrase that look like the odd ones: livestock told by numbers, goods called boards, the text's own books."""

from __future__ import annotations

from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def read(text: str) -> dict[str, Claim]:
    return {c.text: c for c in extract(read_text(text, name="a.txt", published=date(2022, 8, 9)))}


@pytest.mark.parametrize(
    ("text", "figure", "lane"),
    [
        # What is counted is traded, though "numbers provided by" somebody are not.
        (
            "Togo sold Mali goats in 2020. The numbers shipped to Mali fell to 120,000 goats in 2021.",
            "120,000",
            "TGO>MLI",
        ),
        ("Peru sold the Philippines data cables worth $3 million in May 2022.", "$3 million", "PER>PHL"),
        ("Peru exported notice boards worth $3 million to Chile in 2021.", "$3 million", "PER>CHL"),
        # Cars that make up a trade are not who delivers it.
        ("Peru's exports to Mali rose in 2021. Cars made up most exports, at $12 million.", "$12 million", "PER>MLI"),
        # A country that publishes its own data sells what they tell of.
        (
            "Kenya released its export figures on Tuesday. Exports fell to $600 million in May 2022. Shipments to Chad fell "
            "to $20 million. Chad took less tea. Demand in Chad is weak.",
            "$600 million",
            "KEN>",
        ),
        (
            "Peru released its July trade data on Monday. Exports rose to $600 million. Chad bought 40,000 tons of tea. Chad "
            "paid $9 million for rice. Chad's harvest failed.",
            "$600 million",
            "PER>",
        ),
    ],
)
def test_who_trades(text: str, figure: str, lane: str) -> None:
    claim = read(text)[figure]
    assert f"{claim.sender or ''}>{claim.receiver or ''}" == lane


@pytest.mark.parametrize(
    ("text", "figure", "product"),
    [
        ("Solar panel exports from Peru to Mali were worth $4 million in May 2022.", "$4 million", "Solar panel"),
        ("Oil matters. It accounted for 90 percent of Chad's exports in 2021.", "90 percent", "Oil"),
        (
            "Togo's tea exports came to $34 million in May. Exports of tea to Mali came to $21 million, or 62 percent of the "
            "$34 million that Togo earned.",
            "$34 million",
            "tea",
        ),
    ],
)
def test_what_is_traded(text: str, figure: str, product: str) -> None:
    assert read(text)[figure].product == product


def test_money_received_for_goods_is_trade() -> None:
    text = "Peru exported coffee worth $65 million to Chile in 2021. The $45 million received for cocoa was a record."
    assert read(text)["$45 million"].measure == "trade_value"
    text = "Aid for Togo in 2021: $308 million received of the $508 million required."
    assert {claim.measure for claim in read(text).values() if claim.unit == "USD"} == {"other"}


@pytest.mark.parametrize(
    "torn",
    [
        "Exports to the",
        "It bought tea worth $9 million, 25 percent more than the pre",
        "Coffee and tea are Kenya's biggest export",
    ],
)
def test_texts_torn_off_behind_an_article_are_read(torn: str) -> None:
    assert len(read(f"Kenya sold tea worth $5 million to Egypt in May. {torn}")) >= 1


def test_what_is_sold_together_with_goods_untold_is_no_sum() -> None:
    text = "Togo sold Chad tea for $30 million in April 2022 and $40 million in May. {} sales came to $45 million."
    assert read(text.format("Together with coffee,"))["$45 million"].period == "2022-05"
    assert read(text.format("Altogether,"))["$45 million"].period == "2022-04/2022-05"


def test_the_whole_of_a_share_of_several_is_of_everything() -> None:
    text = "Togo bought rice for $3 million and tea for $2 million from Peru in May. Combined, they were 10 percent of its "
    assert read(f"{text}imports of $50 million.")["$50 million"].product == "all goods"
