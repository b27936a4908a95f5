"""The look-ups of one staged file: small tables of its words and what they stand for, and the SQL that joins them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import combinations
from typing import TypeVar

from tidewaiter.errors import ReferenceDataError, SourceError
from tidewaiter.reference.books import by_book_name
from tidewaiter.sources import resolve
from tidewaiter.sources.fields import BREAKDOWNS
from tidewaiter.sources.read import Reading
from tidewaiter.sources.sql import literal, literals
from tidewaiter.sources.unlisted import unlisted
from tidewaiter.sources.words import Words

_T = TypeVar("_T")


class Lookups:
    """`expressions` is the SQL of each field that the file fills, over its rows `s` and what `words.joins` puts beside.

    `months` are its periods, `broken_down` names the breakdowns that some row has, `converted` says whether codes of
    several editions stand side by side, `unlisted` are codes that no list of the HS has, each with its first record.
    """

    def __init__(self, reading: Reading, words: Words, today: date) -> None:
        self.months: dict[str, resolve.Month] = {}
        self.broken_down: tuple[str, ...] = ()
        self.converted = False
        self.unlisted: tuple[tuple[str, int], ...] = ()
        self._secret: list[str] = []
        self._card = reading.card
        self._reading = reading
        self._fields = reading.typed.fields
        self._words = words
        self._today = today
        self._usual = "NULL"

    def expressions(self) -> dict[str, str]:
        """Look everything up; SourceError at the first word that is not on the publisher's lists."""
        return {
            **self._period(),  # first: who a code stands for can hang on the year
            **self._parties(),
            **self._flow(),
            **self._code(),
            **self._breakdown(),
            **self._amounts(),
            **self._flags(),
            "line": "s.record",
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
            years = [month.year for month in self.months.values()]
            look_up = partial(resolve.party, self._card, kind, years=(min(years), max(years)) if years else None)
            known = self._look_up(f"{side}_key", look_up)
            for other in ("iso", "name"):
                if f"{side}_{other}" in self._fields:
                    self._agree(side, other)
            fields = {"alpha3": side, "code": "partner_code"} if side == "partner" else {"alpha3": side}
            told = self._words.join(
                f"{side}_key", side, {key: each[: len(fields)] for key, each in known.items()}, fields
            )
            found[side] = told["alpha3"]
            if side == "partner":
                found["partner_code"] = told["code"]
                if self._card.confidential_partners:
                    self._secret.append(f"{told['code']} IN ({literals(self._card.confidential_partners)})")
        return found

    def _agree(self, side: str, other: str) -> None:
        """SourceError where a row's code and its ISO sign or name are two countries, as the two Koreas may be."""
        kind = self._reading.kind_of(side)
        for code, written, record in self._words.distinct(f"{side}_key", f"{side}_{other}"):
            alpha3, _ = resolve.party(self._card, kind, code)
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
        usual = self._card.reporter_valuation
        if self._reading.flow:
            self._usual = literal(usual.get(self._reading.flow))
            return {"flow": literal(self._reading.flow), "flow_published": literal(self._reading.flow)}
        known = self._look_up("flow_key", partial(resolve.flow, self._card))
        rows = {key: (flow, key, usual.get(flow)) for key, flow in known.items()}
        fields = {"flow": "flow", "published": "flow_published", "usual": "valuation"}
        told = self._words.join("flow_key", "way", rows, fields)
        self._usual = told["usual"]
        return {"flow": told["flow"], "flow_published": told["published"]}

    def _period(self) -> dict[str, str]:
        look_up = partial(resolve.period, self._card, today=self._today)
        self.months = self._look_up("period_key", look_up)
        for column in ("freq", "year_key", "month_key"):
            if column in self._fields:
                self._same_period(column)
        names = ("period", "freq", "year", "month", "edition")
        rows = {key: tuple(getattr(month, name) for name in names) for key, month in self.months.items()}
        found = self._words.join("period_key", "stretch", rows, {name: name for name in names})
        return found if self._card.edition_since else {name: found[name] for name in names[:-1]}

    def _same_period(self, column: str) -> None:
        """SourceError where frequency, year or month beside a period say another one."""
        for key, text, record in self._words.distinct("period_key", column):
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
        if short := resolve.lost_zeros(known):
            record = next(record for text, record in self._words.distinct("hs") if resolve.word(text) == short)
            raise SourceError(
                f"a code of {len(short)} digits among others that keep their leading zero: {short!r}",
                path=self._reading.path,
                place=self._reading.place(record),
                cure="a digit is missing: check the row against the publisher's page",
            )
        found = self._words.join("hs", "goods", known, {"hs": "hs", "level": "level"})
        if "product" in self._fields:
            found["product"] = "s.product"
        told: set[str | None] = {month.edition for month in self.months.values()}
        if "edition" in self._fields:
            editions = self._look_up("edition", partial(resolve.edition, self._card))
            rows = {key: (each,) for key, each in editions.items()}
            found |= self._words.join("edition", "list", rows, {"edition": "edition"})
            told = set(editions.values())
        if self._reading.edition:
            found["edition"] = literal(self._reading.edition)
            told = {self._reading.edition}
        first = {known[text][0]: record for text, record in reversed(self._words.distinct("hs"))}
        years = [month.year for month in self.months.values()]
        self.unlisted = unlisted(self._card, first, told=told, first_year=min(years, default=0))
        secret = sorted({hs for hs, _ in known.values() if resolve.confidential(self._card, hs)})
        self._secret += [f"{found['hs']} IN ({literals(secret)})"] if secret else []
        found["original"] = "coalesce(s.original, TRUE)" if "original" in self._fields else "TRUE"
        if "original" in self._fields:
            self.converted = any(value is False for value, _ in self._words.distinct("original"))
        return found

    def _breakdown(self) -> dict[str, str]:
        found, parts = {}, []
        for name in BREAKDOWNS:
            together = self._card.all_together.get(name, ())
            words = [text for text, _ in self._words.distinct(name)] if name in self._fields else []
            if split := [text for text in words if resolve.word(text) not in together]:
                whole = ", ".join(literal(text) for text in words if text not in split) or "''"
                found[name] = f"CASE WHEN s.{name} IN ({whole}) THEN NULL ELSE trim(s.{name}) END"
                parts.append(f"CASE WHEN {found[name]} IS NOT NULL THEN {literal(name)} END")
                self._words.add(name, (text.strip() for text in split))
        self.broken_down = tuple(found)
        if found:
            several = (combinations(found, count) for count in range(len(found) + 1))
            self._words.add("breakdown", ("+".join(names) for each in several for names in each))
        return found | {"breakdown": f"concat_ws('+', {', '.join(parts)})" if parts else "''"}

    def _amounts(self) -> dict[str, str]:
        found = {"value": "s.value", "currency": literal(self._reading.currency), "valuation": self._valuation()}
        for name, unit in (("quantity", "unit"), ("quantity2", "unit2")):
            if name in self._fields and f"{unit}_key" in self._fields:
                units = self._units(unit)
                rows = {key: (each, key, counted) for key, (each, counted) in units.items()}
                fields = {"unit": unit, "published": f"{unit}_published", "counted": ""}
                told = self._words.join(f"{unit}_key", unit, rows, fields)
                found |= {
                    name: f"CASE WHEN {told['counted']} THEN s.{name} END",
                    unit: self._where_given(name, unit, told["unit"]),
                    f"{unit}_published": told["published"],
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
        names = {code: word for code, word, _ in self._words.distinct(key, name)} if name in self._fields else {}

        def look_up(text: str) -> tuple[str | None, bool]:
            found = resolve.unit(self._card, text, name=names.get(text))
            return found.id, found.counted

        return self._look_up(key, look_up)

    def _where_given(self, name: str, unit: str, sql: str) -> str:
        """A unit, in the rows that have a quantity."""
        if self._words.stands_in_all(name):
            return sql
        text = _text(sql)
        return f"CASE WHEN s.{name} IS NOT NULL THEN {sql if text is None else self._words.word(unit, text)} END"

    def _valuation(self) -> str:
        """FOB or CIF as the row shows it (Comtrade gives both beside the primary value), else as is usual."""
        if "valued" not in self._fields:
            return self._usual
        cif, fob = (self._words.word("valuation", each) for each in ("CIF", "FOB"))
        text = _text(self._usual)
        usual = self._usual if text is None else self._words.word("valuation", text)
        return f"CASE s.valued WHEN 1 THEN {cif} WHEN 2 THEN {fob} ELSE {usual} END"

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
        found["confidential"] = " OR ".join([*secret, *self._secret]) or "FALSE"
        return found

    def _look_up(self, column: str, look_up: Callable[[str], _T]) -> dict[str, _T]:
        """Each distinct word of a column and what it stands for."""
        found = {}
        for text, record in self._words.distinct(column):
            try:
                found[text] = look_up(text)
            except (SourceError, ReferenceDataError) as error:
                place = f"{self._reading.place(record)}, {self._reading.heading_of(column)!r}"
                raise SourceError(error.message, path=self._reading.path, place=place, cure=error.cure) from error
        return found


def _text(sql: str) -> str | None:
    """The word that a literal is; None where SQL is none."""
    return sql[1:-1].replace("''", "'") if sql.startswith("'") else None
