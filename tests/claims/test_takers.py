"""Who took a part of what another sold, and what comes in where a text is on what goes out."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
import told_claims
from told_claims import lane

read = partial(told_claims.read, day=date(2024, 6, 20))


@pytest.mark.parametrize(
    "turn",
    [
        "Brazil absorbed $610 million of exports and India $240 million.",
        "Brazil took $610 million of its exports, India $240 million.",
        "Brazil bought $610 million of the exports, and India another $240 million.",
    ],
)
def test_who_takes_a_part_of_exports_is_no_exporter(turn: str) -> None:
    found = read(f"Exports of Peru reached $1.8 billion in 2023. {turn}")
    assert lane(found["$610 million"]) == "PER>BRA"
    assert lane(found["$240 million"]) == "PER>IND"


def test_who_comes_behind_the_main_customer_buys_from_the_same() -> None:
    found = read(
        "Peru's foreign trade reached $68.5 billion in 2023, according to customs.",
        "Brazil was the main customer with purchases of $8.9 billion, or 27.5% of all exports, followed by India with "
        "$6.1 billion and Chile with $4.7 billion.",
    )
    assert lane(found["$6.1 billion"]) == "PER>IND"
    assert lane(found["$4.7 billion"]) == "PER>CHL"


def test_imports_beside_all_exports_are_of_everything_in_a_text_on_one_export() -> None:
    found = read(
        "Coffee remains the top earner",
        "Togo's coffee exports were worth $277 million in 2023. Coffee was shipped through Lomé.",
        "Overall exports amounted to $1.03 billion, of which coffee was 26.9 per cent. Imports reached $1.98 billion.",
        "The country imported coffee for $2 million. Coffee prices rose.",
    )
    assert found["$1.98 billion"].goods == ("total",)
    assert found["$277 million"].goods == ("coffee",)


def test_what_a_figure_is_opposed_to_in_another_year_is_not_taken_back() -> None:
    found = read("Imports from Georgia to Turkey came to $1.17 billion in 2023, as opposed to $1.06 billion in 2022.")
    assert found["$1.06 billion"].modality == "asserted"
    found = read("Imports from Georgia to Turkey came to $1.17 billion in 2023, as opposed to $1.06 billion.")
    assert found["$1.06 billion"].modality == "denied"


@pytest.mark.parametrize(
    "text",
    [
        "Dockers in Mali handled 3.15 million tonnes of exports and imports with Togo in 2023.",
        "The value of imports and exports between Mali and Togo was 3.15 million dollars in 2023.",
    ],
)
def test_imports_and_exports_told_as_one_are_trade_both_ways(text: str) -> None:
    claim = next(claim for words, claim in read(text).items() if words.startswith("3.15 million"))
    assert (claim.sender, claim.receiver) == (None, None)
    assert set(claim.partners) == {"MLI", "TGO"}


def test_exports_and_imports_with_an_amount_each_stay_apart() -> None:
    found = read("Togo reported $6 billion of exports and imports of $15 billion in 2023.")
    assert [lane(found[words]) for words in ("$6 billion", "$15 billion")] == ["TGO>-", "->TGO"]


def test_the_previous_year_of_a_fiscal_one_is_the_fiscal_one_before_it() -> None:
    found = read(
        "Pakistan's rice exports came to $2.15 billion in the fiscal year that ended in June 2023. In the previous year "
        "they had been $2.51 billion. In 2022 Iran bought for $0.2 billion, and in the previous year for $0.1 billion."
    )
    assert found["$2.51 billion"].period == "2021-07/2022-06"
    assert found["$0.1 billion"].period == "2021"
