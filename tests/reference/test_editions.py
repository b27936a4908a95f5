"""Editions of the Harmonized System, their codes, and how codes turn into each other."""

import csv
import gzip
from pathlib import Path

import pytest

from tidewaiter.errors import ReferenceDataError, UsageError
from tidewaiter.reference import tables
from tidewaiter.reference.editions import (
    chapter_title,
    codes_in_chapter,
    comtrade_classification,
    edition_for,
    edition_names,
    edition_of,
    exists,
    is_code,
    relations,
    standard_unit,
    subheadings,
)

SHARED = Path(__file__).resolve().parents[3] / "shared"


@pytest.mark.parametrize(
    ("year", "edition"),
    [
        (1995, "HS1992"),
        (2006, "HS2002"),
        (2011, "HS2007"),
        (2012, "HS2012"),
        (2016, "HS2012"),
        (2017, "HS2017"),
        (2021, "HS2017"),
        (2022, "HS2022"),
    ],
)
def test_the_edition_in_force(year: int, edition: str) -> None:
    assert edition_for(year) == edition


def test_before_the_system() -> None:
    with pytest.raises(UsageError):
        edition_for(1987)


def test_comtrades_names() -> None:
    assert edition_of("H5") == "HS2017"
    assert edition_of("h6") == "HS2022"
    assert [edition_of(comtrade_classification(edition)) for edition in edition_names()] == list(edition_names())
    for wrong in ("H9", "S4"):
        with pytest.raises(ReferenceDataError):
            edition_of(wrong)


@pytest.mark.parametrize("text", ["30", "3004", "300490", "30049010", "3004901000", "9999", "98"])
def test_codes(text: str) -> None:
    assert is_code(text)


@pytest.mark.parametrize(
    "text", ["", "3", "300", "30049", "77", "7701", "00", "0000", "TOTAL", "30.04", "３００４", "300490100"]
)
def test_no_codes(text: str) -> None:
    assert not is_code(text)


def test_chapters() -> None:
    assert chapter_title("300490") == "Pharmaceutical products"
    assert chapter_title("77") is None
    chapters = list(tables.rows("chapters.csv"))
    assert len(chapters) == 98
    assert all(row["title"] and row["source"] for row in chapters)


def test_counts_of_codes() -> None:
    assert codes_in_chapter("30", "HS2022") == 45
    assert [len(subheadings("", edition)) for edition in ("HS2012", "HS2017", "HS2022")] == [5206, 5388, 5613]
    with pytest.raises(UsageError):
        codes_in_chapter("30", "HS2007")
    with pytest.raises(UsageError):
        codes_in_chapter("30", "HS2013")


def test_existence() -> None:
    assert exists("300241", "HS2022")
    assert not exists("300241", "HS2017")
    assert exists("3002", "HS2017")
    assert exists("30024100", "HS2022")
    assert not exists("7701", "HS2022")


def test_standard_units() -> None:
    assert standard_unit("640399") == "pairs"
    assert standard_unit("100630") == "kg"
    assert standard_unit("902519") == "units"
    assert standard_unit("000000") is None


def test_vaccines_survive_2022() -> None:
    (relation,) = relations("300220", "HS2017", "HS2022")
    assert (relation.new_code, relation.kind, relation.assumed) == ("300241", "1:1", False)
    (back,) = relations("300241", "HS2022", "HS2017")
    assert back.old_code == "300220"


def test_test_kits_become_a_group() -> None:
    found = {relation.new_code for relation in relations("382200", "HS2017", "HS2022")}
    assert {"382219", "382290"} <= found
    assert {"382200", "300215"} <= {relation.old_code for relation in relations("382219", "HS2022", "HS2017")}


def test_two_steps_at_once() -> None:
    (relation,) = relations("300220", "HS2012", "HS2022")
    assert (relation.old_edition, relation.new_edition, relation.new_code) == ("HS2012", "HS2022", "300241")


def test_unlisted_codes_are_assumed_unchanged() -> None:
    (relation,) = relations("100630", "HS2017", "HS2022")
    assert (relation.new_code, relation.kind, relation.assumed) == ("100630", "1:1", True)
    assert relations("123456", "HS2017", "HS2022") == ()
    (same,) = relations("100630", "HS2022", "HS2022")
    assert same.kind == "1:1"


def test_no_guess_before_2012() -> None:
    assert relations("100630", "HS2007", "HS2012") == ()


def test_changes_name_real_codes() -> None:
    for row in tables.rows("hs_changes.csv"):
        assert exists(row["old_code"], row["old_edition"])
        assert exists(row["new_code"], row["new_edition"])
        assert row["source"]
        assert row["sink"] == "yes" or row["relation"] in ("1:1", "1:n", "n:1", "n:n")


@pytest.mark.parametrize(("edition", "name"), [("HS2012", "H4"), ("HS2017", "H5"), ("HS2022", "H6")])
def test_the_lists_are_the_uns(edition: str, name: str) -> None:
    path = SHARED / "customs" / "comtrade" / f"hs_codes_{name}.csv.gz"
    if not path.exists():
        pytest.skip("the UN's own code lists are not beside this checkout")
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        published = {row["id"] for row in csv.DictReader(stream) if row["aggrlevel"] == "6"}
    assert subheadings("", edition) == published
