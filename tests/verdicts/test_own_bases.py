"""A change that names its own base is not held against an amount behind "and"."""

from __future__ import annotations

import pytest
from accusing import accusing

accused = accusing(None)


@pytest.mark.parametrize(
    "text",
    [
        "Italy sold $612 million in goods to Chad last month, 23 percent more than in July 2023 and up from $571 million in "
        "June.",
        "Italy sold goods worth $612 million to Chad in July 2024, 23 percent more than in July 2023, but down from $641 "
        "million in June.",
    ],
)
def test_a_change_is_from_the_time_that_it_names(text: str) -> None:
    assert accused(text) == []


def test_an_amount_tied_to_a_change_still_is_its_base() -> None:
    text = "Italy sold goods worth $612 million to Chad in July 2024, 23 percent more than the $571 million of June."
    assert accused(text) != []
