"""Releases as references for a bibliography: BibTeX, and CSL-JSON for reference managers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from tidewaiter.sources.registry import card

_SPECIAL = str.maketrans({"&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "{": r"\{", "}": r"\}"})


def bibtex(releases: Iterable[Mapping[str, Any]]) -> str:
    """An entry a file: publisher, name, day of the release, address, and the file with its hash."""
    return "\n".join(_entry(release) for release in releases)


def csl(releases: Iterable[Mapping[str, Any]]) -> str:
    """The same as CSL-JSON, a list of datasets."""
    items = [
        {
            "id": _key(release),
            "type": "dataset",
            "title": _book(release)["name"],
            "author": [{"literal": _book(release)["publisher"]}],
            "issued": {"date-parts": [_parts(release["released_on"])]},
            # A book without an address has none: an empty one is no URL.
            **({"URL": url} if (url := _book(release)["url"]) else {}),
            "version": str(release["release"]),
            "note": f"{release['file']}, SHA-256 {release['file_sha256']}",
        }
        for release in releases
    ]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _entry(release: Mapping[str, Any]) -> str:
    book = _book(release)
    fields = {
        "title": book["name"],
        "author": "{" + book["publisher"].translate(_SPECIAL) + "}",
        "year": str(release["released_on"])[:4],
        "version": str(release["release"]),
        "url": book["url"],
        "note": f"{release['file']}, SHA-256 {release['file_sha256']}",
    }
    lines = [
        f"  {name} = {{{value if name in ('author', 'url') else value.translate(_SPECIAL)}}},"
        for name, value in fields.items()
        if value
    ]
    return "\n".join([f"@misc{{{_key(release)},", *lines, "}", ""])


def _book(release: Mapping[str, Any]) -> dict[str, str]:
    """What the publisher's card says; a user's own card is not kept, and its id stands for it."""
    from tidewaiter.errors import UsageError

    try:
        known = card(str(release["source"]))
    except UsageError:
        return {"name": str(release["source"]), "publisher": str(release["source"]), "url": ""}
    return {"name": known.name, "publisher": known.publisher, "url": known.url}


def _key(release: Mapping[str, Any]) -> str:
    words = f"{release['source']}-{release['release']}-{str(release['file_sha256'])[:8]}"
    return re.sub(r"[^A-Za-z0-9-]+", "-", words)


def _parts(day: date | str) -> list[int]:
    return [int(part) for part in str(day).split("-")]
