"""Scenes of several sentences: which time, trade and goods each figure is of. The floors may only rise."""

from __future__ import annotations

from datetime import date

import pytest
from scenes import scenes

#: The least share of figures whose slots are all right, of scenes of times and of those of trades and goods.
_FLOORS = {"scenes_en": 0.96, "courses_en": 0.95}
_DAYS = (date(2023, 5, 24), date(2019, 8, 26), date(2024, 11, 19))


@pytest.mark.parametrize("name", _FLOORS)
@pytest.mark.parametrize("day", _DAYS)
def test_what_holds_in_the_course_of_a_text(day: date, name: str) -> None:
    faults = {(scene.name, n): wrong for scene in scenes(day, name=name) for n, wrong in enumerate(scene.faults())}
    wrong = {place: fault for place, fault in faults.items() if fault[1]}
    assert 1 - len(wrong) / len(faults) >= _FLOORS[name], wrong
