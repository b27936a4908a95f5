"""The codes that a review's goods have in a reporter's books, in any edition of its years."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from tidewaiter.analysis.cells import outermost
from tidewaiter.analysis.goods import codes_of_goods
from tidewaiter.analysis.review.window import Window
from tidewaiter.reference import goods
from tidewaiter.reference.groups import Group, Product, Section

#: Digits that all countries share; a finer line is one country's own.
SUBHEADING = 6


def distinct(
    group: Group, window: Window, reporter: str, *, fine: bool, apart: Collection[str]
) -> list[tuple[Section, list[Product]]]:
    """The group's goods by section; those that a book has under the very same codes together, where they stand first.

    Goods `apart` are told by newspapers in words of their own.
    """
    places: dict[tuple[tuple[str, ...], ...], tuple[list[Product], int]] = {}
    found: list[tuple[Section, list[Product]]] = []
    for section in group.sections:
        products: list[Product] = []
        found.append((section, products))
        for named in section.products:
            product = named if fine else _international(named, window, reporter)
            own = _by_year(product, window, reporter)
            if own in places and not {named.id, places[own][0][places[own][1]].id} & set(apart):
                listed, place = places[own]
                listed[place] = replace(listed[place], title=_and(listed[place].title, product.title))
                continue
            if any(own):
                places[own] = products, len(products)
            products.append(product)
    return found


def _and(title: str, more: str) -> str:
    """Titles of goods under the same codes: "Painkillers / cold medicines"."""
    return f"{title} / {more[:1].lower()}{more[1:]}"


def _international(product: Product, window: Window, reporter: str) -> Product:
    """Goods for which the reporter's tariff has a line of its own, by the international code, where a book stops there.

    Only where that code is the same in every edition of the window; it may then hold other goods too.
    """
    if not product.named:
        return product
    years = range(window.since, window.year + 1)
    national = any(code.reporter for year in years for code in goods.codes(product.id, year, reporter=reporter))
    listed = {tuple(code.code for code in goods.codes(product.id, year)) for year in years}
    if not national or len(listed) != 1 or () in listed:
        return product
    wide = tuple(code.code for code in goods.codes(product.id, window.year) if code.wide)
    return Product(product.id, product.title, listed.pop(), wide)


def of_all(group: Group, window: Window, reporters: Iterable[str]) -> tuple[str, ...]:
    """The codes of a group in the books of several reporters."""
    return outermost(prefix for one in dict.fromkeys(reporters) for prefix in of_group(group, window, one))


def of_group(group: Group, window: Window, reporter: str) -> tuple[str, ...]:
    """The international codes that a group's goods lie within, in one reporter's books."""
    # A country's own line lies within the international one, which a coarser book has in its place.
    every = (code for product in group.products for code in of_product(product, window, reporter))
    return outermost(code[:SUBHEADING] for code in every)


def _by_year(product: Product, window: Window, reporter: str) -> tuple[tuple[str, ...], ...]:
    """The codes of a product, year by year."""
    if not product.named:
        return (product.hs,)
    years = range(window.since, window.year + 1)
    return tuple(codes_of_goods(product.hs, year, reporter=reporter).prefixes for year in years)


def of_product(product: Product, window: Window, reporter: str) -> tuple[str, ...]:
    """The codes of a product in any edition of the window."""
    if not product.named:
        return product.hs
    years = range(window.since, window.year + 1)
    return outermost(code for year in years for code in codes_of_goods(product.hs, year, reporter=reporter).prefixes)
