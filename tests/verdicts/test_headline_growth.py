"""A headline's multiple and what the text tells of the same growth."""

from __future__ import annotations

from datetime import date

import pytest
from tests.verdicts.accusing import accusing

accused = accusing(date(2024, 7, 19))

AMOUNTS = "It came to $20.2 million, compared with $18 million a year ago."


@pytest.mark.parametrize("word", ["doubles", "more than triples", "jumps fivefold"])
def test_a_multiple_that_the_text_makes_a_few_percent(word: str) -> None:
    body = f"Peru's trade with Laos rose 12.2 percent in June from a year earlier. {AMOUNTS}"
    assert len(accused(f"Peru's trade with Laos {word} in June\n\n{body}\n")) == 1


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        # As told, or nearly.
        (
            "Peru's trade with Laos doubles in June",
            "Peru's trade with Laos rose 91 percent in June from a year earlier.",
        ),
        # Of a longer time, of other goods, from another month, of one way only.
        (
            "Peru's trade with Laos doubles in first half",
            "Peru's trade with Laos rose 12.2 percent in June on the year.",
        ),
        (
            "Peru's sugar imports from Laos double in June",
            "Peru's imports from Laos rose 12.2 percent in June on the year.",
        ),
        (
            "Peru's trade with Laos doubles in June",
            "Peru's exports to Laos rose 12.2 percent in June from a year earlier.",
        ),
        (
            "Peru's trade with Laos doubles in June",
            "Peru's trade with Laos rose 12.2 percent in June from May. In June of last year it was $11 million.",
        ),
    ],
)
def test_a_multiple_of_something_else(headline: str, body: str) -> None:
    assert accused(f"{headline}\n\n{body} {AMOUNTS}\n") == []


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("Peru's exports to Africa doubled in 2023", "Peru's exports rose 8 percent in 2023 from 2022."),
        ("Peru's non-oil exports to Laos doubled in 2023", "Peru's exports to Laos rose 8 percent in 2023 from 2022."),
        ("Peru's exports by rail doubled in 2023", "Peru's exports rose 8 percent in 2023 from 2022."),
        ("Value of Peru's saffron exports doubled in 2023", "Peru's saffron exports rose 8 percent in 2023 from 2022."),
        ("Peru's border trade with Laos tripled in 2023", "Peru's trade with Laos rose 8 percent in 2023 from 2022."),
        ("Peru's exports doubled in 2023", "Peru's exports by rail rose 8 percent in 2023 from 2022."),
        ("Peru's exports doubled in 2023", "Peru's exports rose 8 percent to the Caribbean in 2023 from 2022."),
    ],
)
def test_a_multiple_of_less_or_more_than_the_text_tells_of(headline: str, told: str) -> None:
    assert accused(f"{headline}\n\n{told}\n") == []
