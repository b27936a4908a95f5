"""The quantities of a document, as the Python interface gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, overload

from tidewaiter.api.frames import Framed
from tidewaiter.claims.quantity import Quantity
from tidewaiter.documents.document import Document

_COLUMNS = (
    "id", "document", "start", "end", "text", "value", "upper", "low", "high", "unit", "kind", "qualifier", "noun",
)  # fmt: skip


class Quantities(Framed, Sequence[Quantity]):
    """The quantities of one document, in order; a sequence that turns into frames."""

    _columns = _COLUMNS

    def __init__(self, document: Document, quantities: Iterable[Quantity]) -> None:
        self.document = document
        self._quantities = tuple(quantities)

    @overload
    def __getitem__(self, index: int) -> Quantity: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Quantity, ...]: ...
    def __getitem__(self, index: int | slice) -> Quantity | tuple[Quantity, ...]:
        return self._quantities[index]

    def __len__(self) -> int:
        return len(self._quantities)

    def __iter__(self) -> Iterator[Quantity]:
        return iter(self._quantities)

    def __repr__(self) -> str:
        return f"Quantities({self.document.name!r}, {len(self)})"

    def to_records(self) -> list[dict[str, Any]]:
        """The records of docs/figures.md."""
        return [quantity.to_record() for quantity in self._quantities]
