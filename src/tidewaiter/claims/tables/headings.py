"""What the heading of a column, or a line above a table, says of the bare numbers below: their unit and their scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any

from tidewaiter.claims.numbers.currencies import Currencies
from tidewaiter.claims.numbers.tokens import BREAK, cut
from tidewaiter.claims.numbers.vocabulary import vocabulary
from tidewaiter.claims.tables.stated_units import stated_units
from tidewaiter.claims.words.lexicon import load_yaml
from tidewaiter.documents.document import Body

_MONEY_LENGTH = 3
#: Currencies that are verbs as well.
_VERBS = frozenset({"won"})


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading settles: a unit of which kind, a scale, or nothing; `says` is what else it is about.

    `says`: "unit" for a column that gives each row its unit, "change", "share", "none" for one that holds no amounts,
    "value", "quantity" or "total" for one of amounts, empty where the heading does not tell.
    """

    unit: str | None
    scale: Decimal
    kind: str = "none"
    says: str = ""


@cache
def _vocabulary() -> tuple[dict[str, str], dict[str, Decimal], dict[str, frozenset[str]]]:
    table: dict[str, Any] = load_yaml("tables.yml")
    units = {word: unit for unit, words in table["units"].items() for word in words}
    says = {kind: frozenset(words) for kind, words in table["says"].items()}
    return units, {word: Decimal(scale) for word, scale in table["scales"].items()}, says


@cache
def _rates() -> frozenset[str]:
    """Korean and Chinese headings of columns in percent: "점유율", "增速"."""
    table: dict[str, Any] = load_yaml("tables.yml")
    return frozenset(table["rates"])


def heading(body: Body, start: int, end: int) -> Heading:
    """What the heading of a column says."""
    text = body.text[start:end]
    # Chinese is cut by its signs: "总额（万美元）" is asked for as it stands before the bracket.
    words = [*_words(text), text.replace("（", "(").partition("(")[0].strip()]
    _, _, says = _vocabulary()
    said = next((kind for kind, listed in says.items() if listed.intersection(words)), "")
    units = units_in(body, start, end)
    if said == "unit":
        return Heading(None, Decimal(1), says=said)
    if units and units[0].kind == "percent":
        return replace(units[0], says=said if said in {"share", "change"} else "")
    if not units and _rates().intersection(words):
        return Heading("percent", Decimal(1), "percent", said)
    return replace(units[0], says=said) if units else Heading(None, _scale(words), says=said)


def said_above(body: Body, start: int, end: int) -> list[Heading]:
    """The units that a line above a table gives: behind "in" or a bracket, a comma or a scale, or alone."""
    stated = _stated(body, start, end)
    if stated:
        return stated
    found = []
    for unit, place in _placed_units(body, start, end):
        before = body.text[start:place].rstrip().lower()
        if unit.scale != 1 or not before or before[-1] in "(,:;" or before.endswith(("in", "unit", "units", "=")):
            found.append(unit)
    return found


def _stated(body: Body, start: int, end: int) -> list[Heading]:
    """The units that a Korean or Chinese stretch states for a whole table."""
    return [Heading(unit.unit, unit.scale, _kind(unit.unit)) for unit in stated_units(body.text[start:end])]


def units_in(body: Body, start: int, end: int) -> list[Heading]:
    """The units that a stretch names, in order."""
    stated = _stated(body, start, end)
    return stated or [unit for unit, _ in _placed_units(body, start, end)]


def _placed_units(body: Body, start: int, end: int) -> Iterator[tuple[Heading, int]]:
    """The units that a stretch names, each with its scale and where they begin."""
    text = body.text[start:end]
    known, scales, _ = _vocabulary()
    reader = vocabulary("en")
    words = [*_words(text), *[BREAK] * 12]
    places = _places(text, words)
    scale, began, told = Decimal(1), None, False
    i = 0
    while words[i] != BREAK:
        word = words[i]
        here = places[i]
        if word in _VERBS and scale == 1 and words[i + 1] not in scales and words[max(0, i - 1)] not in {"(", "in"}:
            # A column of games that were won.
            i += 1
            continue
        if word in scales:
            scale, began = scale * scales[word] if told is False else scales[word], began if began is not None else here
            told = False
            i += 1
            continue
        found: tuple[str, str] | None = None
        after = i + 1
        plain = known.get(word) or known.get(word.removesuffix("s"))
        unit = reader.units.at(words, i)
        money = reader.money_before.at(words, i)
        if plain is not None and (unit is None or unit[1] <= i + 1):
            found = plain, _kind(plain)
        elif unit is not None and unit[0].kind in {"money", "quantity", "percent"} and not unit[0].fussy:
            name = Currencies(body.text, reader).resolve(unit[0].name, start + here)
            found, after = (name, unit[0].kind), unit[1]
            scale *= unit[0].factor
        elif money is not None:
            found, after = (Currencies(body.text, reader).resolve(money[0], start + here), "money"), money[1]
        elif word in reader.codes and text[here : here + _MONEY_LENGTH].isupper():
            found = word.upper(), "money"
        if found is None:
            if word not in {"of", "'", "’"}:
                scale, began = Decimal(1), None
            i += 1
            continue
        # "USD million", "US$ mn": the scale may stand behind.
        if words[after] in scales:
            scale *= scales[words[after]]
            after += 1
        yield Heading(found[0], scale, found[1]), began if began is not None else here
        scale, began = Decimal(1), None
        i = after


def _places(text: str, words: list[str]) -> list[int]:
    """Where each word begins; words are found one after the other."""
    lowered, at, found = text.lower(), 0, []
    for word in words:
        place = lowered.find(word, at)
        place = at if place < 0 else place
        found.append(place)
        at = place + len(word)
    return found


def _words(text: str) -> list[str]:
    return cut(text.replace("/", " / "))


def _scale(words: Sequence[str]) -> Decimal:
    _, scales, _ = _vocabulary()
    return next((scales[word] for word in words if word in scales), Decimal(1))


def _kind(unit: str) -> str:
    return "percent" if unit == "percent" else "money" if _is_code(unit) else "quantity"


def _is_code(unit: str) -> bool:
    return len(unit) == _MONEY_LENGTH and unit.isupper()
