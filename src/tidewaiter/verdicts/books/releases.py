"""Who may speak about a document's figures: what had been published by then, and by somebody else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tidewaiter.analysis import outlets
from tidewaiter.analysis.rows import Row
from tidewaiter.documents.document import Document


def knowable(document: Document, as_of: date | None) -> date | None:
    """The last day on which the writer could have looked into a book; None where it is not known."""
    if document.published is None:
        return None
    return document.published if as_of is None else min(document.published, as_of)


def witness(document: Document) -> Callable[[Row], bool]:
    """Whether a published figure may be held against a document: not one that was taken from it, or from its twin.

    A row is left out where it names the document's own page, or where the same outlet or agency printed it on the
    document's own day: it would only say that the writer agrees with himself.
    """
    own_outlet = (document.outlet or "").strip().lower()
    own_site = outlets.site(document.url)

    def may_speak(row: Row) -> bool:
        if document.url is not None and row.ref.url == document.url:
            return False
        if document.published is None or row.released_on != document.published:
            return True
        names = outlets.names(row.ref.url)
        return not (own_site in names or own_outlet in names)

    return may_speak
