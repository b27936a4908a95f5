"""What a figure measures: value or quantity of trade, a change, a share, a ratio, a price, cases, a cap …"""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims.english.relative_measures import relative
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.gates import turns_on
from tidewaiter.claims.lexicon import Cue, words
from tidewaiter.claims.reading import Reading, Sentence
from tidewaiter.claims.scene import Clause, Flow, Movement, clause_at

#: No single thing that trade news tells the price of costs as much.
_NO_PRICE = 1_000_000
#: … and so little is the price of one, in whatever currency a paper gives the trade of a country.
_OF_ONE = 2_000
_ACTORS = words("actors")
_LOADS = words("loads")
#: "Produced 4,900,000 tonnes".
_MADE = (["consumed"], ["grew"], ["harvested"], ["mined"], ["produced"])
_SPANS = words("spans")
_NEEDED = words("needed")
_VEHICLES, _UNDER_WAY = words("vehicles"), words("under_way")
_OUTDOING = frozenset({"exceed", "exceeded", "exceeding", "exceeds", "outstripped", "surpassed", "topped"})
_REFERRING = (["that"], ["this"], ["these"], ["those"], ["they"], ["it"], ["the"], ["among"])
_INCLUDING = frozenset({"comprised", "included", "includes", "include", "comprise", "were", "was"})
_NO_TRADE_MONEY = words("other_money")
#: What is lent, and what is levied, where goods are not paid for.
_AGREED = frozenset({"agreement", "agreements", "contract", "contracts", "memorandum", "memorandums"})
_LENT, _PAID = words("lent"), words("levied")
_CURRENCIES = words("currencies")
_VALUED = (["("], ["worth"], ["valued", "at"], [",", "worth"], [",", "valued", "at"])
_FOR_ONE = frozenset({"to", "against", "for", "per"})
_ONE = frozenset({"the", "one", "a", "each", "1"})
_EACH, _MEASURES = frozenset({"a", "an", "each", "every", "one"}), words("measures")
#: Words of a clause in which such a measure is its subject.
_OPENING = 4
_ALLOWING = frozenset({"may", "must", "shall", "can", "cannot"})

#: Between an amount and a limit that is not its own: "360,000 barrels below the cap", "28 percent of the cap".
_BESIDE_LIMIT = frozenset(
    {
        "below",
        "above",
        "under",
        "over",
        "exceeding",
        "beyond",
        "of",
        "exceeds",
        "exceeded",
        "within",
        "toward",
        "towards",
    }
)


def measure(
    reading: Reading, sentence: Sentence, found: list[Clause], figure: Figure, moved: Movement, flow: Flow | None,
    *, in_trade: bool,
) -> tuple[str, str]:  # fmt: skip
    """(measure, rule) of a figure."""
    clause = clause_at(found, figure.start)
    if figure.kind in {"percent", "percentage_points", "times"}:
        return relative(reading, sentence, clause, figure, moved)
    if _is_price_unit(figure) or _is_price(reading, sentence, clause, figure):
        return ("change", "an amount of change") if moved.relation == "by" else ("price", "a price a unit")
    if figure.kind == "money" and _is_rate_of_exchange(reading, sentence, figure):
        return "price", "a rate of exchange"
    if figure.kind == "quantity" and reading.words(max(sentence.start, figure.start - 12), figure.start)[-1:] in _MADE:
        return "other", "made, and not traded"
    if figure.kind == "quantity" and _is_needed(reading, sentence, figure):
        return "other", "needed, kept or made, and not traded"
    if figure.kind == "quantity" and figure.unit in _SPANS:
        return "other", "a span of time"
    counted = _counted(reading, sentence, figure)
    if counted:
        return counted, "what is counted"
    if reading.text[figure.start : figure.end].endswith("+") and figure.kind == "money":
        return "other", "a threshold"
    if figure.kind == "money" and _is_other_money(reading, sentence, figure):
        return "other", "money of another kind"
    if figure.kind == "money" and ((flow is not None and flow.balance) or _exceeds(reading, sentence, figure)):
        return "other", "a trade balance"
    limited = _is_limit(reading, sentence, clause, figure) or _at_most(reading, sentence, figure)
    if limited or _allowed(reading, sentence, figure):
        return "cap", "a limit"
    if moved.relation == "by" and figure.kind != "zero":
        return "change", "an amount of change"
    carried = in_trade and figure.kind == "quantity"
    if "_per_" in figure.unit and figure.kind != "money" and flow is None and not carried:
        return "rate", "so many a time"
    if is_money(figure):
        words = set(reading.words(max(clause.start, figure.start - 40), min(clause.end, figure.end + 40)))
        if (flow is not None or in_trade) and not (words & _NO_TRADE_MONEY and flow is None):
            return "trade_value", "money in trade"
        return "other", "money"
    if figure.kind == "count" and _is_being(reading, figure):
        return "count", "a count of those who act"
    if figure.unit in _LOADS and not (flow is not None and flow.verb):
        return "count", "a count of loads"
    if flow is not None and flow.verb and figure.unit in _VEHICLES and _moves(reading, figure, flow):
        return "count", "vehicles on their way"
    if flow is not None:
        return "trade_quantity", "a quantity in trade"
    if in_trade and figure.kind == "quantity":
        return "trade_quantity", "a quantity in a text on trade"
    if in_trade and figure.kind == "count" and figure.noun is not None and _is_of_trade(reading, sentence, figure):
        return "trade_quantity", "part of the trade spoken of"
    if (
        figure.kind == "zero"
        and in_trade
        and figure.unit == "units"
        and (figure.noun is None or any(figure.noun[0] <= g.start < figure.noun[1] for g in sentence.goods))
    ):
        return "trade_quantity", "nothing in trade"
    return ("count", "a count") if figure.kind in {"count", "zero"} else ("other", "a quantity")


@turns_on(_NEEDED, otherwise=False)
def _is_needed(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "3 percent of the monthly requirement of 544,000 tonnes", "a harvest of 4.2 million tonnes"."""
    start = figure.start if figure.hedge is None else min(figure.start, figure.hedge[0])
    before = reading.words(max(sentence.start, start - 20), start)
    return before[-1:] == ["of"] and bool(_NEEDED & set(before[-2:-1]))


def _moves(reading: Reading, figure: Figure, flow: Flow) -> bool:
    """ "Thirty trucks from Peru entered Chile": who arrives there is no goods."""
    return flow.start >= figure.end and bool(_UNDER_WAY & set(reading.words(flow.start, flow.end)))


@turns_on(_OUTDOING, otherwise=False)
def _exceeds(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "Exports exceeded imports by €844 million"."""
    words = reading.words(max(sentence.start, figure.start - 40), figure.start)
    return "by" in words[-3:] and bool(_OUTDOING & set(words)) and bool({"exports", "imports"} & set(words))


def _is_other_money(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "A credit line of $1 billion", "16 billion afghanis in duties": money that pays for no goods."""
    before = reading.words(max(sentence.start, figure.start - 16), figure.start)
    after = reading.words(figure.end, min(figure.end + 28, sentence.end))[:3]
    if before[-1:] == ["of"] and set(before[-2:-1]) & _LENT:
        return True
    start = figure.start if figure.hedge is None else min(figure.start, figure.hedge[0])
    signed = reading.words(max(sentence.start, start - 28), start)[-2:]
    if signed[-1:] in (["worth"], ["of"], ["for"]) and set(signed[:-1]) & _AGREED:
        # "A new trade contract worth more than $360 million had been signed": agreed on, and not traded.
        return True
    return after[:1] in (["in"], ["of"]) and bool(set(after[1:2]) & _PAID) and after[2:] != ["goods"]


def _is_price_unit(figure: Figure) -> bool:
    """ "$590 per tonne" is a price, "$2 billion a year" is not."""
    per = figure.unit.partition("_per_")[2]
    return figure.kind == "money" and bool(per) and per not in {"year", "month", "day", "week", "quarter"}


@turns_on(_CURRENCIES, otherwise=False)
def _is_rate_of_exchange(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "At an average rate of Rs 83.3 to the dollar": what a currency costs in another."""
    behind = reading.words(figure.end, min(figure.end + 28, sentence.end))
    if len(behind) < 3 or behind[0] not in _FOR_ONE:
        return False
    return any(word in _CURRENCIES for word in behind[2:4]) and behind[1] in _ONE


@turns_on(_ALLOWING, otherwise=False)
def _at_most(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "May not supply more than 500,000 barrels"."""
    words = reading.words(max(sentence.start, figure.start - 40), figure.start)
    return (
        "than" in words[-2:]
        and bool({"not", "cannot"} & set(words))
        and bool({"may", "must", "shall", "can", "cannot"} & set(words))
    )


def _allowed(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "May supply at most 500,000 barrels"; not "may have imported up to 13 million"."""
    words = reading.words(max(sentence.start, figure.start - 60), figure.start)
    return (
        figure.qualifier == "up_to"
        and figure.kind == "quantity"
        and "most" in words + reading.words(figure.start - 8, figure.end)
        and bool({"may", "must", "can"} & set(words))
        and "have" not in words
    )


def _is_being(reading: Reading, figure: Figure) -> bool:
    """ "Its 15 neighbours", "three companies": who trades, not what is traded."""
    if figure.noun is None:
        return False
    return bool(set(reading.words(*figure.noun)) & _ACTORS)


def is_money(figure: Figure) -> bool:
    """Whether a figure is an amount of money, nothing at all ("fell to zero") included."""
    return figure.kind == "money" or (figure.kind == "zero" and len(figure.unit) == 3 and figure.unit.isupper())


def _is_of_trade(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    if sentence.kind == "item" and not reading.words(sentence.start, figure.start):
        # "What Chad bought: - 902 tyres".
        return True
    return _is_included(reading, sentence, figure) or _is_valued(reading, sentence, figure)


def _is_valued(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "There were also 3,180 thermometers ($97,400)": what they came to stands behind them."""
    end = figure.end if figure.noun is None else max(figure.end, figure.noun[1])
    after = next((f for f in sentence.figures if f.start >= end), None)
    return after is not None and after.kind == "money" and reading.words(end, after.start) in _VALUED


def _is_included(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "That included 18,000 packs of insulin": of what the sentence before told."""
    opening = reading.words(sentence.start, min(sentence.start + 48, figure.start))[:4]
    return opening[:1] in _REFERRING and bool(_INCLUDING & set(opening[1:]))


def _is_price(reading: Reading, sentence: Sentence, clause: Clause, figure: Figure) -> bool:
    if figure.kind != "money" or figure.value >= _NO_PRICE:
        return False
    for cue in sentence.cues_of("per"):
        if cue.sense == "price" and 0 <= cue.start - figure.end <= 2:
            return True
        if cue.sense == "pricewords" and clause.holds(cue.start) and 0 <= figure.start - cue.end <= 40:
            if figure.value > _OF_ONE and _costs_somebody(reading, sentence, cue, figure):
                continue
            return True
    if _of_one_thing(reading, sentence, figure):
        return True
    return figure.value <= _OF_ONE and (_priced_before(sentence, figure) or _of_a_measure(reading, clause, figure))


def _of_one_thing(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "That makes $96 a panel": behind the amount stands one of what was spoken of in the plural, and nothing more."""
    said = reading.words(figure.end, min(figure.end + 40, sentence.end))[:3]
    if len(said) < 2 or said[0] not in {"a", "an"} or f"{said[1]}s" not in reading.tokens.words:
        return False
    if any(figure.end <= t.start <= figure.end + 3 for t in sentence.times):
        # "$13 a year ago".
        return False
    return not said[2:] or not said[2][0].isalpha() or reading.is_word("stop", said[2])


def _of_a_measure(reading: Reading, clause: Clause, figure: Figure) -> bool:
    """ "A kilo fetched $2.38": what one measure of the goods brought in is its price."""
    said = reading.words(clause.start, figure.start)[:_OPENING]
    return any(one in _EACH and measured in _MEASURES for one, measured in pairwise(said))


def _costs_somebody(reading: Reading, sentence: Sentence, cue: Cue, figure: Figure) -> bool:
    """ "Masks, which cost the country $180,400": what was paid for all of them."""
    said = reading.words(cue.start, cue.end)
    between = reading.words(cue.end, figure.start)
    named = any(cue.end <= c.start < figure.start for c in sentence.countries)
    return said in (["cost"], ["costs"]) and (
        named or bool({"it", "them", "country", "regime", "state"} & set(between))
    )


def _priced_before(sentence: Sentence, figure: Figure) -> bool:
    """ "The price of a kilo had already gone up, from $1.05 to $1.21": no cargo costs so little."""
    prices = [c for c in sentence.cues_of("per") if c.sense == "pricewords" and c.end <= figure.start]
    return bool(prices) and not any(
        f.end <= figure.start
        and f.start >= prices[-1].end
        and f.kind in {"money", "quantity", "count"}
        and f.value > _OF_ONE
        for f in sentence.figures
    )


def _counted(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    unit = figure.unit.partition("_per_")[0]
    if unit in {"cases", "infections"}:
        return "cases"
    if unit == "doses":
        return "doses"
    if figure.kind not in {"count", "quantity", "zero"} or unit not in {"people", "units", "deaths", "patients"}:
        return None
    for cue in sentence.cues_of("cases"):
        if cue.sense == "deaths" and -2 <= cue.start - figure.end <= 24:
            return "deaths"
        if cue.sense == "cases" and unit in {"people", "patients"} and -2 <= cue.start - figure.end <= 24:
            return "cases"
    return "deaths" if unit == "deaths" else None


def _is_limit(reading: Reading, sentence: Sentence, clause: Clause, figure: Figure) -> bool:
    """ "A cap of 500,000 barrels", "the 500,000-barrel cap"; not "140,000 barrels, or 28 percent of the cap of …"."""
    for cue in sentence.cues_of("cap"):
        if not clause.holds(cue.start):
            continue
        if 0 <= figure.start - cue.end <= 40:
            return True
        if 0 <= cue.start - figure.end <= 30:
            own = any(0 <= f.start - cue.end <= 40 and f.unit == figure.unit for f in sentence.figures)
            between = reading.words(figure.end, cue.start)
            if not own and not _BESIDE_LIMIT & set(between):
                return True
    return False


def _near(sentence: Sentence, clause: Clause, figure: Figure, kind: str) -> bool:
    # "216,000 barrels, or 43 percent of the limit": the limit is what the share is of.
    shares = [f.start for f in sentence.figures if f.kind in {"percent", "fraction"}]
    return any(
        clause.holds(c.start)
        and (0 <= figure.start - c.end <= 40 or 0 <= c.start - figure.end <= 30)
        and not any(figure.end <= start < c.start for start in shares)
        for c in sentence.cues_of(kind)
    )
