"""Chinese: what is estimated of a year that is almost over, the month before one told, whose share it is, 1xx年."""

from __future__ import annotations

from datetime import date

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def _claims(text: str, published: date = date(2023, 9, 21)) -> list[Claim]:
    return list(extract(read_text(text, name="zh.txt", published=published)))


def test_a_year_almost_over_is_told_of_by_its_estimate() -> None:
    text = "2023年，老挝外贸额预计达约96亿美元。其中，出口额51亿美元，增长8%。对华贸易额预计为40亿美元。"
    assert [claim.period for claim in _claims(text, date(2023, 12, 20))] == ["2023"] * 4
    # Early in a year it is a forecast, and not where the text goes on.
    text = "2023年1月老挝外贸额7亿美元。预计今年将达96亿美元。出口额4亿美元。"
    assert _claims(text, date(2023, 2, 20))[-1].period == "2023-01"


def test_the_month_before_the_one_told_of() -> None:
    text = "8月，老挝对越南出口3.1亿美元，上月为2.2亿美元；自越南进口4700万美元，上月为5100万美元。"
    assert [claim.period for claim in _claims(text)] == ["2023-08", "2023-07", "2023-08", "2023-07"]


def test_shares_of_several_and_of_the_next_one() -> None:
    first, second = _claims("2022年，越南占老挝出口总额比重升到30.9%，泰国与中国则降到26.6%。")
    assert (first.sender, first.receiver) == ("LAO", "VNM")
    assert (second.sender, second.receiver, set(second.partners)) == ("LAO", None, {"LAO", "THA", "CHN"})


def test_what_a_growth_is_made_of_is_a_share() -> None:
    (share,) = _claims("2022年外资企业贡献了老挝出口增量的99%。")
    assert (share.measure, share.direction) == ("share", "none")


def test_goods_behind_an_adverb() -> None:
    rice, oil = _claims("8月老挝面粉进口3800吨，涉款190万美元，豆油则有5200吨。")[::2]
    assert (rice.product, oil.product) == ("面粉", "豆油")
    assert _claims("8月老挝面粉进口3800吨，涉款190万美元。")[1].product == "面粉"


def test_years_of_the_republic_are_held_against() -> None:
    text = "財政部統計，112年我國對越南出口42億美元，較111年的40億美元增加5%，占12%，較109年的14%下降2個百分點。"
    assert [claim.period for claim in _claims(text, date(2024, 1, 9))][:5] == ["2023", "2022", "2023", "2023", "2020"]


def test_belarus_by_its_other_name() -> None:
    assert _claims("8月白罗斯对华出口2.1亿美元。")[0].sender == "BLR"


def test_goods_refused_have_who_refused_them() -> None:
    (refused,) = _claims("老挝8月拒绝接收19万剂印度疫苗。")
    assert (refused.sender, refused.receiver) == ("IND", "LAO")
    assert _claims("老挝婉拒了500吨大米。")[0].receiver == "LAO"


def test_this_month_is_the_one_that_the_text_is_on() -> None:
    text = "2023年8月老挝外贸额为9.7亿美元。本月出口最多的商品合计4亿美元，占65%。"
    assert [claim.period for claim in _claims(text)] == ["2023-08"] * 3
    # With a day it is the month in which the text was written.
    assert _claims("2023年8月老挝外贸额为9.7亿美元。本月上旬出口1亿美元。")[-1].period != "2023-08"


def test_a_price_that_moved_from_a_month() -> None:
    text = "2023年8月老挝进口大米2.3万吨，均价由7月的每吨527美元降至494美元。"
    assert [claim.period for claim in _claims(text)][1:] == ["2023-07", "2023-08"]


def test_months_to_come_if_something_goes_on() -> None:
    text = "2023年8月老挝外贸额为9.7亿美元。若9、10月份延续势头，四季度贸易额有望达到30亿美元。"
    assert _claims(text)[-1].period == "2023-10/2023-12"


def test_a_yearly_limit_is_of_no_time_and_of_no_seller() -> None:
    text = "今年3月以来，俄罗斯向朝鲜供应石油产品70万桶，超过安理会规定的年度上限50万桶。"
    limit = next(claim for claim in _claims(text) if claim.measure == "cap")
    assert (limit.period, limit.sender, limit.receiver) == (None, None, "PRK")


def test_markets_called_so_and_what_went_there() -> None:
    text = "8月老挝咖啡出口量为8.4万吨。越南仍然是最大的出口市场，出口量达3.1万吨。德国和意大利是另外最大的两个市场，出口量分别为1.2万吨和0.9万吨。"
    assert [(c.sender, c.receiver) for c in _claims(text)][1:] == [("LAO", "VNM"), ("LAO", "DEU"), ("LAO", "ITA")]
    text = "日本、越南与泰国为老挝木薯三大出口市场，8月出口额分别为420万、390万和110万美元。"
    assert [claim.receiver for claim in _claims(text)] == ["JPN", "VNM", "THA"]


def test_the_former_and_the_latter() -> None:
    text = "8月老挝对泰国、越南出口额分别为3.2亿美元和1.4亿美元，后者同比增长12%，前者下降5%。"
    assert [claim.receiver for claim in _claims(text)] == ["THA", "VNM", "VNM", "THA"]
    assert _claims("8月老挝出口煤炭3万吨、铜矿5万吨。前者同比大增六成。")[-1].product == "煤炭"


def test_how_much_of_what_was_promised_has_come() -> None:
    assert _claims("世界粮食计划署计划向老挝提供8.9万吨粮食，迄今仅运入不到一成。")[-1].measure == "share"


def test_a_share_of_its_own_time_is_held_against_no_other() -> None:
    text = "2023年上半年，老挝对越南出口9.4亿美元，占同期出口总额的21.5%；对泰国出口6.1亿美元，占同期出口总额的14%。"
    shares = [c for c in _claims(text) if c.measure == "share"]
    assert [(claim.comparison, claim.base_period) for claim in shares] == [("none", None)] * 2


def test_an_estimate_is_of_what_was_unless_words_say_that_it_may_come() -> None:
    text = "报告估计，阿曼去年自格鲁吉亚进口小麦3.4万吨。协会估计，明年进口量为4.1万吨，后年可达5.2万吨。"
    claims = {c.text: c.modality for c in extract(read_text(text, name="a.txt"))}
    assert claims == {"3.4万吨": "asserted", "4.1万吨": "expected", "5.2万吨": "expected"}
