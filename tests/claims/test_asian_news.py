"""The forms of Korean and Chinese trade news: lists in brackets, wholes and shares, who reports, spans of days."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.claims.periods import grammar
from tidewaiter.documents.read import read_text


def read(text: str, language: str, day: date | None = date(2024, 5, 21)) -> dict[str, Claim]:
    document = replace(read_text(text, name="a.txt", published=day), language=language)
    return {claim.text: claim for claim in extract(document)}


def way(claim: Claim) -> str:
    return f"{claim.sender or '-'}>{claim.receiver or '-'}"


def moved(claim: Claim) -> tuple[str, str, str]:
    return claim.measure, claim.direction, claim.comparison


KOREAN_LIST = (
    "관세청에 따르면 이달 1~20일 수출은 310억 달러로 전년 동기 대비 5.1% 늘었다. 품목별로는 반도체(31.2%)와 승용차(4.4%), "
    "무선 통신기기(12.5%) 등은 늘었고 석유제품(-6.3%), 철강(-2.8%) 등은 줄었다. 국가별로는 베트남(7.9%), 대만(22.6%) 등으로의 "
    "수출은 늘었으나 유럽연합(-3.3%)은 감소했다."
)


def test_each_of_a_list_in_brackets_has_its_own_goods_and_its_own_way() -> None:
    claims = read(KOREAN_LIST, "ko")
    assert [claims[q].product for q in ("31.2%", "4.4%", "12.5%", "-6.3%")] == [
        "반도체", "승용차", "무선 통신기기", "석유제품",
    ]  # fmt: skip
    assert {moved(claims[q]) for q in ("31.2%", "4.4%", "12.5%")} == {("change", "increase", "yoy")}
    assert {moved(claims[q]) for q in ("-6.3%", "-2.8%")} == {("change", "decrease", "yoy")}
    assert claims["-6.3%"].value == Decimal("6.3")


def test_each_of_a_list_of_partners_is_the_other_end() -> None:
    claims = read(KOREAN_LIST, "ko")
    assert [way(claims[q]) for q in ("310억 달러", "7.9%", "22.6%", "-3.3%")] == [
        "KOR>-",
        "KOR>VNM",
        "KOR>TWN",
        "KOR>-",
    ]
    assert claims["7.9%"].product == "all goods"
    assert {c.period for c in claims.values()} == {"2024-05-01/2024-05-20"}


def test_an_amount_in_brackets_is_the_same_change() -> None:
    claims = read(
        "관세청은 이달 들어 20일까지 수출은 320억 달러, 수입은 300억 달러로 작년 동기 대비 각각 6.7%(20억 달러↑)와 3.2%(9억 "
        "달러↓) 변했다고 밝혔다.",
        "ko",
    )
    assert [way(claims[q]) for q in ("6.7%", "20억 달러", "3.2%", "9억 달러")] == ["KOR>-", "KOR>-", "->KOR", "->KOR"]
    assert claims["20억 달러"].measure == claims["9억 달러"].measure == "change"
    assert [claims[q].direction for q in ("20억 달러", "9억 달러")] == ["increase", "decrease"]


@pytest.mark.parametrize(
    ("text", "quote", "direction"),
    [
        ("중국의 對韓 수출은 380억 달러(+6%)였다.", "+6%", "increase"),
        ("중국의 對韓 수입은 380억 달러(△28.2%)였다.", "28.2%", "decrease"),
        ("중국의 5월 원유 수입 전년 동기보다 44% ↑", "44%", "increase"),
        ("베트남의 5월 쌀 수출액은 3억 달러로 전년보다 2천만 달러, 7.1% 감소했다.", "2천만 달러", "decrease"),
    ],
)
def test_signs_and_arrows_tell_the_way(text: str, quote: str, direction: str) -> None:
    claim = read(text, "ko")[quote]
    assert (claim.measure, claim.direction) == ("change", direction)


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("베트남 관세청에 따르면 5월 수출은 90억 달러였다.", "90억 달러", "VNM>-"),
        ("관세청에 따르면 5월 미국 수출은 90억 달러였다.", "90억 달러", "KOR>USA"),
        ("해관총서에 따르면 5월 수입은 2천억 달러였다.", "2천억 달러", "->CHN"),
        ("농식품부는 5월 대(對)미 수출액이 1억 달러라고 밝혔다.", "1억 달러", "KOR>USA"),
        ("대만의 5월 수출은 300억 달러였다.", "300억 달러", "TWN>-"),
        ("한국의 5월 대아세안 수출은 100억 달러였다.", "100억 달러", "KOR>-"),
        ("관세청은 5월 중국과 베트남으로의 수출이 150억 달러라고 했다.", "150억 달러", "KOR>-"),
        ("몽골의 5월 전체 수입액은 9억 달러였다.", "9억 달러", "->MNG"),
    ],
)
def test_who_reports_is_home_in_korean(text: str, quote: str, expected: str) -> None:
    assert way(read(text, "ko")[quote]) == expected


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("据海关总署数据，5月进口2100亿美元。", "2100亿美元", "->CHN"),
        ("越南海关总局数据显示，5月大米出口量为80万吨。", "80万吨", "VNM>-"),
        ("5月，来自澳大利亚、印度和巴西的进口铁矿石为9000万吨。", "9000万吨", "->-"),
        ("根據財政部統計，4月我國對大陸（含香港）出口120億美元。", "120億美元", "TWN>CHN"),
        ("5月泰国大米占菲律宾大米进口总量的12%。", "12%", "THA>PHL"),
        ("美國2024年對華出口大豆2700萬噸。", "2700萬噸", "USA>CHN"),
        ("中国4月对东盟出口480亿美元。", "480亿美元", "CHN>-"),
    ],
)
def test_who_reports_is_home_in_chinese(text: str, quote: str, expected: str) -> None:
    assert way(read(text, "zh")[quote]) == expected


def test_partners_that_answer_one_another() -> None:
    claims = read("5月我国自越南和泰国分别进口大米30万吨和12万吨，分别增长4.5%和9.1%。", "zh")
    assert [way(claims[q]) for q in ("30万吨", "12万吨")] == ["VNM>CHN", "THA>CHN"]
    assert {moved(claims[q])[:2] for q in ("4.5%", "9.1%")} == {("change", "increase")}


def test_goods_that_answer_one_another() -> None:
    claims = read("올해 1~4월 면류와 음료 수출액이 각각 30.5%, 28.0% 증가했고 김 수출액도 6.7% 늘었다.", "ko")
    assert [claims[q].product for q in ("30.5%", "28.0%", "6.7%")] == ["면류", "음료", "김"]


def test_growth_told_one_by_one_after_its_verb() -> None:
    claims = read("今年前4个月，越南大米出口量和出口额均同比增长，分别为3.25%和11.5%。", "zh")
    assert {moved(c) for c in claims.values()} == {("change", "increase", "ytd_yoy")}


def test_a_share_that_fell_to_a_level_is_a_share() -> None:
    claim = read("2023年台灣對日本的出口比重降至6.1%。", "zh")["6.1%"]
    assert (claim.measure, claim.direction) == ("share", "decrease")
    assert read("4월 반도체 수출 비중이 21.4%로 높아졌다.", "ko")["21.4%"].measure == "share"


@pytest.mark.parametrize(
    ("text", "language", "quote", "period"),
    [
        ("관세청은 이달 1일부터 20일까지 수출이 300억 달러라고 했다.", "ko", "300억 달러", "2024-05-01/2024-05-20"),
        ("올들어 이달 20일까지 수출은 2천400억 달러였다.", "ko", "2천400억 달러", "2024-01-01/2024-05-20"),
        ("从今年1月1日至4月23日，越南出口大米300万吨。", "zh", "300万吨", "2024-01-01/2024-04-23"),
        ("2023 年 7 月，越南出口大米 66 万吨。", "zh", "66 万吨", "2023-07"),
        ("今年首4個月，香港出口1.4萬億港元。", "zh", "1.4萬億港元", "2024-01/2024-04"),
        ("4월 수입은 305만t으로 2020년 12월 이후 최대였다.", "ko", "305만t", "2024-04"),
    ],
)
def test_spans_of_days_and_months(text: str, language: str, quote: str, period: str) -> None:
    assert read(text, language)[quote].period == period


def test_last_year_of_an_undated_text_stays_open() -> None:
    claims = read("쌀 수출은 3만t으로 전년보다 12% 늘었다.", "ko", None)
    assert {(c.period, c.base_period) for c in claims.values()} == {(None, None)}
    assert claims["12%"].comparison == "yoy"


def test_the_year_before_is_that_of_the_year_spoken_of() -> None:
    claim = read("2022年出口640億美元，較上年增34.9%。", "zh")["34.9%"]
    assert (claim.period, claim.base_period, claim.comparison) == ("2022", "2021", "yoy")
    assert moved(read("4月出口375億美元，年增4.3%。", "zh")["4.3%"]) == ("change", "increase", "yoy")


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("进口3.25万亿元", "zh", "3250000000000", "CNY"),
        ("進口6﹒11億噸", "zh", "611000000", "tonnes"),
        ("出口30万零227吨", "zh", "300227", "tonnes"),
        ("수출 １２．５억 달러", "ko", "1250000000", "USD"),
        ("일평균 수출액은 21억 달러", "ko", "2100000000", "USD_per_day"),
        ("러시아는 일평균 132만배럴을 공급했다", "ko", "1320000", "barrels_per_day"),
        ("日均进口量为120万桶", "zh", "1200000", "barrels_per_day"),
        ("輸出額は3億5千万ドル", "ja", "350000000", "USD"),
        ("輸入額は約1.2兆円", "ja", "1200000000000", "JPY"),
        ("輸出は前年同月比12.5%増", "ja", "12.5", "percent"),
        ("экспорт составил 3,5 млрд долларов", "ru", "3500000000", "USD"),
        ("импорт вырос на 12% больше прежнего", "ru", "12", "percent"),
        ("поставки достигли 1,2 млн тонн", "ru", "1200000", "tonnes"),
    ],
)
def test_figures_with_their_units(text: str, language: str, value: str, unit: str) -> None:
    (claim,) = read(text, language).values()
    assert (claim.value, claim.unit) == (Decimal(value), unit)


def test_a_verb_before_a_quantity_is_no_goods() -> None:
    claim = read("중국의 4월 러시아산 원유 수입은 1년 전보다 4.1% 늘어난 850만t이었다.", "ko")["850만t"]
    assert (claim.product, way(claim), claim.comparison) == ("원유", "RUS>CHN", "yoy")


def test_unknown_goods_before_and_behind_the_word_of_trade() -> None:
    assert read("4월 한라봉 수출액은 90만 달러였다.", "ko")["90만 달러"].product == "한라봉"
    assert read("4月，我国进口棕榈仁粕3.1万吨。", "zh")["3.1万吨"].product == "棕榈仁粕"


def test_what_is_told_by_the_way_is_not_what_the_figure_is_of() -> None:
    claims = read(
        "지난해 한국의 대인도 수출은 180억 달러였고, 수입은 철강 수입량이 크게 늘어나면서 66억 달러로 9.3% 증가했다.",
        "ko",
    )
    assert (way(claims["66억 달러"]), claims["66억 달러"].product) == ("IND>KOR", "all goods")


def test_each_of_several_by_itself() -> None:
    claims = read(
        "지난 1월 싱가포르는 2.3% 늘어난 410억 달러, 홍콩은 1.4% 늘어난 390억 달러어치를 각각 수출했다.", "ko"
    )
    assert [way(claims[q]) for q in ("410억 달러", "390억 달러")] == ["SGP>-", "HKG>-"]


def test_one_verb_for_two_changes() -> None:
    claims = read("일본의 4월 대미 수출액은 1조6천억엔으로 5.7%, 수입액은 9천억엔으로 0.6% 늘었다.", "ko")
    assert [moved(claims[q])[:2] for q in ("5.7%", "0.6%")] == [("change", "increase")] * 2
    assert [way(claims[q]) for q in ("5.7%", "0.6%")] == ["JPN>USA", "USA>JPN"]


@pytest.mark.parametrize(
    ("text", "language", "quote", "period"),
    [
        ("印度商工部数据显示，2021-22财年印度出口4200亿美元。", "zh", "4200亿美元", "2021-04/2022-03"),
        ("印度2022/23财年出口4500亿美元，而前一财年为4200亿美元。", "zh", "4200亿美元", "2021-04/2022-03"),
        ("인도의 2022-23 회계연도 수출은 4천500억 달러였다.", "ko", "4천500억 달러", "2022-04/2023-03"),
        ("2023年12月22日至28日，缅甸出口大米3万吨。", "zh", "3万吨", "2023-12-22/2023-12-28"),
    ],
)
def test_fiscal_years_and_weeks(text: str, language: str, quote: str, period: str) -> None:
    assert read(text, language)[quote].period == period


def test_main_markets_each_with_a_figure() -> None:
    claims = read("지난해 이란의 주요 수출국은 중국(140억 달러), 이라크(91억 달러), 터키(41억 달러) 순이었다.", "ko")
    assert [way(c) for c in claims.values()] == ["IRN>CHN", "IRN>IRQ", "IRN>TUR"]


def test_who_is_named_further_on_is_no_partner_yet() -> None:
    claims = read("4月，缅甸通过海运出口大米3万吨，其中向菲律宾出口2500吨。", "zh")
    assert [way(claims[q]) for q in ("3万吨", "2500吨")] == ["MMR>-", "MMR>PHL"]
    assert claims["2500吨"].product == "大米"


@pytest.mark.parametrize("language", ["en", "ko", "zh"])
def test_every_pattern_of_time_compiles_with_its_parts(language: str) -> None:
    """Patterns are compiled where one is first met, so that a broken one would only show in some text."""
    for _, pattern in grammar(language)._forms:
        re.compile(pattern, re.IGNORECASE)


def test_a_change_before_the_level_it_led_to() -> None:
    claims = read("韩国4月出口额同比下降3.7%至548亿美元，汽车和船舶分别下降2.7%、8.6%。", "zh")
    level = claims["548亿美元"]
    assert (level.measure, level.direction, level.comparison, way(level)) == ("trade_value", "decrease", "yoy", "KOR>-")
    assert [(claims[q].product, claims[q].direction) for q in ("2.7%", "8.6%")] == [
        ("汽车", "decrease"), ("船舶", "decrease"),
    ]  # fmt: skip


def test_the_first_days_of_a_month_in_chinese() -> None:
    claims = read("据关税厅数据，5月前20天(1日至20日)的出口额为324亿美元，乘用车(6.2%)增长，船舶(-2.7%)减少。", "zh")
    assert {c.period for c in claims.values()} == {"2024-05-01/2024-05-20"}
    assert {way(c) for c in claims.values()} == {"KOR>-"}
    assert claims["-2.7%"].product == "船舶"


def test_the_same_month_of_last_year_is_held_against_a_month() -> None:
    claims = read(
        "대만의 4월 수출은 375억 달러였다.\n\n1월부터 4월까지 수출은 1천420억 달러였다.\n\n"
        "기계류 수출은 전년 동월 대비 20.1% 줄었다.",
        "ko",
    )
    assert (claims["20.1%"].period, claims["20.1%"].comparison) == ("2024-04", "yoy")
