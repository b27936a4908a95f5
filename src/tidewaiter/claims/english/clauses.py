"""Clauses of a sentence: what a figure may look at first before it looks further afield."""

from __future__ import annotations

from itertools import pairwise

from tidewaiter.claims.periods import Expression
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Clause, Party
from tidewaiter.claims.words.lexicon import Cue, words

#: "Oximeters, none of which had been bought before, came to 15,400".
_OF_WHICH = (["of", "which"], ["of", "whom"])
_VERB_KINDS = frozenset({"change", "flow_verb", "level", "perfect", "zero", "share"})
_MARKS = frozenset(";(（)）,—–:") | {"and"}
_INSERTING = frozenset({"excluding", "including", "mainly", "mostly", "particularly", "especially"})
_INSERTION = 24
_DASHES = frozenset("—–-")
#: Tokens between two dashes that set an aside apart.
_ASIDE = 30
_AUXILIARIES = frozenset({"are", "did", "had", "has", "have", "is", "was", "were", "will", "would"})
#: Characters from "after" to the change that went before.
_TOLD_AFTER = 48
#: Words from "as" to the amount that stood before, and verbs that tell it; what holds it against another.
_LEVEL_REACH, _WERE, _AMOUNTS = 6, frozenset({"was", "were", "stood"}), frozenset({"count", "money", "quantity"})
_HOLDING = words("holding_against")
#: What goes on beside what stands before it, where "although" and "but" take some of it back; characters of either.
_PARALLEL, _CONCESSION = frozenset({"while", "whereas"}), 12
_RELATIVES = frozenset({"which", "who", "whom", "whose", "where"})
#: What leads to the time that a clause opens with.
_LEADS_TIME = frozenset({"by", "during", "in", "on"})
#: What an amount is taken up as, and characters of ", an average which".
_SUMS, _ARTICLE, _THAT, _TAKEN_UP = words("amounts_of_a_time"), (["a"], ["an"]), (["that"], ["which"]), 24
#: What belongs to goods named before.
_OWN, _BELONGINGS = frozenset({"its", "their"}), words("belongings")


def clauses(reading: Reading, sentence: Sentence, parties: list[Party]) -> list[Clause]:
    """The clauses of a sentence, in order; together they cover it."""
    cuts = _cuts(reading, sentence, parties)
    if len(cuts) == 1:
        return [Clause(cuts[sentence.start], [(sentence.start, sentence.end)])]
    places = sorted(place for place in cuts if sentence.start <= place < sentence.end)
    found: list[Clause] = []
    for n, place in enumerate(places):
        stretch = (place, places[n + 1] if n + 1 < len(places) else sentence.end)
        kind = cuts[place]
        if kind == "resumed" and len(found) > 1:
            outer = next((c for c in reversed(found) if c.kind not in {"aside", "relative"}), found[0])
            outer.stretches.append(stretch)
        else:
            found.append(Clause("main" if kind == "resumed" else kind, [stretch]))
    return found


def _cuts(reading: Reading, sentence: Sentence, parties: list[Party]) -> dict[int, str]:
    tokens = reading.tokens
    cuts: dict[int, str] = {sentence.start: "main"}
    for cue in sentence.cues_of("boundary"):
        if cue.sense == "contrast":
            cuts[cue.start] = "contrast"
        elif cue.sense == "given" or _ing_follows(reading, cue.end) or _change_follows(reading, sentence, cue):
            cuts[cue.start] = "earlier"
    if "as" in sentence.words:
        cuts |= {
            place: "earlier"
            for word, place in reading.placed(sentence.start, sentence.end)
            if word == "as" and _level_follows(reading, sentence, place)
        }
    first, last = tokens.at(sentence.start), tokens.at(sentence.end)
    depth, relative = 0, False
    words = tokens.words
    dashes = _pairs_of_dashes(reading, sentence, first, last)
    for i in [i for i in range(first, last) if words[i] in _MARKS]:
        word, start = words[i], tokens.starts[i]
        if word == ";":
            cuts[start] = "main"
        elif word in {"(", "（"}:
            depth += 1
            cuts[start] = "aside"
        elif word in {")", "）"} and depth:
            depth -= 1
            cuts[tokens.ends[i]] = "resumed"
        elif start in dashes:
            cuts[start if dashes[start] else tokens.ends[i]] = "aside" if dashes[start] else "resumed"
        elif word in {",", "and", "—", "–", ":"} and not depth:
            nxt = tokens.words[i + 1] if i + 1 < last else ""
            close = _inserted(reading, sentence, i, last) if word == "," and nxt in _INSERTING else None
            if close is not None:
                cuts[start], cuts[close] = "aside", "resumed"
            elif nxt in _RELATIVES or (nxt == "none" and words[i + 2 : i + 4] in _OF_WHICH) or takes_up(reading, start):
                cuts[start] = "relative"
                relative = True
            elif relative and word == "," and _resumes(reading, sentence, cuts, i + 1, last):
                cuts[start] = "resumed"
                relative = False
            elif (
                word != "–"
                and not _introduces(reading, sentence, max(cuts), start)
                and _opens_clause(reading, sentence, parties, i + 1, last)
            ):
                cuts.setdefault(start, "main")
    return cuts


def takes_up(reading: Reading, start: int) -> bool:
    """ "$31 million in 2019, a sum that this year's imports passed in April": whether a clause speaks of the amount."""
    said = reading.words(start, start + _TAKEN_UP)
    return said[:1] == [","] and said[1:2] in _ARTICLE and said[2:3] != [] and said[2] in _SUMS and said[3:4] in _THAT


def _pairs_of_dashes(reading: Reading, sentence: Sentence, first: int, last: int) -> dict[int, bool]:
    """Where two dashes set an aside apart ("the deficit – the gap between … – rose"); True for the one that opens."""
    tokens = reading.tokens
    if sentence.words.isdisjoint(_DASHES):
        return {}
    places = [i for i in range(first, last) if tokens.words[i] in _DASHES and _stands_free(reading, i)]
    return {
        tokens.starts[place]: opens
        for one, other in pairwise(places)
        if other - one <= _ASIDE and _verb_at(reading, sentence, other + 1, last)
        for place, opens in ((one, True), (other, False))
    }


def _stands_free(reading: Reading, i: int) -> bool:
    start, end = reading.tokens.starts[i], reading.tokens.ends[i]
    return reading.text[start - 1 : start].isspace() and reading.text[end : end + 1].isspace()


def _inserted(reading: Reading, sentence: Sentence, i: int, last: int) -> int | None:
    """Where "…, including sales of gas, fell by 24%" resumes: behind the comma before the verb; else None."""
    tokens = reading.tokens
    for j in range(i + 2, min(i + _INSERTION, last)):
        if any(f.start == tokens.starts[j] for f in sentence.figures):
            return None
        if tokens.words[j] == "," and _verb_at(reading, sentence, j + 1, last):
            return tokens.ends[j]
    return None


def _introduces(reading: Reading, sentence: Sentence, start: int, comma: int) -> bool:
    """Whether what stands before a comma only sets the scene: "In February alone, Ankara bought …"."""
    verbs = any(start <= c.start < comma and (c.kind in _VERB_KINDS or c.kind == "flow_noun") for c in sentence.cues)
    # "From a low of $1.9 million in 2021, they rose to $7.4 million": one clause.
    begins = reading.words(start, comma)[:1] == ["from"]
    return not verbs and (begins or not any(start <= f.start < comma for f in sentence.figures))


def _verb_at(reading: Reading, sentence: Sentence, i: int, last: int) -> bool:
    """Whether a finite verb follows at once: ", which …, fell by 81 percent"."""
    tokens = reading.tokens
    if i >= last:
        return False
    start = tokens.starts[i]
    return any(
        c.start == start and c.kind in {"change", "flow_verb", "level", "perfect", "share"} for c in sentence.cues
    ) and not tokens.words[i].endswith("ing")


def _resumes(reading: Reading, sentence: Sentence, cuts: dict[int, str], i: int, last: int) -> bool:
    """Whether a sentence goes on behind a relative clause: "Rice, which …, returned with $5 million".

    Where its subject has had no verb before "which", anything that looks like one will do.
    """
    if _verb_at(reading, sentence, i, last):
        return True
    opened = max(place for place, kind in cuts.items() if kind == "relative")
    outer = max((place for place in cuts if place < opened), default=sentence.start)
    # "Exports, which …": no verb, where one might stand.
    trade = {c.start for c in sentence.cues_of("flow_noun") if c.end == opened}
    verbs = (c for c in sentence.cues if c.kind in _VERB_KINDS and c.start not in trade)
    if i >= last or any(outer <= c.start < opened for c in verbs):
        return False
    before = [word for word, start in reading.placed(outer, opened) if start not in trade]
    if any(reading.is_word("verbs", word) or word in _AUXILIARIES for word in before):
        return False
    return looks_finite(reading, reading.tokens.words[i])


def looks_finite(reading: Reading, word: str) -> bool:
    """Whether a word that stands where a verb may is likely one: "had", "returned", "suspended"."""
    past = word.endswith("ed") and word.isalpha() and len(word) > len("need")
    return word in _AUXILIARIES or reading.is_word("verbs", word) or past


def _ing_follows(reading: Reading, offset: int) -> bool:
    tokens = reading.tokens
    i = tokens.at(offset)
    return any(tokens.words[j].endswith("ing") for j in range(i, min(i + 3, len(tokens))))


def _change_follows(reading: Reading, sentence: Sentence, cue: Cue) -> bool:
    """ "Rose 5.6%, after a year-on-year increase of 11.5% in June": behind a figure, a change of another time.

    So is "after May's data showed an increase of 11.5%".
    """
    named = any(0 < time.start - cue.end <= 1 and opens_possessive(reading, time) for time in sentence.times)
    if not named and reading.words(cue.end, cue.end + 3)[:1] not in (["a"], ["an"]):
        return False
    reach = cue.end + _TOLD_AFTER
    told = any(cue.end <= f.start < reach for f in sentence.figures)
    changed = any(c.kind == "change" and cue.end <= c.start < reach for c in sentence.cues)
    return told and changed and any(f.end <= cue.start for f in sentence.figures)


def _level_follows(reading: Reading, sentence: Sentence, place: int) -> bool:
    """ "Rose by four percent, as the figure was $5 million in 2022": behind a figure, an amount of another time.

    "As it stood at $5 million compared to $4 million in May" is of now; "goods such as glass were" opens no clause.
    """
    ends = {f.end for f in sentence.figures} | {t.end for t in sentence.times}
    last = reading.tokens.before(place)
    if reading.tokens.words[last] != "," and reading.tokens.ends[last] not in ends:
        return False
    following = next((f for f in sentence.figures if place < f.start), None)
    if following is None or following.kind not in _AMOUNTS or not any(f.end <= place for f in sentence.figures):
        return False
    behind = next((f.begins for f in sentence.figures if f.begins >= following.end), sentence.end)
    if not _HOLDING.isdisjoint(reading.words(following.end, behind)):
        return False
    said = reading.words(place, following.begins)[1:]
    return 1 < len(said) <= _LEVEL_REACH and any(word in _WERE for word in said) and not {",", "from", "to"} & set(said)


def opens_possessive(reading: Reading, time: Expression) -> bool:
    """ "May's data"."""
    return reading.words(time.end, time.end + 2)[:1] in (["'s"], ["’s"])


def _opens_clause(reading: Reading, sentence: Sentence, parties: list[Party], i: int, last: int) -> bool:
    """Whether a subject and a verb follow before the next mark: "…, imports from India collapsed …"."""
    tokens = reading.tokens
    if i < last and tokens.words[i] in {"and", "but"}:
        i += 1
    if i >= last:
        return False
    i = _past_time(reading, sentence, i)
    if i >= last:
        return False
    if tokens.words[i] in _OWN and i + 1 < last and tokens.words[i + 1] in _BELONGINGS:
        # "Palm oil and its derivatives rose", "telephones and their components": goods, and no other subject.
        return False
    start, stop = tokens.starts[i], sentence.end
    for j in range(i + 1, last):
        if tokens.words[j] in {",", ";", "(", "—"}:
            stop = tokens.starts[j]
            break
    figures = [f.start for f in sentence.figures if start <= f.start < stop]
    limit = figures[0] if figures else stop
    subject = -1
    for cue in sentence.cues:
        if start <= cue.start < limit and cue.kind == "flow_noun":
            subject = cue.end
            break
        if cue.kind == "anaphor" and cue.start == start and cue.sense in {"subject", "country", "epithet"}:
            subject = cue.end
            break
    if subject < 0:
        for party in parties:
            if start <= party.start < min(limit, start + 30) and party.role == "subject" and not party.owner:
                subject = party.end
                break
    if subject < 0:
        return False
    return any(subject <= cue.start < stop and cue.kind in _VERB_KINDS for cue in sentence.cues)


def _past_time(reading: Reading, sentence: Sentence, i: int) -> int:
    """ "…, and in 2021 they were halved": the token behind a time that a clause opens with."""
    first = i + (reading.tokens.words[i] in _LEADS_TIME)
    if first >= len(reading.tokens):
        return i
    start = reading.tokens.starts[first]
    time = next((t for t in sentence.times if t.start <= start < t.end), None)
    return i if time is None else reading.tokens.at(time.end)


def concedes(reading: Reading, clause: Clause) -> bool:
    """ "Sales were $88 million, although they weakened in the fourth quarter": of then only what is conceded."""
    said = reading.words(clause.start, clause.start + _CONCESSION) if clause.kind == "contrast" else []
    return bool(said) and said[0] not in _PARALLEL
