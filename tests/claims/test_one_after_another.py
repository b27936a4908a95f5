"""Amounts told one after another with what was done to each, exports "with" somebody, and whom a bulletin is on."""

from __future__ import annotations

import pytest
from told_claims import lane, read


@pytest.mark.parametrize("joint", [", ", ", while ", " and "])
def test_each_amount_with_what_was_done_to_it(joint: str) -> None:
    text = f"In May $42 million were imported from Togo{joint}$41 million of goods were imported from Chad by Peru."
    found = read(text)
    assert (lane(found["$42 million"]), lane(found["$41 million"])) == ("TGO>PER", "TCD>PER")


def test_each_share_with_what_was_done_to_it() -> None:
    found = read("Some 61% of Peru's goods were exported to Chile in May while 17% were exported to Mali.")
    assert (lane(found["61%"]), lane(found["17%"])) == ("PER>CHL", "PER>MLI")


def test_a_part_of_what_was_sold_is_no_other_trade() -> None:
    found = read("Peru's exports came to $9 million in May, of which 17% were bought by Chile.")
    assert lane(found["17%"]) == "PER>CHL"


@pytest.mark.parametrize(
    ("trade", "ends"),
    [("export trade with Chad", "MLI>TCD"), ("exports with Chad", "MLI>TCD"), ("imports with Chad", "TCD>MLI")],
)
def test_with_whom_it_trades_one_way(trade: str, ends: str) -> None:
    text = f"Mali's {trade} came to $3 million in May. Togo, Peru and Chile bought nothing."
    assert lane(read(text)["$3 million"]) == ends


def test_exports_that_fell_for_a_dispute_with_somebody() -> None:
    text = "Mali's exports fell to $3 million in May after a dispute with Chad. Togo, Peru and Chile bought nothing."
    assert lane(read(text)["$3 million"]) == "MLI>-"


def test_a_list_of_partners_is_not_whom_a_bulletin_is_on() -> None:
    found = read(
        "Maldives Customs Service said that its revenue rose in May.",
        "The value of imports grew to $298 million. India, the United Arab Emirates (UAE), China and Oman sold most. "
        "Goods worth $58 million were imported from India, $42 million from the UAE, $41 million from China and "
        "$36 million from Oman.",
        "Goods worth $19 million were exported in May.",
    )
    assert lane(found["$298 million"]) == "->MDV"
    assert lane(found["$19 million"]) == "MDV>-"


def test_in_support_of_something() -> None:
    text = "Mali bought 50 tons of medicine valued at $4 million in support of the response to cholera in May."
    assert "support" not in str(read(text)["$4 million"].product)


@pytest.mark.parametrize("words", ["compared to an import bill of", "against imports of", "versus imports of"])
def test_imports_that_exports_are_held_against(words: str) -> None:
    found = read(f"Sudan exported goods worth $2 billion in May, up 68% from a year before, {words} $4 billion.")
    assert (lane(found["$2 billion"]), lane(found["$4 billion"])) == ("SDN>-", "->SDN")


def test_exports_held_against_exports() -> None:
    found = read("Sudan's exports of gold came to $2 billion in May, compared with exports of $4 billion in April.")
    assert lane(found["$4 billion"]) == "SDN>-"
    assert str(found["$4 billion"].period) == "2023-04"
