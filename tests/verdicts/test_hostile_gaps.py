"""What may stand between two figures is told in time in proportion to its length, however many spaces there are."""

from __future__ import annotations

import time

import pytest

from tidewaiter.verdicts.passages import tight
from tidewaiter.verdicts.tables import table

_SPACES = " " * 4000
_KINDS = [
    (tight._straight, "grew"),
    (tight._straight, "compared_after"),
    (tight._straight, "multiple_after"),
    (tight._between, "than"),
    (tight._between, "multiple_of"),
    (tight._ending, "a_change_of"),
]


@pytest.mark.parametrize(("pattern", "kind"), _KINDS)
def test_long_runs_of_spaces_cost_no_more_than_their_length(pattern, kind):
    phrase = next(str(p) for listed in table("links")[kind].values() for p in listed)
    gap = f"{_SPACES}{phrase}" * 3 + f"{_SPACES}x{_SPACES}!"
    started = time.process_time()
    assert pattern(kind).fullmatch(gap) is None
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize(("pattern", "kind"), _KINDS)
def test_every_phrase_is_found_with_and_without_spaces(pattern, kind):
    for phrase in (str(p) for listed in table("links")[kind].values() for p in listed):
        assert phrase == phrase.strip()
        for gap in (phrase, f" {phrase} ", f"  {phrase}   "):
            assert pattern(kind).fullmatch(gap), gap
    if pattern is not tight._ending:
        assert pattern(kind).fullmatch(f" {phrase}  US $ ")
