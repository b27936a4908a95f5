"""The gate: what is read from articles nobody tuned to may not get worse without somebody saying so."""

import tomllib

import pytest
from gold_corpus import HERE, SPLITS, articles, digest
from gold_scoring import score

FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
LANGUAGES = ("en", "ko", "zh")


def test_the_floors_are_those_of_this_corpus() -> None:
    assert FLOORS["digest"] == digest(), "the corpus changed: measure again with `python tests/gold/measure.py --write`"


@pytest.mark.parametrize("split", SPLITS)
def test_every_mark_is_sound(split: str) -> None:
    for article in articles(split):
        for claim in article.claims:
            assert article.text[claim.start : claim.end] == claim.text
            assert claim.text.strip() == claim.text != ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("split", SPLITS)
def test_the_floors_hold(split: str, language: str) -> None:
    chosen = [article for article in articles(split) if article.language == language]
    reached = score(chosen)
    below = {slot: (reached[slot], floor) for slot, floor in FLOORS[split][language].items() if reached[slot] < floor}
    assert not below
