"""Archives with one table in them, and those that are something else."""

import struct
import zipfile
from pathlib import Path

import pytest

from tidewaiter.errors import SourceError
from tidewaiter.ledger.store import open_ledger
from tidewaiter.sources import archive

py7zr = pytest.importorskip("py7zr", reason="needs the extra fetch")

SPECIMENS = Path(__file__).parents[1] / "specimens"
TABLE = SPECIMENS / "comext" / "full_v2_202003.dat"


def seven(path: Path, *tables: Path, password: str | None = None) -> Path:
    with py7zr.SevenZipFile(path, "w", password=password) as packed:
        for table in tables:
            packed.write(table, table.name)
    return path


def zipped(path: Path, *tables: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for table in tables:
            packed.write(table, table.name)
    return path


@pytest.mark.parametrize("pack", [seven, zipped])
def test_the_table_in_an_archive_is_loaded_under_the_archives_name(tmp_path: Path, pack: object) -> None:
    packed = pack(tmp_path / "full_v2_202003.7z", TABLE)  # type: ignore[operator]
    ledger = open_ledger(tmp_path / "ledger", embedded=False)
    file = ledger.load(packed).files[0]
    assert (file.source, file.rows_read, file.consumed) == ("comext", 5, 5)
    found = ledger.connect().execute("SELECT DISTINCT file FROM flows").fetchall()
    assert found == [("full_v2_202003.7z",)]
    assert ledger.load(packed).files[0].held_as is not None


def test_a_mistake_in_an_archive_is_named_by_the_archive_and_the_line(tmp_path: Path) -> None:
    broken = tmp_path / TABLE.name
    broken.write_text(TABLE.read_text().replace("202003", "202013", 1))
    packed = seven(tmp_path / "a.7z", broken)
    with pytest.raises(SourceError, match="no such month") as raised:
        open_ledger(tmp_path / "ledger", embedded=False).load(packed)
    assert raised.value.path == str(packed)
    assert raised.value.place == "line 2, 'PERIOD'"


def cases(folder: Path) -> dict[str, tuple[Path, str]]:
    zeros = folder / "zeros.csv"
    zeros.write_bytes(b"0" * 30_000_000)
    other = SPECIMENS / "comext" / "full_v2_202052.dat"
    cut = folder / "cut.7z"
    cut.write_bytes(seven(folder / "whole.7z", TABLE).read_bytes()[:-40])
    flipped = bytearray(seven(folder / "sound.7z", TABLE).read_bytes())
    flipped[60] ^= 0xFF
    (folder / "flipped.7z").write_bytes(flipped)
    lying = bytearray(zipped(folder / "honest.zip", TABLE).read_bytes())
    at = lying.index(b"PK\x01\x02") + 24
    lying[at : at + 4] = struct.pack("<I", 10)
    (folder / "lying.zip").write_bytes(lying)
    return {
        "several": (seven(folder / "two.7z", TABLE, other), "holds 2 files.*unpack it"),
        "none": (seven(folder / "none.7z"), "the archive is empty|cannot be unpacked"),
        "a bomb": (seven(folder / "bomb.7z", zeros), "says that it holds 30,000,000 bytes"),
        "a zip bomb": (zipped(folder / "bomb.zip", zeros), "says that it holds 30,000,000 bytes"),
        "cut off": (cut, "cannot be unpacked"),
        "damaged": (folder / "flipped.7z", "cannot be unpacked|not a text|is empty"),
        "more than it says": (folder / "lying.zip", "cannot be unpacked|more than it says"),
        "locked": (seven(folder / "locked.7z", TABLE, password="x"), "locked with a password"),
    }


def test_what_is_wrong_with_an_archive_is_said(tmp_path: Path) -> None:
    for name, (path, said) in cases(tmp_path).items():
        work = tmp_path / f"work {name}"
        work.mkdir()
        with pytest.raises(SourceError, match=said) as raised:
            open_ledger(tmp_path / f"ledger {name}", embedded=False).load(path)
        assert raised.value.cure, name
        assert "\n" not in str(raised.value), name


def test_a_spreadsheet_is_no_archive(tmp_path: Path) -> None:
    sheet = tmp_path / "book.xlsx"
    with zipfile.ZipFile(sheet, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
    assert not archive.is_archive(sheet)
    with pytest.raises(SourceError, match="spreadsheet"):
        open_ledger(tmp_path / "ledger", embedded=False).load(sheet)
