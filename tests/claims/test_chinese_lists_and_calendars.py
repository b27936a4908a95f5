"""Chinese: lists line by line, the Iranian year, who is named behind a word of trade, provinces, sellers in place."""

from __future__ import annotations

from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def _claims(text: str) -> list[Claim]:
    return list(extract(read_text(text, name="zh.txt", published=date(2023, 9, 21))))


def _ends(text: str) -> list[tuple[str | None, str | None]]:
    return [(claim.sender, claim.receiver) for claim in _claims(text)]


def test_goods_line_by_line() -> None:
    text = "8月，老挝出口林产品9万吨：\n- 原木：5万吨（占55%）；\n- 松香、藤条和竹材：2万吨（占22%）。"
    assert [c.product for c in _claims(text)] == ["林产品", *["原木"] * 2, *["松香|藤条|竹材"] * 2]
    text = "8月，老挝出口林产品9万吨，包括：\n- 原木，占55%；\n- 松香和藤条，占22%。"
    assert [(c.measure, c.product) for c in _claims(text)][1:] == [("share", "原木"), ("share", "松香|藤条")]


def test_partners_line_by_line() -> None:
    text = "8月，缅甸出口橡胶9万吨，主要市场：\n- 马来西亚：5万吨（占55%），同比增长3%；\n- 日本：2万吨。"
    assert _ends(text)[1:] == [("MMR", "MYS")] * 3 + [("MMR", "JPN")]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("伊历1401年头8个月，伊朗出口额达300亿美元。", "2022-03-21/2022-11-21"),
        ("伊朗曆今年前兩個月，伊朗對伊拉克出口9億美元。", "2023-03-21/2023-05-21"),
        ("伊历1401年（截至2023年3月20日），伊朗进口额达500亿美元。", "2022-03-21/2023-03-20"),
        ("伊朗本财年前四个月（截至7月22日）对阿联酋出口19亿美元。", "2023-03-21/2023-07-22"),
    ],
)
def test_the_iranian_year_has_its_own_days(text: str, period: str) -> None:
    assert [str(claim.period) for claim in _claims(text)] == [period]


def test_whose_goods_are_bought_is_told_for_them_alone() -> None:
    assert _ends("8月泰国进口缅甸玉米4万吨，对缅出口柴油2万吨。") == [("MMR", "THA"), ("THA", "MMR")]
    assert _ends("8月泰国进口缅甸玉米4万吨，进口额同比增长3%。") == [("MMR", "THA")] * 2


def test_several_countries_are_nobody_alone() -> None:
    text = "8月老挝向18个国家和地区出口木薯3万吨，其中对泰国出口2万吨。自12个国家进口小麦1万吨。"
    assert [e for c, e in zip(_claims(text), _ends(text), strict=True) if c.unit == "tonnes"] == [
        ("LAO", None), ("LAO", "THA"), (None, "LAO"),
    ]  # fmt: skip


def test_what_a_province_trades_is_chinas_and_its_name_no_goods() -> None:
    (claim,) = _claims("前8个月，云南省对越南出口90亿元。")
    assert (claim.sender, claim.receiver, claim.product) == ("CHN", "VNM", "all goods")
    (claim,) = _claims("8月本关区对缅甸出口9亿元，据昆明海关。")
    assert (claim.sender, claim.receiver, claim.product) == ("CHN", "MMR", "all goods")


def test_the_next_in_place_has_a_part_of_the_same_whole() -> None:
    text = "缅甸锡矿占中国锡矿进口总量的54%，居首；玻利维亚以1.1万吨居次，占22%。"
    assert _ends(text) == [("MMR", "CHN"), ("BOL", "CHN"), ("BOL", "CHN")]


def test_goods_that_a_trade_mostly_is() -> None:
    text = "8月老挝自越南进口商品以钢材和瓷砖为主，分别为5600万美元和3100万美元。"
    assert [claim.product for claim in _claims(text)] == ["钢材", "瓷砖"]


def test_goods_in_turn_come_back_to_the_trade_that_the_text_began_with() -> None:
    text = "8月，越南对老挝出口1亿美元，自老挝进口3000万美元。\n\n品目中，钢材等金属制品以2560万美元居首，其次是瓷砖790万美元。"
    assert _ends(text)[2:] == [("VNM", "LAO")] * 2


def test_amounts_of_two_way_trade_and_their_changes() -> None:
    text = "8月中越海产品交易量10万吨，价值超过2亿美元，同比分别增长92%和35%。越南海产品畅销。"
    assert [(c.product, set(c.partners)) for c in _claims(text)] == [("海产品", {"CHN", "VNM"})] * 4


def test_a_bracket_behind_the_time_that_is_held_against() -> None:
    rice, earlier, times = _claims("8月缅甸出口大米3万吨，是2022年同期（1万吨）的3倍。")
    assert [str(c.period) for c in (rice, earlier, times)] == ["2023-08", "2022-08", "2023-08"]
    assert [str(c.period) for c in _claims("8月缅甸出口额3亿美元，高于去年同期（1亿美元）。")] == ["2023-08", "2022-08"]


def test_a_forecast_for_a_year_and_its_change() -> None:
    text = "今年上半年缅甸出口大米3万吨。预计今年缅甸大米出口将达9万吨，比2022年增长20%。"
    assert [(str(c.period), c.comparison) for c in _claims(text)][1:] == [("2023", "none"), ("2023", "yoy")]


def test_hong_kong_counts_in_its_own_dollars() -> None:
    (claim,) = _claims("政府統計處公布，8月商品整體出口貨值為3866億元。")
    assert (claim.unit, claim.sender) == ("HKD", "HKG")


def test_a_line_of_a_list_within_its_paragraph() -> None:
    text = "8月，老挝出口林产品9万吨，情况如下： -原木：5万吨（占55%）； -松香、藤条和竹材：2万吨（占22%）。"
    assert [c.product for c in _claims(text)] == ["林产品", *["原木"] * 2, *["松香|藤条|竹材"] * 2]


def test_another_seller_at_the_same_time_and_both_together() -> None:
    text = "8月，泰国向老挝供应柴油1.2万桶。今年累计为9万桶，越南同期为3万桶，同比增长3%，两国合计12万桶。"
    assert _ends(text) == [("THA", "LAO"), ("THA", "LAO"), ("VNM", "LAO"), ("VNM", "LAO"), (None, "LAO")]


def test_goods_right_before_amounts_of_each() -> None:
    text = "8月老挝从泰国进口的大宗商品是柴油和水泥，金额分别为120万美元和35万美元。"
    assert [claim.product for claim in _claims(text)] == ["柴油", "水泥"]


def test_what_goods_are_worth_in_trade() -> None:
    text = "8月瑞丽口岸出口果菜33.9万吨，贸易值19.2亿元，同比增长8.9%。"
    assert [(c.sender, c.product) for c in _claims(text)] == [("CHN", "果菜")] * 3


def test_by_how_much_a_price_moved() -> None:
    _, moved = _claims("8月老挝橡胶出口均价1318美元/吨，较上月下跌26美元/吨。")
    assert (moved.measure, moved.direction, moved.comparison) == ("change", "decrease", "mom")
    assert _claims("8月老挝对泰国出口按年急升逾15倍。")[0].measure == "change"


def test_goods_of_the_trade_that_a_clause_has_turned_to() -> None:
    text = "8月老挝自中国进口化肥9800吨，柴油则改由泰国进口，当月经湄公河口岸进口3.4万吨。"
    assert [c.product for c in _claims(text)] == ["化肥", "柴油"]


def test_nothing_in_a_series_is_of_the_amount_before() -> None:
    text = "8月，老挝出口口罩123万个，金额4万美元；水泵31台，而7月为零。"
    assert [c.product for c in _claims(text)][-2:] == ["水泵", "水泵"]


def test_a_place_called_after_a_number_is_no_quantity() -> None:
    (claim,) = _claims("8月，经木姐105码贸易区的缅中边境贸易额为1.3亿美元。缅甸商人很忙。")
    assert (claim.unit, claim.product, set(claim.partners)) == ("USD", "all goods", {"MMR", "CHN"})


def test_the_same_month_behind_the_year_so_far_is_its_last() -> None:
    text = (
        "中国海关总署2023年6月18日公布的数据显示，5月中国与乍得贸易额为1.77亿美元。\n\n"
        "1至5月，中国与乍得贸易总额达7.7亿美元。\n\n"
        "乍得对华出口以棉花为主，当月出口额达1130万美元，上年同期仅为12万美元。"
    )
    assert [str(claim.period) for claim in _claims(text)[2:]] == ["2023-05", "2022-05"]


def test_last_year_told_by_the_way_is_left_again() -> None:
    text = "2022年老挝与泰国贸易额达84.6亿美元。其中，出口36.0亿美元，上年为30.0亿美元，增长20.0%；进口48.6亿美元，上年为42.0亿美元。"
    assert [c.period for c in _claims(text)] == ["2022", "2022", "2021", "2022", "2022", "2021"]


def test_an_office_that_many_countries_have_is_none_of_indias() -> None:
    text = "商工部的统计显示，缅甸8月出口5.1亿美元，进口6.2亿美元。\n\n贸易总额为11.3亿美元。"
    assert {"IND"}.isdisjoint(code for claim in _claims(text) for code in claim.partners)
