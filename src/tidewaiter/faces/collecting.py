"""How often a process looks for cycles of dead objects: reports are made in one go, by processes that then end."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

#: Python looks for cycles of dead objects after so many new ones (700 by itself). What is read here is kept until it is
#: printed and makes hardly any: looking as often as usual took a tenth of a review of many rows, and of an article.
_SELDOM = (50_000, 20, 50)


def collect_seldom() -> None:
    """Look for cycles less often from here on, as every process of the command line does."""
    gc.set_threshold(*_SELDOM)


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no cycles meanwhile: a report keeps all that it makes, and the search took a sixth of its time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
