"""The review: what it finds on books made for it, what it leaves open, and that every fact can be made again."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_ledger import MadeLedger, months, row

from tidewaiter.analysis.review.facts import OPERATIONS, Facts, Subject
from tidewaiter.analysis.review.review import Review, review
from tidewaiter.analysis.review.window import Window
from tidewaiter.errors import UsageError
from tidewaiter.provenance import RowRef
from tidewaiter.reference.groups import group

ROW = RowRef("comtrade", "2023-01-01", "rows.csv", "0" * 64, 1)
COVERED = months("comtrade", "CHN", "export", "2018-01", "2022-04")


def reviewed(rows: list[dict[str, object]], covered: dict[object, str] | None = None, **more: object) -> Review:
    ledger = MadeLedger(rows, covered=COVERED if covered is None else covered)
    asked = {"country": "PRK", "group": group("340111,630790"), "through": "2022-04", "since": 2018, **more}
    return review(ledger, **asked)


def kinds(found: Review) -> list[str]:
    return [finding.kind for finding in found.findings]


def soap(**by_month: float) -> list[dict[str, object]]:
    return [row(month[1:].replace("_", "-"), "340111", value) for month, value in by_month.items()]


def test_goods_that_begin_after_known_years_of_nothing() -> None:
    found = reviewed([*soap(m2022_02=50_000, m2022_03=60_000)])
    (finding,) = found.findings
    assert finding.kind == "began"
    assert finding.facts["now"].value == 110_000
    assert (finding.since, finding.years) == (2018, 4)


def test_an_unpublished_year_is_no_beginning() -> None:
    covered = months("comtrade", "CHN", "export", "2022-01", "2022-04")
    assert reviewed(soap(m2022_02=50_000), covered).findings == ()


def test_goods_that_come_back_after_a_year_of_nothing() -> None:
    found = reviewed(soap(m2020_05=80_000, m2022_02=50_000))
    finding = next(finding for finding in found.findings if finding.kind == "resumed")
    assert finding.facts["last"].value == 80_000
    assert finding.facts["last"].subject.period == "2020"
    assert finding.since == 2021


def test_goods_that_cease_name_their_last_month() -> None:
    found = reviewed(soap(m2020_05=80_000, m2021_03=70_000))
    finding = next(finding for finding in found.findings if finding.kind == "ceased")
    assert finding.facts["last"].subject.period == "2021-03"
    assert finding.years == 13


def test_a_month_nobody_published_is_no_stop() -> None:
    covered = months("comtrade", "CHN", "export", "2018-01", "2021-12")
    assert "ceased" not in kinds(reviewed(soap(m2021_03=70_000), covered))


def test_more_than_in_the_same_months_of_any_year_before() -> None:
    rows = soap(m2018_01=10_000, m2019_02=30_000, m2020_01=20_000, m2021_04=25_000, m2022_01=20_000, m2022_04=40_000)
    found = reviewed(rows)
    finding = next(finding for finding in found.findings if finding.kind == "record")
    assert finding.facts["now"].value == 60_000
    assert finding.facts["best"].subject.period == "2019-01/2019-04"
    assert finding.facts["rank"].value == 1
    assert finding.facts["among"].value == 4
    assert finding.facts["change"].value == 140


def test_the_months_after_the_last_one_stay_out() -> None:
    found = reviewed(soap(m2021_02=50_000, m2021_11=900_000, m2022_02=50_000))
    (partner,) = found.partners
    assert partner.lines[0].before is not None
    assert partner.lines[0].before.value == 50_000


def test_goods_that_fell_less_than_the_whole() -> None:
    rows = [
        *soap(m2020_06=100_000, m2021_06=80_000),
        row("2020-06", "TOTAL", 1_000_000),
        row("2021-06", "TOTAL", 300_000),
    ]
    found = reviewed(rows)
    finding = next(finding for finding in found.findings if finding.kind == "held_up")
    assert finding.facts["change"].value == -20
    assert finding.facts["whole"].value == -70


def test_a_part_is_shown_as_such_and_never_compared() -> None:
    covered = months("comtrade", "CHN", "export", "2018-01", "2022-03")
    found = reviewed(soap(m2021_01=50_000, m2022_01=500_000), covered)
    line = found.partners[0].lines[0]
    assert line.now is not None
    assert (line.now.scope, line.now.value) == ("least", 500_000)
    assert line.change is None
    assert not {"surged", "record", "began"} & set(kinds(found))


def test_as_of_leaves_out_what_was_published_later() -> None:
    early = {"release": "2022-05-18", "released_on": date(2022, 5, 18)}
    rows = [
        row("2022-01", "340111", 100, superseded_on=date(2022, 9, 1), **early),
        row("2022-01", "340111", 900, release="2022-09-01", released_on=date(2022, 9, 1)),
    ]
    then = (
        reviewed(rows, as_of=date(2022, 6, 1)).partners or reviewed(rows, as_of=date(2022, 6, 1), threshold=0).partners
    )
    now = reviewed(rows, threshold=Decimal(0)).partners
    assert then[0].lines[0].now.value == 100
    assert now[0].lines[0].now.value == 900


def test_the_partners_book_stands_before_the_countrys_own() -> None:
    rows = [*soap(m2022_01=50_000), row("2022-01", "340111", 70_000, reporter="PRK", partner="CHN", flow="import")]
    (partner,) = reviewed(rows).partners
    assert partner.lane.reporter == "CHN"
    own = [row("2022-01", "340111", 70_000, reporter="PRK", partner="RUS", flow="import")]
    covered = months("comtrade", "PRK", "import", "2018-01", "2022-04")
    (partner,) = reviewed(own, covered).partners
    assert (partner.code, partner.lane.reporter) == ("RUS", "PRK")


def test_exports_are_what_the_partner_imports() -> None:
    rows = [row("2022-01", "340111", 50_000, flow="import")]
    (partner,) = reviewed(rows, months("comtrade", "CHN", "import", "2018-01", "2022-04"), direction="export").partners
    line = partner.lines[0]
    assert (line.track.exporter, line.track.importer) == ("PRK", "CHN")


def test_a_book_of_subheadings_has_the_goods_of_a_national_line_and_more() -> None:
    rows = [row("2022-02", "630790", 90_000)]
    (partner,) = reviewed(rows, group=group("masks")).partners
    (line,) = [line for line in partner.lines if line.track.product.id == "masks"]
    assert line.now is not None
    assert line.now.value == 90_000
    assert line.wide == ("630790",)
    finer = [row("2022-02", "63079010", 70_000), row("2022-02", "63079090", 20_000)]
    (partner,) = reviewed(finer, group=group("masks")).partners
    (line,) = [line for line in partner.lines if line.track.product.id == "masks"]
    assert line.now is not None
    assert line.now.value == 70_000


def test_years_of_the_publishers_own() -> None:
    rows = [
        row("2019-04/2020-03", "34011190", 2_410_000, source="india", reporter="IND"),
        row("2020-04/2021-03", "34011190", 1_440_000, source="india", reporter="IND"),
    ]
    (partner,) = reviewed(rows).partners
    ((product, by_period),) = partner.spans.lines
    assert product.hs == ("340111",)
    assert {period: fact.value for period, fact in by_period.items()} == {
        "2019-04/2020-03": 2_410_000,
        "2020-04/2021-03": 1_440_000,
    }


def test_goods_of_the_publishers_own_years_say_what_their_codes_hold_besides() -> None:
    rows = [row("2019-04/2020-03", "30049011", 20_000, source="india", reporter="IND")]
    (partner,) = reviewed(rows, group=group("covid-supplies")).partners
    wide = partner.spans.wide
    assert "Traditional medicine" in wide
    assert wide.keys() <= {product.title for product, _ in partner.spans.lines}


def test_a_ledger_without_the_country_says_so() -> None:
    with pytest.raises(UsageError, match="no month of TKM"):
        review(MadeLedger(soap(m2022_01=1)), country="TKM", group=group("food"))


@pytest.mark.parametrize("code", ["99999", "777777", "0199"])
def test_a_code_that_no_edition_has_is_not_reviewed_as_nothing(code: str) -> None:
    with pytest.raises(UsageError, match=f"no such HS code: '{code}'"):
        reviewed(soap(m2022_01=1), group=group(f"340111,{code}"))


@pytest.mark.parametrize("through", ["2022", "2022-13", "April", "2022-01/2022-04"])
def test_a_month_must_be_one(through: str) -> None:
    with pytest.raises(UsageError):
        Window(2018, through)


def test_every_made_fact_comes_out_again() -> None:
    found = reviewed([*soap(m2019_02=30_000, m2021_04=25_000, m2022_04=40_000), row("2021-04", "TOTAL", 90_000)])
    assert len(found.facts) > 10
    for finding in found.findings:
        assert finding.facts
    for fact in found.facts:
        assert found.facts.again(fact) == fact.value
        assert bool(fact.rows) == (fact.how == "booked")


amounts = st.decimals(min_value=1, max_value=10**12, places=2)


@given(st.lists(amounts, min_size=1, max_size=12))
def test_laws_of_the_operations(values: list[Decimal]) -> None:
    facts = Facts()
    booked = [
        facts.booked(Subject("x", None, None, f"2020-{n + 1:02d}"), "USD", value, rows=(ROW,))
        for n, value in enumerate(values)
    ]
    whole = facts.total(Subject("x", None, None, "2020"), booked)
    assert whole.value == sum(values)
    share = facts.made("share", Subject("x", None, None, "2020"), "percent", [booked[0], whole])
    assert share is not None
    assert 0 < share.value <= 100
    rank = facts.made("rank", Subject("x", None, None, "2020"), "place", booked)
    assert rank is not None
    assert 1 <= rank.value <= len(values)
    assert set(OPERATIONS) >= {fact.how for fact in facts} - {"booked", "none"}


def test_a_change_from_nothing_has_no_percent() -> None:
    facts = Facts()
    subject = Subject("x", None, None, "2020")
    nothing = facts.booked(subject, "USD", Decimal(0), rows=())
    some = facts.booked(subject, "USD", Decimal(5), rows=(ROW,))
    assert facts.made("change", subject, "percent", [some, nothing]) is None
    with pytest.raises(ValueError, match="without a row"):
        facts.booked(subject, "USD", Decimal(5), rows=())
