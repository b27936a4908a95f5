"""Ways of saying times and bases, wherever in a sentence they stand. The floor may only rise."""

from __future__ import annotations

from sayings import said
from tally import judge

#: The least share of figures whose measure, direction, comparison, base and time are all right.
_FLOOR = 0.98


def test_a_time_is_read_however_and_wherever_it_is_said() -> None:
    faults = [(expected.parts, text.text, wrong) for text in said(places=2) for expected, wrong in judge(text)]
    wrong = [fault for fault in faults if fault[2]]
    assert 1 - len(wrong) / len(faults) >= _FLOOR, wrong
