"""A made-up world of trade, as UN Comtrade's CSV would have it: one file a year, rows in no useful order.

    python benchmarks/world.py FOLDER [--rows 1000000] [--country-rows 100000] [--years 10]

Nothing in it is anybody's trade. Reporters, partners and codes are real ones, so that a reader must look each up; which
of them trade when, and for how much, is arithmetic on the row's number: the same size gives the same rows everywhere,
and no statement twice. The closed country (408) has rows of its own, whose number does not grow with the world's, in
few codes and with few reporters.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

_T = TypeVar("_T")

COUNTRY, COUNTRY_ALPHA3 = 408, "PRK"
LAST_YEAR = 2023
_REPORTERS, _PARTNERS, _CODES = 60, 210, 5000
_COUNTRY_REPORTERS, _COUNTRY_CODES, _REVIEWED = 12, 600, 200

#: Headings of the files and the type of each column.
COLUMNS = {
    "freqCode": "VARCHAR",
    "refYear": "SMALLINT",
    "refMonth": "UTINYINT",
    "period": "VARCHAR",
    "reporterCode": "SMALLINT",
    "flowCode": "VARCHAR",
    "partnerCode": "SMALLINT",
    "partner2Code": "SMALLINT",
    "classificationCode": "VARCHAR",
    "isOriginalClassification": "BOOLEAN",
    "cmdCode": "VARCHAR",
    "customsCode": "VARCHAR",
    "motCode": "SMALLINT",
    "qtyUnitCode": "SMALLINT",
    "qty": "DECIMAL(28, 6)",
    "netWgt": "DECIMAL(28, 6)",
    "isNetWgtEstimated": "BOOLEAN",
    "cifvalue": "DECIMAL(24, 3)",
    "fobvalue": "DECIMAL(24, 3)",
    "primaryValue": "DECIMAL(24, 3)",
    "isAggregate": "BOOLEAN",
}
_EDITIONS = ((2022, "H6"), (2017, "H5"), (2012, "H4"))


@dataclass(frozen=True, slots=True)
class World:
    """Who reports, about whom, on which codes; `reviewed` are the codes that a review of the country asks for."""

    rows: int
    country_rows: int
    years: tuple[int, ...]
    reporters: tuple[int, ...]
    partners: tuple[int, ...]
    codes: tuple[str, ...]

    @property
    def country_codes(self) -> tuple[str, ...]:
        """What the closed country trades in."""
        return _spread(self.codes, _COUNTRY_CODES)

    @property
    def reviewed(self) -> tuple[str, ...]:
        return _spread(self.country_codes, _REVIEWED)


def world(*, rows: int, country_rows: int, years: int) -> World:
    """A world of so many rows, those of the closed country among them."""
    from tidewaiter.reference import books, tables

    parties = [entry for entry in books.entries("comtrade") if not entry.until and entry.alpha3.isalpha()]
    numbers = [int(entry.code) for entry in parties if int(entry.code) not in (0, COUNTRY)]
    wanted = [row["code"] for row in tables.rows("hs_codes.csv") if row["editions"].count("HS") == len(_EDITIONS)]
    return World(
        rows=rows,
        country_rows=min(country_rows, rows // 2),
        years=tuple(range(LAST_YEAR - years + 1, LAST_YEAR + 1)),
        reporters=_spread(numbers, _REPORTERS),
        partners=_spread(numbers, _PARTNERS),
        codes=_spread(wanted, _CODES),
    )


def write(made: World, folder: Path) -> list[Path]:
    """Write a world's files, those that are there left alone; `folder` should say its size."""
    import duckdb

    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"world-{year}.csv" for year in made.years]
    with duckdb.connect() as connection:
        connection.execute("SET preserve_insertion_order = true")
        for number, (year, path) in enumerate(zip(made.years, paths, strict=True)):
            if path.exists():
                continue
            country = _share(made.country_rows, len(made.years), number)
            others = _share(made.rows - made.country_rows, len(made.years), number)
            few = _spread(made.reporters, _COUNTRY_REPORTERS)
            parts = (
                _rows(country, year, few, (COUNTRY,), made.country_codes),
                _rows(others, year, made.reporters, made.partners, made.codes),
            )
            unfinished = path.with_suffix(".part")
            connection.execute(f"COPY ({' UNION ALL '.join(parts)}) TO '{unfinished}' (FORMAT csv, HEADER)")
            unfinished.rename(path)
    return paths


def _rows(count: int, year: int, reporters: Sequence[int], partners: Sequence[int], codes: Sequence[str]) -> str:
    """SQL of so many rows of a year, each another cell of reporters × partners × codes × months × flows."""
    cells = len(reporters) * len(partners) * len(codes) * 24
    count = min(count, cells)
    step = _coprime(int(cells * 0.618), cells)
    edition = next(name for since, name in _EDITIONS if year >= since)
    return f"""
        SELECT 'M' AS "freqCode", {year} AS "refYear", month AS "refMonth", {year * 100} + month AS period,
               {_pick(reporters, "reporter")} AS "reporterCode", CASE flow WHEN 0 THEN 'X' ELSE 'M' END AS "flowCode",
               {_pick(partners, "partner")} AS "partnerCode", 0 AS "partner2Code",
               '{edition}' AS "classificationCode", TRUE AS "isOriginalClassification",
               {_pick(codes, "code")} AS "cmdCode", 'C00' AS "customsCode", 0 AS "motCode",
               8 AS "qtyUnitCode", weight AS qty, weight AS "netWgt", u % 5 = 0 AS "isNetWgtEstimated",
               CASE flow WHEN 1 THEN value END AS cifvalue, CASE flow WHEN 0 THEN value END AS fobvalue,
               value AS "primaryValue", FALSE AS "isAggregate"
        FROM (
            SELECT cell % 12 + 1 AS month, cell // 12 % 2 AS flow, cell // 24 % {len(codes)} AS code,
                   cell // {24 * len(codes)} % {len(partners)} AS partner,
                   cell // {24 * len(codes) * len(partners)} AS reporter, u,
                   CAST(CAST(u % 1000003 AS DECIMAL(18, 2)) / 100 * (10 ** CAST(u % 4 AS INTEGER)) AS DECIMAL(18, 2))
                   AS value, CAST(CAST(u % 300007 AS DECIMAL(18, 3)) / 10 AS DECIMAL(18, 3)) AS weight
            FROM (
                SELECT cell, (cell * 2654435761 + {year}) % 4294967291 AS u
                FROM (SELECT (number * {step} + {year}) % {cells} AS cell FROM range({count}) AS numbers(number))
            )
        )"""


def _pick(items: Sequence[int] | Sequence[str], index: str) -> str:
    """SQL that takes an item of a list by its index."""
    listed = ", ".join(f"'{item}'" if isinstance(item, str) else str(item) for item in items)
    return f"([{listed}])[{index} + 1]"


def _coprime(step: int, cells: int) -> int:
    """The next number that walks over all cells before it meets one again."""
    step = max(step, 1)
    while math.gcd(step, cells) != 1:
        step += 1
    return step


def _share(total: int, parts: int, number: int) -> int:
    return total // parts + (number < total % parts)


def _spread(items: Sequence[_T], count: int) -> tuple[_T, ...]:
    """So many items, evenly over a list."""
    if len(items) <= count:
        return tuple(items)
    return tuple(items[place * len(items) // count] for place in range(count))


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Write a made-up world of trade as CSV, one file a year.")
    parser.add_argument("folder", type=Path)
    add_size(parser)
    options = parser.parse_args(arguments)
    made = world(rows=options.rows, country_rows=options.country_rows, years=options.years)
    for path in write(made, options.folder):
        print(f"{path}: {path.stat().st_size / 1e6:,.0f} MB")


def add_size(parser: argparse.ArgumentParser) -> None:
    """The options that say how large a world is."""
    parser.add_argument("--rows", type=int, default=1_000_000, help="rows of all years (default: 1,000,000)")
    parser.add_argument("--country-rows", type=int, default=100_000, help="of them the closed country's (100,000)")
    parser.add_argument("--years", type=int, default=10, help="years up to 2023 (default: 10, at most 12)")


if __name__ == "__main__":
    main()
