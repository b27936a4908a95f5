"""Partners by the codes and names that customs books print."""

import pytest

from tidewaiter.errors import ReferenceDataError
from tidewaiter.reference.books import SYSTEMS, by_book_name, by_code, entries
from tidewaiter.reference.countries import all_countries


@pytest.mark.parametrize(
    ("system", "code", "expected"),
    [
        ("comtrade", 408, "PRK"),
        ("comtrade", "410", "KOR"),
        ("comtrade", 156, "CHN"),
        ("comtrade", 251, "FRA"),
        ("comtrade", 579, "NOR"),
        ("comtrade", 699, "IND"),
        ("comtrade", 757, "CHE"),
        ("comtrade", 842, "USA"),
        ("comtrade", 490, "S19"),
        ("comtrade", 0, "W00"),
        ("comtrade", "000", "W00"),
        ("comtrade", 899, "_X"),
        ("comtrade", 810, "SUN"),
        ("m49", "036", "AUS"),
        ("m49", 356, "IND"),
        ("gacc", 109, "PRK"),
        ("gacc", "133", "KOR"),
        ("gacc", 502, "USA"),
        ("gacc", 210, "EA"),
        ("gacc", 143, "TWN"),
        ("gacc", 252, "COD"),
        ("gacc", 213, "COG"),
        ("iso2", "KP", "PRK"),
        ("iso2", "GR", "GRC"),
        ("comext", "EL", "GRC"),
        ("comext", "XI", "GBR"),
        ("comext", "XU", "GBR"),
        ("comext", "XS", "SRB"),
        ("comext", "QX", "QX"),
        ("baci", 408, "PRK"),
        ("baci", 490, "S19"),
        ("baci", 842, "USA"),
        ("india", 215, "PRK"),
        ("india", 217, "KOR"),
    ],
)
def test_codes(system: str, code: str | int, expected: str) -> None:
    assert by_code(system, code) == expected


@pytest.mark.parametrize(
    ("system", "name", "expected"),
    [
        ("comtrade", "Dem. People's Rep. of Korea", "PRK"),
        ("comtrade", "Rep. of Korea", "KOR"),
        ("comtrade", "Other Asia, nes", "S19"),
        ("comtrade", "Sudan", "SDN"),
        ("comtrade", "Niger", "NER"),
        ("comtrade", "Dominican Rep.", "DOM"),
        ("gacc", "朝鲜", "PRK"),
        ("gacc", "韩国", "KOR"),
        ("gacc", "Korea,DPR", "PRK"),
        ("gacc", "Korea, DPR", "PRK"),
        ("gacc", "Korea Rep.", "KOR"),
        ("gacc", "Ceuta", "EA"),
        ("gacc", "刚果(金)", "COD"),
        ("gacc", "刚果（布）", "COG"),
        ("india", "KOREA DP RP", "PRK"),
        ("india", "KOREA RP", "KOR"),
        ("india", "korea  rp", "KOR"),
        ("india", "VIETNAM SOC REP", "VNM"),
        ("names", "Republic of Korea", "KOR"),
        ("names", "Democratic People's Republic of Korea", "PRK"),
        ("names", "Côte d’Ivoire", "CIV"),
        ("names", "북한", "PRK"),
    ],
)
def test_names(system: str, name: str, expected: str) -> None:
    assert by_book_name(system, name) == expected


@pytest.mark.parametrize(
    ("system", "code"), [("comtrade", 999999), ("gacc", 999), ("iso2", "ZY"), ("india", 408), ("m49", "x")]
)
def test_unknown_codes_are_errors(system: str, code: str | int) -> None:
    with pytest.raises(ReferenceDataError):
        by_code(system, code)


@pytest.mark.parametrize(
    ("system", "name"),
    [("comtrade", "Korea"), ("gacc", "Corea"), ("india", "KOREA"), ("names", "Korea"), ("names", "")],
)
def test_unknown_names_are_errors(system: str, name: str) -> None:
    with pytest.raises(ReferenceDataError):
        by_book_name(system, name)


def test_an_unknown_system_is_an_error() -> None:
    with pytest.raises(ReferenceDataError):
        by_code("unctad", 1)


@pytest.mark.parametrize("system", [system for system in SYSTEMS if system != "names"])
def test_lists_are_whole(system: str) -> None:
    lines = entries(system)
    assert len(lines) > 200
    assert all(line.source and line.alpha3 and all(line.names) for line in lines)
    codes = [line.code for line in lines if line.code and not line.until]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("system", ["comtrade", "gacc", "baci", "india"])
def test_every_printed_name_leads_to_its_own_line(system: str) -> None:
    for line in entries(system):
        if line.until:
            continue
        for name in line.names:
            assert by_book_name(system, name) == line.alpha3, (name, line)


def test_the_uns_numbers_are_those_of_the_countries() -> None:
    for each in all_countries():
        assert by_code("m49", each.m49) == each.alpha3
        assert by_code("iso2", each.alpha2) == each.alpha3


def test_a_code_given_twice_means_who_had_it_in_those_years() -> None:
    assert by_code("comext", "CS", years=(1988, 1992)) == "CSK"
    assert by_code("comext", "CS", years=(2004, 2005)) == "SCG"
    assert by_code("comext", "CS") == "SCG"
    assert by_code("comext", "YU", years=(1990, 1990)) == "YUG"
    with pytest.raises(ReferenceDataError, match="CSK and SCG in 1990 to 2004"):
        by_code("comext", "CS", years=(1990, 2004))
