"""Expressions of time in news language, found in a text and resolved to ISO 8601 periods.

An expression is found without knowing anything ("in May", "a year earlier", "the previous four months") and resolved
later against an `Anchor`: the day of publication and the period that the text is speaking of. What cannot be resolved
without a guess is None.
"""

from tidewaiter.claims.periods.anchor import Anchor
from tidewaiter.claims.periods.expression import AGO_FORMS, BASE_FORMS, DAY_FORMS, RATE_FORMS, Expression
from tidewaiter.claims.periods.grammar import Grammar, find, grammar
from tidewaiter.claims.periods.months import next_month
from tidewaiter.claims.periods.resolve import resolve

__all__ = [
    "AGO_FORMS", "BASE_FORMS", "DAY_FORMS", "RATE_FORMS", "Anchor", "Expression", "Grammar", "find", "grammar",
    "next_month", "resolve",
]  # fmt: skip
