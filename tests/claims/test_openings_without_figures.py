"""A text whose first sentence holds no figure: what it says is what the figures behind it are of."""

from __future__ import annotations

from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text

#: (opening, sender, receiver, goods), all of March 2023.
OPENINGS = [
    ("Chad's imports of rice from India soared in March, customs data showed.", "IND", "TCD", "rice"),
    ("India sharply increased its exports of rice to Chad in March.", "IND", "TCD", "rice"),
    ("Rice flowed again from India into Chad in March, a sign that the border is open.", "IND", "TCD", "Rice"),
    ("Chad took delivery of a record volume of diesel from Libya in March.", "LBY", "TCD", "diesel"),
    ("India supplied Chad with an unusually large volume of rice last month.", "IND", "TCD", "rice"),
    ("Cotton remained the main Chadian export to India in March.", "TCD", "IND", "Cotton"),
]


@pytest.mark.parametrize("between", ["\n\n", " "])
@pytest.mark.parametrize(
    "behind",
    [
        "The volume reached 4,200 tons, worth $2.1 million.",
        "Customs logged 4,200 tons.",
        "The shipments were valued at $2.1 million.",
        "It was worth $2.1 million.",
    ],
)
@pytest.mark.parametrize(("opening", "sender", "receiver", "goods"), OPENINGS)
def test_figures_are_of_what_the_opening_told(
    opening: str, sender: str, receiver: str, goods: str, behind: str, between: str
) -> None:
    claims = read(opening + between + behind)
    assert claims
    assert {(c.sender, c.receiver, c.product, c.period) for c in claims} == {(sender, receiver, goods, "2023-03")}


def test_a_third_country_in_the_letterhead_changes_nothing() -> None:
    claims = read(
        "Radio Kenya, news service\n\nChad bought cooking oil from Libya in March, Libyan statistics show.\n\n"
        "No soap had been shipped to Chad since August last year.\n\nBesides oil, Chad purchased 3,000 tons of sugar."
    )
    assert {(c.sender, c.receiver) for c in claims} == {("LBY", "TCD")}


def test_a_bracket_is_about_the_goods_before_it_and_a_line_about_its_label() -> None:
    claims = read(
        "India sold Chad more rice (up 20%), sugar (up 5% to $3 million) and steel bars (up 40%) in March.\n\n"
        "Tea: $4 million, down 7%"
    )
    assert {c.text: c.product for c in claims} == {
        "20%": "rice", "5%": "sugar", "$3 million": "sugar", "40%": "steel bars", "$4 million": "Tea", "7%": "Tea",
    }  # fmt: skip


def test_that_year_is_the_one_just_named() -> None:
    claims = read(
        "India exported $5 million to Chad in the first two months of 2023. In 2019 it had sold goods for $3 million. "
        "Two-way trade that year came to $9 million."
    )
    assert [c.period for c in claims] == ["2023-01/2023-02", "2019", "2019"]


def test_charts_of_a_headline_are_not_counted_goods() -> None:
    assert read("Three graphs explain Chad's exports to India") == ()


def read(text: str) -> tuple[Claim, ...]:
    return extract(read_text(text + "\n", name="a.txt", published=date(2023, 4, 20)))
