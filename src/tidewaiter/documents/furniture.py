"""What a single line's own words say: furniture, the end of an article, a byline, a caption, a note on the author.

The words are in vocabulary/furniture.yml; which blocks make the article is decided in `article`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from tidewaiter.documents.prose import sentence_ended, width
from tidewaiter.documents.vocabulary import vocabulary

#: Columns beyond which a block is prose whatever word it begins with, or holds.
_LINE, _HOLDING_LINE = 280, 180
_HEADING_LINE = 90
_HEADING_MARKS = " \t|>»›▶■·•-–—:：+"
_FACT = re.compile(
    r"[$€£¥₩%％‰]|\d[.,]\d|\b\d+\s?(?:percent|per cent|million|billion|trillion|thousand)\b"
    r"|\b\d+\s?(?:tons?|tonnes|kg|barrels|doses|units)\b"
    r"|\d\s?(?:억|만|천|조|퍼센트|톤|달러|원|万|億|亿|千|吨|美元|人民币|トン|ドル|млн|млрд|тыс|тонн|Mio|Mrd|millones|mil)",
    re.IGNORECASE,
)


def _source(section: str) -> str:
    entries = [entry.replace("#", r"\d{1,9}") for entry in vocabulary("furniture")[section]]
    return "|".join(f"(?:{entry})" for entry in entries)


@cache
def _anchored(section: str) -> re.Pattern[str]:
    return re.compile(_source(section), re.IGNORECASE)


@cache
def _anywhere(section: str) -> Any:
    """Patterns searched through a whole line: RE2 looks for all of them at once, in linear time."""
    import re2

    options = re2.Options()
    options.case_sensitive = False
    return re2.compile(_source(section), options)


@cache
def _bylines() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(entry) for entry in vocabulary("furniture")["bylines"])


@cache
def _mastheads() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(entry.replace("#", r"\d{1,9}")) for entry in vocabulary("furniture")["mastheads"])


def is_furniture(text: str) -> bool:
    """Whether a line's own words say that it is no part of an article."""
    wide = width(text)
    if wide > _LINE:
        return False
    line = text.strip(" \t|>»›▶■·•-–—")
    return bool(
        not line
        or _anchored("whole").fullmatch(line)
        or _anchored("begins").match(line)
        or (wide <= _HOLDING_LINE and _anywhere("holds").search(line))
    )


def ends_article(text: str) -> bool:
    """Whether a line is a heading after which articles do not go on."""
    return width(text) <= _HEADING_LINE and bool(_anchored("ends").fullmatch(text.strip(_HEADING_MARKS)))


def heads_box(text: str) -> bool:
    """Whether a line heads a box of links to other articles."""
    return width(text) <= _HEADING_LINE and bool(_anchored("boxes").fullmatch(text.strip(_HEADING_MARKS)))


def byline(text: str) -> str | None:
    """The author that a byline names, "" for a byline without a name, None where the line is no byline."""
    line = text.strip(" \t|/")
    if width(line) > 120 or sentence_ended(line):
        return None
    for pattern in _bylines():
        if (found := pattern.fullmatch(line)) or (
            found := pattern.fullmatch(line[0].lower() + line[1:] if line else "")
        ):
            return (found.groupdict().get("author") or "").strip(" ,|/-–—")
    return None


def masthead(text: str) -> str | None:
    """The paper that a line over the headline names, "" for a desk without one, None where the line is no masthead."""
    line = text.strip(_HEADING_MARKS)
    if width(line) > _HEADING_LINE:
        return None
    found = next((found for pattern in _mastheads() if (found := pattern.fullmatch(line))), None)
    return None if found is None else found.groupdict().get("outlet") or ""


def is_caption(text: str) -> bool:
    """Whether a block reads like the line under a picture."""
    return width(text) <= 400 and bool(_anywhere("captions").search(text))


def is_author_note(text: str) -> bool:
    """Whether a block tells who the writer is."""
    return width(text) <= 400 and not _FACT.search(text) and bool(_anywhere("authors").search(text))


def is_fact(text: str) -> bool:
    """Whether a short line holds a figure of the kind that articles state."""
    return bool(_FACT.search(text))
