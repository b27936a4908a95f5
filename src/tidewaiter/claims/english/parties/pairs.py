"""Between whom: the ends of a figure's own, of a share, of what it is counted in, or of its flow."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from tidewaiter.claims.cascade import first_answer
from tidewaiter.claims.english.flows import courses
from tidewaiter.claims.english.parties import (
    elsewhere,
    refusals,
    share_ends,
    share_totals,
    sums_told,
    world_shares,
)
from tidewaiter.claims.english.parties.between import Between, Found
from tidewaiter.claims.english.parties.listed_ends import RULE as BESIDE
from tidewaiter.claims.english.parties.listed_ends import with_listed
from tidewaiter.claims.english.parties.other_ends import replaced
from tidewaiter.claims.english.parties.own_ends import own_ends
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Flow, Scene, clause_at, pair_of
from tidewaiter.claims.words.lexicon import words

#: How ends that a sentence turns round are told.
TURNED = "the other direction"
_WHOSE, _AMOUNT_BEFORE = "whose share it is", "the amount before"
#: What several have as one, and characters from that to how much it is.
_JOINT, _JOINT_REACH = frozenset({"collectively", "combined", "jointly", "together"}), 40
_REVERSES = frozenset({"opposite", "other", "reverse"})
_WAYS = frozenset({"direction", "way"})
#: "Together the two suppliers", and characters in which a sentence opens.
_ALL_OF_THEM, _COUNTERPARTS, _OPENING = frozenset({"together", "two", "three", "both"}), words("counterparts"), 40
#: What points at the amount told last, and characters of "of these".
_POINTING, _OF_THAT = frozenset({"that", "this", "these", "those"}), 12
#: Lines of lists and tables, which a country may head.
_LISTED = frozenset({"item", "row"})
_RANKED = frozenset({"trade_value", "trade_quantity", "other"})


def pair(reading: Reading, scene: Scene, draft: Draft, last: Draft | None, context: Context) -> Found:
    """(the two ends, rule) of a figure."""
    found, rule = _pair(Between(reading, scene, draft, last, context, draft.flow, draft.measure))
    listed = with_listed(reading, scene, draft, found, last, context)
    return (found, rule) if listed is None else (listed, BESIDE)


def _pair(between: Between) -> Found:
    if (found := first_answer(_RULES, between)) is not None:
        return found
    if between.flow is not None and between.measure == "cap":
        return _of_limit(between.scene, between.flow), "the flow's ends"
    if between.flow is not None:
        return between.flow.pair, "the flow's ends"
    if between.last is not None and between.last.pair.everyone:
        return between.last.pair, "the figure before"
    if between.context.amounts and _is_of_that(between):
        return between.context.amounts[-1].pair, _AMOUNT_BEFORE
    return between.spoken_of, "the flow of the sentence before"


def _is_of_that(between: Between) -> bool:
    """ "Of these, 4 million were masks", "masks made up a third of that": a part of what was told last."""
    reading, sentence = between.reading, between.scene.sentence
    opening = reading.words(sentence.start, sentence.start + _OF_THAT)[:2]
    behind = reading.words(between.draft.figure.end, between.draft.figure.end + _OF_THAT)[:2]
    return any(said[:1] == ["of"] and not _POINTING.isdisjoint(said[1:]) for said in (opening, behind))


def _of_limit(scene: Scene, flow: Flow) -> Pair:
    """ "Limits the North's imports to 500,000 barrels", told of what Russia sold it: from whomever."""
    named = {p.code for p in scene.parties}
    if flow.sense == "export" and flow.verb and flow.away in named and flow.home not in named:
        # "Member states may deliver no more than 500,000 barrels to the North": whoever delivers.
        return Pair(receiver=flow.away, partners=(flow.away,) if flow.away else ())
    if flow.sense == "trade" or flow.away is None or flow.away in named:
        return flow.pair
    return pair_of(flow.sense, flow.home)


def _of_row(between: Between) -> Found | None:
    row = _row(between.scene, between.draft, between.context)
    return (row, "the head of its row") if row is not None else None


def _share_before(between: Between) -> Found | None:
    """A share that another one came from, that it came to, or that is told together with it."""
    last, draft = between.last, between.draft
    if last is None or between.measure != "share" or last.measure != "share":
        return None
    start, end = last.figure.end, draft.figure.begins
    told = between.reading.words(start, end) == ["and"]
    if draft.moved.relation == "to" and not told:
        # "Sudan was second, taking 17 percent of exports, rising to 27 percent in 1998".
        told = last.moved.relation == "none" and not any(start <= p.start < end for p in between.scene.parties)
    return (last.pair, _WHOSE) if told or draft.moved.relation == "from" else None


def _share(between: Between) -> Found | None:
    """Whose share it is, or what a ranked partner has."""
    reading, scene, draft, context = between.reading, between.scene, between.draft, between.context
    if between.measure != "share":
        if between.measure not in _RANKED or draft.figure.kind not in {"money", "quantity"}:
            return None
        if not (scene.sentence.cues_of("partner") or share_ends.is_placed(reading, scene, draft)):
            return None
    shared = world_shares.of_world(reading, scene, draft)
    shared = shared or share_ends.its_share(reading, scene, draft, context)
    shared = shared or share_ends.whose_share(reading, scene, draft, context)
    shared = shared or share_ends.of_whole_trade(reading, scene, draft, context)
    shared = shared or share_ends.shared(reading, scene, draft, context)
    if shared is not None and shared.sender and shared.receiver:
        joint = _joint(between)
        if shared.sender in joint and shared.receiver not in joint:
            shared = pair_of("import", shared.receiver)
        elif shared.receiver in joint and shared.sender not in joint:
            shared = pair_of("export", shared.sender)
    return (shared, _WHOSE) if shared is not None else None


def _joint(between: Between) -> set[str]:
    """ "Mali, Ghana and Benin, which together accounted for 77 percent": those of whom none has it alone."""
    figure, scene = between.draft.figure, between.scene
    said = between.reading.placed(max(scene.sentence.start, figure.begins - _JOINT_REACH), figure.begins)
    joint = max((place for word, place in said if word in _JOINT), default=None)
    named = [p for p in scene.parties if p.code and p.end <= figure.start and not p.owner]
    before = [p for p in named if joint is not None and p.end <= joint]
    if not before:
        return set()
    # "China bought it from Mali, Ghana and Benin, which together …": of the list nearest to the word, and no others.
    last = before[-1]
    clause = clause_at(scene.clauses, last.start)
    several = {p.code for p in before if p.role == last.role and clause.holds(p.start)}
    several |= {p.code for p in named if p not in before and p.role == "with"}
    return several if len(several) > 1 else set()


def _other_share(between: Between) -> Found | None:
    """A share that a clause tells of another end of the trade."""
    bare = between.measure == "other" and between.draft.figure.kind == "percent"
    return _other_end(between) if between.measure == "share" or bare else None


def _other_end(between: Between) -> Found | None:
    """A clause without a word of trade that names another end of the trade spoken of."""
    turned = replaced(between.reading, between.scene, between.draft, between.context)
    if turned is None or (turned.sender and turned.sender == turned.receiver):
        return None
    return turned, "another end of the same trade"


def _threshold(between: Between) -> Found | None:
    """What may be traded at most, with whomever."""
    flow = between.flow
    if flow is None or between.draft.rules.get("measure") != "a threshold":
        return None
    return pair_of(flow.sense, flow.home), "a threshold is of no one partner"


def _together(between: Between) -> Found | None:
    """Several partners taken together."""
    if between.scene.parties:
        return None
    several = _of_several(between.reading, between.scene, between.context)
    return (several, "of all that were told of") if several is not None else None


def _swapped(between: Between) -> Found | None:
    """What two have swapped for money."""
    scene, context = between.scene, between.context
    if between.flow is not None or between.draft.figure.kind != "money":
        return None
    if not courses.swapped(between.reading, scene.sentence, scene.parties):
        return None
    two = tuple(party.code for party in courses.both(scene.parties))
    return Pair(partners=two or context.both or context.pair.everyone), "two that trade with one another"


def _other_direction(between: Between) -> Found | None:
    sender, receiver = between.context.pair.receiver, between.context.pair.sender
    if not _turned(between.reading, between.scene, between.draft) or not sender or not receiver:
        return None
    return Pair(sender, receiver, (sender, receiver)), TURNED


def _amount_of_share(between: Between) -> Found | None:
    """ "25 percent of all Iranian imports, at $8.9 billion"."""
    last = between.last
    if last is None or last.measure != "share" or between.flow is not last.flow:
        return None
    start, end = last.figure.end, between.draft.figure.start
    if not (last.pair.sender and last.pair.receiver) or between.reading.words(start, end)[-1:] not in (["at"], ["or"]):
        return None
    others = (p.code for p in between.scene.parties if start <= p.start < end)
    return (last.pair, _WHOSE) if all(code in last.pair.everyone for code in others) else None


def _change_of_amount(between: Between) -> Found | None:
    return _amount_before(between) if between.measure == "change" else None


def _seized(between: Between) -> Found | None:
    """What was held up on its way: from whom and to whom its own sentence says."""
    if not refusals.seized(between.reading, between.scene):
        return None
    ends = {role: next((p.code for p in between.scene.parties if p.role == role), None) for role in ("from", "to")}
    sender, receiver = ends["from"] or None, ends["to"] or None
    return Pair(sender, receiver, tuple(code for code in (sender, receiver) if code)), "what was held up"


def _own(between: Between) -> Found | None:
    """The countries that stand with the figure itself."""
    own = own_ends(between.reading, between.scene, between.draft, between.context)
    return (own, BESIDE) if own is not None else None


def _amount_before(between: Between) -> Found | None:
    last = between.last
    if last is None or not _of_amount(between.reading, between.scene, between.draft, last):
        return None
    return last.pair, _AMOUNT_BEFORE


def _of_amount(reading: Reading, scene: Scene, draft: Draft, last: Draft) -> bool:
    """ "Spain paid $5 million, Italy $3 million, a tenth more": the change right behind an amount with its own ends.

    So is the amount that it came from: "Italy's were worth $3 million in 2022, up from $2 million".
    """
    base = draft.moved.relation == "from" and draft.figure.unit == last.figure.unit
    said = reading.words(last.figure.end, draft.figure.begins)
    if last.measure == "ratio" and last.rules.get("parties") == _AMOUNT_BEFORE:
        # "Mali 22 tonnes, three times the 7 tonnes of August".
        return said == ["the"]
    ratio = draft.measure == "ratio" and said == [","]
    if draft.measure != "change" and not base and not ratio:
        return False
    if last.rules.get("parties") != BESIDE or last.measure not in {"trade_value", "trade_quantity"}:
        return False
    start, end = last.figure.end, draft.figure.start
    if any(start <= p.start < end for p in scene.parties) or any(start <= f.start < end for f in scene.flows):
        return False
    return (base and ";" not in said) or said[:1] in ([","], ["("])


def _row(scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "China   2,117   1,945": the country that heads a row is the other end of the trade that the table is on."""
    parties = scene.parties
    if scene.sentence.kind not in _LISTED or draft.flow is not None or len({p.code for p in parties}) != 1:
        return None
    code, focus = parties[0].code, context.focus
    if parties[0].start != scene.sentence.start or not code or focus in {None, code}:
        return None
    if scene.sentence.kind == "item" and not context.pair.everyone:
        return None
    if scene.sentence.kind == "row" and context.sense == "trade":
        # "Main partners (turnover)".
        return Pair(partners=(str(focus), code))
    if context.pair.receiver == focus:
        return Pair(code, focus, (code, str(focus)))
    return Pair(focus, code, (str(focus), code)) if context.pair.sender == focus else None


@turns_on(_ALL_OF_THEM, otherwise=None)
def _of_several(reading: Reading, scene: Scene, context: Context) -> Pair | None:
    """ "Together the two suppliers have reported 312,000 barrels": of none of them alone."""
    said = reading.words(scene.sentence.start, scene.sentence.start + _OPENING)
    several = any(one in _ALL_OF_THEM and other in _COUNTERPARTS for one, other in pairwise(said))
    if not (several or said[:1] in (["together"], ["combined"])):
        return None
    for end in ("receiver", "sender"):
        code = getattr(context.pair, end)
        if code and context.has_many(code):
            return Pair(partners=(code,), **{end: code})
    return None


@turns_on(_WAYS, otherwise=False)
def _turned(reading: Reading, scene: Scene, draft: Draft) -> bool:
    """ "In the other direction, shipments came to $3 million"."""
    clause = clause_at(scene.clauses, draft.figure.start)
    later = any(draft.figure.end <= f.start < clause.end for f in scene.sentence.figures)
    said = reading.words(clause.start, draft.figure.start if later else clause.end)
    turns = any(word in _WAYS and before in _REVERSES for before, word in pairwise(said))
    return turns and not any(flow.stated and flow.clause is clause for flow in scene.flows)


#: Between whom a figure is, in this order: the first that knows decides.
_RULES: tuple[Callable[[Between], Found | None], ...] = (
    _of_row, _share_before, _share,
    elsewhere.left_trade, elsewhere.market_price, _other_share, elsewhere.counted,
    _threshold, _together, sums_told.both_ways, _swapped, _other_direction, share_totals.total_of_share,
    _amount_of_share, _change_of_amount, _seized, sums_told.combined, _own, _amount_before, _other_end,
)  # fmt: skip
