from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text

#: A text without a day that tells of something only one year had.
UNDATED = (
    "BEIRUT, Aug. 20 (Gulf Wire) -- Lebanon imported $12 million of wheat from Ukraine last month, customs said. "
    "In July 2019 it imported $9 million.\n\nThe blast that destroyed Beirut's port happened on Aug. 4."
)


def read(text: str, day: date | None = None) -> dict[str, Claim]:
    return {c.text: c for c in extract(read_text(text, name="a.txt", published=day))}


def test_a_written_day_is_no_guess() -> None:
    claims = read(UNDATED, date(2020, 8, 20))
    assert {c.guessed for c in claims.values()} == {False}
    assert claims["$12 million"].period == "2020-07"


def test_what_hangs_on_an_inferred_day_says_so() -> None:
    claims = read(UNDATED)
    assert claims["$12 million"].period == "2020-07"
    assert claims["$12 million"].guessed
    assert claims["$12 million"].to_record()["guessed"] is True


def test_what_the_text_writes_out_does_not() -> None:
    claim = read(UNDATED)["$9 million"]
    assert (claim.period, claim.guessed) == ("2019-07", False)


def test_without_any_day_nothing_is_guessed() -> None:
    text = "Kenya imported $4 million of rice from Pakistan last month and $31 million of it in 2019."
    assert [(c.period, c.guessed) for c in read(text).values()] == [(None, False), ("2019", False)]


SO_FAR = (
    "ANKARA, Nov. 20 (Gulf Wire) -- Imports from Georgia rose to $12 million in October, up 4 percent from September. "
    "In the first 10 months of 2023 they came to $101 million. In October 2019 they were $8 million."
)


def test_the_year_so_far_places_an_undated_text() -> None:
    claims = read(SO_FAR)
    assert (claims["$12 million"].period, claims["$12 million"].guessed) == ("2023-10", True)
    assert (claims["4 percent"].comparison, claims["4 percent"].base_period) == ("mom", "2023-09")
    assert (claims["$101 million"].period, claims["$101 million"].guessed) == ("2023-01/2023-10", False)


@pytest.mark.parametrize(
    "text",
    [
        # A later year is named: the ten months are what it compares with.
        SO_FAR + " In 2024 a new bridge opens.",
        # News of another season.
        SO_FAR.replace("Nov. 20", "July 20"),
        # A year alone is told of in any later one.
        SO_FAR.replace("In the first 10 months of 2023", "In 2023"),
    ],
)
def test_other_years_do_not_place_it(text: str) -> None:
    claims = read(text)
    assert claims["$12 million"].period is None
    assert not claims["$12 million"].guessed


def test_what_a_change_is_against_is_known_without_the_year() -> None:
    text = (
        "Imports rose 4 percent in October from September, customs said. In the first 10 months they came to "
        "$101 million, up 7 percent from the same period last year. In May 2019 they were $8 million."
    )
    claims = read(text)
    found = {name: (c.comparison, c.period, c.base_period) for name, c in claims.items()}
    assert found["4 percent"] == ("mom", None, None)
    assert found["7 percent"] == ("ytd_yoy", None, None)
    assert found["$8 million"] == ("none", "2019-05", None)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("1∼10월 누적 수입액은 1억100만 달러로 지난해 같은 기간보다 7% 늘었다.", "7%"),
        ("前10个月，进口额累计1.01亿美元，比去年同期增长7%。", "7%"),
    ],
)
def test_a_year_to_date_is_one_in_every_language(text: str, figure: str) -> None:
    assert (read(text)[figure].comparison, read(text)[figure].period) == ("ytd_yoy", None)
