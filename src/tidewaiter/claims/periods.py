"""Expressions of time in news language, found in a text and resolved to ISO 8601 periods.

An expression is found without knowing anything ("in May", "a year earlier", "the previous four months") and resolved
later against an `Anchor`: the day of publication and the period that the text is speaking of. What cannot be resolved
without a guess is None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from tidewaiter.claims.lexicon import known_language, load_yaml
from tidewaiter.claims.tokens import Tokens
from tidewaiter.errors import UsageError
from tidewaiter.period import Period, Point

_DIGITS = "0123456789"
#: Years that news of trade can speak of.
_YEARS = (1800, 2200)
#: Forms that name a point of comparison by themselves.
BASE_FORMS = frozenset(
    {"ago_years", "ago_month", "ago_same", "base_month_year", "same_each_decade", "yoy", "mom", "qoq"}
)
#: Forms that name a day or a week, which trade statistics do not.
DAY_FORMS = frozenset({"day", "days", "rel_day"})


@dataclass(frozen=True, slots=True)
class Expression:
    """A stretch of text that names a time; `form` is how it does so, `parts` its years, months and numbers."""

    start: int
    end: int
    form: str
    parts: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(slots=True)
class Anchor:
    """What relative expressions hang on.

    `day` is the day of publication, `month` the same to the month where the day is not known. `current` is the period
    the text is speaking of, `data_end` the last month of this year that its data are known to cover, `fiscal_start`
    the month its country's fiscal year begins in.
    """

    day: date | None = None
    year: int | None = None
    month: int | None = None
    current: Period | None = None
    data_end: Point | None = None
    fiscal_start: int | None = None

    def year_of(self, relative: str) -> int | None:
        """The year that "this", "last", "the previous" year means."""
        word = relative.lower().removeprefix("the ")
        if word in {"same", "that"} and self.current is not None:
            return self.current.end.year
        if word in {"previous", "preceding", "prior"}:
            return None if self.current is None else self.current.end.year - 1
        if word == "following":
            return None if self.current is None else self.current.end.year + 1
        if self.year is None:
            return None
        shift = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "next": 1, "before_last": -2}
        return self.year + shift.get(word, 0)

    def latest(self, month: int) -> int | None:
        """The year of the latest such month that had begun when the text was published."""
        if self.year is not None:
            if self.month is None:
                return self.year
            return self.year if month <= self.month else self.year - 1
        return None if self.current is None else self.current.end.year


class Grammar:
    """The patterns of one language, compiled once: one pass finds, a second reads the parts."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.months = {name.lower(): int(m) for m, names in table.get("months", {}).items() for name in names}
        self.numbers = {str(word): int(n) for word, n in table.get("numbers", {}).items()}
        self.relative = {str(k): str(v) for k, v in table.get("relative", {}).items() if isinstance(v, str)}
        self.before: dict[str, frozenset[str]] = {k: frozenset(v) for k, v in table.get("before", {}).items()}
        self.after: dict[str, tuple[str, ...]] = {k: tuple(v) for k, v in table.get("after", {}).items()}
        self.events = {str(k): int(v) for k, v in table.get("events", {}).items()}
        templates = {k: str(v) for k, v in table.get("templates", {}).items()}
        templates["MONTHS"] = "|".join(
            sorted((n for ns in table.get("months", {}).values() for n in ns), key=len, reverse=True)
        )
        edge = r"(?<![\w$€£¥₩-])" if table.get("spaced", "yes") != "no" else ""
        filled = [(form, _fill(pattern, templates)) for form, pattern in table["patterns"]]
        # Compiled where one is first met: a text knows few of them.
        self._forms = [(form, f"{edge}(?:{pattern})") for form, pattern in filled]
        alternatives = "|".join(f"(?P<a{i}>{_anonymous(pattern)})" for i, (_, pattern) in enumerate(filled))
        starts = frozenset(table.get("starts", ()))
        self._starts = starts | self.months.keys() if starts else starts
        self._leads = frozenset(table.get("leads", ()))
        self._counted = frozenset(table.get("counted", ())) | self.months.keys()
        self._scan = re.compile(f"{edge}(?:{alternatives})", re.IGNORECASE)

    def find(self, text: str, tokens: Tokens | None = None) -> list[Expression]:
        """Every expression in order of place."""
        if not self._starts or tokens is None:
            return [self._expression(text, match) for match in self._scan.finditer(text)]
        found: list[Expression] = []
        free = 0
        for place in self._places(tokens):
            if place < free:
                continue
            match = self._scan.match(text, place)
            if match is not None:
                found.append(self._expression(text, match))
                free = match.end()
        return found

    def _places(self, tokens: Tokens) -> Iterator[int]:
        """Where an expression may begin: at a word it can turn on, or at the small words before one."""
        words, leads = tokens.words, self._leads
        starts, numbers = self._starts, self.numbers
        for i in [i for i, w in enumerate(words) if w in starts or w in numbers or w[0] in _DIGITS]:
            if words[i] not in starts and not self._is_number(tokens, i):
                continue
            j = i
            while j > 0 and i - j < 3 and words[j - 1] in leads:
                j -= 1
            yield from tokens.starts[j : i + 1]

    def _is_number(self, tokens: Tokens, i: int) -> bool:
        word = tokens.words[i]
        if word[:2] in {"19", "20"} and len(word) >= 4:
            return word[:4].isdigit() and word[4:5] in {"", ".", "-", "/"}
        if not (word in self.numbers or (len(word) <= 2 and word.isdigit())):
            return False
        return i + 1 < len(tokens) and tokens.words[i + 1] in self._counted

    def _expression(self, text: str, match: re.Match[str]) -> Expression:
        form, pattern = self._forms[int((match.lastgroup or "a0")[1:])]
        parts = _compiled(pattern).match(text, match.start())
        groups = {} if parts is None else {k: v for k, v in parts.groupdict().items() if v}
        return Expression(match.start(), match.end(), form, groups)

    def number(self, text: str) -> int | None:
        """A small number in figures or words."""
        if text.isdigit():
            return int(text)
        return self.numbers.get(text.lower())

    def month(self, text: str) -> int | None:
        """The month that a name or a number stands for."""
        if text.isdigit():
            return int(text) if 1 <= int(text) <= 12 else None
        return self.months.get(text.lower().rstrip("."))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _fill(pattern: str, templates: Mapping[str, str]) -> str:
    for _ in range(4):
        for name, value in templates.items():
            pattern = pattern.replace("{" + name + "}", value)
    return pattern.replace("#>", ">")


def _anonymous(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


@cache
def grammar(language: str) -> Grammar:
    """The time grammar of a language, read once."""
    return Grammar(load_yaml(f"periods_{known_language(language)}.yml"))


def find(text: str, *, language: str = "en", tokens: Tokens | None = None) -> list[Expression]:
    """Every expression of time in a text; `tokens` of it, where they are at hand, save a scan."""
    return grammar(language).find(text, tokens)


def resolve(expression: Expression, anchor: Anchor, *, language: str = "en") -> Period | None:
    """The period an expression names; None where the text and the anchor do not settle it."""
    builder = _BUILDERS.get(expression.form)
    if builder is None:
        return None
    try:
        period: Period | None = builder(dict(expression.parts), anchor, grammar(language))
        if period is None or not _plausible(period):
            return None
        return Period.parse(str(period))
    except (UsageError, ValueError, LookupError):
        # "February 30", "13月", a run that ends before it begins: words, and no time on the calendar.
        return None


def _plausible(period: Period) -> bool:
    points = (period.end,) if period.start is None else (period.start, period.end)
    return all(_YEARS[0] <= point.year <= _YEARS[1] for point in points)


def _year(parts: dict[str, str], anchor: Anchor, g: Grammar) -> int | None:
    if "y" in parts:
        return int(parts["y"])
    if "r" in parts:
        return anchor.year_of(g.relative.get(parts["r"], parts["r"]))
    if "ybefore" in parts:
        if "last" in parts["ybefore"]:
            return anchor.year_of("before_last")
        return None if anchor.current is None else anchor.current.end.year - 1
    return None


def _named(parts: dict[str, str]) -> bool:
    return "y" in parts or "r" in parts or "ybefore" in parts


def _span(year: int | None, first: int | None, last: int | None) -> Period | None:
    if year is None or not first or not last or last < first:
        return None
    return Period(Point(year, first), Point(year, last))


def _build_year(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    year = _year(parts, anchor, g)
    return None if year is None else Period.year(year)


def _build_rel_year(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    year = _year(parts, anchor, g)
    if year is None:
        return None
    end = anchor.data_end
    # "This year" in a text whose data end in April is January to April.
    if year == anchor.year and end is not None and end.year == year and 0 < end.month < 12:
        return _span(year, 1, end.month)
    return Period.year(year)


def _build_ytd(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    end = anchor.data_end
    if end is None or anchor.year is None or end.year != anchor.year or not end.month:
        return None
    return _span(end.year, 1, end.month)


def _build_to_date(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    if anchor.year is None:
        return None
    return Period(None, Point(anchor.year, anchor.month or 0))


def _build_month(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    month = g.month(parts["m"])
    if month is None:
        return None
    year = _year(parts, anchor, g) if _named(parts) else anchor.latest(month)
    return None if year is None else Period.month(year, month)


def _build_rel_month_name(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    month = g.month(parts["m"])
    year = None if month is None else anchor.latest(month)
    if month is None or year is None:
        return None
    if parts["r"].lower() == "next":
        year += 1
    elif parts["r"].lower() == "last" and month == anchor.month:
        year -= 1
    return Period.month(year, month)


def _build_months(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    first, last = g.month(parts["m"]), g.month(parts["m2"])
    if first is None or last is None:
        return None
    if "y2" in parts:
        end_year = int(parts["y2"])
        start_year = int(parts.get("y", parts["y2"])) if "y" in parts else end_year - (last < first)
    elif _named(parts):
        year = _year(parts, anchor, g)
        if year is None:
            return None
        end_year, start_year = year, year - (last < first)
    else:
        latest = anchor.latest(last)
        if latest is None:
            return None
        end_year, start_year = latest, latest - (last < first)
    return Period(Point(start_year, first), Point(end_year, last))


def _build_day(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    month = g.month(parts["m"])
    day = int(re.sub(r"\D", "", parts["d"]))
    if month is None:
        return None
    year = _year(parts, anchor, g) if _named(parts) else anchor.latest(month)
    if year is None:
        return None
    date(year, month, day)
    return Period(Point(year, month, day), Point(year, month, day))


def _build_part_of_month(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """The first or second half of a month, or its first so many days."""
    month = _build_month(parts, anchor, g) if "m" in parts else _build_rel_month(parts, anchor, g)
    if month is None:
        return None
    year, number = month.end.year, month.end.month
    last = month.last_day.day
    if "o" in parts:
        first, until = (1, 15) if g.number(parts["o"]) == 1 else (16, last)
    else:
        first, until = 1, g.number(parts["n"]) or 0
    date(year, number, until)
    return Period(Point(year, number, first), Point(year, number, until))


def _build_days(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    first = _build_day(parts, anchor, g)
    if first is None:
        return None
    day = int(re.sub(r"\D", "", parts["d2"]))
    month = g.month(parts["m2"]) if "m2" in parts else first.end.month
    if month is None:
        return None
    date(first.end.year, month, day)
    return Period(first.end, Point(first.end.year, month, day))


def _build_first_months(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    # "The year to May" is twelve months.
    n = g.number(parts.get("n", "12"))
    if n is None or not 1 <= n <= 12:
        return None
    if "m" in parts:
        last = g.month(parts["m"])
        if last is None:
            return None
        year = _year(parts, anchor, g) if _named(parts) else anchor.latest(last)
        if year is None:
            return None
        index = year * 12 + last - n
        return Period(Point(index // 12, index % 12 + 1), Point(year, last))
    if _named(parts):
        return _span(_year(parts, anchor, g), 1, n)
    return _span(anchor.latest(n), 1, n)


def _build_last_months_year(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    n = g.number(parts["n"])
    return None if n is None else _span(_year(parts, anchor, g), 13 - n, 12)


def _build_last_months(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    n = g.number(parts["n"])
    if n is None or not n:
        return None
    word = g.relative.get(parts.get("r", ""), parts.get("r", "last")).lower()
    current = anchor.current
    if word in {"previous", "preceding", "prior"}:
        if current is None or current.start is None or not current.whole_months:
            return None
        if not current.is_month and len(list(current.months())) != n:
            return None
        # Behind a span, as many months before it began.
        last = current.start.year * 12 + (current.start.month or 1) - 2
    elif anchor.data_end is not None and anchor.data_end.month:
        last = anchor.data_end.year * 12 + anchor.data_end.month - 1
    else:
        return None
    first = last - n + 1
    return Period(Point(first // 12, first % 12 + 1), Point(last // 12, last % 12 + 1))


def _build_last_years(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    n = 10 if "decade" in parts else g.number(parts["n"])
    if n is None or anchor.year is None:
        return None
    last = anchor.year - 1
    if parts.get("r") in {"previous", "preceding", "prior"} and anchor.current is not None:
        last = anchor.current.end.year - 1
    return Period(Point(last - n + 1), Point(last))


def _build_years_before_event(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    n = 10 if "decade" in parts else g.number(parts["n"])
    year = g.events.get(parts["event"])
    return None if n is None or year is None else Period(Point(year - n), Point(year - 1))


def _quarter_like(parts: dict[str, str], anchor: Anchor, g: Grammar, size: int) -> Period | None:
    which = g.number(parts.get("o") or parts.get("n") or parts.get("n2") or "")
    if which is None or not 1 <= which <= 12 // size:
        return None
    last = which * size
    year = _year(parts, anchor, g) if _named(parts) else anchor.latest(last)
    return _span(year, last - size + 1, last)


def _build_quarter(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    return _quarter_like(parts, anchor, g, 3)


def _build_half(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    return _quarter_like(parts, anchor, g, 6)


def _build_quarters(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    n = g.number(parts["n"]) or 0
    year = _year(parts, anchor, g) if _named(parts) else anchor.latest(3 * n)
    return _span(year, 1, 3 * n)


def _build_fiscal(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """A fiscal year, by the month in which the country's begins; one that names its last month ends there."""
    if "m" in parts:
        last = g.month(parts["m"])
        if last is None:
            return None
        year = int(parts["y2"])
        index = year * 12 + last - 12
        return Period(Point(index // 12, index % 12 + 1), Point(year, last))
    if "y" not in parts and "r" in parts:
        return _fiscal_year_of(parts["r"], anchor)
    if "y" in parts and "y2" in parts:
        first = int(parts["y"])
        last_year = int(parts["y2"]) if len(parts["y2"]) == 4 else first // 100 * 100 + int(parts["y2"])
        if last_year == first + 1:
            start = anchor.fiscal_start
            if start is None or start == 1:
                return None
            return Period(Point(first, start), Point(last_year, start - 1))
        return Period(Point(first), Point(last_year)) if last_year > first else None
    return None


def _fiscal_year_of(relative: str, anchor: Anchor) -> Period | None:
    """This or the last fiscal year, seen from the day of the text."""
    start, day = anchor.fiscal_start, anchor.day
    if start is None or start == 1 or day is None:
        return None
    first = day.year - (day.month < start)
    if relative.lower() in {"last", "previous", "preceding", "past"}:
        first -= 1
    return Period(Point(first, start), Point(first + 1, start - 1))


def _build_fiscal_months(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    """ "The first five months of the current fiscal year"."""
    year = _build_fiscal(parts if "y" in parts else {"r": parts.get("r", "this")}, anchor, g)
    n = g.number(parts["n"])
    if year is None or year.start is None or n is None or not 1 <= n <= 12:
        return None
    index = year.start.year * 12 + year.start.month + n - 2
    return Period(year.start, Point(index // 12, index % 12 + 1))


def _build_years(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    first, last = int(parts["y"]), int(parts["y2"])
    return Period(Point(first), Point(last)) if first < last else None


def _build_rel_month(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    word = g.relative.get(parts["r"], parts["r"]).lower().removeprefix("the ")
    if word in {"same", "that", "following"}:
        current = anchor.current
        if current is None or not current.is_month:
            return None
        return current if word != "following" else None
    if anchor.year is None or anchor.month is None:
        return None
    index = anchor.year * 12 + anchor.month - 1 + {"last": -1, "past": -1, "next": 1}.get(word, 0)
    return Period.month(index // 12, index % 12 + 1)


def _build_decade(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    year = int(parts["y"])
    return Period(Point(year), Point(year + 9))


def _build_ago_years(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    n = g.number(parts["n"]) if "n" in parts else 1
    return None if anchor.current is None or n is None else anchor.current.back_years(n)


def _build_ago_month(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    current = anchor.current
    return current.previous() if current is not None and current.is_month else None


def _build_ago_same(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    return None if anchor.current is None or not anchor.current.whole_months else anchor.current.previous()


def _build_base_month_year(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    current = anchor.current
    if current is None:
        return None
    if "y" not in parts:
        return current.back_years(1)
    return current.back_years(current.end.year - int(parts["y"]))


def _build_same_each_decade(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    n = 10 if "n" not in parts else g.number(parts["n"])
    year = anchor.year if anchor.year is not None else (anchor.current.end.year if anchor.current else None)
    return None if year is None or n is None else Period(Point(year - n), Point(year - 1))


def _build_same_period(parts: dict[str, str], anchor: Anchor, g: Grammar) -> Period | None:
    return anchor.current


_BUILDERS: dict[str, Any] = {
    "year": _build_year, "rel_year": _build_rel_year, "ytd": _build_ytd, "to_date": _build_to_date,
    "month": _build_month, "month_range_last": _build_month, "rel_month_name": _build_rel_month_name,
    "months": _build_months, "months_years": _build_months, "part_of_month": _build_part_of_month,
    "day": _build_day, "days": _build_days,
    "first_months": _build_first_months, "last_months": _build_last_months,
    "last_months_year": _build_last_months_year, "last_years": _build_last_years,
    "years_before_event": _build_years_before_event, "quarter": _build_quarter, "quarters": _build_quarters,
    "half": _build_half, "fiscal": _build_fiscal, "fiscal_months": _build_fiscal_months,
    "years": _build_years, "rel_month": _build_rel_month,
    "decade": _build_decade, "ago_years": _build_ago_years, "yoy": _build_ago_years, "ago_month": _build_ago_month,
    "mom": _build_ago_month, "ago_same": _build_ago_same, "qoq": _build_ago_same,
    "same_period": _build_same_period,
    "base_month_year": _build_base_month_year, "same_each_decade": _build_same_each_decade,
}  # fmt: skip
