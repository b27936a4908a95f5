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


#: Sugar in some months only: September 2022, a parcel in December, then May and July 2023.
SUGAR = [
    row(period, "170199", value, **{**THAI, "flow": "export"})
    for period, value in (("2022-09", 400_000), ("2022-12", 9_000), ("2023-05", 500_000), ("2023-07", 300_000))
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thailand's exports of sugar to Laos came to $500,000 in May 2023, its first exports since December 2022", "supported"),
        ("In May 2023 Thailand sold $500,000 of sugar to Laos for the first time since December 2022", "supported"),
        ("In May 2023 Thailand sold $500,000 of sugar to Laos for the first time in five months", "supported"),
        ("In July 2023 Thailand sold $300,000 of sugar to Laos for the first time since December 2022", "contradicted"),
        ("In July 2023 Thailand exported $300,000 of sugar to Laos for the first time in seven months", "contradicted"),
        ("In May 2023 Thailand sold $500,000 of sugar to Laos for the first time since September 2022", "unchecked"),
        ("In July 2023 Thailand sold $300,000 of sugar to Laos after a six-month break", "contradicted"),
        ("Sales of sugar to Laos rose to $300,000 in July 2023, for the first time since January 2022", None),
        ("In July 2023 Thailand sold more than $300,000 of sugar to Laos for the first time since January 2022", None),
        ("In July 2023 Thailand's sales of sugar to Laos topped $300,000 for the first time since May 2022", None),
    ],
)  # fmt: skip
def test_what_is_called_the_first(text: str, expected: str | None) -> None:
    document = read_text(f"{text}, Thai customs data show.", name="article.txt", published=date(2023, 9, 20))
    claims = extract(document)
    found = against_ledger(document, claims, MadeLedger(SUGAR, covered=COVERED))[len(claims) :]
    assert (found[0].outcome if found else None) == expected


@pytest.mark.parametrize(
    ("amount", "months_", "words", "expected"),
    [
        ("$570 million", "first two months", "the most", "contradicted"),
        ("$570 million", "first two months", "the least", "supported"),
        ("$2.553 billion", "first eight months", "the most", "unchecked"),
    ],
)
def test_the_same_months_of_the_years_before(amount: str, months_: str, words: str, expected: str) -> None:
    text = f"Thailand's exports to Laos came to {amount} in the {months_} of 2023, {words} for the period since 2021"
    assert outcome(f"{text}, Thai customs data show.") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("태국 관세청에 따르면 2023년 5월 태국은 라오스에 설탕 50만 달러어치를 2022년 12월 이후 처음으로 수출했다.", "supported"),
        ("태국 관세청에 따르면 2023년 7월 태국은 라오스에 설탕 30만 달러어치를 2022년 12월 이후 처음으로 수출했다.", "contradicted"),
        ("据泰国海关统计，2023年7月泰国向老挝出口食糖30万美元，为2022年12月以来首次出口。", "contradicted"),
    ],
)  # fmt: skip
def test_the_first_in_korean_and_chinese(text: str, expected: str) -> None:
    document = read_text(text, name="article.txt", published=date(2023, 9, 20))
    claims = extract(document)
    found = against_ledger(document, claims, MadeLedger(SUGAR, covered=COVERED))[len(claims) :]
    assert [each.outcome for each in found] == [expected]
