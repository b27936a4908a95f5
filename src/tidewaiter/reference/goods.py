"""Goods: their names in the press, the HS codes they stand for, and which goods are part of which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from string import ascii_letters
from typing import NamedTuple

from tidewaiter.errors import UsageError
from tidewaiter.reference import tables
from tidewaiter.reference.editions import edition_for
from tidewaiter.reference.names import Beside, Name, Scanner

#: What a unit ends with: behind it a Korean syllable is no word of its own.
_UNITS = "%)0123456789" + ascii_letters
#: The id of all goods taken together.
TOTAL = "total"
KINDS = ("total", "exact", "loose", "open")
LANGUAGES = ("en", "ko", "zh", "ja", "ru")


@dataclass(frozen=True, slots=True)
class Good:
    """A kind of goods. `parents` are the goods it is part of; `names` go from language to words.

    `kind` says how far the codes are what the name means: `exact` (wheat flour), `loose` (fish: fillets, tins?), `open`
    a group whose limits the press draws freely (food, medical supplies), or `total`.
    """

    id: str
    parents: tuple[str, ...]
    names: Mapping[str, tuple[str, ...]]
    kind: str

    @property
    def open(self) -> bool:
        """Whether the press may mean other goods than the codes hold: two figures may differ and both be right."""
        return self.kind in ("loose", "open")

    @property
    def title(self) -> str:
        """Its first English name."""
        return self.names["en"][0]


@dataclass(frozen=True, slots=True)
class GoodCode:
    """A code of an edition that holds the goods; `wide` where it also holds others.

    `reporter` is set for a national line (alpha-3), else None.
    """

    edition: str
    code: str
    wide: bool
    confidence: str
    source: str
    reporter: str | None = None


class GoodMention(NamedTuple):
    """Where a text names goods; offsets are code points, end exclusive."""

    start: int
    end: int
    good_id: str


@cache
def goods() -> Mapping[str, Good]:
    """Every good by its id."""
    return {
        row["id"]: Good(
            row["id"],
            tuple(row["parents"].split()),
            {language: tuple(row[language].split("|")) for language in LANGUAGES if row[language]},
            row["kind"],
        )
        for row in tables.rows("goods.csv")
    }


def good(good_id: str) -> Good:
    """A good by its id; UsageError where there is none."""
    found = goods().get(good_id)
    if found is None:
        from tidewaiter.reference.search import did_you_mean, goods_like

        cure = did_you_mean(goods_like(good_id)) or "tidewaiter goods lists them"
        raise UsageError(f"no such goods: {good_id!r}", cure=cure)
    return found


@cache
def heading(good_id: str) -> str:
    """What goods are called at the head of a line or a sentence: "Masks", "Soap", "Iron and steel"."""
    found = good(good_id)
    table = tables.mapping("goods_titles.yml")
    title: str = table["titles"].get(good_id, found.title)
    if good_id not in table["titles"] and good_id not in table["uncounted"].split():
        endings = (f"{title}s", f"{title}es", *((f"{title[:-1]}ies",) if title.endswith("y") else ()))
        title = next((name for name in found.names["en"] if name in endings), title)
    return title[:1].upper() + title[1:]


def find_goods(text: str) -> tuple[GoodMention, ...]:
    """Where a text names goods, in order and without overlap."""
    return tuple(GoodMention(hit.start, hit.end, hit.found) for hit in _scanner().scan(text))


def names_goods(text: str) -> bool:
    """Whether a text names goods of some kind, and not only all of them ("merchandise")."""
    return any(mention.good_id != TOTAL for mention in find_goods(text))


@cache
def _scanner() -> Scanner[str]:
    return Scanner(_names(), both_scripts=True)


def _names() -> Iterator[Name[str]]:
    phrases = tables.mapping("goods_phrases.yml")
    guards: dict[str, dict[str, str]] = phrases["guards"]
    for phrase in phrases["blocked"]:
        yield Name(phrase, None)
    for kind in ("trade", "fuel", "korean"):
        beside = Beside(re.compile(phrases[f"{kind}_before"] + "$"), re.compile(phrases[f"{kind}_after"]))
        for word, good_id in phrases[f"beside_{kind}"].items():
            # "44만t은 수입해야": behind a unit it is an ending.
            yield Name(word, good_id, beside=beside, not_after=_UNITS if kind == "korean" else "")
    for found in goods().values():
        for words in found.names.values():
            for word in words:
                case = "exact" if word.isupper() and word.isascii() else "any"
                yield Name(word, found.id, case).guarded(guards.get(word))


@cache
def _codes() -> Mapping[str, tuple[GoodCode, ...]]:
    found: dict[str, list[GoodCode]] = {}
    for row in tables.rows("goods_codes.csv"):
        for edition in row["editions"].split("|"):
            found.setdefault(row["good"], []).append(
                GoodCode(
                    edition,
                    row["code"],
                    row["wide"] == "yes",
                    row["confidence"],
                    row["source"],
                    row["reporter"] or None,
                )
            )
    return {good_id: tuple(codes) for good_id, codes in found.items()}


def codes(good_id: str, year: int, *, reporter: str | None = None) -> tuple[GoodCode, ...]:
    """The codes of goods in the edition in force in a year; empty for `total` and where they are not known.

    A group without codes of its own has those of its parts. Where the reporter's own tariff has a line for the goods,
    that line stands in place of the international code.
    """
    good(good_id)
    return _codes_in(good_id, edition_for(year), reporter)


@cache
def _codes_in(good_id: str, edition: str, reporter: str | None) -> tuple[GoodCode, ...]:
    own = [code for code in _codes().get(good_id, ()) if code.edition == edition]
    national = tuple(code for code in own if code.reporter is not None and code.reporter == reporter)
    if national:
        return national
    international = tuple(code for code in own if code.reporter is None)
    if international or good_id in _codes() or good_id == TOTAL:
        return international
    parts = {code.code: code for part in _children().get(good_id, ()) for code in _codes_in(part, edition, reporter)}
    return tuple(
        parts[code] for code in sorted(parts) if not any(code[:n] in parts for n in (2, 4, 6)[: len(code) // 2 - 1])
    )


@cache
def _children() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for each in goods().values():
        for parent in each.parents:
            found.setdefault(parent, []).append(each.id)
    return {parent: tuple(children) for parent, children in found.items()}


def members(good_id: str) -> tuple[str, ...]:
    """The goods declared as parts of a group, at any depth, itself left out."""
    good(good_id)
    found: dict[str, None] = {}
    pending = list(_children().get(good_id, ()))
    while pending:
        part = pending.pop(0)
        if part not in found:
            found[part] = None
            pending.extend(_children().get(part, ()))
    return tuple(found)


@lru_cache(maxsize=16384)
def good_ids_for_code(code: str, edition: str, *, broad: bool = True) -> tuple[str, ...]:
    """The goods whose codes hold a code, the narrowest first: by the longest code, then by the fewest codes.

    Without `broad` those are left out that stand under a wider code among other goods: a passenger car is no ambulance.
    """
    held = [
        (-len(each.code), each.wide, len(each_codes), good_id)
        for good_id, each_codes in _codes().items()
        for each in each_codes
        if each.edition == edition
        and code.startswith(each.code)
        and (broad or not each.wide or len(each.code) >= len(code))
    ]
    return tuple(dict.fromkeys(good_id for *_, good_id in sorted(held)))


def is_part_of(part: str, whole: str) -> bool | None:
    """Whether goods are some or all of other goods; None where neither declaration nor codes decide.

    True where declared at any depth, or where every code of the part lies within codes that hold the whole and nothing
    else. False where the whole is a part of the part, or where the two share no code and neither is an `open` group.
    """
    good(part)
    good(whole)
    if part == whole or whole in _wholes(part):
        return True
    if part in _wholes(whole):
        return False
    if "open" in (goods()[part].kind, goods()[whole].kind):
        return None
    return False if _apart(part, whole) else None


@cache
def _wholes(good_id: str) -> frozenset[str]:
    found: set[str] = set()
    pending = [good_id]
    while pending:
        each = pending.pop()
        for whole in (*goods()[each].parents, *_holding(each)):
            if whole not in found:
                found.add(whole)
                pending.append(whole)
    return frozenset(found)


@cache
def _international(good_id: str) -> Mapping[str, tuple[GoodCode, ...]]:
    found: dict[str, list[GoodCode]] = {}
    for code in _codes().get(good_id, ()):
        if code.reporter is None:
            found.setdefault(code.edition, []).append(code)
    return {edition: tuple(each) for edition, each in found.items()}


@cache
def _alone() -> Mapping[tuple[str, str], list[str]]:
    """The goods that an edition's code holds and nothing else, by edition and code."""
    found: dict[tuple[str, str], list[str]] = {}
    for good_id, codes in _codes().items():
        for code in codes:
            if code.reporter is None and not code.wide:
                found.setdefault((code.edition, code.code), []).append(good_id)
    return found


@cache
def _holding(good_id: str) -> tuple[str, ...]:
    own = _international(good_id)
    # What holds all its codes holds the first: only goods of the codes above that one need be looked at.
    first = next(((edition, codes[0].code) for edition, codes in own.items()), ("", ""))
    above = (whole for size in range(1, len(first[1])) for whole in _alone().get((first[0], first[1][:size]), ()))
    return tuple(w for w in dict.fromkeys(above) if w != good_id and _within(own, _international(w)))


def _within(inner: Mapping[str, tuple[GoodCode, ...]], outer: Mapping[str, tuple[GoodCode, ...]]) -> bool:
    """Whether every inner code lies strictly below a code that holds the outer goods alone, in every edition."""
    return set(inner) <= set(outer) and all(
        any(
            len(code.code) > len(above.code) and code.code.startswith(above.code) and not above.wide
            for above in outer[edition]
        )
        for edition, inner_codes in inner.items()
        for code in inner_codes
    )


@lru_cache(maxsize=16384)
def _apart(one: str, other: str) -> bool:
    first, second = _international(one), _international(other)
    shared = set(first) & set(second)
    return bool(shared) and not any(
        a.code.startswith(b.code) or b.code.startswith(a.code)
        for edition in shared
        for a in first[edition]
        for b in second[edition]
    )
