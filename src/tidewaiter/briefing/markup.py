"""Markup that cannot forget to escape: text is text, and only what `element` made is markup.

Articles, addresses and customs files are untrusted; every string that reaches a page passes through here.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

#: Elements that have no end tag in HTML.
_VOID = {"meta", "br", "hr", "link", "img"}
_NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9:-]*\Z")
#: What no page shows as it is: controls, and the marks that force the direction of what follows (a file name that
#: reads backwards). Half a surrogate pair cannot be encoded at all.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


class Markup(str):
    """A string that is markup already. Made by this module only."""

    __slots__ = ()


def printable(text: str) -> str:
    """The text with controls and direction marks replaced by U+FFFD, so that it shows what it holds."""
    return _UNPRINTABLE.sub("\ufffd", text)


def escape(text: str) -> Markup:
    """Text as markup, safe between tags and inside quoted attributes."""
    return text if isinstance(text, Markup) else Markup(html.escape(printable(text), quote=True))


def element(name: str, /, *children: str | None, **attributes: str | bool | None) -> Markup:
    """`<name …>children</name>`; children that are plain text are escaped, None is left out.

    An attribute's trailing underscore is dropped (`class_`), inner ones become hyphens (`stroke_width`); True writes
    the bare name, False and None leave it out.
    """
    if not _NAME.match(name):
        raise ValueError(f"not an element: {name!r}")
    head = [name]
    for key, value in attributes.items():
        written = key.rstrip("_").replace("_", "-")
        if not _NAME.match(written):
            raise ValueError(f"not an attribute: {key!r}")
        if value is True:
            head.append(written)
        elif value is not None and value is not False:
            head.append(f'{written}="{escape(value)}"')
    start = f"<{' '.join(head)}>"
    if name in _VOID:
        return Markup(start)
    return Markup(f"{start}{join(children)}</{name}>")


def join(children: Iterable[str | None], separator: str = "") -> Markup:
    """Markup and text set side by side, text escaped."""
    return Markup(escape(separator).join(escape(child) for child in children if child is not None))


def web_address(url: str | None) -> str | None:
    """The address if it is an ordinary one of the web, else None: no `javascript:`, no `data:`, nothing hidden."""
    if url is None or url != url.strip() or _UNPRINTABLE.search(url) or re.search(r"[\s\"'<>\\`]", url):
        return None
    try:
        parts = urlsplit(url)
        return url if parts.scheme.lower() in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def link(text: str, url: str | None, **attributes: str | bool | None) -> Markup:
    """The text, linked where the address is one of the web; its target learns nothing of the page."""
    address = web_address(url)
    if address is None:
        return escape(text)
    return element("a", text, href=address, rel="noopener noreferrer nofollow", **attributes)
