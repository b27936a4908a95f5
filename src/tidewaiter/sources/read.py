"""A file handed to us, recognised: which card it belongs to, what its columns say, and how SQL reads it."""

from __future__ import annotations

import csv
import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tidewaiter.errors import SourceError, UsageError
from tidewaiter.provenance import sha256_file
from tidewaiter.reference.editions import edition_names
from tidewaiter.sources import answer, archive, china, comext, dgcis, korea, registry, sheet
from tidewaiter.sources.card import Card, Heading, plain
from tidewaiter.sources.column import Source
from tidewaiter.sources.container import Container, examine
from tidewaiter.sources.sql import identifier, literal
from tidewaiter.sources.typed import Typed, typed

if TYPE_CHECKING:
    import duckdb

_CHUNK = 1 << 20
DIRECTIONS = ("export", "import")


@dataclass(frozen=True, slots=True)
class Reading:
    """A recognised file. `relation` is its rows in SQL, in order; `headed` whether it has a heading line."""

    path: Path
    sha256: str
    card: Card
    container: Container
    relation: str
    sources: tuple[Source, ...]
    typed: Typed
    flow: str | None
    headed: bool = True
    edition: str | None = None

    @property
    def currency(self) -> str | None:
        """The currency of the values: that of the heading, else the card's."""
        return self.currency_of("value") or self.card.currency

    def currency_of(self, field: str) -> str | None:
        """The currency that the heading of a field names."""
        headings = (each.heading for each in self.sources if each.heading.says == field)
        return next((heading.currency for heading in headings), None)

    def kind_of(self, side: str) -> str:
        """By which kind of word (code, iso, name) the file says who the reporter or partner is."""
        said = {each.heading.says for each in self.sources}
        return next(kind for kind in ("code", "iso", "name") if f"{side}_{kind}" in said)

    def heading_of(self, column: str) -> str:
        """The file's own heading for a typed column."""
        name = column.removesuffix("_key")
        for each in self.sources:
            if each.heading.says in (name, f"{name}_code", f"{name}_iso", f"{name}_name"):
                return each.heading.text
        return name

    def place(self, record: int) -> str:
        """Where a record stands: its line in a text, its number elsewhere."""
        if self.container.kind == "xml":
            return f"item {(record + 1) // korea.ROWS_AN_ITEM}"
        if self.container.kind != "csv":
            return f"record {record}"
        line = _line(self.container, record + (1 if self.headed else 0))
        return f"line {line}" if line else f"record {record}"


def read(
    path: Path,
    *,
    connection: duckdb.DuckDBPyConnection,
    work: Path,
    source: str | None = None,
    direction: str | None = None,
    headings: str | Sequence[str] | None = None,
    edition: str | None = None,
    card: Card | None = None,
    sha256: str | None = None,
) -> Reading:
    """Recognise a customs file; SourceError where it cannot be one.

    `work` takes what has to be unpacked on the way. `headings` are those of a file that lost its heading line: the
    names, or the name of a list on the card. `card` is a user's own, `source` the id of one that comes with the
    package. `edition` is that of the codes, where neither the rows nor the file's name say it. `direction` is export or
    import, where the file does not say it. `sha256` is that of the file's bytes where it is known already.
    """
    if direction is not None and direction not in DIRECTIONS:
        raise UsageError(f"no such direction: {direction!r}", cure="export or import")
    card = card or (registry.card(source) if source else None)
    packed = archive.unpacked(path, work=work)
    table = sheet.as_text(packed, work=work)
    container = examine(table, encodings=card.encodings) if card and table == packed else examine(table)
    sha256 = sha256 or sha256_file(path)
    if container.kind == "json":
        container = answer.as_table(container, work / f"{sha256[:16]}.csv")
    elif container.kind == "xml":
        container = korea.as_table(container, work / f"{sha256[:16]}.csv")
    elif container.kind == "csv" and comext.is_long(container.headings):
        container = comext.as_table(container, work / f"{sha256[:16]}.csv")
    elif container.kind == "csv" and dgcis.is_wide(container.headings):
        container = dgcis.as_table(container, work / f"{sha256[:16]}.csv")
    elif table != packed:
        container = replace(container, kind="sheet")
    names, kinds = _columns(container, connection)
    headed = headings is None
    if headings is not None:
        names = _given(headings, card, len(names), path)
    if card is None:
        card = registry.recognise(names, path=path)
    registry.check(card, names, path=path)
    if container.kind == "csv" and container.encoding != "utf-8-sig":
        if container.encoding not in ("utf-16", *card.encodings):
            container = examine(table, encodings=card.encodings)
        if container.encoding != "utf-8-sig":
            container = _in_utf8(container, work / f"{sha256[:16]}.csv")
    sources = _sources(names, kinds, card, path)
    first = container.first if headed else container.headings
    flow = _flow(card, direction, path, _said(card, names, first))
    rows = relation(container, len(names), headed=headed)
    return Reading(
        path,
        sha256,
        card,
        container,
        rows,
        tuple(sources),
        typed(sources, card, relation=rows, flow_given=flow is not None),
        flow,
        headed,
        _edition(card, edition, path, {each.heading.says for each in sources}),
    )


def _edition(card: Card, edition: str | None, path: Path, said: set[str | None]) -> str | None:
    """The edition of a file's codes, where rows do not say it."""
    if edition is not None:
        if "edition" in said or card.edition_since:
            raise UsageError(f"{card.name} says itself which edition its codes are of", cure="leave --edition out")
        found = card.editions.get(edition) or edition
        if found not in edition_names():
            raise UsageError(f"no such edition: {edition!r}", cure=f"one of {', '.join(edition_names())}")
        return found
    if not card.edition_in_name:
        return None
    words = set(re.findall(r"[A-Z]+[0-9]+", path.name.upper()))
    named = {card.editions[word] for word in words if card.editions.get(word)}
    if len(named) != 1:
        raise SourceError(
            "neither the file nor its name says which edition of the HS its codes are of",
            path=path,
            cure="keep the name it was downloaded under, or say --edition HS2017",
        )
    return named.pop()


def _flow(card: Card, direction: str | None, path: Path, first: Mapping[str, str]) -> str | None:
    """The flow of every row, where rows do not say it."""
    if card.flow and direction is None:
        return card.flow
    if not card.direction:
        if direction is not None:
            raise UsageError(f"a file of {card.name} says in each row what it is", cure="leave --direction out")
        return None
    return direction or china.direction(path, first)


def _said(card: Card, names: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """A row by what its columns say."""
    cells = zip(names, row, strict=False)
    return {said: cell for name, cell in cells if (said := card.columns[plain(name)].says) is not None}


def _given(headings: str | Sequence[str], card: Card | None, columns: int, path: Path) -> list[str]:
    """The headings that a user gives for a file without any."""
    if isinstance(headings, str):
        cards = [card] if card else registry.cards()
        lists = {name: words for each in cards for name, words in each.headings.items()}
        if headings not in lists:
            raise UsageError(f"no such list of headings: {headings!r}", cure=f"one of {', '.join(lists)}")
        headings = lists[headings]
    if len(headings) != columns:
        raise SourceError(
            f"{len(headings)} headings for {columns} columns", path=path, place="line 1", cure="count them again"
        )
    return list(headings)


def _sources(names: Sequence[str], kinds: Sequence[str], card: Card, path: Path) -> list[Source]:
    sources: dict[str, Source] = {}
    others = []
    said = {plain(name) for name in names}
    for number, (name, kind) in enumerate(zip(names, kinds, strict=True)):
        heading = replace(card.columns[plain(name)], text=name)
        if heading.unless is not None and plain(heading.unless) in said:
            heading = Heading(name, ignored=f"{heading.unless} says it")
        source = Source(f"c{number}", heading, kind == "VARCHAR")
        if heading.says is None:
            others.append(source)
        elif heading.says in sources:
            raise SourceError(
                f"{sources[heading.says].heading.text!r} and {name!r} say the same",
                path=path,
                place="line 1",
                cure="take one of the two columns out",
            )
        else:
            sources[heading.says] = source
    return [*sources.values(), *others]


def _columns(container: Container, connection: duckdb.DuckDBPyConnection) -> tuple[list[str], list[str]]:
    """Names and types of the file's columns."""
    if container.kind != "parquet":
        return list(container.headings), ["VARCHAR"] * len(container.headings)
    import duckdb

    try:
        described = connection.execute(f"DESCRIBE {_parquet(container.path)}").fetchall()
    except duckdb.Error as error:
        raise SourceError("not a whole Parquet file", path=container.path, cure="download it again") from error
    return [row[0] for row in described], [row[1] for row in described]


def _parquet(path: Path) -> str:
    return f"SELECT * FROM read_parquet({literal(str(path))})"


def relation(container: Container, columns: int, *, headed: bool, kinds: Mapping[str, str] | None = None) -> str:
    """SQL of a file's rows in order, with columns `c0`, `c1` …: text, but for those of which `kinds` says otherwise."""
    names = [f"c{number}" for number in range(columns)]
    if container.kind == "parquet":
        return f"({_parquet(container.path)}) AS file({', '.join(identifier(name) for name in names)})"
    types = ", ".join(f"'{name}': '{(kinds or {}).get(name, 'VARCHAR')}'" for name in names)
    packing = "gzip" if container.packed else "none"
    return (
        f"read_csv({literal(str(container.path))}, columns = {{{types}}}, auto_detect = false, "
        f"header = {str(headed).lower()}, delim = {literal(container.delimiter)}, quote = '\"', escape = '\"', "
        f"nullstr = '', strict_mode = true, compression = '{packing}', max_line_size = {_CHUNK})"
    )


def _in_utf8(container: Container, target: Path) -> Container:
    """A copy of a text in UTF-8, made piece by piece."""
    with container.open_text() as stream, target.open("w", encoding="utf-8", newline="") as copy:
        try:
            while piece := stream.read(_CHUNK):
                copy.write(piece)
        except UnicodeDecodeError as error:
            raise SourceError(
                f"not {container.encoding} throughout", path=container.path, cure="save it as CSV in UTF-8"
            ) from error
    return Container(target, "csv", False, "utf-8-sig", container.delimiter, container.headings, container.first)


def _line(container: Container, number: int) -> int | None:
    """On which line the so-manieth row of a text begins, blank lines not counted as rows."""
    with container.open_text() as stream:
        rows = csv.reader(stream, delimiter=container.delimiter)
        start = 1
        try:
            for row in rows:
                if row:
                    number -= 1
                    if number == 0:
                        return start
                start = rows.line_num + 1
        except (csv.Error, UnicodeDecodeError, OSError, EOFError, zlib.error):
            return None
    return None
