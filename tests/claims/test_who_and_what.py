"""Who traded what with whom, in the turns that wire stories, customs offices and trade ministries take."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def read(*paragraphs: str) -> dict[str, Claim]:
    """The claims of a text by the words of their figures."""
    document = read_text("\n\n".join(paragraphs), name="a.txt", published=date(2023, 6, 20))
    return {claim.text: claim for claim in extract(replace(document, language="en"))}


def lane(claim: Claim) -> str:
    return f"{claim.sender or '-'}>{claim.receiver or '-'}"


@pytest.mark.parametrize(
    ("text", "figure", "unit"),
    [
        ("Zambia's exports came to K12.4 billion in July and imports to K9,103.5 million.", "K12.4 billion", "ZMW"),
        ("Malawi exported tea worth K3.5 billion to Egypt.", "K3.5 billion", "MWK"),
        ("Papua New Guinea sold coffee for K410 million.", "K410 million", "PGK"),
        ("The Philippines sold P5.2 billion of bananas to Japan.", "P5.2 billion", "PHP"),
        ("Ethiopia imported wheat worth Br250 million.", "Br250 million", "ETB"),
    ],
)
def test_a_letter_is_a_currency_where_the_text_speaks_of_its_country(text: str, figure: str, unit: str) -> None:
    assert read(text)[figure].unit == unit


def test_a_letter_is_no_currency_elsewhere() -> None:
    found = read(
        "Spain's K12 schools bought 5,000 desks from Peru for $3 million. K9 units did not, and K5.2 is a road."
    )
    assert {claim.unit for claim in found.values()} <= {"units", "USD"}
    assert set(read("Zambia's K12 schools imported $3 million of desks.")) == {"$3 million"}


def test_exports_behind_trade_with_everybody_are_to_everybody() -> None:
    found = read(
        "Trade between Georgia and Armenia came to $70 million in May, the trade ministry of Georgia said.",
        "Georgia's exports to Armenia stood at $50 million.",
        "Georgia's foreign trade turnover came to $2.5 billion. Georgia's exports fell 4 percent to $0.9 billion.",
        "Meanwhile, imports of Georgia went down 2 percent to $1.6 billion.",
    )
    assert lane(found["$50 million"]) == "GEO>ARM"
    assert lane(found["$0.9 billion"]) == "GEO>-"
    assert lane(found["$1.6 billion"]) == "->GEO"
    total = read("Peru ships fish to Chile.", "In total, Peru exported 90,000 tonnes of fish in May.")
    assert lane(total["90,000 tonnes"]) == "PER>-"


def test_nobody_trades_with_himself() -> None:
    found = read(
        "Cuba bought $9 million of rice from Vietnam in May. The island sold Vietnam $1 million of sugar.",
        "Vietnam's exports to the country as a whole came to $12 million, of which $3 million went on shoes.",
    )
    assert lane(found["$12 million"]) == "VNM>CUB"
    assert found["$12 million"].product == "all goods"
    assert lane(found["$3 million"]) == "VNM>CUB"
    assert found["$3 million"].product == "shoes"


def test_what_is_imported_into_the_country_is_received_there() -> None:
    found = read(
        "Iran's trade came to $30 billion. Some 19 million tonnes worth $16 billion of goods were imported into the "
        "country, of which 12 million tonnes were basic goods."
    )
    assert lane(found["$16 billion"]) == lane(found["12 million tonnes"]) == "->IRN"


def test_those_who_are_listed_before_a_flow_each_trade() -> None:
    found = read(
        "Oman's customs office gave its figures. China with $5 billion, India with $2 billion and Japan with "
        "$1 billion of exports to Oman were the top exporting nations."
    )
    assert [lane(found[figure]) for figure in ("$5 billion", "$2 billion", "$1 billion")] == [
        "CHN>OMN",
        "IND>OMN",
        "JPN>OMN",
    ]


def test_what_others_send_goes_to_the_country_that_the_text_is_about() -> None:
    found = read(
        "Eritrea imported $90,000 of medical goods from Italy in July, Italian customs data show.",
        "Not all came from there. Djibouti delivered 300 oxygen cylinders; India, once the main supplier of vaccines, "
        "sent $5,000 worth.",
    )
    assert lane(found["300"]) == "DJI>ERI"
    assert lane(found["$5,000"]) == "IND>ERI"
    assert found["$5,000"].product == "vaccines"


def test_amounts_that_are_joined_are_of_the_same_goods() -> None:
    found = read(
        "Laos sold 1,200 tonnes worth $3 million of coffee to Korea and earned $2 million from 900 tonnes of tea."
    )
    assert found["1,200 tonnes"].product == found["$3 million"].product == "coffee"
    assert found["$2 million"].product == found["900 tonnes"].product == "tea"
    assert (
        read("Peru sent an average of 9,000 barrels a day (bpd) of fuel oil.")["9,000 barrels a day"].product
        == "fuel oil"
    )


def test_a_part_is_not_what_the_text_goes_on_about() -> None:
    found = read(
        "Cuba bought $230 million of American food and farm goods in 2016. Frozen chicken accounted for 45 percent, or "
        "$104 million, of the sales. Corn ranked second, at 17 percent of sales and $39 million.",
        "Sales have been uneven, from a low of $138 million in 2002 to $710 million in 2008.",
    )
    assert found["$39 million"].product == "Corn"
    assert "food" in str(found["$138 million"].product)


def test_who_trades_is_not_what_is_traded() -> None:
    found = read("Chad sells cattle to Libya. Libya is the dominant export market, accounting for 46 percent.")
    assert "market" not in str(found["46 percent"].product)
    assert read("Peru lent Chile $23 million last year to build roads.")["$23 million"].measure == "other"
