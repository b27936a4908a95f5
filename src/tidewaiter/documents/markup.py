"""A reader of tags: HTML as it is found on the web, in one pass, with the offset of everything.

Not a validator: broken markup yields what can be made of it. Every search goes forward from where reading stands, so
the cost is linear in the page, however it is nested or broken.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>\"'<=]*+)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>")
_PLAIN_TAG = re.compile(r"<(/?)([A-Za-z][^\s/><]*+)([^><]*+)>?")
_ATTRIBUTE = re.compile(r"([^\s\"'>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
#: Elements whose content is no markup, up to their end tag.
_RAW = frozenset({"script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext"})


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or end tag; `raw` is the text of its attributes, `inner` the span of a raw element's content."""

    name: str
    closing: bool
    raw: str
    start: int
    end: int
    inner: tuple[int, int] | None = None

    def attributes(self) -> dict[str, str]:
        """The attributes, names in lower case, entities undone; the first of a name counts."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.raw[:20_000]):
            value = match[2] or match[3] or match[4] or ""
            found.setdefault(match[1].lower(), html.unescape(value) if "&" in value else value)
        return found


def tags_and_text(source: str) -> Iterator[Tag | tuple[int, int]]:
    """Tags, and the stretches of text between them, in order; comments and declarations are left out."""
    at, length = 0, len(source)
    quotes_close = comments_close = True
    closers: dict[str, re.Pattern[str]] = {}
    while at < length:
        mark = source.find("<", at)
        if mark < 0:
            break
        if source.startswith("<!--", mark) and comments_close:
            close = source.find("-->", mark + 4)
            comments_close = close >= 0
            if comments_close:
                if mark > at:
                    yield at, mark
                at = close + 3
                continue
        following = source[mark + 1 : mark + 2]
        if following in ("!", "?"):
            if mark > at:
                yield at, mark
            close = source.find(">", mark)
            at = length if close < 0 else close + 1
            continue
        tag = _TAG.match(source, mark) if quotes_close else _PLAIN_TAG.match(source, mark)
        if tag is None and quotes_close and (tag := _PLAIN_TAG.match(source, mark)) is not None:
            quotes_close = False  # a quote that never closes: from here on a tag ends at the next ">"
        if tag is None:  # a "<" that opens nothing is text
            yield at, mark + 1
            at = mark + 1
            continue
        if mark > at:
            yield at, mark
        at = tag.end()
        name, closing = tag[2].lower(), tag[1] == "/"
        if name in _RAW and not closing:
            closer = closers.setdefault(name, re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE))
            close_at = closer.search(source, at)
            inner = (at, close_at.start() if close_at else length)
            yield Tag(name, False, tag[3], mark, at, inner)
            at = inner[1]
            continue
        yield Tag(name, closing, tag[3], mark, at)
    if at < length:
        yield at, length
