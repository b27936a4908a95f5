"""Shares that words tie straight to their part, and to a whole of their sentence: "420 million, or 35 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tidewaiter.claims.claim import Claim
from tidewaiter.verdicts import scope
from tidewaiter.verdicts.intervals import CONTRADICTED, SUPPORTED, allowed
from tidewaiter.verdicts.passages.passage import Passage
from tidewaiter.verdicts.relations.share import Share
from tidewaiter.verdicts.relations.shares_told import OF_MORE, OF_THE, is_whole_of

#: A bound with so many digits was counted.
_PRECISE = 4
#: "420 million, or 35 percent": what may stand between an amount and its share.
_OR = re.compile(r"\s*[,(（，]?\s*(?:(?:or|about|around|roughly|nearly|some|占|약|约)\s*){0,4}", re.IGNORECASE)
#: The same after the time and place of the amount, and in words: "at 1.6 billion they make up two thirds of".
_AFTER = re.compile(
    rf"(?:[^,;:.]{{0,40}},)?{_OR.pattern}"
    r"|(?:[^,;:.]{0,40}?,)? ?(?:they|it|this|that|these|which)? ?(?:is|are|was|were|makes? up|made up|accounts? for"
    r"|accounted for|represents?|represented|equals?|equalled|comes? to|came to|amounts? to|amounted to)"
    r" (?:about |around |roughly |some |nearly |almost |just |only |over )?"
    # "2.1 million people in five states between January and May, which is 40 percent of the 5.3 million": however far.
    r"|(?:(?!\b(?:but|while)\b)[^;:.()]){0,120}?, (?:which|that) (?:is|was|makes|made|equals|equalled|represents"
    r"|represented|corresponds to|comes to) (?:about |around |roughly |some |nearly |almost |just |only |over )?",
    re.IGNORECASE,
)
#: Between a whole and the share that its part, told before, is of it.
_MEANS = re.compile(
    r"(?:[^,;:.\d]{0,30})?, (?:or|i\.e\.,?|that is,?|a share of|equal to|which (?:means|is|was|makes|equals|comes to))"
    r" (?:about |around |roughly |nearly |almost )?",
    re.IGNORECASE,
)
#: What a share may be of, if its sentence has already said the whole.
_OF_IT = re.compile(
    r"\s*(?:of (?:it|that|them|this|the total|the whole|the sum|all|that total)\b)?\s*[,.;)），。]", re.I
)


def elsewhere(passage: Passage, *claims: Claim) -> bool:
    """Whether words put some of the figures on other ground, or one is open above."""
    return any(passage.ground(claim) or allowed(claim).high is None for claim in claims)


def fractions(passage: Passage, claims: Sequence[Claim]) -> Iterator[Share]:
    """ "48 million, a quarter of the 192 million that …": part, share and whole in a row."""
    for place in range(1, len(claims) - 1):
        part, share, whole = claims[place - 1 : place + 2]
        if share.unit != "percent" or share.direction != "none" or not scope.alike(part, whole) or not whole.value:
            continue
        if place > 1 and is_whole_of(passage, claims[place - 2], part):
            # "24 of the 120 million of imports, or 2 percent of the 1,200": not the imports are so much of that.
            continue
        if _AFTER.fullmatch(passage.between(part, share)) and OF_THE.fullmatch(passage.between(share, whole)):
            found = Share(
                (share, part, whole), link="stated", firm=not elsewhere(passage, *claims[place - 1 : place + 2])
            )
            if found.outcome() != CONTRADICTED or not _is_right_for(share, claims[: place - 1], whole):
                yield found


def _is_right_for(share: Claim, parts: Sequence[Claim], whole: Claim) -> bool:
    """ "It reached 1.8 million, after 1.1 million, which is 60 percent of the 3 million": of what was told before."""
    return any(scope.alike(part, whole) and Share((share, part, whole)).outcome() == SUPPORTED for part in parts)


def share_of(passage: Passage, claims: Sequence[Claim], part: Claim, whole: Claim) -> Iterator[Share]:
    """ "…, or 35 percent," straight after the part, of nothing else than the whole."""
    place = claims.index(part) + 1
    if (
        place + 1 < len(claims)
        and claims[place] is whole
        and _MEANS.fullmatch(passage.between(whole, claims[place + 1]))
    ):
        # "Took 136,000 tonnes of the 139,800 tonnes, which means 97.3 percent".
        share = claims[place + 1]
        tail = passage.tail(share)
        of_more = OF_MORE.match(tail) is not None and _OF_IT.match(tail + ".") is None
        if share.unit == "percent" and share.direction == "none" and share.value > 0 and not of_more:
            found = Share((share, part, whole), link="stated", firm=not elsewhere(passage, share, part, whole))
            if found.outcome() != CONTRADICTED or not right_for_another(passage, share, part):
                # "It sold 140,000 of the 200,000 agreed, or 35 percent": of the 400,000 told before.
                yield found
        return
    if place >= len(claims) or claims[place].unit != "percent" or not claims[place].value > 0:
        return
    percentage = claims[place]
    if percentage.direction != "none" or _OR.fullmatch(passage.between(part, percentage)) is None:
        return
    if _OF_IT.match(passage.tail(percentage) + ".") is not None:
        yield Share((percentage, part, whole), link="stated", firm=not elsewhere(passage, percentage, part, whole))


def right_for_another(passage: Passage, share: Claim, part: Claim) -> bool:
    """Whether the share holds of an amount of its paragraph or the one before, whatever time that was read to be of."""
    return any(
        _is_right(share, part, whole, to_the_digit=passage.came_from(whole) or not passage.near(whole, part))
        for whole in passage.claims
        if whole.unit == part.unit
        and whole.start < part.start
        and scope.may_be_part(whole)
        and whole.value > part.value
        and not is_open(whole)
    )


def _is_right(share: Claim, part: Claim, whole: Claim, *, to_the_digit: bool) -> bool:
    """Whether a share holds: of what was before, which is less likely to be meant, as printed and not by rounding."""
    found = Share((share, part, whole))
    if found.outcome() != SUPPORTED:
        return False
    return not to_the_digit or found.to_the_digit(share, allowed(share), share.value)


def is_open(claim: Claim) -> bool:
    """Whether a figure is open above; "at least 458,898" is not, where a share of it is told."""
    return allowed(claim).high is None and sum(map(str.isdigit, claim.text)) < _PRECISE
