"""Chinese: turns of phrase that agencies, offices and columns have in common."""

from __future__ import annotations

from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def _claims(text: str) -> list[Claim]:
    return list(extract(read_text(text, name="zh.txt", published=date(2023, 9, 21))))


def _products(text: str) -> list[str | None]:
    return [claim.product for claim in _claims(text)]


@pytest.mark.parametrize("two", ["8月中越贸易额", "2022年中缅边境贸易额", "今年上半年中蒙两国贸易额"])
def test_two_countries_behind_a_month_or_a_year(two: str) -> None:
    assert len(_claims(f"{two}为12.6亿美元。")[0].partners) == 2


def test_what_is_in_a_month_is_no_country() -> None:
    assert _claims("8月中日本出口机床5000台。")[0].sender == "JPN"


@pytest.mark.parametrize(
    ("country", "code"), [("乌兹别克斯坦", "UZB"), ("乌克兰", "UKR"), ("乌拉圭", "URY"), ("", "UKR")]
)
def test_a_side_is_whoever_the_text_names_in_full(country: str, code: str) -> None:
    text = f"{country}央行：2022年，乌方对华出口5亿美元，乌方自华进口9亿美元。"
    assert [(c.sender, c.receiver) for c in _claims(text)] == [(code, "CHN"), ("CHN", code)]


def test_what_passes_a_border_post_is_trade() -> None:
    text = "瑞丽口岸上半年过货920万吨，其中进口过货500万吨，出口过货420万吨。"
    assert [(c.measure, c.sender, c.receiver, c.product) for c in _claims(text)] == [
        ("trade_quantity", None, None, "all goods"),
        ("trade_quantity", None, "CHN", "all goods"),
        ("trade_quantity", "CHN", None, "all goods"),
    ]


def test_goods_in_the_order_of_their_amounts() -> None:
    text = (
        "2022年，越南对老挝出口额最高的是用于发电的煤炭，出口额为1.2亿美元；其次是钢材，出口额9000万美元；"
        "再次为化肥，金额5000万美元；饲料排名第四，达3000万美元。"
    )
    assert _products(text) == ["煤炭", "钢材", "化肥", "饲料"]


@pytest.mark.parametrize("like", ["同类制品", "类似品", "相关产品"])
def test_what_is_like_goods_belongs_to_their_name(like: str) -> None:
    assert _products(f"8月，泰国自老挝进口的商品中，竹席及{like}金额达190万美元，占总额的7%。") == ["竹席", "竹席"]


def test_what_a_list_behind_an_amount_is_worth() -> None:
    text = "3月，印度自伊朗进口了1200吨藏红花、开心果和椰枣，总值约900万美元。"
    assert _products(text) == ["藏红花|开心果|椰枣"] * 2


def test_this_kind_of_goods_is_what_was_told_of() -> None:
    text = "2022年，老挝对越南出口橡胶8万吨，占其对越出口总额的三成。2018年，这类产品的出口额只有4100万美元。"
    assert [(c.period, c.product) for c in _claims(text)][-1] == ("2018", "橡胶")


@pytest.mark.parametrize(
    ("text", "measure", "direction"),
    [
        ("与2019年上半年的90亿美元相比，今年上半年中泰贸易额仍低12%。", "change", "decrease"),
        ("若与2019年上半年（90亿美元）相比，今年上半年中泰贸易额已恢复到88%。", "ratio", "none"),
    ],
)
def test_how_much_is_left_to_the_level_of_another_year(text: str, measure: str, direction: str) -> None:
    claim = _claims(text)[-1]
    assert (claim.measure, claim.direction, claim.comparison) == (measure, direction, "vs_period")
    assert (claim.period, claim.base_period) == ("2023-01/2023-06", "2019-01/2019-06")


def test_a_part_of_the_trade_of_two_others_is_a_ratio() -> None:
    claim = _claims("2022年老挝对柬埔寨出口3000万美元，不到对越南出口额的4%。")[-1]
    assert (claim.measure, claim.sender, claim.receiver) == ("ratio", "LAO", "VNM")


def test_that_year_is_the_one_since_which_something_is_so() -> None:
    text = "伊拉克自2014年6月起限制进口，当年自约旦的进口额降至6亿美元。"
    assert [(c.period, c.comparison) for c in _claims(text)] == [("2014", "yoy")]


def test_prices_of_one_measure() -> None:
    text = "8月，每公斤大米的价格约为5600朝币，比上个月低200朝币，玉米则维持在2700朝币。"
    assert [(c.unit, c.measure, c.product) for c in _claims(text)] == [
        ("KPW_per_kg", "price", "大米"),
        ("KPW_per_kg", "change", "大米"),
        ("KPW_per_kg", "price", "玉米"),
    ]
    assert all(not c.partners for c in _claims(text))


@pytest.mark.parametrize("said", ["每吨泰国大米的价格约为510美元", "每吨大米的出口均价为510美元"])
def test_the_price_of_a_tonne_of_goods(said: str) -> None:
    assert [(c.unit, c.measure) for c in _claims(f"8月，{said}。")] == [("USD_per_tonne", "price")]


def _ends(text: str) -> list[tuple[str | None, str | None]]:
    return [(claim.sender, claim.receiver) for claim in _claims(text)]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("5月，秘鲁对华出口铜及其制品5.1亿美元，渔船及零配件1200万美元。", ["铜", "渔船"]),
        ("首两月老挝对越南出口大米4200吨，涉款190万美元；面粉900吨，涉款40万美元。", ["大米", "大米", "面粉", "面粉"]),
        ("2022年伊朗非油品贸易额588亿美元，其中对伊拉克出口72亿美元。", ["非油品", "非油品"]),
        ("2022年，阿曼非石油商品出口额达160亿美元，增长3%。", ["非石油商品", "非石油商品"]),
        ("上半年德国是肯尼亚茶叶最大的出口市场，占肯尼亚茶叶出口总额的14%，出口额达470万美元。", ["茶叶"] * 2),
        ("前7个月，越南鳕鱼净进口3万吨。", ["鳕鱼"]),
    ],
)
def test_goods_by_what_stands_with_them(text: str, goods: list[str]) -> None:
    assert _products(text) == goods


def test_who_is_named_only_for_a_part_is_no_end_of_the_whole() -> None:
    text = "2022年伊朗贸易额588亿美元，其中对伊拉克出口72亿美元。"
    assert _claims(text)[0].partners == ("IRN",)
    assert _ends(text)[1] == ("IRN", "IRQ")


def test_the_market_that_ends_a_clause() -> None:
    text = "上半年肯尼亚茶叶最大的出口市场是德国，占肯尼亚茶叶出口总额的14%。"
    assert _ends(text) == [("KEN", "DEU")]
    text = "老挝橡胶主要出口越南，出口越南市场的橡胶已占了总产量的约70%。"
    assert _ends(text) == [("LAO", "VNM")]


def test_whom_trade_depends_on_does_not_trade_next() -> None:
    text = "老挝面粉进口高度依赖泰国，总进口4万吨，其中有3万吨由泰国进口。"
    assert _ends(text) == [(None, "LAO"), ("THA", "LAO")]


@pytest.mark.parametrize("said", ["60%出口泰国", "近六成出口到泰国", "六成以上输往泰国"])
def test_how_much_of_goods_is_sold_to_one(said: str) -> None:
    assert [(c.measure, c.receiver, c.product) for c in _claims(f"老挝橡胶{said}。")] == [("share", "THA", "橡胶")]


def test_a_paragraph_on_its_imports_is_of_all_again() -> None:
    text = "4月，老挝蔬菜出口额为3500万美元。2022年，老挝蔬菜对泰国出口额为2.6亿美元。\n\n另外，4月进口蔬菜1000万美元。"
    assert _ends(text)[-1] == (None, "LAO")


def test_tenths_and_hundredths_in_digits() -> None:
    text = "8月越南口罩出口年减3成5，其中9成3输往泰国。"
    assert [(c.value, c.measure) for c in _claims(text)] == [(35, "change"), (93, "share")]


def test_all_until_a_third_of_a_month() -> None:
    assert _claims("截至8月中旬，越南对老挝出口大米3万吨。")[0].period == "/2023-08-20"


def test_the_fiscal_year_before_the_one_spoken_of() -> None:
    text = "2020—2021财年，缅甸玉米出口6亿美元，比上一财年的5亿美元增长20%。"
    assert [c.period for c in _claims(text)] == ["2020-10/2021-09", "2019-10/2020-09", "2020-10/2021-09"]


def test_a_part_on_goods_goes_back_to_the_months_of_the_one_before() -> None:
    text = "前7个月，云南对越南出口30亿元。7月，出口5亿元。\n\n分商品看，化肥出口5.2亿元，同比增长20%。"
    assert [c.period for c in _claims(text)][2:] == ["2023-01/2023-07"] * 2


@pytest.mark.parametrize(("year", "period"), [("1394", "2015-03-21/2016-03-19"), ("1399", "2020-03-20/2021-03-20")])
def test_the_iranian_year_begins_with_spring(year: str, period: str) -> None:
    assert _claims(f"伊历{year}年，伊朗藏红花出口3亿美元。")[0].period == period


def test_the_part_that_all_of_a_list_have_together() -> None:
    text = (
        "前7个月，越南对柬出口钢材4.9亿美元和化肥8600万美元。"
        "自柬进口的主要商品是腰果和橡胶，进口额分别为16亿美元和7亿美元，占自柬进口总额的78%。"
    )
    assert _products(text)[-3:] == ["腰果", "橡胶", "腰果|橡胶"]


def test_carriers_that_pass_in_a_day_are_a_rate() -> None:
    text = "前8个月，越南自老挝进口6亿美元。口岸负责人介绍，口岸日均通行货车450辆左右。"
    assert [(c.measure, c.unit) for c in _claims(text)][-1] == ("rate", "vehicles_per_day")


@pytest.mark.parametrize("named", ["铀矿产品", "铜矿石"])
def test_a_metal_of_one_character_says_of_what_sort_goods_are(named: str) -> None:
    assert _products(f"5月，蒙古{named}出口额达8.9亿美元。") == [named]


def test_why_and_not_whose_trade() -> None:
    text = "泰国商业部统计，由于老挝因疫情关闭口岸，前5个月泰国自缅甸进口的大米仅3.7万吨。"
    assert _ends(text) == [("MMR", "THA")]


def test_goods_of_the_month_that_a_release_is_on() -> None:
    text = (
        "4月，台灣出口375億美元，年增4.3%。累計1至4月出口1484億美元。\n\n主要貨品中，基本金屬出口21億美元，年減3.3%。"
    )
    assert [(c.period, c.comparison) for c in _claims(text)][3:] == [("2023-04", "none"), ("2023-04", "yoy")]


@pytest.mark.parametrize("whole", ["全国", "全省", "该国"])
def test_goods_of_a_whole_country(whole: str) -> None:
    assert _products(f"上半年，{whole}农林水产出口总额约达135亿美元。") == ["农林水产"]


def test_where_an_agency_writes_from_is_no_party() -> None:
    text = "越通社河内4月3日——据泰国商业部统计，今年前3个月泰国木薯出口达200万吨。\n\n该国橡胶出口90万吨。"
    assert _ends(text) == [("THA", None), ("THA", None)]


def test_what_is_sold_on_is_sold() -> None:
    text = "今年首季，香港商品進口貨量跌12.2%；季內商品轉口貨量跌11.4%。"
    assert _ends(text) == [(None, "HKG"), ("HKG", None)]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("上半年，越南制成品出口按年增长25.3%。", ["制成品"]),
        ("上半年，越南竹编出口同比下降6%。", ["竹编"]),
        ("7月，民营企业出口同比增长10%。", ["all goods"]),
    ],
)
def test_goods_whose_trade_moved_at_once(text: str, goods: list[str]) -> None:
    assert _products(text) == goods


def test_goods_that_a_way_of_trade_turns_to() -> None:
    text = "前7月，云南省茶叶出口5亿美元。\n\n进口方面，机电产品成为亮点。前7月累计进口4.4亿美元。"
    assert _products(text) == ["茶叶", "机电产品"]


def test_the_base_of_a_change_is_no_time_of_it() -> None:
    text = "8月，越南出口增长6.9%。其中对老挝出口同比下降3.8%，主要原因是煤炭出口下降和去年的同比基数增大。"
    assert [c.period for c in _claims(text)] == ["2023-08"] * 2
