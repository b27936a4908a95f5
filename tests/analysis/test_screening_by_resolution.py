"""Each resolution's paragraphs: the month before they took hold, that month, after it, the other way, and other goods."""

import pytest
from made_ledger import MadeLedger, months, row

from tidewaiter.analysis.screening.screen import Screening, screen

COVERED = months("comtrade", "CHN", "export", "2015-01", "2022-12")
#: What the partner books of goods that enter the country, and of goods that leave it.
ENTERS, LEAVES = "export", "import"


def screened(*rows: dict[str, object], **more: object) -> Screening:
    asked = {"country": "PRK", "since": 2012, "through": "2022-12", "regimes": ("UN",), **more}
    return screen(MadeLedger(rows, covered=COVERED), **asked)


def statuses(resolution: str, paragraph: str, flow: str, code: str, period: str) -> list[str]:
    edition = "HS2022" if period >= "2022" else "HS2017" if period >= "2017" else "HS2012"
    found = screened(row(period, code, 1_000, flow=flow, edition=edition)).hits
    return [h.status for h in found if (h.measure.resolution, h.measure.paragraph) == (resolution, paragraph)]


@pytest.mark.parametrize(
    ("resolution", "paragraph", "flow", "code", "before", "entry", "after", "status"),
    [
        ("2270", "29", LEAVES, "260111", "2016-02", "2016-03", "2016-04", "under"),
        ("2270", "30", LEAVES, "710812", "2016-02", "2016-03", "2016-04", "under"),
        ("2270", "Annex IV", ENTERS, "910111", "2016-02", "2016-03", "2016-04", "partly"),
        ("2321", "28", LEAVES, "740311", "2016-10", "2016-11", "2016-12", "under"),
        ("2321", "28", LEAVES, "750210", "2016-10", "2016-11", "2016-12", "under"),
        ("2321", "30", ENTERS, "880212", "2016-10", "2016-11", "2016-12", "under"),
        ("2371", "8", LEAVES, "270111", "2017-07", "2017-08", "2017-10", "under"),
        ("2371", "9", LEAVES, "030617", "2017-07", "2017-08", "2017-10", "under"),
        ("2371", "10", LEAVES, "780110", "2017-07", "2017-08", "2017-10", "under"),
        ("2375", "13", ENTERS, "271111", "2017-08", "2017-09", "2017-10", "under"),
        ("2375", "16", LEAVES, "620342", "2017-08", "2017-09", "2018-01", "under"),
        ("2397", "6", LEAVES, "080212", "2017-11", "2017-12", "2018-02", "under"),
        ("2397", "6", LEAVES, "440710", "2017-11", "2017-12", "2018-02", "under"),
        ("2397", "6", LEAVES, "251910", "2017-11", "2017-12", "2018-02", "under"),
        ("2397", "7", ENTERS, "847130", "2017-11", "2017-12", "2018-01", "under"),
        ("2397", "7", ENTERS, "730890", "2017-11", "2017-12", "2018-01", "under"),
        ("2397", "7", ENTERS, "870421", "2017-11", "2017-12", "2018-01", "under"),
    ],
)
def test_before_at_and_after_entry_into_force_and_the_other_way(
    resolution: str, paragraph: str, flow: str, code: str, before: str, entry: str, after: str, status: str
) -> None:
    assert statuses(resolution, paragraph, flow, code, before) == []
    assert statuses(resolution, paragraph, flow, code, entry) == ["entry"]
    assert statuses(resolution, paragraph, flow, code, after) == [status]
    other = LEAVES if flow == ENTERS else ENTERS
    assert statuses(resolution, paragraph, other, code, after) == []


@pytest.mark.parametrize(
    ("resolution", "paragraph", "flow", "code", "period"),
    [
        # Paragraph 6 of 2397 names eight chapters and no others; paragraph 7 neither 77 nor 90 and 91.
        ("2397", "6", LEAVES, "090111", "2018-05"),
        ("2397", "6", LEAVES, "681011", "2018-05"),
        ("2397", "6", LEAVES, "870323", "2018-05"),
        ("2397", "7", ENTERS, "901890", "2018-05"),
        ("2397", "7", ENTERS, "910211", "2018-05"),
        ("2397", "7", ENTERS, "310210", "2018-05"),
        # Fish may enter, textiles and masks too.
        ("2371", "9", ENTERS, "030354", "2018-05"),
        ("2375", "16", ENTERS, "630790", "2022-05"),
        # Liquefied petroleum gas is no condensate.
        ("2375", "13", ENTERS, "271112", "2018-05"),
        # The limit of 2270 ended when 2371 banned coal whole.
        ("2270", "29", LEAVES, "270111", "2018-05"),
    ],
)
def test_what_is_often_misquoted(resolution: str, paragraph: str, flow: str, code: str, period: str) -> None:
    assert statuses(resolution, paragraph, flow, code, period) == []


@pytest.mark.parametrize(
    ("resolution", "paragraph", "code", "before", "entry", "after"),
    [
        # Jewellery, gems and cars of the luxury lists name no subheading whole: they may fall under them.
        ("2094", "Annex IV", "711319", "2013-02", "2013-03", "2013-04"),
        ("2094", "Annex IV", "710310", "2013-02", "2013-03", "2013-04"),
        ("2094", "Annex IV", "870324", "2013-02", "2013-03", "2013-04"),
        ("2321", "Annex IV", "570110", "2016-10", "2016-11", "2016-12"),
        ("2321", "Annex IV", "691110", "2016-10", "2016-11", "2016-12"),
    ],
)
def test_luxury_may_fall_under_its_lists(
    resolution: str, paragraph: str, code: str, before: str, entry: str, after: str
) -> None:
    assert statuses(resolution, paragraph, ENTERS, code, before) == []
    assert statuses(resolution, paragraph, ENTERS, code, entry) == ["entry"]
    assert statuses(resolution, paragraph, ENTERS, code, after) == ["partly"]
    assert statuses(resolution, paragraph, LEAVES, code, after) == []


def test_a_passenger_car_is_no_ambulance() -> None:
    """Ambulances stand in heading 8703 among all cars: what is booked by the heading may be them, a car may not."""
    assert statuses("2397", "7", ENTERS, "870321", "2018-05") == ["under"]
    assert statuses("2397", "7", ENTERS, "870323", "2022-01") == ["under"]
    assert statuses("2397", "7", ENTERS, "8703", "2018-05") == ["exemption"]


@pytest.mark.parametrize("code", ["841920", "871310", "870590"])
@pytest.mark.parametrize("period", ["2021-12", "2022-01"])
def test_medical_goods_need_an_exemption_in_either_edition(code: str, period: str) -> None:
    assert statuses("2397", "7", ENTERS, code, period) == ["exemption"]


@pytest.mark.parametrize(("old", "new"), [("300220", "300241"), ("382200", "382219"), ("401511", "401512")])
def test_lines_that_moved_in_2022_are_untouched_before_and_after(old: str, new: str) -> None:
    rows = [row("2021-12", old, 1_000, edition="HS2017"), row("2022-01", new, 1_000, edition="HS2022")]
    assert screened(*rows).hits == ()


def test_luxury_without_codes_is_left_to_the_reader() -> None:
    undecided = {(measure.resolution, measure.paragraph) for measure in screened(row("2018-05", "100630", 9)).undecided}
    assert ("1718", "8(a)(iii)") in undecided
    assert ("2375", "17") in undecided


def test_caps_of_coal_and_oil_are_no_bans() -> None:
    coal = screened(row("2017-05", "270111", 1_000, flow=LEAVES, net_weight_kg=5_000_000))
    assert [hit.measure.paragraph for hit in coal.hits if hit.measure.resolution == "2321"] == []
    assert [cycle.measure.resolution for cycle in coal.cycles] == ["2321"]
    oil = screened(row("2018-05", "271019", 1_000, net_weight_kg=120_000))
    assert [hit for hit in oil.hits if hit.measure.kind == "cap"] == []
    assert {cycle.measure.resolution for cycle in oil.cycles} == {"2397"}
    # China counts refined petroleum at 0.12 tonnes a barrel.
    assert oil.cycles[0].steps[-1].total.value == 1_000
