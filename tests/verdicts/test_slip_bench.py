"""Floors of the bench: from the bare text of an article to the slip that was made in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from slip_bench import Measures, articles, innocent, judged, make, measure, provoking

from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text
from tidewaiter.verdicts.check import check

#: Measured when they were set: caught 0.90, named 0.90, nobody accused.
CAUGHT, NAMED = 0.85, 0.85


@pytest.fixture(scope="module")
def measures(tmp_path_factory: pytest.TempPathFactory) -> Measures:
    folder: Path = tmp_path_factory.mktemp("bench")
    return measure(folder)


def test_no_true_figure_is_accused(measures: Measures) -> None:
    assert measures.accused == []
    assert measures.innocent > 200


def test_slips_that_the_article_exposes_are_caught_and_named(measures: Measures) -> None:
    assert measures.slips >= 50
    assert measures.caught / measures.slips >= CAUGHT, measures.missed
    assert measures.named / measures.slips >= NAMED, measures.misnamed


@pytest.mark.parametrize(
    ("figure", "kind", "printed"),
    [
        ("$165.4 million", "million_for_billion", "$165.4 billion"),
        ("80.7 percent", "digits_transposed", "87.0 percent"),
        ("$74.5 million", "factor_10", "$7.45 million"),
        ("$74.5 million", "factor_10 up", "$745 million"),
    ],
)
def test_slips_are_made_as_named(figure: str, kind: str, printed: str) -> None:
    assert make(figure, kind) == printed


def test_every_slip_changes_its_article() -> None:
    for article in articles():
        for figure in article["slips"]:
            assert figure in article["text"], (article["name"], figure)


def test_true_texts_that_provoke_accuse_nobody() -> None:
    texts = [read_text(one["text"], name=one["name"]) for one in provoking()]
    assert len(texts) >= 70
    read = [(text, extract(text)) for text in texts]
    assert sum(len(claims) for _, claims in read) > 280
    for one in (*check(read), *(check([pair])[0] for pair in read)):
        wrong = [v.reason for v in one.verdicts if v.outcome == "contradicted"]
        assert wrong == [], one.document.name


def test_true_articles_that_look_wrong_accuse_nobody(tmp_path: Path) -> None:
    read = []
    for article in innocent():
        checked = judged(article["name"], article["text"], tmp_path)
        wrong = [v.reason for v in checked.verdicts if v.outcome == "contradicted"]
        assert wrong == [], article["name"]
        read.append((checked.document, checked.claims))
    assert sum(len(claims) for _, claims in read) > 250
    together = [v.reason for one in check(read) for v in one.verdicts if v.outcome == "contradicted"]
    assert together == []
