"""What sort of file it is: text in columns, a JSON answer or Parquet; packed or not; in which encoding.

Told by the first bytes, so that a picture or an error page called `.csv` is named for what it is.
"""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tidewaiter.errors import SourceError

_SAMPLE = 1 << 24
_MAGIC = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or a spreadsheet"),
    (b"\xd0\xcf\x11\xe0", "an old spreadsheet or document"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"SQLite", "a database"),
)


@dataclass(frozen=True, slots=True)
class Container:
    """A file as it must be opened. `headings` is the first line of a text; `first` the second, split likewise."""

    path: Path
    kind: str
    packed: bool = False
    encoding: str = "utf-8"
    delimiter: str = ","
    headings: tuple[str, ...] = ()
    first: tuple[str, ...] = ()

    def open_text(self) -> IO[str]:
        """The file's text, unpacked and decoded; newlines as they stand."""
        return open_text(self.path, packed=self.packed, encoding=self.encoding)


def open_bytes(path: Path, *, packed: bool) -> IO[bytes]:
    """The file's bytes, unpacked."""
    return gzip.open(path, "rb") if packed else path.open("rb")  # type: ignore[return-value]


def open_text(path: Path, *, packed: bool, encoding: str) -> IO[str]:
    """The file's text, unpacked and decoded; newlines as they stand."""
    return io.TextIOWrapper(open_bytes(path, packed=packed), encoding=encoding, newline="")


def examine(path: Path, *, encodings: tuple[str, ...] = ("utf-8", "gb18030", "cp1251")) -> Container:
    """Look at a file's beginning; SourceError where it is nothing that can hold a table."""
    if not path.is_file():
        raise SourceError("no such file", path=path, cure="check the path")
    with path.open("rb") as stream:
        packed = stream.read(2) == b"\x1f\x8b"
    sample = _sample(path, packed=packed)
    if not sample.strip():
        raise SourceError("the file is empty", path=path, cure="download it again: no data is not zero trade")
    if sample.startswith(b"PAR1"):
        return Container(path, "parquet")
    for magic, what in _MAGIC:
        if sample.startswith(magic):
            raise SourceError(f"this is {what}, not a table", path=path, cure="unpack it, or save it as CSV in UTF-8")
    encoding, text = _decode(sample, path, encodings)
    start = text[:2000].lstrip().casefold()
    if start.startswith(("<?xml", "<response", "<openapi")) and "<html" not in start and "<!doctype" not in start:
        return Container(path, "xml", packed, encoding)
    if start.startswith("<"):
        raise SourceError(
            "this is a web page or XML, not a table", path=path, place="line 1", cure="download the file itself again"
        )
    if start.startswith(("{", "[")):
        return Container(path, "json", packed, encoding)
    return _table(Container(path, "csv", packed, encoding), text)


def _sample(path: Path, *, packed: bool) -> bytes:
    try:
        with open_bytes(path, packed=packed) as stream:
            return stream.read(_SAMPLE)
    except (OSError, EOFError, zlib.error) as error:
        raise SourceError(f"cannot be unpacked: {error}", path=path, cure="download it again") from error


def _decode(sample: bytes, path: Path, encodings: tuple[str, ...]) -> tuple[str, str]:
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ("utf-16",)
    elif b"\x00" in sample:
        raise SourceError("this is not a text", path=path, cure="save it as CSV in UTF-8")
    for encoding in encodings:
        tried = "utf-8-sig" if encoding == "utf-8" else encoding
        for cut in range(4):  # the sample may end within a character
            try:
                return tried, sample[: len(sample) - cut].decode(tried)
            except UnicodeDecodeError as error:
                if error.start < len(sample) - 8:
                    break
    raise SourceError(
        f"the text is not in {' or '.join(name.upper() for name in encodings)}",
        path=path,
        cure="save it as CSV in UTF-8, or name its encoding in the card (encodings)",
    )


def _table(container: Container, text: str) -> Container:
    lines = text.split("\n", 1)[0]
    delimiter = max(",\t;|", key=lines.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        headings, first = (next(nonblank, []) for nonblank in [_nonblank(rows)] * 2)
    except csv.Error as error:
        raise SourceError(f"not a table: {error}", path=container.path, place=f"line {rows.line_num}") from error
    return Container(
        container.path,
        container.kind,
        container.packed,
        container.encoding,
        delimiter,
        tuple(heading.strip() for heading in headings),
        tuple(first),
    )


def _nonblank(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    return (row for row in rows if row)
