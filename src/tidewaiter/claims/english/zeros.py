"""Claims of nothing: "did not import any", "no exports", "ceased", "not a single case". Each is a figure of value 0."""

from __future__ import annotations

from decimal import Decimal

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.lexicon import words
from tidewaiter.claims.numbers.vocabulary import vocabulary
from tidewaiter.claims.reading import Reading, Sentence

_NEGATIONS = words("negations")
_VERBS = words("zero_verbs")
_TRADE_VERBS = _VERBS - frozenset(["record", "recorded", "recording", "report", "reported"])
#: What makes a negation no statement of fact.
_UNREAL = words("unreal")
_BOOKING = frozenset({"recording", "reporting", "publishing"})
_BOOKED = words("booked")
_HAS_BEEN = (["has", "been"], ["have", "been"], ["had", "been"])
_COUNTED = words("nothing_counted")
_NOTHING = words("nothing")
_NONE = _NOTHING | {"no", "none", "nor"}
_DENYING = _NEGATIONS | _NONE
#: "Imports from Russia ceased": the trade itself came down to nothing.
CEASED = "trade that ceased"
_ZERO = Decimal(0)
_LISTING = frozenset({"and", "but", "against", ",", "then"})
#: Characters from "none" to its time (" in the ").
_SOON = 8


def zeros(reading: Reading, sentence: Sentence) -> list[Figure]:
    """The claims of nothing in a sentence, in order; none overlaps a figure already found."""
    found: list[Figure] = []
    if sentence.words.isdisjoint(_DENYING) and not sentence.cues_of("zero"):
        return found
    for figure in (*_stopped(reading, sentence), *_negated(reading, sentence), *_none(reading, sentence)):
        taken = (*sentence.figures, *found)
        if not any(figure.start < other.end and other.start < figure.end for other in taken):
            found.append(figure)
    return sorted(found, key=lambda f: f.start)


def _zero(
    start: int, end: int, unit: str, rule: str, noun: tuple[int, int] | None = None, qualifier: str = "exact"
) -> Figure:
    return Figure(start, end, _ZERO, _ZERO, _ZERO, unit, "zero", qualifier, noun=noun, rule=rule)


def _stopped(reading: Reading, sentence: Sentence) -> list[Figure]:
    tokens = reading.tokens
    figures: list[Figure] = []
    for cue in sentence.cues_of("zero"):
        i = tokens.at(cue.end)
        following = tokens.words[i] if i < len(tokens) else ""
        subject = any(c.kind == "flow_noun" and c.end <= cue.start for c in sentence.cues)
        if following in _BOOKING:
            # "Stopped recording them": who keeps a book does not trade.
            continue
        if following not in _VERBS and not (subject and _ends_there(reading, sentence, cue.end)):
            continue
        before = set(reading.words(max(sentence.start, cue.start - 30), cue.start)[-4:])
        if before & _UNREAL or before & {"not", "temporarily", "once"}:
            continue
        first = tokens.ends[tokens.at(cue.start)]
        hedged = bool(before & {"essentially", "virtually", "nearly", "almost", "practically", "largely", "all"})
        rule = "trade that stopped" if following in _VERBS else CEASED
        figures.append(_zero(cue.start, first, "USD", rule, qualifier="approx" if hedged else "exact"))
    return figures


def _ends_there(reading: Reading, sentence: Sentence, offset: int) -> bool:
    """ "Imports from Russia ceased": no object follows that something else stopped doing."""
    i = reading.tokens.at(offset)
    if i >= len(reading.tokens) or reading.tokens.starts[i] >= sentence.end:
        return True
    word = reading.tokens.words[i]
    return not word[0].isalnum() or word in {
        "in",
        "after",
        "since",
        "from",
        "by",
        "last",
        "this",
        "when",
        "as",
        "and",
        "resulting",
    }


def _negated(reading: Reading, sentence: Sentence) -> list[Figure]:
    tokens = reading.tokens
    first, last = tokens.at(sentence.start), tokens.at(sentence.end)
    figures: list[Figure] = []
    if _NEGATIONS.isdisjoint(tokens.words[first:last]):
        return figures
    for i in range(first, last):
        if tokens.words[i] not in _NEGATIONS:
            continue
        verb = next((j for j in range(i + 1, min(i + 4, last)) if tokens.words[j] in _VERBS), None)
        if verb is None:
            single = _single(reading, i, last)
            if single is not None:
                figures.append(single)
            continue
        around = set(tokens.words[max(first, i - 5) : min(verb + 3, last)])
        if around & _UNREAL or "no" in tokens.words[max(first, i - 12) : i]:
            continue
        after = tokens.words[verb + 1] if verb + 1 < last else ""
        if after in {"any", "a"}:
            if after == "a" and not (verb + 2 < last and tokens.words[verb + 2] == "single"):
                continue
            span = (tokens.starts[verb + 1], tokens.ends[verb + 1 if after == "any" else verb + 2])
            offset = span[1]
        elif tokens.words[verb] in _TRADE_VERBS and after not in {
            "to",
            "for",
            "because",
            "that",
            "its",
            "the",
            "enough",
            "much",
            "from",
            "",
        }:
            span = (tokens.starts[i], tokens.ends[verb])
            offset = span[1]
        else:
            continue
        nxt = tokens.at(offset)
        noun = nxt < last and tokens.words[nxt][0].isalpha() and not reading.is_word("stop", tokens.words[nxt])
        figures.append(_zero(*span, "units" if noun else "USD", "a negated verb of trade"))
    return figures


def _single(reading: Reading, i: int, last: int) -> Figure | None:
    tokens = reading.tokens
    for j in range(i + 1, min(i + 4, last - 1)):
        if tokens.words[j] in {"a", "one"} and tokens.words[j + 1] == "single":
            return _counted_zero(reading, j, j + 1, last)
    return None


def _counted_zero(reading: Reading, first: int, final: int, last: int) -> Figure | None:
    tokens = reading.tokens
    for j in range(final + 1, min(final + 5, last)):
        word = tokens.words[j]
        if word in {"case", "cases", "infection", "infections", "patient", "patients"}:
            return _zero(
                tokens.starts[first],
                tokens.ends[final],
                "cases",
                "not a single one",
                (tokens.starts[final + 1], tokens.ends[j]),
            )
        if word in {"death", "deaths"}:
            return _zero(
                tokens.starts[first],
                tokens.ends[final],
                "people",
                "not a single one",
                (tokens.starts[final + 1], tokens.ends[j]),
            )
        if reading.is_word("stop", word):
            break
    return None


def _none(reading: Reading, sentence: Sentence) -> list[Figure]:
    tokens = reading.tokens
    first, last = tokens.at(sentence.start), tokens.at(sentence.end)
    figures: list[Figure] = []
    if _NONE.isdisjoint(tokens.words[first:last]):
        return figures
    bounds = vocabulary(reading.language).words["zero_bounds"]
    for i in range(first, last):
        word = tokens.words[i]
        passive = i + 2 < last and tokens.words[i + 1] in {"was", "were"} and tokens.words[i + 2] in _VERBS
        passive = passive or (
            i + 3 < last and tokens.words[i + 1 : i + 3] in _HAS_BEEN and tokens.words[i + 3] in _VERBS
        )
        if word in {"nothing", "none"} and passive:
            figures.append(_zero(tokens.starts[i], tokens.ends[i], "USD", "nothing was traded"))
            continue
        if word in {"nothing", "none"} and i > first and tokens.words[i - 1] in _TRADE_VERBS:
            figures.append(_zero(tokens.starts[i], tokens.ends[i], "USD", "traded nothing"))
            continue
        if word in {"nothing", "none"} and (listed := _listed(reading, sentence, i)) is not None:
            figures.append(listed)
            continue
        if word in _NOTHING:
            before = tokens.words[max(first, i - 3) : i]
            if (
                "to" in before
                or "at" in before
                or (word == "zero" and i + 1 < last and tokens.words[i + 1] in _COUNTED)
            ):
                trade = any(c.kind in {"flow_noun", "flow_verb"} for c in sentence.cues)
                if trade and not (i + 1 < last and tokens.words[i + 1] in {"-", "tariff", "tariffs"}):
                    figures.append(_zero(tokens.starts[i], tokens.ends[i], "USD", "down to nothing"))
            continue
        if word == "nor" and i + 3 < last and tokens.words[i + 1] in {"was", "were"} and tokens.words[i + 2] == "any":
            # "Nor were any vaccines exported".
            done = next((j for j in range(i + 3, min(i + 7, last)) if tokens.words[j] in _TRADE_VERBS), None)
            if done is not None and done > i + 3:
                span = tokens.starts[i + 3], tokens.ends[done - 1]
                figures.append(_zero(tokens.starts[i + 2], tokens.ends[i + 2], "units", "none was traded", span))
            continue
        if word != "no" or bounds & set(tokens.words[i + 1 : i + 2]):
            # "Imported no more than 500,000 barrels" is no nothing.
            continue
        if i > first and tokens.words[i - 1] in _TRADE_VERBS and i + 1 < last and tokens.words[i + 1][0].isalpha():
            figures.append(_zero(tokens.starts[i], tokens.ends[i], "units", "bought none"))
            continue
        for j in range(i + 1, min(i + 6, last)):
            noun = tokens.words[j]
            if noun in _COUNTED:
                counted = _counted_zero(reading, i, i, last)
                if counted is not None:
                    figures.append(counted)
                elif not _is_modifier(reading, j, last):
                    figures.append(_zero(tokens.starts[i], tokens.ends[i], "USD", "no trade at all"))
                break
            if noun in {"or", "and"} and j + 1 < last and tokens.words[j + 1][0].isalpha():
                # "No cars or furs were recorded".
                continue
            if noun in {"was", "were"} and j + 1 < last and tokens.words[j + 1] in _BOOKED:
                if any(tokens.starts[i] <= g.start < tokens.starts[j] for g in sentence.goods):
                    figures.append(_zero(tokens.starts[i], tokens.ends[i], "units", "none was traded"))
                break
            if noun in {"was", "were", "has", "have", "had"}:
                done = j + 1 if noun in {"was", "were"} else j + 2
                if done < last and tokens.words[done] in _TRADE_VERBS and tokens.words[j : j + 2] != ["has", "not"]:
                    figures.append(
                        _zero(
                            tokens.starts[i],
                            tokens.ends[i],
                            "units",
                            "none was traded",
                            (tokens.starts[i + 1], tokens.ends[j - 1]),
                        )
                    )
                break
            if (
                reading.is_word("stop", noun)
                or not noun[0].isalpha()
                or noun in {"longer", "more", "less", "indications"}
            ):
                break
    return figures


def _listed(reading: Reading, sentence: Sentence, i: int) -> Figure | None:
    """ "53,000 pairs in 2020 and none in 2021", "against none at all in the same months": of what stands before."""
    tokens = reading.tokens
    start, end = tokens.starts[i], tokens.ends[i]
    before = [f for f in sentence.figures if f.end <= start and f.kind in {"money", "quantity", "count"}]
    trade = any(c.kind in {"flow_noun", "flow_verb"} and c.end <= start for c in sentence.cues)
    if not (before and trade) or tokens.words[i - 1] not in _LISTING:
        return None
    behind = tokens.ends[i + 2] if tokens.words[i + 1 : i + 3] == ["at", "all"] else end
    if not any(behind < t.start <= behind + _SOON for t in sentence.times):
        return None
    last = before[-1]
    return _zero(start, behind, last.unit, "nothing in a list of times", last.noun)


def _is_modifier(reading: Reading, i: int, last: int) -> bool:
    nxt = reading.tokens.words[i + 1] if i + 1 < last else ""
    return nxt in {
        "data",
        "figures",
        "deal",
        "agreement",
        "ban",
        "restrictions",
        "partner",
        "partners",
        "statistics",
        "ministry",
    }
