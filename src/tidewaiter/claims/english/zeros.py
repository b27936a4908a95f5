"""Nothing traded: "did not import any", "ceased", "not a single case", and what `nones` reads. Figures of value 0."""

from __future__ import annotations

from tidewaiter.claims.english.nones import counted_zero, nones, not_a_drop, zero
from tidewaiter.claims.english.sentence_before import trade_before
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.lexicon import words

_NEGATIONS = words("negations")
_VERBS = words("zero_verbs")
_TRADE_VERBS = _VERBS - words("booked")
#: Behind one of these a word of trade is no verb.
_OWNED = frozenset({"his", "its", "our", "the", "their", "these", "those"})
#: What makes a negation no statement of fact.
_UNREAL = words("unreal")
_APPEARING, _BOOKS = words("appearing"), words("books_without")
_BOOKING = frozenset({"recording", "reporting", "publishing"})
_DENYING = _NEGATIONS | words("nothing") | {"no", "none", "nor", "neither"}
#: Nothing that the books of the news have, whatever other times the sentence speaks of.
NOT_BOOKED = frozenset({"not in the books", "none in the books", "the books show none"})
#: What may stand behind the mark that ends a question.
_CLOSING = "\"'”’)» \n"
#: All that is said where nothing more is traded.
_THERE_NONE = frozenset({"and", "but", "had", "been", "in", "none", "at", "all", "there", "was", "were"})
#: "Imports from Russia ceased": the trade itself came down to nothing.
CEASED = "trade that ceased"


def zeros(reading: Reading, sentence: Sentence) -> list[Figure]:
    """The claims of nothing in a sentence, in order; none overlaps a figure already found."""
    found: list[Figure] = []
    if sentence.words.isdisjoint(_DENYING) and not sentence.cues_of("zero"):
        return found
    if reading.text[sentence.start : sentence.end].rstrip(_CLOSING).endswith("?"):
        # "Has Mali stopped buying sugar?" says nothing yet.
        return found
    told = (*_stopped(reading, sentence), *_negated(reading, sentence), *nones(reading, sentence))
    for figure in told or _there_was_none(reading, sentence):
        taken = (*sentence.figures, *found)
        if not any(figure.start < other.end and other.start < figure.end for other in taken):
            found.append(figure)
    return sorted(found, key=lambda f: f.start)


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
        if before & (_UNREAL | _NEGATIONS) or before & {"temporarily", "once"}:
            # "Never stopped buying", "has not ceased".
            continue
        first = tokens.ends[tokens.at(cue.start)]
        hedged = bool(before & {"essentially", "virtually", "nearly", "almost", "practically", "largely", "all"})
        rule = "trade that stopped" if following in _VERBS else CEASED
        figures.append(zero(cue.start, first, "USD", rule, qualifier="approx" if hedged else "exact"))
    return figures


def _there_was_none(reading: Reading, sentence: Sentence) -> list[Figure]:
    """ "In May there was none.", behind what was traded in April: nothing of the same."""
    times = [(t.start, t.end) for t in sentence.times]
    placed = reading.placed(sentence.start, sentence.end)
    said = [(word, start) for word, start in placed if not any(first <= start < last for first, last in times)]
    none = next((start for word, start in said if word == "none"), None)
    if none is None or not times or not {word for word, _ in said if word[0].isalnum()} <= _THERE_NONE:
        return []
    before = trade_before(reading, sentence)
    traded = before is not None and before.figures
    return [zero(none, none + len("none"), "USD", "there was none")] if traded else []


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
            single = _single(reading, i, last) or not_a_drop(reading, sentence, i, last)
            single = single or _not_in_books(reading, sentence, i, last)
            if single is not None:
                figures.append(single)
            continue
        if verb > i + 1 and tokens.words[verb - 1] in _OWNED:
            # "These figures do not include the export of electricity".
            continue
        around = set(tokens.words[max(first, i - 5) : min(verb + 3, last)])
        if any(tokens.starts[i] <= c.start < tokens.starts[verb] for c in sentence.cues_of("zero")):
            # "Has not stopped buying".
            continue
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
        figures.append(zero(*span, "units" if noun else "USD", "a negated verb of trade"))
    return figures


def _not_in_books(reading: Reading, sentence: Sentence, i: int, last: int) -> Figure | None:
    """ "Coal did not appear in the data": goods that no book has were not traded."""
    tokens = reading.tokens
    said = tokens.words[i + 1 : min(i + 6, last)]
    booked = said[1:2] == ["in"] and not _BOOKS.isdisjoint(said[2:])
    heads = [g for g in sentence.goods if g.end <= tokens.starts[i] and g.good_id != "total"]
    if not (said and said[0] in _APPEARING and booked and heads) or tokens.words[i - 1] not in {"did", "does", "do"}:
        return None
    verb = tokens.starts[i - 1]
    told = tokens.words[i - 2] == "," and reading.words(heads[0].end, heads[0].end + 2)[:1] == [","]
    noun = next(((g.start, g.end) for g in heads if (told and g is heads[0]) or not reading.words(g.end, verb)), None)
    return None if noun is None else zero(tokens.starts[i], tokens.ends[i + 1], "USD", "not in the books", noun)


def _single(reading: Reading, i: int, last: int) -> Figure | None:
    tokens = reading.tokens
    for j in range(i + 1, min(i + 4, last - 1)):
        if tokens.words[j] in {"a", "one"} and tokens.words[j + 1] == "single":
            return counted_zero(reading, j, j + 1, last)
    return None
