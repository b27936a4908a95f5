"""What cannot be a customs file gives one line with file, place and cure, and changes nothing."""

import gzip
from pathlib import Path

import pytest

from tidewaiter.errors import SourceError
from tidewaiter.ledger.store import open_ledger

HEAD = "period,freqCode,reporterCode,flowCode,partnerCode,cmdCode,qtyUnitCode,qty,netWgt,primaryValue\n"
ROW = "202205,M,156,X,408,300490,8,10,10,1000.5\n"
OTHER = ROW.replace("300490", "300410")


def table(*rows: str, head: str = HEAD) -> bytes:
    return (head + "".join(rows)).encode()


BAD = {
    "empty": (b"", "the file is empty"),
    "blank": (b"\n \n\n", "the file is empty"),
    "no rows": (table(), "a heading and no rows"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(64), "a PNG picture"),
    "spreadsheet": (b"PK\x03\x04" + bytes(64), "a zip archive or a spreadsheet"),
    "bytes": (b"a\x00b,c\n1,2\n", "not a text"),
    "web page": (b"\n<!DOCTYPE html><html><body>403</body></html>" + b"x" * 100_000, "a web page"),
    "unknown heading": (table(ROW, head=HEAD.replace("netWgt", "stones")), "heading 'stones' is not on the card"),
    "missing heading": (table("202205,M,156\n", head="period,freqCode,reporterCode\n"), "needs a column"),
    "strange headings": (table("1,2\n", head="apples,pears\n"), "no source's card knows these headings"),
    "no such month": (table(ROW, OTHER.replace("202205", "2022-13")), "no such month: '2022-13'"),
    "the future": (table(ROW.replace("202205", "209901")), "no month that a book could have"),
    "other freq": (table(ROW.replace(",M,", ",A,")), "period 2022-05 beside freq 'A'"),
    "negative quantity": (table(ROW, OTHER.replace(",8,10,", ",8,-10,")), "negative: '-10'"),
    "negative value": (table(ROW.replace("1000.5", "-1")), "negative: '-1'"),
    "no number": (table(ROW.replace("1000.5", "much")), "not a number: 'much'"),
    "an underscore": (table(ROW, OTHER.replace("1000.5", "1_000")), "not a number: '1_000'"),
    "an underscore in a quantity": (table(ROW, OTHER.replace(",8,10,", ",8,1_0,")), "not a number: '1_0'"),
    "an underscore beside what is none": (table(ROW.replace("1000.5", "NA"), OTHER.replace("1000.5", "1_000")), "not a number: '1_000'"),
    "decimal comma": (table(ROW.replace("1000.5", '"1000,5"')), "not a number: '1000,5'"),
    "spreadsheet number": (table(ROW.replace("1000.5", "1.2E+08")), "a rounded number"),
    "unknown partner": (table(ROW.replace(",408,", ",9999,")), "no partner with code '9999'"),
    "unknown flow": (table(ROW.replace(",X,", ",Q,")), "unknown flow 'Q'"),
    "unknown unit": (table(ROW.replace(",8,10", ",zz,10")), "no quantity unit 'zz'"),
    "letters for a code": (table(ROW.replace("300490", "3004AB")), "not an HS code: '3004AB'"),
    "no chapter": (table(ROW.replace("300490", "001122")), "no chapter 00"),
    "short row": (table(ROW, "202205,M\n"), "2 columns under 10 headings"),
    "long row": (table(ROW, OTHER.strip() + ",1\n"), "11 columns under 10 headings"),
    "open quote": (table(ROW, '"202205,M\n', ROW * 5), "a quoted cell does not end"),
    "latin-1": (table(ROW, head=HEAD).replace(b"156", b"C\xf4te"), "no partner with code 'C\u00f4te'"),
    "no encoding": (table(ROW, head=HEAD).replace(b"156", b"C\x81te"), "not in UTF-8"),
    "two pulls": (table(ROW, ROW.replace("1000.5", "2000")), "is 2000.000, and 1000.500 in line 2"),
    "no flow at all": (table(ROW.replace(",X,", ",,")), "no row can be used: no flow"),
    "services": (table(ROW.replace(",M,", ",M,S,"), head=HEAD.replace("freqCode", "freqCode,typeCode")), "unexpected 'S'"),
    "SITC": (
        table(ROW.replace(",M,", ",M,S4,"), head=HEAD.replace("freqCode", "freqCode,classificationCode")),
        "'S4' is not an edition of the HS",
    ),
    "two countries": (
        table(ROW.replace(",408,", ",408,KOR,"), head=HEAD.replace("partnerCode", "partnerCode,partnerISO")),
        "partner 408 is PRK, the row says KOR",
    ),
    "infinite": (
        b'{"count":2,"data":[{"period":"202205"},{"period":"202205","primaryValue":Infinity}]}',
        "record 2: not a number: 'Infinity'",
    ),
    "said twice": (
        b'{"count":1,"data":[{"period":"202205","primaryValue":1,"primaryValue":2}]}',
        "record 1: 'primaryValue' is said twice",
    ),
    "cut-off JSON": (b'{"count":2,"data":[{"period":"202205","reporterCode":156},{"per', "cut off or broken"),
    "cut-off envelope": (b'{"count":1,"data":[{"period":"202205"}]', "cut off after its records"),
    "empty answer": (b'{"elapsedTime":"0.1 secs","count":0,"data":[],"error":""}', "no data is not zero trade"),
    "error answer": (b'{"statusCode":401,"message":"Access denied"}', "Access denied"),
    "miscounted": (b'{"count":3,"data":[{"period":"202205"}]}', "counts 3 records and holds 1"),
    "nested JSON": (b'{"data":[{"a":{"b":1}}]}', "not a flat object"),
    "broken gzip": (gzip.compress(table(*[ROW] * 500))[:90], "cannot be unpacked"),
    "broken Parquet": (b"PAR1 and no more", "not a whole Parquet file"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_one_clear_line_and_nothing_changes(tmp_path: Path, name: str) -> None:
    content, said = BAD[name]
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_bytes(table(ROW))
    bad.write_bytes(content)
    folder = tmp_path / "ledger"
    with pytest.raises(SourceError) as raised:
        open_ledger(folder).load([good, bad])
    assert said in str(raised.value)
    assert raised.value.path == str(bad)
    assert raised.value.cure, "says what to do"
    assert "\n" not in str(raised.value)
    assert not folder.exists(), "a folder that nothing came of is taken away"


@pytest.mark.parametrize("name", ["negative quantity", "short row", "unknown partner", "two pulls"])
def test_the_ledger_stays_as_it_was(tmp_path: Path, name: str) -> None:
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_bytes(table(ROW))
    folder = tmp_path / "ledger"
    open_ledger(folder).load(good)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    bad.write_bytes(BAD[name][0])
    with pytest.raises(SourceError):
        open_ledger(folder).load(bad)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_the_line_is_that_of_the_file_even_after_cells_with_line_breaks(tmp_path: Path) -> None:
    path = tmp_path / "lines.csv"
    head = HEAD.replace("netWgt", "cmdDesc")
    rows = [ROW.replace("10,10,", f'10,"Tablets\nand pills {number}",') for number in range(3)]
    rows = [row.replace("300490", f"30049{number}") for number, row in enumerate(rows)]
    path.write_text(head + "".join(rows) + "\n" + ROW.replace("1000.5", "-1"))
    with pytest.raises(SourceError) as raised:
        open_ledger(tmp_path / "ledger").load(path)
    assert raised.value.place == "line 9, 'primaryValue'"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        open_ledger(tmp_path / "ledger").load(tmp_path / "absent.csv")
