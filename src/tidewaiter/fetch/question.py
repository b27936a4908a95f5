"""What a user asks a service for, checked: who, with whom, which way, which codes, from when to when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from tidewaiter.errors import ReferenceDataError, UsageError
from tidewaiter.period import Period
from tidewaiter.reference import books, countries, goods
from tidewaiter.reference.editions import edition_for, edition_names, subheadings
from tidewaiter.reference.search import did_you_mean, goods_like

#: Everybody, in place of a country's letters.
EVERYBODY = "ALL"
WORLD = "WLD"
_CODE = re.compile(r"(?:\d{2}|\d{4}|\d{6}|\d{8}|\d{10})\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """`reporters` and `partners` are ISO 3166 alpha-3, none of them everybody; `WLD` is the world as one partner.

    `flows` are the ledger's words, `codes` HS codes, `TOTAL` or a service's own words for groups of codes; `periods`
    months (`2019-01`) or years (`2019`), all of one kind.
    """

    reporters: tuple[str, ...]
    partners: tuple[str, ...]
    flows: tuple[str, ...]
    codes: tuple[str, ...]
    periods: tuple[str, ...]

    @property
    def monthly(self) -> bool:
        """Whether it is about months."""
        return len(self.periods[0]) > len("2019")


def question(
    *,
    reporters: Iterable[str],
    partners: Iterable[str],
    flows: Iterable[str],
    codes: Iterable[str],
    start: str,
    end: str,
    words: Sequence[str] = ("TOTAL",),
) -> Question:
    """Check what a user asks; UsageError for a country, code or period that does not exist.

    Codes may be ids of goods, which stand for their codes in the editions of the periods; `words` are the service's own
    in place of codes.
    """
    span = periods(start, end)
    wanted: dict[str, None] = {}
    for code in _listed(codes):
        wanted.update(dict.fromkeys(_codes(code, span, words)))
    return Question(
        reporters=_countries(reporters, world=False),
        partners=_countries(partners, world=True),
        flows=tuple(dict.fromkeys(flows)),
        codes=tuple(wanted),
        periods=span,
    )


def code_of(system: str, alpha3: str) -> str:
    """A publisher's code of a country as it is today; UsageError where its list has none."""
    if alpha3 == WORLD:
        alpha3 = "W00"
    try:
        found = [each for each in books.entries(system) if each.alpha3 == alpha3 and each.code]
    except ReferenceDataError as error:
        raise UsageError(error.message) from error
    if not found:
        raise UsageError(f"{system} has no code for {alpha3}", cure="ask another publisher")
    return next((each.code for each in found if not each.until), found[0].code)


def everybody(system: str) -> tuple[str, ...]:
    """The codes of all countries of a publisher's list as they are today."""
    return tuple(
        each.code
        for each in books.entries(system)
        if not each.until and len(each.alpha3) == 3 and each.alpha3.isalpha() and each.code
    )


def six_digits() -> tuple[str, ...]:
    """Every six-digit code of the editions whose lists are held."""
    found: set[str] = set()
    for edition in edition_names():
        with suppress(UsageError):
            found |= subheadings("", edition)
    return tuple(sorted(found))


def oldest_listed() -> int:
    """The first year of the oldest edition whose list is held: codes of an older one are not known."""
    years = range(1988, 2100)
    for year in years:
        with suppress(UsageError):
            if subheadings("", edition_for(year)):
                return year
    return years[-1]


def _listed(words: Iterable[str]) -> list[str]:
    """Words given one by one or with commas between them."""
    return [part.strip() for word in words for part in word.split(",") if part.strip()]


def _countries(given: Iterable[str], *, world: bool) -> tuple[str, ...]:
    found = [word.upper() for word in _listed(given)]
    if EVERYBODY in found:
        return ()
    for alpha3 in found:
        if not (world and alpha3 == WORLD):
            countries.country(alpha3)
    if not found:
        raise UsageError("no country is named", cure="write an ISO 3166 alpha-3 code such as CHN, or all")
    return tuple(dict.fromkeys(found))


def _codes(text: str, periods: Sequence[str], words: Sequence[str]) -> list[str]:
    plain = text.upper().replace(".", "")
    if plain in words or _CODE.match(plain):
        return [plain]
    if text in goods.goods() and text != goods.TOTAL:
        years = sorted({int(period[:4]) for period in periods})
        found = [each for year in years for each in goods.codes(text, year) if each.reporter is None]
        if found:
            return sorted({each.code for each in found})
    meant = None if text[:1].isdigit() else did_you_mean(goods_like(text))
    cure = meant or f"write two to ten digits, {', '.join(words)}, or the id of goods (tidewaiter goods lists them)"
    raise UsageError(f"no such HS code: {text!r}", cure=cure)


def periods(start: str, end: str) -> tuple[str, ...]:
    """Months (`2019-01`) or years (`2019`) from one to the other; UsageError where it is no such run."""
    if len(start) != len(end) or len(start) not in (len("2019"), len("2019-01")):
        raise UsageError(f"not a run of months or years: {start} to {end}", cure="write 2019-01 or 2019 for both")
    months = list(Period.parse(f"{start}/{end}").months())
    if len(start) == len("2019"):
        return tuple(dict.fromkeys(month[:4] for month in months))
    return tuple(months)
