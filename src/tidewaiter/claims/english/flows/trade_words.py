"""Words that may name trade: whether one does where it stands, and which way the goods then go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tidewaiter.claims.english.flows import arrivals, giving, information, needs, paying, takings
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Party
from tidewaiter.claims.words.lexicon import Cue, words

_MODALS = words("before_base_verb")
_HAVING, _TRADING = frozenset({"also", "had", "has", "have"}), words("actors") | {"allies", "neighbors", "sides"}
_DOING = frozenset({"did", "do", "does"})
_HYPHENS = frozenset({"-", "‑", "–"})
#: Behind "buying" that is a noun.
_BUYING = (["by"], ["from"], ["in"], ["of"], ["."], [","], ["rose"], ["fell"])
_AID = words("aid_money")
_AID_REACH = 48
#: Characters from "from" to a country behind it.
_NEXT_NAME = 5
_ALLOTTED = frozenset({"allocated", "allotted"})
#: Ways of working that are called trade.
_WORKING = frozenset({"processing", "assembly", "contract"})


@dataclass(frozen=True, slots=True)
class TradeWord:
    """A cue of trade where it stands: its first word, its number among the tokens, and the word before it; `bare` is a
    cue of that word alone.
    """

    reading: Reading
    sentence: Sentence
    parties: list[Party]
    cue: Cue
    number: int
    word: str
    before: str
    bare: bool


def trade_word(reading: Reading, sentence: Sentence, parties: list[Party], cue: Cue) -> TradeWord:
    """A cue where it stands."""
    number = reading.tokens.at(cue.start)
    word = reading.tokens.words[number]
    before = reading.tokens.words[number - 1] if number else ""
    if before == "also" and number > 1:
        # "Will also send".
        before = reading.tokens.words[number - 2]
    return TradeWord(reading, sentence, parties, cue, number, word, before, cue.end - cue.start == len(word))


def meant(asked: TradeWord) -> Cue | None:
    """The cue as it is meant; None where it names no trade."""
    cue = asked.cue
    if asked.word == "supply" and asked.bare and arrivals.is_supply(asked.reading, asked.sentence, asked.parties, cue):
        return Cue(cue.start, cue.end, "flow_noun", "export")
    rule = _NO_TRADE.get(asked.word)
    if rule is not None and rule(asked):
        return None
    if cue.sense == giving.AID and not giving.is_amount(asked.reading, asked.sentence, asked.parties, cue):
        return None
    if cue.sense == "arrive" and not arrivals.somewhere(asked.reading, asked.sentence, cue):
        return None
    if cue.sense == "earn" and not paying.pays_them(asked.reading, asked.sentence, asked.parties, cue):
        return None
    text = asked.reading.text
    if text[cue.end : cue.end + 1] in _HYPHENS and text[cue.end + 1 : cue.end + 2].isalpha():
        # "Ship-tracking data", "export-oriented".
        return None
    if cue.kind == "flow_verb" and information.is_sent(asked.reading, asked.sentence, cue):
        return None
    turned = _TURNED.get(asked.word)
    return cue if turned is None else turned(asked)


def _no_verb(asked: TradeWord) -> bool:
    """ "Supply" and the like are verbs behind "to" or "will", and in a question: "how much oil does Mexico send?"."""
    if not asked.bare or asked.before in _MODALS:
        return False
    return _DOING.isdisjoint(asked.sentence.words) or not _is_asked(asked.reading, asked.sentence)


def _gives_money(asked: TradeWord) -> bool:
    """ "Provided $50 million in aid"."""
    end = asked.cue.end
    return not _AID.isdisjoint(asked.reading.words(end, min(end + _AID_REACH, asked.sentence.end)))


def _provides(asked: TradeWord) -> bool:
    return _no_verb(asked) or _gives_money(asked)


def _no_supplies(asked: TradeWord) -> bool:
    named = _supplies(asked.reading, asked.sentence, asked.parties, asked.cue)
    met = needs.meets(asked.reading, asked.sentence, asked.parties, asked.cue, asked.before)
    return asked.bare and not named and not met


def _spends_elsewhere(asked: TradeWord) -> bool:
    return asked.cue.kind == "flow_noun" and not _is_on_goods(asked.reading, asked.sentence, asked.cue)


def _left_no_port(asked: TradeWord) -> bool:
    return asked.bare and not _leaves_port(asked.reading, asked.number)


def _pays_else(asked: TradeWord) -> bool:
    return not paying.pays(asked.reading, asked.sentence, asked.cue)


def _has_a_price(asked: TradeWord) -> bool:
    """ "Petrol sold at $2 a litre" on some market."""
    return asked.reading.tokens.words[asked.number + 1 : asked.number + 2] == ["at"] or _is_compound(asked)


def _gets_else(asked: TradeWord) -> bool:
    return not takings.gets_from(asked.sentence, asked.parties, asked.cue)


def _receives_else(asked: TradeWord) -> bool:
    return not takings.receives_goods(asked.reading, asked.sentence, asked.cue)


def _takes_else(asked: TradeWord) -> bool:
    return asked.bare and not takings.takes_goods(asked.reading.text, asked.sentence, asked.cue)


def _allots_else(asked: TradeWord) -> bool:
    allotted = asked.reading.words(asked.cue.start, asked.cue.end)[-1] in _ALLOTTED
    return allotted and takings.allots_else(asked.sentence)


def _shrank(asked: TradeWord) -> bool:
    """ "The economy contracted 4 percent"."""
    return not takings.amount_of(asked.reading, asked.sentence, asked.cue)


def _is_traded(asked: TradeWord) -> bool:
    return not _they_trade(asked.reading, asked.parties, asked.number)


def _is_working(asked: TradeWord) -> bool:
    """ "Processing trade in wigs": a way of working."""
    return asked.before in _WORKING


def _is_compound(asked: TradeWord) -> bool:
    """ "The food-buying agency", "its best-selling goods", "ship-to-ship transfers"."""
    return asked.word in {"buying", "selling", "ship"} and asked.before == "-"


def _does_else(asked: TradeWord) -> bool:
    return not giving.gives(asked.reading, asked.sentence, asked.parties, asked.cue)


def _no_purchase(asked: TradeWord) -> bool:
    following = asked.reading.tokens.words[asked.number + 1 : asked.number + 2]
    return _is_compound(asked) or (asked.cue.kind == "flow_noun" and following not in _BUYING)


def _as_verb(asked: TradeWord) -> Cue:
    cue = asked.cue
    verb = asked.bare and asked.before not in _MODALS
    return Cue(cue.start, cue.end, "flow_verb", cue.sense) if verb else cue


def _brought_in(asked: TradeWord) -> Cue:
    cue = asked.cue
    imported = cue.sense == "earn" and paying.brings(asked.reading, asked.sentence, cue)
    return Cue(cue.start, cue.end, "flow_verb", "import") if imported else cue


def _is_made(asked: TradeWord) -> bool:
    """ "Oils obtained from bituminous minerals": what goods are made from."""
    tokens, i = asked.reading.tokens, asked.number + 1
    if tokens.words[i : i + 1] != ["from"]:
        return False
    return not any(0 < c.start - tokens.ends[i] <= _NEXT_NAME for c in asked.sentence.countries)


def _obtained(asked: TradeWord) -> Cue:
    """ "Exported 900 tonnes and obtained $3 million"."""
    cue = asked.cue
    money = (f for f in asked.sentence.figures if f.kind == "money")
    earned = any(not asked.reading.words(cue.end, f.start) for f in money)
    return Cue(cue.start, cue.end, "flow_verb", "earn") if earned else cue


def _is_asked(reading: Reading, sentence: Sentence) -> bool:
    """ "How much oil does Mexico send?"."""
    return reading.text[sentence.start : sentence.end].rstrip().endswith("?")


def _supplies(reading: Reading, sentence: Sentence, parties: list[Party], cue: Cue) -> bool:
    """ "Chinese supplies doubled", "increased supplies by 7%"; not "medical supplies"."""
    if any(0 <= cue.start - p.end <= 3 and (p.demonym or p.owner) for p in parties):
        return True
    before = reading.words(max(sentence.start, cue.start - 16), cue.start)[-1:]
    moved = any(c.kind == "change" and c.end + 1 == cue.start for c in sentence.cues)
    following = reading.words(cue.end, min(cue.end + 8, sentence.end))[:1]
    if following in (["to"], ["from"], ["by"]) and any(0 <= cue.start - g.end <= 1 for g in sentence.goods):
        # "Gas supplies to Europe", "a decrease in gold supplies by 17 percent".
        return True
    return (
        moved
        or (before in (["its"], ["their"], ["saw"], ["total"], ["these"]) and following != ["of"])
        or (not before and following in (["to"], ["from"]))
    )


def _is_on_goods(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """ "Spending on soybean oil" buys it; "spending on defence" buys nothing abroad."""
    return any(g.start - cue.end > 0 and len(reading.words(cue.end, g.start)) <= 1 for g in sentence.goods)


def _leaves_port(reading: Reading, i: int) -> bool:
    """ "Have left Ukrainian ports"."""
    return bool({"port", "ports", "harbour", "harbor"} & set(reading.tokens.words[i + 1 : i + 5]))


def _they_trade(reading: Reading, parties: list[Party], i: int) -> bool:
    """ "Iran and Iraq traded", "the two neighbours have traded"; not "the most traded goods"."""
    i -= 1
    while i > 0 and reading.tokens.words[i] in _HAVING:
        i -= 1
    return reading.tokens.words[i] in _TRADING or any(p.end == reading.tokens.ends[i] for p in parties)


_BASE_VERBS = ("supply", "deliver", "send", "donate")
#: Words that may name no trade, and the rule that knows.
_NO_TRADE: dict[str, Callable[[TradeWord], bool]] = {
    **dict.fromkeys(_BASE_VERBS, _no_verb),
    "provide": _provides,
    **dict.fromkeys(("donated", "donating", "provided", "providing", "provides"), _gives_money),
    "supplies": _no_supplies,
    "spending": _spends_elsewhere,
    "left": _left_no_port,
    "obtained": _is_made,
    **dict.fromkeys(("paid", "pay", "pays", "paying"), _pays_else),
    **dict.fromkeys(("sold", "sell", "sells", "selling"), _has_a_price),
    "buying": _no_purchase,
    **dict.fromkeys(("got", "get", "gets", "getting"), _gets_else),
    "received": _receives_else,
    **dict.fromkeys(("took", "takes", "taking", "taken"), _takes_else),
    **dict.fromkeys(giving.GRANTING, _does_else),
    "ship": _is_compound,
    **dict.fromkeys(("been", "was", "is", "allocated", "allotted"), _allots_else),
    "contracted": _shrank,
    "traded": _is_traded,
    "trade": _is_working,
}
#: Words that name trade otherwise than their cue says.
_TURNED: dict[str, Callable[[TradeWord], Cue]] = {
    **dict.fromkeys((*_BASE_VERBS, "provide"), _as_verb),
    **dict.fromkeys(("brought", "bring", "brings", "bringing"), _brought_in),
    "obtained": _obtained,
}
