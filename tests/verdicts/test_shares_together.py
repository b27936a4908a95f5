"""Shares that several have together, and shares of what is told a day or in a bracket."""

from __future__ import annotations

from datetime import date

import pytest

import tidewaiter
from tidewaiter.documents.read import read_text

PARTNERS = (
    "캄보디아의 5월 수출은 21억5천만 달러로 집계됐다.\n\n미국이 8억2천만 달러로 1위였고 베트남(3억7천만 달러)과 독일(1억6천만 달러)이 "
    "뒤를 이었다. 이들 세 나라의 비중은 {}에 달했다."
)
SUPPLIERS = (
    "몽골의 지난달 수입은 9억6천만 달러였다.\n\n중국에서 3억9천만 달러어치, 러시아에서 2억4천만 달러어치가 들어와 두 나라가 전체의 "
    "{}를 차지했다."
)
BARRELS = (
    "태국은 지난해 러시아에서 하루 평균 12만 배럴의 원유를 들여왔다. 태국 전체 원유 수입량(하루 96만 배럴)의 {}다."
)
MARKETS = (
    "Kenya's exports came to $720 million in May 2023. Kenya sold goods worth $93 million to Uganda and $61 million to "
    "Rwanda, and the two countries accounted for {} of its exports."
)


def accused(text: str) -> set[str | None]:
    report = tidewaiter.check([read_text(text, name="a.txt", published=date(2024, 7, 4))])
    return {v.slip for checked in report.checked for v in checked.verdicts if v.outcome == "contradicted"}


@pytest.mark.parametrize(
    ("text", "true", "wrong"),
    [
        (PARTNERS, "62.8%", "26.8%"),
        (SUPPLIERS, "65.6%", "56.6%"),
        (BARRELS, "12.5%", "21.5%"),
        (MARKETS, "21.4%", "12.4%"),
    ],
)
def test_a_share_of_several_or_of_a_bracket_is_held_against_them(text: str, true: str, wrong: str) -> None:
    assert accused(text.format(true)) == set()
    assert accused(text.format(wrong)) == {"digits_transposed"}


@pytest.mark.parametrize(
    "text",
    [
        # Two of three partners, and nothing tells which.
        PARTNERS.replace("이들 세 나라의", "상위 두 나라의").format("82.1%"),
        # Of all trade in grain, and not of the one month's imports.
        SUPPLIERS.replace("두 나라가 전체의", "두 나라가 지난해 곡물 수입의").format("91.7%"),
        # What another time stands in brackets for is no whole, and what was bought is no part of what was sold.
        "5월 태국의 대라오스 수입은 2억6천만 달러로 2% 늘었지만, 수출은 지난해 5월(9천만 달러)의 절반 수준으로 줄었다.",
        # Other goods: what two partners have in them.
        PARTNERS.replace("이들 세 나라의 비중은", "의류에서 세 나라의 비중은").format("71.5%"),
    ],
)
def test_what_several_have_of_something_else_accuses_nobody(text: str) -> None:
    assert accused(text) == set()


def test_a_share_of_several_is_of_no_one_amount_before_its_whole() -> None:
    text = "2024年缅甸对泰国出口38亿美元，对中国出口36亿美元，对日本出口9亿美元，三国占出口总额120亿美元的69%。"
    assert not accused(text)


def test_parts_behind_between_them_are_no_sum() -> None:
    text = "Laos imported 1.5 million barrels in 2023. Peru and Fiji sold it 235,000 barrels between them: "
    assert accused(text + "118,000 came from Peru and 117,000 from Fiji.") == set()


def test_a_list_of_amounts_each_with_its_share_of_a_whole_untold() -> None:
    text = (
        "Peru is second with 230 million dollars, reaching 19.5 percent, exports to Laos came to 187.7 million dollars "
    )
    text += "(15.9 percent), Togo - 122.6 million dollars (10.4 percent), Fiji - 45.1 million dollars (3.8 percent)."
    assert accused(text) == set()
