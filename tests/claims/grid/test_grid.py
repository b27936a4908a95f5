"""The grid: composed texts are read as they were made. A floor for each kind of part, which may only rise."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from compose import every_frame
from tally import Tally, judge

FLOORS = yaml.safe_load((Path(__file__).parent / "floors_en.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def tally() -> Tally:
    counted = Tally()
    for text in every_frame(3):
        for expected, faults in judge(text):
            counted.add(expected.parts, faults)
    return counted


def test_whole_claims_of_the_grid_are_read(tally: Tally) -> None:
    assert tally.right() >= FLOORS["all"]


@pytest.mark.parametrize("part", sorted(set(FLOORS) - {"all"}))
def test_a_part_is_read_at_least_as_often_as_before(tally: Tally, part: str) -> None:
    kind = [key for key in tally.done if key and key[0].startswith(f"{part}:")]
    assert kind
    low = {key[0]: tally.right(*key) for key in kind if tally.done[key] >= 6 and tally.right(*key) < FLOORS[part]}
    assert not low
