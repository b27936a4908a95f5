"""What a page says about itself beside the article: title, outlet, author, address."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tidewaiter.documents.article import Article
from tidewaiter.documents.furniture import masthead
from tidewaiter.documents.published import Published

_MASTHEAD = re.compile(
    r"(?:masthead|outlet|publication|제호|매체명|Источник)\s?[:：]\s?([^|]{2,60}?)\s*\Z|(?:媒体|来源|來源)\s?[:：]\s?(\w{2,30})",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:copyright\s*(?:©|\(c\)|ⓒ)?|©|ⓒ|\(c\))\s*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?,?\s*(?:by\s+)?(?P<who>[^.,|·]{2,60}?(?:\.[a-z]{2,12}){0,2})"
    r"(?:[.,|·\s]+(?:all rights|inc|ltd|llc|무단|copyright|\d{4})|\s*\Z)",
    re.IGNORECASE,
)
#: A masthead alone on its line, before the headline.
_PAPER = re.compile(
    r"\b(?:gazette|times|news|post|herald|daily|courier|review|tribune|journal|observer|chronicle|weekly|monitor|press"
    r"|standard|bulletin|agency)\b|(?:일보|신문|뉴스|타임스|저널|通讯社|新闻网|日报|晚报|新聞|通信)\Z",
    re.IGNORECASE,
)
_LONGEST_NAME = 40
_AGENCY = re.compile(
    r"\A.{0,80}?\((Yonhap|Reuters|AP|AFP|Xinhua|KCNA|TASS|Kyodo|Bloomberg|IANS|UPI|EFE|dpa|Interfax|연합뉴스|뉴스1|뉴시스)\)"
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What markup or file properties say; None where they say nothing.

    `title` is the article's, `heading` that of the window, which often has the outlet's name in it.
    """

    title: str | None = None
    heading: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: Published | None = None
    notes: tuple[str, ...] = ()


def outlet_of(article: Article) -> str | None:
    """The outlet as lines round the article name it: a masthead line, a copyright line, an agency's dateline."""
    lines = [piece.text for _, piece in article.aside]
    for pattern in (_MASTHEAD, _COPYRIGHT):
        for line in reversed(lines):
            found = pattern.search(line)
            name = found[found.lastindex or 1].strip(" .|-–—") if found else ""
            if any(character.isalpha() for character in name):
                return name
    for where, piece in article.aside:
        if where in {"before", "head"} and (name := masthead(piece.text)):
            return name
    for where, piece in article.aside:
        if where == "before" and len(piece.text) <= _LONGEST_NAME and _PAPER.search(piece.text):
            return piece.text
    for piece in article.pieces[:3]:
        if found := _AGENCY.match(piece.text):
            return found[1]
    return None
