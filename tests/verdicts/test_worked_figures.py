"""Figures that a writer worked out from others: caught where they do not fit, left in peace where they do."""

from __future__ import annotations

import pytest

from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text
from tidewaiter.period import SOME_YEAR
from tidewaiter.verdicts.check import check
from tidewaiter.verdicts.intervals import CONTRADICTED

#: A true text, what a slip makes of a piece of it, and the figure and slip that are then told.
SLIPS = [
    pytest.param(
        "Oman imported 4.2 tonnes of saffron worth $8.19 million from Georgia in 2021. Per kilogram that was $1,950.",
        ("$1,950", "$1,590"),
        ("$1,590", "digits_transposed"),
        id="price of a purchase told before",
    ),
    pytest.param(
        "Georgian wine went to Poland for $14.6 million, to Latvia for $11.8 million and to China for $9.3 million in "
        "2021. Their combined purchases of $35.7 million were a record.",
        ("$35.7", "$53.7"),
        ("$53.7 million", "digits_transposed"),
        id="sum of the list before",
    ),
    pytest.param(
        "In June Oman sold dates for $217 million, after $238 million in May and $229 million in April. The monthly "
        "average of $228 million was the highest in years.",
        ("$228", "$282"),
        ("$282 million", "digits_transposed"),
        id="average of a list",
    ),
    pytest.param(
        "Iran's exports to Oman came to $8.64 billion in 2021. Gas brought in $2.68 billion, while steel bars brought "
        "$612 million, tiles $487 million and tomato paste $96 million.",
        ("$487 million", "$487 billion"),
        ("$487 billion", "billion_for_million"),
        id="item of a list beyond all that was said",
    ),
    pytest.param(
        "Oman's exports to Georgia were $41.3 million in 2021, two-way trade reached $65.8 million, and the surplus was "
        "$16.8 million.",
        ("$65.8", "$56.8"),
        ("$56.8 million", "digits_transposed"),
        id="balance, one way and both",
    ),
    pytest.param(
        "Oman received 458,898 barrels of diesel in 2021. That is 91.8 percent of the limit of 500,000 barrels.",
        ("91.8", "19.8"),
        ("19.8 percent", "digits_transposed"),
        id="share of a limit, told in the next sentence",
    ),
    pytest.param(
        "Georgia's exports to Oman came to $41.3 million in June, 18.3 percent more than the $34.9 million of May. "
        "Georgia imported goods worth $28.8 million from Oman in June, so that it ran a surplus of $12.5 million.",
        ("$12.5", "$125"),
        ("$125 million", "factor_10"),
        id="months of a text without a year",
    ),
]


def contradicted(text: str) -> list[tuple[str, str | None]]:
    document = read_text(text, name="worked")
    (checked,) = check([(document, extract(document))])
    return [(v.claim.text, v.slip) for v in checked.verdicts if v.outcome == CONTRADICTED]


@pytest.mark.parametrize(("text", "slip", "told"), SLIPS)
def test_a_slip_is_caught_and_the_true_text_is_left_in_peace(
    text: str, slip: tuple[str, str], told: tuple[str, str]
) -> None:
    assert contradicted(text) == []
    assert told in contradicted(text.replace(*slip))


@pytest.mark.parametrize(
    "text",
    [
        "Oman's tea imports were 23 tonnes in August, down 91.5% from 270 tonnes in July, which was itself down 79% "
        "from 1,286 tonnes in June.",
        "Oman sold 118 million litres in 2023, 14 percent more than in 2022, and earned $259 million, up 15 percent "
        "from $225 million.",
    ],
)
def test_what_is_right_for_what_stands_beside_it_accuses_nobody(text: str) -> None:
    assert contradicted(text) == []


def test_the_time_of_a_text_without_a_year_is_told_without_one() -> None:
    text = SLIPS[-1].values[0].replace("$12.5", "$125")
    document = read_text(text, name="worked")
    (checked,) = check([(document, extract(document))])
    reasons = [v.reason for v in checked.verdicts]
    assert any("June" in reason for reason in reasons)
    labels = [operand.label for v in checked.verdicts for operand in v.operands]
    assert not any(str(SOME_YEAR) in told for told in (*reasons, *labels))
    assert {v.claim.period for v in checked.verdicts} == {None}
