"""Two comparisons in one sentence, each with its own base; months of a fiscal year; units and goods left out."""

from __future__ import annotations

from datetime import date

import pytest

import tidewaiter
from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.document import Document
from tidewaiter.documents.read import read_text


def document(text: str) -> Document:
    return read_text(text, name="n", published=date(2023, 9, 14))


def claims(text: str) -> list[Claim]:
    return list(extract(document(text)))


_CLIMBED = "Georgia's imports from Oman climbed to $104.6 million in June, up from $88.2 million"


@pytest.mark.parametrize(
    "tail",
    [
        "the previous month and nearly 2.3 times the figure for June last year.",
        "the previous month and 12 percent higher than in June last year.",
        "in May and 12 percent more than a year earlier.",
    ],
)
def test_a_change_against_the_year_before_is_not_of_the_month_before(tail: str) -> None:
    now, before, change = claims(f"{_CLIMBED} {tail}")
    assert (now.period, now.comparison, now.base_period) == ("2023-06", "mom", "2023-05")
    assert before.period == "2023-05"
    assert (change.comparison, change.base_period) == ("yoy", "2022-06")


def test_two_true_comparisons_accuse_nobody() -> None:
    text = f"{_CLIMBED} in May and 12 percent more than a year earlier."
    (checked,) = tidewaiter.check([document(text)]).checked
    assert not [v for v in checked.verdicts if v.outcome == "contradicted"]


def test_a_wrong_change_between_the_two_amounts_is_still_found() -> None:
    text = "Georgia's imports from Oman fell from $98 million in April to $14.5 million in May, down 58.2 percent from April."
    (checked,) = tidewaiter.check([document(text)]).checked
    assert [v for v in checked.verdicts if v.outcome == "contradicted"]


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("from April to August of the current financial year 2023-2024", "2023-04/2023-08"),
        ("from April to August of the 2022-23 financial year", "2022-04/2022-08"),
        ("from December to February of the 2022-23 financial year", "2022-12/2023-02"),
    ],
)
def test_months_of_a_fiscal_year(said: str, period: str) -> None:
    now, before = claims(f"Trade between India and Nepal rose {said} to $1.7 billion from $1.1 billion a year earlier.")
    assert now.period == period
    year, rest = int(period[:4]), period[5:]
    assert before.period == f"{year - 1}-{rest[:2]}/{int(rest[3:7]) - 1}-{rest[-2:]}"


@pytest.mark.parametrize(("scale", "value"), [("bln", 1_700_000_000), ("trln", 1_700_000_000_000)])
def test_short_scales_of_agencies(scale: str, value: int) -> None:
    (claim,) = claims(f"Georgia's exports to Oman rose to US$1.7 {scale} in August.")
    assert (claim.text, claim.value) == (f"US$1.7 {scale}", value)


def test_what_a_count_came_from_counts_the_same() -> None:
    now, before, paid = claims("Georgia bought 38 trucks from Oman in May, down from 112 in April, for $2.9 million.")
    assert (now.unit, now.product, now.direction, now.comparison) == ("trucks", "trucks", "decrease", "mom")
    assert (before.unit, before.value, before.period) == ("trucks", 112, "2023-04")
    assert paid.product == "trucks"


def test_a_scale_left_out_is_not_guessed() -> None:
    now, before = claims("Georgia bought 380 thousand tonnes of rice from Oman in May, up from 112 in April.")
    assert (now.value, before.unit) == (380_000, "units")


def test_a_scale_left_out_behind_decimals_is_the_one_of_the_amount() -> None:
    now, before = claims("Georgia counted 1.9 million arrivals from Oman in May, down from 2.04 in April.")
    assert (now.value, before.value, before.unit) == (1_900_000, 2_040_000, now.unit)


def test_what_trucks_carry_is_no_truck() -> None:
    (claim,) = claims("Georgia bought 300 containers from Oman in May.")
    assert claim.product != "containers"


@pytest.mark.parametrize(
    "told", ["a negative growth of 8.4 percent", "8.4 percent negative growth", "a degrowth of 8.4 percent"]
)
def test_negative_growth_is_a_fall(told: str) -> None:
    (claim,) = claims(f"Georgia's exports to Oman showed {told} in May.")
    assert (claim.direction, claim.measure) == ("decrease", "change")


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Georgia's exports to Oman in May, June and July came to $6 million.", ["2023-05/2023-07"]),
        ("Georgia's exports to Oman in May, July and August came to $6 million.", [None]),
        ("Georgia's exports to Oman in 2019, 2020 and 2021 came to $6 million.", ["2019/2021"]),
        (
            "Georgia's exports to Oman in May, June and July were $1 million, $2 million and $3 million.",
            ["2023-05", "2023-06", "2023-07"],
        ),
        ("Georgia's exports to Oman were $2 million and $3 million in May and June.", ["2023-05", "2023-06"]),
        (
            "Georgia sold Oman tea worth $2 million, $4 million and $3 million in 2019, 2020 and 2021.",
            ["2019", "2020", "2021"],
        ),
        ("Between May and June Georgia's exports to Oman were $2 million and $3 million.", ["2023-05/2023-06"] * 2),
        (
            "In May and June Georgia's exports of rice and tea to Oman came to $5 million and $6 million.",
            ["2023-05/2023-06"] * 2,
        ),
    ],
)
def test_months_and_years_in_a_list(text: str, periods: list[str | None]) -> None:
    assert [claim.period for claim in claims(text)] == periods
