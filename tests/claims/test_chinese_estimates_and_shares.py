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
