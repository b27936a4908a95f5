"""Goods that are given in Chinese texts: aid and gifts, from whom and to whom."""

from __future__ import annotations

from dataclasses import replace

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Flow, Party, pair_of
from tidewaiter.claims.words.lexicon import Cue

#: How far behind whom it is for a verb of giving may stand, and how far behind the verb who gets it.
_AHEAD, _BEHIND = 16, 1
_STOPS = frozenset("，,。；;：:、（）()")
#: What may stand between the one who gives and the verb, where a country has received it: "收到越南政府援助的".
_BY = 8
#: "援助价值200万美元的大米": money that says what goods are worth, and is not given itself.
_WORTH = ("价值", "货值", "总值", "市值", "等值")
#: What is sent, and is no goods.
_NO_GOODS = frozenset({"people", "companies", "households", "countries", "cities", "years", "months", "days", "times"})


def given(reading: Reading, sentence: Sentence, parties: list[Party], context: Context) -> list[Cue]:
    """Verbs of giving with who gets it ("向老挝捐赠口罩30万只"), or with who gave it ("收到越南援助的大米3000吨")."""
    text, words = reading.lexicon.plain(reading.text[sentence.start : sentence.end]), reading.lexicon.words
    verbs = [*words["gives"], *(words["hands"] if _is_of_goods(sentence) else ())]
    if not any(verb in text for verb in verbs):
        return []
    found = list[Cue]()
    for at, verb in _places(text, verbs):
        start, end = sentence.start + at, sentence.start + at + len(verb)
        taken = any(c.start < end and start < c.end for c in [*sentence.cues_of("flow"), *found])
        if taken or not _gives_goods(text, sentence, end):
            continue
        gotten = _gotten(text, sentence, parties, start, sorted(words["gets"], key=len, reverse=True))
        if gotten is not None:
            found.append(gotten)
        elif _is_aimed(text, sentence, parties, start, end) or (verb in words["gives"] and _goes_on(context)):
            found.append(Cue(start, end, "flow", "export"))
    return found


def ends(reading: Reading, parties: list[Party], cue: Cue) -> list[Party]:
    """Who gets what is given, right behind the verb ("援助老挝大米"), or who gave what is received."""
    words = reading.lexicon.words
    verb = reading.lexicon.plain(reading.text[cue.start : cue.end])
    behind = next((p for p in parties if cue.end <= p.start <= cue.end + _BEHIND and p.role == "subject"), None)
    if behind is None:
        return []
    if verb in words["gives"]:
        return [replace(behind, role="to", owner=False)]
    return [replace(behind, role="from", owner=False)] if verb in words["gets"] else []


def of_no_country(reading: Reading, sentence: Sentence, flow: Flow, cue: Cue) -> bool:
    """ "世界粮食计划署向老挝提供大米": whether the giver is no country; then nobody is carried to it."""
    words = reading.lexicon.words
    verb = reading.lexicon.plain(reading.text[cue.start : cue.end])
    ahead = reading.lexicon.plain(reading.text[sentence.start : cue.start])
    gives = verb in words["gives"] or verb in words["hands"]
    if not gives or flow.home is not None or not flow.away or not any(giver in ahead for giver in words["givers"]):
        return False
    flow.pair = pair_of("export", None, flow.away)
    return True


def _places(text: str, verbs: list[str]) -> list[tuple[int, str]]:
    """Where verbs stand in a text, the longest of those that stand at one place."""
    found: list[tuple[int, str]] = []
    for verb in sorted(verbs, key=len, reverse=True):
        at = text.find(verb)
        while at >= 0:
            if not any(a < at + len(verb) and at < a + len(v) for a, v in found):
                found.append((at, verb))
            at = text.find(verb, at + len(verb))
    return sorted(found)


def _is_of_goods(sentence: Sentence) -> bool:
    return any(m.good_id != "total" for m in sentence.goods)


def _gives_goods(text: str, sentence: Sentence, end: int) -> bool:
    """Whether what is given is goods, and no money, help or people."""
    following = [f for f in sentence.figures if f.start >= end] or [f for f in sentence.figures if f.end <= end]
    return bool(following) and _is_goods(text, sentence, following[0])


def _is_goods(text: str, sentence: Sentence, figure: Figure) -> bool:
    if figure.kind == "money":
        ahead = text[max(figure.start - sentence.start - 4, 0) : figure.start - sentence.start].rstrip("约近逾达为")
        return ahead.endswith(_WORTH)
    return figure.kind in {"quantity", "count"} and figure.unit.partition("_per_")[0] not in _NO_GOODS


def _is_aimed(text: str, sentence: Sentence, parties: list[Party], start: int, end: int) -> bool:
    """Whether who gets it is named before the verb, or right behind it."""
    for party in parties:
        if end <= party.start <= end + _BEHIND and not set(text[end - sentence.start : party.start - sentence.start]):
            return True
        between = text[party.end - sentence.start : start - sentence.start]
        named = party.role in {"to", "toward"} and 0 <= start - party.end <= _AHEAD
        if named and not set(between) & _STOPS and not any(char.isdigit() for char in between):
            return True
        if party.role == "to" and end <= party.start <= end + _BEHIND + 1:
            # "捐赠给老挝"
            return True
    return False


def _goes_on(context: Context) -> bool:
    """ "向老挝捐赠口罩…。此外还捐赠大米": whether the text has just told of goods that go from one to the other."""
    return context.sense == "export" and bool(context.pair.sender and context.pair.receiver)


def _gotten(text: str, sentence: Sentence, parties: list[Party], start: int, gets: list[str]) -> Cue | None:
    """ "收到越南政府援助的": the verb of whoever gets it, where whoever gives stands between the two."""
    giver = next((p for p in reversed(parties) if p.end <= start <= p.end + _BY), None)
    if giver is None:
        return None
    ahead = text[: giver.start - sentence.start].removesuffix("了")
    verb = next((word for word in gets if ahead.endswith(word)), None)
    if verb is None:
        return None
    end = sentence.start + len(ahead)
    return Cue(end - len(verb), end, "flow", "import")
