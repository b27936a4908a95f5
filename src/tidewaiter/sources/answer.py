"""A JSON answer of an API as a table of text: read record by record, so that a large one needs little memory.

Numbers keep the characters they were written with; nothing goes through floating point.
"""

from __future__ import annotations

import csv
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from tidewaiter.errors import SourceError
from tidewaiter.sources.container import Container

_CHUNK = 1 << 18
_DATA = re.compile(r'\A\s*\{(?P<before>(?:[^\[\]{}"]|"(?:[^"\\]|\\.)*")*?)"data"\s*:\s*\[')
_COUNT = re.compile(r'"count"\s*:\s*(\d+)')
_ERROR = re.compile(r'"error"\s*:\s*"([^"]+)"')
#: Nothing that stands before the records in an envelope is longer, and no record.
_LONGEST_ENVELOPE = 1 << 16
_LONGEST_RECORD = 1 << 22


class _Number(str):
    """A number as it was written."""


def as_table(container: Container, target: Path) -> Container:
    """Write the records of a JSON answer to a CSV file; SourceError where it is cut off, empty or an error message."""
    headings: dict[str, int] = {}
    for record in records(container):
        for key in record:
            headings.setdefault(key, len(headings))
    if not headings:
        raise SourceError(
            "the answer holds no records",
            path=container.path,
            cure="no data is not zero trade: check the query and ask again",
        )
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(headings)
        for number, record in enumerate(records(container), 1):
            try:
                writer.writerow([_text(record.get(key)) for key in headings])
            except UnicodeEncodeError as error:
                raise SourceError(
                    "half of a character (an unpaired surrogate)",
                    path=container.path,
                    place=f"record {number}",
                    cure="the file was written wrongly: get it again",
                ) from error
    return Container(target, "json", headings=tuple(headings))


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def records(container: Container) -> Iterator[dict[str, Any]]:
    """The records of the answer in order, each a flat object; none where the answer says that there are none.

    SourceError where it is cut off, holds another number of records than it says, or is an error message.
    """
    with container.open_text() as stream:
        try:
            yield from _stream(stream, container.path)
        except RecursionError as error:
            cure = "this is no answer of a publisher: get it again"
            raise SourceError("brackets within brackets without end", path=container.path, cure=cure) from error
        except (UnicodeDecodeError, OSError, EOFError, zlib.error) as error:
            raise SourceError(f"cannot be read: {error}", path=container.path, cure="download it again") from error


def _stream(stream: IO[str], path: Path) -> Iterator[dict[str, Any]]:
    text = stream.read(_LONGEST_ENVELOPE)
    count, at = _open_list(text, path)
    enveloped = text.lstrip().startswith("{")
    decoder = json.JSONDecoder(
        parse_float=_Number, parse_int=_Number, parse_constant=_constant, object_pairs_hook=_object
    )
    read, at_end = 0, False
    while True:
        at = _skip(text, at)
        if text[at : at + 1] == "]":
            break
        try:
            record, end = decoder.raw_decode(text, at)
        except json.JSONDecodeError as error:
            more = "" if at_end or len(text) - at > _LONGEST_RECORD else stream.read(_CHUNK)
            if not more:
                raise SourceError(
                    "the JSON is cut off or broken", path=path, place=f"record {read + 1}", cure="download it again"
                ) from error
            text, at = text[at:] + more, 0
            continue
        except _UnusableError as error:
            place, cure = f"record {read + 1}", "check the record against the publisher's page"
            raise SourceError(str(error), path=path, place=place, cure=cure) from error
        at = end
        read += 1
        if not isinstance(record, dict) or any(isinstance(value, dict | list) for value in record.values()):
            raise SourceError(
                "a record is not a flat object",
                path=path,
                place=f"record {read}",
                cure="this is another answer than that of a data query",
            )
        yield record
        if len(text) - at < _LONGEST_ENVELOPE and not at_end:
            more = stream.read(_CHUNK)
            at_end = not more
            text, at = text[at:] + more, 0
    rest = (text[at + 1 :] + stream.read(_LONGEST_ENVELOPE)).strip()
    if enveloped and not rest.endswith("}"):
        raise SourceError("the JSON is cut off after its records", path=path, cure="download it again")
    if enveloped and (said := _ERROR.search(rest)):
        raise SourceError(f"an error for an answer: {said[1][:200]}", path=path, cure="check the query and ask again")
    if count is not None and count != read:
        raise SourceError(
            f"the answer counts {count} records and holds {read}", path=path, cure="download it again, whole"
        )


def _open_list(text: str, path: Path) -> tuple[int | None, int]:
    """The count that the envelope gives, and where the list of records begins."""
    start = _skip(text, 0)
    if text[start : start + 1] == "[":
        return None, start + 1
    opened = _DATA.match(text)
    if opened is None:
        raise SourceError(
            f"a JSON answer without a list of data: {_message(text)}", path=path, cure="check the query and ask again"
        )
    count = _COUNT.search(opened["before"])
    return (int(count[1]) if count else None), opened.end()


def _message(text: str) -> str:
    """What an error answer says, or its beginning."""
    try:
        found = json.loads(text)
    except json.JSONDecodeError:
        return repr(text[:80])
    error = found.get("errorObject", found.get("error", found)) if isinstance(found, dict) else found
    message = error.get("errorMessage", error) if isinstance(error, dict) else error
    return repr(message)[:200]


def _skip(text: str, at: int) -> int:
    """Past blanks and commas between records."""
    while at < len(text) and text[at] in " \t\r\n,":
        at += 1
    return at


class _UnusableError(Exception):
    """What JSON allows to be written, or Python to be read, and no record can mean."""


def _constant(constant: str) -> None:
    """NaN stands for a number that is missing, as tools write it; nothing is infinite."""
    if constant != "NaN":
        raise _UnusableError(f"not a number: {constant!r}")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _UnusableError(f"{twice!r} is said twice")
    return found
