"""The look-ups of one staged file: small tables of its words and what they stand for, and the SQL that joins them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from tidewaiter.errors import ReferenceDataError, SourceError
from tidewaiter.reference.books import by_book_name, by_code
from tidewaiter.sources import resolve
from tidewaiter.sources.fields import BREAKDOWNS
from tidewaiter.sources.read import Reading
from tidewaiter.sources.sql import literal, literals

if TYPE_CHECKING:
    import duckdb

_T = TypeVar("_T")


class Lookups:
    """`expressions` is the SQL of each field that the file fills; `joins` what it needs beside the rows, named `s`."""

    def __init__(
        self, reading: Reading, connection: duckdb.DuckDBPyConnection, rows: str, name: str, today: date
    ) -> None:
        self.joins: list[str] = []
        self.months: dict[str, resolve.Month] = {}
        self.broken_down: tuple[str, ...] = ()
        self.converted = False
        self._secret: list[str] = []
        self._card = reading.card
        self._reading = reading
        self._fields = reading.typed.fields
        self._connection = connection
        self._rows = rows
        self._name = name
        self._today = today

    def expressions(self) -> dict[str, str]:
        """Look everything up; SourceError at the first word that is not on the publisher's lists."""
        return {
            **self._parties(),
            **self._flow(),
            **self._period(),
            **self._code(),
            **self._breakdown(),
            **self._amounts(),
            **self._flags(),
            "line": "s.file_row_number + 1",
        }

    def _parties(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for side in ("reporter", "partner"):
            if side == "reporter" and self._card.reporter:
                found[side] = literal(self._card.reporter)
                continue
            if side == "partner" and self._card.partner:
                found |= {"partner": literal(self._card.partner), "partner_code": literal(self._card.partner)}
                continue
            kind = self._reading.kind_of(side)
            known = self._look_up(f"{side}_key", partial(resolve.party, self._card, kind))
            for other in ("iso", "name"):
                if f"{side}_{other}" in self._fields:
                    self._agree(side, other)
            self._join(f"{side}_key", side, known.items(), "alpha3 VARCHAR, code VARCHAR")
            found[side] = f"{side}.alpha3"
            if side == "partner":
                found["partner_code"] = "partner.code"
        return found

    def _agree(self, side: str, other: str) -> None:
        """SourceError where a row's code and its ISO sign or name are two countries, as the two Koreas may be."""
        for code, written, record in self._query(f"{side}_key", f"{side}_{other}"):
            alpha3 = by_code(self._card.partners, resolve.word(code))
            said = written.strip().upper() if other == "iso" else self._named(written)
            if said != alpha3 and said.isalpha() and alpha3.isalpha() and said != "WLD":
                raise SourceError(
                    f"{side} {code} is {alpha3}, the row says {written.strip()}",
                    path=self._reading.path,
                    place=self._reading.place(record),
                    cure="check the row against the publisher's list",
                )

    def _named(self, written: str) -> str:
        """The country that a book's name means; empty where it is not on the list, since the code says it."""
        try:
            return by_book_name(self._card.partners, written.strip())
        except ReferenceDataError:
            return ""

    def _flow(self) -> dict[str, str]:
        if self._reading.flow:
            return {"flow": literal(self._reading.flow), "flow_published": literal(self._reading.flow)}
        known = self._look_up("flow_key", partial(resolve.flow, self._card))
        self._join("flow_key", "way", ((key, (flow,)) for key, flow in known.items()), "flow VARCHAR")
        return {"flow": "way.flow", "flow_published": "s.flow_key"}

    def _period(self) -> dict[str, str]:
        look_up = partial(resolve.period, self._card, today=self._today)
        self.months = self._look_up("period_key", look_up)
        for column in ("freq", "year_key", "month_key"):
            if column in self._fields:
                self._same_period(column)
        rows = (
            (key, (month.period, month.freq, month.year, month.month, month.edition))
            for key, month in self.months.items()
        )
        names = "period VARCHAR, freq VARCHAR, year SMALLINT, month UTINYINT, edition VARCHAR"
        self._join("period_key", "stretch", rows, names)
        found = {name: f"stretch.{name}" for name in ("period", "freq", "year", "month")}
        if self._card.edition_since:
            found["edition"] = "stretch.edition"
        return found

    def _same_period(self, column: str) -> None:
        """SourceError where frequency, year or month beside a period say another one."""
        for key, text, record in self._query("period_key", column):
            month = self.months[key]
            wanted = {
                "freq": {month.freq},
                "year_key": {str(month.year)},
                "month_key": {str(month.month)} if month.month else {"52", "0", ""},
            }[column]
            if (resolve.word(text).lstrip("0") or "0") not in wanted:
                raise SourceError(
                    f"period {month.period} beside {column.removesuffix('_key')} {text!r}",
                    path=self._reading.path,
                    place=self._reading.place(record),
                    cure="check the row",
                )

    def _code(self) -> dict[str, str]:
        known = self._look_up("hs", partial(resolve.code, self._card))
        self._join("hs", "goods", known.items(), "hs VARCHAR, level UTINYINT")
        found = {"hs": "goods.hs", "level": "goods.level"}
        if "product" in self._fields:
            found["product"] = "s.product"
        if "edition" in self._fields:
            editions = self._look_up("edition", partial(resolve.edition, self._card))
            self._join("edition", "list", ((key, (each,)) for key, each in editions.items()), "edition VARCHAR")
            found["edition"] = "list.edition"
        if self._reading.edition:
            found["edition"] = literal(self._reading.edition)
        secret = sorted({hs for hs, _ in known.values() if resolve.confidential(self._card, hs)})
        self._secret += [f"goods.hs IN ({literals(secret)})"] if secret else []
        found["original"] = "coalesce(s.original, TRUE)" if "original" in self._fields else "TRUE"
        if "original" in self._fields:
            self.converted = any(value is False for value, _ in self._query("original"))
        return found

    def _breakdown(self) -> dict[str, str]:
        found, parts = {}, []
        for name in BREAKDOWNS:
            together = self._card.all_together.get(name, ())
            words = [text for text, _ in self._query(name)] if name in self._fields else []
            if split := [text for text in words if resolve.word(text) not in together]:
                whole = ", ".join(literal(text) for text in words if text not in split) or "''"
                found[name] = f"CASE WHEN s.{name} IN ({whole}) THEN NULL ELSE trim(s.{name}) END"
                parts.append(f"CASE WHEN {found[name]} IS NOT NULL THEN {literal(name)} END")
        self.broken_down = tuple(found)
        return found | {"breakdown": f"concat_ws('+', {', '.join(parts)})" if parts else "''"}

    def _amounts(self) -> dict[str, str]:
        found = {"value": "s.value", "currency": literal(self._reading.currency), "valuation": self._valuation()}
        for name, unit in (("quantity", "unit"), ("quantity2", "unit2")):
            if name in self._fields and f"{unit}_key" in self._fields:
                units = self._units(unit)
                self._join(f"{unit}_key", unit, units.items(), "unit VARCHAR, counted BOOLEAN")
                found |= {
                    name: f"CASE WHEN {unit}.counted THEN s.{name} END",
                    unit: f"CASE WHEN s.{name} IS NOT NULL THEN {unit}.unit END",
                    f"{unit}_published": f"s.{unit}_key",
                }
        if "value2" in self._fields:
            found |= {"value2": "s.value2", "currency2": literal(self._reading.currency_of("value2"))}
        if "low" in self._fields:
            found |= {"low": "s.low", "high": "s.high"}
        if "net_weight" in self._fields:
            found["net_weight_kg"] = "s.net_weight"
        return found

    def _units(self, unit: str) -> dict[str, tuple[str | None, bool]]:
        """Each word for a unit, the publisher's name beside its code taken along where the file has one."""
        key, name = f"{unit}_key", f"{unit}_name"
        names = {code: word for code, word, _ in self._query(key, name)} if name in self._fields else {}

        def look_up(text: str) -> tuple[str | None, bool]:
            found = resolve.unit(self._card, text, name=names.get(text))
            return found.id, found.counted

        return self._look_up(key, look_up)

    def _valuation(self) -> str:
        """FOB or CIF as the row shows it (Comtrade gives both beside the primary value), else as is usual."""
        usual = " ".join(
            f"WHEN {literal(flow)} THEN {literal(kind)}" for flow, kind in self._card.reporter_valuation.items()
        )
        flow = literal(self._reading.flow) if self._reading.flow else "way.flow"
        otherwise = f"CASE {flow} {usual} END" if usual else "NULL"
        if not {"value_cif", "value_fob"} <= self._fields:
            return otherwise
        return (
            f"CASE WHEN s.value_cif > 0 AND s.value = s.value_cif AND (s.value_fob IS NULL OR s.value_fob <> s.value) "
            f"THEN 'CIF' WHEN s.value_fob > 0 AND s.value = s.value_fob "
            f"AND (s.value_cif IS NULL OR s.value_cif <> s.value) THEN 'FOB' ELSE {otherwise} END"
        )

    def _flags(self) -> dict[str, str]:
        signs = [
            f"coalesce(s.{name}, FALSE)"
            for name in ("estimated", "weight_estimated", "flagged")
            if name in self._fields
        ]
        found = {"estimated": " OR ".join(signs) or "FALSE"}
        if "aggregate" in self._fields:
            found["aggregate"] = "coalesce(s.aggregate, FALSE)"
        else:
            found["aggregate"] = "FALSE"
        secret = ["coalesce(s.confidential, FALSE)"] if "confidential" in self._fields else []
        if self._card.confidential_partners and not self._card.partner:
            secret.append(f"partner.code IN ({literals(self._card.confidential_partners)})")
        found["confidential"] = " OR ".join([*secret, *self._secret]) or "FALSE"
        return found

    def _query(self, *columns: str) -> list[tuple]:  # type: ignore[type-arg]
        """The distinct words of some columns, with the first record that has them; rows that lack one are left out."""
        keys = ", ".join(columns)
        given = " AND ".join(f"{column} IS NOT NULL" for column in columns)
        return self._connection.execute(
            f"SELECT {keys}, min(file_row_number) + 1 AS first_record FROM {self._rows} "
            f"WHERE lacking IS NULL AND {given} GROUP BY {keys} ORDER BY first_record"
        ).fetchall()

    def _look_up(self, column: str, look_up: Callable[[str], _T]) -> dict[str, _T]:
        """Each distinct word of a column and what it stands for."""
        found = {}
        for text, record in self._query(column):
            try:
                found[text] = look_up(text)
            except (SourceError, ReferenceDataError) as error:
                place = f"{self._reading.place(record)}, {self._reading.heading_of(column)!r}"
                raise SourceError(error.message, path=self._reading.path, place=place, cure=error.cure) from error
        return found

    def _join(self, column: str, alias: str, rows: Iterable[tuple[str, tuple[object, ...]]], names: str) -> None:
        """Put a table of words and what they stand for beside the rows."""
        table = f'"{self._name}_{alias}"'
        values = ", ".join(f"({', '.join(_value(value) for value in (word, *found))})" for word, found in rows)
        self._connection.execute(f"CREATE OR REPLACE TEMP TABLE {table} (word VARCHAR, {names})")
        if values:
            self._connection.execute(f"INSERT INTO {table} VALUES {values}")
        self.joins.append(f"LEFT JOIN {table} AS {alias} ON {alias}.word = s.{column}")


def _value(value: object) -> str:
    return literal(value) if isinstance(value, str) else "NULL" if value is None else str(value)
