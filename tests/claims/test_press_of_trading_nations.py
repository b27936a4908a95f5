"""How the press of trading nations tells of a country's trade: with everybody, in its own years, by lists of partners."""

from __future__ import annotations

import pytest
from test_news_of_trade import read


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
    ],
)
def test_how_the_press_of_trading_nations_tells(text: str, rows: list[str]) -> None:
    assert read(text) == rows
