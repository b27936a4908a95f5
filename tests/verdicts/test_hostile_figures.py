"""Figures of nothing, and of more digits than can be reckoned with, are read and checked like any other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import tidewaiter
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text
from tidewaiter.verdicts.check import check

HUGE = "9" * 21
SAMPLES = sorted((Path(tidewaiter.__file__).parent / "samples").glob("20*.txt"))

TEXTS = [
    "가나는 지난해 토고에서 쌀 0달러(20%), 밀 1억 달러(10%)를 수입했다.",
    "加纳去年自多哥进口大米0美元（20%），小麦1亿美元（10%）。",
    f"Ghana sold Togo 3 tonnes of cocoa for ${HUGE} million in 2022, at $700 a tonne.",
    f"Ghana's exports to Togo rose {HUGE} percent to ${HUGE} million in 2022 from $5 in 2021.",
    f"Over 12 months Ghana's exports to Togo came to ${HUGE} million, on average $3 a month.",
    f"Ghana's exports to Togo came to {HUGE} million cedis ($3) in 2022, and its imports to 12 cedis ($2).",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_with_such_figures_is_checked(text: str) -> None:
    document = read_text(text, name="hostile")
    claims = extract(document)
    (checked,) = check([(document, claims)])
    assert claims
    assert {v.claim for v in checked.verdicts} <= set(claims)


@pytest.mark.parametrize("figure", ["0", "0.0", "0.0000000001", HUGE])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_with_such_figures_is_checked(path: Path, figure: str) -> None:
    text = re.sub(
        r"(?<!\d)(?!(?:19|20)\d\d(?!\d))\d[\d,.]*\d|(?<!\d)\d(?!\d)", figure, path.read_text(encoding="utf-8")
    )
    document = read_text(text, name="hostile")
    assert check([(document, extract(document))])
