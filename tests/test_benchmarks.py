"""The benchmarks run, each at a tiny size, and measure what they say they do."""

from __future__ import annotations

import importlib
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).resolve().parent.parent / "benchmarks"
TINY_WORLD = ["--rows", "2000", "--country-rows", "600", "--years", "2"]

pytestmark = pytest.mark.skipif(not BENCHMARKS.is_dir(), reason="the benchmarks are not beside these tests")


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch):
    """Imports a benchmark, which may not pin the tests to one core."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    monkeypatch.setattr(importlib.import_module("measure"), "one_core", lambda: None)
    return importlib.import_module


def test_claims_speed_prints_a_ratio_where_quantulum3_is_there(load, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("quantulum3", reason="the extra `bench` is not installed")
    load("claims_speed").main(["--articles", "2", "--repeat", "1", "--sizes", "600", "1200"])
    out = capsys.readouterr().out
    assert re.search(r"tidewaiter finds quantities in (\d+) times as many documents a second", out), out
    assert re.search(r"makes whole claims of (\d+) times as many", out), out
    assert re.search(r"^\| zh +\|", out, re.M)


def test_claims_speed_says_so_where_there_is_nothing_to_compare_with(
    load, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    claims_speed = load("claims_speed")
    monkeypatch.setitem(sys.modules, "quantulum3", None)
    claims_speed.throughput(claims_speed.sample(2), repeat=1)
    assert "no ratio: quantulum3 is not installed" in capsys.readouterr().out


def test_check_speed_splits_a_check_into_stages(load, capsys: pytest.CaptureFixture[str]) -> None:
    load("check_speed").main(["--repeat", "1"])
    out = capsys.readouterr().out
    assert "tidewaiter --help" in out
    for stage in ("import", "read", "claims", "open the ledger", "verdicts"):
        assert re.search(rf"^\| {stage} +\| +\d+ \|$", out, re.M), out


def test_stream_reads_all_articles_and_tells_the_memory(
    load, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    load("stream").main(["--documents", "12", "--work", str(tmp_path)])
    row = re.search(r"^\| 12 +\| +\d+ \| +\d+ \| +(\d+) \| +(\d+) \|$", capsys.readouterr().out, re.M)
    assert row is not None
    assert int(row[1]) > 12
    assert len(list(tmp_path.rglob("*.txt"))) == 12


def test_folder_speed_checks_a_folder_and_goes_on(load, capsys: pytest.CaptureFixture[str]) -> None:
    load("folder_speed").main(["--articles", "4", "--jobs", "1", "--again"])
    out = capsys.readouterr().out
    assert "4 articles" in out
    for name in ("check", "again"):
        assert re.search(rf"^\| {name} +\|", out, re.M), out


def test_ledger_world_loads_and_reviews_and_the_contenders_agree(
    load, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    load("ledger_world").main([*TINY_WORLD, "--repeat", "1", "--work", str(tmp_path)])
    out = capsys.readouterr().out
    assert "2,000 rows, 600 of them the country's" in out
    assert "200 codes, " in out
    assert [path.name for path in tmp_path.iterdir()] == ["world-2000-600-2"], "what was loaded is cleared away"


@pytest.fixture
def world(load) -> ModuleType:
    return load("world")


def test_a_world_has_its_rows_once_and_is_the_same_again(world: ModuleType, tmp_path: Path) -> None:
    import duckdb

    made = world.world(rows=5000, country_rows=1000, years=3)
    first, again = (world.write(made, tmp_path / name) for name in ("first", "again"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in again]
    counted = duckdb.sql(
        'SELECT count(*) AS n, count(DISTINCT ("reporterCode", "partnerCode", "flowCode", period, "cmdCode")) AS stated, '
        f"count(*) FILTER (\"partnerCode\" = {world.COUNTRY}) AS country FROM read_csv('{tmp_path}/first/*.csv')"
    ).fetchall()
    assert counted == [(5000, 5000, 1000)]
    assert set(world.COLUMNS) == set(first[0].read_text(encoding="utf-8").partition("\n")[0].split(","))


def test_contenders_that_disagree_are_no_benchmark(load, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ledger_world = load("ledger_world")
    answers = iter(range(100))

    def process(*_: object) -> object:
        answer = {"rows": next(answers), "total": 1, "first": 1.0, "again": 1.0}
        return load("measure").Run(1.0, 1.0, 1.0, answer)

    monkeypatch.setattr(ledger_world.measure, "process", process)
    made = load("world").world(rows=100, country_rows=50, years=1)
    with pytest.raises(RuntimeError, match="disagree"):
        ledger_world.reviews(made, tmp_path, tmp_path, tmp_path, repeat=1, pandas=False)


@pytest.mark.parametrize("language", ["en", "ko", "zh"])
def test_a_generated_article_is_the_same_again_and_as_long_as_asked(load, language: str) -> None:
    articles = load("articles")
    text = articles.generated(3000, language=language).text
    assert text == articles.generated(3000, language=language).text
    assert text != articles.generated(3000, language=language, seed=2).text
    assert 3000 <= len(text) < 3300


def test_a_failed_process_says_why(load) -> None:
    with pytest.raises(RuntimeError, match="ended with status 1"):
        load("measure").process(["-c", "raise SystemExit(1)"])
    run = load("measure").process(["-c", 'print("{\\"peak_mib\\": 3, \\"a\\": 1}")'])
    assert (run.peak_mib, run.answer) == (3.0, {"a": 1})
