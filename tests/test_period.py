from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidewaiter.errors import UsageError
from tidewaiter.period import Period

MONTHS = st.builds(Period.month, st.integers(1950, 2100), st.integers(1, 12))


@pytest.mark.parametrize(
    "text", ["2022", "2022-05", "2022-05-09", "2022-01/2022-04", "/2022-06-09", "2010/2019", "2021/2022-04", "/2022-06"]
)
def test_written_form_survives(text: str) -> None:
    assert str(Period.parse(text)) == text


@pytest.mark.parametrize(
    "text", ["2022-13", "2022-02-30", "22-05", "2022-05/2022-01", "", "/", "2022/", "May 2022", "2022-5"]
)
def test_what_is_not_on_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        Period.parse(text)


def test_a_run_of_months() -> None:
    assert list(Period.parse("2021-11/2022-02").months()) == ["2021-11", "2021-12", "2022-01", "2022-02"]
    assert list(Period.parse("/2022-02").months()) == []
    assert len(list(Period.parse("2020/2021").months())) == 24


def test_before() -> None:
    assert str(Period.parse("2022-01").previous()) == "2021-12"
    assert str(Period.parse("2022").previous()) == "2021"
    assert str(Period.parse("2022-01/2022-04").previous()) == "2021-09/2021-12"
    assert str(Period.parse("2024-02-29").back_years()) == "2023-02-28"


def test_days() -> None:
    assert Period.parse("2024-02").last_day == date(2024, 2, 29)
    assert Period.parse("2020").same_days(Period.parse("2020-01/2020-12"))
    assert Period.parse("/2022-06").covers(Period.parse("2019-01"))


@given(MONTHS, MONTHS)
def test_overlap_is_symmetric_and_covering_implies_it(a: Period, b: Period) -> None:
    assert a.overlaps(b) == b.overlaps(a)
    if a.covers(b):
        assert a.overlaps(b)


@given(MONTHS)
def test_twelve_steps_back_are_a_year(month: Period) -> None:
    step = month
    for _ in range(12):
        step = step.previous()
    assert step == month.back_years()
