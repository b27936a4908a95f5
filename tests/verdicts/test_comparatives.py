"""Amounts that a word sets against each other, and steps that are called slight."""

from __future__ import annotations

from datetime import date

import pytest
from tests.verdicts.accusing import accusing

accused = accusing(date(2024, 5, 20))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Fiji imported {} tonnes of rice in May 2023, lower than the 360 tonnes of April.", "3,100"),
        ("Fiji imported {} tonnes of rice in May 2023, more than the 260 tonnes of April.", "31"),
        ("Exports of Fiji fell slightly to ${} million in May 2023 from $318 million in April.", "31"),
    ],
)
def test_what_goes_against_its_word(text: str, wrong: str) -> None:
    assert accused(text.format("310")) == []
    assert accused(text.format(wrong)) != []


@pytest.mark.parametrize(
    "text",
    [
        "Fiji imported 300 tonnes of tea in May 2023, above the 250 tonnes of March and above the 280 tonnes of April.",
        "Fiji imported 300 tonnes of salt in May 2023, lower than the 360 of April but higher than the 250 of March.",
        "Fiji imported 300 tonnes of gum in May 2023, well above the cap of 360 tonnes set in April 2022.",
        "Fiji imported 300 tonnes of tin in May 2023, three times more than the 100 tonnes of April.",
        "Tin brought Fiji $1,163 million in 2021, $215 million more than the $948 million of 2020.",
        "Fiji imported 300 tonnes of soap in the first half of 2023, less than the 250 tonnes a month it bought in 2022.",
        "Fiji imported 900 tonnes of zinc in May 2023, far more than Laos, which bought 1,200 tonnes in all of 2022.",
        "Exports of Fiji were slightly higher in April and fell to $30 million in May 2023 from $90 million a year before.",
    ],
)
def test_what_goes_with_it_or_says_another_thing(text: str) -> None:
    assert accused(text) == []
