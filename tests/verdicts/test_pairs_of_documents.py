"""What becomes of a statement beside another document's: the pairs of bench/pairs.yml, in either order."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from marked_articles import article

from tidewaiter.verdicts.between.documents import between
from tidewaiter.verdicts.verdict import Verdict

PAIRS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "bench" / "pairs.yml").read_text(encoding="utf-8")
)
CHINA = {
    "sender": "CHN", "receiver": "PRK", "period": "2022-05", "goods": ("total",), "source_kind": "official_statistics",
}  # fmt: skip
#: What each kind is told by: the outcome, and words of the reason.
TOLD = {
    "agree": ("supported", "for the same"),
    "wording": ("loose", "difference of wording"),
    "release": ("unchecked", "two releases of one figure"),
    "definition": ("unchecked", "defined differently"),
    "copy": ("unchecked", "a copy is no witness"),
    "conflict": ("unchecked", "both cannot hold"),
}


def verdicts(pair: dict[str, Any], *, turned: bool) -> list[Verdict]:
    read = []
    for name, day in zip("ab", pair.get("days", (None, None)), strict=True):
        document, claims = article(pair[name], name=f"{name}.txt", **CHINA)
        read.append((replace(document, published=day), claims))
    return [v for v in between(read[::-1] if turned else read) if v.claim.document == "a.txt"]


def test_there_are_enough() -> None:
    assert len(PAIRS) >= 60
    assert {pair["is"] for pair in PAIRS} == {*TOLD, "apart"}


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['is']}: {pair['b'][:40]}")
def test_pairs(pair: dict[str, Any], turned: bool) -> None:
    found = verdicts(pair, turned=turned)
    if pair["is"] == "apart":
        assert found == []
        return
    (verdict,) = found
    outcome, words = TOLD[pair["is"]]
    assert (verdict.outcome, words in verdict.reason) == (outcome, True), verdict.reason
    assert verdict.operands
