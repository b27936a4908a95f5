"""What a book is called in a report: the name on its card, or its id where it has a card of the user's own."""

from __future__ import annotations

import re
from functools import lru_cache

from tidewaiter.sources import registry


def name(source: str) -> str:
    """The name of a source: "UN Comtrade" of `comtrade`."""
    return _names().get(source, source)


def address(source: str) -> str:
    """Where its publisher has it; empty where the card names no place."""
    return next((card.url for card in registry.cards() if card.id == source), "")


def named(words: str) -> str:
    """Words with the names of the sources that they speak of by id."""
    return _pattern().sub(lambda found: name(found[0]), words)


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {card.id: card.name for card in registry.cards()}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    # Ids are in small letters, which no country's name is.
    return re.compile(rf"\b({'|'.join(sorted(_names()))})\b")
