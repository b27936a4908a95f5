"""What a text itself takes back is denied, and nothing else."""

import pytest

from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text


@pytest.mark.parametrize(
    ("text", "moods"),
    [
        ("Exports were $71.54 million, not $715.4 million as stated before.", ["asserted", "denied"]),
        ("An earlier version of this article said that China exported $1.451 billion of goods.", ["denied"]),
        ("The agency had mistakenly put imports at $5.1 billion.", ["denied"]),
        ("Exports did not exceed $5 million in May.", ["asserted"]),
        ("Exports were $3 million, not counting fuel worth $5 million.", ["asserted", "asserted"]),
        ("China plans to export 30,000 tonnes of rice.", ["planned"]),
    ],
)
def test_mood(text: str, moods: list[str]) -> None:
    assert [claim.modality for claim in extract(read_text(text, name="a.txt"))] == moods
