"""What a figure measures by those before it: a share beside its amount, a change in other words, one more share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from tidewaiter.claims.cascade import first_answer
from tidewaiter.claims.english.measures import answers, conversions
from tidewaiter.claims.english.nones import LISTED
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Flow, Movement, Scene
from tidewaiter.claims.words.lexicon import words

#: (measure, rule).
Measured = tuple[str, str]

#: Characters between goods and their share in brackets.
_IN_BRACKET = 2
#: Words from a change in percent to the amount that says it again.
_REPEATED = 5
_BEHIND = "a share behind its amount"
_OR = (["("], [",", "which", "is"], [",", "or"], ["or"], [",", "reaching"])
#: What an amount is of, before the share that it makes up.
_OF_IT = frozenset({"it", "that", "them", "this", "these", "those"})
#: Words from an amount to the share behind its goods (" of basmati rice, or").
_OF_GOODS = 6
#: Words from a share to its amount behind the whole (" of all Malian exports in the month of May, or").
_OF_WHOLE = 14
#: Words from an amount to the share that it makes up (", making up about").
_MADE_UP = 4
_MAKING = frozenset({"accounting", "constituting", "making", "representing"})
#: "Peru came second with 12 percent".
_PLACED = frozenset({"came", "comes", "ranked", "ranks", "was"})
_ORDINALS = words("ordinals")
_LARGEST = words("largest")
#: Characters before a figure, those right before it, and those in which a rank is told.
_NEAR, _FAR = 16, 48
_VALUES = frozenset({"trade_value", "trade_quantity"})
_AS_BEFORE = ("share", "a share as the one before")


@dataclass(frozen=True, slots=True)
class After:
    """A figure behind others of its sentence, and what it measures by its own words."""

    reading: Reading
    scene: Scene
    figure: Figure
    moved: Movement
    flow: Flow | None
    earlier: list[Draft]
    context: Context
    measure: str
    rule: str

    @property
    def last(self) -> Draft | None:
        """The figure right before it."""
        return self.earlier[-1] if self.earlier else None

    @property
    def open(self) -> bool:
        """Whether its own words do not say what it measures."""
        return self.measure == "other"

    @property
    def goes_on(self) -> bool:
        """Whether the figure before it is a share, and it is no change."""
        return self.moved.relation in {"none", "to"} and self.last is not None and self.last.measure == "share"

    def before(self, reach: int) -> list[str]:
        """The words before it in so many characters."""
        return self.reading.words(max(self.scene.sentence.start, self.figure.start - reach), self.figure.start)


def settled(after: After) -> Measured:
    """What it measures, those before it considered."""
    rules = _OF_PERCENT if after.figure.kind == "percent" else _OF_AMOUNTS
    rules = _OF_FRACTIONS if after.figure.rule == "fraction" else rules
    return first_answer(rules, after) or (after.measure, after.rule)


def amount_again(reading: Reading, draft: Draft, earlier: list[Draft]) -> Draft | None:
    """The amount that a figure only says once more, in another currency or as a share."""
    last = earlier[-1] if earlier else None
    if _is_told_of_share(reading, draft.figure, last):
        return last
    if draft.rules.get("measure") == _BEHIND or (draft.measure == "share" and is_part_of(reading, draft.figure, last)):
        return last
    return conversions.converted(reading, earlier, draft.figure)


def is_part_of(reading: Reading, figure: Figure, last: Draft | None) -> bool:
    """ "$188 million (15.9 percent)", "$387 million, which is 32.8 percent": whether a share is that of its amount."""
    if last is None or last.measure not in _VALUES:
        return False
    between = reading.words(last.figure.end, figure.begins)
    if between[:1] == ["of"] and between[1:2] and between[1] in _OF_IT:
        # "India supplied 289,000 tonnes of that, or 55 percent".
        between = between[2:]
        if between == [","]:
            return True
    if between[:1] == ["of"] and between[-2:] == [",", "or"] and len(between) <= _OF_GOODS:
        # "289,000 tonnes of its rice, or 55 percent".
        return last.moved.relation != "by"
    if between == [","] and reading.words(last.figure.start - 2, last.figure.start)[-1:] == ["("]:
        # "Wood ($1.4 billion, 24.6%)".
        return reading.text[figure.end : figure.end + 1] == ")"
    making = between[:1] == [","] and 1 < len(between) <= _MADE_UP and between[1] in _MAKING
    return making or between in _OR


def _is_told_of_share(reading: Reading, figure: Figure, last: Draft | None) -> bool:
    """ "Diamonds accounted for 86.3 percent ($780 million) of exports": what the share comes to."""
    if last is None or last.measure != "share" or figure.kind not in {"money", "quantity"}:
        return False
    between = reading.words(last.figure.end, figure.start)
    whole = between[1:2] and between[1] not in _OF_IT
    if between[:1] == ["of"] and whole and between[-2:] == [",", "or"] and len(between) <= _OF_WHOLE:
        # "60% of all its exports in May, or $19 million".
        told = last.subject.product if last.subject is not None and last.subject.own else None
        return told is not None and told not in reading.text[last.figure.end : figure.start]
    return between in (["("], [",", "or"], ["or"])


def _share_behind(after: After) -> Measured | None:
    """ "Goods worth $1 billion, representing 8 percent of the total"."""
    return (
        ("share", _BEHIND) if after.measure == "share" and is_part_of(after.reading, after.figure, after.last) else None
    )


def _change_again(after: After) -> Measured | None:
    """ "Rose by 27 percent (1,200 tonnes)", "increased nearly 60%, or $2.2 billion"."""
    last, moved = after.last, after.moved
    if after.measure not in _VALUES or last is None or not _says_again(after, last):
        return None
    if moved.relation == "none":
        moved.relation, moved.direction, moved.cue = "by", last.moved.direction, last.moved.cue
    return "change", "a change in other words"


def _says_again(after: After, last: Draft) -> bool:
    if last.measure != "change" or last.figure.kind != "percent":
        return False
    reading, figure = after.reading, after.figure
    before = reading.words(max(0, last.figure.start - 4), last.figure.start)[-1:]
    between = reading.words(last.figure.end, figure.start)
    if between[-2:] == [",", "or"] and len(between) <= _REPEATED and figure.kind in {"money", "quantity"}:
        # "Increased nearly 60% to Russia, or $2.2 billion".
        return not any(last.figure.end <= c.start < figure.start for c in after.scene.sentence.cues)
    # "A rise of 6.3 percent ($498 million)", "rose by 27 percent (1,200 tonnes)".
    return between == ["or"] or (before in (["by"], ["of"]) and between == ["("])


def _listed(after: After) -> Measured | None:
    """ "It sold ore for $1.9 million; in May there had been none": nothing of what the amount before was of."""
    last = after.last
    if after.measure != "count" or after.figure.rule != LISTED or last is None:
        return None
    return (last.measure, "as the amount before in a list of times") if last.figure.unit == after.figure.unit else None


def _set_beside(after: After) -> Measured | None:
    count = after.measure == "count"
    if not count or not answers.answers(after.reading, after.scene.sentence, after.figure, after.context):
        return None
    return "trade_quantity", "set beside the amount told before"


def _share_to(after: After) -> Measured | None:
    """ "From 18 to 25 percent"."""
    unsure = after.measure in {"other", "change"}
    return _AS_BEFORE if unsure and after.goes_on and "to" in after.before(_NEAR)[-2:] else None


def _share_climbed(after: After) -> Measured | None:
    """ "The share climbed to 49 percent in 2022 and 52 percent in 2023"."""
    last, moved = after.last, after.moved
    if after.measure != "change" or last is None or moved.cue is None:
        return None
    if last.measure != "share" or last.moved.relation != "to" or moved.cue is not last.moved.cue:
        return None
    if "and" not in after.reading.words(last.figure.end, after.figure.start):
        return None
    moved.relation = "to"
    return _AS_BEFORE


def _share_too(after: After) -> Measured | None:
    """One more share, or the one that a share came from."""
    if not after.open:
        return None
    came_from = after.moved.relation == "from" and after.last is not None and after.last.measure == "share"
    return _AS_BEFORE if after.goes_on or came_from else None


def _part_behind(after: After) -> Measured | None:
    return ("share", _BEHIND) if after.open and is_part_of(after.reading, after.figure, after.last) else None


def _bracketed(after: After) -> Measured | None:
    """ "23,700 tonnes or 22 percent of the total, Bulgaria 19,500 tonnes (18.2 percent)"."""
    if not after.open or after.before(_NEAR)[-1:] != ["("]:
        return None
    end = after.figure.end
    shares = after.scene.sentence.cues_of("share") or any(draft.measure == "share" for draft in after.earlier)
    return _AS_BEFORE if shares and after.reading.text[end : end + 1] == ")" else None


def _part_of_trade(after: After) -> Measured | None:
    return ("share", "a part of what is traded") if after.open and _is_part(after) else None


def _is_part(after: After) -> bool:
    """ "Exports to Peru were 38 percent", "gold (30 percent)", "followed by tea at 11 percent"."""
    scene, flow, start = after.scene, after.flow, after.figure.start
    before = after.before(_FAR)
    if before[-1:] in (["were"], ["was"]):
        return flow is not None and not flow.verb
    if before[-1:] == ["("]:
        traded = flow is not None or after.context.sense is not None
        # "Turnover was largest with China (18 percent)"; where something moved, it may be by how much.
        named = [g.end for g in scene.sentence.goods]
        named += [p.end for p in scene.parties if not scene.sentence.changes]
        return traded and any(0 < start - end <= _IN_BRACKET for end in named)
    if before[-1:] not in (["at"], ["with"]) or after.context.sense is None:
        return False
    if "followed" in before or not _LARGEST.isdisjoint(before[-4:]):
        # "Food is the largest group at 31 percent".
        return True
    return any(verb in _PLACED and place in _ORDINALS for verb, place in pairwise(before))


def _partner(after: After) -> Measured | None:
    return ("share", "a partner's share") if after.open and after.scene.sentence.cues_of("partner") else None


#: What is asked of the figures before it, in this order: the first that knows decides.
_OF_PERCENT: tuple[Callable[[After], Measured | None], ...] = (
    _share_behind, _share_to, _share_climbed, _share_too, _part_behind, _bracketed, _part_of_trade, _partner,
)  # fmt: skip
_OF_AMOUNTS: tuple[Callable[[After], Measured | None], ...] = (_listed, _set_beside, _change_again)
_OF_FRACTIONS: tuple[Callable[[After], Measured | None], ...] = (_share_behind, _part_behind)
