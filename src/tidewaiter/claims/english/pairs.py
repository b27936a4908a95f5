"""Between whom: the ends of a figure's own, of a share, of "each", of what was refused, or of its flow."""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims.context import Context, Pair
from tidewaiter.claims.english import clause_subjects, own_goods, subjects, topics
from tidewaiter.claims.english.listed_ends import RULE as BESIDE
from tidewaiter.claims.english.listed_ends import with_listed
from tidewaiter.claims.english.other_ends import replaced, with_focus
from tidewaiter.claims.english.own_ends import in_turn, own_ends
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.gates import turns_on
from tidewaiter.claims.lexicon import words
from tidewaiter.claims.reading import Reading
from tidewaiter.claims.scene import Draft, Movement, Scene, clause_at, pair_of

_VEHICLES = words("vehicles")
_MOVING = words("under_way")
#: Words between "Armenia's" and "supplier": "second largest food".
_ADJECTIVES = 5
_REVERSES = frozenset({"opposite", "other", "reverse"})
_WAYS = frozenset({"direction", "way"})
_RANKED = frozenset({"came", "placed", "ranked", "ranks"})
_RANKS, _ORDINALS = words("places_in_order"), words("ordinals")
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
    if measure == "share" or (ranked and (scene.sentence.cues_of("partner") or _is_placed(reading, scene, draft))):
        shared = _of_whole_trade(reading, scene, draft, context) or _shared(reading, scene, draft, context)
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
    if _turned(reading, scene, draft) and context.pair.sender and context.pair.receiver:
        sender, receiver = context.pair.receiver, context.pair.sender
        return Pair(sender, receiver, (sender, receiver)), "the other direction"
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


@turns_on(_RANKS | _RANKED, otherwise=False)
def _is_placed(reading: Reading, scene: Scene, draft: Draft) -> bool:
    """ "Spain secured the third position with goods worth $1 billion": a partner's rank in the trade spoken of."""
    if draft.flow is None or (draft.flow.verb and draft.flow.sense != "trade"):
        # "Indonesia stayed in third place by exporting 9,211 tonnes": the verb says whose.
        return False
    said = reading.words(scene.sentence.start, draft.figure.start)
    return any(
        (word in _RANKS and before in _ORDINALS) or (word in _ORDINALS and before in _RANKED)
        for before, word in pairwise(said)
    )


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


def _of_whole_trade(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "Peru accounted for 96.7 percent of Chile's external trade": of the two that trade."""
    figure, home = draft.figure, context.at_large
    if home is not None and not scene.flows and scene.sentence.kind != "row":
        of_total = "total" in reading.words(scene.sentence.start, min(figure.end + 16, scene.sentence.end))
        held = [p for p in scene.parties if p.end <= figure.start and p.code and p.role == "subject"]
        if draft.measure == "share" and of_total and len({p.code for p in held}) == 1 and held[0].code != home:
            # "China's share of the total was 95.8 percent", of all that a country trades.
            return Pair(partners=(home, held[0].code))
    start = max((f.end for f in scene.sentence.figures if f.end <= figure.start), default=scene.sentence.start)
    holders = [p for p in scene.parties if start <= p.start and p.end <= figure.start and p.role == "subject"]
    holders = [p for p in holders if p.code and not p.owner]
    whole = next((f for f in scene.flows if f.start >= figure.end), None)
    if whole is None and holders and reading.words(holders[-1].end, figure.start) == ["for"]:
        # "Peru accounted for 62 percent of the mutual trade, Chile for 34 percent".
        whole = next((f for f in reversed(scene.flows) if f.end <= figure.start), None)
    elif reading.words(figure.end, figure.end + 4)[:1] != ["of"]:
        return None
    if draft.measure != "share" or whole is None or whole.verb or whole.sense != "trade" or whole.balance:
        return None
    everyone = whole.pair.partners if whole.stated else (context.alone,)
    homes = [code for code in everyone if not holders or code != holders[-1].code]
    if len({p.code for p in holders}) != 1 or len(homes) != 1 or not homes[0]:
        return None
    return Pair(partners=(homes[0], holders[-1].code))


def _shared(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "The Philippines took 42 percent of the exports, followed by Indonesia with 15 percent"."""
    flow = draft.flow
    partners = scene.sentence.cues_of("partner")
    sense = partners[0].sense if partners else flow.sense if flow is not None else context.sense
    if sense not in {"import", "export"} or (
        flow is not None and flow.stated and flow.away is not None and flow.end <= draft.figure.start
        and (not flow.away or any(p.code == flow.away for p in scene.parties))
    ):  # fmt: skip
        return None
    whole = next((f for f in scene.flows if f.start >= draft.figure.end and not f.verb), None)
    if (
        flow is not None
        and whole is not None
        and {flow.sense, whole.sense} == {"import", "export"}
        and flow.home
        and flow.away
        and reading.words(draft.figure.end, whole.start) in (["of"], ["of", "all"], ["of", "total"], ["of", "its"])
    ):
        # "India has 79% of imports and 86% of exports".
        return pair_of(whole.sense, flow.home, flow.away)
    ends = flow.pair if flow is not None else context.pair
    home = ends.receiver if sense == "import" else ends.sender
    owner = _ranking(reading, scene, partners[0].start) if partners else None
    unsaid = flow is not None and not (flow.away and any(p.code == flow.away for p in scene.parties))
    section = context.topic is None and scene.sentence.block != context.block_of_pair
    if partners and owner is None and flow is None and section and context.starred:
        # "India was the second-biggest export market", under a heading: of the country that the text is about.
        owner = context.focus if all(p.code != context.focus for p in scene.parties) else None
    if not partners and unsaid and _is_placed(reading, scene, draft):
        owner = context.pair.receiver if sense == "import" else context.pair.sender
        owner = context.focus if context.starred or context.focus in context.pair.everyone else owner
    home = owner or (context.focus if home is None and partners else home)
    if flow is not None and home is not None:
        ends_in_turn = [code for code in in_turn(reading, scene, draft.figure, flow, sense) if code != home]
        if ends_in_turn:
            return pair_of(sense, home, *ends_in_turn)
    previous = [f.end for f in scene.sentence.figures if f.end <= draft.figure.start]
    start = previous[-1] if previous else scene.sentence.start
    near = [p for p in scene.parties if start <= p.start and p.end <= draft.figure.start and not p.owner]
    holders = [p for p in scene.parties if start <= p.start and p.end <= draft.figure.start and p.owner]
    named_share = [p for p in holders if "share" in reading.words(p.end, min(p.end + 12, draft.figure.start))[:3]]
    holders = named_share or holders
    open_end = flow is None or (not flow.verb and flow.away is None and flow.start < draft.figure.start)
    if open_end and home is not None and holders and not holders[-1].demonym and holders[-1].code != home:
        # "Iraq's climbed to 18% and Saudi Arabia's to 13%": whose share it is.
        return with_focus(sense, home, holders[-1].code, ends, context)
    named = [p for p in near if p.role in {"subject", "by", "to", "from"}]
    if flow is not None and named and flow.away == "" and all(p.code != flow.home for p in scene.parties):
        # "Switzerland accounted for 21 per cent of the import of African gold".
        return pair_of(sense, named[-1].code, "")
    alone = flow is not None and named and flow.home in {None, named[-1].code}
    if flow is not None and flow.total and not flow.stated and alone and owner is None:
        # "China, accounting for 60% of the world's purchases".
        return pair_of(sense, named[-1].code)
    if home is None or not named or named[-1].code == home:
        return None
    if flow is None:
        return with_focus(sense, home, named[-1].code, ends, context)
    taker = flow.verb and flow.away and flow.reporter == home and flow.end <= named[-1].start
    if taker and named[-1].role == "subject":
        # "Italy received 24 per cent of the cargoes, Spain 14 per cent": each took its own.
        return pair_of(sense, named[-1].code, str(flow.away))
    return pair_of(sense, home, named[-1].code)


def _place(scene: Scene, figure: Figure, context: Context) -> str | None:
    """Where something is counted: "in South Africa", else whose it is."""
    clause = clause_at(scene.clauses, figure.start)
    inside = [p for p in scene.parties if clause.holds(p.start) and not p.demonym]
    placed = [p for p in inside if p.role == "in"] or [p for p in inside if p.role == "subject" or p.owner]
    if placed:
        return placed[-1].code if placed[-1].start < figure.start else placed[0].code
    anywhere = [p for p in scene.parties if p.role in {"in", "subject"} and p.end <= figure.start]
    return anywhere[-1].code if anywhere else context.subject


def _ranking(reading: Reading, scene: Scene, offset: int) -> str | None:
    """Whose partners are ranked: "Armenia's main supplier was Russia, with $5 million"."""
    owners = [p for p in scene.parties if p.owner and p.end <= offset]
    if not owners or len(reading.words(owners[-1].end, offset)) > _ADJECTIVES:
        return None
    return owners[-1].code or None
