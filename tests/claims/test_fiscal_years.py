from datetime import date

import pytest

from tidewaiter.claims import periods
from tidewaiter.claims.claim import Claim
from tidewaiter.claims.dates import fiscal_years
from tidewaiter.claims.extract import extract
from tidewaiter.claims.periods import Anchor
from tidewaiter.claims.words.tokens import tokenize
from tidewaiter.documents.read import read_text
from tidewaiter.period import Period


def resolved(text: str, *, start: int | None, by_first: bool = False, current: str = "2023-07/2023-11") -> str | None:
    anchor = Anchor(date(2023, 12, 4), 2023, 12, Period.parse(current), None, start, by_first)
    found = periods.find(text, tokens=tokenize(text))
    assert len(found) == 1, [text[e.start : e.end] for e in found]
    period = periods.resolve(found[0], anchor)
    return None if period is None else str(period)


def read(text: str, day: date = date(2023, 12, 4)) -> list[Claim]:
    return list(extract(read_text(text, name="a.txt", published=day)))


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("in the first five months of the current fiscal year", "2023-07/2023-11"),
        ("the first 5 months (July-November) of the ongoing fiscal year 2023-24", "2023-07/2023-11"),
        ("July-November 2023-24", "2023-07/2023-11"),
        ("in July-November (2023-24)", "2023-07/2023-11"),
        ("in the July-November period of FY24", "2023-07/2023-11"),
        ("September-November FY2024", "2023-09/2023-11"),
        ("in the first half of fiscal year 2022/23", "2022-07/2022-12"),
        ("in the first half of 2022/23", "2022-07/2022-12"),
        ("in the second quarter of the last fiscal year", "2022-10/2022-12"),
        ("Q3 FY23", "2023-01/2023-03"),
        ("H1 FY2023", "2022-07/2022-12"),
        ("fiscal 2023", "2022-07/2023-06"),
        ("last fiscal year", "2022-07/2023-06"),
        ("the fiscal year ended March 2023", "2022-04/2023-03"),
        ("the first eight months of the fiscal year to March 2024", "2023-04/2023-11"),
        ("the first seven months of the fiscal year that began in April 2023", "2023-04/2023-10"),
        ("in the same months of the last fiscal year", "2022-07/2022-11"),
        ("in the corresponding period of 2021-22", "2021-07/2021-11"),
        ("the previous year's same period", "2022-07/2022-11"),
    ],
)
def test_fiscal_years_and_their_parts(text: str, period: str) -> None:
    assert resolved(text, start=7) == period


def test_two_months_in_brackets_say_when_the_year_begins() -> None:
    assert resolved("2020-21 (July-June)", start=None) == "2020-07/2021-06"
    assert resolved("the first 11 months (July-May) of 2020-21", start=None) == "2020-07/2021-05"


def test_japan_calls_a_fiscal_year_after_its_beginning() -> None:
    assert resolved("fiscal 2022", start=4) == "2021-04/2022-03"
    assert resolved("fiscal 2022", start=4, by_first=True) == "2022-04/2023-03"


@pytest.mark.parametrize(
    "text", ["fiscal 2022", "the first half of fiscal 2022", "the current marketing year", "the last Bengali year"]
)
def test_a_year_without_a_known_beginning_is_none(text: str) -> None:
    assert resolved(text, start=None) is None


@pytest.mark.parametrize("text", ["fiscal policy", "a fiscal deficit", "the last fiscal deficit"])
def test_what_is_only_fiscal(text: str) -> None:
    assert periods.find(text, tokens=tokenize(text)) == []


def test_the_only_country_in_a_sentence_that_keeps_fiscal_years_decides() -> None:
    anchor = Anchor(fiscal_start=4)
    assert fiscal_years.of_sentence(anchor, ["PAK", "AFG", "CHN"]) == (7, False, "PAK")
    assert fiscal_years.of_sentence(anchor, ["PAK", "IND"]) == (4, False, None)
    assert fiscal_years.of_sentence(anchor, []) == (4, False, None)


def test_brackets_behind_a_time_say_which_it_is() -> None:
    text = "Iran exported $9 million of pistachios in the first seven months of the Iranian year (March 21-October 22)."
    assert [c.period for c in read(text)] == ["2023-03-21/2023-10-22"]


def test_changes_of_a_fiscal_year_are_held_against_the_same_months() -> None:
    text = (
        "Bangladesh's jute exports fell 17 percent to $410 million in the first five months of the current fiscal year, "
        "compared with $494 million in the corresponding period of the previous fiscal year."
    )
    change, level, base = read(text)
    assert (change.comparison, change.base_period, change.period) == ("ytd_yoy", "2022-07/2022-11", "2023-07/2023-11")
    assert (level.period, base.period) == ("2023-07/2023-11", "2022-07/2022-11")


@pytest.mark.parametrize(
    ("text", "country", "period"),
    [
        ("the first 11 months of the current fiscal year", "NPL", "2023-07-16/2024-06-14"),
        ("fiscal year 2079/80", "NPL", "2022-07-16/2023-07-15"),
        ("the first quarter of the fiscal year", "ETH", "2023-07-08/2023-10-10"),
        ("the fiscal year ended July 7", "ETH", "2022-07-08/2023-07-07"),
        ("the first half of the Ethiopian 2017-2018 fiscal year", "KEN", "2017-07-08/2018-01-08"),
        ("the Iranian year 1400", None, "2021-03-21/2022-03-20"),
        ("the first five months of the current Iranian calendar year", "CHN", "2023-03-21/2023-08-22"),
        ("the past Iranian year (ended March 20, 2023)", None, "2022-03-21/2023-03-20"),
        ("the last Persian year", None, "2022-03-21/2023-03-20"),
        ("fiscal 2020-21", "MMR", "2020-10/2021-09"),
        ("fiscal 2017-18", "MMR", "2017-04/2018-03"),
        ("the current fiscal year", "MMR", "2023-04/2024-03"),
    ],
)
def test_years_of_other_calendars_begin_on_their_day(text: str, country: str | None, period: str) -> None:
    start = fiscal_years.starts().get(country or "")
    anchor = Anchor(date(2023, 12, 4), 2023, 12, None, None, start, False, country)
    (found,) = periods.find(text, tokens=tokenize(text))
    assert str(periods.resolve(found, anchor)) == period


def test_the_months_of_a_nepali_year_are_held_against_those_of_the_last() -> None:
    text = (
        "KATHMANDU: Nepal imported goods worth Rs 128 billion in the first two months of the current fiscal year, "
        "against Rs 131 billion of the last fiscal year. Imports were 2.3 percent less compared to the last fiscal year."
    )
    now, then, change = read(text, date(2023, 9, 30))
    assert (now.period, then.period) == ("2023-07-16/2023-09-16", "2022-07-16/2022-09-16")
    assert (change.comparison, change.base_period) == ("ytd_yoy", "2022-07-16/2022-09-16")


def test_from_two_months_of_a_fiscal_year_is_a_time_and_no_beginning() -> None:
    (claim,) = read("Pakistan exported 34,969 tonnes of cotton from July-May, 2022-23.")
    assert claim.period == "2022-07/2023-05"


def test_a_year_of_another_calendar_may_open_a_sentence_and_is_no_number_of_goods() -> None:
    text = "In the Iranian year 1402 Iran sold 1400 carpets. 1401 saw exports of $2.5 million."
    found = {c.text: c for c in extract(read_text(text, name="a.txt"))}
    assert (found["1400"].unit, found["$2.5 million"].period) == ("units", "2022-03-21/2023-03-20")
    assert "1401" not in found
