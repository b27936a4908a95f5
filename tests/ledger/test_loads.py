"""Loading adds whole releases or nothing, never twice, and never over what was there."""

import os
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tidewaiter.errors import InputError, LedgerError, SourceError, UsageError
from tidewaiter.ledger import folder as storage
from tidewaiter.ledger import load as loading
from tidewaiter.ledger import manifest
from tidewaiter.ledger.store import Ledger, open_ledger

HEAD = "period,freqCode,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,primaryValue\n"


def book(path: Path, *rows: tuple[str, str, float]) -> Path:
    """A file of China's exports to North Korea: month, code, value."""
    lines = [f"{month},M,156,X,408,H6,{code},{value}\n" for month, code, value in rows]
    path.write_text(HEAD + "".join(lines))
    return path


def held(ledger: Ledger, day: date | None = None) -> list[tuple[str, str, Decimal]]:
    rows = f"SELECT b.period AS period, b.hs AS hs, b.value AS value FROM ({ledger.book_as_of(day)}) AS b ORDER BY ALL"
    return ledger.connect().execute(rows).fetchall()


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return open_ledger(tmp_path / "ledger", embedded=False)


def files(ledger: Ledger) -> dict[Path, bytes]:
    assert ledger.path is not None
    return {path: path.read_bytes() for path in ledger.path.rglob("*") if path.is_file()}


def test_the_same_bytes_again_change_nothing(ledger: Ledger, tmp_path: Path) -> None:
    path = book(tmp_path / "a.csv", ("202205", "300490", 1))
    assert ledger.load(path).changed
    before = files(ledger)
    renamed = shutil.copy(path, tmp_path / "another name.csv")
    for again in (path, renamed):
        report = ledger.load(again, release=date(2022, 9, 1))
        assert not report.changed
        assert "held already" in str(report)
    assert files(ledger) == before


def test_the_same_rows_in_another_file_of_the_release_are_counted_once(ledger: Ledger, tmp_path: Path) -> None:
    day = date(2022, 9, 1)
    ledger.load(book(tmp_path / "a.csv", ("202205", "300490", 1), ("202206", "300490", 2)), release=day)
    report = ledger.load(book(tmp_path / "b.csv", ("202206", "300490", 2), ("202207", "300490", 3)), release=day)
    file = report.files[0]
    assert (file.rows_read, file.consumed, file.ignored, file.refused) == (2, 1, 1, 0)
    assert [value for *_, value in held(ledger)] == [1, 2, 3]


def test_a_release_says_one_thing(ledger: Ledger, tmp_path: Path) -> None:
    day = date(2022, 9, 1)
    ledger.load(book(tmp_path / "a.csv", ("202205", "300490", 1)), release=day)
    before = files(ledger)
    with pytest.raises(SourceError, match=r"and 1\.000 in the release of 2022-09-01"):
        ledger.load(book(tmp_path / "b.csv", ("202205", "300490", 2)), release=day)
    assert files(ledger) == before


def test_a_later_release_replaces_and_the_earlier_one_can_still_be_asked(ledger: Ledger, tmp_path: Path) -> None:
    first, later = date(2022, 9, 1), date(2023, 3, 1)
    ledger.load(book(tmp_path / "a.csv", ("202205", "300490", 1), ("202206", "300490", 2)), release=first)
    ledger.load(book(tmp_path / "b.csv", ("202205", "300490", 10)), release=later)
    assert held(ledger) == [("2022-05", "300490", 10), ("2022-06", "300490", 2)]
    assert held(ledger, date(2023, 2, 28)) == [("2022-05", "300490", 1), ("2022-06", "300490", 2)]
    assert held(ledger, date(2022, 8, 31)) == []
    releases = ledger.connect().execute("SELECT release, rows_held, rows_standing FROM releases ORDER BY release")
    assert releases.fetchall() == [("2022-09-01", 2, 1), ("2023-03-01", 1, 1)]


RELEASES = st.lists(
    st.tuples(
        st.integers(1, 28),
        st.dictionaries(st.sampled_from(["300490", "300410", "110100"]), st.integers(0, 99), min_size=1),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda release: release[0],
)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(releases=RELEASES)
def test_every_day_shows_the_newest_release_of_then(
    releases: list[tuple[int, dict[str, int]]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """In whatever order releases are loaded, a day shows for each code what the last release before it said."""
    folder = tmp_path_factory.mktemp("releases")
    ledger = open_ledger(folder / "ledger", embedded=False)
    for day, values in releases:
        path = book(folder / f"{day}.csv", *[("202205", code, value) for code, value in values.items()])
        ledger.load(path, release=date(2022, 10, day))
    for day in {1, 28, *(day for day, _ in releases)}:
        known: dict[str, int] = {}
        for _, values in sorted((release for release in releases if release[0] <= day), key=lambda r: r[0]):
            known |= values
        assert held(ledger, date(2022, 10, day)) == [("2022-05", code, known[code]) for code in sorted(known)]


def test_the_day_of_a_release(ledger: Ledger, tmp_path: Path) -> None:
    path = book(tmp_path / "a.csv", ("202205", "300490", 1))
    with pytest.raises(UsageError, match="not published on 2022-05-20"):
        ledger.load(path, release=date(2022, 5, 20))
    written = datetime(2022, 7, 3, 12, tzinfo=UTC).timestamp()
    os.utime(path, (written, written))
    report = ledger.load(path)
    assert report.files[0].release == "2022-07-03"
    assert "release 2022-07-03 (when the file was written" in str(report)
    named = book(tmp_path / "COMTRADE-FINAL-CM156202206H6[2022-08-09].csv", ("202206", "300490", 1))
    report = ledger.load(named)
    assert report.files[0].release == "2022-08-09"
    assert "(by its name)" in str(report)
    unpacked = book(tmp_path / "old.csv", ("202207", "300490", 1))
    os.utime(unpacked, (0, 0))
    assert ledger.load(unpacked).files[0].release == datetime.now(UTC).date().isoformat()


def test_a_day_is_not_given_to_rows_that_have_their_own(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "gathered.csv"
    row = "202205,M,156,X,408,H6,{},1,{}\n"
    head = HEAD.replace("primaryValue", "primaryValue,commit_date")
    path.write_text(head + row.format("300490", "2022-07-01") + row.format("300410", "2022-08-01"))
    with pytest.raises(UsageError, match="say themselves on which day"):
        ledger.load(path, release=date(2022, 9, 1))
    assert "release as dated in the rows, 2022" in str(ledger.load(path))
    some = tmp_path / "some.csv"
    some.write_text(head + row.format("300420", "2022-07-01") + row.format("300432", ""))
    ledger.load(some, release=date(2022, 9, 1))
    days = "SELECT hs, released_on FROM flows WHERE file = 'some.csv' ORDER BY hs"
    assert ledger.connect().execute(days).fetchall() == [("300420", date(2022, 7, 1)), ("300432", date(2022, 9, 1))]


def test_every_row_knows_its_file_and_record(ledger: Ledger, tmp_path: Path) -> None:
    path = book(tmp_path / "a.csv", ("202205", "300490", 1), ("202106", "300410", 2))
    ledger.load(path)
    rows = ledger.connect().execute("SELECT line, value, file, file_sha256 FROM flows ORDER BY line").fetchall()
    sha256 = rows[0][3]
    assert rows == [(1, 1, "a.csv", sha256), (2, 2, "a.csv", sha256)]
    assert len(sha256) == 64


def test_a_folder_of_files(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "books").mkdir()
    book(tmp_path / "books" / "a.csv", ("202205", "300490", 1))
    book(tmp_path / "books" / "b.csv", ("202206", "300490", 2))
    assert [file.path.name for file in ledger.load(tmp_path / "books").files] == ["a.csv", "b.csv"]
    with pytest.raises(UsageError, match="nothing to load"):
        ledger.load([])


class Killed(BaseException):
    """What a test raises where a real process would be gone."""


def test_killed_at_any_step_leaves_the_old_or_the_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every call that touches the folder is made the last one in turn; nothing is tidied up after it."""
    open_ledger(tmp_path / "start").load(book(tmp_path / "a.csv", ("202106", "300490", 5), ("202205", "300490", 1)))
    after = book(tmp_path / "b.csv", ("202205", "300410", 2), ("202207", "300490", 3))
    old = [("2021-06", "300490", 5), ("2022-05", "300490", 1)]
    new = sorted([*old, ("2022-05", "300410", 2), ("2022-07", "300490", 3)])
    steps = _count_steps(tmp_path, after, monkeypatch)
    assert steps >= 8
    outcomes = set()
    for step in range(1, steps + 1):
        ledger = _another(tmp_path, str(step))
        with monkeypatch.context() as patch:
            _stop_at(step, patch)
            with pytest.raises(Killed):
                ledger.load(after)
        found = held(open_ledger(ledger.path, embedded=False))
        assert found in (old, new), f"step {step}"
        outcomes.add(found == new)
        if step % 4 == 0:
            ledger.load(after)
            assert held(ledger) == new
            assert _leftovers(ledger) == set()
    assert outcomes == {False, True}, "some step comes after the moment that counts"


def _stop_at(step: int, patch: pytest.MonkeyPatch) -> list[int]:
    """Make the so-manieth step of a load its last; gives a list that grows with each step."""
    taken: list[int] = []

    def counted(function: Callable[..., object]) -> Callable[..., object]:
        def stepping(*args: object, **options: object) -> object:
            taken.append(1)
            if len(taken) == step:
                raise Killed
            return function(*args, **options)

        return stepping

    patch.setattr(loading.merge, "write_year", counted(loading.merge.write_year))
    patch.setattr(loading.calendar, "write", counted(loading.calendar.write))
    patch.setattr(loading.os, "replace", counted(os.replace))
    patch.setattr(storage, "remove", counted(storage.remove))
    patch.setattr(manifest, "sync", counted(manifest.sync))
    patch.setattr(loading.shutil, "rmtree", lambda *_, **__: None)
    return taken


def _another(tmp_path: Path, name: str) -> Ledger:
    shutil.copytree(tmp_path / "start", tmp_path / name)
    return open_ledger(tmp_path / name, embedded=False)


def _count_steps(tmp_path: Path, after: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    ledger = _another(tmp_path, "counted")
    with monkeypatch.context() as patch:
        taken = _stop_at(0, patch)
        ledger.load(after)
    return len(taken)


def _leftovers(ledger: Ledger) -> set[str]:
    """Files that neither this state of the ledger nor the one before needs."""
    assert ledger.path is not None
    current = manifest.read(ledger.path)
    wanted = {*current.files(), *current.stale, manifest.NAME, "lock"}
    return {str(path.relative_to(ledger.path)) for path in ledger.path.rglob("*") if path.is_file()} - wanted


def test_a_full_disk_is_said_and_nothing_changes(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.load(book(tmp_path / "a.csv", ("202205", "300490", 1)))
    before = files(ledger)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(loading.os, "replace", full)
        with pytest.raises(LedgerError, match="No space left"):
            ledger.load(book(tmp_path / "b.csv", ("202205", "300410", 2)))
    assert files(ledger) == before


def test_what_is_no_folder_and_what_is_no_ledger(tmp_path: Path) -> None:
    path = book(tmp_path / "a.csv", ("202205", "300490", 1))
    with pytest.raises(LedgerError, match="cannot be written"):
        open_ledger(path / "ledger").load(path)
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / manifest.NAME).write_text("{")
    with pytest.raises(LedgerError, match="manifest cannot be read"):
        open_ledger(broken).connect()
    with pytest.raises(LedgerError, match="manifest cannot be read"):
        open_ledger(broken).load(path)
    newer = tmp_path / "newer"
    newer.mkdir()
    (newer / manifest.NAME).write_text('{"format": 99}')
    with pytest.raises(LedgerError, match="format 99"):
        open_ledger(newer).connect()


def test_an_open_ledger_sees_what_another_loads(ledger: Ledger, tmp_path: Path) -> None:
    assert held(ledger) == []
    open_ledger(ledger.path).load(book(tmp_path / "a.csv", ("202205", "300490", 1)))
    assert held(ledger) == [("2022-05", "300490", 1)]


def test_the_embedded_book_alone_takes_nothing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be added to"):
        open_ledger(None).load(book(tmp_path / "a.csv", ("202205", "300490", 1)))


def test_a_folder_that_cannot_be_looked_into_is_named(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    folder = tmp_path / "books"
    folder.mkdir()
    monkeypatch.setattr(Path, "iterdir", refusing)
    with pytest.raises(InputError, match="books: cannot be opened: Permission denied"):
        ledger.load(folder)
