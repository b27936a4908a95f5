"""Measures that took hold of the goods of a review, as events: a stop in the books is read beside them.

Which trade falls under them is for the screening to say; here stands only from what day they have been in force.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from tidewaiter.period import Period
from tidewaiter.reference.events import Event
from tidewaiter.reference.measures import Measure, measures

#: The category of such an event.
MEASURE = "measure"
#: Goods that an event names.
_NAMED = 3
_KINDS = {"ban": "a ban", "cap": "a cap"}


def measured(country: str, direction: str, prefixes: Sequence[str], *, since: date, until: date) -> tuple[Event, ...]:
    """The measures on goods under some HS codes that enter (or leave) a country, with the day each took hold.

    One event for a paragraph and a day, by date; only days from `since` to `until`.
    """
    found: dict[tuple[date, str, str, str, str], list[Measure]] = defaultdict(list)
    for each in measures():
        if each.country != country or each.flow not in (direction, "both") or each.kind not in _KINDS:
            continue
        if since <= each.in_force <= until and any(each.covers(prefix) is not False for prefix in prefixes):
            found[each.in_force, each.regime, each.resolution, each.paragraph, each.kind].append(each)
    return tuple(_event(country, listed) for _, listed in sorted(found.items()))


def _event(country: str, listed: Sequence[Measure]) -> Event:
    first = listed[0]
    named = list(dict.fromkeys(each.goods for each in listed))
    goods = "; ".join(named[:_NAMED]) + ("; and others" if len(named) > _NAMED else "")
    part = f"paragraph {first.paragraph}" if first.paragraph[:1].isdigit() else first.paragraph
    whose = f"{first.regime} resolution" if first.regime == "UN" else first.regime
    said = f"{whose} {first.resolution}, {part}, in force: {_KINDS[first.kind]} on {goods}"
    return Event(
        Period.parse(first.in_force.isoformat()), (country,), MEASURE, said, first.source, "", first.confidence, ""
    )
