"""Screening: goods banned, exempted, capped and untouched, either way, around the days that measures took hold."""

from datetime import date
from decimal import Decimal

import pytest
from made_ledger import MadeLedger, months, row

from tidewaiter.analysis.screening.screen import Screening, _span, screen
from tidewaiter.errors import UsageError

COVERED = months("comtrade", "CHN", "export", "2016-01", "2022-12")


def screened(*rows: dict[str, object], **more: object) -> Screening:
    asked = {"country": "PRK", "since": 2016, "through": "2022-12", "regimes": ("UN",), **more}
    return screen(MadeLedger(rows, covered=COVERED), **asked)


def found(screening: Screening) -> list[tuple[str, str, str]]:
    return [(hit.status, hit.measure.resolution, hit.measure.paragraph) for hit in screening.hits]


ENTERS, LEAVES = "export", "import"


@pytest.mark.parametrize(
    ("flow", "code", "edition", "period", "expected"),
    [
        # Seafood from the country: resolution of 5 August 2017, wind-down to 4 September.
        (LEAVES, "030617", "HS2017", "2017-07", []),
        (LEAVES, "030617", "HS2017", "2017-08", [("entry", "2371", "9")]),
        (LEAVES, "030617", "HS2017", "2017-09", [("wind_down", "2371", "9")]),
        (LEAVES, "030617", "HS2017", "2017-10", [("under", "2371", "9")]),
        (ENTERS, "030617", "HS2017", "2017-10", []),
        # Textiles leave no more and may enter.
        (LEAVES, "620342", "HS2017", "2018-05", [("under", "2375", "16")]),
        (ENTERS, "620342", "HS2017", "2018-05", []),
        # Masks may enter and may not leave, on both sides of January 2022.
        (ENTERS, "630790", "HS2017", "2021-12", []),
        (ENTERS, "630790", "HS2022", "2022-01", []),
        (LEAVES, "630790", "HS2017", "2021-12", [("under", "2375", "16")]),
        (LEAVES, "630790", "HS2022", "2022-01", [("under", "2375", "16")]),
        # Machinery may not enter since 22 December 2017; food from the country likewise.
        (ENTERS, "847130", "HS2017", "2017-11", []),
        (ENTERS, "847130", "HS2017", "2017-12", [("entry", "2397", "7")]),
        (ENTERS, "847130", "HS2017", "2018-01", [("under", "2397", "7")]),
        (LEAVES, "080212", "HS2017", "2018-01", [("wind_down", "2397", "6")]),
        (LEAVES, "080212", "HS2017", "2018-02", [("under", "2397", "6")]),
        # Medical goods in those chapters need an exemption; those of other chapters are untouched.
        (ENTERS, "841920", "HS2017", "2020-06", [("exemption", "2397", "7")]),
        (ENTERS, "841920", "HS2022", "2022-06", [("exemption", "2397", "7")]),
        (ENTERS, "871310", "HS2017", "2020-06", [("exemption", "2397", "7")]),
        (ENTERS, "901920", "HS2017", "2020-06", []),
        (ENTERS, "902519", "HS2022", "2022-06", []),
        (ENTERS, "300220", "HS2017", "2021-12", []),
        (ENTERS, "300241", "HS2022", "2022-01", []),
        # Coal: limited from 2016, banned whole from August 2017.
        (LEAVES, "270111", "HS2012", "2016-02", []),
        (LEAVES, "270111", "HS2012", "2016-06", [("under", "2270", "29")]),
        (LEAVES, "270111", "HS2017", "2019-06", [("under", "2371", "8")]),
        # Rice, fertiliser and clocks are nobody's business.
        (ENTERS, "100630", "HS2017", "2020-06", []),
        (ENTERS, "310210", "HS2017", "2020-06", []),
        (ENTERS, "910511", "HS2017", "2020-06", []),
    ],
)
def test_goods_around_their_days(
    flow: str, code: str, edition: str, period: str, expected: list[tuple[str, str, str]]
) -> None:
    assert found(screened(row(period, code, 1_000, flow=flow, edition=edition))) == expected


def test_a_code_coarser_than_the_measure_may_fall_under_it() -> None:
    (hit,) = screened(row("2018-05", "2530", 1_000, flow=LEAVES)).hits[:1]
    assert hit.status in ("partly", "under")
    listed = found(screened(row("2018-05", "85", 1_000, flow=LEAVES)))
    assert ("under", "2397", "6") in listed


def test_the_eu_is_kept_apart() -> None:
    rows = [row("2020-05", "330300", 1_000)]
    assert screened(*rows).hits == ()
    (hit,) = screened(*rows, regimes=("EU",)).hits
    assert hit.measure.regime == "EU"
    both = screened(*rows, regimes=())
    assert {hit.measure.regime for hit in both.hits} == {"EU"}


def oil(period: str, tonnes: float, code: str = "271019") -> dict[str, object]:
    return row(period, code, 1_000, net_weight_kg=Decimal(str(tonnes)) * 1000, quantity=None)


def test_a_cap_fills_by_calendar_year() -> None:
    result = screened(oil("2018-11", 6_000), oil("2018-12", 12_000), oil("2019-01", 30_000), oil("2019-02", 30_000))
    mine = [cycle for cycle in result.cycles if cycle.measure.goods == "refined petroleum"]
    assert [cycle.first_day for cycle in mine] == [date(2018, 1, 1), date(2019, 1, 1)]
    first, second = mine
    assert [step.total.value for step in first.steps] == [50_000, 150_000]
    assert first.steps[-1].share.value == 30
    assert second.steps[-1].total.value == 500_000
    assert second.steps[-1].share.value == 100
    assert first.cap.value == 500_000
    assert {fact.how for fact in result.facts} >= {"given", "converted", "booked", "share"}


def test_crude_oil_counts_from_22_december() -> None:
    result = screened(oil("2018-11", 100_000, "270900"), oil("2018-12", 50_000, "270900"), oil("2019-01", 7, "270900"))
    cycles = [cycle for cycle in result.cycles if cycle.measure.goods == "crude oil"]
    assert [(cycle.first_day, cycle.last_day) for cycle in cycles] == [
        (date(2017, 12, 22), date(2018, 12, 21)),
        (date(2018, 12, 22), date(2019, 12, 21)),
    ]
    # Most of December 2018 lies in the cycle that ends on the 21st.
    assert [step.period for step in cycles[0].steps] == ["2018-11", "2018-12"]
    assert cycles[0].steps[-1].total.value == 150_000_000


def test_oil_without_a_weight_is_counted_out_and_said_so() -> None:
    result = screened(oil("2018-11", 6_000), row("2018-12", "271019", 500))
    (cycle, *_) = [cycle for cycle in result.cycles if cycle.measure.goods == "refined petroleum"]
    assert cycle.unweighed == 1
    assert [step.total.value for step in cycle.steps] == [50_000, 50_000]


def test_trade_is_screened_once_whatever_levels_a_book_has() -> None:
    result = screened(
        row("2018-05", "84", 900), row("2018-05", "8471", 900), row("2018-05", "847130", 900), row("2018", "84", 9_000)
    )
    (hit,) = result.hits
    assert hit.value.value == 900
    assert hit.codes == ("847130",)


def test_months_of_some_goods_hide_no_year_of_others() -> None:
    result = screened(
        row("2018-05", "030617", 900, flow=LEAVES), row("2018", "847130", 9_000), row("2018", "030617", 99)
    )
    assert {(hit.codes, hit.value.value) for hit in result.hits} == {(("030617",), 900), (("847130",), 9_000)}


@pytest.mark.parametrize(("through", "told"), [("2019-02", 100), ("2019-12", 107), (None, 107)])
def test_a_year_is_told_from_its_last_month_on(through: str | None, told: int) -> None:
    result = screened(
        row("2018", "847130", 100), row("2019", "847130", 7), row("2019-01", "100630", 5), through=through
    )
    assert sum(hit.value.value for hit in result.hits) == told


def test_a_country_without_measures_says_so() -> None:
    with pytest.raises(UsageError, match="no measure on IRN"):
        screened(row("2018-05", "84", 900), country="IRN")
    with pytest.raises(UsageError, match="no such regime: 'US'"):
        screened(row("2018-05", "84", 900), regimes=("US",))


def test_as_of_leaves_out_what_was_published_later() -> None:
    late = row("2018-05", "847130", 900, release="2023-01-01", released_on=date(2023, 1, 1))
    assert screened(late, as_of=date(2022, 1, 1)).hits == ()
    assert len(screened(late).hits) == 1


def test_nineteen_lines_of_the_covid_list_need_an_exemption() -> None:
    from tidewaiter.reference import goods

    chapters = {"72", "73", "74", "75", "76", "78", "79", "80", "81", "82", "83", *map(str, range(84, 90))}
    listed = {code.code for code in goods.codes("covid_supplies", 2022) if code.code[:2] in chapters}
    rows = [row("2022-05", code, 10, edition="HS2022") for code in sorted(listed)]
    hits = [hit for hit in screened(*rows).hits if (hit.measure.resolution, hit.measure.paragraph) == ("2397", "7")]
    assert [hit.status for hit in hits] == ["exemption"]
    assert set(hits[0].codes) == listed
    older = {code.code for code in goods.codes("covid_supplies", 2018) if code.code[:2] in chapters}
    assert len(listed | older) >= 19


@pytest.mark.parametrize(
    ("periods", "said"),
    [
        (["2019-01", "2024"], "2019-01/2024-12"),
        (["2019", "2020-03"], "2019-01/2020-03"),
        (["2019", "2021"], "2019/2021"),
        (["2019"], "2019"),
        (["2018-04/2019-03", "2022-04/2023-03"], "2018-04/2023-03"),
    ],
)
def test_years_and_months_make_one_stretch(periods: list[str], said: str) -> None:
    assert _span(periods) == said
