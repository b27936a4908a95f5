"""Tables of a page: rows of data become one block each, rows that lay the page out give their blocks one by one."""

from __future__ import annotations

from dataclasses import dataclass, field

from tidewaiter.documents.mapped import joined
from tidewaiter.documents.piece import Piece

#: A row with a cell longer than this, in characters, lays out a page; shorter ones are data.
_LONGEST_CELL = 240
_CELL_MARK = " | "


@dataclass(slots=True)
class _Row:
    cells: list[list[Piece]] = field(default_factory=list)
    layout: bool = False


class Rows:
    """Gathers pieces into the open rows, and hands them on to `pieces` as the rows end."""

    def __init__(self, pieces: list[Piece]) -> None:
        self._pieces = pieces
        self._open: list[_Row] = []

    def begin(self) -> None:
        """A row begins."""
        self._open.append(_Row())

    def cell(self) -> None:
        """A cell begins."""
        if self._open:
            self._open[-1].cells.append([])

    def add(self, piece: Piece) -> None:
        """A block of text, in a cell or not."""
        row = self._open[-1] if self._open else None
        if row is not None and row.cells and not row.layout:
            row.cells[-1].append(piece)
        else:
            self._pieces.append(piece)

    def nested(self) -> None:
        """A table begins: the rows that it stands in lay out the page, and what they hold goes on as it is."""
        fresh = []
        for row in reversed(self._open):
            if row.layout:
                break
            row.layout = True
            fresh.append(row)
        for row in reversed(fresh):
            self._spill(row)

    def end(self) -> None:
        """The innermost row ends."""
        if not self._open:
            return
        row = self._open.pop()
        cells = [cell for cell in row.cells if cell]
        data = len(cells) > 1 and all(sum(len(piece.body) for piece in cell) <= _LONGEST_CELL for cell in cells)
        if row.layout or not data:
            self._spill(row)
            return
        first = cells[0][0]
        text = joined((joined((piece.body for piece in cell), " ") for cell in cells), _CELL_MARK)
        links = [piece.links for cell in cells for piece in cell]
        self._pieces.append(
            Piece(
                "row",
                text,
                links=sum(links) / len(links),
                region=first.region,
                place=first.place,
                in_body=first.in_body,
            )
        )

    def end_all(self) -> None:
        """The page ends."""
        while self._open:
            self.end()

    def _spill(self, row: _Row) -> None:
        self._pieces += [piece for cell in row.cells for piece in cell]
        row.cells = [[]] if row.cells else []
