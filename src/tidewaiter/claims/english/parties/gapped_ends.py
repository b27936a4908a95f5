"""Countries with a figure right behind them, the verb left out: "Ukraine 250,000", "China ($26.8 million)"."""

from __future__ import annotations

from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.gates import turns_on
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Draft, Flow, Party, Scene, pair_of
from tidewaiter.claims.words.lexicon import words

DASHES = (["-"], ["–"], ["—"])
#: Nothing else stands between a country and its figure in a list ("Vietnam with $17 million", "India ($11 million)").
BESIDE = (["("], ["with"], ["at"], [":"], *DASHES)
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
#: Characters of a bracket before a figure in it ("Hungary (112.5 million packs – 11.6% more than …").
_BRACKET = 48
#: Parts of countries that a bracket stands behind ("notably to Peru (12 percent)").
_BRACKETED = frozenset({"subject", "from", "to", "by", "in", "partly"})
#: So many words may hedge a figure behind its owner ("Slovenia's more than three times").
_HEDGED = 2
#: "Bolivia a token 900 tons".
_BARELY = words("before_figure")
#: "Turkey the remaining 900 tons", "Mali the other 90".
_REST = frozenset({"final", "last", "other", "remaining"})
#: What puts a country into its place among several.
_RANKED = words("ranking") | words("ordinals") | {"the", "list", "in", "place"}
#: Words from "reported" to a trade.
_BOOKING = 3
#: What comes next in a ranking.
_FOLLOWED = frozenset({"followed"})
#: What a country does with the figures of its own trade.
BOOKED = words("booked")


def gapped(reading: Reading, scene: Scene, draft: Draft, flow: Flow, context: Context) -> Pair | None:
    """ "Russia supplied 590,000 tonnes, Ukraine 250,000", "Italy's imports tripled, Malta's doubled": another home."""
    figure = draft.figure
    start = figure.begins
    named = [
        p for p in scene.parties if flow.end <= p.start and p.end <= start and p.role == "subject" and not p.demonym
    ]
    if not named or named[-1].code in {flow.home, flow.away}:
        return None
    party = named[-1]
    between = [w for w in reading.words(party.end, start) if w not in _POSSESSIVE]
    if between[:1] in (["a"], ["another"]) and set(between) <= _BARELY:
        between = []
    if between[:1] == ["the"] and len(between) > 1 and _REST.issuperset(between[1:]):
        between = []
    if party.owner:
        alike = any(p.owner and p.code == flow.home for p in scene.parties)
        near = (
            alike and len(between) <= _HEDGED and not any(party.end <= f.start < start for f in scene.sentence.figures)
        )
    elif between == ["of"] and _first_is_of(reading, scene, flow):
        # "The UAE reported sales to Mali of $147 million, China of $61 million".
        near = not BOOKED.isdisjoint(reading.words(flow.clause.start, flow.start)[-_BOOKING:])
    elif _one_of_list(reading, scene, flow, party, context):
        # "Including to Uzbekistan – 2.2 million, Tajikistan – 0.9 million", "sold Iran $5 million and Oman $3 million".
        return pair_of(flow.sense, flow.home, party.code) if not between or between in DASHES else None
    else:
        # "… as well as Bulgaria - 7.5 times".
        parted = between == [","] and reading.words(max(flow.end, party.start - 4), party.start)[-1:] == [";"]
        told = flow.verb or bool(BOOKED & set(reading.words(max(0, flow.start - 12), flow.start)[-1:]))
        near = (told and (not between or parted)) or between in DASHES
    return pair_of(flow.sense, party.code, *([flow.away] if flow.away else [])) if near else None


def _first_is_of(reading: Reading, scene: Scene, flow: Flow) -> bool:
    """Whether the first amount of a trade stands behind "of"."""
    first = next((f for f in scene.sentence.figures if f.begins >= flow.end), None)
    return first is not None and reading.words(flow.end, first.begins)[-1:] == ["of"]


@turns_on(_FOLLOWED, otherwise=None)
def followed(reading: Reading, scene: Scene, draft: Draft, flow: Flow) -> Pair | None:
    """ "Imported most from Chad, followed by China at $16 million and Japan ($9 million)": from each, by the same.

    "Thailand, which received $62 million, followed by the UK": from the same.
    """
    start = draft.figure.begins
    behind = next((at for word, at in reading.placed(flow.start, start) if word in _FOLLOWED), None)
    party = next((p for p in reversed(scene.parties) if p.end <= start and not p.owner), None)
    if behind is None or party is None or not party.code or party.start < behind:
        return None
    if reading.words(party.end, start) not in (*BESIDE, []) or party.code in flow.pair.everyone:
        return None
    ahead = [p for p in scene.parties if p.end <= behind and p.code in {flow.home, flow.away} and not p.owner]
    if not ahead or flow.home is None:
        return None
    if ahead[-1].code == flow.away:
        return pair_of(flow.sense, flow.home, party.code)
    return pair_of(flow.sense, party.code, flow.away) if flow.away and flow.verb else None


def by_turn(reading: Reading, scene: Scene, draft: Draft, flow: Flow) -> Pair | None:
    """ "Some 16,000 tons were supplied by Libya and 28,000 tons by Chad": who did it, behind its own figure."""
    figure = draft.figure
    doers = [p for p in scene.parties if p.role == "by" and p.code and not p.owner and p.start >= flow.end]
    if not flow.verb or len(doers) < 2 or flow.home != doers[0].code:
        return None
    own = next((p for p in doers[1:] if p.start >= figure.end), None)
    if own is None or reading.words(figure.end, own.start) not in (["by"], ["by", "the"]):
        return None
    return pair_of(flow.sense, own.code, *([flow.away] if flow.away else []))


def _one_of_list(reading: Reading, scene: Scene, flow: Flow, party: Party, context: Context) -> bool:
    """Whether the partners of a flow are listed: the first has its preposition, or stands right behind the verb.

    "Georgia sold Iran $5 million and Armenia $3 million" lists buyers in a text on Georgia, sellers in one on Iran.
    """
    first = next((p for p in scene.parties if p.start >= flow.end and not p.owner), None)
    if first is None or first is party:
        return False
    far = "from" if flow.sense == "import" else "to"
    joined = reading.words(max(flow.end, party.start - 8), party.start)[-1:] == ["and"]
    indirect = joined and flow.verb and flow.away == first.code and flow.home == context.focus
    indirect = indirect and not reading.words(flow.end, first.start)
    if not flow.verb and first.role == far:
        return True
    return indirect or reading.words(flow.end, first.start)[-2:] == ["including", far]


def beside(reading: Reading, scene: Scene, draft: Draft, flow: Flow) -> Pair | None:
    """ "Imports of cod: Norway $5 million, Iceland $3 million": a partner and its figure, with nothing between.

    "In terms of imports, China led with $4 million".
    """
    named = [p for p in scene.parties if flow.end <= p.start and p.end <= draft.figure.start and p.role == "subject"]
    if flow.verb or not named or named[-1].owner or not named[-1].code or named[-1].code == flow.home:
        return None
    said = reading.words(named[-1].end, draft.figure.begins)
    ranked = said[-1:] in (["with"], ["at"]) and len(said) > 1 and _RANKED.issuperset(said[:-1])
    if reading.words(named[-1].end, draft.figure.start) and not ranked:
        return None
    return pair_of(flow.sense, flow.home, named[-1].code)


def bracketed(reading: Reading, scene: Scene, draft: Draft, flow: Flow) -> Pair | None:
    """ "Russia ($40 million), then China ($26.8 million)": a partner and what is its own."""
    tokens, figure = reading.tokens, draft.figure
    i = tokens.before(figure.start)
    while (
        i > 0
        and tokens.words[i] != "("
        and tokens.starts[i] >= scene.sentence.start
        and tokens.words[i] != ")"
        and figure.start - tokens.starts[i] < _BRACKET
    ):
        i -= 1
    if i <= 0 or tokens.words[i] != "(":
        return None
    party = next((p for p in scene.parties if p.end == tokens.ends[i - 1] and not p.owner), None)
    if party is None or party.code == flow.home or party.role not in _BRACKETED:
        return None
    if party.role == ("from" if flow.sense == "import" else "to"):
        return pair_of(flow.sense, flow.home, party.code)
    after = flow.verb and flow.away and "followed" in reading.words(flow.end, party.start)
    if after and any(p.code == flow.home and p.end <= flow.start for p in scene.parties):
        # "Thailand, which received $62 million, followed by the UK ($31 million)": from the same.
        return pair_of(flow.sense, party.code, str(flow.away))
    return _beside_stated(reading, scene, flow, party.code)


def _beside_stated(reading: Reading, scene: Scene, flow: Flow, code: str) -> Pair:
    """A country beside the end that the sentence itself states: the home, unless only the far end is stated.

    A far end with a bracket of its own is one of the list: "shipments to Angola (up 52 percent), Ghana (up 9 percent)".
    """
    told = {p.code for p in scene.parties if reading.text[p.end : p.end + 2] != " ("}
    if flow.away in told and flow.home not in told:
        # "Among suppliers of drugs to Russia, Poland (60 million)".
        return pair_of(flow.sense, code, flow.away)
    return pair_of(flow.sense, flow.home, code)
