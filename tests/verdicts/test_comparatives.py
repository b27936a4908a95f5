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
        ("Rice imports of Fiji in May 2023 were {} tonnes, which was well below the 360 tonnes of April.", "3,100"),
        ("Fiji's {} tonnes of rice imports in May 2023 were higher than the 260 tonnes of April.", "31"),
        ("Fiji's rice cost ${} a tonne in May 2023, less than the $360 a tonne it cost in April 2023.", "3,100"),
        ("Exports of Fiji edged down to ${} million in May 2023 from $318 million in April.", "31"),
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
        # Of its price, its size, its worth, and not of the amount.
        "Fiji sold 300 tonnes of rope to Peru in May 2023 at prices lower than the April cargo of 250 tonnes.",
        "Fiji's copra exports of 400 tonnes in May 2023 were worth less than the 300 tonnes shipped in April.",
        "Fiji bought 120 buses from Peru in 2023, cheaper than the 90 buses it bought in 2020.",
        "Fiji sold 80 cubic metres of teak in May 2023 at a rate higher than the 90 cubic metres of April.",
        # Of another time, what was wanted or denied, of an amount between.
        "Fiji's sugar exports recovered to 400 tonnes in March 2023 after falling below the 350 tonnes of January.",
        "Fiji sold 20 tonnes of vanilla in 2023, a flow that until 2021 was lower than the 15 tonnes of 2012.",
        "Fiji's steel exports came to 9 tonnes in 2023, and it wants them to be larger than the 12 tonnes of 2019.",
        "Fiji exported 500 tonnes of tea in March 2023 and shipments weren't lower than the 450 tonnes of February.",
        "Fiji exported 300 tonnes of nuts in May 2023, higher than the 250 of April, itself lower than the 270 of March.",
        "In April 2023 Fiji imported 250 tonnes of rice, and in May more than the 300 tonnes of March.",
        "Fiji imported $520 million of wheat in 2023, 20 million more than the 500 million of 2022.",
        # Both together.
        "Fiji exported 300 tonnes of cheese in April 2023, less than the 200 tonnes of February and 180 tonnes of March.",
        # What is slight is not the step.
        "Exports of Fiji rose to slightly over $1.2 billion in 2023 from $120 million in 2010.",
        "A slightly weaker dollar took exports of Fiji to $810 million in 2023 from $180 million in 2021.",
        "Exports of Fiji grew in weight slightly and in dollars to $810 million in 2023 from $180 million in 2021.",
    ],
)
def test_what_goes_with_it_or_says_another_thing(text: str) -> None:
    assert accused(text) == []
