"""Files of publishers that are no books: lists of codes, lists of what is out. Named for what they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from tidewaiter.sources.card import Card, plain

_TABLE = Path(__file__).with_name("data") / "other_files.yml"
#: What only a book of trade says.
_AMOUNTS = ("value", "value2", "value_cif", "value_fob", "quantity", "quantity2", "net_weight")


def kind_of(headings: Sequence[str], cards: Iterable[Card]) -> tuple[str, str] | None:
    """What a file without amounts is, and the cure; None where its headings do not tell."""
    written = [key for key in map(plain, headings) if key]
    says = {card.columns[key].says for card in cards for key in written if key in card.columns}
    if says & set(_AMOUNTS):
        return None
    for kind in _kinds():
        if says & set(kind["without"]):
            continue
        fitting = sum(key in kind["are"] or any(word in key for word in kind["hold"]) for key in written)
        if fitting >= max(kind["least"], kind["share"] * len(written)):
            return kind["kind"], kind["cure"]
    return None


@cache
def _kinds() -> list[dict[str, Any]]:
    import yaml

    found: list[dict[str, Any]] = yaml.safe_load(_TABLE.read_text(encoding="utf-8"))
    return found
