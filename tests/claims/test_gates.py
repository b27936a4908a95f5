"""A gate only saves the way into a rule: with every gate open the same claims come out of any text."""

import random
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from tidewaiter.claims.english.measures import movement
from tidewaiter.claims.extract import extract
from tidewaiter.claims.numbers.tokens import holds_east
from tidewaiter.claims.numbers.vocabulary import EAST_GROUPS, vocabulary
from tidewaiter.claims.reading import reading
from tidewaiter.claims.reading.gates import Everything, turns_on
from tidewaiter.documents.read import read_text

DATA = Path(__file__).parent / "data"
GOLD = Path(__file__).parents[1] / "gold" / "dev"


def sentences() -> list[str]:
    names = ("trade_news.yml", "trade_news_2.yml", "trade_news_other.yml", "general_news.yml", "articles_en.yml")
    entries = (entry for name in names for entry in yaml.safe_load((DATA / name).read_text(encoding="utf-8")))
    return [entry["text"] for entry in entries if isinstance(entry, dict) and isinstance(entry.get("text"), str)]


def texts() -> Iterator[str]:
    every = sentences()
    yield from ("\n\n".join(every[n : n + 12]) for n in range(0, len(every), 12))
    yield from (path.read_text(encoding="utf-8") for path in sorted(GOLD.glob("*.txt"))[::2])
    # Words in any order meet gates and figures as no writer would put them.
    rng = random.Random(7)
    words = " ".join(every).split()
    for _ in range(25):
        picked = [" ".join(words[n : n + rng.randint(1, 4)]) for n in rng.choices(range(len(words)), k=120)]
        yield " ".join(picked)


def claims(text: str) -> list[dict[str, Any]]:
    return [asdict(claim) for claim in extract(read_text(text, name="any"))]


def test_the_same_claims_with_every_rule_of_movement_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    every = list(texts())
    told = [claims(text) for text in every]
    rules = tuple(rule for rule, _, _ in movement._RULES)
    monkeypatch.setattr(movement, "_rules", lambda relative, word: rules)
    assert sum(map(len, told)) > 500
    for text, found in zip(every, told, strict=True):
        assert claims(text) == found, text[:200]


def test_the_same_claims_with_every_gate_open(monkeypatch: pytest.MonkeyPatch) -> None:
    every = list(texts())
    gated = [claims(text) for text in every]
    closed = reading.read

    def opened(*asked: Any, **named: Any) -> reading.Reading:
        read = closed(*asked, **named)
        for sentence in read.sentences:
            sentence.words = Everything(sentence.words)
        return read

    monkeypatch.setattr(reading, "read", opened)
    assert sum(map(len, gated)) > 500
    for text, found in zip(every, gated, strict=True):
        assert claims(text) == found, text[:200]


def test_a_rule_is_entered_only_where_one_of_its_words_stands() -> None:
    class Place:
        def __init__(self, *words: str) -> None:
            self.words = frozenset(words)

    entered: list[object] = []

    @turns_on(frozenset({"led", "drove"}), otherwise=None)
    def rule(read: object, place: Place, offset: int) -> int:
        entered.append(place)
        return offset

    assert rule(None, Place("rice", "rose"), 3) is None
    assert not entered
    assert rule(None, Place("rice", "led"), 3) == 3
    everything = Place()
    everything.words = Everything()
    assert rule(None, everything, 4) == 4


def test_a_sentence_knows_its_words_and_no_others() -> None:
    document = read_text("Rice LED the rise.\n\nOil fell, and (so) did tea.", name="any")
    read = reading.read(document.body, [], language="en")
    assert [sentence.words for sentence in read.sentences] == [
        {"rice", "led", "the", "rise", "."},
        {"oil", "fell", ",", "and", "(", "so", ")", "did", "tea", "."},
    ]


@pytest.mark.parametrize("language", ["en", "fr", "ru", "ko", "zh", "ja"])
def test_no_numeral_of_east_asia_is_without_its_characters(language: str) -> None:
    # The reader of these numerals is not made for a text that holds none of the characters.
    words = vocabulary(language)
    told = [word for group in EAST_GROUPS for word in words.values[group]]
    told += [word for group in ("east_more", "east_vague") for word in words.words[group]]
    for group in ("east_half", "east_double", "east_doubled", "east_percent", "east_over"):
        told += words.phrases[group].firsts()
    assert told
    assert [word for word in told if not holds_east(word)] == []


def test_the_times_of_a_paragraph_are_looked_for_once() -> None:
    text = "철광석 수입량은 6% 늘었다. 1~9월은 2% 감소했다. 1~10월은 3% 늘었다.\n\n석탄은 5% 줄었다."
    read = reading.read(read_text(text, name="any").body, [], language="ko")
    months = frozenset({"months", "first_months"})
    first, last = read.first_and_last(read.sentences[0].block, months)
    assert text[first:].startswith("1~9월")
    assert text[last:].startswith("1~10월")
    assert read.first_and_last(read.sentences[-1].block, months) == (-1, -1)
    read.sentences.clear()
    assert read.first_and_last(0, months) == (first, last)
