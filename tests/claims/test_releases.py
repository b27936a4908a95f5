"""Releases of statistics offices, customs and central banks, and reports: every claim that each of them makes, whole."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.claims.learning.issuer import issuer, named_office
from tidewaiter.documents.read import read_text

RELEASES = yaml.load(
    (Path(__file__).parent / "data" / "releases_en.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)


def parties(claim: Claim) -> str:
    if claim.sender or claim.receiver:
        return f"{claim.sender or 'any'}>{claim.receiver or 'any'}"
    return "+".join(sorted(claim.partners)) or "-"


def row(claim: Claim) -> list[str]:
    return [
        claim.text, claim.unit, claim.measure, claim.direction, claim.comparison, claim.period or "-", parties(claim),
        claim.product or "-",
    ]  # fmt: skip


@pytest.mark.parametrize("release", RELEASES, ids=lambda release: release["name"])
def test_every_claim_of_a_release(release: dict) -> None:
    found = [row(claim) for claim in extract(read_text(release["text"], name=release["name"]))]
    assert found == release["claims"]


@pytest.mark.parametrize(
    ("head", "country"),
    [
        ("Turkish Statistical Institute: Foreign Trade Indices", "TUR"),
        ("Uganda Revenue Authority\nTrade in March 2022", "UGA"),
        ("Hong Kong Census and Statistics Department", "HKG"),
        ("External trade\nStatistics Botswana", "BWA"),
        ("TurkStat: exports up", "TUR"),
        ("PRESS RELEASE\nPort Vila, 3 May 2022\nTrade in March", "VUT"),
        # A correspondent's place is not whose trade is told of, nor is a partner's name beside an office.
        ("Iran sells more\nMoscow, 3 May 2022\nTrade grew", None),
        ("Exports to Kenya rise, customs say", None),
    ],
)
def test_the_head_of_a_text_says_whose_books_they_are(head: str, country: str | None) -> None:
    assert issuer(read_text(f"{head}\n\nExports came to $5 million.", name="a")) == country


def test_an_office_named_in_a_text_is_one_alone() -> None:
    assert named_office("Exports rose by 3 percent, TurkStat said.") == "TUR"
    assert named_office("Rosstat and TurkStat disagree.") is None
    assert named_office("Nobody said so.") is None
