"""Trade told without a word of trade: by whence goods came and where they went.

"Consignments of wheat from Chad to Mali added up to $3 million", "its bill for Chadian cotton": whatever the verb,
goods of one country that end up with another have been traded.
"""

from __future__ import annotations

from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Party
from tidewaiter.claims.words.lexicon import Cue, words

KIND = "course"
#: Characters between a country's adjective and its goods ("Chadian raw cotton"), and behind the amount of them.
_QUALIFIED, _AMOUNT = 16, 16
_OF_ITS = 8
#: Characters from a country to its customs.
_OFFICE, _BOOKS = 3, "official_statistics"
#: Words before goods that open a sentence ("Fresh supplies of").
_OPENING = 3
#: What two countries do with goods, and words from them to it ("the two sides together only traded").
_SWAPPED, _ADVERBS = frozenset({"exchanged", "swapped", "traded"}), 3
_GOODS = words("goods_at_large")
_AMOUNTS = frozenset({"money", "quantity"})


def course(reading: Reading, sentence: Sentence, parties: list[Party]) -> Cue | None:
    """A cue for the trade that a sentence tells by its two ends alone; None where it tells of none."""
    amounts = (figure for figure in sentence.figures if figure.kind in _AMOUNTS)
    nothing = any(figure.kind == "zero" for figure in sentence.figures)
    parts = (figure for figure in sentence.figures if figure.kind == "percent")
    sender, receiver = ends(sentence, parties)
    if not (
        any(_is_of_goods(reading, sentence, figure.end) for figure in amounts)
        or (nothing and receiver is not None and _keeps_book(sentence, receiver))
        or any(reading.words(figure.end, figure.end + _OF_ITS)[:2] == ["of", "its"] for figure in parts)
        or _goes(reading, sentence, sender, receiver)
    ):
        return None
    if sender is None or receiver is None or sender.code == receiver.code:
        return None
    sense = "import" if receiver.role == "subject" else "export"
    start = min(sender.start, receiver.start)
    return Cue(start, start, KIND, sense)


def _goes(reading: Reading, sentence: Sentence, sender: Party | None, receiver: Party | None) -> bool:
    """ "Rice flowed again from China into Mali": goods that open a sentence without figures, from here to there."""
    if sentence.figures or sender is None or receiver is None or (sender.role, receiver.role) != ("from", "to"):
        return False
    first = min(sender.start, receiver.start)
    return any(
        good.good_id != "total" and good.end < first and len(reading.words(sentence.start, good.start)) <= _OPENING
        for good in sentence.goods
    )


@turns_on(_SWAPPED, otherwise=False)
def swapped(reading: Reading, sentence: Sentence, parties: list[Party]) -> bool:
    """ "The two neighbours exchanged goods worth $3 million": trade both ways, of everything."""
    if _GOODS.isdisjoint(sentence.words):
        return False
    doers = [cue.end for cue in sentence.cues_of("anaphor") if cue.sense == "pair"] + [p.end for p in both(parties)]
    return any(_SWAPPED & set(reading.words(end, sentence.end)[:_ADVERBS]) for end in doers)


def both(parties: list[Party]) -> list[Party]:
    """The two countries that are the subject of a sentence together; else nobody."""
    doers = [party for party in parties if party.role == "subject" and party.code and not party.owner]
    return doers if len({party.code for party in doers}) == len(doers) == 2 else []


def ends(sentence: Sentence, parties: list[Party]) -> tuple[Party | None, Party | None]:
    """Who sends and who receives, by prepositions, by whose goods they are, else by who does it."""
    sender = next((p for p in parties if p.role == "from" and not p.demonym), None)
    receiver = next((p for p in parties if p.role == "to" and not p.demonym), None)
    if sender is None:
        sender = next((p for p in parties if p.demonym and (p.role == "of" or _is_of_known(sentence, p))), None)
    if sender is None and any(figure.kind == "zero" for figure in sentence.figures):
        # "No Iranian crude".
        nothing = [figure.end for figure in sentence.figures if figure.kind == "zero"]
        sender = next((p for p in parties if p.demonym and any(0 < p.start - end <= 1 for end in nothing)), None)
    doer = next((p for p in parties if p.role == "subject" and not p.demonym and p not in (sender, receiver)), None)
    if sender is not None and receiver is None and doer is None:
        # "Chinese customs recorded no Iranian crude".
        doer = next((p for p in parties if p is not sender and _keeps_book(sentence, p)), None)
        return sender, doer
    if sender is not None and receiver is None and (sender.role == "from" or (doer is not None and doer.owner)):
        return sender, doer
    return (doer, receiver) if sender is None and doer is not None and not doer.owner else (sender, receiver)


def _keeps_book(sentence: Sentence, party: Party) -> bool:
    """Whether a country's customs are the subject of a sentence."""
    if not party.demonym and not party.owner:
        return False
    return any(0 < c.start - party.end <= _OFFICE for c in sentence.cues_of("source") if c.sense == _BOOKS)


def _is_of_goods(reading: Reading, sentence: Sentence, end: int) -> bool:
    behind = reading.words(end, min(end + _AMOUNT, sentence.end))[:2]
    return behind[:1] == ["of"] or behind == ["worth", "of"] or any(g.good_id != "total" for g in sentence.goods)


def _is_of_known(sentence: Sentence, party: Party) -> bool:
    return any(0 < good.start - party.end <= _QUALIFIED for good in sentence.goods)
