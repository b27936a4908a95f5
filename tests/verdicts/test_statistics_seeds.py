"""The five real articles against the embedded book: borne out where it has them, and nobody wrongly accused."""

from datetime import date
from pathlib import Path

import pytest

from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read
from tidewaiter.ledger.store import open_ledger
from tidewaiter.verdicts.books.statistics import against_ledger
from tidewaiter.verdicts.verdict import Verdict

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real articles are not part of the project")

LEDGER = open_ledger(None)


def verdicts(name: str, *, published: date | None = None) -> list[Verdict]:
    (path,) = SEEDS.glob(f"{name}_*.txt")
    document = read(path, published=published)
    return against_ledger(document, extract(document), LEDGER)


@pytest.mark.parametrize(
    ("name", "figure"),
    [
        ("001", "10.7 million"),
        ("001", "$267,000"),
        ("003", "10.6 million"),
        ("003", "95,000"),
        ("003", "1,000"),
        ("003", "$311,000"),
        ("003", "$98 million"),
        ("003", "$14.5 million"),
        ("003", "any"),
        ("003", "85.2%"),
    ],
)
def test_the_book_bears_it_out(name: str, figure: str) -> None:
    found = [verdict for verdict in verdicts(name) if verdict.claim.text == figure]
    assert found, f"{figure} was not read"
    for verdict in found:
        assert verdict.outcome == "supported", verdict.reason
        assert all(row.source == "press" for operand in verdict.operands for row in operand.rows)
        assert all(operand.rows for operand in verdict.operands)


@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004"])
def test_only_the_wheat_flour_is_called_wrong(name: str) -> None:
    # Two of them do not say when they were written; a guess at the day would call nobody wrong.
    day = date(2022, 6, 25) if name == "003" else None
    wrong = [verdict for verdict in verdicts(name, published=day) if verdict.outcome == "contradicted"]
    assert [verdict.claim.product for verdict in wrong] == (["wheat flour"] if name == "003" else [])
    for verdict in wrong:
        assert verdict.slip in (None, "million_for_thousand")


def test_a_guessed_day_calls_nobody_wrong() -> None:
    found = [verdict for verdict in verdicts("003") if verdict.claim.product == "wheat flour"]
    assert [verdict.outcome for verdict in found] == ["unchecked"]
    assert "does not say when it was written" in found[0].reason


def test_vaccines_of_february_agree_in_both_articles() -> None:
    found = [
        v
        for name in ("001", "003")
        for v in verdicts(name)
        if v.claim.goods == ("vaccines",) and v.claim.period == "2022-02"
    ]
    assert {verdict.claim.document[:3] for verdict in found} == {"001", "003"}
    assert all(verdict.outcome == "supported" for verdict in found)
