"""China Customs' quirk: whether a download holds exports or imports stands in its name alone.

The query page calls it `e210201810.csv`; under a name of somebody's own it is often said in Chinese (`出口_朝鲜.csv`).
English words in a name are not taken for it: "export" is also what a program calls a file that it has written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from tidewaiter.errors import SourceError

#: As the query page names a download: e or i, the partner's code, the month.
_NAME = re.compile(r"(?P<way>[ei])(?P<partner>\d{3})(?P<month>\d{6})(?!\d)", re.IGNORECASE)
_WAYS = {"e": "export", "i": "import"}
_WORDS = {"出口": "export", "进口": "import", "進口": "import", "进出口": "both ways", "進出口": "both ways"}


def direction(path: Path, first: Mapping[str, str]) -> str:
    """Export or import by the file's name; SourceError where it says neither, or where the page's own does not fit the
    first row.

    `first` is the first row by what its columns say (`partner_code`, `period`).
    """
    named = _NAME.match(path.name)
    if named is None and len(said := {way for word, way in _WORDS.items() if word in path.name}) == 1:
        return said.pop()
    if named is None:
        raise SourceError(
            "the file does not say whether it holds exports or imports", path=path, cure="say --direction export|import"
        )
    if (named["partner"], named["month"]) != (first.get("partner_code"), first.get("period")):
        raise SourceError(
            f"the name says partner {named['partner']} in {named['month']}, the first row says partner "
            f"{first.get('partner_code')} in {first.get('period')}",
            path=path,
            place="record 1",
            cure="say --direction export|import",
        )
    return _WAYS[named["way"].casefold()]
