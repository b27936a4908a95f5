"""Figures that belong together though sentences, other goods or other names stand between them."""

from __future__ import annotations

import pytest
from caught import assert_caught, contradicted

_TABLE = """Malawi: exports by sector, 2022

Sector | Value (US$ million) | Share of total (%)
Agriculture | 1,512.4 | 21.8
Minerals | 241.7 | 3.5
Manufacturing | 4,420.6 | 63.7
Fisheries | 298.3 | 4.3
Other | 467.0 | 6.7
Total | 6,940.0 | 100.0
"""
#: A true text, what a slip makes of a piece of it, and the figure and slip that are then told.
SLIPS = [
    pytest.param(
        "Malawi exported 41,300 tonnes of tea in 2022.\n\nThe crop earned $92.4 million. It made up 11.8 percent of "
        "total exports, which stood at $783 million in that year.",
        ("11.8 percent", "18.1 percent"),
        ("18.1 percent", "digits_transposed"),
        id="a share by its pronoun, the whole behind it",
    ),
    pytest.param(
        "Malawi sold Zambia tea worth $26.5 million in 2022.\n\nTobacco earned more. Tea made up 31.4 percent of all "
        "that Zambia bought from Malawi in that year, $84.4 million.",
        ("31.4 percent", "13.4 percent"),
        ("13.4 percent", "digits_transposed"),
        id="a share by its goods, the whole behind it",
    ),
    pytest.param(
        "Malawi's tobacco brought in $412.6 million in 2022, up from $391 million. All its exports came to $946.2 "
        "million, which means that tobacco took 43.6 percent of them.",
        ("43.6 percent", "34.6 percent"),
        ("34.6 percent", "digits_transposed"),
        id="a share by its goods, the whole before it",
    ),
    pytest.param(
        "Malawi's foreign trade reached $2.63 billion in 2022, an increase of $374 million, or 16.6 percent, on 2021.",
        ("16.6 percent", "61.6 percent"),
        ("61.6 percent", "digits_transposed"),
        id="a step in money and in percent",
    ),
    pytest.param(
        "Malawi's tea sales to Zambia fell by $2.4 million (13.6 percent) to $15.3 million in 2022.",
        ("13.6 percent", "1.36 percent"),
        ("1.36 percent", "factor_10"),
        id="a step in money and in percent before its level",
    ),
    pytest.param(
        "Malawi's tea earned $92.4 million in 2022, down from $95 million. Tobacco brought in $412 million and sugar "
        "$61.3 million, taking total farm exports to $565.7 million.",
        ("$61.3 million", "$613 million"),
        ("$613 million", "factor_10"),
        id="a sum that goes on from the sentence before",
    ),
    pytest.param(
        "Malawi exported blueberries worth $46.2 million in 2022.\n\nThe fruit went to Zambia for the most part: its "
        "purchases were worth $19.4 million, 42 percent of the total.",
        ("42 percent", "24 percent"),
        ("24 percent", "digits_transposed"),
        id="a share of the whole told last",
    ),
    pytest.param(
        "Malawi's non-tobacco exports to Zambia reached $214 million in 2022. The same exports had been $186 million "
        "in 2021, so that they grew by 15.1 percent.",
        ("15.1 percent", "1.51 percent"),
        ("1.51 percent", "factor_10"),
        id="a step that follows from two levels",
    ),
    pytest.param(
        "Malawi's exports came to $946 million in 2022.\n\nThe farmers had a bad year. Imports amounted to $1,538 "
        "million. Total foreign trade was therefore $2,484 million.",
        ("$2,484 million", "$2,844 million"),
        ("$2,844 million", "digits_transposed"),
        id="trade both ways of one country with everybody",
    ),
    pytest.param(
        "Iran's non-oil exports to Iraq reached $5.29 billion in 2020. Turkey took goods worth $3.61 billion. Iran's "
        "imports from Iraq came to $812 million, so that its surplus with Iraq was $4.48 billion.",
        ("$4.48 billion", "$44.8 billion"),
        ("$44.8 billion", "factor_10"),
        id="a balance of flows that other flows stand between",
    ),
    pytest.param(
        "Zambia bought 46,760 tonnes of rice from Malawi in 2022 for $21.4 million, or $458 a tonne. Sugar brought "
        "$16.3 million.",
        ("$21.4 million", "$2.14 million"),
        ("$2.14 million", "factor_10"),
        id="a price that is the market's",
    ),
    pytest.param(
        "Zambia's wheat purchases from Malawi more than doubled in 2022, to $15.3 million from $6.84 million in 2021. All "
        "its imports from Malawi came to $51.2 million in 2022.",
        ("$15.3 million", "$153 million"),
        ("$153 million", "factor_10"),
        id="more than doubled is not twenty times as much",
    ),
    pytest.param(
        "Malawi's tobacco topped the list of exports with $412 million in 2022. Tea came second with $92.4 million, "
        "followed by sugar with $61.3 million.",
        ("$61.3 million", "$613 million"),
        ("$613 million", "factor_10"),
        id="third in a rank whose first stands a sentence before",
    ),
    pytest.param(
        "Exports of Malawian tea rose to $92.4 million in 2022 from $71.5 million and accounted for 11.8 percent of total "
        "exports of $783 million.",
        ("11.8 percent", "18.1 percent"),
        ("18.1 percent", "digits_transposed"),
        id="a share behind a step",
    ),
    pytest.param(
        "Malawi's tea fetched $2.12 per kilogram in 2022, while Kenyan tea fetched $2.86 per kilogram, or 34.9 percent more.",
        ("34.9 percent", "43.9 percent"),
        ("43.9 percent", "digits_transposed"),
        id="one price above another",
    ),
    pytest.param(
        "Malawi's tobacco earned $412.6m in 2022, 14.3pc less than the $481.5m of 2021, and tea $92.4m. Sugar brought in "
        "$61.3m and nuts $34.9m.",
        ("$412.6m", "$41.26m"),
        ("$41.26m", "factor_10"),
        id="written with more decimals than the others",
    ),
    pytest.param(
        "Malawi's tobacco and its by-products contributed $412.6 million in 2022, 14.3 percent less than in 2021, when "
        "tobacco had brought in $481.5 million.",
        ("14.3 percent", "41.3 percent"),
        ("41.3 percent", "digits_transposed"),
        id="less than what goods of another name had brought",
    ),
    pytest.param(
        "去年马拉维自赞比亚进口玉米12万吨，比前年增长8%。\n\n去年两国贸易额为14.62亿美元，其中马拉维对赞比亚出口8.21亿美元，"
        "自赞比亚进口6.41亿美元。",
        ("8.21亿", "8.12亿"),
        ("8.12亿美元", "digits_transposed"),
        id="all trade in a text on maize",
    ),
    pytest.param(
        "All that Malawi sold Zambia in 2022 was worth $3.46 billion.\n\nTobacco brought $1.61 billion (46.5 percent) and "
        "tea $813 million (23.5 percent).",
        ("$3.46 billion", "$3.46 million"),
        ("$3.46 million", "million_for_billion"),
        id="the whole that two shares are of",
    ),
    pytest.param(
        "Malawi exported 48.3 million kilograms of tea in 2022.\n\nOf this, 31.6 million kilograms went to Zambia, 10.9 "
        "million to Kenya, 3.9 million to Egypt and 1.9 million to other countries.",
        ("3.9 million to", "39 million to"),
        ("39 million", "factor_10"),
        id="a whole list of what was told before",
    ),
    pytest.param(
        "Malawi exported tea worth $92.4 million in 2022. Zambia paid $41.3 million, Kenya $32.7 million and other "
        "countries $18.4 million.",
        ("$32.7 million", "$23.7 million"),
        ("$23.7 million", "digits_transposed"),
        id="a list that others make whole",
    ),
    pytest.param(
        "Malawi sold Zambia goods worth $9.36 billion in 2022, 4.5 percent more than the $8.96 billion of 2021, customs "
        "said.\n\nThat is an average of $780 million a month.",
        ("$780 million", "$78 million"),
        ("$78 million a month", "factor_10"),
        id="an average of what stands before its base",
    ),
    pytest.param(
        "Iran sold Zambia goods worth $9.36 billion in the last Iranian year, which ended on March 19, 2024. On average "
        "that is $780 million a month.",
        ("$780 million", "$78 million"),
        ("$78 million a month", "factor_10"),
        id="an average of a year that begins within a month",
    ),
    pytest.param(
        "Malawi's trade with Zambia came to $183.4 million in May 2022. Malawi's exports to Zambia made up $151.9 million "
        "of the total, while its imports from Zambia reached $31.5 million.\n\nThat left Zambia with a deficit of $120.4 "
        "million.",
        ("$31.5 million", "$51.3 million"),
        ("$51.3 million", None),
        id="what a sum and a balance tell alike",
    ),
    pytest.param(
        "Malawi exported 32,100 tonnes of tea in 2022, customs said.\n\nThe sales brought in $86.4 million, compared with "
        "$74.9 million in 2021.\n\nA tonne fetched an average of $2,692.",
        ("$2,692", "$2,962"),
        ("$2,962", "digits_transposed"),
        id="an average price and its purchase in two paragraphs",
    ),
    pytest.param(
        "Malawi exported 37.2 billion kilowatt-hours of electricity in 2022 and earned $2.38 billion.\n\nOf the volume "
        "exported, 31.1 billion kWh went to Zambia.\n\nA kilowatt-hour fetched 6.4 US cents.",
        ("6.4 US cents", "64 US cents"),
        ("64 US cents", "factor_10"),
        id="the price of a kilowatt-hour",
    ),
    pytest.param(
        "Malawi shipped 24.8 million kilograms of poultry to Zambia, Kenya and Egypt in 2022.\n\nOf this volume, 14.6 "
        "million kilograms went to Kenya, 6.3 million to Zambia and 3.9 million to Egypt.\n\nRevenue amounted to $46.9 "
        "million, so that the price averaged $1.89 a kilogram.",
        ("$1.89 a", "$1.98 a"),
        ("$1.98 a kilogram", "digits_transposed"),
        id="the price of all that was shipped",
    ),
    pytest.param(
        "Malawi sold Zambia tea worth $391 million in 2022.\n\nAll its exports there amounted to $3.19 billion, so that "
        "tea's share was 12.3 percent.",
        ("12.3 percent", "21.3 percent"),
        ("21.3 percent", "digits_transposed"),
        id="the share that goods have",
    ),
    pytest.param(
        "Malawi sold abroad goods worth $26.95 billion in 2022. Gold made up $7.48 billion of this, 27.8% of the total; "
        "without gold, exports were $19.47 billion.\n\nImports came to $38.99 billion, so that the deficit amounted to "
        "$12.04 billion.",
        ("27.8%", "28.7%"),
        ("28.7%", "digits_transposed"),
        id="a share beside what is told without its goods",
    ),
    pytest.param(
        "Malawi sold abroad goods worth $26.95 billion in 2022. Without gold, exports were $19.47 billion.\n\nImports came "
        "to $38.99 billion, so that the deficit amounted to $12.04 billion.",
        ("$12.04 billion", "$10.24 billion"),
        ("$10.24 billion", "digits_transposed"),
        id="a deficit behind what is told without some goods",
    ),
    pytest.param(
        "Malawi's tea exports were worth $2.77 billion in 2022, a drop of 4.8 per cent from $2.91 billion in 2021.\n\nOverall "
        "exports amounted to $10.33 billion.\n\nImports reached $9.84 billion, resulting in a trade surplus of $490 million.",
        ("$490 million", "$490 billion"),
        ("$490 billion", "billion_for_million"),
        id="a surplus in a text on one kind of goods",
    ),
    pytest.param(_TABLE, ("| 63.7", "| 67.3"), ("67.3", "digits_transposed"), id="a share in a table with a total"),
    pytest.param(_TABLE, ("298.3", "2,983"), ("2,983", "factor_10"), id="a row of a table with a total"),
    pytest.param(_TABLE, ("6,940.0", "9,640.0"), ("9,640.0", "digits_transposed"), id="the total of a table"),
]


@pytest.mark.parametrize(("text", "slip", "told"), SLIPS)
def test_a_slip_is_caught_and_the_true_text_is_left_in_peace(
    text: str, slip: tuple[str, str], told: tuple[str, str | None]
) -> None:
    assert_caught(text, slip, told)


@pytest.mark.parametrize(
    "text",
    [
        "Malawi exported tea worth $92.4 million in 2022. The crop made up 12 percent of total exports in 2021, which "
        "stood at $783 million.",
        "Malawi's tobacco brought in $412.6 million in 2022. All its exports came to $946.2 million, of which Zambia "
        "took 31 percent.",
        "Malawi's foreign trade reached $2.63 billion in 2022. Exports rose by $41 million, or 4.7 percent.",
        "Malawi's exports to Zambia came to $946 million in 2022. Its imports from everywhere amounted to $1,538 "
        "million. Total trade with Congo was $84 million.",
        "Malawi allowed the export of up to 250,000 tonnes of maize in 2022.\n\nBeans made up 702,000 tonnes of the total.",
        "Malawi shipped 1.94 million tonnes of beans for $1.42 billion in 2022, against 1.67 million tonnes the year before, "
        "when they earned $1.29 billion. The average price slipped to $732 a tonne.",
        "Malawi bought clothes worth 11.3 million euros from Togo in 2022. In quantity its purchases fell 10 percent to 711 "
        "tonnes, so that the average price came down to 15.9 euros a kilogram from 16.7 euros.",
        "Malawi, which sold Togo just $26 million of goods then, sold $73 million in 2022.",
        "Malawi sold Zambia power for $22.0 million in 2022. The total of $92.5 million was higher than in 2021.\n\nTrade "
        "between the two countries came to $115.4 million in 2022.",
        "Malawi sold coking coal for $41 million and all its coal for $58 million in 2022. The coal went to Zambia.",
        "On July 10 a kilogram of petrol sold for 12,300 kwacha in Blantyre. Diesel cost 10,200 kwacha, up from 9,400 "
        "kwacha. In Lilongwe, prices were about 1,000 kwacha lower.",
        "Malawi's imports totalled $286.1 million in the first half of 2022.\n\nZambia accounted for 97 percent. Trade with "
        "Zambia peaked in April 2022 and fell to $20.3 million in May 2022.\n\nThe main imports were plastics ($48 "
        "million) and medicines ($21 million).",
        "Malawi's exports of tea to Zambia were $3.46 million in 2022.\n\nTobacco brought $1.61 billion (46.5 percent) "
        "and sugar $813 million (23.5 percent).",
        "Malawi exported 48.3 million kilograms of tea in 2022.\n\nOf this, 31.6 million kilograms went to Zambia and "
        "10.9 million to Kenya.",
        "Malawi exported tea worth $92.4 million in 2022. In the first quarter Zambia paid $11.3 million, Kenya $12.7 "
        "million and other countries $8.4 million.",
        "Malawi sold Zambia goods worth $9.36 billion in 2022. In the same year it sold Kenya goods worth $2.4 billion. "
        "On average that is $200 million a month.",
        "Malawi's trade with Zambia came to $183.4 million in May 2022. Malawi's exports to Zambia were $151.9 million. "
        "Its imports of tea from Zambia reached $21.3 million.\n\nThat left Zambia with a deficit of $120.4 million.",
        "Malawi exported 32,100 tonnes of tea in 2022 for $86.4 million. On the Limbe auction, a tonne fetched an average "
        "of $2,962 in March 2022.",
        "Malawi exported 37.2 billion kilowatt-hours of electricity in 2022. All its exports earned $2.38 billion. A "
        "kilowatt-hour fetched 9.1 US cents.",
        "Malawi exported 32,100 tonnes of tea and tobacco in 2022, which brought in $186.4 million. Of this, tea earned "
        "$86.4 million. A tonne of tobacco fetched an average of $5,807.",
        "Malawi's exports of tea earned $1.04 billion in 2022. They had been given a target of $1.35 billion, and missed "
        "it by $310 million, or 23%. All exports stood at $44.47 billion, so tea's share was 2.3%.",
        "Malawi sold Zambia tea worth $391 million in 2022.\n\nIn December it was $52.4 million.\n\nTea came third after "
        "beans ($517 million) and gold ($428 million). The three goods together were worth $1.34 billion.\n\nAll exports "
        "amounted to $3.19 billion, so that tea's share was 12.3 percent.",
        "Malawi: main exports, 2022\n\nGoods | Value (US$ million) | Change (%)\nTea | 1,512.4 | 21.8\nTobacco | 241.7 | 3.5\n"
        "Sugar | 420.6 | 3.7\nTotal exports | 6,940.0 | 10.0\n",
        "Malawi: main exports, 2022\n\nGoods | Value (US$ million) | Share (%)\nTea | 1,512.4 | 21.8\nTobacco | 241.7 | 3.5\n"
        "Sugar | 420.6 | 6.1\nTotal | 6,940.0 | 100.0\n",
        "Malawi's exports without gold were $19.47 billion in 2022.\n\nImports without machines came to $38.99 billion, and "
        "the trade deficit amounted to $12.04 billion.",
        "Malawi sold tea worth $827 million in 2022. Asia bought for $223 million, Europe for $447 million and the Americas "
        "for $108 million. Africa accounted for the remaining $49 million.\n\nSpain was the largest single market with $116 "
        "million, ahead of China with $98 million.",
        "Malawi's exports to Zambia were $41.3 million in 2022, up or down from $44.2 million in 2021.",
    ],
)
def test_what_is_of_something_else_accuses_nobody(text: str) -> None:
    assert contradicted(text) == []
