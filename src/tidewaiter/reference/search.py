"""Looking for goods and countries by a word: an id, a name in any language of the tables, a code; or nearly one."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from tidewaiter.reference import countries, goods, tables
from tidewaiter.reference.groups import group, group_ids

_MOST = 3
_NEAR = 0.72


def near(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Those of some words that are spelt nearly like one, the nearest first."""
    plain: dict[str, str] = {}
    for each in known:
        plain.setdefault(_plain(each), each)
    return tuple(plain[each] for each in difflib.get_close_matches(_plain(word), plain, _MOST, _NEAR))


def did_you_mean(found: Iterable[str]) -> str | None:
    """A question for the cure of an error; None where there is nothing to suggest."""
    words = list(dict.fromkeys(found))[:_MOST]
    return f"did you mean {' or '.join(words)}?" if words else None


def goods_like(word: str) -> tuple[str, ...]:
    """Ids of goods and groups that a word may mean: by id or name, whole or in part, by HS code, or nearly so."""
    wanted = _plain(word)
    if not wanted:
        return ()
    names = _goods_names()
    if wanted.isdigit():
        return tuple(
            good_id
            for good_id in goods.goods()
            if any(code.startswith(wanted) or wanted.startswith(code) for code in _goods_codes(good_id))
        )
    exact = [ident for ident in (*group_ids(), *goods.goods()) if _plain(ident) == wanted]
    exact += [good_id for name, ids in names.items() if name == wanted for good_id in ids]
    part = [good_id for name, ids in names.items() if wanted in name for good_id in ids]
    if exact or part:
        return tuple(dict.fromkeys([*exact, *part]))
    return tuple(dict.fromkeys(good_id for name in near(wanted, names) for good_id in names[name]))


def countries_like(word: str) -> tuple[str, ...]:
    """Alpha-3 codes of countries that a word may mean: by a code, or by a name in any language, or nearly by one."""
    wanted = _plain(word)
    if not wanted:
        return ()
    known = countries.all_countries()
    coded = [each.alpha3 for each in known if wanted in (each.alpha3.lower(), each.alpha2.lower(), str(each.m49))]
    names = _country_names()
    exact = [alpha3 for name, found in names.items() if name == wanted for alpha3 in found]
    part = [alpha3 for name, found in names.items() if len(wanted) > 1 and wanted in name for alpha3 in found]
    if coded or exact or part:
        return tuple(dict.fromkeys([*coded, *exact, *part]))
    if len(wanted) == len("PRK"):
        return _codes_like(wanted.upper(), [each.alpha3 for each in known])
    return tuple(dict.fromkeys(alpha3 for name in near(wanted, names) for alpha3 in names[name]))


def _codes_like(code: str, known: Iterable[str]) -> tuple[str, ...]:
    """Codes with the same letters in another order, then those with one otherwise; the same first letter first."""
    listed = list(known)
    turned = [each for each in listed if sorted(each) == sorted(code) and each[0] == code[0]]
    found = [each for each in listed if sum(a != b for a, b in zip(each, code, strict=True)) == 1]
    return tuple(dict.fromkeys([*turned, *sorted(found, key=lambda each: each[0] != code[0])]))


@cache
def _goods_names() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for each in goods.goods().values():
        for name in (each.id, *(name for names in each.names.values() for name in names)):
            found.setdefault(_plain(name), {})[each.id] = None
    for name in group_ids():
        for text in (name, group(name).title):
            found.setdefault(_plain(text), {})[name] = None
    return {name: tuple(ids) for name, ids in found.items()}


@cache
def _goods_codes(good_id: str) -> tuple[str, ...]:
    from tidewaiter.reference.editions import edition_names

    years = (int(edition.removeprefix("HS")) for edition in edition_names()[-3:])
    return tuple(dict.fromkeys(code.code for year in years for code in goods.codes(good_id, year)))


@cache
def _country_names() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    known = {each.alpha3: each for each in countries.all_countries()}
    for each in known.values():
        found.setdefault(_plain(each.name), {})[each.alpha3] = None
    for table in ("country_names.csv", "country_words.csv"):
        for row in tables.rows(table):
            if row["kind"] in ("name", "alias") and row["alpha3"] in known:
                for word in row["words"].split("|"):
                    found.setdefault(_plain(word), {})[row["alpha3"]] = None
    return {name: tuple(ids) for name, ids in found.items()}


def _plain(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word).casefold()
    return "".join(char for char in folded if char.isalnum())
