"""The ends of trade that a text goes on with: whose trade it is, with whom, and who is spoken of."""

from __future__ import annotations

from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.scene import BY_THE_WAY, HELD_AGAINST, TOTAL, TRADE_MEASURES, Draft, Flow, Party, Scene
from tidewaiter.claims.words.lexicon import words

#: Those who make or grow what is sold abroad.
_GROWERS = words("growers")
_BARE, _ABOVE = frozenset({"title", "heading", "row"}), frozenset({"title", "heading"})
#: Characters of "The " and a full stop, and from a country to its office.
_ARTICLE, _OFFICE = 5, 24
#: What a text tells of trade that has been.
_TOLD = frozenset({"trade_value", "trade_quantity", "change"})
_ASIDE = BY_THE_WAY | {"relative"}


def learn_parties(context: Context, scene: Scene, drafts: list[Draft]) -> None:
    """Carry on the ends of the flows and figures of a sentence, and the country it speaks of."""
    if context.starred and not scene.parties and not _GROWERS.isdisjoint(scene.words):
        # "Macadamia growers fared worse. Their exports …", in a text on Kenya: Kenya's growers.
        context.subject = context.focus
    if not (scene.flows or scene.parties or drafts):
        return
    if _names_only(scene) and context.focus is not None:
        # "China. Its customs recorded …", above a paragraph: with whom what follows is, and not whose it is.
        context.pair, context.reporter, context.subject = Pair(partners=(context.focus,)), None, context.focus
        context.recent = tuple(p.code for p in scene.parties if p.code)
        return
    _learn_whole(context, scene, drafts)
    if context.paired and any(p.role == "partly" for p in scene.parties):
        # "Nearly all of it from Russia": the trade told of is not with that one alone.
        context.paired = False
    main = _main_flows(context, scene, drafts)
    if context.paired and scene.sentence.kind == "title" and len(main) == 1 and len(main[0].pair.everyone) == 1:
        # "Mali's trade in May", above a text that names one other country over and over: with that one.
        context.met = context.met or main[0].pair.everyone[0] in {context.focus, context.opposite}
        context.titled_owner = main[0].pair.everyone[0] if main[0].sense == "trade" else None
    for flow in main:
        if flow.home and flow.sense != "trade":
            context.deeds.setdefault(flow.sense, set()).add(flow.home)
    if main and main[-1].pair.everyone:
        _learn_trade(context, scene, drafts, main)
    _learn_partners(context, drafts)
    context.recent = tuple(p.code for p in scene.parties if p.code) or context.recent
    heads = _heads(context, scene, main)
    if heads:
        _learn_head(context, scene, drafts, heads[0].code)
    else:
        context.subject = _doer(context, scene, drafts, main[-1]) if main else context.subject
        _learn_owner(context, scene, drafts, main)


def _names_only(scene: Scene) -> bool:
    """Whether a sentence is nothing but a country, or a group of them."""
    party = scene.parties[0] if len(scene.parties) == 1 else None
    if party is None or scene.sentence.kind in _BARE or scene.flows or scene.sentence.figures:
        return False
    return scene.sentence.end - scene.sentence.start - (party.end - party.start) <= _ARTICLE


def _learn_whole(context: Context, scene: Scene, drafts: list[Draft]) -> None:
    """ "China's share of the total was 95.8 percent": the text goes on with partners in all trade."""
    shared = [d.pair for d in drafts if d.measure == "share" and len(d.pair.partners) == 2 and not d.pair.sender]
    if shared and not scene.flows and context.at_large in shared[-1].partners:
        context.pair, context.sense, context.block_of_pair = shared[-1], "trade", scene.sentence.block


def _main_flows(context: Context, scene: Scene, drafts: list[Draft]) -> list[Flow]:
    """The trade that a sentence tells of, and not by the way."""
    told = [f for f in scene.flows if not f.part]
    if drafts and all(d.measure == "share" for d in drafts) and context.pair.sender and context.pair.receiver:
        # "Shipments from Iran came to $9 million. That was a tenth of China's total imports": it goes on with Iran's.
        last = drafts[-1].figure.end
        told = [f for f in told if not (f.total and f.start >= last and f.home in context.pair.everyone)]
    main = [f for f in told if f.clause.kind not in _ASIDE] or told
    one_way = [f for f in main if f.sense != "trade"]
    # "Exports came to $2 billion, and the deficit widened": the text goes on with the exports.
    return one_way if main and main[-1].balance and len({f.sense for f in one_way}) == 1 else main


def _learn_trade(context: Context, scene: Scene, drafts: list[Draft], main: list[Flow]) -> None:
    """Which trade the text goes on with, and whose books tell of it."""
    flow = _goes_on_with(main, drafts)
    # The first trade that a text tells is what it is about, whether or not the sentence holds a figure.
    opens = context.lead is None and flow.stated and len(flow.pair.everyone) == 2
    opens = opens and not (context.pair.sender and context.pair.receiver)
    # "Iran's trade came to $7 billion. China was the top buyer, with $2 billion": a text on Iran, with whomever.
    placed = bool(scene.sentence.cues_of("partner"))
    ranked = placed and context.sense == "trade" and len(context.pair.everyone) == 1
    context.placed = (placed or (context.placed and not drafts)) and scene.sentence.kind not in _BARE
    context.sense, context.block_of_pair = flow.sense, scene.sentence.block
    context.casual = not drafts and scene.sentence.kind not in _BARE and not opens
    context.called = flow.called and not drafts
    ends = context.pair.sender, context.pair.receiver
    context.pair = _common(flow, drafts)
    if ends != (context.pair.sender, context.pair.receiver):
        context.pair_since = scene.sentence.block
    if flow.total and drafts and len(flow.pair.everyone) == 1:
        context.alone = flow.reporter or flow.pair.everyone[0]
        context.at_large = context.alone if flow.sense == "trade" else context.at_large
    elif len(flow.pair.everyone) > 1 and any(d.measure != "share" for d in drafts):
        context.alone = None
    told = any(d.measure in _TOLD for d in drafts) and flow.sense != "trade"
    if told and context.lead is None and context.opened is None and not context.trading:
        context.opened = flow.home if flow.away is None and len(flow.pair.everyone) == 1 else None
    if not ranked:
        _learn_lead(context, scene, main[0], told=bool(drafts) or opens)
    if drafts and context.book is None:
        context.book = _bookkeeper(main[0])
    # "It bought ventilators. They were shipped by rail": whoever ships them keeps no book of it.
    home = None if flow.sense == "trade" or flow.passive else flow.home
    context.reporter = flow.reporter or home or context.reporter


def _goes_on_with(main: list[Flow], drafts: list[Draft]) -> Flow:
    """ "Exports fell 5 percent, but shipments to Peru rose": the exports, of which there is a figure."""
    told = [f for f in main if any(d.flow is f for d in drafts)]
    by_the_way = bool(told) and main[-1] not in told and main[-1].clause.kind == "contrast"
    return told[-1] if by_the_way and told[-1].away is None else main[-1]


def _bookkeeper(flow: Flow) -> str | None:
    """Whose trade a text begins with; of trade between two, neither's."""
    if flow.sense != "trade":
        return flow.reporter or flow.home or None
    return flow.pair.everyone[0] if len(flow.pair.everyone) == 1 else None


def _learn_lead(context: Context, scene: Scene, first: Flow, *, told: bool) -> None:
    """What the text, or a section of it, is about."""
    above = scene.sentence.kind in _ABOVE
    both = first.pair.sender and first.pair.receiver
    if context.lead is None and first.sense != "trade" and both and (told or above):
        context.lead = first.pair, first.sense
    if scene.sentence.kind == "heading" and context.lead is not None and both:
        # "2. Exports to Chad": what the section under it comes back to.
        context.lead = first.pair, first.sense
    if above and context.headed is None and first.sense != "trade" and len(first.pair.everyone) == 1:
        context.headed = first.pair, first.sense


def _learn_partners(context: Context, drafts: list[Draft]) -> None:
    """Who was told to trade with whom; a value and its change are one word on a partner."""
    context.wholly = context.wholly or any(_is_whole(context, draft) for draft in drafts)
    context.parted.update(parted for draft in drafts if (parted := _parted(draft)) is not None)
    pairs = [d.pair for d in drafts if d.measure in TRADE_MEASURES]
    for one, other in dict.fromkeys(
        (p.sender, p.receiver) if p.sender and p.receiver else p.everyone[:2]
        for p in pairs
        if (p.sender and p.receiver) or len(p.everyone) == 2
    ):
        context.traded(str(one), str(other))


def _is_whole(context: Context, draft: Draft) -> bool:
    """Whether a figure is all that the two countries of a text trade with one another, one way or both."""
    of_all = draft.subject is not None and draft.subject.product == TOTAL and draft.figure.kind == "money"
    return of_all and draft.measure == "trade_value" and set(draft.pair.everyone) == set(context.both)


def _parted(draft: Draft) -> tuple[str, str] | None:
    """ "Sold goods for $96 million to Peru, 11 percent of total exports": (sense, whose) of what that is a part of."""
    flow, subject = draft.flow, draft.subject
    if draft.measure != "share" or flow is None or subject is None or subject.product != TOTAL:
        return None
    one_way = flow.sense in {"import", "export"} and draft.pair.sender and draft.pair.receiver
    return (flow.sense, flow.home) if one_way and flow.home else None


def _heads(context: Context, scene: Scene, main: list[Flow]) -> list[Party]:
    """The countries that a sentence speaks of."""
    free = _free(scene)
    told_of = [c.end for c in scene.sentence.cues_of("partner")]
    before = [p for p in free if not any(end <= p.start for end in told_of)]
    heads = [p for p in before if p.head]
    if not heads and context.subject not in {p.code for p in scene.parties}:
        heads = before
    # "Laos is Vietnam's greatest source of coal. The country …"
    return free if not heads and main and main[-1].called else heads


def _free(scene: Scene) -> list[Party]:
    return [p for p in scene.parties if p.code and p.role == "subject" and not p.owner]


def _learn_head(context: Context, scene: Scene, drafts: list[Draft], head: str) -> None:
    """Whom the text goes on to speak of; where a sentence does nothing else, it turns to him."""
    before, context.subject = context.subject, head
    first = _free(scene)[0].code
    alone = {p.code for p in scene.parties} == {first} and scene.sentence.kind not in _BARE
    if alone and not (drafts or scene.flows or scene.sentence.figures):
        context.turned, context.block_turned = first, scene.sentence.block
        context.left_off = before


def _doer(context: Context, scene: Scene, drafts: list[Draft], flow: Flow) -> str | None:
    """Of whom a sentence speaks that only tells of trade."""
    if flow.reporter:
        holder = scene.parties[0] if scene.parties and all(d.measure == "share" for d in drafts) else None
        held = holder is not None and holder.owner and holder.code in flow.pair.everyone and drafts
        # "Kenya's share of Egypt's imports fell to 38 percent. Uganda raised its share to 24": who has shares.
        return holder.code if holder is not None and held else flow.reporter
    if not flow.verb:
        return context.subject
    if flow.home == "" and flow.sense == "export" and not flow.passive and not flow.joint:
        # "The WHO shipped 20 ventilators. In 2020 it had delivered 900 sets": the WHO, and no country.
        return ""
    if flow.home and _is_other_end(scene, context.subject):
        # "The country imported masks from China. It …", in a text that has been on China.
        return flow.home
    said = bool(_free(scene)) or bool(scene.sentence.cues_of("partner"))
    if flow.sense == "import" and not flow.passive and drafts and not said and flow.pair.sender:
        # "Chinese customs data show that it imported urea": who did so, and not who says so.
        return flow.home or context.subject
    return context.subject


def _learn_owner(context: Context, scene: Scene, drafts: list[Draft], main: list[Flow]) -> None:
    """ "Russia's figures are thinner. Its customs recorded …"."""
    if (first := _office_at_head(scene)) and not any(d.measure in TRADE_MEASURES for d in drafts):
        # "Myanmar's own ministry of commerce does not publish figures. It reported mineral exports of …".
        context.subject = first
    if main or scene.flows or drafts or not scene.parties or not (scene.parties[0].code and scene.parties[0].owner):
        return
    context.subject = scene.parties[0].code
    if scene.sentence.goods and scene.sentence.kind not in _BARE and not scene.sentence.figures:
        # "Vietnam's rice is fading. Shipments fell": Vietnam's.
        context.turned, context.block_turned = scene.parties[0].code, scene.sentence.block


def _office_at_head(scene: Scene) -> str | None:
    """Whose office a sentence that names nobody else opens with."""
    party = scene.parties[0] if len({p.code for p in scene.parties}) == 1 else None
    if party is None or not party.owner or party.start - scene.sentence.start > _ARTICLE:
        return None
    offices = [c.start - party.end for c in scene.sentence.cues_of("source")]
    return party.code if any(0 < reach <= _OFFICE for reach in offices) else None


def _is_other_end(scene: Scene, code: str | None) -> bool:
    """Whether a country is named in a sentence only as where goods come from or go to."""
    roles = {p.role for p in scene.parties if p.code == code}
    return bool(roles) and roles <= {"from", "to"}


def _common(flow: Flow, drafts: list[Draft]) -> Pair:
    """The ends that all the figures of a sentence share: partners named in turn are nobody's for the next sentence."""
    if flow.sense == "trade":
        return _common_trade(flow, drafts)
    pairs = [
        d.pair for d in drafts
        if d.flow is not None and (d.pair.sender or d.pair.receiver) and d.rules.get("parties") != HELD_AGAINST
    ]  # fmt: skip
    senders, receivers = {p.sender for p in pairs}, {p.receiver for p in pairs}
    if len(senders) <= 1 and len(receivers) <= 1:
        return flow.pair
    if senders == {flow.pair.receiver, flow.pair.sender}:
        # Both ways between the same two.
        return flow.pair
    sender = flow.pair.sender if len(senders) == 1 else None
    receiver = flow.pair.receiver if len(receivers) == 1 else None
    return Pair(sender, receiver, tuple(c for c in (sender, receiver) if c))


def _common_trade(flow: Flow, drafts: list[Draft]) -> Pair:
    """Trade with one partner, then with another: what goes on is whose trade it is."""
    traded = [set(d.pair.partners) for d in drafts if d.flow is flow and len(d.pair.partners) == 2]
    if len({frozenset(partners) for partners in traded}) < 2:
        return flow.pair
    return Pair(partners=tuple(code for code in flow.pair.partners if all(code in partners for partners in traded)))
