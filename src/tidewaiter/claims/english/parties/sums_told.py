"""Sums of what several partners have sent or got, or two have sold one another: "bringing the combined total to"."""

from __future__ import annotations

from tidewaiter.claims.english.parties.between import Between, Found
from tidewaiter.claims.reading.context import Pair
from tidewaiter.claims.reading.scene import TOTAL
from tidewaiter.claims.words.lexicon import words

#: A sum of what several sent or got, and characters from that word to its figure.
_COMBINED, _COMBINED_REACH = frozenset({"combined"}), 24
#: What new amounts do to a sum, what that is called, and characters from the one to how much it is.
_BRINGING, _SUMS, _SUMS_REACH, _OWN = words("bringing_to"), words("summed"), 88, frozenset({"its", "their"})

#: What a sum of both ways is called, words in which a sentence may call it so, and characters that they take.
_BOTH_WAYS, _OPENING, _REACH = words("sums_of_both_ways"), 3, 24


def both_ways(between: Between) -> Found | None:
    """ "Mali bought $9 million of goods from Peru and sold it $2 million. The total of $11 million …"."""
    context, sentence = between.context, between.scene.sentence
    if between.flow is not None or between.draft.figure.kind != "money" or between.last is not None:
        return None
    if between.scene.parties or any(good.good_id != "total" for good in sentence.goods) or not _says_sum(between):
        return None
    values = [told for told in context.amounts if told.kind == "money" and told.product == TOTAL]
    ways = dict.fromkeys((told.pair.sender or "", told.pair.receiver or "") for told in values)
    if len(ways) != 2 or any("" in ends for ends in ways):
        return None
    (one, other), turned = ways
    return (Pair(partners=(one, other)), "both ways between the two") if turned == (other, one) else None


def _says_sum(between: Between) -> bool:
    start, figure = between.scene.sentence.start, between.draft.figure
    said = between.reading.words(start, min(start + _REACH, figure.start))[:_OPENING]
    return not _BOTH_WAYS.isdisjoint(said)


def combined(between: Between) -> Found | None:
    """ "China delivered 9,740 barrels, bringing the combined total to 54,395": of all who did, so far as was told."""
    last, context = between.last, between.context
    pair = last.pair if last is not None else context.pair
    if not (pair.sender and pair.receiver) or not (_is_combined(between) or _is_brought_to(between)):
        return None
    for end, code, far in (("receiver", pair.receiver, pair.sender), ("sender", pair.sender, pair.receiver)):
        if any(other != far for other in context.trading.get(code, ())):
            return Pair(partners=(code,), **{end: code}), "of all that were told of"
    return None


def _is_combined(between: Between) -> bool:
    begins = between.draft.figure.begins
    if _COMBINED.isdisjoint(between.scene.words):
        return False
    return not _COMBINED.isdisjoint(between.reading.words(max(0, begins - _COMBINED_REACH), begins))


def _is_brought_to(between: Between) -> bool:
    """ "That brings the total for the first nine months to 37,800 tons"; "its total" is of one alone."""
    start, begins = between.scene.sentence.start, between.draft.figure.begins
    if _BRINGING.isdisjoint(between.scene.words) or _SUMS.isdisjoint(between.scene.words):
        return False
    start = max(start, begins - _SUMS_REACH)
    said = between.reading.words(start, begins)
    verb = next((n for n, word in enumerate(said) if word in _BRINGING), len(said))
    if _SUMS.isdisjoint(said[verb:]) or said[-1:] != ["to"] or not _OWN.isdisjoint(said[verb:]):
        return False
    return not any(start <= p.start < begins and p.role != "to" for p in between.scene.parties)
