"""Reading many articles: in order, in several processes if asked, going on where one cannot be read."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from tidewaiter.errors import TidewaiterError
from tidewaiter.faces.output import complain
from tidewaiter.faces.paths import STDIN
from tidewaiter.faces.workers import in_order

if TYPE_CHECKING:
    from tidewaiter.claims.claim import Claim
    from tidewaiter.claims.quantity import Quantity
    from tidewaiter.documents.document import Document

T = TypeVar("T")

#: From so many articles on, a terminal is shown how far the work is.
_MANY = 10


@dataclass(frozen=True, slots=True)
class Article:
    """A document that was read, with its claims, or its quantities where those were asked for."""

    document: Document
    claims: tuple[Claim, ...] = ()
    quantities: tuple[Quantity, ...] = ()


def itself(article: Article) -> Article:
    """The article, where the caller wants all of it."""
    return article


def read_article(
    path: Path, *, published: date | None, quantities: bool, make: Callable[[Article], T]
) -> T | TidewaiterError:
    """What is made of one article, or the error that says why not: a value, so that another process can send it."""
    try:
        return make(_article(path, published=published, quantities=quantities))
    except TidewaiterError as error:
        return error
    except Exception as error:
        # A fault of ours in one article must not cost the reader all the others.
        fault = f"{type(error).__name__}: {error}"
        return TidewaiterError(fault, path=path, cure="this is a fault of tidewaiter: please report it")


def _article(path: Path, *, published: date | None, quantities: bool) -> Article:
    from tidewaiter.documents.read import read

    document = _standard_input(published) if path == STDIN else read(path, published=published)
    for note in document.notes:
        # The day that was given stands; that the article says another must not go unsaid.
        if published is not None and note.endswith(f"not {published}"):
            complain(f"note: {document.name}: {note}: --published stands")
    if quantities:
        from tidewaiter.claims.quantity import extract_quantities

        return Article(document, quantities=extract_quantities(document))
    from tidewaiter.claims.extract import extract

    return Article(document, extract(document))


def _standard_input(published: date | None) -> Document:
    from tidewaiter.documents.read import read

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "standard-input")
        path.write_bytes(sys.stdin.buffer.read())
        return read(path, name="standard input", published=published)


class Reading:
    """The articles at some paths; complaints about those that cannot be read go to standard error, one line each.

    Paths are taken as they are needed and results given in their order: memory does not grow with their number.
    """

    def __init__(self, paths: Iterable[Path], *, published: date | None, jobs: int, quantities: bool = False) -> None:
        self.paths, self.published, self.jobs, self.quantities = paths, published, jobs, quantities
        self.failed = 0

    def __iter__(self) -> Iterator[Article]:
        """The articles that could be read."""
        return self.made(itself)

    def made(self, make: Callable[[Article], T]) -> Iterator[T]:
        """What a function makes of each article that could be read, made where the article is read.

        The function must be one of a module: it may be sent to another process, which need not send the article back.
        """
        work = partial(read_article, published=self.published, quantities=self.quantities, make=make)
        with progress(self.paths) as (paths, advance):
            for result in in_order(work, paths, jobs=self.jobs, alone=lambda path: path == STDIN):
                if isinstance(result, TidewaiterError):
                    self.failed += 1
                    complain(str(result))
                else:
                    yield result
                advance()


def progress(paths: Iterable[Path]) -> AbstractContextManager[tuple[Iterable[Path], Callable[[], None]]]:
    """A bar on standard error where there is much to do and somebody to see it; the paths, and what moves it on."""
    if not sys.stderr.isatty():
        return nullcontext((paths, lambda: None))
    listed = list(paths)
    return nullcontext((listed, lambda: None)) if len(listed) < _MANY else _Bar(listed)


class _Bar(AbstractContextManager[Any]):
    def __init__(self, paths: list[Path]) -> None:
        from rich.console import Console
        from rich.progress import Progress

        self.paths = paths
        self.progress = Progress(console=Console(stderr=True), transient=True)
        self.task = self.progress.add_task("reading", total=len(paths))

    def __enter__(self) -> tuple[Iterable[Path], Callable[[], None]]:
        self.progress.start()
        return self.paths, lambda: self.progress.advance(self.task)

    def __exit__(self, *_: object) -> None:
        self.progress.stop()
