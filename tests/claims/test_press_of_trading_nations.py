"""How the press of trading nations tells of a country's trade: with everybody, in its own years, by lists of partners."""

from __future__ import annotations

from decimal import Decimal

import pytest
from test_news_of_trade import read

from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Peru's gold exports came to $90 million in May, the customs office said. Some $4 million of it was "
            "sold to Chad. Bolivia and Ghana are neighbours of neither.\n\nPeru imported coal worth $45 million "
            "in May. Sugar imports to Peru rose 3 percent from a year earlier.",
            [
                "$90 million | USD trade_value | 2024-05 | PER> | gold",
                "$4 million | USD trade_value | 2024-05 | PER>TCD | gold",
                "$45 million | USD trade_value | 2024-05 | >PER | coal",
                "3 percent | percent change increase yoy | 2024-05 | >PER | Sugar",
            ],
        ),
        (
            "Mali's export trade fell 3 percent in 2023 from 2022. Its import trade rose 4 percent.",
            [
                "3 percent | percent change decrease yoy | 2023 | MLI> | all goods",
                "4 percent | percent change increase yoy | 2023 | >MLI | all goods",
            ],
        ),
        (
            "Mali's import and export trade came to $4 billion in 2023.",
            [
                "$4 billion | USD trade_value | 2023 | MLI | all goods",
            ],
        ),
        (
            "Sales to Uganda grew by 4 percent in May, Kenya's statistics office said. Kenya's tea sales there "
            "earned Sh9 million. Kenya's maize imports were small, and so were Kenya's of rice.",
            [
                "4 percent | percent change increase none | 2024-05 | KEN>UGA | all goods",
                "Sh9 million | KES trade_value | 2024-05 | KEN>UGA | tea",
            ],
        ),
        (
            "Togo's exports rose in May. Export earnings from Mali grew 45 percent, and export revenue from cocoa"
            " fell 4 percent.",
            [
                "45 percent | percent change increase none | 2024-05 | TGO>MLI | all goods",
                "4 percent | percent change decrease none | 2024-05 | TGO>MLI | cocoa",
            ],
        ),
        (
            "Togo's exports rose in May. Other markets where receipts showed growth include Mali (51 percent) and"
            " Peru (47.4 percent).",
            [
                "51 percent | percent change increase none | 2024-05 | TGO>MLI | all goods",
                "47.4 percent | percent change increase none | 2024-05 | TGO>PER | all goods",
            ],
        ),
        (
            "Togo's exports slid in May, notably to Mali (12 percent), Ghana (9.4 percent) and Peru (8 percent).",
            [
                "12 percent | percent change decrease none | 2024-05 | TGO>MLI | all goods",
                "9.4 percent | percent change decrease none | 2024-05 | TGO>GHA | all goods",
                "8 percent | percent change decrease none | 2024-05 | TGO>PER | all goods",
            ],
        ),
        (
            "Togo imported goods worth $900 million in May. China recorded a slight fall in imports to Togo, down"
            " 2 percent to $300 million.",
            [
                "$900 million | USD trade_value | 2024-05 | >TGO | all goods",
                "2 percent | percent change decrease none | 2024-05 | CHN>TGO | all goods",
                "$300 million | USD trade_value decrease vs_period | 2024-05 | CHN>TGO | all goods",
            ],
        ),
        (
            "Togo's imports fell in May. China was its largest supplier at $100 million, followed by Peru ($48 "
            "million) and ASEAN ($37 million).",
            [
                "$100 million | USD trade_value | 2024-05 | CHN>TGO | all goods",
                "$48 million | USD trade_value | 2024-05 | PER>TGO | all goods",
                "$37 million | USD trade_value | 2024-05 | >TGO | all goods",
            ],
        ),
        (
            "Togo's exports came to $4 billion in 2013. More than 90 percent of its exports typically go to Mali."
            " Ghana provides about 3,000 barrels of fuel a day to Togo.",
            [
                "$4 billion | USD trade_value | 2013 | TGO> | all goods",
                "90 percent | percent share | - | TGO>MLI | all goods",
                "3,000 barrels | barrels_per_day trade_quantity | - | GHA>TGO | fuel",
            ],
        ),
        (
            "The statistics of Chad's foreign trade showed that 300 tons of gum worth $2 million were exported "
            "from the country in May.",
            [
                "300 tons | tonnes trade_quantity | 2024-05 | TCD> | gum",
                "$2 million | USD trade_value | 2024-05 | TCD> | gum",
            ],
        ),
        (
            "Iran exported 4,000 tons of steel from March 21 to October 22, a 37 percent decline compared to the "
            "same period of the year before.",
            [
                "4,000 tons | tonnes trade_quantity | 2023-03-21/2023-10-22 | IRN> | steel",
                "37 percent | percent change decrease ytd_yoy | 2023-03-21/2023-10-22 | IRN> | steel",
            ],
        ),
        (
            "Iran's non-oil trade reached $35.4 billion in the first four months of the current Iranian calendar "
            "year (March 21-July 22). Its imports were $12 billion.\n\nIn the first four months of the current "
            "year Iran bought sugar worth $4 million.",
            [
                "$35.4 billion | USD trade_value | 2023-03-21/2023-07-22 | IRN | non-oil",
                "$12 billion | USD trade_value | 2023-03-21/2023-07-22 | >IRN | non-oil",
                "$4 million | USD trade_value | 2023-03-21/2023-07-22 | >IRN | sugar",
            ],
        ),
        (
            "Tea exports came to 25.2 Mnkg in May from 24.7 mnkg in April, Kenya's statistics office said. Sales "
            "to Peru fell to 4 mnkg in May from 4.7 in April.",
            [
                "25.2 Mnkg | kg trade_quantity | 2024-05 | KEN> | Tea",
                "24.7 mnkg | kg trade_quantity | 2024-04 | KEN> | Tea",
                "4 mnkg | kg trade_quantity decrease mom | 2024-05 | KEN>PER | Tea",
                "4.7 | kg trade_quantity | 2024-04 | KEN>PER | Tea",
            ],
        ),
        (
            "Nigeria's exports were N7.015.72 billion in May.",
            [
                "N7.015.72 billion | NGN trade_value | 2024-05 | NGA> | all goods",
            ],
        ),
        (
            "Syria got 500.000 tons of wheat from Romania in 2022 and 501.800 tons from Peru.",
            [
                "500.000 tons | tonnes trade_quantity | 2022 | ROU>SYR | wheat",
                "501.800 tons | tonnes trade_quantity | 2022 | PER>SYR | wheat",
            ],
        ),
        (
            "The trade between Mali and Peru amounted to $335.6 million in May, which is 4.2 percent ($4.59 "
            "million) less than a year earlier.",
            [
                "$335.6 million | USD trade_value | 2024-05 | MLI+PER | all goods",
                "4.2 percent | percent change decrease yoy | 2024-05 | MLI+PER | all goods",
                "$4.59 million | USD change decrease yoy | 2024-05 | MLI+PER | all goods",
            ],
        ),
        (
            "Mali's biggest export value in May was for oils obtained from bituminous minerals, with $5.2 million"
            " representing 79.6 per cent; this was followed by urea, with $3 million, or 1.2% of total exports.",
            [
                "$5.2 million | USD trade_value | 2024-05 | MLI> | oils",
                "79.6 per cent | percent share | 2024-05 | MLI> | oils",
                "$3 million | USD trade_value | 2024-05 | MLI> | urea",
                "1.2% | percent share | 2024-05 | MLI> | urea",
            ],
        ),
        (
            "Mali's tea exports fell to 162 million kg in 2023. US dollar earnings dipped to $854 million from "
            "$871 million in 2022. On a daily average, the drop was 2 percent, to 443 tonnes per day.",
            [
                "162 million kg | kg trade_quantity decrease yoy | 2023 | MLI> | tea",
                "$854 million | USD trade_value decrease yoy | 2023 | MLI> | tea",
                "$871 million | USD trade_value | 2022 | MLI> | tea",
                "2 percent | percent change decrease yoy | 2023 | MLI> | tea",
                "443 tonnes per day | tonnes_per_day trade_quantity decrease yoy | 2023 | MLI> | tea",
            ],
        ),
        (
            "Mali's exports fell 8 percent in May from a year earlier. Exports to Peru dropped 13 percent as "
            "shipments slowed to Chad, where growth recently has fallen to its slowest pace in three decades.",
            [
                "8 percent | percent change decrease yoy | 2024-05 | MLI> | all goods",
                "13 percent | percent change decrease yoy | 2024-05 | MLI>PER | all goods",
            ],
        ),
        (
            "Mali's rice exports in May exceeded 10 million tonnes in the month to date, up 25% from May last year.",
            [
                "10 million tonnes | tonnes trade_quantity | 2024-05 | MLI> | rice",
                "25% | percent change increase yoy | 2024-05 | MLI> | rice",
            ],
        ),
        (
            "Mali's grain exports have risen to 2.5 million tons so far in the 2023/24 July-June season. Exports "
            "for the entire 2022/23 season were 4.9 million tons of grain.",
            [
                "2.5 million tons | tonnes trade_quantity increase yoy | 2023-07/2024-06 | MLI> | grain",
                "4.9 million tons | tonnes trade_quantity | 2022-07/2023-06 | MLI> | grain",
            ],
        ),
        (
            "Cars worth $9 million were exported from Mali to Peru in May. Mali sold 300 cars to Peru in April. "
            "Cars are few there.\n\nMali imported goods from Peru in the amount of $4 million in May. Mali's "
            "exports to Peru rose by 3 percent in May.",
            [
                "$9 million | USD trade_value | 2024-05 | MLI>PER | Cars",
                "300 | cars trade_quantity | 2024-04 | MLI>PER | cars",
                "$4 million | USD trade_value | 2024-05 | PER>MLI | all goods",
                "3 percent | percent change increase none | 2024-05 | MLI>PER | all goods",
            ],
        ),
        (
            "Mali's exports dropped in May. Shipments fell 15 percent from a year earlier to $4.6 billion, the "
            "biggest drop in six months.",
            [
                "15 percent | percent change decrease yoy | 2024-05 | MLI> | all goods",
                "$4.6 billion | USD trade_value decrease yoy | 2024-05 | MLI> | all goods",
            ],
        ),
        (
            "Mali's exports dropped in May. Exports to top destination Togo dropped 13 percent. Exports to the "
            "third biggest market Ghana rose 11 percent. Deliveries to its southern neighbour Ivory Coast rose 4 "
            "percent. Imports from main supplier China rose 9 percent.",
            [
                "13 percent | percent change decrease none | 2024-05 | MLI>TGO | all goods",
                "11 percent | percent change increase none | 2024-05 | MLI>GHA | all goods",
                "4 percent | percent change increase none | 2024-05 | MLI>CIV | all goods",
                "9 percent | percent change increase none | 2024-05 | CHN>MLI | all goods",
            ],
        ),
        (
            "Mali's imports rose by 43.3% in May from a year earlier, reaching $510 million.",
            [
                "43.3% | percent change increase yoy | 2024-05 | >MLI | all goods",
                "$510 million | USD trade_value increase yoy | 2024-05 | >MLI | all goods",
            ],
        ),
        (
            "Mali's imports rose in May thanks to increases in these goods: transport equipment (30%); cereals "
            "and cereal preparations (28.4%); and widget casings (7.6%).",
            [
                "30% | percent change increase none | 2024-05 | >MLI | transport equipment",
                "28.4% | percent change increase none | 2024-05 | >MLI | cereals and cereal preparations",
                "7.6% | percent change increase none | 2024-05 | >MLI | widget casings",
            ],
        ),
        (
            "Mali's exports fell in May due to lower sales of 5 of the top 10 commodities: metal components "
            "(-27.8%), gold (-18.4%), and ignition wiring sets (-3.6%).",
            [
                "-27.8% | percent change decrease none | 2024-05 | MLI> | metal components",
                "-18.4% | percent change decrease none | 2024-05 | MLI> | gold",
                "-3.6% | percent change decrease none | 2024-05 | MLI> | ignition wiring sets",
            ],
        ),
        (
            "China's trade with its neighbours grew in 2023. Trade with Kazakhstan rose most (+$2.8 billion).",
            [
                "$2.8 billion | USD change increase yoy | 2023 | CHN+KAZ | all goods",
            ],
        ),
        (
            "Togo's imports came to $90 million in 2023. China supplied 12 percent of its imports.",
            [
                "$90 million | USD trade_value | 2023 | >TGO | all goods",
                "12 percent | percent share | 2023 | CHN>TGO | all goods",
            ],
        ),
        (
            "Togo's main export destinations in 2023 were Mali, Ghana and Benin, which together accounted for "
            "76.8 percent of total exports.",
            [
                "76.8 percent | percent share | 2023 | TGO> | all goods",
            ],
        ),
        (
            "Iran's pistachio exports earned 500 billion tomans in May.",
            [
                "500 billion tomans | IRR trade_value | 2024-05 | IRN> | pistachio",
            ],
        ),
        (
            "Togo's gold exports in May fell 5.2% from a month earlier, but shipments to Peru surged to a nine-"
            "month high.\n\nFor May, outbound shipments were 5,473 kg. That was down from 5,774 kg in April.",
            [
                "5.2% | percent change decrease mom | 2024-05 | TGO> | gold",
                "5,473 kg | kg trade_quantity decrease mom | 2024-05 | TGO> | gold",
                "5,774 kg | kg trade_quantity | 2024-04 | TGO> | gold",
            ],
        ),
        (
            "Togo's exports to Spain, France, Italy and Poland showed 6.05%, 4.25%, 3% and 20.30% growth "
            "respectively in May.",
            [
                "6.05% | percent change increase none | 2024-05 | TGO>ESP | all goods",
                "4.25% | percent change increase none | 2024-05 | TGO>FRA | all goods",
                "3% | percent change increase none | 2024-05 | TGO>ITA | all goods",
                "20.30% | percent change increase none | 2024-05 | TGO>POL | all goods",
            ],
        ),
        (
            "Togo's cocoa exports rose in May. Exports of these products to Ghana moved up by 5.4 percent.",
            [
                "5.4 percent | percent change increase none | 2024-05 | TGO>GHA | cocoa",
            ],
        ),
    ],
)
def test_how_the_press_of_trading_nations_tells(text: str, rows: list[str]) -> None:
    assert read(text) == rows


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Nigeria's exports were N7.015.72 billion in May.", ["7015720000000"]),
        ("Syria got 500.000 tons of wheat from Romania and 501.800 tons from Peru.", ["500000", "501800"]),
        ("Syria got 500.000 tons of wheat from Romania and 501.8 tons from Peru.", ["500", "501.8"]),
        (
            "Sales to Peru fell to 4 mnkg from 4.7, and to Chad to $4.1 million from 5.",
            ["4E+6", "4.7E+6", "4.1E+6", "5E+6"],
        ),
    ],
)
def test_numbers_as_they_are_printed(text: str, values: list[str]) -> None:
    found = [claim.value for claim in extract(read_text(text, name="a"))]
    assert found == [Decimal(value) for value in values]
