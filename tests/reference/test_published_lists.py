"""The tables against the publishers' own files, where those are beside this checkout."""

import csv
import gzip
from pathlib import Path

import pytest

from tidewaiter.reference.books import by_book_name, by_code
from tidewaiter.reference.countries import all_countries
from tidewaiter.reference.units import customs_unit

CUSTOMS = Path(__file__).resolve().parents[3] / "shared" / "customs"
pytestmark = pytest.mark.skipif(not CUSTOMS.exists(), reason="the publishers' own files are not beside this checkout")


def test_comtrades_partners() -> None:
    known = {each.alpha3 for each in all_countries()}
    for name, prefix in (("partner", "Partner"), ("reporter", "reporter")):
        with (CUSTOMS / "comtrade" / f"{name}.csv").open(encoding="utf-8") as stream:
            for row in csv.DictReader(stream):
                sign = row[f"{prefix}CodeIsoAlpha3"].strip()
                found = by_code("comtrade", row["id"])
                assert found == (sign if row["id"] != "412" else "XKX")
                if not row["entryExpiredDate"] and found in known:
                    assert by_book_name("comtrade", row["text"]) == found


def test_chinas_partners() -> None:
    with (CUSTOMS / "gacc" / "partner_codes.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            assert by_code("gacc", row["国别代码"]) == by_book_name("gacc", row["国别中文名"])


def test_bacis_partners() -> None:
    with (CUSTOMS / "baci" / "country_codes_V202301.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            found = by_code("baci", row["country_code"])
            if row["iso_3digit_alpha"] not in ("N/A", "") and row["country_code"] != "490":
                assert found == row["iso_3digit_alpha"]


def test_chinas_units() -> None:
    with gzip.open(CUSTOMS / "gacc" / "i502201901_usa.csv.gz", "rt", encoding="utf-8") as stream:
        words = {word for row in csv.reader(stream) for word in (row[8], row[10])}
    assert len(words) > 10
    for word in words:
        customs_unit("gacc", word)


def test_indias_units_and_partner() -> None:
    with (CUSTOMS / "india" / "exports_hs8_by_fiscal_year_dprk.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            customs_unit("india", row["unit"])
            assert by_book_name("india", row["country"]) == "PRK"
