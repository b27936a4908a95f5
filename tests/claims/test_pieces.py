"""Goods that are told by the piece, and numbers of them."""

from __future__ import annotations

import pytest
from tests.claims.told_claims import JUNE, lane, read
from tests.verdicts.accusing import accusing

PAID = "Togo bought antibiotics worth $720,000 from Peru in May 2023."


@pytest.mark.parametrize(
    ("said", "figure", "unit", "product"),
    [
        ("Masks, of which 8.4 million were delivered in April, rose to 12.1 million.", "8.4 million", "units", "Masks"),
        (
            "Masks, of which 8.4 million were delivered in April, rose to 12.1 million.",
            "12.1 million",
            "units",
            "Masks",
        ),
        ("Imports of tea rose to 12.1 million.", "12.1 million", "USD", "tea"),
        ("The number of thermometers went up from 95,000 to 143,000.", "143,000", "units", "thermometers"),
    ],
)
def test_pieces_are_no_money(said: str, figure: str, unit: str, product: str) -> None:
    found = read(PAID, said)[figure]
    assert (found.unit, found.product) == (unit, product)
    assert found.measure == ("trade_value" if unit == "USD" else "trade_quantity")


def test_other_numbers_are_of_no_goods() -> None:
    assert read(f"{PAID} The number of deaths rose to 73.")["73"].measure == "deaths"
    assert "1,300" not in read(f"{PAID} The number of traders at the border went up to 1,300.")
    assert read(f"{PAID} The number of people in need reached 3 million.")["3 million"].unit == "people"


def test_what_none_was_bought_of_before_is_of_the_news() -> None:
    found = read(f"{PAID} Imports of oximeters, none of which had been bought in the past five years, came to 15,400.")
    assert found["15,400"].period == "2023-05"


def test_of_which_behind_a_topic_is_of_that() -> None:
    accused = accusing(JUNE)
    assert accused(f"{PAID} Masks, of which $8.4 million were delivered in April, rose to $12.1 million.") == []
    assert accused("Togo bought goods worth $72 million. Of these, masks came to $84 million.") != []


@pytest.mark.parametrize(
    ("said", "figure", "ends"),
    [
        ("Russia's figures show exports to the North of $39,000 in 2021.", "$39,000", "RUS>PRK"),
        ("Its shipments to the North of rice came to $5 million.", "$5 million", "RUS>PRK"),
    ],
)
def test_the_north_of_an_amount_is_a_country(said: str, figure: str, ends: str) -> None:
    assert lane(read(f"North Korea trades little with Russia. {said}")[figure]) == ends
    found = read("Togo trades with Peru. Traders in the north of the country sold gold worth $3 million to Peru.")
    assert lane(found["$3 million"]) == "TGO>PER"
