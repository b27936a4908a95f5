"""A missing row is zero only where the book was published, the code and the partner asked for, and nothing picked out."""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from tidewaiter.ledger.store import Ledger, open_ledger
from tidewaiter.reference import books, editions

HEAD = "period,freqCode,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,primaryValue\n"
FISH = sorted(editions.subheadings("0303", "HS2017"))
COUNTRIES = [
    entry.code
    for entry in books.entries("comtrade")
    if not entry.until and entry.alpha3.isalpha() and entry.code != "0"
]
EVERYBODY = [*COUNTRIES[:130], "408", "410"]


def table(path: Path, rows: Iterable[tuple[str, str, str, str]]) -> Path:
    lines = dict.fromkeys(f"{month},M,{reporter},X,{partner},H5,{code},1\n" for month, reporter, partner, code in rows)
    path.write_text(HEAD + "".join(lines))
    return path


def world_pull() -> list[tuple[str, str, str, str]]:
    """China's frozen fish to everybody in three months, North Korea only in the first; Palau's to two countries."""
    rows = [
        (month, "156", partner, code)
        for month in ("201901", "201902", "201904")
        for partner in EVERYBODY
        for code in FISH
        if partner != "408" or month == "201901"
    ]
    return [*rows, ("201902", "585", "392", FISH[0]), ("201902", "585", "158", FISH[0])]


def state(ledger: Ledger, **asked: str) -> str:
    question = {"reporter": "CHN", "partner": "PRK", "flow": "export", "hs": "0303", "period": "2019-02"} | asked
    return ledger.covers(**question).state  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def broad(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    folder = tmp_path_factory.mktemp("coverage")
    ledger = open_ledger(folder / "ledger", embedded=False)
    ledger.load(table(folder / "pull.csv", world_pull()))
    return ledger


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, "yes"),
        ({"hs": FISH[3]}, "yes"),
        ({"hs": "03"}, "selection"),
        ({"hs": "0302"}, "no"),
        ({"hs": "30"}, "no"),
        ({"hs": "TOTAL"}, "partial"),
        ({"period": "2019-03"}, "no"),
        ({"period": "2019"}, "no"),
        ({"flow": "import"}, "no"),
        ({"reporter": "RUS"}, "no"),
        ({"partner": "QQQ"}, "partial"),
        ({"reporter": "PLW"}, "partial"),
    ],
    ids=str,
)
def test_a_broad_pull(broad: Ledger, asked: dict[str, str], expected: str) -> None:
    assert state(broad, **asked) == expected


def test_partners_are_counted_at_loading_or_when_they_are_asked_for(broad: Ledger, tmp_path: Path) -> None:
    assert broad.path is not None
    told = "SELECT file_sha256, reporter, chapter, partners FROM partners ORDER BY ALL"
    counted = broad.connect().execute(told).fetchall()
    by_reporter = {reporter: partners for _, reporter, _, partners in counted}
    assert by_reporter.keys() == {"CHN", "PLW", None}
    assert by_reporter["PLW"] == 2
    assert by_reporter["CHN"] == by_reporter[None] > 100
    folder = tmp_path / "loaded before"
    shutil.copytree(broad.path, folder)
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["coverage"] = [path for path in manifest["coverage"] if not path.endswith("-partners.parquet")]
    assert len(manifest["coverage"]) == 3
    (folder / "manifest.json").write_text(json.dumps(manifest))
    assert open_ledger(folder, embedded=False).connect().execute(told).fetchall() == counted


def test_a_code_that_has_gone_covers_nothing(tmp_path: Path) -> None:
    """Vaccines were 3002.20 until 2021 and are 3002.41 in the edition of 2022."""
    rows = [("202112", "156", partner, "300220") for partner in EVERYBODY]
    path = table(tmp_path / "old.csv", rows)
    new = [("202201", "156", partner, "300241") for partner in EVERYBODY if partner != "408"]
    later = table(tmp_path / "new.csv", new)
    later.write_text(later.read_text().replace(",H5,", ",H6,") + "202201,M,36,X,410,H5,300220,1\n")
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    ledger.load([path, later])
    assert state(ledger, hs="300220", period="2022-01") == "no"


def test_the_reason_says_what_is_missing(broad: Ledger) -> None:
    question = {"reporter": "CHN", "partner": "PRK", "flow": "export", "period": "2019-02"}
    assert "of the 224 codes under 03" in broad.covers(hs="03", **question).why
    assert "nothing under 30" in broad.covers(hs="30", **question).why
    assert broad.covers(hs="0303", **question).source == "comtrade"
    assert broad.covers(hs="0303", source="china", **question).state == "no"


def test_a_day_before_the_release_covers_nothing(broad: Ledger) -> None:
    from datetime import date

    covered = broad.covers(
        reporter="CHN", partner="PRK", flow="export", hs="0303", period="2019-02", as_of=date(2019, 3, 1)
    )
    assert covered.state == "no"


def test_a_file_about_one_partner_may_be_a_selection(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    rows = [("201901", "156", "408", code) for code in FISH] + [("201902", "156", "408", FISH[0])]
    ledger.load(table(tmp_path / "picked.csv", rows))
    assert state(ledger) == "partial"
    assert state(ledger, period="2019-03") == "no"


def test_one_answer_of_the_api_holds_every_combination_of_what_it_lists(tmp_path: Path) -> None:
    records = [
        {
            "period": period, "freqCode": "M", "reporterCode": 156, "flowCode": "X", "partnerCode": partner,
            "classificationCode": "H5", "cmdCode": code, "primaryValue": 1,
        }
        for period, partner, code in [
            *(("201901", 408, code) for code in FISH), ("201902", 410, FISH[0]), ("201903", 408, FISH[1]),
        ]
    ]  # fmt: skip
    path = tmp_path / "answer.json"
    path.write_text(json.dumps({"count": len(records), "data": records}))
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    ledger.load(path)
    assert state(ledger) == "yes"
    assert state(ledger, partner="JPN") == "partial"
    assert state(ledger, hs="03") == "selection"
    assert state(ledger, period="2019-04") == "no"


def test_an_answer_as_long_as_the_limit_may_be_cut_off(tmp_path: Path) -> None:
    rows = [row for row in world_pull() if row[1] == "156"]
    first = [row for row in rows if row[2] in ("408", "410")]
    cut = [*first, *(row for row in rows if row not in first)][:500]
    records = [
        {"period": p, "freqCode": "M", "reporterCode": r, "flowCode": "X", "partnerCode": partner, "cmdCode": code,
         "classificationCode": "H5", "primaryValue": 1}
        for p, r, partner, code in cut
    ]  # fmt: skip
    path = tmp_path / "answer.json"
    path.write_text(json.dumps({"count": len(records), "data": records}))
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    ledger.load(path)
    assert state(ledger, partner="KOR", period="2019-02") == "partial"


def test_two_files_of_different_goods_do_not_vouch_for_each_other(tmp_path: Path) -> None:
    """Fish of many months beside vaccines of one: the vaccines' other months are not known."""
    vaccine = sorted(editions.subheadings("3002", "HS2017"))
    rows = [*world_pull(), *(("201904", "156", partner, code) for partner in EVERYBODY for code in vaccine)]
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    ledger.load(table(tmp_path / "gathered.csv", rows))
    assert state(ledger, hs="3002", period="2019-04") == "yes"
    assert state(ledger, hs="3002", period="2019-02") == "no"
    assert state(ledger, hs="0303", period="2019-02") == "yes"


def test_national_lines_cover_themselves_and_not_what_they_lie_under(tmp_path: Path) -> None:
    path = tmp_path / "e109202205.csv"
    specimen = Path(__file__).parents[1] / "specimens" / "china" / path.name
    path.write_bytes(specimen.read_bytes())
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    ledger.load(path)
    assert state(ledger, hs="11010000", period="2022-05") == "yes"
    assert state(ledger, hs="110100", period="2022-05") == "partial"
    assert state(ledger, hs="11", period="2022-05") == "partial"
    assert state(ledger, hs="63079010", period="2022-05") == "no"


def test_the_calendar_can_be_seen(broad: Ledger) -> None:
    rows = broad.connect().execute(
        "SELECT source, reporter, flow, freq, period, level, partner_scope, code_scope FROM coverage "
        "WHERE reporter = 'PLW'"
    )
    everybody = {books.by_code("comtrade", code) for code in (*EVERYBODY, "392", "158")}
    scopes = (f"{len(everybody)} partners", f"{len(FISH)} codes")
    assert rows.fetchall() == [("comtrade", "PLW", "export", "M", "2019-02", 6, *scopes)]
