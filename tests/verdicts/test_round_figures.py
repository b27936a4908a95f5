"""How exactly a round figure is taken to be meant beside the others of its text."""

from __future__ import annotations

import pytest
from said import article, claimed

from tidewaiter.verdicts.within.precision import as_written


def told(*figures: tuple[str, str]) -> list[tuple[str | None, str | None]]:
    """The ends of each (words, value) figure's interval, as the text they make together has it."""
    document = article("Exports came to " + ", then ".join(words for words, _ in figures) + ".")
    claims = [claimed(words, value, text=document.text, document=document)[1] for words, value in figures]
    return [
        (None if c.low is None else str(c.low), None if c.high is None else str(c.high)) for c in as_written(claims)
    ]


def test_a_round_figure_beside_exact_ones_is_meant_as_exactly() -> None:
    found = told(("$300 million", "3e8"), ("$342 million", "342e6"), ("$314 million", "314e6"))
    assert found[0] != (None, None)
    assert found[1:] == [(None, None), (None, None)]


@pytest.mark.parametrize("written", ["$5 000 million", "$5\u00a0000 million", "$5'000 million"])
def test_thousands_apart_are_one_figure(written: str) -> None:
    assert told((written, "5e9"), ("$342 million", "342e6"), ("$314 million", "314e6"))[0] == (None, None)
