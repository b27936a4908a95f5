"""The commands: what they print, what they write, and the status they end with."""

import json
import os
import re
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tidewaiter.claims.claim import Claim
from tidewaiter.faces.cli import UNREAD, cli
from tidewaiter.faces.commands.demo import PAGE, SAMPLES, samples

RIGHT, WRONG = "2021-05-19-strait-gazette.txt", "2022-05-28-quayside-courier.txt"
COMMAND = [sys.executable, "-c", "from tidewaiter.faces.cli import main; main()"]


def run(*args: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(cli, [str(arg) for arg in args], input=stdin)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (RIGHT, WRONG):
        shutil.copy(SAMPLES / name, tmp_path)
    return tmp_path


def test_check_prints_the_article_with_its_figures_and_reasons() -> None:
    result = run("check", SAMPLES / WRONG)
    assert result.exit_code == 1
    assert re.search(r"\$266\.9\s+million\[✗\d+\]", result.stdout)
    assert "million for thousand" in result.stdout
    assert "266,900" in result.stdout
    assert "\x1b" not in result.stdout
    assert max(len(line) for line in result.stdout.splitlines() if "://" not in line) <= 80


def test_check_of_an_article_that_is_right_ends_well() -> None:
    result = run("check", SAMPLES / RIGHT)
    assert result.exit_code == 0
    assert "[✓" in result.stdout
    assert "[✗" not in result.stdout


def test_check_prints_verdicts_as_records() -> None:
    result = run("check", SAMPLES / WRONG, "--format", "jsonl")
    assert result.exit_code == 1
    verdicts = [json.loads(line) for line in result.stdout.splitlines()]
    wrong = [v for v in verdicts if v["outcome"] == "contradicted"]
    assert {(v["slip"], v["suggested"]) for v in wrong} == {("million_for_thousand", 266900)}
    for verdict in verdicts:
        assert verdict["claim"].startswith(f"{WRONG}#")
        assert verdict["reason"]
    booked = [row for v in verdicts for o in v["operands"] for row in o["rows"]]
    assert booked
    assert all(len(row["sha256"]) == 64 and row["line"] >= 1 and row["url"] for row in booked)


def test_every_claim_has_a_verdict_and_they_point_at_the_same_ids() -> None:
    claims = [json.loads(line) for line in run("claims", SAMPLES / WRONG, "--format", "jsonl").stdout.splitlines()]
    verdicts = [json.loads(line) for line in run("check", SAMPLES / WRONG, "--format", "jsonl").stdout.splitlines()]
    assert {c["id"] for c in claims} == {v["claim"] for v in verdicts}
    text = (SAMPLES / WRONG).read_text(encoding="utf-8")
    for claim in claims:
        assert text[claim["start"] : claim["end"]] == claim["text"]


def test_check_writes_one_html_file(tmp_path: Path) -> None:
    out = tmp_path / "result.html"
    result = run("check", SAMPLES / WRONG, SAMPLES / RIGHT, "--format", "html", "--out", out)
    assert result.exit_code == 1
    assert result.stdout == ""
    page = out.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "Quayside Courier" in page or "2022-05-28-quayside-courier.txt" in page
    assert "<script" not in page


def test_text_in_a_file_is_plain(tmp_path: Path) -> None:
    out = tmp_path / "result.txt"
    run("check", SAMPLES / WRONG, "--out", out, "--colour", "always")
    text = out.read_text(encoding="utf-8")
    assert "266.9" in text
    assert "\x1b" not in text


def test_colour_where_it_is_asked_for() -> None:
    assert "\x1b[" in run("check", SAMPLES / WRONG, "--colour", "always").stdout
    assert "\x1b[" not in run("check", SAMPLES / WRONG, "--colour", "never").stdout


def test_a_folder_is_read_and_summed_up(folder: Path) -> None:
    result = run("check", folder)
    assert result.exit_code == 1
    assert "2 articles, " in result.stdout


def test_one_article_that_cannot_be_read_does_not_cost_the_others(folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    result = run("check", folder / "none.txt", folder)
    assert result.exit_code == 2
    complaints = result.stderr.splitlines()
    assert len(complaints) == 2
    assert complaints[0].startswith(f"tidewaiter: {folder / 'none.txt'}")
    assert "empty.txt" in complaints[1]
    assert "Traceback" not in result.output
    assert "2 articles, " in result.stdout


def test_standard_input_is_an_article() -> None:
    text = (SAMPLES / WRONG).read_text(encoding="utf-8")
    result = run("check", "-", "--format", "jsonl", stdin=text)
    assert result.exit_code == 1
    assert {json.loads(line)["outcome"] for line in result.stdout.splitlines()} >= {"contradicted", "supported"}


def test_the_day_of_publication_can_be_said(tmp_path: Path) -> None:
    article = tmp_path / "note.txt"
    article.write_text("China's exports to North Korea rose to $98.1 million last month, customs data showed.\n" * 2)

    def periods(*options: str) -> set[str | None]:
        lines = run("claims", article, "--format", "jsonl", *options).stdout.splitlines()
        return {json.loads(line)["period"] for line in lines}

    assert periods("--published", "2022-05-20") == {"2022-04"}
    assert periods() == {None}


def test_claims_as_text_and_why() -> None:
    plain = run("claims", SAMPLES / WRONG)
    assert plain.exit_code == 0
    assert "$266.9 million  trade value" in plain.stdout
    explained = run("claims", SAMPLES / WRONG, "--explain")
    assert len(explained.stdout) > len(plain.stdout)


def test_claims_records_are_the_contract_and_explain_adds_the_rules() -> None:
    known = set(Claim("a", 0, 1, "5", (0, 1), Decimal(5), None, None, "USD").to_record())
    for line in run("claims", SAMPLES / WRONG, "--format", "jsonl").stdout.splitlines():
        assert set(json.loads(line)) == known
    for line in run("claims", SAMPLES / WRONG, "--format", "jsonl", "--explain").stdout.splitlines():
        assert set(json.loads(line)) == known | {"rules"}


def test_quantities_of_any_subject_are_read_as_records_and_as_a_page(tmp_path: Path) -> None:
    article = tmp_path / "match.txt"
    article.write_text(
        "The 34-year-old striker scored 14 goals.\n\nIt was 41.5 degrees Celsius, and 2-3 litres of water were drunk.\n"
    )
    records = [
        json.loads(line) for line in run("claims", article, "--quantities", "--format", "jsonl").stdout.splitlines()
    ]
    read = [(record["text"], record["value"], record["upper"], record["unit"]) for record in records]
    assert read == [
        ("34-year-old", 34, None, "years"),
        ("14", 14, None, "goals"),
        ("41.5 degrees Celsius", 41.5, None, "celsius"),
        ("2-3 litres", 2, 3, "litres"),
    ]
    text = article.read_text()
    for record in records:
        assert text[record["start"] : record["end"]] == record["text"]
        assert record["sentence"][0] <= record["start"] < record["end"] <= record["sentence"][1]
    page = run("claims", article, "--quantities", "--explain")
    assert "41.5 degrees Celsius" in page.stdout
    assert "age" in page.stdout


def test_several_processes_give_the_same_in_the_same_order(folder: Path) -> None:
    for number in range(6):
        shutil.copy(folder / WRONG, folder / f"copy{number}.txt")
    alone = run("claims", folder, "--format", "jsonl")
    together = run("claims", folder, "--format", "jsonl", "--jobs", "2")
    assert alone.stdout == together.stdout
    assert together.exit_code == 0


def test_the_demo_prints_and_writes_the_same(tmp_path: Path) -> None:
    result = run("demo", "--out", tmp_path / "page")
    assert result.exit_code == 0
    page = tmp_path / "page" / PAGE
    assert str(page) in result.stdout
    text = page.read_text(encoding="utf-8")
    for path in samples():
        assert path.name in result.stdout
        assert path.name in text


def test_the_demo_finds_the_planted_mistakes_and_nothing_else(tmp_path: Path) -> None:
    printed = " ".join(run("demo", "--out", tmp_path).stdout.split())
    wrong = set(re.findall(r"✗\d+ (\$[\d.,]+ \w+)", printed))
    assert wrong == {"$266.9 million", "$96.9 million"}
    assert "2 contradicted" in printed


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["check", "none.txt"], "none.txt"),
        (["check", "a", "--as-of", "2022-13-01"], "2022-13-01"),
        (["check", "a", "--as-of", "20220501"], "20220501"),
        (["check"], "PATH"),
        (["check", "a", "--format", "pdf"], "pdf"),
        (["series", "--reporter", "CHN", "--flow", "export", "--from", "2022-13", "--to", "2022-14"], "no such month"),
        (["series", "--reporter", "XXX", "--flow", "export", "--from", "2022-01", "--to", "2022-02"], "XXX"),
        (["series", "--reporter", "CHN", "--flow", "export", "--hs", "a", "--from", "2022-01", "--to", "2022-02"], "A"),
        (["series", "--reporter", "CHN", "--flow", "export", "--from", "2022-03", "--to", "2022-01"], "backwards"),
        (["load", "none.csv"], "none.csv"),
        *((["release", "--month", month], f"not a month: {month!r}") for month in ("May", "2022-13", "0000-05", "")),
        *(
            ([command, "--through", month], f"not a month: {month!r}")
            for command in ("review", "screen", "brief")
            for month in ("May", "x", "20xx-05", "2022", "")
        ),
        *(([command, ""], "a path is empty") for command in ("load", "check", "claims", "brief", "release")),
        (["check", "a", "--out", ""], "a path is empty"),
        (["review", "--ledger", ""], "a path is empty"),
        (["review", "--goods", ""], "no such goods: ''"),
        (["brief", "--goods", ""], "no such goods: ''"),
        (["nonsense"], "nonsense"),
    ],
)
def test_errors_are_one_line_and_end_with_status_2(args: list[str], words: str) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert words in result.stderr
    assert "Traceback" not in result.output
    last = result.stderr.splitlines()[-1]
    assert last.startswith(("tidewaiter: ", "Error: "))


def test_an_unwritable_place_is_said_before_nothing_is_lost(tmp_path: Path) -> None:
    result = run("check", SAMPLES / RIGHT, "--out", tmp_path / "no" / "such" / "folder.html")
    assert result.exit_code == 2
    assert "folder.html" in result.stderr


def test_a_bad_settings_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "c.toml").write_text("lejer = 1")
    monkeypatch.setenv("TIDEWAITER_CONFIG", str(tmp_path / "c.toml"))
    result = run("check", SAMPLES / RIGHT)
    assert result.exit_code == 2
    assert "c.toml, lejer" in result.stderr


def test_the_version_is_told() -> None:
    result = run("--version")
    assert result.exit_code == 0
    assert re.fullmatch(r"tidewaiter \d+\.\d+\.\d+\n", result.stdout)


def test_sources_lists_the_cards() -> None:
    text = run("sources").stdout
    records = [json.loads(line) for line in run("sources", "--format", "json").stdout.splitlines()]
    assert {"comtrade", "china", "press"} <= {record["id"] for record in records}
    for record in records:
        assert record["id"] in text


def test_releases_of_the_embedded_book() -> None:
    records = [json.loads(line) for line in run("releases", "--format", "json").stdout.splitlines()]
    assert records
    assert {record["source"] for record in records} == {"press"}
    assert "published_figures.csv" in run("releases").stdout


def test_as_of_a_day_uses_what_was_known_by_then() -> None:
    def outcomes(*options: str) -> set[str]:
        lines = run("check", SAMPLES / RIGHT, "--format", "jsonl", *options).stdout.splitlines()
        return {v["outcome"] for line in lines if (v := json.loads(line))["check"] == "statistics"}

    assert "supported" in outcomes()
    assert "supported" not in outcomes("--as-of", "2019-01-01")


def test_a_reader_who_has_seen_enough_ends_the_program_quietly() -> None:
    process = subprocess.Popen(
        [*COMMAND, "check", str(SAMPLES), "--format", "html"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.wait(timeout=60)


def test_a_terminal_without_unicode_gets_plain_signs() -> None:
    done = subprocess.run(
        [*COMMAND, "check", str(SAMPLES / WRONG)],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        check=False,
    )
    assert done.returncode == 1
    assert b"[x" in done.stdout
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes of that kind there")
def test_a_reader_that_goes_away_is_no_finding(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(
        "Trade\n\n5 May 2021\n\n" + "Ghana exported $5 million of cocoa to Japan in April 2021.\n\n" * 2000
    )
    command = [*COMMAND, "claims", str(article)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.wait(60) == UNREAD
        assert process.stderr is not None
        assert process.stderr.read() == b""


@pytest.mark.parametrize("command", ["brief", "release"])
def test_a_report_says_which_article_was_not_read(command: str, tmp_path: Path) -> None:
    done = run(command, tmp_path / "none.txt", "--out", tmp_path / "b.txt")
    assert done.exit_code == 2
    assert "none.txt: no such file" in done.stderr
    assert (tmp_path / "b.txt").exists()
