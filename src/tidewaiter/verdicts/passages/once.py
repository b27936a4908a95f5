"""Questions about one figure of a passage, which every room asks again: answered once, and kept as long as it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from tidewaiter.claims.claim import Claim

_Asked = TypeVar("_Asked", bound="Answers")
_Answer = TypeVar("_Answer")


class Answers:
    """What is known so far of some figures.

    They are told apart by identity, since the fields of a claim are many to hash; each is held, so that no other one
    can come to stand in its place.
    """

    def __init__(self) -> None:
        self.known: dict[int, tuple[Claim, dict[Any, Any]]] = {}

    def of(self, claim: Claim) -> dict[Any, Any]:
        """The answers about a figure, by question."""
        known = self.known.get(id(claim))
        if known is None:
            known = self.known[id(claim)] = claim, {}
        return known[1]


def once(question: Callable[[_Asked, Claim], _Answer]) -> Callable[[_Asked, Claim], _Answer]:
    """A question whose answer hangs on nothing but the figure."""

    @wraps(question)
    def answered(asked: _Asked, claim: Claim) -> _Answer:
        try:
            answer: _Answer = asked.known[id(claim)][1][question]
        except KeyError:
            answer = asked.of(claim)[question] = question(asked, claim)
        return answer

    return answered
