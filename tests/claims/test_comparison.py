from datetime import date

import pytest

from tidewaiter.claims.changes.comparison import name_of
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text
from tidewaiter.period import Period


def last(text: str) -> tuple[str, str, str | None, str | None]:
    claim = extract(read_text(text, name="a.txt", published=date(2022, 6, 20)))[-1]
    return claim.direction, claim.comparison, claim.base_period, claim.period


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China's exports to Iran fell 5% in May from a month earlier.", ("decrease", "mom", "2022-04", "2022-05")),
        ("China's exports to Iran fell 5% in May from April.", ("decrease", "mom", "2022-04", "2022-05")),
        ("China's exports to Iran rose 5% in May from a year earlier.", ("increase", "yoy", "2021-05", "2022-05")),
        ("In May China's exports to Iran rose 5% year-on-year.", ("increase", "yoy", "2021-05", "2022-05")),
        ("China's exports to Iran grew 5% in January-April compared with the same period last year.",
         ("increase", "ytd_yoy", "2021-01/2021-04", "2022-01/2022-04")),
        ("China's exports to Iran fell 5% in 2020.", ("decrease", "yoy", "2019", "2020")),
        ("China's exports to Iran in 2021 were 5% lower than in 2017.", ("decrease", "vs_period", "2017", "2021")),
        ("China's exports to Iran fell 5% in the second quarter of 2021 from a year earlier.",
         ("decrease", "yoy", "2020-04/2020-06", "2021-04/2021-06")),
        ("Compared with May last year, China's exports to Iran fell 5% in May.", ("decrease", "yoy", "2021-05", "2022-05")),
        ("China's exports to Iran reached $5 million in May.", ("none", "none", None, "2022-05")),
        ("China's exports to Iran rose 5% in May.", ("increase", "none", None, "2022-05")),
        ("China's exports to Iran more than quintupled in 2021.", ("increase", "yoy", "2020", "2021")),
    ],
)  # fmt: skip
def test_what_a_change_is_measured_against(text: str, expected: tuple[str, str, str | None, str | None]) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("period", "base", "name"),
    [
        ("2022-05", "2022-04", "mom"), ("2022-01", "2021-12", "mom"), ("2022-05", "2021-05", "yoy"), ("2020", "2019", "yoy"),
        ("2022-01/2022-04", "2021-01/2021-04", "ytd_yoy"), ("2022-02/2022-04", "2021-02/2021-04", "yoy"),
        ("2022-05", "2019-05", "vs_period"), ("2020", "2010/2019", "vs_period"),
    ],
)  # fmt: skip
def test_names_of_comparisons(period: str, base: str, name: str) -> None:
    assert name_of(Period.parse(period), Period.parse(base)) == name


def test_parallel_changes_share_their_base() -> None:
    text = "China's exports to Iran rose 8.3 percent in volume and 27.7 percent in value year on year in May."
    claims = extract(read_text(text, name="a.txt", published=date(2022, 6, 20)))
    assert [(c.comparison, c.base_period) for c in claims] == [("yoy", "2021-05")] * 2


def test_a_level_carries_its_own_comparison() -> None:
    text = "Trade between China and Iran totaled $18.7 million in May, down from $102.3 million in April."
    level, base = extract(read_text(text, name="a.txt", published=date(2022, 6, 20)))
    assert (level.period, level.direction, level.comparison, level.base_period) == (
        "2022-05",
        "decrease",
        "mom",
        "2022-04",
    )
    assert (base.period, base.direction, base.comparison) == ("2022-04", "none", "none")


def test_a_change_with_a_figure_of_its_own_stays_with_it() -> None:
    text = "Trade between China and Iran totaled $18.7 million in May, 9 percent more than in April."
    level, change = extract(read_text(text, name="a.txt", published=date(2022, 6, 20)))
    assert (level.direction, level.comparison, level.base_period) == ("none", "none", None)
    assert (change.direction, change.comparison, change.base_period) == ("increase", "mom", "2022-04")


def test_a_level_above_another_time_is_compared_with_it() -> None:
    text = "China's sugar exports to Iran in May were far higher than in April, at $16.7 million."
    (level,) = extract(read_text(text, name="a.txt", published=date(2022, 6, 20)))
    assert (level.direction, level.comparison, level.base_period) == ("increase", "mom", "2022-04")
