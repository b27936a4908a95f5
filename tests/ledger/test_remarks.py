"""What a load says of files that were read and yet may surprise."""

import json
from datetime import date
from pathlib import Path

import pytest

from tidewaiter.errors import SourceError
from tidewaiter.ledger.report import FileReport
from tidewaiter.ledger.store import open_ledger

HEAD = "period,freqCode,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,primaryValue,netWgt\n"
ROW = "202104,M,156,X,408,H5,340111,900000,12"


def loaded(path: Path, text: str, **more: object) -> FileReport:
    path.write_text(text, encoding="utf-8")
    (report,) = open_ledger(path.parent / "ledger", embedded=False).load(path, **more).files  # type: ignore[arg-type]
    return report


def test_an_ordinary_file_needs_no_remark(tmp_path: Path) -> None:
    report = loaded(tmp_path / "a.csv", f"{HEAD}{ROW}\n")
    assert report.remarks == ()
    assert "note" not in str(report)


def test_a_last_line_without_an_end(tmp_path: Path) -> None:
    report = loaded(tmp_path / "a.csv", f"{HEAD}{ROW}")
    (said,) = report.remarks
    assert "the last line does not end" in said
    assert "  note: the last line" in str(report)


@pytest.mark.parametrize("word", ["NaN", "null", ""])
def test_amounts_that_are_none(tmp_path: Path, word: str) -> None:
    report = loaded(tmp_path / "a.csv", f"{HEAD}{ROW}\n{ROW.replace('202104', '202105').replace('900000', word)}\n")
    assert report.consumed == 2
    assert report.remarks == ("1 row has no value (empty, NaN or the like): not known, which is not zero",)


@pytest.mark.parametrize(
    ("edition", "code", "said"),
    [
        ("H5", "777777", True),
        ("H5", "3499", True),
        ("H5", "77", True),
        ("H5", "300241", True),  # HS2022's
        ("H6", "300241", False),
        ("HS", "300241", False),  # of an edition that is not told
        ("H2", "300241", False),  # its list is not held
        ("H2", "770100", True),
        ("H5", "34011190", False),  # a national line
        ("H5", "999999", False),
        ("H5", "9999AA", False),
        ("H5", "98", False),
        ("H5", "TOTAL", False),
    ],
)
def test_codes_on_no_list_are_named_with_their_place(tmp_path: Path, edition: str, code: str, said: bool) -> None:
    odd = ROW.replace("H5,340111", f"{edition},{code}")
    report = loaded(
        tmp_path / "a.csv", f"{HEAD}{ROW.replace('H5', edition)}\n{odd}\n{odd.replace('202104', '202105')}\n"
    )
    assert report.consumed == 3
    told = (f"on no list of the HS, and kept as published: {code} (line 3)",)
    assert report.remarks == (told if said else ())


def test_domestic_exports_without_exports(tmp_path: Path) -> None:
    record = {
        "typeCode": "C", "freqCode": "M", "refYear": 2021, "refMonth": 4, "period": "202104", "reporterCode": 156,
        "flowCode": "DX", "partnerCode": 408, "partner2Code": 0, "classificationCode": "H5", "cmdCode": "340111",
        "customsCode": "C00", "motCode": 0, "primaryValue": 100.0,
    }  # fmt: skip
    answer = {"elapsedTime": "0.1", "count": 1, "data": [record], "error": ""}
    (said,) = loaded(tmp_path / "a.json", json.dumps(answer)).remarks
    assert "domestic-exports and no exports" in said
    both = {**answer, "data": [record, {**record, "flowCode": "X"}], "count": 2}
    assert loaded(tmp_path / "b.json", json.dumps(both)).remarks == ()


def test_another_day_for_a_file_that_is_held(tmp_path: Path) -> None:
    loaded(tmp_path / "a.csv", f"{HEAD}{ROW}\n", release=date(2022, 1, 1))
    again = loaded(tmp_path / "a.csv", f"{HEAD}{ROW}\n", release=date(2022, 2, 1))
    assert again.held_as is not None
    assert again.remarks == ("its release stays 2022-01-01: to have it as of 2022-02-01, load it into another ledger",)
    assert loaded(tmp_path / "a.csv", f"{HEAD}{ROW}\n", release=date(2022, 1, 1)).remarks == ()


CHINESE = "数据年月,商品编码,商品名称,贸易伙伴编码,贸易伙伴名称,第一数量,第一计量单位,第二数量,第二计量单位,美元\n"
LINE = '202205,34011100,肥皂,109,朝鲜,10,千克,10,千克,"{}"\n'


def test_a_value_that_another_language_s_spreadsheet_has_turned(tmp_path: Path) -> None:
    assert loaded(tmp_path / "出口.csv", CHINESE + LINE.format("1,161")).consumed == 1
    with pytest.raises(SourceError, match="not a whole number"):
        loaded(tmp_path / "出口_2.csv", CHINESE + LINE.format("1.161"))


@pytest.mark.parametrize(
    ("name", "flow"), [("出口_朝鲜_202205.csv", "export"), ("进口.csv", "import"), ("2022進口.csv", "import")]
)
def test_chinese_names_say_which_way(tmp_path: Path, name: str, flow: str) -> None:
    assert loaded(tmp_path / name, CHINESE + LINE.format("1,161")).consumed == 1
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    assert ledger.connect().execute("SELECT f.flow AS flow FROM flows AS f").fetchall() == [(flow,)]


@pytest.mark.parametrize("name", ["进出口.csv", "出口进口.csv", "export.csv"])
def test_names_that_say_both_or_nothing(tmp_path: Path, name: str) -> None:
    with pytest.raises(SourceError, match="whether it holds exports or imports"):
        loaded(tmp_path / name, CHINESE + LINE.format("1,161"))
