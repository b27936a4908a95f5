"""Choosing an engine: by name, by flag, by setting; what is not there says what to install."""

from __future__ import annotations

import sys
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner

from tidewaiter.errors import UsageError
from tidewaiter.faces.cli import cli
from tidewaiter.ledger.engines import is_engine, open_engine
from tidewaiter.ledger.store import open_ledger


@pytest.mark.parametrize("name", ["duckdb", "spark://host:7077", "local[2]", "local-cluster[2,1,1024]", "yarn"])
def test_the_names_of_engines(name: str) -> None:
    assert is_engine(name)


@pytest.mark.parametrize("name", ["", "duck", "sparks://host", "postgres://x", "https://host"])
def test_other_names_are_refused(name: str) -> None:
    assert not is_engine(name)
    with pytest.raises(UsageError, match="no such engine"):
        open_engine(name)


def test_spark_that_is_not_installed_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(UsageError, match=r"pip install 'tidewaiter\[spark\]'"):
        open_engine("local[1]")


def test_a_flag_or_a_setting_chooses(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ["coverage", "--ledger", str(folder), "--format", "json"]
    plain = CliRunner().invoke(cli, asked)
    assert plain.exit_code == 0
    assert CliRunner().invoke(cli, [*asked, "--engine", "duckdb"]).output == plain.output
    assert "no such engine" in CliRunner().invoke(cli, [*asked, "--engine", "abacus"]).output
    monkeypatch.setenv("TIDEWAITER_ENGINE", "abacus")
    assert "no such engine" in CliRunner().invoke(cli, asked).output
    assert CliRunner().invoke(cli, [*asked, "--engine", "duckdb"]).output == plain.output


def test_a_store_is_where_the_engine_finds_the_files(folder: Path, tmp_path: Path) -> None:
    """The folder keeps only its manifest; the files lie elsewhere."""
    (tmp_path / "store").mkdir()
    here = tmp_path / "here"
    here.mkdir()
    (here / "manifest.json").write_bytes((folder / "manifest.json").read_bytes())
    for name in ("flows", "coverage"):
        (tmp_path / "store" / name).symlink_to(folder / name)
    asked = "SELECT count(*) AS n, sum(f.value) AS worth FROM flows AS f"
    moved = open_ledger(here, store=str(tmp_path / "store")).connect().execute(asked).fetchone()
    assert moved == open_ledger(folder).connect().execute(asked).fetchone()
    assert moved[0] > 1000
    assert moved[1] > Decimal(1000)
