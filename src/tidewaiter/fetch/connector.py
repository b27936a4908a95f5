"""What a publisher's service must say of itself so that a pull can ask it, and the pieces a pull is asked in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

#: A question to a service, cut small enough to be answered at once: names and lists of codes, never a key.
Piece = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Key:
    """A user's key to a service; goes out as a header or a parameter, and is neither shown nor written anywhere."""

    name: str
    value: str = field(repr=False)
    place: Literal["header", "query"] = "header"


@dataclass(frozen=True, slots=True)
class Request:
    """A GET request. `params` are what is recorded of it; the key is not among them."""

    url: str
    params: Mapping[str, str] = field(default_factory=dict)


class TooMuchError(Exception):
    """An answer that is none: the service puts off what was asked, since it is too much at once."""


class Connector(Protocol):
    """A publisher's service. `source` is the card that reads its answers; `asked` is the whole question, for records.

    `pause` are the seconds between two requests, `suffix` is that of an answer's file.
    """

    @property
    def source(self) -> str: ...  # noqa: D102

    @property
    def asked(self) -> Mapping[str, object]: ...  # noqa: D102

    @property
    def key(self) -> Key | None: ...  # noqa: D102

    @property
    def pause(self) -> float: ...  # noqa: D102

    @property
    def suffix(self) -> str: ...  # noqa: D102

    def pieces(self) -> list[Piece]:
        """The question in as few pieces as the service takes."""
        ...

    def request(self, piece: Piece) -> Request:
        """How one piece is asked."""
        ...

    def records(self, path: Path) -> int:
        """How many records an answer holds, 0 where it says that there are none.

        TooMuchError where the question must be asked in smaller pieces, SourceError where it is no answer.
        """
        ...

    def is_list(self, piece: Piece) -> bool:
        """Whether a piece asks what is published, and not for trade."""
        ...

    def cut_off(self, records: int) -> bool:
        """Whether an answer of so many records may lack some."""
        ...

    def too_big(self, status: int, said: str) -> bool:
        """Whether a refusal means that the question must be asked in smaller pieces."""
        ...

    def nothing(self, status: int, said: str) -> bool:
        """Whether a refusal means that the service holds nothing of what was asked."""
        ...

    def split(self, piece: Piece) -> list[Piece]:
        """The piece in smaller ones; FetchError where it is as small as it can be."""
        ...


def halves(piece: Piece, name: str) -> list[Piece]:
    """A piece with one of its lists cut in two."""
    words = piece[name]
    middle = (len(words) + 1) // 2
    return [{**piece, name: tuple(part)} for part in (words[:middle], words[middle:])]
