"""The reports of a book in euros, from the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from tidewaiter.faces.cli import cli

CARD = """id: ledgerhouse
name: Ledger house of Trieste
reporter: ITA
currency: EUR
columns: {Month: period, Country: partner_name, Way: flow, Code: hs, Euro: value}
flows: {export: [out], import: [in]}
"""
ROWS = "Month,Country,Way,Code,Euro\n2022-05,North Korea,out,847130,41500\n"
ASKED = {
    "review": ["--goods", "847130", "--through", "2022-05"],
    "screen": ["--through", "2022-05"],
    "release": ["--month", "2022-05"],
    "brief": ["--goods", "847130", "--through", "2022-05"],
}


@pytest.fixture(scope="module")
def trieste(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trieste")
    (folder / "card.yml").write_text(CARD, encoding="utf-8")
    (folder / "may.csv").write_text(ROWS, encoding="utf-8")
    given = ["load", "--card", str(folder / "card.yml"), str(folder / "may.csv"), "--ledger", str(folder / "book")]
    done = CliRunner().invoke(cli, given)
    assert done.exit_code == 0, done.output
    return folder / "book"


@pytest.mark.parametrize("command", ASKED)
@pytest.mark.parametrize("form", ["text", "json"])
def test_who_is_left_out_is_named_and_told_where_asked(trieste: Path, command: str, form: str) -> None:
    given = [command, "--country", "PRK", *ASKED[command], "--ledger", str(trieste), "--format", form]
    left = CliRunner().invoke(cli, given)
    assert left.exit_code == 0, left.output
    said = " ".join(left.output.split())
    assert "--currency EUR" in said
    if form == "text":
        assert "in another currency than USD: Italy (EUR): ask with --currency EUR." in said
    told = CliRunner().invoke(cli, [*given, "--currency", "eur"])
    assert told.exit_code == 0, told.output
    assert "41,500" in told.output or "41500" in told.output


def test_a_currency_that_does_not_exist(trieste: Path) -> None:
    done = CliRunner().invoke(cli, ["screen", "--country", "PRK", "--ledger", str(trieste), "--currency", "EURO"])
    assert done.exit_code != 0
    assert "no such currency: 'EURO'" in done.output + str(done.exception or "")
