"""Tables: a column that is the sum of two others, or the change between them, in most of its rows must be so in all.

The table itself says what its columns are to each other, in any language: what holds in row after row to the last digit
is no chance. A last row or column that adds up the others is found the same way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import CONTRADICTED, SUPPORTED
from tidewaiter.verdicts.passages import flows
from tidewaiter.verdicts.passages.links import says as passage_says
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.relation import Relation
from tidewaiter.verdicts.relations.steps import Balance
from tidewaiter.verdicts.relations.sums import Sum
from tidewaiter.verdicts.relations.triangles import Change, nearly

#: Larger tables are compared as far as this.
_ROWS, _COLUMNS = 60, 9
#: So many rows must bear a rule out, and so large a share of all rows.
_BORNE_OUT, _MOSTLY = 2, 0.6
#: A sum that is further off than this share is none.
_ROUGH = 0.03
#: Figures with fewer digits add up by chance.
_TELLING = 2


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each with the one figure it holds, or none."""

    rows: tuple[tuple[Claim | None, ...], ...]
    #: What the rows are called in their first cells, and the columns in the row above the first figures.
    names: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()

    def columns(self) -> range:
        """The places of its columns, as many as are looked at."""
        return range(min(_COLUMNS, max(map(len, self.rows))))

    def cell(self, row: int, column: int) -> Claim | None:
        """The one figure of a cell."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else None

    def turned(self) -> Table:
        """Its columns as rows."""
        across = range(max(map(len, self.rows)))
        turned = tuple(tuple(self.cell(row, column) for row in range(len(self.rows))) for column in across)
        return Table(turned, names=self.heads, heads=self.names)


def find(passage: Passage) -> Iterator[Relation]:
    """What the rows and columns of every table are to each other."""
    for table in tables(passage):
        yield from _ruled(_pairs(table))
        yield from _ruled(_totals(table))
        yield from _ruled(_totals(table.turned()))
        yield from _ruled(_changes(table))
        yield from _named(table)
        yield from _named(table.turned())


def tables(passage: Passage) -> Iterator[Table]:
    """The tables of a text that have figures in two rows at least."""
    blocks = passage.document.body.blocks
    by_block: dict[int, list[Claim]] = defaultdict(list)
    for claim in passage.claims:
        by_block[passage.block(claim)].append(claim)
    rows: list[tuple[Claim | None, ...]] = []
    names: list[str] = []
    heads: tuple[str, ...] = ()
    for number, block in enumerate(blocks):
        if block.kind == "row" and len(rows) < _ROWS:
            cells = _cells(passage, block.start, block.end, by_block[number])
            texts = passage.document.body.text[block.start : block.end].split(" | ")
            if any(cells):
                rows.append(cells)
                names.append(texts[0])
            elif not rows:
                heads = tuple(texts)
        if block.kind != "row" or number == len(blocks) - 1:
            if len(rows) >= _BORNE_OUT:
                yield Table(tuple(rows), names=tuple(names), heads=heads)
            rows, names, heads = [], [], ()


def _cells(passage: Passage, start: int, end: int, claims: Sequence[Claim]) -> tuple[Claim | None, ...]:
    found: list[Claim | None] = []
    places = {passage.place(claim)[0]: claim for claim in claims}
    for cell in passage.document.body.text[start:end].split(" | "):
        inside = [claim for place, claim in places.items() if start <= place <= start + len(cell)]
        found.append(inside[0] if len(inside) == 1 else None)
        start += len(cell) + len(" | ")
    return tuple(found)


def _levels(*cells: Claim | None) -> list[Claim] | None:
    """The cells, where all of them are amounts in one unit."""
    levels = [c for c in cells if c is not None and scope.is_some(c)]
    return levels if len(levels) == len(cells) and len({c.unit for c in levels}) == 1 else None


def _pairs(table: Table) -> Iterator[list[Relation]]:
    """One column as the sum of two others."""
    for whole in table.columns():
        for one, other in combinations((c for c in table.columns() if c != whole), 2):
            rows = (
                _levels(table.cell(row, whole), table.cell(row, one), table.cell(row, other))
                for row in range(len(table.rows))
            )
            yield [Sum(tuple(claims), link="stated") for claims in rows if claims]


def _named(table: Table) -> Iterator[Relation]:
    """Columns that are called exports, imports, and their total or balance; the table says so once and for all."""
    kinds = [flows.kinds(head) for head in table.heads]
    one = [place for place, kind in enumerate(kinds) if kind == {flows.OUT}]
    other = [place for place, kind in enumerate(kinds) if kind == {flows.IN}]
    if len(one) != 1 or len(other) != 1:
        return
    for place, head in enumerate(table.heads):
        left, both = passage_says("left_over", head), passage_says("total", head)
        for row in range(len(table.rows)) if left or both else ():
            claims = _levels(table.cell(row, place), table.cell(row, one[0]), table.cell(row, other[0]))
            if claims and all(_digits(claim) >= _TELLING for claim in claims):
                yield Balance(tuple(claims), link="stated") if left else Sum(tuple(claims), link="stated")


def _totals(table: Table) -> Iterator[list[Relation]]:
    """The first or the last column of figures as the sum of all the others."""
    filled = [c for c in table.columns() if sum(table.cell(r, c) is not None for r in range(len(table.rows))) > 1]
    if len(filled) < 4:
        return
    for whole, parts in ((filled[-1], filled[:-1]), (filled[0], filled[1:])):
        rows = (_levels(*(table.cell(row, column) for column in (whole, *parts))) for row in range(len(table.rows)))
        yield [Sum(tuple(claims), link="stated") for claims in rows if claims]


def _changes(table: Table) -> Iterator[list[Relation]]:
    """A column of percentages as the change from one column to another."""
    percents = [c for c in table.columns() if sum(_is_percent(table.cell(r, c)) for r in range(len(table.rows))) > 1]
    for step in percents:
        for after, before in permutations((c for c in table.columns() if c not in percents), 2):
            found: list[Relation] = []
            for row in range(len(table.rows)):
                change, levels = table.cell(row, step), _levels(table.cell(row, after), table.cell(row, before))
                if change is not None and levels and _is_percent(change) and change.value > 0:
                    found.append(Change((change, *levels), link="stated"))
            yield found


def _is_percent(claim: Claim | None) -> bool:
    return claim is not None and claim.unit == "percent"


def _ruled(rules: Iterator[list[Relation]]) -> Iterator[Relation]:
    """The relations of each rule that most rows bear out, and all of whose figures have digits enough to tell."""
    for relations in rules:
        roughly = sum(map(_roughly, relations))
        if roughly < _BORNE_OUT or roughly < _MOSTLY * len(relations):
            continue
        telling = [r for r in relations if all(_digits(claim) >= _TELLING for claim in r.claims)]
        held = sum(relation.outcome() == SUPPORTED for relation in telling)
        broken = sum(relation.outcome() == CONTRADICTED for relation in relations)
        if held >= _BORNE_OUT and held >= _MOSTLY * len(relations) and broken < held:
            yield from relations


def _roughly(relation: Relation) -> bool:
    """Whether it may hold, by a sum that is quick: a page has many tables, and most columns have no rule."""
    first, *others = (float(claim.value) for claim in relation.claims)
    if isinstance(relation, Change):
        return nearly(first, others[0], others[1])
    return abs(first - sum(others)) <= _ROUGH * max(first, *others)


def _digits(claim: Claim) -> int:
    """How many digits a figure was printed with."""
    return sum(map(str.isdigit, claim.text))
