"""Korea Customs' quirk: its answers are XML, and an item says both what was exported and what was imported.

An item becomes two rows, the export first. The headings of what it says of both are put together: `expDlr/impDlr`.
"""

from __future__ import annotations

import csv
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast
from xml.etree import ElementTree

from tidewaiter.errors import SourceError
from tidewaiter.sources.container import Container

ROWS_AN_ITEM = 2
_CHUNK = 1 << 18
_WAYS = ("exp", "imp")
#: The portal's code for an answer without items.
_NO_DATA = "3"
#: What the portal answers where the question did not reach the office: a key that is not known, too many questions.
_GATEWAY = "cmmMsgHeader"


def as_table(container: Container, target: Path) -> Container:
    """Write the items of an XML answer to a CSV file; SourceError where it is cut off, empty or an error message."""
    headings: dict[str, int] = {}
    for item in _items(container):
        for heading in (heading for row in _rows(item) for heading in row):
            headings.setdefault(heading, len(headings))
    if not headings:
        raise SourceError(
            "the answer holds no items",
            path=container.path,
            cure="no data is not zero trade: check the query and ask again",
        )
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(headings)
        for item in _items(container):
            writer.writerows([row.get(heading, "") for heading in headings] for row in _rows(item))
    return Container(target, "xml", headings=tuple(headings))


def count(container: Container) -> int:
    """How many items an answer holds; SourceError where it is cut off or an error message."""
    return sum(1 for _ in _items(container))


def _rows(item: dict[str, str]) -> Iterator[dict[str, str]]:
    """The rows of an item: what it says of one way of trade each."""
    for way in _WAYS:
        row = {"exp/imp": way}
        for tag, text in item.items():
            if tag[:3] not in _WAYS:
                row[tag] = text
            elif tag[:3] == way:
                row["/".join(f"{each}{tag[3:]}" for each in _WAYS)] = text
        yield row


def _items(container: Container) -> Iterator[dict[str, str]]:
    """The items of an answer in order, tag by tag; entities and document types are refused."""
    parser: ElementTree.XMLPullParser[Any] = ElementTree.XMLPullParser(["start", "end"])
    opened: list[ElementTree.Element] = []
    number = 0
    with container.open_text() as stream:
        try:
            while piece := stream.read(_CHUNK):
                if "<!" in piece.replace("<![CDATA[", ""):
                    cure = "ask for the answer again"
                    raise SourceError("an XML with declarations of its own", path=container.path, cure=cure)
                parser.feed(piece)
                for item in _closed(parser, opened, container.path):
                    number += 1
                    yield _fields(item, number, container.path)
            parser.close()
        except (ElementTree.ParseError, UnicodeDecodeError, OSError, EOFError, zlib.error) as error:
            raise SourceError(
                f"the XML is cut off or broken: {error}",
                path=container.path,
                place=f"item {number + 1}",
                cure="download it again",
            ) from error


def _closed(
    parser: ElementTree.XMLPullParser[Any], opened: list[ElementTree.Element], path: Path
) -> Iterator[ElementTree.Element]:
    """The items that have ended by now; what was read of an answer is let go of."""
    for found in parser.read_events():
        event, element = cast("tuple[str, ElementTree.Element]", found)
        if event == "start":
            opened.append(element)
            continue
        opened.pop()
        if element.tag == _GATEWAY:
            said = ": ".join(filter(None, (element.findtext(each) for each in ("errMsg", "returnAuthMsg"))))
            raise SourceError(f"an error for an answer: {said}", path=path, cure="check the query and the key")
        if element.tag == "header":
            _check(element, path)
        if element.tag == "item":
            yield element
            if opened:
                opened[-1].remove(element)


def _check(header: ElementTree.Element, path: Path) -> None:
    """SourceError where the answer's header says that something went wrong."""
    code = (header.findtext("resultCode") or "").strip().lstrip("0")
    if code not in ("", _NO_DATA):
        raise SourceError(
            f"an error for an answer: {header.findtext('resultMsg')} ({code})", path=path, cure="check the query"
        )


def _fields(item: ElementTree.Element, number: int, path: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for field in item:
        if len(field) or field.tag in found:
            raise SourceError(
                f"{field.tag!r} is not one field of an item",
                path=path,
                place=f"item {number}",
                cure="this is another answer than that of a trade query",
            )
        found[field.tag] = (field.text or "").strip()
    return found
