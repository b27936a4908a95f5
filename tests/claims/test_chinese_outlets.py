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
