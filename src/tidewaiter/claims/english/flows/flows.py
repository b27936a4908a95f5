"""Trade flows named in a sentence: import, export or two-way trade, of what, from whom, to whom."""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims.english.clause_subjects import subject_of
from tidewaiter.claims.english.flows import (
    arrivals,
    courses,
    flow_choice,
    flow_context,
    flow_defaults,
    flow_goods,
    giving,
    mentions,
    partner_words,
    verb_ends,
    verb_goods,
)
from tidewaiter.claims.english.flows.either_way import either_way
from tidewaiter.claims.english.flows.owners import between_both, is_origin
from tidewaiter.claims.english.flows.owners import owners as owners_of
from tidewaiter.claims.english.nouns import phrases, products
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import TOTAL, Clause, Flow, Party, clause_at
from tidewaiter.claims.words.lexicon import Cue, words

#: Goods do this, and no country: "goods that went to Chad", "bound for Mali".
_UNDER_WAY = frozenset({"bound", "go", "goes", "going", "headed", "heading", "went"})
#: What tells of former times ("which it used to buy").
_ONCE = frozenset({"used", "once", "formerly", "previously"})
#: What goods do that somebody sells, and what their part is of.
_GAINS, _EVERYTHING = frozenset({"brought", "earned", "fetched", "generated", "made"}), frozenset({"all", "everything"})
_EXPORTING = frozenset({"export", "earn", "reexport", giving.AID})
#: Between "were" and its participle ("were all shipped").
_BESIDE = frozenset({"all", "also", "both", "each", "first", "just", "not", "now", "only", "then"})
_IMPORTING = frozenset({"arrive", "import", "spend", "receive"})
#: Words from "Mali's" to the trade that it owns.
_NEXT_OWN = 4
#: What is said of a part of a trade by whoever was its other end.
_BY_THE_WAY = words("because") | {"border", "borders", "despite", "talks"}
_HELD = frozenset({"absorbed", "accounted", "bought", "dominated", "purchased", "supplied", "taken"})


def find(
    reading: Reading, sentence: Sentence, parties: list[Party], found: list[Clause], context: Context
) -> list[Flow]:
    """The flows of a sentence in order, their ends filled from the sentence and then from the context."""
    cues = mentions.mentions(reading, sentence, parties, context)
    flows: list[Flow] = []
    for n, cue in enumerate(cues):
        limit = cues[n + 1].start if n + 1 < len(cues) else sentence.end
        earlier = cues[n - 1].end if n else sentence.start
        flow = _flow(reading, sentence, parties, found, cue, earlier, limit, context)
        if cue.kind == "partner" and not flow.stated:
            continue
        flow_context.complete(reading, flow, flows[-1] if flows else None, sentence, parties, context)
        if flows and flows[-1].away is None and _earned_by(reading, flows[-1], flow):
            # "Earned $22 million from selling sand to China".
            flows[-1].pair = flow.pair
        if flows and _is_part_of(reading, sentence, flows[-1], flow):
            # "With shipments of $13 million accounting for half of its exports to Peru": to Peru, too.
            flows[-1].sense, flows[-1].pair = flow.sense, flow.pair
        if flows and _earns_part(reading, sentence, flows[-1], flow):
            # "Wigs brought in $167 million, or 57% of everything that Mali sold to Peru".
            flows[-1].sense, flows[-1].pair = flow.sense, flow.pair
        if _once_was(reading, sentence, flow):
            flow.compared = flow.part = True
        flows.append(flow)
    return flows


@turns_on(_ONCE, otherwise=False)
def _once_was(reading: Reading, sentence: Sentence, flow: Flow) -> bool:
    """ "Insulin, which it used to buy from India, comes next with $415,000": what was so once, told by the way."""
    clause = flow.clause
    if clause.kind != "relative" or any(clause.holds(f.start) for f in sentence.figures):
        return False
    said = reading.words(clause.start, clause.end)
    return any(one in _ONCE and (one != "used" or other == "to") for one, other in pairwise([*said, ""]))


def _first_partner(sentence: Sentence, right: list[Party], start: int) -> list[Party]:
    """ "Trade with Peru was worth $13 million, and with Chile $3 million": without whom the next figure is with."""
    first = next((f.start for f in sentence.figures if f.start >= start), sentence.end)
    told = any(p.role == "with" and p.start < first for p in right)
    return [p for p in right if p.start < first or p.role != "with"] if told else right


def _earned_by(reading: Reading, gain: Flow, flow: Flow) -> bool:
    """Whether a flow is what a verb of gain right before it is from."""
    said = reading.words(gain.end, flow.start)
    selling = gain.verb and gain.sense == flow.sense == "export" and gain.home == flow.home
    return selling and flow.away is not None and "from" in said and {",", ";", "and"}.isdisjoint(said)


def _is_part_of(reading: Reading, sentence: Sentence, flow: Flow, whole: Flow) -> bool:
    """Whether a bare flow is said to be a share of the next, which names its ends."""
    if not (flow_defaults.bare(reading, flow) and whole.stated and not whole.verb and whole.sense != "trade"):
        return False
    return any(flow.end <= c.start and c.end <= whole.start for c in sentence.cues_of("share"))


@turns_on(_EVERYTHING, otherwise=False)
def _earns_part(reading: Reading, sentence: Sentence, gain: Flow, whole: Flow) -> bool:
    """Whether what goods earn is said to be a share of all that somebody sold to somebody."""
    if not (gain.verb and whole.verb and whole.stated and whole.pair.sender and whole.pair.receiver):
        return False
    between = reading.words(gain.end, whole.start)
    share = any(word in _EVERYTHING and of == "of" for of, word in pairwise(between))
    return share and reading.words(gain.start, gain.end)[0] in _GAINS


def _flow(
    reading: Reading, sentence: Sentence, parties: list[Party], found: list[Clause], cue: Cue,
    earlier: int, limit: int, context: Context,
) -> Flow:  # fmt: skip
    clause = clause_at(found, cue.start)
    sense = "import" if cue.sense in _IMPORTING else "export" if cue.sense in _EXPORTING else "trade"
    flow = Flow(cue.start, cue.end, sense, cue.kind in {"flow_verb", courses.KIND}, clause)
    if cue.kind == courses.KIND:
        sender, receiver = courses.ends(sentence, parties)
        flow.set_ends([p.code for p in (sender,) if p], [p.code for p in (receiver,) if p])
        if sender is not None and sender.demonym:
            flow.goods = products.clean(reading, phrases.phrase_after(reading, sentence, sender.end))
        elif not sentence.figures:
            flow.goods = products.named(reading, sentence, next(g for g in sentence.goods if g.good_id != "total"))
        return flow
    end = min(limit, clause.end) if limit > cue.end else clause.end
    # Relative clauses and asides interrupt a frame: "imports from China, which …" still reaches to the comma only.
    right = [p for p in parties if cue.end <= p.start < end and clause.holds(p.start)]
    if right and right[-1].owner and not right[-1].demonym and len(reading.words(right[-1].end, limit)) <= _NEXT_OWN:
        # "Contributed 13 percent to Mali's exports": whose the next trade is, and no end of this one.
        right = right[:-1] if limit < sentence.end and end == limit else right
    parted = flow_goods.parted(reading, cue.end, end)
    right = [p for p in right if p.start < parted]
    if sense == "trade" and not flow.verb:
        right = _first_partner(sentence, right, cue.end)
    owners = [] if flow.verb else owners_of(reading, sentence, parties, flow, earlier, context)
    if not any(owners) and _arrives(reading, flow, right, owners, context):
        subject = subject_of(reading, sentence, parties, clause, cue.start, context)
        if subject in {None, "", context.pair.receiver, context.reporter}:
            flow.sense = "import"
    if cue.kind == "partner":
        partner_words.set_ends(reading, parties, flow, right, owners)
    elif cue.sense == "arrive":
        arrivals.set_ends(reading, parties, flow, right, context)
    elif flow.verb:
        flow.passive = _is_passive(reading, cue.start) or reading.words(cue.start, cue.end)[0] in _UNDER_WAY
        verb_ends.set_ends(reading, sentence, parties, flow, right, context, earns=cue.sense == "earn")
    else:
        _noun_ends(reading, parties, flow, right, owners, context)
    if cue.sense == giving.AID:
        giving.set_ends(reading, sentence, parties, flow, right, context)
        return flow
    flow.goods = products.clean(reading, flow_goods.goods_of(reading, sentence, flow, cue))
    if flow.goods is None and flow_goods.at_large(reading, sentence, flow):
        flow.goods = TOTAL
    flow.balance = cue.sense == "balance"
    far = sentence.end if parted < end else end
    away = {p.role for p in parties if parted <= p.start < far} & {"from", "to"}
    flow.total = flow_goods.is_whole(reading, sentence, flow) or (bool(away) and flow.away is None)
    flow.beside = flow.verb and "also" in reading.words(max(sentence.start, flow.start - 12), flow.start)
    flow.compared = flow_choice.is_compared(reading, sentence, flow)
    return flow


def _arrives(reading: Reading, flow: Flow, right: list[Party], owners: list[str], context: Context) -> bool:
    """ "Shipments from Mongolia rose", "the shipment of palm oil", "African shipments" in a text on what one buys."""
    buys = context.book is not None and context.book == context.pair.receiver
    if flow.verb or flow.sense != "export" or (context.sense != "import" and not (buys and owners)):
        return False
    if not either_way(reading.words(flow.start, flow.end)):
        return False
    ends = [p for p in right if p.role in {"from", "to", "by"}]
    home = context.pair.receiver or context.reporter
    return all(p.role == "from" and p.code != home for p in ends)


def _is_passive(reading: Reading, offset: int) -> bool:
    tokens = reading.tokens
    i = tokens.before(offset)
    for j in range(i, max(i - 3, -1), -1):
        if tokens.words[j] in verb_goods.AUXILIARIES:
            return True
        if not tokens.words[j].endswith("ly") and tokens.words[j] not in _BESIDE:
            return False
    return False


def _noun_ends(
    reading: Reading, parties: list[Party], flow: Flow, right: list[Party], owners: list[str], context: Context
) -> None:
    senders, receivers, between, withs, agents = verb_ends.roles(right)
    antecedent = _antecedent(reading, parties, flow)
    if antecedent is not None and flow.sense == "trade" and not withs:
        withs = [antecedent]
    if agents and owners and not (senders or receivers) and _HELD & set(reading.words(flow.end, right[0].start)):
        # "Mali's exports were accounted for by Chad and Peru": where they went.
        held = [p.code for p in right if p.role == "by" and not p.owner]
        senders, receivers, agents = (held, [], []) if flow.sense == "import" else ([], held, [])
    if agents and "," in reading.words(flow.end, right[0].start):
        # "…, followed by Indonesia" says who came next, not whose trade it is.
        agents = []
    origin = [p.code for p in right if p.demonym and p.role == "of"]
    if right and right[0].demonym and reading.words(flow.end, right[0].start)[1:] == ["as"] and not senders:
        # "Imports labelled as Malaysian".
        senders = [right[0].code]
    if not owners and right and right[0].role == "of" and not right[0].demonym:
        # "The foreign trade turnover of Mali", "the exports of Peru".
        owners = [right[0].code] if reading.words(flow.end, right[0].start)[1:] in ([], ["the"]) else []
    if flow.sense == "trade" and len(senders) == len(receivers) == 1 and not flow.balance:
        # "Trade from China to Eritrea" goes one way.
        flow.sense = "export"
    if flow.sense == "trade":
        together = list(dict.fromkeys([*owners, *between, *withs]))
        if not withs and not between and flow.reporter is None:
            # "With Uzbekistan, trade came to $866 million."
            ahead = [p for p in parties if p.role == "with" and p.end <= flow.start and flow.clause.holds(p.start)]
            together += [p.code for p in ahead[-1:] if p.code and p.code not in together]
        if len(together) < 2 and between_both(reading, flow):
            named = list(dict.fromkeys(p.code for p in parties if p.end <= flow.start and p.code))
            if len(named) == 1 and context.subject not in {None, "", *named}:
                named.append(str(context.subject))
            together = named if len(named) == 2 else together
        if len(together) < 2 and not between:
            together += [c for c in (*senders, *receivers) if c not in together]
        flow.pair = Pair(partners=tuple(together))
        flow.reporter = owners[0] if owners else None
        flow.stated = bool(together)
        return
    owner = owners[-1] if owners else None
    if (
        flow.sense == "import"
        and owner is not None
        and not senders
        and is_origin(parties, flow, owner, context, arrived=reading.words(flow.start, flow.end)[:1] == ["arrivals"])
    ):
        # "Russian naphtha imports", where Russia is known to sell: what is imported is Russian.
        senders, owner = [owner], None
    if flow.sense == "import" and owner == "" and not senders:
        # "Middle East LNG shipments", in a text on what Japan buys.
        senders, owner = [""], None
        receivers = receivers or [code for code in (context.pair.receiver, context.book) if code][:1]
    if flow.sense == "import":
        receivers = receivers or agents or ([owner] if owner is not None else [])
        if not senders and origin and origin != receivers:
            senders = origin
    else:
        senders = senders or agents or ([owner] if owner is not None else []) or origin
        if owner and senders and owner not in senders and not receivers:
            receivers = [
                p.code for p in right if p.role == "with" and p.code != owner and _is_partner(reading, flow, p)
            ]
    if owner and owner in (senders if flow.sense == "import" else receivers):
        # "China's share is large. Its exports to Chad were …", in a text on Chad: China's.
        own = [code for code in (context.other_end(owner),) if code]
        senders, receivers = (senders, own) if flow.sense == "import" else (own, receivers)
        owner = None
    flow.set_ends(senders, receivers)
    flow.reporter = owner


def _is_partner(reading: Reading, flow: Flow, party: Party) -> bool:
    """Not whom a reason or a place names: "fell because of a dispute with Chad", "queues at the border with Chad"."""
    return _BY_THE_WAY.isdisjoint(reading.words(flow.end, party.start))


def _antecedent(reading: Reading, parties: list[Party], flow: Flow) -> str | None:
    """ "China, with which turnover reached $84 million": whom the clause of a trade is about."""
    before = [p for p in parties if p.end <= flow.start and p.code and not p.owner]
    said = reading.words(before[-1].end, flow.start) if before else []
    return before[-1].code if said[:3] in ([",", "with", "which"], [",", "with", "whom"]) else None
