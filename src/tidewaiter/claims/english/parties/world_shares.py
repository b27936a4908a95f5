"""Whose part of the world's trade a share is: "Chad accounts for a fifth of global gum exports"."""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Pair
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Draft, Party, Scene, clause_at, pair_of
from tidewaiter.claims.words.lexicon import Cue, words

_WORLD = words("worldwide")
#: Words from a share to the trade that it is a part of ("of the world's palm oil and palm kernel").
_REACH = 10
_JOINED = frozenset({",", "and", "or", "the"})


@turns_on(_WORLD, otherwise=None)
def of_world(reading: Reading, scene: Scene, draft: Draft) -> Pair | None:
    """The ends of a part of what all the world trades: whoever has the part, with everybody."""
    if draft.measure != "share":
        return None
    whole = _whole(reading, scene.sentence, draft.figure)
    holders = _holders(reading, scene, draft.figure) if whole is not None else []
    if whole is None or not holders:
        return None
    codes = list(dict.fromkeys(p.code for p in holders))
    if len(codes) > 1 or whole.sense == "trade":
        return Pair(partners=tuple(codes))
    return pair_of(whole.sense, codes[0])


def _whole(reading: Reading, sentence: Sentence, figure: Figure) -> Cue | None:
    """ "22% of global exports", "14% of the world's urea exports and 9% of ammonia"; "its share of global exports"."""
    trades = sentence.cues_of("flow_noun")
    following = next((f.start for f in sentence.figures if f.start >= figure.end), sentence.end)
    behind = next((c for c in trades if figure.end <= c.start < following), None)
    if behind is not None:
        said = reading.words(figure.end, behind.start)
        of_world = said[:1] == ["of"] and len(said) <= _REACH and not _WORLD.isdisjoint(said)
        return behind if of_world else None
    if reading.words(figure.end, figure.end + 4)[:1] == ["of"]:
        before = next((f for f in reversed(sentence.figures) if f.end <= figure.start), None)
        alike = before is not None and before.kind == figure.kind and "and" in reading.words(before.end, figure.start)
        return _whole(reading, sentence, before) if before is not None and alike else None
    ahead = next((c for c in reversed(trades) if c.end <= figure.start), None)
    shares = [c for c in sentence.cues_of("share") if ahead is not None and c.end <= ahead.start]
    told = ahead is not None and bool(shares) and not _WORLD.isdisjoint(reading.words(shares[-1].end, ahead.start))
    return ahead if told else None


def _holders(reading: Reading, scene: Scene, figure: Figure) -> list[Party]:
    """Who has the part: the countries last named before it in its clause, a list of them together."""
    clause = clause_at(scene.clauses, figure.start)
    named = [p for p in scene.parties if p.end <= figure.start and p.code and clause.holds(p.start)]
    kept = named[-1:]
    for one, other in reversed(list(pairwise(named))):
        if other is not kept[0] or not _JOINED.issuperset(reading.words(one.end, other.start)):
            break
        kept.insert(0, one)
    return kept
