"""Rules that are asked one after another until one knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

_Asked = TypeVar("_Asked")
_Answer = TypeVar("_Answer")


def first_answer(rules: Iterable[Callable[[_Asked], _Answer | None]], asked: _Asked) -> _Answer | None:
    """The answer of the first rule that has one; None where none has."""
    for rule in rules:
        if (answer := rule(asked)) is not None:
            return answer
    return None
