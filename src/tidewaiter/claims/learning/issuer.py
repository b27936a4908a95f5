"""Whose books a release tells of: the country of the office, or of the place, that stands above it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.words.lexicon import load_yaml
from tidewaiter.documents.document import Document
from tidewaiter.reference.countries import all_countries, find_countries

#: How far down a text the lines above it may stand, how many they are, and how long one is.
_HEAD, _LINES, _LINE = 600, 6, 110
#: … of which so many say who publishes it; characters of a place with a day, and of what heads a report.
_OF_OFFICE, _OF_PLACE, _OF_REPORT = 3, 48, 80
_DAY = re.compile(r"\b\d{1,2}\b.{0,20}\b(?:19|20)\d\d\b")
#: Money that all the world's trade is told in.
_WORLDS = frozenset({"USD", "EUR", "GBP", "JPY", "CHF", "CNY"})
#: How `Document.published_from` begins where the day stands beside a place.
_DATE_LINES = ("the date line", "the dateline")


@cache
def _vocabulary() -> dict[str, Any]:
    table: dict[str, Any] = load_yaml("offices_en.yml")
    return table


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _office() -> re.Pattern[str]:
    """A country's name before its office, or behind it."""
    table = _vocabulary()
    offices = _any_of(table["offices"])
    return re.compile(
        rf"\b([A-Z][\w' -]{{2,28}}?) (?:{offices})\b"
        rf"|\b(?:{offices}|{_any_of(table['before'])})(?: of)?(?: the)?((?: [A-Z][\w'-]+){{1,3}})"
    )


@cache
def _name() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w&])(?:{_any_of(list(_names()))})(?![\w&])")


@cache
def _names() -> dict[str, str]:
    """Names of offices, as they are written and in capitals."""
    names: dict[str, str] = _vocabulary()["names"]
    return {**{name.upper(): code for name, code in names.items()}, **names}


def issuer(document: Document) -> str | None:
    """The country whose statistics office, customs or central bank heads a text; None where none does."""
    lines = _head(document)
    for line in lines[:_OF_OFFICE]:
        known = _name().search(line)
        if known is not None:
            return _names()[known[0]]
        for said in _office().finditer(line.title() if line.isupper() else line):
            codes = {mention.alpha3 for mention in find_countries(said[1] or said[2]) if mention.alpha3}
            if len(codes) == 1:
                return codes.pop()
    profiles = [line for line in lines if _says(line, "profiles") and len(line) <= _OF_REPORT]
    if profiles:
        return _only(profiles[0], {"name"})
    place = _of_place(lines) if _says("\n".join(lines), "releases") else None
    # "Mali's Foreign Trade in 2021", told in Rome: of Mali's trade, whoever counts it.
    return None if place is not None and _owners(lines) - {place} else place


def _says(text: str, group: str) -> bool:
    """Whether a text has one of a group of words."""
    return any(word in text.lower() for word in _vocabulary()[group])


@cache
def _in_text() -> re.Pattern[str]:
    """An office or a body of trade as sentences name it: what names its country, and behind it what it is."""
    table = _vocabulary()
    return re.compile(
        rf"\b((?:[A-Z][\w'’-]*|and|of|the|&)(?: (?:[A-Z][\w'’-]*|and|of|&)){{0,4}}) (?:{_any_of(table['bodies'])})\b"
        rf"|\b(?:{_any_of(table['offices'])}) of(?: the)?((?: [A-Z][\w'-]+){{1,3}})"
    )


def named_office(text: str) -> str | None:
    """The country of the one office that a text names, for a text that names no country.

    "… up 3%, TurkStat said", "data of the Pakistan Bureau of Statistics", "the Sri Lanka Tea Exporters Association".
    """
    codes = {_names()[said[0]] for said in _name().finditer(text)}
    for said in _in_text().finditer(text):
        codes |= {mention.alpha3 for mention in find_countries(said[1] or said[2]) if mention.alpha3}
    return codes.pop() if len(codes) == 1 else None


def of_money(text: str, figures: Iterable[Figure]) -> str | None:
    """The country by whose money's code all amounts of a text are told, but for dollars and euros ("MOP35 billion").

    The first two letters of a currency's code are its country's; "XAF" is no one's.
    """
    codes = {f.unit for f in figures if f.kind == "money" and f.unit in text[f.start : f.end]} - _WORLDS
    letters = {code[:2] for code in codes}
    return next((c.alpha3 for c in all_countries() if letters == {c.alpha2}), None)


def of_date_line(document: Document) -> str | None:
    """The country of the place that the line with the day names ("New Delhi, November 2, 2022")."""
    said = document.published_from or ""
    return _only(said, {"capital"}) if said.startswith(_DATE_LINES) else None


def _head(document: Document) -> list[str]:
    """The lines above a text: short ones, and no sentences."""
    lines = [line.strip() for line in document.text[:_HEAD].split("\n")]
    return [line for line in lines if line and len(line) <= _LINE and not line.endswith(".")][:_LINES]


def _of_place(lines: list[str]) -> str | None:
    """The country of the place that stands beside the day: "Bishkek, 17 May 2021", "Male', Maldives, 1 May 2023"."""
    for line in lines:
        if len(line) <= _OF_PLACE and _DAY.search(line) and (code := _only(line, {"capital", "name"})):
            return code
    return None


def _owners(lines: list[str]) -> set[str]:
    """The countries that lines above a text say to have something ("Mali's trade")."""
    found = ((line, mention) for line in lines for mention in find_countries(line))
    return {m.alpha3 for line, m in found if m.alpha3 and line[m.end : m.end + 2] in {"'s", "’s", "' ", "’ "}}


def _only(line: str, kinds: set[str]) -> str | None:
    """The one country that a line names in some ways; None where it names none or several."""
    named = {mention.alpha3 for mention in find_countries(line) if mention.kind in kinds and mention.alpha3}
    return named.pop() if len(named) == 1 else None
