"""Datelines: lines that are nothing but a date, and openings of a first paragraph that say where and when it was sent.

Both hold a whole date and names beside it: places, papers, agencies, writers. A date with other words beside it is one
that the article tells of.
"""

from __future__ import annotations

import re
from functools import cache

from tidewaiter.documents.dates import DayMention, clockless, date_words, days_in, has_clock, months, spans_of_days
from tidewaiter.documents.vocabulary import vocabulary

#: Only short lines are datelines; longer ones are prose that mentions a day.
_LONGEST_LINE = 160
#: Beside a date with a time of day a line may name a section, in so many letters ("All News 15:02 August 20, 2024").
_SECTION_NAME = 14
#: A line of names and a date, nothing else: "Reuters, Aug 20, 2022", "2022-06-18 | Daily NK".
_NAMES_LINE = 90
#: Words of a city and its country; of one name; names on a line.
_PLACE_WORDS, _NAME_WORDS, _MOST_NAMES = 5, 4, 4
#: Characters of a person's or a place's name, in writing without capitals: 阿什哈巴德, 울란바토르.
_PERSON = 6
#: Characters into the first paragraph in which its dateline stands; before the date, in writing without capitals.
_REACH, _BEFORE_EAST = 110, 16
_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*\.?")
#: "14ymedio", "9News": names that open with a figure.
_NUMBERED = re.compile(r"\b\d{1,3}(?=[^\W\d_]{3})")
_PARTS = re.compile(r"\s[-–—]+\s|[|·•–—/,;:：，、|()（）\[\]【】〔〕<>〈〉=＝*\u3000]+")
#: A paper or a desk in Chinese characters, and no more: "山地日报中文 2018年8月3日".
_DESK = re.compile(
    r"[\u4e00-\u9fff]{2,10}(?:中文|日报|日報|周刊|週刊|月刊|杂志|雜誌|论坛|論壇|通讯|通訊|频道|頻道|特稿|专稿|專稿|简报|簡報)(?:网|網|版)?"
)
_UNCASED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff가-힣]")
_BYLINE = re.compile(r"\W*(?:on\W+)?(?:by|von|par|por)\s.{2,40}", re.IGNORECASE)
#: What a dateline ends with before the sentence that it opens.
_END = re.compile(
    r"\s*(?:(?:г\.|года|[일日号號])\s*)?(?:[(（\[][^()（）\[\]]{2,30}[)）\]])?\s*"
    r"(?:\.?\s?(?:--|–|—)|\.-|\s-\s|\s-(?=[\"“‘(]?[A-Z])|[:：/=＝|]|[)）\]】〕〉]|\.(?=\s+[\"“‘(]?[^\W\da-zа-я]))"
)
_NAMED_AFTER = re.compile(
    r"\s*\([A-Z][\w .,/&-]{1,40}\)\s+[\"“]?[A-Z]"
    r"|,\s[A-Z][\w’'-]{1,20}(?:[ /][A-Z][\w’'-]{1,20}){0,3}\s?(?:[.:]|[–—-]{1,2})\s"
)
_OPENED = re.compile(r"\s*(?P<open>[(（\[【〔<〈])(?P<inside>[^()（）\[\]【】〔〕<>〈〉]{6,70})[)）\]】〕>〉]")
#: A place and no more before a day, "모스크바 2024년 2월 8일"; a word for a day of something is none.
_HANGUL_PLACE = re.compile(r"[가-힣]{2,7}(?<![일후전준지재말초날월년])")
#: So many of the first paragraphs that open with a day are a list of happenings; those that can have the dateline.
_ENTRIES, _LOOKED_AT, _FIRST = 2, 12, 3


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(vocabulary("dates")[section].split())


@cache
def _pattern(section: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{entry})" for entry in vocabulary("dates")[section]), re.IGNORECASE)


def is_dateline(text: str) -> bool:
    """Whether a line is nothing but a date, with its time, weekday, label, place, paper and writer."""
    if len(text) > _LONGEST_LINE:
        return False
    spans = spans_of_days(text)
    if not spans:
        return _is_place_and_day(text)
    rest = text
    for start, end in reversed(spans):
        rest = rest[:start] + " " + rest[end:]
    rest = clockless(rest)
    if _BYLINE.fullmatch(rest.strip()):
        return True
    if _DESK.fullmatch(rest.strip()):
        return True
    rest = _pattern("reading").sub(" ", rest)
    if len(text) <= _NAMES_LINE and _are_names(rest, parted=_PARTS.search(text) is not None):
        return True
    left = sum(len(word) for word in _WORD.findall(rest) if word.lower() not in date_words("company"))
    return left <= (_SECTION_NAME if has_clock(text) else 2)


def dateline_of(paragraphs: list[str], *, language: str) -> tuple[DayMention, str] | None:
    """The day that a first paragraph opens with as its dateline, and the dateline; None where it does not.

    Where other paragraphs open with days as well they are the entries of a list.
    """
    if not paragraphs:
        return None
    openings = [_opening(one, language) for one in paragraphs[:_LOOKED_AT]]
    if sum(opening is not None for opening in openings) >= _ENTRIES:
        return None
    # A summary may stand before the dateline, which then says from where.
    later = [opening for opening in openings[1:_FIRST] if opening and _WORD.match(opening[1].lstrip("([（【"))]
    return openings[0] or next(iter(later), None)


def _opening(paragraph: str, language: str) -> tuple[DayMention, str] | None:
    opening = paragraph[:_REACH]
    mention = next(days_in(opening, language=language), None)
    if mention is None:
        return None
    bracket = _OPENED.match(opening)
    if bracket and bracket.start("inside") <= mention.start and mention.end <= bracket.end("inside"):
        before = opening[bracket.start("inside") : mention.start]
        after = opening[mention.end : bracket.end("inside")]
        dated = _pattern("sent").match(after) or (_may_open(before) and _may_open(after))
        return (mention, bracket[0].strip()) if dated else None
    before, after = opening[: mention.start], clockless(opening[mention.end :])
    if _pattern("sent").match(after):
        sender = before.strip(" （(【[")
        return (mention, opening[: mention.end].strip()) if _is_sender(sender) else None
    if not _may_open(before):
        return None
    ended = _END.match(after) or _NAMED_AFTER.match(after)
    bare = not _WORD.search(before)
    # "March 5, 2024: the border closes" may be an entry of a list, "March 5, 2024. Nobody moved" the start of a tale.
    if ended is None or (bare and ended[0].strip() in {":", "：", "."}):
        return None
    return mention, opening[: mention.end].strip()


def _is_sender(text: str) -> bool:
    """Whether what stands before "2024年8月20日电" is an agency and its place, and no words on its report."""
    return len(text) <= _BEFORE_EAST and not _pattern("cited").match(text) and not re.search(r"[，。,、]", text)


def _may_open(text: str) -> bool:
    """Whether names alone, or nothing, stand on one side of a dateline's day."""
    first = _WORD.search(text)
    if first is not None and first[0].lower() in _words("told"):
        return False
    rest = clockless(text)
    return not _WORD.search(rest) or _are_names(rest, parted=True)


def _are_names(text: str, *, parted: bool) -> bool:
    """Whether what is left of a line beside its date are names; `parted`: a mark sets them off from it."""
    parts = [part.strip(" .") for part in _PARTS.split(text)]
    parts = [part for part in parts if _WORD.search(part)]
    if not parts or len(parts) > _MOST_NAMES:
        return False
    return all(_is_name(part, parted=parted) for part in parts)


def _is_name(part: str, *, parted: bool) -> bool:
    if _pattern("papers").fullmatch(part):
        return True
    part = _NUMBERED.sub("N", part)
    words = [word for word in _WORD.findall(part) if word.lower() not in date_words("company")]
    if not words:
        return True
    if any(character.isdigit() for character in part):
        return False
    if _UNCASED.search(part):
        named = " ".join(words)
        if _pattern("papers").fullmatch(named) or (parted and _is_short(named)) or _HANGUL_PLACE.fullmatch(named):
            return True
        # "首爾 記者李明", "本报记者 李晓明 丹东报道": a paper or a writer, and names of people and places.
        told = [bool(_pattern("papers").fullmatch(word)) for word in words]
        return any(told) and all(paper or len(word) <= _PERSON for paper, word in zip(told, words, strict=True))
    small = _words("small")
    return parted and len(words) <= _NAME_WORDS and all(word[0].isupper() or word in small for word in words)


def _is_short(part: str) -> bool:
    """A place or a name of one word, in writing without capitals."""
    return " " not in part and len(part) <= len("연합뉴스TV")


def _is_place_and_day(text: str) -> bool:
    """ "BAKU, Azerbaijan, Jan. 14": from where and when an agency sent what follows."""
    found = text.rstrip(" .").replace(",", " ").split()
    if "," not in text or not 3 <= len(found) <= _PLACE_WORDS + 2:
        return False
    month, day, named = found[-2].rstrip(".").lower(), found[-1], found[:-2]
    if not day.isdecimal() or month not in months():
        return False
    return 1 <= int(day) <= 31 and all(word[0].isupper() for word in named)
