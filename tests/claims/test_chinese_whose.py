"""Chinese: groups that trade, balances, partners only counted, both scripts, sorts, shares and changes without a verb."""

from __future__ import annotations

from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text
from tidewaiter.reference.goods import find_goods
from tidewaiter.reference.han_scripts import simplified


def _claims(text: str) -> list[Claim]:
    return list(extract(read_text(text, name="zh.txt", published=date(2023, 9, 21))))


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("今年前8个月，欧盟对叙利亚出口3亿欧元，自叙利亚进口7000万欧元。", [(None, "SYR"), ("SYR", None)]),
        ("今年前8月，缅甸整体出口62亿美元，进口69亿美元。", [("MMR", None), (None, "MMR")]),
        ("8月，印度出口大米到古巴的金额为91万美元。", [("IND", "CUB")]),
        ("8月，中国购买了65万吨大豆，占巴西大豆出口总量的9%。", [("BRA", "CHN"), ("BRA", "CHN")]),
        ("受美国制裁影响，8月伊朗石油出口量为90万吨。", [("IRN", None)]),
        ("据菲律宾星报报道，8月越南出口大米12万吨。", [("VNM", None)]),
        ("老挝与中国的贸易回升。8月，老挝小麦输华3万吨，中国输老机械1200万美元。", [("LAO", "CHN"), ("CHN", "LAO")]),
        ("老挝是越南煤炭的主要供应国。8月，出口量达3万吨。", [("LAO", "VNM")]),
        ("老挝是越南煤炭的主要供应国。该国8月的出口量达3万吨。", [("LAO", "VNM")]),
        (
            "泰国成为越南最大的大米供应国\n\n8月，越南进口大米9万吨，来自泰国的有4万吨。",
            [(None, "VNM"), ("THA", "VNM")],
        ),
        (
            "8月，老挝商品出口9亿美元。中国仍是老挝商品的头号目的地，吸纳了5亿美元；越南（2亿美元）和泰国（1亿美元）紧随其后。",
            [("LAO", None), ("LAO", "CHN"), ("LAO", "VNM"), ("LAO", "THA")],
        ),
        (
            "8月，老挝进口9亿美元。泰国以4亿美元居来源国之首，中国供货3亿美元。",
            [(None, "LAO"), ("THA", "LAO"), ("CHN", "LAO")],
        ),
        (
            "8月，俄罗斯是越南小麦的主要供应国，供应9万吨；巴西居次，供应5万吨（占19%），泰国位列第三（2万吨）。",
            [("RUS", "VNM"), ("BRA", "VNM"), ("BRA", "VNM"), ("THA", "VNM")],
        ),
        (
            "8月，老挝进口柴油9万吨。泰国5万吨，马来西亚1万吨，越南和中国合计3万吨。",
            [(None, "LAO"), ("THA", "LAO"), ("MYS", "LAO"), (None, "LAO")],
        ),
        (
            "老挝大米对越出口量跌价升\n\n据老挝海关统计，第二季度老挝出口大米23万吨。\n\n"
            "越南是最大客户，进口10万吨。泰国和中国分列第二、三位，分别进口4万吨和3万吨。\n\n老挝粮食协会预计，全年大米出口约为75万吨。",
            [("LAO", None), ("LAO", "VNM"), ("LAO", "THA"), ("LAO", "CHN"), ("LAO", None)],
        ),
        ("第二季度，老挝没有向越南出口煤炭。", [("LAO", "VNM")]),
        (
            "8月，缅甸出口豆类9万吨。印度是缅甸豆类的最大买家，购买了5万吨；中国买走2万吨，居次。",
            [("MMR", None), ("MMR", "IND"), ("MMR", "CHN")],
        ),
        (
            "土库曼斯坦外贸\n\n8月，土对华出口天然气7亿美元。土耳其从伊朗进口天然气1亿美元。",
            [("TKM", "CHN"), ("IRN", "TUR")],
        ),
        ("卫星图像显示，8月老挝从万象港向越南运出的煤炭超过100万吨。", [("LAO", "VNM")]),
        ("“我们主要从老挝进口煤炭，”一家越南企业的负责人说，“8月大约进了3000吨。”", [("LAO", "VNM")]),
    ],
)
def test_whose_trade_it_is(text: str, ends: list[tuple[str | None, str | None]]) -> None:
    assert [(claim.sender, claim.receiver) for claim in _claims(text)] == ends


def test_markets_counted_together_do_not_trade_themselves() -> None:
    text = "韩国关税厅公布，8月出口额为43亿美元。中国、美国、越南三大市场在总出口中占47.5%。同期进口额为38亿美元。"
    assert [(c.sender, c.receiver) for c in _claims(text)] == [("KOR", None), ("KOR", None), (None, "KOR")]


def test_a_balance_is_of_whom_was_spoken_of() -> None:
    *_, balance = _claims("8月，蒙古国出口12亿美元，进口8亿美元。贸易顺差4亿美元。")
    assert balance.partners == ("MNG",)


def test_trade_with_everybody_names_no_partner() -> None:
    first, second = _claims("8月，柬埔寨和中国贸易额达5亿美元。同月柬埔寨国际贸易额为19亿美元。")
    assert (set(first.partners), second.partners) == ({"KHM", "CHN"}, ("KHM",))


def test_two_way_trade_with_each_of_a_list() -> None:
    text = "8月，中国对中亚进出口56亿元。乌兹别克斯坦、塔吉克斯坦分列第二、三位，贸易额分别为13亿元和6亿元，分别增长17%和下降6%。"
    told = [(c.text, set(c.partners) - {"CHN"}) for c in _claims(text)][1:]
    assert told == [("13亿元", {"UZB"}), ("6亿元", {"TJK"}), ("17%", {"UZB"}), ("6%", {"TJK"})]


def test_all_trade_of_one_country_is_with_nobody_alone() -> None:
    text = "8月中老贸易额6亿美元。据老挝工贸部数据，8月老挝进出口总额15亿美元，其中与中国贸易占40%，越南则占12%。"
    _, whole, *shares = _claims(text)
    assert whole.partners == ("LAO",)
    assert set(shares[-1].partners) == {"LAO", "VNM"}


def test_goods_that_money_is_spent_on() -> None:
    text = "8月，老挝花费300万美元购买大豆，260万美元购买食糖，85万美元购买小麦粉。"
    assert [c.product for c in _claims(text)] == ["大豆", "食糖", "小麦粉"]


def test_a_change_leads_to_the_level_of_the_same_goods() -> None:
    text = "8月老挝对越南出口中，铜精矿为380万美元，木薯较前一个月翻了一番，达240万美元。"
    assert [c.product for c in _claims(text)] == ["铜精矿", "木薯", "木薯"]


def test_a_list_of_figures_answers_the_goods_before_it() -> None:
    text = "8月老挝对越出口中，水泥5600万美元，钢材2300万美元，轮胎和药品分别为900万美元和400万美元。"
    assert [c.product for c in _claims(text)] == ["水泥", "钢材", "轮胎", "药品"]


def test_tonnes_of_a_kind_are_tonnes() -> None:
    assert [(c.value, c.unit) for c in _claims("8月中国自老挝进口锌精矿1.6万实物吨。")] == [(16000, "tonnes")]


def test_a_share_of_several_goods_is_not_that_of_the_last() -> None:
    text = "8月，老挝花费300万美元购买大豆，85万美元购买小麦粉。上述两项合计约占当月进口的五成半。两国签署了三项协议。"
    *_, together = _claims(text)
    assert (together.value, together.product) == (55, "大豆|小麦粉")


def test_a_share_of_another_time_is_of_that_time() -> None:
    text = "8月越南自老挝进口煤炭3万吨，占进口总量的58%，与去年8月的56%相比略有提高。"
    *_, before = _claims(text)
    assert (before.measure, str(before.period), before.comparison) == ("share", "2022-08", "none")


def test_a_fiscal_year_until_a_day() -> None:
    text = "据缅甸商务部消息，本财年截至7月12日，缅甸边贸额12亿美元，较上财年同期减少9亿美元。其中，出口8亿美元。"
    whole, less, part = _claims(text)
    assert {str(c.period) for c in (whole, less, part)} == {"2023-04-01/2023-07-12"}
    assert str(less.base_period) == "2022-04-01/2022-07-12"


def test_the_month_before_where_nobody_knows_when_it_was_written() -> None:
    text = "2021年4月老挝自越南进口3620万美元，较上月减少1.2%。水泥进口由上月的不足200吨升至1.1万吨。"
    claims = list(extract(read_text(text, name="zh.txt")))
    assert [(str(c.period), str(c.base_period)) for c in claims][1:] == [
        ("2021-04", "2021-03"),
        ("2021-03", "None"),
        ("2021-04", "2021-03"),
    ]


@pytest.mark.parametrize("text", ["安理会1718委员会8月通过了决议。", "安理会2397号决议规定，超出的部分须予遣返。"])
def test_numbers_that_name_a_committee_are_no_claims(text: str) -> None:
    assert _claims(text) == []


@pytest.mark.parametrize(
    "text",
    ["8月，老挝未对越南出口煤炭。", "8月，老挝未再从越南进口煤炭。", "8月，老挝没有任何煤炭出口到越南。"],
)
def test_nothing_traded(text: str) -> None:
    (claim,) = _claims(text)
    assert (claim.value, claim.product) == (0, "煤炭")


def test_words_are_found_in_either_script() -> None:
    old = _claims("8月，緬甸大米出口量達到7萬噸，占進口總量的逾半，較上月少35%。")
    new = _claims("8月，缅甸大米出口量达到7万吨，占进口总量的逾半，较上月少35%。")
    slots = [(c.value, c.unit, c.measure, c.direction, c.comparison, c.goods, c.sender, c.period) for c in new]
    assert slots == [(c.value, c.unit, c.measure, c.direction, c.comparison, c.goods, c.sender, c.period) for c in old]
    assert [(c.measure, c.direction) for c in new[1:]] == [("share", "none"), ("change", "decrease")]


def test_scripts_are_one_for_one() -> None:
    text = "臺灣鳳梨、robusta 咖啡與 麵粉"
    assert len(simplified(text)) == len(text)
    assert next(text[m.start : m.end] for m in find_goods(text)) == "鳳梨"


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("8月，柬埔寨向越南出口价值4亿美元的产品。", ["all goods"]),
        ("8月，古巴进口食品2亿美元，其中糖占18%。", ["食品", "糖"]),
        ("8月，马来西亚电子产品占整体出口的42.7%。", ["电子产品"]),
        ("成衣是缅甸第二大出口品。家具是第三大出口品，8月出口19亿美元。", ["家具"]),
        ("8月，德国向古巴出口了11万美元的药品，而瑞士的出口为13万美元。", ["药品", "药品"]),
        ("8月日本汽车、建设用及矿山用机械出口额同比分别下降9.2%和49.8%。", ["汽车", "建设用及矿山用机械"]),
    ],
)
def test_what_it_is_of(text: str, products: list[str]) -> None:
    assert [claim.product for claim in _claims(text)] == products


@pytest.mark.parametrize("text", ["5月底，12种水果完成了输华程序。", "越南分列第二、三位。", "8月，共有三类商品出口。"])
def test_sorts_and_ranks_are_no_claims(text: str) -> None:
    assert _claims(text) == []


def test_a_rate_of_exchange_and_a_distance_are_no_trade() -> None:
    text = "8月，越南出口大米6亿林吉特（1美元约合4.09林吉特），产地距口岸160公里。"
    assert [claim.measure for claim in _claims(text)] == ["trade_value", "price", "price", "other"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("8月，越南大米出口翻倍。", (2, "times", "increase")),
        ("8月，越南大米出口翻了一番。", (2, "times", "increase")),
        ("8月，越南对华大米出口占过半。", (50, "percent", "none")),
    ],
)
def test_figures_in_words(text: str, found: tuple[int, str, str]) -> None:
    (claim,) = _claims(text)
    assert (claim.value, claim.unit, claim.direction) == found


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("今年前8月越南出口2540万美元，而去年全年仅为380万美元。", ["2023-01/2023-08", "2022"]),
        ("今年前8月越南出口254万美元，较前一年同期的380万美元减少33%。", ["2023-01/2023-08", "2022-01/2022-08", "2023-01/2023-08"]),
        ("8月古巴进口大米61万美元（2022年上半年：190万美元）。", ["2023-08", "2022-01/2022-06"]),
        ("2021年4月至2022年3月，印度出口疫苗91万美元。", ["2021-04/2022-03"]),
    ],
)  # fmt: skip
def test_when(text: str, periods: list[str]) -> None:
    assert [str(claim.period) for claim in _claims(text)] == periods


def test_from_one_year_to_another() -> None:
    *_, change = _claims("叙利亚2010年进口额为175亿美元，到2020年只剩下43亿美元，减少了75.4%。")
    assert (str(change.period), str(change.base_period), change.comparison) == ("2020", "2010", "vs_period")


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (
            "叙利亚统计局公布，8月进口2亿美元。进口来源方面，土耳其以9000万美元居首，占45%；中国3000万美元。",
            [(None, "SYR"), ("TUR", "SYR"), ("TUR", "SYR"), ("CHN", "SYR")],
        ),
        ("2019年缅甸进口药品5亿美元，其中印度占41%，中国仅占6%。", [(None, "MMR"), ("IND", "MMR"), ("CHN", "MMR")]),
        ("8月日本为菲律宾最大香蕉出口市场，共进口6万吨。", [("PHL", "JPN")]),
        ("8月中国从俄罗斯的进口包括创纪录的俄罗斯煤炭进口量，达740万吨。", [("RUS", "CHN")]),
        ("中国市场带动越南榴莲出口，8月达1亿美元。", [("VNM", None)]),
        ("8月叙利亚橄榄油的主要买家是西班牙（22%）和意大利（4%）。", [("SYR", "ESP"), ("SYR", "ITA")]),
    ],
)
def test_partners_of_a_list(text: str, ends: list[tuple[str | None, str | None]]) -> None:
    assert [(claim.sender, claim.receiver) for claim in _claims(text)] == ends


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("8月越南工业品出口42亿美元，其中制成品出口39亿美元；铝进口1万吨。", ["工业品", "制成品", "铝"]),
        ("8月古巴进口橡胶轮胎（23万美元）和新冠疫苗（11万美元）。", ["橡胶轮胎", "新冠疫苗"]),
        ("8月，柬埔寨出口龙眼超160万美元。", ["龙眼"]),
        ("8月印度自俄罗斯进口总额37亿美元，其中原油24亿美元。同月印度对俄罗斯出口2亿美元。", ["all goods", "原油", "all goods"]),
    ],
)  # fmt: skip
def test_names_of_goods(text: str, products: list[str]) -> None:
    assert [claim.product for claim in _claims(text)] == products


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("8月韩国出口231亿美元，开工天数为14天。", ["trade_value", "other"]),
        ("古巴产糖约35万吨。", ["other"]),
        ("8月印度自俄罗斯进口37亿美元，是上年同期7.8亿美元的近5倍。", ["trade_value", "trade_value", "ratio"]),
        ("8月，蒙古出口面粉320吨，16万美元（同比-35.6%）。", ["trade_quantity", "trade_value", "change"]),
    ],
)
def test_what_it_measures(text: str, measures: list[str]) -> None:
    assert [claim.measure for claim in _claims(text)] == measures


def test_each_of_two_years() -> None:
    assert [str(c.period) for c in _claims("2020年和2021年蒙古国出口额分别为235万美元和308万美元。")] == [
        "2020",
        "2021",
    ]


def test_ranks_with_a_verb_are_no_claims() -> None:
    assert _claims("8月埃及和约旦分居二至四名，前三名公司未变。") == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("8月，斯里兰卡茶叶出口额为230亿卢比。", "LKR"),
        ("8月，印度茶叶出口额为230亿卢比。", "INR"),
        ("8月，尼日利亚进口5639亿奈拉。", "NGN"),
        ("8月，菲律宾进口12亿比索。", "PHP"),
        ("8月，緬甸進口12億緬元。", "MMK"),
    ],
)
def test_currencies_by_the_country(text: str, unit: str) -> None:
    assert [claim.unit for claim in _claims(text)] == [unit]


def test_by_how_much_and_to_what_are_two() -> None:
    text = "8月，斯里兰卡茶叶出口量同比下降250万公斤至2554万公斤，预计全年下降5%至8%。"
    assert [(c.value, c.measure) for c in _claims(text)] == [
        (2500000, "change"),
        (25540000, "trade_quantity"),
        (5, "change"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("8月，越南稀土出口量比前一个月减少8%。", ("2023-08", "2023-07", "mom")),
        ("2022整年，越南稀土出口量比前一年下降1%。", ("2022", "2021", "yoy")),
        ("越南的出口从2021年的92亿美元增长到2022年的101亿美元。", ("2022", "2021", "yoy")),
    ],
)
def test_months_and_years_before(text: str, told: tuple[str, str, str]) -> None:
    claim = _claims(text)[-1]
    assert (str(claim.period), str(claim.base_period), claim.comparison) == told


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("8月，巴基斯坦床上用品的出口量下降了16%，帐篷、帆布和防水油布的出口增长了11%。", ["床上用品", "帐篷|帆布|防水油布"]),
        ("8月朝鲜从中国买了2万吨尿素；大米则由7月的1万吨减至3000吨。", ["尿素", "大米", "大米"]),
        ("8月，越南出口额达到2558亿美元的历史新高。", ["all goods"]),
    ],
)  # fmt: skip
def test_names_beside_trade(text: str, products: list[str]) -> None:
    assert [claim.product for claim in _claims(text)] == products


def test_a_total_before_its_parts_is_with_everybody() -> None:
    text = "厄瓜多尔香蕉在俄罗斯遇阻。8月厄瓜多尔共出口香蕉12万箱，其中对俄罗斯出口2万箱。"
    assert [(c.sender, c.receiver) for c in _claims(text)] == [("ECU", None), ("ECU", "RUS")]


def test_each_amount_before_its_own_goods() -> None:
    text = "8月中国从巴西进口了68万吨大豆、32万吨牛肉，分别约占巴西出口的82%和23%。"
    assert [claim.product for claim in _claims(text)] == ["大豆", "牛肉", "大豆", "牛肉"]


def test_the_currency_of_all_that_follows() -> None:
    text = "8月澳门货物出口总值为9亿元（澳门元，下同），进口76亿元。"
    assert [claim.unit for claim in _claims(text)] == ["MOP", "MOP"]
    assert [claim.unit for claim in _claims("8月澳门货物出口总值为9亿元，进口76亿元。")] == ["CNY", "CNY"]


def test_codes_and_ranks_in_figures_are_no_claims() -> None:
    text = "8月蒙古硬煤（2701）出口量为65万吨，在10大出口市场中中国居首。"
    assert [claim.text for claim in _claims(text)] == ["65万吨"]


def test_a_paragraph_at_the_year_so_far_stays_there() -> None:
    text = "8月蒙古出口货值为9亿元。今年1至8月总出口货值为90亿元。总进口货值为65亿元。首八个月的逆差为56亿元。"
    assert [str(claim.period) for claim in _claims(text)] == ["2023-08", *["2023-01/2023-08"] * 3]


def test_a_price_that_moved() -> None:
    text = "8月从乌干达进口的玉米每吨涨至620美元。"
    assert [(claim.unit, claim.measure) for claim in _claims(text)] == [("USD_per_tonne", "price")]


def test_two_names_side_by_side_are_one() -> None:
    text = "朝鲜自中国进口的橡胶轮胎7月为270万美元，8月升至330万美元。"
    assert [claim.product for claim in _claims(text)] == ["橡胶轮胎", "橡胶轮胎"]


def test_cheaper_is_a_change() -> None:
    claim = _claims("8月美国对古巴出口鸡肉2万吨，平均每吨1130美元，比7月便宜8%。")[-1]
    assert (claim.measure, claim.direction, claim.comparison) == ("change", "decrease", "mom")
