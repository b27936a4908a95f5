"""Words into codes: each distinct word of a file looked up once, strictly, by the publisher's own lists.

An unknown partner, flow, period, code, edition or unit is a SourceError that names the word and the record that has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tidewaiter.errors import ReferenceDataError, SourceError, UsageError
from tidewaiter.reference import books, countries, units
from tidewaiter.reference.editions import is_heading
from tidewaiter.sources.card import Card
from tidewaiter.sources.fields import WORLD

_PERIOD = re.compile(r"(\d{4})(?:[-/.年]?(\d{1,2})月?)?\Z")
_MONTH_FIRST = re.compile(r"(\d{1,2})[./](\d{4})\Z")
#: A month in a spreadsheet, which keeps its first day.
_FIRST_DAY = re.compile(r"(\d{4}-\d{2})-01\Z")
_FISCAL = re.compile(r"(\d{4}) ?[-–/] ?(?:\d{2})?(\d{2})\Z")
_CODE = re.compile(r"\d{1,12}\Z")
#: As national tariffs print them: 0207.14.00, 0207.1400, 0207 14 00.
_DOTTED = re.compile(r"\d{4}(?:[. ]\d{2}){1,4}\Z|\d{4}\.\d{4}(?:\d{2})?\Z")
_FLOATED = re.compile(r"(\d+)\.0\Z")
_FIRST_YEAR = 1950
_SIGNS = {"WLD": "W00"}

#: How Comtrade counts a whole year as a month.
_WHOLE_YEAR = 52


@dataclass(frozen=True, slots=True)
class Month:
    """A period as the ledger writes it; `edition` is the HS edition in force, where the card knows."""

    period: str
    freq: str
    year: int
    month: int | None
    edition: str | None


@dataclass(frozen=True, slots=True)
class Unit:
    """A canonical unit, and whether there is a quantity at all; a unit on no list has a quantity and no name here."""

    id: str | None
    counted: bool


def word(text: str) -> str:
    """A word without blanks around it, and a number that a spreadsheet made `408.0` as 408."""
    text = text.strip()
    floated = _FLOATED.match(text)
    return floated[1] if floated else text


def party(card: Card, kind: str, text: str, *, years: tuple[int, int] | None = None) -> tuple[str, str]:
    """Alpha-3 (or the book's sign) and the book's code behind a partner's code, ISO sign or name.

    `years` are those of the file, for a code that was given anew.
    """
    text = word(text)
    if text in card.party_words:
        return card.party_words[text], card.party_words[text]
    if kind == "code":
        return books.by_code(card.partners, text, years=years), text.lstrip("0") or "0"
    if card.partners == "names":
        return _country(kind, text)
    alpha3 = _named(card.partners, text) if kind == "name" else _SIGNS.get(text.upper(), text.upper())
    entries = [entry for entry in books.entries(card.partners) if entry.alpha3 == alpha3]
    if not entries:
        raise ReferenceDataError(f"{card.partners} knows no partner {text!r}", cure="check the code")
    named = [entry for entry in entries if text.casefold() in (name.casefold() for name in entry.names)]
    current = [entry for entry in entries if not entry.until]
    return alpha3, (named or current or entries)[0].code


def _country(kind: str, text: str) -> tuple[str, str]:
    """A country by its name in any language of the tables, or by its alpha-3, where a book has no list of its own."""
    if kind == "name":
        alpha3 = books.by_book_name("names", text)
        return alpha3, alpha3
    sign = _SIGNS.get(text.upper(), text.upper())
    if sign == WORLD:
        return sign, sign
    try:
        return countries.country(sign).alpha3, sign
    except UsageError as error:
        raise SourceError(f"no such country: {text!r}", cure="write ISO 3166 alpha-3") from error


def _named(system: str, text: str) -> str:
    """A partner by name: the book's own list first, then any name of a country."""
    try:
        return books.by_book_name(system, text)
    except ReferenceDataError:
        try:
            return books.by_book_name("names", text)
        except ReferenceDataError:
            pass
        raise


def flow(card: Card, text: str) -> str:
    """The flow behind a publisher's word."""
    found = card.flows.get(word(text).casefold())
    if found is None:
        raise SourceError(f"unknown flow {text!r}", cure=f"known: {', '.join(sorted(card.flows))}")
    return found


def period(card: Card, text: str, *, today: date) -> Month:
    """A month or year as written in the book."""
    plain = word(text)
    if card.fiscal_year and (fiscal := _FISCAL.match(plain)):
        return _fiscal(card, text, int(fiscal[1]), int(fiscal[2]), today)
    if first_day := _FIRST_DAY.match(plain):
        plain = first_day[1]
    if month_first := _MONTH_FIRST.match(plain):
        plain = f"{month_first[2]}-{month_first[1]}"
    match = _PERIOD.match(plain)
    if match is None:
        raise SourceError(f"not a month or year: {text!r}", cure="periods are written 202205 or 2022")
    year, month = int(match[1]), int(match[2] or 0)
    if match[2] and not 1 <= month <= 12 and month != _WHOLE_YEAR:
        raise SourceError(f"no such month: {text!r}", cure="months run from 01 to 12")
    if not _FIRST_YEAR <= year <= today.year or (1 <= month <= 12 and date(year, month, 1) > today):
        raise SourceError(f"no month that a book could have: {text!r}", cure="check the row")
    edition = _edition_in(card, year)
    if 1 <= month <= 12:
        return Month(f"{year:04d}-{month:02d}", "M", year, month, edition)
    return Month(f"{year:04d}", "A", year, None, edition)


def _fiscal(card: Card, text: str, year: int, short: int, today: date) -> Month:
    """A year that begins with a month of its own: `2017-18` is 2017-04/2018-03 in India."""
    first = card.fiscal_year or 1
    if (year + 1) % 100 != short or not 1 < first <= 12:
        raise SourceError(f"not a fiscal year: {text!r}", cure="fiscal years are written 2017-18")
    if date(year + 1, first, 1) > today or year < _FIRST_YEAR:
        raise SourceError(
            f"the fiscal year {text} is not over", cure="take its rows out: they hold only its first months"
        )
    before, after = _edition_in(card, year), _edition_in(card, year + 1)
    span = f"{year:04d}-{first:02d}/{year + 1:04d}-{first - 1:02d}"
    return Month(span, "O", year + 1, None, before if before == after else None)


def _edition_in(card: Card, year: int) -> str | None:
    since = [edition for start, edition in sorted(card.edition_since.items()) if start <= year]
    return since[-1] if since else None


def confidential(card: Card, text: str) -> bool:
    """Whether a code stands for goods that the publisher keeps secret; it may show their chapter."""
    return card.confidential_codes is not None and re.fullmatch(card.confidential_codes, text) is not None


def code(card: Card, text: str) -> tuple[str, int]:
    """A code of the Harmonized System and its number of digits; a leading zero that a spreadsheet lost is put back."""
    text = word(text).upper()
    if _DOTTED.match(text):
        text = text.replace(".", "").replace(" ", "")
    if text == "TOTAL":
        return "TOTAL", 0
    if text in card.special_codes or confidential(card, text):
        return text, len(text)
    if not _CODE.match(text):
        raise SourceError(f"not an HS code: {text!r}", cure="codes are 2 to 12 digits, or TOTAL")
    if len(text) % 2:
        text = _with_zero(text)
    if text.startswith("00"):
        raise SourceError(f"there is no chapter 00: {text!r}", cure="check the row")
    if card.code_length and len(text) > card.code_length:
        raise SourceError(f"code {text!r} is longer than {card.code_length} digits", cure="check the row")
    return text, len(text)


def _with_zero(text: str) -> str:
    """A code of an odd number of digits with the zero that it has lost; SourceError where no zero makes it a code."""
    padded = f"0{text}"
    if len(padded) > 2 and not is_heading(padded):
        raise SourceError(
            f"a code of {len(text)} digits: {text!r}", cure="a digit is missing: take the file as it was downloaded"
        )
    return padded


def lost_zeros(texts: Iterable[str]) -> str | None:
    """A code that lacks a digit in a file that keeps its leading zeros, so that it is another one that is missing."""
    words = [word(text) for text in texts]
    if not any(text.startswith("0") and text.isdigit() for text in words):
        return None
    return next((text for text in words if len(text) % 2 and text.isdigit()), None)


def edition(card: Card, text: str) -> str | None:
    """The HS edition behind a publisher's sign for it."""
    found = card.editions.get(word(text), "")
    if found == "":
        raise SourceError(
            f"classification {text!r} is not an edition of the HS",
            cure=f"ask for HS codes ({', '.join(card.editions)})",
        )
    return found


def unit(card: Card, text: str, *, name: str | None = None) -> Unit:
    """The unit behind a publisher's word or code; `name` is the publisher's word beside a code, where there is one."""
    text = word(text)
    if text in card.nothing:
        return Unit(None, False)
    for said in (text, name):
        if said is not None and said in card.unit_words:
            return Unit(card.unit_words[said], True)
    try:
        found = units.customs_unit(card.units, text) if card.units else _own_unit(text)
    except ReferenceDataError:
        if name is not None:
            return unit(card, name)
        if card.unlisted_units and re.fullmatch(card.unlisted_units, text):
            return Unit(None, True)
        raise
    return Unit(found, found is not None)


def _own_unit(text: str) -> str:
    """A unit by our own name for it, where a book has no list of its own."""
    if text not in units.unit_ids():
        raise ReferenceDataError(f"no such unit: {text!r}", cure="write a unit of the table, or map it: unit_words")
    return text
