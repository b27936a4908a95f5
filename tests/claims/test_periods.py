from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidewaiter.claims import periods
from tidewaiter.claims.periods import Anchor
from tidewaiter.claims.words.tokens import tokenize
from tidewaiter.period import Period, Point

JUNE = date(2022, 6, 20)


def anchor(**changes: object) -> Anchor:
    settings = {"day": JUNE, "year": 2022, "month": 6, "current": Period.month(2022, 5), "data_end": Point(2022, 5)}
    return Anchor(**(settings | changes))  # type: ignore[arg-type]


def resolved(text: str, language: str = "en", **changes: object) -> str | None:
    found = periods.find(text, language=language)
    assert len(found) == 1, f"{text!r}: {[text[e.start : e.end] for e in found]}"
    period = periods.resolve(found[0], anchor(**changes), language=language)
    return None if period is None else str(period)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("last month", "2022-05"),
        ("in the first four months of this year", "2022-01/2022-04"),
        ("January-March", "2022-01/2022-03"),
        ("from January to April", "2022-01/2022-04"),
        ("in the January-October period", "2021-01/2021-10"),
        ("the previous four months", "2022-01/2022-04"),
        ("a year earlier", "2021-05"),
        ("over the same period each year of the last decade", "2012/2021"),
        ("the decade prior to the pandemic", "2010/2019"),
        ("in September last year", "2021-09"),
        ("in May", "2022-05"),
        ("in July", "2021-07"),
        ("in all of 2019", "2019"),
        ("in the final month of 2021", "2021-12"),
        ("in the March quarter", "2022-01/2022-03"),
        ("in the eighteen months to June 2021", "2020-01/2021-06"),
        ("in 2021 through May", "2021-01/2021-05"),
        ("over the decade to 2019", "2010/2019"),
        ("in last year's fourth quarter", "2021-10/2021-12"),
        ("in the latter half of 2020", "2020-07/2020-12"),
        ("in the year before last", "2020"),
        ("in late May", "2022-05"),
        ("in the second quarter of 2021", "2021-04/2021-06"),
        ("Q3 2020", "2020-07/2020-09"),
        ("the first half of last year", "2021-01/2021-06"),
        ("the first three quarters of 2021", "2021-01/2021-09"),
        ("three months to April", "2022-02/2022-04"),
        ("the last quarter of 2019", "2019-10/2019-12"),
        ("so far this year", "2022-01/2022-05"),
        ("this year", "2022-01/2022-05"),
        ("last year", "2021"),
        ("to date", "/2022-06"),
        ("June 9", "2022-06-09"),
        ("last quarter", "2022-01/2022-03"),
        ("two months earlier", "2022-03"),
        ("in the January-to-May period", "2022-01/2022-05"),
        ("bringing the total for the year to $21 million", "2022-01/2022-05"),
        ("the five-month total", "2022-01/2022-05"),
        ("the year's imports", "2022-01/2022-05"),
        ("2021's January-July", "2021-01/2021-07"),
        ("in 2021's first half", "2021-01/2021-06"),
        ("in 4 months of this year", "2022-01/2022-04"),
        ("since start of the year", "2022-01/2022-05"),
        ("an annual increase", "2021-05"),
        ("a similar period in 2020", "2020-05"),
        ("March 20-April 21", "2022-03-20/2022-04-21"),
        ("March 21, 2021 through March 20, 2022", "2021-03-21/2022-03-20"),
        ("9 June 2021", "2021-06-09"),
        ("the same month of 2019", "2019-05"),
        ("a month earlier", "2022-04"),
        ("month-on-month", "2022-04"),
        ("year on year", "2021-05"),
        ("2017-2019", "2017/2019"),
        ("between 2015 and 2019", "2015/2019"),
        ("the fiscal year ending March 2022", "2021-04/2022-03"),
        ("the 1990s", "1990/1999"),
        ("the last five years", "2017/2021"),
    ],
)
def test_news_language(text: str, period: str) -> None:
    assert resolved(text) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("지난달", "2022-05"), ("올해 1~4월", "2022-01/2022-04"), ("전년 동월 대비", "2021-05"), ("전월 대비", "2022-04"),
        ("작년", "2021"), ("지난해 같은 기간보다", "2021-05"), ("1∼10월 누적", "2021-01/2021-10"), ("상반기", "2022-01/2022-06"),
        ("올해 1분기", "2022-01/2022-03"), ("2022년 5월", "2022-05"), ("지난 5월", "2022-05"),
    ],
)  # fmt: skip
def test_korean(text: str, period: str) -> None:
    assert resolved(text, "ko") == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("上月", "2022-05"), ("今年前四个月", "2022-01/2022-04"), ("同比", "2021-05"), ("环比", "2022-04"),
        ("去年同期", "2021-05"), ("2022年5月", "2022-05"), ("1-10月", "2021-01/2021-10"), ("1至4月份", "2022-01/2022-04"),
        ("上半年", "2022-01/2022-06"), ("第一季度", "2022-01/2022-03"), ("2021年同期", "2021-05"),
    ],
)  # fmt: skip
def test_chinese(text: str, period: str) -> None:
    assert resolved(text, "zh") == period


def test_fiscal_years_need_a_country() -> None:
    assert resolved("fiscal 2021-22") is None
    assert resolved("fiscal 2021-22", fiscal_start=4) == "2021-04/2022-03"
    assert resolved("FY2021/22", fiscal_start=7) == "2021-07/2022-06"


def test_null_beats_a_guess() -> None:
    bare = {"day": None, "year": None, "month": None, "current": None, "data_end": None}
    for text in ("last month", "in May", "this year", "a year earlier", "the previous four months", "June 9"):
        assert resolved(text, **bare) is None
    assert resolved("in May 2020", **bare) == "2020-05"
    assert resolved("that year", current=None) is None
    assert resolved("last quarter", **bare) is None
    assert resolved("the four-month total") is None
    assert resolved("so far this year", data_end=None) is None


@pytest.mark.parametrize(
    "text", ["it may have imported", "march on", "the second largest", "$2,020 million", "2020 tonnes", "10.2019 units"]
)
def test_what_is_no_time(text: str) -> None:
    assert periods.find(text) == []


@pytest.mark.parametrize("text", ["February 30", "June 31, 2021", "2022-13-01", "the first 14 months of 2020"])
def test_times_off_the_calendar_are_none(text: str) -> None:
    assert [periods.resolve(e, anchor()) for e in periods.find(text) if e.form in {"day", "first_months"}] in (
        [None],
        [],
    )


_PARTS = st.sampled_from(
    [
        "the",
        "last",
        "first",
        "four",
        "months",
        "of",
        "this",
        "year",
        "in",
        "May",
        "January",
        "-",
        "March",
        "2020",
        "2019",
        "to",
        "and",
        "a",
        "earlier",
        "same",
        "period",
        "quarter",
        "half",
        "previous",
        "fiscal",
        "so",
        "far",
        "as",
        "June",
        "9",
        ",",
        "2021-22",
        "between",
        "from",
        "decade",
        "prior",
        "pandemic",
        "Q3",
        "H1",
        "mid",
    ]
)


@given(st.lists(_PARTS, max_size=14).map(" ".join))
def test_tokens_only_save_time(text: str) -> None:
    assert periods.find(text, tokens=tokenize(text)) == periods.find(text)


@given(st.lists(_PARTS, max_size=14).map(" ".join), st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2100, 1, 1))))
def test_whatever_is_resolved_is_a_period(text: str, day: date | None) -> None:
    here = Anchor(day, day and day.year, day and day.month)
    for expression in periods.find(text):
        period = periods.resolve(expression, here)
        assert period is None or Period.parse(str(period)) == period
