"""Times that hang on a guess: a text without a day of its own, whose "last month" may be another year's.

A guessed time may bear a figure out, since chance seldom does. It never calls a writer wrong.
"""

from __future__ import annotations

import re

from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document

#: How a day begins to say where it was read, where nobody wrote it down.
_INFERRED = "inferred"
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")

WHY = "the text does not say when it was written, so its months may be those of another year"


def day_is_guessed(document: Document) -> bool:
    """Whether the day of publication is unknown, or was only inferred from what the text tells of."""
    return document.published is None or (document.published_from or "").startswith(_INFERRED)


def time_is_guessed(document: Document, claim: Claim) -> bool:
    """Whether a figure's year hangs on a guessed day: its own sentence does not write it out."""
    if claim.period is None or not claim.rules or not day_is_guessed(document):
        return False
    years = set(_YEAR.findall(claim.period))
    start, end = claim.sentence
    return not years <= set(_YEAR.findall(document.text[start:end]))
