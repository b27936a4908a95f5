"""Whom "the island nation", "the country", "its neighbour" or "the latter" means."""

from __future__ import annotations

from tidewaiter.claims.english.clause_subjects import partner_told
from tidewaiter.claims.english.roles.epithets import Epithet, meant
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Party
from tidewaiter.claims.words.lexicon import Cue

_SENT_OUT = (["exported"], ["shipped"], ["exports"], ["shipments"])
_TRADED = (["exports"], ["imports"], ["sales"], ["shipments"], ["deliveries"], ["supplies"])
_BROUGHT_IN = (["imported"], ["imports"], ["importation"], ["import"])
_APPOSITION = 7
_SENSES = frozenset({"import", "export"})
#: Senses of verbs that say that something came in.
_TAKING = frozenset({"import", "receive"})


def country_meant(
    reading: Reading, sentence: Sentence, start: int, role: str, called: Epithet | None, anaphor: Cue | None,
    before: list[Party], everyone: set[str | None], context: Context,
) -> str | None:  # fmt: skip
    """Whom "the island nation", "the country" or "its neighbour" means."""
    if reading.text[start : start + 8].lower() == "the bloc":
        return ""
    if anaphor is not None and before and before[-1].role == "subject" and not before[-1].owner:
        between = reading.words(before[-1].end, start)
        if between[:1] == [","] and len(between) <= _APPOSITION and role == "subject":
            # "China, buyer of the country's gas, …": an apposition speaks of somebody else.
            return context.other_end(before[-1].code) or (
                context.subject if context.subject != before[-1].code else None
            )
    if before and role in {"from", "to"} and (partner := partner_told(reading, before, start)):
        return partner
    if anaphor is not None and before and reading.text[start : start + 5].lower() == "that ":
        # "China was the top buyer: exports to that country …".
        return before[-1].code or None
    if anaphor is not None and anaphor.sense in {"former", "latter"}:
        # "France and Belarus. The latter …": the last that was named.
        named = list(dict.fromkeys(p.code for p in before))
        named = named if len(named) > 1 else list(dict.fromkeys(context.recent))
        return None if len(named) < 2 else named[-1] if anaphor.sense == "latter" else named[-2]
    if called is not None:
        subjects = [p.code for p in before if p.role == "subject" and not p.owner]
        besides = subjects[-1] if subjects and role in {"from", "to", "with"} else None
        named = [p.code for p in before]
        # "The regime paid $2 million for rice from Iran": not Iran, be it one as well.
        later = {code for code in everyone if code and code not in named}
        anew = role == "subject" and not named and sentence.block != context.block_of_pair
        if anew and context.focus in called.codes - later:
            # "Iran and Oman sold 4 and 3 tons." A new paragraph: "The Gulf state sold gas", in a text on Qatar.
            return context.focus
        if role == "subject" and not named and context.subject in called.codes - later:
            # "Chad sold gold to Mali. The junta bought rice": who was told of as doing it.
            return context.subject
        return meant(called.codes - later, named, besides, context) or meant(called.codes, named, besides, context)
    before_it = reading.words(max(0, start - 24), start)[-2:-1]
    if (role == "from" and before_it in _SENT_OUT) or (role == "to" and before_it in _BROUGHT_IN):
        # "Goods exported from the country", "imported into the country": from home, to it.
        return context.focus
    if anaphor is not None and role in {"from", "to"} and reading.text[start : start + 5].lower() == "that ":
        # "South Africa supplied 66 percent. Fuel was most of the imports from that country": the last one named.
        named = [code for code in context.recent if code != context.focus]
        if named:
            return named[-1]
    turned = _turned_end(reading, before, start, role) if anaphor is not None and anaphor.sense == "country" else None
    if turned is not None:
        return turned
    doers = {p.code for p in before if p.role == "subject" and not p.owner}
    if role == "to" and len(doers) > 1 and context.starred and context.focus not in {p.code for p in before}:
        # "India, Peru and Chad shipped goods into the country": not to one of them.
        return context.focus
    if role in {"from", "to", "with"}:
        trades = bool(before) and any(before[-1].end <= c.start < start for c in sentence.cues_of("flow_noun"))
        return _other(before, context, neighbour=anaphor is not None and anaphor.sense == "neighbour", trades=trades)
    if role != "subject":
        return None
    given = bool(before) and any(
        0 <= start - c.end <= 1 and c.start >= before[-1].end for c in sentence.cues_of("flow_verb")
    )
    if anaphor is not None and anaphor.sense == "neighbour" and (given or not before):
        # "India sold its neighbour rice";
        # "Its neighbour bought rice": not whoever was told of as the one whose neighbour it is.
        return _other(before, context, neighbour=True, trades=False)
    if anaphor is not None and anaphor.sense == "epithet":
        code = context.focus
    else:
        whose = [p for p in before if p.role in {"source", "subject"} or p.owner]
        if whose and not _in_flow(before[-1]):
            told = _told_of(reading, sentence, whose[-1], start, context)
            return whose[-1].code if told is None else told
        of = [p.code for p in before if p.role == "of" and p.code]
        if of and "share" in sentence.words and len({p.code for p in before}) == 1:
            # "He put the share of Oman at 65 percent, adding that the country exported …".
            return of[0]
        code = _star(reading, sentence, start, context) or context.subject
        if code == "" and anaphor is not None and anaphor.sense != "subject":
            # "The WHO shipped 20 ventilators. The country bought another 30": no body is one.
            code = context.focus
    if code in everyone:
        # "The regime sold China …": whom the sentence names beside it, it is not.
        code = context.other_end(code)
    return code


def _star(reading: Reading, sentence: Sentence, start: int, context: Context) -> str | None:
    """ "China shipped goods to its neighbour." A new paragraph: "The country has received 1.7 million doses"."""
    verb = next((c for c in sentence.cues_of("flow_verb") if c.start >= start), None)
    anew = sentence.block != context.block_of_pair or context.starred
    anew = anew and verb is not None and verb.sense in _TAKING
    bought = context.focus is not None and context.pair.receiver == context.focus
    seller = context.subject == context.pair.sender or context.subject in context.trading.get(context.focus or "", ())
    return context.focus if anew and bought and seller else None


def _told_of(reading: Reading, sentence: Sentence, source: Party, start: int, context: Context) -> str | None:
    """ "According to China's customs, the country imported rice", told of Cuba: who does so in the trade told of.

    None where the country whose books speak may be meant itself.
    """
    focus = context.focus
    speaks = source.role == "source" or any(source.end <= c.start < start for c in sentence.cues_of("source"))
    verb = next((c for c in sentence.cues_of("flow_verb") if c.start >= start), None)
    if not speaks or verb is None or focus in {None, source.code} or verb.sense not in _SENSES:
        return None
    ends = {"import": context.pair.receiver, "export": context.pair.sender}
    if {context.pair.sender, context.pair.receiver} == {focus, source.code}:
        return ends[verb.sense]
    return focus if _heads(reading, focus) else None


def _heads(reading: Reading, focus: str | None) -> bool:
    """Whether the title names one country alone, which then is the one that the text is on."""
    first = reading.sentences[0]
    return first.kind in {"title", "heading"} and {mention.alpha3 for mention in first.countries} == {focus}


def _turned_end(reading: Reading, before: list[Party], start: int, role: str) -> str | None:
    """ "Chinese imports from Mali fell, while exports to the country rose": to whom the imports had come from."""
    opposite = {"to": "from", "from": "to"}.get(role)
    said = reading.words(max(0, start - 24), start)[-2:-1]
    if opposite is None or said not in _TRADED:
        return None
    ends = [p.code for p in before if p.role in {"from", "to"} and not p.demonym]
    return next((p.code for p in before if p.role == opposite and not p.demonym), None) if len(ends) == 1 else None


def _in_flow(party: Party) -> bool:
    """Whether a country was named as the end of a trade, which "the country" may or may not mean."""
    return party.role in {"from", "to", "with", "between"}


def _other(before: list[Party], context: Context, *, neighbour: bool, trades: bool) -> str | None:
    """Whom "the country" or "its neighbour" means as the far end of a trade: not the one that trades."""
    if neighbour:
        whose = [p for p in before if p.role == "subject"] or before
        own = whose[-1].code if whose else context.subject
        others = [p.code for p in before if p.code and p.code != own]
        if (
            context.starred
            and others
            and context.focus not in {None, own, *others[-1:]}
            and context.focus not in others
        ):
            # "Border trade with China rose, and Thailand's exports to its neighbour …", in a text on Myanmar.
            return context.focus
        return context.other_end(own) or (
            others[-1] if others else context.opposite if own == context.focus else context.focus
        )
    subjects = [p.code for p in before if p.role == "subject" and not p.owner]
    subject = subjects[-1] if subjects else context.subject
    if before and before[-1].owner and before[-1].role == "subject" and trades:
        # "China's exports to the country": not to China.
        subject = before[-1].code
    earlier = [p.code for p in before if p.code != subject]
    if earlier:
        return earlier[-1]
    if context.focus is not None and subject is not None and context.focus != subject:
        return context.focus
    recent = [code for code in context.recent if code != subject]
    return context.other_end(subject) or (recent[-1] if recent else None)
