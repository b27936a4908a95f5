"""Archives that publishers wrap one table in: 7z (Eurostat) and zip, unpacked into a folder of ours, and only so far.

What an archive says of its sizes is checked first, and not believed: unpacking stops where more comes than it said.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from tidewaiter.errors import SourceError

#: No table of a publisher is larger; the year files of Eurostat are below 1 GiB.
_LARGEST = 16 << 30
#: Nor are tables packed tighter: text of digits and commas gives some 20 to 1.
_TIGHTEST = 250
_CHUNK = 1 << 20
_7Z, _ZIP = b"7z\xbc\xaf\x27\x1c", b"PK\x03\x04"
_BROKEN = "download it again"


@dataclass(frozen=True, slots=True)
class _Member:
    name: str
    size: int


def is_archive(path: Path) -> bool:
    """Whether a file is a 7z archive, or a zip archive that is no spreadsheet."""
    try:
        with path.open("rb") as stream:
            start = stream.read(6)
    except OSError:
        return False
    if start == _7Z:
        return True
    if not start.startswith(_ZIP) or not zipfile.is_zipfile(path):
        return False
    return all(each.name != "[Content_Types].xml" for each in _zip_members(path))


def count(path: Path) -> int:
    """How many files an archive holds; SourceError where it is none, or cannot be read."""
    if not is_archive(path):
        raise SourceError("this is no archive", path=path, cure=_BROKEN)
    return len(_members(path))


def unpacked(path: Path, *, work: Path) -> Path:
    """The one table of an archive, unpacked into `work`; any other file is given as it is.

    SourceError where an archive holds none or several, is broken or locked, or would not stop unpacking.
    """
    if not is_archive(path):
        return path
    members = _members(path)
    if len(members) != 1:
        names = ", ".join(each.name for each in members[:4]) or "nothing"
        raise SourceError(
            f"the archive holds {len(members)} files ({names} …)" if members else "the archive is empty",
            path=path,
            cure="unpack it and load the files",
        )
    (member,) = members
    if member.size > min(_LARGEST, max(path.stat().st_size, 1 << 10) * _TIGHTEST):
        raise SourceError(
            f"the archive says that it holds {member.size:,} bytes in {path.stat().st_size:,}",
            path=path,
            cure="this is no publisher's table: download it again",
        )
    target = work / f"unpacked-{len(list(work.iterdir()))}{Path(member.name).suffix[:8]}"
    with target.open("wb") as stream:
        (_unpack_7z if _start(path) == _7Z else _unpack_zip)(path, member, _Bounded(stream, member.size, path))
    return target


class _Bounded:
    """A file that takes no more than was said."""

    def __init__(self, stream: IO[bytes], size: int, path: Path) -> None:
        self._stream, self._left, self._path = stream, size, path

    def write(self, piece: bytes | bytearray) -> int:
        """Take a piece; SourceError where it is too much."""
        self._left -= len(piece)
        if self._left < 0:
            raise SourceError("the archive holds more than it says", path=self._path, cure=_BROKEN)
        return self._stream.write(piece)


def _members(path: Path) -> list[_Member]:
    return _7z_members(path) if _start(path) == _7Z else _zip_members(path)


def _start(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(6)


def _zip_members(path: Path) -> list[_Member]:
    try:
        with zipfile.ZipFile(path) as archive:
            return [_Member(each.filename, each.file_size) for each in archive.infolist() if not each.is_dir()]
    except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
        raise SourceError(f"the archive cannot be read: {error}", path=path, cure=_BROKEN) from error


def _unpack_zip(path: Path, member: _Member, target: _Bounded) -> None:
    try:
        with zipfile.ZipFile(path) as archive, archive.open(member.name) as stream:
            while piece := stream.read(_CHUNK):
                target.write(piece)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
        raise SourceError(f"the archive cannot be unpacked: {error}", path=path, cure=_BROKEN) from error


def _7z_members(path: Path) -> list[_Member]:
    def listed(archive: Any) -> list[_Member]:
        return [_Member(each.filename, each.uncompressed) for each in archive.list() if not each.is_directory]

    found: list[_Member] = _with_7z(path, listed)
    return found


def _unpack_7z(path: Path, member: _Member, target: _Bounded) -> None:
    from py7zr.io import Py7zIO, WriterFactory

    class Sink(Py7zIO):
        """What py7zr writes to: straight into our file."""

        def write(self, s: bytes | bytearray) -> int:
            return target.write(s)

        def read(self, size: int | None = None) -> bytes:
            return b""

        def seek(self, offset: int, whence: int = 0) -> int:
            return 0

        def flush(self) -> None:
            return None

        def size(self) -> int:
            return 0

        def close(self) -> None:
            return None

    class Sinks(WriterFactory):
        def create(self, filename: str) -> Any:
            return Sink()

    _with_7z(path, lambda archive: archive.extract(targets=[member.name], factory=Sinks()))


def _with_7z(path: Path, use: Callable[[Any], Any]) -> Any:
    try:
        import py7zr
    except ImportError as error:
        raise SourceError(
            "what unpacks 7z archives is not installed",
            path=path,
            cure="pip install 'tidewaiter[fetch]', or unpack it yourself",
        ) from error
    try:
        with py7zr.SevenZipFile(path, "r") as archive:
            if archive.needs_password():
                raise SourceError("the archive is locked with a password", path=path, cure="unpack it yourself")
            return use(archive)
    except SourceError:
        raise
    except Exception as error:  # py7zr lets errors of every decoder through
        what = f"{type(error).__name__} {error}".strip()
        raise SourceError(f"the archive cannot be unpacked: {what}"[:200], path=path, cure=_BROKEN) from error
