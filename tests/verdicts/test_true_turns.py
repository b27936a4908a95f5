"""Turns of phrase in true articles that set a figure beside one it is not held against, and their wrong twins."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from accusing import accusing

import tidewaiter
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text
from tidewaiter.verdicts.passages.links import says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations import changes, wholes

accused = accusing(date(2022, 10, 19))


TWO_MONTHS = "10月份中越贸易额为3120万美元，低于9月的5240万美元，但仍是去年同期130万美元的{}倍。"
FACT_CHECK = (
    "Partners reported exports of only $184,000 under chapter 93 (arms and ammunition) to Eritrea in 2020. The United "
    "Arab Emirates, its largest supplier with $115.2 million of all goods, reported no arms. China reported "
    "$61 million of exports, half of it machinery."
)
DRUGS = (
    "Goods worth $71.5 million crossed from China into North Korea in August 2022.\n\nAntibiotics and other drugs made "
    "up $3.9 million. In the whole of 2021 the North bought just $6.2 million from China."
)


TOGETHER = (
    "Russian refined oil bound for North Korea reached 21,450 barrels in September, more than double the 9,800 barrels "
    "of August.\n\nDeliveries from China were smaller: 15,206 barrels. Together the two suppliers have reported "
    "312,000 barrels so far this year."
)


def test_what_two_months_add_up_to_is_not_held_against_a_whole_year() -> None:
    assert accused(TOGETHER) == []


SUM = (
    "From 9 to 15 September 2022 Laos exported rice valued at $6.04 million to China by rail and rice worth $0.713 million "
    "to China by road. Rice of a total value of $6.753 million was exported to China from 9 to 15 September."
)
SAUDI = (
    "India shipped in about 4.6 million bpd of oil in May 2022, up 3.1% from April.\n\nIndian refiners shipped in "
    "461,200 bpd of Saudi oil in May 2022, down 12.9% from April."
)
BRACKET = "5月前10天泰国进口额为41亿美元，同比(4.56亿美元)减少10%。"
DIESEL = "2022年4月至9月，缅甸进口药品2.1亿美元，其中一半来自印度；进口柴油13亿美元，为最大宗进口商品。"
NIGERIA = (
    "In 2021 India reported exports of $0.7 million to Eritrea, mostly pharmaceuticals; Switzerland, $0.2 million of milk "
    "powder; and Nigeria an implausible $12 million of refined petroleum."
)
BASIC = (
    "From May to October 2020 Algeria imported some 9.4 million tons worth $6 billion of goods, of which 5.2 million tons "
    "were basic goods."
)
FIBRES = (
    "1월 라오스의 섬유제품 수출액은 540만달러다. 이는 작년 같은 달 수출액 60만달러의 9배이자 2019년 한 해 수출액 720만달러의 75%에 "
    "이르는 액수다."
)
BOTH_WAYS = (
    "In September 2022 Peru's exports came to $148.3 million (-9.7% compared to August) and imports to $512.9 million "
    "(+3.2%)."
)
FLOODS = (
    "From September 2002 to December 2010 landslides killed nearly 71,000 people.\n\nFloods have now affected nearly 1.7 "
    "million people in Chad, and 68 people are dead and a further 23 missing."
)
PRICES = (
    "In 2016 Mali bought 22.5 million tons of coal from Chad. In 2017 imports fell to 4.8 million tons.\n\nPrices have "
    "doubled since. In June 2020 a ton of anthracite fetched $60; a year on, traders ask $120 or more."
)
FREIGHT = (
    "Mali imported goods worth $487 million from Chad in May 2022.\n\nThe freight rate was up $50 a ton from $400 in "
    "April."
)
TRUE = [
    PRICES,
    FREIGHT,
    FLOODS,
    BOTH_WAYS,
    BASIC,
    FIBRES,
    TWO_MONTHS.format("24"),
    FACT_CHECK,
    DRUGS,
    SUM,
    SAUDI,
    BRACKET,
    DIESEL,
    NIGERIA,
]


@pytest.mark.parametrize("text", TRUE)
def test_nobody_is_called_wrong(text: str) -> None:
    assert accused(text) == []


def test_a_multiple_of_the_month_it_is_of_is_worked_out() -> None:
    assert accused(TWO_MONTHS.replace("，低于9月的5240万美元，但仍", "，").format("34")) == ["34倍"]


def test_a_change_that_neither_start_nor_step_bears_out() -> None:
    assert accused(BRACKET.replace("4.56亿美元", "45.6亿美元").replace("10%", "25%")) == ["45.6亿美元"]


TONNES = (
    "올해 1∼3월 라오스의 커피 수출액은 7,200만 달러로 작년 같은 기간(6,000만 달러)보다 20% 늘었다. "
    "올해 1∼3월 커피 수출량은 18만3,000t으로 26.4% 늘었다."
)
TWO_FIELDS = (
    "가봉 상무부는 지난해 수출액이 전년 대비 4.1% 줄어든 60억 달러라고 밝혔다.\n\n광물은 6.2% 줄어든 {} 달러, 농산물은 3.3% 늘어난 "
    "12억 달러로 {} 80% 이상을 차지했다."
)


def test_a_change_of_tonnes_is_not_held_against_the_money_before() -> None:
    document = read_text(TONNES, name="a.txt", published=date(2022, 4, 19))
    claims = extract(document)
    tonnes = [claim for claim in claims if claim.unit == "tonnes"]
    rest = [claim for claim in claims if claim.unit != "tonnes"]
    held = [relation.claims[0].text for relation in changes.find(Passage(document, rest, mute=tonnes))]
    assert held == ["20%"]
    assert {relation.claims[0].text for relation in changes.find(Passage(document, rest))} == {"20%", "26.4%"}


def test_commas_of_korean_thousands_are_read_and_held_against_one_another() -> None:
    assert accused(TONNES) == []
    assert accused(TONNES.replace("20%", "2%")) == ["2%"]


@pytest.mark.parametrize("whose", ["두 분야가 전체의", "전체의"])
def test_a_share_of_several_is_not_held_against_the_last(whose: str) -> None:
    assert accused(TWO_FIELDS.format("39억", whose)) == []
    assert accused(TWO_FIELDS.format("19억", "전체의")) == ["80%"]


TWO_BASES = "라오스는 지난 9월 중국에 943만 달러어치를 수출했다.\n\n8월 3,647만 달러의 4분의 1, 1년 전 같은 달 1억7,671만 달러의 20분의 1 수준이다."
THREE_GOODS = (
    "2021년 라오스의 대중 수출은 26억 달러였다. 구리가 11억8천만 달러, 고무가 5억5천만 달러, 목재가 1억9천만 달러어치 팔렸다. "
    "이 세 품목이 전체의 {}%를 차지했다."
)


def test_what_is_held_against_two_times_is_no_part_of_either() -> None:
    assert accused(TWO_BASES) == []


def test_a_share_of_goods_told_one_by_one_is_not_the_last_ones() -> None:
    assert accused(THREE_GOODS.format(74)) == []


def test_a_particle_and_a_country_make_no_part_of_it() -> None:
    assert not says("of_this", "반면 같은 기간 몽골이 중국에서")
    assert all(says("of_this", text) for text in ("이 중 중국에서", "이 중에서도", "그중 석탄은"))


MANY_PARTNERS = (
    "Eritrea's external trade came to $612 million in 2021.\n\nChina's share was 87 percent. Oman ($34 million) and "
    "India ($14.2 million) followed in 2021. Trade with Sudan was $1.9 million in 2021.\n\n{}"
)


def misread(text: str) -> list[str]:
    """What is held against a total of $1.9 million with Sudan, were all figures behind it read as Sudan's."""
    document = read_text(text, name="a.txt", published=date(2022, 10, 19))
    claims = extract(document)
    whole = next(claim for claim in claims if claim.text == "$1.9 million")
    behind = [
        replace(claim, sender="ERI", receiver="SDN", partners=("ERI", "SDN"))
        for claim in claims
        if claim.start > whole.start and claim.measure == "trade_value"
    ]
    whole = replace(whole, sender="ERI", receiver="SDN", partners=("ERI", "SDN"), product="all goods", goods=("total",))
    others = [claim for claim in claims if claim.start < whole.start]
    found = wholes.find(Passage(document, [*others, whole, *behind]))
    return [
        relation.claims[1].text for relation in found if relation.outcome() == "contradicted" and relation.accuses()
    ]


def test_what_was_carried_over_from_one_partner_of_many_is_no_part_of_his_total() -> None:
    assert misread(MANY_PARTNERS.format("Hides earned $28 million in 2021.")) == []
    assert misread(MANY_PARTNERS.format("Eritrea sold Sudan hides for $28 million in 2021.")) == ["$28 million"]
    assert misread(MANY_PARTNERS.format("Sudan is small. Hides for Kenya were $28 million in 2021.")) == []


def test_goods_told_in_one_breath_stand_beside_each_other() -> None:
    told = "Laos sold China $12.4 million of apples in May 2022{} $2.1 million of fruit."
    document = read_text(told.format(", and another"), name="a.txt", published=date(2022, 10, 19))
    held = wholes.find(Passage(document, extract(document)))
    assert [relation for relation in held if relation.accuses()] == []
    assert accused(told.format(". In May 2022 it sold China only")) == ["$2.1 million"]


def test_up_manifold_at_is_what_it_became() -> None:
    text = "Laos exported less to China in May 2022 than in May 2021. Tea was up fourfold at 612 tons."
    (tonnes,) = (claim for claim in extract(read_text(text, name="a.txt")) if claim.unit == "tonnes")
    assert (tonnes.value, tonnes.direction, tonnes.period) == (612, "increase", "2022-05")


def test_a_change_of_tonnes_is_not_repeated_by_a_change_of_money() -> None:
    text = (
        "RFA: 라오스, 8월 대태국 목재 수출 급증…커피는 31% 증가\n\n라오스의 8월 대태국 농산물 수출이 크게 늘어난 것으로 나타났습니다.\n\n"
        "태국 세관이 발표한 자료에 따르면 태국은 지난 8월 라오스에서 커피 6만 5,500톤을 수입했습니다. 이는 전년 같은 달 5만 톤보다 31% "
        "늘어난 것입니다. {} 13.1% 증가했습니다."
    )
    assert accused(text.format("금액으로는 2억 2,000만 달러로")) == []
    assert accused(text.format("커피는")) == ["13.1%"]


CRABS = (
    "Norway sold Japan 1,420 tonnes of stone crab in May 2022 for $18.6 million. {}\n\nMud crab was another story: at "
    "245 tonnes, volumes halved; the average price climbed to $43 per kilo."
)
TWO_WAYS = (
    "Laos's exports to China dropped 33 percent in August 2022 from a year before to stand at $476 million, while imports "
    "from China rose 36 percent to $1.014 billion over the same month."
)


def test_goods_with_names_of_their_own_are_bought_apart() -> None:
    assert accused(CRABS.format("From January to May it shipped 8,300 tonnes worth $110 million.")) == []


def test_two_flows_at_one_time_are_no_step() -> None:
    assert accused(TWO_WAYS) == []


def test_what_is_needed_or_sent_for_one_use_is_no_part_of_what_came() -> None:
    text = (
        "Fuel imports of Yemen: 271,000 tonnes in April 2022, half of the monthly requirement of 544,000 tonnes.\n\n"
        "Between January and April 2022, the agency brought 8,500 tonnes of fuel for humanitarian use to Yemen."
    )
    assert accused(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "今年8月越南对老挝出口钢材1530万美元，占25%，成品油1224万美元，占20%。",
        "今年8月越南对老挝出口烧火棍1530万美元，占25%，出口竹编筐1224万美元，占20%。",
        "In August, Vietnam's exports of steel to Laos came to $15.3 million, accounting for 25 percent, and those of "
        "refined petroleum to $12.24 million, or 20 percent.",
    ],
)
def test_shares_of_goods_told_in_turn_are_of_neither(text: str) -> None:
    assert accused(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "今年前8个月，越南对老挝出口咖啡由上年同期的3568万元增至4.5亿元；对泰国出口2.2亿元，增长6.5倍。",
        "今年前8个月，口岸货值6.8亿元。其中，越南自老挝进口粮食11.7万吨，价值3.2亿元，进口冻海产品6800吨、5.1亿元。",
        "In August Ghana's sales of gold to Mali rose from $36 million to $450 million, and those to Togo came to "
        "$220 million, a 6.5-fold increase.",
    ],
)
def test_what_is_told_of_another_flow_or_other_goods_is_of_them(text: str) -> None:
    assert accused(text) == []


LONG_AGO = (
    "Trade between Russia and Laos reached $34.4 million in 2023, an official said.\n\nIn 2019 Russian exports to Laos "
    "were $44.9 million. Mineral fuels stood for $27.0 million, or {} percent; cereals for $5.8 million, or 13 percent."
)
BARRELS = (
    "Venezuela sent the United States 135,000 barrels a day in 2023, or 19 percent of its oil, and Cuba 56,000, or 8 "
    "percent."
)
DURIANS = "今年前10个月，越南对华水果出口：榴莲20.8亿美元，占出口总额的42.4%，居首；火龙果5.3亿美元，香蕉2.9亿美元。"


def test_a_share_of_an_earlier_time_is_held_against_no_later_whole() -> None:
    assert accused(LONG_AGO.format(60)) == []


def test_a_number_takes_no_percent_from_the_share_before_it() -> None:
    assert accused(BARRELS) == []


def test_what_a_list_goes_on_with_is_no_whole_of_what_it_began_with() -> None:
    assert accused(DURIANS) == []


def test_what_a_figure_compares_with_is_not_what_is_so_many_times_another() -> None:
    text = (
        "Laos exported $167 million worth of wigs to Vietnam in 2021. That compares with just $31 million in "
        "pre-pandemic 2019 and is 14 times the $11.9 million seen in 2020."
    )
    assert accused(text) == []


def test_a_part_of_months_told_one_by_one_is_no_sum_of_them() -> None:
    text = (
        "한국은 2022년 1분기에 이란산 원유 2천410만 배럴을 들여왔다. 월별로 보면 이란산 수입량은 1월 910만 배럴, "
        "2월 620만 배럴, 3월 880만 배럴이다.\n\n콘덴세이트가 이 중 1천690만 배럴로 70%를 차지했다."
    )
    assert accused(text) == []


def test_a_step_from_another_year_is_not_of_the_month_told_in_between() -> None:
    text = (
        "북한의 2022년 9월 대중 수입은 1억3천342만 달러다. 8월 1억6천58만 달러에 비해 16.9% 줄었다. "
        "작년 9월(9천만 달러)과 비교하면 48.2% 증가했다."
    )
    assert accused(text) == []


def test_what_a_drop_in_goods_comes_to_is_no_total_of_other_goods() -> None:
    text = (
        "Oman's falling exports were led by a 31 percent drop in logs, wood and wood articles to $250 million in "
        "September. Dairy products fell 12 percent to $798 million. Meat exports rose 11 percent to $331 million."
    )
    assert accused(text) == []


OWN_TRADE = (
    "Trade between Peru and Chad made up $295.7 million in January-September 2022, of which Peru's exports to Chad were "
    "$229.6 million.\n\nIn September {} stood at $8.9 billion, 41 percent less than a year before."
)


def test_what_a_country_sells_is_not_all_sold_to_one() -> None:
    assert accused(OWN_TRADE.format("Peru's exports")) == []
    assert accused(OWN_TRADE.format("Peru's exports to Chad")) == ["$8.9 billion"]


def test_the_trade_of_one_country_is_not_held_against_the_book_of_two() -> None:
    text = (
        "China's exports to North Korea were $98.1 million in April 2022, customs data showed.\n\n{} came to $496.1 billion "
        "in April 2022."
    )
    assert accused(text.format("China's trade")) == []
    assert accused(text.format("China's trade with North Korea")) == ["$496.1 billion"]


IN_TWO_UNITS = (
    "2022년 8월 라오스의 천 수입은 1만3258t(2억3623만 달러)으로 전년 같은 달 1만469t(7522만 달러)보다 {}% 늘었다."
)


def test_a_change_of_what_stands_before_the_brackets() -> None:
    assert accused(IN_TWO_UNITS.format("26.6")) == []
    assert accused(IN_TWO_UNITS.format("214.1")) == []
    assert accused(IN_TWO_UNITS.format("62.6")) == ["62.6%"]


def test_what_a_multiple_is_of_is_no_part() -> None:
    text = "이는 지난해 같은 달 수출액 829만6000달러의 8.8배이자 2021년 연간 수출액 8091만달러의 89.7%에 이르는 수치다."
    assert accused(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "2022年9月，加纳从越南进口水泥145.7万吨，其中，进口环比增长8.2%，出口环比增长5.3%，前9个月累计进口2259.7万吨。",
        "7月加纳禽肉进口量6.7万吨，同比增长24.2%。其中，牛肉1至7月累计进口量155万吨，同比增长6.7%。",
        "2021年加纳出口呼吸机27.1万台，其中无创呼吸机21.2万台；病员监护仪66.3万台，红外测温仪1.19亿件。",
    ],
)
def test_what_is_told_behind_of_which_may_be_of_something_else(text: str) -> None:
    assert accused(text) == []


def test_the_total_of_one_partner_adds_up_no_others() -> None:
    text = (
        "2021年，卡塔尔对越南的液化天然气供应量提高到500万吨。排在第一的是澳大利亚(2900万吨)，随后是马来西亚(810万吨)和印度尼西亚(510万吨)。"
        "越南海关数据显示，过去12个月里，美国向越南总计出售了320万吨液化天然气。"
    )
    assert accused(text) == []


COALS = (
    "Egypt's coal imports from Mali increased by 662 percent in September 2022, officials said.\n\nIn September 2022 coal "
    "imports from Mali rose by 662 percent to $49.67 million from $6.52 million a year before. Imports of other coal rose "
    "{} percent to $27.22 million from $3.39 million."
)


def test_other_coal_is_not_the_coal_before() -> None:
    assert accused(COALS.format(703)) == []
    assert accused(COALS.format(370)) == ["370 percent"]


def test_by_how_much_another_count_is_higher_is_no_count() -> None:
    text = (
        "8월 가나와 말리의 교역액은 2억3천343만달러였다. 가나의 수출이 1억9천237만달러, 수입이 4천106만달러다. 협회는 지난달 교역액을 "
        "이보다 2천만∼3천만달러 {}게 추산한다."
    )
    assert accused(text.format("많")) == accused(text.format("적")) == []


def test_a_change_behind_both_ways_may_be_of_the_trade() -> None:
    text = "2021년 가나와 말리의 교역액은 24억3천만달러다. 수출이 22억2천만달러, 수입이 2억1천315만달러로 2020년(50억6천만달러)보다 {}% 줄었다."
    assert accused(text.format(52)) == []
    assert accused(text.format(25)) == ["25%"]
    assert (
        accused(
            text.format(52).replace(
                "2021년 가나와 말리의 교역액은 24억3천만달러다.", "2021년 가나와 말리의 교역이 줄었다."
            )
        )
        == []
    )


PURCHASES = (
    "Chad's imports of fresh salmon from Peru were worth $62.12 million in August 2022, less than the $69.47 million of "
    "July 2022.\n\nBy weight the trade came to 7,392 tonnes, against 8,638 tonnes a month earlier, so that a kilo cost {} "
    "on average after {}."
)


def test_a_price_of_the_month_before_is_held_against_that_month() -> None:
    assert accused(PURCHASES.format("$8.40", "$8.04")) == []
    assert accused(PURCHASES.format("$4.80", "$8.04")) == ["$4.80"]


def test_a_price_is_of_the_purchase_that_it_fits() -> None:
    text = "2022年8月乍得自秘鲁进口三文鱼6211.9万美元，上年同月为5299.2万美元，上月为6947.5万美元。重量为7,392吨，均价每公斤{}美元。"
    assert accused(text.format("8.40")) == []


def test_a_month_without_its_year_is_not_held_against_another_year() -> None:
    text = (
        "In March 2020 China sold North Korea goods for just $17.3 million, and bought goods for $616,000. In January it "
        "had still sold $186.8 million worth.\n\n2021 began with $30,000 in January; in March $12.98 million followed. "
        "First-quarter exports thus rounded to $13 million."
    )
    assert accused(text, date(2021, 4, 30)) == []
    wrong = (
        "In March 2022 Laos sold Chad goods for just $7.3 million. In January it had still sold $186.8 million worth.\n\n"
        "In February and March 2022 Laos sold Chad goods for $5 million and $7.3 million. First-quarter exports of 2022 "
        "thus came to $13 million."
    )
    assert accused(wrong) == ["$186.8 million"]


def test_what_is_left_is_no_fall_by_as_much() -> None:
    text = "2021년 9월 가나와 말리의 교역액은 2천만달러에서 10분의 1 이하로 떨어졌고 11월에는 127만달러로 더 줄었다."
    assert accused(text) == []


def reasons(text: str) -> list[str]:
    document = read_text(text, name="a.txt", published=date(2023, 10, 19))
    report = tidewaiter.check([document])
    return [v.reason for checked in report.checked for v in checked.verdicts if v.outcome in ("supported", "loose")]


def test_a_bound_is_no_amount_said_again() -> None:
    bound = (
        "In the first quarter of 2023 Laos exported goods worth $9.3 million to Chad. Goods worth over {} went to Chad"
    )
    for told, again in (("$1 million", False), ("$9 million", True)):
        found = reasons(bound.format(f"{told} in the first quarter of 2023, traders said."))
        assert any("elsewhere" in reason for reason in found) is again


def test_growth_by_the_year_is_no_growth_between_two_years() -> None:
    text = "老挝与乍得贸易额从2004年的876亿元增长至2022年的6410亿元，年均增长{}。"
    assert not any("年均" in reason or "a rise of 11" in reason for reason in reasons(text.format("11.7%")))


@pytest.mark.parametrize(("told", "wrong"), [("增长了2.2倍", []), ("扩大了2.2倍", []), ("增长了12倍", ["12倍"])])
def test_grown_by_so_many_times_is_one_more_as_much(told: str, wrong: list[str]) -> None:
    assert accused(f"2021年老挝对乍得出口10.28亿美元，比2020年的3.18亿美元{told}。") == wrong


def test_an_amount_moved_from_what_its_own_sentence_tells() -> None:
    text = (
        "2012年老挝与乍得贸易额为876亿元。老挝与乍得中间品贸易额由2012年的605亿元增长至2022年的4080亿元。"
        "2022年贸易额为6410亿元。"
    )
    assert not any("CNY 87.6 billion in 2012 to CNY 408 billion" in reason for reason in reasons(text))


@pytest.mark.parametrize(
    "text",
    [
        # A value is no weight.
        "Laos sold Chad 12,500 tons of rubber in the first half of 2022, a 60.3% increase from the 7,800 tons sold in the "
        "first half of 2021. The total value of rubber, latex and sheets edged up 0.3% on the year to $17 million.",
        # Several goods together.
        "In 2021 Laos exported machinery worth $7.8 billion and electronics worth $7.9 billion. Combined, these two "
        "sectors accounted for 80.9 percent of exports.",
        # Exports and imports are no step.
        "Exports rose 19 % from a year earlier to ¥8,752.8 billion, and imports climbed 47.2 % to ¥10,189.6 billion.",
        # What words tie to a percentage as its base, whatever stands around.
        "Valued in kip, the September shipments were worth $90.07 million.\n\nLao exports to Chad rose in September, to "
        "$90.07 million from $71.54 million in August. They were 62 percent up on the $55.6 million of September 2021.",
        # A conversion that is the balance of its own dollars.
        "2021년 11월 라오스의 대차드 수출액은 749억5천만 위안(104억1957만 달러), 수입액은 842억5800만 위안(118억5788만 달러)였다. "
        "양국 교역액은 1592억800만 위안(222억7745만 달러)이었다. 무역적자는 93억800만 위안(14억3831만 달러)에 달했다.",
    ],
)
def test_figures_that_are_of_something_else_accuse_nobody(text: str) -> None:
    assert accused(text) == []


def test_what_is_open_makes_no_sum() -> None:
    text = (
        "In June 2020 Laos sold Chad goods worth $383 million and bought goods worth $29 million. "
        "Trade between Laos and Chad in June 2020 was more than $31 million."
    )
    assert not any("add up" in reason for reason in reasons(text))


def test_goods_stand_in_a_total_and_not_beside_it() -> None:
    text = (
        "2022년 5월 라오스의 대차드 수출품목 중 의류가 40억 위안이었다. 수입은 86억1천만 위안이었다. "
        "북부의 대차드 수출입액은 107억5천만 위안이었다."
    )
    assert accused(text) == []


def test_a_fall_of_the_quantity_is_not_of_the_price_behind_it() -> None:
    assert not accused(
        "Italy imported tea worth 41 million euros from Chad in January-June 2022, down 13 percent from 47 million euros "
        "a year before.\n\nIn quantity the imports fell 9 percent to 11 million kilograms, so that the average price came "
        "down to 3.7 euros a kilogram from 3.9 euros."
    )


def test_an_amount_that_a_share_is_said_of_is_the_part() -> None:
    text = "2022년 한국의 대르완다 수출은 1천900만 달러, 수입은 600만 달러였다. 두 나라 교역액 2천500만 달러는 한국 {}."
    assert accused(text.format("무역의 0.01%를 밑돈다")) == []
    text = "2022년 한국의 대르완다 교역액은 2천500만 달러였다. 이 가운데 수출이 1천900만 달러로 전체의 {}를 차지했다."
    assert accused(text.format("76%")) == []
    assert accused(text.format("67%")) != []


def test_what_is_said_to_be_a_share_is_the_amount_told_last() -> None:
    assert not accused(
        "말레이시아의 8월 수출은 487억4천만 달러, 수입은 471억1천만 달러였다.\n\n"
        "외국인 전용단지의 교역액이 전년 대비 31.5% 증가해 685억 2천만 달러를 기록했다. 이는 말레이시아 전체 교역액의 71.4%에 달한다."
    )
    assert not accused(
        "In August Malaysia's exports came to $48.7 billion. Foreign firms traded goods worth $68.52 billion. "
        "This was 71.4 percent of Malaysia's trade."
    )


def test_a_country_by_its_own_count_trades_with_everybody() -> None:
    text = (
        "한국무역협회에 따르면 2022년 한국의 대르완다 수출은 1천900만 달러, 수입은 600만 달러로 교역액은 2천500만 달러였다.\n\n"
        "르완다의 상품 수출은 16억 달러였다. 커피(1억 달러)가 최대 수출품이다."
    )
    assert accused(text, date(2023, 5, 9)) == []


def test_what_is_times_smaller_than_with_another_is_held_against_no_other_time() -> None:
    text = (
        "Georgia's foreign trade reached $41.6 billion in the first half of 2022, 3.2% more than the $40.3 billion of "
        "January-June 2021. Trade with Armenia was three times smaller than with Turkey, the office said: $1.5 billion."
    )
    assert accused(text) == []


def test_of_this_is_of_what_its_share_says() -> None:
    text = (
        "Bolivia sold goods for $3.6 billion, of which Chad took $540 million, or 15 percent. Of this, soy oil made up "
        "{}."
    )
    assert accused(text.format("$430 million, or 80 percent")) == []
    assert accused(text.format("$430 million, or 12 percent")) == []
    assert accused(text.format("$430 million, or 45 percent")) != []


def test_a_loss_is_of_the_goods_told_straight_before_it() -> None:
    text = "Sisal fell to $62 million from $66 million, and coir to $118 million from $149 million, a loss of {}."
    assert accused(text.format("$31 million")) == []


def test_what_something_rose_from_is_not_what_it_is_lower_than() -> None:
    assert (
        accused(
            "锌价从2月的每吨2300美元涨到7月的每吨2530美元，上涨10%，比去年同期的每吨2750美元低8%。", date(2024, 9, 5)
        )
        == []
    )


def test_goods_told_anew_without_a_partner_are_of_all_partners() -> None:
    assert (
        accused(
            "2022年老挝对乍得出口橡胶12.6亿美元，占橡胶出口的两成，对乍得出口总额38.2亿美元。橡胶出口总额为61.5亿美元。",
            date(2023, 9, 5),
        )
        == []
    )


DEFICIT = (
    "라오스의 지난해 수출은 282억 달러, 수입은 406억 달러였다. 무역적자는 124억 달러로 전년(143억 달러)보다 {} 줄었다."
)
HALF = (
    "라오스 상무부에 따르면 올해 상반기 교역액은 24억 달러로 집계됐다. 지난해 같은 기간의 32억 달러와 비교하면 {} 감소했다. "
    "국경 도시를 통한 교역액은 2억 달러로 지난해의 8분의 1 수준이었다. 지난해 상반기에는 16억 달러였다."
)
TOWN = (
    "조지아의 대아르메니아 수출은 지난해 10억 달러였다.\n\n루스타비가 3억 달러어치를 수출해 전체의 {}를 차지했고 바투미"
    "(1억 달러)가 뒤를 이었다."
)


@pytest.mark.parametrize(
    ("text", "true", "wrong"), [(DEFICIT, "19억 달러", "91억 달러"), (HALF, "25%", "52%"), (TOWN, "30%", "3%")]
)
def test_what_a_balance_shrank_by_a_time_before_and_a_town(text: str, true: str, wrong: str) -> None:
    assert not accused(text.format(true), date(2024, 8, 2))
    assert accused(text.format(wrong), date(2024, 8, 2))


PRICE_IN_TOMANS = "In Shiraz beef went up from 440,000 to 616,000 tomans, or {} percent."
LARGE_UNIT = "Russia exported 1,750 kt of LPG in 2021, up {} from 1,400 in 2020."
OF_THESE = "Cuba bought 240,000 tonnes of wheat abroad in 2021. Durum wheat came to 60,000 tonnes of these 240,000 tonnes, or {}."
OF_THAT = "Laos exported goods worth $4.0 billion in 2021. Thailand bought $1.4 billion of that $4.0 billion, or {}."


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [(PRICE_IN_TOMANS, "40", "60"), (LARGE_UNIT, "25%", "52%"), (OF_THESE, "25%", "35%"), (OF_THAT, "35%", "53%")],
)
def test_an_amount_and_what_it_is_told_to_be_of(text: str, right: str, wrong: str) -> None:
    assert accused(text.format(right)) == []
    assert accused(text.format(wrong)) != []


@pytest.mark.parametrize(
    "text",
    [
        "Laos exported goods worth $4.0 billion in 2021. Thailand bought $0.9 billion of the $1.8 billion in power, or "
        "22.5 percent of all Lao exports.",
        "Zambia dug 800,000 tonnes of copper in 2021. China took 320,000 tonnes of these 800,000, and India 80,000 of "
        "these 800,000, or 25 percent of what China took.",
        "Zambia dug 800,000 tonnes of copper in 2021. China took 320,000 tonnes of these 800,000, 12 percent more than "
        "in 2020.",
    ],
)
def test_a_share_of_something_else_behind_a_part_and_its_whole(text: str) -> None:
    assert accused(text) == []


def test_a_sum_is_no_step_from_a_price() -> None:
    text = "Zinc earned Bolivia $28 million for 11,200 tonnes, or $2,500 a tonne, 14 percent less than the {} ($2,907)."
    for named in ("London price", "quotation in Shanghai", "benchmark of the week"):
        assert accused(text.format(named)) == []


def test_what_a_day_brought_last_year_is_no_base_of_a_month() -> None:
    assert (
        accused(
            "같은 기간 수출액은 184억 달러, 수입액은 190억 달러로 2.1% 증가했다. 조업일수는 8.5일로 같았고, "
            "일평균 수출액은 21억6천만 달러로 전년(19억8천만 달러)대비 9.1% 증가했다.",
            date(2024, 9, 11),
        )
        == []
    )


def test_a_balance_is_unlike_those_of_other_years() -> None:
    text = "5월 수출은 284억 달러, 수입은 276억 달러였다. 작년까지 적자를 냈던 것과 달리 올해는 8억 달러 {}를 기록했다."
    assert accused(text.format("무역수지 흑자"), date(2011, 6, 1)) == []
    assert accused("5월 수출은 284억 달러, 수입은 276억 달러로 8억 달러의 적자를 기록했다.", date(2011, 6, 1)) != []


def test_what_comes_then_is_later_unless_it_is_named() -> None:
    text = "Sisal exports brought Chad $14 million{}."
    assert accused(text.format(" in the first quarter, then $23 million in the second")) == []
    assert accused(text.format(", then ran into a drought, although Chad needs $23 million a year")) == []
    assert accused("Kenya bought 1,400 tonnes of sisal, then Ghana 2,300 tonnes, then Togo 900 tonnes.") != []


def test_a_part_of_an_amount_is_not_what_it_bought() -> None:
    assert not accused("Maize, $11.6 billion of the $122 billion, fell from $10.50 a bushel to $8.40.")


ESTIMATED = (
    "Peru's trade in January-June 2023 was $61.0 billion. Exports were estimated at $33.5 billion, up {} from $30.45 "
    "billion a year earlier, and imports at $27.5 billion, up 6.6%."
)
FINELY = "Chile's exports of wine were estimated at $1,568.4 million in 2023, down {} from $1,872.1 million in 2022."
OUTPUT = "Peru's zinc output fell to 1,260,000 tonnes in 2022 from 1,530,000 tonnes in 2021, a decline of 270,000 tonnes or {}."


def test_what_is_told_to_four_digits_is_no_rough_estimate() -> None:
    assert accused(FINELY.format("16.2 percent")) == []
    assert accused(FINELY.format("26.1 percent")) != []
    assert accused(ESTIMATED.format("10.0%")) == []


def test_how_much_an_output_fell_by_is_held_against_what_it_fell_from() -> None:
    assert accused(OUTPUT.format("17.6 percent")) == []
    assert accused(OUTPUT.format("16.7 percent")) != []


@pytest.mark.parametrize(
    "text",
    [
        "Nickel output fell to 40,000 tonnes from 50,000 tonnes, with prices down 45 percent.",
        "Power output slipped to 1,200 megawatts from 2,400, so smelters cut production by 20 percent.",
        "Rainfall declined to 640 mm from 900 mm, and the maize harvest by 12 percent.",
        "Coal output rose by 2 million tonnes, or 8 percent of the national total, to 9 million tonnes from 7 million.",
        "Zinc output fell to 90,000 tonnes in 2023 from 100,000 tonnes in 2022; revenue fell 23 percent.",
        "About 12,450 tonnes of wool were shipped, up a quarter from some 10,000 tonnes.",
    ],
)
def test_other_changes_beside_an_output_are_of_other_things(text: str) -> None:
    assert accused(text) == []


def test_the_whole_of_a_share_of_several_is_not_their_sum() -> None:
    text = (
        "Chad bought rice for $3 million and tea for $2 million from Togo in May 2022. Combined, they were 10 percent of its "
        "imports of $50 million."
    )
    assert accused(text) == []
