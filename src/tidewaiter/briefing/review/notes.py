"""What a reader of a review must know of its series: their notes, each once, with the goods it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tidewaiter.analysis.review.review import Review
from tidewaiter.briefing.report import books
from tidewaiter.briefing.report.content import Term, Text, text
from tidewaiter.verdicts.phrases import country
from tidewaiter.verdicts.wording import joined

#: What a series says of a year that is the sum of some of its months.
_PART_OF_A_YEAR = re.compile(r"\d{4}: (\d+) of 12 months are known whole")
#: Goods that a note names.
_NAMED = 4


def notes(review: Review) -> Iterator[Text]:
    """What a reader must know of the series, each note once with the goods it is about."""
    about: dict[tuple[str, str], list[str]] = {}
    for partner in review.partners:
        for line in partner.lines:
            for note in line.track.notes:
                about.setdefault((partner.code, note), []).append(line.title)
    held = {partner.code: len(partner.lines) for partner in review.partners}
    # Several notes of one partner about the same goods are one line.
    by_goods: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for (code, note), titles in about.items():
        by_goods.setdefault((code, tuple(titles)), []).append(note)
    for (code, goods), said in by_goods.items():
        which = "" if len(goods) == held[code] else f", {_listed(goods)}"
        told = _named("; ".join(_drawn(said)), review, code)
        yield text("{who}{which}: {notes}.", who=country(code), which=Term(which), notes=Term(told))


def _drawn(said: Sequence[str]) -> list[str]:
    """Notes, those that say of years that they are known only in part as one."""
    partial = {note: found[1] for note in sorted(said) if (found := _PART_OF_A_YEAR.match(note))}
    if not partial:
        return list(said)
    years = joined([note[:4] for note in partial])
    none = set(partial.values()) == {"0"}
    known = f"no month of {years} is known whole" if none else f"not all months of {years} are known whole"
    one = f"{known}: a figure of such a year is the least that it can be"
    return [*(note for note in said if note not in partial), one]


def _named(note: str, review: Review, partner: str) -> str:
    """A note with the names of the countries and of the book that it speaks of by their codes."""
    for code in (review.country, partner):
        note = re.sub(rf"\b{code}\b", country(code), note)
    return books.named(note)


def _listed(goods: Sequence[str]) -> str:
    """Goods in a list, a few by name."""
    named = ", ".join(title[:1].lower() + title[1:] for title in goods[:_NAMED])
    more = len(goods) - _NAMED
    return f"{named} and {more} more" if more > 0 else named
