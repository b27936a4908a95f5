"""Chinese: sources and markets, parts of a whole, that country, lists of goods, times and what is said by the way."""

from __future__ import annotations

from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def _claims(text: str) -> list[Claim]:
    return list(extract(read_text(text, name="zh.txt", published=date(2023, 9, 21))))


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (
            "越南仍是菲律宾最大的大米进口来源国，达49.4万吨（占55.7%），其次是泰国23万吨（占26%）。",
            [("VNM", "PHL"), ("VNM", "PHL"), ("THA", "PHL"), ("THA", "PHL")],
        ),
        ("8月，进口俄罗斯小麦最多的国家分别是埃及（46万吨）和土耳其（51万吨）。", [("RUS", "EGY"), ("RUS", "TUR")]),
        ("缅甸财政紧张。8月，该国自泰国进口柴油3.1万吨。", [("THA", "MMR")]),
        ("8月，中国是蒙古国第一大出口市场，煤炭出口量为290万吨。", [("MNG", "CHN")]),
        ("通讯社报道，据联邦海关局数据，8月出口小麦12万吨。", [(None, None)]),
        ("据南京海关统计，8月出口茶叶12万吨。", [("CHN", None)]),
        ("8月，老挝煤炭的最大买家越南购买了29万吨。", [("LAO", "VNM")]),
        ("8月，蒙古国最大的柴油供应国俄罗斯供应了3万吨。", [("RUS", "MNG")]),
        (
            "8月老挝进口柴油3万吨。其中来自泰国2万吨，来自越南1万吨。",
            [(None, "LAO"), ("THA", "LAO"), ("VNM", "LAO")],
        ),
        (
            "8月老挝出口木薯9万吨。越南、中国和泰国分别占60%、30%和10%。",
            [("LAO", None), ("LAO", "VNM"), ("LAO", "CHN"), ("LAO", "THA")],
        ),
        (
            "8月老挝进口柴油3万吨。泰国、越南和中国为前三大来源国，分别为2万吨、6000吨和4000吨。",
            [(None, "LAO"), ("THA", "LAO"), ("VNM", "LAO"), ("CHN", "LAO")],
        ),
        ("8月，老挝从泰国获得柴油2万吨。", [("THA", "LAO")]),
        ("8月，老挝从泰国获得1.2亿美元贷款。", [(None, None)]),
    ],
)
def test_whose_trade_it_is(text: str, ends: list[tuple[str, str]]) -> None:
    assert [(claim.sender, claim.receiver) for claim in _claims(text)] == ends


def test_items_of_a_list_leave_out_the_unit_of_what_they_are_of() -> None:
    text = "8月老挝外贸总额12亿美元。前三大贸易伙伴：泰国（5.2亿）、越南（3亿）、中国（2.1亿）。"
    told = [(float(c.value or 0), c.unit, set(c.partners)) for c in _claims(text)[1:]]
    assert told == [(5.2e8, "USD", {"LAO", "THA"}), (3e8, "USD", {"LAO", "VNM"}), (2.1e8, "USD", {"LAO", "CHN"})]
    (heads,) = _claims("8月老挝出口额6亿美元，该国人口约740万。")[1:] or [None]
    assert heads is None or heads.unit != "USD"


def test_the_month_is_not_lost_where_a_level_is_the_lowest_since_another() -> None:
    text = "8月老挝对越南出口1.2亿美元；自越南进口3000万美元，环比下降8%，降至今年2月以来最低。"
    assert {str(c.period) for c in _claims(text)} == {"2023-08"}


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("8月俄罗斯出口粮食568万吨，其中小麦最多，达到454万吨。", ["粮食", "小麦"]),
        ("8月俄罗斯出口粮食，大部分是小麦，总量为454万吨。", ["小麦"]),
        ("8月，水泥成为老挝对越南出口的头号商品，达300万美元。", ["水泥"]),
        ("8月，老挝买了8万吨的越南冷冻水产品。", ["冷冻水产品"]),
        ("8月，老挝亚麻籽出口越南达200万美元。", ["亚麻籽"]),
        ("8月，老挝进口越南产木浆200万美元。", ["木浆"]),
        (
            "8月老挝对越南出口900万美元。前三大商品依次为：水泥，300万美元；木薯，200万美元；橡胶，100万美元。",
            ["all goods", "水泥", "木薯", "橡胶"],
        ),
        (
            "今年前8月，中国铁矿砂、煤、镍和天然气等大宗商品进口量分别增加1%、2%、3%和4%。",
            ["铁矿砂", "煤", "镍", "天然气"],
        ),
        ("8月，其中最受关注的口罩，中国出口了22万只，价值34万元。", ["口罩", "口罩"]),
        ("俄罗斯小麦8月打进了新的市场，实现了对巴西（6.2万吨）的出口。", ["小麦"]),
    ],
)
def test_what_it_is_of(text: str, products: list[str]) -> None:
    assert [claim.product for claim in _claims(text)] == products


def test_the_base_may_have_an_amount_of_its_own() -> None:
    first, second = _claims("今年1至8月，泰国贸易逆差为83亿美元，较去年同期的52亿美元为高。")
    assert (str(first.period), str(second.period)) == ("2023-01/2023-08", "2022-01/2022-08")


def test_from_a_month_to_the_end_of_a_year() -> None:
    (claim,) = _claims("2022年3月份至去年年底，中国出口口罩22亿只。")
    assert str(claim.period) == "2022-03/2022-12"


def test_bare_changes_are_from_a_year_before_where_the_text_says_so_of_others() -> None:
    claims = _claims("1~8月，中国进口5亿美元，同比增长24%。8月当月进口1亿美元，增长29%。")
    assert [claim.comparison for claim in claims] == ["none", "ytd_yoy", "none", "yoy"]
    claims = _claims("7月，中国进口5亿美元，环比增长24%。8月进口1亿美元，增长29%。")
    assert claims[-1].comparison == "none"


@pytest.mark.parametrize(
    ("text", "unit", "measure"),
    [
        ("8月，柴油每吨均价1180美元。", "USD_per_tonne", "price"),
        ("8月，日均通关车辆仅约200辆。", "vehicles_per_day", "rate"),
        ("8月，缅甸进口大米2万吨，约为国内消费量的六成。", "percent", "share"),
        ("8月，中国出口试剂盒2万人份。", "units", "trade_quantity"),
    ],
)
def test_units_and_measures(text: str, unit: str, measure: str) -> None:
    claim = _claims(text)[-1]
    assert (claim.unit, claim.measure) == (unit, measure)


def test_a_level_that_a_change_reached_has_its_direction() -> None:
    _, level = _claims("8月份的进口额较去年同月上升11.2%达到1799亿港元。")
    assert (level.direction, level.comparison) == ("increase", "yoy")


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("其中，牛肉（含杂碎）1-8月累计进口量155万吨。", ["牛肉"]),
        ("今年8月，中国向伊朗出口了价值1,420万美元的人用疫苗。", ["疫苗"]),
        ("8月，伊朗购入口罩860万只、防护服21万件，金额分别为52万美元和180万美元。", ["口罩", "防护服"] * 2),
        ("8月，中国化工设备对俄罗斯供应量下降11%。", ["化工设备"]),
        ("8月，消费品等商品进口增长。进出口总值5亿元，其中出口3亿元；进口2亿元。", ["all goods"] * 3),
    ],
)
def test_what_amounts_and_changes_are_of(text: str, products: list[str]) -> None:
    assert [claim.product for claim in _claims(text)] == products


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("8月，美国占中国稀土出口总量的12%，成为仅次于德国的第二大中国稀土买家。", [("CHN", "USA")]),
        (
            "8月，美国对华供应量为100万吨，超过了俄罗斯（66.1万吨）和马来西亚（55.6万吨）。",
            [("USA", "CHN"), ("RUS", "CHN"), ("MYS", "CHN")],
        ),
        ("8月，土耳其输往叙利亚的商品总值达20亿美元。", [("TUR", "SYR")]),
    ],
)
def test_who_sells_to_whom(text: str, ends: list[tuple[str, str]]) -> None:
    assert [(claim.sender, claim.receiver) for claim in _claims(text)] == ends


def test_a_currency_before_the_number_wins_over_the_plain_word_behind_it() -> None:
    assert [claim.unit for claim in _claims("8月出口額約新台幣4595億元。")] == ["TWD"]


def test_a_level_behind_a_mark() -> None:
    _, level = _claims("8月中国稀土出口量较上月下降5.2%，至5473吨。")
    assert (level.direction, level.comparison, str(level.base_period)) == ("decrease", "mom", "2023-07")


@pytest.mark.parametrize(
    ("text", "unit", "measure"),
    [
        ("8月，磷肥出口均价为600.5美元/吨。", "USD_per_tonne", "price"),
        ("8月，缅甸从中国进口疫苗12万剂，口罩340万只。", "units", "trade_quantity"),
        ("8月，委内瑞拉进口汽油，其中逾九成来自伊朗。", "percent", "share"),
        ("8月，中国对缅甸出口6亿美元，稀土矿占了近四成。", "percent", "share"),
    ],
)
def test_more_units_and_measures(text: str, unit: str, measure: str) -> None:
    claim = _claims(text)[-1]
    assert (claim.unit, claim.measure) == (unit, measure)


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("8月，缅甸购入化肥5.8万吨；柴油3.3万吨，同比多了近一半。", ["化肥", "柴油", "柴油"]),
        ("8月，缅甸购入的柴油有3.3万吨，市值约2300万美元。", ["柴油", "柴油"]),
        ("8月，中国铁矿石进口总量增加6%，进口总额飙升85.7%。", ["铁矿石", "铁矿石"]),
        ("8月，老挝出口农产品包括木薯（出口额达1.29亿美元）、咖啡（1.43亿美元）。", ["木薯", "咖啡"]),
    ],
)
def test_what_goes_on_being_of_the_same(text: str, products: list[str]) -> None:
    assert [claim.product for claim in _claims(text)] == products


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("8月，委内瑞拉进口汽油5万桶，其中逾九成来自伊朗。", [(None, "VEN"), ("IRN", "VEN")]),
        ("8月，泰国出口大米。其他出口大国的出口量为：印度230万吨、越南140万吨。", [("IND", None), ("VNM", None)]),
        ("經濟部表示，據日本財務省統計，8月自我國進口額為2.9兆日圓。", [("TWN", "JPN")]),
        ("广州海关统计，8月出口化肥41.7万吨。", [("CHN", None)]),
    ],
)
def test_whose_goods_they_are(text: str, ends: list[tuple[str | None, str | None]]) -> None:
    assert [(claim.sender, claim.receiver) for claim in _claims(text)] == ends


def test_a_share_that_started_in_another_year() -> None:
    first, second = _claims("台湾占日本进口总额从2019年的3.7%升至2020年的4.2%。")
    assert (first.comparison, str(first.period), str(second.period)) == ("none", "2019", "2020")


def test_a_time_to_come_is_the_next_of_its_name() -> None:
    claims = _claims("2023年第二季度越南出口大米155万吨，预计第三季度会达160万吨。")
    assert [str(claim.period) for claim in claims] == ["2023-04/2023-06", "2023-07/2023-09"]


def test_a_rank_is_no_time() -> None:
    _, change = _claims("委内瑞拉7月进口汽油6万桶，为今年以来最高，较6月激增八成。")
    assert (str(change.period), change.comparison) == ("2023-07", "mom")


def test_the_first_ten_are_no_figure() -> None:
    assert _claims("8月，在其前10大进口来源国中减幅最小。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8月，中国每天从俄国进口了大约198万桶，高於7月的159万桶。", ["barrels_per_day", "barrels_per_day"]),
        ("8月，缅甸出口大米，平均每公噸價格402美元。", ["USD_per_tonne"]),
        ("印度8月支付给俄罗斯的能源进口费用为51亿美元。", ["USD"]),
    ],
)
def test_rates_that_stand_apart(text: str, expected: list[str]) -> None:
    assert [claim.unit for claim in _claims(text)] == expected


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("8月中国从全球最大的大豆出口国巴西进口31万吨大豆。", [("BRA", "CHN")]),
        ("中国8月进口量也超越沙特，自沙特阿拉伯原油进口量为78亿公斤。", [("SAU", "CHN")]),
        ("（江口社台北24日电）8月中国对缅甸出口口罩3万只。", [("CHN", "MMR")]),
    ],
)
def test_what_stands_before_a_country(text: str, ends: list[tuple[str, str]]) -> None:
    assert [(claim.sender, claim.receiver) for claim in _claims(text)] == ends


def test_parts_of_two_way_trade_have_both_ends() -> None:
    text = "8月乌兹别克斯坦与中国双边贸易额5亿美元。其中，中方出口3亿美元，占乌进口额的21%；中方进口2亿美元。"
    assert [(claim.sender, claim.receiver) for claim in _claims(text)][1:] == [
        ("CHN", "UZB"),
        ("CHN", "UZB"),
        ("UZB", "CHN"),
    ]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("在去年的11个月内，中国进口煤炭2280万吨，与前年同期相比减少29%。", ["2022-01/2022-11", "2022-01/2022-11"]),
        ("自2023年以来，截止8月14日，蒙古国出口煤炭332万吨。", ["2023-01-01/2023-08-14"]),
        ("中国今年5月进口了84亿公斤原油，去年的进口量为54亿公斤。", ["2023-05", "2022-05"]),
        ("由于自2020年起关闭口岸，8月进口额仍不到2019年同期的七成。", ["2023-08"]),
    ],
)
def test_times_told_in_other_words(text: str, periods: list[str]) -> None:
    assert [str(claim.period) for claim in _claims(text)] == periods


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("8月，莲雾这3年出口到中国的量为12536公吨。", ["莲雾"]),
        ("8月，中国出口自动售货机及其零部件2.6亿元，地毯1亿元。", ["自动售货机", "地毯"]),
    ],
)
def test_names_of_goods_with_words_around_them(text: str, products: list[str]) -> None:
    assert [claim.product for claim in _claims(text)] == products


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("8月中国对缅甸出口大米。口罩和疫苗则没有任何出口。", "口罩|疫苗"),
        ("中国8月口罩出口降至零。", "口罩"),
        ("8月中國對緬甸並未出口疫苗。", "疫苗"),
        ("缅甸8月停止从中国进口柴油。", "柴油"),
    ],
)
def test_nothing_is_a_claim(text: str, product: str) -> None:
    (claim,) = _claims(text)
    assert (claim.value, claim.measure, claim.product) == (0, "trade_quantity", product)


def test_zero_in_other_words_is_none() -> None:
    assert _claims("8月进口增速为零，零部件和零食的进口仍在继续。") == []


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("今年前8月，芝麻、烤烟、夏威夷果等特色农产品进口量分别增加3%、2%、1%。", ["芝麻", "烤烟", "夏威夷果"]),
        ("8月，汽车零部件、精密仪器分别下降20.7%、18.6%，出口仍增。", ["汽车零部件", "精密仪器"]),
        ("8月中国出口的纺织机械、纺织原料同比分别增长28.2%、13.4%。", ["纺织机械", "纺织原料"]),
    ],
)
def test_lists_summed_up_or_told_one_by_one(text: str, products: list[str]) -> None:
    assert [claim.product for claim in _claims(text)] == products


def test_the_ends_of_a_run_of_years() -> None:
    claims = _claims("2000至2022年，中非贸易规模由不足1000亿元增长至1.98万亿元。")
    assert [str(claim.period) for claim in claims] == ["2000", "2022"]


def test_the_month_before_the_data() -> None:
    claims = _claims("缅甸7月自中国进口2140万美元，较上月的1690万美元增长26.6%。")
    assert [str(claim.period) for claim in claims][:2] == ["2023-07", "2023-06"]


def test_prices_from_one_month_to_the_next() -> None:
    claims = _claims("8月，柴油每吨均价由7月的851美元降至829美元。")
    assert [(claim.unit, claim.measure) for claim in claims] == [("USD_per_tonne", "price")] * 2


def test_abroad_is_to_everybody() -> None:
    claims = _claims("8月巴西对中国出口大豆5090万吨。今年8月巴西对外出口的大豆共6460万吨。")
    assert [claim.receiver for claim in claims] == ["CHN", None]


def test_a_headline_without_a_partner_gives_way_to_the_body() -> None:
    text = (
        "厄立特里亚七月进口回升\n\n厄立特里亚7月自中国进口总额为2140万美元，较上月增长26.6%，是今年以来的最高水平。\n\n"
        "数据显示，进口额最大的商品依次是面粉（310万美元）和轮胎（240万美元），其余商品的金额都不大。"
    )
    assert {(claim.sender, claim.receiver) for claim in _claims(text)} == {("CHN", "ERI")}


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (
            "8月中国出口稀土5吨。8月，美国和日本是出口稀土的主要市场。其中，向美国出口稀土3吨；向日本出口稀土2吨。",
            [("CHN", None), ("CHN", "USA"), ("CHN", "JPN")],
        ),
        ("8月巴西对华大豆出口量为5万吨。另一方面，中国进口了3万吨美国大豆，增长25%。", [("BRA", "CHN"), *[("USA", "CHN")] * 2]),
        ("8月，中国对美日越南等出口稀土5吨。", [("CHN", None)]),
    ],
)  # fmt: skip
def test_markets_and_origins(text: str, ends: list[tuple[str, str | None]]) -> None:
    assert [(claim.sender, claim.receiver) for claim in _claims(text)] == ends


def test_half_a_tenth() -> None:
    assert [claim.value for claim in _claims("8月出口减少一成半。")] == [15]
