"""Turns of phrase in true articles that set a figure beside one it is not held against, and their wrong twins."""

from __future__ import annotations

from datetime import date

import pytest

import tidewaiter
from tidewaiter.documents.read import read_text


def accused(text: str) -> list[str]:
    document = read_text(text, name="a.txt", published=date(2022, 10, 19))
    report = tidewaiter.check([document])
    return [
        verdict.claim.text
        for checked in report.checked
        for verdict in checked.verdicts
        if verdict.outcome == "contradicted"
    ]


TWO_MONTHS = "10月份中越贸易额为4180万美元，低于9月的6990万美元，但仍是去年同期166万美元的{}倍。"
FACT_CHECK = (
    "Partners reported exports of only $184,000 under chapter 93 (arms and ammunition) to Eritrea in 2020. The United "
    "Arab Emirates, its largest supplier with $115.2 million of all goods, reported no arms. China reported "
    "$61 million of exports, half of it machinery."
)
DRUGS = (
    "Goods worth $71.5 million crossed from China into North Korea in August 2022.\n\nAntibiotics and other drugs made "
    "up $3.9 million. In the whole of 2021 the North bought just $6.2 million from China."
)


@pytest.mark.parametrize("text", [TWO_MONTHS.format("25"), FACT_CHECK, DRUGS])
def test_nobody_is_called_wrong(text: str) -> None:
    assert accused(text) == []


def test_a_multiple_of_the_month_it_is_of_is_worked_out() -> None:
    assert accused(TWO_MONTHS.replace("，低于9月的6990万美元，但仍", "，").format("35")) == ["35倍"]
