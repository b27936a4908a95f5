"""The end whose trade it is (who imports, who exports), where the words of a flow leave it out."""

from __future__ import annotations

from collections.abc import Callable

from tidewaiter.claims.english.clause_subjects import ranked_by
from tidewaiter.claims.english.flows import directions, flow_defaults
from tidewaiter.claims.english.flows.asked import Asked
from tidewaiter.claims.words.lexicon import words

#: So many countries, and a text that is on no two of them says nothing of whom it leaves out.
_SEVERAL = 3
#: What goods do that somebody sells, and what he does himself.
_GAINS, _SELLS = words("earning_verbs") | words("bringing_in"), words("selling_verbs")
#: "From all countries", "to the world", and characters of that.
_ALL, _ALL_REACH = frozenset({"all", "everywhere", "world"}), 24
#: What points at a trade told before, and characters that it takes.
_THESE, _POINTER = (["these"], ["those"], ["such"]), 8


def fill(asked: Asked) -> None:
    """Set the end to the first who may be meant and does not stand on the other one already."""
    flow = asked.flow
    taken = {asked.far_of(flow.pair), *flow.pair.partners}
    where = flow_defaults.set_in(asked.reading, asked.sentence, asked.parties, flow)
    if where is not None and where not in taken:
        # "In Japan, exports fell by 3 percent": to everybody.
        flow.total = flow.total or not flow.pair.everyone
        setattr(flow.pair, asked.own, where)
        return
    if _of_any_of_many(asked) or directions.by_carriers(asked) or directions.only_gets(asked):
        return
    for rule in _WHOSE:
        code = rule(asked)
        if rule in _BY_DEFAULT and code and _has_received(asked, code):
            return
        if code and code not in taken:
            setattr(flow.pair, asked.own, code)
            return


def _has_received(asked: Asked, code: str) -> bool:
    """ "Ghana received vaccines. The target is to deliver 2 million doses": not from Ghana, which nobody says sends."""
    flow, near = asked.flow, asked.near
    if not flow.verb or flow.passive or flow.sense != "export" or asked.parties:
        return False
    if not _GAINS.isdisjoint(asked.words):
        # "Imports of corn came to $3 million, while gold earned $7 million": what goods do that somebody sells.
        return False
    if not _SELLS.isdisjoint(asked.words) and any(c.end <= flow.start for c in asked.sentence.cues_of("anaphor")):
        # "The agency sent tents to Nepal. The country also exported tea", but not "the four sold it tea".
        return False
    several = near.sender is None and near.receiver is None and asked.last_sense == "import"
    return near.sender != code and (near.receiver == code or (several and code in near.everyone))


def _of_any_of_many(asked: Asked) -> bool:
    """ "Chad bought sugar from Peru and rice from Togo." A new paragraph: "Exports to Chad came to $3 million"."""
    flow, far = asked.flow, asked.far_of(asked.flow.pair)
    anew = asked.previous is None and not asked.told_here and not flow.verb and flow.sense != "trade"
    # "Russia's trade with Cuba", in which Spain is told of by the way: of those two.
    anew = anew and asked.bookkeeper is None and not (far in asked.context.both and _of_two_alone(asked))
    return anew and bool(far) and asked.context.has_many(str(far)) and _subject(asked) in {None, far}


def _of_two_alone(asked: Asked) -> bool:
    """Whether a text on two countries names no third one nearly as often."""
    counts = [count for _, count in asked.context.countries.most_common(3)]
    return asked.context.paired and (len(counts) < _SEVERAL or counts[1] >= _SEVERAL * counts[2])


def _seller(asked: Asked) -> str | None:
    return flow_defaults.seller(asked.flow, asked.previous, asked.near, asked.context)


def _ranked(asked: Asked) -> str | None:
    return ranked_by(asked.reading, asked.sentence, asked.parties, asked.flow.start)


def _pointed_at(asked: Asked) -> str | None:
    """ "Chad sold Mali 300 tonnes. These imports rose": what is pointed at went the way it was told to go."""
    flow, near = asked.flow, asked.near
    if flow.verb or flow.pair.everyone or flow.sense not in {"export", "import"}:
        return None
    start = max(asked.sentence.start, flow.start - _POINTER)
    if not near.sender or not near.receiver or asked.reading.words(start, flow.start)[-1:] not in _THESE:
        return None
    return near.receiver if flow.sense == "import" else near.sender


def _met(asked: Asked) -> str | None:
    """ "Chad supplied $3 million, or 34 percent of imports": of the imports of whom Chad supplied."""
    flow, previous = asked.flow, asked.previous
    if flow.verb or previous is None or not previous.verb or {flow.sense, previous.sense} != {"import", "export"}:
        return None
    if flow.clause is not previous.clause or previous.home is None or previous.home != asked.subject:
        return None
    part = any(previous.end <= f.start and f.end <= flow.start for f in asked.sentence.figures if f.kind == "percent")
    return previous.away if part and not asked.far_of(flow.pair) else None


def _other_of_two(asked: Asked) -> str | None:
    """ "Two-way trade with China fell. Exports to Cuba were …": the other of the two."""
    both = asked.previous.pair.partners if asked.previous is not None else asked.context.pair.partners
    far = asked.far_of(asked.flow.pair)
    if asked.last_sense != "trade" or len(both) != 2 or far not in both or asked.flow.verb:
        return None
    return next((c for c in both if c != far), None) if _subject(asked) in {None, *both} else None


def _subject(asked: Asked) -> str | None:
    """Who does what the clause says, if it is his."""
    if asked.flow.passive or asked.subject is None:
        return None
    return None if not asked.flow.verb and _has_a_share(asked, asked.subject) else asked.subject


def _has_a_share(asked: Asked, subject: str) -> bool:
    """ "The Philippines took 42 percent of the exports": who has a share in a flow does not keep its book."""
    flow, sentence = asked.flow, asked.sentence
    named = [p for p in asked.parties if p.code == subject and p.end <= flow.start]
    if named and flow_defaults.books(asked.reading, sentence, named[-1], flow):
        return False
    ends = [p.end for p in named]
    if ends and any(ends[-1] <= f.start and f.end <= flow.start for f in sentence.figures):
        # "Russia is second with $230 million, exports to Kazakhstan …".
        return True
    if any(flow.clause.holds(c.start) and c.kind == "share" and c.end <= flow.start for c in sentence.cues):
        return True
    # "Kenya sold $16 million, and Mali reported sales of …": who stands behind the figures keeps his own.
    return not ends and any(flow.clause.holds(f.start) and f.end <= flow.start for f in sentence.figures)


def _held_in(asked: Asked) -> str | None:
    """ "Imports from India dropped to $57 million in Kenya"."""
    flow = asked.flow
    if flow.sense != "import" or flow.verb:
        return None
    behind = (p.code for p in asked.parties if p.role == "in" and p.start >= flow.end and flow.clause.holds(p.start))
    return next(behind, None)


def _reporter(asked: Asked) -> str | None:
    return asked.flow.reporter


def _same_part(asked: Asked) -> str | None:
    """Who had the same part in what was told last."""
    flow, context = asked.flow, asked.context
    if asked.either_way and asked.previous is None and asked.told_here and context.sense in {"import", "export"}:
        # "Russia took most of its gas. Deliveries to Iran peaked": of the same gas, from the same.
        return asked.own_of(asked.near)
    alike = asked.last_sense in {flow.sense, "trade", None} or asked.far_of(flow.pair) is None
    alike = alike or (flow.passive and asked.previous is not None)
    return asked.own_of(asked.near) if flow.verb and flow.reporter is None and alike else None


def _reporter_before(asked: Asked) -> str | None:
    flow, previous = asked.flow, asked.previous
    return previous.reporter if previous and not (flow.passive and previous.sense != flow.sense) else None


def _home_before(asked: Asked) -> str | None:
    previous = asked.previous
    return previous.home if previous and previous.sense != "trade" and not asked.flow.verb else None


def _turned_to(asked: Asked) -> str | None:
    """Whom the paragraph has turned to."""
    return asked.context.turned if asked.sentence.block == asked.context.block_turned else None


def _bookkeeper(asked: Asked) -> str | None:
    return asked.bookkeeper


def _told_of(asked: Asked) -> str | None:
    """ "Italy received 24 percent of Libya's oil. Exports to China …": of the one that sold, and not of Italy.

    "Sales from China to Syria rose. Imports of ventilators peaked": Syria's, in a text on Syria.
    """
    flow, context = asked.flow, asked.context
    alone = context.starred and not context.paired
    apt = alone or (context.sense != flow.sense and asked.far_of(flow.pair) is not None)
    same = context.focus is not None and asked.own_of(context.pair) == context.focus
    return context.focus if apt and same and not flow.verb else None


def _titles(asked: Asked) -> str | None:
    """ "Mali's trade in May", above what China sold it. A new paragraph: "Imports of soybean oil were …": Mali's."""
    flow, context = asked.flow, asked.context
    owner, lead = context.titled_owner, context.lead
    if owner is None or lead is None or asked.told_here or flow.verb or flow.pair.everyone:
        return None
    first, sense = lead
    turned = {flow.sense, sense} == {"import", "export"}
    end = first.receiver if sense == "export" else first.sender
    return owner if context.paired and turned and end == owner else None


def _mirrored(asked: Asked) -> str | None:
    """ "China's exports to Mali rose. Mali sold China $3 million." A new paragraph: "Rice imports were …": Mali's."""
    flow, lead = asked.flow, asked.context.lead
    if lead is None or asked.told_here or flow.verb or flow.sense != "import" or flow.pair.everyone:
        return None
    first, sense = lead
    told = asked.context.paired and asked.context.reporter == first.receiver
    return first.receiver if sense == "export" and told else None


def _passive_book(asked: Asked) -> str | None:
    """ "Turkish statistics show that 10 tons were exported to Chad": by Turkey, whoever sold there before."""
    flow = asked.flow
    far = asked.far_of(flow.pair)
    return asked.bookkeeper if flow.verb and flow.passive and far and far != asked.bookkeeper else None


def _with_all(asked: Asked) -> str | None:
    """ "Imports from all countries rose", behind what China sold to Laos, in a text on Laos: of Laos."""
    flow, context = asked.flow, asked.context
    anybody = flow.verb or asked.told_here or asked.previous is not None or asked.far_of(flow.pair)
    said = asked.reading.words(flow.end, flow.end + _ALL_REACH)[:3]
    return context.focus if not anybody and said[:1] in (["from"], ["to"]) and not _ALL.isdisjoint(said) else None


def _of_titled(asked: Asked) -> str | None:
    """ "Eritrea: trade in brief", and in a paragraph of its own "Imports from China came to …": of Eritrea."""
    flow, titled, far = asked.flow, asked.context.titled_country, asked.far_of(asked.flow.pair)
    return titled if far and far != titled and not (flow.verb or asked.told_here or asked.previous) else None


def _of_who_got(asked: Asked) -> str | None:
    """ "Russia delivered oil to Cuba. … Purchases of rice from Vietnam fell": of Cuba, which others have sold to."""
    flow, context = asked.flow, asked.context
    if context.lead is None or flow.verb or flow.sense != "import" or context.lead[1] != "export":
        return None
    first, far = context.lead[0], asked.far_of(flow.pair)
    if not far or not first.sender or not first.receiver or far in first.everyone or context.has_many(first.sender):
        return None
    return first.receiver if context.has_many(first.receiver) else None


def _book(asked: Asked) -> str | None:
    return None if asked.told_here else flow_defaults.book(asked.flow, asked.context)


def _books_of_text(asked: Asked) -> str | None:
    return asked.context.reporter


def _focus(asked: Asked) -> str | None:
    return asked.context.focus


def _opposite(asked: Asked) -> str | None:
    """ "Deliveries to the DPRK", in a text that has set nobody against it so far: of whoever delivers."""
    context = asked.context
    anybody = not context.met and asked.either_way
    return context.opposite if len(context.countries) < _SEVERAL or (context.paired and not anybody) else None


def _last_sender(asked: Asked) -> str | None:
    return asked.near.sender


def _last_receiver(asked: Asked) -> str | None:
    return asked.near.receiver


#: Whose trade it may be, the likeliest first.
_WHOSE: tuple[Callable[[Asked], str | None], ...] = (
    _pointed_at, _seller, _ranked, _met, _other_of_two, _subject, _held_in, _reporter, _passive_book, _same_part,
    _reporter_before, _home_before, _turned_to, directions.still_buys, _bookkeeper, _of_titled, _of_who_got, _with_all,
    _told_of, _titles, _mirrored, _book, _books_of_text, _focus, _opposite, _last_sender, _last_receiver,
)  # fmt: skip
#: … and those of them that take whom the text is on, for want of a word.
_BY_DEFAULT = frozenset({_book, _books_of_text, _focus, _opposite, _last_sender, _last_receiver, _bookkeeper})
