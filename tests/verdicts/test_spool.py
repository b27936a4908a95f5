"""What a long run keeps in a file: the records as they were, and nothing that a stranger's file could smuggle in."""

from __future__ import annotations

import pickle
import sqlite3
import zlib
from pathlib import Path

import pytest
from marked_articles import article

from tidewaiter.errors import InputError
from tidewaiter.verdicts.between.packing import pack, unpack
from tidewaiter.verdicts.between.spool import Spool, packed
from tidewaiter.verdicts.check import check, examine

TOTAL = {"sender": "CHN", "receiver": "PRK", "period": "2022-05", "goods": ("total",)}
TEXT = "Exports were {$14.5 million} in May, including {$846.6 million|goods=rice;product=rice} of rice."


def test_records_come_back_as_they_were() -> None:
    document, claims = article(TEXT, **TOTAL)
    checked = check([(document, claims)])[0]
    assert unpack(pack((claims, checked.verdicts, document))) == (claims, checked.verdicts, document)


@pytest.mark.parametrize(
    "bytes_",
    [
        b"",
        b"no archive",
        zlib.compress(b"no records"),
        zlib.compress(pickle.dumps(print)),
        zlib.compress(pickle.dumps(Path("a"))),
        zlib.compress(b"cos\nsystem\n(S'true'\ntR."),
        zlib.compress(b"ctidewaiter.verdicts.packing\n_Unpickler\n."),
    ],
)
def test_anything_else_is_refused(bytes_: bytes) -> None:
    with pytest.raises(ValueError, match="not records"):
        unpack(bytes_)


def test_what_was_kept_is_there_again(tmp_path: Path) -> None:
    document, claims = article(TEXT, **TOTAL)
    found = examine(document, claims, ledger=None, desk=None, as_of=None)
    spool = Spool(tmp_path / "kept")
    spool.put("a", packed(found.statements, claims, found.verdicts))
    spool.close()
    again = Spool(tmp_path / "kept")
    assert again.keys() == {"a"}
    assert again.rest("a") == (tuple(claims), found.verdicts)
    assert again.statements("a") == found.statements


def test_a_damaged_or_foreign_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no database at all, but long enough to be taken for one")
    with pytest.raises(InputError, match="cannot keep findings"):
        Spool(tmp_path / "text")
    spool = Spool(tmp_path / "kept")
    spool.put("a", (b"bad", b"bad"))
    with pytest.raises(InputError, match="damaged"):
        spool.rest("a")
    spool.close()
    with sqlite3.connect(tmp_path / "kept") as file:
        file.execute("PRAGMA user_version = 99")
    with pytest.raises(InputError, match="another version"):
        Spool(tmp_path / "kept")
