"""Real customs files, where they lie beside the checkout: what is loaded is what they say, to the last digit."""

import csv
import gzip
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tidewaiter.analysis.series import series
from tidewaiter.errors import SourceError
from tidewaiter.ledger.changes import changes
from tidewaiter.ledger.store import Ledger, open_ledger

CUSTOMS = Path(__file__).parents[3] / "shared" / "customs"
FISH = CUSTOMS / "comtrade" / "monthly_hs03_2017_2024.parquet"

pytestmark = pytest.mark.skipif(not CUSTOMS.is_dir(), reason="the real customs files are not here")

LOAD = """
import resource, sys
from tidewaiter.ledger.store import open_ledger
print(open_ledger(sys.argv[1]).load(sys.argv[2]))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.fixture(scope="module")
def fish(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Ledger, int]]:
    """Three million rows, loaded in a process of their own; and its peak memory in KiB."""
    folder = tmp_path_factory.mktemp("fish") / "ledger"
    done = subprocess.run([sys.executable, "-c", LOAD, folder, FISH], capture_output=True, text=True, check=True)
    return open_ledger(folder), int(done.stdout.split()[-1])


def test_three_million_rows_fit_into_memory(fish: tuple[Ledger, int]) -> None:
    assert fish[1] < 2 * 1024 * 1024


def test_sums_by_flow_are_those_of_plain_sql_over_the_file(fish: tuple[Ledger, int]) -> None:
    connection = fish[0].connect()
    plain = f"""
        SELECT flowCode, count(*), sum(CAST(primaryValue AS DECIMAL(24, 3))), sum(CAST(netWgt AS DECIMAL(28, 6)))
        FROM read_parquet('{FISH}') GROUP BY flowCode ORDER BY flowCode
    """
    ours = """
        SELECT flow_published, count(*), sum(value_usd), sum(net_weight_kg) FROM book
        WHERE source = 'comtrade' GROUP BY flow_published ORDER BY flow_published
    """
    assert connection.execute(ours).fetchall() == connection.execute(plain).fetchall()


def test_every_row_can_be_found_again_by_its_record_number(fish: tuple[Ledger, int]) -> None:
    different = f"""
        SELECT count(*) FROM flows AS f
        JOIN (SELECT * FROM read_parquet('{FISH}', file_row_number = true)) AS p ON p.file_row_number + 1 = f.line
        WHERE f.source = 'comtrade' AND (f.hs <> p.cmdCode OR f.period <> substr(p.period, 1, 4) || '-' || substr(p.period, 5)
            OR f.value <> CAST(p.primaryValue AS DECIMAL(24, 3)) OR f.flow_published <> p.flowCode
            OR (length(trim(p.partnerISO)) = 3 AND f.partner <> trim(p.partnerISO) AND p.partnerCode NOT IN (251, 842)))
    """
    assert fish[0].connect().execute(different).fetchone() == (0,)


def test_a_second_load_changes_nothing(fish: tuple[Ledger, int]) -> None:
    ledger = fish[0]
    assert ledger.path is not None
    before = {path: path.stat().st_mtime_ns for path in ledger.path.rglob("*.parquet")}
    assert not ledger.load(FISH).changed
    assert {path: path.stat().st_mtime_ns for path in ledger.path.rglob("*.parquet")} == before


def test_chinas_fish_for_north_korea(fish: tuple[Ledger, int]) -> None:
    years = """
        SELECT year, round(sum(value_usd) / 1000000, 1) FROM book
        WHERE reporter = 'CHN' AND partner = 'PRK' AND flow = 'export' AND hs LIKE '03%' GROUP BY year ORDER BY year
    """
    found = dict(fish[0].connect().execute(years).fetchall())
    assert (found[2019], found[2020]) == (pytest.approx(36.4), pytest.approx(4.4))


def test_zero_and_unknown(fish: tuple[Ledger, int]) -> None:
    question = {"reporter": "CHN", "partner": "PRK", "flow": "export", "period": "2020-08"}
    states = {hs: fish[0].covers(hs=hs, **question).state for hs in ("0303", "030389", "03", "0307", "30")}  # type: ignore[arg-type]
    assert states == {"0303": "yes", "030389": "yes", "03": "selection", "0307": "no", "30": "no"}


def test_json_and_csv_of_the_same_rows_are_one(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    day = date(2024, 9, 2)
    first = ledger.load(CUSTOMS / "comtrade" / "monthly_hs03_partner_408_api.json", release=day).files[0]
    again = ledger.load(CUSTOMS / "comtrade" / "monthly_hs03_partner_408.csv", release=day).files[0]
    assert (first.rows_read, first.consumed) == (828, 828)
    assert (again.rows_read, again.consumed, again.ignored) == (828, 0, 828)


def test_a_hand_made_selection_loads_and_says_what_it_leaves_out(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    file = ledger.load(CUSTOMS / "comtrade" / "annual_hs6_selected_partner_408.csv").files[0]
    assert (file.rows_read, file.consumed, file.refused) == (672, 634, 38)
    assert file.rows_read == file.consumed + file.ignored + file.refused
    covered = ledger.covers(reporter="CHN", partner="PRK", flow="import", hs="TOTAL", period="2015")
    assert covered.state == "partial"


def test_pulls_of_several_days_are_releases(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    ledger.load(CUSTOMS / "comtrade" / "annual_hs6_revised_values_by_pull.csv.gz")
    ask = "SELECT b.value FROM ({}) AS b WHERE b.reporter = 'FIN' AND b.partner = 'ITA' AND b.hs = '850300' AND b.period = '2023'"
    early, late = (
        ledger.connect().execute(ask.format(ledger.book_as_of(day))).fetchall()
        for day in (date(2024, 12, 31), date(2026, 4, 1))
    )
    assert (early, late) == ([(Decimal("33093775.573"),)], [(Decimal("32146783.215"),)])


def test_answers_of_the_api(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    assert ledger.load(CUSTOMS / "comtrade" / "get_C_A_HS_response.json").files[0].consumed == 4
    with pytest.raises(SourceError, match="no data is not zero trade"):
        ledger.load(CUSTOMS / "comtrade" / "bulk_empty_response.json")
    with pytest.raises(SourceError):
        ledger.load(CUSTOMS / "comtrade" / "bulk_get_C_A_HS_availability.json")


def test_china_customs_downloads(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    assert ledger.load(CUSTOMS / "gacc" / "e210201810.csv").files[0].consumed == 3
    headless = CUSTOMS / "gacc" / "i502201901_usa.csv.gz"
    with pytest.raises(SourceError, match="first line is data, not headings") as raised:
        ledger.load(headless)
    assert "english-usd" in (raised.value.cure or "")
    assert ledger.load(headless, source="china", headings="english-usd").files[0].consumed == 11_419
    total = ledger.connect().execute("SELECT sum(value_usd) FROM book WHERE flow = 'import' AND partner = 'USA'")
    assert total.fetchone() == (Decimal(9211213264),)


def test_real_revisions_are_all_found_and_no_others(tmp_path: Path) -> None:
    path = CUSTOMS / "comtrade" / "annual_hs6_revised_values_by_pull.csv.gz"
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    ledger.load(path)
    first, second = date(2024, 6, 20), date(2026, 3, 10)
    pulls: dict[tuple[str, ...], dict[str, Decimal]] = {}
    with gzip.open(path, "rt", newline="") as stream:
        for row in csv.DictReader(stream):
            key = tuple(row[name] for name in ("reporterDesc", "flowCode", "refYear", "cmdCode", "partnerDesc"))
            pulls.setdefault(key, {})[row["commit_date"]] = Decimal(row["primaryValue"])
    counted = {"revised": 0, "added": 0}
    for values in pulls.values():
        before = max((day for day in values if day <= first.isoformat()), default=None)
        after = max(day for day in values if day <= second.isoformat())
        if before is None:
            counted["added"] += 1
        elif values[before] != values[after]:
            counted["revised"] += 1
    found = changes(ledger.connect(), first, second)
    assert {kind: found.count(kind) for kind in counted} == counted == {"revised": 3412, "added": 381}
    assert found.count("dropped") == 0


def test_chinas_imports_of_fish_from_north_korea_stop_after_august_2017(fish: tuple[Ledger, int]) -> None:
    found = series(
        fish[0],
        reporter="CHN",
        partner="PRK",
        flow="import",
        hs="0303",
        start="2017-01",
        end="2018-12",
        source="comtrade",
    )
    sold = [point.period for point in found if point.rows]
    assert sold[-1] == "2017-08"
    assert all(not point.value for point in found if point.period > "2017-08")
    assert any(point.value for point in found)


def test_indias_months_from_april_to_march_are_its_fiscal_years(tmp_path: Path) -> None:
    """UN Comtrade has India's fish by the month, TradeStat by the year in millions with two decimals."""
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    ledger.load(CUSTOMS / "comtrade" / "monthly_hs03_partner_408_api.json", source="comtrade")
    ledger.load(CUSTOMS / "india" / "exports_hs8_by_fiscal_year_dprk.csv")
    connection = ledger.connect()
    asked = "reporter = 'IND' AND partner = 'PRK' AND flow = 'export' AND hs LIKE '0303%'"
    printed = connection.execute(
        f"SELECT period, sum(low), sum(high) FROM book WHERE source = 'india' AND {asked} GROUP BY period ORDER BY period"
    ).fetchall()
    booked = dict(
        connection.execute(
            "SELECT CASE WHEN month >= 4 THEN year ELSE year - 1 END AS began, sum(value_usd) AS value FROM book "
            f"WHERE source = 'comtrade' AND freq = 'M' AND {asked} GROUP BY began"
        ).fetchall()
    )
    assert [period for period, _, _ in printed] == ["2017-04/2018-03", "2018-04/2019-03", "2020-04/2021-03"]
    for period, low, high in printed:
        assert low <= booked[int(period[:4])] <= high
    assert [round(booked[year]) for year in (2017, 2018, 2020)] == [863_339, 15_378, 78_751]


def test_the_same_answer_under_another_name_and_day_changes_nothing(tmp_path: Path) -> None:
    path = CUSTOMS / "comtrade" / "monthly_hs03_partner_408_api.json"
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    ledger.load(path, source="comtrade", release=date(2024, 9, 1))
    assert ledger.path is not None
    before = {each: each.read_bytes() for each in ledger.path.rglob("*") if each.is_file()}
    other = tmp_path / "another name.json"
    other.write_bytes(path.read_bytes())
    assert not ledger.load(other, source="comtrade", release=date(2025, 1, 1)).changed
    assert {each: each.read_bytes() for each in ledger.path.rglob("*") if each.is_file()} == before
