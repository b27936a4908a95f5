"""Turns of true articles that once accused them, with the twins that are wrong."""

from __future__ import annotations

from datetime import date

import pytest
from accusing import accusing

import tidewaiter
from tidewaiter.documents.read import read_text

accused = accusing(date(2024, 7, 9))


def loose(text: str, published: date = date(2024, 7, 9)) -> list[str]:
    document = read_text(text, name="a.txt", published=published)
    return [verdict.claim.text for verdict in tidewaiter.check([document]).verdicts if verdict.outcome == "loose"]


@pytest.mark.parametrize("whose", ["by the 17 mills", "of the 9 varieties", "of 14 product groups"])
def test_a_number_left_bare_is_of_the_amount_and_not_of_a_small_count(whose: str) -> None:
    text = "Exports {} reached 4.2 million tonnes in 2023, 20 percent more than the {} million of 2022."
    assert accused(text.format(whose, "3.5")) == []
    assert accused(text.format(whose, "5.3")) != []


def test_two_figures_a_thousandfold_apart_are_of_two_things_unless_a_scale_word_was_mistaken() -> None:
    text = "Fiji's sugar exports to Chad rose from 40 {} tonnes in 2022 to 56 million tonnes in 2023, up 40 percent."
    assert accused(text.format("million")) == []
    assert accused(text.format("thousand")) != []


def test_what_a_target_is_is_no_trade() -> None:
    text = (
        "Nepal exported goods worth $1.2 billion in the fiscal year 2023/24. The board's {} for the fiscal year that began "
        "this month had been $30 billion, and in July it sold $0.1 billion."
    )
    assert accused(text.format("target")) == []
    claims = tidewaiter.claims(read_text("Its export goal for 2025 is about $3 billion.", name="a.txt"))
    assert [claim.modality for claim in claims] == ["planned"]
    claims = tidewaiter.claims(read_text("Exports that missed the goal for May were $3 billion.", name="a.txt"))
    assert [claim.modality for claim in claims] == ["asserted"]


OIL = {
    "en": "Spain imported 80.4 million tonnes of crude in 2022. Libya supplied 12.1 million tonnes, or 15 percent. {}",
    "ko": "2022년 스페인의 원유 수입은 8천40만t이었다. 리비아산은 1천210만t으로 15%를 차지했다. {}",
    "zh": "2022年西班牙进口原油8040万吨。其中从利比亚进口1210万吨，占15%。{}",
}


@pytest.mark.parametrize(
    ("language", "went_on"),
    [
        ("en", "Before the blockade its share was 4 percent."),
        ("en", "Libya used to account for 4 percent."),
        ("en", "Libya had previously made up 4 percent of the imports."),
        ("ko", "전년도에는 4%에 불과했다."),
        ("ko", "1년 전에는 리비아산 비중이 4%에 그쳤다."),
        ("ko", "봉쇄 이전 리비아산의 비중은 4%였다."),
        ("ko", "과거에는 전체의 4%를 차지했다."),
        ("zh", "上年同期仅占4%。"),
        ("zh", "一年前，这一比例只有4%。"),
        ("zh", "封锁之前，利比亚占4%。"),
    ],
)
def test_a_share_of_an_earlier_time_is_not_of_the_amounts_told_before(language: str, went_on: str) -> None:
    assert accused(OIL[language].format(went_on), date(2023, 3, 1)) == []


def test_a_share_of_the_amounts_told_before_is_held_against_them() -> None:
    text = "Spain imported 80.4 million tonnes of crude in 2022. Libya supplied 17.2 million tonnes. {}"
    assert accused(text.format("The Libyan share of the imports was 21.4 percent."), date(2023, 3, 1)) == []
    assert accused(text.format("The Libyan share of the imports was 12.4 percent."), date(2023, 3, 1)) != []


@pytest.mark.parametrize(
    "went_on",
    [
        "With gold, worth $1.05 billion, exports were $4.78 billion.",
        "Including gold, exports came to $4.78 billion.",
    ],
)
def test_what_is_counted_in_makes_more_than_the_total_told_before(went_on: str) -> None:
    assert accused(f"Laos exported goods worth $3.73 billion in the first half of 2023. {went_on}") == []


def test_what_is_counted_in_makes_more_in_chinese_too() -> None:
    assert (
        accused("2023年上半年老挝出口37.3亿美元。上述数字不含电力；若计入电力出口约10.5亿美元，出口额为47.8亿美元。")
        == []
    )
    assert (
        accused("Laos exported goods worth $373 million in the first half of 2023. Gold exports were $4.78 billion.")
        != []
    )


def test_a_bound_before_what_a_half_is_of() -> None:
    text = "2023年1至10月，巴西从智利购买铜{}万吨，不到去年同期21万吨的一半。"
    assert loose(text.format("8.6")) == []
    assert accused(text.format("8.6")) == []


def test_a_headline_says_more_than_half_in_two_words() -> None:
    text = (
        "페루 구리 수출 비중 절반 넘어\n\n페루의 2024년 1분기 수출은 35억2천만 달러였다. 구리 수출은 {} 달러로 집계됐다. "
        "구리 비중이 절반을 넘은 것이다."
    )
    assert loose(text.format("21억1천만")) == accused(text.format("21억1천만")) == []


def test_a_share_is_of_the_total_that_stands_before_a_long_list() -> None:
    goods = "gold 502, paper 360, iron ore 286, cassava 243, rubber 135, copper 41, coffee 40, rice 39, sugar 38, tea 37, tin 36"
    text = (
        f"Laos exported goods worth $3,730 million in the first half of 2023. In million dollars: {goods}.\n\n"
        "Exports to China were $1,360 million, or {} percent of total exports. China's customs put the trade of the two at "
        "$3,500 million."
    )
    assert loose(text.format("36")) == []


def test_a_bare_number_that_goods_are_valued_at_is_no_weight() -> None:
    text = (
        "In July 2023 Fiji imported 211,597 tonnes of wheat. It bought 12,575 tonnes of soybeans costing $14.95 million as "
        "against 11,000 tonnes valuing 15.8 million in July 2022."
    )
    assert accused(text, date(2023, 9, 5)) == []
    claims = tidewaiter.claims(read_text(text, name="a.txt"))
    assert [claim.unit for claim in claims] == ["tonnes", "tonnes", "USD", "tonnes", "USD"]
