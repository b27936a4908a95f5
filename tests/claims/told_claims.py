"""The claims of a text of a test's own, by the words of their figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text

JUNE = date(2023, 6, 20)


def read(*paragraphs: str, day: date | None = JUNE) -> dict[str, Claim]:
    """The claims of an English text, published on a day or on none."""
    document = read_text("\n\n".join(paragraphs), name="a.txt", published=day)
    return {claim.text: claim for claim in extract(replace(document, language="en"))}


def lane(claim: Claim) -> str:
    """From whom to whom: "MLI>-"."""
    return f"{claim.sender or '-'}>{claim.receiver or '-'}"
