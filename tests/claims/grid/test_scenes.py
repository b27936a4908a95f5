"""Scenes of several sentences: which time each figure is of, and what it is held against. The floor may only rise."""

from __future__ import annotations

from datetime import date

import pytest
from scenes import scenes

#: The least share of figures whose measure, direction, comparison, base and time are all right.
_FLOOR = 0.96


@pytest.mark.parametrize("day", [date(2023, 5, 24), date(2019, 8, 26), date(2024, 11, 19)])
def test_times_in_the_course_of_a_text(day: date) -> None:
    faults = {(scene.name, figure): wrong for scene in scenes(day) for figure, wrong in scene.faults()}
    wrong = {figure: fault for figure, fault in faults.items() if fault}
    assert 1 - len(wrong) / len(faults) >= _FLOOR, wrong
