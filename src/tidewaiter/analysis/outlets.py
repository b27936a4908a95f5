"""Who printed a published figure: the outlet's name where the book gives one, else its site."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache
from urllib.parse import urlsplit

from tidewaiter.sources import press

_AGENCY = re.compile(r"(.+?) \((.+)\)\Z")


@cache
def _named() -> Mapping[str, str]:
    with press.EMBEDDED.open(encoding="utf-8", newline="") as stream:
        return {row["url"]: row["outlet"] for row in csv.DictReader(stream) if row["outlet"]}


def site(url: str | None) -> str | None:
    """The host of a page without `www.` and the like; None where there is no page."""
    host = urlsplit(url or "").hostname
    return None if host is None else re.sub(r"\A(?:www|m|m-en|en|dev|img)\.", "", host)


def outlet(url: str | None) -> str:
    """The name to print: "The Jerusalem Post (Reuters)", else the site."""
    return _named().get(url or "") or site(url) or "an unnamed outlet"


def names(url: str | None) -> frozenset[str]:
    """Everyone who stands behind a page, in lower case: the outlet, the agency whose story it ran, and the site."""
    name = outlet(url)
    match = _AGENCY.match(name)
    parts = [match[1], match[2]] if match else [name]
    return frozenset(part.lower() for part in (*parts, site(url)) if part)
