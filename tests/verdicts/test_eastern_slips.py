"""Slips in Korean and Chinese texts: whose balance it is, both scripts, what goods cost, how figures are written."""

from __future__ import annotations

import pytest
from test_worked_figures import contradicted

#: A true text, what a slip makes of a piece of it, and the figure and slip that are then told.
SLIPS = [
    pytest.param(
        "2023年9月5日\n\n8月老挝对泰国出口3.4亿美元，自泰国进口5.1亿美元，老挝逆差1.7亿美元。",
        ("逆差", "顺差"),
        ("1.7亿美元", "surplus_for_deficit"),
        id="a balance of whom it names",
    ),
    pytest.param(
        "2023년 9월 5일\n\n8월 라오스의 대태국 수출은 3억4천만 달러, 수입은 5억1천만 달러였다. "
        "라오스의 대태국 무역적자는 1억7천만 달러였다.",
        ("무역적자", "무역흑자"),
        ("1억7천만 달러", "surplus_for_deficit"),
        id="a Korean balance of whom it names",
    ),
    pytest.param(
        "2023년 9월 5일\n\n8월 라오스의 수출액(통관 기준 잠정치)이 7억1천만 달러, 수입액은 9억4천만 달러로 "
        "2억3천만 달러의 적자를 냈다.",
        ("적자", "흑자"),
        ("2억3천만 달러", "surplus_for_deficit"),
        id="a note between a flow and its amount",
    ),
    pytest.param(
        "2023年9月5日\n\n寮國8月出口7.12億美元，進口5.38億美元，出超1.74億美元。",
        ("1.74億美元", "1.47億美元"),
        ("1.47億美元", "digits_transposed"),
        id="a balance in the other script",
    ),
    pytest.param(
        "2023年9月5日\n\n上半年日本自老挝进口咖啡2.15万吨，货值3.01亿美元，平均每吨1.4万美元。去年同期为1.72万吨，增长25%。",
        ("3.01亿美元", "30.1亿美元"),
        ("30.1亿美元", "factor_10"),
        id="a price that its goods have",
    ),
    pytest.param(
        "2023年9月5日\n\n首季本港自瑞士進口黃金42.6公噸，值206億港元，平均每公斤約48.4萬港元。去年同期為35.5公噸，增加20%。",
        ("206億港元", "20.6億港元"),
        ("20.6億港元", "factor_10"),
        id="a price of precious goods in other money",
    ),
    pytest.param(
        "2023년 9월 5일\n\n라오스의 8월 커피 수출은 2억1천만 달러로 1년 전 1억5천만 달러보다 40.0% 늘었다. "
        "고무는 3억4천만 달러, 구리는 4억7천만 달러어치를 팔았다.",
        ("2억1천만 달러", "2천100만 달러"),
        ("2천100만 달러", "factor_10"),
        id="as finely as the others are written",
    ),
    pytest.param(
        "2023年9月5日\n\n8月泰国木薯进口总量为64.2万吨。老挝以38.5万吨居首，占60.0%，柬埔寨为22.1万吨，占34.4%。",
        ("34.4%", "43.4%"),
        ("43.4%", "digits_transposed"),
        id="a share of what is called the total",
    ),
    pytest.param(
        "2023年9月5日\n\n8月泰国自老挝进口木薯22.5万吨。当月泰国木薯进口总量为64.2万吨，老挝占35.0%，柬埔寨以38.5万吨居首，占60.0%。",
        ("老挝占35.0%", "老挝占53.0%"),
        ("53.0%", "digits_transposed"),
        id="a share of the total behind its part",
    ),
]


@pytest.mark.parametrize(("text", "slip", "told"), SLIPS)
def test_a_slip_is_told(text: str, slip: tuple[str, str], told: tuple[str, str]) -> None:
    assert contradicted(text) == []
    assert contradicted(text.replace(*slip, 1)) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "2023年9月5日\n\n8月老挝对泰国出口3.4亿美元，自泰国进口5.1亿美元，泰方顺差1.7亿美元。",
        "2023년 9월 5일\n\n라오스는 5월부터 8월까지 석탄 55만2천t을 수출했다. 운항은 102차례로 한 차례에 평균 5천400t을 실었다. "
        "금액은 6천620만 달러어치로 t당 120달러다.",
        "2023년 9월 5일\n\n8월 라오스의 수출은 54억 달러였다. 수입은 25억 달러로 29억 달러 흑자였다.\n\n구리가 16억2천만 달러로 "
        "전체의 30.0%를 차지했다.",
        "2022年老挝对泰国出口8.94亿美元，增长2.4倍；自泰国进口1.34亿美元。2021年双边贸易额为3.18亿美元。",
        "2023年9月5日\n\n8月泰国木薯进口总量为64.2万吨。老挝上半年供应38.5万吨，占70.0%。",
    ],
)
def test_what_is_so_accuses_nobody(text: str) -> None:
    assert contradicted(text) == []
