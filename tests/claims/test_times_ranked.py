"""The month since which a figure is the highest, and what is compared with an average of another time."""

from __future__ import annotations

from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def claims(text: str, published: date) -> list[Claim]:
    return list(extract(read_text(text, name="a.txt", published=published)))


@pytest.mark.parametrize(
    "text",
    [
        "Georgian purchases from Oman came to $39 million in December, the most since April ($41.2 million).",
        "Georgian purchases from Oman came to $39 million in December. That was the highest since April, when they were "
        "$41.2 million.",
        "12월 조지아의 대오만 수출은 390만 달러로 4월(412만 달러) 이후 최대였다.",
        "12月格鲁吉亚对阿曼出口390万美元，创4月（412万美元）以来新高。",
    ],
)
def test_a_month_since_which_something_is_the_most_is_the_last_before_it(text: str) -> None:
    first, second = claims(text, date(2019, 5, 9))
    assert (first.period, second.period) == ("2018-12", "2018-04")


@pytest.mark.parametrize(
    "text",
    [
        "Georgia bought dates worth $31.5 million from Oman in April, 4.5 times last year's monthly average.",
        "Georgia bought dates worth $31.5 million from Oman in April, 4.5 times the average month of 2018.",
        "4월 조지아의 대오만 수입은 3천150만 달러로 지난해 월평균(700만 달러)의 4.5배였다.",
        "4月格鲁吉亚自阿曼进口3150万美元，是去年月均水平的4.5倍。",
    ],
)
def test_an_average_is_of_all_the_year(text: str) -> None:
    *_, last = claims(text, date(2019, 5, 9))
    assert (last.comparison, last.base_period, last.period) == ("vs_period", "2018", "2019-04")
    assert all(claim.period == "2018" for claim in claims(text, date(2019, 5, 9))[1:-1])
