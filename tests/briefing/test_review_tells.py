"""What a review tells beside its findings: sums of partners, years of their own, what is known last, shared codes."""

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "analysis"))
from made_ledger import MadeLedger, months, row

from tidewaiter.analysis.review.review import Review, review
from tidewaiter.briefing.report.content import Picture, Section, plain
from tidewaiter.briefing.report.html import page
from tidewaiter.briefing.report.package import _rows
from tidewaiter.briefing.report.sources import sources_section
from tidewaiter.briefing.report.terminal import report_lines
from tidewaiter.briefing.review.sections import report
from tidewaiter.provenance import RowRef
from tidewaiter.reference.groups import group


def reviewed(rows: list[dict[str, Any]], covered: dict[Any, str], goods: str = "340111", **more: Any) -> Review:
    asked = {"country": "PRK", "group": group(goods), "through": "2022-04", "since": 2018, **more}
    return review(MadeLedger(rows, covered=covered), **asked)


def told(found: Review) -> str:
    lines = report_lines(report(found), width=400)
    return " ".join(word for line in lines for words, _ in line for word in words.split())


def both(until: str = "2022-04") -> dict[Any, str]:
    return months("comtrade", "CHN", "export", "2018-01", until) | months("comtrade", "RUS", "export", "2018-01", until)


def test_partners_are_added_up_where_both_times_are_known() -> None:
    rows = [row("2020-03", "340111", 90_000), row("2021-03", "340111", 20_000)]
    rows += [row("2020-05", "340111", 60_000, reporter="RUS"), row("2021-05", "340111", 50_000, reporter="RUS")]
    said = told(reviewed(rows, both()))
    assert (
        "HS 340111 from China and Russia together came to $70,000 in 2021, $80,000 less than in 2020 ($150,000)" in said
    )
    half = months("comtrade", "CHN", "export", "2018-01", "2022-04") | months(
        "comtrade", "RUS", "export", "2021-01", "2022-04"
    )
    assert "together" not in told(reviewed(rows, half))


def test_a_sum_of_partners_can_be_made_again() -> None:
    rows = [row("2020-03", "340111", 90_000), row("2021-03", "340111", 20_000)]
    rows += [row("2020-05", "340111", 60_000, reporter="RUS"), row("2021-05", "340111", 50_000, reporter="RUS")]
    found = report(reviewed(rows, both()))
    sums = [fact for fact in found.shown().values() if fact.how == "sum" and fact.subject.exporter is None]
    assert {fact.value for fact in sums} == {70_000, 150_000}
    assert all(len(fact.operands) == 2 for fact in sums)


def test_the_last_known_year_of_a_book_that_stops() -> None:
    rows = [row("2018-03", "340111", 80_000), row("2019-03", "340111", 20_000)]
    said = told(reviewed(rows, months("comtrade", "CHN", "export", "2018-01", "2019-12"), through="2022-04"))
    assert (
        "HS 340111 from China came to $20,000 in 2019, 75% less than in 2018 ($80,000); later years are not known whole"
        in said
    )
    assert "$20,000" in said.split("By product and partner")[1]


def test_years_of_their_own_stand_in_the_summary() -> None:
    india = {"source": "india", "reporter": "IND"}
    rows = [row("2019-04/2020-03", "340111", 2_000_000, **india), row("2020-04/2021-03", "340111", 500_000, **india)]
    said = told(reviewed(rows, {}))
    summary = said.split("Summary")[1].split("The whole trade")[0]
    assert (
        "HS 340111 from India came to $500,000 in April 2020 to March 2021, 75% less than in April 2019 to March 2020"
        in summary
    )
    assert "These goods are known through" not in said
    assert "Not known through April 2022 from the books of India" in said


def test_goods_under_the_same_codes_are_one_line_and_starred() -> None:
    rows = [row(f"{year}-02", "901920", 20_000 * (year - 2016)) for year in range(2018, 2023)]
    said = told(reviewed(rows, both(), "covid-supplies"))
    assert "Ventilators / oxygen therapy apparatus* from China came to $120,000" in said
    assert "* Under these codes other goods are booked too, of which the figure may be in part" in said
    assert "$120,000 in January–April 2022, 20% more than" in said


def test_the_year_so_far_against_whole_years() -> None:
    rows = [
        row(f"{year}-09", "340111", value)
        for year, value in ((2018, 9_000), (2019, 16_000), (2020, 20_000), (2021, 12_000))
    ]
    said = told(reviewed([*rows, row("2022-03", "340111", 30_000)], both()))
    assert (
        "came to $30,000 in January–April 2022, more than in all of any of the 4 years before, of which 2020 had the most, $20,000"
        in said
    )
    less = told(reviewed([*rows, row("2022-03", "340111", 19_500)], both()))
    assert (
        "came to $19,500 in January–April 2022, 1.6 times as much as in all of 2021 ($12,000) and about as much as in all of 2020 ($20,000)"
        in less
    )
    every = told(reviewed([*rows, row("2022-03", "340111", 60_000)], both()))
    assert "came to $60,000 in January–April 2022, more than in all of 2018–2021 together ($57,000)" in every


def test_a_price_at_which_nothing_is_sold_is_marked() -> None:
    rows = [
        row("2021-02", "340111", 11_000, quantity=4_000, unit="kg"),
        row("2022-02", "340111", 12_000, quantity=9_000_000, unit="kg"),
    ]
    said = told(reviewed(rows, both()))
    assert "per kg ?" in said
    assert "? No goods cost so little by weight" in said
    fine = [rows[0], row("2022-02", "340111", 12_000, quantity=4_000, unit="kg")]
    assert "?" not in told(reviewed(fine, both()))


def test_every_year_is_told() -> None:
    rows = [row(f"{year}-02", "340111", 10_000 * (year - 2010), quantity=year, unit="kg") for year in range(2010, 2022)]
    found = report(reviewed(rows, months("comtrade", "CHN", "export", "2010-01", "2022-04"), since=2010))
    (table,) = next(section.blocks for section in found.sections if section.id == "years")
    assert [plain(line[0]) for line in table.rows][-1] == "2010"
    assert [plain(line[1]) for line in table.rows if plain(line[0]) == "2019"] == ["$90,000"]
    assert [plain(line[3]) for line in table.rows if plain(line[0]) == "2019"] == ["2,019 kg"]


def test_tables_of_others_say_units_and_what_is_a_part() -> None:
    rows = [row("2022-02", "340111", 45_000), row("2022-02", "TOTAL", 800_000)]
    found = report(reviewed(rows, months("comtrade", "CHN", "export", "2022-01", "2022-02")))
    table = next(table for table in found.tables() if table.id == "goods-codes")
    headings, line = _rows(table)
    said = dict(zip(headings, line, strict=True))
    assert said["January–April 2022"] == 45_000
    assert said["January–April 2022, unit"] == "USD"
    assert said["January–April 2022, limit"] == "at least"


def test_releases_in_one_file_are_one_source() -> None:
    days = ("2022-05-20", "2022-06-20", "2022-04-18")
    rows = [RowRef("press", day, "figures.csv", "ab" * 32, 1) for day in days]
    section: Section = sources_section(rows)
    (table,) = section.blocks
    assert [[plain(cell) for cell in line] for line in table.rows] == [
        ["Published figures", "18 April 2022 to 20 June 2022", "figures.csv", "ab" * 32]
    ]


def test_a_wide_table_says_on_a_phone_that_it_goes_on() -> None:
    rows = [row(f"{year}-02", "340111", 10_000) for year in range(2018, 2023)]
    whole = page(report(reviewed(rows, both())))
    assert 'class="table wide"' in whole
    assert "swipe sideways" in whole


def captions(found: Review) -> list[str]:
    return [
        plain(block.caption) for each in report(found).sections for block in each.blocks if isinstance(block, Picture)
    ]


def test_a_chart_is_headed_by_what_stands_out() -> None:
    rows = [row(f"{year}-02", "340111", 10_000 + year) for year in range(2018, 2022)]
    *_, most = captions(reviewed([*rows, row("2022-02", "340111", 90_000)], both()))
    assert (
        most
        == "HS 340111 from China: $90,000 in January–April 2022, more than in those months of any of the 4 years before"
    )
    whole, gone = captions(reviewed(rows, both()))
    assert gone == "HS 340111 from China ceased: nothing since February 2021"
    assert "by month: the most" in whole
    *_, began = captions(reviewed([row("2022-02", "340111", 90_000)], both()))
    assert began == "HS 340111 from China began: $90,000 in January–April 2022, nothing before"


def test_a_chart_marks_the_days_of_the_border() -> None:
    rows = [row(f"{year}-02", "340111", 10_000 + year) for year in range(2018, 2023)]
    whole = page(report(reviewed(rows, both())))
    assert 'class="event"' in whole
    assert "border events, listed below" in whole
    quiet = page(report(reviewed(rows, both(), country="PRK", since=2018, through="2019-12")))
    assert "border events" not in quiet


def test_newspapers_figures_alone_are_said_to_be_such() -> None:
    found = review(MadeLedger(embedded=True), country="PRK", group=group("covid-supplies"), through="2022-05")
    summary = told(found).split("The whole trade")[0]
    assert "Of China no customs book of these goods is loaded, only single figures that newspapers printed" in summary
    assert "These goods are known through" not in summary


def test_goods_that_stopped_altogether_did_not_also_fall_more_than_the_whole() -> None:
    rows = [row("2020-02", "340111", 90_000), row("2020-02", "TOTAL", 9_000_000), row("2021-02", "TOTAL", 4_000_000)]
    said = told(reviewed(rows, both(), through="2021-12"))
    assert "ceased: nothing since February 2020" in said
    assert "more than all goods" not in said


def test_years_known_in_part_are_one_note() -> None:
    rows = [row(f"{year}-02", "340111", 10_000 * (year - 2010)) for year in range(2018, 2021)]
    covered = {("comtrade", "CHN", "export", f"{year}-02"): "yes" for year in range(2018, 2021)}
    said = told(reviewed(rows, covered, through="2020-12"))
    assert "not all months of 2018, 2019 and 2020 are known whole: a figure of such a year is the least" in said
    assert "months are known whole (" not in said


def test_nothing_and_not_known_are_told_apart_in_a_table() -> None:
    """Two years with trade, one of nothing, one that nobody published: a zero and a gap, in every format."""
    rows = [row("2018-02", "340111", 80_000), row("2021-03", "340111", 20_000)]
    rows += [row("2018-05", "340111", 60_000, reporter="RUS")]
    covered = months("comtrade", "CHN", "export", "2018-01", "2018-12", "selection")
    covered |= months("comtrade", "CHN", "export", "2019-01", "2019-12", "selection")
    covered |= months("comtrade", "CHN", "export", "2021-01", "2021-12", "selection")
    covered |= months("comtrade", "RUS", "export", "2018-01", "2021-12", "selection")
    found = report(reviewed(rows, covered, through="2021-12"))
    (table,) = [each for each in found.tables() if each.id == "goods-codes"]
    cells = {plain(line[0]): [plain(cell) for cell in line[1:5]] for line in table.rows}
    assert cells["China"] == ["$80,000", "$0", "", "$20,000"]
    assert cells["Russia"] == ["$60,000", "$0", "$0", "$0"]
    assert table.gaps
    narrow = "\n".join("".join(words for words, _ in line) for line in report_lines(found, width=40))
    assert "2019: $0" in narrow
    assert "Not known: 2020" in narrow
    assert "– is not known" in narrow
    assert 'title="not known"' in page(found)


def test_a_year_that_nobody_published_keeps_its_line() -> None:
    rows = [row("2018-02", "340111", 80_000), row("2021-03", "340111", 20_000)]
    covered = months("comtrade", "CHN", "export", "2018-01", "2018-12")
    covered |= months("comtrade", "CHN", "export", "2021-01", "2022-04")
    found = report(reviewed(rows, covered))
    (table,) = [each for each in found.tables() if each.id.startswith("years-")]
    assert [(plain(line[0]), plain(line[1])) for line in table.rows] == [
        ("2022", "in part"),
        ("2021", "$20,000"),
        ("2020", ""),
        ("2019", ""),
        ("2018", "$80,000"),
    ]


def test_goods_that_begin_in_the_last_of_whole_years() -> None:
    rows = [row("2021-03", "340111", 20_000)]
    said = told(reviewed(rows, both("2021-12"), through="2021-12"))
    assert "HS 340111 from China began: $20,000 in 2021, after nothing in 2018–2020" in said


def test_how_a_book_values_the_goods_and_by_which_edition_it_counts_them_is_said() -> None:
    said = told(reviewed([row("2022-02", "340111", 45_000)], both()))
    assert "UN Comtrade (FOB; HS2022)" in said
    assert "free on board" in said
    assert "CIF" not in said


def test_a_book_without_the_goods_and_one_with_none_of_them_are_told_apart() -> None:
    """Russia's book covers soap and has none; India's has some fish, and says nothing of soap."""
    rows = [row("2022-02", "340111", 45_000), row("2022-02", "030389", 0, reporter="RUS")]
    rows.append(row("2022-02", "030389", 9_000, reporter="IND"))
    found = reviewed(rows, both())
    assert (found.silent, found.strange) == (("RUS",), ("IND",))
    said = told(found)
    assert "Nothing of these goods, last year or this, in books that cover them or some of their codes: Russia." in said
    assert "in books that do not cover them, so that there may have been some: India." in said


def test_newspapers_are_named_only_where_they_printed_figures_of_the_goods() -> None:
    """China's trade with North Korea stands in the embedded book, its textiles do not."""
    ledger = MadeLedger([], embedded=True)
    asked = {"country": "PRK", "through": "2022-05", "since": 2018}
    summary = told(review(ledger, group=group("61,62"), **asked))
    assert "Of China no customs book of these goods is loaded: what there was of them is not known" in summary
    assert "newspapers" not in summary.partition("The whole trade")[0]
    masks = told(review(ledger, group=group("masks"), **asked))
    assert "Of China no customs book of these goods is loaded, only single figures that newspapers printed" in masks


def test_a_late_book_is_told_beside_one_that_is_not_loaded() -> None:
    rows = [row("2021-02", "630790", 45_000, reporter="RUS")]
    late = months("comtrade", "RUS", "export", "2018-01", "2021-12")
    said = told(review(MadeLedger(rows, covered=late, embedded=True), country="PRK", group=group("masks"),
                       through="2022-05", since=2018))  # fmt: skip
    assert "Of China no customs book of these goods is loaded, only single figures" in said
    assert "Not known through May 2022 from the books of Russia" in said


def test_a_whole_trade_that_newspapers_printed_is_said_to_be_such() -> None:
    said = "what newspapers printed of customs figures stands here where no book has them"
    embedded = MadeLedger([], embedded=True)
    assert said in told(review(embedded, country="PRK", group=group("masks"), through="2022-05", since=2018))
    booked = [row("2021-03", "TOTAL", 800_000), row("2021-03", "340111", 20_000)]
    assert said not in told(reviewed(booked, both()))


def test_years_of_their_own_say_that_no_neighbour_was_looked_for() -> None:
    rows = [row("2019-04/2020-03", "340111", 600_000, source="india", reporter="IND")]
    said = told(reviewed(rows, {}, through="2020-12"))
    assert "Of such years a review does not ask whether trade of South Korea stands in them by mistake;" in said
    assert "tidewaiter audit --partner PRK --check confusable does." in said
