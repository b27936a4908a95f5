"""Checking a folder: the same verdicts whatever the order, the processes, or how often it was cut short."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from tidewaiter.faces import checking
from tidewaiter.faces.checking import Checking
from tidewaiter.ledger.store import open_ledger

SENTENCES = {
    "a-first": "China's exports to North Korea came to $14.5 million in May 2022, the customs office in Beijing said.",
    "b-copy": "China's exports to North Korea came to $14.5 million in May 2022, the customs office in Beijing said.",
    "c-slip": "In May 2022 goods worth $14.5 billion went from China to North Korea, according to customs data.",
    "d-other": "Customs data put China's exports to North Korea at $14.51 million for the month of May 2022.",
    "e-part": "China exported goods worth $14.5 million to North Korea in May 2022, rice for $1.2 million among them.",
    "f-none": "Nothing is counted here, and nobody trades.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "articles"
    place.mkdir()
    for day, (name, text) in enumerate(SENTENCES.items(), start=20):
        (place / f"{name}.txt").write_text(f"Trade in May\n\nJune {day}, 2022\n\n{text}\n", encoding="utf-8")
    return place


def run(paths: Iterable[Path], **options: Any) -> dict[str, list[dict[str, Any]]]:
    book = open_ledger(None)
    found = Checking(list(paths), book=book, **options).findings()
    return {one.path.name: [verdict.to_record() for verdict in one.verdicts] for one in found}


def test_the_order_of_the_articles_changes_nothing(folder: Path) -> None:
    paths = sorted(folder.iterdir())
    straight = run(paths)
    assert run(reversed(paths)) == straight
    assert run(paths[3:] + paths[:3]) == straight


def test_two_processes_find_the_same(folder: Path) -> None:
    paths = sorted(folder.iterdir())
    assert json.dumps(run(paths, jobs=2)) == json.dumps(run(paths))


def test_a_check_that_was_cut_short_goes_on(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = sorted(folder.iterdir())
    whole = run(paths)
    read: list[str] = []
    single = checking.read_article

    def counted(path: Path, **options: Any) -> Any:
        read.append(path.name)
        if len(read) == 4:
            raise KeyboardInterrupt
        return single(path, **options)

    monkeypatch.setattr(checking, "read_article", counted)
    monkeypatch.setattr("tidewaiter.verdicts.between.spool._BATCH", 1)
    with pytest.raises(KeyboardInterrupt):
        run(paths, keep=tmp_path / "kept")
    assert run(paths, keep=tmp_path / "kept") == whole
    assert read == [path.name for path in (*paths[:4], *paths[3:])]
    # An article that has changed since is checked again, and so is everything for another day.
    read.clear()
    paths[0].write_text(paths[0].read_text().replace("$14.5", "$14.4"), encoding="utf-8")
    run(paths, keep=tmp_path / "kept")
    assert read == [paths[0].name]


def test_articles_that_are_not_held_are_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "_HELD", 1)
    paths: Sequence[Path] = sorted(folder.iterdir())
    shown = list(Checking(paths, book=open_ledger(None)))
    assert [one.document.name for one in shown] == [path.name for path in paths]
    assert all(claim.document == one.document.name for one in shown for claim in one.claims)


def test_what_cannot_be_read_is_counted_and_the_rest_is_checked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "g-broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    run_ = Checking(sorted(folder.iterdir()), book=open_ledger(None))
    assert len(list(run_.findings())) == len(SENTENCES)
    assert run_.failed == 1
    assert "g-broken.pdf" in capsys.readouterr().err


def test_who_copies_whom(folder: Path) -> None:
    found = run(sorted(folder.iterdir())[:2])
    told = {
        name: " ".join(v["reason"] for v in records if v["check"] == "documents") for name, records in found.items()
    }
    assert "repeats this sentence" in told["a-first.txt"]
    assert "which this text repeats" in told["b-copy.txt"]


def test_articles_come_one_by_one(folder: Path) -> None:
    first = list(islice(Checking(sorted(folder.iterdir()), book=open_ledger(None)).findings(), 1))
    assert first[0].path.name == "a-first.txt"
