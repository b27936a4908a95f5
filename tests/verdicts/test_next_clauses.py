"""Percentages of another clause than the amounts before them, and true changes that stand beside their own."""

from __future__ import annotations

from datetime import date

import pytest
from accusing import accusing

accused = accusing(date(2024, 5, 8))


@pytest.mark.parametrize(
    "text",
    [
        "The smelter's staff shrank to 1,200 from 2,000 in 2021 as zinc exports dropped 25 percent.",
        "The number of ports open rose to 9 from 6, and sales through them by 20 percent.",
        "The herd fell to 40 million head from 50 million while deliveries of wool rose 8 percent.",
        "Shoe exports were $1.9 billion, down 5 percent in the first month and 12 percent over the year from $2.16 billion.",
    ],
)
def test_another_clause_has_its_own_percentage(text: str) -> None:
    assert accused(text) == []


@pytest.mark.parametrize(("right", "wrong"), [("40", "30"), ("40", "4")])
def test_a_percentage_beside_its_amounts_is_held_against_them(right: str, wrong: str) -> None:
    text = "Zinc exports fell to $3.0 million in May from $5.0 million in April, a drop of {} percent."
    assert accused(text.format(right)) == []
    assert accused(text.format(wrong)) != []
