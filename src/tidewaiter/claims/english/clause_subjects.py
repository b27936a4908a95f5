"""Who does what a clause says."""

from __future__ import annotations

from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Clause, Party
from tidewaiter.claims.words.lexicon import Cue, words

_COUNTERPARTS = words("counterparts")
#: "European buyers took …": a group of countries does what follows right behind it, and nothing further on.
_NEAR = 32
_RELATIVE = frozenset({"that", "which", "who"})
#: Behind "said that" these do nothing themselves.
_NO_DOERS = words("no_doers")
#: Words from "which" to its verb ("which also imported").
_LEADING = 3
#: Characters of ", the minister said".
_INSERTED = 40
#: Characters of "with total " before a trade.
_JOINED = 20
#: Characters that "also" takes before a verb.
_ALSO = 12
#: Senses of verbs that say that something came in.
_TAKING = frozenset({"import", "receive"})


def subject_of(
    reading: Reading, sentence: Sentence, parties: list[Party], clause: Clause, offset: int, context: Context
) -> str | None:
    """Who does what the clause says: the nearest country before the verb that stands free, or what a pronoun means."""
    if clause.kind == "relative":
        beside = (
            p for p in parties if p.end <= clause.start <= p.end + 1 or _told_between(reading, sentence, p, clause)
        )
        antecedent = next((p for p in beside if not p.owner and p.code), None)
        between = [p for p in parties if clause.start <= p.start and p.end <= offset and p.role == "subject"]
        if antecedent is not None and not between:
            # "… from India, which took tea in return".
            return antecedent.code
    for party in parties:
        if party.code and not party.owner and party.end < offset <= party.end + _NEAR:
            said = reading.words(party.end, offset)
            if said and said[0] in _RELATIVE and len(said) <= _LEADING:
                # "… followed by Vietnam which imported $1 billion".
                return party.code
    start = sentence.start if clause.kind == "relative" else clause.start
    for where, anywhere in ((start, clause.kind == "relative"), (sentence.start, True)):
        named = [
            p for p in parties
            if where <= p.start and p.end <= offset and p.role == "subject" and not p.owner
            and (anywhere or clause.holds(p.start)) and (p.code or offset - p.end <= _NEAR)
            and not _is_indirect(sentence, parties, p)
            and not _only_says(reading, sentence, p, offset)
            and not _apart(reading, sentence, p, offset)
        ]  # fmt: skip
        pronouns = [
            c for c in sentence.cues_of("anaphor")
            if c.sense == "subject" and where <= c.start and c.end <= offset and _free(c, parties)
        ]  # fmt: skip
        last_named = named[-1] if named else None
        last_pronoun = pronouns[-1] if pronouns else None
        if last_named and (last_pronoun is None or last_pronoun.start < last_named.start):
            return last_named.code
        if last_pronoun is not None:
            before = [p for p in parties if p.end <= last_pronoun.start]
            free = [p.code for p in before if p.role == "subject" and not p.owner]
            if free:
                return free[-1]
            owners = [p.code for p in before if p.owner and p.role == "subject"]
            if owners:
                return owners[0]
            if context.subject == "" and any(c.start == offset and c.sense in _TAKING for c in sentence.cues):
                # "The WHO shipped 20 ventilators. It bought another 30": no body buys.
                return context.focus
            return context.subject
    return _of_body(reading, parties, offset)


def did_so_before(
    reading: Reading, sentence: Sentence, parties: list[Party], offset: int, sense: str, context: Context
) -> str | None:
    """ "Mali bought rice. In May Peru had shipped 40 tons. It also bought tea": Mali, the one that has bought so far.

    "Peru is poor. It also bought tea" has turned to Peru.
    """
    if "also" not in reading.words(max(sentence.start, offset - _ALSO), offset):
        return None
    pronoun = any(c.sense == "subject" and c.end <= offset and _free(c, parties) for c in sentence.cues_of("anaphor"))
    named = any(p.role == "subject" and p.end <= offset for p in parties)
    doers, subject = context.deeds.get(sense, set()), context.subject
    if not pronoun or named or len(doers) != 1 or subject in {*doers, context.turned} or subject not in context.both:
        return None
    return next((code for code in doers if code in context.both), None)


def _told_between(reading: Reading, sentence: Sentence, party: Party, clause: Clause) -> bool:
    """ "From Oman, he said, which supplied 900 tonnes": only who says so stands before the clause."""
    if not party.end < clause.start <= party.end + _INSERTED:
        return False
    said = reading.words(party.end, clause.start)
    spoken = any(party.end <= c.start and c.end <= clause.start for c in sentence.cues_of("speech"))
    return spoken and said[:1] == [","] and said.count(",") == 1


def _of_body(reading: Reading, parties: list[Party], offset: int) -> str | None:
    """ "Syria's General Establishment for Cereals bought …": a body of a country, by its name."""
    first = next((p for p in parties if p.role == "subject"), None)
    if first is None or not first.owner or first.demonym or first.end >= offset:
        return None
    text, words = reading.text, reading.words(first.end, offset)
    i = reading.tokens.at(first.end) + 1
    named = i < len(reading.tokens) and text[reading.tokens.starts[i]].isupper() and not {",", ";"} & set(words)
    return first.code or None if named else None


def _only_says(reading: Reading, sentence: Sentence, party: Party, offset: int) -> bool:
    """ "Peru estimated that tankers had brought in 5,000 barrels": who says so does not do so."""
    spoken = next((c for c in sentence.cues_of("speech") if party.end <= c.start < offset), None)
    if spoken is None:
        return False
    said = reading.words(spoken.end, offset)
    if said[:1] != ["that"] or len(said) < 2 or said[1] in _NO_DOERS:
        return False
    return said[1].endswith("s") and not reading.is_word("stop", said[1])


def _apart(reading: Reading, sentence: Sentence, party: Party, offset: int) -> bool:
    """ "Peru took half; phosphates earned $80 million": behind a semicolon goods are what something is said of."""
    stop = reading.text.rfind(";", party.end, offset)
    first = next((g for g in sentence.goods if stop < g.start < offset and g.good_id != "total"), None)
    return stop > 0 and first is not None and not reading.words(stop + 1, first.start)


def _is_indirect(sentence: Sentence, parties: list[Party], party: Party) -> bool:
    """ "Peru sold China goods and bought cars": who stands right behind a verb that has a subject has received."""
    if not any(0 < party.start - c.end <= 1 for c in sentence.cues_of("flow_verb")):
        return False
    return any(p.role == "subject" and not p.owner and p.end < party.start for p in parties)


def ranked_by(reading: Reading, sentence: Sentence, parties: list[Party], offset: int) -> str | None:
    """Whose trade a ranking is of: "Ethiopia was Eritrea's largest partner, taking 66 percent of its exports"."""
    served = next((p for p in parties if p.role in {"for", "of"} and not p.demonym and p.end <= offset), None)
    if served is not None and any(served.end <= p.start and p.role == "subject" and p.end <= offset for p in parties):
        before = reading.words(max(sentence.start, served.start - 30), served.start)[-3:]
        if _COUNTERPARTS & set(before) and reading.words(sentence.start, sentence.start + 6)[:1] == ["among"]:
            # "Among the top import sources for Laos, Thailand led the way, with imports worth $309 million".
            return served.code
    if served is not None and _with_figures(reading, served.end, offset) and partner_of(reading, parties, served):
        return served.code
    for party in reversed([p for p in parties if p.owner and p.end <= offset]):
        following = reading.words(party.end, min(party.end + 60, offset))[:7]
        if _COUNTERPARTS & set(following) and any(p.end <= party.start and p.role == "subject" for p in parties):
            return party.code
    return None


def _with_figures(reading: Reading, start: int, offset: int) -> bool:
    """Whether a trade is what somebody is said to be a partner with: "the largest market for Peru, with exports of"."""
    said = reading.words(max(start, offset - _JOINED), offset)
    return not {"with", ":"}.isdisjoint(said)


def partner_of(reading: Reading, parties: list[Party], served: Party) -> str | None:
    """ "China ranked the largest market for Peru": who is told to be a partner of a country."""
    doer = next((p for p in reversed(parties) if p.end <= served.start and p.role == "subject" and not p.owner), None)
    if doer is None or _COUNTERPARTS.isdisjoint(reading.words(doer.end, served.start)[-3:]):
        return None
    return doer.code


def partner_told(reading: Reading, before: list[Party], start: int) -> str | None:
    """Whom "the country" means: "China was the largest market for Peru, with exports to the country worth …", "China
    became the top market, with exports to the country of …".
    """
    last = before[-1]
    if last.role in {"for", "of"} and not last.demonym:
        return partner_of(reading, before, last)
    said = reading.words(last.end, start) if last.role == "subject" and not last.owner else []
    placed = "with" in said and not _COUNTERPARTS.isdisjoint(said[: said.index("with")])
    return last.code if placed else None


def _free(cue: Cue, parties: list[Party]) -> bool:
    return not any(p.start < cue.end and cue.start < p.end for p in parties)
