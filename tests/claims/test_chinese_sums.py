"""Chinese: what months add up to, parts of a month, what is made, buyers in turn, goods that a part of a sentence is on."""

from __future__ import annotations

from datetime import date

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def _claims(text: str) -> list[Claim]:
    return list(extract(read_text(text, name="zh.txt", published=date(2023, 9, 21))))


def _times(text: str) -> list[str | None]:
    return [claim.period for claim in _claims(text)]


_MONTH, _SUM = "2023-05", "2023-01/2023-05"


def test_a_sum_behind_a_month_is_the_year_so_far() -> None:
    claims = _claims("5月份，印度自巴西进口豆油9万吨，同比增长4%，累计进口豆油41万吨，同比下降6%。")
    assert [c.period for c in claims] == [_MONTH, _MONTH, _SUM, _SUM]
    assert [c.comparison for c in claims] == ["none", "yoy", "none", "ytd_yoy"]


def test_the_text_goes_on_with_its_month() -> None:
    text = "5月智利铜出口20万吨，累计97万吨；锂出口2万吨，累计出口9万吨。自秘鲁进口铜精矿3万吨，累计进口12万吨。"
    assert _times(text) == [_MONTH, _SUM] * 3


def test_a_sum_in_a_sentence_of_its_own() -> None:
    assert _times("5月智利樱桃出口3万吨。累计出口20万吨，同比增长6%。") == [_MONTH, _SUM, _SUM]
    assert _times("5月智利樱桃出口3万吨。累计来看，智利樱桃出口20万吨。") == [_MONTH, _SUM]
    assert _times("5月智利樱桃出口3万噸，年內累計出口20萬噸。") == [_MONTH, _SUM]


def test_sums_that_are_of_no_year_so_far() -> None:
    assert _times("5月印度食糖出口3万吨，2022/23榨季累计出口600万吨。") == [_MONTH, None]
    assert _times("5月，智利向海地捐赠大米3万吨，累计捐赠9万吨。") == [_MONTH, _MONTH]
    assert _times("5月智利进口煤炭3万吨\n\n5月份智利累计进口煤炭3万吨。") == [_MONTH, _MONTH]
    assert _times("5月智利汽车出口1万辆，累计出口汽车300万辆。") == [_MONTH, "/2023-05"]


def test_parts_of_the_month_spoken_of() -> None:
    text = "5月泰国橡胶出口30万吨，上旬出口9万吨，中旬至下旬出口21万吨。"
    assert _times(text) == [_MONTH, "2023-05-01/2023-05-10", "2023-05-11/2023-05-31"]


def test_the_same_part_of_a_later_year() -> None:
    text = "与2021年第三季度相比，2022年同期的智利出口增长6%，达90亿美元。"
    grew = _claims(text)[0]
    assert (grew.period, grew.comparison) == ("2022-07/2022-09", "yoy")
    amount = _claims("2022年上半年，智利进口小麦60万吨，与2021年的66万吨相比下降9%。")[1]
    assert amount.period == "2021-01/2021-06"


def test_a_rank_until_now_is_no_time() -> None:
    text = "智利2022年第三季度出口90亿美元。这是迄今为止最高的季度数字，进口为70亿美元。"
    assert _times(text) == ["2022-07/2022-09"] * 2


def test_what_is_made_crosses_no_border() -> None:
    made, grew, sold = _claims("越南2022年胡椒产量为18万吨，同比增长3%，出口量17万吨。")
    assert (made.measure, made.sender, grew.sender) == ("other", None, None)
    assert (sold.measure, sold.sender, sold.product) == ("trade_quantity", "VNM", "胡椒")
    assert _claims("越南出口本国生产的胡椒3万吨。")[0].measure == "trade_quantity"


def test_buyers_of_what_one_sells() -> None:
    text = (
        "5月智利樱桃出口量为9万吨。印度仍是最大买家，当月进口4万吨；泰国以2万吨居次，德国和法国依次为9000吨和8000吨。"
    )
    assert [c.receiver for c in _claims(text)[1:]] == ["IND", "THA", "DEU", "FRA"]
    assert {c.sender for c in _claims(text)} == {"CHL"}


def test_goods_that_a_part_of_a_sentence_is_on() -> None:
    text = "5月泰国橡胶出口9亿美元，增长3%；電腦及視聽產品受惠需求，出口20亿美元；家具、玩具則分別下降7%和9%。"
    assert [c.product for c in _claims(text)] == ["橡胶", "橡胶", "電腦及視聽產品", "家具", "玩具"]
    share = _claims("5月泰国出口橡胶3万吨。假发和皮革制品仍是泰国自缅甸进口最多的商品，当月进口额为3亿美元。")[1]
    assert share.product == "假发和皮革制品"
    turned = _claims("5月泰国大米出口增长3%，木薯制品出口则下降9%。")[1]
    assert turned.product == "木薯制品"


def test_where_the_only_goods_of_a_sentence_went() -> None:
    amount, change = _claims("5月智利樱桃出口量为9万吨，对苏丹的出口却因战事锐减七成。")
    assert (change.receiver, change.product) == ("SDN", amount.product)
    all_goods = _claims("5月智利出口总额90亿美元，樱桃出口增长5%，对日本出口增长8%。")[2]
    assert all_goods.product == "all goods"


def test_zeros_and_tens_of_numbers_in_characters() -> None:
    text = "8月台灣自印度進口六百○三點五億美元，增加廿四億美元，增幅百分之卅一點二；自巴西进口一千零四十吨。"
    assert [float(c.value) for c in _claims(text)] == [60_350_000_000, 2_400_000_000, 31.2, 1040]


def test_to_pass_is_no_vietnam() -> None:
    text = "8月台灣對日本出口30億美元，出口總額584億美元，首度超越南韓，南韓官方公布8月出口583億美元。"
    assert [c.sender for c in _claims(text)] == ["TWN", "TWN", "KOR"]
    assert all("VNM" not in c.partners for c in _claims(text))


def test_another_sellers_figure_is_told_by_the_way() -> None:
    text = "財政部公布8月台灣出口584億美元。南韓官方公布8月出口583億美元。\n\n主要貨品中，家具年增9%，玩具減4%。"
    assert [c.sender for c in _claims(text)] == ["TWN", "KOR", "TWN", "TWN"]


def test_each_of_several_goods_moved() -> None:
    text = "8月台灣出口成長3%，其中塑橡膠及其製品、基本金屬及其製品各減12.1%及7.1%。"
    assert [c.product for c in _claims(text)] == ["all goods", "塑橡膠", "基本金屬"]


def test_the_next_clause_has_goods_of_its_own() -> None:
    text = "8月泰国与缅甸贸易额为9亿美元，相当于2019年同期的83%，但木薯、玉米等农产品贸易仍然下降。"
    assert [c.product for c in _claims(text)] == ["all goods", "all goods"]


def test_years_in_characters() -> None:
    text = "二○二二年第一季香港出口貨值較二零二一年同期上升33%，與對上一季比較則下跌4%。"
    yearly, quarterly = _claims(text)
    assert (yearly.period, yearly.base_period) == ("2022-01/2022-03", "2021-01/2021-03")
    assert (quarterly.period, quarterly.comparison) == ("2022-01/2022-03", "vs_period")


def test_a_month_that_is_held_against_the_same_of_last_year() -> None:
    text = "5月香港出口貨值30億港元。\n\n首5個月合計，出口貨值上升3%。\n\n與去年5月相比，輸往越南的出口貨值上升9%。"
    assert _times(text)[-1] == "2023-05"


def test_marketing_years_have_no_known_months() -> None:
    assert _times("2022/2023年度越南咖啡出口量为160万吨，本榨季印度食糖出口600万吨。") == [None, None]
    assert _times("截至5月9日，本农业年度印度小麦出口量为90万吨。") == ["/2023-05-09"]


def test_both_ways_of_the_only_goods_of_a_sentence() -> None:
    text = "5月泰国农产品出口额为20亿美元，增长5%；进口额为9亿美元，顺差11亿美元。"
    assert {c.product for c in _claims(text)} == {"农产品"}
    whole = _claims("5月泰国稻米出口5亿美元，占总出口的9%，进口则达60亿美元。")[-1]
    assert whole.product == "all goods"


def test_shares_one_after_another() -> None:
    text = "5月越南咖啡出口德国、泰国和印度分别为4亿、3亿和2亿美元，依次占14%、11%和7%；显示器出口9亿美元，占8%。"
    assert [c.product for c in _claims(text)] == ["咖啡"] * 6 + ["显示器"] * 2


def test_the_whole_behind_a_part_of_it_is_of_all_goods() -> None:
    text = "5月秘鲁黄金出口额为9亿美元，占出口总额的20%。5月出口总额为45亿美元，其中锂出口3亿美元。进口总额为40亿美元。"
    assert [c.product for c in _claims(text)] == ["黄金", "黄金", "all goods", "锂", "all goods"]
    of_goods = _claims("5月秘鲁黄金出口量为9吨，占全球的4%。出口总额为5亿美元。")[-1]
    assert of_goods.product == "黄金"


def test_a_federation_names_its_country() -> None:
    claims = _claims("据俄联邦海关总署统计，5月俄出口大麦40万吨，出口额9000万美元。")
    assert [c.sender for c in claims] == ["RUS", "RUS"]


def test_what_the_month_itself_added_up_to() -> None:
    assert _times("5月智利铜出口20万吨。当月累计进口铜精矿3万吨。") == [_MONTH, _MONTH]


def test_the_month_that_its_parts_are_of() -> None:
    text = "5月泰国橡胶出口上旬9万吨，中旬10万吨，下旬11万吨，全月30万吨。当月进口橡胶1万吨。"
    days = ["2023-05-01/2023-05-10", "2023-05-11/2023-05-20", "2023-05-21/2023-05-31"]
    assert _times(text) == [*days, _MONTH, _MONTH]


def test_where_goods_were_made_is_no_harvest() -> None:
    claims = _claims("2022年，埃及进口小麦900万吨，其中乌克兰产小麦90万吨，占10%。")
    assert [c.measure for c in claims] == ["trade_quantity", "trade_quantity", "share"]


def test_a_change_of_what_was_made_is_of_those_goods() -> None:
    claim = _claims("2022年，加纳可可产量下降40%至68万吨，出口量下降30%至58万吨。")[0]
    assert (claim.product, claim.sender) == ("可可", None)


def test_names_of_goods_with_characters_of_other_words() -> None:
    for name in ("冷却塔", "受话器", "利多卡因"):
        assert [c.product for c in _claims(f"2022年，老挝自中国进口{name}300万美元，同比增长5%。")] == [name, name]


def test_each_buyer_straight_before_its_amount() -> None:
    claims = _claims("2022年，乌干达咖啡出口34万吨。意大利买了11万吨，德国6万吨，苏丹5万吨。")
    assert [(c.sender, c.receiver) for c in claims[1:]] == [("UGA", "ITA"), ("UGA", "DEU"), ("UGA", "SDN")]
