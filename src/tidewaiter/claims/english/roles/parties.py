"""Which part each country plays in its clause: where goods come from, where they go, whose they are."""

from __future__ import annotations

from collections.abc import Sequence

from tidewaiter.claims.english.clauses import looks_finite
from tidewaiter.claims.english.roles.anaphors import country_meant
from tidewaiter.claims.english.roles.epithets import Epithet, epithets
from tidewaiter.claims.english.roles.places import Place, anaphors_of, places_of
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.reasons import is_reason
from tidewaiter.claims.reading.scene import Party
from tidewaiter.claims.words.lexicon import words

#: Words that may stand between a preposition and a country ("from neighbouring China").
_BETWEEN = words("before_country")
_OBSERVERS = words("observers")
#: Characters behind a country in which its own trade is named ("Chinese daily crude oil imports").
_LOOKING = 32
_ACTORS = words("traders")
_SEATED = words("seated")
_OF_ACTORS = words("of_actors")
_PREPOSITIONS = {
    "from": "from", "to": "to", "into": "to", "toward": "to", "towards": "to", "with": "with", "between": "between",
    "among": "between", "by": "by", "of": "of", "in": "in", "for": "for", "via": "via", "through": "via",
    "across": "via", "against": "against", "on": "on", "over": "on", "like": "like", "at": "in", "within": "in",
    "outside": "in", "inside": "in", "near": "in", "than": "than", "behind": "than", "after": "after",
}  # fmt: skip
#: A clause begins behind these.
_OPENING = words("clause_openers")
_LINKS = frozenset({",", "and", "or", "&", "/", "as", "well", "-", "–", "both"})

#: Places that goods leave from, and words of "from the agency's main hub".
_SITES, _NAMED_SITE = words("sites"), 6
#: "The trade with Peru reaching $5 million" is not reached by Peru.
_SHARED = frozenset({"commerce", "deficit", "surplus", "trade", "turnover"})
#: Open a clause, where a country and what it did stand behind them.
_CONJUNCTIONS = frozenset({"after", "as", "before", "since", "until"})
_HYPHENS = frozenset({"-", "‑", "–"})
_SAID_OF = frozenset({"led", "run", "held"})
_ORIGINS = words("of_origin")
_PLACES = words("market_places")
#: What a ship has done that goes somewhere, and words between it and "for".
_DEPARTING, _VOYAGE = words("departing"), 4
_RELYING = words("relying")
_CALENDARS = frozenset({"calendar", "fiscal", "month", "year"})
_TELLERS = words("tellers")
#: Words in a bracket between two partners; what comes from a country and is no goods ("strong demand from").
_BRACKET, _DEMANDING = 8, words("demanding")
#: What says that a part only came from somewhere, and words before "from" in which it is said.
_MOSTLY, _SOME = words("mostly"), frozenset({"bulk", "majority", "most", "much", "part", "some"})
_SENT = frozenset({"delivered", "exported", "sent", "shipped", "sold"})
_NEARLY, _BEHIND = frozenset({"almost", "nearly", "practically", "virtually"}), ([","], ["("], ["–"], ["—"], ["-"])
_IT, _MOST_OF = frozenset({"it", "them", "these", "this", "that", "which"}), 5
#: What ends the name of a source.
_ENDS_SOURCE = frozenset({",", ";", "(", "that", "put", "puts"})


def parties(reading: Reading, sentence: Sentence, context: Context) -> list[Party]:
    """The countries of a sentence with their roles, in order; "from the country", "to its neighbour" are resolved.

    A group of countries ("Europe", "the EU") has the empty code: it is an end, and no country.
    """
    called: dict[int, Epithet] = {e.start: e for e in epithets(reading, sentence)}
    anaphors = anaphors_of(reading, sentence, called.values())
    places = places_of(reading, sentence, called.values(), anaphors.values())
    if not places:
        return []
    quoted = _quoted(reading, sentence)
    everyone = {place.code for place in places}
    found: list[Party] = []
    for place in places:
        start, end, code = place.start, place.end, place.code
        role = _role(reading, sentence, reading.tokens.at(start), reading.tokens.at(end), found)
        by_the_way = (role == "in" and _tells(reading, sentence, start)) or _says_so(reading, sentence, place, context)
        by_the_way = by_the_way or (role != "subject" and is_reason(reading, sentence, start))
        role = "source" if by_the_way or any(first <= start < last for first, last in quoted) else role
        if code is None:
            code = country_meant(
                reading, sentence, start, role, called.get(start), anaphors.get(start), found, everyone, context
            )
        if code is not None and (party := _party(reading, sentence, place, code, role)) is not None:
            found.append(party)
    return found


def _says_so(reading: Reading, sentence: Sentence, place: Place, context: Context) -> bool:
    """ "Seoul: North's fuel smuggling tops the cap": who says so, in a text on another country."""
    heads = place.start == sentence.start and sentence.kind in {"title", "heading"} and place.code != context.focus
    return heads and reading.text.startswith(":", place.end)


def _party(reading: Reading, sentence: Sentence, place: Place, code: str, role: str) -> Party | None:
    """What a country is where it stands so; None where it only says something of others."""
    start, end, demonym = place.start, place.end, place.demonym
    if reading.text[end : end + 1] in _HYPHENS and reading.words(end + 1, end + 6) == ["bound"]:
        # "China's Cuba-bound exports".
        return Party(start, end, code, "to", False, False, place.weak, False)
    if _is_compound(reading, end) or (demonym and _CALENDARS & set(reading.words(end, end + 10)[:1])):
        # "U.S.-authorized sales" are not America's; "the last Iranian year" trades nothing.
        return None
    if reading.words(end, end + 8)[:1] == ["aside"]:
        # "Gaza aside, Yemen imports less".
        return None
    if _looks_on(reading, sentence, end):
        return None
    if role == "of" and not demonym and any(0 < g.start - end <= 1 for g in sentence.goods):
        # "Imports of U.S. soybeans".
        demonym = True
    elif demonym and (_acts(reading, sentence, end) or (role in {"from", "to"} and _is_port(reading, end))):
        # "Chinese buyers took …", "sold to Indian refiners": the country itself.
        demonym = False
    if role == "subject" and not demonym:
        role = _antecedent(reading, sentence, end) or role
    owner = demonym or _possessive(reading, sentence, end)
    head = role == "subject" and not owner and _heads(reading, sentence, start)
    return Party(start, end, code, role, owner, demonym, place.weak, head)


def _looks_on(reading: Reading, sentence: Sentence, end: int) -> bool:
    """ "A researcher at a Seoul university" says it, and trades nothing; "Iranian daily exports" are Iran's."""
    if _OBSERVERS.isdisjoint(reading.words(end, end + 12)[:1]):
        return False
    return not any(end < c.start < end + _LOOKING for c in sentence.cues_of("flow_noun"))


def _heads(reading: Reading, sentence: Sentence, start: int) -> bool:
    """Whether a country opens its clause: in "this figure makes Mali a leading supplier" it does not."""
    words = reading.tokens.words
    i, lowest = reading.tokens.at(start) - 1, reading.tokens.at(sentence.start)
    while i >= lowest and words[i] in _BETWEEN and words[i] != "of":
        i -= 1
    if i < lowest or not words[i][0].isalpha() or words[i] in _OPENING or words[i].endswith("ly"):
        return True
    ends = {t.end for t in sentence.times} | {c.end for c in sentence.cues_of("speech")}
    return reading.tokens.ends[i] in ends


def _antecedent(reading: Reading, sentence: Sentence, end: int) -> str | None:
    """ "France, from where 149 tonnes were imported": what the clause behind a country makes of it."""
    following = reading.words(end, min(end + 20, sentence.end))[:3]
    if following[:1] != [","] or following[2:] not in (["where"], ["which"], ["whom"]):
        return None
    return {"from": "from", "to": "to"}.get(following[1])


def _quoted(reading: Reading, sentence: Sentence) -> list[tuple[int, int]]:
    """Stretches that name who says it: "according to China's customs", "data from Korea's trade association showed"."""
    tokens = reading.tokens
    found = []
    for cue in sentence.cues_of("speech"):
        words = reading.words(cue.start, cue.end)
        if words[-1] not in {"to", "from"}:
            continue
        stop = sentence.end
        doing = _doer(reading, sentence, cue.end)
        for i in range(tokens.at(cue.end), tokens.at(sentence.end)):
            if (
                tokens.words[i] in _ENDS_SOURCE
                or tokens.starts[i] == doing
                or any(c.kind in {"speech", "change", "level"} and c.start == tokens.starts[i] for c in sentence.cues)
            ):
                stop = tokens.starts[i]
                break
        found.append((cue.end, stop))
    return found


def _doer(reading: Reading, sentence: Sentence, start: int) -> int | None:
    """Where who does something begins, no comma before: "according to Mali's statistics office Turkey sold cars"."""
    verbs = {c.start for c in sentence.cues_of("flow_verb")}
    for named in sentence.countries:
        said = [word for word in reading.words(start, named.start) if word != "the"]
        if not said or named.kind == "demonym" or named.start <= start:
            continue
        behind = reading.tokens.at(named.end)
        does = named.end + 1 in verbs or any(
            looks_finite(reading, w) for w in reading.tokens.words[behind : behind + 1]
        )
        if does and reading.tokens.starts[behind] < sentence.end:
            return named.start
    return None


def _tells(reading: Reading, sentence: Sentence, start: int) -> bool:
    """ "A source in North Hamgyong said": where somebody is who tells of trade, not where goods go."""
    before = reading.words(max(sentence.start, start - 24), start)[-3:]
    return "in" in before and bool(_TELLERS & set(before[: before.index("in")]))


def _acts(reading: Reading, sentence: Sentence, end: int) -> bool:
    """ "Chinese (state) companies": people who trade for their country."""
    words = reading.words(end, min(end + 32, sentence.end))[:2]
    return bool(words) and (words[0] in _ACTORS or (len(words) > 1 and words[0] in _OF_ACTORS and words[1] in _ACTORS))


def _is_compound(reading: Reading, end: int) -> bool:
    """ "U.S.-backed", "Russian-flagged": a country that only says something of somebody's goods or people."""
    if reading.text[end : end + 1] not in _HYPHENS:
        return False
    word = reading.words(end + 1, end + 16)[:1]
    return bool(word) and (word[0] in _SAID_OF or (word[0].endswith("ed") and word[0] not in _ORIGINS))


def _is_port(reading: Reading, end: int) -> bool:
    """ "From Russian ports"."""
    return bool(set(reading.words(end, end + 12)[:1]) & _SITES)


def _of_most(before: Sequence[str]) -> bool:
    """ ", mostly from", ", shipped mostly to", ", most of it from", ", almost all of them to": of a part of it all."""
    if not _MOSTLY.isdisjoint(before[-1:]):
        return before[-2:-1] in _BEHIND or (before[-3:-2] in _BEHIND and before[-2] in _SENT)
    if before[-2:-1] != ["of"] or before[-1] not in _IT:
        return False
    nearly = before[-3:-2] == ["all"] and not _NEARLY.isdisjoint(before[-4:-3])
    return nearly or (not _SOME.isdisjoint(before[-3:-2]) and _BEHIND[0][0] in before[:-3])


def _possessive(reading: Reading, sentence: Sentence, end: int) -> bool:
    tokens = reading.tokens
    after = tokens.at(end)
    following = tokens.words[after] if after < len(tokens) and tokens.starts[after] < sentence.end else ""
    if following in {"'", "’"}:
        return reading.text[end - 1] == "s" and tokens.starts[after] == end
    return following in {"'s", "’s"}


def _at_site(words: Sequence[str], i: int, lowest: int) -> str | None:
    """ "From the agency's warehouse in Dubai", "to a port in Oman": what the site is to a trade, its country is."""
    if words[i - 1] not in _SITES:
        return None
    ahead = [word for word in words[max(lowest, i - _NAMED_SITE) : i - 1] if word in _PREPOSITIONS]
    return ahead[-1] if ahead[-1:] in (["from"], ["to"]) else None


def _role(reading: Reading, sentence: Sentence, first: int, after: int, before: list[Party]) -> str:
    words, starts = reading.tokens.words, reading.tokens.starts
    i = first - 1
    lowest = reading.tokens.at(sentence.start)
    skipped = 0
    if i > lowest + 1 and words[i] == "of" and words[i - 1] in _PLACES:
        i -= 1
    while i >= lowest and words[i] in _BETWEEN and skipped < 4 and words[i] not in {"of"}:
        i -= 1
        skipped += 1
    if i < lowest:
        return "subject"
    if words[i] == "in" and i > lowest:
        seated = 2 if words[i - 1] in _SEATED and i > lowest + 1 else 1
        if words[i - seated] in _ACTORS:
            # "Shipments to customers in China", "refiners in India bought", "companies based in Peru".
            return _role(reading, sentence, i - seated, after, before)
        if (whence := _at_site(words, i, lowest)) is not None:
            return whence
    if (
        words[i] == "with"
        and words[i - 1] not in _SHARED
        and after < len(words)
        and words[after].endswith("ing")
        and starts[after] < sentence.end
    ):
        # "… with the Asian giant receiving 17,000 tonnes".
        return "subject"
    if words[i] == "for" and _DEPARTING & set(words[max(lowest, i - _VOYAGE) : i]):
        # "Left Da Nang for Nampo", "bound for Cuba".
        return "to"
    if words[i] == "from" and i > lowest and words[i - 1] in _DEMANDING:
        # "Exports rose on demand from Russia": who wants something sends none of it.
        return "source"
    if words[i] in _CONJUNCTIONS and after < len(words) and looks_finite(reading, words[after]):
        # "After China suspended purchases, shipments dried up".
        return "subject"
    if words[i] == "on" and i > lowest and words[i - 1] in _RELYING:
        # "Relies on Chad for half of its cotton".
        return "from"
    if words[i] in {"from", "to"} and _of_most(words[max(lowest, i - _MOST_OF) : i]):
        # "Imported 180,000 tonnes of wheat, nearly all of it from Russia".
        return "partly"
    if words[i] in _PREPOSITIONS:
        return _PREPOSITIONS[words[i]]
    if words[i] == "," and not (after < len(words) and words[after] in {",", "and", "or", "&"}):
        # "In the case of India, North Korea imported …": a comma alone makes no list.
        return "subject"
    gapped = any(after < len(starts) and f.start == starts[after] for f in sentence.figures)
    if before and words[i] in _LINKS and not gapped:
        last = before[-1]
        j = i
        while j >= lowest and words[j] in _LINKS:
            j -= 1
        if j >= lowest and words[j] == ")":
            # "To Ghana (110 tonnes) and Tunisia".
            opened = next((k for k in range(j, max(lowest, j - _BRACKET) - 1, -1) if words[k] == "("), lowest)
            j = opened - 1
        if j >= lowest and starts[j] < last.end and starts[j] >= last.start and not last.owner:
            return last.role
    return "subject"
