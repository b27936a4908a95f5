"""Between whom a share is, or what a ranked partner has: "the Philippines took 42 percent of the exports"."""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims.english.parties import gapped_ends
from tidewaiter.claims.english.parties.other_ends import with_focus
from tidewaiter.claims.english.parties.own_ends import in_turn
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Flow, Party, Scene, pair_of
from tidewaiter.claims.words.lexicon import Cue, words

#: Words between "Armenia's" and "supplier": "second largest food".
_ADJECTIVES = 5
#: Between "market" and whose goods it takes ("for the"), and words of it.
_SERVING, _SERVED = (["of"], ["for"]), 2
_SELF, _SHARE = frozenset({"its", "their"}), frozenset({"share"})
_SHARE_REACH = 10
#: Where a part of some trade went or came from.
_GOING, _COMING = frozenset({"go", "goes", "went"}), frozenset({"came", "come", "comes"})
_RANKED = frozenset({"came", "placed", "ranked", "ranks"})
#: Who does what a clause says, told before, and words in which a clause opens.
_DOERS, _OPENING = frozenset({"it", "they"}), 3
_RANKS, _ORDINALS, _TAKERS = words("places_in_order"), words("ordinals"), words("takers")


def of_whole_trade(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "Peru accounted for 96.7 percent of Chile's external trade": of the two that trade."""
    figure, home = draft.figure, context.at_large
    if home is not None and not scene.flows and scene.sentence.kind != "row":
        of_total = "total" in reading.words(scene.sentence.start, min(figure.end + 16, scene.sentence.end))
        held = [p for p in scene.parties if p.end <= figure.start and p.code and p.role == "subject"]
        if draft.measure == "share" and of_total and len({p.code for p in held}) == 1 and held[0].code != home:
            # "China's share of the total was 95.8 percent", of all that a country trades.
            return Pair(partners=(home, held[0].code))
    if draft.measure == "share" and (held_by := _held(reading, scene, draft, context)) is not None:
        return held_by
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
    if not homes and _SELF & set(reading.words(figure.end, whole.start)):
        # "China accounted for 95 percent of its trade": of that of the country that the text is about.
        homes = [context.at_large or context.focus]
    if len({p.code for p in holders}) != 1 or len(homes) != 1 or not homes[0]:
        return None
    return Pair(partners=(homes[0], holders[-1].code))


@turns_on(_SHARE, otherwise=None)
def _held(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "China's share in Chad's trade rose to 95.6% from 88.2%", "the share of China in Chad's foreign trade"."""
    trades = [f for f in scene.flows if not f.verb]
    if len(trades) != len(scene.flows) or any(f.sense != "trade" or f.balance for f in trades) or len(trades) > 1:
        return None
    figure = draft.figure
    holders = [p for p in scene.parties if p.code and _has_share(reading, p)]
    holder = next((p for p in reversed(holders) if p.end <= figure.start), holders[0] if holders else None)
    apart = any(f.start >= figure.end and reading.words(figure.end, figure.end + 4)[:1] != ["of"] for f in trades)
    if holder is None or apart or holder.start > figure.start:
        return None
    homes = {p.code for p in scene.parties if p.code and p not in holders}
    homes = homes or {code for code in (context.at_large or context.alone,) if code}
    if len(homes) != 1 or homes == {holder.code}:
        return None
    return Pair(partners=(homes.pop(), holder.code))


@turns_on(_SHARE, otherwise=None)
def its_share(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "Syria imported wheat. Russia was the largest supplier. Its share was 90 percent": Russia's, of Syria's."""
    flow, holder, figure = draft.flow, context.subject, draft.figure
    pair = context.pair if flow is None else flow.pair
    ends = {code for code in (pair.sender, pair.receiver) if code}
    if draft.measure != "share" or holder is None or len(ends) != 1 or holder in pair.everyone:
        return None
    said = reading.words(scene.sentence.start, figure.begins)
    own = any(one in _SELF and other in _SHARE for one, other in pairwise(said))
    if not own or context.recent[:1] != (holder,) or any(not p.owner for p in scene.parties):
        return None
    return pair_of("import" if pair.receiver else "export", ends.pop(), holder)


@turns_on(_SHARE, otherwise=None)
def whose_share(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "Peru's imports of cars fell. The share of Russia was 9 percent, and Chad's share 7 percent": of each."""
    held = [p for p in scene.parties if p.code and p.end <= draft.figure.start and _has_share(reading, p)]
    if draft.measure not in {"share", "trade_value", "trade_quantity"} or not held or scene.flows:
        return None
    pair, holder = context.pair, held[-1]
    ends = [code for code in (pair.sender, pair.receiver) if code]
    # Of a trade of two it is in that of the one that the text is about.
    own = ends[0] if len(ends) == 1 else context.focus if context.focus in ends else None
    since = [p for p in scene.parties if holder.end <= p.start and p.end <= draft.figure.start]
    apart = any(not _in_apposition(reading, holder, p) for p in since)
    if own in {None, holder.code} or apart:
        return None
    return pair_of("import" if own == pair.receiver else "export", own, holder.code)


def _in_apposition(reading: Reading, holder: Party, party: Party) -> bool:
    """ "Russia, the third exporter to Peru,": whether somebody is named in what is said of a country by the way."""
    return reading.words(holder.end, party.start)[:1] == [","]


def _has_share(reading: Reading, party: Party) -> bool:
    """ "China's share", "the share of China"."""
    behind = [word for word in reading.words(party.end, party.end + _SHARE_REACH) if word not in {"'s", "’s"}]
    ahead = reading.words(max(0, party.start - _SHARE_REACH), party.start)[-2:]
    return (party.owner and behind[:1] == ["share"]) or ahead == ["share", "of"]


def shared(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "The Philippines took 42 percent of the exports, followed by Indonesia with 15 percent"."""
    flow = draft.flow
    if (gone := _gone(reading, scene, draft, context)) is not None:
        return gone
    if flow is not None and (taken := _taken(reading, scene, draft, flow)) is not None:
        return taken
    partners = scene.sentence.cues_of("partner")
    # "Chad was Mali's largest trading partner, taking 65 percent of its exports": what it takes is exports.
    ranked = partners[0].sense if partners and (partners[0].sense != "trade" or flow is None) else None
    sense = ranked or (flow.sense if flow is not None else context.sense)
    if flow is None and _took_of_imports(scene, context):
        sense = "export"
    if sense not in {"import", "export"} or (
        flow is not None and flow.stated and flow.away is not None and flow.end <= draft.figure.start
        and all(flow.start != partner.start for partner in partners)
        and (not flow.away or any(p.code == flow.away for p in scene.parties))
    ):  # fmt: skip
        return None
    whole = next((f for f in scene.flows if f.start >= draft.figure.end and not f.verb), None)
    given = flow is not None and flow.verb and bool(flow.home) and bool(flow.away)
    if given and whole is not None and flow is not None and (whole.home, whole.away) == (flow.away, flow.home):
        # "China supplied 12 percent of its imports".
        return whole.pair
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
    owner = _ranking(reading, scene, partners[0]) if partners else None
    unsaid = flow is not None and not (flow.away and any(p.code == flow.away for p in scene.parties))
    section = context.topic is None and scene.sentence.block != context.block_of_pair
    if partners and owner is None and flow is None and section and context.starred:
        # "India was the second-biggest export market", under a heading: of the country that the text is about.
        owner = context.focus if all(p.code != context.focus for p in scene.parties) else None
    if not partners and unsaid and is_placed(reading, scene, draft):
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


def _took_of_imports(scene: Scene, context: Context) -> bool:
    """ "Its partners reported imports from Mali of $7 million. China took 71% of that": each as a buyer."""
    sold = context.sense == "import" and bool(context.pair.sender) and not context.pair.receiver
    return sold and not _TAKERS.isdisjoint(scene.words)


@turns_on(_GOING | _COMING, otherwise=None)
def _gone(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "40 percent of Chad's exports went to Peru", "half of its imports came from Togo": where the part went."""
    figure = draft.figure
    end = next((p for p in scene.parties if p.start >= figure.end and p.role in {"to", "from"}), None)
    if end is None or not end.code or end.owner or draft.measure != "share":
        return None
    said = reading.words(figure.end, end.start)
    verbs, sense = (_GOING, "export") if end.role == "to" else (_COMING, "import")
    other = any(figure.end <= f.start < end.start for f in scene.sentence.figures)
    if said[:1] != ["of"] or verbs.isdisjoint(said) or other:
        return None
    between = [f for f in scene.flows if figure.end <= f.start < end.start and not f.verb and f.sense == sense]
    if not between:
        return None
    owners = [p.code for p in scene.parties if p.owner and figure.end <= p.start < between[0].start and p.code]
    ahead = next((f for f in reversed(scene.flows) if f.end <= figure.start), None)
    told = ahead.pair if ahead is not None else context.pair
    own = told.sender if sense == "export" else told.receiver
    if ahead is not None and not ahead.verb and ahead.sense != "trade":
        # "Of Mali's exports …, and 12 percent of its imports came from Ghana": Mali's.
        own = ahead.home
    home = owners[-1] if owners else own or context.focus
    return pair_of(sense, home, end.code) if home not in {None, end.code} else None


def _taken(reading: Reading, scene: Scene, draft: Draft, flow: Flow) -> Pair | None:
    """ "16 percent of the exports were bought by Iraq, followed by Peru (13 percent)": each from the same."""
    if flow.verb and flow.passive and flow.sense == "import" and flow.away:
        return gapped_ends.followed(reading, scene, draft, flow)
    bought = next((f for f in scene.flows if f.start >= draft.figure.end), None)
    if bought is None or not (bought.verb and bought.passive and bought.sense == "import" and bought.home):
        return None
    between = reading.words(draft.figure.end, bought.start)
    return bought.pair if len(between) == 1 and bought.pair.sender == flow.home else None


def _ranking(reading: Reading, scene: Scene, partner: Cue) -> str | None:
    """Whose partners are ranked: "Armenia's main supplier was Russia, with $5 million"."""
    owners = [p for p in scene.parties if p.owner and p.end <= partner.start]
    if not owners or len(reading.words(owners[-1].end, partner.start)) > _ADJECTIVES:
        return _served(reading, scene, partner)
    return owners[-1].code or None


def _served(reading: Reading, scene: Scene, partner: Cue) -> str | None:
    """ "The largest rice buyer of Benin was Togo", "the top market for Peruvian copper": whose goods a buyer buys."""
    served = next((p for p in scene.parties if p.start >= partner.end), None)
    if served is None or served.role in {"subject", "by"} or partner.sense != "export":
        return None
    said = reading.words(partner.end, served.start)
    return (served.code or None) if said[:1] in _SERVING and len(said) <= _SERVED else None


@turns_on(_RANKS | _RANKED, otherwise=False)
def is_placed(reading: Reading, scene: Scene, draft: Draft) -> bool:
    """ "Spain secured the third position with goods worth $1 billion": a partner's rank in the trade spoken of."""
    if draft.flow is None or (draft.flow.verb and draft.flow.sense != "trade"):
        # "Indonesia stayed in third place by exporting 9,211 tonnes": the verb says whose.
        return False
    clause = draft.flow.clause
    does = not _DOERS.isdisjoint(reading.words(clause.start, draft.flow.start)[:_OPENING])
    # "Egypt is in third place, it cut imports to 3 million tonnes": what it does is its own.
    start = clause.start if does and draft.flow.home is not None else scene.sentence.start
    said = reading.words(start, draft.figure.start)
    return any(
        (word in _RANKS and before in _ORDINALS) or (word in _ORDINALS and before in _RANKED)
        for before, word in pairwise(said)
    )
