"""UN Comtrade's files in all their forms become the same rows."""

from decimal import Decimal
from pathlib import Path

import pytest

from tidewaiter.ledger.store import Ledger, open_ledger

SPECIMENS = Path(__file__).parents[1] / "specimens" / "comtrade"


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return open_ledger(tmp_path / "ledger", embedded=False)


def rows(ledger: Ledger, columns: str, where: str = "TRUE") -> list[tuple[object, ...]]:
    return ledger.connect().execute(f"SELECT {columns} FROM flows WHERE {where} ORDER BY line").fetchall()


def test_json_answer(ledger: Ledger) -> None:
    report = ledger.load(SPECIMENS / "answer.json")
    assert (report.files[0].rows_read, report.files[0].consumed) == (6, 6)
    assert rows(
        ledger, "line, reporter, partner, flow, flow_published, period, freq, edition, hs, level, value_usd"
    ) == [
        (1, "CHN", "PRK", "export", "X", "2019-01", "M", "HS2017", "300490", 6, Decimal("45678.901")),
        (2, "CHN", "PRK", "domestic-export", "DX", "2019-01", "M", "HS2017", "300490", 6, Decimal("45678.901")),
        (3, "CHN", "W00", "export", "X", "2019-01", "M", "HS2017", "300490", 6, Decimal(1234567)),
        (4, "CHN", "KOR", "export", "X", "2019-02", "M", "HS2017", "300490", 6, Decimal(777)),
        (5, "CHN", "PRK", "export", "X", "2019-03", "M", "HS2017", "300490", 6, Decimal("2000.25")),
        (6, "CHN", "S19", "import", "M", "2019-03", "M", "HS2017", "300490", 6, Decimal("333.125")),
    ]


def test_quantities_valuation_and_flags(ledger: Ledger) -> None:
    ledger.load(SPECIMENS / "answer.json")
    found = rows(ledger, "quantity, unit, quantity2, unit2, net_weight_kg, valuation, estimated, aggregate")
    assert found[0] == (Decimal("120.5"), "kg", None, None, Decimal("120.5"), "FOB", False, False)
    assert found[2] == (Decimal(9000), "kg", None, None, Decimal(9000), "FOB", True, True)
    assert found[3] == (None, None, Decimal("1.5"), "tonnes", None, "FOB", False, False)
    assert found[5][5] == "CIF"


def test_the_world_is_not_added_to_its_countries(ledger: Ledger) -> None:
    ledger.load(SPECIMENS / "answer.json")
    connection = ledger.connect()
    total = "SELECT sum(value_usd) FROM {} WHERE flow = 'export' AND period = '2019-01'"
    assert connection.execute(total.format("book")).fetchone() == (Decimal("45678.901"),)
    assert connection.execute(total.format("world")).fetchone() == (Decimal(1234567),)


def test_a_group_is_not_added_to_its_members_and_row_numbers_are_no_data(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "groups.csv"
    head = ",period,reporterCode,flowCode,partnerCode,cmdCode,primaryValue\n"
    path.write_text(head + "0,2019,156,X,97,300490,30\n1,2019,156,X,276,300490,20\n2,2019,156,X,490,300490,7\n")
    ledger.load(path)
    found = ledger.connect().execute("SELECT partner, value FROM book ORDER BY partner").fetchall()
    assert found == [("DEU", Decimal(20)), ("S19", Decimal(7))]
    assert len(rows(ledger, "partner")) == 3


def test_snake_case_headings_and_years(ledger: Ledger) -> None:
    ledger.load(SPECIMENS / "snake.csv")
    assert rows(ledger, "reporter, flow, period, freq, year, month, edition, hs, valuation, value") == [
        ("RUS", "export", "2022-01", "M", 2022, 1, "HS2022", "271019", "FOB", Decimal("4100.5")),
        ("RUS", "import", "2022-01", "M", 2022, 1, "HS2022", "030617", "CIF", Decimal(99)),
        ("IND", "export", "2021", "A", 2021, None, "HS2017", "100630", "FOB", Decimal(250)),
    ]


def test_legacy_headings(ledger: Ledger) -> None:
    ledger.load(SPECIMENS / "legacy.csv")
    assert rows(ledger, "reporter, partner, flow, period, edition, hs, value, quantity, unit, estimated") == [
        ("CHN", "PRK", "export", "2014", "HS2012", "270900", Decimal(1500000), Decimal(2000000), "kg", False),
        ("CHN", "PRK", "import", "2014", "HS2012", "270112", Decimal(2500), Decimal(31000), "kg", True),
    ]


def test_few_columns_are_looked_up_by_name_and_a_row_without_a_flow_is_refused(ledger: Ledger) -> None:
    file = ledger.load(SPECIMENS / "few_columns.csv").files[0]
    assert (file.rows_read, file.consumed, file.ignored, file.refused) == (3, 2, 0, 1)
    assert file.refusals[0].reason == "no flow"
    assert file.refusals[0].first_record == 3
    assert rows(ledger, "reporter, partner, partner_code, period, value") == [
        ("TUR", "PRK", "408", "2019", Decimal("1500.5")),
        ("HKG", "PRK", "408", "2019", Decimal(20)),
    ]


def test_parts_are_not_added_to_their_total(ledger: Ledger) -> None:
    ledger.load(SPECIMENS / "breakdown.csv")
    found = ledger.connect().execute(
        "SELECT partner, sum(value_usd), count(*) FROM book GROUP BY partner ORDER BY partner"
    )
    assert found.fetchall() == [("GNQ", Decimal(1000), 1), ("PRK", Decimal(80), 2)]
    assert rows(ledger, "breakdown") == [("",), ("partner2",), ("partner2",), ("mode",), ("partner2",), ("partner2",)]


def test_parquet_and_gzip_are_read_like_the_csv(ledger: Ledger, tmp_path: Path) -> None:
    ledger.load(SPECIMENS / "snake.csv")
    columns = "reporter, partner, flow, period, edition, hs, value, quantity, unit, net_weight_kg, valuation"
    expected = rows(ledger, columns)
    source = f"read_csv('{SPECIMENS / 'snake.csv'}', types = {{'cmd_code': 'VARCHAR', 'period': 'VARCHAR'}})"
    for name, options in (("rows.parquet", "FORMAT parquet"), ("rows.csv.gz", "FORMAT csv, COMPRESSION gzip")):
        path = tmp_path / name
        ledger.connect().execute(f"COPY (SELECT * FROM {source}) TO '{path}' ({options})")
        other = open_ledger(tmp_path / f"ledger of {name}", embedded=False)
        other.load(path)
        assert rows(other, columns) == expected


def test_a_file_of_several_pulls_becomes_several_releases(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "pulls.csv"
    path.write_text(
        "reporterDesc,flowCode,refYear,cmdCode,partnerDesc,primaryValue,commit,commit_date\n"
        "China,X,2020,300490,Dem. People's Rep. of Korea,100,a,2024-06-19\n"
        "China,X,2020,300490,Dem. People's Rep. of Korea,130,b,2025-03-10\n"
    )
    ledger.load(path)
    book = "SELECT value FROM ({})"
    ask = ledger.connect().execute
    from datetime import date

    assert ask(book.format(ledger.book_as_of(date(2024, 1, 1)))).fetchall() == []
    assert ask(book.format(ledger.book_as_of(date(2024, 12, 31)))).fetchall() == [(Decimal(100),)]
    assert ask(book.format(ledger.book_as_of())).fetchall() == [(Decimal(130),)]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
@pytest.mark.parametrize("end", ["", ","])
def test_a_download_of_the_site(tmp_path: Path, encoding: str, end: str) -> None:
    """Quoted cells, a comma too many at the end of rows, letters of the West, and the day in the name."""
    path = tmp_path / "TradeData_2_20_2025_10_30_9.csv"
    lines = [
        "freqCode,period,reporterISO,reporterDesc,flowCode,partnerISO,partnerDesc,classificationCode,cmdCode,cmdDesc,primaryValue",
        '"M","202201","CIV","Côte d\'Ivoire","X","PRK","Dem. People\'s Rep. of Korea","H5","300490","Médicaments, ""doses""","12.5"',
    ]
    path.write_text("\r\n".join([lines[0], lines[1] + end, ""]), encoding=encoding, newline="")
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    assert ledger.load(path).files[0].release == "2025-02-20"
    found = ledger.connect().execute("SELECT reporter, partner, product, value FROM flows").fetchall()
    assert found == [("CIV", "PRK", 'Médicaments, "doses"', Decimal("12.5"))]
