"""Records as bytes and back, for what a long run keeps in a file: bytes make records of this package, nothing else."""

from __future__ import annotations

import io
import pickle
import zlib
from typing import Any

_BUILT_IN = {("decimal", "Decimal"), ("datetime", "date"), ("builtins", "frozenset"), ("builtins", "range")}
#: Where records live; anything else that bytes ask for is refused, since a file can come from anywhere.
_HOMES = (
    "tidewaiter.claims.claim",
    "tidewaiter.documents.document",
    "tidewaiter.interval",
    "tidewaiter.provenance",
    "tidewaiter.verdicts.between.statements",
    "tidewaiter.verdicts.verdict",
)


def pack(records: object) -> bytes:
    """Records as bytes; the same records give the same bytes on one version of Python."""
    return zlib.compress(pickle.dumps(records, protocol=5), level=1)


def unpack(packed: bytes) -> Any:
    """The records again; ValueError for bytes that are anything else."""
    try:
        return _Unpickler(io.BytesIO(zlib.decompress(packed))).load()
    except (pickle.UnpicklingError, zlib.error, EOFError, AttributeError, ImportError, IndexError, TypeError) as error:
        raise ValueError(f"not records of this package: {error}") from None


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """Only records, and the few built-in types that they are made of."""
        if (module, name) in _BUILT_IN or (module in _HOMES and "." not in name and not name.startswith("_")):
            found = super().find_class(module, name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no record")
