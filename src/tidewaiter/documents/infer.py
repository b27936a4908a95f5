"""The day of an undated text, from what it tells of: a guess that is marked as one, or nothing.

Two clues are needed. A day without a year ("on June 20", or the dateline of a wire story) is taken to lie before the
text was written, by less than a year, as news leaves the year out only then. And the year must be fixed: by the year
of the page's address or file name, by an "updated" date, or by a happening that the text tells of, without a year, and
that only one year had (vocabulary/occasions.yml). Weekdays fix nothing, nor do years that the text names: they are as
often what it compares with. The guess is the latest day that the clues allow for; the text may be some days younger.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from tidewaiter.documents.dates import day_of, days_in, months
from tidewaiter.documents.published import Published
from tidewaiter.documents.vocabulary import vocabulary

#: How far into a text a dateline ("SEOUL, Aug. 20 (Yonhap) --") can stand.
_DATELINE_REACH = 80
#: Lines among which the one with the dateline is, blank ones counted.
_ABOVE = 5
#: Days by which one reading of the days told must be fresher than another, in another year, to be taken.
_CLEARLY = 60
#: Text looked at; the clues of a longer one contradict each other sooner than they help.
_LONGEST = 60_000

_SENTENCE_END = re.compile(r"[.!?]+[\"”’)]*\s+(?=[A-Z“\"‘])|[。！？\n]")
_OTHER_YEAR = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:last|previous|next|following|every|each|that) year\b|\byears? (?:ago|earlier|before)\b"
    r"|작년|지난해|내년|去年|明年|前年|昨年|来年",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:will|shall|to be held|scheduled|planned|plans|due (?:on|in|by|next|for)|upcoming|expected to|deadline)\b"
    r"|\b(?:set for|ahead of)\b"
    r"|예정|계획|将|將|予定",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_MONTH_DAY = re.compile(
    r"(?<![^\W_])([^\W\d_]{3,10})\.?\s(\d{1,2})(?!\d|,?\s*\d{4}|[.,]\d)(?:st|nd|rd|th)?\b"
    r"|(?<![\d.,])(\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?([^\W\d_]{3,10})\b(?!\.?,?\s*\d{4})"
    r"|(?<![\d年년])(?<!\d년 )(\d{1,2})[月월]\s*(\d{1,2})[日일]"
)
_DATELINE = re.compile(
    r"\A.{0,70}?(?:--|–|—|\) ?[-–—]|\((?:Yonhap|Reuters|AP|AFP|Xinhua|KCNA|TASS|Kyodo)\))", re.DOTALL
)
_COPYRIGHT_YEAR = re.compile(
    r"(?:copyright|\(c\)|©|ⓒ)\D{0,40}(20\d\d)\b|(?:copyright|\(c\)|©|ⓒ)\s*(20\d\d)", re.IGNORECASE
)
_WHOLE_YEAR = r"\b(?:in|for|during|of) {year}\b|{year}\s?(?:年(?!\s?\d)|년(?!\s?\d))"
#: The last month in which a year's own name tells of what is to come.
_SPRING = 3
_BARE_YEAR = re.compile(r"(?<![\d])(20\d\d)(?![\d])")


@dataclass(frozen=True, slots=True)
class _Clue:
    """A happening that the text tells of: the month it fell in, and the words that say so."""

    first: date
    words: str


def infer_day(text: str, *, aside: Iterable[str] = (), name: str = "", url: str | None = None) -> Published | None:
    """A day before which an undated text cannot have been written and soon after which it was; None where unsound.

    `aside` are lines beside the article, `name` and `url` its file and address.
    """
    text = text[:_LONGEST]
    dateline = dateline_day(text)
    if dateline and (year := _outer_year(aside, name, url, dateline)):
        day = day_of(year[0], *dateline)
        if day:
            return Published(day, f"inferred from the text: dateline {day:%B} {day.day}, {year[1]}")
    clues = list(_clues(text))
    if not clues:
        return None
    # Each month or day told without a year comes round again a year later: before that the text was written.
    start = max(clue.first for clue in clues)
    end = min(clue.first.replace(year=clue.first.year + 1, day=1) for clue in clues) - timedelta(days=1)
    if start > end or any(year > end.year for year in _plain_years(text)):
        return None
    told = _told_days(text)
    day = _closest(told, start, end)
    if day is None or (dateline and (day.month, day.day) != dateline):
        return None
    if day.month <= _SPRING and re.search(_WHOLE_YEAR.format(year=day.year), text, re.IGNORECASE):
        # In January nobody tells what the year has come to.
        return None
    words = max(clues, key=lambda clue: clue.first).words
    return Published(
        day, f'inferred from the text: on or after {day.isoformat()}, as it tells of "{words}" without a year'
    )


def _sentences(text: str) -> list[str]:
    return [sentence for sentence in _SENTENCE_END.split(text) if sentence]


def _bare_days(sentence: str) -> list[tuple[int, int]]:
    """Months and days that a sentence names without a year."""
    if not _DIGIT.search(sentence):
        return []
    found = []
    for match in _MONTH_DAY.finditer(sentence):
        month = match[1] or match[4] or match[5]
        number = int(month) if month.isdigit() else months().get(month.lower(), 0)
        day = int(match[2] or match[3] or match[6])
        if 1 <= number <= 12 and 1 <= day <= 31:
            found.append((number, day))
    return found


def dateline_day(text: str) -> tuple[int, int] | None:
    """Month and day of the dateline that a text opens with ("SEOUL, Aug. 20 (Agency) --"); None where it has none.

    A headline and a summary may stand above it.
    """
    for line in text.split("\n", _ABOVE)[:_ABOVE]:
        opening = _DATELINE.match(line[:_DATELINE_REACH])
        found = _bare_days(opening[0]) if opening else []
        if len(found) == 1:
            return found[0]
    return None


def _outer_year(aside: Iterable[str], name: str, url: str | None, dateline: tuple[int, int]) -> tuple[int, str] | None:
    """A year for a dateline from outside the text."""
    for place, words in (("its address", url or ""), ("its file name", name)):
        years = {int(found[1]) for found in _BARE_YEAR.finditer(words)}
        if len(years) == 1:
            return years.pop(), f"year from {place}"
    lines = list(aside)
    for line in lines:
        for mention in days_in(line):
            day = day_of(mention.day.year, *dateline)
            if day and timedelta(0) <= mention.day - day <= timedelta(days=60):
                return mention.day.year, f'year from the line "{line}"'
    years = {int(found[1] or found[2]) for line in lines for found in _COPYRIGHT_YEAR.finditer(line)}
    return (years.pop(), "year from the copyright line") if len(years) == 1 else None


def _clues(text: str) -> Iterable[_Clue]:
    """Happenings of one known year that a sentence tells of without naming a year."""
    told_at_all = _told_of(text)
    rows = [row for row in vocabulary("occasions") if told_at_all.issuperset(row["told"])]
    if not rows:
        return
    for sentence in _sentences(text):
        told = [row for row in rows if all(_pattern(words).search(sentence) for words in row["told"])]
        if not told or _OTHER_YEAR.search(sentence):
            continue
        named = {months().get(word.lower()) for word in _WORD.findall(sentence)}
        days = set(_bare_days(sentence))
        for row in told:
            if row["month"] not in named or ("day" in row and (row["month"], row["day"]) not in days):
                continue
            if "unless" not in row or not _pattern(row["unless"]).search(sentence):
                yield _Clue(date(row["year"], row["month"], row.get("day", 1)), " ".join(sentence.split())[:90])


def _told_of(text: str) -> set[str]:
    """Which patterns of the occasions a text holds: all are looked for in one pass."""
    patterns, searched = _occasions()
    return {patterns[place] for place in searched.Match(text) or ()}


@cache
def _occasions() -> tuple[list[str], Any]:
    import re2

    options = re2.Options()
    options.case_sensitive = False
    patterns = sorted({words for row in vocabulary("occasions") for words in row["told"]})
    searched = re2.Set.SearchSet(options)
    for pattern in patterns:
        searched.Add(pattern)
    searched.Compile()
    return patterns, searched


@cache
def _pattern(words: str) -> Any:
    import re2

    options = re2.Options()
    options.case_sensitive = False
    return re2.compile(words, options)


def _plain_years(text: str) -> set[int]:
    return {int(found[1]) for found in _BARE_YEAR.finditer(text)}


def _told_days(text: str) -> set[tuple[int, int]]:
    """The past days, without a year, that a text names."""
    return {
        named
        for sentence in _sentences(text)
        if not (_FUTURE.search(sentence) or _OTHER_YEAR.search(sentence))
        for named in _bare_days(sentence)
    }


def _closest(told: set[tuple[int, int]], start: date, end: date) -> date | None:
    """The day, among those told, by which the text was written if all of them are as fresh as they can be.

    None where none lies between `start` and `end`, or where two would do about equally well.
    """
    spans = []
    for month, day in told:
        for year in {start.year, end.year}:
            last = day_of(year, month, day)
            if last and start <= last <= end:
                ages = [(last - back).days for other in told if (back := _back_to(other, last))]
                spans.append((max([*ages, (last - start).days]), last))
    spans.sort()
    if not spans or (len(spans) > 1 and spans[1][0] - spans[0][0] < _CLEARLY and spans[1][1].year != spans[0][1].year):
        return None
    return spans[0][1]


def _back_to(month_day: tuple[int, int], day: date) -> date | None:
    """The last such day up to `day`."""
    found = [day_of(year, *month_day) for year in (day.year, day.year - 1)]
    return next((one for one in found if one and one <= day), None)
