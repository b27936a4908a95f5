"""China Customs' downloads, in English and Chinese, in the encodings in which they come."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from tidewaiter.errors import SourceError, UsageError
from tidewaiter.ledger.store import Ledger, open_ledger

SPECIMENS = Path(__file__).parents[1] / "specimens" / "china"


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return open_ledger(tmp_path / "ledger", embedded=False)


def rows(ledger: Ledger, columns: str) -> list[tuple[object, ...]]:
    return ledger.connect().execute(f"SELECT {columns} FROM flows ORDER BY line").fetchall()


def test_english_download_with_regimes(ledger: Ledger) -> None:
    ledger.load(SPECIMENS / "e109202205.csv")
    assert rows(ledger, "reporter, partner, flow, period, edition, hs, regime, value_usd, quantity, unit, unit2") == [
        ("CHN", "PRK", "export", "2022-05", "HS2022", "11010000", "10", Decimal(550500), Decimal(1200000), "kg", None),
        ("CHN", "PRK", "export", "2022-05", "HS2022", "11010000", "19", Decimal(40000), Decimal(80000), "kg", None),
        ("CHN", "PRK", "export", "2022-05", "HS2022", "40151900", "10", Decimal(2345), Decimal(1500), "pairs", "kg"),
    ]
    total = ledger.connect().execute("SELECT sum(value_usd) FROM book WHERE hs LIKE '11%'").fetchone()
    assert total == (Decimal(590500),)


@pytest.mark.parametrize("total", ["00", "Total", "合计"])
def test_the_sum_over_regimes_beside_its_parts_counts_once(ledger: Ledger, tmp_path: Path, total: str) -> None:
    path = tmp_path / "e109202205.csv"
    lines = (SPECIMENS / "e109202205.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    whole = lines[1].replace('"10","Ordinary Trade"', f'"{total}","Total"').replace("550,500", "590,500")
    assert whole != lines[1]
    path.write_text("".join([lines[0], whole, *lines[1:]]), encoding="utf-8")
    ledger.load(path)
    counted = "SELECT regime, value_usd FROM book WHERE hs = '11010000'"
    assert ledger.connect().execute(counted).fetchall() == [(None, Decimal(590500))]
    assert ledger.connect().execute("SELECT count(*) FROM flows WHERE hs = '11010000'").fetchone() == (3,)


def test_a_missing_digit_is_no_lost_zero(ledger: Ledger, tmp_path: Path) -> None:
    text = (SPECIMENS / "chinese.csv").read_text(encoding="utf-8")
    path = tmp_path / "download.csv"
    path.write_text(text.replace("3049900", "8542399"), encoding="utf-8")
    with pytest.raises(SourceError, match=r"line 3.*a code of 7 digits: '8542399'"):
        ledger.load(path, direction="import")
    path.write_text(text.replace("30041090", "03041090"), encoding="utf-8")
    with pytest.raises(SourceError, match=r"line 3.*7 digits among others that keep their leading zero: '3049900'"):
        ledger.load(path, direction="import")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_chinese_download_in_any_encoding(ledger: Ledger, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "download.csv"
    path.write_bytes((SPECIMENS / "chinese.csv").read_text(encoding="utf-8").encode(encoding))
    ledger.load(path, direction="import")
    assert rows(ledger, "partner, flow, period, hs, currency, value, value_usd, quantity, unit, quantity2, unit2") == [
        ("PRK", "import", "2022-03", "30041090", "CNY", Decimal(98765), None, Decimal(1500), "kg", None, None),
        ("KOR", "import", "2022-03", "03049900", "CNY", Decimal(300), None, Decimal(20), "kg", None, None),
        ("PRK", "import", "2022-01", "63079010", "CNY", Decimal(60000), None, Decimal(1400000), "units", Decimal(4200), "kg"),
    ]  # fmt: skip


def test_the_direction_is_never_guessed(ledger: Ledger, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="does not say whether it holds exports or imports"):
        ledger.load(SPECIMENS / "chinese.csv")
    renamed = tmp_path / "i133202205.csv"
    shutil.copy(SPECIMENS / "e109202205.csv", renamed)
    with pytest.raises(SourceError, match="the name says partner 133 in 202205"):
        ledger.load(renamed)
    with pytest.raises(UsageError, match="no such direction"):
        ledger.load(renamed, direction="sideways")
    assert ledger.connect().execute("SELECT count(*) FROM flows").fetchone() == (0,)


def test_a_lost_heading_line_is_named_and_can_be_said(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "e109202205.csv"
    path.write_text("".join((SPECIMENS / "e109202205.csv").read_text().splitlines(keepends=True)[1:]))
    with pytest.raises(SourceError, match=r"first line is data, not headings.*english-usd"):
        ledger.load(path)
    ledger.load(path, source="china", headings="english-usd")
    assert rows(ledger, "line, hs, value_usd")[0] == (1, "11010000", Decimal(550500))
    with pytest.raises(UsageError, match="no such list of headings"):
        open_ledger(tmp_path / "other").load(path, source="china", headings="finnish")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('"109"', '"999"', "gacc knows no partner with code '999'"),
        ('"Kilogram","0","-","550,500"', '"Stone","0","-","550,500"', "no quantity unit 'Stone'"),
        ('"550,500"', '"550,50"', "a comma where no thousands end"),
        ('"550,500"', '"5505OO"', "not a number"),
        ('"US dollar",', '"US dollar","Remarks in green",', "heading 'Remarks in green' is not on the card"),
        ('"US dollar",', '"Gold dollar",', "heading 'Gold dollar' is not on the card"),
        ('"11010000"', '"1101000012345"', "not an HS code"),
        ('"11010000"', '"1101000012"', "longer than 8 digits"),
        ('550,500",', '550,500","surplus"', "unexpected 'surplus'"),
        ("Supplimentary Quantity", "Quantity", "say the same"),
    ],
)
def test_what_is_unknown_is_said(ledger: Ledger, tmp_path: Path, before: str, after: str, said: str) -> None:
    path = tmp_path / "e109202205.csv"
    text = (SPECIMENS / "e109202205.csv").read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(SourceError, match=said) as raised:
        ledger.load(path, direction="export")
    assert raised.value.path == str(path)
    assert raised.value.place
    assert raised.value.cure
