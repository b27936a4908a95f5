"""Nothing is lost in reading: of every file, whatever is wrong with its rows, consumed + ignored + refused = read."""

import csv
import io
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tidewaiter.ledger.store import open_ledger
from tidewaiter.sources import registry
from tidewaiter.sources.card import plain
from tidewaiter.sources.container import examine

ROOT = Path(__file__).parents[1] / "specimens"
#: Texts in columns, of each publisher.
BOOKS = sorted(
    path
    for path in ROOT.glob("*/*")
    if path.parent.name not in ("documents", "dgcis")
    and path.suffix in (".csv", ".dat", ".tsv")
    and path.name != "service.csv"
)
#: What a row must say; without it the row is refused, and the file is read.
KEYS = ("period", "partner_code", "partner_name", "hs", "flow")
DEEDS = ("keep", "keep", "keep", "twice", "no key", "empty", "drop")


def changed(path: Path, deeds: list[tuple[str, str]]) -> tuple[bytes, int]:
    """The file with a deed done to each row, and how many rows it has then."""
    container = examine(path)
    card = registry.recognise(container.headings, path=path)
    with container.open_text() as stream:
        rows = [row for row in csv.reader(stream, delimiter=container.delimiter) if row]
    said = [card.columns[plain(name)].says for name in container.headings]
    out = [rows[0]]
    for number, row in enumerate(rows[1:]):
        deed, key = deeds[number % len(deeds)]
        blank = [cell if what != key else "" for cell, what in zip(row, said, strict=True)]
        blank += [""] * (len(row) - len(blank))
        out += {"keep": [row], "twice": [row, row], "no key": [blank], "empty": [[""] * len(row)], "drop": []}[deed]
    out.append(rows[1])
    text = io.StringIO()
    csv.writer(text, delimiter=container.delimiter, lineterminator="\n").writerows(out)
    return text.getvalue().encode("utf-8"), len(out) - 1


def test_every_card_that_reads_columns_is_tried() -> None:
    assert {path.parent.name for path in BOOKS} == {card.id for card in registry.cards()} - {"dgcis", "korea", "press"}


@settings(
    max_examples=3, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck)
)
@given(st.lists(st.tuples(st.sampled_from(DEEDS), st.sampled_from(KEYS)), min_size=3, max_size=9))
def test_the_report_of_a_load_adds_up(deeds: list[tuple[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ledger = open_ledger(Path(folder) / "ledger", embedded=False)
        wanted: dict[str | None, dict[Path, int]] = {None: {}, "export": {}}
        for path in BOOKS:
            copy = Path(folder) / path.parent.name / path.name
            copy.parent.mkdir(exist_ok=True)
            body, rows = changed(path, deeds)
            copy.write_bytes(body)
            wanted["export" if path.parent.name == "china" else None][copy] = rows
        consumed = 0
        for direction, files in wanted.items():
            for file in ledger.load(list(files), direction=direction).files:
                assert file.rows_read == files[file.path], file
                assert file.consumed + file.ignored + file.refused == file.rows_read, file
                consumed += file.consumed
        assert ledger.connect().execute("SELECT count(*) FROM flows").fetchone() == (consumed,)
