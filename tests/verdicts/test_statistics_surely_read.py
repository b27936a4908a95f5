"""What makes a reading sure enough to call a figure wrong: what its sentence names, and the figures beside it that fit."""

from datetime import date

import pytest
from made_ledger import MadeLedger, months, row

from tidewaiter.claims.extract import extract
from tidewaiter.documents.read import read_text
from tidewaiter.verdicts.books.statistics import against_ledger
from tidewaiter.verdicts.verdict import Verdict

TURKEY = {"reporter": "TUR", "partner": "GEO"}
COVERED = {
    **months("comtrade", "TUR", "export", "2023-01", "2024-12"),
    **months("comtrade", "TUR", "import", "2023-01", "2024-12"),
    ("india", "IND", "export", "2020-04/2021-03"): "yes",
}
ROWS = [
    row("2023-05", "TOTAL", 202_030_000, **TURKEY),
    row("2024-04", "TOTAL", 243_880_000, **TURKEY),
    row("2024-05", "TOTAL", 305_430_000, **TURKEY),
    row("2024-05", "110100", 4_176_000, **TURKEY),
    row("2024-05", "TOTAL", 16_370_000, **TURKEY, flow="import"),
    row("2024-05", "271121", 19_271_976, **TURKEY),
    row("2020-04/2021-03", "30", 1_440_000, reporter="IND", partner="GEO", source="india"),
]


def verdicts(text: str) -> dict[str, Verdict]:
    document = read_text(text, name="article.txt", published=date(2025, 2, 15))
    found = against_ledger(document, extract(document), MadeLedger(ROWS, covered=COVERED))
    return {verdict.claim.text: verdict for verdict in found}


def test_a_change_that_fits_confirms_of_what_and_when_the_amount_beside_it_is() -> None:
    text = (
        "Turkish customs data show that Türkiye's exports to Georgia were worth {} in May 2024, up 51.2 percent from a "
        "year earlier."
    )
    assert verdicts(text.format("$305.4 million"))["$305.4 million"].outcome == "supported"
    wrong = verdicts(text.format("$243.9 million"))["$243.9 million"]
    assert (wrong.outcome, wrong.slip) == ("contradicted", "previous_month_figure")
    unconfirmed = verdicts(text.format("$243.9 million").replace("51.2", "48.6"))["$243.9 million"]
    assert unconfirmed.outcome == "unchecked"


def test_a_figure_that_fits_leaves_the_one_beside_it_the_other_time() -> None:
    text = "In May 2024 Turkey exported goods worth {} to Georgia, customs data show, up from $243.9 million in April."
    assert verdicts(text.format("$305.4 million"))["$305.4 million"].outcome == "supported"
    wrong = verdicts(text.format("$202 million"))["$202 million"]
    assert (wrong.outcome, wrong.slip) == ("contradicted", "previous_year_figure")


def test_a_time_that_the_sentence_does_not_name_is_not_confirmed_by_its_other_times() -> None:
    text = (
        "Turkey's exports to Georgia came to $305.4 million in May 2024, customs data show. Over the five months goods "
        "worth $549.3 million went from Turkey to Georgia, against $243.9 million in April 2024."
    )
    assert verdicts(text)["$549.3 million"].outcome != "contradicted"


@pytest.mark.parametrize("figure", ["$305.4 million", "$305.43 million"])
def test_a_text_of_two_countries_needs_to_name_but_one_of_them(figure: str) -> None:
    text = (
        f"Customs figures of Turkey on trade with Georgia are out. Imports from Georgia came to {figure} in May 2024."
    )
    wrong = verdicts(text)[figure]
    assert (wrong.outcome, wrong.slip) == ("contradicted", "exports_imports_swapped")
    assert verdicts(text.replace("are out", "and Armenia are out"))[figure].outcome == "unchecked"


def test_goods_of_just_their_codes_are_held_against_the_book_that_is_quoted() -> None:
    text = "Turkey exported {} of wheat flour to Georgia in May 2024, Turkish customs data show."
    assert verdicts(text.format("$4.18 million"))["$4.18 million"].outcome == "supported"
    wrong = verdicts(text.format("$3.17 million"))["$3.17 million"]
    assert wrong.outcome == "contradicted"
    assert "$4.176 million" in wrong.reason
    near = verdicts(text.format("$3.9 million"))["$3.9 million"]
    assert near.outcome == "unchecked"
    unquoted = verdicts("Turkey exported $3.17 million of wheat flour to Georgia in May 2024.")["$3.17 million"]
    assert unquoted.outcome == "unchecked"


def test_many_digits_that_agree_but_for_the_scale_are_no_chance_however_goods_are_drawn() -> None:
    text = "Turkey exported {} of natural gas to Georgia in May 2024, Turkish customs data show."
    wrong = verdicts(text.format("$19.27 billion"))["$19.27 billion"]
    assert (wrong.outcome, wrong.slip) == ("contradicted", "billion_for_million")
    assert verdicts(text.format("$18 billion"))["$18 billion"].outcome == "unchecked"


def test_digits_that_agree_need_be_fewer_where_the_figure_was_surely_read() -> None:
    text = "Turkey exported natural gas worth {} to Georgia in May 2024, Turkish customs data show."
    wrong = verdicts(text.format("$193 million"))["$193 million"]
    assert (wrong.outcome, wrong.slip) == ("contradicted", "factor_10")
    assert verdicts(text.format("$190 million"))["$190 million"].outcome == "unchecked"
    assert verdicts(text.format("$197 million"))["$197 million"].outcome == "unchecked"


def test_a_figure_told_for_another_time_in_its_sentence_does_not_mean_that_time_twice() -> None:
    text = "Turkey's exports to Georgia were worth {} in May 2024, against $243.88 million in April 2024."
    assert verdicts(text.format("$305.43 million"))["$305.43 million"].outcome == "supported"
    twice = [v for v in _all(text.format("$243.88 million")) if v.claim.period == "2024-05"]
    assert len(twice) == 1
    assert twice[0].outcome != "supported"


def _all(text: str) -> list[Verdict]:
    document = read_text(text, name="article.txt", published=date(2025, 2, 15))
    return against_ledger(document, extract(document), MadeLedger(ROWS, covered=COVERED))


def test_a_publishers_own_year_is_looked_up_as_it_stands_there() -> None:
    text = "India's pharmaceutical exports to Georgia came to {} in the fiscal year 2020-21, Indian customs data show."
    assert verdicts(text.format("$1.44 million"))["$1.44 million"].outcome == "supported"


def test_a_text_that_names_the_publisher_of_the_book_means_the_book() -> None:
    text = "According to UN Comtrade, Turkey's exports to Georgia were worth {} in May 2024."
    assert verdicts(text.format("$305.4 billion"))["$305.4 billion"].outcome == "contradicted"
    other = text.replace("UN Comtrade", "the World Bank").format("$305.4 billion")
    assert verdicts(other)["$305.4 billion"].outcome == "unchecked"


def test_an_office_of_a_third_country_was_quoted_for_other_figures() -> None:
    text = (
        "Thailand's exports to Laos came to $1.39 billion in May 2024, Thai customs data show.\n\n"
        "Turkey's exports to Georgia reached {} in May 2024."
    )
    assert verdicts(text.format("$305.4 billion"))["$305.4 billion"].outcome == "contradicted"


def test_a_fall_by_more_than_all_of_it_is_no_error_of_the_check() -> None:
    text = "Turkey's exports to Georgia fell 449.2 percent in May 2024 from a year earlier, Turkish customs data show."
    assert verdicts(text)["449.2 percent"].outcome in ("unchecked", "contradicted")
