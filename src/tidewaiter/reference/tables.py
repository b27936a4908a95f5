"""The package's own tables: CSV rows and YAML mappings under `reference/data`, each read once."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tidewaiter.errors import ReferenceDataError

_DATA = Path(__file__).parent / "data"


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table, headings to cells; ReferenceDataError where a row is longer or shorter than its heading."""
    reader = csv.reader(_DATA.joinpath(name).read_text(encoding="utf-8").splitlines())
    heading = next(reader)
    for cells in reader:
        if len(cells) != len(heading):
            raise ReferenceDataError(
                f"{len(cells)} cells under {len(heading)} headings", path=name, place=f"line {reader.line_num}"
            )
        yield dict(zip(heading, cells, strict=True))


@cache
def mapping(name: str) -> dict[str, Any]:
    """A YAML file, which must be a mapping."""
    found = _yaml(name)
    if not isinstance(found, dict):
        raise ReferenceDataError("not a mapping", path=name)
    return found


@cache
def listing(name: str) -> list[dict[str, Any]]:
    """A YAML file, which must be a list of mappings."""
    found = _yaml(name)
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise ReferenceDataError("not a list of mappings", path=name)
    return found


def _yaml(name: str) -> object:
    import yaml

    text = _DATA.joinpath(name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def names(directory: str, suffix: str) -> list[str]:
    """The files of a folder of tables, by name."""
    return sorted(f"{directory}/{entry.name}" for entry in (_DATA / directory).iterdir() if entry.name.endswith(suffix))
