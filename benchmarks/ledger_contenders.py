"""One way to load a world of trade, or to review a country in it, in a process of its own: run by ledger_world.py.

    python benchmarks/ledger_contenders.py load-plain|load-sorted|load-dated|load-ledger CSV-FOLDER TARGET
    python benchmarks/ledger_contenders.py review-hand|review-ledger|review-sorted FOLDER WORLD-JSON TIMES
    python benchmarks/ledger_contenders.py review-pandas|review-pandas-narrow FOLDER WORLD-JSON TIMES

The last line of output is JSON: seconds, peak memory, and what came of it.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from world import COLUMNS, COUNTRY, COUNTRY_ALPHA3

_RELEASE = date(2024, 6, 1)
_MEMORY = "4GB"
_SORTED = '"partnerCode", "cmdCode", "reporterCode", "flowCode", period'

#: The review: a country's trade in some codes, by reporter, flow and month, with the same month a year before, the
#: change on it, the year to date, and the share in all that the flow came to in that month among these codes. Summed to
#: the cent, told as the floating-point numbers that pandas tells too.
_REVIEW = """
    WITH monthly AS (
        SELECT f.{reporter} AS reporter, f.{flow} AS flow, f.{hs} AS hs, f.period AS period, sum(f.{value}) AS value
        FROM {relation} AS f
        WHERE f.{partner} = {country} AND {standing} AND f.{hs} IN ({codes})
        GROUP BY f.{reporter}, f.{flow}, f.{hs}, f.period
    )
    SELECT m.reporter AS reporter, m.flow AS flow, m.hs AS hs, m.period AS period, CAST(m.value AS DOUBLE) AS value,
           CAST(b.value AS DOUBLE) AS year_before, round(100.0 * (m.value - b.value) / nullif(b.value, 0), 6) AS change,
           CAST(sum(m.value) OVER (
               PARTITION BY m.reporter, m.flow, m.hs, substr(m.period, 1, 4) ORDER BY m.period
           ) AS DOUBLE) AS year_to_date,
           round(100.0 * m.value / nullif(sum(m.value) OVER (PARTITION BY m.flow, m.period), 0), 6) AS share_of_month
    FROM monthly AS m
    LEFT JOIN monthly AS b ON b.reporter = m.reporter AND b.flow = m.flow AND b.hs = m.hs
        AND b.period = CAST(CAST(substr(m.period, 1, 4) AS INTEGER) - 1 AS VARCHAR) || substr(m.period, 5)
    ORDER BY m.hs, m.flow, m.reporter, m.period
"""
_LEDGER_NAMES = {
    "reporter": "reporter",
    "partner": "partner",
    "flow": "flow",
    "hs": "hs",
    "country": f"'{COUNTRY_ALPHA3}'",
}
_FILE_NAMES = {
    "reporter": '"reporterCode"',
    "partner": '"partnerCode"',
    "flow": '"flowCode"',
    "hs": '"cmdCode"',
    "value": '"primaryValue"',
    "country": str(COUNTRY),
}


def load_plain(csvs: Path, target: Path) -> dict[str, Any]:
    """DuckDB's COPY of all files into one Parquet file, typed, as the rows come."""
    target.mkdir(parents=True)
    files = sorted(csvs.glob("*.csv"))
    with _duckdb(target) as connection:
        connection.execute(f"COPY ({_typed(files)}) TO '{target}/plain.parquet' (FORMAT parquet, COMPRESSION zstd)")
    return {}


def load_sorted(csvs: Path, target: Path, *, superseded: str = "CAST(NULL AS DATE)") -> dict[str, Any]:
    """SQL by hand: the ledger's layout without its checks, one sorted Parquet file a year."""
    target.mkdir(parents=True)
    with _duckdb(target) as connection:
        for file in sorted(csvs.glob("*.csv")):
            dated = f"SELECT t.*, DATE '{_RELEASE}' AS released_on FROM ({_typed([file])}) AS t"
            connection.execute(
                f"COPY (SELECT f.*, {superseded} AS superseded_on FROM ({dated}) AS f ORDER BY {_SORTED}) "
                f"TO '{target}/{file.stem}.parquet' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)"
            )
    return {}


def load_dated(csvs: Path, target: Path) -> dict[str, Any]:
    """The same where the day on which a row was superseded is worked out, as it must be for a second release."""
    cell = '"reporterCode", "partnerCode", "flowCode", period, "classificationCode", "cmdCode"'
    superseded = f"lead(f.released_on) OVER (PARTITION BY {cell} ORDER BY f.released_on)"
    return load_sorted(csvs, target, superseded=superseded)


def load_ledger(csvs: Path, target: Path) -> dict[str, Any]:
    """Tidewaiter's load of the same files, as one release."""
    from tidewaiter.ledger.store import open_ledger

    report = open_ledger(target, embedded=False).load(sorted(csvs.glob("*.csv")), source="comtrade", release=_RELEASE)
    return {"rows": sum(file.consumed for file in report.files)}


def review_hand(folder: Path, codes: list[str]) -> Callable[[], list[Any]]:
    """SQL by hand on the ledger's files."""
    relation = f"read_parquet('{folder}/flows/*.parquet')"
    standing = "f.superseded_on IS NULL AND f.counted AND f.freq = 'M'"
    return _sql(relation, standing, codes, {**_LEDGER_NAMES, "value": "value"})


def review_sorted(folder: Path, codes: list[str]) -> Callable[[], list[Any]]:
    """SQL by hand on files that were sorted by hand, which have half the ledger's columns."""
    return _sql(f"read_parquet('{folder}/*.parquet')", "f.superseded_on IS NULL", codes, _FILE_NAMES)


def review_ledger(folder: Path, codes: list[str]) -> Callable[[], list[Any]]:
    """The same question to the ledger's view `book`, through a ledger opened for it; of the same rows as the others, so
    without the book that comes with the package."""
    from tidewaiter.ledger.store import open_ledger

    ledger = open_ledger(folder, embedded=False)
    select = _review("book", "f.freq = 'M'", codes, {**_LEDGER_NAMES, "value": "value_usd"})
    return lambda: ledger.connect().execute(select).fetchall()


def review_pandas(folder: Path, codes: list[str]) -> Callable[[], list[Any]]:
    """A script over the published files, as analysts write it: each is read, then the country's rows are picked out."""
    return _pandas(folder, codes, narrow=False)


def review_pandas_narrow(folder: Path, codes: list[str]) -> Callable[[], list[Any]]:
    """The same script, which also says which of the columns it needs before it reads."""
    return _pandas(folder, codes, narrow=True)


def _pandas(folder: Path, codes: list[str], *, narrow: bool) -> Callable[[], list[Any]]:
    import pandas as pd

    names = {"reporterCode": "reporter", "flowCode": "flow", "cmdCode": "hs", "period": "period"}
    needed = [*names, "partnerCode", "primaryValue"]

    def work() -> list[Any]:
        kept = []
        for file in sorted(folder.glob("*.csv")):
            rows = pd.read_csv(file, usecols=needed if narrow else None, dtype={"cmdCode": str})
            kept.append(rows[(rows["partnerCode"] == COUNTRY) & rows["cmdCode"].isin(codes)][needed])
        keys = ["reporter", "flow", "hs", "period"]
        monthly = pd.concat(kept).rename(columns=names).groupby(keys, as_index=False)["primaryValue"].sum()
        before = monthly.assign(period=monthly["period"] + 100).rename(columns={"primaryValue": "year_before"})
        found = monthly.merge(before, on=keys, how="left")
        found["change"] = 100 * (found["primaryValue"] / found["year_before"] - 1)
        by_year = [*keys[:3], found["period"] // 100]
        found["year_to_date"] = found.sort_values("period").groupby(by_year)["primaryValue"].cumsum()
        whole = found.groupby(["flow", "period"])["primaryValue"].transform("sum")
        found["share_of_month"] = 100 * found["primaryValue"] / whole
        return list(found.sort_values(["hs", "flow", "reporter", "period"]).itertuples(index=False, name=None))

    return work


def _sql(relation: str, standing: str, codes: list[str], names: dict[str, str]) -> Callable[[], list[Any]]:
    connection = _duckdb(None)
    select = _review(relation, standing, codes, names)
    return lambda: connection.execute(select).fetchall()


def _review(relation: str, standing: str, codes: list[str], names: dict[str, str]) -> str:
    listed = ", ".join(f"'{code}'" for code in codes)
    return _REVIEW.format(relation=relation, standing=standing, codes=listed, **names)


def _typed(files: list[Path]) -> str:
    listed = ", ".join(f"'{file}'" for file in files)
    kinds = ", ".join(f"'{name}': '{kind}'" for name, kind in COLUMNS.items())
    return f"SELECT * FROM read_csv([{listed}], columns = {{{kinds}}}, header = true, auto_detect = false)"


def _duckdb(spill: Path | None) -> Any:
    import duckdb

    connection = duckdb.connect(config={"autoinstall_known_extensions": "false"})
    connection.execute(f"SET memory_limit = '{_MEMORY}'")
    if spill is not None:
        connection.execute(f"SET temp_directory = '{spill}/spill'")
    return connection


_LOADS = {
    "load-plain": load_plain,
    "load-sorted": load_sorted,
    "load-dated": load_dated,
    "load-ledger": load_ledger,
}
_REVIEWS = {
    "review-hand": review_hand,
    "review-sorted": review_sorted,
    "review-ledger": review_ledger,
    "review-pandas": review_pandas,
    "review-pandas-narrow": review_pandas_narrow,
}


def _peak_mib() -> float:
    import measure  # late, since its imports are no contender's

    return measure.peak_mib()


def main() -> None:
    name, *arguments = sys.argv[1:]
    if name in _LOADS:
        answer = _LOADS[name](Path(arguments[0]), Path(arguments[1]))
    else:
        codes, times = json.loads(arguments[1]), int(arguments[2])
        started = time.perf_counter()
        work = _REVIEWS[name](Path(arguments[0]), codes)
        found = work()
        first = time.perf_counter() - started
        again = []
        for _ in range(times - 1):
            started = time.perf_counter()
            work()
            again.append(time.perf_counter() - started)
        total = float(sum(row[4] for row in found))
        answer = {
            "rows": len(found),
            "total": round(total),
            "first": first,
            "again": sorted(again or [first])[len(again) // 2],
        }
    print(json.dumps({**answer, "peak_mib": _peak_mib()}))


if __name__ == "__main__":
    main()
