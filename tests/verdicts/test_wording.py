from datetime import date
from decimal import Decimal

import pytest

from tidewaiter.interval import Interval
from tidewaiter.verdicts import wording


@pytest.mark.parametrize(
    ("unit", "value", "said"),
    [
        ("USD", "14510000", "$14.51 million"),
        ("USD", "266891", "$266,891"),
        ("USD", "1027720000", "$1.0277 billion"),
        ("USD", "-5000000", "-$5 million"),
        ("CNY", "3200000", "CNY 3.2 million"),
        ("percent", "85.2041", "85.2%"),
        ("percent", "0.0123", "0.01%"),
        ("percentage_points", "7", "7 percentage points"),
        ("times", "3.5", "3.5 times"),
        ("units", "95000", "95,000 units"),
        ("cases_per_day", "10000", "10,000 cases per day"),
    ],
)
def test_an_amount_is_said_with_its_unit(unit: str, value: str, said: str) -> None:
    assert wording.amount(unit, Decimal(value)) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2022-05", "May 2022"),
        ("2020", "2020"),
        ("2022-01/2022-04", "January–April 2022"),
        ("2010/2019", "2010–2019"),
        ("2021/2022-04", "2021 to April 2022"),
        ("/2022-06-09", "up to 9 June 2022"),
    ],
)
def test_a_period_is_said_in_words(text: str, said: str) -> None:
    assert wording.period(text) == said


def test_an_open_interval_is_said_as_a_bound() -> None:
    assert wording.figure("units", Interval(Decimal(10_600_000), None)) == "more than 10.6 million units"
    assert wording.figure("USD", Interval(None, Decimal(8000))) == "at most $8,000"


def test_lists_days_and_owners() -> None:
    assert wording.joined(["a", "b", "c"]) == "a, b and c"
    assert wording.joined(["a"]) == "a"
    assert wording.day(date(2022, 6, 20)) == "20 June 2022"
    assert wording.possessive("Netherlands") == "Netherlands'"
