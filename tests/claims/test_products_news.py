"""What is traded, in the turns of trade news: parts and wholes, rankings, goods of every kind, what a clause is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def test_a_part_has_its_own_goods_and_goods_at_large_are_everything() -> None:
    found = products(
        "Kenya imported goods worth $7.65 million from China in April, of which $1.3 million was for wheat flour.",
        "It bought goods worth $8.65 million from India, of which 200 tonnes were rice.",
    )
    assert found["$7.65 million"] == "all goods"
    assert found["$1.3 million"] == "wheat flour"
    assert found["$8.65 million"] == "all goods"
    assert found["200 tonnes"] == "rice"


def products(*paragraphs: str) -> dict[str, str | None]:
    """The goods of a text's claims by the words of their figures."""
    document = read_text("\n\n".join(paragraphs), name="a.txt", published=date(2023, 6, 20))
    return {claim.text: claim.product for claim in extract(replace(document, language="en"))}


@pytest.mark.parametrize(
    ("text", "figure", "product"),
    [
        (
            "Sugar was the largest item at $62.4 million, followed by palm oil at $58.9 million.",
            "$58.9 million",
            "palm oil",
        ),
        (
            "Oman sold Iran $9 million of food. Nearly all of it, $8 million, was frozen fish.",
            "$8 million",
            "frozen fish",
        ),
        ("Chile's exports rose. Copper was two-thirds of what Peru bought.", "two-thirds", "Copper"),
        ("Niger, once the source of a third of Togo's onions, has sold it nothing.", "a third", "onions"),
        ("Peru sold soap for $2 million and toys, oddly, $3.9 million to Chile.", "$3.9 million", "toys"),
        ("India sold Nepal tea. In the first half India sold Nepal $5 million of goods.", "$5 million", "all goods"),
        (
            "India sold Nepal tea. India exported $7 million worth of commodities and products.",
            "$7 million",
            "all goods",
        ),
        ("Tea is what Kenya sells. Petrol was offered at $2 per litre in Garissa.", "$2 per litre", "Petrol"),
        ("Kenya sold Egypt tea. Bread was subsidised at $2 a kilo.", "$2 a kilo", "Bread"),
        ("Iran sold Iraq gas. Iran's economy grew by 5 percent.", "5 percent", "economy"),
        ("Kenya sold Egypt 200 tonnes of tea. A kilo fetched $2.38 on average.", "$2.38", "tea"),
        ("Oman's exports fell, led by a 31 percent drop in copper to $250 million.", "31 percent", "copper"),
        ("Oman's exports fell, led by a 31 percent drop in copper to $250 million.", "$250 million", "copper"),
        (
            "Wigs lead Peru's sales: wigs. Peru sold Chile wigs for $5 million. In all, Peru sold Chile goods worth "
            "$9 million. Chile's exports to Peru rose to $20 million.",
            "$20 million",
            "all goods",
        ),
    ],
)
def test_goods(text: str, figure: str, product: str) -> None:
    found = products(text)[figure]
    assert found is not None
    assert found.lower() == product.lower()


def test_tonnes_of_everything_are_tonnes_of_what_was_spoken_of() -> None:
    found = products(
        "India's steel exports to Vietnam came to 1.4 million tonnes. Total exports rose to 6.5 million tonnes, "
        "worth $3.9 billion."
    )
    assert found["6.5 million tonnes"] == "steel"
    assert found["$3.9 billion"] == "steel"


def test_money_of_everything_is_of_everything() -> None:
    found = products("India's steel exports to Vietnam came to $1.4 billion. Total exports rose to $6.5 billion.")
    assert found["$6.5 billion"] == "all goods"


def test_a_time_in_front_of_a_share_has_no_share() -> None:
    found = products("Ghana bought rice from Vietnam in the reviewed period, making up 48.2% of all exports of rice.")
    assert found["48.2%"] in {"rice", "Rice"}


def test_a_place_is_no_goods() -> None:
    assert "Aden" not in str(products("Yemen imported $3 million in Aden and $2 million in Hodeidah.").values())


def test_a_single_consignment_is_no_goods() -> None:
    text = "Vaccines, which had been missing since May, returned with a single consignment worth $311,600 from Peru to Togo."
    (claim,) = extract(read_text(text, name="a.txt"))
    assert claim.product == "Vaccines"
