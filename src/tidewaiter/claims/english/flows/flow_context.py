"""Ends that a flow leaves out: filled from its sentence, then from what the text said before."""

from __future__ import annotations

from tidewaiter.claims.english.clause_subjects import ranked_by, subject_of
from tidewaiter.claims.english.flows import flow_defaults
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Flow, Party, pair_of
from tidewaiter.claims.words.lexicon import words

#: So many countries, and a text that is on no two of them says nothing of whom it leaves out.
_SEVERAL = 3
_GIVING, _EITHER_WAY = words("giving"), words("either_way")


def complete(
    reading: Reading, flow: Flow, previous: Flow | None, sentence: Sentence, parties: list[Party], context: Context
) -> None:
    """Fill the ends that the frame leaves out."""
    pair = flow.pair
    if previous is not None and flow_defaults.is_object(reading, flow, previous):
        # "Namibia supplied imports worth $7 million": to whoever imports.
        flow.pair, flow.reporter = previous.pair, None
        if previous.away is None and context.focus not in {None, previous.home}:
            flow.pair = pair_of(flow.sense, context.focus, previous.home or "")
        return
    if previous is None and flow_defaults.is_same_trade(reading, flow, context):
        # "Maize exports fell. The trade was worth $28 million.": that trade.
        spoken, sense = context.spoken_of(sentence.block)
        flow.sense, flow.pair = sense or flow.sense, spoken
        return
    if previous is not None and flow.sense == "trade" and flow_defaults.by_route(reading, flow):
        # "The shipments earned $9 million, of which $7 million came from sea trade": of those shipments.
        flow.sense, flow.pair, flow.reporter = previous.sense, previous.pair, previous.reporter
        return
    if flow.sense == "trade":
        if len(pair.partners) < 2:
            known = pair.partners[0] if pair.partners else None
            if known is None:
                everyone = previous.pair.everyone if previous else context.pair.everyone
                said = flow_defaults.who_tells(reading, sentence, parties, flow, context) if previous is None else None
                if said is not None and said not in everyone:
                    # "Russian officials said bilateral trade rose 54 percent".
                    other_one = next((code for code in reversed(context.recent) if code != said), context.focus)
                    everyone = (str(other_one), said)
                partner = context.turned if sentence.block == context.block_turned and previous is None else None
                if partner and partner not in everyone and context.focus not in {None, partner}:
                    # "Russia is a small partner. Bilateral trade rose to $34 million"; so from one partner to another.
                    left = context.left_off if context.left_off in everyone and len(everyone) == 2 else None
                    home = next((c for c in everyone if c != left), None) if left else context.focus
                    home = context.focus if left and context.reporter == left else home
                    everyone = (str(home), partner)
                if len(everyone) != 2:
                    everyone = context.both
                who = subject_of(reading, sentence, parties, flow.clause, flow.start, context) if flow.balance else None
                who = who or (context.alone if flow.balance else None)
                if who and (len(everyone) != 2 or who == context.alone):
                    # "Laos ran a deficit of $188 million".
                    pair.partners, flow.total = (who,), True
                    return
                if len(everyone) == 2 and not flow.total:
                    pair.partners = everyone
                elif previous is None and context.focus is not None and flow_defaults.of_all(reading, flow, context):
                    # "Total foreign trade turnover reached …": of the country that the text is about.
                    pair.partners, flow.total = (context.focus,), True
                elif (
                    previous is None
                    and context.alone is not None
                    and (reading.words(flow.end, flow.end + 6)[:1] == ["with"] or len(context.countries) == 1)
                ):
                    # "Mutual trade with the member states", in a release of one country's office.
                    pair.partners, flow.total = (context.alone,), True
                elif (
                    previous is None and (context.sense == "trade" or flow.balance) and len(context.pair.everyone) == 1
                ):
                    # "Cross-border trade totalled …", behind trade with one partner and another: with all of them.
                    pair.partners, flow.total = context.pair.everyone, True
                elif previous is None and context.at_large is not None and not any(p.code for p in parties):
                    # "Its total trade sank. Food imports fell. Trade doubled to …": with everybody, still.
                    pair.partners, flow.total = (context.at_large,), True
            elif context.alone == known and flow.reporter == known and not flow.verb:
                # "Turkey's trade turnover exceeded $120 billion", behind its exports to everybody.
                flow.total = True
            elif not flow.total:
                subject = subject_of(reading, sentence, parties, flow.clause, flow.start, context)
                other = subject if subject and subject != known else context.other_end(known)
                anew = sentence.block != context.block_of_pair and context.focus not in {None, known}
                if other is None and flow.reporter is None and anew and context.starred:
                    # A section on another partner of the country that the text is about.
                    other = context.focus
                if other is None and flow.reporter is None and context.reporter != known:
                    other = context.reporter
                if other is None and flow.reporter is None and len(context.countries) == 2:
                    # "Trade with Iran", in a text that names one more country.
                    other = (
                        next(code for code in context.countries if code != known)
                        if known in context.countries
                        else None
                    )
                both = previous.pair.partners if previous is not None and previous.sense == "trade" else ()
                if other is None and len(both) == 2 and known not in both and context.focus in both:
                    # "Trade with China came to $9 million, while trade with Mali was $3 million": of the same country.
                    other = context.focus
                if other and other != known:
                    pair.partners = (other, known) if flow.reporter is None else (known, other)
        elif flow.reporter is None and reading.words(flow.end, flow.end + 6)[:1] == ["with"]:
            # "The deficit with China, Chile and Peru": of the one that the text is about.
            home = subject_of(reading, sentence, parties, flow.clause, flow.start, context) or context.focus
            pair.partners = pair.partners if home in {None, *pair.partners} else (str(home), *pair.partners)
        return
    if previous is not None and previous.total and previous.sense == "trade" and not flow.stated:
        # "Its foreign trade came to …, including $1.7 billion of exports": with the world as well.
        own = previous.reporter or next(iter(previous.pair.partners), None)
        flow.pair = pair_of(flow.sense, own)
        flow.reporter, flow.total = own, True
        return
    if previous is not None and previous.sense == "import" and flow_defaults.bare(reading, flow):
        # "… tons of fertilizer imports through July, when shipments reached a high": those imports.
        flow.sense, flow.pair, flow.reporter = previous.sense, previous.pair, previous.reporter
        return
    if (
        previous is None
        and flow_defaults.bare(reading, flow)
        and flow_defaults.spoken_of(reading, sentence, parties, flow, context)
    ):
        return
    if previous is None and flow_defaults.buys_what_is_sold(reading, flow, context):
        # "China's exports to Chad rose. Rice purchases came to $3 million": Chad's.
        flow.pair = context.pair
        return
    several = len(pair.partners) > (pair.sender is not None) + (pair.receiver is not None)
    near = previous.pair if previous is not None else context.pair
    if previous is None and context.casual and not context.paired and sentence.block != context.block_of_pair:
        # Whom another paragraph has named by the way is no partner of what this one tells.
        near = Pair()
    if flow.passive and not (flow.stated or flow.total) and near.everyone and not pair.everyone:
        turned = context.sense in {"import", "export"} and previous is None and context.sense != flow.sense
        # "It bought masks. Ventilators were shipped, too": shipped is said of either way.
        turned = turned and reading.words(flow.start, flow.end)[-1:] in (["exported"], ["imported"])
        turned = turned and bool(near.receiver if context.sense == "import" else near.sender)
        sender, receiver = (near.receiver, near.sender) if turned else (near.sender, near.receiver)
        flow.pair = Pair(sender, receiver, near.everyone)
        return
    own = "receiver" if flow.sense == "import" else "sender"
    far = "sender" if own == "receiver" else "receiver"
    again = flow.verb and not flow.passive and previous is not None and previous.verb and previous.home == ""
    if again and previous is not None and getattr(pair, own) is None:
        # "The EU imported for $4 billion and exported for $6 billion": the bloc, still.
        setattr(pair, own, "")
        if getattr(pair, far) is None:
            setattr(pair, far, previous.away)
    if getattr(pair, own) is None and flow_defaults.booked_by_all(reading, flow):
        setattr(pair, own, "")
    if getattr(pair, own) is None and not flow.joint and not (several and getattr(pair, far) is not None):
        subject = None if flow.passive else subject_of(reading, sentence, parties, flow.clause, flow.start, context)
        if not flow.verb and subject is not None and _taken(reading, sentence, parties, flow, subject):
            subject = None
        alike = (previous.sense if previous is not None else context.sense) in {flow.sense, "trade", None}
        alike = alike or getattr(pair, far) is None or (flow.passive and previous is not None)
        role = getattr(near, own) if flow.verb and flow.reporter is None and alike else None
        moving = not flow.verb and bool(_EITHER_WAY & set(reading.words(flow.start, flow.end)))
        told = previous is None and sentence.block == context.block_of_pair and context.sense in {"import", "export"}
        if moving and told:
            # "Russia took most of its gas. Deliveries to Iran peaked": of the same gas, from the same.
            role = getattr(near, own)
        ranked = ranked_by(reading, sentence, parties, flow.start)
        both = previous.pair.partners if previous is not None else context.pair.partners
        traded = (previous.sense if previous is not None else context.sense) == "trade" and len(both) == 2
        other = next((c for c in both if c != getattr(pair, far)), None) if getattr(pair, far) in both else None
        # "Two-way trade with China fell. Exports to Cuba were …": the other of the two.
        other = other if traded and not flow.verb and subject in {None, *both} else None
        # "Deliveries to the DPRK", in a text that has set nobody against it so far: of whoever delivers.
        anybody = not (context.met or flow.verb) and bool(_EITHER_WAY & set(reading.words(flow.start, flow.end)))
        candidates: list[str | None] = [
            flow_defaults.seller(flow, previous, near, context),
            ranked,
            other,
            subject,
            flow.reporter,
            role,
            previous.reporter if previous and not (flow.passive and previous.sense != flow.sense) else None,
        ]
        candidates += [previous.home if previous and previous.sense != "trade" and not flow.verb else None]
        candidates += [context.turned if sentence.block == context.block_turned else None]
        candidates += [flow_defaults.bookkeeper(reading, sentence, parties, flow)]
        # "Italy received 24 percent of Libya's oil. Exports to China …": of the one that sold, and not of Italy.
        # "Sales from China to Syria rose. Imports of ventilators peaked": Syria's, in a text on Syria.
        told_of = context.focus if context.focus and getattr(context.pair, own) == context.focus else None
        alone = context.starred and not context.paired
        apt = alone or (context.sense != flow.sense and getattr(pair, far) is not None)
        candidates += [told_of if apt and not flow.verb else None]
        candidates += [
            flow_defaults.book(flow, context) if sentence.block != context.block_of_pair else None,
            context.reporter,
        ]
        candidates += [
            context.focus,
            context.opposite if len(context.countries) < _SEVERAL or (context.paired and not anybody) else None,
            near.sender,
            near.receiver,
        ]
        if flow.sense == "import" and not flow.verb:
            # "Imports from India dropped to $57 million in Kenya".
            held = [p.code for p in parties if p.role == "in" and p.start >= flow.end and flow.clause.holds(p.start)]
            candidates[4:4] = held[:1]
        taken = {getattr(pair, far), *pair.partners}
        where = flow_defaults.set_in(reading, sentence, parties, flow)
        if where is not None and where not in taken:
            # "In Japan, exports fell by 3 percent": to everybody.
            candidates.insert(0, where)
            flow.total = flow.total or not pair.everyone
        for code in candidates:
            if code and code not in taken:
                setattr(pair, own, code)
                break
    if previous is None and not flow.verb and context.alone is not None and context.alone == getattr(pair, own):
        # "Its foreign trade came to … Its exports fell by …": with everybody, until a partner is named.
        flow.total = True
    if previous is None and flow_defaults.broader(reading, sentence, flow, context):
        flow.total = True
    alike = previous is not None and (flow.verb or not (previous.verb or flow.stated))
    if previous is not None and previous.total and alike and previous.home == getattr(pair, own):
        # "Exported goods and services worth $14 billion, and imported $12 billion": from everybody, too.
        flow.total = True
    if getattr(pair, far) is None and getattr(pair, own) != "" and not several and not flow.total:
        code = getattr(pair, own)
        same = getattr(near, own) == code
        other = getattr(near, far) if same or sentence.block == context.block_of_pair else None
        if other is None and previous is not None and previous.sense == flow.sense and previous.home != code:
            # "Hanoi shipped rice to Havana; Beijing sent buses": to the same.
            other = previous.away
        if other == code or other in pair.partners or (other == "" and previous is None):
            other = None
        turned = context.reporter == code or sentence.block == context.block_of_pair or previous is not None
        if other is None and turned and not (same and near.partners and len(near.everyone) > 2):
            other = near.sender if near.receiver == code else near.receiver if near.sender == code else None
        both = previous.pair.partners if previous is not None and previous.sense == "trade" else ()
        if other is None and len(both) == 2 and code in both:
            # "Trade with India came to $6 billion in imports and $1 billion in exports".
            other = both[0] if both[1] == code else both[1]
        strange = flow.reporter is not None and not turned and not context.paired
        if other is None and strange and flow_defaults.same_goods(flow, context) and getattr(near, far) != code:
            # "Next comes Russia, having doubled its gas exports": another seller of the same to the same.
            other = getattr(near, far) or None
        if other is None and flow_defaults.does_the_same(flow, code, previous, sentence.block, context):
            other = getattr(near, far)
        if other is None and not strange:
            other = context.other_end(code)
        bare = previous is None and flow.stated and flow.sense == context.sense == "export"
        bare = bare and not flow.verb and bool(_EITHER_WAY & set(reading.words(flow.start, flow.end)))
        if other is None and bare and near.sender and code not in near.everyone:
            # "Russian oil bound for Chad came to 300 tons. Deliveries from China were smaller": to the same.
            other = near.receiver
        alike = flow.verb and flow.sense == context.sense and getattr(near, far) == context.focus
        if other is None and alike and code != context.focus:
            # "Iraq took 24 million kilos of its tea. Russia bought 18 million": from the country the text is about.
            other = context.focus
        if other is None and code is not None:
            other = flow_defaults.of_lead(flow, code, context)
        if other is None and flow.verb and previous is None:
            # "Chadian customs figures show that Mali bought sugar for $3 million": from whose customs say so.
            other = flow_defaults.bookkeeper(reading, sentence, parties, flow)
        if other is None and context.starred and code != context.focus:
            # A text about one country's trade with many: whoever else trades in it, trades with that one.
            other = context.focus
        giving = flow.verb and flow.sense == "export" and bool(_GIVING & set(reading.words(flow.start, flow.end)))
        if other is None and giving and code != flow_defaults.in_need(context):
            # "Switzerland donated 9,100 tons of milk powder", in a text on one country's needs.
            other = flow_defaults.in_need(context)
        named = previous is None and any(p.code == code and p.end <= flow.start for p in parties)
        named = named or (previous is None and sentence.block != context.block_of_pair)
        if named and code is not None and context.has_many(code):
            # A text that has told of several partners means none of them where it names none.
            other = None
        if previous is not None and previous.sense == flow.sense and previous.home == code and previous.away is None:
            # "Ores, once its leading export, earned $46 million": to nobody in particular, still.
            other = None
        if other != code:
            setattr(pair, far, other)
    end = getattr(near, far) if previous is not None or sentence.block == context.block_of_pair else None
    if flow.joint and getattr(pair, far) is None and end and end not in pair.partners:
        # "India's exports to Cuba fell. Germany and France each sold less": to the same.
        setattr(pair, far, end)
    pair.partners = tuple(dict.fromkeys(c for c in [getattr(pair, own), *pair.partners, getattr(pair, far)] if c))


def _taken(reading: Reading, sentence: Sentence, parties: list[Party], flow: Flow, subject: str) -> bool:
    """ "The Philippines took 42 percent of the exports": who has a share in a flow does not keep its book."""
    named = [p for p in parties if p.code == subject and p.end <= flow.start]
    if named and flow_defaults.books(reading, sentence, named[-1], flow):
        return False
    ends = [p.end for p in named]
    if ends and any(ends[-1] <= f.start and f.end <= flow.start for f in sentence.figures):
        # "Russia is second with $230 million, exports to Kazakhstan …".
        return True
    if any(flow.clause.holds(c.start) and c.kind == "share" and c.end <= flow.start for c in sentence.cues):
        return True
    # "Kenya sold $16 million, and Mali reported sales of …": who stands behind the figures keeps his own.
    return not ends and any(flow.clause.holds(f.start) and f.end <= flow.start for f in sentence.figures)
