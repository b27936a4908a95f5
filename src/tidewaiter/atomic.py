"""Files that appear whole or not at all: written beside their place, and moved there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tidewaiter.errors import InputError


def write_file(path: Path, pieces: Iterable[str | bytes]) -> None:
    """Write a file beside its place and move it there; InputError where the folder cannot be written."""
    target = path.resolve()
    try:
        if target.exists() and not target.is_file():
            if target.is_dir():
                raise InputError("is a folder", path=path, cure="name a file to write")
            with target.open("wb") as stream:  # a device or a pipe is written to, never replaced
                stream.writelines(encoded(piece) for piece in pieces)
            return
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.writelines(encoded(piece) for piece in pieces)
            os.chmod(name, 0o666 & ~_umask())
            os.replace(name, target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        cure = "name a folder that exists and may be written"
        raise InputError(f"cannot be written: {error.strerror}", path=path, cure=cure) from None


def encoded(text: str | bytes) -> bytes:
    """Bytes as they are; text as UTF-8, where half a surrogate pair, which no encoding has, becomes its escape."""
    return text if isinstance(text, bytes) else text.encode("utf-8", errors="backslashreplace")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
