"""Text that remembers where it came from: each character with the stretch of the original that it stands for."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

#: Unsigned 32-bit offsets: four bytes a character, enough for any text that is let in.
_CODE = "I"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Mapped:
    """A text with, for each character, the start and end of its stretch in the original (code points, end exclusive).

    `starts` and `ends` never fall from one character to the next. A character that was put in has an empty stretch.
    """

    text: str
    starts: array[int]
    ends: array[int]

    @classmethod
    def of(cls, original: str, start: int, end: int) -> Mapped:
        """A stretch of the original, unchanged."""
        edges = array(_CODE, range(start, end + 1))
        return cls(original[start:end], edges[:-1], edges[1:])

    @classmethod
    def empty(cls) -> Mapped:
        """Nothing, from nowhere."""
        return cls("", array(_CODE), array(_CODE))

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return f"Mapped({self.text!r})"

    def cut(self, start: int, end: int) -> Mapped:
        """The characters from `start` to `end` of this text."""
        return Mapped(self.text[start:end], self.starts[start:end], self.ends[start:end])

    def stripped(self, characters: str | None = None) -> Mapped:
        """Without white space (or `characters`) at both ends."""
        start = len(self.text) - len(self.text.lstrip(characters))
        end = len(self.text.rstrip(characters))
        return self if end - start == len(self.text) else self.cut(start, max(start, end))


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Original:
    """A text that stands for itself; cuts of it are mapped."""

    text: str

    def cut(self, start: int, end: int) -> Mapped:
        """The characters from `start` to `end`."""
        return Mapped.of(self.text, start, end)


class Weaver:
    """Builds a `Mapped` from left to right."""

    __slots__ = ("_ends", "_parts", "_starts", "last")

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._starts = array(_CODE)
        self._ends = array(_CODE)
        #: The last character woven, "" before the first.
        self.last = ""

    def __bool__(self) -> bool:
        return bool(self._parts)

    def take(self, source: Mapped, start: int, end: int) -> None:
        """Copy characters of another mapped text, with their origins."""
        if end > start:
            self._parts.append(source.text[start:end])
            self._starts.extend(source.starts[start:end])
            self._ends.extend(source.ends[start:end])
            self.last = source.text[end - 1]

    def copy(self, original: str, start: int, end: int) -> None:
        """Copy characters of the original itself."""
        if end > start:
            self._parts.append(original[start:end])
            edges = array(_CODE, range(start, end + 1))
            self._starts.extend(edges[:-1])
            self._ends.extend(edges[1:])
            self.last = original[end - 1]

    def put(self, text: str, start: int, end: int) -> None:
        """Put in characters that all stand for one stretch of the original."""
        if text:
            self._parts.append(text)
            self._starts.extend([start] * len(text))
            self._ends.extend([end] * len(text))
            self.last = text[-1]

    def insert(self, text: str) -> None:
        """Put in characters that the original does not have, just after what was woven last."""
        here = self._ends[-1] if self._ends else 0
        self.put(text, here, here)

    def drop_last(self) -> None:
        """Take the last character out again."""
        self.replace_last("", 0)

    def replace_last(self, text: str, end: int) -> None:
        """Let `text` stand for the last character and for what follows it in the original up to `end`."""
        start = self._starts.pop()
        self._ends.pop()
        self._parts[-1] = self._parts[-1][:-1]
        if not self._parts[-1]:
            self._parts.pop()
        self.last = self._parts[-1][-1] if self._parts else ""
        self.put(text, start, end)

    def mark(self) -> tuple[int, int]:
        """A place to which `since` and `rewind` go back."""
        return len(self._parts), len(self._starts)

    def since(self, mark: tuple[int, int]) -> str:
        """What was woven after a mark."""
        return "".join(self._parts[mark[0] :])

    def until(self, mark: tuple[int, int], length: int) -> str:
        """The last characters woven before a mark, at least so many where the last part has them."""
        return "".join(self._parts[max(0, mark[0] - 2) : mark[0]])[-length:]

    def rewind(self, mark: tuple[int, int]) -> None:
        """Take out what was woven after a mark."""
        parts, characters = mark
        del self._parts[parts:], self._starts[characters:], self._ends[characters:]
        self.last = self._parts[-1][-1] if self._parts else ""

    def done(self) -> Mapped:
        """What was woven."""
        return Mapped("".join(self._parts), self._starts, self._ends)


def joined(pieces: Iterable[Mapped], separator: str) -> Mapped:
    """Pieces in order, set apart by characters that the original does not have."""
    weaver = Weaver()
    for number, piece in enumerate(pieces):
        if number:
            weaver.insert(separator)
        weaver.take(piece, 0, len(piece))
    return weaver.done()
