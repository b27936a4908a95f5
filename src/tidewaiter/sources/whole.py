"""Whether a user's card says all that a row of a book needs, and nothing of it twice.

Else a file would fail for a column that nobody could name, or be booked against what its own rows say.
"""

from __future__ import annotations

import re
from pathlib import Path

from tidewaiter.errors import ReferenceDataError
from tidewaiter.sources import press
from tidewaiter.sources.card import Card
from tidewaiter.sources.fields import FLOWS

#: It becomes part of the names of files.
_ID = re.compile(r"\w[\w-]*\Z")
#: What a card says of all rows at once, or else columns of each.
_SIDES = {"reporter": "CHN", "partner": "PRK", "flow": "export"}


def check_whole(card: Card, path: Path) -> None:
    """ReferenceDataError naming the key that is missing, stands beside a column that says the same, or is no such."""
    if not _ID.match(card.id):
        raise ReferenceDataError(f"id is {card.id!r}", path=path, cure="letters, digits, - and _ alone")
    if card.flow is not None and card.flow not in FLOWS:
        raise ReferenceDataError(f"no such flow: {card.flow}", path=path, cure=f"one of {', '.join(FLOWS)}")
    for key in _SIDES:
        _check_once(card, key, path)
    said = {heading.says for heading in card.columns.values()}
    for wanted in card.required:
        if not said & set(wanted):
            raise _lacking(wanted, path)
    # Figures of the press are written with our own names of the flows.
    if said & {"flow", "flow_name"} and not card.flows and card.id != press.SOURCE:
        cure = "say which words are which flow: flows: {export: [out], import: [in]}"
        raise ReferenceDataError("the card lacks flows", path=path, cure=cure)


def _check_once(card: Card, key: str, path: Path) -> None:
    """What a card says of all rows would silently outdo a column that says it of each."""
    beside = [each.text for each in card.columns.values() if each.says is not None and each.says in _columns_of(key)]
    given = getattr(card, key) is not None or (key == "flow" and card.direction)
    if given and beside:
        by = "direction" if getattr(card, key) is None else key
        cure = f"leave {by} out, or ignore the column: {{ignored: why}}"
        raise ReferenceDataError(f"{by} and heading {beside[0]!r} both say the {key}", path=path, cure=cure)


def _columns_of(key: str) -> tuple[str, ...]:
    return ("flow", "flow_name") if key == "flow" else tuple(f"{key}_{kind}" for kind in ("code", "iso", "name"))


def _lacking(wanted: tuple[str, ...], path: Path) -> ReferenceDataError:
    """What to say where no column of a card says what every row needs."""
    key = next((side for side in _SIDES if set(wanted) <= set(_columns_of(side))), wanted[-1])
    columns = f"a heading under columns that says {' or '.join(wanted)}"
    if key in _SIDES:
        return ReferenceDataError(f"the card lacks {key}", path=path, cure=f"{key}: {_SIDES[key]}, or {columns}")
    return ReferenceDataError(f"no heading of the card says {' or '.join(wanted)}", path=path, cure=f"give {columns}")
