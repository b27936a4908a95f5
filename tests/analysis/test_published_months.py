"""The calendar of the books: no trade, part of it and not known never look alike."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tidewaiter.analysis import published_months
from tidewaiter.faces.cli import cli
from tidewaiter.ledger.store import Ledger, open_ledger


def record(period: str, code: str, partner: int = 408, value: int = 5) -> dict[str, object]:
    return {
        "freqCode": "M" if len(period) == 6 else "A", "period": period, "reporterCode": 156, "flowCode": "X",
        "partnerCode": partner, "classificationCode": "H5", "cmdCode": code, "primaryValue": value,
    }  # fmt: skip


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    records = [
        record("201901", "300490"), record("201901", "TOTAL"),
        record("201902", "300490"), record("201902", "TOTAL"),
        record("201904", "300490", 410), record("201904", "TOTAL"),
        record("2021", "TOTAL"),
    ]  # fmt: skip
    path = tmp_path / "answer.json"
    path.write_text(json.dumps({"count": len(records), "data": records, "error": ""}))
    found = open_ledger(tmp_path / "ledger", embedded=False)
    found.load(path)
    return found


def test_what_is_published_by_reporter_and_month(ledger: Ledger) -> None:
    years = published_months.published(ledger)
    assert [(year.reporter, year.flow, year.year, year.annual) for year in years] == [
        ("CHN", "export", 2019, "unknown"),
        ("CHN", "export", 2020, "unknown"),
        ("CHN", "export", 2021, "booked"),
    ]
    assert [month for month, state in enumerate(years[0].months, 1) if state == "booked"] == [1, 2, 4]
    assert set(years[1].months) == {"unknown"}
    assert published_months.published(ledger, reporter="RUS") == []


def test_what_a_question_is_answered(ledger: Ledger) -> None:
    asked = {"reporter": "CHN", "partner": "PRK", "flow": "export"}
    months = published_months.asked(ledger, hs="300490", **asked)[0].months
    assert months[:5] == ("booked", "booked", "unknown", "none", "unknown")
    part = published_months.asked(ledger, hs="3004", **asked)[0].months
    assert part[0] == "part"
    assert part[3] in ("none_of_part", "unknown")
    assert {state for year in published_months.asked(ledger, hs="3004", **asked) for state in year.months} <= set(
        published_months.STATES
    )
    assert published_months.asked(ledger, reporter="RUS", partner="PRK", flow="export", hs="30") == []


def run(*words: object) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


def test_a_line_a_year_and_a_sign_a_month(ledger: Ledger) -> None:
    drawn = run("coverage", "--calendar", "--ledger", ledger.path)
    assert drawn.exit_code == 0, drawn.output
    assert "2019  ● ● · ● · · · · · · · ·  ·" in drawn.stdout
    assert "● rows are there  · not known" in drawn.stdout
    asked = (
        "coverage",
        "--calendar",
        "--reporter",
        "chn",
        "--partner",
        "prk",
        "--hs",
        "300490",
        "--ledger",
        ledger.path,
    )
    assert "2019  ● ● · 0 · · · · · · · ·  ◐" in run(*asked).stdout
    records = [json.loads(line) for line in run(*asked, "--format", "json").stdout.splitlines()]
    assert records[0]["months"][3] == "none"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--partner", "PRK"], "say --calendar"),
        (["--calendar", "--hs", "30"], "say --partner"),
        (["--calendar", "--partner", "PRK"], "name the reporter"),
        (["--calendar", "--reporter", "CHN", "--partner", "PRX"], "no such country"),
    ],
)
def test_a_question_that_makes_no_sense(ledger: Ledger, words: list[str], said: str) -> None:
    failed = run("coverage", *words, "--ledger", ledger.path)
    assert failed.exit_code == 2
    assert said in failed.stderr


SHARED = Path(__file__).parents[3] / "shared" / "customs" / "comtrade"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real customs files are not here")
def test_chinas_fish_stops_in_the_real_book(tmp_path: Path) -> None:
    found = open_ledger(tmp_path / "ledger", embedded=False)
    found.load(SHARED / "monthly_hs03_partner_408.csv")
    years = published_months.published(found, reporter="CHN")
    hidden = [year for year in years if year.flow == "import" and year.year in (2013, 2014, 2015)]
    assert {state for year in hidden for state in year.months} <= {"unknown"}
