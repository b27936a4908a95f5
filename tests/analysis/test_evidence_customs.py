"""Evidence from customs books: either side's, by the codes of the year, whole or in part."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from made_ledger import MadeLedger, months, row

from tidewaiter.analysis.answers import Desk
from tidewaiter.analysis.evidence import Evidence, Question
from tidewaiter.interval import Interval
from tidewaiter.ledger.store import open_ledger
from tidewaiter.period import Period
from tidewaiter.verdicts.books.findings import source


def ask(ledger: MadeLedger, period: str, **more: Any) -> list[Evidence]:
    question = {
        "exporter": "CHN",
        "importer": "PRK",
        "unit": "USD",
        "total": not (more.get("goods") or more.get("hs")),
        **more,
    }
    return list(Desk(ledger).evidence(Question(period=Period.parse(period), **question)))


def exports(first: str, last: str, state: str = "yes") -> dict[Any, str]:
    return months("comtrade", "CHN", "export", first, last, state)


def test_both_sides_answer_for_themselves() -> None:
    ledger = MadeLedger(
        [
            row("2021", "TOTAL", 60, reporter="CHN", partner="RUS"),
            row("2021", "TOTAL", 72, reporter="RUS", partner="CHN", flow="import", valuation="CIF"),
        ]
    )
    out, back = ask(ledger, "2021", importer="RUS")
    assert (out.reporter, out.flow, out.value, out.valuation) == ("CHN", "export", 60, "FOB")
    assert (back.reporter, back.flow, back.value, back.valuation) == ("RUS", "import", 72, "CIF")


def test_goods_stand_under_other_codes_in_another_edition() -> None:
    rows = [row("2021-11", "300220", 5, edition="HS2017"), row("2022-02", "300241", 7), row("2022-02", "300249", 90)]
    (found,) = ask(MadeLedger(rows, covered=exports("2021-11", "2022-02")), "2021-11/2022-02", goods=("vaccines",))
    assert found.value == 12
    assert found.complete
    assert found.repeat is not None
    assert "--hs 300220 --hs 300241" in found.repeat


def test_a_code_that_holds_more_makes_an_upper_bound() -> None:
    ledger = MadeLedger([row("2021", "630790", 13)], covered={("comtrade", "CHN", "export", "2021"): "yes"})
    (found,) = ask(ledger, "2021", goods=("masks",))
    assert found.wide
    assert found.bounds == Interval(Decimal(0), Decimal(13))


def test_a_missing_month_makes_a_lower_bound_that_says_which() -> None:
    ledger = MadeLedger([row("2022-01", "3401", 5)], covered=exports("2022-01", "2022-03"))
    (found,) = ask(ledger, "2022-01/2022-04", goods=("soap",))
    assert not found.complete
    assert found.bounds == Interval(Decimal(5), None)
    assert found.limits is not None
    assert "2022-04" in found.limits


def test_a_selection_of_codes_is_a_part() -> None:
    ledger = MadeLedger([row("2022-01", "340111", 5)], covered=exports("2022-01", "2022-01", "partial"))
    (found,) = ask(ledger, "2022-01", goods=("soap",))
    assert not found.complete
    (own,) = ask(ledger, "2022-01", hs=("340111",))
    assert own.complete


def test_no_row_in_covered_months_is_nothing_and_elsewhere_unknown() -> None:
    ledger = MadeLedger([row("2021-01", "1006", 5)], covered=exports("2022-01", "2022-04"))
    (found,) = ask(ledger, "2022-01/2022-04", goods=("soap",))
    assert found.zero
    assert found.figure == Interval.exactly(Decimal(0))
    assert ask(ledger, "2022-01/2022-05", goods=("soap",)) == []
    assert ask(ledger, "2020", goods=("soap",)) == []


def test_goods_without_a_code_are_not_asked_about() -> None:
    ledger = MadeLedger([row("2022-01", "3401", 5)], covered=exports("2022-01", "2022-01"))
    assert ask(ledger, "2022-01", goods=("soap", "construction_materials_unheard_of")) == []


def test_two_ways_of_one_reporter() -> None:
    rows = [row("2021", "TOTAL", 260), row("2021", "TOTAL", 58, flow="import")]
    (found,) = ask(MadeLedger(rows), "2021", two_way=True)
    assert (found.value, found.complete, found.flow) == (318, True, "trade")
    (half,) = ask(MadeLedger(rows[:1]), "2021", two_way=True)
    assert not half.complete
    assert half.limits == "only the exports are known"


def test_what_is_fetched_ahead_answers_the_same() -> None:
    rows = [row("2021-11", "300220", 5, edition="HS2017"), row("2022-02", "300241", 7), row("2022-02", "TOTAL", 99)]
    ledger = MadeLedger(rows, covered=exports("2021-01", "2022-12"))
    questions = [
        Question("CHN", "PRK", Period.parse("2021-11/2022-02"), "USD", goods=("vaccines",)),
        Question("CHN", "PRK", Period.parse("2022-02"), "USD", goods=("vaccines",)),
        Question("CHN", "PRK", Period.parse("2022-02"), "USD", total=True),
        Question("CHN", "PRK", Period.parse("2021"), "USD", hs=("30",)),
    ]
    desk = Desk(ledger)
    desk.expect(questions)
    for question in questions:
        assert desk.evidence(question) == Desk(ledger).evidence(question)


def test_the_day_of_a_file_is_no_day_of_a_release(tmp_path: Path) -> None:
    head = "period,freqCode,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,primaryValue\n"
    path = tmp_path / "soap.csv"
    path.write_text(head + "202104,M,156,X,408,H5,340111,900000\n", encoding="utf-8")
    question = {"exporter": "CHN", "importer": "PRK", "unit": "USD", "goods": ("soap",)}
    for release, words in ((None, "from a file of"), (date(2022, 5, 1), "release of 1 May 2022")):
        ledger = open_ledger(tmp_path / f"ledger-{release}", embedded=False)
        ledger.load(path, release=release)
        (found,) = Desk(ledger).evidence(Question(period=Period.parse("2021-04"), **question))
        assert found.dated is (release is not None)
        assert words in source(found)
