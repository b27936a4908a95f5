"""China Customs' quirk: whether a download holds exports or imports stands in its name alone (`e210201810.csv`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from tidewaiter.errors import SourceError

#: As the query page names a download: e or i, the partner's code, the month.
_NAME = re.compile(r"(?P<way>[ei])(?P<partner>\d{3})(?P<month>\d{6})(?!\d)", re.IGNORECASE)
_WAYS = {"e": "export", "i": "import"}


def direction(path: Path, first: Mapping[str, str]) -> str:
    """Export or import by the file's name; SourceError unless the name is the page's own and fits the first row.

    `first` is the first row by what its columns say (`partner_code`, `period`).
    """
    named = _NAME.match(path.name)
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
