"""The other end of a flow (from whom, to whom), where its words leave it out."""

from __future__ import annotations

from collections.abc import Callable

from tidewaiter.claims.english.flows import flow_defaults
from tidewaiter.claims.english.flows.asked import Asked
from tidewaiter.claims.words.lexicon import words

_GIVING, _REASONS = words("giving"), words("because")
#: Whose books tell of what went the other way, and characters that they take.
_EXPORTS, _IMPORTS, _BOOKS = frozenset({"export", "exports"}), frozenset({"import", "imports"}), words("books_shown")
_BOOKS_REACH = 24
#: These give, and nobody pays.
_DONATING = words("donating")


def fill(asked: Asked) -> None:
    """Set the end to the first who may be meant, unless the text has told of several or of nobody in particular."""
    code = asked.own_of(asked.flow.pair)
    if any(p.role == "partly" for p in asked.parties):
        # "Imported 180,000 tonnes, nearly all of it from Russia": not only from there.
        return
    told = _given_away(asked, code) or _in_the_books(asked, code)
    if told is not None:
        setattr(asked.flow.pair, asked.far, told)
        return
    other = next((found for rule in _WITH_WHOM if (found := rule(asked, code)) is not None), None)
    if other != code and not _left_open(asked, code) and not _contrasted(asked, other):
        setattr(asked.flow.pair, asked.far, other)


def _contrasted(asked: Asked, other: str | None) -> bool:
    """ "China's exports fell, but shipments to Peru rose", "fell due to less sold to Peru": not those to Peru."""
    flow, role = asked.flow, "from" if asked.flow.sense == "import" else "to"
    if flow.verb or other is None:
        return False
    behind = [p for p in asked.parties if p.code == other and p.role == role and p.start >= flow.end]
    own = [p for p in asked.parties if p.code == other and p not in behind]
    return bool(behind) and not own and all(_sets_apart(asked, flow.end, p.start) for p in behind)


def _sets_apart(asked: Asked, start: int, end: int) -> bool:
    if not _REASONS.isdisjoint(asked.reading.words(start, end)):
        return True
    return any(start <= c.start < end and c.sense == "contrast" for c in asked.sentence.cues_of("boundary"))


def _given_away(asked: Asked, code: str | None) -> str | None:
    """ "India donated 1.5 million doses", behind trade with others, in a text on Myanmar: to whom the text is on."""
    flow = asked.flow
    if not flow.verb or flow.sense != "export" or _DONATING.isdisjoint(asked.words) or asked.far_of(flow.pair):
        return None
    focus = asked.context.focus if asked.context.starred else None
    return focus if focus != code else None


def _in_the_books(asked: Asked, code: str | None) -> str | None:
    """ "According to Chinese customs, Mali's cotton exports rose to $8 million": those to whose customs say so."""
    flow, keeper = asked.flow, asked.bookkeeper
    if not code or keeper == code or asked.previous is not None or (flow.verb and flow.sense != "import"):
        return None
    return keeper if asked.far_of(flow.pair) is None and not flow.pair.partners[1:] else None


def mirrored(asked: Asked, code: str | None) -> str | None:
    """ "According to US export data, shipments fell", in a text on what Haiti buys: from whose exports they are."""
    flow, way = asked.flow, _EXPORTS if asked.flow.sense == "import" else _IMPORTS
    if asked.far_of(flow.pair) is not None or flow.pair.partners[1:]:
        return None
    for party in asked.parties:
        behind = asked.reading.words(party.end, min(party.end + _BOOKS_REACH, flow.start))[:2]
        if party.code not in {"", code} and not way.isdisjoint(behind[:1]) and not _BOOKS.isdisjoint(behind[1:]):
            return party.code
    return None


def _left_open(asked: Asked, code: str | None) -> bool:
    """Whether it is with nobody in particular."""
    flow, previous, context = asked.flow, asked.previous, asked.context
    if previous is not None:
        # "Ores, once its leading export, earned $46 million": to nobody in particular, still.
        return previous.sense == flow.sense and previous.home == code and previous.away is None
    named = any(p.code == code and p.end <= flow.start for p in asked.parties) or not asked.told_here
    # A text that has told of several partners means none of them where it names none.
    return named and code is not None and context.has_many(code)


def _seen_anew(asked: Asked, code: str | None) -> bool:
    """ "Armenia sold chips to Russia." A new paragraph, in a text on several: "Russia raised its imports of chips"."""
    flow, context = asked.flow, asked.context
    if asked.told_here or context.paired or {flow.sense, context.sense} != {"import", "export"}:
        return False
    return any(p.code == code and p.role == "subject" and p.end <= flow.start for p in asked.parties)


def _same_again(asked: Asked, code: str | None) -> str | None:
    """Who was the other end of what was told last."""
    flow, previous = asked.flow, asked.previous
    same = asked.own_of(asked.near) == code and not _seen_anew(asked, code)
    other = asked.far_of(asked.near) if same or asked.told_here else None
    if other is None and previous is not None and previous.sense == flow.sense and previous.home != code:
        # "Hanoi shipped rice to Havana; Beijing sent buses": to the same.
        other = previous.away
    return None if other == code or other in flow.pair.partners or (other == "" and previous is None) else other


def _turns(asked: Asked, code: str | None) -> bool:
    """Whether it may be trade told just now, from the other side."""
    return asked.context.reporter == code or asked.told_here or asked.previous is not None


def _turned(asked: Asked, code: str | None) -> str | None:
    """With whom the country was told to trade the other way."""
    near = asked.near
    several = asked.own_of(near) == code and near.partners and len(near.everyone) > 2
    if not _turns(asked, code) or several:
        return None
    return near.sender if near.receiver == code else near.receiver if near.sender == code else None


def _other_of_two(asked: Asked, code: str | None) -> str | None:
    """ "Trade with India came to $6 billion in imports and $1 billion in exports"."""
    return next((c for c in asked.both if c != code), None) if code in asked.both else None


def doer(asked: Asked, code: str | None) -> str | None:
    """ "China recorded a fall in imports to Kenya": from whoever recorded it, as no book but the buyer's would say."""
    flow = asked.flow
    if flow.verb or flow.sense != "import" or asked.far_of(flow.pair) is not None:
        return None
    if not any(p.role == "to" and p.code == code for p in asked.parties):
        return None
    heads = [p.code for p in asked.parties if p.head and p.role == "subject" and not p.owner and p.end <= flow.start]
    return heads[0] if len(heads) == 1 and heads[0] not in {"", code} else None


def _strange(asked: Asked, code: str | None) -> bool:
    """Whether a country is named of which nothing was told."""
    return asked.flow.reporter is not None and not _turns(asked, code) and not asked.context.paired


def _what_is_sold(asked: Asked, code: str | None) -> str | None:
    """ "Of Chad's exports 16 percent were bought by Iraq": from whoever exports."""
    previous = asked.previous
    bought = previous is not None and asked.flow.passive and asked.flow.sense == "import" and code is not None
    sold = bought and previous is not None and previous.sense == "export" and not previous.verb
    return previous.home if sold and previous is not None and previous.home != code else None


def _another_seller(asked: Asked, code: str | None) -> str | None:
    """ "Next comes Russia, having doubled its gas exports": another seller of the same to the same."""
    far = asked.far_of(asked.near)
    same = far != code and _strange(asked, code) and flow_defaults.same_goods(asked.flow, asked.context)
    return (far or None) if same else None


def _does_the_same(asked: Asked, code: str | None) -> str | None:
    same = flow_defaults.does_the_same(asked.flow, code, asked.previous, asked.sentence.block, asked.context)
    return asked.far_of(asked.near) if same else None


def _opposite(asked: Asked, code: str | None) -> str | None:
    """With whom the text has paired the country, or told of its trade again and again."""
    told = asked.context.pair
    if code is not None and code == asked.context.opened == asked.own_of(told) and asked.far_of(told) is None:
        # "China's exports fell. … Shipments were 5,473 tons", in a text that tells of Peru, too: to everybody, still.
        return None
    other = asked.context.other_end(code)
    again = code is not None and other is not None and asked.context.keeps_to(code, other)
    return None if _strange(asked, code) and not again else other


def _to_the_same(asked: Asked, code: str | None) -> str | None:
    """ "Russian oil bound for Chad came to 300 tons. Deliveries from China were smaller": to the same."""
    flow, near = asked.flow, asked.near
    bare = asked.previous is None and flow.stated and flow.sense == asked.context.sense == "export"
    return near.receiver if bare and asked.either_way and near.sender and code not in near.everyone else None


def _from_the_star(asked: Asked, code: str | None) -> str | None:
    """ "Iraq took 24 million kilos of its tea. Russia bought 18 million": from the country the text is about."""
    context = asked.context
    alike = asked.flow.verb and asked.flow.sense == context.sense and asked.far_of(asked.near) == context.focus
    return context.focus if alike and code != context.focus else None


def _of_lead(asked: Asked, code: str | None) -> str | None:
    return flow_defaults.of_lead(asked.flow, code, asked.context) if code is not None else None


def _bookkeeper(asked: Asked, code: str | None) -> str | None:
    """ "Chadian customs figures show that Mali bought sugar for $3 million": from whose customs say so."""
    return asked.bookkeeper if asked.flow.verb and asked.previous is None else None


def _starred(asked: Asked, code: str | None) -> str | None:
    """A text about one country's trade with many: whoever else trades in it, trades with that one."""
    context = asked.context
    return context.focus if context.starred and code != context.focus else None


def _of_title(asked: Asked, code: str | None) -> str | None:
    """ "Eritrea: trade in brief", above "Chinese customs registered imports of zinc ore": from Eritrea."""
    titled = asked.context.titled_country
    booked = asked.bookkeeper == code or asked.flow.verb
    return titled if booked and code is not None and code != titled else None


def _in_need(asked: Asked, code: str | None) -> str | None:
    """ "Switzerland donated 9,100 tons of milk powder", in a text on one country's needs."""
    flow = asked.flow
    giving = flow.verb and flow.sense == "export" and not _GIVING.isdisjoint(asked.words)
    needy = flow_defaults.in_need(asked.context) if giving else None
    return needy if needy != code else None


#: With whom it may be, the likeliest first.
_WITH_WHOM: tuple[Callable[[Asked, str | None], str | None], ...] = (
    _what_is_sold, _same_again, _turned, _other_of_two, _another_seller, _does_the_same, _opposite, _to_the_same,
    _from_the_star, _of_lead, _bookkeeper, _starred, _of_title, _in_need,
)  # fmt: skip
