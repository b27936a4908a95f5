"""Measures: which goods, which way, from which day; and what they do not cover."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tidewaiter.reference import tables
from tidewaiter.reference.countries import country
from tidewaiter.reference.editions import is_code
from tidewaiter.reference.goods import good_ids_for_code
from tidewaiter.reference.measures import KINDS, measures, measures_on

NOW = date(2022, 6, 1)


def under(flow: str, code: str, day: date = NOW, regime: str | None = "UN") -> set[tuple[str, str]]:
    return {(f.measure.resolution, f.measure.paragraph) for f in measures_on("PRK", flow, code, day, regime=regime)}


def chapters_of(paragraph: str) -> set[str]:
    return {m.code for m in measures() if (m.resolution, m.paragraph) == ("2397", paragraph)}


def test_paragraph_6_is_not_misquoted() -> None:
    assert chapters_of("6") == {"07", "08", "12", "25", "44", "84", "85", "89"}


def test_paragraph_7_is_not_misquoted() -> None:
    metals = {"72", "73", "74", "75", "76", "78", "79", "80", "81", "82", "83"}
    assert chapters_of("7") == metals | {"84", "85", "86", "87", "88", "89"}


@pytest.mark.parametrize("code", ["901831", "901920", "910211", "300490", "100630", "310210"])
def test_untouched_imports(code: str) -> None:
    assert under("import", code) == set()


def test_masks_may_enter_and_may_not_leave() -> None:
    assert under("import", "630790") == set()
    assert under("export", "630790") == {("2375", "16")}


@pytest.mark.parametrize(
    ("flow", "code", "first_day", "measure"),
    [
        ("export", "0303", date(2017, 8, 5), ("2371", "9")),
        ("export", "2701", date(2017, 8, 5), ("2371", "8")),
        ("export", "6203", date(2017, 9, 11), ("2375", "16")),
        ("export", "0802", date(2017, 12, 22), ("2397", "6")),
        ("import", "8471", date(2017, 12, 22), ("2397", "7")),
        ("import", "2710", date(2018, 1, 1), ("2397", "5")),
        ("export", "74", date(2016, 11, 30), ("2321", "28")),
    ],
)
def test_the_day_before_and_the_day(flow: str, code: str, first_day: date, measure: tuple[str, str]) -> None:
    assert measure not in under(flow, code, first_day - timedelta(days=1))
    assert measure in under(flow, code, first_day)


def test_caps() -> None:
    (crude,) = [f.measure for f in measures_on("PRK", "import", "2709", NOW, regime="UN") if f.measure.kind == "cap"]
    assert crude.cap is not None
    assert (crude.cap.barrels, crude.cap.tonnes) == (Decimal(4_000_000), Decimal(525_000))
    assert crude.cap.cycle(date(2022, 12, 21)) == (date(2021, 12, 22), date(2022, 12, 21))
    assert crude.cap.cycle(date(2022, 12, 22)) == (date(2022, 12, 22), date(2023, 12, 21))
    refined = [f.measure for f in measures_on("PRK", "import", "2710", NOW, regime="UN") if f.measure.kind == "cap"]
    assert refined[0].cap is not None
    assert refined[0].cap.barrels == Decimal(500_000)
    assert refined[0].cap.cycle(NOW) == (date(2022, 1, 1), date(2022, 12, 31))


def test_superseded_measures_end() -> None:
    assert ("2270", "29") in under("export", "2701", date(2017, 8, 5))
    assert ("2270", "29") not in under("export", "2701", date(2017, 8, 6))


def test_a_wider_code_is_partly_covered() -> None:
    (whole,) = [f for f in measures_on("PRK", "export", "2701", NOW, regime="UN") if f.measure.resolution == "2371"]
    assert not whole.partly
    wider = [f for f in measures_on("PRK", "export", "27", NOW, regime="UN") if f.measure.resolution == "2371"]
    assert wider
    assert all(f.partly for f in wider)


def test_ranges_of_lines() -> None:
    assert ("2270", "31") in under("import", "27101245")
    assert ("2270", "31") not in under("import", "27101265")


def test_the_eus_lists_stay_apart() -> None:
    assert under("import", "970110", regime="UN") == set()
    assert under("import", "97", regime="EU") != set()
    assert {m.regime for m in measures()} == {"UN", "EU"}


def test_other_countries_are_untouched() -> None:
    assert measures_on("KOR", "import", "8471", NOW) == ()


def test_medical_goods_in_forbidden_chapters_are_known_as_such() -> None:
    assert ("2397", "7") in under("import", "841920")
    assert "sterilisers" in good_ids_for_code("841920", "HS2022")


def test_rows_are_whole() -> None:
    assert len({measure.id for measure in measures()}) == len(measures()) > 500
    for measure in measures():
        assert country(measure.country)
        assert measure.flow in ("import", "export", "both")
        assert measure.kind in KINDS
        assert measure.source
        assert measure.confidence
        assert not measure.code or is_code(measure.code)
        assert (measure.cap is not None) <= (measure.kind == "cap")
        assert measure.until is None or measure.until >= measure.in_force
        if "guess" in measure.code_basis:
            assert measure.partial


def test_a_file_holds_one_resolution() -> None:
    for name in tables.names("measures", ".csv"):
        assert len({(row["regime"], row["resolution"]) for row in tables.rows(name)}) == 1
