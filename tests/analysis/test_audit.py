"""The audit: what was put wrong into invented books is found, what is right is left alone, and no row is lost."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from audit_books import line, loaded, months
from hypothesis import given
from hypothesis import strategies as st

from tidewaiter.analysis.audit.audit import CHECKS, audit
from tidewaiter.analysis.audit.finding import Finding, Sign, score
from tidewaiter.analysis.audit.scope import scope
from tidewaiter.errors import UsageError
from tidewaiter.ledger.store import Ledger
from tidewaiter.reference.confusable import lookalikes
from tidewaiter.reference.countries import country
from tidewaiter.reference.prices import prices, world_price

CROWD = ("ESP", "NLD", "POL", "TUR", "ZAF", "BRA", "KEN")
PARTNERS = ("COG", "AUT", "DEU", "DNK", "EGY", "FIN", "GRC", "HUN", "IRL", "JPN", "KOR", "LVA")
TWO_YEARS = months("2019-01", "2020-12")


def mixed_up() -> Iterator[dict[str, Any]]:
    """Portugal sells tuna to one Congo every month, twice to the other, and just then none to the first."""
    for place, month in enumerate(TWO_YEARS):
        swapped = month in ("2019-05", "2020-03")
        yield line("PRT", "export", "COD" if swapped else "COG", month, "160414", 40_000 + 17 * place)
        for who in CROWD:
            yield line(who, "export", "COG", month, "160414", 30_000 + 13 * place)


def steady() -> Iterator[dict[str, Any]]:
    """Belgium trades with the audited Congo all the time, and more than anybody."""
    for place, month in enumerate(TWO_YEARS):
        for number, code in enumerate(("100199", "300490", "870323")):
            yield line("BEL", "export", "COD", month, code, 900_003 + 1_001 * place + 37 * number)
    for month in ("2019-02", "2019-09", "2020-07"):
        yield line("BEL", "export", "COG", month, "100199", 50_001)


def broad(reporter: str, without: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """A reporter with many partners who skips some months."""
    for place, month in enumerate(TWO_YEARS):
        if month not in without:
            for number, partner in enumerate((*PARTNERS, "COD")):
                yield line(reporter, "export", partner, month, "390120", 7_001 + 1_003 * place + 131 * number)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    rows = [*mixed_up(), *steady(), *broad("CAN", ("2019-07", "2019-08"))]
    # prices: nine sellers of cement, one at a thousand times theirs
    rows += [line(who, "export", "COD", "2019-03", "252329", 8_000 + n, 100_000) for n, who in enumerate(CROWD)]
    rows += [line("JPN", "export", "COD", "2019-04", "252329", 8_111, 100_000)]
    rows += [line("GHA", "export", "COD", "2019-03", "252329", 9_111, 112)]
    # iron ore: nobody else has any, so that only the world's price can tell
    rows += [line("ZAF", "export", "COD", "2020-02", "260111", 5_000_100, 44_000)]
    # a carpet at a tenth of a cent a kilogram: nothing costs so little, whatever nobody else pays
    rows += [line("CHL", "export", "COD", "2020-03", "570110", 9_000, 9_000_000)]
    # salt: only one reporter has any, one of its rows at a hundredth of its own price
    rows += [line("TUR", "export", "COG", month, "250100", 4_001 + n, 40_000) for n, month in enumerate(TWO_YEARS[:9])]
    rows += [line("TUR", "export", "COD", "2019-10", "250100", 4_444, 4_000_000)]
    # pieces in one year, kilograms in the next
    rows += [line("TUR", "export", "COD", f"2019-0{m}", "401110", 5_100 + m, 50 + m, "units") for m in range(1, 6)]
    rows += [line("TUR", "export", "COD", f"2020-0{m}", "401110", 5_200 + m, 900 + m, "kg") for m in range(1, 5)]
    # a heading that its subheadings exceed, and one that they equal
    rows += [line("POL", "export", "COD", "2019-06", code, value) for code, value in (("0402", 9_000), ("040210", 6_111), ("040221", 5_222))]  # fmt: skip
    rows += [line("POL", "export", "COD", "2019-07", code, value) for code, value in (("0402", 12_333), ("040210", 6_222), ("040221", 6_111))]  # fmt: skip
    # two books of one trade: freight apart, and far apart
    rows += [line("NLD", "export", "COD", "2020", "841391", 100_100), line("COD", "import", "NLD", "2020", "841391", 117_300)]  # fmt: skip
    rows += [line("NLD", "export", "COD", "2020", "841370", 90_200), line("COD", "import", "NLD", "2020", "841370", 700_100)]  # fmt: skip
    # the same goods under two codes of one heading
    rows += [line("POL", "export", "COD", "2020", "940161", 80_200), line("COD", "import", "POL", "2020", "940171", 90_300)]  # fmt: skip
    rows += [line("ESP", "export", "COD", "2020-01", "999999", 77_123), line("ESP", "export", "COD", "2020-01", "TOTAL", 150_456)]  # fmt: skip
    rows += [line("BRA", "export", "COD", "2020-05", "170199", 3_000_000, 9_000_000)]
    rows += [line("KEN", "export", "COD", month, "090240", 23_457, 5_861) for month in ("2019-10", "2019-11")]
    return loaded(tmp_path_factory.mktemp("audit"), rows)


def found(ledger: Ledger, check: str, **asked: Any) -> list[Finding]:
    return audit(ledger, scope(partner="COD", **asked), checks=[check], least=0.0)


def where(findings: list[Finding]) -> set[tuple[str, str | None]]:
    return {(each.reporter, each.hs) for each in findings}


def test_trade_of_the_lookalike_is_found_and_real_trade_is_not(ledger: Ledger) -> None:
    findings = found(ledger, "confusable")
    assert where(findings) == {("PRT", "160414")}
    only = findings[0]
    assert only.score >= 0.9
    assert [row.line for row in only.rows] == sorted(row.line for row in only.rows)
    assert len(only.rows) == 2
    assert only.value == Decimal(40_000 + 17 * 4 + 40_000 + 17 * 14)
    for words in ("missing in just these months", "7 other reporters", "COG" and "Republic of the Congo"):
        assert words in only.reason


def test_the_other_side_of_the_pair_is_not_suspected(ledger: Ledger) -> None:
    assert audit(ledger, scope(partner="COG"), checks=["confusable"]) == []


def test_prices_far_from_the_worlds(ledger: Ledger) -> None:
    findings = {each.reporter: each for each in found(ledger, "unit_value")}
    assert set(findings) == {"GHA", "ZAF", "TUR", "CHL"}
    assert "0.001 USD a kg; no goods cost less than 0.002" in findings["CHL"].reason
    assert "the median of the 10 rows that TUR has is 0.1" in findings["TUR"].reason
    assert "as if tonnes stood for kilograms" in findings["GHA"].reason
    assert "the median of 9 rows of 9 reporters" in findings["GHA"].reason
    assert "iron ore cost about 0.146" in findings["ZAF"].reason


def test_units_that_change(ledger: Ledger) -> None:
    (only,) = found(ledger, "unit_change")
    assert (only.reporter, only.hs, len(only.rows)) == ("TUR", "401110", 4)
    assert "from 2020-01 on for good" in only.reason


def test_a_whole_that_its_parts_exceed(ledger: Ledger) -> None:
    (only,) = found(ledger, "total")
    assert (only.reporter, only.hs, only.first) == ("POL", "0402", "2019-06")
    assert "2,333 more than 9,000" in only.reason


def test_two_books_of_one_trade(ledger: Ledger) -> None:
    only, *same_goods = sorted(found(ledger, "mirror"), key=lambda each: -each.score)
    assert (only.reporter, only.hs) == ("NLD", "841370")
    assert len(only.rows) == 2
    assert "20% of freight allowed for" in only.reason
    assert {each.hs for each in same_goods} == {"940161", "940171"}
    assert all(each.score < 0.5 and "the code may differ" in each.reason for each in same_goods)


def test_months_that_were_not_published(ledger: Ledger) -> None:
    (only,) = found(ledger, "month_missing")
    assert (only.reporter, only.first, only.last, only.rows) == ("CAN", "2019-07", "2019-08", ())
    until = found(ledger, "month_missing", through="2021-03")
    assert [(each.first, each.last) for each in until] == [("2019-07", "2019-08"), ("2021-01", "2021-03")]


def test_goods_not_named_round_and_repeated_rows(ledger: Ledger) -> None:
    (unnamed,) = found(ledger, "unspecified")
    assert unnamed.value == 77_123
    assert "51.3% of the year" in unnamed.reason
    (rounded,) = found(ledger, "round")
    assert (rounded.reporter, rounded.value) == ("BRA", 3_000_000)
    (twice,) = found(ledger, "duplicate")
    assert (twice.reporter, len(twice.rows)) == ("KEN", 2)
    assert "another period, 2019-11" in twice.reason


def test_every_check_finds_something_here_and_every_row_is_in_the_book(ledger: Ledger) -> None:
    findings = audit(ledger, scope(partner="COD"), least=0.0)
    assert {each.check for each in findings} == set(CHECKS)
    lines = {line for (line,) in ledger.connect().execute("SELECT line FROM book").fetchall()}
    for each in findings:
        assert all(row.line in lines and row.sha256 and row.file == "answer.json" for row in each.rows)
        assert 0 < each.score <= 1
        assert each.reason


def test_the_scope_narrows_it_down(ledger: Ledger) -> None:
    everything = audit(ledger, scope(partner="COD"), least=0.0)
    narrow = audit(ledger, scope(partner="COD", reporter="POL", hs="04", since="2019-06", through="2019-06"), least=0.0)
    assert [(each.check, each.reporter) for each in narrow] == [("total", "POL")]
    assert len(everything) > len(narrow)
    assert audit(ledger, scope(partner="COD", since="2030"), least=0.0) == []


@pytest.mark.parametrize(("parts", "said"), [((9_111,), "the one code under it has 9,111, 111 more than 9,000"), ((6_111, 5_222), "the 2 codes under it add up to 11,333, 2,333 more")])  # fmt: skip
def test_what_stands_under_a_code_is_counted_in_words(
    tmp_path_factory: pytest.TempPathFactory, parts: tuple[int, ...], said: str
) -> None:
    rows = [line("POL", "export", "COD", "2019-06", "0402", 9_000)]
    rows += [line("POL", "export", "COD", "2019-06", f"0402{n}0", value) for n, value in enumerate(parts, 1)]
    (only,) = audit(loaded(tmp_path_factory.mktemp("sums"), rows), scope(partner="COD"), checks=["total"])
    assert said in only.reason


@pytest.mark.parametrize(
    "asked",
    [{"partner": "XXX"}, {"partner": "COD", "hs": "fish"}, {"partner": "COD", "since": "2020", "through": "2019"}],
)
def test_a_scope_that_makes_no_sense(asked: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        scope(**asked)  # type: ignore[arg-type]


def test_a_check_that_does_not_exist(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="no such check"):
        audit(ledger, scope(partner="COD"), checks=["astrology"])


def test_a_code_that_no_edition_has(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="no such HS code: '99999'"):
        audit(ledger, scope(partner="COD", hs="99999"))


@given(st.lists(st.floats(-1, 1), max_size=8))
def test_scores_stay_between_nothing_and_certainty(strengths: list[float]) -> None:
    assert 0 <= score(Sign(strength, "") for strength in strengths) <= 1


@given(st.lists(st.floats(0, 1), max_size=6), st.floats(0, 1))
def test_another_sign_never_lowers_a_score_and_a_doubt_never_raises_it(strengths: list[float], more: float) -> None:
    signs = [Sign(strength, "") for strength in strengths]
    assert score([*signs, Sign(more, "")]) >= score(signs)
    assert score([*signs, Sign(-more, "")]) <= score(signs)


def test_the_tables_of_the_audit() -> None:
    pairs = lookalikes("PRK")
    assert [pair.other for pair in pairs] == ["KOR"]
    assert all(pair.reason and pair.source for pair in pairs)
    assert {pair.other for pair in lookalikes("NGA")} == {"NER"}
    assert lookalikes(country("TON").alpha3) == ()
    price = world_price("260111")
    assert price is not None
    assert price.good == "iron ore"
    assert all(each.usd_per_tonne > 0 and each.source for each in prices())
