"""Between whom: the ends of a figure's own, of a share, of "each", of what was refused, or of its flow."""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims.english import clause_subjects
from tidewaiter.claims.english.flows import courses
from tidewaiter.claims.english.goods import subjects, topics
from tidewaiter.claims.english.nouns import own_goods
from tidewaiter.claims.english.parties import share_ends
from tidewaiter.claims.english.parties.listed_ends import RULE as BESIDE
from tidewaiter.claims.english.parties.listed_ends import with_listed
from tidewaiter.claims.english.parties.other_ends import replaced
from tidewaiter.claims.english.parties.own_ends import own_ends
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Movement, Scene, clause_at, pair_of
from tidewaiter.claims.words.lexicon import words

#: How ends that a sentence turns round are told.
TURNED = "the other direction"
_VEHICLES = words("vehicles")
_MOVING = words("under_way")
_REVERSES = frozenset({"opposite", "other", "reverse"})
_WAYS = frozenset({"direction", "way"})
#: "Together the two suppliers", and characters in which a sentence opens.
_ALL_OF_THEM, _COUNTERPARTS, _OPENING = frozenset({"together", "two", "three", "both"}), words("counterparts"), 40
_REFUSALS = words("refusals")
#: Lines of lists and tables, which a country may head.
_LISTED = frozenset({"item", "row"})


def pair(reading: Reading, scene: Scene, draft: Draft, last: Draft | None, context: Context) -> tuple[Pair, str]:
    """(the two ends, rule) of a figure."""
    found, rule = _pair(reading, scene, draft, last, context)
    listed = with_listed(reading, scene, draft, found, last, context)
    return (found, rule) if listed is None else (listed, BESIDE)


def _pair(reading: Reading, scene: Scene, draft: Draft, last: Draft | None, context: Context) -> tuple[Pair, str]:
    flow, measure = draft.flow, draft.measure
    row = _row(scene, draft, context)
    if row is not None:
        return row, "the head of its row"
    ranked = measure in {"trade_value", "trade_quantity", "other"} and draft.figure.kind in {"money", "quantity"}
    if measure == "share" and draft.moved.relation == "from" and last is not None and last.measure == "share":
        return last.pair, "whose share it is"
    if measure == "share" or (
        ranked and (scene.sentence.cues_of("partner") or share_ends.is_placed(reading, scene, draft))
    ):
        shared = share_ends.of_whole_trade(reading, scene, draft, context) or share_ends.shared(
            reading, scene, draft, context
        )
        if shared is not None:
            return shared, "whose share it is"
    if measure in topics.TOPICAL and topics.left_trade(reading, scene, draft.figure):
        return Pair(), "no trade is spoken of"
    if measure == "price" and topics.of_market(reading, scene, draft):
        return Pair(), "a price of the market"
    if measure == "change" and topics.of_prices(reading, scene, draft):
        return Pair(), "a price of the market"
    if measure == "change" and last is not None and last.rules.get("parties") == "a price of the market":
        return Pair(), "a price of the market"
    placed = measure in {"cases", "deaths", "rate"}
    traded = measure == "share" and subjects.of_trade(reading, scene.sentence, draft.figure, context)
    loose = (
        measure in {"count", "share", "other", "doses"}
        and flow is None
        and not traded
        and draft.rules.get("measure") != "a trade balance"
    )
    if measure == "share" or (measure == "other" and draft.figure.kind == "percent"):
        turned = replaced(reading, scene, draft, context)
        if turned is not None:
            return turned, "another end of the same trade"
    if placed or loose:
        if loose and not placed and measure != "doses" and draft.figure.kind != "zero":
            named = [p for p in scene.parties if p.role != "source"]
            named = [p for p in named if clause_at(scene.clauses, draft.figure.start).holds(p.start)]
            if not named and not _under_way(reading, scene, draft):
                return Pair(), "nobody is named"
            if not named and context.sense is not None:
                return context.spoken_of(scene.sentence.block)[0], "the flow of the sentence before"
        return Pair(partners=tuple(c for c in [_place(scene, draft.figure, context)] if c)), "where it is counted"
    if draft.rules.get("measure") == "a threshold" and flow is not None:
        return pair_of(flow.sense, flow.home), "a threshold is of no one partner"
    if not scene.parties and (several := _of_several(reading, scene, context)) is not None:
        return several, "of all that were told of"
    if flow is None and draft.figure.kind == "money" and courses.swapped(reading, scene.sentence, scene.parties):
        two = tuple(party.code for party in courses.both(scene.parties))
        return Pair(partners=two or context.both or context.pair.everyone), "two that trade with one another"
    if _turned(reading, scene, draft) and context.pair.sender and context.pair.receiver:
        sender, receiver = context.pair.receiver, context.pair.sender
        return Pair(sender, receiver, (sender, receiver)), TURNED
    if last is not None and last.measure == "share" and last.pair.sender and last.pair.receiver and flow is last.flow:
        said = reading.words(last.figure.end, draft.figure.start)
        if said[-1:] in (["at"], ["or"]) and not any(
            last.figure.end <= p.start < draft.figure.start and p.code not in last.pair.everyone for p in scene.parties
        ):
            # "25 percent of all Iranian imports, at $8.9 billion".
            return last.pair, "whose share it is"
    if measure == "change" and last is not None and _of_amount(reading, scene, draft, last):
        return last.pair, "the amount before"
    own = own_ends(reading, scene, draft, context)
    if own is not None:
        return own, BESIDE
    if last is not None and _of_amount(reading, scene, draft, last):
        return last.pair, "the amount before"
    turned = replaced(reading, scene, draft, context)
    if turned is not None:
        return turned, "another end of the same trade"
    if flow is not None:
        return flow.pair, "the flow's ends"
    if last is not None and last.pair.everyone:
        return last.pair, "the figure before"
    return context.spoken_of(scene.sentence.block)[0], "the flow of the sentence before"


def _of_amount(reading: Reading, scene: Scene, draft: Draft, last: Draft) -> bool:
    """ "Spain paid $5 million, Italy $3 million, a tenth more": the change right behind an amount with its own ends.

    So is the amount that it came from: "Italy's were worth $3 million in 2022, up from $2 million".
    """
    base = draft.moved.relation == "from" and draft.figure.unit == last.figure.unit
    if draft.measure != "change" and not base:
        return False
    if last.rules.get("parties") != BESIDE or last.measure not in {"trade_value", "trade_quantity"}:
        return False
    start, end = last.figure.end, draft.figure.start
    if any(start <= p.start < end for p in scene.parties) or any(start <= f.start < end for f in scene.flows):
        return False
    said = reading.words(start, end)
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


def _under_way(reading: Reading, scene: Scene, draft: Draft) -> bool:
    """ "40 trucks crossed the bridge" carry the trade spoken of; "14 vessels were waiting" carry none."""
    figure = draft.figure
    if draft.measure != "count" or figure.unit not in _VEHICLES:
        return False
    following = reading.words(figure.end, min(figure.end + 40, scene.sentence.end))[:4]
    return bool(_MOVING & set(following))


def refused(reading: Reading, scene: Scene, draft: Draft, context: Context) -> bool:
    """Whether "declined" means turned down; the slots are then filled."""
    cue, figure = draft.moved.cue, draft.figure
    if cue is None or figure.kind not in {"count", "quantity"} or draft.moved.relation != "by":
        return False
    if reading.text[cue.start : cue.end].lower() not in _REFUSALS or cue.end < figure.start - 13:
        return False
    own = own_goods.own_subject(reading, scene.sentence, figure)
    if own is None or own.product is None:
        return False
    clause = clause_at(scene.clauses, cue.start)
    by = clause_subjects.subject_of(reading, scene.sentence, scene.parties, clause, cue.start, context)
    doses = any(word in own.product.lower() for word in ("vaccine", "dose", "shot"))
    draft.moved = Movement()
    draft.measure = "doses" if doses else "count"
    draft.rules["measure"] = "declined means refused"
    draft.subject = own
    draft.pair = Pair(None, by, tuple(c for c in [by] if c))
    draft.flow = None
    return True


def _place(scene: Scene, figure: Figure, context: Context) -> str | None:
    """Where something is counted: "in South Africa", else whose it is."""
    clause = clause_at(scene.clauses, figure.start)
    inside = [p for p in scene.parties if clause.holds(p.start) and not p.demonym]
    placed = [p for p in inside if p.role == "in"] or [p for p in inside if p.role == "subject" or p.owner]
    if placed:
        return placed[-1].code if placed[-1].start < figure.start else placed[0].code
    anywhere = [p for p in scene.parties if p.role in {"in", "subject"} and p.end <= figure.start]
    return anywhere[-1].code if anywhere else context.subject
