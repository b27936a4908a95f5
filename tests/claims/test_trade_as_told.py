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
