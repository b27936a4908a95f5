"""Who took a part of what the text says that somebody sold: "China absorbed $1.6 billion of exports"."""

from __future__ import annotations

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Flow, Scene
from tidewaiter.claims.words.lexicon import words

_TAKERS = words("takers")
#: Characters from a country to what it does.
_DOES = 14
#: Between the part and the whole.
_OF = frozenset({"all", "its", "of", "the", "their", "these", "this", "those", "total"})

#: Between one of the later takers and what it took.
_LISTED: tuple[list[str], ...] = ([], ["with"], ["another"], ["about"], ["some"])


def taken(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """From whoever sells to whoever took a part of it, where the exports are named behind the part and not whose.

    "… and Thailand $1.4 billion": so did the next.
    """
    figure, flow = draft.figure, draft.flow
    if flow is None or flow.verb or flow.sense != "export":
        return None
    part = next((f for f in reversed(scene.sentence.figures) if f.end <= flow.start), None)
    taker = _taker(reading, scene, part, flow) if part is not None else None
    home = context.pair.sender or context.home_among(context.pair.everyone)
    if part is None or taker is None or not home or home == taker:
        return None
    if not {code for code in (flow.pair.sender, flow.pair.receiver) if code} <= {home, taker}:
        return None
    code = taker if figure is part else _next(reading, scene, figure, flow)
    return Pair(home, code, (home, code)) if code and code != home else None


def _taker(reading: Reading, scene: Scene, part: Figure, flow: Flow) -> str | None:
    """Who stands before a part of some exports as what took it."""
    between = reading.words(part.end, flow.start)
    if between[:1] != ["of"] or not _OF.issuperset(between):
        return None
    takers = [p for p in scene.parties if p.code and p.end <= part.begins and p.role == "subject" and not p.owner]
    if not takers or _TAKERS.isdisjoint(reading.words(takers[-1].end, takers[-1].end + _DOES)[:1]):
        return None
    return takers[-1].code


def _next(reading: Reading, scene: Scene, figure: Figure, flow: Flow) -> str | None:
    """Who stands right before a later figure of the same kind."""
    first = max((f.end for f in scene.sentence.figures if f.end <= figure.start), default=figure.start)
    ahead = [p for p in scene.parties if p.code and max(first, flow.end) <= p.start and p.end <= figure.begins]
    near = ahead and not ahead[-1].owner and reading.words(ahead[-1].end, figure.begins) in _LISTED
    return ahead[-1].code if near else None
