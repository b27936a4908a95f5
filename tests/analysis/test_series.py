from datetime import date
from decimal import Decimal

import pytest
from made_ledger import MadeLedger, months, row

from tidewaiter.analysis.series import Series, series
from tidewaiter.errors import UsageError


def ask(ledger: MadeLedger, hs: str | list[str] = "30", start: str = "2022-01", end: str = "2022-03", **more) -> Series:
    return series(
        ledger, **{"reporter": "CHN", "partner": "PRK", "flow": "export", "hs": hs, "start": start, "end": end, **more}
    )


def values(found: Series) -> list[Decimal | None]:
    return [point.value_usd for point in found]


COVERED = months("comtrade", "CHN", "export", "2022-01", "2022-03")


def test_nothing_and_unknown_never_look_alike() -> None:
    ledger = MadeLedger(
        [row("2022-01", "300220", 5)], covered=months("comtrade", "CHN", "export", "2022-01", "2022-02")
    )
    found = ask(ledger)
    assert values(found) == [5, 0, None]
    assert [point.covered for point in found] == [True, True, False]
    assert [point.rows for point in found] == [1, 0, 0]


def test_the_row_of_that_very_code_stands_for_it() -> None:
    ledger = MadeLedger(
        [row("2022-01", "30", 9), row("2022-01", "300220", 5), row("2022-01", "300490", 4)], covered=COVERED
    )
    assert values(ask(ledger))[0] == 9
    assert values(ask(ledger, "3002"))[0] == 5


def test_only_one_finer_level_is_added_up() -> None:
    ledger = MadeLedger(
        [row("2022-01", "3002", 5), row("2022-01", "3004", 4), row("2022-01", "300220", 5)], covered=COVERED
    )
    assert values(ask(ledger))[0] == 9
    assert ask(ledger).points[0].rows == 2


def test_the_total_is_the_total_row_or_the_chapters() -> None:
    chapters = [row("2022-01", "30", 9), row("2022-01", "03", 1), row("2022-01", "300220", 5)]
    assert values(ask(MadeLedger(chapters, covered=COVERED), "TOTAL"))[0] == 10
    with_total = MadeLedger([*chapters, row("2022-01", "TOTAL", 11)], covered=COVERED)
    assert values(ask(with_total, "TOTAL"))[0] == 11
    assert values(ask(with_total, "30"))[0] == 9


def test_flows_partners_years_and_other_sources_stay_out() -> None:
    ledger = MadeLedger(
        [
            row("2022-01", "30", 9),
            row("2022-01", "30", 9, flow="domestic-export"),
            row("2022-01", "30", 2, flow="import"),
            row("2022-01", "30", 700, partner="W00"),
            row("2022-01", "30", 50, partner="KOR"),
            row("2022", "30", 100),
            row("2022-01", "30", 9, source="gacc", released_on=date(2022, 2, 20)),
        ],
        covered=COVERED,
    )
    found = ask(ledger)
    assert values(found)[0] == 9
    assert found.source == "comtrade"
    assert values(ask(ledger, source="gacc"))[0] == 9


def test_a_bare_source_with_more_coverage_is_preferred() -> None:
    ledger = MadeLedger(
        [row("2022-01", "30", 1, source="a"), row("2022-02", "30", 2, source="b")],
        covered={
            **months("a", "CHN", "export", "2022-01", "2022-01"),
            **months("b", "CHN", "export", "2022-01", "2022-03"),
        },
    )
    found = ask(ledger)
    assert found.source == "b"
    assert values(found) == [0, 2, 0]


def test_the_release_that_stood_on_the_day_is_shown() -> None:
    old = row("2022-01", "30", 5, release="2022-02-20", released_on=date(2022, 2, 20), superseded_on=date(2023, 1, 1))
    new = row("2022-01", "30", 6)
    ledger = MadeLedger([old, new], covered=COVERED)
    assert values(ask(ledger))[0] == 6
    assert values(ask(ledger, as_of=date(2022, 6, 1)))[0] == 5
    assert ask(ledger).release == "2023-01-01"


def test_quantities_of_one_unit_are_added() -> None:
    ledger = MadeLedger(
        [
            row("2022-01", "300220", 5, quantity=10, unit="kg"),
            row("2022-01", "300490", 4, quantity=20, unit="kg"),
        ],
        covered=COVERED,
    )
    point = ask(ledger).points[0]
    assert (point.quantity, point.unit) == (30, "kg")


def test_mixed_units_are_not_added_and_said() -> None:
    ledger = MadeLedger(
        [
            row("2022-01", "300220", 5, quantity=10, unit="units"),
            row("2022-01", "300490", 4, quantity=20, unit="pairs"),
        ],
        covered=COVERED,
    )
    found = ask(ledger)
    assert found.points[0].quantity is None
    assert any("pairs" in note and "units" in note for note in found.notes)


def test_net_weight_stands_in_where_every_row_has_it() -> None:
    ledger = MadeLedger(
        [
            row("2022-01", "300220", 5, quantity=10, unit="units", net_weight_kg=2),
            row("2022-01", "300490", 4, quantity=20, unit="pairs", net_weight_kg=3),
        ],
        covered=COVERED,
    )
    point = ask(ledger).points[0]
    assert (point.quantity, point.unit) == (5, "kg")


def test_the_same_lines_in_two_currencies_count_once() -> None:
    ledger = MadeLedger([row("2022-01", "30", 10), row("2022-01", "30", 65, currency="CNY")], covered=COVERED)
    assert values(ask(ledger))[0] == 10
    assert ask(ledger, currency="CNY").points[0].value == 65


def test_another_currency_is_named_and_not_converted() -> None:
    found = ask(MadeLedger([row("2022-01", "30", 65, currency="EUR")], covered=COVERED))
    assert values(found)[0] is None
    assert found.points[0].rows == 1
    assert any("EUR" in note for note in found.notes)


def test_a_partly_covered_month_shows_its_rows_and_says_why() -> None:
    ledger = MadeLedger(
        [row("2022-01", "30", 5)], covered=months("comtrade", "CHN", "export", "2022-01", "2022-03", "partial")
    )
    found = ask(ledger)
    assert values(found) == [5, None, None]
    assert not any(point.covered for point in found)
    assert found.notes == ("comtrade holds a selection of codes",)


def test_a_selection_of_codes_counts_for_what_it_holds_and_is_never_whole() -> None:
    ledger = MadeLedger(
        [row("2022-01", "300220", 5)], covered=months("comtrade", "CHN", "export", "2022-01", "2022-03", "selection")
    )
    found = ask(ledger)
    assert values(found) == [5, 0, 0]
    assert all(point.covered for point in found)
    assert not any(point.whole for point in found)
    assert len(found.notes) == 1, "one reason is said once, with the time it holds for"


def test_several_codes_are_added_and_overlapping_ones_once() -> None:
    ledger = MadeLedger([row("2022-01", "300220", 5), row("2022-01", "630790", 2)], covered=COVERED)
    assert values(ask(ledger, ["3002", "300220", "630790"]))[0] == 7


def test_a_year_is_the_annual_row_and_never_that_and_the_months() -> None:
    ledger = MadeLedger(
        [row("2022", "30", 100), row("2022-01", "30", 9)], covered={("comtrade", "CHN", "export", "2022"): "yes"}
    )
    assert values(ask(ledger, start="2022", end="2022", freq="A")) == [100]


def test_a_year_of_twelve_covered_months_is_their_sum() -> None:
    ledger = MadeLedger(
        [row("2022-01", "30", 9), row("2022-12", "30", 1)],
        covered=months("comtrade", "CHN", "export", "2022-01", "2022-12"),
    )
    found = ask(ledger, start="2022", end="2023", freq="A")
    assert values(found) == [10, None]
    assert [point.covered for point in found] == [True, False]
    assert len(found.points[0].refs) == 2


def test_a_year_with_a_month_missing_is_only_a_part_and_says_so() -> None:
    ledger = MadeLedger([row("2022-01", "30", 9)], covered=months("comtrade", "CHN", "export", "2022-01", "2022-11"))
    found = ask(ledger, start="2022", end="2023", freq="A")
    assert values(found) == [9, None]
    assert not found.points[0].covered
    assert not found.points[0].whole
    assert any("11 of 12" in note and "2022-12" in note for note in found.notes)


def test_a_part_of_a_year_does_not_stand_before_its_whole_months() -> None:
    rows = [row("2022", "300220", 5), row("2022-01", "3002", 6), row("2022-07", "3004", 3)]
    covered = {
        **months("comtrade", "CHN", "export", "2022-01", "2022-12"),
        ("comtrade", "CHN", "export", "2022"): "partial",
    }
    assert values(ask(MadeLedger(rows, covered=covered), start="2022", end="2022", freq="A")) == [9]


def test_rows_of_two_editions_of_one_period_are_not_added() -> None:
    ledger = MadeLedger(
        [row("2022-01", "300220", 5, edition="HS2017"), row("2022-01", "300241", 5), row("2022-01", "300490", 1)],
        covered=COVERED,
    )
    assert values(ask(ledger))[0] == 6


def test_every_point_carries_its_rows() -> None:
    ledger = MadeLedger([row("2022-01", "300220", 5, line=7), row("2022-01", "300490", 4, line=9)], covered=COVERED)
    assert [ref.line for ref in ask(ledger).points[0].refs] == [7, 9]


@pytest.mark.parametrize(
    "wrong",
    [
        {"hs": "30x"},
        {"hs": "3"},
        {"hs": []},
        {"flow": "exports"},
        {"start": "2022-13"},
        {"start": "2023-01"},
        {"freq": "Q"},
        {"reporter": "XXX"},
        {"start": "2022-01-05"},
    ],
)
def test_a_question_that_makes_no_sense_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        ask(MadeLedger(), **wrong)


def test_an_empty_ledger_knows_nothing() -> None:
    found = ask(MadeLedger())
    assert values(found) == [None, None, None]
    assert found.source is None
    assert found.notes


def over_the_new_edition(*rows: dict) -> MadeLedger:
    return MadeLedger(rows, covered=months("comtrade", "CHN", "export", "2021-12", "2022-01"))


def test_a_code_is_followed_over_a_new_edition() -> None:
    ledger = over_the_new_edition(
        row("2021-12", "300220", 5, edition="HS2017"), row("2022-01", "300241", 7), row("2022-01", "300242", 100)
    )
    for code in ("300220", "300241", "30022000"):
        found = ask(ledger, code, "2021-12", "2022-01")
        assert values(found) == [5, 7]
    assert any("300220 is 300241 in HS2022" in note for note in ask(ledger, "300220", "2021-12", "2022-01").notes)
    assert values(ask(ledger, "300220", "2022-01", "2022-01")) == [7]


def test_a_group_of_codes_that_goods_moved_between_says_that_it_is_wider() -> None:
    ledger = over_the_new_edition(
        row("2021-12", "382200", 5, edition="HS2017"),
        row("2021-12", "300215", 2, edition="HS2017"),
        row("2022-01", "382219", 4),
        row("2022-01", "382212", 1),
    )
    found = ask(ledger, "382200", "2021-12", "2022-01")
    assert values(found) == [7, 5]
    assert any("wider than 382200" in note for note in found.notes)
    assert found.hs == ("382200",)


def test_a_book_of_an_older_edition_is_asked_in_its_own_codes() -> None:
    ledger = over_the_new_edition(
        row("2021-12", "300220", 5, edition="HS2017"), row("2022-01", "300220", 6, edition="HS2017")
    )
    assert values(ask(ledger, "300220", "2021-12", "2022-01")) == [5, 6]
    assert values(ask(ledger, "300241", "2021-12", "2022-01")) == [5, 6]


def total(rows: list[dict[str, object]], first: str = "2022-04", state: str = "partial", **more: object) -> Series:
    covered = months("comtrade", "CHN", "export", "2022-03", "2022-05", state)
    return ask(MadeLedger(rows, covered=covered, embedded=True), "TOTAL", first, "2022-05", **more)


def test_a_known_whole_beats_a_part_of_it() -> None:
    """A file of a few codes does not hide what newspapers printed of all goods."""
    part = [row("2022-04", "030389", 700), row("2022-05", "030389", 900)]
    found = total(part)
    assert found.source == "press"
    assert values(found) == [98_100_000, 14_510_000]
    assert any("--source comtrade" in note for note in found.notes)
    assert values(total(part, source="comtrade")) == [700, 900]
    assert total(part, source="comtrade").source == "comtrade"


def test_a_book_that_knows_as_much_stands_and_says_what_was_printed() -> None:
    found = total([row("2022-04", "TOTAL", 98_123_456), row("2022-05", "030389", 900)], state="partial")
    assert found.source == "press"
    more = total([row("2022-03", "TOTAL", 57_000_111), row("2022-04", "TOTAL", 98_123_456), row("2022-05", "TOTAL", 9)])
    assert (more.source, values(more)) == ("comtrade", [98_123_456, 9])
    assert not any("newspapers" in note for note in more.notes)


def test_goods_with_national_lines_are_found_in_a_book_that_stops_at_six_digits() -> None:
    """China's tariff of 2022 has a line for masks; UN Comtrade has the subheading it lies in."""
    found = ask(MadeLedger([row("2022-01", "630790", 500)], covered=COVERED), "masks")
    assert values(found) == [500, 0, 0]
    assert any("stops at six digits: 630790" in note for note in found.notes)
    fine = [row("2022-01", "63079010", 300), row("2022-01", "63079090", 200)]
    assert values(ask(MadeLedger(fine, covered=COVERED), "masks"))[0] == 300
