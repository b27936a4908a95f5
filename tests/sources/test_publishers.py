"""The books of CEPII, India, Eurostat, Russia and South Korea, and the UN's bulk files: one specimen each at least."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tidewaiter.errors import SourceError, UsageError
from tidewaiter.ledger.store import Ledger, open_ledger
from tidewaiter.sources import registry
from tidewaiter.sources.container import examine

D = Decimal
ROOT = Path(__file__).parents[1] / "specimens"
BACI = ROOT / "baci" / "BACI_HS17_Y2019_V202401.csv"
INDIA = ROOT / "india" / "fiscal_years.csv"
COMEXT = ROOT / "comext"
RUSSIA = ROOT / "russia"
KOREA = ROOT / "korea" / "answer.xml"
BULK = ROOT / "comtrade" / "COMTRADE-FINAL-CA1562020H5[2021-06-01].gz"

WAYS = {"chinese.csv": "import", "exports.csv": "export"}
BOOKS = sorted(path for path in ROOT.glob("*/*") if path.parent.name != "documents")


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return open_ledger(tmp_path / "ledger", embedded=False)


def rows(ledger: Ledger, columns: str, view: str = "flows") -> list[tuple[object, ...]]:
    return ledger.connect().execute(f"SELECT {columns} FROM {view} ORDER BY line").fetchall()


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_specimen_is_known_by_its_headings_and_by_one_card_alone(path: Path) -> None:
    from tidewaiter.sources import answer, comext, dgcis, korea

    container = examine(path)
    tables = {"json": answer.as_table, "xml": korea.as_table}
    if comext.is_long(container.headings):
        container = comext.as_table(container, Path("/dev/null"))
    elif dgcis.is_wide(container.headings):
        container = dgcis.as_table(container, Path("/dev/null"))
    elif container.kind in tables:
        container = tables[container.kind](container, Path("/dev/null"))
    fitting = [
        card.id
        for card in registry.cards()
        if not registry.unknown(card, container.headings) and not registry.missing(card, container.headings)
    ]
    assert fitting == [path.parent.name]


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_row_read_is_consumed_ignored_or_refused(path: Path, ledger: Ledger) -> None:
    file = ledger.load(path, direction=WAYS.get(path.name)).files[0]
    assert file.source == path.parent.name
    assert file.rows_read == file.consumed + file.ignored + file.refused > 0


def test_baci_is_nobodys_book(ledger: Ledger) -> None:
    assert ledger.load(BACI).files[0].release == "2024-01-31"
    assert rows(ledger, "reporter, partner, flow, period, edition, hs, valuation, value_usd, net_weight_kg") == [
        ("CHN", "PRK", "reconciled", "2019", "HS2017", "040120", "FOB", D(52051), D(13235)),
        ("CHN", "PRK", "reconciled", "2019", "HS2017", "300490", "FOB", D(1198), None),
        ("PRK", "CHN", "reconciled", "2019", "HS2017", "071120", "FOB", D(27902), D(169800)),
        ("USA", "FRA", "reconciled", "2019", "HS2017", "300490", "FOB", D(100500), D(1)),
        ("IND", "S19", "reconciled", "2019", "HS2017", "300490", "FOB", D(2250), D(250)),
    ]
    asked = {"reporter": "CHN", "partner": "PRK", "hs": "300490", "period": "2019"}
    assert ledger.covers(flow="export", **asked).state == "no"


def test_the_edition_of_baci_is_in_its_name_or_must_be_said(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "world trade.csv"
    path.write_bytes(BACI.read_bytes())
    with pytest.raises(SourceError, match=r"which edition of the HS.*--edition"):
        ledger.load(path)
    with pytest.raises(UsageError, match="no such edition: 'HS2018'"):
        ledger.load(path, edition="HS2018")
    ledger.load(path, edition="HS2012")
    assert set(rows(ledger, "edition")) == {("HS2012",)}
    with pytest.raises(UsageError, match="leave --edition out"):
        ledger.load(ROOT / "comtrade" / "snake.csv", edition="HS2012")


def test_indias_fiscal_years_keep_rupees_and_what_rounding_allows(ledger: Ledger) -> None:
    ledger.load(INDIA)
    columns = "reporter, partner, flow, period, freq, year, edition, hs, value_usd, low, high, value2, currency2"
    assert rows(ledger, columns)[:2] == [
        ("IND", "PRK", "export", "2017-04/2018-03", "O", 2018, "HS2017", "30049099",
         D(1250000), D(1245000), D(1255000), D(80600000), "INR"),
        ("IND", "PRK", "export", "2017-04/2018-03", "O", 2018, "HS2017", "03038980", D(0), D(0), D(5000), D(100000), "INR"),
    ]  # fmt: skip
    assert rows(ledger, "partner, flow, period, edition, quantity, unit, released_on")[2:] == [
        ("KOR", "export", "2021-04/2022-03", None, D(9000), "kg", date(2024, 2, 3)),
        ("PRK", "import", "2018-04/2019-03", "HS2017", None, None, date(2024, 2, 3)),
    ]


def test_commas_of_indias_web_tables_in_lakhs_or_in_thousands(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "saved.csv"
    path.write_text(
        "Flow;Financial Year;HS Code;Commodity;Unit;Country;US $ Million;Rs. Crore;Quantity\n"
        "Export;2021-2022;10063020;BASMATI RICE;KGS;IRAN;1,012.50;7,580.25;12,34,567.5\n",
        encoding="utf-8",
    )
    ledger.load(path)
    found = ledger.connect().execute("SELECT value, high, value2, quantity FROM book WHERE source = 'india'").fetchone()
    assert found == (D("1012500000"), D("1012505000"), D("75802500000"), D("1234567.5"))


def test_a_month_of_dgcis_is_a_row_and_its_sums_are_none(ledger: Ledger) -> None:
    path = ROOT / "dgcis" / "exports.csv"
    with pytest.raises(SourceError, match="--direction"):
        ledger.load(path)
    file = ledger.load(path, direction="export").files[0]
    assert (file.rows_read, file.consumed, file.ignored) == (6, 4, 2)
    columns = "partner, period, hs, value_usd, value2, currency2, quantity, unit, edition"
    assert rows(ledger, columns) == [
        ("PRK", "2022-02", "30049099", D(16600), D(1250000), "INR", D(1200), "kg", "HS2022"),
        ("KOR", "2022-02", "03038980", D("5300.5"), D(400000), "INR", D(50), "kg", "HS2022"),
        ("KOR", "2022-03", "03038980", D(8100), D(610000), "INR", D(75), "kg", "HS2022"),
        ("PRK", "2022-03", "11010000", D(105), D(8000), "INR", D(10), "kg", "HS2022"),
    ]


def test_comext_keeps_euros_procedures_and_secrets(ledger: Ledger) -> None:
    ledger.load(COMEXT / "full_v2_202003.dat")
    columns = "reporter, partner, flow, period, hs, level, regime, value, currency, value2, value_usd, net_weight_kg"
    assert rows(ledger, columns) == [
        ("DEU", "PRK", "export", "2020-03", "30049000", 8, "1", D(12000), "EUR", D(12000), None, D(150)),
        ("DEU", "PRK", "export", "2020-03", "30049000", 8, "3", D(500), "EUR", D(500), None, D(10)),
        ("SWE", "PRK", "export", "2020-03", "64039993", 8, "1", D(4739), "EUR", D(50012), None, D(2000)),
        ("GRC", "QX", "import", "2020-03", "11XXXXXX", 8, "1", D(77), "EUR", D(77), None, D(5)),
        ("DEU", "PRK", "export", "2020-03", "TOTAL", 0, "1", D(12000), "EUR", D(12000), None, D(150)),
    ]
    secret = [value for (value,) in rows(ledger, "confidential")]
    assert secret == [False, False, False, True, False]
    assert rows(ledger, "quantity, unit")[2] == (D(310), "pairs")
    both = "sum(value), count(*)"
    found = ledger.connect().execute(f"SELECT {both} FROM book WHERE hs = '30049000'").fetchall()
    assert found == [(D(12500), 2)]


def test_a_euro_is_no_dollar_and_a_year_no_month(ledger: Ledger) -> None:
    from tidewaiter.analysis.series import series

    ledger.load(COMEXT / "full_v2_202003.dat")
    ledger.load(COMEXT / "full_v2_202052.dat")
    found = ledger.connect().execute("SELECT freq, period FROM flows WHERE value = 99000").fetchall()
    assert found == [("A", "2020")]
    asked = {"reporter": "DEU", "partner": "PRK", "flow": "export", "hs": "300490"}
    points = series(ledger, start="2020-03", end="2020-03", **asked).points
    assert [point.value for point in points] == [None]
    euros = series(ledger, start="2020-03", end="2020-03", currency="EUR", **asked).points
    assert [point.value for point in euros] == [D(12500)]
    euros = series(ledger, start="2020", end="2020", freq="A", currency="EUR", **asked).points
    assert [point.value for point in euros] == [D(99000)]


def test_the_older_comext_layout_and_its_sum_of_all_procedures(ledger: Ledger) -> None:
    ledger.load(COMEXT / "historical_200101.dat")
    assert rows(ledger, "reporter, partner, flow, hs, regime, breakdown, value, confidential, counted") == [
        ("DEU", "PRK", "export", "30049019", "1", "regime", D(2600), False, False),
        ("DEU", "PRK", "export", "30049019", None, "", D(2900), False, True),
        ("DEU", "KOR", "import", "99RRR100", None, "", D(1000), True, True),
    ]


def test_answers_of_the_comext_service_become_rows(ledger: Ledger) -> None:
    ledger.load(COMEXT / "service.csv")
    columns = (
        "line, reporter, partner, flow, period, hs, value, currency, net_weight_kg, confidential, counted, breakdown"
    )
    assert rows(ledger, columns) == [
        (1, "DEU", "PRK", "export", "2020-03", "300490", D(12500), "EUR", D(160), False, True, ""),
        (2, "DEU", "PRK", "export", "2020-04", "300490", D(900), "EUR", D(25), False, True, ""),
        (3, "DEU", "W00", "export", "2020-03", "300490", D(98765432), "EUR", None, False, True, ""),
        (4, "GRC", "PRK", "import", "2020-03", "TOTAL", D(77), "EUR", None, True, True, ""),
        (5, "GRC", "PRK", "import", "2020-03", "28XXXX", D(70), "EUR", None, True, True, ""),
    ]
    asked = {"reporter": "DEU", "partner": "PRK", "flow": "export", "hs": "300490"}
    assert ledger.covers(period="2020-04", **asked).state == "yes"


@pytest.mark.parametrize("encoding", ["cp1251", "utf-8", "utf-8-sig"])
def test_russian_months_in_any_encoding(ledger: Ledger, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "november.csv"
    path.write_bytes((RUSSIA / "november.csv").read_bytes().decode("cp1251").encode(encoding))
    ledger.load(path)
    assert rows(ledger, "partner, flow, period, hs, value_usd, net_weight_kg, quantity, unit, confidential") == [
        ("PRK", "export", "2021-11", "2710192100", D("123456.78"), D("200000.5"), D("200000.5"), "kg", False),
        ("PRK", "export", "2021-11", "2710192100", D(1000), D(1500), D(1500), "kg", False),
        ("KOR", "import", "2021-11", "0303898000", D("77.1"), D("12.25"), None, None, False),
        ("CHN", "export", "2021-11", "88SSSSSSSS", D(9999), D(100), D(1), "units", True),
    ]
    assert rows(ledger, "place")[0] == ("05000 - ПРИМОРСКИЙ КРАЙ",)
    total = ledger.connect().execute("SELECT sum(value_usd) FROM book WHERE partner = 'PRK'").fetchone()
    assert total == (D("124456.78"),)


def test_russian_months_with_english_headings(ledger: Ledger) -> None:
    ledger.load(RUSSIA / "english.tsv")
    assert rows(ledger, "reporter, partner, flow, period, hs, value, valuation") == [
        ("RUS", "PRK", "import", "2015-01", "8708291000", D("7826.5"), "CIF")
    ]


def test_a_korean_item_is_two_rows_and_the_sum_none(ledger: Ledger) -> None:
    file = ledger.load(KOREA).files[0]
    assert (file.rows_read, file.consumed, file.ignored, file.refused) == (6, 4, 2, 0)
    assert rows(ledger, "line, reporter, partner, flow, period, hs, value_usd, net_weight_kg") == [
        (3, "KOR", "CHN", "export", "2016-01", "3004909900", D(500), D(25)),
        (4, "KOR", "CHN", "import", "2016-01", "3004909900", D(100), D(7)),
        (5, "KOR", "CHN", "export", "2016-02", "3004909900", D(500), D(30)),
        (6, "KOR", "CHN", "import", "2016-02", "3004909900", D(0), D(0)),
    ]


def test_bulk_files_of_the_un(ledger: Ledger) -> None:
    assert ledger.load(BULK).files[0].release == "2021-06-01"
    assert rows(ledger, "partner, hs, mode, breakdown, value_usd, aggregate, counted") == [
        ("PRK", "300490", None, "", D(1500), False, True),
        ("PRK", "300490", "1000", "mode", D(1500), False, False),
        ("PRK", "30", None, "", D(1500), True, True),
        ("W00", "300490", None, "", D(9000), False, True),
        ("PRK", "TOTAL", None, "", D(7000), True, True),
    ]


BAD = {
    "a fiscal year too long": (INDIA, "2018-19", "2018-20", "line 5, 'fy'.*not a fiscal year: '2018-20'"),
    "a fiscal year to come": (INDIA, "2018-19", "2098-99", "line 5.*the fiscal year 2098-99 is not over"),
    "a partner of nobody": (INDIA, "KOREA RP", "KOREA XP", "line 4, 'country'.*no partner named 'KOREA XP'"),
    "a unit of nobody": (INDIA, "TON,", "STONE,", "line 5, 'unit'.*no quantity unit 'STONE'"),
    "a negative quantity": (BACI, "       13.235", "      -13.235", "line 2, 'q'.*negative"),
    "words for a value": (BACI, "1.198", "much", "line 3, 'v'.*not a number: 'much'"),
    "a partner not on CEPII's list": (BACI, "699,", "356,", "line 6, 'i'.*no reporter|356"),
    "a flow of neither": (COMEXT / "full_v2_202052.dat", ",2,1,", ",7,1,", "line 2, 'FLOW'.*unknown flow '7'"),
    "a trade of neither": (COMEXT / "full_v2_202052.dat", ",E,", ",Q,", "line 2, 'TRADE_TYPE'.*unexpected 'Q'"),
    "a unit not of the CN": (COMEXT / "full_v2_202003.dat", "PA,", "QQ,", "line 4, 'SUPPL_UNIT'.*no quantity unit"),
    "two values of one thing": (COMEXT / "service.csv", "2020-04,900", "2020-03,900", "line 5.*VALUE_IN_EUROS is said twice"),
    "an indicator of nobody": (COMEXT / "service.csv", "QUANTITY_IN_100KG,2020-04", "QUANTITY_IN_STONE,2020-04", "'QUANTITY_IN_STONE' is not on the card"),
    "a month that is none": (ROOT / "dgcis" / "exports.csv", "March, 22 Qty", "Smarch, 22 Qty", "line 1, column 8.*no such month: 'Smarch'"),
    "a point for thousands": (RUSSIA / "english.tsv", "7826,5", "7.826", "line 2, 'VALUE'.*a point that may end thousands"),
    "a month of no year": (RUSSIA / "english.tsv", "01/2015", "13/2015", "line 2, 'PERIOD'.*no such month"),
    "a broken answer": (KOREA, "</items>", "", "item 4.*cut off or broken"),
    "an unknown field": (KOREA, "balPayments", "moreDlr", "heading 'moreDlr' is not on the card"),
    "an entity": (KOREA, "<response>", '<!DOCTYPE x [<!ENTITY a "b">]><response>', "a web page or XML|declarations"),
    "a deep field": (KOREA, "<year>2016.01", "<year><b/>2016.01", "item 2.*'year' is not one field"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_is_said_with_its_line_and_cure(ledger: Ledger, tmp_path: Path, name: str) -> None:
    good, before, after, said = BAD[name]
    path = tmp_path / good.name
    text = good.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    with pytest.raises(SourceError, match=said) as raised:
        ledger.load(path)
    assert raised.value.path == str(path)
    assert raised.value.cure


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<?xml version='1.0'?><response><body><items></items></body></response>", "no data is not zero trade"),
        ("<OpenAPI_ServiceResponse><cmmMsgHeader><errMsg>KEY EXPIRED</errMsg></cmmMsgHeader></OpenAPI_ServiceResponse>", "KEY EXPIRED"),
        ("<OpenAPI_ServiceResponse><cmmMsgHeader><errMsg>SERVICE ERROR</errMsg><returnAuthMsg>NO SUCH KEY</returnAuthMsg></cmmMsgHeader></OpenAPI_ServiceResponse>", "SERVICE ERROR: NO SUCH KEY"),
        ("<?xml version='1.0'?><html><body>403</body></html>", "a web page"),
    ],
)  # fmt: skip
def test_an_answer_without_items(ledger: Ledger, tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "answer.xml"
    path.write_text(text)
    with pytest.raises(SourceError, match=said):
        ledger.load(path)


SHARED = Path(__file__).parents[3] / "shared" / "customs"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real customs files are not here")
def test_real_files_of_cepii_and_india(ledger: Ledger) -> None:
    baci = next((SHARED / "baci").glob("BACI_*.csv.gz"))
    india = SHARED / "india" / "exports_hs8_by_fiscal_year_dprk.csv"
    report = ledger.load([baci, india])
    assert [(file.rows_read, file.consumed) for file in report.files] == [(72097, 72097), (1284, 1284)]
    assert report.files[0].release == "2023-01-31"
    ask = ledger.connect().execute
    plain = f"SELECT CAST(sum(CAST(v AS DECIMAL(24, 3))) * 1000 AS DECIMAL(38, 3)) FROM read_csv('{baci}')"
    assert ask("SELECT sum(value_usd) FROM book WHERE source = 'baci'").fetchone() == ask(plain).fetchone()
    fish = "SELECT period, low, high FROM book WHERE hs = '03038980' AND source = 'india' ORDER BY period"
    months = [D(863339), D(15378), D(78751)]
    for (_, low, high), value in zip(ask(fish).fetchall(), months, strict=True):
        assert low <= value <= high
