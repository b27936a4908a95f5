"""What a figure measures: value or quantity of trade, a change, a share, a ratio, a price, cases, a cap …"""

from __future__ import annotations

from tidewaiter.claims.changes.elided import is_people, is_toll
from tidewaiter.claims.english.measures.limits import allowed, at_most, is_limit, permitted
from tidewaiter.claims.english.measures.prices import is_price, is_price_unit, is_rate_of_exchange
from tidewaiter.claims.english.measures.relative_measures import relative
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import ACTING, FUNDED, Clause, Flow, Movement, clause_at
from tidewaiter.claims.words.lexicon import words

#: Who trades; among them works, which are goods where they are what is bought. Characters that " with" takes.
_ACTORS, _PLANTS, _NEXT = words("actors"), words("plants"), 6
_LOADS = words("loads")
#: "Produced 4,900,000 tonnes".
_MADE = (["consumed"], ["grew"], ["harvested"], ["mined"], ["produced"])
_SPANS = words("spans")
_EXTENTS = frozenset({"km", "miles", "metres", "feet", "hectares", "acres", "square_km", "square_miles"})
_NEEDED = words("needed")
_VEHICLES, _UNDER_WAY = words("vehicles"), words("under_way")
_DOING = (["that"], ["which"], ["that", "have"], ["that", "had"], ["which", "have"], ["which", "had"])
_OUTDOING, _TRADES = words("outdoing"), frozenset({"export", "exports", "import", "imports"})
_REFERRING = (["that"], ["this"], ["these"], ["those"], ["they"], ["it"], ["the"], ["among"])
_INCLUDING = frozenset({"comprised", "included", "includes", "include", "comprise", "were", "was"})
_CONSIGNED, _CARRYING = words("consigned"), words("carrying")
_NO_TRADE_MONEY = words("other_money")
_REVENUE, _OTHER_REVENUE = frozenset({"revenue"}), words("other_revenue")
_AGREED = words("agreements")
#: What stands between "for" and an amount agreed on.
_MORE = frozenset({"a", "an", "additional", "another", "annual", "further", "to", "up"})
#: How much of the money for a purpose there is, or should be.
_ASKED_FOR = frozenset({"required", "requested", "pledged", "needed"})
_GOT_OF_FUNDS = _ASKED_FOR | {"received"}
#: What is done with money alone, unless goods are named behind it.
_FUNDED, _WORTH = words("funded"), (["worth"], ["of"], ["in"], ["from"], ["for"])
#: What is paid besides the goods.
_CHARGED = words("levies")
#: What is lent, and what is levied, where goods are not paid for.
_LENT, _PAID = words("lent"), words("levied")
#: What is not there yet, and needed.
_NEEDING = words("needing")
#: "(88,000 tonnes) in three ships".
_ABOARD = (["aboard"], ["in"], ["on"])
#: What a count told before is called.
_NUMBERS = frozenset({"count", "figure", "number", "tally", "total", "volume"})
#: Of nothing in one of these, goods are told: "not one kilogram of rice entered".
_MEASURED = frozenset({"tonnes", "kg", "barrels", "litres", "doses"})
_FINED, _APPEALING = words("fined"), words("appealing")
#: What a state keeps, or owes.
_OWING = frozenset({"owe", "owed", "owes", "owing"})
_OWNED, _HELD = (["its"], ["the"], ["their"]), words("holdings")
_ALONG, _ALONG_REACH = (["along", "with"], ["together", "with"]), 14
_VALUED = (["("], ["for"], ["worth"], ["valued", "at"], [",", "worth"], [",", "valued", "at"])


def measure(
    reading: Reading, sentence: Sentence, found: list[Clause], figure: Figure, moved: Movement, flow: Flow | None,
    *, in_trade: bool,
) -> tuple[str, str]:  # fmt: skip
    """(measure, rule) of a figure."""
    clause = clause_at(found, figure.start)
    if figure.kind in {"percent", "percentage_points", "times"}:
        return relative(reading, sentence, clause, figure, moved)
    if figure.kind == "money" and _is_charged(reading, sentence, figure):
        return "other", "money of another kind"
    if is_price_unit(figure) or is_price(reading, sentence, clause, figure):
        return ("change", "an amount of change") if moved.relation == "by" else ("price", "a price a unit")
    if figure.kind in {"count", "money"} and is_rate_of_exchange(reading, sentence, figure):
        # "The kyat at 2,100 to the dollar" is an amount of no currency.
        return ("price" if figure.kind == "money" else "count"), "a rate of exchange"
    if figure.kind == "quantity" and reading.words(max(sentence.start, figure.start - 12), figure.start)[-1:] in _MADE:
        return "other", "made, and not traded"
    if figure.kind == "quantity" and _is_needed(reading, sentence, figure):
        return "other", "needed, kept or made, and not traded"
    of_goods = reading.words(figure.end, min(figure.end + 4, sentence.end))[:1] == ["of"]
    if figure.kind == "quantity" and figure.unit in _EXTENTS and not of_goods:
        return "other", "a distance or an area"
    if figure.kind == "quantity" and figure.unit in _SPANS:
        return "other", "a span of time"
    if figure.kind == "quantity" and _is_agreed(reading, sentence, figure):
        return "other", "agreed on, and not traded"
    counted = _counted(reading, sentence, figure)
    if counted:
        return counted, "what is counted"
    if reading.text[figure.start : figure.end].endswith("+") and figure.kind == "money":
        return "other", "a threshold"
    if figure.kind == "money" and _is_funding(reading, sentence, figure):
        return "other", FUNDED
    if figure.kind == "money" and _is_other_money(reading, sentence, figure):
        return "other", "money of another kind"
    if figure.kind == "quantity" and flow is not None and flow.balance:
        return "other", "what is short of a need"
    if figure.kind == "money" and ((flow is not None and flow.balance) or _exceeds(reading, sentence, figure)):
        return "other", "a trade balance"
    limited = is_limit(reading, sentence, clause, figure) or at_most(reading, sentence, figure)
    if limited or allowed(reading, sentence, figure) or permitted(reading, sentence, figure):
        return "cap", "a limit"
    if moved.relation == "by" and figure.kind != "zero":
        return "change", "an amount of change"
    carried = in_trade and figure.kind == "quantity"
    if "_per_" in figure.unit and figure.kind != "money" and flow is None and not carried:
        return "rate", "so many a time"
    if is_money(figure):
        beside = set(reading.words(max(clause.start, figure.start - 40), min(clause.end, figure.end + 40)))
        if (flow is not None or in_trade) and not (flow is None and _is_no_trade(beside)):
            return "trade_value", "money in trade"
        return "other", "money"
    if figure.kind == "count" and (figure.unit == "people" or _is_being(reading, sentence, figure)):
        return "count", ACTING
    if figure.unit in _VEHICLES and _is_aboard(reading, sentence, figure):
        return "count", "vehicles that carry it"
    if figure.unit in _LOADS and not (flow is not None and flow.verb):
        return "count", "a count of loads"
    if flow is not None and flow.verb and figure.unit in _VEHICLES and _moves(reading, figure, flow):
        return "count", "vehicles on their way"
    if figure.unit == "people" and figure.kind == "count":
        return "count", "a count of people"
    if flow is not None:
        return "trade_quantity", "a quantity in trade"
    if in_trade and figure.kind == "quantity":
        return "trade_quantity", "a quantity in a text on trade"
    if in_trade and figure.kind == "count" and figure.noun is not None and _is_of_trade(reading, sentence, figure):
        return "trade_quantity", "part of the trade spoken of"
    if in_trade and figure.kind == "count" and moved.relation == "to" and _is_number_told(reading, clause, figure):
        return "trade_quantity", "the number told before"
    if (
        figure.kind == "zero"
        and in_trade
        and (figure.unit == "units" or figure.unit in _MEASURED)
        and (figure.noun is None or figure.unit in _MEASURED or sentence.holds_goods(figure.noun))
    ):
        return "trade_quantity", "nothing in trade"
    return ("count", "a count") if figure.kind in {"count", "zero"} else ("other", "a quantity")


@turns_on(_NEEDED, otherwise=False)
def _is_needed(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "3 percent of the monthly requirement of 544,000 tonnes", "a harvest of 4.2 million tonnes"."""
    start = figure.begins
    before = reading.words(max(sentence.start, start - 20), start)
    return before[-1:] == ["of"] and bool(_NEEDED & set(before[-2:-1]))


def _moves(reading: Reading, figure: Figure, flow: Flow) -> bool:
    """ "Thirty trucks from Peru entered Chile", "nine ships that delivered fuel": who does so is no goods."""
    if flow.start < figure.end:
        return False
    doing = figure.noun is not None and reading.words(figure.noun[1], flow.start) in _DOING
    return doing or not _UNDER_WAY.isdisjoint(reading.words(flow.start, flow.end))


@turns_on(_OUTDOING, otherwise=False)
def _exceeds(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "Exports exceeded imports by €844 million"."""
    words = reading.words(max(sentence.start, figure.start - 40), figure.start)
    return "by" in words[-3:] and bool(_OUTDOING & set(words)) and bool(_TRADES & set(words))


def _is_no_trade(beside: set[str]) -> bool:
    """Whether the words beside money are of loans, budgets or a state's own revenue; "revenue fell" is of the goods."""
    return bool(beside & _NO_TRADE_MONEY) or (bool(beside & _REVENUE) and bool(beside & _OTHER_REVENUE))


def _is_charged(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "A tax of 35,000 yuan a ton": no price of what is taxed."""
    before = reading.words(max(sentence.start, figure.begins - 16), figure.begins)
    return before[-1:] == ["of"] and not _CHARGED.isdisjoint(before[-2:-1])


def _is_other_money(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "A credit line of $1 billion", "16 billion afghanis in duties": money that pays for no goods."""
    before = reading.words(max(sentence.start, figure.start - 16), figure.start)
    after = reading.words(figure.end, min(figure.end + 28, sentence.end))[:3]
    if before[-1:] == ["of"] and set(before[-2:-1]) & _LENT:
        return True
    start = figure.begins
    if not _OWING.isdisjoint(reading.words(max(sentence.start, start - 28), start)[-4:]):
        # "Damascus owes Tehran more than $20 billion".
        return True
    if _is_agreed(reading, sentence, figure) or not _FINED.isdisjoint(before[-1:]):
        return True
    if after[:1] == ["of"] and after[1:2] in _OWNED and set(after[2:3]) & _HELD:
        # "Let $400 million of its reserves drain away".
        return True
    return after[:1] in (["in"], ["of"]) and bool(set(after[1:2]) & _PAID) and after[2:] != ["goods"]


def _is_funding(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "The sector has received $487 million this year", "the agency needs $1.1 billion for its work"."""
    said = reading.words(max(sentence.start, figure.begins - 16), figure.begins)
    last = said[-1:]
    if not _NEEDING.isdisjoint(last) or (last == ["for"] and not _APPEALING.isdisjoint(said[-2:-1])):
        return True
    following = reading.words(figure.end, min(figure.end + 28, sentence.end))[:2]
    if figure.kind == "money" and last != ["worth"] and not _GOT_OF_FUNDS.isdisjoint(following[:1]):
        # "Funding: $308 million received of the $508 million required", but "$45 million received for tea".
        return following[0] != "received" or not _ASKED_FOR.isdisjoint(sentence.words)
    after = following[:1]
    return not _FUNDED.isdisjoint(last) and after not in _WORTH


def _is_agreed(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "A trade contract worth more than $360 million", "a contract for a further 300,000 tonnes": not traded yet."""
    start = figure.begins
    before = reading.words(max(sentence.start, start - 36), start)
    while before and before[-1] in _MORE:
        before.pop()
    signed = before[-2:]
    return signed[-1:] in (["worth"], ["of"], ["for"]) and bool(set(signed[:-1]) & _AGREED)


def _is_being(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "Its 15 neighbours", "three companies": who trades, not what is traded."""
    if figure.noun is None:
        return False
    named = set(reading.words(*figure.noun)) & _ACTORS
    return bool(named) and not (named <= _PLANTS and _is_object(reading, sentence, figure))


def _is_object(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "Bought 12 flour mills", but not "supplied 12 flour mills with"."""
    traded = any(0 <= figure.begins - c.end <= 1 for c in sentence.cues_of("flow_verb"))
    behind = figure.noun[1] if figure.noun else figure.end
    return traded and reading.words(behind, behind + _NEXT)[:1] != ["with"]


def is_money(figure: Figure) -> bool:
    """Whether a figure is an amount of money, nothing at all ("fell to zero") included."""
    return figure.kind == "money" or (figure.kind == "zero" and len(figure.unit) == 3 and figure.unit.isupper())


def _is_of_trade(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    if sentence.kind == "item" and not reading.words(sentence.start, figure.start):
        # "What Chad bought: - 902 tyres".
        return True
    if _is_included(reading, sentence, figure) or _is_valued(reading, sentence, figure):
        return True
    # "Gloves worth $2 million followed, along with 44 pumps".
    before = reading.words(max(sentence.start, figure.begins - _ALONG_REACH), figure.begins)[-2:]
    return before in _ALONG and any(f.kind == "money" and f.end <= figure.start for f in sentence.figures)


def _is_aboard(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "88,000 tonnes in three ships", but "spent $3 million on three ships"."""
    before = next((f for f in reversed(sentence.figures) if f.end <= figure.begins), None)
    led = reading.words(max(sentence.start, figure.begins - 8), figure.begins)[-1:] in _ABOARD
    return led and (before is None or before.kind != "money")


def _is_number_told(reading: Reading, clause: Clause, figure: Figure) -> bool:
    """ "By September the number had fallen to 1.2 million": of what was told before."""
    said = reading.words(clause.start, figure.start)
    named = next((n for n, word in enumerate(said[1:], 1) if word in _NUMBERS), 0)
    return (
        figure.noun is None
        and said[named - 1 : named] in (["the"], ["that"], ["this"])
        and said[named + 1 :][:1] != ["of"]
    )


def _is_valued(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "There were also 3,180 thermometers ($97,400)": what they came to stands behind them."""
    end = figure.end if figure.noun is None else max(figure.end, figure.noun[1])
    after = next((f for f in sentence.figures if f.start >= end), None)
    return after is not None and after.kind == "money" and reading.words(end, after.start) in _VALUED


def _is_included(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "That included 18,000 packs of insulin", "the consignment included …": of what the sentence before told."""
    carried = reading.words(sentence.start, figure.start)
    if carried[:1] in _REFERRING and set(carried[1:3]) & _CONSIGNED and _CARRYING & set(carried[2:]):
        return True
    opening = reading.words(sentence.start, min(sentence.start + 48, figure.start))[:4]
    return opening[:1] in _REFERRING and bool(_INCLUDING & set(opening[1:]))


def _counted(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    unit = figure.unit.partition("_per_")[0]
    if unit in {"cases", "infections"}:
        return "cases"
    if unit == "doses":
        return "doses"
    if is_people(figure):
        # "The country of 26 million has reported no cases".
        return "count"
    if figure.kind not in {"count", "quantity", "zero"} or unit not in {"people", "units", "deaths", "patients"}:
        return None
    for cue in sentence.cues_of("cases"):
        if cue.sense == "deaths" and (-2 <= cue.start - figure.end <= 24 or is_toll(figure)):
            return "deaths"
        if cue.sense == "cases" and unit in {"people", "patients"} and -2 <= cue.start - figure.end <= 24:
            return "cases"
    return "deaths" if unit == "deaths" else None
