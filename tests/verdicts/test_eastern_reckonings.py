"""Slips in Korean and Chinese texts: shares of a whole that words call, what each of many got, and mistaken bases."""

from __future__ import annotations

import pytest
from test_worked_figures import contradicted

_DAY = "2023年9月5日\n\n"
_TAG = "2023년 9월 5일\n\n"

#: A true text, what a slip makes of a piece of it, and the figure and slip that are then told.
SLIPS = [
    pytest.param(
        f"{_DAY}8月老挝对泰国出口3.41亿美元，自泰国进口5.18亿美元。咖啡出口6206万美元，占当月对泰出口总额的18.2%。",
        ("18.2%", "28.2%"),
        ("28.2%", "digit_wrong"),
        id="a share of what its words call",
    ),
    pytest.param(
        f"{_TAG}8월 라오스의 대태국 수출은 3억4천100만 달러, 수입은 5억1천800만 달러였다. 고무는 6천206만 달러로 대태국 수출의 18.2%를 "
        "차지했다.",
        ("18.2%", "28.2%"),
        ("28.2%", "digit_wrong"),
        id="a Korean share of what its words call",
    ),
    pytest.param(
        f"{_DAY}8月老挝对泰国出口农产品3.41亿美元。其中木薯2.73亿美元，占农产品出口的约八成，数量91万吨，平均每吨300美元。",
        ("约八成", "约三成"),
        ("三成", "another_fraction"),
        id="a share in a word, hedged and far off",
    ),
    pytest.param(
        f"{_DAY}8月老挝对泰国出口34.1亿美元，自泰国进口51.8亿美元，老挝对泰国入超17.7亿美元。",
        ("入超", "出超"),
        ("17.7亿美元", "surplus_for_deficit"),
        id="a balance towards somebody",
    ),
    pytest.param(
        f"{_DAY}8月老挝对泰国出口34.1亿美元，自泰国进口51.8亿美元。老挝因此在双边贸易中出现17.7亿美元的逆差。",
        ("逆差", "顺差"),
        ("17.7亿美元", "surplus_for_deficit"),
        id="a balance that came about",
    ),
    pytest.param(
        f"{_DAY}8月老挝與泰國的貿易額為13.62億美元，較去年8月的12.5億美元成長9%。",
        ("成長", "衰退"),
        ("9%", "fall_for_rise"),
        id="a small step the other way",
    ),
    pytest.param(
        f"老泰贸易额突破百亿美元\n\n{_DAY}据泰国海关数字，2022年老泰两国贸易额为112.6亿美元。去年上半年双边贸易额为49.3亿美元，下半年为63.3亿美元。",
        ("63.3亿", "36.3亿"),
        ("36.3亿美元", "digits_transposed"),
        id="halves of what a headline rounds",
    ),
    pytest.param(
        f"{_DAY}8月援助机构为83万名儿童接种了口服疫苗，每人两剂，合计166万剂。",
        ("166万剂", "616万剂"),
        ("616万剂", "digits_transposed"),
        id="doses for each",
    ),
    pytest.param(
        f"{_DAY}8月老挝对泰国出口1.56亿美元，低于7月的1.73亿美元，环比下降9.8%，但高于去年8月的1.5亿美元，同比增长4%。",
        ("环比", "同比"),
        ("9.8%", "year_on_year_for_month_on_month"),
        id="said to be on the year",
    ),
    pytest.param(
        f"{_TAG}8월 라오스의 대태국 수출은 1억8천150만 달러로 전월 대비 7.0% 감소했다. 7월은 1억9천510만 달러, 지난해 8월은 "
        "1억6천500만 달러였다.",
        ("전월 대비", "전년 동월 대비"),
        ("7.0%", "year_on_year_for_month_on_month"),
        id="said to be on the year in Korean",
    ),
    pytest.param(
        f"{_DAY}去年也门有1820万人需要援助，其中儿童655万人，占36%。",
        ("655万人", "6550万人"),
        ("6550万人", "factor_10"),
        id="a nought too many",
    ),
    pytest.param(
        f"{_DAY}8月老挝对泰国出口轮胎14.2万条，金额568万美元，平均每条40美元。",
        ("每条40美元", "每条400美元"),
        ("400美元", "factor_10"),
        id="what one of it cost, by its own counter",
    ),
    pytest.param(
        f"{_DAY}人道应对计划需要27.1亿美元，截至年底只收到11.38亿美元，占所需资金的42%，尚缺15.72亿美元。",
        ("11.38亿", "1.138亿"),
        ("1.138亿美元", "factor_10"),
        id="what a plan that has a name needs",
    ),
    pytest.param(
        f"{_DAY}今年有684万人流离失所，其中北部省占43%，约294万人。",
        ("294万人", "924万人"),
        ("924万人", "digits_transposed"),
        id="a share before its part",
    ),
    pytest.param(
        f"{_TAG}도움이 필요한 사람은 2천370만 명이다. 이 가운데 53%인 1천256만 명이 어린이다.",
        ("1천256만 명", "1억2천560만 명"),
        ("1억2천560만 명", "factor_10"),
        id="a Korean share before its part",
    ),
    pytest.param(
        f"{_TAG}8월 30일 동안 국경을 넘은 귀환자는 12만6천 명으로, 하루 평균 4천200명꼴이었다.",
        ("4천200명", "4만2천 명"),
        ("4만2천 명", "factor_10"),
        id="so many a day for so many days",
    ),
    pytest.param(
        f"{_TAG}이란은 2023년 하루 평균 129만 배럴을 수출했다. 2022년의 하루 86만 배럴과 비교하면 50% 증가한 것이다.",
        ("50%", "5%"),
        ("5%", "factor_10"),
        id="what the levels make as printed",
    ),
    pytest.param(
        f"{_TAG}이란은 2023년 하루 평균 129만 배럴을 수출했다. 중국으로 향한 물량은 하루 117만 배럴로 전체의 91%다.",
        ("117만", "171만"),
        ("171만 배럴", "digits_transposed"),
        id="a part of what goes every day",
    ),
    pytest.param(
        f"{_TAG}2023년 쿠바의 설탕 생산량은 35만 톤으로, 2022년의 47만 톤에서 4분의 1이 줄었다.",
        ("4분의 1", "3분의 2"),
        ("3분의 2", "another_fraction"),
        id="a fraction written with digits",
    ),
    pytest.param(
        f"몽골 캐시미어 수출 2억4천만 달러 넘어\n\n{_TAG}몽골의 지난해 캐시미어 수출액은 2억4천120만 달러로 2022년 1억8천만 달러보다 34.0% "
        "증가했다.",
        ("2억4천만 달러 넘어", "24억 달러 넘어"),
        ("24억 달러", "factor_10"),
        id="a headline of more than ten times as much",
    ),
    pytest.param(
        f"{_DAY}8月粮食署向112万人提供了口粮，共计8960吨，人均8公斤。",
        ("8公斤", "8吨"),
        ("8吨", "kilograms_as_tonnes"),
        id="tonnes for each",
    ),
]


@pytest.mark.parametrize(("text", "slip", "told"), SLIPS)
def test_a_slip_is_told(text: str, slip: tuple[str, str], told: tuple[str, str]) -> None:
    assert contradicted(text) == []
    assert told in contradicted(text.replace(*slip, 1))


@pytest.mark.parametrize(
    "text",
    [
        f"{_DAY}12月援助机构向42万人发放了粮食，总量5.25万吨，平均每人12.5公斤。",
        f"{_TAG}세계식량계획은 5월 620만 명에게 식량 5만5천800톤을 나눠 줬다. 한 사람에 90kg씩 돌아갔다.",
        "In December the agency fed 420,000 people with 52,500 tonnes of food, 12.5 kg per person.",
    ],
)
def test_what_each_got_does_not_fit(text: str) -> None:
    assert {slip for _, slip in contradicted(text)} == {"factor_10"}


@pytest.mark.parametrize(
    "text",
    [
        # Of goods that no table knows, of a province, of another country's trade.
        f"{_DAY}8月老挝对泰国出口3.41亿美元。木雕出口1206万美元，占泰国木雕进口总额的28.2%。",
        f"{_DAY}8月老挝对泰国出口3.41亿美元。沙湾拿吉出口1206万美元，占沙湾拿吉出口总额的68.2%。",
        f"{_DAY}8月老挝对泰国出口3.41亿美元。咖啡出口1206万美元，占农产品出口的38.2%。",
        f"{_TAG}지난해 라오스의 수출은 83억7천만 달러였다. 전력은 23억8천만 달러로 태국 전력 수입의 61%였다.",
        # Whose balance it is.
        f"{_DAY}8月老挝对泰国出口34.1亿美元，自泰国进口51.8亿美元，给泰国带来17.7亿美元的顺差。",
        f"{_DAY}8月老挝对泰国出口34.1亿美元，自泰国进口51.8亿美元，泰国方面顺差17.7亿美元。",
        # So much every month, of others, of a part.
        f"{_DAY}今年援助机构向420万人发放粮食31.5万吨，每人每月12.5公斤。",
        f"{_DAY}援助机构向420万人发放粮食，大人每人15公斤，孩子每人10公斤，共5.25万吨。",
        f"{_DAY}古巴人口1100万，人均消费鸡肉36公斤，其中进口26.5万吨。",
        "In December the agency fed 4.2 million people; families got 50 kg each, and 52,500 tonnes left the ports.",
        "The agency wants to vaccinate 3.8 million people with two doses per person; 5.1 million doses have arrived.",
        # On the month and on the year.
        f"{_DAY}8月老挝对泰国出口1.56亿美元，同比增长4%。7月为1.73亿美元，去年8月为1.5亿美元。",
        f"{_DAY}8月老挝对泰国出口1.56亿美元，低于7月的1.73亿美元。自泰国进口同比下降9.8%。去年8月出口为1.5亿美元。",
        # A day of the month is no number of days; what was a share of the one is none of the other.
        f"{_TAG}8월 30일 귀환자는 4천200명이었다. 8월 한 달 귀환자는 모두 9만6천 명이다.",
        f"{_DAY}今年有684万人流离失所。北部省占43%，南部省约194万人需要粮食。",
        f"{_TAG}도움이 필요한 사람은 2천370만 명이다. 이 가운데 53%인 1천256만 명이 어린이이고, 남부의 62%인 410만 명은 농민이다.",
        # Hedges that look like plans.
        f"{_DAY}2022年泰国从老挝进口天然气350亿立方米，相当于每天将近1亿立方米，进口额102.4亿美元，占自老挝进口总额103.12亿美元的99.3%。",
    ],
)
def test_what_is_so_accuses_nobody(text: str) -> None:
    assert contradicted(text) == []
