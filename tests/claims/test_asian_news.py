"""The forms of Korean and Chinese trade news: lists in brackets, wholes and shares, who reports, spans of days."""

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
    told = grammar(language)
    for number in range(len(told._forms)):
        told._pattern(number)


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


def test_partners_told_in_turn() -> None:
    claims = read(
        "베트남 통계청에 따르면 4월 미국은 베트남의 최대 수출시장으로 수출액은 12.5% 증가한 62억 달러를 기록했고, "
        "이어 중국은 9.8% 늘어난 37억 달러를 기록했다.\n"
        "이어 한국이 2.1% 감소한 14억 달러, 유럽연합(EU)이 13억 달러, 일본 12억 달러 순이었다.",
        "ko",
    )
    assert [way(c) for c in claims.values()] == ["VNM>USA"] * 2 + ["VNM>CHN"] * 2 + ["VNM>KOR"] * 2 + [
        "VNM>-", "VNM>JPN",
    ]  # fmt: skip


def test_sources_told_in_turn() -> None:
    claims = read(
        "베트남의 4월 수입은 30억 달러였다. 최대 수입국은 중국으로 7.1% 늘어난 12억 달러를, "
        "한국에서는 5.5% 증가한 6억 달러어치를 수입했다.",
        "ko",
    )
    assert [way(claims[q]) for q in ("7.1%", "12억 달러", "5.5%")] == ["CHN>VNM", "CHN>VNM", "KOR>VNM"]


def test_a_total_after_several_partners_is_with_everybody() -> None:
    claims = read(
        "일본 재무성에 따르면 4월 대미 수출은 1조7천억 엔이었다.\n중국에 대한 수출액은 1조4천억 엔이었고, 수입액은 "
        "2조1천억 엔이었다.\n총수출액은 3.1% 증가한 9조 엔이었다.\n수입액은 9조4천억 엔이었다.",
        "ko",
    )
    assert [way(claims[q]) for q in ("2조1천억 엔", "9조 엔", "9조4천억 엔")] == ["CHN>JPN", "JPN>-", "->JPN"]


def test_the_same_amount_in_another_currency_moves_alike() -> None:
    claims = read("일본의 4월 대미 수출은 1년 전보다 4.1% 줄어든 1조4천억 엔, 우리 돈 약 13조 원이었다.", "ko")
    assert [(c.direction, c.comparison) for c in claims.values()] == [("decrease", "yoy")] * 3


def test_the_month_of_the_year_before() -> None:
    found = read("4월 수출은 3월 대비 6%, 전년 4월 대비 5.4% 감소했다.", "ko")["5.4%"]
    assert (found.comparison, str(found.base_period)) == ("yoy", "2023-04")


def test_goods_of_a_text_that_names_no_others() -> None:
    claims = read(
        "관세청에 따르면 지난달 라면 수출액은 8억 달러였다.\n\n올해 1∼4월 수출도 9.1% 늘었다.\n\n전체 수출은 500억 달러였다.",
        "ko",
    )
    assert (claims["9.1%"].product, claims["500억 달러"].product) == ("라면", "all goods")


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        ("財政部統計，112年台灣對美出口762億美元。", "762億美元", "2023"),
        ("財政部統計，台灣113年3月出口418億美元。", "418億美元", "2024-03"),
    ],
)
def test_years_of_the_republic(text: str, quote: str, period: str) -> None:
    assert read(text, "zh")[quote].period == period


def test_a_span_of_years_is_no_year_of_the_republic() -> None:
    assert read("4月出口40亿美元，为110年来最高。", "zh")["40亿美元"].period == "2024-04"


def test_a_run_of_years_that_only_ranks() -> None:
    found = read("東協在4月台灣總出口占比升到18.6%，為近11年來高點。", "zh")["18.6%"]
    assert (found.measure, found.period) == ("share", "2024-04")


def test_changes_of_exports_and_imports_behind_their_amounts() -> None:
    claims = read("財政部統計，4月出口407億美元、進口336億美元，年增率達4.9%及2.6%，出超71億美元。", "zh")
    assert [way(claims[q]) for q in ("4.9%", "2.6%")] == ["TWN>-", "->TWN"]
    assert claims["71億美元"].measure == "other"


def test_partners_of_each_list_by_its_own_figures() -> None:
    claims = read(
        "4月，香港输往台湾及内地的出口货量同比分别上升4.4%及2.3%，输往日本及印度的出口货量分别上升8.1%及5.8%。", "zh"
    )
    assert [way(c) for c in claims.values()] == ["HKG>TWN", "HKG>CHN", "HKG>JPN", "HKG>IND"]


def test_partners_each_with_one_character_of_change() -> None:
    claims = read("4月香港进口价格同比均上升，韩国升6.8%、新加坡升4.9%、日本跌0.3%。", "zh")
    assert [(way(c), c.direction) for c in claims.values()] == [
        ("KOR>HKG", "increase"), ("SGP>HKG", "increase"), ("JPN>HKG", "decrease"),
    ]  # fmt: skip


def test_a_list_of_destinations_sells_nothing() -> None:
    claims = read(
        "4月中国稀土磁体出口量为5000吨。前三大目的地为德国、韩国和越南；其中，对美国的出口较3月下降28.7%，对越南则增长7.5%。",
        "zh",
    )
    assert [(way(claims[q]), claims[q].product) for q in ("28.7%", "7.5%")] == [
        ("CHN>USA", "稀土磁体"), ("CHN>VNM", "稀土磁体"),
    ]  # fmt: skip


def test_each_paragraph_tells_the_month_and_then_its_year_so_far() -> None:
    claims = read(
        "중국 세관에 따르면 4월 중국 원유 수입량은 전년 동월 대비 11% 증가한 412만t이었다. 1~4월 수입량도 전년 동기 대비 9% "
        "늘었다.\n철광석 수입량은 6% 증가한 993만t이었다. 1~4월은 2% 감소한 3천만t에 그쳤다.\n"
        "천연가스 수입량은 8% 증가한 82만t, 1~4월은 10% 증가한 310만t이었다.",
        "ko",
    )
    month = [(claims[q].period, claims[q].comparison) for q in ("6%", "993만t", "8%", "82만t")]
    assert month == [("2024-04", "yoy")] * 4
    assert {claims[q].period for q in ("9%", "2%", "3천만t", "10%", "310만t")} == {"2024-01/2024-04"}


def test_amounts_in_brackets_and_what_each_moved_by() -> None:
    claims = read("농식품 4월 수출은 중국 (1억 달러)과 미국 (2억 달러)에 각각 8.9%, 8.7% 늘었다.", "ko")
    assert [way(claims[q])[-3:] for q in ("8.9%", "8.7%")] == ["CHN", "USA"]


def test_a_new_subject_and_the_level_it_came_to() -> None:
    claims = read("4월 신선식품 수출이 15억 달러로 4.2% 감소했지만, 가공식품은 4.6% 증가한 75억 달러였다.", "ko")
    assert (claims["4.6%"].product, claims["75억 달러"].product) == ("가공식품", "가공식품")


def test_all_changes_are_from_a_year_before() -> None:
    claims = read("4月，中国对俄罗斯进出口增长3.2%（同比，下同）。其中，民营企业进出口20亿元，下降4.2%。", "zh")
    assert claims["4.2%"].comparison == "yoy"


def test_a_country_alone_by_its_own_books_trades_with_everybody() -> None:
    claims = read(
        "一季度越果蔬对华出口增长\n\n越南工贸部表示，今年4月，越南果蔬出口额达3.8亿美元，同比增长6.3%。\n\n"
        "今年前4个月，越南对华果蔬出口额约5亿美元。其中，对中国台湾出口1287万美元。",
        "zh",
    )
    assert [way(claims[q]) for q in ("3.8亿美元", "6.3%", "5亿美元", "1287万美元")] == [
        "VNM>-", "VNM>-", "VNM>CHN", "VNM>TWN",
    ]  # fmt: skip


def test_what_is_expected_of_the_whole_year() -> None:
    claims = read(
        "今年前4个月越南咖啡出口104万吨，与去年同期相较成长31.7%。协会估计，今年全年咖啡出口量可达150万吨。", "zh"
    )
    assert (claims["31.7%"].direction, claims["150万吨"].period) == ("increase", "2024")


def test_shares_of_partners_one_by_one() -> None:
    claims = read("4月德国与美国仍是越南最大市场，分别占越南咖啡出口总额的14.3%和9.7%。", "zh")
    assert [way(c) for c in claims.values()] == ["VNM>DEU", "VNM>USA"]


def test_partners_named_behind_the_trade() -> None:
    claims = read("4月香港出口至印度及台灣的整體貨量分別按年上升37.9%及29.3%。", "zh")
    assert [way(c) for c in claims.values()] == ["HKG>IND", "HKG>TWN"]


def test_the_first_days_of_january_are_of_a_month() -> None:
    claims = read("관세청에 따르면 1월 1∼20일 수출액은 333억 달러로 지난해 같은 기간보다 1.0% 감소했다.", "ko")
    assert (claims["1.0%"].comparison, claims["1.0%"].period) == ("yoy", "2024-01-01/2024-01-20")


def test_what_the_year_has_come_to_is_said_by_the_way() -> None:
    claims = read(
        "4월 수출액은 39억 달러였다. 무역수지는 3억 달러 흑자였고 연간누적으로는 69억 달러 흑자였다.\n수입은 2.5% 늘었다.",
        "ko",
    )
    assert claims["2.5%"].period == "2024-04"


def test_exports_and_imports_with_the_same_partner() -> None:
    claims = read("4月德国对中国出口额增长2.4%。当月德国对欧盟出口额和进口额同比分别下滑9.6%和10.4%。", "zh")
    assert [way(claims[q]) for q in ("9.6%", "10.4%")] == ["DEU>-", "->DEU"]


def test_an_amount_behind_the_name_of_its_currency() -> None:
    claims = read("4月台灣出口鳳梨52萬美元（約台幣1600萬）。", "zh")
    assert [c.unit for q, c in claims.items() if q.endswith("1600萬")] == ["TWD"]


def test_goods_explained_in_brackets() -> None:
    claims = read("4月台灣鳳梨（包括鳳梨乾、鳳梨汁等）出口額為2392萬美元。\n\n其中，對日本出口額達2232萬美元。", "zh")
    assert [(way(c), c.product) for c in claims.values()] == [("TWN>-", "鳳梨"), ("TWN>JPN", "鳳梨")]


def test_exports_are_no_goods_of_imports() -> None:
    claims = read("인도의 3월에도 수출과 수입이 각각 감소했다. 수출은 4.2% 줄었다.", "ko")
    assert claims["4.2%"].product == "all goods"


def test_goods_of_another_country_that_are_bought() -> None:
    found = read("今年1至4月，中国进口的澳大利亚小麦达到97万吨。", "zh")["97万吨"]
    assert (way(found), found.product) == ("AUS>CHN", "小麦")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "豆油、食糖和轮胎出口额分别为490万、420万和380万美元。",
            [("豆油", 4_900_000), ("食糖", 4_200_000), ("轮胎", 3_800_000)],
        ),
        (
            "中国对越南出口豆油、食糖和轮胎，金额分别为4.9、4.2和3.8亿美元。",
            [("豆油", 490_000_000), ("食糖", 420_000_000), ("轮胎", 380_000_000)],
        ),
        (
            "베트남의 대두유, 설탕, 타이어 수출은 각각 490만, 420만, 380만 달러였다.",
            [("대두유", 4_900_000), ("설탕", 4_200_000), ("타이어", 3_800_000)],
        ),
    ],
)
def test_the_last_number_of_a_list_says_what_all_are_counted_in(text: str, found: list[tuple[str, int]]) -> None:
    claims = extract(read_text(text, name="a.txt"))
    assert [(c.product, c.value) for c in claims] == found
    assert {(c.unit, c.measure) for c in claims} == {("USD", "trade_value")}


def test_two_words_beside_a_bracket_make_no_name_of_goods() -> None:
    claims = read("지난달 유럽연합(EU)수출액은 71억6000만달러로 19.3% 늘었다.", "ko")
    assert {c.product for c in claims.values()} <= {None, "all goods"}
    assert claims["71억6000만달러"].value == Decimal(7_160_000_000)


@pytest.mark.parametrize("whose", ["네팔", "라오스", "라오스 전체"])
def test_a_part_of_the_people_of_a_country_is_no_part_of_what_it_buys(whose: str) -> None:
    text = f"네팔은 라오스에서 지난해 밀 4만 톤을 들여왔다. 끼니를 거르는 사람은 {whose} 주민의 27.3%를 차지했다."
    claims = read(text, "ko")
    assert (claims["27.3%"].measure, claims["27.3%"].product) == ("share", "주민")
    assert claims["4만 톤"].product == "밀"


def test_what_a_korean_amount_comes_to_is_its_share() -> None:
    found = read("8월 라오스의 수출은 5억 달러였다. 커피가 1억 달러로 20%였고, 구리는 4천만 달러로 8% 늘었다.", "ko")
    assert (found["20%"].measure, found["20%"].product) == ("share", "커피")
    assert moved(found["8%"])[:2] == ("change", "increase")


def test_goods_are_of_the_time_that_the_text_is_on() -> None:
    """Quarters told between are told by the way."""
    text = "올해 상반기 라오스 수출은 5억 달러였다.\n\n1분기는 2억 달러, 2분기는 3억 달러다.\n\n품목별로는 커피가 1억 달러였다."
    assert read(text, "ko", date(2024, 8, 21))["1억 달러"].period == "2024-01/2024-06"


def test_a_price_of_gas_is_for_a_thousand_cubic_metres() -> None:
    """And what it is for is no quantity that was traded."""
    found = read("8월 태국은 라오스에서 가스 48억㎥를 수입했다. 1천㎥당 평균 수입 단가는 250달러였다.", "ko")
    assert found["250달러"].unit == "USD_per_thousand_cubic_metre"
    assert "1천㎥" not in found


@pytest.mark.parametrize("before", ["없던", "없었던", "보이지 않던"])
def test_goods_that_there_were_none_of_before(before: str) -> None:
    text = f"2023년 8월 이란의 비료 수입은 5천t이었다. 전년에는 {before} 밀가루 3천t도 수입됐다."
    assert [claim.period for claim in read(text, "ko").values()] == ["2023-08", "2023-08"]
