"""Whose books a text says that it tells, of what time, and the short words that head its paragraphs."""

from __future__ import annotations

from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def read(text: str) -> list[Claim]:
    return extract(read_text(text, name="a.txt", published=date(2024, 8, 21)))


@pytest.mark.parametrize(
    "opening",
    [
        "Peru on Tuesday published its detailed trade tables for July.",
        "Peruvian customs released July trade figures on Tuesday.",
        "The customs office of Peru has put out its latest import data for July.",
    ],
)
def test_the_one_whose_books_tell_is_the_other_end(opening: str) -> None:
    text = (
        f"{opening} Here is what we found.\n\nRice came first. Togo bought 11,240 tons for $6.1 million. No corn was bought."
        "\n\nTogo earned $13.9 million from hides. In all Togo ran a deficit."
    )
    found = [(claim.text, claim.sender, claim.receiver, claim.period) for claim in read(text)]
    assert found == [
        ("11,240 tons", "PER", "TGO", "2024-07"),
        ("$6.1 million", "PER", "TGO", "2024-07"),
        ("No", "PER", "TGO", "2024-07"),
        ("$13.9 million", "TGO", "PER", "2024-07"),
    ]


def test_a_text_that_names_another_partner_has_no_such_end() -> None:
    text = (
        "Peru on Tuesday published its trade tables for July.\n\nTogo bought 11,240 tons of rice. Togo bought 90 tons of tea "
        "from Mali, and Togo had none left of either."
    )
    assert read(text)[0].sender is None


def test_what_only_names_its_paragraph_turns_back_to_the_month() -> None:
    text = (
        "Peru sold Togo goods worth $121.7 million in July.\n\nFertilizer. Togo bought 42,000 tons from Peru. Over "
        "January-July it bought 131,000 tons.\n\nPlastics. Togo bought plates for $3.3 million."
    )
    assert [claim.period for claim in read(text)] == ["2024-07", "2024-07", "2024-01/2024-07", "2024-07"]
