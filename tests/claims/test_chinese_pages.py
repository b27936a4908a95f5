"""Chinese trade pages: whose share of a whole, years told twice, prices that moved, lines that goods go along."""

from __future__ import annotations

from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def _claims(text: str, day: date = date(2024, 1, 20)) -> list[Claim]:
    return list(extract(read_text(text, name="zh.txt", published=day)))


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (
            "2023年，蒙古国进口总额92亿美元，其中中国占进口总额的40%，俄罗斯占26%。",
            [(None, "MNG"), ("CHN", "MNG"), ("RUS", "MNG")],
        ),
        (
            "2023年越南腰果出口64万吨。美国市场约占出口总量的27%，中国占18%。12月出口6万吨。",
            [("VNM", None), ("VNM", "USA"), ("VNM", "CHN"), ("VNM", None)],
        ),
        ("海关总署数据显示，2023年中国进口大豆9941万吨，巴西占进口总量的七成。", [(None, "CHN"), ("BRA", "CHN")]),
        # A whole that is the world's, and goods that have a part.
        ("2023年印度大米出口1700万吨。印度占全球出口总量的40%。", [("IND", None), ("IND", None)]),
        ("2023年韩国对华出口额1248亿美元，半导体占出口额的三成。", [("KOR", "CHN"), ("KOR", "CHN")]),
    ],
)
def test_who_is_told_to_have_a_share_is_a_partner(text: str, ends: list[tuple[str | None, str | None]]) -> None:
    assert [(c.sender, c.receiver) for c in _claims(text)] == ends


def test_the_partner_of_a_share_of_two_way_trade() -> None:
    claims = _claims("2023年，智利外贸总额为1600亿美元。其中，中国占外贸总额的39%，巴西占7%。")
    assert [c.partners for c in claims] == [("CHL",), ("CHL", "CHN"), ("CHL", "BRA")]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("每公斤榴莲的批发价从38元跌到22元。", "CNY_per_kg"),
        ("每吨焦煤到岸价由180美元跌至150美元。", "USD_per_tonne"),
        ("每升汽油从1.2万朝元涨到1.5万朝元。", "KPW_per_litre"),
        ("每年从越南进口38亿美元腰果。", "USD"),
        ("每吨大豆的进口成本增300元。", "CNY"),
    ],
)
def test_a_price_of_one_that_moved(text: str, unit: str) -> None:
    assert {c.unit for c in _claims(text)} == {unit}


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("财政部统计，去（2023）年6月台湾出口年减23%，今（2024）年6月出口年增23%。", ["2023-06", "2024-06"]),
        ("去(112)年全年台湾出口減9.8%。", ["2023"]),
        ("2023年，越南农业保持增长。全年腰果出口额达36亿美元。", ["2023"]),
        ("2013年前九个月中国从美国进口大豆1250万吨，低于上年同期为1650万吨。", ["2013-01/2013-09", "2012-01/2012-09"]),
        (
            "2013年前九个月进口小麦39万吨，较去年同期的41万吨减少5%。",
            ["2013-01/2013-09", "2012-01/2012-09", "2013-01/2013-09"],
        ),
    ],
)
def test_years_that_are_told_twice_or_before(text: str, periods: list[str]) -> None:
    assert [c.period for c in _claims(text, date(2024, 7, 20))] == periods


def test_a_line_that_goods_go_along_trades_nothing() -> None:
    (claim,) = _claims("2023年，经中老铁路出口到泰国的蔬菜达3万吨。")
    assert (claim.sender, claim.receiver) == ("CHN", "THA")


def test_a_weight_goes_on_with_the_goods_told_before() -> None:
    claims = _claims("2023年越南腰果出口64万吨。\n\n中国占出口总量的18%。")
    assert [c.product for c in claims] == ["腰果", "腰果"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2023年智利进出口总值1兆2473.5億元，其中出口6,473億元。", [1247350000000, 647300000000]),
        ("2023年智利出口1万亿2345.6亿比索。", [1234560000000]),
        ("2023年智利出口3万8,563.6吨。", [38563.6]),
    ],
)
def test_decimals_of_a_lesser_power(text: str, values: list[float]) -> None:
    assert [float(c.value) for c in _claims(text)] == values


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "越南12月出口年降1.1%，與11月年增8.3%的增幅相比出現逆轉，也低於預期的3%增長。",
            [("decrease", "2023-12"), ("increase", "2023-11"), ("increase", "2023-12")],
        ),
        ("12月智利进口同比增长1%，低于11月7.4%的增速。", [("increase", "2023-12"), ("increase", "2023-11")]),
        ("12月智利进口增速大幅放缓至1%。12月出口降幅收窄至2%。", [("increase", "2023-12"), ("decrease", "2023-12")]),
        ("12月智利出口比11月增长8.3%。", [("increase", "2023-12")]),
        (
            "12月智利出口铜11万吨，减少2万吨或15.4%。",
            [("none", "2023-12"), ("decrease", "2023-12"), ("decrease", "2023-12")],
        ),
    ],
)
def test_growth_of_another_time_and_paces(text: str, told: list[tuple[str, str]]) -> None:
    assert [(c.direction, c.period) for c in _claims(text)] == told


def test_what_a_month_ago_was_and_what_the_years_before_were() -> None:
    assert [
        c.period for c in _claims("今年1月，智利对华铜出口额从一个月前的3万美元增至300万美元。", date(2024, 2, 9))
    ] == [
        "2023-12",
        "2024-01",
    ]
    text = "2018年-2020年，越南进口缅甸煤炭分别为324万吨、404万吨、600万吨。"
    assert [c.period for c in _claims(text)] == ["2018", "2019", "2020"]


def test_the_share_that_another_is_held_against() -> None:
    claims = _claims("12月，铜占智利出口总额的47.5%，较上年同期（47.1%）小幅上升。")
    assert [(c.measure, c.period) for c in claims] == [("share", "2023-12"), ("share", "2022-12")]
    claims = _claims("12月，智利铜出口增长34%，在总出口中的占比上升16.4个百分点，至64.7%。")
    assert [(c.measure, c.direction) for c in claims] == [("change", "increase")] * 2 + [("share", "increase")]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (
            "2023年，印度对荷兰出口22亿美元；对阿联酋及美国则分别增长22%和6.8%。",
            [("IND", "NLD"), ("IND", "ARE"), ("IND", "USA")],
        ),
        ("2023年，越南从老挝和印尼进口煤炭数量同比增加5%和20%。", [("LAO", "VNM"), ("IDN", "VNM")]),
        (
            "2023年，我国进口煤炭4亿吨，其中进口印尼煤2亿吨，进口俄煤1亿吨。",
            [(None, "CHN"), ("IDN", "CHN"), ("RUS", "CHN")],
        ),
        ("（吉隆坡20日讯）2023年我国棕油出口1513万公吨，其中输往印度284万公吨。", [("MYS", None), ("MYS", "IND")]),
    ],
)
def test_partners_without_a_word_for_each(text: str, ends: list[tuple[str | None, str | None]]) -> None:
    assert [(c.sender, c.receiver) for c in _claims(text)] == ends


def test_a_surprise_is_no_goods() -> None:
    assert [c.product for c in _claims("12月越南出口意外缩减1.1%。同期咖啡入口更由2亿美元升至3亿美元。")] == [
        "all goods",
        "咖啡",
        "咖啡",
    ]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (
            "2023年中国进口大米263万吨。其中，泰国大米进口量46万吨，缅甸香米进口32万吨。",
            [(None, "CHN"), ("THA", "CHN"), ("MMR", "CHN")],
        ),
        (
            "海关总署数据显示，12月中国进口冷冻虾8万吨。印度白虾进口量1万吨，越南虾进口量900吨。",
            [(None, "CHN"), ("IND", "CHN"), ("VNM", "CHN")],
        ),
        ("12月，越南进口了4.2万吨厄瓜多尔虾。", [("ECU", "VNM")]),
        # Each of them buys; a country's own purchases; trade of two told before.
        ("2023年日本大豆进口量为312万吨，中国大豆进口量为1亿吨。", [(None, "JPN"), (None, "CHN")]),
        ("2023年菲律宾大米进口量为360万吨。印尼大米进口量为306万吨。", [(None, "PHL"), (None, "IDN")]),
        ("2023年，越南从柬埔寨进口大米200万吨。越南自老挝进口木薯3万吨。", [("KHM", "VNM"), ("LAO", "VNM")]),
        (
            "2023年，厄瓜多尔白虾对美出口11万吨；对欧出口14万吨。西班牙和法国市场出口增幅显著，西班牙市场全年销量达4万吨；法国销量达3万吨。",
            [("ECU", "USA"), ("ECU", None), ("ECU", "ESP"), ("ECU", "FRA")],
        ),
        ("2023年韩国对欧盟出口681亿美元，对欧洲出口700亿美元。", [("KOR", None), ("KOR", None)]),
        (
            "2023年，菲律宾进口大米358万吨。美国农业部称，越南仍是头号供应国，占八成。",
            [(None, "PHL"), ("VNM", "PHL")],
        ),
    ],
)
def test_goods_called_after_their_country_and_markets(text: str, ends: list[tuple[str | None, str | None]]) -> None:
    assert [(c.sender, c.receiver) for c in _claims(text)] == ends


def test_shares_of_those_that_come_next() -> None:
    claims = _claims("2023年中国占越南贸易总额的25%，美国以16%位列第二，排在第三位的是韩国，为11%。")
    assert [c.measure for c in claims] == ["share"] * 3
    claims = _claims("2023年12月，俄罗斯煤炭在中国总进口量中的占比，已从一年前的11%翻倍至23.5%。")
    assert [(c.measure, c.period) for c in claims if c.unit == "percent"] == [
        ("share", "2022-12"),
        ("share", "2023-12"),
    ]


def test_what_only_looks_like_the_next_month() -> None:
    claims = _claims("2023年8月，越南大米出口创下月度记录，出口量达92万吨。")
    assert [c.period for c in claims] == ["2023-08"]


def test_what_was_turned_round_is_of_its_own_month() -> None:
    claims = _claims("12月新加坡非石油国内出口增长1.4%，扭转了11月5.4%的跌幅；对华出口增长30%。")
    assert [(c.period, c.direction) for c in claims] == [
        ("2023-12", "increase"),
        ("2023-11", "decrease"),
        ("2023-12", "increase"),
    ]
    assert (claims[0].product or "").startswith("非石油")


def test_goods_in_turn_behind_a_figure_of_all() -> None:
    claims = _claims("12月新加坡电子产品出口增长25.5%，个人电脑、集成电路和电子元件分别增长130.2%、14.9% 和32.2%。")
    assert [c.product for c in claims] == ["电子产品", "个人电脑", "集成电路", "电子元件"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (
            "2023年11月中国钢材出口440万吨。澳大利亚10月下旬的铁矿石出口量下降8%。11月份中国进口铁矿石9815万吨。",
            [("CHN", None), ("AUS", None), (None, "CHN")],
        ),
        (
            "2023年8月，越南对中国市场的蔬果出口额达2.6亿美元。蔬果出口到韩国、荷兰、阿联酋等市场也录得正增长。\n\n"
            "今年前9个月大米出口额达36亿美元。",
            [("VNM", "CHN"), ("VNM", None)],
        ),
        (
            "今年前8个月柬埔寨共出口大米44万吨。其中，对华出口15万吨，是柬大米第一大出口市场。此外，对欧盟、东盟出口分别为14万吨和6万吨。",
            [("KHM", None), ("KHM", "CHN"), ("KHM", None), ("KHM", None)],
        ),
        # Trade between the two that a text is on, and a market that somebody owns.
        ("2023年，智利对华出口铜200万吨，自华进口汽车3万辆。", [("CHL", "CHN"), ("CHN", "CHL")]),
        ("2023年，中国是智利最大的出口市场，占38%。", [("CHL", "CHN")]),
    ],
)
def test_back_to_own_trade_and_several_markets(text: str, ends: list[tuple[str | None, str | None]]) -> None:
    assert [(c.sender, c.receiver) for c in _claims(text)] == ends


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("2023年巴西在同中国的双边贸易中实现了512亿美元的盈余。", ["other"]),
        ("2023年巴西对华出口额占总出口额的比例首次超过了四分之一，达到30.7%。", ["share", "share"]),
        ("2023年韩国石油制品(7.5%)、汽车零件(4.2%)、合成树脂(3.7%)等出口比重居其后。", ["share"] * 3),
        ("2023年韩国石油制品(7.5%)、汽车零件(4.2%)出口增长。", ["change", "change"]),
    ],
)
def test_what_is_a_share_or_a_balance(text: str, measures: list[str]) -> None:
    assert [c.measure for c in _claims(text)] == measures


def test_the_goods_of_a_share_told_behind_its_whole() -> None:
    claims = _claims("2023年韩国半导体出口额为986亿美元，年减23.7%，在出口总额中占比15.6%。")
    assert [c.product for c in claims] == ["半导体"] * 3
    claims = _claims("2023年8月，越南对中国市场的蔬果出口额达2.6亿美元。")
    assert claims[0].product == "蔬果"


def test_what_was_expected_and_what_growth_fell_from() -> None:
    claims = _claims("12月越南进口年增1%，低于预期的3.2%，并从11月的跳涨7.4%暴跌。")
    assert [(c.direction, c.period) for c in claims] == [
        ("increase", "2023-12"),
        ("increase", "2023-12"),
        ("increase", "2023-11"),
    ]
    claims = _claims("12月越南出口比11月增长8.3%，低于上年同期的9%。")
    assert claims[0].period == "2023-12"


def test_the_next_of_a_ranking() -> None:
    claims = _claims("2023年，中国占秘鲁贸易总额的32.5%，美国以17.8%位居第二，第三位的是巴西，为5.1%。")
    assert [(c.measure, set(c.partners)) for c in claims] == [
        ("share", {"PER", "CHN"}),
        ("share", {"PER", "USA"}),
        ("share", {"PER", "BRA"}),
    ]
    claims = _claims(
        "2023年印度进口葵花籽油300万吨，其中自俄罗斯进口占进口总量的42%，阿根廷以33%位列第二，第三位的是乌克兰，为10%。"
    )
    assert [c.sender for c in claims] == [None, "RUS", "ARG", "UKR"]


def test_goods_of_one_character_behind_their_country() -> None:
    claims = _claims("2023年12月，策克口岸进口蒙煤210万吨，同比增长38%。")
    assert [(c.sender, c.product) for c in claims] == [("MNG", "煤"), ("MNG", "煤")]


def test_markets_that_stand_for_several() -> None:
    claims = _claims("2023年，秘鲁蓝莓出口17亿美元，美国、荷兰等市场出口分别为9亿美元和4亿美元。")
    assert [(c.sender, c.receiver) for c in claims] == [("PER", None), ("PER", "USA"), ("PER", "NLD")]


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        (
            "2023年12月，秘鲁出口同比增长4.7%，扭转了11月7.8%的跌幅。",
            [("increase", "2023-12"), ("decrease", "2023-11")],
        ),
        ("2023年12月，秘鲁出口同比下降3%，不及11月5.4%的增长。", [("decrease", "2023-12"), ("increase", "2023-11")]),
        ("2023年12月秘鲁出口年增11.8%，优于预期的5%。", [("increase", "2023-12")] * 2),
        (
            "2023年12月秘鲁进口增长0.2%，好于11月0.6%的降幅，但低于预期的0.3%。",
            [("increase", "2023-12"), ("decrease", "2023-11"), ("increase", "2023-12")],
        ),
        (
            "2023年12月，秘鲁出口增长3%，高于预期的2%；进口下降5%，好于市场预期的6%。",
            [("increase", "2023-12")] * 2 + [("decrease", "2023-12")] * 2,
        ),
        # A bound is no other growth.
        ("2023年秘鲁出口实现超过30%的增长。", [("increase", "2023")]),
    ],
)
def test_growth_held_against_another(text: str, moves: list[tuple[str, str]]) -> None:
    claims = _claims(text)
    assert [(c.direction, c.period) for c in claims] == moves
    assert {c.measure for c in claims} == {"change"}


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        # Who has been told to sell, too, is not who buys.
        (
            "2023年秘鲁出口640亿美元，智利出口946亿美元，玻利维亚出口增长1%。",
            [("PER", None), ("CHL", None), ("BOL", None)],
        ),
        ("2023年，秘鲁鱼粉出口量为80万吨。智利鱼粉出口量为30万吨。", [("PER", None), ("CHL", None)]),
        (
            "2023年，越南大米出口813万吨。菲律宾是最大的买家，进口314万吨。\n\n泰国出口876万吨大米。印度出口1780万吨。",
            [("VNM", None), ("VNM", "PHL"), ("THA", None), ("IND", None)],
        ),
        # Between the two that a text is on, and to the one who was told to buy.
        (
            "2023年，秘鲁与智利的贸易额为40亿美元。秘鲁出口19亿美元，智利出口21亿美元。",
            [(None, None), ("PER", "CHL"), ("CHL", "PER")],
        ),
        (
            "2023年，智利进口原油800万吨。巴西出口400万吨，阿根廷出口300万吨。",
            [(None, "CHL"), ("BRA", "CHL"), ("ARG", "CHL")],
        ),
        (
            "2023年，智利鳄梨进口量为9万吨，其中秘鲁鳄梨进口量为8万吨。",
            [(None, "CHL"), ("PER", "CHL")],
        ),
    ],
)
def test_several_who_did_alike(text: str, ends: list[tuple[str | None, str | None]]) -> None:
    assert [(c.sender, c.receiver) for c in _claims(text)] == ends


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        # What is excepted is none of what is told.
        ("8月，除了对智利出口大幅增长，秘鲁出口6亿美元，对巴西出口1亿美元。", [("PER", None), ("PER", "BRA")]),
        ("8月，除自智利进口外，秘鲁进口葡萄4万吨。", [(None, "PER")]),
        ("智利对秘鲁出口苹果。2023年解除对秘鲁禁令后，智利出口葡萄4万吨。", [("CHL", "PER")]),
    ],
)
def test_trade_with_one_left_out_of_account(text: str, ends: list[tuple[str | None, str | None]]) -> None:
    assert [(c.sender, c.receiver) for c in _claims(text)] == ends


@pytest.mark.parametrize(
    ("text", "sender"),
    [
        ("經濟部貿易局公布8月貿易統計，出口395億美元。我國出口優於預期。", "TWN"),
        ("我國8月出口395億美元，累計1-8月出口2844億美元。行政院表示樂觀。", "TWN"),
        ("我國8月出口395億美元。", "CHN"),
    ],
)
def test_whose_country_ours_is(text: str, sender: str) -> None:
    assert {c.sender for c in _claims(text)} == {sender}


def test_this_month_is_the_one_that_its_sentence_tells() -> None:
    text = "2021年11月份，秘鲁对外贸易总额为200亿美元。当月，秘鲁与智利贸易额3.8亿美元，占秘鲁本月对外贸易总额的1.9%。"
    assert {c.period for c in _claims(text, date(2021, 12, 29))} == {"2021-11"}


def test_the_other_way_behind_a_partners_share_of_all() -> None:
    claims = _claims(
        "2019年，秘鲁出口480亿美元，对智利出口在其中占去4%份额；同期进口额则为420亿美元，智利所占份额逾两成。"
    )
    ends = [("PER", None), ("PER", "CHL"), (None, "PER"), ("CHL", "PER")]
    assert [(c.sender, c.receiver) for c in claims] == ends
    claims = _claims("2019年，秘鲁出口480亿美元，其中对智利出口占4%，自智利进口额为14亿美元。")
    assert (claims[-1].sender, claims[-1].receiver) == ("CHL", "PER")


def test_goods_of_one_character_that_the_text_calls_in_full() -> None:
    claims = _claims("2023年印度原油进口2.3亿吨，其中进口俄油8000万吨，进口伊朗油10万吨。")
    assert [c.product for c in claims] == ["原油", "原油", "原油"]
    claims = _claims("2023年越南棉花进口130万吨，其中进口美棉40万吨。")
    assert [(c.sender, c.product) for c in claims] == [(None, "棉花"), ("USA", "棉花")]


def test_what_was_expected_went_the_way_of_the_growth_told_and_not_of_another() -> None:
    claims = _claims("2023年11月泰国出口增长4.9%，低于10月的8%，也低于预期的6%。")
    assert [c.direction for c in (claims[0], claims[-1])] == ["increase", "increase"]


def test_obstacles_that_are_done_away_with_except_nobody() -> None:
    (claim,) = _claims("扫除对华出口障碍后，智利樱桃对华出口畅通，2023年12月智利出口樱桃20亿美元。")
    assert (claim.sender, claim.receiver) == ("CHL", "CHN")
