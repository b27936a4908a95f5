"""Results of the Python interface: they print, show in a notebook, and turn into frames."""

import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import tidewaiter as tw

SAMPLES = Path(tw.__file__).parent / "samples"


@pytest.fixture(scope="module")
def document() -> tw.Document:
    return tw.read(SAMPLES / "2022-05-28-quayside-courier.txt")


@pytest.fixture(scope="module")
def report(document: tw.Document) -> tw.Report:
    return tw.check(document, ledger=tw.embedded_ledger())


@pytest.fixture(autouse=True)
def nobodys_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))


def test_claims_are_a_sequence_that_turns_into_frames(document: tw.Document) -> None:
    claims = tw.claims(document)
    assert len(claims) == len(list(claims)) == len(claims[:]) > 5
    assert isinstance(claims[0], tw.Claim)
    assert "figures" in repr(claims)
    pandas, polars = claims.to_pandas(), claims.to_polars()
    assert list(pandas["id"]) == polars["id"].to_list() == [claim.id for claim in claims]
    assert set(pandas.columns) == set(claims[0].to_record()) - {"sentence"}
    assert "<script" not in claims._repr_html_()
    assert "$266.9 million" in claims._repr_html_()


def test_a_report_knows_what_came_of_each_claim(report: tw.Report) -> None:
    assert [claim.text for claim in report.contradicted] == ["$266.9 million"]
    assert set(report.outcomes) == set(report.claims)
    assert len(report) == 1
    assert report[0].document.published == date(2022, 5, 28)
    assert repr(report).startswith("Report(1 document, ")
    by_outcome = [claim for outcome in set(report.outcomes.values()) for claim in report.with_outcome(outcome)]
    assert sorted(by_outcome, key=lambda c: c.start) == sorted(report.claims, key=lambda c: c.start)


def test_a_report_prints_and_shows(report: tw.Report) -> None:
    assert "[✗" in str(report)
    html = report._repr_html_()
    assert html == report._repr_html_()
    assert html.startswith("<style>")
    assert "<html" not in html
    assert report.to_html().startswith("<!doctype html>")


def test_a_report_turns_into_frames(report: tw.Report) -> None:
    pandas, polars = report.to_pandas(), report.to_polars()
    assert len(pandas) == len(polars) == len(report.verdicts)
    wrong = pandas[pandas["outcome"] == "contradicted"]
    assert set(wrong["slip"]) == {"million_for_thousand"}
    assert set(wrong["suggested"]) == {266900}
    assert polars.columns == list(pandas.columns)


def test_many_documents_in_one_report(document: tw.Document) -> None:
    other = tw.read(SAMPLES / "2021-05-19-strait-gazette.txt")
    report = tw.check([document, other], ledger=tw.embedded_ledger())
    assert [one.document.name for one in report] == [document.name, other.name]
    assert "2 documents" in repr(report)


def test_no_documents_make_an_empty_report() -> None:
    report = tw.check([], ledger=tw.embedded_ledger())
    assert len(report) == 0
    assert len(report.to_pandas()) == 0
    assert report.to_polars().is_empty()


def test_a_missing_frame_library_names_the_extra(report: tw.Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    monkeypatch.setitem(sys.modules, "polars", None)
    for turn in (report.to_pandas, report.to_polars):
        with pytest.raises(tw.TidewaiterError, match=r"tidewaiter\[frames\]"):
            turn()


def test_a_series_prints_and_turns_into_frames() -> None:
    series = tw.embedded_ledger().series(reporter="CHN", partner="PRK", flow="export", start="2022-03", end="2022-06")
    assert [point.period for point in series] == ["2022-03", "2022-04", "2022-05", "2022-06"]
    values = [record["value_usd"] for record in series.to_records()]
    assert values == [Decimal(57000000), Decimal(98100000), Decimal(14510000), Decimal(19050000)]
    assert list(series.to_pandas().columns) == ["period", "value_usd", "quantity", "unit", "covered", "rows"]
    assert series.to_polars().height == len(series) == 4
    assert "4 of 4 known" in repr(series)
    assert series.to_svg().startswith("<svg")
    assert "<table" in series._repr_html_()
    assert series.notes


def test_a_ledger_lists_what_it_has(tmp_path: Path) -> None:
    ledger = tw.embedded_ledger()
    assert ledger.path is None
    assert "embedded book" in repr(ledger)
    assert {release["source"] for release in ledger.releases()} == {"press"}
    assert ledger.coverage() == []
    assert str(tmp_path) in tw.open_ledger(tmp_path).describe()
    with pytest.raises(tw.UsageError):
        ledger.load(tmp_path / "a.csv")


def test_without_a_path_the_users_own_ledger_is_opened(tmp_path: Path) -> None:
    from tidewaiter.settings import user_ledger

    assert tw.open_ledger().path is None
    user_ledger().mkdir(parents=True)
    assert tw.open_ledger().path == user_ledger()


def test_a_bad_article_raises_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    with pytest.raises(tw.DocumentError, match=r"empty\.txt"):
        tw.read(tmp_path / "empty.txt")
