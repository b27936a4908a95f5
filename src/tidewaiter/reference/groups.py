"""Groups of goods that a review goes through: a title, sections, and the goods of each.

Those that come with the package are YAML files in `data/groups/`; a user's own is a file of the same form:

    title: Masks and soap
    sections:
      Protection: [masks, surgical_gloves]
      Hygiene: {Soap in bars: [340111], Bleach: [282810, 282890]}

Codes are the digits that stand there, in quotes or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from tidewaiter.errors import InputError, UsageError
from tidewaiter.reference import editions, goods, tables

_CODE = re.compile(r"\d{2,12}\Z")
_SHAPE = "write title: and sections:, each section a list of goods ids or a mapping of names to HS codes"


@dataclass(frozen=True, slots=True)
class Product:
    """One line of a review. `hs` is one id of goods, or code prefixes that hold in every edition.

    `wide` are those of the prefixes that are known to hold other goods too.
    """

    id: str
    title: str
    hs: tuple[str, ...]
    wide: tuple[str, ...] = ()

    @property
    def named(self) -> bool:
        """Whether it is goods of the reference tables, whose codes follow the editions."""
        return self.hs[0].islower()


@dataclass(frozen=True, slots=True)
class Section:
    """Some goods under one heading."""

    title: str
    products: tuple[Product, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A group of goods, section by section; no product occurs twice."""

    id: str
    title: str
    sections: tuple[Section, ...]

    @property
    def products(self) -> tuple[Product, ...]:
        """All of them, in order."""
        return tuple(product for section in self.sections for product in section.products)


def group_ids() -> tuple[str, ...]:
    """The groups that come with the package."""
    return tuple(name.removeprefix("groups/").removesuffix(".yml") for name in tables.names("groups", ".yml"))


def group(name: str) -> Group:
    """A group by its id, by the path of a user's own file, by an id of goods, or by HS codes set apart by commas.

    UsageError where there is none such, InputError where the file is not of the form above.
    """
    if name in group_ids():
        return _packaged(name)
    if name.lower().endswith((".yml", ".yaml")):
        return _own(Path(name))
    ident = name.replace("-", "_")
    if ident in goods.goods() and ident != goods.TOTAL:
        return _of_goods(ident)
    codes = [code.strip().replace(".", "") for code in name.split(",")]
    if all(_CODE.match(code) for code in codes):
        products = tuple(Product(code, _code_title(code), (code,)) for code in dict.fromkeys(codes))
        title = products[0].title if len(products) == 1 else f"HS {', '.join(codes)}"
        return Group(name, title, (Section("Codes", products),))
    from tidewaiter.reference.search import did_you_mean, goods_like

    usual = f"one of {', '.join(group_ids())}, an id of goods such as rice, HS codes, or a YAML file of your own"
    meant = did_you_mean(sorted(goods_like(name), key=lambda each: each not in group_ids()))
    cure = f"{meant} Else {usual}" if meant else usual
    raise UsageError(f"no such goods: {name!r}", cure=cure)


def _of_goods(ident: str) -> Group:
    """Goods and the goods that are part of them, as far as they have codes."""
    whole = goods.good(ident)
    parts = [part for part in goods.members(ident) if goods.codes(part, 2022) or goods.codes(part, 2017)]
    sections = [Section(goods.heading(ident), (Product(ident, goods.heading(ident), (ident,)),))]
    if parts:
        sections.append(Section("Parts", tuple(Product(part, goods.heading(part), (part,)) for part in parts)))
    return Group(ident, goods.heading(whole.id), tuple(sections))


def _code_title(code: str) -> str:
    """A code with its chapter's name where it is a chapter: "Fish, crustaceans and molluscs (HS 03)"."""
    title = editions.chapter_title(code) if len(code) == 2 else None
    return f"{title} (HS {code})" if title else f"HS {code}"


@cache
def _packaged(name: str) -> Group:
    place = resources.files("tidewaiter.reference").joinpath(f"data/groups/{name}.yml")
    return _group(name, tables.mapping(f"groups/{name}.yml"), Path(str(place)))


def _own(path: Path) -> Group:
    import yaml

    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise InputError("no such file", path=path, cure="name a YAML file of goods") from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read: {error}", path=path) from None
    try:
        # Every word as it stands there: else 0101 without quotes is octal, 65, and 3401.10 is the number 3401.1.
        found = yaml.load(text, Loader=yaml.BaseLoader)  # makes nothing but text, lists and mappings
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}" if mark else None
        raise InputError("is not YAML", path=path, place=place, cure=_SHAPE) from None
    if not isinstance(found, dict):
        raise InputError("holds no group of goods", path=path, cure=_SHAPE)
    return _group(path.stem, found, path)


def _group(ident: str, found: Mapping[str, Any], path: Path) -> Group:
    title, sections = found.get("title"), found.get("sections")
    unknown = sorted(str(key) for key in found if key not in ("title", "sections"))
    if unknown:
        raise InputError("unknown key", path=path, place=unknown[0], cure=_SHAPE)
    if not title or not isinstance(title, str) or not isinstance(sections, dict) or not sections:
        raise InputError("lacks a title or sections", path=path, cure=_SHAPE)
    seen: set[str] = set()
    return Group(
        ident,
        title,
        tuple(Section(str(name), tuple(_products(name, listed, path, seen))) for name, listed in sections.items()),
    )


def _products(section: object, listed: object, path: Path, seen: set[str]) -> Iterator[Product]:
    if isinstance(listed, list):
        pairs = [(str(ident), None) for ident in listed]
    elif isinstance(listed, dict):
        pairs = [(str(name), codes) for name, codes in listed.items()]
    else:
        raise InputError("holds no goods", path=path, place=f"sections: {section}", cure=_SHAPE)
    for name, codes in pairs:
        if name in seen:
            raise InputError(f"{name!r} stands twice", path=path, place=f"sections: {section}")
        seen.add(name)
        if codes is None:
            if name not in goods.goods():
                cure = "an id of goods, or a name with its HS codes: {Soap: [3401]}"
                raise InputError(f"no such goods: {name!r}", path=path, place=f"sections: {section}", cure=cure)
            yield Product(name, goods.heading(name), (name,))
        else:
            yield Product(name, name, _codes(name, codes, path))


def _codes(name: str, codes: object, path: Path) -> tuple[str, ...]:
    listed = codes if isinstance(codes, list) else [codes]
    clean = tuple(str(code).strip().replace(".", "") for code in listed)
    bad = next((code for code in clean if not _CODE.match(code)), None)
    if bad is not None or not clean:
        cure = "two to twelve digits, such as 0302 or 3002.20"
        raise InputError(f"not an HS code: {bad!r}", path=path, place=name, cure=cure)
    return clean
