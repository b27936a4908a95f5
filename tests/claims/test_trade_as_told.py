"""How outlets of many countries tell of trade: each text with every claim it makes, whole."""

from __future__ import annotations

import pytest
from test_news_of_trade import read


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Madrid, Spain.- Peru sold Cuba 300 tonnes of beans in May 2024. These imports rose 12 percent in"
            " relation to April 2024.",
            [
                "300 tonnes | tonnes trade_quantity | 2024-05 | PER>CUB | beans",
                "12 percent | percent change increase mom | 2024-05 | PER>CUB | beans",
            ],
        ),
        (
            "Peru's exports were $9 million in May. China became the largest market with exports to the country"
            " estimated at $3 million, followed by Chile $2 million.",
            [
                "$9 million | USD trade_value | 2024-05 | PER> | all goods",
                "$3 million | USD trade_value | 2024-05 | PER>CHN | all goods",
                "$2 million | USD trade_value | 2024-05 | PER>CHL | all goods",
            ],
        ),
        (
            "Italy ranked the second biggest supplier of Ghana in May with imports from the country of $14"
            " million, followed by Spain $9 million.",
            [
                "$14 million | USD trade_value | 2024-05 | ITA>GHA | all goods",
                "$9 million | USD trade_value | 2024-05 | ESP>GHA | all goods",
            ],
        ),
        (
            "Uganda's exports in May were led by coffee $40 million, tea $31 million and hides $2 million.",
            [
                "$40 million | USD trade_value | 2024-05 | UGA> | coffee",
                "$31 million | USD trade_value | 2024-05 | UGA> | tea",
                "$2 million | USD trade_value | 2024-05 | UGA> | hides",
            ],
        ),
        (
            "Uganda's exports of coffee reached $30 million in May, while those of tea stood at $4 million.",
            [
                "$30 million | USD trade_value | 2024-05 | UGA> | coffee",
                "$4 million | USD trade_value | 2024-05 | UGA> | tea",
            ],
        ),
        (
            "Uganda exported tea worth $9 million in May, beans with a value of $4 million and hides at a cost"
            " of $1 million.",
            [
                "$9 million | USD trade_value | 2024-05 | UGA> | tea",
                "$4 million | USD trade_value | 2024-05 | UGA> | beans",
                "$1 million | USD trade_value | 2024-05 | UGA> | hides",
            ],
        ),
        (
            "Mali's trade with Chad recorded a 12% year-on-year (YoY) decline in May, and 6% MoM.",
            [
                "12% | percent change decrease yoy | 2024-05 | MLI+TCD | all goods",
                "6% | percent change decrease mom | 2024-05 | MLI+TCD | all goods",
            ],
        ),
        (
            "Imports of maize by Peru were 2.15 million tonnes (mt) in 2023, against 0.46 mt in 2022.",
            [
                "2.15 million tonnes | tonnes trade_quantity | 2023 | >PER | maize",
                "0.46 mt | tonnes trade_quantity | 2022 | >PER | maize",
            ],
        ),
        (
            "Peru imported 929,700 kiloliters of diesel in 2023.",
            [
                "929,700 kiloliters | kilolitres trade_quantity | 2023 | >PER | diesel",
            ],
        ),
        (
            "Thailand, the biggest market with a thirst for gas, bought 3 million tonnes from Myanmar in May."
            " Myanmar's exports to Chad earned $2 million.",
            [
                "3 million tonnes | tonnes trade_quantity | 2024-05 | MMR>THA | all goods",
                "$2 million | USD trade_value | 2024-05 | MMR>TCD | all goods",
            ],
        ),
        (
            "Kenya sold Chad 300 tonnes of tea in 2023. Exports to Peru rose 12 percent in 2024.",
            [
                "300 tonnes | tonnes trade_quantity | 2023 | KEN>TCD | tea",
                "12 percent | percent change increase yoy | 2024 | KEN>PER | tea",
            ],
        ),
    ],
)
def test_how_agencies_tell_of_partners_and_goods(text: str, rows: list[str]) -> None:
    assert read(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Garment exports of Peru decreased by 12 per cent in terms of quantity to 43 million pieces and 3.9"
            " per cent in value terms to $143 million in May.",
            [
                "12 per cent | percent change decrease none | 2024-05 | PER> | Garment",
                "43 million pieces | units trade_quantity decrease vs_period | 2024-05 | PER> | Garment",
                "3.9 per cent | percent change decrease none | 2024-05 | PER> | Garment",
                "$143 million | USD trade_value decrease vs_period | 2024-05 | PER> | Garment",
            ],
        ),
        (
            "Peru's imports of tea jumped 33% in volume and 28% in value in May from a year earlier.",
            [
                "33% | percent change increase yoy | 2024-05 | >PER | tea",
                "28% | percent change increase yoy | 2024-05 | >PER | tea",
            ],
        ),
        (
            "Tea made up 30 percent of Peru's exports in weight and 12 percent in value in May.",
            [
                "30 percent | percent share | 2024-05 | PER> | Tea",
                "12 percent | percent share | 2024-05 | PER> | Tea",
            ],
        ),
        (
            "Tea exports of Peru grew 6% to $19 million in 2023 and those of beans declined sharply by 3.4% to"
            " $16 million.",
            [
                "6% | percent change increase yoy | 2023 | PER> | Tea",
                "$19 million | USD trade_value increase yoy | 2023 | PER> | Tea",
                "3.4% | percent change decrease yoy | 2023 | PER> | beans",
                "$16 million | USD trade_value decrease yoy | 2023 | PER> | beans",
            ],
        ),
        (
            "Exports to France grew sharply in May, reaching $195 million, Peru's statistics office said.",
            [
                "$195 million | USD trade_value increase vs_period | 2024-05 | PER>FRA | all goods",
            ],
        ),
        (
            "Mali's exports rose in May. Prices went up as demand grew, reaching $50 a bag.",
            [
                "$50 a bag | USD_per_bag price increase vs_period | 2024-05 | - | all goods",
            ],
        ),
        (
            "Peru sold 300 tonnes of tea in May. These figures do not include the export of coffee.",
            [
                "300 tonnes | tonnes trade_quantity | 2024-05 | PER> | tea",
            ],
        ),
        (
            "Peru did not export any tea in May 2024.",
            [
                "any | units trade_quantity | 2024-05 | PER> | tea",
            ],
        ),
        (
            "Peru exported tea worth $9 million from January through April 2024, 0.5 percent less compared to"
            " the same period last year ($9.05 million in January–April 2023).",
            [
                "$9 million | USD trade_value | 2024-01/2024-04 | PER> | tea",
                "0.5 percent | percent change decrease ytd_yoy | 2024-01/2024-04 | PER> | tea",
                "$9.05 million | USD trade_value | 2023-01/2023-04 | PER> | tea",
            ],
        ),
        (
            "Peru's trade was $5.8 million in May 2024. This figure is 9.4 percent higher year-on-year ($5.3"
            " million in May 2023).",
            [
                "$5.8 million | USD trade_value | 2024-05 | PER | all goods",
                "9.4 percent | percent change increase yoy | 2024-05 | PER | all goods",
                "$5.3 million | USD trade_value | 2023-05 | PER | all goods",
            ],
        ),
        (
            "China received 21 million tonnes of gas from Peru in 2023, which is $6.1 billion in monetary terms.",
            [
                "21 million tonnes | tonnes trade_quantity | 2023 | PER>CHN | gas",
                "$6.1 billion | USD trade_value | 2023 | PER>CHN | gas",
            ],
        ),
        (
            "Peru imported machinery worth $900 million in May. The share of Russia, the third exporter of"
            " machinery, amounted to 8.7 percent or $78.3 million, Turkey's share is 7.2 percent or $64.8"
            " million.",
            [
                "$900 million | USD trade_value | 2024-05 | >PER | machinery",
                "8.7 percent | percent share | 2024-05 | RUS>PER | machinery",
                "$78.3 million | USD trade_value | 2024-05 | RUS>PER | machinery",
                "7.2 percent | percent share | 2024-05 | TUR>PER | machinery",
                "$64.8 million | USD trade_value | 2024-05 | TUR>PER | machinery",
            ],
        ),
        (
            "Cement worth $4 million was brought from Chile to Peru in May.",
            [
                "$4 million | USD trade_value | 2024-05 | CHL>PER | Cement",
            ],
        ),
    ],
)
def test_how_changes_shares_and_brackets_are_told(text: str, rows: list[str]) -> None:
    assert read(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Peru's bean exports were worth $82 million from 250,947 tonnes in April 2023, $51 million from"
            " 153,507 tonnes in May and $10 million from 26,835 tonnes in January 2024.",
            [
                "$82 million | USD trade_value | 2023-04 | PER> | bean",
                "250,947 tonnes | tonnes trade_quantity | 2023-04 | PER> | bean",
                "$51 million | USD trade_value | 2023-05 | PER> | bean",
                "153,507 tonnes | tonnes trade_quantity | 2023-05 | PER> | bean",
                "$10 million | USD trade_value | 2024-01 | PER> | bean",
                "26,835 tonnes | tonnes trade_quantity | 2024-01 | PER> | bean",
            ],
        ),
        (
            "Peru's exports were $5 million in November 2022, $6 million in December and $7 million in January.",
            [
                "$5 million | USD trade_value | 2022-11 | PER> | all goods",
                "$6 million | USD trade_value | 2022-12 | PER> | all goods",
                "$7 million | USD trade_value | 2023-01 | PER> | all goods",
            ],
        ),
        (
            "Peru's exports were $5 million in December 2022, up from $4 million in January.",
            [
                "$5 million | USD trade_value increase vs_period | 2022-12 | PER> | all goods",
                "$4 million | USD trade_value | 2022-01 | PER> | all goods",
            ],
        ),
        (
            "In 2022, Peru's main exports were tea ($5 million) and zinc ($3 million). Its imports were rice ($2"
            " million).",
            [
                "$5 million | USD trade_value | 2022 | PER> | tea",
                "$3 million | USD trade_value | 2022 | PER> | zinc",
                "$2 million | USD trade_value | 2022 | >PER | rice",
            ],
        ),
        (
            "Peru's exports came to $9 million in 2023, more than in 2022 ($8 million). Imports were $2 million.",
            [
                "$9 million | USD trade_value | 2023 | PER> | all goods",
                "$8 million | USD trade_value | 2022 | PER> | all goods",
                "$2 million | USD trade_value | 2023 | >PER | all goods",
            ],
        ),
        (
            "Exports of hides, skins and articles 0.2 percent, and textile articles 3.8 percent of Peru's total"
            " in May.",
            [
                "0.2 percent | percent other | 2024-05 | PER> | hides|skins|articles",
                "3.8 percent | percent share | 2024-05 | PER> | textile articles",
            ],
        ),
        (
            "Myanmar shipped 1.9 million tonnes of rice with an estimated value of $700 million as of 31 January"
            " 2024 in the current financial year.",
            [
                "1.9 million tonnes | tonnes trade_quantity | 2023-04-01/2024-01-31 | MMR> | rice",
                "$700 million | USD trade_value | 2023-04-01/2024-01-31 | MMR> | rice",
            ],
        ),
        (
            "Myanmar shipped 1.9 million tonnes of rice as of 31 January in the current financial year 2023-2024.",
            [
                "1.9 million tonnes | tonnes trade_quantity | 2023-04-01/2024-01-31 | MMR> | rice",
            ],
        ),
        (
            "Pakistan's exports were $5 million in the 2021-22 FY.",
            [
                "$5 million | USD trade_value | 2021-07/2022-06 | PAK> | all goods",
            ],
        ),
        (
            "Switzerland sold Mali 51 tonnes of gold in May against 40 tonnes in April, and Chad 22.4 tonnes,"
            " three times the 7.4 tonnes of April.",
            [
                "51 tonnes | tonnes trade_quantity | 2024-05 | CHE>MLI | gold",
                "40 tonnes | tonnes trade_quantity | 2024-04 | CHE>MLI | gold",
                "22.4 tonnes | tonnes trade_quantity | 2024-05 | CHE>TCD | gold",
                "three times | times ratio none mom | 2024-05 | CHE>TCD | gold",
                "7.4 tonnes | tonnes trade_quantity | 2024-04 | CHE>TCD | gold",
            ],
        ),
    ],
)
def test_times_of_lists_lots_and_fiscal_years(text: str, rows: list[str]) -> None:
    assert read(text) == rows
