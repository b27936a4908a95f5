"""The commands about the ledger: loading an answer of UN Comtrade's form, asking for series, listing what is there."""

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from tidewaiter.faces.cli import cli

ASKED = ("--reporter", "CHN", "--partner", "PRK", "--flow", "export", "--hs", "300490", "--from", "2019-01")


def record(period: str, partner: int, value: float, code: str = "300490") -> dict[str, object]:
    """A record of an API answer: China's exports of medicaments, figures invented."""
    iso = {408: "PRK", 410: "KOR"}[partner]
    return {
        "typeCode": "C", "freqCode": "M", "refPeriodId": int(f"{period}01"), "refYear": int(period[:4]),
        "refMonth": int(period[4:]), "period": period, "reporterCode": 156, "reporterISO": "CHN",
        "reporterDesc": "China", "flowCode": "X", "flowDesc": "Export", "partnerCode": partner, "partnerISO": iso,
        "partnerDesc": iso, "partner2Code": 0, "partner2ISO": "W00", "partner2Desc": "World",
        "classificationCode": "H5", "classificationSearchCode": "HS", "isOriginalClassification": True,
        "cmdCode": code, "cmdDesc": "Medicaments", "aggrLevel": 6, "isLeaf": True, "customsCode": "C00",
        "customsDesc": "TOTAL CPC", "mosCode": 0, "motCode": 0, "motDesc": "TOTAL MOT", "qtyUnitCode": 8,
        "qtyUnitAbbr": "kg", "qty": 10.5, "isQtyEstimated": False, "altQtyUnitCode": 8, "altQtyUnitAbbr": "kg",
        "altQty": 10.5, "isAltQtyEstimated": False, "netWgt": 10.5, "isNetWgtEstimated": False, "grossWgt": 0.0,
        "isGrossWgtEstimated": False, "cifvalue": 0.0, "fobvalue": value, "primaryValue": value,
        "legacyEstimationFlag": 0, "isReported": True, "isAggregate": False,
    }  # fmt: skip


@pytest.fixture
def answer(tmp_path: Path) -> Path:
    """Trade with the North in January and March, with the South each month to April: February is zero, May unknown."""
    records = [record("201901", 408, 1234.56), record("201903", 408, 99.0)]
    records += [record(f"2019{month:02d}", 410, 5_000_000.0) for month in range(1, 5)]
    path = tmp_path / "answer.json"
    path.write_text(json.dumps({"elapsedTime": "0.1", "count": len(records), "data": records, "error": ""}))
    return path


@pytest.fixture
def folder(answer: Path, tmp_path: Path) -> Path:
    result = run("load", answer, "--ledger", tmp_path / "ledger", "--release", "2019-07-01")
    assert result.exit_code == 0, result.output
    return tmp_path / "ledger"


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(arg) for arg in args])


def test_a_load_says_what_became_of_every_row(answer: Path, tmp_path: Path) -> None:
    first = run("load", answer, "--ledger", tmp_path / "l")
    assert first.exit_code == 0
    assert "6 rows read = 6 consumed + 0 ignored + 0 refused" in first.stdout
    again = run("load", answer, "--ledger", tmp_path / "l")
    assert again.exit_code == 0
    assert "nothing changed" in again.stdout


def test_without_a_folder_it_goes_where_the_settings_say(answer: Path, nobodys_home: Path) -> None:
    assert run("load", answer).exit_code == 0
    assert list(nobodys_home.rglob("manifest.json"))
    assert "comtrade" in run("releases").stdout


def test_zero_and_unknown_never_look_alike(folder: Path) -> None:
    result = run("series", *ASKED, "--to", "2019-05", "--ledger", folder, "--format", "csv")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "period,value_usd,quantity,unit,covered,rows"
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    values = [(row["period"], row["value_usd"], row["covered"], row["rows"]) for row in rows]
    assert values == [
        ("2019-01", "1234.56", "true", "1"),
        ("2019-02", "0", "true", "0"),
        ("2019-03", "99", "true", "1"),
        ("2019-04", "0", "true", "0"),
        ("2019-05", "", "false", "0"),
    ]
    assert [row["quantity"] for row in rows] == ["10.5", "0", "10.5", "0", ""]


def test_the_table_says_so_in_words(folder: Path) -> None:
    text = run("series", *ASKED, "--to", "2019-05", "--ledger", folder).stdout
    assert "China's exports to North Korea, HS 300490" in text
    lines = {line[:7]: line.split() for line in text.splitlines()}
    assert lines["2019-02"][1] == "0"
    assert lines["2019-05"][1:3] == ["not", "known"]


def test_json_has_the_rows_behind_each_point(folder: Path) -> None:
    found = json.loads(run("series", *ASKED, "--to", "2019-02", "--ledger", folder, "--format", "json").stdout)
    assert (found["reporter"], found["hs"], found["source"]) == ("CHN", ["300490"], "comtrade")
    origin = found["points"][0]["origin"]
    assert [(row["file"], row["line"], len(row["sha256"])) for row in origin] == [("answer.json", 1, 64)]
    assert found["points"][1]["value_usd"] == 0


def test_svg_is_a_file_of_its_own(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "series.svg"
    result = run("series", *ASKED, "--to", "2019-05", "--ledger", folder, "--format", "svg", "--out", out)
    assert result.exit_code == 0
    root = ElementTree.fromstring(out.read_text(encoding="utf-8"))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "2019-05: not known" in "".join(root.itertext())


def test_as_of_a_day_before_the_release_nothing_is_known(folder: Path) -> None:
    result = run("series", *ASKED, "--to", "2019-02", "--ledger", folder, "--format", "csv", "--as-of", "2019-06-30")
    assert [row["value_usd"] for row in csv.DictReader(io.StringIO(result.stdout))] == ["", ""]


def test_the_partner_may_come_from_the_settings(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIDEWAITER_COUNTRY", "KOR")
    asked = [arg for arg in ASKED if arg not in ("--partner", "PRK")]
    result = run("series", *asked, "--to", "2019-01", "--ledger", folder, "--format", "csv")
    assert "5000000" in result.stdout


def test_releases_and_coverage(folder: Path) -> None:
    records = [json.loads(line) for line in run("releases", "--ledger", folder, "--format", "json").stdout.splitlines()]
    loaded = [record for record in records if record["source"] == "comtrade"]
    assert [(record["release"], record["file"], record["rows_held"]) for record in loaded] == [
        ("2019-07-01", "answer.json", 6)
    ]
    records = [json.loads(line) for line in run("coverage", "--ledger", folder, "--format", "json").stdout.splitlines()]
    assert [(r["reporter"], r["first"], r["last"], r["missing"]) for r in records] == [("CHN", "2019-01", "2019-04", 0)]
    assert run("coverage", "--ledger", folder, "--reporter", "IND").stdout.startswith("no customs book")


def test_a_claim_is_held_against_the_loaded_book(folder: Path, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(
        "China exported $5 million worth of medicaments to South Korea in January 2019, customs data showed.\n\n"
        "It was the same in every month of the year so far, the data showed, and a trader said it would go on.\n"
    )
    result = run("check", article, "--published", "2019-07-20", "--ledger", folder, "--format", "jsonl")
    verdicts = [json.loads(line) for line in result.stdout.splitlines()]
    rows = [row["source"] for v in verdicts for operand in v["operands"] for row in operand["rows"]]
    assert "comtrade" in rows


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.json", b'{"data": [{"period": ', "a.json"),
        ("a.csv", b"\x89PNG\r\n\x1a\n\x00\x00", "a.csv"),
        ("a.csv", b"lorem,ipsum\n1,2\n", "headings"),
        ("a.csv", b"", "empty"),
    ],
)
def test_a_bad_file_is_one_line_and_changes_nothing(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    result = run("load", path, "--ledger", tmp_path / "ledger")
    assert result.exit_code == 2
    assert words in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "ledger").exists()


@pytest.mark.parametrize(
    "command", [["check", "a.txt"], ["series", *ASKED, "--to", "2019-02"], ["releases"], ["coverage"]]
)
def test_a_mistyped_ledger_is_no_empty_book(command: list[str], tmp_path: Path) -> None:
    result = run(*command, "--ledger", tmp_path / "leger")
    assert result.exit_code == 2
    assert "no ledger here" in result.stderr
    assert not (tmp_path / "leger").exists()


def test_an_audit_in_every_form(folder: Path, tmp_path: Path) -> None:
    told = run("audit", "--partner", "PRK", "--ledger", folder, "--least", "0", "--through", "2019-06")
    assert told.exit_code == 0, told.output
    assert told.stdout.splitlines()[-1].endswith("findings: nothing.")
    asked = ("audit", "--partner", "KOR", "--ledger", folder, "--least", "0", "--check", "round")
    told = run(*asked)
    assert "ends in 6 zeros" in told.stdout
    records = [json.loads(text) for text in run(*asked, "--format", "json").stdout.splitlines()]
    rows = list(csv.DictReader(io.StringIO(run(*asked, "--format", "csv").stdout)))
    assert len(rows) == sum(len(record["rows"]) for record in records) > 0
    assert {row["file"] for row in rows} == {"answer.json"}
    assert run("audit", "--partner", "QQQ", "--ledger", folder).exit_code == 2


def test_the_checks_of_an_audit_are_those_that_help_names() -> None:
    from tidewaiter.analysis.audit.audit import CHECKS
    from tidewaiter.faces.commands.audit import CHECKS as NAMED

    assert tuple(CHECKS) == NAMED


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("series", *ASKED, "--to", "2019-03", "--source", "comtrad"), "did you mean comtrade"),
        (("series", *ASKED, "--to", "2019-03", "--source", "foo"), "no such source: 'foo' (one of comtrade"),
        (("series", *ASKED, "--to", "2019-03", "--hs", "99999"), "no such HS code: '99999' (did you mean 999999?)"),
        (("series", *ASKED, "--to", "2019-03", "--hs", "7701"), "no such HS code: '7701'"),
        (("series", *ASKED, "--to", "2019-03", "--hs", "300499"), "did you mean 300490"),
        (("series", *ASKED, "--to", "2019-03", "--partner", "W00"), "the world is none"),
        (("series", *ASKED, "--to", "2019-03", "--partner", "PKR"), "did you mean PRK (North Korea)"),
        (
            ("series", *ASKED, "--to", "2019-03", "--partner", "Frankreich"),
            "no such country: 'Frankreich'",
        ),
        (("series", *ASKED, "--to", "2019-03", "--partner", "Frankreich"), "did you mean FRA (France)?"),
        (("review", "--country", "Eritreia"), "did you mean ERI (Eritrea)?"),
        (("review", "--goods", "fertilizr"), "did you mean fertiliser"),
        (("coverage", "--reporter", "XXX"), "no such country: 'XXX'"),
        (("coverage", "--calendar", "--partner", "W00"), "no such country: 'W00'"),
    ],
)
def test_what_there_is_not_is_said(asked: tuple[str, ...], said: str, folder: Path) -> None:
    result = run(*asked, "--ledger", folder)
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())


def test_areas_of_customs_lists_can_be_asked_for_by_their_sign(tmp_path: Path) -> None:
    head = "数据年月,商品编码,商品名称,贸易伙伴编码,贸易伙伴名称,第一数量,第一计量单位,第二数量,第二计量单位,美元\n"
    path = tmp_path / "出口.csv"
    path.write_text(head + "201810,62121090,胸罩,210,塞卜泰(休达),10,件,5,千克,345\n", encoding="utf-8")
    ledger = tmp_path / "ledger"
    assert run("load", path, "--ledger", ledger).exit_code == 0
    asked = ("series", "--reporter", "CHN", "--partner", "ea", "--flow", "export", "--hs", "6212", "--from", "2018-10")
    said = run(*asked, "--to", "2018-10", "--ledger", ledger).stdout
    assert "exports to Ceuta" in said
    assert "345" in said


def test_years_are_answered_by_the_year(folder: Path) -> None:
    asked = ("series", "--reporter", "CHN", "--flow", "export", "--from", "2020", "--to", "2022", "--ledger", folder)
    periods = [line.split()[0] for line in run(*asked).stdout.splitlines() if line[:2] == "20"]
    assert periods == ["2020", "2021", "2022"]
    months = [line.split()[0] for line in run(*asked, "--freq", "M").stdout.splitlines() if line[:2] == "20"]
    assert len(months) == 36
