"""Turns of dispatches, customs notes and reviews, and the slots that each settles (`data/dispatches_en.yml`)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text

CASES = yaml.load((Path(__file__).parent / "data" / "dispatches_en.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
DAY = "2023-06-20"


def slot(claim: Claim, name: str) -> str:
    if name == "lane":
        one_way = claim.sender or claim.receiver
        return f"{claim.sender or ''}>{claim.receiver or ''}" if one_way else "+".join(sorted(claim.partners)) or "-"
    value = getattr(claim, {"base": "base_period"}.get(name, name))
    return "none" if value is None else str(value)


@pytest.mark.parametrize("case", CASES, ids=[case["law"] for case in CASES])
def test_what_a_turn_settles(case: dict) -> None:
    day = date.fromisoformat(case.get("day", DAY))
    document = replace(read_text(case["text"], name="a.txt", published=day), language="en")
    claims = {claim.text: claim for claim in extract(document)}
    absent = set(case.get("absent", ())) & set(claims)
    found = {
        figure: {name: slot(claims[figure], name) for name in slots} if figure in claims else "not read"
        for figure, slots in case["claims"].items()
    }
    assert (found, absent) == (case["claims"], set())
