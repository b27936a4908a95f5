"""What a reader of a review must know of its series: their notes, each once, with the goods it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tidewaiter.analysis.review.review import Review
from tidewaiter.briefing.report.content import Term, Text, text
from tidewaiter.verdicts.phrases import country
from tidewaiter.verdicts.wording import joined

#: What a series says of a year that is the sum of some of its months.
_PART_OF_A_YEAR = re.compile(r"\d{4}: \d+ of 12 months are known whole")
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
        yield text("{who}{which}: {notes}.", who=country(code), which=Term(which), notes=Term("; ".join(_drawn(said))))


def _drawn(said: Sequence[str]) -> list[str]:
    """Notes, those that say of several years that they are known only in part as one."""
    partial = [note for note in said if _PART_OF_A_YEAR.match(note)]
    if len(partial) < 2:
        return list(said)
    years = joined([note[:4] for note in sorted(partial)])
    one = f"of {years} not all months are known whole, so each is at least this"
    return [*(note for note in said if note not in partial), one]


def _listed(goods: Sequence[str]) -> str:
    """Goods in a list, a few by name."""
    named = ", ".join(title[:1].lower() + title[1:] for title in goods[:_NAMED])
    more = len(goods) - _NAMED
    return f"{named} and {more} more" if more > 0 else named
