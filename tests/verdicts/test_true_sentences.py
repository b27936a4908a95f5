"""Hundreds of true sentences, made from the embedded book: not one figure of them may be called wrong."""

from collections import Counter

import pytest
from true_sentences import accused, judged, sentences

from tidewaiter.ledger.store import open_ledger

LEDGER = open_ledger(None)
SENTENCES = list(sentences(2))


@pytest.fixture(scope="module")
def checked() -> list:
    return [judged(sentence, LEDGER) for sentence in SENTENCES]


def test_there_are_many_of_them_in_three_languages() -> None:
    languages = Counter(sentence.name.split()[0] for sentence in SENTENCES)
    assert len(SENTENCES) >= 300
    assert min(languages["en"], languages["ko"], languages["zh"]) >= 30


def test_no_figure_of_a_true_sentence_is_called_wrong(checked: list) -> None:
    found = {s.text: wrong for s, one in zip(SENTENCES, checked, strict=True) if (wrong := accused(one))}
    assert found == {}


def test_most_figures_are_borne_out(checked: list) -> None:
    outcomes = [outcome for one in checked for outcome in one.outcomes.values()]
    assert outcomes.count("supported") >= 0.8 * len(outcomes)
