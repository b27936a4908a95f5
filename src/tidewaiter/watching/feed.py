"""The arrivals as an Atom feed, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

from tidewaiter.briefing.markup import printable
from tidewaiter.watching.inbox import Arrival

#: Entries that a feed keeps.
ENTRIES = 100
_ATOM = "http://www.w3.org/2005/Atom"


def atom(arrivals: Sequence[Arrival], *, title: str) -> str:
    """The whole feed; its links are to pages beside it."""
    ElementTree.register_namespace("", _ATOM)
    feed = ElementTree.Element(f"{{{_ATOM}}}feed")
    _add(feed, "title", title)
    _add(feed, "id", f"urn:tidewaiter:watch:{arrivals[0].sha256 if arrivals else 'empty'}")
    _add(feed, "updated", arrivals[-1].at if arrivals else "1970-01-01T00:00:00Z")
    _add(_add(feed, "author"), "name", "Tidewaiter")
    for arrival in list(reversed(arrivals))[:ENTRIES]:
        entry = _add(feed, "entry")
        _add(entry, "title", arrival.title)
        _add(entry, "id", f"urn:sha256:{arrival.sha256}")
        _add(entry, "updated", arrival.at)
        _add(entry, "summary", arrival.problem or arrival.summary)
        if arrival.page is not None:
            _add(entry, "link").set("href", arrival.page)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(feed, encoding="unicode") + "\n"


def _add(parent: ElementTree.Element, name: str, text: str | None = None) -> ElementTree.Element:
    found = ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}")
    found.text = None if text is None else printable(text)
    return found
