"""Rules that turn on certain words are not entered in a sentence that has none of them.

A rule declares the words without which it can only say no. That is a promise about the rule and no rule of its own:
with all gates open (`Everything` in place of a sentence's words) the same claims come out, which a test holds them to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, TypeVar, cast

_Rule = TypeVar("_Rule", bound=Callable[..., Any])


class Everything(frozenset[str]):
    """The words of a sentence that lacks none: every gate is open."""

    def isdisjoint(self, other: Iterable[object], /) -> bool:
        """Never."""
        return False


def turns_on(words: frozenset[str], *, otherwise: Any) -> Callable[[_Rule], _Rule]:
    """Declare words one of which a rule must meet inside its sentence to say anything but `otherwise`.

    The rule takes the reading and then the sentence, or its scene, and no keywords.
    """

    def gated(rule: _Rule) -> _Rule:
        @wraps(rule)
        def entered(reading: Any, place: Any, *asked: Any) -> Any:
            return otherwise if place.words.isdisjoint(words) else rule(reading, place, *asked)

        return cast(_Rule, entered)

    return gated
