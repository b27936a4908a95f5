"""Trade told by what arrives: "doses reached Pakistan", "batteries entered the country", "half came from Chad"."""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Flow, Party
from tidewaiter.claims.words.lexicon import Cue, words

#: Those whose money comes, and characters to where they are named.
_PAYERS, _NEXT = frozenset({"buyers", "clients", "customers", "importers"}), 12
#: What goods cross or enter where nobody says which country's it is, and what carries them.
_BORDERS, _VEHICLES = words("borders"), words("vehicles")
#: Where goes what goes to no one country, characters from "supply" to it, and words between "India's" and "supply".
_ABROAD, _ABROAD_REACH = words("abroad"), 24
_NAMED = 3
_JOINING = frozenset({",", "and", "the"})
#: What is said of goods that somebody sells.
_SOLD = words("selling") | words("earnings") | {"earned"}
#: Where ships unload, and characters in which that is said.
_PORTS, _PORT_REACH = words("ports"), 28


def somewhere(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """ "11 million doses have reached Pakistan", "a cargo of 5,000 tonnes arrived in Dhaka"; not "exports reached"."""
    if _crosses(reading, sentence, cue) or _docks(reading, sentence, cue):
        return True
    country = next((c for c in sentence.countries if c.start >= cue.end), None)
    if reading.words(cue.start, cue.end)[-1:] == ["from"]:
        near = country is not None and reading.words(cue.end, country.start) in ([], ["the"])
        return bool(sentence.figures) and near
    # "Goods worth $3 million crossed into Mali"; "sales reached Mali's record" is no arrival.
    worth = bool({"worth", "valued"} & set(reading.words(sentence.start, cue.start)))
    kinds = {"count", "quantity", "money", "zero"} if worth else {"count", "quantity", "zero"}
    if country is None or not any(f.kind in kinds for f in sentence.figures):
        return False
    between = reading.words(cue.end, country.start)
    return len(between) <= 2 and set(between) <= {"in", "at", "from", "the", "into", "to"}


def _crosses(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """ "33,500 batteries entered the country", "human hair worth $15 million crossed the river": goods, no people."""
    placed = reading.placed(cue.end, min(cue.end + 24, sentence.end))[:4]
    article = next((n for n, (word, _) in enumerate(placed[:-1]) if word == "the"), None)
    if article is None or not {word for word, _ in placed[:article]} <= {"in", "into"}:
        return False
    word, start = placed[article + 1]
    river = reading.text[start].isupper() and reading.text.startswith("cross", cue.start)
    if word not in _BORDERS and not river:
        return False
    goods = any(g.end <= cue.start and g.good_id != "total" for g in sentence.goods)
    return goods and any(_is_cargo(f) for f in sentence.figures)


def _docks(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """ "870,000 tonnes arrived at the ports of Latakia and Tartus": cargo, weighed or of known goods."""
    behind = reading.words(cue.end, min(cue.end + _PORT_REACH, sentence.end))[:4]
    if behind[:1] not in (["at"], ["in"]) or _PORTS.isdisjoint(behind):
        return False
    goods = any(g.end <= cue.start and g.good_id != "total" for g in sentence.goods)
    before = [f for f in sentence.figures if f.end <= cue.start and _is_cargo(f)]
    return any(goods or f.kind == "quantity" for f in before)


def _is_cargo(figure: Figure) -> bool:
    """Whether a figure may tell how much crosses a border; people and what carries the goods are no goods."""
    unit = figure.unit.partition("_per_")[0]
    return figure.kind in {"count", "quantity", "money"} and unit not in _VEHICLES and unit != "people"


def set_ends(reading: Reading, parties: list[Party], flow: Flow, right: list[Party], context: Context) -> None:
    """ "Doses from Chinese makers arrived in Pakistan": who stands behind has received, who stands before sent."""
    left = [p for p in parties if p.end <= flow.start and flow.clause.holds(p.start)]
    if right and right[0].role == "from" and _PAYERS & set(reading.words(right[0].end, right[0].end + _NEXT)[:1]):
        # "Yarn earned it $180 million, of which $110 million came from Turkish buyers": money, and yarn the other way.
        home = [
            code for code in (context.reporter, context.pair.sender, context.focus) if code not in {None, right[0].code}
        ]
        flow.sense = "export"
        flow.set_ends([str(code) for code in home[:1]], [right[0].code])
        return
    reached = [p for p in right if p.role != "from"]
    # "Crossed from China into Mali", "reached Mali from China".
    whence = [p for p in right if p not in reached[:1]]
    senders = [p.code for p in (*left, *whence) if p.role == "from" or p.demonym or p.owner]
    receiver = reached[0].code if reached else None
    origins = [p.code for p in whence if p.role == "from" and p.code]
    owners = [p.code for p in left if _uses(reading, p, flow)]
    if origins and owners and not reached and owners[-1] not in origins:
        # "Some 62 percent of Mali's fuel came from Senegal": it is Mali's who uses it.
        senders, receiver = origins, owners[-1]
    if reached and receiver == context.pair.sender and reading.text[reached[0].start].islower():
        # "Entered the country", told of what China sells: not China.
        receiver = context.pair.receiver or receiver
    receivers = [receiver] if receiver else []
    if reached and receiver == reached[0].code:
        receivers = _listed(reading, reached)
    flow.set_ends(senders[:1], receivers)
    flow.joint = len(receivers) > 1
    # "Half of it came from Chad".
    flow.part = reading.words(flow.start, flow.end)[-1:] == ["from"]


def _listed(reading: Reading, reached: list[Party]) -> list[str]:
    """ "Arrived in Togo and Benin": all those that one figure has reached."""
    several = [reached[0].code]
    for one, other in pairwise(reached):
        joined = reading.words(one.end, other.start)
        following = reading.words(other.end, other.end + _NEXT)[:1]
        if following and reading.is_word("verbs", *following):
            # "Arrived in Togo, and Benin exported rice": the next clause.
            break
        if not joined or not _JOINING.issuperset(joined) or other.owner or one.owner:
            break
        several.append(other.code)
    return several


def _uses(reading: Reading, party: Party, flow: Flow) -> bool:
    """ "Mali's fuel came from …", but not "of Mali's exports $2 billion came from …": those pay for them."""
    owner = party.owner and not party.demonym and bool(party.code)
    return owner and _SOLD.isdisjoint(reading.words(party.end, flow.start))


def is_supply(reading: Reading, sentence: Sentence, parties: list[Party], cue: Cue) -> bool:
    """ "India's gas supply to Nepal", "vaccine supply to the rest of the world"; not "power supply to homes"."""
    whose = any(p.owner and p.end <= cue.start and len(reading.words(p.end, cue.start)) <= _NAMED for p in parties)
    if not (whose or any(0 <= cue.start - g.end <= 1 for g in sentence.goods)):
        return False
    following = reading.words(cue.end, min(cue.end + _ABROAD_REACH, sentence.end))
    if following[:1] not in (["to"], ["from"]):
        return False
    ends = any(p.role in {"to", "from"} and 0 < p.start - cue.end <= _ABROAD_REACH for p in parties)
    return ends or bool(_ABROAD & set(following))
