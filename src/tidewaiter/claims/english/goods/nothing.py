"""Of what goods nothing was traded, where the words beside the nothing do not name them."""

from __future__ import annotations

from tidewaiter.claims.english.goods.about import About
from tidewaiter.claims.english.nones import NONE_OF_THEM
from tidewaiter.claims.english.nouns import products
from tidewaiter.claims.reading.scene import Subject


def of_any(about: About) -> Subject | None:
    """ "No masks, gloves or vaccines … any": of all of them."""
    figure = about.figure
    if figure.kind != "zero" or about.reading.text[figure.start : figure.end].lower() != "any":
        return None
    said = (d.subject for d in about.earlier)
    several = dict.fromkeys(s.product for s in said if s and s.product and s.own)
    return Subject("|".join(several), "goods of the sentence") if several and about.own is None else None


def of_those(about: About) -> Subject | None:
    """ "China offered 3 million doses of vaccine. None were shipped": of the vaccine."""
    noun = about.figure.noun
    if about.figure.rule != NONE_OF_THEM or noun is None:
        return None
    product = products.clean(about.reading, noun)
    return None if product is None else Subject(product, "what none were traded of")
