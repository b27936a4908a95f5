"""Who sends and who receives, by a noun of trade: "Mali's exports to Peru", "trade with China", "Gulf shipments"."""

from __future__ import annotations

from tidewaiter.claims.english.flows import verb_ends
from tidewaiter.claims.english.flows.owners import between_both, far_end, is_origin
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Flow, Party
from tidewaiter.claims.words.lexicon import words

#: Behind these a country is named by the way.
_BY_THE_WAY = words("because") | {"border", "borders", "talks"}
#: What exports bring in, from those that buy.
_GAINED = words("earnings")
#: Between exports and whom they are "with".
_WITH = (["with"], ["with", "the"], ["trade", "with"])
#: What is said of a part of a trade by whoever was its other end.
_HELD, _MOVED, _BEING = words("held_by"), words("moved_by"), frozenset({"are", "is", "was", "were"})


def set_ends(
    reading: Reading, parties: list[Party], flow: Flow, right: list[Party], owners: list[str], context: Context
) -> None:
    """Fill the ends of a noun's flow from its clause; `right` stands behind it, `owners` say whose it is."""
    noun = _Noun(reading, parties, flow, right, owners, context)
    _read_agents(noun)
    _read_right(noun)
    if flow.sense == "trade" and len(noun.senders) == len(noun.receivers) == 1 and not flow.balance:
        # "Trade from China to Eritrea" goes one way.
        flow.sense = "export"
    if flow.sense == "trade":
        _set_two_way(noun)
    else:
        _set_one_way(noun)


class _Noun:
    """A noun of trade and what is known of its ends so far: who stands behind it, and whose it or its goods are."""

    def __init__(
        self, reading: Reading, parties: list[Party], flow: Flow, right: list[Party], owners: list[str],
        context: Context,
    ) -> None:  # fmt: skip
        self.reading, self.parties, self.flow, self.context = reading, parties, flow, context
        self.right, self.owners = right, owners
        self.senders, self.receivers, self.between, self.withs, self.agents = verb_ends.roles(right)
        self.origin = [p.code for p in right if p.demonym and p.role == "of"]

    def up_to_first(self) -> list[str]:
        """The words from the noun to the first country behind it."""
        return self.reading.words(self.flow.end, self.right[0].start) if self.right else []


def _read_agents(noun: _Noun) -> None:
    """Whom "by" names: the other end of what somebody owns, or whose trade it is."""
    if not noun.agents:
        return
    said = noun.up_to_first()
    held_by = _HELD & set(said) or (_MOVED.intersection(said[-2:-1]) and _BEING.intersection(said[-3:-2]))
    if noun.owners and not (noun.senders or noun.receivers) and held_by:
        # "Mali's exports were accounted for by Chad and Peru", "driven by Chad": where they went.
        held = [p.code for p in noun.right if p.role == "by" and not p.owner]
        noun.senders, noun.receivers = (held, []) if noun.flow.sense == "import" else ([], held)
        noun.agents = []
    elif "," in said:
        # "…, followed by Indonesia" says who came next, not whose trade it is.
        noun.agents = []


def _read_right(noun: _Noun) -> None:
    """Whose it is, or its goods are, by the country right behind it."""
    if not noun.right:
        return
    first, said = noun.right[0], noun.up_to_first()[1:]
    if first.demonym and said == ["as"] and not noun.senders:
        # "Imports labelled as Malaysian".
        noun.senders = [first.code]
    if not noun.owners and first.role == "of" and not first.demonym and said in ([], ["the"]):
        # "The foreign trade turnover of Mali", "the exports of Peru".
        noun.owners = [first.code]


def _set_two_way(noun: _Noun) -> None:
    reading, flow, context = noun.reading, noun.flow, noun.context
    before = [p for p in noun.parties if p.end <= flow.start]
    withs = noun.withs or [code for code in (_antecedent(reading, before, flow),) if code]
    together = list(dict.fromkeys([*noun.owners, *noun.between, *withs]))
    if not withs and not noun.between:
        # "With Uzbekistan, trade came to $866 million."
        ahead = [p for p in before if p.role == "with" and flow.clause.holds(p.start)]
        together += [p.code for p in ahead[-1:] if p.code and p.code not in together]
    if len(together) < 2 and between_both(reading, flow):
        named = list(dict.fromkeys(p.code for p in before if p.code))
        if len(named) == 1 and context.subject not in {None, "", *named}:
            named.append(str(context.subject))
        together = named if len(named) == 2 else together
    if len(together) < 2 and not noun.between:
        together += [c for c in (*noun.senders, *noun.receivers) if c not in together]
    flow.pair = Pair(partners=tuple(together))
    flow.reporter = noun.owners[0] if noun.owners else None
    flow.stated = bool(together)


def _set_one_way(noun: _Noun) -> None:
    flow = noun.flow
    owner = noun.owners[-1] if noun.owners else None
    if not (noun.senders or noun.receivers) and (far := far_end(noun.reading, noun.parties, flow, owner)) is not None:
        noun.senders, noun.receivers = ([far], []) if flow.sense == "import" else ([], [far])
    if not (noun.senders or noun.receivers):
        # "Mali's export trade with China", "its imports with Togo".
        direct = [
            p.code for p in noun.right[:1] if p.role == "with" and noun.up_to_first() in _WITH and p.code != owner
        ]
        noun.senders, noun.receivers = (direct, []) if flow.sense == "import" else ([], direct)
    if flow.sense == "import":
        owner = _set_import(noun, owner)
    else:
        _set_export(noun, owner)
    senders, receivers = noun.senders, noun.receivers
    if owner and owner in (senders if flow.sense == "import" else receivers):
        # "China's share is large. Its exports to Chad were …", in a text on Chad: China's.
        own = [code for code in (noun.context.other_end(owner),) if code]
        senders, receivers = (senders, own) if flow.sense == "import" else (own, receivers)
        owner = None
    flow.set_ends(senders, receivers)
    flow.reporter = owner


def _set_import(noun: _Noun, owner: str | None) -> str | None:
    """From whom and to whom imports are; whose they are is returned, if that is known."""
    context = noun.context
    if owner is not None and not noun.senders and _is_origin(noun, owner):
        # "Russian naphtha imports", where Russia is known to sell: what is imported is Russian.
        noun.senders, owner = [owner], None
    if owner == "" and not noun.senders:
        # "Middle East LNG shipments", in a text on what Japan buys.
        noun.senders, owner = [""], None
        noun.receivers = noun.receivers or [c for c in (context.pair.receiver, context.book) if c][:1]
    noun.receivers = noun.receivers or noun.agents or ([owner] if owner is not None else [])
    if not noun.senders and noun.origin and noun.origin != noun.receivers:
        noun.senders = noun.origin
    return owner


def _is_origin(noun: _Noun, owner: str) -> bool:
    flow = noun.flow
    arrived = noun.reading.words(flow.start, flow.end)[:1] == ["arrivals"]
    return is_origin(noun.parties, flow, owner, noun.context, arrived=arrived)


def _set_export(noun: _Noun, owner: str | None) -> None:
    if noun.senders and _GAINED.intersection(noun.reading.words(noun.flow.start, noun.flow.end)):
        # "Export earnings from Uganda": whoever pays them has received.
        noun.senders, noun.receivers = [], noun.senders
    noun.senders = noun.senders or noun.agents or ([owner] if owner is not None else []) or noun.origin
    if owner and noun.senders and owner not in noun.senders and not noun.receivers:
        with_whom = (p for p in noun.right if p.role == "with" and p.code != owner)
        noun.receivers = [p.code for p in with_whom if _is_partner(noun.reading, noun.flow, p)]


def _is_partner(reading: Reading, flow: Flow, party: Party) -> bool:
    """Not whom a reason or a place names: "fell because of a dispute with Chad", "queues at the border with Chad"."""
    return _BY_THE_WAY.isdisjoint(reading.words(flow.end, party.start))


def _antecedent(reading: Reading, before: list[Party], flow: Flow) -> str | None:
    """ "China, with which turnover reached $84 million": whom the clause of a trade is about."""
    named = [p for p in before if p.code and not p.owner]
    said = reading.words(named[-1].end, flow.start) if named else []
    return named[-1].code if said[:3] in ([",", "with", "which"], [",", "with", "whom"]) else None
