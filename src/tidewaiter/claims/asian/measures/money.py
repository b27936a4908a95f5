"""What money is in Korean and Chinese: a price, a balance, the size of a market, or trade."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.measures.asked_measure import AskedMeasure, Measured
from tidewaiter.claims.asian.measures.balances import A_BALANCE, is_balance
from tidewaiter.claims.asian.measures.prices import (
    NO_TRADE,
    in_prices,
    is_needed,
    is_price,
    is_price_of,
    is_rate_of_exchange,
    is_unit_price,
    paid,
)

#: "1천억 달러(약 130조 원) 규모의 이란산 제품 시장".
_MARKET = re.compile(r"(?:\([^()]{1,24}\))? ?(?:규모|상당|짜리|대)의? (?:[가-힣·]{1,12} ){0,4}시장")
_MARKET_IS = re.compile(r"시장 ?규모[은는이가] (?:약 )?\Z")
#: Rates of money that are no prices.
_BY_TIME = ("_per_day", "_per_month", "_per_year")
#: Letters of a currency.
_CURRENCY = 3
_MOVED, _TRADED = ("change", "an amount of change"), ("trade_value", "money in trade")


def paid_besides(asked: AskedMeasure) -> Measured | None:
    """What is paid for something else than goods."""
    if asked.korean and is_needed(asked.reading, asked.figure):
        return "other", NO_TRADE
    return ("other", NO_TRADE) if asked.money and paid(asked.reading, asked.scene, asked.figure) is not None else None


def size_of_market(asked: AskedMeasure) -> Measured | None:
    """ "1천억 달러 규모의 이란산 제품 시장"."""
    if not asked.korean or not asked.money:
        return None
    behind = _MARKET.match(asked.reading.text, asked.figure.end) is not None
    sized = behind or _MARKET_IS.search(asked.right_before) is not None
    return ("other", "the size of a market") if sized else None


def rate_of_exchange(asked: AskedMeasure) -> Measured | None:
    """What one currency costs in another."""
    if not asked.chinese or not asked.money:
        return None
    told = is_rate_of_exchange(asked.reading, asked.sentence.figures, asked.figure)
    return ("price", "a rate of exchange") if told else None


def unit_price(asked: AskedMeasure) -> Measured | None:
    """What a piece or a ton costs."""
    told = asked.money and is_unit_price(asked.reading, asked.sentence, asked.figure)
    return ("price", "a price a unit") if told else None


def money_per(asked: AskedMeasure) -> Measured | None:
    """Money in a time, or for a unit, as its own unit says."""
    if "_per_" not in asked.figure.unit or not asked.money:
        return None
    if asked.figure.unit.endswith(_BY_TIME):
        return _TRADED if asked.traded else ("rate", "money in a time")
    return _MOVED if asked.moved.relation == "by" else ("price", "a price a unit")


def among_prices(asked: AskedMeasure) -> Measured | None:
    """Money in a Korean sentence on prices, but for what is said to be traded for it."""
    if not asked.korean or not asked.money:
        return None
    if asked.flow is not None and not is_price_of(asked.reading, asked.sentence, asked.flow):
        return None
    if not in_prices(asked.sentence, asked.figure):
        return None
    return _MOVED if asked.moved.relation == "by" else ("price", "a price")


def price(asked: AskedMeasure) -> Measured | None:
    """A price by the words about it."""
    told = asked.korean and asked.money and is_price(asked.reading, asked.sentence, asked.figure)
    return ("price", "a price") if told else None


def balance(asked: AskedMeasure) -> Measured | None:
    """What exports exceed imports by, or the other way about."""
    if not asked.money:
        return None
    told = (asked.flow is not None and asked.flow.balance) or is_balance(asked.reading, asked.figure)
    return ("other", A_BALANCE) if told else None


def money(asked: AskedMeasure) -> Measured | None:
    """Any other money, or none of it."""
    if not asked.money and (asked.figure.kind != "zero" or len(asked.figure.unit) != _CURRENCY):
        return None
    return _TRADED if asked.traded else ("other", "money")
