"""A country that stands right beside a figure, in a list of partners: "ahead of Germany (12.4 million)"."""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims.english.parties.gapped_ends import BESIDE
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Party, Scene, clause_at, pair_of
from tidewaiter.claims.words.lexicon import words

#: Between a country and what is its own.
_HEDGES = words("before_figure")
#: "Russia came second ($660 million), China was next with $445 million": the place of a partner in a list.
_PLACES = words("ordinals") | {"last", "next"}
_RANKED = words("ranking") | words("superlatives") | _PLACES | {"a", "in", "is", "place", "the"}
_ROLES = frozenset({"subject", "by"})
RULE = "countries next to the figure"
_MEASURES = frozenset({"trade_value", "trade_quantity", "share"})


def with_listed(
    reading: Reading, scene: Scene, draft: Draft, found: Pair, last: Draft | None, context: Context
) -> Pair | None:
    """The ends that were found with the country of a list in the place of the partner told of before it.

    "China took $280 million of its exports, followed by Vietnam with $13 million": from the same, to Vietnam. None
    where no country stands beside the figure, or it is one of the ends already.
    """
    if draft.measure not in _MEASURES:
        return None
    party = _beside(reading, scene, draft)
    ends = last.pair if last is not None and last.pair.everyone else found
    home = context.home_among(ends.everyone)
    if party is None or home is None or party.code == home:
        return None
    if not party.code:
        # "South Korea ($48 billion) and ASEAN ($38 billion)": no country is the other end.
        ends = last.pair if last is not None else found
        one_way = home in {ends.sender, ends.receiver} and bool(ends.sender and ends.receiver)
        return pair_of("export" if ends.sender == home else "import", home) if one_way else None
    listed = last is not None and last.rules.get("parties") == RULE
    if party.code in found.everyone and not (listed and home in found.everyone) and not _is_lost(found, ends, listed):
        return None
    if ends.sender == home and ends.receiver != home:
        return Pair(home, party.code, (home, party.code))
    if ends.receiver == home and ends.sender != home:
        return Pair(party.code, home, (party.code, home))
    return None if ends.sender or ends.receiver else Pair(partners=(home, party.code))


def _is_lost(found: Pair, ends: Pair, listed: bool) -> bool:
    """ "China with $8.9 billion of all exports, followed by Iraq with …": who bought before sells nothing now."""
    if not (ends.sender and ends.receiver):
        return False
    turned = any(a is not None and a == b for a, b in ((found.sender, ends.receiver), (found.receiver, ends.sender)))
    return turned or (listed and not set(found.everyone) & set(ends.everyone))


def _beside(reading: Reading, scene: Scene, draft: Draft) -> Party | None:
    """The country with nothing but a bracket, a dash or "with" between it and a figure, and no verb that it is subject
    of."""
    figure = draft.figure
    start = figure.begins
    clause = clause_at(scene.clauses, figure.start)
    named = [p for p in scene.parties if p.end <= start and not p.demonym]
    if not named or not (named[-1].role in _ROLES or _is_outdone(reading, scene, named[-1])):
        return None
    if not (clause.holds(named[-1].start) or clause.kind == "aside"):
        return None
    # "About $12 million".
    between = [word for word in reading.words(named[-1].end, start) if word not in _HEDGES]
    ranking = [word for word in between[:-1] if word != ","]
    ranked = between[-1:] in BESIDE and _RANKED.issuperset(ranking) and not _PLACES.isdisjoint(ranking)
    return named[-1] if (between in BESIDE or ranked) and not named[-1].owner else None


def _is_outdone(reading: Reading, scene: Scene, party: Party) -> bool:
    """ "Ahead of Germany ($12 million) and Belgium ($6 million)"."""
    said = reading.words(scene.sentence.start, party.start)
    return party.role == "of" and ("ahead", "of") in pairwise(said)
