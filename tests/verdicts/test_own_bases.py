"""A change that names its own base is not held against an amount behind "and"."""

from __future__ import annotations

import pytest

from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text
from tidewaiter.verdicts.check import check


def _outcomes(text: str) -> set[str]:
    document = read_text(text, name="a.txt")
    (report,) = check([(document, extract(document))])
    return {verdict.outcome for verdict in report.verdicts}


@pytest.mark.parametrize(
    "text",
    [
        "Italy sold $612 million in goods to Chad last month, 23 percent more than in July 2023 and up from $571 million in "
        "June.",
        "Italy sold goods worth $612 million to Chad in July 2024, 23 percent more than in July 2023, but down from $641 "
        "million in June.",
    ],
)
def test_a_change_is_from_the_time_that_it_names(text: str) -> None:
    assert "contradicted" not in _outcomes(text)


def test_an_amount_tied_to_a_change_still_is_its_base() -> None:
    text = "Italy sold goods worth $612 million to Chad in July 2024, 23 percent more than the $571 million of June."
    assert "contradicted" in _outcomes(text)
