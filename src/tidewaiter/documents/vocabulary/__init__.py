"""The words of pages, in YAML, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any


@cache
def vocabulary(name: str) -> Any:
    """The table `NAME.yml` of this folder."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = files(__package__).joinpath(f"{name}.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=loader)


def names(words: str) -> frozenset[str]:
    """A set of names out of one string."""
    return frozenset(words.split())
