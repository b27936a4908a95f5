"""What a check says of a text of a test, and whether a slip put into it is caught."""

from __future__ import annotations

from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text
from tidewaiter.verdicts.check import check
from tidewaiter.verdicts.intervals import CONTRADICTED


def contradicted(text: str) -> list[tuple[str, str | None]]:
    """The figures that a check contradicts, with the slip that it names."""
    document = read_text(text, name="worked")
    (checked,) = check([(document, extract(document))])
    return [(v.claim.text, v.slip) for v in checked.verdicts if v.outcome == CONTRADICTED]


def assert_caught(text: str, slip: tuple[str, str], told: tuple[str, str]) -> None:
    """A slip, what it makes of a piece of the text, is told; the true text is left in peace."""
    assert contradicted(text) == []
    assert told in contradicted(text.replace(*slip))
