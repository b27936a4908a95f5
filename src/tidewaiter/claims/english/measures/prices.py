"""Money that is a price: what one of the goods, one measure of them or one currency costs."""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Clause
from tidewaiter.claims.words.lexicon import Cue, words

#: No single thing that trade news tells the price of costs as much.
_NO_PRICE = 1_000_000
#: … and so little is the price of one, in whatever currency a paper gives the trade of a country.
_OF_ONE = 2_000
#: Currencies of which a dollar buys hundreds or thousands, and so many times as much of them is paid for one thing.
_SMALL_MONEY, _SMALLER = frozenset(code.upper() for code in words("small_money")), 100
#: So many times the price before, and its inverse, is still a price of the same.
_ALIKE = 20
#: What goods do that are sold on a market, right before their price.
_ASKED = (["fetch"], ["fetched"], ["fetches"], ["was"], ["were"], ["is"], ["are"], ["at"])
_CURRENCIES = words("currencies")
#: What speaks of a price told before, and what joins one more to it.
_PRICED_IT = frozenset({"it", "price", "prices", "rate", "that", "this"})
_JOINING = frozenset({",", ";", "and", "but", "while", "(", "up", "down", "only", "just", "about", "nearly", "then"})
_FOR_ONE = frozenset({"to", "against", "for", "per"})
_ONE = frozenset({"the", "one", "a", "each", "1"})
_EACH, _MEASURES = frozenset({"a", "an", "each", "every", "one"}), words("measures")


def is_price_unit(figure: Figure) -> bool:
    """ "$590 per tonne" is a price, "$2 billion a year" is not."""
    per = figure.unit.partition("_per_")[2]
    return figure.kind == "money" and bool(per) and per not in {"year", "month", "day", "week", "quarter"}


@turns_on(_CURRENCIES, otherwise=False)
def is_rate_of_exchange(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "At an average rate of Rs 83.3 to the dollar": what a currency costs in another."""
    behind = reading.words(figure.end, min(figure.end + 28, sentence.end))
    if len(behind) < 3 or behind[0] not in _FOR_ONE:
        return False
    return any(word in _CURRENCIES for word in behind[2:4]) and behind[1] in _ONE


def is_price(reading: Reading, sentence: Sentence, clause: Clause, figure: Figure) -> bool:
    """Whether an amount of money is what one of something costs, by the words of price around it or its size."""
    if figure.kind != "money" or figure.value >= _NO_PRICE:
        return False
    for cue in sentence.cues_of("per"):
        if cue.sense == "price" and 0 <= cue.start - figure.end <= 2:
            return True
        if cue.sense == "pricewords" and clause.holds(cue.start) and 0 <= figure.start - cue.end <= 40:
            if figure.value > _most(figure) and _costs_somebody(reading, sentence, cue, figure):
                continue
            return True
    if _of_one_thing(reading, sentence, figure):
        return True
    if figure.value > _most(figure):
        return False
    if figure.unit in _SMALL_MONEY and _asked(reading, sentence, figure):
        return True
    return (
        _priced_before(sentence, figure)
        or _of_a_measure(reading, sentence, figure)
        or _as_before(reading, sentence, figure)
    )


def goes_on(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "In Sinuiju it was 4,400 won and in Hyesan 5,000 won": an amount that nothing but a place is said of.

    "The fine is 400 won" is no price of the rice told of before.
    """
    last = max((f.end for f in sentence.figures if f.end <= figure.begins), default=sentence.start)
    said = reading.words(last, figure.begins)
    opened = [word for word in said if word not in _JOINING]
    return not _PRICED_IT.isdisjoint(said) or opened[:1] in (["in"], ["at"], ["from"], ["to"], [])


def _most(figure: Figure) -> int:
    """What one thing costs at most, in the currency of a figure."""
    return _OF_ONE * (_SMALLER if figure.unit in _SMALL_MONEY else 1)


def _asked(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "Corn fetched 3,000 won", "and 5,400 won in Sinuiju": so little is asked for one measure."""
    before = reading.words(max(sentence.start, figure.begins - 12), figure.begins)
    if before[-1:] in _ASKED:
        return any(good.end <= figure.start for good in sentence.goods)
    last = next((f for f in reversed(sentence.figures) if f.end <= figure.start), None)
    alike = last is not None and last.kind == "money" and last.unit.partition("_per_")[0] == figure.unit
    return alike and before[-1:] in (["and"], ["but"]) and last is not None and is_price_unit(last)


def _as_before(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "Sugar, which used to cost 6,000 won a kilo, is now 27,000 won": what is said behind a price is one as well."""
    before = [f for f in sentence.figures if f.end <= figure.start and f.kind == "money"]
    if not before or before[-1].unit.partition("_per_")[0] != figure.unit or not is_price_unit(before[-1]):
        return False
    if not before[-1].value or not 1 <= _ALIKE * figure.value / before[-1].value <= _ALIKE * _ALIKE:
        return False
    return "now" in reading.words(before[-1].end, figure.start)


def _of_one_thing(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "That makes $96 a panel": behind the amount stands one of what was spoken of in the plural, and nothing more."""
    said = reading.words(figure.end, min(figure.end + 40, sentence.end))[:3]
    if len(said) < 2 or said[0] not in {"a", "an"} or f"{said[1]}s" not in reading.tokens.words:
        return False
    if any(figure.end <= t.start <= figure.end + 3 for t in sentence.times):
        # "$13 a year ago".
        return False
    return not said[2:] or not said[2][0].isalpha() or reading.is_word("stop", said[2])


def _of_a_measure(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """ "A kilo fetched $2.38", "a kilo fetched $2; now they ask $4": what one measure of the goods brought in."""
    # "A box of fifty was bought for 18 yuan".
    before = [f for f in sentence.figures if f.end <= figure.start and f.kind != "count"]
    large = (f.end for f in before if f.kind != "money" or f.value > _OF_ONE)
    said = reading.words(max(large, default=sentence.start), figure.start)
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
        and f.value > _most(figure)
        for f in sentence.figures
    )
