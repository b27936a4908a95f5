"""The news of a month: new, stopped and moved lines, revisions, measures; nothing said of what is not published."""

from datetime import date
from decimal import Decimal

import pytest
from made_ledger import MadeLedger, months, row

from tidewaiter.analysis.news.moves import title_of
from tidewaiter.analysis.news.news import News, news
from tidewaiter.analysis.review.review import review
from tidewaiter.analysis.screening.screen import screen
from tidewaiter.errors import UsageError
from tidewaiter.reference.groups import group

COVERED = months("comtrade", "CHN", "export", "2020-01", "2022-05")


def told(rows: list[dict[str, object]], covered: dict[object, str] | None = None, **more: object) -> News:
    ledger = MadeLedger(rows, covered=COVERED if covered is None else covered)
    return news(ledger, **{"country": "PRK", "month": "2022-05", **more})


def every_month(code: str, value: float, first: str = "2021-01", last: str = "2022-05") -> list[dict[str, object]]:
    return [row(month, code, value) for *_, month in months("comtrade", "CHN", "export", first, last)]


STEADY = every_month("100630", 50_000)


def kinds(found: News) -> list[tuple[str, str]]:
    return [(move.kind, move.code) for _, move in found.moves]


def test_goods_after_twelve_published_months_of_nothing_are_new() -> None:
    assert kinds(told([*STEADY, row("2022-05", "340111", 80_000)])) == [("new", "340111")]


def test_goods_after_unpublished_months_are_not_called_new() -> None:
    covered = months("comtrade", "CHN", "export", "2022-04", "2022-05")
    assert ("new", "340111") not in kinds(told([*STEADY, row("2022-05", "340111", 80_000)], covered))


def test_goods_that_stopped() -> None:
    (move,) = [move for _, move in told([*STEADY, row("2022-04", "340111", 80_000)]).moves]
    assert move.kind == "stopped"
    assert (move.now.value, move.before.value) == (0, 80_000)


def test_goods_of_an_unpublished_month_did_not_stop() -> None:
    covered = months("comtrade", "CHN", "export", "2020-01", "2022-04")
    assert told([*STEADY, row("2022-04", "340111", 80_000)], covered).moves == ()


def test_moves_below_the_threshold_are_left_out() -> None:
    rows = [*STEADY, row("2022-04", "340111", 80_000), row("2022-05", "340111", 85_000)]
    assert told(rows).moves == ()
    (move,) = [move for _, move in told(rows, threshold=Decimal(1_000)).moves]
    assert move.kind == "rose"
    assert move.change is not None
    assert move.change.value == Decimal("6.25")


def test_national_lines_are_told_by_their_subheading() -> None:
    rows = [*STEADY, row("2022-05", "34011100", 30_000), row("2022-05", "34011190", 50_000)]
    (move,) = [move for _, move in told(rows).moves]
    assert (move.code, move.now.value) == ("340111", 80_000)
    assert len(move.now.rows) == 2


def test_lines_under_measures_are_named() -> None:
    found = told([*STEADY, row("2022-05", "847130", 9_000), row("2022-05", "841920", 700)])
    assert [(hit.status, hit.codes) for hit in found.hits] == [("under", ("847130",)), ("exemption", ("841920",))]


def test_a_book_that_lacks_the_month_is_named() -> None:
    rows = [*STEADY, row("2022-03", "100630", 5, reporter="RUS")]
    covered = {**COVERED, **months("comtrade", "RUS", "export", "2022-01", "2022-03")}
    assert told(rows, covered).absent == ("RUS",)


def test_revisions_of_the_newest_release() -> None:
    rows = [
        row(
            "2022-04",
            "100630",
            40_000,
            release="2022-05-18",
            released_on=date(2022, 5, 18),
            superseded_on=date(2022, 6, 18),
        ),
        row("2022-04", "100630", 47_000, release="2022-06-18", released_on=date(2022, 6, 18)),
        row("2022-05", "100630", 50_000, release="2022-06-18", released_on=date(2022, 6, 18)),
    ]
    found = told(rows).revised
    assert found is not None
    (change,) = found.revised
    assert change.before is not None
    assert change.now is not None
    assert (change.period, change.before.value, change.now.value) == ("2022-04", 40_000, 47_000)
    assert [row.line for row in change.now.rows] == [rows[1]["line"]]
    assert change.step is not None
    assert (change.step.value, change.step.how) == (7_000, "difference")
    assert found.added == (), "the new month itself is no addition to earlier ones"


def test_what_was_not_held_before_is_added_and_not_revised() -> None:
    early = {"release": "2022-05-18", "released_on": date(2022, 5, 18)}
    late = {"release": "2022-06-18", "released_on": date(2022, 6, 18)}
    rows = [row("2020", "100630", 900_000, **early), row("2022-04", "100630", 47_000, **late)]
    rows.append(row("2022-05", "100630", 50_000, **late))
    found = told(rows).revised
    assert found is not None
    assert found.revised == ()
    assert [(each.period, each.before, each.now and each.now.value) for each in found.added] == [
        ("2022-04", None, 47_000)
    ]


def test_a_partner_that_has_the_month_one_way_is_not_absent() -> None:
    covered = COVERED | months("comtrade", "CHN", "import", "2021-01", "2021-12")
    rows = [*STEADY, row("2021-05", "261690", 9_000, flow="import")]
    assert told(rows, covered).absent == ()


def test_every_fact_comes_out_again() -> None:
    found = told([*STEADY, row("2022-05", "340111", 80_000), row("2022-04", "300490", 60_000)])
    assert len(found.facts) > 4
    for fact in found.facts:
        assert found.facts.again(fact) == fact.value


def test_a_country_without_a_month_says_so() -> None:
    with pytest.raises(UsageError, match="no month of TKM"):
        news(MadeLedger(STEADY), country="TKM")


def test_codes_are_told_in_words() -> None:
    assert title_of("340111", "2022-05") == "Soap (HS 340111)"
    assert title_of("010121", "2022-05").endswith("(HS 010121)")


def test_a_month_to_come_is_no_month_without_trade() -> None:
    with pytest.raises(UsageError, match="has not come yet: 2095-05"):
        news(MadeLedger([row("2022-05", "100630", 50_000)]), country="PRK", month="2095-05")
    with pytest.raises(UsageError, match="has not come yet: 2095-05"):
        screen(MadeLedger([row("2022-05", "100630", 50_000)]), country="PRK", through="2095-05")


@pytest.mark.parametrize("month", ["May", "x", "20xx-05", "2022", "2022-13", "0000-05", "２０２２-05", ""])
def test_what_is_no_month_is_named(month: str) -> None:
    book = MadeLedger([row("2022-05", "100630", 50_000)])
    asked = (
        lambda: news(book, country="PRK", month=month),
        lambda: screen(book, country="PRK", through=month),
        lambda: review(book, country="PRK", group=group("food"), through=month),
    )
    for ask in asked:
        with pytest.raises(UsageError, match=f"not a month: '{month}'"):
            ask()
