"""The manifest: the one small file that says which files make up the ledger. Replacing it is the moment of a load.

Year files are never changed, only replaced by new ones under new names. Whoever is killed before the manifest is
renamed has changed nothing, and leaves files that nobody names, which the next load takes away.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tidewaiter.errors import LedgerError

NAME = "manifest.json"
_FORMAT = 2
#: What a Parquet file begins and ends with.
_PARQUET = b"PAR1"
_RESTORE = "restore it from a copy, or load the files again into a new folder"


@dataclass(frozen=True, slots=True)
class YearFile:
    """The rows of one year."""

    year: int
    path: str
    rows: int


@dataclass(frozen=True, slots=True)
class Loaded:
    """One file that was loaded: rows read are consumed, ignored (they repeat others) or refused, with the reasons.

    `published` False: nobody said on which day it was published, and its release is the day the file was written.
    """

    source: str
    release: str
    file: str
    sha256: str
    rows_read: int
    consumed: int
    ignored: int
    refused: dict[str, int]
    published: bool = True


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the ledger consists of. Paths are relative to its folder."""

    generation: int = 0
    years: tuple[YearFile, ...] = ()
    coverage: tuple[str, ...] = ()
    loads: tuple[Loaded, ...] = ()
    stale: tuple[str, ...] = field(default=())

    def files(self) -> set[str]:
        """Every file that the ledger needs."""
        return {each.path for each in self.years} | set(self.coverage)

    def loaded(self, sha256: str) -> Loaded | None:
        """The load that these bytes came in with, if any."""
        return next((each for each in self.loads if each.sha256 == sha256), None)


def read(folder: Path) -> Manifest:
    """The manifest of a folder, an empty one where there is none; LedgerError where it is not ours."""
    path = folder / NAME
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        if found["format"] != _FORMAT:
            raise LedgerError(
                f"the ledger has format {found['format']}", path=path, cure=_other_format(found["format"])
            )
        return _manifest(found)
    except FileNotFoundError:
        return Manifest()
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LedgerError(
            f"the manifest cannot be read: {error}", path=path, cure="restore it, or load into a new folder"
        ) from error


def check_whole(folder: Path, current: Manifest) -> None:
    """LedgerError where a file that the ledger needs is gone, cut off, or no Parquet file."""
    for name in sorted(current.files()):
        path = folder / name
        try:
            with path.open("rb") as stream:
                begins = stream.read(len(_PARQUET))
                stream.seek(-len(_PARQUET), os.SEEK_END)
                whole = begins == stream.read() == _PARQUET
        except OSError as error:
            raise LedgerError(
                f"the ledger's file is not readable: {error.strerror}", path=path, cure=_RESTORE
            ) from error
        if not whole:
            raise LedgerError("the ledger's file is damaged", path=path, cure=_RESTORE)


def stamp(folder: Path) -> tuple[int, int, int] | None:
    """What tells a manifest from the one before it: replacing it makes a new file. None where there is none."""
    try:
        found = (folder / NAME).stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _other_format(found: object) -> str:
    older = isinstance(found, int) and found < _FORMAT
    return "load the files again into a new folder" if older else "use a newer tidewaiter"


def _manifest(found: dict[str, Any]) -> Manifest:
    return Manifest(
        generation=int(found["generation"]),
        years=tuple(YearFile(**each) for each in found["years"]),
        coverage=tuple(found["coverage"]),
        loads=tuple(Loaded(**each) for each in found["loads"]),
        stale=tuple(found["stale"]),
    )


def replace(folder: Path, manifest: Manifest, *, staging: Path) -> None:
    """Make a manifest the ledger's, in one step that a killed process has either done or not."""
    text = json.dumps({"format": _FORMAT, **asdict(manifest)}, ensure_ascii=False, indent=1)
    new = staging / NAME
    new.write_text(text, encoding="utf-8")
    sync(new)
    os.replace(new, folder / NAME)
    sync(folder)


def sync(path: Path) -> None:
    """Have a file's bytes, or a folder's names, on the disk before going on."""
    if path.is_dir() and os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
