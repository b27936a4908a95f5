"""The grid: composed texts are read as they were made. A floor for each kind of part, which may only rise."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml
from tally import GRIDS, Tally, judge

FLOORS = {
    language: yaml.safe_load((Path(__file__).parent / f"floors_{language}.yml").read_text("utf-8"))
    for language in GRIDS
}
#: How many texts of each frame are composed.
TIMES = {"en": 3, "ko": 2, "zh": 1}


@cache
def tally(language: str) -> Tally:
    counted = Tally()
    for text in GRIDS[language].every_frame(TIMES[language]):
        for expected, faults in judge(text):
            counted.add(expected.parts, faults)
    return counted


@pytest.mark.parametrize("language", GRIDS)
def test_whole_claims_of_the_grid_are_read(language: str) -> None:
    assert tally(language).right() >= FLOORS[language]["all"]


@pytest.mark.parametrize(
    ("language", "part"), [(name, part) for name, floors in FLOORS.items() for part in sorted(set(floors) - {"all"})]
)
def test_a_part_is_read_at_least_as_often_as_before(language: str, part: str) -> None:
    counted, floor = tally(language), FLOORS[language][part]
    kind = [key for key in counted.done if key and key[0].startswith(f"{part}:")]
    assert kind
    low = {k[0]: counted.right(*k) for k in kind if counted.done[k] >= 6 and counted.right(*k) < floor}
    assert not low
