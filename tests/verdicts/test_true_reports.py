"""What statistics offices, boards and agencies print of their trade: true, and near to something that it is not."""

from __future__ import annotations

from datetime import date

import pytest
from accusing import accusing

from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text

#: True reports, and the day they were printed.
TRUE = [
    "In the fiscal year exports of sisal slipped to $62 million from $66 million, and coir to $118 million from $149 "
    "million, a loss of $31 million.",
    "Total exports of Laos were USD 8.4 billion in 2021. Trade with Thailand came to USD 9.1 billion. Exports to "
    "Thailand made up 59.5 percent of total exports (USD 5.0 billion), to Vietnam 12.1 percent.",
    "Ore exports earned Laos USD 2.9 billion in 2021 for 18.6 million tons, compared with the year before, when 11.2 "
    "million tons, 6.4 million tons of them by rail, brought 2.3 billion.",
    "In March: 9.4 billion kroner, up 4 per cent, of which herring 6.1 billion, up 5 per cent on March 2020, when it "
    "was 5.8 billion; mackerel 1.2 billion.",
    "In March alone, 4,300 tonnes of lentils were sold for $4.1 million - $0.95 a kilo, 8 percent above the mean of "
    "2020, $0.88.",
]


accused = accusing(date(2021, 10, 19))


@pytest.mark.parametrize("text", TRUE)
def test_a_true_report_is_not_accused(text: str) -> None:
    assert accused(text) == []


def test_a_sum_before_a_dash_is_no_price() -> None:
    def units(text: str) -> list[str]:
        return [claim.unit for claim in extract(read_text(text, name="a.txt"))]

    assert units("Lentils were sold for $4.1 million - $0.95 a kilo.") == ["USD", "USD_per_kg"]
    assert units("Lentils were sold at $0.90 - $0.95 a kilo.") == ["USD_per_kg"]
