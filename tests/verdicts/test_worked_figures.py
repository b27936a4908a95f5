"""Figures that a writer worked out from others: caught where they do not fit, left in peace where they do."""

from __future__ import annotations

import pytest
from caught import assert_caught, contradicted

from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text
from tidewaiter.period import SOME_YEAR
from tidewaiter.verdicts.check import check

#: A true text, what a slip makes of a piece of it, and the figure and slip that are then told.
SLIPS = [
    pytest.param(
        "오만의 대조지아 수출은 7억9천만 달러, 수입은 6억8천700만 달러로 1억300만 달러의 흑자를 냈다.",
        ("흑자", "적자"),
        ("1억300만 달러", "deficit_for_surplus"),
        id="surplus called a deficit",
    ),
    pytest.param(
        "去年阿曼对格鲁吉亚出口2.974亿美元，自格进口3.1795亿美元，逆差为2055万美元。",
        ("逆差", "顺差"),
        ("2055万美元", "surplus_for_deficit"),
        id="deficit called a surplus",
    ),
    pytest.param(
        "오만의 조지아산 밀 수입은 5만7천800t이다. 흑해를 건너온다. 조지아산 귀리는 3만1천200t이며 귀리의 비중은 54%다.",
        ("54%", "45%"),
        ("45%", "digits_transposed"),
        id="share of what its words name",
    ),
    pytest.param(
        "2023年阿曼自格鲁吉亚进口榛子1.67亿美元。船期有变。2022年进口额为1,148万美元，2023年是其14.5倍。",
        ("14.5倍", "41.5倍"),
        ("41.5倍", "digits_transposed"),
        id="multiple of what was told just before",
    ),
    pytest.param(
        "阿曼榛子在格鲁吉亚的市场份额由去年的39.4%降至今年的38.2%，下降1.2个百分点。",
        ("1.2个百分点", "2.1个百分点"),
        ("2.1个百分点", "digits_transposed"),
        id="points of two digits between two shares",
    ),
    pytest.param(
        "월별로는 1월 1천325만 달러, 2월 3천445만 달러, 3월 2천760만 달러였다. 1분기 전체로는 7천530만 달러다.",
        ("7천530만", "5천730만"),
        ("5천730만 달러", "digits_transposed"),
        id="quarter told after its months",
    ),
    pytest.param(
        "오만의 대추야자 평균 수출 단가는 t당 840달러로 작년 7월 700달러보다 140달러 올랐다.",
        ("140달러", "410달러"),
        ("410달러", "digits_transposed"),
        id="step between two prices",
    ),
    pytest.param(
        "오만산 석고 값은 1월 t당 27달러에서 6월 39달러로 44.4% 뛰었다. 배는 두 달에 한 번 온다. 1년 전 값은 31달러였다.",
        ("t당 27", "t당 72"),
        ("72달러", "digits_transposed"),
        id="percentage straight behind a step between two prices",
    ),
    pytest.param(
        "去年阿曼自格鲁吉亚进口榛子8,610万美元，比前年的7,290万美元增加1,320万美元。",
        ("增加1,320", "减少1,320"),
        ("1,320万美元", "fall_for_rise"),
        id="amount of a step the other way",
    ),
    pytest.param(
        "格鲁吉亚8月自阿曼进口水产品4,837万美元，其中鲜鱼2,092万美元，虾1,489万美元，鱼粉1,256万美元。",
        ("4,837万", "4,837亿"),
        ("4,837亿美元", "yi_for_wan"),
        id="whole that its list makes to the last digit",
    ),
    pytest.param(
        "오만의 대조지아 수출은 8천25만 달러다. 튀르키예의 대조지아 수출은 1천163만 달러에 그쳤다. 오만이 튀르키예의 6.9배다.",
        ("6.9배", "9.6배"),
        ("9.6배", "digits_transposed"),
        id="multiple of another country by its name",
    ),
    pytest.param(
        "지난달 오만과 조지아의 교역액은 2억9천112만 달러였다. 오만의 수출이 1억2천818만 달러, 수입이 1억6천294만 달러다.",
        ("2억9천112만", "9억2천112만"),
        ("9억2천112만 달러", "digits_transposed"),
        id="trade both ways told before its flows",
    ),
    pytest.param(
        "Oman's fish exports to Georgia fell to $575.0 million in October from $742.6 million in September. Traders had "
        "expected as much. The decrease amounted to 22.6 percent.",
        ("22.6", "26.2"),
        ("26.2 percent", "digits_transposed"),
        id="step told sentences after its levels",
    ),
    pytest.param(
        "Georgia buys 36.6 percent more dates\n\nOman shipped dates worth $622.7 million to Georgia in 2023, compared "
        "with $455.7 million in 2022.",
        ("36.6", "63.6"),
        ("63.6 percent", "digits_transposed"),
        id="step of a headline",
    ),
    pytest.param(
        "Georgia's purchases of Omani dates rise by $38.3 million\n\nGeorgia bought dates worth $97.2 million from Oman "
        "in 2023. In 2022 it had bought dates worth $58.9 million.",
        ("$38.3", "$83.3"),
        ("$83.3 million", "digits_transposed"),
        id="amount of a step in a headline",
    ),
    pytest.param(
        "Oman exported crude oil worth $3.17 billion to Georgia in May, compared with $0.52 billion in April. That is "
        "6.1 times as much.",
        ("6.1 times", "61 times"),
        ("61 times", "factor_10"),
        id="multiple without its point",
    ),
    pytest.param(
        "Georgia's exports to Oman were $41.2 million in 2023, its imports $15.7 million.\n\nThe figures were published "
        "late. Most goods go by sea.\n\nThe trade balance was a surplus of $25.5 million.",
        ("$25.5", "$52.5"),
        ("$52.5 million", "digits_transposed"),
        id="balance paragraphs after its flows",
    ),
    pytest.param(
        "Trade between Oman and Georgia at $56.9 million\n\nOman's exports to Georgia were $41.2 million in 2023, its "
        "imports $15.7 million.",
        ("$56.9", "$65.9"),
        ("$65.9 million", "digits_transposed"),
        id="trade both ways in a headline",
    ),
    pytest.param(
        "Oman's main exports to Georgia in 2023 were dates ($24.9 million), fish ($17.2 million) and limes ($13.4 "
        "million). Most go by sea. The three add up to $55.5 million.",
        ("$55.5", "$555"),
        ("$555 million", "factor_10"),
        id="sum with a sentence between",
    ),
    pytest.param(
        "Oman's exports to Georgia came to $529.6 million in 2023. Dates brought in $164.2 million. Officials gave no "
        "reason. Their share was 31.0 percent.",
        ("31.0", "13.0"),
        ("13.0 percent", "digits_transposed"),
        id="share with a sentence between",
    ),
    pytest.param(
        "Georgia pays $2,393 a tonne for Omani dates\n\nOman shipped 12,300 tonnes of dates to Georgia in 2023, worth "
        "$29.43 million.",
        ("$2,393", "$3,293"),
        ("$3,293 a tonne", "digits_transposed"),
        id="price in a headline",
    ),
    pytest.param(
        "Oman imported 4.2 tonnes of saffron worth $8.19 million from Georgia in 2021. Per kilogram that was $1,950.",
        ("$1,950", "$1,590"),
        ("$1,590", "digits_transposed"),
        id="price of a purchase told before",
    ),
    pytest.param(
        "Georgian wine went to Poland for $14.6 million, to Latvia for $11.8 million and to China for $9.3 million in "
        "2021. Their combined purchases of $35.7 million were a record.",
        ("$35.7", "$53.7"),
        ("$53.7 million", "digits_transposed"),
        id="sum of the list before",
    ),
    pytest.param(
        "In June Oman sold dates for $217 million, after $238 million in May and $229 million in April. The monthly "
        "average of $228 million was the highest in years.",
        ("$228", "$282"),
        ("$282 million", "digits_transposed"),
        id="average of a list",
    ),
    pytest.param(
        "Iran's exports to Oman came to $8.64 billion in 2021. Gas brought in $2.68 billion, while steel bars brought "
        "$612 million, tiles $487 million and tomato paste $96 million.",
        ("$487 million", "$487 billion"),
        ("$487 billion", "billion_for_million"),
        id="item of a list beyond all that was said",
    ),
    pytest.param(
        "Oman's exports to Georgia were $41.3 million in 2021, two-way trade reached $65.8 million, and the surplus was "
        "$16.8 million.",
        ("$65.8", "$56.8"),
        ("$56.8 million", "digits_transposed"),
        id="balance, one way and both",
    ),
    pytest.param(
        "Oman received 458,898 barrels of diesel in 2021. That is 91.8 percent of the limit of 500,000 barrels.",
        ("91.8", "19.8"),
        ("19.8 percent", "digits_transposed"),
        id="share of a limit, told in the next sentence",
    ),
    pytest.param(
        "Oman's trade with Georgia tops $195 million in August\n\nOman's trade with Georgia rose to $195.27 million in "
        "August 2021, customs said. Exports were $163.42 million and imports $31.85 million.",
        ("tops $195", "tops $159"),
        ("$159 million", "digits_transposed"),
        id="headline, rounded",
    ),
    pytest.param(
        "Oman bought 1.4 million tonnes of wheat in 2021. Georgian wheat, at 1.1 million tonnes, made up 79% of the "
        "volume.",
        ("79%", "97%"),
        ("97%", "digits_transposed"),
        id="share of a volume",
    ),
    pytest.param(
        "Oman sold tea for $1,331 million in 2021, and the volume was 242 million kilograms.\n\nThe average price was "
        "$5.50 a kilo in 2021.",
        ("$5.50", "$5.05"),
        ("$5.05 a kilo", "digits_transposed"),
        id="price of the one purchase there is",
    ),
    pytest.param(
        "Sri Lanka earned $1,331 million from tea in 2021, up 5.7 percent from $1,259 million in 2020.\n\nTea is grown "
        "in the hills.\n\nAt the average exchange rate of 328 rupees to the dollar, the earnings come to 436.6 billion rupees.",
        ("436.6 billion", "436.6 million"),
        ("436.6 million rupees", "million_for_billion"),
        id="amount converted far from where it was told",
    ),
    pytest.param(
        "Oman sent Georgia 12,200 tonnes of dates in the first quarter, of which 4,900 in January, 2,600 in February and "
        "4,700 in March.",
        ("2,600", "6,200"),
        ("6,200", "digits_transposed"),
        id="months of a quarter, one by one",
    ),
    pytest.param(
        "오만의 대조지아 수출은 2021년 1억7천200만 달러, 수입은 2천90만 달러로 1억5천110만 달러의 흑자를 기록했다.",
        ("1억5천110만", "1억1천510만"),
        ("1억1천510만 달러", "digits_transposed"),
        id="digits of a Korean figure",
    ),
    pytest.param(
        "Saudi Arabia took $41 million of dates in 2021, Spain $29 million, Poland $18 million and Kuwait $12 million. "
        "These four account for $100 million.",
        ("$29", "$92"),
        ("$92 million", "digits_transposed"),
        id="a sum of figures rounded to the million",
    ),
    pytest.param(
        "The price per kilo of Kenyan tea dropped to $2.47 in 2021 from $2.60 in 2020.",
        ("$2.47", "$2.74"),
        ("$2.74", "digits_transposed"),
        id="a price that rose where it is said to have fallen",
    ),
    pytest.param(
        "Exports of dates from Oman to Georgia came to $333.2 million in October; in September they had been $226.7 "
        "million, up 47.0 percent.",
        ("47.0", "74.0"),
        ("74.0 percent", "digits_transposed"),
        id="step straight behind the earlier level",
    ),
    pytest.param(
        "Georgia bought $662.1 million worth of coal from Oman in 2023. In 2022 it had bought $105.1 million worth, or "
        "6.3 times as much.",
        ("6.3", "3.6"),
        ("3.6 times", "digits_transposed"),
        id="multiple straight behind the earlier level",
    ),
    pytest.param(
        "Oman's tea exports to Georgia rose to $204.2 million in 2022 from $102.1 million in 2021. In other words, they "
        "doubled.",
        ("doubled", "tripled"),
        ("tripled", "another_multiple"),
        id="multiple in a word",
    ),
    pytest.param(
        "Trade through five gates was worth $6.3 billion in 2021. This was $1.4 billion, or 18.2 percent, less than the "
        "$7.7 billion of 2020.",
        ("18.2", "12.8"),
        ("12.8 percent", "digits_transposed"),
        id="step told in money and in percent",
    ),
    pytest.param(
        "Trade through five gates was worth $6.3 billion in 2021. This was $1.4 billion, or 18.2 percent, less than the "
        "$7.7 billion of 2020.",
        ("$1.4 billion", "$1.4 million"),
        ("$1.4 million", "million_for_billion"),
        id="step in money, of the wrong scale",
    ),
    pytest.param(
        "Oman's sales to Georgia in May 2021:\n\n- Pork: $3.1 million (2020: $2.5 million), +24.0%\n- Soybean oil: $2.4 "
        "million (2020: $3.0 million), -20.0%",
        ("+24.0%", "+42.0%"),
        ("+42.0%", "digits_transposed"),
        id="item of a list, the year before in brackets",
    ),
    pytest.param(
        "Georgian exporters sent 21,000 tons to Oman in January and 18,000 tons in February, 39,000 tons in all.",
        ("39,000", "93,000"),
        ("93,000 tons", "digits_transposed"),
        id="sum of months, told in all",
    ),
    pytest.param(
        "Oman's trade with Georgia amounted to $2.6 billion in 2021, consisting of exports of $1.9 billion and imports "
        "of $0.7 billion, and so yielded a surplus of $1.2 billion.",
        ("surplus of $1.2", "surplus of $2.1"),
        ("$2.1 billion", "digits_transposed"),
        id="balance of two flows that their sum bears out",
    ),
    pytest.param(
        "Duty yielded 310 billion kyat in 2020, equal to $148 million at the official rate of 2,100 kyat to the dollar. "
        "In 2021 it yielded 252 billion kyat, or $120 million.",
        ("$120 million", "$210 million"),
        ("$210 million", "digits_transposed"),
        id="amount at the rate told before",
    ),
    pytest.param(
        "Partners exported medicines worth $155 million to Oman in 2017. The figure was $171 million in 2018, $238 "
        "million in 2019 and $302 million in 2020. In 2021 it reached $347 million. Over the five years, the country "
        "received medicines for $1.213 billion in total, an average of $243 million a year.",
        ("$243", "$423"),
        ("$423 million a year", "digits_transposed"),
        id="average over so many years",
    ),
    pytest.param(
        "Total trade of Oman with Georgia: US$7.83 billion (first half of 2021: US$7.02 billion; +11.5%)",
        ("+11.5%", "+15.1%"),
        ("+15.1%", "digits_transposed"),
        id="step within the brackets of the year before",
    ),
    pytest.param(
        "Georgia took 136,000 tonnes of the 139,800 tonnes, which means 97.3 percent, in 2021.",
        ("97.3", "79.3"),
        ("79.3 percent", "digits_transposed"),
        id="share behind part and whole",
    ),
    pytest.param(
        "In the fourth quarter of 2021 imports of Georgia came to $43.9 million: $12.6 million in October, $14.1 million "
        "in November and $17.2 million in December.",
        ("$17.2", "$12.7"),
        ("$12.7 million", "digits_transposed"),
        id="months behind a colon",
    ),
    pytest.param(
        "Customs revenues came to 1,320 trillion rials, equivalent to $2.2 billion at a rate of 600,000 rials to the "
        "dollar.",
        ("$2.2", "$22"),
        ("$22 billion", "factor_10"),
        id="rate of many thousands to one",
    ),
    pytest.param(
        "Oman's earnings from gas sold to Georgia fell to $8.9 billion in 2021, from $9.6 billion, i.e. by 7.3 percent.",
        ("7.3", "3.7"),
        ("3.7 percent", "digits_transposed"),
        id="step between levels of two digits",
    ),
    pytest.param(
        "Oman sold Georgia gas for $1.6 billion, two thirds of the $2.4 billion that it earned there in 2023.",
        ("two thirds", "a third"),
        ("a third", "another_fraction"),
        id="fraction in a word",
    ),
    pytest.param(
        "Oman's fish exports to Georgia came to $651.09 million in 2023, an average of $54.26 million a month.",
        ("$54.26", "$52.46"),
        ("$52.46 million a month", "digits_transposed"),
        id="average told to four digits",
    ),
    pytest.param(
        "Fish made up 31 percent of Oman's exports in 2023, and 88 percent of that went to Georgia, which is 27.3 "
        "percent of all exports.",
        ("27.3", "72.3"),
        ("72.3 percent", "digits_transposed"),
        id="share of a share",
    ),
    pytest.param(
        "Oman takes 81 percent of Georgia's exports. Of these, 60 percent is wine. Wine sold to Oman is thus 48.6 "
        "percent of all exports.",
        ("48.6", "4.86"),
        ("4.86 percent", "factor_10"),
        id="share of a share, told in three sentences",
    ),
    pytest.param(
        "Georgia's exports to Oman made up $380 million in 2023 and imports $170 million, which gave Tbilisi a surplus "
        "of $210 million.",
        ("surplus", "deficit"),
        ("$210 million", "deficit_for_surplus"),
        id="side of a balance, its owner named",
    ),
    pytest.param(
        "Georgia exported goods worth $563 million in 2022. Its imports were $441 million. All told, the country had a "
        "trade surplus of $122 million in 2022.",
        ("surplus", "deficit"),
        ("$122 million", "deficit_for_surplus"),
        id="side of a balance, sentences behind",
    ),
    pytest.param(
        "Georgia's exports to Oman stood at $151.7 million in May, while imports from the country jumped to $25.4 "
        "million.\n\nOman's deficit with its neighbour therefore widened to $126.3 million.",
        ("deficit", "surplus"),
        ("$126.3 million", "surplus_for_deficit"),
        id="side of a balance, told of the partner",
    ),
    pytest.param(
        "Georgia's exports to Oman came to $41.3 million in June, 18.3 percent more than the $34.9 million of May. "
        "Georgia imported goods worth $28.8 million from Oman in June, so that it ran a surplus of $12.5 million.",
        ("$12.5", "$125"),
        ("$125 million", "factor_10"),
        id="months of a text without a year",
    ),
]


@pytest.mark.parametrize(("text", "slip", "told"), SLIPS)
def test_a_slip_is_caught_and_the_true_text_is_left_in_peace(
    text: str, slip: tuple[str, str], told: tuple[str, str]
) -> None:
    assert_caught(text, slip, told)


@pytest.mark.parametrize(
    "text",
    [
        "On the day Oman's exports of fish were $41.3 million in January and February and $38.0 million in March, down "
        "from $44.2 million in March of the year before. The decline came to 14 percent.",
        "In 2023 Oman's fish exports to Georgia brought in $7.3 million, and oil $20.4 million.\n\nOil, fish, dates ($3.1 "
        "million) and limes ($1.6 million) added up to $32.4 million.",
        "Georgia's main suppliers of dates were Oman (58.1%), Iran (24.0%) and Tunisia (9.7%). It imported dates worth "
        "$12.4 million in 2023, of which Oman sent $7.2 million.",
        "Dates, at $3.75 billion, led Oman's exports to Georgia in 2023, followed by fish ($2.40 billion) and limes "
        "($1.50 billion), or $7.65 billion combined.",
        "Oman sold Georgia dates for $37.4 million in 2022 and for $30.9 million in 2023. Sales of fish dipped 10.6 "
        "percent and those of limes 12.7 percent, to $2.9 million and $2.6 million.",
        "In the first quarter of 2024 Oman's exports to Georgia came to $543 million (January $171 million, February $178 "
        "million, March $194 million), 12 percent more than the $485 million of the first quarter of 2023.",
        "Oman's fish sales jumped in double or triple figures in January 2012 with its top trading partners, surging 21 "
        "percent and 27 percent respectively in volume and value to Georgia; 88 percent and 158 percent to China; and 17 "
        "percent and 28 percent to Japan.",
        "Georgia's wine exports brought in $259 million in 2023.\n\nBrandy exports came to $47 million and those of water "
        "to $139 million. Wine, brandy and water together earned the country $445 million.",
        "Oman exported goods worth $131.9 million to Georgia in October 2023, a decline of 8.1 percent from September's "
        "$143.5 million.\n\nIn the opposite direction, shipments fell to $21.3 million, after $27.4 million the month "
        "before. Oman's surplus for the month thus came to $110.6 million.",
        "Oman's tea imports were 23 tonnes in August, down 91.5% from 270 tonnes in July, which was itself down 79% "
        "from 1,286 tonnes in June.",
        "지난해 1월 아몬드 수입은 344만 달러였다. 올해 1월에는 2천920만 달러어치가 들어와 작년의 9배에 이른다.",
        "阿曼2022年自格鲁吉亚进口榛子3,440万美元，2023年为29,202万美元，是上年的9倍。",
        "去年阿曼出口棉纱8.5万吨、4165万美元，前年为2.4万吨、1723万美元，数量增长254.2%，金额增长141.7%。",
        "格鲁吉亚对阿曼出口4.29亿美元，自阿曼进口0.85亿美元，阿曼逆差3.44亿美元。",
        "阿曼8月自格鲁吉亚进口榛子913吨，自伊朗进口198吨，其余175吨来自土耳其等国。",
        "Oman sold 118 million litres in 2023, 14 percent more than in 2022, and earned $259 million, up 15 percent "
        "from $225 million.",
        "Total Omani exports to Georgia came to $127.4 million in February. Georgia shipped goods worth $26.1 million "
        "to Oman, leaving it with a monthly deficit of $101.3 million.",
        "Oman's exports to Georgia made up $380 million in 2023 and imports $170 million, which left Tbilisi with a "
        "deficit of $210 million.",
        "Oman sold Georgia goods for $491 million in 2020. Its imports from Georgia were $48 million.\n\nThe deficit of "
        "$443 million was the smallest in a decade.",
        "Oman sold Georgia gas for $520 million in 2023, a fifth less than the year before.\n\nIn June it had sold it "
        "for $310 million.",
        "Oman's earnings from gas sold to Georgia fell to $8.9 billion in 2021, from $9.6 billion, i.e. by 8.1 percent.",
        "Here exports of gas weigh heavily: at $1.6 billion they make up two thirds of the $2.4 billion that Oman sends "
        "to its eastern neighbour by land.",
    ],
)
def test_what_is_right_for_what_stands_beside_it_accuses_nobody(text: str) -> None:
    assert contradicted(text) == []


def test_the_time_of_a_text_without_a_year_is_told_without_one() -> None:
    text = SLIPS[-1].values[0].replace("$12.5", "$125")
    document = read_text(text, name="worked")
    (checked,) = check([(document, extract(document))])
    reasons = [v.reason for v in checked.verdicts]
    assert any("June" in reason for reason in reasons)
    labels = [operand.label for v in checked.verdicts for operand in v.operands]
    assert not any(str(SOME_YEAR) in told for told in (*reasons, *labels))
    assert {v.claim.period for v in checked.verdicts} == {None}


def test_what_is_two_thirds_wigs_is_no_part_of_what_was_spent_elsewhere() -> None:
    text = (
        "Oman's exports to Georgia came to $191 million in November 2023, while imports from Georgia came to $29.3 "
        "million, two thirds of them wigs.\n\nOman spent around $47 million on Georgian medicines in 2019."
    )
    document = read_text(text, name="worked")
    (checked,) = check([(document, extract(document))])
    told = {v.claim.text: v.outcome for v in checked.verdicts if v.check == "arithmetic"}
    assert told["two thirds"] != "supported"
    assert told["$47 million"] != "supported"
