"""What a number leaves out because a figure close by has said it: "from 33 billion cubic metres to 28 billion"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tidewaiter.claims.changes import pieces
from tidewaiter.claims.figure import RELATIVE, Figure
from tidewaiter.claims.numbers.currencies import Currencies
from tidewaiter.claims.numbers.tokens import BREAK, cut
from tidewaiter.claims.numbers.vocabulary import vocabulary
from tidewaiter.claims.words.lexicon import words

#: By which rules a number without a noun counts something all the same.
_COUNTED = frozenset({"counted", "so often"})
#: Kinds whose unit a bare number can take over.
LENDING = frozenset({"money", "quantity"})
#: "(Multiplied) by nine": verbs of that; "a country of 26 million": heads.
_MULTIPLYING, _HEADS, _PEOPLED = words("multiplying"), "heads", words("peopled")
#: "In lira terms, exports were": characters from there to the amount.
_TERMS = re.compile(r"(?:^|[.\n] ?|; |— )In ((?:US |U\.S\. )?[A-Za-z]{3,12})(?: terms)?, [^.;\n]*$")
_OPENING = 90
_THEM = (["of", "them"], ["of", "these"], ["of", "those"], ["of", "them,"], ["of", "these,"], ["of", "those,"])
_BEFORE = 30
#: Between a count and what it came from.
_REACH = 60
#: Numerals that differ by more than so many times are not told in one scale.
_UNLIKE = Decimal(5)
_CAME_FROM = (["up", "from"], ["down", "from"], ["compared", "with"], ["compared", "to"], ["as", "against"])
#: "More than double May's 16,800": what another time had of the same.
_THAN_ITS = re.compile(
    r"\b(?:from|than|above|below|against|versus|with|half|double|twice|triple|times|of)\s+(?:[a-z]+ )?\w+['’]s\s*\Z"
)
#: "… and 500 to Malta": one more of a list.
_TO_SOMEBODY = re.compile(r"\s+(?:to|from)\s+(?:the\s+)?[A-Z][a-z]")
#: "The kyat at 2,100 to the dollar": what one of a currency is in another.
_FOR_ONE = re.compile(
    r" (?:to|per|against|for) (?:the |one |a |each )?(?:US |U\.S\. )?"
    r"(?:dollar|euro|pound|yuan|renminbi|ro?uble|yen|rupee)\b"
)
_OF_THEM = re.compile(r"\s+of (them|these|those)\b")
_VALUED = re.compile(r"\b(?:worth|valued at|valuing|at a cost of|costing|priced at|for)\s*$")
#: "As against 11,000 metric tons valuing 15.8 million": money, whatever stands close by.
_MONEY = re.compile(r"\b(?:worth|valued at|valuing|costing)(?: (?:about|around|over|some|nearly))?\s*\Z")
PLAIN = re.compile(r"\d+(?:\.\d+)?")
#: "2,700 truck chassis and 700 tons of wire", "of which 3 million were cleared": a number of things.
_THINGS = re.compile(
    r"\s+(?!\w+ than\b|(?:and|or|to|from|in|of|a|an|as|at|by|on|for|than|the|last|previous|this|was|less|versus)\b)"
    r"(?!years?\b|times\b)"
    r"(?:[a-z-]+ ){0,2}?[a-z]{3,}s\b"
)
#: "All values are in U.S. dollars": said once for a whole text.
_THROUGHOUT = re.compile(
    r"\b(?:all|the|these|its) (?:values|figures|amounts|sums|data|numbers)(?: \w+){0,3}? (?:are|is|were)"
    r"(?: \w+)? in ((?:US |U\.S\. )?[A-Za-z]{3,12})\b",
    re.IGNORECASE,
)
#: "The death toll stood at", "the number of deaths had risen to", before a number; and how such a number is told.
_TOLL = re.compile(
    r"\b(?:death toll|deaths|fatalities)\b[^.,;:\d]{0,28}\b(?:at|to|is|was|of|reached)\s*\Z", re.IGNORECASE
)
_BEFORE_TOLL, _DEAD = 48, "counts the dead"
#: A bare number below this counts something, or nothing.
_LARGE = 1000
#: A number so many times a count is none of what that counts: "the 12 mills …, against 2.5 million the year before".
_BEYOND = 1000
#: … and one below this takes nothing over from another sentence.
_HUGE = 1_000_000


def completed(
    text: str, figures: Sequence[Figure], before: Sequence[Figure], *, throughout: str | None = None
) -> list[Figure]:
    """The figures of a sentence, bare numbers with the unit of those around them, else of the sentence `before`.

    Where those have more than one unit, nothing is taken over; nor by small numbers, save hedged ones ("now we see
    fewer than 30"), nor by a head count ("the country of 26 million"). `throughout` is the currency that the text says
    all its values are in.
    """
    if not any(is_bare(f) for f in figures):
        return list(figures)
    figures = [_of_the_dead(text, f) for f in figures]
    figures = [_so_often(text, _of_a_people(text, f)) for f in figures]
    figures = [_in_currency(text, f) for f in figures]
    figures = [_counts_them(text, f) for f in _answered(text, pieces.numbered(text, figures))]
    if not any(is_bare(f) for f in figures):
        return figures
    here = only_unit(figures) or only_unit([f for f in figures if not _is_marked(text, f)])
    beyond = here is None
    if beyond:
        largest = max(f.value for f in figures if is_bare(f))
        here = only_unit([f for f in figures if f.kind != "count" or f.value * _BEYOND > largest])
    unit = here or (None if units(figures) else only_unit(before))
    if throughout is not None and here is None:
        unit = (throughout, "money")
    if unit is None:
        return list(figures)
    name, kind = unit[0].removesuffix("_per_year") if here is None else unit[0], unit[1]
    if kind == "money" and here is None and throughout is None and pieces.counted(text, figures):
        return list(figures)

    def takes(figure: Figure) -> bool:
        hedged = here is not None and figure.hedge is not None and figure.qualifier != "exact"
        large = figure.value >= (_LARGE if here is not None else _HUGE)
        listed = here is not None and figure is not figures[0] and _TO_SOMEBODY.match(text, figure.end) is not None
        taken = is_bare(figure) and (large or hedged or listed) and _THINGS.match(text, figure.end) is None
        taken = taken and _FOR_ONE.match(text, figure.end) is None
        # "17,000 tons of wheat for hundreds of thousands of the hungry": so many say of what themselves; crores do not.
        taken = taken and " of " not in text[figure.start : figure.end]
        # "400 trucks, and 300 tons of wire for 2 million": no tons.
        taken = taken and not (beyond and _VALUED.search(text, max(0, figure.begins - _BEFORE), figure.begins))
        return taken and not (_heads(text, figure) or _of_them(text, figure) or _is_valued(text, figure, figures))

    paid = only_unit([f for f in figures if f.kind == "money"])

    def taking(figure: Figure) -> Figure:
        of_money = _MONEY.search(text, max(0, figure.begins - _BEFORE), figure.begins) is not None
        taken = paid if of_money else (name, kind)
        if taken is None:
            return figure
        figure = times(figure, _large_unit(text, figure, [f for f in (*figures, *before) if f.unit == taken[0]]))
        return replace(figure, unit=taken[0], kind=taken[1], rule=f"{figure.rule}, unit of a figure close by")

    return [taking(f) if takes(f) else f for f in figures]


def _large_unit(text: str, figure: Figure, lenders: Sequence[Figure]) -> Decimal:
    """How many of its unit a bare number is told in: "18 million tomans, up from 12 million" are ten rials each.

    One where the figure that lends the unit is told in it, or where only as written the number is of that one's size
    ("12 kt, down from 13,400").
    """
    found = vocabulary("en").units
    for lender in lenders:
        told = [*cut(text[lender.start : lender.end].lower()), BREAK]
        named = [unit for place in range(len(told)) if (unit := found.at(told, place)) is not None]
        factor = next((unit[0].factor for unit in named if unit[0].factor > 1), None)
        if factor is not None:
            return factor if _alike(figure.value * factor, lender) or not _alike(figure.value, lender) else Decimal(1)
    return Decimal(1)


def _alike(value: Decimal, other: Figure) -> bool:
    return other.value > 0 and 1 / _UNLIKE <= value / other.value <= _UNLIKE


def throughout(text: str) -> str | None:
    """The currency that a text says all its values are in; None where it says nothing."""
    told = _THROUGHOUT.search(text)
    return None if told is None else currency(text, told[1], told.start())


def currency(text: str, name: str, place: int) -> str | None:
    """The code of a currency named at a place of a text; None where the name is none of one."""
    reader = vocabulary("en")
    found = reader.units.at([*cut(name.lower()), BREAK], 0)
    return None if found is None or found[0].kind != "money" else Currencies(text, reader).resolve(found[0].name, place)


def _in_currency(text: str, figure: Figure) -> Figure:
    """ "In lira terms, exports were 8.6 billion", "In baht, …": what the sentence opens with."""
    if not is_bare(figure) or figure.value < _HUGE:
        return figure
    opening = _TERMS.search(text, max(0, figure.start - _OPENING), figure.start)
    if opening is None:
        return figure
    unit = currency(text, opening[1], figure.start)
    if unit is None:
        return figure
    return replace(figure, unit=unit, kind="money", rule=f"{figure.rule}, the currency that its sentence opens with")


def _counts_them(text: str, figure: Figure) -> Figure:
    """ "Sold 1,120 of them": so many of the things told of, which no unit close by makes money."""
    behind = _OF_THEM.match(text, figure.end)
    if not is_bare(figure) or behind is None:
        return figure
    return replace(figure, noun=behind.span(1), rule=f"{figure.rule}, counts what was told of")


def _of_the_dead(text: str, figure: Figure) -> Figure:
    """ "The death toll stands at 73", "deaths rose to 74": so many people."""
    if not is_bare(figure) or _TOLL.search(text, max(0, figure.begins - _BEFORE_TOLL), figure.begins) is None:
        return figure
    return replace(figure, unit="people", rule=f"{figure.rule}, {_DEAD}")


def _of_a_people(text: str, figure: Figure) -> Figure:
    """ "A country of 26 million", "with a population of 9.7 million": so many heads."""
    if not is_bare(figure) or not _heads(text, figure):
        return figure
    return replace(figure, unit="people", kind="count", rule=f"{figure.rule}, {_HEADS}")


def _so_often(text: str, figure: Figure) -> Figure:
    """ "Trade multiplied by more than nine": so many times as much."""
    before = text[max(0, figure.begins - _BEFORE) : figure.begins].lower().split()
    if not is_bare(figure) or before[-1:] != ["by"] or not before[-2:-1] or before[-2] not in _MULTIPLYING:
        return figure
    return replace(figure, unit="times", kind="times", rule=f"{figure.rule}, a multiple")


def is_people(figure: Figure) -> bool:
    """Whether a number tells how many live somewhere."""
    return figure.rule.endswith(_HEADS)


def is_toll(figure: Figure) -> bool:
    """Whether a bare number counts the dead that the words before it speak of."""
    return figure.rule.endswith(_DEAD)


def _is_marked(text: str, figure: Figure) -> bool:
    """Whether an amount of money begins with its sign: "$51 million" is never written as a bare number after it."""
    return figure.kind == "money" and not text[figure.start].isdigit()


def _answered(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """ "38 trucks, down from 112": what a count came from counts the same things."""
    found: list[Figure] = []
    for figure in figures:
        last = next((f for f in reversed(found) if f.kind not in RELATIVE), None)
        if last is not None and is_bare(figure) and last.kind in {"count", "quantity"} and not is_bare(last):
            between = text[last.end if last.noun is None else max(last.end, last.noun[1]) : figure.start]
            said = between.lower().replace(",", " ").split()[-2:]
            scale = _left_out(text, last, figure)
            came = said in _CAME_FROM or _THAN_ITS.search(between) is not None
            if scale is not None and len(between) <= _REACH and came:
                rule = f"{figure.rule}, unit of what it is the base of"
                figure = replace(times(figure, scale), unit=last.unit, kind=last.kind, noun=last.noun, rule=rule)
        found.append(figure)
    return found


def _left_out(text: str, last: Figure, base: Figure) -> Decimal | None:
    """The scale that a base leaves out along with its unit: "2.1 million arrivals, down from 2.33".

    One where nothing is left out; None where it is not certain: of whole numbers, which may be meant as written, and of
    numerals too unlike to be told in one scale.
    """
    written = text[last.start : last.end].split()[0].replace(",", "")
    if written == str(last.value):
        return Decimal(1)
    numerals = (written, text[base.start : base.end])
    if not all("." in each and PLAIN.fullmatch(each) for each in numerals) or not Decimal(written):
        return None
    near = 1 / _UNLIKE <= base.value / Decimal(written) <= _UNLIKE
    return last.value / Decimal(written) if near else None


def times(figure: Figure, scale: Decimal) -> Figure:
    """A figure in another scale, its bounds with it."""
    low, high = (None if bound is None else bound * scale for bound in (figure.low, figure.high))
    return replace(figure, value=figure.value * scale, low=low, high=high)


def _heads(text: str, figure: Figure) -> bool:
    start = figure.begins
    words = text[max(0, start - _BEFORE) : start].lower().split()
    return words[-1:] == ["of"] and bool(_PEOPLED & set(words[-3:]))


def _is_valued(text: str, figure: Figure, figures: Sequence[Figure]) -> bool:
    """ "Rose to 1,500 in April and to 95,000 in May, valued at $484,000": things, and what they are worth."""
    for other in figures:
        if other.start > figure.end and _is_marked(text, other):
            between = text[figure.end : other.begins]
            return ";" not in between and _VALUED.search(between) is not None
    return False


def _of_them(text: str, figure: Figure) -> bool:
    """ "It shipped 45,000 of them for $270,000": things that were named before."""
    return text[figure.end : figure.end + _BEFORE].lower().split()[:2] in _THEM


def lending(before: Sequence[Figure], *, same: bool) -> Sequence[Figure]:
    """The figures of the sentence before that a bare number may go on with: in a new paragraph money alone."""
    return before if same or all(f.kind in {"money", "percent"} for f in before) else ()


def is_bare(figure: Figure) -> bool:
    """Whether a number stands alone: no unit, and nothing that it counts."""
    # An East Asian counter ("46万台") says that things are counted, though not which.
    return figure.kind == "count" and figure.unit == "units" and figure.noun is None and figure.rule not in _COUNTED


def units(figures: Sequence[Figure]) -> set[tuple[str, str]]:
    """The units, with their kinds, that figures may lend to others."""
    lending = (f for f in figures if f.kind in LENDING or (f.kind == "count" and not is_bare(f)))
    return {(f.unit, f.kind) for f in lending if "_per_" not in f.unit or f.kind != "money"}


def only_unit(figures: Sequence[Figure]) -> tuple[str, str] | None:
    """The one unit that figures may lend; None where they have none or several."""
    found = units(figures)
    return found.pop() if len(found) == 1 else None
