"""The whole check: every claim has an outcome, and outcomes of several checks come to one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from gold_claims import SHARED, gold_claims, gold_names
from marked_articles import article

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read as read_document
from tidewaiter.verdicts.check import check, combined, unchecked
from tidewaiter.verdicts.verdict import OUTCOMES, Verdict

TOTAL = {"sender": "CHN", "receiver": "PRK", "period": "2022-05", "goods": ("total",)}
SOME = Claim("a.txt", 0, 5, "$5", (0, 9), Decimal(5), None, None, "USD", measure="trade_value")


def said(check: str, outcome: str) -> Verdict:
    return Verdict(claim=SOME, outcome=outcome, check=check, reason="So.")


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ([], "unchecked"),
        ([("arithmetic", "unchecked")], "unchecked"),
        ([("arithmetic", "supported"), ("documents", "unchecked")], "supported"),
        ([("arithmetic", "supported"), ("arithmetic", "contradicted")], "contradicted"),
        ([("arithmetic", "supported"), ("statistics", "contradicted")], "contradicted"),
        ([("arithmetic", "contradicted"), ("statistics", "supported")], "supported"),
        ([("documents", "contradicted"), ("arithmetic", "supported")], "supported"),
        ([("documents", "supported"), ("statistics", "loose")], "loose"),
    ],
)
def test_outcomes_of_several_checks(verdicts: list[tuple[str, str]], expected: str) -> None:
    assert combined(said(*verdict) for verdict in verdicts) == expected


@pytest.mark.parametrize(
    ("slots", "word"),
    [
        ("modality=denied", "denies"),
        ("modality=planned", "plan"),
        ("modality=expected", "forecast"),
        ("modality=conditional", "condition"),
        ("period=-", "time"),
        ("sender=-;receiver=-", "who sent"),
        ("goods=-", "which goods"),
        ("", "No other figure"),
    ],
)
def test_unchecked_says_what_is_missing(slots: str, word: str) -> None:
    _, claims = article(f"Exports were {{$14.5 million|{slots}}}.", **TOTAL)
    assert word in unchecked(claims[0]).reason


def test_no_claims_and_no_documents() -> None:
    assert check([]) == []
    document, _ = article("Nothing is said here.")
    assert check([(document, [])])[0].verdicts == ()


def test_the_same_question_twice_gives_the_same_answer() -> None:
    text = "Exports were {$14.5 million} in May, including {$846.6 million|goods=rice;product=rice} of rice."
    read = [article(text, **TOTAL)]
    assert check(read) == check(read)


def test_records_can_be_written_as_json() -> None:
    import json

    read = [
        article("Exports were {$14.5 million}, including {$846.6 million|goods=rice;product=rice} of rice.", **TOTAL)
    ]
    for verdict in check(read)[0].verdicts:
        record = json.loads(json.dumps(verdict.to_record()))
        assert record["outcome"] in OUTCOMES
        assert record["claim"].startswith("article.txt#")


#: The goods that the annotators' product names stand for.
KNOWN = {
    "pharmaceutical": "pharmaceuticals",
    "antibiotics": "antibiotics",
    "vaccines": "vaccines",
    "masks": "masks",
    "thermometers": "thermometers",
    "gloves": "surgical_gloves",
    "ventilators": "ventilators",
    "pandemic supplies": "pandemic_supplies",
    "soybeans": "soybeans",
    "soybean meal": "soybean_meal",
    "sugar": "sugar",
    "wheat flour": "wheat_flour",
    "soap": "soap",
}


@pytest.fixture(scope="module")
def seeds() -> dict[str, dict[str, str]]:
    if not SHARED.is_dir():
        pytest.skip("the annotated articles are not beside this checkout")
    checked = check([gold_claims(name, known=KNOWN) for name in gold_names()])
    seeds: dict[str, dict[str, str]] = {}
    for one in checked:
        found = seeds.setdefault(one.document.name[:3], {})
        for claim, outcome in one.outcomes.items():
            found.setdefault(claim.text, outcome)
            if outcome == "contradicted":
                verdict = next(v for v in one.verdicts if v.claim == claim and v.outcome == outcome)
                found[f"{claim.text} slip"] = f"{verdict.slip} {verdict.suggested}"
    return seeds


def test_of_the_annotated_articles_one_figure_is_wrong(seeds: dict[str, dict[str, str]]) -> None:
    wrong = [text for found in seeds.values() for text, outcome in found.items() if outcome == "contradicted"]
    assert wrong == ["$846.6 million"]
    assert seeds["003"]["$846.6 million slip"] == "million_for_thousand 846600"


def test_what_the_annotated_articles_bear_out(seeds: dict[str, dict[str, str]]) -> None:
    for text in (
        "85.2%",
        "$98 million",
        "$14.5 million",
        "$3 million",
        "$2.6 million",
        "$1.5 million",
        "stopped",
        "any",
    ):
        assert seeds["003"][text] == "supported", text
    for text in ("$3.9 million", "$930,932", "$491,808", "$2.7 million", "$1.7 million", "$8,000", "4.3 million"):
        assert seeds["001"][text] == "supported", text
    # Both documents speak of masks and of vaccines, in other words and at another rounding.
    assert seeds["001"]["10.7 million"] == seeds["003"]["10.6 million"] == seeds["003"]["$311,000"] == "supported"


def test_the_same_from_the_bare_texts() -> None:
    if not SHARED.is_dir():
        pytest.skip("the articles are not beside this checkout")
    documents = [read_document(path) for path in sorted((SHARED / "seeds").glob("*.txt"))]
    together = check([(document, extract(document)) for document in documents])
    alone = [check([(document, extract(document))])[0] for document in documents]
    for checked in (together, alone):
        wrong = [
            (v.claim.text, v.slip, v.suggested) for one in checked for v in one.verdicts if v.outcome == "contradicted"
        ]
        assert wrong == [("$846.6 million", "million_for_thousand", Decimal(846_600))]
    borne_out = {claim.text for one in together for claim, outcome in one.outcomes.items() if outcome == "supported"}
    assert borne_out >= {
        "85.2%",
        "$98 million",
        "$14.5 million",
        "$930,932",
        "$2.7 million",
        "10.6 million",
        "$311,000",
    }
