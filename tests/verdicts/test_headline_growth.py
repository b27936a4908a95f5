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
