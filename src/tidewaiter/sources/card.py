"""A card: all that must be known of a publisher of customs books to read its files, in one YAML file."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from tidewaiter.errors import ReferenceDataError
from tidewaiter.sources.fields import BREAKDOWNS, FLOWS

#: What a column of a file can say, before it is looked up. Fields of a flow are made of these.
SAYS = frozenset(
    {
        *("reporter_code", "reporter_iso", "reporter_name", "partner_code", "partner_iso", "partner_name", "partner2"),
        *("flow", "flow_name", "freq", "period", "year", "month", "released_on"),
        *("edition", "original", "hs", "product", "good", "regime", "mode", "place"),
        *("value", "value_cif", "value_fob", "low", "high", "qualifier"),
        *("unit_code", "unit_name", "quantity", "unit2_code", "unit2_name", "quantity2", "net_weight"),
        *("estimated", "weight_estimated", "estimation_flag", "aggregate", "confidential", "url"),
    }
)


@dataclass(frozen=True, slots=True)
class Heading:
    """What a card says of one heading: it says something, is ignored for a reason, or may hold only certain words."""

    text: str
    says: str | None = None
    currency: str | None = None
    ignored: str | None = None
    only: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A publisher's card. `columns` goes by plain heading (see `plain`); the cards themselves explain the rest."""

    id: str
    name: str
    publisher: str
    url: str
    licence: str
    about: str
    cadence: str
    partners: str
    units: str
    columns: Mapping[str, Heading]
    required: tuple[tuple[str, ...], ...]
    reporter: str | None = None
    currency: str | None = None
    reporter_valuation: Mapping[str, str] = field(default_factory=dict)
    flows: Mapping[str, str] = field(default_factory=dict)
    direction: bool = False
    editions: Mapping[str, str | None] = field(default_factory=dict)
    edition_since: Mapping[int, str] = field(default_factory=dict)
    all_together: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    estimation_flags: tuple[str, ...] = ()
    unit_words: Mapping[str, str] = field(default_factory=dict)
    unlisted_units: str | None = None
    special_codes: tuple[str, ...] = ()
    nothing: tuple[str, ...] = ()
    thousands: bool = False
    encodings: tuple[str, ...] = ("utf-8",)
    one_query: tuple[str, ...] = ()
    row_limits: tuple[int, ...] = ()
    code_length: int | None = None
    headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    gaps: tuple[str, ...] = ()


def plain(heading: str) -> str:
    """A heading without case, blanks and signs, as headings are compared: refYear, ref_year and REF YEAR are one."""
    folded = unicodedata.normalize("NFKC", heading).casefold()
    return "".join(char for char in folded if char.isalnum())


def load_card(path: Path) -> Card:
    """Read a card; ReferenceDataError where it is no card, or names something that a file cannot say."""
    import yaml

    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ReferenceDataError(f"not YAML: {error}", path=path) from error
    if not isinstance(found, dict):
        raise ReferenceDataError("not a card", path=path, cure="a card is a mapping with id, name, columns …")
    return _card(found, path)


def _card(found: dict[str, Any], path: Path) -> Card:
    known = {each.name for each in fields(Card)}
    if unknown := sorted(set(found) - known):
        raise ReferenceDataError(f"a card has no {unknown[0]!r}", path=path, cure=f"known: {', '.join(sorted(known))}")
    if missing := [name for name in ("id", "name", "columns") if not found.get(name)]:
        raise ReferenceDataError(f"the card lacks {missing[0]}", path=path)
    texts = ("publisher", "url", "licence", "about", "cadence", "partners", "units")
    made: dict[str, Any] = dict.fromkeys(texts, "")
    made.update({key: value for key, value in found.items() if key not in _MADE})
    for key, make in _MADE.items():
        if key in found:
            made[key] = make(found[key], path)
    made.setdefault("required", ())
    for key, value in made.items():
        if isinstance(value, list):
            made[key] = tuple(value)
    return Card(**made)


def _columns(found: dict[str, Any], path: Path) -> dict[str, Heading]:
    columns: dict[str, Heading] = {}
    for text, says in found.items():
        heading = _heading(str(text), says, path)
        key = plain(heading.text)
        before = columns.get(key)
        if before is not None and (before.says, before.currency) != (heading.says, heading.currency):
            raise ReferenceDataError(f"headings {before.text!r} and {heading.text!r} are one", path=path)
        columns[key] = heading
    return columns


def _heading(text: str, says: Any, path: Path) -> Heading:
    if isinstance(says, str):
        says = {"field": says}
    if not isinstance(says, dict):
        raise ReferenceDataError(f"heading {text!r} says nothing", path=path, cure="give a field, or {ignored: why}")
    if "ignored" in says:
        return Heading(text, ignored=str(says["ignored"]))
    if "only" in says:
        return Heading(text, only=tuple(str(word) for word in says["only"]), ignored=says.get("why"))
    if says.get("field") not in SAYS:
        raise ReferenceDataError(
            f"heading {text!r} cannot say {says.get('field')!r}", path=path, cure=f"one of {', '.join(sorted(SAYS))}"
        )
    return Heading(text, says=says["field"], currency=says.get("currency"))


def _flows(found: dict[str, list[str]], path: Path) -> dict[str, str]:
    if strange := sorted(set(found) - set(FLOWS)):
        raise ReferenceDataError(f"no such flow: {strange[0]}", path=path, cure=f"one of {', '.join(FLOWS)}")
    return {str(word).strip().casefold(): flow for flow, words in found.items() for word in words}


def _all_together(found: dict[str, list[str]], path: Path) -> dict[str, tuple[str, ...]]:
    if strange := sorted(set(found) - set(BREAKDOWNS)):
        raise ReferenceDataError(f"no such breakdown: {strange[0]}", path=path, cure=f"one of {', '.join(BREAKDOWNS)}")
    return {name: tuple(str(word) for word in words) for name, words in found.items()}


_MADE: dict[str, Callable[[Any, Path], Any]] = {
    "columns": _columns,
    "flows": _flows,
    "all_together": _all_together,
    "required": lambda found, _: tuple(tuple(group) for group in found),
    "headings": lambda found, _: {name: tuple(words) for name, words in found.items()},
}
