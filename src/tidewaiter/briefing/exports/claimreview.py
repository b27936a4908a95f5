"""Verdicts as schema.org ClaimReview in JSON-LD: one review a figure that was held against something.

A figure that nothing was found for has no review: to publish "unchecked" as a rating would say more than is known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from tidewaiter.briefing.markup import web_address
from tidewaiter.briefing.story import Note, Story
from tidewaiter.briefing.words import OUTCOMES

#: From 1 (cannot be so) to 5 (holds), as ClaimReview wants a number beside the words.
RATINGS: Mapping[str, int] = {"contradicted": 1, "loose": 3, "consistent": 4, "supported": 5}


def claim_reviews(stories: Sequence[Story], *, day: date, author: str) -> dict[str, Any]:
    """A JSON-LD graph of the reviews that `author` publishes on a day."""
    graph = [_review(story, note, day, author) for story in stories for note in story.notes if note.outcome in RATINGS]
    return {"@context": "https://schema.org", "@graph": graph}


def _review(story: Story, note: Note, day: date, author: str) -> dict[str, Any]:
    document = story.document
    address = web_address(document.url)
    found: dict[str, Any] = {"@type": "Article", "headline": story.title}
    if address is not None:
        found["url"] = address
    if document.published is not None:
        found["datePublished"] = document.published.isoformat()
    if document.outlet:
        found["publisher"] = {"@type": "Organization", "name": document.outlet}
    claim: dict[str, Any] = {"@type": "Claim", "appearance": found}
    if note.claim.attribution:
        claim["author"] = {"@type": "Thing", "name": note.claim.attribution}
    if document.published is not None:
        claim["datePublished"] = document.published.isoformat()
    return {
        "@type": "ClaimReview",
        "identifier": note.claim.id,
        "datePublished": day.isoformat(),
        "author": {"@type": "Organization", "name": author},
        "claimReviewed": _sentence(story, note),
        "itemReviewed": claim,
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": RATINGS[note.outcome],
            "worstRating": 1,
            "bestRating": 5,
            "alternateName": OUTCOMES[note.outcome].word,
        },
        "reviewBody": " ".join(note.reasons),
    }


def _sentence(story: Story, note: Note) -> str:
    """The sentence that makes the claim, on one line."""
    document = story.document
    start, end = (document.body.locate(offset) for offset in note.claim.sentence)
    return " ".join(document.body.text[start:end].split()) or note.quote
