"""A report is made without looking for cycles, and the search goes on after it."""

import gc

import pytest

from tidewaiter.faces.collecting import uncollected


def test_the_search_goes_on_afterwards() -> None:
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_an_error() -> None:
    with pytest.raises(ValueError, match="an error"), uncollected():
        raise ValueError("an error")
    assert gc.isenabled()


def test_what_was_off_stays_off() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
