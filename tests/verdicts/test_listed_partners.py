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
        "Paraguay ordered 700,000 doses and got more: 500,000 from Chile and 450,000 from Spain.",
        "Bolivia bought 90,000 tonnes of rice in 2020 and has bought more since: 60,000 from Peru and 70,000 from Brazil.",
        "Zambia's customs counted imports of $600 million, its partners more: $400 million from Angola, $150 million from "
        "Kenya and $120 million from Malawi.",
        "Nepal's imports from Japan and Peru came to $40 million: $25 million from Japan and $15 million from Peru; India "
        "sold it $230 million.",
        "Kenya imported wheat worth $500 million, including $150 million from Poland, and urea worth $900 million, including "
        "$450 million from Oman.",
        "Chad received 1.5 million doses from Spain in May 2021, and later others, including 5.0 million from Japan.",
        "Tea brought in $60 million of Malawi's exports of $300 million, or 2 percent of Kenya's imports of $3.0 billion.",
        "Gabon shipped Japan 500,000 tonnes of its exports of 900,000 tonnes, a quarter of Japan's imports of 2.0 million.",
        "Gabon shipped Japan 300,000 barrels a day of its 500,000 barrels a day, or 15 percent of Japan's imports of 2.0 "
        "million barrels a day.",
        "Of the 50,000 tonnes that Togo shipped, 40,000 tonnes went to Ghana, while it bought 600,000 tonnes.",
        "Of the 50,000 tonnes shipped in May, 30,000 went to Ghana, 9,000 to Benin, and for the year Ghana took 150,000.",
        "Imports from Peru rose to $30 million in May, then Chile opened its border and its sales came to $190 million.",
    ],
)
def test_what_is_no_list_of_it_accuses_nobody(text: str) -> None:
    assert accused(text) == []
