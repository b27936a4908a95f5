"""Which files a command was pointed at: files by name, folders by what lies below them, `-` for standard input."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from tidewaiter.errors import InputError

#: What counts as an article inside a folder; a file that is named is read whatever it is called.
ARTICLES = (".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".pdf")
STDIN = Path("-")


def articles(paths: Sequence[Path]) -> Iterator[Path]:
    """The files to read, in the order given and by name within a folder; each once, and found as they are asked for.

    InputError for a folder that holds no article. What cannot be read is left for the reader to say.
    """
    # Of one folder no file comes twice; its names, which may be very many, are not remembered.
    alone = len(paths) == 1
    seen: set[str] = set()
    for path in paths:
        folder = path != STDIN and os.path.isdir(path)
        found = False
        for file in below(path) if folder else (path,):
            found = True
            if not (alone and folder):
                key = os.path.realpath(file) if file != STDIN else "-"
                if key in seen:
                    continue
                seen.add(key)
            yield file
        if not found:
            raise InputError("no article below this folder", path=path, cure=f"articles end in {', '.join(ARTICLES)}")


def below(folder: Path) -> Iterator[Path]:
    """The articles below a folder; hidden files, readmes, and links to what lies below it itself are left out.

    A folder that cannot be looked into stands for what is in it: whoever reads it says why it cannot be read.
    """
    root = os.path.realpath(folder)
    closed: list[OSError] = []
    for where, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            file = os.path.join(where, name)
            if _article(name) and not (os.path.islink(file) and _is_met_anyway(file, root)):
                yield Path(file)
    yield from (Path(error.filename) for error in closed)


def _is_met_anyway(link: str, root: str) -> bool:
    """Whether what a link leads to is an article of the same folder."""
    target = os.path.relpath(os.path.realpath(link), root)
    parts = target.split(os.sep)
    return not any(part.startswith(".") for part in parts) and _article(parts[-1]) and os.path.exists(link)


def _article(name: str) -> bool:
    return name.lower().endswith(ARTICLES) and not name.lower().startswith((".", "readme"))
