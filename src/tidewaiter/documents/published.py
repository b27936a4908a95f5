"""The day a document was published, and who says so: the caller, metadata, the page's lines, its address, its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tidewaiter.documents.article import Article
from tidewaiter.documents.datelines import dateline_of, is_dateline
from tidewaiter.documents.dates import (
    DayMention,
    day_in_name,
    day_in_url,
    days_in,
    has_clock,
    labelled_day,
    says_updated,
)
from tidewaiter.documents.prose import is_prose

#: Characters of a line between headline and text, and the marks that set a date off in it.
_LONGEST_NOTE = 90
_SET_OFF = (",", "|", "·", "–", "—", "/", ";", "，")
#: Sources may differ by a day (time zones, print and web); beyond that the reader is told.
_TOLERANCE = 2


@dataclass(frozen=True, slots=True)
class Published:
    """A day and where it was read."""

    day: date
    source: str


def published_day(
    article: Article,
    *,
    language: str,
    name: str,
    caller: date | None = None,
    metadata: Published | None = None,
    url: str | None = None,
) -> tuple[Published | None, list[str]]:
    """The published day from the best source that names one, and notes on sources that disagree with it."""
    found: list[Published] = []
    if caller:
        found.append(Published(caller, "the caller"))
    if metadata:
        found.append(metadata)
    found += _from_lines(article, language)
    if url and (day := day_in_url(url)):
        found.insert(_rank_of_url(found), Published(day, f"the address {url}"))
    if day := day_in_name(name):
        found.append(Published(day, f"the file name {name}"))
    if not found:
        return None, []
    best = found[0]
    notes = [
        f"{other.source} says {other.day}, not {best.day}"
        for other in found[1:]
        if abs((other.day - best.day).days) > _TOLERANCE and not other.source.startswith("a date at the end")
    ]
    return best, notes


def _rank_of_url(found: list[Published]) -> int:
    """An address is surer than a bare date line, not than a labelled one."""
    strong = ("the caller", "metadata", "the line")
    return sum(1 for one in found if one.source.startswith(strong))


def _from_lines(article: Article, language: str) -> list[Published]:
    """Days on the lines round the article, the surest first."""
    labelled, head, before, after = [], [], [], []
    crowded = sum(1 for where, _ in article.aside if where == "before") > 3
    for where, piece in article.aside:
        text = piece.text
        if day := labelled_day(text, language=language):
            labelled.append(Published(day, f'the line "{text}"'))
            continue
        mentions = list(days_in(text, language=language))
        if not mentions or _only_updated(text, mentions):
            continue
        one = Published(mentions[0].day, f'the date line "{text}"')
        if where == "head":
            head.append(one)
        elif (
            where == "before"
            and not piece.chrome
            and not has_clock(text)
            and not (crowded and is_dateline(text) and _has_weekday(text))
        ):
            before.append(one)
        elif where == "after" and is_dateline(text) and not has_clock(text):
            after.append(Published(mentions[0].day, f'a date at the end, "{text}"'))
    head = head or _under_title(article, language)
    return labelled + head + _from_dateline(article, language) + before[::-1] + after


def _under_title(article: Article, language: str) -> list[Published]:
    """ "Note prepared for members, 15 November 2023": a line over the text that a date is set off in."""
    for piece in article.pieces:
        text = piece.text
        if piece is article.title or piece.kind == "title":
            continue
        if len(text) > _LONGEST_NOTE or piece.kind not in ("paragraph", "heading") or is_prose(text):
            break
        for mention in days_in(text, language=language):
            before, after = text[: mention.start].rstrip(), text[mention.end :].strip(" .")
            if (not after and before.endswith(_SET_OFF)) or (not before and after.startswith(_SET_OFF)):
                return [Published(mention.day, f'the date line "{text}"')]
    return []


def _only_updated(text: str, mentions: list[DayMention]) -> bool:
    """Whether a line's days are of changes: "Updated 3 May", not "3 May, updated 4 May"."""
    return says_updated(text) and (len(mentions) == 1 or says_updated(text[: mentions[0].start]))


def _has_weekday(text: str) -> bool:
    return (
        re.search(r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|[월화수목금토일]요일|星期|曜日", text, re.IGNORECASE)
        is not None
    )


def _from_dateline(article: Article, language: str) -> list[Published]:
    """A whole date in the dateline of the first paragraph."""
    paragraphs = [piece.text for piece in article.pieces if piece.kind == "paragraph"]
    found = dateline_of(paragraphs, language=language)
    return [Published(found[0].day, f'the dateline "{found[1]}"')] if found else []
