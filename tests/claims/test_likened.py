"""Amounts that no numeral gives: told by the figure before them."""

from dataclasses import replace
from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def claims(text: str) -> list[Claim]:
    return list(extract(replace(read_text(text, name="a.txt", published=date(2023, 6, 20)), language="en")))


@pytest.mark.parametrize(
    ("text", "likeness", "qualifier", "low", "high", "sender", "period"),
    [
        ("Nepal imported $4 million worth of rice from India in January to April 2023, equivalent to its total imports of rice from India in 2022.",
         "equivalent", "approx", 3_600_000, 4_400_000, "IND", "2022"),
        ("Nepal's imports of rice from India came to $4 million in April 2023, almost matching all of Nepal's imports in 2021.",
         "almost matching", "more_than", 4_000_000, None, "IND", "2021"),
        ("Nepal imported $4 million worth of rice from India in 2022 and nearly as much from Thailand in 2020.",
         "as much", "nearly", 3_600_000, 4_000_000, "THA", "2020"),
    ],
)  # fmt: skip
def test_another_time_or_partner_had_as_much(
    text: str, likeness: str, qualifier: str, low: int, high: int | None, sender: str, period: str
) -> None:
    said, told = claims(text)
    assert (said.value, told.value, told.text) == (4_000_000, 4_000_000, likeness)
    assert (told.qualifier, told.low, told.high) == (qualifier, low, high)
    assert (told.sender, told.receiver, told.product) == (sender, "NPL", said.product)
    assert (told.period, told.measure, told.comparison) == (period, "trade_value", "none")


@pytest.mark.parametrize(
    "text",
    [
        "Nepal imported $4 million worth of rice from India in 2022, equivalent to 5 percent of its imports in 2021.",
        "Nepal imported $4 million worth of rice from India in 2022, equivalent to the price of a bridge.",
        "Nepal imported $4 million worth of rice from India in 2022, equivalent to its total imports of wheat in 2021.",
        "Nepal imported $4 million worth of rice from India in 2022, equal to its imports from Thailand in 2021.",
        "Nepal could import as much as $4 million worth of rice from India in 2023.",
        "Nepal imported $4 million worth of rice from India in 2022, as much as it could pay for.",
    ],
)
def test_other_likenesses_tell_no_amount(text: str) -> None:
    assert [claim for claim in claims(text) if not any(c.isdigit() for c in claim.text)] == []
