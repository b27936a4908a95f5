"""Who sends and who receives, by a verb of trade: "sold Iran 5,000 tonnes", "coal shipped from Russia"."""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims.english.clause_subjects import did_so_before, subject_of
from tidewaiter.claims.english.flows import flow_defaults, needs
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Flow, Party
from tidewaiter.claims.words.lexicon import words

#: Whom one has dealt with; characters between a country's adjective and its goods ("Kenyan black tea").
_DEALS, _QUALIFIED = words("deals"), 12
#: Between the countries of one subject.
_LISTING, _BODIES = frozenset({",", "and", "&"}), words("bodies")
#: How a country's adjective stands before its goods, and words that name them.
_GOODS_OF, _GOODS_WORDS = frozenset({"after", "in", "of", "subject"}), 4
#: What leads to whom something came from, and words of a body's name behind it ("the World Health Organization").
_WHENCE, _NAME = frozenset({"from", "through", "via"}), 5
#: Between a body and its verb ("the agency has begun shipping", "plans to provide").
_BEGINNING = words("beginning")
#: Sent by ship; what sellers do, where a market "fetches".
_SHIPPING, _EARNING = words("shipping_verbs"), words("earning_verbs")


def roles(right: list[Party]) -> tuple[list[str], list[str], list[str], list[str], list[str]]:
    """(from whom, to whom, between whom, with whom, by whom) of the countries behind a word of trade."""
    senders = [p.code for p in right if p.role == "from" and not p.demonym]
    receivers = [p.code for p in right if p.role == "to" and not p.demonym]
    between = [p.code for p in right if p.role == "between"]
    withs = [p.code for p in right if p.role == "with"]
    # "Donated by a Chinese foundation" is by China's; "by Peru's rivals" is not by Peru.
    agents = [p.code for p in right[:1] if p.role == "by" and (not p.owner or p.demonym)]
    return senders, receivers, between, withs, agents


def set_ends(
    reading: Reading, sentence: Sentence, parties: list[Party], flow: Flow, right: list[Party], context: Context,
    *, earns: bool,
) -> None:  # fmt: skip
    """Fill the ends of a verb's flow from its clause; `right` stands behind it, `earns` says that it names a gain."""
    verb = _Verb(reading, sentence, parties, flow, right, context)
    if earns and _earned(verb):
        return
    _read_subject(verb)
    if not flow.passive and context.focus and _is_body(verb):
        _set_body(verb)
        return
    _read_pronoun(verb)
    _read_left(verb)
    if flow.sense == "import" and not verb.senders and _is_from_body(verb):
        # "Received 1.7 million doses through COVAX": from no country.
        verb.senders = [""]
    doers = _doers(reading, sentence, verb.left, verb.subject)
    if flow.sense == "import" and verb.subject and verb.senders and doers == verb.senders[:1]:
        # "U.S. exports came to $3 million. They brought in cars from U.S. suppliers": whoever trades with them.
        doers = [code for code in context.pair.everyone if code not in verb.senders][:1]
        verb.subject = doers[0] if doers else None
    if flow.sense == "import":
        _set_import(verb, doers)
    else:
        _set_export(verb, doers)
    flow.joint = len(doers) > 1
    flow.reporter = None if flow.joint else verb.subject


class _Verb:
    """A verb of trade in its clause, and what is known of its ends so far: who stands before it and behind it, whose
    the goods are called (`origin`), who is paid, and who does it.
    """

    def __init__(
        self, reading: Reading, sentence: Sentence, parties: list[Party], flow: Flow, right: list[Party],
        context: Context,
    ) -> None:  # fmt: skip
        self.reading, self.sentence, self.flow, self.context = reading, sentence, flow, context
        self.parties, self.right = parties, right
        self.left = [p for p in parties if p.end <= flow.start and flow.clause.holds(p.start)]
        self.senders, self.receivers, _, _, self.agents = roles(right)
        self.origin = [p.code for p in right if p.demonym and p.role in {"subject", "of", "in"}][:1]
        direct = (p for p in right if p.role == "subject" and not p.owner)
        self.paid = [p.code for p in direct if _is_indirect(reading, p, flow)]
        self.subject: str | None = None

    def doer(self) -> str | None:
        """Who does what the clause says."""
        place = self.reading, self.sentence, self.parties
        again = did_so_before(*place, self.flow.start, self.flow.sense, self.context)
        return again or subject_of(*place, self.flow.clause, self.flow.start, self.context)


def _earned(verb: _Verb) -> bool:
    """Whether a gain says who has sold."""
    flow, seller = verb.flow, verb.context.pair.sender
    if verb.paid:
        # "Coal earned Kabul $42 million": who is paid has sold.
        flow.set_ends(verb.paid, verb.receivers)
        flow.reporter = verb.paid[0]
        return True
    market = verb.doer()
    if not market or not seller or market == seller:
        return False
    earns = flow.clause.kind != "relative" and _EARNING & set(verb.reading.words(flow.start, flow.end))
    sells = market != verb.context.pair.receiver or earns
    if sells and not _is_market(verb.reading, verb.sentence, flow):
        return False
    # "Germany, being the largest market, fetched $4 million": what is sold there brought it in.
    flow.set_ends([seller], [market])
    flow.reporter = seller
    return True


def _read_subject(verb: _Verb) -> None:
    """Who does it; behind a passive or a participle nobody, but the goods' own country may stand before it."""
    whose = _whose_goods(verb.reading, verb.left, verb.flow)
    if not verb.flow.passive and whose is None and not _is_participle(verb.reading, verb.flow, verb.left):
        verb.subject = verb.doer()
        return
    goods = (p for p in verb.left if p.demonym and p.role in {"subject", "of"})
    made = [p.code for p in goods if _is_of_goods(verb.sentence, p, verb.flow)] or ([whose] if whose else [])
    if made and not verb.senders:
        # "Kenyan tea was shipped to 41 countries".
        verb.senders = [made[-1]]
    for p in verb.left:
        if p.role == "from" and not verb.senders and not p.demonym:
            verb.senders = [p.code]
        elif p.role == "to" and not verb.receivers and not p.demonym:
            verb.receivers = [p.code]


def _set_body(verb: _Verb) -> None:
    """ "UNICEF sent 36 kits": to the country that the text is about, from none."""
    flow = verb.flow
    sent = verb.senders[:1] or (verb.origin if flow.sense == "import" else [])
    flow.set_ends(sent or [""], verb.receivers[:1] or [str(flow_defaults.in_need(verb.context))])
    if sent and not verb.receivers:
        # "The programme bought 14,500 tonnes of Zambian beans for its neighbours".
        flow.pair = Pair(sent[0], None, (sent[0],))


def _read_pronoun(verb: _Verb) -> None:
    """What "it" stands for behind the verb, and who was given something."""
    reading, flow, focus = verb.reading, verb.flow, verb.context.focus
    if flow_defaults.booked_by_all(reading, flow):
        # "Its partners reported selling it medicines": not "it", which they sold them to.
        verb.subject = ""
        if flow.sense == "export" and reading.words(flow.end, flow.end + 3)[:1] == ["it"] and focus:
            verb.receivers = [focus]
    if flow.passive and flow.sense == "export" and _is_given(reading, verb.sentence, flow):
        # "The country had been provided three consignments": whom the sentence speaks of has received them.
        given = verb.doer()
        verb.receivers = verb.receivers or ([given] if given else [])
    pointed = reading.words(flow.end, flow.end + 10)[:2]
    if focus not in {None, verb.subject}:
        # "What China bought from it": from the country that the text is about.
        verb.senders = [str(focus)] if pointed == ["from", "it"] else verb.senders
        verb.receivers = [str(focus)] if pointed == ["to", "it"] else verb.receivers


def _read_left(verb: _Verb) -> None:
    """The ends that stand before the verb: with whom a deal was made, from or to whom."""
    flow, imported = verb.flow, verb.flow.sense == "import"
    deals = (p for p in verb.left if p.role == "with")
    dealt = next((p.code for p in deals if _is_deal(verb.reading, verb.sentence, p, flow)), None)
    if dealt is not None and imported and not verb.senders:
        verb.senders = [dealt]
    elif dealt is not None and flow.sense == "export" and not verb.receivers:
        verb.receivers = [dealt]
    for p in verb.left:
        if p.demonym or p.code == verb.subject:
            continue
        if p.role == "from" and imported and not (verb.senders or verb.origin):
            verb.senders = [p.code]
        if p.role == "to" and flow.sense == "export" and not verb.receivers:
            verb.receivers = [p.code]


def _set_import(verb: _Verb, doers: list[str]) -> None:
    receivers = verb.receivers
    receivers = receivers if receivers and not verb.subject else doers or verb.agents or receivers
    origin = verb.origin if verb.origin != receivers else []
    verb.flow.set_ends(verb.senders or origin, receivers)


def _set_export(verb: _Verb, doers: list[str]) -> None:
    receivers = verb.receivers or needs.met(verb.reading, verb.sentence, verb.parties, verb.flow)
    if doers and verb.senders and doers != verb.senders[:1] and not (receivers or verb.paid) and _ships(verb):
        # "Japan shipped 833,000 tonnes from Russia": it had them shipped.
        verb.flow.sense = "import"
        verb.flow.set_ends(verb.senders, doers)
        return
    if not receivers and any(p.code == "" and p.role == "in" for p in verb.right):
        # "Earned from statues in Africa".
        receivers = [""]
    verb.flow.set_ends(doers or verb.senders or verb.agents or verb.origin, receivers or verb.paid)


def _ships(verb: _Verb) -> bool:
    """Whether a verb says that goods went by ship, whoever sent for them."""
    return not verb.flow.passive and not _SHIPPING.isdisjoint(verb.reading.words(verb.flow.start, verb.flow.end))


def _is_body(verb: _Verb) -> bool:
    """Whether a body of no country stands right before a verb: "UNICEF imported", not "the Russian Federation"."""
    reading, flow, country = verb.reading, verb.flow, max((p.end for p in verb.left), default=0)
    before = [w for w in reading.words(max(country, flow.clause.start), flow.start) if w not in _BEGINNING]
    if before[-1:] == [":"]:
        # "- UNICEF: shipped 300 kits", in a list.
        before = before[:-1]
    if before[-1:] == ["who"]:
        i = reading.tokens.before(flow.start)
        while i > 0 and reading.tokens.words[i] != "who":
            i -= 1
        return _is_name(reading, i)
    # "Member states transferred".
    return bool(_BODIES & set(before[-1:])) or before[-2:-1] == ["member"] or before[-2:] == ["united", "nations"]


def _is_from_body(verb: _Verb) -> bool:
    """Whether what came in is said to be from a body of no country ("from UNICEF", "via the WHO")."""
    reading, end = verb.reading, verb.flow.clause.end
    for i in range(reading.tokens.at(verb.flow.end), reading.tokens.at(end)):
        if reading.tokens.words[i] in _WHENCE:
            starts = reading.tokens.starts[i + 1 : i + 1 + _NAME]
            named = [n for n, at in enumerate(starts, i + 1) if at < end and reading.text[at].isupper()]
            if any(reading.tokens.words[n] in _BODIES and _is_name(reading, n) for n in named):
                return True
    return False


def _is_name(reading: Reading, number: int) -> bool:
    """ "WHO" is one, "Who" is none."""
    tokens = reading.tokens
    return tokens.words[number] != "who" or reading.text[tokens.starts[number] : tokens.ends[number]] == "WHO"


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


def _whose_goods(reading: Reading, left: list[Party], flow: Flow) -> str | None:
    """ "As Chinese products shipped to Vietnam surged": whose goods a participle stands behind that says whither."""
    if flow.sense != "export" or not left or not left[-1].demonym or left[-1].role not in _GOODS_OF:
        return None
    named = reading.words(left[-1].end, flow.start)
    going = reading.words(flow.end, flow.end + 4)[:1] == ["to"]
    return left[-1].code if going and 0 < len(named) <= _GOODS_WORDS and all(w.isalpha() for w in named) else None


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
