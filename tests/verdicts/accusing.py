"""What a text is accused of when it is held against itself alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import tidewaiter
from tidewaiter.documents.read import read_text


def accusing(published: date | None) -> Callable[..., list[str]]:
    """A function that gives the figures of a text that are contradicted, in order; `published` is the usual date."""
    usual = published

    def accused(text: str, published: date | None = usual) -> list[str]:
        report = tidewaiter.check([read_text(text, name="a.txt", published=published)])
        return [v.claim.text for checked in report.checked for v in checked.verdicts if v.outcome == "contradicted"]

    return accused
