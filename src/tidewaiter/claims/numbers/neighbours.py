"""What an amount has from other amounts of its text: the rest of a price, the scale of a temperature, a currency.

"312円24銭" and "5 dollars and 20 cents" are one sum; "40.9 degrees Celsius on Tuesday, to 41.9 degrees" are both
Celsius; "from 50,000 yuan a tonne to 20,000 a tonne" are both yuan; cents are of the currency that the text counts in.
"""

from __future__ import annotations

from collections.abc import Sequence

from tidewaiter.claims.numbers.amount import Amount
from tidewaiter.claims.numbers.numeral import ONE
from tidewaiter.claims.numbers.rates import Rates
from tidewaiter.claims.numbers.tokens import Tokens
from tidewaiter.claims.numbers.vocabulary import Vocabulary

_CENTS = frozenset({"cents", "cent", "penny", "c", "¢"})
_WITH_CENTS = frozenset({"USD", "EUR", "AUD", "CAD", "NZD", "ZAR", "SGD", "HKD", "TTD", "JMD", "BBD", "FJD", "NAD"})
_SCALES = frozenset({"celsius", "fahrenheit"})
#: Degrees that turn, or say where on earth.
_ANGLES = frozenset({"north", "south", "east", "west", "latitude", "longitude", "angle", "angles", "turn", "arc"})
#: Tokens from a temperature to the one that shares its scale, and from a price to the one that shares its currency.
_REACH = 40


def coins(tokens: Tokens, vocabulary: Vocabulary, amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts with hundredths of a currency added to the whole that they follow."""
    joined: list[Amount] = []
    for amount in amounts:
        whole = joined[-1] if joined else None
        if whole is None or not _goes_on(tokens, vocabulary, whole, amount):
            joined.append(amount)
            continue
        whole.value, whole.step = whole.value + amount.value, amount.step
        whole.extend(amount.last)
    return joined


def _goes_on(tokens: Tokens, vocabulary: Vocabulary, whole: Amount, part: Amount) -> bool:
    if whole.kind != "money" or part.kind != "money" or whole.unit != part.unit or not 0 < part.value < ONE:
        return False
    if whole.step != ONE or part.step >= ONE or whole.value < ONE:
        return False
    link = tokens.words[whole.last]
    return part.first == whole.last or (link in vocabulary.words["joiners"] and part.first == whole.last + 1)


def cents(tokens: Tokens, amounts: Sequence[Amount]) -> None:
    """Make cents and pennies hundredths of the one currency that the other sums of the text are in."""
    small, currencies = [], set()
    for amount in amounts:
        if amount.kind != "money":
            continue
        if tokens.words[amount.numeral.last] in _CENTS:
            small.append(amount)
        else:
            currencies.add((amount.unit or "").partition("_per_")[0])
    if len(currencies) != 1 or not currencies <= _WITH_CENTS:
        return
    for amount in small:
        _, per, rate = (amount.unit or "").partition("_per_")
        amount.unit = f"{min(currencies)}{per}{rate}"


def agree(tokens: Tokens, rates: Rates, amounts: Sequence[Amount]) -> None:
    """Hand temperatures their scale and prices their currency from the nearest amount before them that has one."""
    scale: Amount | None = None
    price: Amount | None = None
    for amount in amounts:
        if amount.unit in _SCALES:
            scale = amount
        elif amount.unit == "degrees" and scale is not None and amount.first - scale.last <= _REACH:
            if _ANGLES.isdisjoint(tokens.words[amount.last : amount.last + 2]):
                amount.unit = scale.unit
        elif amount.unit is None and price is not None and amount.first - price.last <= _REACH:
            rate = rates.at(amount.last)
            if rate is not None and (price.unit or "").endswith(f"_per_{rate[0]}"):
                amount.unit, amount.kind = price.unit, price.kind
                amount.extend(rate[1])
        if amount.kind == "money" and "_per_" in (amount.unit or ""):
            price = amount
