"""What markets ask, who is ranked by the way, and who only takes part: no trade of those that a text is on."""

from __future__ import annotations

import pytest
from told_claims import lane, read


@pytest.mark.parametrize(
    ("text", "prices"),
    [
        (
            "A kilo of onions cost 900 pounds ($0.36) in Homs in May, up from 350 pounds in the winter.",
            {"900 pounds": "SYP_per_kg", "$0.36": "USD_per_kg", "350 pounds": "SYP_per_kg"},
        ),
        ("A litre of petrol in Asmara now sells for about 120 nakfa.", {"120 nakfa": "ERN_per_litre"}),
        ("Each barrel fetched $58.", {"$58": "USD_per_barrel"}),
        ("Cuba paid $4 million for a tonne of gold.", {"$4 million": "USD"}),
        ("A bag of cement costs $9.", {"$9": "USD"}),
    ],
)
def test_what_one_measure_of_goods_costs_is_so_much_for_that(text: str, prices: dict[str, str]) -> None:
    found = read("Syria bought onions and cement.", text)
    assert {figure: found[figure].unit for figure in prices} == prices


@pytest.mark.parametrize(
    ("text", "figure", "goods"),
    [
        ("The price of cooking oil has gone up four times, he said.", "four times", "cooking oil"),
        ("Petrol prices have doubled.", "doubled", "Petrol"),
        ("Rice prices climbed 15 percent.", "15 percent", "Rice"),
    ],
)
def test_what_prices_rose_by_is_no_trade(text: str, figure: str, goods: str) -> None:
    found = read("China exported sugar worth $3 million to North Korea in October 2022.", text)[figure]
    assert (lane(found), found.period, found.product) == ("->-", None, goods)


def test_prices_of_trade_are_of_it() -> None:
    found = read("Chad's cotton exports to Peru fell in May.", "Average export prices rose 6 percent.")["6 percent"]
    assert found.sender == "TCD"


def test_who_trades_is_not_traded() -> None:
    found = read(
        "Laos exported beef worth $3 million to China in 2021.",
        "As of 1 July 47 Laotian enterprises were accredited to supply meat to the Chinese market, including 12 producers.",
    )
    assert [(c.measure, lane(c)) for t, c in found.items() if t.startswith(("47", "12"))] == [("count", "->-")] * 2
    ships = read("Peru's fuel imports grew in 2022.", "We counted 14 vessels that delivered fuel to the port.")
    assert next(c for t, c in ships.items() if t.startswith("14")).measure == "count"


def test_a_new_paragraph_is_on_the_country_with_whomever_and_not_on_the_ranked_partner() -> None:
    found = read(
        "Iran's non-oil trade rises",
        "Iran's non-oil trade rose to $6.1 billion in May, customs said. Exports came to $3 billion.",
        "China was the top destination for Iranian goods, taking $1.2 billion, followed by Iraq with $550 million and "
        "Turkey with $310 million. India was the biggest supplier, selling Iran goods worth $800 million.",
        "Corn and rice were the main imports. Iran bought 1.4 million tonnes of basic goods in the month.",
    )
    assert lane(found["$1.2 billion"]) == "IRN>CHN"
    assert lane(found["$800 million"]) == "IND>IRN"
    assert lane(found["1.4 million tonnes"]) == "->IRN"


@pytest.mark.parametrize("body", ["Thailand's PTT", "Thailand's PTT alone", "Thailand's state-owned importer"])
def test_a_body_that_has_paid_has_bought(body: str) -> None:
    found = read("Myanmar's gas exports reached $3 billion in 2022.", f"{body} paid $1.8 billion.")
    assert lane(found["$1.8 billion"]) == "MMR>THA"
