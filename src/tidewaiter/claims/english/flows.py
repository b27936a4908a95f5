"""Trade flows named in a sentence: import, export or two-way trade, of what, from whom, to whom."""

from __future__ import annotations

from tidewaiter.claims.context import Context, Pair
from tidewaiter.claims.english import products
from tidewaiter.claims.lexicon import Cue, words
from tidewaiter.claims.reading import Reading, Sentence
from tidewaiter.claims.scene import Clause, Flow, Party, clause_at

_AUXILIARIES = frozenset({"was", "were", "been", "being", "is", "are", "be"})
_VERB_LEADS = _AUXILIARIES | {"has", "have", "had", "also", "not"}
_QUALIFIED = words("qualified")
_MODALS = words("before_base_verb")
_EARNING = _VERB_LEADS | {"which", "that", ",", "alone"}
_BASE_VERB_LEADS = words("before_verb")
_AFTER_NOUN = words("after_noun")
#: A flow behind one of these is what something is held against, not what the sentence is about.
_COMPARING = words("comparing")
#: What opens a sentence on the whole, whoever was spoken of before.
_ALTOGETHER = frozenset({"altogether", "overall", "globally", "worldwide"})
_IMPORTING = frozenset({"import", "spend", "receive"})


def find(
    reading: Reading, sentence: Sentence, parties: list[Party], found: list[Clause], context: Context
) -> list[Flow]:
    """The flows of a sentence in order, their ends filled from the sentence and then from the context."""
    cues = _flow_cues(reading, sentence, parties, context)
    flows: list[Flow] = []
    for n, cue in enumerate(cues):
        limit = cues[n + 1].start if n + 1 < len(cues) else sentence.end
        earlier = cues[n - 1].end if n else sentence.start
        flow = _flow(reading, sentence, parties, found, cue, earlier, limit, context)
        _complete(flow, flows[-1] if flows else None, sentence, parties, context)
        flows.append(flow)
    return flows


def _flow_cues(reading: Reading, sentence: Sentence, parties: list[Party], context: Context) -> list[Cue]:
    """One cue a place: a word that can be noun or verb is what its neighbours make it."""
    tokens = reading.tokens
    chosen: dict[int, Cue] = {}
    for cue in sentence.cues_of("flow_noun", "flow_verb"):
        i = tokens.at(cue.start)
        before = tokens.words[i - 1] if i else ""
        word = tokens.words[i]
        verb = cue.kind == "flow_verb"
        if word in {"supply", "deliver", "provide", "send"} and before not in _MODALS:
            continue
        if word == "left" and cue.end - cue.start == len("left") and not _leaves_port(reading, i):
            continue
        if word in {"took", "takes", "taking"} and not _takes_goods(sentence, cue):
            continue
        if word in {"import", "export", "purchase", "imports", "exports", "ship", "ships", "purchases"}:
            verb = before in _BASE_VERB_LEADS or before in {"it", "which", "that", "they", "who"}
            if not verb and word in {"imports", "exports", "ships", "purchases", "import", "export"}:
                named = [p for p in parties if p.end == tokens.ends[i - 1] and not p.owner] if i else []
                after = tokens.words[i + 1] if i + 1 < len(tokens) else ""
                verb = (
                    bool(named)
                    and after not in _AFTER_NOUN
                    and not any(
                        c.kind in {"change", "level", "share"} and c.start == tokens.starts[i + 1]
                        for c in sentence.cues
                    )
                    if i + 1 < len(tokens)
                    else False
                )
            if verb != (cue.kind == "flow_verb"):
                if cue.start in chosen or any(
                    c.start == cue.start and c is not cue for c in sentence.cues_of("flow_noun", "flow_verb")
                ):
                    continue
                cue = Cue(cue.start, cue.end, "flow_verb" if verb else "flow_noun", cue.sense)
        if (cue.sense != "balance" and _is_modifier(reading, tokens.at(cue.end) - 1)) or _is_in_name(
            reading, sentence, cue
        ):
            continue
        chosen.setdefault(cue.start, cue)
    _add_anaphors(reading, sentence, chosen, context)
    return [chosen[start] for start in sorted(chosen)]


def _leaves_port(reading: Reading, i: int) -> bool:
    """ "Have left Ukrainian ports"."""
    return bool({"port", "ports", "harbour", "harbor"} & set(reading.tokens.words[i + 1 : i + 5]))


def _takes_goods(sentence: Sentence, cue: Cue) -> bool:
    """ "France took 11,000 tonnes" is an import; "took 42 percent", "took steps" are not."""
    figure = next((f for f in sentence.figures if f.start >= cue.end), None)
    return figure is not None and figure.kind in {"quantity", "money", "count"} and figure.start - cue.end <= 16


def _add_anaphors(reading: Reading, sentence: Sentence, chosen: dict[int, Cue], context: Context) -> None:
    """ "Shipments to Vietnam rose; those to Laos fell": the same trade with another partner."""
    tokens = reading.tokens
    for i in range(tokens.at(sentence.start), tokens.at(sentence.end) - 1):
        if tokens.words[i] in {"those", "that"} and tokens.words[i + 1] in {"to", "from", "with"}:
            before = [start for start in chosen if start < tokens.starts[i]]
            if not before and tokens.starts[i] == sentence.start and context.sense in {"import", "export"}:
                # "Those to Laos fell", in a sentence of its own.
                chosen[tokens.starts[i]] = Cue(tokens.starts[i], tokens.ends[i], "flow_noun", context.sense)
            if before:
                chosen[tokens.starts[i]] = Cue(tokens.starts[i], tokens.ends[i], "flow_noun", chosen[max(before)].sense)


def _is_in_name(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """ "The U.S.-Cuba Trade and Economic Council": a capital inside a sentence, another one right behind."""
    text, tokens = reading.text, reading.tokens
    if not text[cue.start].isupper() or cue.start == sentence.start or sentence.kind in {"title", "heading"}:
        return False
    i = tokens.at(cue.end)
    if i < len(tokens) and tokens.words[i] in {"and", "&"}:
        i += 1
    return i < len(tokens) and tokens.starts[i] < sentence.end and text[tokens.starts[i]].isupper()


def _is_modifier(reading: Reading, i: int) -> bool:
    """ "Trade data", "trade ministry", "trade war": the word only qualifies the next."""
    nxt = reading.tokens.words[i + 1] if i + 1 < len(reading.tokens) else ""
    return nxt in _QUALIFIED


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
    if flow.verb:
        flow.passive = _is_passive(reading, cue.start)
        _verb_ends(reading, sentence, parties, flow, right, context, earns=cue.sense == "earn")
    else:
        _noun_ends(reading, sentence, parties, flow, right, earlier, context)
    flow.goods = products.clean(reading, _goods_of(reading, sentence, flow, cue))
    flow.balance = cue.sense == "balance"
    flow.total = _is_total(reading, sentence, flow) or _elsewhere(reading, sentence, flow)
    flow.compared = bool(_COMPARING & set(_words_before(reading, sentence, cue.start, 7)))
    return flow


def _words_before(reading: Reading, sentence: Sentence, offset: int, count: int) -> list[str]:
    """The last words before an offset, back to a comma at most."""
    tokens = reading.tokens
    i, floor = tokens.before(offset), tokens.at(sentence.start)
    found: list[str] = []
    while i >= floor and len(found) < count and tokens.words[i] not in {",", ";", "("}:
        found.append(tokens.words[i])
        i -= 1
    return found


def _is_passive(reading: Reading, offset: int) -> bool:
    tokens = reading.tokens
    i = tokens.before(offset)
    for j in range(i, max(i - 3, -1), -1):
        if tokens.words[j] in _AUXILIARIES:
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
    reading: Reading, sentence: Sentence, parties: list[Party], flow: Flow, right: list[Party],
    earlier: int, context: Context,
) -> None:  # fmt: skip
    senders, receivers, between, withs, agents = _roles(right)
    if agents and "," in reading.words(flow.end, right[0].start):
        # "…, followed by Indonesia" says who came next, not whose trade it is.
        agents = []
    owners = _owners(reading, sentence, parties, flow, earlier, context)
    origin = [p.code for p in right if p.demonym and p.role == "of"]
    if flow.sense == "trade":
        together = list(dict.fromkeys([*owners, *between, *withs]))
        if len(together) < 2 and not between:
            together += [c for c in (*senders, *receivers) if c not in together]
        flow.pair = Pair(partners=tuple(together))
        flow.reporter = owners[0] if owners else None
        flow.stated = bool(together)
        return
    owner = owners[-1] if owners else None
    if flow.sense == "import":
        receivers = receivers or agents or ([owner] if owner else [])
        if not senders and origin and origin != receivers:
            senders = origin
    else:
        senders = senders or agents or ([owner] if owner else []) or origin
        if owner and senders and owner not in senders and not receivers:
            receivers = [c for c in withs if c != owner]
    _set_ends(flow, senders, receivers)
    flow.reporter = owner


def _owners(
    reading: Reading, sentence: Sentence, parties: list[Party], flow: Flow, earlier: int, context: Context
) -> list[str]:
    """Whose imports they are: "China's coal imports", "Iran-Turkey trade", "its imports", "Russia coal exports"."""
    tokens = reading.tokens
    i = tokens.before(flow.start)
    steps = 0
    floor = max(sentence.start, earlier)
    while i >= 0 and tokens.starts[i] >= floor and steps < 7:
        word, end = tokens.words[i], tokens.ends[i]
        party = next((p for p in parties if p.start < end and tokens.starts[i] < p.end), None)
        if party is not None:
            if party.role in {"from", "to", "with", "by", "than", "via"} and not party.owner:
                return []
            pair = [party.code]
            j = tokens.before(party.start)
            if j >= 0 and tokens.words[j] in {"-", "–", "/", "and"}:
                left = next((p for p in parties if p.end == tokens.ends[j - 1] or p.end == tokens.starts[j]), None)
                if left is not None and (flow.sense == "trade" or tokens.words[j] == "-"):
                    pair.insert(0, left.code)
            if len(pair) == 2 and flow.sense != "trade":
                # "China-North Korea exports": from the first to the second.
                return pair[:1]
            return pair
        if word in {"its", "their"}:
            subject = subject_of(sentence, parties, flow.clause, tokens.starts[i], context)
            return [subject] if subject else []
        if word in {"'s", "’s", "-", "–"} or (word[0].isalnum() and not reading.is_word("stop", word)):
            if reading.is_word("verbs", word) and word not in {"falling", "rising", "growing", "related"}:
                return []
            i -= 1
            steps += 1
            continue
        break
    cue = next(
        (
            c
            for c in sentence.cues_of("anaphor")
            if c.sense in {"country", "epithet"} and c.end <= flow.start <= c.end + 3
        ),
        None,
    )
    return [context.subject] if cue and context.subject else []


def _verb_ends(
    reading: Reading, sentence: Sentence, parties: list[Party], flow: Flow, right: list[Party], context: Context,
    *, earns: bool,
) -> None:  # fmt: skip
    senders, receivers, _, _, agents = _roles(right)
    left = [p for p in parties if p.end <= flow.start and flow.clause.holds(p.start)]
    origin = [p.code for p in right if p.demonym and p.role in {"subject", "of"}][:1]
    paid = [p.code for p in right if p.role == "subject" and not p.owner and _is_indirect(reading, p, flow)]
    if earns and paid:
        # "Coal earned Kabul $42 million": who is paid has sold.
        _set_ends(flow, paid, receivers)
        flow.reporter = paid[0]
        return
    if flow.passive or _is_participle(reading, flow, left):
        subject = None
        for p in left:
            if p.role == "from" and not senders and not p.demonym:
                senders = [p.code]
            elif p.role == "to" and not receivers and not p.demonym:
                receivers = [p.code]
    else:
        subject = subject_of(sentence, parties, flow.clause, flow.start, context)
    for p in left:
        if p.role == "from" and not senders and flow.sense == "import" and not p.demonym and p.code != subject:
            senders = [p.code]
        if p.role == "to" and not receivers and flow.sense == "export" and not p.demonym and p.code != subject:
            receivers = [p.code]
    if flow.sense == "import":
        receivers = receivers if receivers and not subject else [c for c in [subject] if c] or agents or receivers
        if not senders and origin and origin != receivers:
            senders = origin
    else:
        senders = [c for c in [subject] if c] or senders or agents or origin
        receivers = receivers or paid
    _set_ends(flow, senders, receivers)
    flow.reporter = subject


def _is_participle(reading: Reading, flow: Flow, left: list[Party]) -> bool:
    """ "Coal shipped from Russia": a participle after its noun has no subject of its own."""
    tokens = reading.tokens
    i = tokens.at(flow.end)
    following = tokens.words[i] if i < len(tokens) else ""
    return following in {"from", "to", "by"} and not any(p.role == "subject" and not p.owner for p in left)


def _is_indirect(reading: Reading, party: Party, flow: Flow) -> bool:
    """ "Sold Iran 5,000 tonnes": a country right behind the verb is who got it."""
    return reading.tokens.at(party.start) == reading.tokens.at(flow.end)


def subject_of(sentence: Sentence, parties: list[Party], clause: Clause, offset: int, context: Context) -> str | None:
    """Who does what the clause says: the nearest country before the verb that stands free, or what a pronoun means."""
    start = sentence.start if clause.kind == "relative" else clause.start
    for where in (start, sentence.start):
        named = [
            p for p in parties
            if where <= p.start and p.end <= offset and p.role == "subject" and not p.owner
        ]  # fmt: skip
        pronouns = [
            c for c in sentence.cues_of("anaphor")
            if c.sense == "subject" and where <= c.start and c.end <= offset and _free(c, parties)
        ]  # fmt: skip
        last_named = named[-1] if named else None
        last_pronoun = pronouns[-1] if pronouns else None
        if last_named and (last_pronoun is None or last_pronoun.start < last_named.start):
            return last_named.code
        if last_pronoun is not None:
            before = [p for p in parties if p.end <= last_pronoun.start]
            free = [p.code for p in before if p.role == "subject" and not p.owner]
            if free:
                return free[-1]
            owners = [p.code for p in before if p.owner and p.role == "subject"]
            if owners:
                return owners[0]
            return context.subject
    return None


def _free(cue: Cue, parties: list[Party]) -> bool:
    return not any(p.start < cue.end and cue.start < p.end for p in parties)


def _set_ends(flow: Flow, senders: list[str], receivers: list[str]) -> None:
    senders, receivers = list(dict.fromkeys(senders)), list(dict.fromkeys(receivers))
    flow.pair = Pair(
        senders[0] if len(senders) == 1 else None,
        receivers[0] if len(receivers) == 1 else None,
        tuple(dict.fromkeys([*receivers, *senders])),
    )
    flow.stated = bool(senders or receivers)


def _complete(flow: Flow, previous: Flow | None, sentence: Sentence, parties: list[Party], context: Context) -> None:
    """Fill the ends that the frame leaves out."""
    pair = flow.pair
    if flow.sense == "trade":
        if len(pair.partners) < 2:
            known = pair.partners[0] if pair.partners else None
            if known is None:
                everyone = previous.pair.everyone if previous else context.pair.everyone
                if len(everyone) != 2:
                    everyone = context.both
                if len(everyone) == 2 and not flow.total:
                    pair.partners = everyone
            elif not flow.total:
                subject = subject_of(sentence, parties, flow.clause, flow.start, context)
                other = subject if subject and subject != known else context.other_end(known)
                if other and other != known:
                    pair.partners = (other, known) if flow.reporter is None else (known, other)
        return
    several = len(pair.partners) > (pair.sender is not None) + (pair.receiver is not None)
    near = previous.pair if previous is not None else context.pair
    if flow.passive and not flow.stated and near.everyone and not pair.everyone:
        turned = context.sense in {"import", "export"} and previous is None and context.sense != flow.sense
        sender, receiver = (near.receiver, near.sender) if turned else (near.sender, near.receiver)
        flow.pair = Pair(sender, receiver, near.everyone)
        return
    own = "receiver" if flow.sense == "import" else "sender"
    far = "sender" if own == "receiver" else "receiver"
    if getattr(pair, own) is None and not (several and getattr(pair, far) is not None):
        subject = None if flow.passive else subject_of(sentence, parties, flow.clause, flow.start, context)
        if not flow.verb and subject is not None and _taken(sentence, flow):
            subject = None
        role = getattr(near, own) if flow.verb and flow.reporter is None else None
        candidates = [subject, flow.reporter, role, previous.reporter if previous else None, context.reporter]
        candidates += [context.focus, context.opposite, near.sender, near.receiver]
        taken = {getattr(pair, far), *pair.partners}
        for code in candidates:
            if code and code not in taken:
                setattr(pair, own, code)
                break
    if getattr(pair, far) is None and not several and not flow.total:
        code = getattr(pair, own)
        same = getattr(near, own) == code
        other = getattr(near, far) if same or sentence.block == context.block_of_pair else None
        if other == code or other in pair.partners:
            other = None
        turned = context.reporter == code or sentence.block == context.block_of_pair or previous is not None
        if other is None and turned and not (same and near.partners and len(near.everyone) > 2):
            other = near.sender if near.receiver == code else near.receiver if near.sender == code else None
        strange = flow.reporter is not None and not turned and not context.paired
        if other is None and not strange:
            other = context.other_end(code)
        if other is None and context.starred and code != context.focus:
            # A text about one country's trade with many: whoever else trades in it, trades with that one.
            other = context.focus
        if other != code:
            setattr(pair, far, other)
    pair.partners = tuple(dict.fromkeys(c for c in [getattr(pair, own), *pair.partners, getattr(pair, far)] if c))


def _taken(sentence: Sentence, flow: Flow) -> bool:
    """ "The Philippines took 42 percent of the exports": who has a share in a flow does not keep its book."""
    return any(flow.clause.holds(c.start) and c.kind == "share" and c.end <= flow.start for c in sentence.cues) or any(
        flow.clause.holds(f.start) and f.end <= flow.start for f in sentence.figures
    )


def _goods_of(reading: Reading, sentence: Sentence, flow: Flow, cue: Cue) -> tuple[int, int] | None:
    """Where the goods of a flow stand: "imports of X", "X imports", "imports from China of X", "imported X"."""
    tokens = reading.tokens
    if flow.verb:
        return _goods_of_verb(reading, sentence, flow, cue)
    i = tokens.at(cue.end)
    if i < len(tokens) and tokens.words[i] == "of":
        span = products.phrase_after(reading, sentence, tokens.ends[i])
        if span is not None:
            return span
    elif i and tokens.words[i - 1] == "of":
        return products.phrase_after(reading, sentence, cue.end)
    if i < len(tokens) and tokens.words[i] in {"item", "items", "product", "commodity", "good"}:
        # "Rice was the top import item".
        for j in range(i, max(i - 9, -1), -1):
            if tokens.starts[j] < flow.clause.start:
                break
            if tokens.words[j] in _AUXILIARIES and j:
                return products.phrase_before(reading, sentence, tokens.ends[j - 1])
    span = products.phrase_before(reading, sentence, cue.start)
    if span is not None:
        return span
    for j in range(i, min(i + 8, len(tokens))):
        word = tokens.words[j]
        if tokens.starts[j] >= flow.clause.end or word in {",", ";", "(", "which", "that"}:
            return None
        if any(f.start <= tokens.starts[j] < f.end for f in sentence.figures):
            return None
        if word == "of" and j > i:
            return products.phrase_after(reading, sentence, tokens.ends[j])
    return None


def _goods_of_verb(reading: Reading, sentence: Sentence, flow: Flow, cue: Cue) -> tuple[int, int] | None:
    tokens = reading.tokens
    if cue.sense == "earn":
        i = tokens.before(cue.start)
        while i >= 0 and tokens.starts[i] >= sentence.start and tokens.words[i] in _EARNING:
            i -= 1
        if i >= 0 and any(c.kind == "flow_noun" and c.end == tokens.ends[i] for c in sentence.cues):
            i -= 1
        return products.phrase_before(reading, sentence, tokens.ends[i]) if i >= 0 else None
    if not flow.passive:
        return products.phrase_after(reading, sentence, cue.end)
    i = tokens.before(cue.start)
    while i >= 0 and tokens.starts[i] >= flow.clause.start and tokens.words[i] in _VERB_LEADS:
        i -= 1
    return products.phrase_before(reading, sentence, tokens.ends[i]) if i >= 0 else None


def _elsewhere(reading: Reading, sentence: Sentence, flow: Flow) -> bool:
    """ "Exports to Africa", "total exports": the partner is no country, or nobody: the context adds none."""
    if flow.sense == "trade":
        return False
    if flow.away is None and _ALTOGETHER & set(reading.words(sentence.start, min(sentence.start + 24, flow.start))[:2]):
        return True
    if flow.verb:
        return False
    tokens = reading.tokens
    if flow.away is None and {"total", "overall"} & set(_words_before(reading, sentence, flow.start, 2)):
        return True
    i = tokens.at(flow.end)
    if i + 1 >= len(tokens) or tokens.starts[i + 1] >= sentence.end or tokens.words[i] not in {"to", "from"}:
        return False
    start = tokens.starts[i + 1]
    named = any(c.start <= start < c.end and c.alpha3 for c in sentence.countries)
    return reading.text[start].isupper() and not named


def _is_total(reading: Reading, sentence: Sentence, flow: Flow) -> bool:
    tokens = reading.tokens
    i = tokens.before(flow.start)
    near = [tokens.words[j] for j in range(max(i - 3, 0), i + 1) if tokens.starts[j] >= sentence.start]
    after = reading.words(flow.end, min(flow.end + 24, sentence.end))[:3]
    return "global" in near or "worldwide" in near + after or "world" in near
