"""The tables of words that verdicts look up: YAML files under `data/`, each read once."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any


@cache
def table(name: str) -> Any:
    """The table `data/NAME.yml`; by the fast reader where there is one."""
    import yaml

    text = resources.files("tidewaiter.verdicts").joinpath(f"data/{name}.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
