"""Chinese: what goods, ends and time a figure takes over from a heading, a sentence without figures, or its own list."""

from __future__ import annotations

from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text

#: A first paragraph, behind which the text is on the trade of two countries.
_OPENING = "越南海关总局本周公布的数据显示，今年8月，越南对老挝出口额为1.9亿美元，进口额为2500万美元。"


def _claims(text: str) -> list[Claim]:
    return list(extract(read_text(text, name="zh.txt", published=date(2023, 9, 21))))


def _products(text: str) -> list[str | None]:
    return [claim.product for claim in _claims(text)]


@pytest.mark.parametrize("head", ["一、大米", "大米：", "【大米】", "（二）大米出口"])
def test_a_heading_names_the_goods_of_its_part(head: str) -> None:
    part = "8月出口2.3万吨，同比增长3倍，金额约合900万美元，主要从沿边各口岸发运。"
    other = "8月越南对老挝商品出口总额约3000万美元，略高于上个月的水平，也高于往年的平均。"
    text = f"边贸周报\n\n{_OPENING}\n\n{head}\n\n{part}\n\n其他情况\n\n{other}"
    assert _products(text)[2:] == ["大米", "大米", "大米", "all goods"]


@pytest.mark.parametrize(
    ("topic", "behind", "goods"),
    [
        ("煤炭一直是老挝最主要的创汇商品。", "2016年越南自老挝进口225万吨，金额1.9亿美元。", ["煤炭", "煤炭"]),
        ("茶叶出口市场居前的是老挝和泰国。", "8月对泰国出口量（9041吨）大增。", ["茶叶"]),
        ("豆油则大不相同。", "8月出口量只有3万吨。", ["豆油"]),
        ("煤炭协会的代表也到场。", "8月出口额为3万美元。", ["all goods"]),
        ("大米价格仍在上涨。", "8月出口额为3万美元。", ["all goods"]),
    ],
)
def test_a_sentence_without_figures_turns_to_goods(topic: str, behind: str, goods: list[str]) -> None:
    assert _products(f"{_OPENING}\n\n{topic}{behind}")[2:] == goods


def test_goods_that_a_clause_is_about() -> None:
    text = "农产品的表现尤为突出，前8个月越南自老挝的进口总额达到3.6亿元，同比增长26.9%。"
    assert _products(text) == ["农产品", "农产品"]


def test_what_goods_moved_to_is_of_them_and_so_is_their_price() -> None:
    text = "8月越南对老挝化肥出口量从6月的2万吨减至1850吨，金额62万美元；玉米则由4200吨增至9700吨，均价每吨318美元。"
    assert _products(text) == ["化肥", "化肥", "化肥", "玉米", "玉米", "玉米"]


def test_goods_whose_price_or_kind_stands_behind_them() -> None:
    text = "1—8月，越南茶叶出口3万吨。其他花茶出口量（114吨）下降，白茶出口均价（13.4美元/千克）降幅最大，达50.9%。"
    assert _products(text) == ["茶叶", "其他花茶", "白茶", "白茶"]


@pytest.mark.parametrize("then", ["去年同期为3万吨", "而上年同期仅有3万吨", "去年同期则是3万吨"])
def test_a_quantity_of_the_same_time_a_year_before(then: str) -> None:
    *_, last = _claims(f"8月越南向老挝出口煤炭2万吨，{then}。")
    assert (str(last.period), last.product) == ("2022-08", "煤炭")


def test_a_title_about_one_partner_leaves_the_book_of_all_trade_alone() -> None:
    text = "財政部：8月對美出口連7月增\n\n財政部今天公布8月海關進出口統計，出口388億美元，進口314億美元；貿易順差74億美元。"
    exports, imports, surplus = _claims(text)[-3:]
    assert (exports.sender, exports.receiver) == ("TWN", None)
    assert (imports.sender, imports.receiver) == (None, "TWN")
    assert surplus.qualifier == "exact"


def test_named_items_of_a_list_share_the_unit_of_the_last() -> None:
    steel, rubber, plastics = _claims("8月台灣鋼材出口21.9億、橡膠製品15.1億、化學品14億美元。")
    assert [claim.unit for claim in (steel, rubber, plastics)] == ["USD"] * 3


def test_goods_of_a_country_come_from_there() -> None:
    text = "前8个月，越南自东盟进口增长2%。具体来看，老挝的葡萄干增长了153%，而泰国的蜂蜜更是增长了10.9倍。"
    _, raisins, honey = _claims(text)
    assert (raisins.sender, raisins.receiver, raisins.product) == ("LAO", "VNM", "葡萄干")
    assert (honey.sender, honey.product) == ("THA", "蜂蜜")


def test_works_under_contract_are_no_trade() -> None:
    worth, change = _claims("2022年，越南企业在老挝新签承包工程合同额3.4亿美元，同比增长1.7倍。")
    assert (worth.measure, worth.sender, worth.receiver) == ("other", None, None)
    assert (change.measure, change.sender, change.receiver) == ("change", None, None)


def test_the_other_way_of_all_trade_is_all_trade() -> None:
    text = "中国从老挝进口天然气1亿美元。\n\n泰国统计局的数据是，去年该国对老挝出口11亿美元，进口10亿美元。"
    assert _products(text) == ["天然气", "all goods", "all goods"]


def test_a_heading_of_the_tariff_and_a_rate_are_no_quantity_of_goods() -> None:
    tonnes, *_ = _claims("2022年越南向老挝出口的大米（税则号1006）共18万吨。")
    assert tonnes.text == "18万吨"


@pytest.mark.parametrize("given", ["越南送给老挝10万吨大米。", "越南向老挝赠送10万吨大米。"])
def test_gifts_go_to_whom_they_are_given(given: str) -> None:
    (gift,) = _claims(given)
    assert (gift.sender, gift.receiver, gift.product) == ("VNM", "LAO", "大米")


@pytest.mark.parametrize("goods", ["芒果", "木薯", "不銹鋼", "鋼坯", "鱈魚", "绵羊毛", "纺织原料", "鳗鱼", "积体电路"])
def test_goods_by_their_chinese_names_in_both_scripts(goods: str) -> None:
    assert _products(f"8月越南对老挝出口额为3万美元。其中，{goods}方面，8月出口2万美元。")[-1] == goods


def test_a_deficit_by_the_way_leaves_the_text_on_what_it_told() -> None:
    text = "8月越南对老挝出口2.9亿美元，双边贸易逆差扩大到1.9亿美元。豆油、面粉、白糖三项就占一成：豆油987万美元。"
    share, oil = _claims(text)[-2:]
    assert (share.product, share.sender, share.receiver) == ("豆油|面粉|白糖", "VNM", "LAO")
    assert (oil.sender, oil.receiver) == ("VNM", "LAO")


def test_goods_summed_up_are_all_of_their_list() -> None:
    assert _products("8月，越南向老挝出口钨矿、钼矿两项合计2500万美元。") == ["钨矿|钼矿"]


def test_who_is_called_the_greatest_buyer_buys_a_part() -> None:
    text = "据越南农业部统计，去年毛豆出口量达3.2万吨，日本长年稳居最大买家。其中日本去年扫货2.4万吨，价值5313万美元。"
    tonnes, money = _claims(text)[-2:]
    assert [(c.sender, c.receiver, c.product) for c in (tonnes, money)] == [("VNM", "JPN", "毛豆")] * 2


def test_the_country_behind_a_word_for_selling_is_where_goods_go() -> None:
    *_, last = _claims("去年越南毛豆出口3.2万吨，外销日本数量为2.4万吨。")
    assert (last.sender, last.receiver) == ("VNM", "JPN")


def test_a_change_says_itself_from_when_it_is() -> None:
    text = "9月，越南自泰国进口铜矿6420吨，同比下降18.3%，均价由7月的5.2美元/千克升至5.6美元/千克。"
    change = _claims(text)[1]
    assert (change.comparison, str(change.base_period)) == ("yoy", "2022-09")


def test_last_month_from_which_goods_fell_is_before_that_of_the_text() -> None:
    text = "据越南海关统计，8月出口茶叶100吨。\n\n对印度出口由上月的96吨降至41吨。"
    _, before, after = _claims(text)
    assert (str(before.period), str(after.period), after.comparison) == ("2023-07", "2023-08", "mom")


def test_a_month_of_a_run_of_another_year() -> None:
    *_, last = _claims("2021年1—9月，越南煤炭出口量累计为489万吨。其中，9月，煤炭出口量为62万吨。")
    assert str(last.period) == "2021-09"


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("去年越南与老挝贸易总额为10亿美元，与2019年的28亿美元相比，仍不到四成。", "ratio"),
        ("8月越南化肥进口18万吨，只及往年平均的六成。", "ratio"),
        ("8月越南出口大米3万吨。缺粮者占总人口的27%。", "share"),
    ],
)
def test_what_a_part_is_of(text: str, measure: str) -> None:
    assert _claims(text)[-1].measure == measure


def test_a_burden_is_no_minus_and_two_digits_are_no_figure() -> None:
    text = "去年越南对老挝出口8亿美元，老挝因此背负7.6亿美元的逆差。越南出口连续七个月保持两位数增长。"
    assert [claim.value for claim in _claims(text)] == [800_000_000, 760_000_000]


def test_a_country_that_only_gives_the_reason_does_not_trade() -> None:
    *_, change = _claims("据越南海关统计，8月榴莲出口3亿美元。受中国进口规范调整影响，9月出口量下滑41%。")
    assert (change.sender, change.receiver, change.product) == ("VNM", None, "榴莲")


def test_who_sold_first_does_not_buy_of_the_next() -> None:
    *_, last = _claims("9月，自老挝进口铁矿2318吨；自泰国进口铜矿6420吨。")
    assert (last.sender, last.receiver) == ("THA", None)


@pytest.mark.parametrize(
    ("text", "product", "period"),
    [
        ("去年一度居首的大米，8月只出口了1250吨。", "大米", "2023-08"),
        ("对老挝出口中，皮鞋、手套一类产品8月为1290万美元。", "皮鞋|手套", "2023-08"),
        ("大米8月出口1250吨，不及去年同月2587吨的零头。", "大米", "2022-08"),
    ],
)
def test_goods_with_a_time_before_their_figure(text: str, product: str, period: str) -> None:
    last = _claims(f"{_OPENING}\n\n{text}")[-1]
    assert (last.product, str(last.period)) == (product, period)


def test_noughts_between_scales_keep_their_places() -> None:
    assert [claim.value for claim in _claims("8月越南对老挝出口4亿0900万美元。")] == [409_000_000]


def test_either_of_two_limits_is_one() -> None:
    first, second = _claims("决议将老挝的煤炭出口上限定为每年4亿美元或750万吨，以低者为准。")
    assert (first.measure, second.measure) == ("cap", "cap")


def test_a_statistics_office_that_only_macao_has() -> None:
    (value,) = _claims("统计暨普查局资料显示，8月份货物出口总值为9.3亿元（澳门元，下同）。")
    assert (value.sender, value.unit) == ("MAC", "MOP")


def test_a_share_behind_the_next_goods_is_of_them() -> None:
    assert _products("8月越南对老挝出口钢材1530万美元，占25%，成品油1224万美元，占20%。")[2:] == ["成品油", "成品油"]


def test_goods_in_a_list_before_a_bound() -> None:
    assert _products("8月越南出口大米和碎米超过140万吨。") == ["大米|碎米"]


def test_a_time_behind_a_mark_is_of_what_follows_it() -> None:
    garlic, none = _claims(f"{_OPENING}大蒜410吨，去年7月没有进口。")[2:]
    assert (str(garlic.period), str(none.period)) == ("2023-08", "2022-07")


def test_another_partners_amount_stands_by_the_way() -> None:
    text = "去年越南从老挝进口钾肥174万吨，仅次于加拿大的221万吨。\n\n今年前两个月，进口钾肥降至6.3万吨。"
    own, other, now = _claims(text)
    assert [c.sender for c in (own, other, now)] == ["LAO", "CAN", "LAO"]


def test_an_amount_behind_a_partners_share_is_of_that_partner() -> None:
    _, share, amount = _claims("去年越南进口钾肥1270万吨，其中老挝占20%，约250万吨。")
    assert (share.sender, amount.sender) == ("LAO", "LAO")


def test_goods_of_a_sort_are_those_listed_before_it() -> None:
    assert _products("上半年，越南服装、鞋类、纺织品等劳动密集型产品出口305亿元。") == ["服装|鞋类|纺织品"]


def test_what_must_not_be_exceeded_is_a_limit() -> None:
    (limit,) = _claims("按照决议，2018年各国对老挝成品油供应不得超过50万桶。")
    assert (limit.measure, limit.qualifier, limit.receiver) == ("cap", "up_to", "LAO")


def test_a_part_and_more_goes_where_it_is_said_to_go() -> None:
    *_, share = _claims("8月越南日均出口原油158万桶，其中九成以上运往中国。")
    assert (share.receiver, share.measure) == ("CHN", "share")


def test_this_number_of_the_same_time() -> None:
    *_, last = _claims("今年前8个月，越南自老挝进口铁矿石4960万吨。2019年同期这个数字只有890万吨。")
    assert str(last.period) == "2019-01/2019-08"


def test_a_part_of_what_a_country_has_is_bought_where_it_comes_from() -> None:
    share = _claims("8月越南向老挝出口大米1万吨。此外，有网帖称缅甸九成药品来自中国。")[-1]
    assert (share.sender, share.receiver) == ("CHN", "MMR")


def test_an_amount_in_money_behind_one_in_tonnes_is_of_the_same() -> None:
    text = "前8个月，越南蔬菜及食用菌出口371亿元，增长13.2%，其中大蒜102万吨、74.6亿元，分别增长6.3%和38.9%。"
    assert _products(text)[2:] == ["大蒜"] * 4


def test_partners_in_brackets_have_a_part_of_what_was_told() -> None:
    text = "去年越南成衣及纺织品出口达390亿美元，其中约46%输往美国，其次为日本（10%）和韩国（9%）。"
    assert set(_products(text)) == {"成衣|纺织品"}


def test_our_city_is_chinese() -> None:
    (value,) = _claims("从市商务局获悉，8月我市实现出口66868万美元。")
    assert (value.sender, value.receiver) == ("CHN", None)


def test_the_same_year_is_the_one_told_of() -> None:
    *_, last = _claims("2014年，越南自老挝进口铜矿4.2亿美元。同一年老挝出口总额约5亿美元。")
    assert str(last.period) == "2014"


@pytest.mark.parametrize(
    "text", ["前8个月越南出口榴莲3.4万吨，是去年全年的2.3倍。", "8月越南出口榴莲3.4万吨，是去年全年的两成。"]
)
def test_all_of_last_year_is_no_part_of_it(text: str) -> None:
    ratio = _claims(text)[-1]
    assert (ratio.comparison, str(ratio.base_period)) == ("vs_period", "2022")


def test_what_was_done_with_goods_is_part_of_their_name() -> None:
    assert _products("8月越南进口冻海产品6800吨、5.1亿元。") == ["冻海产品"] * 2


def test_freight_is_of_all_goods_both_ways() -> None:
    text = f"{_OPENING}果蔬出口4.3万吨。\n\n7月当月，口岸货运量环比下降22.8%，至89.1万吨。"
    assert _products(text)[-2:] == ["all goods"] * 2


def test_a_price_raised_is_a_price() -> None:
    _, before, after = _claims("8月老挝向越南出口煤炭1万吨。老挝把煤炭出口基准价由每吨90美元上调到200美元。")
    assert [c.measure for c in (before, after)] == ["price", "price"]
