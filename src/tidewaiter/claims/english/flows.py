"""Trade flows named in a sentence: import, export or two-way trade, of what, from whom, to whom."""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims.context import Context, Pair
from tidewaiter.claims.english import flow_context, flow_defaults, flow_goods, mentions, products
from tidewaiter.claims.english.clause_subjects import subject_of
from tidewaiter.claims.english.owners import between_both, is_origin
from tidewaiter.claims.english.owners import owners as owners_of
from tidewaiter.claims.lexicon import Cue, words
from tidewaiter.claims.reading import Reading, Sentence
from tidewaiter.claims.scene import TOTAL, Clause, Flow, Party, clause_at

_DEALS = frozenset({"accord", "agreement", "contract", "contracts", "deal", "deals", "memorandum", "pact"})
_EITHER_WAY = words("either_way")
#: Characters between a country's adjective and its goods ("Kenyan black tea").
_QUALIFIED = 12
#: Between the countries of one subject.
_LISTING = frozenset({",", "and", "&"})
_BODIES = words("bodies")
_IMPORTING = frozenset({"arrive", "import", "spend", "receive"})


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
        flow_context.complete(reading, flow, flows[-1] if flows else None, sentence, parties, context)
        if flows and _is_part_of(reading, sentence, flows[-1], flow):
            # "With shipments of $13 million accounting for half of its exports to Peru": to Peru, too.
            flows[-1].sense, flows[-1].pair = flow.sense, flow.pair
        flows.append(flow)
    return flows


def _first_partner(sentence: Sentence, right: list[Party], start: int) -> list[Party]:
    """ "Trade with Peru was worth $13 million, and with Chile $3 million": without whom the next figure is with."""
    first = next((f.start for f in sentence.figures if f.start >= start), sentence.end)
    told = any(p.role == "with" and p.start < first for p in right)
    return [p for p in right if p.start < first or p.role != "with"] if told else right


def _is_part_of(reading: Reading, sentence: Sentence, flow: Flow, whole: Flow) -> bool:
    """Whether a bare flow is said to be a share of the next, which names its ends."""
    if not (flow_defaults.bare(reading, flow) and whole.stated and not whole.verb and whole.sense != "trade"):
        return False
    return any(flow.end <= c.start and c.end <= whole.start for c in sentence.cues_of("share"))


def _flow(
    reading: Reading, sentence: Sentence, parties: list[Party], found: list[Clause], cue: Cue,
    earlier: int, limit: int, context: Context,
) -> Flow:  # fmt: skip
    clause = clause_at(found, cue.start)
    sense = (
        "import" if cue.sense in _IMPORTING else "export" if cue.sense in {"export", "earn", "reexport"} else "trade"
    )
    flow = Flow(cue.start, cue.end, sense, cue.kind == "flow_verb", clause)
    end = min(limit, clause.end) if limit > cue.end else clause.end
    # Relative clauses and asides interrupt a frame: "imports from China, which …" still reaches to the comma only.
    right = [p for p in parties if cue.end <= p.start < end and clause.holds(p.start)]
    parted = flow_goods.parted(reading, cue.end, end)
    right = [p for p in right if p.start < parted]
    if sense == "trade" and not flow.verb:
        right = _first_partner(sentence, right, cue.end)
    owners = [] if flow.verb else owners_of(reading, sentence, parties, flow, earlier, context)
    if not any(owners) and _arrives(reading, flow, right, owners, context):
        subject = subject_of(reading, sentence, parties, clause, cue.start, context)
        if subject in {None, "", context.pair.receiver, context.reporter}:
            flow.sense = "import"
    if cue.sense == "arrive":
        _arrival_ends(reading, parties, flow, right, context)
    elif flow.verb:
        flow.passive = _is_passive(reading, cue.start)
        _verb_ends(reading, sentence, parties, flow, right, context, earns=cue.sense == "earn")
    else:
        _noun_ends(reading, parties, flow, right, owners, context)
    flow.goods = products.clean(reading, flow_goods.goods_of(reading, sentence, flow, cue))
    if flow.goods is None and flow_goods.at_large(reading, sentence, flow):
        flow.goods = TOTAL
    flow.balance = cue.sense == "balance"
    away = {p.role for p in parties if parted <= p.start < end} & {"from", "to"}
    flow.total = flow_goods.is_whole(reading, sentence, flow) or (bool(away) and flow.away is None)
    flow.beside = flow.verb and "also" in reading.words(max(sentence.start, flow.start - 12), flow.start)
    flow.compared = flow_goods.is_compared(reading, sentence, flow)
    return flow


def _arrives(reading: Reading, flow: Flow, right: list[Party], owners: list[str], context: Context) -> bool:
    """ "Shipments from Mongolia rose", "the shipment of palm oil", "African shipments" in a text on what one buys."""
    buys = context.book is not None and context.book == context.pair.receiver
    if flow.verb or flow.sense != "export" or (context.sense != "import" and not (buys and owners)):
        return False
    if not _EITHER_WAY & set(reading.words(flow.start, flow.end)):
        return False
    ends = [p for p in right if p.role in {"from", "to", "by"}]
    home = context.pair.receiver or context.reporter
    return all(p.role == "from" and p.code != home for p in ends)


def _is_passive(reading: Reading, offset: int) -> bool:
    tokens = reading.tokens
    i = tokens.before(offset)
    for j in range(i, max(i - 3, -1), -1):
        if tokens.words[j] in flow_goods.AUXILIARIES:
            return True
        if not tokens.words[j].endswith("ly") and tokens.words[j] not in {"also", "not", "then", "only"}:
            return False
    return False


def _roles(right: list[Party]) -> tuple[list[str], list[str], list[str], list[str], list[str]]:
    senders = [p.code for p in right if p.role == "from" and not p.demonym]
    receivers = [p.code for p in right if p.role == "to" and not p.demonym]
    between = [p.code for p in right if p.role == "between"]
    withs = [p.code for p in right if p.role == "with"]
    agents = [p.code for p in right[:1] if p.role == "by" and not p.owner]
    return senders, receivers, between, withs, agents


def _noun_ends(
    reading: Reading, parties: list[Party], flow: Flow, right: list[Party], owners: list[str], context: Context
) -> None:
    senders, receivers, between, withs, agents = _roles(right)
    antecedent = _antecedent(reading, parties, flow)
    if antecedent is not None and flow.sense == "trade" and not withs:
        withs = [antecedent]
    if agents and "," in reading.words(flow.end, right[0].start):
        # "…, followed by Indonesia" says who came next, not whose trade it is.
        agents = []
    origin = [p.code for p in right if p.demonym and p.role == "of"]
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
    if flow.sense == "import" and owner is not None and not senders and is_origin(parties, flow, owner, context):
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
            receivers = [c for c in withs if c != owner]
    _set_ends(flow, senders, receivers)
    flow.reporter = owner


def _antecedent(reading: Reading, parties: list[Party], flow: Flow) -> str | None:
    """ "China, with which turnover reached $84 million": whom the clause of a trade is about."""
    before = [p for p in parties if p.end <= flow.start and p.code and not p.owner]
    said = reading.words(before[-1].end, flow.start) if before else []
    return before[-1].code if said[:3] in ([",", "with", "which"], [",", "with", "whom"]) else None


def _arrival_ends(reading: Reading, parties: list[Party], flow: Flow, right: list[Party], context: Context) -> None:
    """ "Doses from Chinese makers arrived in Pakistan": who stands behind has received, who stands before sent."""
    left = [p for p in parties if p.end <= flow.start and flow.clause.holds(p.start)]
    reached = [p for p in right if p.role != "from"]
    # "Crossed from China into Mali", "reached Mali from China".
    whence = [p for p in right if p not in reached[:1]]
    senders = [p.code for p in (*left, *whence) if p.role == "from" or p.demonym or p.owner]
    receiver = reached[0].code if reached else None
    if reached and receiver == context.pair.sender and reading.text[reached[0].start].islower():
        # "Entered the country", told of what China sells: not China.
        receiver = context.pair.receiver or receiver
    _set_ends(flow, senders[:1], [receiver] if receiver else [])


def _verb_ends(
    reading: Reading, sentence: Sentence, parties: list[Party], flow: Flow, right: list[Party], context: Context,
    *, earns: bool,
) -> None:  # fmt: skip
    senders, receivers, _, _, agents = _roles(right)
    left = [p for p in parties if p.end <= flow.start and flow.clause.holds(p.start)]
    origin = [p.code for p in right if p.demonym and p.role in {"subject", "of"}][:1]
    paid = [p.code for p in right if p.role == "subject" and not p.owner and _is_indirect(reading, p, flow)]
    seller = context.pair.sender
    market = subject_of(reading, sentence, parties, flow.clause, flow.start, context) if earns and not paid else None
    if (market and seller and market != seller and market == context.pair.receiver) or (
        market and seller and market != seller and _is_market(reading, sentence, flow)
    ):
        # "Germany, being the largest market, fetched $4 million": what is sold there brought it in.
        _set_ends(flow, [seller], [market])
        flow.reporter = seller
        return
    if earns and paid:
        # "Coal earned Kabul $42 million": who is paid has sold.
        _set_ends(flow, paid, receivers)
        flow.reporter = paid[0]
        return
    if flow.passive or _is_participle(reading, flow, left):
        subject = None
        made = [p for p in left if p.demonym and p.role in {"subject", "of"} and _is_of_goods(sentence, p, flow)]
        if made and not senders:
            # "Kenyan tea was shipped to 41 countries".
            senders = [made[-1].code]
        for p in left:
            if p.role == "from" and not senders and not p.demonym:
                senders = [p.code]
            elif p.role == "to" and not receivers and not p.demonym:
                receivers = [p.code]
    else:
        subject = subject_of(reading, sentence, parties, flow.clause, flow.start, context)
    if not flow.passive and context.focus and _is_body(reading, flow):
        # "UNICEF sent 36 kits": to the country that the text is about, from none.
        sent = senders[:1] or (origin if flow.sense == "import" else [])
        _set_ends(flow, sent or [""], receivers[:1] or [str(flow_defaults.in_need(context))])
        if sent and not receivers:
            # "The programme bought 14,500 tonnes of Zambian beans for its neighbours".
            flow.pair = Pair(sent[0], None, (sent[0],))
        return
    if flow_defaults.booked_by_all(reading, flow):
        # "Its partners reported selling it medicines": not "it", which they sold them to.
        subject = ""
        if flow.sense == "export" and reading.words(flow.end, flow.end + 3)[:1] == ["it"] and context.focus:
            receivers = [context.focus]
    if flow.passive and flow.sense == "export" and _is_given(reading, sentence, flow):
        # "The country had been provided three consignments": whom the sentence speaks of has received them.
        given = subject_of(reading, sentence, parties, flow.clause, flow.start, context)
        receivers = receivers or ([given] if given else [])
    pointed = reading.words(flow.end, flow.end + 10)[:2]
    if pointed in (["from", "it"], ["to", "it"]) and context.focus not in {None, subject}:
        # "What China bought from it": from the country that the text is about.
        senders = [str(context.focus)] if pointed[0] == "from" else senders
        receivers = [str(context.focus)] if pointed[0] == "to" else receivers
    dealt = next((p.code for p in left if p.role == "with" and _is_deal(reading, sentence, p, flow)), None)
    if dealt is not None and flow.sense == "import" and not senders:
        senders = [dealt]
    elif dealt is not None and flow.sense == "export" and not receivers:
        receivers = [dealt]
    for p in left:
        if p.role == "from" and not senders and flow.sense == "import" and not p.demonym and p.code != subject:
            senders = [p.code]
        if p.role == "to" and not receivers and flow.sense == "export" and not p.demonym and p.code != subject:
            receivers = [p.code]
    doers = _doers(reading, sentence, left, subject)
    if flow.sense == "import":
        receivers = receivers if receivers and not subject else doers or agents or receivers
        if not senders and origin and origin != receivers:
            senders = origin
    else:
        senders = doers or senders or agents or origin
        if not receivers and any(p.code == "" and p.role == "in" for p in right):
            # "Earned from statues in Africa".
            receivers = [""]
        receivers = receivers or paid
    _set_ends(flow, senders, receivers)
    flow.joint = len(doers) > 1
    flow.reporter = None if flow.joint else subject


def _is_body(reading: Reading, flow: Flow) -> bool:
    """Whether a body of no country stands right before a verb ("the agency has delivered", "UNICEF imported")."""
    before = [w for w in reading.words(flow.clause.start, flow.start) if w not in {"also", "had", "has", "have"}]
    if before[-1:] == ["who"]:
        i = reading.tokens.before(flow.start)
        while i > 0 and reading.tokens.words[i] != "who":
            i -= 1
        return reading.text[reading.tokens.starts[i] : reading.tokens.ends[i]] == "WHO"
    return bool(_BODIES & set(before[-1:]))


def _doers(reading: Reading, sentence: Sentence, left: list[Party], subject: str | None) -> list[str]:
    """ "Azerbaijan, Georgia and Tajikistan bought power": all that a verb has for its subject."""
    if subject is None:
        return []
    free = [p for p in left if p.role == "subject" and not p.owner and p.code]
    if not free or free[-1].code != subject or sentence.cues_of("respectively"):
        return [subject]
    found = [free[-1]]
    for party in reversed(free[:-1]):
        between = reading.words(party.end, found[-1].start)
        if not between or not set(between) <= _LISTING:
            break
        found.append(party)
    named = any("and" in reading.words(p.end, q.start) for q, p in pairwise(found))
    return [p.code for p in reversed(found)] if named else [subject]


def _is_of_goods(sentence: Sentence, party: Party, flow: Flow) -> bool:
    """Whether goods of the tables stand right behind a country's adjective, and before the verb."""
    return any(0 < g.start - party.end <= _QUALIFIED and g.end <= flow.start for g in sentence.goods)


def _is_market(reading: Reading, sentence: Sentence, flow: Flow) -> bool:
    return bool({"buyer", "destination", "importer", "market"} & set(reading.words(sentence.start, flow.start)))


def _is_deal(reading: Reading, sentence: Sentence, party: Party, flow: Flow) -> bool:
    """ "Signed a deal with Russia to import": whom it was made with is the other end."""
    before = reading.words(max(sentence.start, party.start - 40), party.start)
    return bool(_DEALS & set(before)) and reading.words(party.end, flow.start)[:1] == ["to"]


def _is_given(reading: Reading, sentence: Sentence, flow: Flow) -> bool:
    given = reading.words(flow.start, flow.end)[-1:]
    return given in (["provided"], ["sent"], ["sold"], ["supplied"]) and any(
        not reading.words(flow.end, f.start) for f in sentence.figures if f.start >= flow.end
    )


def _is_participle(reading: Reading, flow: Flow, left: list[Party]) -> bool:
    """ "Coal shipped from Russia": a participle after its noun has no subject of its own."""
    tokens = reading.tokens
    i = tokens.at(flow.end)
    following = tokens.words[i] if i < len(tokens) else ""
    return following in {"from", "to", "by"} and not any(p.role == "subject" and not p.owner for p in left)


def _is_indirect(reading: Reading, party: Party, flow: Flow) -> bool:
    """ "Sold Iran 5,000 tonnes": a country right behind the verb is who got it."""
    return reading.tokens.at(party.start) == reading.tokens.at(flow.end)


def _set_ends(flow: Flow, senders: list[str], receivers: list[str]) -> None:
    senders, receivers = list(dict.fromkeys(senders)), list(dict.fromkeys(receivers))
    if senders == receivers and senders != [""]:
        # Nobody trades with himself: only whose trade it is, is known.
        senders, receivers = ([], receivers) if flow.sense == "import" else (senders, [])
    flow.pair = Pair(
        senders[0] if len(senders) == 1 else None,
        receivers[0] if len(receivers) == 1 else None,
        tuple(dict.fromkeys([*receivers, *senders])),
    )
    flow.stated = bool(senders or receivers)
