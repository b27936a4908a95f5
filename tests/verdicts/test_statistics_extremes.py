"""The highest since, the lowest in: borne out, overturned by one month that is surely beyond, or left open."""

from datetime import date

import pytest
from made_ledger import MadeLedger, months, row

from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text
from tidewaiter.verdicts.books.statistics import against_ledger
from tidewaiter.verdicts.verdict import Verdict

THAI = {"reporter": "THA", "partner": "LAO"}
#: Millions of dollars, by month from January 2022 on.
BOOK = [300, 410, 405, 330, 320, 250, 310, 305, 315, 322, 318, 312, 290, 280, 295, 331, 260, 345, 402, 350]
ROWS = [row(f"{2022 + n // 12}-{n % 12 + 1:02d}", "TOTAL", value * 1_000_000, **THAI) for n, value in enumerate(BOOK)]
COVERED = months("comtrade", "THA", "export", "2022-01", "2023-08")


def called(text: str, *, covered: dict[tuple[str, str, str, str], str] = COVERED) -> list[Verdict]:
    document = read_text(text, name="article.txt", published=date(2023, 9, 20))
    claims = extract(document)
    return against_ledger(document, claims, MadeLedger(ROWS, covered=covered))[len(claims) :]


def outcome(text: str) -> str | None:
    found = called(text)
    return found[0].outcome if found else None


EXPORTS = "Thailand's exports to Laos came to {} in {}, {}, Thai customs data show."


@pytest.mark.parametrize(
    ("amount", "month", "words", "expected"),
    [
        ("$345 million", "June 2023", "the highest since March 2022", "supported"),
        ("$345 million", "June 2023", "the highest monthly figure since April last year", "supported"),
        ("$345 million", "June 2023", "the highest since February 2022", "contradicted"),
        ("$345 million", "June 2023", "the most in 15 months", "supported"),
        ("$345 million", "June 2023", "the highest in a year and", "supported"),
        ("$345 million", "June 2023", "the highest in 18 months", "contradicted"),
        ("$260 million", "May 2023", "the lowest since June 2022", "supported"),
        ("$260 million", "May 2023", "the lowest level since 2022", "supported"),
        ("$260 million", "May 2023", "the lowest since January 2022", "unchecked"),
        ("$402 million", "July 2023", "the highest since February 2022", "unchecked"),
        ("$345 million", "June 2023", "the highest since December 2021", "contradicted"),
        ("$345 million", "June 2023", "the highest since March 2021", "contradicted"),
        ("$345 million", "June 2023", "the highest annual figure since 2019", None),
        ("$345 million", "June 2023", "the highest since trains ran again", None),
        ("$345 million", "June 2023", "with the highest growth rate since January 2022", None),
        ("$245 million", "June 2023", "the highest since January 2022", None),
    ],
)
def test_what_a_month_is_called(amount: str, month: str, words: str, expected: str | None) -> None:
    assert outcome(EXPORTS.format(amount, month, words)) == expected


def test_the_reason_names_the_month_beyond_and_rests_on_its_rows() -> None:
    (found,) = called(EXPORTS.format("$345 million", "June 2023", "the highest since January 2022"))
    assert "“highest since January 2022” does not" in found.reason
    assert "March 2022 at $405 million" in found.reason
    assert len(found.operands) == 3
    assert all(operand.rows for operand in found.operands)


def test_months_that_are_not_known_leave_it_open() -> None:
    covered = months("comtrade", "THA", "export", "2023-01", "2023-08")
    rows_of = EXPORTS.format("$345 million", "June 2023", "the highest since June 2022")
    ledger_rows = [each for each in ROWS if each["period"] >= "2023-01"]
    document = read_text(rows_of, name="article.txt", published=date(2023, 9, 20))
    claims = extract(document)
    *_, found = against_ledger(document, claims, MadeLedger(ledger_rows, covered=covered))
    assert found.outcome == "unchecked"
    assert "not known whole" in found.reason


def test_a_change_is_no_level_and_what_stands_behind_it_is_of_it() -> None:
    text = "Thailand's exports to Laos, $345 million in June 2023, rose 38 percent, the most since January 2022."
    assert outcome(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "태국 관세청에 따르면 2023년 6월 태국의 대라오스 수출은 3억4500만달러로 2022년 3월 이후 최대였다.",
            "supported",
        ),
        (
            "태국 관세청에 따르면 2023년 6월 태국의 대라오스 수출은 3억4500만달러로 2022년 1월 이후 최대였다.",
            "contradicted",
        ),
        ("据泰国海关统计，2023年6月泰国对老挝出口3.45亿美元，创2022年3月以来新高。", "supported"),
        ("据泰国海关统计，2023年6月泰国对老挝出口3.45亿美元，创2022年1月以来新高。", "contradicted"),
    ],
)
def test_korean_and_chinese(text: str, expected: str) -> None:
    (found,) = called(text)
    assert found.outcome == expected
    assert "“2022" in found.reason


def test_none_since_a_month_is_held_against_all_months_that_are_out() -> None:
    flour = {**THAI, "flow": "export"}
    covered = months("comtrade", "THA", "export", "2022-01", "2023-07")
    ledger = MadeLedger(
        [row("2022-03", "110100", 5_000, **flour), row("2023-02", "170199", 900, **flour)], covered=covered
    )
    outcomes = {}
    for goods, since in (("wheat flour", "March 2022"), ("wheat flour", "January 2022"), ("sugar", "June 2022")):
        text = f"Thailand has exported no {goods} to Laos since {since}, Thai customs data show."
        document = read_text(text, name="article.txt", published=date(2023, 9, 20))
        (found,) = against_ledger(document, extract(document), ledger)
        outcomes[goods, since] = found.outcome
    assert outcomes == {
        ("wheat flour", "March 2022"): "supported",
        ("wheat flour", "January 2022"): "unchecked",
        ("sugar", "June 2022"): "unchecked",
    }
