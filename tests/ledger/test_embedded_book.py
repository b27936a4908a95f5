"""The book that is there before anything was loaded."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tidewaiter.ledger.store import open_ledger
from tidewaiter.provenance import sha256_file
from tidewaiter.sources import press


def test_figures_are_there_with_their_origin() -> None:
    row = (
        open_ledger()
        .connect()
        .execute(
            "SELECT value_usd, low, high, release, released_on, file, file_sha256, line, url FROM book "
            "WHERE reporter = 'CHN' AND partner = 'PRK' AND flow = 'export' AND period = '2022-05' AND hs = 'TOTAL'"
        )
        .fetchone()
    )
    assert row is not None
    value, low, high, release, released_on, file, sha256, line, url = row
    assert (value, low, high) == (Decimal(14510000), Decimal(14505000), Decimal(14515000))
    assert (release, released_on) == ("2022-06-20", date(2022, 6, 20))
    assert (file, sha256) == (press.EMBEDDED.name, sha256_file(press.EMBEDDED))
    text = press.EMBEDDED.read_text(encoding="utf-8").splitlines()[line]
    assert text.startswith("2022-05,CHN,PRK,export,total")
    assert url in text


def test_counts_are_quantities_and_money_is_value() -> None:
    rows = (
        open_ledger()
        .connect()
        .execute(
            "SELECT value, currency, quantity, unit FROM book WHERE good = 'masks' AND period = '2022-07' ORDER BY unit"
        )
        .fetchall()
    )
    assert rows == [(None, None, Decimal(1230000), "units"), (Decimal(44307), "USD", None, None)]


def test_a_day_before_publication_does_not_know_the_figure() -> None:
    ledger = open_ledger()
    count = f"SELECT count(*) FROM ({ledger.book_as_of(date(2022, 6, 19))}) AS b WHERE b.period = '2022-05'"
    known = ledger.connect().execute(count.replace("2022, 6, 19", "")).fetchone()
    assert known is not None
    later = ledger.connect().execute(count.replace("2022-06-19", "2022-07-01")).fetchone()
    assert later is not None
    assert later[0] > known[0]


def test_it_stands_beside_a_loaded_ledger_unless_left_out(tmp_path: Path) -> None:
    count = "SELECT count(*) > 100 FROM flows WHERE source = 'press'"
    assert open_ledger(tmp_path / "none yet").connect().execute(count).fetchone() == (True,)
    assert open_ledger(tmp_path / "none yet", embedded=False).connect().execute(count).fetchone() == (False,)
    assert not (tmp_path / "none yet").exists(), "looking makes no folder"


def test_it_covers_nothing() -> None:
    covered = open_ledger().covers(reporter="CHN", partner="PRK", flow="export", hs="TOTAL", period="2022-05")
    assert covered.state == "no"
    assert not covered


def test_two_way_figures_are_a_series_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Newspapers print trade both ways together; `--flow trade` shows it, and never exports or imports instead."""
    from click.testing import CliRunner

    from tidewaiter.faces.cli import cli

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    asked = [
        "series",
        "--reporter",
        "CHN",
        "--partner",
        "PRK",
        "--from",
        "2022-03",
        "--to",
        "2022-06",
        "--format",
        "csv",
    ]
    shown = {
        flow: CliRunner().invoke(cli, [*asked, "--flow", flow]).stdout.splitlines() for flow in ("trade", "export")
    }
    periods = ["2022-03", "2022-04", "2022-05", "2022-06"]
    assert [line.split(",")[0] for line in shown["trade"][1:]] == periods
    assert any(line.split(",")[1] for line in shown["trade"][1:]), "some month has a figure"
    assert shown["trade"] != shown["export"]
