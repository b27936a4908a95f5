"""What a later release drops stands no more where it would have had it; and what changed between two releases."""

import csv
import gzip
import itertools
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner

from tidewaiter.errors import UsageError
from tidewaiter.faces.cli import cli
from tidewaiter.ledger.changes import changes
from tidewaiter.ledger.store import Ledger, open_ledger

FIRST, SECOND, THIRD = date(2023, 1, 1), date(2023, 6, 1), date(2024, 1, 1)
KEYS = ("period", "reporterCode", "flowCode", "partnerCode", "cmdCode", "primaryValue")
REVISIONS = Path(__file__).parents[3] / "shared" / "customs" / "comtrade" / "annual_hs6_revised_values_by_pull.csv.gz"


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return open_ledger(tmp_path / "ledger", embedded=False)


def pull(path: Path, *rows: tuple[str, int, str, float], **fields: object) -> Path:
    """An answer of UN Comtrade's API about China's exports: month, partner, code, value."""
    data = [
        dict(zip(KEYS, (month, 156, "X", partner, code, value), strict=True))
        | {"freqCode": "M", "classificationCode": "H6"}
        | fields
        for month, partner, code, value in rows
    ]
    path.write_text(json.dumps({"count": len(data), "data": data}))
    return path


def standing(ledger: Ledger, day: date | None = None) -> dict[tuple[str, str, str], Decimal]:
    rows = f"SELECT b.period, b.partner, b.hs, b.value FROM ({ledger.book_as_of(day)}) AS b"
    return {(period, partner, hs): value for period, partner, hs, value in ledger.connect().execute(rows).fetchall()}


OLD = (
    ("202205", 408, "300490", 5),
    ("202205", 408, "300410", 7),
    ("202205", 410, "300490", 9),
    ("202206", 408, "300490", 3),
)
#: 300410 with North Korea is gone in May; June is not in it.
NEW = (("202205", 408, "300490", 6), ("202205", 410, "300490", 9), ("202205", 410, "300410", 1))  # fmt: skip


def test_a_row_that_a_covering_release_drops_no_longer_stands(ledger: Ledger, tmp_path: Path) -> None:
    ledger.load(pull(tmp_path / "a.json", *OLD), release=FIRST)
    ledger.load(pull(tmp_path / "b.json", *NEW), release=SECOND)
    assert standing(ledger) == {
        ("2022-05", "PRK", "300490"): 6,
        ("2022-05", "KOR", "300490"): 9,
        ("2022-05", "KOR", "300410"): 1,
        ("2022-06", "PRK", "300490"): 3,
    }
    assert standing(ledger, FIRST)["2022-05", "PRK", "300410"] == 7
    rows = ledger.connect().execute("SELECT count(*) FROM flows").fetchone()
    assert rows == (7,), "nothing is deleted"


@pytest.mark.parametrize(
    ("rows", "fields"),
    [
        ((("202205", 410, "300410", 1),), {}),  # the partner was not asked for
        ((("202205", 408, "300490", 1),), {}),  # the code was not asked for
        ((("202206", 408, "300490", 1), ("202206", 410, "300410", 1)), {}),  # another month
        (NEW, {"classificationCode": "H5"}),  # another edition
        (NEW, {"flowCode": "M"}),  # another flow
        (NEW, {"motCode": 1000}),  # only one mode of transport
    ],
)
def test_what_a_release_may_only_lack_is_kept(
    ledger: Ledger, tmp_path: Path, rows: tuple[tuple[str, int, str, float], ...], fields: dict[str, object]
) -> None:
    ledger.load(pull(tmp_path / "a.json", *OLD), release=FIRST)
    ledger.load(pull(tmp_path / "b.json", *rows, **fields), release=SECOND)
    assert standing(ledger)["2022-05", "PRK", "300410"] == 7


def test_a_table_of_unknown_making_drops_nothing(ledger: Ledger, tmp_path: Path) -> None:
    head = "period,freqCode,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,primaryValue\n"
    for day, rows in ((FIRST, OLD), (SECOND, NEW)):
        path = tmp_path / f"{day}.csv"
        path.write_text(head + "".join(f"{m},M,156,X,{p},H6,{c},{v}\n" for m, p, c, v in rows))
        ledger.load(path, release=day)
    assert standing(ledger)["2022-05", "PRK", "300410"] == 7


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_order_of_loading_does_not_matter(ledger: Ledger, tmp_path: Path, order: tuple[int, ...]) -> None:
    """The first release has a row, the second drops it, the third has it again."""
    pulls = [(FIRST, OLD), (SECOND, NEW), (THIRD, OLD)]
    for number in order:
        day, rows = pulls[number]
        ledger.load(pull(tmp_path / f"{number}.json", *((*r[:3], r[3] + number / 10) for r in rows)), release=day)
    key = ("2022-05", "PRK", "300410")
    assert standing(ledger, FIRST)[key] == 7
    assert key not in standing(ledger, SECOND)
    assert standing(ledger)[key] == Decimal("7.2")
    assert ("2022-05", "KOR", "300410") in standing(ledger, SECOND)
    assert ("2022-05", "KOR", "300410") not in standing(ledger), "the third release drops it in turn"


def test_revised_added_dropped_and_repeated(ledger: Ledger, tmp_path: Path) -> None:
    ledger.load(pull(tmp_path / "a.json", *OLD), release=FIRST)
    ledger.load(pull(tmp_path / "b.json", *NEW), release=SECOND)
    found = changes(ledger.connect(), FIRST, SECOND)
    assert str(found) == "2023-01-01 to 2023-06-01: 1 revised, 1 added, 1 dropped, 1 repeated unchanged"
    assert [(row.kind, row.partner, row.hs, row.before, row.after, row.difference) for row in found.rows] == [
        ("dropped", "PRK", "300410", 7, None, -7),
        ("added", "KOR", "300410", None, 1, 1),
        ("revised", "PRK", "300490", 5, 6, 1),
    ]
    assert changes(ledger.connect(), FIRST, SECOND, partner="KOR").count("revised") == 0


def test_days_without_a_release(ledger: Ledger, tmp_path: Path) -> None:
    ledger.load(pull(tmp_path / "a.json", *OLD), release=FIRST)
    with pytest.raises(UsageError, match="no such release: 2023-06-01") as raised:
        changes(ledger.connect(), FIRST, SECOND)
    assert "2023-01-01" in str(raised.value)
    with pytest.raises(UsageError, match="is not before"):
        changes(ledger.connect(), FIRST, FIRST)


def test_the_command(ledger: Ledger, tmp_path: Path) -> None:
    ledger.load(pull(tmp_path / "a.json", *OLD), release=FIRST)
    ledger.load(pull(tmp_path / "b.json", *NEW), release=SECOND)
    args = ["releases", "diff", str(FIRST), str(SECOND), "--ledger", str(ledger.path)]
    shown = CliRunner().invoke(cli, args)
    assert shown.exit_code == 0, shown.output
    assert "1 revised, 1 added, 1 dropped" in shown.stdout
    records = CliRunner().invoke(cli, [*args, "--format", "json", "--partner", "prk"])
    assert [json.loads(line)["kind"] for line in records.stdout.splitlines()] == ["dropped", "revised"]
    wrong = CliRunner().invoke(cli, ["releases", "diff", str(FIRST), "2023-02-02", "--ledger", str(ledger.path)])
    assert wrong.exit_code == 2
    assert "no such release: 2023-02-02" in wrong.stderr


@pytest.mark.skipif(not REVISIONS.is_file(), reason="the real customs files are not here")
def test_real_revisions(ledger: Ledger) -> None:
    ledger.load(REVISIONS)
    with gzip.open(REVISIONS, "rt", encoding="utf-8", newline="") as stream:
        pulls = [row for row in csv.DictReader(stream) if row["flowCode"]]
    days = sorted({row["commit_date"] for row in pulls})
    first, second = days[0], days[-1]
    values: dict[str, dict[tuple[str, ...], tuple[str, Decimal]]] = {first: {}, second: {}}
    for row in pulls:
        key = tuple(row[name] for name in ("reporterDesc", "flowCode", "refYear", "cmdCode", "partnerDesc"))
        for day in (first, second):
            held = values[day].get(key)
            if row["commit_date"] <= day and (held is None or held[0] < row["commit_date"]):
                values[day][key] = (row["commit_date"], Decimal(row["primaryValue"]))
    before, after = ({key: value for key, (_, value) in values[day].items()} for day in (first, second))
    found = changes(ledger.connect(), date.fromisoformat(first), date.fromisoformat(second))
    assert found.count("revised") == sum(after[key] != before[key] for key in before) > 100
    assert found.count("added") == len(after.keys() - before.keys())
    assert found.count("dropped") == 0
    total = sum(row.difference for row in found.rows)
    assert total == sum(after.values()) - sum(before.values())
