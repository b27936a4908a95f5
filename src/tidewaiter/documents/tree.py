"""The elements that are open at a point of a page, kept in order however the markup is nested or broken."""

from __future__ import annotations

from dataclasses import dataclass

from tidewaiter.documents.elements import BLOCKS, CONTAINERS, IMPLIED, UNSEEN, apart, called, hides, holds_article
from tidewaiter.documents.markup import Tag
from tidewaiter.documents.vocabulary import names

#: How far up an end tag of an inline element may look for its start; markup that needs more is broken.
_REACH = 64
#: What holds a picture and its caption, and is named after it, is no caption.
WHOLE = names("body article section main div table figure ul ol")
#: Regions set apart inside each other deeper than this count as one.
_DEEPEST_REGION = 12


@dataclass(slots=True)
class Region:
    """A part of the page that is set apart from the article: its number's parent, and how surely."""

    parent: int
    depth: int
    strongly: bool


@dataclass(slots=True)
class Element:
    """An open element and what it does to the text in it; `place` numbers the container, `region` the region.

    `body`: inside what the page calls the article's text. `block`: the text in it is a block of its own.
    """

    name: str
    hidden: bool = False
    link: bool = False
    place: int = 0
    region: int = 0
    body: bool = False
    block: bool = False
    caption: bool = False


class OpenElements:
    """A stack of open elements; what it closes is handed to `ended`, innermost first."""

    def __init__(self) -> None:
        #: Region 0 is the page.
        self.regions = [Region(0, 0, False)]
        self.deepest = 0
        self._stack: list[Element] = []
        self._counts: dict[str, int] = {}
        self._places = 0
        self._page = Element("")

    @property
    def inner(self) -> Element:
        """The innermost open element."""
        return self._stack[-1] if self._stack else self._page

    def within(self, name: str) -> bool:
        """Whether an element of that name is open."""
        return self._counts.get(name, 0) > 0

    def up(self, reach: int) -> list[Element]:
        """The innermost open elements, innermost first."""
        return self._stack[: -reach - 1 : -1]

    def open(self, tag: Tag) -> Element:
        """Open an element; the caller has closed what its start closes (`implied`)."""
        outer, name = self.inner, tag.name
        attributes = tag.attributes() if tag.raw and not outer.hidden else {}
        element = Element(name, outer.hidden or name in UNSEEN or hides(name, attributes), outer.link or name == "a")
        element.place, element.region, element.body = outer.place, outer.region, outer.body
        if attributes:
            element.body = outer.body or holds_article(attributes)
            element.caption = name not in WHOLE and called("caption", attributes)
        element.block = name in BLOCKS or element.caption
        if name in CONTAINERS:
            self._places += 1
            element.place = self._places
        depth = self.regions[outer.region].depth
        if not element.hidden and depth < _DEEPEST_REGION and (strength := apart(name, attributes)):
            self.regions.append(Region(outer.region, depth + 1, strength == "strongly"))
            element.region = len(self.regions) - 1
        if tag.inner is None:  # else its content was read whole and nothing stays open
            self._stack.append(element)
            self._counts[name] = self._counts.get(name, 0) + 1
            self.deepest = max(self.deepest, len(self._stack))
        return element

    def implied(self, name: str) -> int:
        """How many open elements the start of another one ends."""
        if name == "body":
            return self._count_to("head") if self.within("head") else 0
        if name in IMPLIED:
            ended, boundary = IMPLIED[name]
            return self._reach(ended, boundary)
        if name in BLOCKS and self.within("p"):
            return self._reach(frozenset({"p"}), BLOCKS - {"p"})
        return 0

    def to_close(self, name: str) -> int:
        """How many open elements an end tag ends: 0 where it fits none."""
        if not self.within(name):
            return 0
        if name in BLOCKS or name in UNSEEN:
            return self._count_to(name)
        count = self._reach(frozenset({name}), BLOCKS)
        if not count:
            self._forget(name)
        return count

    def pop(self) -> Element:
        """End the innermost element."""
        element = self._stack.pop()
        if element.name:
            self._counts[element.name] -= 1
        return element

    def _count_to(self, name: str) -> int:
        for count, element in enumerate(reversed(self._stack), start=1):
            if element.name == name:
                return count
        return 0

    def _reach(self, wanted: frozenset[str], boundary: frozenset[str]) -> int:
        for count, element in enumerate(self.up(_REACH), start=1):
            if element.name in wanted:
                return count
            if element.name in boundary:
                return 0
        return 0

    def _forget(self, name: str) -> None:
        """An inline element that ends across blocks: it ends here, the blocks stay open."""
        near = self._stack[-_REACH:]
        for place in range(len(near) - 1, -1, -1):
            if near[place].name == name:
                near[place].name = ""
                self._counts[name] -= 1
                if name == "a":
                    for element in near[place:]:
                        element.link = False
                return
