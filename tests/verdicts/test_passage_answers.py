"""What every room asks of a figure is made out once, and of each figure by itself."""

from dataclasses import replace

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text
from tidewaiter.verdicts.passages.once import once
from tidewaiter.verdicts.passages.passage import Passage

_asked: list[str] = []


@once
def _told(passage: Passage, claim: Claim) -> str:
    _asked.append(claim.text)
    return passage.lead(claim).split()[-1]


def test_a_question_is_answered_once_for_each_figure() -> None:
    _asked.clear()
    document = read_text("Benin bought rice worth $4 million and sugar for $3 million.", name="x")
    passage = Passage(document, extract(document))
    assert [_told(passage, claim) for claim in passage.claims * 2] == ["worth", "for"] * 2
    assert _asked == [claim.text for claim in passage.claims]
    # A copy of a figure is another one, also where the first has gone.
    assert [_told(passage, replace(passage.claims[0], start=claim.start)) for claim in passage.claims] == [
        "worth",
        "for",
    ]


def test_a_passage_forgets_with_itself() -> None:
    _asked.clear()
    document = read_text("Togo sold cotton for $4 million.", name="x")
    claims = extract(document)
    assert [_told(Passage(document, claims), claim) for claim in claims * 2] == ["for", "for"]
    assert len(_asked) == 2
