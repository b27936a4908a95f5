"""The audit of real customs files, where they lie beside the checkout: the mix-ups that analysts know are found."""

from pathlib import Path

import duckdb
import pytest

from tidewaiter.analysis.audit.audit import audit
from tidewaiter.analysis.audit.finding import Finding
from tidewaiter.analysis.audit.scope import scope
from tidewaiter.ledger.store import open_ledger

CUSTOMS = Path(__file__).parents[3] / "shared" / "customs"
FILES = (
    "comtrade/monthly_hs03_partner_408.csv",
    "comtrade/annual_hs6_selected_partner_408.csv",
    "india/exports_hs8_by_fiscal_year_dprk.csv",
)
#: Of the three million rows of fish those of the codes at issue, for all reporters, partners and months.
FISH = ("030342", "030343", "030349", "030379", "030389")

pytestmark = pytest.mark.skipif(not CUSTOMS.is_dir(), reason="the real customs files are not here")


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> list[Finding]:
    folder = tmp_path_factory.mktemp("real")
    fish = folder / "fish.parquet"
    whole = CUSTOMS / "comtrade" / "monthly_hs03_2017_2024.parquet"
    duckdb.sql(f"COPY (FROM read_parquet('{whole}') WHERE cmdCode IN {FISH}) TO '{fish}' (FORMAT parquet)")
    ledger = open_ledger(folder / "ledger", embedded=False)
    ledger.load([fish, *(CUSTOMS / name for name in FILES)])
    return audit(ledger, scope(partner="PRK"))


@pytest.mark.parametrize(
    ("reporter", "flow", "code"),
    [
        ("SEN", "export", "030389"),
        ("MEX", "import", "030343"),
        ("SYC", "import", "030349"),
        ("IND", "export", "26011210"),
    ],
)
def test_trade_with_the_south_booked_to_the_north(findings: list[Finding], reporter: str, flow: str, code: str) -> None:
    found = [each for each in findings if each.check == "confusable"]
    assert (reporter, flow, code) in {(each.reporter, each.flow, each.hs) for each in found}


def test_ore_counted_in_tonnes_and_written_as_kilograms(findings: list[Finding]) -> None:
    odd = [each for each in findings if each.check == "unit_value" and (each.hs or "").startswith("2601")]
    assert {each.hs for each in odd} == {"26011210", "26011139"}
    assert all("tonnes stood for kilograms" in each.reason for each in odd)


def test_real_trade_of_the_neighbour_is_not_called_a_mix_up(findings: list[Finding]) -> None:
    assert not [each for each in findings if each.check == "confusable" and each.reporter == "CHN"]
