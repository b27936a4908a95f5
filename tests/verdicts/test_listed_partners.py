"""Lists of partners behind a colon, and parts of a whole that is called by its owner: true texts and their twins."""

from __future__ import annotations

from datetime import date

import pytest
from accusing import accusing

accused = accusing(date(2023, 3, 1))

COLON = "Laos received {} million doses of vaccine in 2021: {} from Japan, 250,000 from Norway and 410,000 from Kuwait."
TONNES = "In 2019 Bolivia bought {} tonnes of wheat abroad: {} from Peru, 15,300 from Chile and 12,400 from Uruguay."
OWNED = "Copper accounted for {} of Zambia's $9.2 billion of exports in 2020, or 75 percent."
OWNED_TRADE = "Tea brought in {} of Malawi's exports of $900 million in 2020, or 12 percent."


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (COLON, ("0.9", "240,000"), ("0.9", "2,400,000")),
        (COLON, ("0.9", "240,000"), ("0.9", "420,000")),
        (TONNES, ("48,000", "20,300"), ("48,000", "203,000")),
        (OWNED, ("$6.9 billion",), ("$9.6 billion",)),
        (OWNED_TRADE, ("$108 million",), ("$180 million",)),
    ],
)
def test_what_a_list_or_a_share_is_of(text: str, right: tuple[str, ...], wrong: tuple[str, ...]) -> None:
    assert accused(text.format(*right)) == []
    assert accused(text.format(*wrong)) != []


@pytest.mark.parametrize(
    "text",
    [
        "Laos received 0.9 million doses in 2021: 240,000 from Japan and 250,000 from Norway, among others.",
        "Bolivia bought 48,000 tonnes of wheat in 2019: far more than the 20,300 from Peru, 15,300 from Chile and 12,400 "
        "from Uruguay of 2018.",
        "Bolivia bought 48,000 tonnes of wheat in May: as in April, when 52,000 tonnes came from Peru and 9,000 from Chile.",
        "Copper accounted for $6.9 billion of Zambia's exports of $9.2 billion in 2020, or 6 percent of world trade in it.",
    ],
)
def test_what_is_no_list_of_it_accuses_nobody(text: str) -> None:
    assert accused(text) == []
