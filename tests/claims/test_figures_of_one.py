"""Quantities of general news that are easily missed: one of a unit, mixed numbers, ages behind a calling, offers."""

from __future__ import annotations

import pytest

from tidewaiter.claims.figures import figures, quantities
from tidewaiter.documents.read import read_text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She improved it by a centimetre.", [("a centimetre", "1", "cm")]),
        ("It stopped in under a minute.", [("a minute", "1", "minutes")]),
        ("Leave it for an hour and a half.", [("an hour and a half", "1.5", "hours")]),
        ("He pitched six and two-thirds innings.", [("six and two-thirds", "6.6667", "innings")]),
        ("The former clerk, 58, faces a trial.", [("58", "58", "years")]),
        ("It belonged to a woman of about 40.", [("40", "40", "years")]),
        ("The magnet makes a field of 13 tesla.", [("13 tesla", "13", "tesla")]),
        ("The subscription costs $9 a month.", [("$9 a month", "9", "USD_per_month")]),
        ("The soup costs $2 a portion.", [("$2 a portion", "2", "USD_per_portion")]),
        ("It ran on 3 million Linux servers.", [("3 million", "3000000", "servers")]),
        ("A $5 bonus was paid a year ago.", [("$5", "5", "USD")]),
        ("A magnitude 6 quake struck.", [("6", "6", "magnitude")]),
    ],
)
def test_quantities_of_general_news(text: str, found: list[tuple[str, str, str]]) -> None:
    read = [(text[f.start : f.end], f"{round(f.value, 4).normalize():f}", f.unit) for f in quantities(text)]
    assert read == found


def test_one_of_a_unit_claims_nothing() -> None:
    body = read_text("Chad bought a tonne of tea in under an hour.", name="a.txt").body
    assert figures(body, language="en") == ()
