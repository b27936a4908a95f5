"""The claims of a document, as the Python interface gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, overload

from tidewaiter.api.frames import Framed
from tidewaiter.claims.claim import Claim
from tidewaiter.documents.document import Document

_COLUMNS = (
    "id", "document", "start", "end", "text", "value", "low", "high", "unit", "qualifier", "measure", "direction",
    "comparison", "base_period", "product", "goods", "hs", "from", "to", "partners", "period", "attribution",
    "source_kind", "modality", "guessed",
)  # fmt: skip


class Claims(Framed, Sequence[Claim]):
    """The claims of one document, in order; a sequence that prints well and turns into frames."""

    _columns = _COLUMNS

    def __init__(self, document: Document, claims: Iterable[Claim]) -> None:
        self.document = document
        self._claims = tuple(claims)

    @overload
    def __getitem__(self, index: int) -> Claim: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Claim, ...]: ...
    def __getitem__(self, index: int | slice) -> Claim | tuple[Claim, ...]:
        return self._claims[index]

    def __len__(self) -> int:
        return len(self._claims)

    def __iter__(self) -> Iterator[Claim]:
        return iter(self._claims)

    def __repr__(self) -> str:
        return f"Claims({self.document.name!r}, {len(self)} figures)"

    def to_records(self) -> list[dict[str, Any]]:
        """The records of docs/claims.md."""
        return [claim.to_record() for claim in self._claims]

    def _repr_html_(self) -> str:
        from tidewaiter.briefing.listing import claim_table

        return claim_table(self._claims)
