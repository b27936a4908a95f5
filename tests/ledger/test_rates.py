"""Tables of exchange rates: three kinds of file, kept under a name for good, and what comes of a converted series."""

from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from tidewaiter.api import Ledger, open_ledger
from tidewaiter.errors import InputError, LedgerError, UsageError
from tidewaiter.faces.cli import cli
from tidewaiter.ledger.rates import RateTable

D = Decimal
SPECIMENS = Path(__file__).parents[1] / "specimens"
SDMX = """KEY,FREQ,CURRENCY,CURRENCY_DENOM,EXR_TYPE,EXR_SUFFIX,TIME_PERIOD,OBS_VALUE,OBS_STATUS
EXR.M.USD.EUR.SP00.A,M,USD,EUR,SP00,A,2020-03,1.1063,A
EXR.M.USD.EUR.SP00.E,M,USD,EUR,SP00,E,2020-03,1.0956,A
EXR.M.SEK.EUR.SP00.A,M,SEK,EUR,SP00,A,2020-03,10.8751,A
EXR.M.JPY.EUR.SP00.A,M,JPY,EUR,SP00,A,2020-03,,M
"""
DAYS = "\n".join(f"2020-03-{day:02d},{1.1 + day / 1000:.3f},N/A," for day in range(1, 21))
WIDE = f"Date,USD,JPY,\n{DAYS}\n2020-04-01,1.09,117.5,\n"
OWN = "currency,period,rate\nEUR,2020-03,0.9039\nEUR,2020,0.8755\n"


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    found = open_ledger(tmp_path / "ledger", embedded=False)
    found.load([SPECIMENS / "comext" / "full_v2_202003.dat", SPECIMENS / "comext" / "full_v2_202052.dat"])
    return found


def put(folder: Path, text: str) -> Path:
    path = folder / "rates.csv"
    path.write_text(text)
    return path


ASKED = {"reporter": "DEU", "partner": "PRK", "flow": "export", "hs": "300490", "start": "2020-03", "end": "2020-03"}


@pytest.mark.parametrize(
    ("text", "base", "rate", "basis"),
    [
        (SDMX, None, D("1.1063"), "2020-03"),
        (WIDE, None, D("1.1105"), "mean of 20 days of 2020-03"),
        (OWN, "USD", (1 / D("0.9039")).quantize(D("1E-9")), "2020-03"),
    ],
)
def test_a_converted_figure_says_by_what(
    ledger: Ledger, tmp_path: Path, text: str, base: str | None, rate: D, basis: str
) -> None:
    assert [point.value for point in ledger.series(**ASKED)] == [None]
    loaded = ledger.load_rates(put(tmp_path, text), name="bank", base=base)
    found = ledger.series(**ASKED, rates="bank")
    (point,) = found.points
    assert point.value == (12500 * rate).quantize(D("0.01"))
    made = point.conversion
    assert made is not None
    assert (made.value, made.currency, made.rate, made.basis) == (D(12500), "EUR", rate, basis)
    assert (made.table, made.sha256) == ("bank", loaded["file_sha256"])
    assert any("converted from EUR by the table bank (rates.csv, loaded" in note for note in found.notes)
    assert found.to_records()[0]["rate_of"] == basis
    assert found.to_record()["rates"] == "bank"
    stored = ledger.store.connect().execute("SELECT DISTINCT currency FROM flows").fetchall()
    assert stored == [("EUR",)], "what is held stays as it was published"


def test_no_rate_no_conversion(ledger: Ledger, tmp_path: Path) -> None:
    ledger.load_rates(put(tmp_path, "currency,period,rate,base\nUSD,2020-04,1.08,EUR\n"), name="late")
    found = ledger.series(**ASKED, rates="late")
    assert [point.value for point in found] == [None]
    assert [point.value for point in ledger.series(**ASKED, currency="EUR")] == [D(12500)]
    with pytest.raises(UsageError, match="no table of rates 'other'"):
        ledger.series(**ASKED, rates="other")
    with pytest.raises(UsageError, match="no such currency: 'XXQ'"):
        ledger.series(**ASKED, currency="XXQ")


def test_a_few_days_are_no_months_rate(ledger: Ledger, tmp_path: Path) -> None:
    ledger.load_rates(put(tmp_path, "Date,USD\n2020-03-30,1.1\n2020-03-31,1.2\n"), name="few")
    assert [point.value for point in ledger.series(**ASKED, rates="few")] == [None]


def test_what_the_book_has_in_the_wanted_currency_stays(ledger: Ledger, tmp_path: Path) -> None:
    ledger.load_rates(put(tmp_path, OWN), name="own", base="USD")
    euros = ledger.series(**ASKED, currency="EUR", rates="own")
    assert [(point.value, point.conversion) for point in euros] == [(D(12500), None)]


def test_a_name_stands_for_one_table_for_good(ledger: Ledger, tmp_path: Path) -> None:
    first = ledger.load_rates(put(tmp_path, SDMX), name="bank")
    assert ledger.load_rates(put(tmp_path, SDMX), name="bank") == first
    with pytest.raises(UsageError, match=r"holds other rates.*another name"):
        ledger.load_rates(put(tmp_path, SDMX.replace("1.1063", "1.2063")), name="bank")
    assert [each["name"] for each in ledger.rates()] == ["bank"]
    assert ledger.path is not None
    (kept,) = (ledger.path / "rates").glob("bank-*.csv")
    kept.write_text(SDMX.replace("1.1063", "1.2063"))
    with pytest.raises(LedgerError, match="is gone or was changed"):
        ledger.rates()


@pytest.mark.parametrize(
    ("text", "base", "said"),
    [
        ("currency,period,rate\nEUR,2020-13,1\n", "USD", "line 2.*no such month"),
        ("currency,period,rate\nEUR,2020-03,0\n", "USD", "line 2: no rate: '0'"),
        ("currency,period,rate\nEUR,2020-03,nan\n", "USD", "line 2: no rate: 'nan'"),
        ("currency,period,rate\nECU,2020-03,1\n", "USD", "line 2: no such currency: 'ECU'"),
        ("currency,period,rate\nEUR,2020-03,1\nEUR,2020-03,2\n", "USD", "line 3: two rates of EUR for 2020-03"),
        ("currency,period,rate\nEUR,2020-03,1\n", None, "the base of the rates: none.*--base"),
        ("currency,period,rate\nEUR,2020-03,1\n", "XYQ", "no such currency: 'XYQ'"),
        ("currency,period,rate\n", "USD", "no rate in it"),
        ("currency,period\nEUR,2020-03\n", "USD", "no table of rates has these headings"),
        ("<html>no</html>", "USD", "a web page"),
        (SDMX, "USD", "the base of the rates: EUR and USD"),
    ],
)
def test_what_is_no_table_is_said(ledger: Ledger, tmp_path: Path, text: str, base: str | None, said: str) -> None:
    with pytest.raises((InputError, UsageError), match=said):
        ledger.load_rates(put(tmp_path, text), name="bad", base=base)
    assert ledger.rates() == []


def test_from_the_command_line(ledger: Ledger, tmp_path: Path) -> None:
    def run(*words: object) -> str:
        done = CliRunner().invoke(cli, [str(word) for word in words])
        assert done.exit_code == 0, done.output
        return done.stdout

    assert "no table of rates" in run("rates", "--ledger", ledger.path)
    said = run("rates", "load", put(tmp_path, SDMX), "--name", "ecb", "--ledger", ledger.path)
    assert said.startswith("ecb: 2 currencies for one EUR, 2020-03 to 2020-03, from rates.csv on ")
    assert "ecb" in run("rates", "--ledger", ledger.path)
    asked = ("series", "--reporter", "DEU", "--partner", "PRK", "--flow", "export", "--hs", "300490", "--from", "2020-03",
             "--to", "2020-03", "--ledger", ledger.path)  # fmt: skip
    assert "EUR 12,500 × 1.1063 (2020-03)" in run(*asked, "--rates", "ecb")
    assert run(*asked, "--currency", "eur", "--format", "csv").startswith("period,value,currency,quantity")
    csv = run(*asked, "--rates", "ecb", "--format", "csv").splitlines()
    assert csv[0].endswith(",rows,value_booked,currency_booked,rate,rate_of,rates")
    assert csv[1].endswith(",12500,EUR,1.1063,2020-03,ecb")


@given(
    ours=st.decimals("0.001", "1000", places=3), theirs=st.decimals("0.001", "1000", places=3),
)  # fmt: skip
def test_there_and_back_is_where_one_was(ours: Decimal, theirs: Decimal) -> None:
    from datetime import date

    rates = {"SEK": {"2020": ours}, "USD": {"2020": theirs}}
    table = RateTable("t", "EUR", date(2024, 1, 1), "f", "s", rates)
    there, back = table.rate("SEK", "USD", "2020"), table.rate("USD", "SEK", "2020")
    assert there is not None
    assert back is not None
    assert abs(there.value * back.value - 1) < D("0.001") or min(there.value, back.value) < D("0.000001")
    assert table.rate("SEK", "JPY", "2020") is None
    assert table.rate("SEK", "USD", "2021") is None
