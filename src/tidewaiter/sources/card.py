"""A card: all that must be known of a publisher of customs books to read its files, in one YAML file."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from tidewaiter.errors import ReferenceDataError
from tidewaiter.sources import card_yaml
from tidewaiter.sources.fields import BREAKDOWNS, FLOWS

#: What a column of a file can say, before it is looked up. Fields of a flow are made of these.
SAYS = frozenset(
    {
        *("reporter_code", "reporter_iso", "reporter_name", "partner_code", "partner_iso", "partner_name", "partner2"),
        *("flow", "flow_name", "freq", "period", "year", "month", "released_on"),
        *("edition", "original", "hs", "product", "good", "regime", "mode", "place"),
        *("value", "value2", "value_cif", "value_fob", "low", "high", "qualifier"),
        *("unit_code", "unit_name", "quantity", "unit2_code", "unit2_name", "quantity2", "net_weight"),
        *("estimated", "weight_estimated", "estimation_flag", "aggregate", "confidential", "url"),
    }
)


@dataclass(frozen=True, slots=True)
class Heading:
    """What a card says of one heading: it says something, is ignored for a reason, or may hold only certain words.

    Numbers are multiplied by `times`; `step` is the last digit that the publisher prints, in its own unit. `unless`
    names a heading beside which this one says nothing.
    """

    text: str
    says: str | None = None
    currency: str | None = None
    ignored: str | None = None
    only: tuple[str, ...] | None = None
    times: int = 1
    step: Decimal | None = None
    unless: str | None = None


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
    partner: str | None = None
    currency: str | None = None
    reporter_valuation: Mapping[str, str] = field(default_factory=dict)
    flows: Mapping[str, str] = field(default_factory=dict)
    flow: str | None = None
    direction: bool = False
    editions: Mapping[str, str | None] = field(default_factory=dict)
    edition_since: Mapping[int, str] = field(default_factory=dict)
    edition_in_name: bool = False
    fiscal_year: int | None = None
    all_together: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    estimation_flags: tuple[str, ...] = ()
    party_words: Mapping[str, str] = field(default_factory=dict)
    unit_words: Mapping[str, str] = field(default_factory=dict)
    unlisted_units: str | None = None
    special_codes: tuple[str, ...] = ()
    confidential_codes: str | None = None
    confidential_partners: tuple[str, ...] = ()
    totals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    nothing: tuple[str, ...] = ()
    thousands: bool | str = False
    whole: bool = False
    decimal: str = "."
    encodings: tuple[str, ...] = ("utf-8",)
    one_query: tuple[str, ...] = ()
    row_limits: tuple[int, ...] = ()
    code_length: int | None = None
    headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    gaps: tuple[str, ...] = ()

    @property
    def marks(self) -> str:
        """The signs that may stand between thousands: those the card names, else the usual ones beside its decimals."""
        if isinstance(self.thousands, str):
            return self.thousands
        if not self.thousands:
            return ""
        return ". \u00a0\u202f" if self.decimal == "," else ","


def plain(heading: str) -> str:
    """A heading without case, blanks and signs, as headings are compared: refYear, ref_year and REF YEAR are one."""
    folded = unicodedata.normalize("NFKC", heading).casefold()
    return "".join(char for char in folded if char.isalnum())


def load_card(path: Path) -> Card:
    """Read a card; ReferenceDataError where it is no card, or names something that a file cannot say."""
    return card_of(written(path), path)


def written(path: Path) -> dict[str, Any]:
    """What stands in a card's file; ReferenceDataError where it is not a mapping in YAML."""
    import yaml

    try:
        found = card_yaml.load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ReferenceDataError(f"not YAML: {' '.join(str(error).split())}", path=path) from error
    if not isinstance(found, dict):
        raise ReferenceDataError("not a card", path=path, cure="a card is a mapping with id, name, columns …")
    return found


def more(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """A card's words with more of them: mappings are added to, anything else is replaced."""
    merged = dict(base)
    for key, value in own.items():
        before = merged.get(key)
        merged[key] = {**before, **value} if isinstance(before, dict) and isinstance(value, dict) else value
    return merged


def card_of(found: dict[str, Any], path: Path) -> Card:
    """The card behind what stands in a file; ReferenceDataError naming what cannot be."""
    known = {each.name for each in fields(Card)}
    if unknown := sorted(set(found) - known):
        raise ReferenceDataError(f"a card has no {unknown[0]!r}", path=path, cure=f"known: {', '.join(sorted(known))}")
    if missing := [name for name in ("id", "name", "columns") if not found.get(name)]:
        raise ReferenceDataError(f"the card lacks {missing[0]}", path=path)
    for key, value in found.items():
        _shape(key, value, path)
    texts = ("publisher", "url", "licence", "about", "cadence", "partners", "units")
    made: dict[str, Any] = dict.fromkeys(texts, "")
    made.update({key: value for key, value in found.items() if key not in _MADE})
    for key, make in _MADE.items():
        if key in found:
            made[key] = make(found[key], path)
    made.setdefault("required", _needed(found))
    for key, value in made.items():
        if isinstance(value, list):
            made[key] = tuple(value)
    return Card(**made)


def _shape(key: str, value: Any, path: Path) -> None:
    """ReferenceDataError where a key of a card holds another kind of thing than it should."""
    wanted, kind = _KINDS.get(key, (str, "text"))
    found = value
    if not isinstance(found, wanted) or (wanted is int and isinstance(found, bool)):
        raise ReferenceDataError(f"{key} is {found!r}", path=path, cure=f"it must be {kind}")
    if key in ("flows", "all_together", "totals", "headings"):
        for words in value.values():
            if not isinstance(words, list):
                raise ReferenceDataError(f"{key} holds {words!r}", path=path, cure="write a list: [word, …]")
    if key in ("confidential_codes", "unlisted_units"):
        _pattern(key, value, path)
    if key == "decimal" and value not in (".", ","):
        raise ReferenceDataError(f"decimal is {value!r}", path=path, cure="a point or a comma")
    if key == "thousands" and isinstance(value, str) and any(sign.isalnum() or sign in "-+" for sign in value):
        raise ReferenceDataError(f"thousands is {value!r}", path=path, cure="true, false, or the signs themselves")
    if key == "encodings":
        for name in value:
            _encoding(name, path)


def _encoding(name: object, path: Path) -> None:
    try:
        codecs.lookup(str(name))
    except LookupError as error:
        cure = "a name that Python knows: utf-8, cp1252, gb18030 …"
        raise ReferenceDataError(f"no such encoding: {name!r}", path=path, cure=cure) from error


def _pattern(key: str, value: str, path: Path) -> None:
    try:
        re.compile(value)
    except re.error as error:
        raise ReferenceDataError(f"{key} is no pattern: {error}", path=path) from error


def _needed(found: dict[str, Any]) -> tuple[tuple[str, ...], ...]:
    """What a file must say where its card does not list it: everything that the card itself does not."""
    groups: list[tuple[str, ...]] = [("period", "year"), ("hs",), ("value",)]
    groups += [
        tuple(f"{side}_{kind}" for kind in ("code", "iso", "name"))
        for side in ("reporter", "partner")
        if not found.get(side)
    ]
    if not found.get("flow") and not found.get("direction"):
        groups.append(("flow", "flow_name"))
    return tuple(groups)


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
    if strange := sorted(set(says) - {"field", "currency", "times", "step", "unless"}):
        raise ReferenceDataError(f"heading {text!r} has no {strange[0]!r}", path=path, cure="see the docs on cards")
    times = says.get("times", 1)
    if not isinstance(times, int) or isinstance(times, bool) or not 0 < times <= 10**9:
        raise ReferenceDataError(
            f"heading {text!r} cannot be multiplied by {times!r}", path=path, cure="a whole number"
        )
    try:
        step = Decimal(str(says["step"])) if "step" in says else None
    except InvalidOperation as error:
        raise ReferenceDataError(f"heading {text!r} has a step that is no number", path=path) from error
    return Heading(text, says["field"], says.get("currency"), times=times, step=step, unless=says.get("unless"))


def _flows(found: dict[str, list[str]], path: Path) -> dict[str, str]:
    if strange := sorted(set(found) - set(FLOWS)):
        raise ReferenceDataError(f"no such flow: {strange[0]}", path=path, cure=f"one of {', '.join(FLOWS)}")
    meant: dict[str, str] = {}
    for flow, words in found.items():
        for word in words:
            other = meant.setdefault(str(word).strip().casefold(), flow)
            if other != flow:
                said = f"flows: {word!r} stands for {other} and for {flow}"
                raise ReferenceDataError(said, path=path, cure="a word is one flow")
    return meant


def _all_together(found: dict[str, list[str]], path: Path) -> dict[str, tuple[str, ...]]:
    if strange := sorted(set(found) - set(BREAKDOWNS)):
        raise ReferenceDataError(f"no such breakdown: {strange[0]}", path=path, cure=f"one of {', '.join(BREAKDOWNS)}")
    return {name: tuple(str(word) for word in words) for name, words in found.items()}


def _edition_since(found: dict[str, str], path: Path) -> dict[int, str]:
    try:
        return {int(year): edition for year, edition in found.items()}
    except ValueError as error:
        raise ReferenceDataError(f"edition_since holds {found!r}", path=path, cure="years: {2017: HS2017}") from error


_KINDS: dict[str, tuple[type[Any] | tuple[type[Any], ...], str]] = {
    **dict.fromkeys(("columns", "reporter_valuation", "flows", "editions", "edition_since"), (dict, "a mapping")),
    **dict.fromkeys(("all_together", "party_words", "unit_words", "totals", "headings"), (dict, "a mapping")),
    **dict.fromkeys(("required", "estimation_flags", "special_codes", "confidential_partners"), (list, "a list")),
    **dict.fromkeys(("nothing", "encodings", "one_query", "row_limits", "gaps"), (list, "a list")),
    **dict.fromkeys(("direction", "edition_in_name", "whole"), (bool, "true or false")),
    "thousands": ((bool, str), "true, false, or the signs themselves"),
    **dict.fromkeys(("code_length", "fiscal_year"), (int, "a whole number")),
}
_MADE: dict[str, Callable[[Any, Path], Any]] = {
    "edition_since": _edition_since,
    "columns": _columns,
    "flows": _flows,
    "all_together": _all_together,
    "totals": lambda found, _: {says: tuple(str(word) for word in words) for says, words in found.items()},
    "required": lambda found, _: tuple(tuple(group) for group in found),
    "headings": lambda found, _: {name: tuple(words) for name, words in found.items()},
}
