"""Reading many articles: in order, in several processes if asked, going on where one cannot be read."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tidewaiter.errors import TidewaiterError
from tidewaiter.faces.output import complain
from tidewaiter.faces.paths import STDIN

if TYPE_CHECKING:
    from tidewaiter.claims.claim import Claim
    from tidewaiter.documents.document import Document

#: From so many articles on, a terminal is shown how far the work is.
_MANY = 10


@dataclass(frozen=True, slots=True)
class Article:
    """A document that was read, with its claims."""

    document: Document
    claims: tuple[Claim, ...]


def read_article(path: Path, *, published: date | None) -> Article | TidewaiterError:
    """One article, or the error that says why not: a value, so that it can come back from another process."""
    from tidewaiter.claims.extract import extract
    from tidewaiter.documents.read import read

    try:
        document = _standard_input(published) if path == STDIN else read(path, published=published)
        return Article(document, tuple(extract(document)))
    except TidewaiterError as error:
        return error
    except Exception as error:
        # A fault of ours in one article must not cost the reader all the others.
        fault = f"{type(error).__name__}: {error}"
        return TidewaiterError(fault, path=path, cure="this is a fault of tidewaiter: please report it")


def _standard_input(published: date | None) -> Document:
    from tidewaiter.documents.read import read

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "standard-input")
        path.write_bytes(sys.stdin.buffer.read())
        return read(path, name="standard input", published=published)


class Reading:
    """The articles at some paths; complaints about those that cannot be read go to standard error, one line each."""

    def __init__(self, paths: Sequence[Path], *, published: date | None, jobs: int) -> None:
        self.paths, self.published, self.jobs = paths, published, jobs
        self.failed = 0

    def __iter__(self) -> Iterator[Article]:
        """The articles that could be read, in the order of the paths."""
        with _progress(len(self.paths)) as advance:
            for result in self._results():
                if isinstance(result, TidewaiterError):
                    self.failed += 1
                    complain(str(result))
                else:
                    yield result
                advance()

    def _results(self) -> Iterable[Article | TidewaiterError]:
        one = partial(read_article, published=self.published)
        if self.jobs == 1 or len(self.paths) == 1 or STDIN in self.paths:
            yield from map(one, self.paths)
            return
        from multiprocessing import get_context

        # Workers are fresh processes: a fork of one that has opened a database or threads is not safe.
        with get_context("spawn").Pool(min(self.jobs, len(self.paths))) as pool:
            yield from pool.imap(one, self.paths, chunksize=4)


def _progress(total: int) -> AbstractContextManager[Any]:
    """A bar on standard error where there is much to do and somebody to see it; gives a function that moves it on."""
    if total < _MANY or not sys.stderr.isatty():
        return nullcontext(lambda: None)
    return _bar(total)


class _bar(AbstractContextManager[Any]):  # noqa: N801  (it is used as a function)
    def __init__(self, total: int) -> None:
        from rich.console import Console
        from rich.progress import Progress

        self.progress = Progress(console=Console(stderr=True), transient=True)
        self.task = self.progress.add_task("reading", total=total)

    def __enter__(self) -> Any:
        self.progress.start()
        return lambda: self.progress.advance(self.task)

    def __exit__(self, *_: object) -> None:
        self.progress.stop()
