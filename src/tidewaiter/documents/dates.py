"""Days that a page names, and which of them is the day it was published.

Only whole dates count here: "June 20" without a year and 05/06/2022 without a hint at its order are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from tidewaiter.documents.vocabulary import vocabulary

#: Years that a published date can lie in; anything else on a page is a number.
_FIRST_YEAR, _LAST_YEAR = 1980, 2100
#: Languages whose all-number dates begin with the day.
_DAY_FIRST = frozenset({"de", "fr", "es", "pt", "it", "nl", "ru", "uk", "pl", "tr", "id", "vi", "el"})
#: Longer lines are prose that mentions a day.
_LONGEST_LABELLED = 320

_ISO = r"(?P<y1>\d{4})\s?[-./]\s?(?P<m1>\d{1,2})\s?[-./]\s?(?P<d1>\d{1,2})(?!\d)"
_CJK = r"(?P<y2>\d{4})\s*[年년]\s*(?P<m2>\d{1,2})\s*[月월]\s*(?P<d2>\d{1,2})\s*[日일号號]"
_NUMERIC = r"(?P<a5>\d{1,2})[./-](?P<b5>\d{1,2})[./-](?P<y5>\d{4})(?!\d)"
_YEAR = re.compile(r"(?:19|20)\d\d")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:：h]\d{2}(?:[:：]\d{2})?(?!\d)")
_URL_DAY = re.compile(r"(?<!\d)(20\d{2})([-/_.]?)(\d{2})\2(\d{2})(?=\d{6,9}(?!\d)|\D|\Z)")
_NAME_DAY = re.compile(
    r"(?<![\w])(20\d{2})([-_.]?)(\d{2})\2(\d{2})(?![0-9A-Za-z])|(?<=_)(20\d{2})(\d{2})(\d{2})(?![0-9A-Za-z])"
)


@dataclass(frozen=True, slots=True)
class DayMention:
    """A whole date in a text: the day, where it stands, and whether its order had to be taken from the language."""

    day: date
    start: int
    end: int


@cache
def months() -> dict[str, int]:
    """Month names, lower case, to numbers."""
    table: dict[int, str] = vocabulary("dates")["months"]
    return {name: number for number, names in table.items() for name in names.split()}


@cache
def month_names() -> str:
    """All month names as a pattern's alternatives, told apart by their first letter: few of them are tried anywhere."""
    by_letter: dict[str, list[str]] = {}
    for name in sorted(months(), key=len, reverse=True):
        by_letter.setdefault(name[0], []).append(re.escape(name[1:]))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())


@cache
def _whole_date() -> re.Pattern[str]:
    month_first = rf"\b(?P<m3>{month_names()})\.?\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\s?,?\s+(?P<y3>\d{{4}})(?!\d)"
    day_first = (
        rf"(?<!\d)(?P<d4>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:of\s|de\s)?(?P<m4>{month_names()})\.?,?[\s-]+"
        r"(?:de\s|del\s)?(?P<y4>\d{4})(?!\d)"
    )
    return re.compile(rf"(?<!\d)(?:{_ISO}|{_CJK}|{_NUMERIC})|{month_first}|{day_first}", re.IGNORECASE)


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(word.replace("\\", "") for word in re.split(r"(?<!\\)\s+", vocabulary("dates")[section]) if word)


@cache
def _label(section: str) -> re.Pattern[str]:
    choices = "|".join(sorted(map(re.escape, _words(section)), key=len, reverse=True))
    return re.compile(rf"(?<![^\W\d_])(?:{choices})(?![a-zа-я])", re.IGNORECASE)


def day_of(year: int, month: int, day: int) -> date | None:
    """A calendar day in the years that count, else None."""
    try:
        return date(year, month, day) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    except ValueError:
        return None


def days_in(text: str, *, language: str = "en") -> Iterator[DayMention]:
    """The whole dates in a text, in order."""
    if not _YEAR.search(text):
        return
    for found in _whole_date().finditer(text):
        parts = found.groupdict()
        day = None
        if parts["y5"]:
            day = _numeric(int(parts["a5"]), int(parts["b5"]), int(parts["y5"]), language)
        else:
            for form in "1234":
                if parts[f"y{form}"]:
                    month = parts[f"m{form}"]
                    number = int(month) if month.isdigit() else months()[month.lower()]
                    day = day_of(int(parts[f"y{form}"]), number, int(parts[f"d{form}"]))
        if day:
            yield DayMention(day, found.start(), found.end())


def _numeric(first: int, second: int, year: int, language: str) -> date | None:
    """12/25/2022 and 25/12/2022 say their order; 05/06/2022 only where the language has one."""
    if first > 12 or first == second or language in _DAY_FIRST:
        return day_of(year, second, first)
    if second > 12:
        return day_of(year, first, second)
    return None


def spans_of_days(text: str) -> list[tuple[int, int]]:
    """Where whole dates stand in a text, whether or not there is such a day."""
    return [found.span() for found in _whole_date().finditer(text)] if _YEAR.search(text) else []


def clockless(text: str) -> str:
    """A text without its times of day and the words that say what a day is of."""
    return _CLOCK.sub(" ", _label("updated").sub(" ", _label("posted").sub(" ", text)))


def date_words(section: str) -> frozenset[str]:
    """The words of a section of vocabulary/dates.yml, a backslash before a space inside one."""
    return _words(section)


def labelled_day(text: str, *, language: str = "en") -> date | None:
    """The day that a line says it was posted, published or sent out on; never an updated one."""
    if len(text) > _LONGEST_LABELLED:
        return None
    marks = sorted(
        [(found.end(), True) for found in _label("posted").finditer(text)]
        + [(found.end(), False) for found in _label("updated").finditer(text)]
    )
    mentions = list(days_in(text, language=language))
    for mention in mentions:
        before = [posted for end, posted in marks if end <= mention.start]
        after = [posted for end, posted in marks if end > mention.start]
        if before and before[-1] and re.fullmatch(r"[\W\d_]*(?:\w+[,.]?\s)?[\W\d_]*", _between(text, marks, mention)):
            return mention.day
        if not before and after and after[0] and re.search(r"[가-힣]", text):  # "2022-06-18 09:00 송고"
            return mention.day
    return None


def _between(text: str, marks: Sequence[tuple[int, bool]], mention: DayMention) -> str:
    return text[max(end for end, _ in marks if end <= mention.start) : mention.start][-40:]


def says_updated(text: str) -> bool:
    """Whether a line says that its day is one of a change, a visit or a registration."""
    return _label("updated").search(text) is not None


def has_clock(text: str) -> bool:
    """Whether a line tells a time of day."""
    return _CLOCK.search(text) is not None


def day_in_url(url: str) -> date | None:
    """The day that a page's address names: /2022/06/20/, 20220620…"""
    for found in _URL_DAY.finditer(url):
        if day := day_of(int(found[1]), int(found[3]), int(found[4])):
            return day
    return None


def day_in_name(name: str) -> date | None:
    """The day that a file's name is set off with: 2022-06-20-exports.txt, exports_20220620.html."""
    for found in _NAME_DAY.finditer(name):
        year, month, day = (found[1], found[3], found[4]) if found[1] else (found[5], found[6], found[7])
        if named := day_of(int(year), int(month), int(day)):
            return named
    return None
