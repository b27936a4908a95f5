"""Hundreds of true sentences, made from the embedded book and from trades that never were: nobody may be accused."""

from collections import Counter

import pytest
from true_sentences import Sentence, accused, judged, made_up, sentences

from tidewaiter.ledger.store import open_ledger
from tidewaiter.verdicts.check import Checked

LEDGER = open_ledger(None)
SENTENCES = list(sentences(2))
ELSEWHERE = ["Vietnam and Ghana", "Turkey and Egypt"]


@pytest.fixture(scope="module")
def checked() -> list[Checked]:
    return [judged(sentence, LEDGER) for sentence in SENTENCES]


def wrongs(texts: list[Sentence], found: list[Checked]) -> dict[str, list[str]]:
    return {one.text: wrong for one, checked in zip(texts, found, strict=True) if (wrong := accused(checked))}


def test_there_are_many_of_them_in_three_languages() -> None:
    languages = Counter(sentence.name.split()[0] for sentence in SENTENCES)
    assert len(SENTENCES) >= 300
    assert min(languages["en"], languages["ko"], languages["zh"]) >= 30


def test_no_figure_of_a_true_sentence_is_called_wrong(checked: list[Checked]) -> None:
    assert wrongs(SENTENCES, checked) == {}


def test_most_figures_are_borne_out(checked: list[Checked]) -> None:
    outcomes = [outcome for one in checked for outcome in one.outcomes.values()]
    assert outcomes.count("supported") >= 0.8 * len(outcomes)


@pytest.mark.parametrize("names", ELSEWHERE)
def test_nobody_is_accused_by_the_arithmetic_of_a_true_text(names: str) -> None:
    texts = list(sentences(1, book=made_up(len(names)), names=names))
    found = [judged(sentence, None) for sentence in texts]
    assert wrongs(texts, found) == {}
    assert sum(outcome == "supported" for one in found for outcome in one.outcomes.values()) >= 150
