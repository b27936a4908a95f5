"""Chinese as newspapers and offices write it: neighbours for a range, goods that lead a clause, prices, what is made."""

from __future__ import annotations

from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def _claims(text: str, *, published: date | None = date(2023, 9, 21)) -> list[Claim]:
    return list(extract(read_text(text, name="zh.txt", published=published)))


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("港口每天卸下二三十辆卡车。", 20, 30, "trucks_per_day"),
        ("仓库里存着四五百吨大豆。", 400, 500, "tonnes"),
        ("该厂雇了十七八名工人。", 17, 18, "people"),
        ("粮商进口了三五万吨玉米。", 30_000, 50_000, "tonnes"),
        ("其中七八成来自越南。", 70, 80, "percent"),
        ("每人一天装三到四个木箱。", 3, 4, "units"),
        ("每天有15到25节车厢过境。", 15, 25, "wagons_per_day"),
    ],
)
def test_neighbouring_digits_are_a_range(text: str, low: int, high: int, unit: str) -> None:
    (claim,) = _claims(text)
    assert (claim.low, claim.high, claim.unit) == (low, high, unit)


def test_digits_beside_digits_are_a_year_or_a_name() -> None:
    assert [c.text for c in _claims("一九九八年的九一八大楼里有12名工人。")] == ["12名"]


@pytest.mark.parametrize(
    "text", ["渡轮早上九点开航。", "火车上午9点离站。", "他租了一个40尺柜。", "铁路经过两条支线，提出三条建议。"]
)
def test_hours_sizes_and_routes_are_no_claims(text: str) -> None:
    assert _claims(text) == []


def test_tyres_are_counted() -> None:
    (tyres, _) = _claims("8月老挝自泰国进口轮胎2,450条，合计31万美元。")
    assert (tyres.value, tyres.measure, tyres.product) == (2450, "trade_quantity", "轮胎")


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("8月老挝自越南进口的棉纱和布料等原料为3200万美元。", "棉纱|布料"),
        ("8月老挝自越南进口药品和医疗用品500万美元。", "药品|医疗用品"),
        ("8月老挝自越南进口商品中，尿素（含量46%）以320万美元居次。", "尿素"),
        ("8月，越南运往老挝的柴油是3.2万吨。", "柴油"),
        ("8月，万象口岸卸下31万吨越南煤炭。", "煤炭"),
    ],
)
def test_what_goods_a_figure_is_of(text: str, product: str) -> None:
    assert _claims(text)[-1].product == product


def test_goods_that_lead_a_sentence() -> None:
    text = "8月老挝自越南进口增长。其中，水泥是8月份最大宗的采购，金额460万美元，数量为7万吨，前一个月只有2万吨。钢材达3万吨。"
    *told, last = _claims(text)
    assert [(c.product, str(c.period)) for c in told] == [
        ("水泥", "2023-08"),
        ("水泥", "2023-08"),
        ("水泥", "2023-07"),
    ]
    assert (last.product, str(last.period)) == ("钢材", "2023-08")


def test_a_share_behind_a_mark_is_of_what_was_told() -> None:
    text = "8月老挝对越南出口橡胶410万美元，在出口商品中居首，占当月出口总额1,230万美元的三成三。"
    rubber, whole, share = _claims(text)
    assert (rubber.product, whole.product, share.product) == ("橡胶", "all goods", "橡胶")
    assert (whole.measure, share.measure, share.value) == ("trade_value", "share", 33)


def test_a_multiple_is_no_name_of_goods() -> None:
    first, _, times = _claims("去年老挝对越南出口木薯1.2亿美元，是2019年2,400万美元的五倍多。")
    assert (first.product, times.product, times.measure) == ("木薯", "木薯", "ratio")


def test_back_on_the_level_of_a_time() -> None:
    _, part = _claims("8月越南与老挝贸易额为1.2亿美元，恢复到2019年8月水平的九成左右。")
    assert (part.measure, part.value, str(part.base_period), str(part.period)) == ("ratio", 90, "2019-08", "2023-08")


def test_by_how_much_is_of_now() -> None:
    made, change, wanting = _claims("老挝去年的稻谷产量估计为360万吨，较前年减少12万吨，粮食缺口约20万吨。")
    assert (made.measure, made.product, wanting.measure) == ("other", "稻谷", "other")
    assert (str(change.period), str(change.base_period), change.comparison) == ("2022", "2021", "yoy")


def test_prices_and_wages_are_no_trade() -> None:
    text = "8月越南与老挝贸易额为1.2亿美元。货柜运费从年初的1.3万元涨到1.9万元，每公噸大米420美元，女工月薪约2200元。"
    _, before, after, rice, wage = _claims(text)
    assert [c.measure for c in (before, after, rice, wage)] == ["price", "price", "price", "other"]
    assert (rice.unit, wage.sender, wage.receiver) == ("USD_per_tonne", None, None)


def test_a_part_of_the_people() -> None:
    (part,) = _claims("约三成人口吃不饱。")
    assert part.measure == "share"


def test_before_the_epidemic_is_no_time_of_the_news() -> None:
    _, share = _claims("8月越南与老挝贸易额为1.2亿美元。疫情前，越南占老挝对外贸易的15%以上。")
    assert (share.measure, share.period) == ("share", None)


def test_a_line_with_a_month_dates_the_text() -> None:
    text = "口岸见闻\n\n湄公周刊 边贸特稿  2018年9月\n\n今年1至8月，老挝自越南进口货物6.3万吨，同比下降12%。"
    tonnes, change = _claims(text, published=None)
    assert (str(tonnes.period), str(change.base_period)) == ("2018-01/2018-08", "2017-01/2017-08")


def test_the_trade_of_a_port_is_its_countrys() -> None:
    text = "新华社昆明7月22日电 昆明海关消息，2023年上半年，瑞丽口岸对缅甸进出口货运量达81.2万吨。其中出口水泥2.1万吨。"
    both, cement = _claims(text)
    assert (set(both.partners), cement.sender, cement.receiver) == ({"CHN", "MMR"}, "CHN", "MMR")


def test_who_only_counts_another_countrys_trade_is_no_party_of_it() -> None:
    text = "韩国央行7月估算，2022年老挝对外贸易规模为31亿美元，其中出口18亿美元。"
    trade, exports = _claims(text)
    assert (trade.partners, exports.sender, exports.receiver) == (("LAO",), "LAO", None)


def test_each_of_a_limit_is_one() -> None:
    text = "联合国2017年的决议将朝鲜每年可进口的柴油限定在30万桶以内，煤油为20万桶。"
    first, second = _claims(text)
    assert [c.measure for c in (first, second)] == ["cap", "cap"]
    assert (first.period, first.sender, first.receiver) == (None, None, "PRK")


@pytest.mark.parametrize(
    ("text", "zero", "unit"),
    [
        ("1月越南自老挝进口煤炭14万吨，3月至7月为零。", "为零", "tonnes"),
        ("2020年越南自老挝进口210万美元，2021年几乎为零。", "为零", "USD"),
    ],
)
def test_a_time_that_came_to_nothing(text: str, zero: str, unit: str) -> None:
    *_, last = _claims(text)
    assert (last.text, last.value, last.unit) == (zero, 0, unit)


def test_another_seller_behind_a_semicolon() -> None:
    *_, last = _claims("2022年越南对泰国出口无烟煤58万吨；老挝约9万吨。")
    assert (last.sender, last.receiver) == ("LAO", "THA")


def test_last_month_beside_a_month_is_the_one_before_it() -> None:
    _, before = _claims("8月老挝自越南进口水泥达510万美元，上月为320万美元。")
    assert str(before.period) == "2023-07"


def test_a_share_of_another_time_is_a_share() -> None:
    now, then, points = _claims("去年越南占老挝对外贸易总额的26.7%，比2014年的20.2%高出6.5个百分点。")
    assert [c.measure for c in (now, then, points)] == ["share", "share", "change"]


def test_what_a_price_is_for_is_no_amount() -> None:
    (price,) = _claims("8月市场上1公斤进口白糖一度卖到2万1,000基普。")
    assert (price.unit, price.measure) == ("LAK", "price")


def test_wagons_and_containers_named_before_their_number() -> None:
    text = "上半年验放车皮4,100余节、集装箱2,300个。"
    assert [c.unit for c in _claims(text)] == ["wagons", "containers"]


def test_several_met_in_trade_are_all_partners() -> None:
    text = "昆明海关统计，今年前8个月，对老挝、越南、泰国进出口贸易额410亿元。此外，对柬埔寨进出口额12亿元。"
    several, one = _claims(text)
    assert set(several.partners) == {"CHN", "LAO", "VNM", "THA"}
    assert set(one.partners) == {"CHN", "KHM"}


def test_the_same_change_as_an_amount() -> None:
    _, same = _claims("8月老挝咖啡出口量同比下降了41.2%(即1260吨)。")
    assert (same.measure, same.direction, same.comparison) == ("change", "decrease", "yoy")


def test_months_told_one_by_one() -> None:
    found = _claims("2023年3月至6月，越南自老挝进口额同比分别下降了26%、31%、22%和19%。")
    assert [str(c.period) for c in found] == ["2023-03", "2023-04", "2023-05", "2023-06"]
    assert str(found[1].base_period) == "2022-04"


def test_imports_and_exports_of_two_months_are_of_both() -> None:
    found = _claims("2023年1至2月，越南出口和进口分别下降6%和9%。")
    assert [str(c.period) for c in found] == ["2023-01/2023-02"] * 2


def test_not_even_one() -> None:
    *_, none = _claims("4月老挝自越南进口了多达27万美元的水泥，5月一吨也没有。")
    assert (none.value, none.measure, none.product, str(none.period)) == (0, "trade_quantity", "水泥", "2023-05")


def test_who_sells_does_not_buy() -> None:
    *_, crabs, value = _claims("今年6月珲春口岸靠俄罗斯大米撑场面：从俄罗斯进口大米400吨，价值52万元。")
    assert (crabs.sender, crabs.receiver, value.sender) == ("RUS", "CHN", "RUS")


def test_a_port_of_two_countries() -> None:
    _, later = _claims("中蒙策克口岸煤炭进口创新高，达12万吨。其中3月13日至19日进口4万吨。")
    assert (later.sender, later.receiver) == ("MNG", "CHN")


def test_partners_by_their_place() -> None:
    text = "新西兰统计局公布，8月乳制品出口额为15亿美元。对美出口增长22%至4.1亿美元，位居第一。位列第二的是日本，增长3.4%至2.6亿美元。中国以1.9亿美元紧随其后，增长15%。"
    assert [c.receiver for c in _claims(text)][-4:] == ["JPN", "JPN", "CHN", "CHN"]


def test_a_list_by_growth() -> None:
    text = "8月越南水果出口额增长8%。增幅靠前的包括火龙果97.3%（83万美元）、山竹果干43.8%（9万美元）。"
    rose = [c for c in _claims(text) if c.unit == "percent"][1:]
    assert [(c.measure, c.direction, c.product) for c in rose] == [
        ("change", "increase", "火龙果"),
        ("change", "increase", "山竹果干"),
    ]


def test_tariffs_set_no_time() -> None:
    text = "2023年上半年越南鞋类出口额为90亿美元。某国政府今年4月加征10%关税。对日出口额为7亿美元。"
    _, tariff, last = _claims(text)
    assert (tariff.measure, str(last.period)) == ("rate", "2023-01/2023-06")


def test_all_of_a_list_together() -> None:
    *_, summed = _claims("8月缅甸出口了9万吨大米和5万吨玉米，总量约为14万吨。")
    assert summed.product == "大米|玉米"


def test_the_other_side_of_trade_by_its_name() -> None:
    *_, share = _claims("去年老挝对外贸易总额为7亿美元。最大贸易对象仍是泰国，占比45.6%。")
    assert set(share.partners) == {"LAO", "THA"}


def test_a_part_of_what_was_bought() -> None:
    (share,) = _claims("8月日本进口了越南大米的三成。")
    assert (share.measure, share.value) == ("share", 30)


def test_a_time_in_brackets_is_of_what_stands_there() -> None:
    text = "今年8月中老贸易额为1.7亿美元，环比减少近一成（7月为1.9亿美元），但同比增长15%。"
    _, fell, before, rose = _claims(text)
    assert (before.measure, str(before.period), before.direction) == ("trade_value", "2023-07", "none")
    assert (str(fell.base_period), str(rose.period), str(rose.base_period)) == ("2023-07", "2023-08", "2022-08")


def test_the_month_before_in_one_word() -> None:
    _, fell, _, again = _claims("8月老挝自华进口额为1.4亿美元，较前月减少8%；对华出口额为2300万美元，减少14%。")
    assert [c.comparison for c in (fell, again)] == ["mom", "mom"]
    assert (fell.sender, fell.receiver) == ("CHN", "LAO")


def test_a_harvest_is_of_its_year() -> None:
    made, more = _claims("8月越南自老挝进口增加。老挝今年粮食作物产量为482万吨，较去年增加31万吨。")
    assert (made.measure, str(made.period), str(more.period), str(more.base_period)) == (
        "other",
        "2023",
        "2023",
        "2022",
    )


def test_goods_in_their_places() -> None:
    text = "8月越南对老挝出口增长。出口商品中，机械产品、矿物燃料、纺织品分列前三位，分别为840万、750万和690万美元。"
    assert [c.product for c in _claims(text)] == ["机械产品", "矿物燃料", "纺织品"]


def test_several_who_do_it_one_after_another() -> None:
    text = (
        "今年头四个月，越南和泰国分别向老挝供应了4,470吨和8,690吨成品油，折合约10万6,000桶，只占每年50万桶上限的21.2%。"
    )
    first, second, _, limit, _ = _claims(text)
    assert [(c.sender, c.receiver) for c in (first, second)] == [("VNM", "LAO"), ("THA", "LAO")]
    assert (limit.measure, limit.product) == ("cap", "成品油")


def test_what_a_trade_is_most_of() -> None:
    amount, share = _claims("8月老挝从越南进口最多的商品是水泥，规模为225万美元，占13%。")
    assert (amount.product, share.product) == ("水泥", "水泥")


def test_goods_of_any_kind_behind_a_verb() -> None:
    _, all_, less = _claims("越南化肥出口额达2亿美元。2022年经陆路运往老挝的货物达10万吨，比2021年的不到2,000吨暴增。")
    assert (all_.product, str(less.period)) == ("all goods", "2021")


def test_as_much_as_a_part_of_another() -> None:
    *_, part = _claims("8月香港贸易逆差485亿港元，相等于商品进口货值的9.4%。")
    assert part.measure == "ratio"


def test_the_price_that_it_went_to() -> None:
    one, other = _claims("8月汽油每公斤由1.3美元涨到1.6美元。")
    assert [(c.unit, c.measure, c.product) for c in (one, other)] == [("USD_per_kg", "price", "汽油")] * 2


def test_what_was_caught_or_grown_is_no_trade() -> None:
    found = _claims("8月老挝对越南出口鱿鱼5吨。近海的鱿鱼产量从2014年的16万吨下滑到2020年的5万吨。")
    assert [c.measure for c in found[1:]] == ["other", "other"]


def test_how_much_of_it_a_headline_says() -> None:
    *_, share = _claims("上半年友谊关口岸进出口增长 对越进出口超7成")
    assert (share.measure, share.value) == ("share", 70)


def test_a_part_goes_where_its_whole_does() -> None:
    text = "2023年上半年老挝和泰国贸易额为20亿美元。老挝的木薯出口达1.8亿美元，占其对华出口的22%。"
    *_, part, share = _claims(text)
    assert (part.sender, part.receiver, share.receiver) == ("LAO", "CHN", "CHN")


def test_limits_that_were_lowered() -> None:
    text = "决议将朝鲜柴油进口上限从每年200万桶降至50万桶，煤油维持在每年400万桶（约52.5万吨）。"
    assert [c.measure for c in _claims(text)] == ["cap"] * 4


def test_who_and_what_passed_is_counted() -> None:
    people, more = _claims("8月该口岸进出口增长。进出境人员24.3万人次，增长3.6%。")
    assert (people.measure, more.product) == ("count", "进出境人员")


def test_signs_in_a_list_of_changes() -> None:
    text = "8月汽油出口1万吨、柴油2,860吨、煤油140吨，同比分别变动-12.4%、+8.1%和-93.6%。"
    assert [c.direction for c in _claims(text)][-3:] == ["decrease", "increase", "decrease"]


def test_a_half_year_to_come() -> None:
    *_, ahead = _claims("今年上半年口岸进出口货运量12万吨。下半年，该局预计进出口货运量将突破13万吨。")
    assert str(ahead.period) == "2023-07/2023-12"


def test_who_speaks_and_where_it_goes_are_no_claims() -> None:
    text = "三位知情人士称，8月老挝对三个主要市场出口水泥2万吨。"
    assert [c.text for c in _claims(text)] == ["2万吨"]


def test_current_is_counted_in_degrees() -> None:
    (power,) = _claims("去年老挝发电量249亿度。")
    assert (power.unit, power.measure) == ("kWh", "other")


def test_a_month_in_the_place_an_agency_sent_from_dates_a_text() -> None:
    *_, none = _claims("路透万象2018年2月 - 去年12月越南没有对老挝出口汽油。", published=None)
    assert str(none.period) == "2017-12"


def test_an_office_before_a_colon_only_speaks() -> None:
    *_, exports = _claims("韩国统计厅：老挝贸易增长\n\n2018年老挝贸易总额28亿美元，其中出口2.4亿美元。")
    assert (exports.sender, exports.receiver) == ("LAO", None)


def test_hundredths_before_a_space() -> None:
    (rise,) = _claims("中国8月对老挝出口增四成二 人参居首")
    assert (rise.value, rise.unit) == (42, "percent")


def test_behind_a_semicolon_the_news_goes_on() -> None:
    text = "8月老挝未自越南进口口罩，去年8月则为78万片；体温计进口3,000支，年减97%。"
    *_, meters, fell = _claims(text)
    assert (str(meters.period), str(fell.base_period)) == ("2023-08", "2022-08")


def test_two_amounts_of_the_same_time() -> None:
    *_, rice, flour = _claims("今年1月至8月老挝从越南进口大米1.3万吨，较去年同期的5.2万吨大米和2.5万吨面粉大幅减少。")
    assert (str(rice.period), str(flour.period)) == ("2022-01/2022-08", "2022-01/2022-08")


def test_less_than_is_not_until() -> None:
    *_, level, part = _claims("8月中老贸易额1.7亿美元。双边贸易额因此跌至166万美元，不到去年8月的1%。")
    assert (str(level.period), str(part.base_period), part.measure) == ("2023-08", "2022-08", "ratio")


def test_goods_said_to_be_first() -> None:
    text = "8月越南出口老挝品项以磷酸二铵居首，金额420万美元。"
    assert [c.product for c in _claims(text)] == ["磷酸二铵"]


def test_a_headline_of_nothing() -> None:
    *_, none = _claims("越南海关：8月对老挝出口年增69% 口罩归零")
    assert (none.value, none.measure, none.product) == (0, "trade_quantity", "口罩")


def test_behind_the_partners_the_whole_again() -> None:
    text = (
        "新西兰统计局公布，8月乳制品出口额为15亿美元。\n\n对美出口增长22%至4.1亿美元，位居第一。第二是面向香港的2亿美元。\n\n"
        "按种类来看，奶粉增长21.9%至2.9亿美元。"
    )
    *_, second, rose, level = _claims(text)
    assert (second.receiver, rose.sender, rose.receiver, level.product) == ("HKG", "NZL", None, "奶粉")
