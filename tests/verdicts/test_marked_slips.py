"""Floors of the benches of marks, and their ceiling: nobody innocent is accused."""

from __future__ import annotations

from functools import cache

import pytest
from marked_slips import FILES, Found, measure, versions

#: The share of slips caught and named, a little below what was measured when they were set.
FLOORS = {
    "marked.yml": (0.79, 0.75),
    "unseen.yml": (0.70, 0.63),
    "unseen_again.yml": (0.88, 0.82),
    "worded.yml": (0.90, 0.90),
    "rounds.yml": (0.78, 0.75),
    "newsroom.yml": (0.62, 0.60),
    "eastern.yml": (0.86, 0.76),
}


@cache
def found(file: str) -> Found:
    return measure(file)


@pytest.mark.parametrize("file", FILES)
def test_nobody_innocent_is_accused(file: str) -> None:
    assert found(file).accused == []
    assert found(file).innocent > 120


@pytest.mark.parametrize("file", FILES)
def test_slips_are_caught_and_named(file: str) -> None:
    caught, named = FLOORS[file]
    measures = found(file)
    assert measures.slips >= 15
    assert measures.caught / measures.slips >= caught, measures.missed
    assert measures.named / measures.slips >= named, measures.misnamed


@pytest.mark.parametrize("file", FILES)
def test_every_slip_changes_its_text(file: str) -> None:
    texts = list(versions(file))
    for version in texts:
        clean = next(other for other in texts if other.name == version.name and other.kind is None)
        assert (version.text == clean.text) == (version.kind is None)
