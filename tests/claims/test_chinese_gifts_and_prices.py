"""Chinese: goods that are given, prices beside prices, earlier times by the way, sellers in turn, nothing traded."""

from __future__ import annotations

from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def _claims(text: str) -> list[Claim]:
    return list(extract(read_text(text, name="zh.txt", published=date(2023, 9, 21))))


@pytest.mark.parametrize(
    ("text", "ends", "product"),
    [
        ("8月，泰国向缅甸捐赠药品20吨。", ("THA", "MMR"), "药品"),
        ("8月，日本無償援助尼泊爾化肥900噸。", ("JPN", "NPL"), "化肥"),
        ("8月，尼泊尔收到印度政府捐赠的面粉900吨。", ("IND", "NPL"), "面粉"),
        ("8月，印度提供给尼泊尔的900吨面粉已经到货。", ("IND", "NPL"), "面粉"),
        ("8月，世界粮食计划署向也门提供了900吨面粉。", (None, "YEM"), "面粉"),
        ("8月，日本援助也门的900吨面粉运抵亚丁港。", ("JPN", "YEM"), "面粉"),
        ("8月，印度向尼泊尔交付了6万剂援助疫苗。", ("IND", "NPL"), "疫苗"),
        ("8月，印度向尼泊尔捐赠了价值90万美元的药品。", ("IND", "NPL"), "药品"),
    ],
)
def test_gifts_of_goods_go_from_one_to_the_other(text: str, ends: tuple[str, str], product: str) -> None:
    (gift,) = _claims(text)
    assert (gift.sender, gift.receiver, gift.product, gift.modality) == (*ends, product, "asserted")
    assert gift.measure in {"trade_quantity", "trade_value", "doses"}


@pytest.mark.parametrize(
    "text", ["8月，日本向也门提供300万美元无偿援助。", "8月，日本向也门捐款300万美元。", "日本向也门援助医生12名。"]
)
def test_money_and_people_that_are_given_are_no_trade(text: str) -> None:
    (given,) = _claims(text)
    assert given.measure in {"other", "count"}
    assert given.receiver is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("8月，乌兹别克斯坦天然气出口价格为每千立方米160美元，7月为155美元。", "USD_per_thousand_cubic_metres"),
        ("8月，乌兹别克斯坦天然气出口均价为160美元/千立方米，而去年8月为155美元/千立方米。", "USD_per_thousand_cubic_metres"),
        ("8月，泰国大米出口均价每吨610美元，环比上涨2%，高于印度的490美元。", "USD_per_tonne"),
        ("8月，泰国大米出口均价每吨610美元，去年同期则为430美元。", "USD_per_tonne"),
    ],
)  # fmt: skip
def test_what_a_price_is_told_beside_is_a_price(text: str, unit: str) -> None:
    prices = [c for c in _claims(text) if c.measure != "change"]
    assert [(c.measure, c.unit) for c in prices] == [("price", unit)] * 2


def test_worth_told_beside_a_price_is_no_price() -> None:
    price, worth = _claims("8月，泰国大米出口均价每吨610美元，7月出口额3亿美元。")
    assert (price.measure, worth.measure, worth.unit) == ("price", "trade_value", "USD")


def _months(text: str) -> list[str | None]:
    return [None if c.period is None else str(c.period) for c in _claims(text)]


def test_an_earlier_time_by_the_way_leaves_the_news_on_its_own() -> None:
    assert _months("8月泰国出口橡胶9万吨，而7月为8万吨。木薯出口5万吨。") == ["2023-08", "2023-07", "2023-08"]
    assert _months("8月泰国橡胶均价每吨900美元，7月为880美元，出口额5亿美元。") == ["2023-08", "2023-07", "2023-08"]
    assert _months("6月泰国出口橡胶9万吨，7月为8万吨，8月为7万吨。木薯出口5万吨。")[-1] == "2023-08"
    assert _months("8月泰国出口橡胶9万吨，7月为8万吨，去年同期为6万吨。")[-1] == "2022-08"


def test_since_the_end_of_a_month_is_no_month() -> None:
    assert _months("6月底以来，泰国已向缅甸出口橡胶9万吨。") == [None]
    assert _months("8月，泰国对缅甸出口橡胶2万吨。5月底以来，已出口9万吨。")[-1] == "2023-05/2023-08"


def test_a_year_of_what_sort_goods_are_is_not_when_they_were_traded() -> None:
    text = "8月，泰国自老挝进口农产品5亿美元。其中，2021年首次获准入境的芒果、鲜百香果、大蒜合计进口1亿美元。"
    assert [(str(c.period), c.product) for c in _claims(text)][-1] == ("2023-08", "芒果|鲜百香果|大蒜")


@pytest.mark.parametrize(
    ("text", "sellers"),
    [
        ("8月印度自伊拉克进口原油390万吨。沙特供应量为300万吨，而阿曼为90万吨，同比下降3%。", ["IRQ", "SAU", "OMN", "OMN"]),
        ("8月印度进口原油，俄罗斯的供应量为790万吨，伊拉克390万吨，阿联酋约90万吨。", ["RUS", "IRQ", "ARE"]),
    ],
)  # fmt: skip
def test_who_is_told_next_supplies_the_same_buyer(text: str, sellers: list[str]) -> None:
    claims = _claims(text)
    assert [(c.sender, c.receiver, c.product) for c in claims] == [(seller, "IND", "原油") for seller in sellers]


def test_a_part_of_what_one_buys_of_another_is_between_the_two() -> None:
    for claim in _claims("8月，双边贸易额2亿美元。其中柴油进口3万吨，占老挝自泰国进口总额的18%。")[1:]:
        assert (claim.sender, claim.receiver, claim.product) == ("THA", "LAO", "柴油")


def test_goods_of_trade_in_both_directions() -> None:
    assert _claims("8月，中泰两国光伏产品进出口12亿美元，占中泰贸易的9%。")[0].product == "光伏产品"
    assert [c.product for c in _claims("8月老挝出口木薯9万吨，橡胶2万吨；其它茶1万吨。")] == ["木薯", "橡胶", "其它茶"]


def test_who_trades_for_a_living_makes_no_trade_of_what_he_counts() -> None:
    (lorries,) = _claims("一位从事对缅贸易的商人说，以前每天有90多辆货车过关进入缅甸。")
    assert (lorries.measure, lorries.unit) == ("rate", "trucks_per_day")


def test_nothing_is_of_the_verb_that_is_negated() -> None:
    coal, diesel = _claims("8月老挝未从泰国进口柴油，也没有向泰国出口煤炭。")
    assert (coal.sender, coal.receiver, coal.product) == ("THA", "LAO", "柴油")
    assert (diesel.sender, diesel.receiver, diesel.product) == ("LAO", "THA", "煤炭")


def test_another_month_that_came_to_nothing() -> None:
    pumps, none = _claims("8月老挝自泰国进口水泵12台，而7月为零。")
    assert (float(pumps.value), str(none.period), float(none.value), none.product) == (12, "2023-07", 0, "水泵")
    (none,) = _claims("8月老挝没有来自缅甸的柴油进口。")
    assert (float(none.value), none.sender, none.receiver, none.product) == (0, "MMR", "LAO", "柴油")
