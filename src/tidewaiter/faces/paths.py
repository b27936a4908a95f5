"""Which files a command was pointed at: files by name, folders by what lies below them, `-` for standard input."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from tidewaiter.errors import InputError

#: What counts as an article inside a folder; a file that is named is read whatever it is called.
ARTICLES = (".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".pdf")
STDIN = Path("-")


def articles(paths: Iterable[Path]) -> Iterator[Path]:
    """The files to read, in the order given and by name within a folder; each once.

    InputError for a folder that holds no article. What cannot be read is left for the reader to say.
    """
    seen: set[str] = set()
    for path in paths:
        found = below(path) if path != STDIN and path.is_dir() else [path]
        if not found:
            raise InputError("no article below this folder", path=path, cure=f"articles end in {', '.join(ARTICLES)}")
        for file in found:
            key = os.path.realpath(file) if file != STDIN else "-"
            if key not in seen:
                seen.add(key)
                yield file


def below(folder: Path) -> list[Path]:
    """The articles below a folder; hidden files, readmes and what lies behind links to folders are left out."""
    found = []
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(where, name) for name in sorted(files) if _article(name)]
    return found


def _article(name: str) -> bool:
    return name.lower().endswith(ARTICLES) and not name.lower().startswith((".", "readme"))
