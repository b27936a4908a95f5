"""How news outlets and trade press tell of trade: each text with every claim it makes, whole."""

from __future__ import annotations

from datetime import date

import pytest

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


def row(claim: Claim) -> str:
    ends = f"{claim.sender or ''}>{claim.receiver or ''}" if claim.sender or claim.receiver else ""
    moved = "" if claim.direction == "none" and claim.comparison == "none" else f" {claim.direction} {claim.comparison}"
    return " | ".join(
        [
            claim.text, f"{claim.unit} {claim.measure}{moved}", claim.period or "-",
            ends or "+".join(sorted(claim.partners)) or "-", claim.product or "-",
        ]
    )  # fmt: skip


def read(text: str) -> list[str]:
    return [row(claim) for claim in extract(read_text(text, name="a", published=date(2024, 6, 20)))]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Sesame exports rose 9 percent in May, the Kenya National Bureau of Statistics said.",
            ["9 percent | percent change increase none | 2024-05 | KEN> | Sesame"],
        ),
        (
            "Garment exports were $9 million in May, the Bangladesh Export Promotion Bureau said. Imports from India of"
            " cotton came to $3 million.",
            [
                "$9 million | USD trade_value | 2024-05 | BGD> | Garment",
                "$3 million | USD trade_value | 2024-05 | IND>BGD | cotton",
            ],
        ),
        (
            "Cashew exports were $7 million in May, the Vietnam Cashew Promotion Board said. To Peru, $1 million went.",
            [
                "$7 million | USD trade_value | 2024-05 | VNM> | Cashew",
                "$1 million | USD trade_value | 2024-05 | VNM>PER | Cashew",
            ],
        ),
    ],
)
def test_the_office_that_tells_of_it_says_whose_trade_it_is(text: str, rows: list[str]) -> None:
    assert read(text) == rows


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("the first nine months (July-March) 2022-23", "2022-07/2023-03"),
        ("the first half (July-December) of 2022-23", "2022-07/2022-12"),
        ("the first eight months (July-Feb) FY23", "2022-07/2023-02"),
        ("8MFY23", "2022-07/2023-02"),
        ("1HFY23", "2022-07/2022-12"),
        ("3QFY23", "2023-01/2023-03"),
        ("5M23", "2023-01/2023-05"),
        ("9M 2023", "2023-01/2023-09"),
        ("1H24", "2024-01/2024-06"),
        ("3Q23", "2023-07/2023-09"),
    ],
)
def test_short_names_of_months_of_a_year(told: str, period: str) -> None:
    assert [c.period for c in extract(read_text(
        f"Pakistan's rice exports came to $2 billion in {told}.", name="a", published=date(2024, 6, 20)
    ))] == [period]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Peru's foreign trade reached 62 million tons in May, of which over 46 million tons were related to exports and"
            " about 16 million tons were imported goods.",
            [
                "62 million tons | tonnes trade_quantity | 2024-05 | PER | all goods",
                "46 million tons | tonnes trade_quantity | 2024-05 | PER> | all goods",
                "16 million tons | tonnes trade_quantity | 2024-05 | >PER | all goods",
            ],
        ),
        (
            "Ghana's foreign trade came to 20 million tonnes in May; 12 million tonnes were imports and nearly 8 million"
            " tonnes exports.",
            [
                "20 million tonnes | tonnes trade_quantity | 2024-05 | GHA | all goods",
                "12 million tonnes | tonnes trade_quantity | 2024-05 | >GHA | all goods",
                "8 million tonnes | tonnes trade_quantity | 2024-05 | GHA> | all goods",
            ],
        ),
        (
            "Uganda earned $32 million from the export of 9,400 tons of tea in May.",
            [
                "$32 million | USD trade_value | 2024-05 | UGA> | tea",
                "9,400 tons | tonnes trade_quantity | 2024-05 | UGA> | tea",
            ],
        ),
        (
            "Mali bought 23 tonnes of tea from Chad in May, down 80% from 115 tonnes in April, which was itself up 12% from"
            " March.",
            [
                "23 tonnes | tonnes trade_quantity | 2024-05 | TCD>MLI | tea",
                "80% | percent change decrease mom | 2024-05 | TCD>MLI | tea",
                "115 tonnes | tonnes trade_quantity | 2024-04 | TCD>MLI | tea",
                "12% | percent change increase mom | 2024-04 | TCD>MLI | tea",
            ],
        ),
        (
            "Mali's imports of tea from Chad fell in May, with those from Niger slightly higher at 180 tonnes.",
            ["180 tonnes | tonnes trade_quantity increase vs_period | 2024-05 | NER>MLI | tea"],
        ),
        (
            "Mali's exports to Chad reached $232,487,283 in 2023, almost 35 million more than exports in 2022.",
            [
                "$232,487,283 | USD trade_value | 2023 | MLI>TCD | all goods",
                "35 million | USD change increase yoy | 2023 | MLI>TCD | all goods",
            ],
        ),
        (
            "Kenya exported 86, 288 tons of tea in May. On May 12, 380 tons went to Mali.",
            [
                "86, 288 tons | tonnes trade_quantity | 2024-05 | KEN> | tea",
                "380 tons | tonnes trade_quantity | 2024-05 | KEN>MLI | tea",
            ],
        ),
    ],
)  # fmt: skip
def test_what_a_sentence_says_of_each_of_its_figures(text: str, rows: list[str]) -> None:
    assert read(text) == rows
