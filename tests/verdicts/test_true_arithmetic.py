"""True texts whose own figures must accuse nobody."""

from __future__ import annotations

from datetime import date

import pytest

from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text
from tidewaiter.verdicts.check import check


@pytest.mark.parametrize(
    "text",
    [
        # The step ends with its clause: what stands behind "while" is no level that it led to.
        "Tunis, 3 April 2021. Imports were $300 million in March, up 12 percent from $268 million, while exports stood "
        "at $342 million.",
        # "Of it" is of the amount before it in the sentence, and of none in the sentence before.
        "Hanoi, 5 May 2021. Vietnam bought 300 cars for $1.7 million. Of the $190 million in trade, $165 million was "
        "rice, $40 million of it to Manila.",
        # … or of all that was listed before.
        "Lima, 5 May 2021. Peru exported copper worth $410 million in April, gold worth $350 million and zinc worth $90 "
        "million. Exports to China and Japan made up $500 million of it.",
    ],
)
def test_nobody_is_called_wrong(text: str) -> None:
    document = read_text(text, name="true.txt", published=date(2021, 5, 5))
    (found,) = check([(document, tuple(extract(document)))])
    assert [v.reason for v in found.verdicts if v.outcome == "contradicted"] == []
