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
        ("Exports were $2.79 billion (not $27.9 billion, as we wrote).", ["asserted", "denied"]),
        ("Exports were $2.79 billion rather than the $27.9 billion we gave.", ["asserted", "denied"]),
        ("A misplaced decimal point turned exports into $27.9 billion.", ["denied"]),
        ("An editing error gave exports as $27.9 billion; they were $2.79 billion.", ["denied", "asserted"]),
        ("Exports were printed as $27.9 billion by mistake.", ["denied"]),
        ("Exports rose not just by $3 million but by 4 percent.", ["asserted", "asserted"]),
        ("수출은 279억 달러가 아니라 27억9천만 달러다.", ["denied", "asserted"]),
        ("수출을 279억 달러로 잘못 표기했다. 27억9천만 달러가 맞다.", ["denied", "asserted"]),
        ("기사 작성 과정의 오류로 수출이 279억 달러로 나갔다.", ["denied"]),
        ("由于编辑失误，出口额被写成279亿美元。", ["denied"]),
        ("出口额为27.9亿美元，而非279亿美元。", ["asserted", "denied"]),
        ("China plans to export 30,000 tonnes of rice.", ["planned"]),
        ("Another 30,000 tonnes of rice are also due in October.", ["expected"]),
        ("The rise of exports to $30 million is due largely to coal.", ["asserted"]),
        ("Exports of $30 million are still due in part to coal.", ["asserted"]),
    ],
)
def test_mood(text: str, moods: list[str]) -> None:
    assert [claim.modality for claim in extract(read_text(text, name="a.txt"))] == moods
