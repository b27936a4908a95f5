"""Articles written for these tests, in several languages and styles, and every claim they make."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from tidewaiter.claims.claim import Claim
from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text

DATA = Path(__file__).parent / "data"
LANGUAGES = ("en", "ko", "zh")
GAP = "gap"


def articles(language: str) -> list[dict]:
    return yaml.load((DATA / f"articles_{language}.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def claims(article: dict, language: str) -> tuple[Claim, ...]:
    day = None if article["published"] == "none" else date.fromisoformat(article["published"])
    document = replace(read_text(article["text"], name=article["name"], published=day), language=language)
    return extract(document)


def parties(claim: Claim) -> str:
    if claim.sender or claim.receiver:
        others = "+".join(code for code in claim.partners if code not in (claim.sender, claim.receiver))
        return f"{claim.sender or '?'}>{claim.receiver or '?'}" + (f" ({others})" if others else "")
    return "+".join(sorted(claim.partners)) or "-"


def row(claim: Claim) -> list[str]:
    value = int(claim.value) if claim.value == claim.value.to_integral_value() else round(float(claim.value), 4)
    return [
        claim.text, str(value), claim.unit, claim.measure, claim.direction, claim.comparison, claim.base_period or "-",
        claim.period or "-", parties(claim), claim.product or "-", claim.modality, claim.source_kind,
    ]  # fmt: skip


CASES = [
    pytest.param(language, article, id=f"{language}: {article['name']}")
    for language in LANGUAGES
    for article in articles(language)
]


@pytest.mark.parametrize(("language", "article"), CASES)
def test_every_claim_of_an_article(language: str, article: dict) -> None:
    found = [row(claim) for claim in claims(article, language)]
    expected = article["claims"]
    assert [r[0] for r in found] == [r[0] for r in expected]
    wrong = [(f, e) for f, e in zip(found, expected, strict=True) if e[-1] != GAP and f != e]
    assert not wrong


def test_the_corpus_is_large_and_its_gaps_few() -> None:
    rows = [r for _, article in ((c.values[0], c.values[1]) for c in CASES) for r in article["claims"]]
    assert len(CASES) >= 40
    assert len(rows) >= 320
    assert sum(r[-1] == GAP for r in rows) / len(rows) <= 0.04


def test_texts_are_cut_exactly() -> None:
    for case in CASES:
        language, article = case.values
        for claim in claims(article, language):
            assert article["text"][claim.start : claim.end] == claim.text
            assert claim.sentence[0] <= claim.start < claim.end <= claim.sentence[1]
