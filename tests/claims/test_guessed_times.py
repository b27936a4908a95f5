from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.dates import stand_in
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text
from tidewaiter.period import SOME_YEAR

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


@pytest.mark.parametrize(
    ("text", "figure", "period"),
    [
        # Somebody said so on a day that is told with its year.
        (
            "Fuel imports into Mali fell to $2.1 million last month, the ministry said on 21 October 2023.",
            "$2.1 million",
            "2023-09",
        ),
        (
            "Mali sent Niger goods worth $1.4 million last month, according to data published on Saturday "
            "(April 18, 2020). In March 2019 it was $3 million.",
            "$1.4 million",
            "2020-03",
        ),
        ("말리 정부는 지난달 쌀 수입액이 210만 달러라고 2023년 10월 21일 밝혔다.", "210만 달러", "2023-09"),
        # In January news is of the year that is over, which the text names.
        (
            "Mali's trade grew ninefold\n\nBAMAKO, Feb. 15 -- Trade with Niger came to $34 million last year. It was "
            "$4 million in 2022 and has grown ninefold in 2023. In December exports were $3 million.",
            "$34 million",
            "2023",
        ),
    ],
)
def test_other_ways_to_place_an_undated_text(text: str, figure: str, period: str) -> None:
    claim = read(text)[figure]
    assert (claim.period, claim.guessed) == (period, True)


@pytest.mark.parametrize(
    "text",
    [
        # A later year is named than the one in which somebody spoke.
        "Fuel imports fell to $2.1 million last month. On 21 October 2019 the ministry said so; in 2021 it was silent.",
        # Nobody said anything on that day.
        "Fuel imports fell to $2.1 million last month. The port of Mali opened on 21 October 2019.",
        # In June, "last year" may be any.
        "BAMAKO, June 15 -- Trade came to $2.1 million last month. It was less last year, and $4 million in 2022.",
    ],
)
def test_what_does_not_place_one(text: str) -> None:
    assert read(text)["$2.1 million"].period is None


@pytest.mark.parametrize(
    ("text", "figure", "base"),
    [
        (
            "올해 1~8월 말리의 수입액은 5억1천200만 달러로 2019년 같은 기간(17억2천만 달러)의 30% 수준에 그쳤다.",
            "30%",
            "2019-01/2019-08",
        ),
        (
            "今年前8个月，马里进口总额达5.12亿美元，仅相当于2019年同期17.2亿美元的30%。",
            "30%",
            "2019-01/2019-08",
        ),
    ],
)
def test_a_base_with_its_own_year_is_known_without_the_text_s(text: str, figure: str, base: str) -> None:
    claim = read(text)[figure]
    assert (claim.period, claim.base_period, claim.guessed) == (None, base, False)


def test_a_forecast_is_not_of_the_time_told_before() -> None:
    claims = read("Mali imported $4 million of rice in 2019. Analysts expect imports to pass $5 million.", DAY)
    assert claims["$5 million"].period is None


DAY = date(2020, 8, 20)


def test_what_holds_whatever_the_year_is_told_without_one() -> None:
    said = (
        "Chile's tea imports came to $4 million in May, up from $3 million in April and twice as much as in May 2016."
    )
    claims = read(said)
    assert (claims["$4 million"].period, claims["$4 million"].comparison) == (None, "mom")
    assert claims["twice"].base_period == "2016-05"
    assert claims["$4 million"].in_some_year == (f"{SOME_YEAR}-05", f"{SOME_YEAR}-04")


@pytest.mark.parametrize(
    ("period", "hangs"),
    [
        (None, False),
        ("2016-05", False),
        (f"{SOME_YEAR}-05", True),
        (f"2016/{SOME_YEAR - 1}", True),
        (f"{SOME_YEAR + 1}", True),
        # A year that the text itself has written.
        ("2150", False),
    ],
)
def test_a_period_hangs_on_the_year_that_stands_in(period: str | None, hangs: bool) -> None:
    own = stand_in.years_written("Chile, which sold 2016 crates then, wants to sell twice as many by 2150.")
    assert own == {"2016", "2150"}
    assert stand_in.decides(period, own) is hangs
