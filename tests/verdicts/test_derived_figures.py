"""Figures worked out from others, in many wordings and places: what a slip makes of them is caught, truth is left."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
import yaml

from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text
from tidewaiter.verdicts.check import check
from tidewaiter.verdicts.intervals import CONTRADICTED

_FRAMES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "bench" / "derived.yml").read_text(encoding="utf-8")
)
#: Of each relation so many must be caught in all wordings and places; measured when it was set, less a little.
FLOORS = {
    "change": 0.9, "difference": 0.9, "multiple": 0.9, "share": 0.9, "balance": 0.9, "trade": 0.85, "sum": 0.85,
    "price": 0.9,
}  # fmt: skip
_IDLE = "The figures were released late. Officials gave no reason."


def texts(frame: dict[str, Any]) -> Iterator[str]:
    """Every way of telling what a figure comes from with the figure in each place, its wordings in turn."""
    same, own, head = (cycle(frame.get(place, [])) for place in ("same", "own", "head"))
    for told in frame["told"]:
        yield f"{told}{next(same)}. {_IDLE}"
        yield f"{told}. {next(own)}\n\n{_IDLE}"
        yield f"{told}. {_IDLE} {next(own)}"
        yield f"{told}.\n\n{_IDLE}\n\n{next(own)}"
        if frame.get("head"):
            yield f"{next(head)}\n\n{told}. {_IDLE}"


def accused(text: str) -> list[str]:
    document = read_text(text + "\n", name="derived")
    (checked,) = check([(document, extract(document))])
    return [v.claim.text for v in checked.verdicts if v.outcome == CONTRADICTED]


@pytest.mark.parametrize("frame", _FRAMES, ids=lambda frame: frame["relation"])
def test_slips_in_derived_figures_are_caught_wherever_they_stand(frame: dict[str, Any]) -> None:
    figures = {name: str(figure) for name, figure in frame["figures"].items()}
    found: list[bool] = []
    for text in texts(frame):
        true, wrong = text.format(**figures), text.format(**figures | {"x": figures["slip"]})
        assert accused(true) == [], true
        caught = accused(wrong)
        assert all(figures["slip"] in one for one in caught), (wrong, caught)
        found.append(bool(caught))
    assert sum(found) / len(found) >= FLOORS[frame["relation"]], (sum(found), len(found))
