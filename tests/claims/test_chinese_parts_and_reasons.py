"""Chinese: why trade moved is not what was traded; parts of the trade of two; what most of a trade is; money afresh."""

from __future__ import annotations

from datetime import date

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def _claims(text: str) -> list[Claim]:
    return list(extract(read_text(text, name="zh.txt", published=date(2023, 9, 21))))


def test_goods_of_a_reason_are_not_what_was_traded() -> None:
    text = "受中国大陆汽车零件拉货影响，8月日本对中国出口金额达12亿美元，同比增长3%。"
    assert [claim.product for claim in _claims(text)] == ["all goods"] * 2


def test_a_side_of_two_sells_to_the_other() -> None:
    text = "2022年中国—老挝双边贸易简况\n\n据中国海关统计，2022年，中老双边贸易额56亿美元。其中，中方出口额23亿美元，进口额33亿美元。"
    assert [(c.sender, c.receiver) for c in _claims(text)[1:]] == [("CHN", "LAO"), ("LAO", "CHN")]


def test_a_part_of_what_one_bought_by_who_sold_it() -> None:
    (share,) = _claims("8月泰国玉米进口量下降，其中缅甸玉米出口量占87%。")
    assert (share.sender, share.receiver, share.product) == ("MMR", "THA", "玉米")


def test_what_most_of_a_trade_is() -> None:
    amount, share = _claims("老挝对越南出口最多的仍是木薯和橡胶，8月合计1.05亿美元，占老挝对越出口总额的57%。")
    assert (amount.product, share.product, share.receiver) == ("木薯|橡胶", "木薯|橡胶", "VNM")
    ranked = _claims("8月老挝对越南出口前三位为木薯、橡胶和铁矿石，金额依次为1.1亿美元、4200万美元、2600万美元。")
    assert [claim.product for claim in ranked] == ["木薯", "橡胶", "铁矿石"]


def test_a_headline_goes_on_behind_a_space() -> None:
    trade, share = _claims("8月老挝外贸额10.8亿美元 木薯占出口近六成")
    assert (trade.product, share.product) == ("all goods", "木薯")


def test_money_of_the_other_way_is_of_all_goods() -> None:
    text = "8月泰国自缅甸进口玉米2180吨。泰国对缅甸出口1亿美元。"
    assert [claim.product for claim in _claims(text)] == ["玉米", "all goods"]


def test_when_a_railway_came_back_is_not_when_goods_were_traded() -> None:
    text = "8月泰国对老挝出口3亿美元。铁路货运5月恢复后，柴油出口量达3万吨。"
    assert [str(claim.period) for claim in _claims(text)] == ["2023-08", "2023-08"]


def test_people_are_no_goods_and_rounds_are_counted() -> None:
    none, workers = _claims("8月老挝未向越南出口木薯，但约50名老挝工人入境。")
    assert (float(none.value), workers.measure) == (0, "count")
    (rounds,) = _claims("8月泰国向缅甸运送600万发炮弹。")
    assert (rounds.text, rounds.product) == ("600万发", "炮弹")


def test_totals_told_twice_are_between_the_same_two() -> None:
    text = "8月泰国对老挝的总出口额为9810万美元，高于7月的5700万美元；1至8月出口总额为2.7亿美元。"
    assert {(c.sender, c.receiver) for c in _claims(text)} == {("THA", "LAO")}


def test_what_something_is_the_lowest_of_since_it_is_counted_is_no_time() -> None:
    text = "8月中俄进出口1864万美元，为2018年有月度统计以来最低；其中对俄罗斯出口1803万美元。"
    assert [str(claim.period) for claim in _claims(text)] == ["2023-08", "2023-08"]


def test_a_fall_to_nothing_from_an_amount() -> None:
    food, before, nothing = _claims("8月老挝没有从泰国进口任何粮食，化肥进口也从7月的1,297万美元锐减到零。")
    assert (food.product, before.product, nothing.product) == ("粮食", "化肥", "化肥")
    assert (float(nothing.value), nothing.unit, str(nothing.period)) == (0, "USD", "2023-08")


def test_a_month_of_last_year_and_one_of_this() -> None:
    (claim,) = _claims("去年12月和今年1月，泰国向老挝出口面粉1.2万吨。")
    assert str(claim.period) == "2022-12/2023-01"


def test_the_level_on_the_next_line_of_a_headline() -> None:
    times, level = _claims("俄朝贸易额去年增长近九倍 达3440万美元")
    assert (times.measure, level.measure, level.direction) == ("change", "trade_value", "none")


def test_a_customs_district_trades_for_china() -> None:
    text = "8月满洲里关区蔬菜出口9万吨，其中对俄出口8万吨；对蒙古出口500吨。"
    assert [(c.sender, c.receiver) for c in _claims(text)] == [("CHN", None), ("CHN", "RUS"), ("CHN", "MNG")]


def test_what_goods_of_a_sort_mostly_are() -> None:
    text = "8月老挝出口水果以鲜或冷藏的香蕉为主，出口1.9万吨，同比增长4%；芒果出口0.5万吨。"
    assert [claim.product for claim in _claims(text)] == ["香蕉", "香蕉", "芒果"]


def test_amounts_and_shares_that_others_are_held_against() -> None:
    text = "8月老挝出口煤炭29万吨，货值1.4亿美元，比5月的31万吨、1.5亿美元分别下降5.5%和6%。"
    assert [str(claim.period) for claim in _claims(text)][2:4] == ["2023-05", "2023-05"]
    text = "8月老挝出口煤炭29万吨，占出口总量的46%，高于去年同期的44%。"
    assert [str(claim.period) for claim in _claims(text)][1:] == ["2023-08", "2022-08"]


def test_the_highest_month_so_far_is_no_time() -> None:
    text = "前7个月，深圳进出口2.58万亿元。7月单月，出口2556亿元，创今年以来单月出口规模新高；进口1603亿元。"
    assert [str(claim.period) for claim in _claims(text)] == ["2023-01/2023-07", "2023-07", "2023-07"]


def test_behind_a_share_of_a_whole_the_part_is_told_on() -> None:
    text = "8月老挝对泰国出口农产品3.4亿美元。其中木薯2.7亿美元，占农产品出口的八成，数量91万吨，平均每吨300美元。"
    assert [claim.product for claim in _claims(text)] == ["农产品", "木薯", "木薯", "木薯", "木薯"]


def test_goods_that_go_somewhere_are_what_was_sold() -> None:
    text = "咖啡主要销往泰国，去年出口额3000万美元；橡胶运往中国，出口额2000万美元。"
    assert [claim.product for claim in _claims(text)] == ["咖啡", "橡胶"]


def test_nearly_is_no_plan() -> None:
    (amount, *_) = _claims("8月老挝出口大米将近3万吨，创历史新高。")
    assert amount.modality == "asserted"


def test_what_each_one_got() -> None:
    units = [
        claim.unit
        for claim in _claims("8月援助机构发放粮食5.2万吨，惠及420万人，每人分得12公斤，每名儿童另得3包饼干。")
    ]
    assert units == ["tonnes", "people", "kg_per_person", "bags_per_person"]
