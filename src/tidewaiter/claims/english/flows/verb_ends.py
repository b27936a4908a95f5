"""Who sends and who receives, by a verb of trade: "sold Iran 5,000 tonnes", "coal shipped from Russia"."""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims.english.clause_subjects import subject_of
from tidewaiter.claims.english.flows import flow_defaults
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Flow, Party
from tidewaiter.claims.words.lexicon import words

_DEALS = frozenset({"accord", "agreement", "contract", "contracts", "deal", "deals", "memorandum", "pact"})
#: Characters between a country's adjective and its goods ("Kenyan black tea").
_QUALIFIED = 12
#: Between the countries of one subject.
_LISTING = frozenset({",", "and", "&"})
_BODIES = words("bodies")


def roles(right: list[Party]) -> tuple[list[str], list[str], list[str], list[str], list[str]]:
    """(from whom, to whom, between whom, with whom, by whom) of the countries behind a word of trade."""
    senders = [p.code for p in right if p.role == "from" and not p.demonym]
    receivers = [p.code for p in right if p.role == "to" and not p.demonym]
    between = [p.code for p in right if p.role == "between"]
    withs = [p.code for p in right if p.role == "with"]
    agents = [p.code for p in right[:1] if p.role == "by" and not p.owner]
    return senders, receivers, between, withs, agents


def set_ends(
    reading: Reading, sentence: Sentence, parties: list[Party], flow: Flow, right: list[Party], context: Context,
    *, earns: bool,
) -> None:  # fmt: skip
    """Fill the ends of a verb's flow from its clause; `right` stands behind it, `earns` says that it names a gain."""
    senders, receivers, _, _, agents = roles(right)
    left = [p for p in parties if p.end <= flow.start and flow.clause.holds(p.start)]
    origin = [p.code for p in right if p.demonym and p.role in {"subject", "of", "in"}][:1]
    paid = [p.code for p in right if p.role == "subject" and not p.owner and _is_indirect(reading, p, flow)]
    seller = context.pair.sender
    market = subject_of(reading, sentence, parties, flow.clause, flow.start, context) if earns and not paid else None
    if (market and seller and market != seller and market == context.pair.receiver) or (
        market and seller and market != seller and _is_market(reading, sentence, flow)
    ):
        # "Germany, being the largest market, fetched $4 million": what is sold there brought it in.
        flow.set_ends([seller], [market])
        flow.reporter = seller
        return
    if earns and paid:
        # "Coal earned Kabul $42 million": who is paid has sold.
        flow.set_ends(paid, receivers)
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
        flow.set_ends(sent or [""], receivers[:1] or [str(flow_defaults.in_need(context))])
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
        whence = p.role == "from" and not (senders or origin) and not p.demonym
        if whence and flow.sense == "import" and p.code != subject:
            senders = [p.code]
        if p.role == "to" and not receivers and flow.sense == "export" and not p.demonym and p.code != subject:
            receivers = [p.code]
    doers = _doers(reading, sentence, left, subject)
    if flow.sense == "import" and subject and senders and doers == senders[:1]:
        # "U.S. exports came to $3 million. They brought in cars from U.S. suppliers": whoever trades with them.
        doers = [code for code in context.pair.everyone if code not in senders][:1]
        subject = doers[0] if doers else None
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
    flow.set_ends(senders, receivers)
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
    # "Member states transferred".
    return bool(_BODIES & set(before[-1:])) or before[-2:-1] == ["member"]


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
    if reading.words(flow.start, flow.end)[-1] == "for":
        # "Russian oil bound for Chad".
        following = "to"
    return following in {"from", "to", "by"} and not any(p.role == "subject" and not p.owner for p in left)


def _is_indirect(reading: Reading, party: Party, flow: Flow) -> bool:
    """ "Sold Iran 5,000 tonnes": a country right behind the verb is who got it."""
    return reading.tokens.at(party.start) == reading.tokens.at(flow.end)
