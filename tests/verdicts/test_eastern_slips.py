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
    pytest.param(
        "2023年9月5日\n\n8月老挝外贸总额为12.84亿美元，出口7.12亿美元，进口5.72亿美元。\n\n当月老泰贸易额为6.55亿美元，"
        "占老挝外贸总额的51.0%。去年8月，老挝外贸总额为11.90亿美元。",
        ("51.0%", "15.0%"),
        ("15.0%", "digits_transposed"),
        id="trade both ways with one of all partners",
    ),
    pytest.param(
        "2023年9月5日\n\n8月老挝出口3.121万亿基普，进口2.514万亿基普，顺差6070亿基普。",
        ("2.514万亿基普", "2.514亿基普"),
        ("2.514亿基普", "yi_for_wanyi"),
        id="a hundred million for a million million",
    ),
    pytest.param(
        "2023년 9월 5일\n\n8월 태국의 커피 수입량은 9만1천400t이었다.\n\n수입 단가는 t당 3천100달러로 올랐다. kg당으로는 3.1달러다.\n\n"
        "라오스에서 4만2천t, 베트남에서 1만8천t, 인도에서 7천t이 들어왔다. 세 나라의 물량은 6만7천t으로 전체의 73.3%다.",
        ("73.3%", "7.33%"),
        ("7.33%", "factor_10"),
        id="a share of all that was told paragraphs before",
    ),
    pytest.param(
        "2023년 9월 5일\n\n8월 태국의 커피 수입량은 9만1천400t이었다.\n\n라오스에서 4만2천t, 베트남에서 1만8천t, 인도에서 7천t이 "
        "들어왔다. 세 나라의 물량은 6만7천t이다.",
        ("1만8천t", "18만t"),
        ("18만t", "factor_10"),
        id="what three countries sent",
    ),
    pytest.param(
        "2023년 9월 5일\n\n라오스는 4월부터 8월까지 태국에서 경유 17만 배럴을 들여왔다. 같은 기간 중국에서는 5만 배럴을 들여왔다. 라오스의 "
        "연간 경유 수입 상한은 40만 배럴이다.\n\n중국산만 보면 상한의 12.5%다.",
        ("12.5%", "21.5%"),
        ("21.5%", "digits_transposed"),
        id="a share of the only limit",
    ),
    pytest.param(
        "2023년 9월 5일\n\n비엔티안의 한 시장에서 설탕 1kg은 2만1400원에 거래됐다. 보름 전 조사 때(1만9800원)보다 8.1% 오른 "
        "것이다.",
        ("8.1%", "1.8%"),
        ("1.8%", "digits_transposed"),
        id="a price told on for the same weight",
    ),
    pytest.param(
        "태국의 라오스산 커피 수입 16.9% 증가\n\n2023년 9월 5일\n\n8월 태국은 라오스에서 커피 8억3천만 달러어치를 수입했다. 지난해 "
        "같은 달의 7억1천만 달러보다 16.9% 늘었다.",
        ("보다 16.9%", "보다 19.6%"),
        ("19.6%", "digits_transposed"),
        id="the headline has what the amounts make to the digit",
    ),
    pytest.param(
        "2023년 9월 5일\n\n8월 라오스의 대태국 고무 수출은 3억6천만 달러로 지난해 8월의 9천만 달러에 비해 4배로 늘었다.",
        ("4배로", "4%"),
        ("4%", "percent_for_times"),
        id="percent for times",
    ),
    pytest.param(
        "2023年9月5日\n\n8月老挝对泰国出口咖啡8.30亿美元，比去年同月的7.10亿美元增长16.9%。",
        ("16.9%", "16.9倍"),
        ("16.9倍", "times_for_percent"),
        id="times for percent",
    ),
    pytest.param(
        "2023年9月5日\n\n8月泰国自老挝进口咖啡2.46万吨，较7月的2.05万吨增加20%。进口额7626万美元，平均每吨3100美元。",
        ("每吨3100美元", "每吨3100元"),
        ("3100元", "wrong_currency"),
        id="a price in the wrong money",
    ),
    pytest.param(
        "2023年9月5日\n\n8月泰国自老挝进口咖啡2.05万吨，去年8月为2.46万吨，下降16.7%。",
        ("下降", "增长"),
        ("16.7%", "rise_for_fall"),
        id="a fall called a rise, the amounts told before",
    ),
    pytest.param(
        "2023年9月5日\n\n2022/23财年，埃塞俄比亚出口咖啡24.1万吨，创汇13.6亿美元，同比分别下降20.2%和4.2%。上一财年出口量为30.2万吨，"
        "创汇14.2亿美元。",
        ("30.2万吨", "32.0万吨"),
        ("32.0万吨", "digits_transposed"),
        id="what is held against fiscal years of days",
    ),
    pytest.param(
        "2023年9月5日\n\n8月老挝木薯出口额为5.84亿美元，比去年同月的4.46亿美元增长30.9%。出口量为11.2万吨，去年8月为8.7万吨。",
        ("4.46亿美元", "6.44亿美元"),
        ("30.9%", None),
        id="a percentage of its own amounts, and of no others by their rounding",
    ),
    pytest.param(
        "2023년 9월 5일\n\n8월 라오스의 대태국 점유율은 지난해 12.4%에서 14.1%로 1.7%포인트 상승했다.",
        ("1.7%포인트", "1.7%"),
        ("1.7%", "percent_for_percentage_points"),
        id="points of what a share became",
    ),
    pytest.param(
        "2023년 9월 5일\n\n8월 라오스의 커피 수출은 7천100만 달러, 고무 수출은 4천300만 달러였다.\n\n국가별로는 태국이 7천300만 달러, 중국이 "
        "6천100만 달러였다. 두 나라에 대한 수출을 합치면 1억3천400만 달러다.",
        ("1억3천400만", "1억4천300만"),
        ("1억4천300만 달러", "digits_transposed"),
        id="just the two that are told",
    ),
    pytest.param(
        "2023년 9월 5일\n\n라오스의 대태국 수출은 2021년 23억1천만 달러, 2022년 28억4천만 달러였다. 2022년 수입은 31억6천만 달러로 "
        "전년의 30억 달러보다 5.3% 늘었다.\n\n이에 따라 2022년 무역적자는 3억2천만 달러로 집계됐다.",
        ("3억2천만", "3천200만"),
        ("3천200만 달러", "factor_10"),
        id="a balance of one year, and not of two",
    ),
    pytest.param(
        "2023년 9월 5일\n\n8월 라오스의 수출은 8억4천만 달러, 대태국 수출은 6억1천만 달러였다. 수입은 7억3천만 달러로 1년 전의 6억 달러보다 "
        "21.7% 늘었다.",
        ("21.7%", "27.1%"),
        ("27.1%", "digits_transposed"),
        id="a bare hundred million among finer figures",
    ),
    pytest.param(
        "2023年9月5日\n\n8月老挝外贸总值为12.84亿美元。老挝对泰国进出口6.55亿美元，比上年同月增长9.8%，占全国外贸总值的51.0%。",
        ("51.0%", "5.10%"),
        ("5.10%", "factor_10"),
        id="a share behind the change of its amount",
    ),
    pytest.param(
        "2023년 9월 5일\n\n<태국의 커피 수입> (단위: 천 달러, %)\n\n국가 | 2021년 | 2022년 | 증감률 | 점유율\n라오스 | 41,250 | 49,830 | 20.8 | "
        "45.3\n베트남 | 30,120 | 28,760 | -4.5 | 26.1\n인도 | 9,840 | 12,100 | 23.0 | 11.0\n기타 | 20,190 | 19,310 | -4.4 | 17.6\n합계 | "
        "101,400 | 110,000 | 8.5 | 100.0",
        ("23.0", "32.0"),
        ("32.0", "digits_transposed"),
        id="a column of rates",
    ),
    pytest.param(
        "2023년 9월 5일\n\n- 수출: 8억3천만 달러(2.8% 증가, 전년 동월 8억1천만 달러)\n\n- 수입: 6억1천만 달러(8.9% 증가, 전년 동월 5억6천만 "
        "달러)\n\n- 무역수지: 2억2천만 달러 흑자\n\n라오스 통계청의 8월 잠정치다.",
        ("흑자", "적자"),
        ("2억2천만 달러", "deficit_for_surplus"),
        id="a balance with everybody, notes between",
    ),
    pytest.param(
        "2023年9月5日\n\n8月本港對寮國轉口5.23億港元，自寮國進口2.16億港元，錄得順差3.07億港元。",
        ("3.07億港元", "30.7億港元"),
        ("30.7億港元", "factor_10"),
        id="what is sent on",
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
        "2023년 9월 5일\n\n8월 태국의 커피 수입량은 9만1천400t이었다.\n\n라오스에서 4만2천t, 베트남에서 1만8천t, 인도에서 7천t, 에티오피아에서 "
        "5천t이 들어왔다. 앞의 세 나라의 물량은 6만7천t이다. 고급 커피는 3만t으로 전체의 70%가 볶은 것이다.",
        "2023년 9월 5일\n\n비엔티안의 한 시장에서 설탕 1kg은 2만1400원에 거래됐다. 보름 전(19만8000원)보다 10kg 한 포대 값은 8.1% 올랐다.",
        "2023年9月5日\n\n8月老挝外贸总额为12.84亿美元。老泰贸易额为6.55亿美元，占泰国边境贸易额的15.0%。",
        "2023年9月5日\n\n8月泰国自老挝进口咖啡2.46万吨，进口额7626万美元，折合5.49亿元人民币。人民币均价为每吨2.23万元。",
        "2023년 9월 5일\n\n라오스의 수출은 2021년 23억1천만 달러, 2022년 28억4천만 달러였다. 2023년 목표는 30억 달러로 5.6% 많다.",
        "2023년 9월 5일\n\n8월 라오스의 수출은 8억4천만 달러, 대태국 수출은 6억1천만 달러였다. 수입은 약 7억 달러로 1년 전의 6억 달러보다 "
        "18.2% 늘었다.",
        "2023年9月5日\n\n8月老挝对泰国进出口6.55亿美元，增长9.8%，占比达51.0%。对越南进出口1.20亿美元，下降3.0%，占外贸总值的9.3%。",
        "2023년 9월 5일\n\n라오스의 8월 수출은 8억3천만 달러(2.8% 증가), 수입은 6억1천만 달러(8.9% 증가)다. 태국은 2억2천만 달러 적자를 봤다.",
        "2023年9月5日\n\n上半年老挝对泰国出口3.85亿美元，进口0.77亿美元。\n\n8月进出口2.03亿美元，7月为1.43亿美元。\n\n主要商品中，咖啡6930万美元，"
        "占对泰出口的18.0%；橡胶5390万美元，占14.0%。",
        "2023년 9월 5일\n\n하청 공장은 가공비로 120만 위안, 운송비로 2만 달러를 받았다. 환율은 1달러에 7.2위안이다.",
        "2023年9月5日\n\n8月老挝外贸总额为12.84亿美元。老泰贸易额为6.55亿美元，占边境贸易额的75.0%。",
        "2023年9月5日\n\n8月老挝外贸总额为12.84亿美元。老泰农产品贸易额为1.55亿美元，占农产品贸易额的82.0%。",
        "2023年9月5日\n\n8月老挝外贸总额为12.84亿美元。老越贸易额为1.51亿美元，占老挝对东盟贸易额的12.0%。",
    ],
)
def test_what_is_so_accuses_nobody(text: str) -> None:
    assert contradicted(text) == []
