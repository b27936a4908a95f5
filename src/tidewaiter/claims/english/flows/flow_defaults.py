"""What a flow that says little takes over from the text: the trade spoken of, that of the lead, that of everybody."""

from __future__ import annotations

import re
from itertools import pairwise

from tidewaiter.claims.english.clause_subjects import subject_of
from tidewaiter.claims.english.flows.either_way import either_way
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import TOTAL, Flow, Party
from tidewaiter.claims.words.lexicon import words

_OWNING = frozenset({"its", "their", "'s", "’s", "own"})
_BUYING = frozenset({"purchase", "purchases", "procurement", "buying"})
#: Ways that goods take, and what makes trade by them cross both ways ("cross-border trade").
_ROUTES, _BOTH = words("routes"), frozenset({"cross", "-"})
_BOOKED, _EVERYBODY = words("booked"), words("everybody")
#: Words from a country to its figure ("reported, for its part, only some $61 million").
_NEAR = 32
_TOGETHER = frozenset({"all", "also", "between", "have", "had", "jointly", "them", "together"})
#: What a sentence or a clause set in a place opens with, and what may stand between the place and the trade.
_SETTING = frozenset({",", ";", "and", "but", "meanwhile", "while", "whereas"})
_ADJECTIVES = frozenset({"both", "goods", "merchandise", "the", "total"})
_BOOKS = words("bookkeeping")
#: "China's General Administration of Customs".
_OFFICE = re.compile(r"(?:['’]s)? ?(?:[A-Z][a-z]+ (?:(?:of|for|and) (?:the )?)?){1,4}Customs\b")
#: How all that a country trades is called, and characters before it in which that is said.
_ALL_TRADE, _SAID_NEAR = words("of_all_trade"), 32
_POINTING = frozenset({"that", "the", "this"})


def of_lead(flow: Flow, code: str, context: Context) -> str | None:
    """What a text about one country buys, another sends there too; so in a text about one sort of goods."""
    lead = context.lead or context.headed
    if lead is None or flow.total:
        return None
    if flow.verb and flow.reporter == code and context.pair.everyone == (code,) and context.sense == flow.sense:
        # "US imports reached … The United States imported 27,819 tonnes": from everybody, still.
        return None
    first, sense = lead
    end = first.receiver if flow.sense == "export" else first.sender
    if not end or code in first.everyone:
        return None
    if context.paired and flow.verb and sense == flow.sense and end in {context.focus, context.opposite}:
        # "China exported goods for $5 million to Mali. Chad, by contrast, sold wheat": to the same.
        return end
    if end == context.focus and (flow.verb or flow.reporter is not None):
        return end
    return end if context.theme is not None and (flow.goods is None or same_goods(flow, context)) else None


def seller(flow: Flow, previous: Flow | None, near: Pair, context: Context) -> str | None:
    """ "India sold Chad rice. Iraq purchased 300 tonnes, while shipments to Oman grew": of who sells to both."""
    sense = previous.sense if previous is not None else context.sense
    if flow.verb or flow.sense != "export" or sense != "import" or context.lead is None or flow.reporter is not None:
        return None
    sold, _ = context.lead
    another = near.receiver is not None and near.receiver not in sold.everyone and near.receiver != flow.home
    another = another and (flow.total or flow.away not in {None, *sold.everyone})
    return sold.sender if another and near.sender is not None and near.sender == sold.sender else None


def spoken_of(reading: Reading, sentence: Sentence, parties: list[Party], flow: Flow, context: Context) -> bool:
    """ "Shipments rose": the trade spoken of, whoever keeps its book; whether there is one."""
    spoken, sense = context.spoken_of(sentence.block)
    if not (spoken.sender and spoken.receiver) and len(spoken.everyone) < 3 and context.lead is not None:
        spoken, sense = context.lead
    who = subject_of(reading, sentence, parties, flow.clause, flow.start, context)
    if context.block_turned == sentence.block and context.turned not in spoken.everyone:
        return False
    whole = bool(spoken.sender and spoken.receiver)
    several = len(spoken.everyone) > 2 and spoken is context.pair and sentence.block == context.block_of_pair
    # "Deliveries to Cuba … The deliveries came to …": half of the ends is all that was said.
    several = several or (who is None and spoken is context.pair and len(spoken.everyone) == 1 and not context.paired)
    if not (whole or several) or who not in {None, *spoken.everyone}:
        return False
    if any(not reading.words(flow.end, cue.start) for cue in sentence.cues_of("flow_verb") if cue.start >= flow.end):
        # "Shipments exported to other countries": the verb says whose.
        return False
    if whole and any(context.has_many(code) for code in (spoken.sender, spoken.receiver) if code):
        return False
    flow.sense, flow.pair = sense if sense in {"import", "export"} else flow.sense, spoken
    return True


def broader(reading: Reading, sentence: Sentence, flow: Flow, context: Context) -> bool:
    """ "Its dairy exports to China rose. … New Zealand's exports rose": of everything, and to everybody."""
    if flow.verb or flow.goods is not None or context.theme is not None:
        return False
    if context.wholly and context.paired and context.at_large is None and flow.home in context.both:
        # "China sent goods for $165 million to Mali. … Wigs remained Mali's top export": to China, as all the text.
        return False
    before = reading.words(max(sentence.start, flow.start - 6), flow.start)[-1:]
    told = context.aside is not None and context.aside_block == sentence.block
    if context.block_turned == sentence.block and flow.home == context.turned:
        # "Japan was third. Its sales reached 900 tons": of what the others sold.
        return False
    told = told or before in (["the"], ["these"], ["those"])
    if flow.reporter is None and (context.paired or sentence.countries or told):
        # "Exports for 2023: $8 billion", but "the imports were worth $10 million": those just told of.
        return False
    focus, opposite = context.focus, context.opposite
    first = context.lead[0] if context.paired and context.lead is not None else None
    if first is not None and first.sender and flow.sense == "export" and flow.home in {first.receiver} - {None}:
        # "Eritrea sold China ore. … China's exports came to $47 million": the other way, between the same two.
        return False
    if flow.reporter is None and context.lead is not None and {*context.lead[0].everyone} == {*context.countries}:
        # "Exports from January through May were $8 million", in a text that names these two alone.
        return False
    if context.paired and 5 * context.countries[opposite or ""] > 2 * context.countries[focus or ""]:
        # A text about two countries: the exports of one are to the other.
        return False
    return sentence.block != context.block_of_pair and context.product not in {None, TOTAL}


def in_need(context: Context) -> str | None:
    """Whom a text speaks of as receiving: whom its first trade went to, else the country that it is about."""
    first = context.lead[0].receiver if context.lead is not None and context.lead[1] == "export" else None
    return first if first and first in {context.focus, context.opposite} else context.focus


def bare(reading: Reading, flow: Flow) -> bool:
    """Whether a flow is "shipments" or "sales" without a word on whose; shipments may say of what."""
    if flow.verb or flow.stated:
        return False
    said = reading.words(flow.start, flow.end)
    return (said == ["sales"] and flow.goods is None) or either_way(said)


def bookkeeper(reading: Reading, sentence: Sentence, parties: list[Party], flow: Flow) -> str | None:
    """ "Malian customs recorded imports", "imports fell, according to Chinese customs": whose book it is."""
    for party in parties:
        if not (party.owner and party.code):
            continue
        behind = party.start >= flow.end
        if behind and reading.words(max(flow.end, party.start - _SAID_NEAR), party.start)[-2:] != ["according", "to"]:
            continue
        following = reading.words(party.end, min(party.end + 40, sentence.end if behind else flow.start))[:4]
        if _BOOKS & set(following) or _OFFICE.match(reading.text, party.end):
            return party.code
    return None


def set_in(reading: Reading, sentence: Sentence, parties: list[Party], flow: Flow) -> str | None:
    """ "In Brazil, exports declined", "while in Russia exports and imports fell": where a sentence is set."""
    if flow.verb or flow.reporter is not None:
        return None
    placed = [p for p in parties if p.role == "in" and p.code and not p.owner and p.end <= flow.start]
    if not placed or any(p.start > placed[-1].end and p.end <= flow.start for p in parties):
        return None
    party = placed[-1]
    opening = reading.words(max(sentence.start, party.start - 24), party.start)
    if opening[-1:] == ["the"]:
        opening.pop()
    opens = opening[-1:] == ["in"] and (len(opening) == 1 or opening[-2] in _SETTING)
    behind = [w for w in reading.words(party.end, flow.start) if w not in _ADJECTIVES]
    return party.code if opens and set(behind) <= {",", "and", "exports", "imports"} else None


def booked_by_all(reading: Reading, flow: Flow) -> bool:
    """ "Its partners reported exports of …": no country alone."""
    before = reading.words(flow.clause.start, flow.start)
    if _BOOKED.isdisjoint(before):
        return False
    said = [word for word in before if word not in _TOGETHER]
    return any(who in _EVERYBODY and verb in _BOOKED for who, verb in pairwise(said))


def books(reading: Reading, sentence: Sentence, party: Party, flow: Flow) -> bool:
    """ "China (its ally) reported 400 barrels (51 tonnes) of exports": whether a country booked a flow."""
    between = [f for f in sentence.figures if party.end <= f.start and f.end <= flow.start]
    return any(_BOOKED & set(reading.words(party.end, figure.start)[-_NEAR:]) for figure in between)


def turned_lead(flow: Flow, context: Context) -> bool:
    """Whether a flow tells of the lead's goods from the other end."""
    if context.lead is None or context.titled_goods is None or flow.goods is None or flow.stated:
        return False
    first, sense = context.lead
    if {flow.sense, sense} != {"import", "export"} or not (first.sender and first.receiver):
        return False
    return bool(set(context.titled_goods.lower().split()) & set(flow.goods.lower().split()))


def same_goods(flow: Flow, context: Context) -> bool:
    """Whether a flow is of the goods that the text has just spoken of, in the same sense."""
    if flow.goods is None or context.product is None or flow.sense != context.sense:
        return False
    return bool(set(flow.goods.lower().split()) & set(context.product.lower().split()))


def is_by_origin(reading: Reading, flow: Flow, previous: Flow) -> bool:
    """Whether what somebody bought is called after where it came from ("spent $15 million on Chinese imports")."""
    bought = previous.sense == flow.sense == "import" and previous.verb and not flow.verb
    if not bought or previous.away is None or flow.home != previous.away:
        return False
    return not {",", ";", "and", "while", "as"} & set(reading.words(previous.end, flow.start))


def book(flow: Flow, context: Context) -> str | None:
    """Whose trade a new paragraph comes back to.

    A text on one country that began with what a neighbour sells it speaks of its own imports, not the neighbour's.
    """
    book, focus = context.book, context.focus
    if context.alone is not None and context.alone == context.reporter:
        # "Nigeria imported goods for $11 billion. … Imports from Brazil were $1 billion": Nigeria's, still.
        return context.alone
    if flow.total and context.starred and focus is not None:
        # "Total exports stood at $480 million", in a text on one country.
        return focus
    if context.lead is not None and not flow.verb and turned_lead(flow, context):
        # "China received gas from Uzbekistan. … Gas exports came to $371 million": Uzbekistan's.
        return context.lead[0].sender if flow.sense == "export" else context.lead[0].receiver
    if context.lead is None or flow.verb or book in {None, focus} or focus is None:
        return book
    first, sense = context.lead
    if not {focus, book} <= set(first.everyone):
        return book
    same = sense == flow.sense
    turned = {sense, flow.sense} == {"import", "export"} and context.reporter == focus
    home = first.receiver if sense == "import" else first.sender
    return focus if (same and home == focus) or (turned and home == book) else book


def of_all(reading: Reading, flow: Flow, context: Context) -> bool:
    """Whether two-way trade is said to be all that the one country of a text does."""
    if flow.balance or flow.stated or context.paired:
        return False
    first, second = ([count for _, count in context.countries.most_common(2)] + [0, 0])[:2]
    if first < 2 * second:
        return False
    before = reading.words(max(flow.clause.start, flow.start - _SAID_NEAR), flow.start)[-3:]
    said = {*before, *reading.words(flow.start, flow.end)}
    return bool(_ALL_TRADE & said)


def who_tells(
    reading: Reading, sentence: Sentence, parties: list[Party], flow: Flow, context: Context
) -> str | None:  # fmt: skip
    """Whose officials tell of two-way trade, where they are not of the country that the text is about."""
    if not {"bilateral", "mutual", "two"} & set(reading.words(max(sentence.start, flow.start - 10), flow.end)):
        return None
    told = [p for p in parties if p.owner and p.code and p.end <= flow.start]
    spoken = any(c.end <= flow.start for c in sentence.cues_of("speech"))
    if not spoken or len({p.code for p in parties if p.code}) != 1 or not told or context.focus in {None, told[0].code}:
        return None
    return told[0].code


def by_route(reading: Reading, flow: Flow) -> bool:
    """ "Of which $7 million came from sea trade": trade by a way that goods take, which is no trade of its own."""
    i = reading.tokens.before(flow.start)
    return not flow.stated and i > 0 and reading.tokens.words[i] in _ROUTES and reading.tokens.words[i - 1] not in _BOTH


def buys_what_is_sold(reading: Reading, flow: Flow, context: Context) -> bool:
    """ "China's exports to Chad rose. Rice purchases came to $3 million": what the one does to whom another sells."""
    if flow.sense != "import" or flow.stated or flow.verb or context.sense != "export":
        return False
    if context.pair.sender == context.focus:
        # "Chad sold 63 tons of hides. Purchases of plates were the largest item", in a text on Chad: its own.
        return False
    if context.lead is not None and context.lead[0].sender == context.pair.receiver and context.lead[1] == "import":
        # "Its imports were $573 million and exports $28 million. Fuels were the main purchases": its own.
        return False
    if not (context.pair.sender and context.pair.receiver and _BUYING & set(reading.words(flow.start, flow.end))):
        return False
    # "Its purchases" are of the one spoken of, whichever that is.
    return _OWNING.isdisjoint(reading.words(flow.clause.start, flow.start))


def does_the_same(flow: Flow, code: str | None, previous: Flow | None, block: int, context: Context) -> bool:
    """ "India sold Chad rice. Mali went further. It sold 900 tons", "Mali sold 900 tons": to the same."""
    told = context.pair
    if (
        flow.sense != context.sense
        or previous is not None
        or not (told.sender and told.receiver)
        or code in told.everyone
    ):
        return False
    if context.turned == code and block == context.block_turned:
        return True
    if block != context.block_of_pair and context.starred and context.focus not in told.everyone:
        # "Imports from Peru rose." A new paragraph: "India, which bought 9 tons", in a text on what Mali sells.
        return False
    return flow.verb and not flow.passive and flow.goods is None and told.everyone == (told.sender, told.receiver)


def is_same_trade(reading: Reading, flow: Flow, context: Context) -> bool:
    """Whether "the trade" or "that trade" is the imports or exports just told of."""
    if flow.sense != "trade" or flow.stated or flow.balance or context.sense not in {"import", "export"}:
        return False
    i = reading.tokens.before(flow.start)
    return reading.words(flow.start, flow.end) == ["trade"] and i >= 0 and reading.tokens.words[i] in _POINTING
