"""Korean: the other end of a figure's trade where the figure itself names it.

"중국산은 4만1천t", "72%는 튀르키예에서, 21%는 러시아에서 들어왔다", "1만3천t이 이라크로 갔다".
"""

from __future__ import annotations

import re

from tidewaiter.claims.asian.roles.parties import GROUP
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Draft, Scene, pair_of
from tidewaiter.reference.countries import CountryMention

#: From goods of a country to their figure: "중국산은 ", "호주산 밀이 약 ", "중국산(".
_OF_ORIGIN = re.compile(
    r"산(?: (?!수[입출])[가-힣]{1,8})?(?:[은는이가도]|으로,?|의 비중[은이]| 비중[은이])? ?"
    r"(?:약 |총 |각각 |모두 |오히려 |무려 ){0,2}[(（]?"
)
#: From a figure to where its goods came from or went.
_PARTICLE = re.compile(r"(?:어치|가량|정도|상당| ?이상| ?이하| ?안팎)?[은는이가을를] ?")
_CAME = re.compile(
    r"(?:에서|으로부터|로부터)(?:,| (?:들어|들여|왔|온 |수입|도입|반입|사들|구입|구매|나왔|온다|오는|와))"
)
_WENT = re.compile(
    r"(?:으로|로|에)(?:,| (?:갔|간 |나갔|나간|수출|반출|향했|팔|보내|보냈|들어갔|선적|실려))|행(?:이었|이다|으로|이 )"
)
#: "72%를 중국이, 12%를 인도가 차지", "60%가 러시아산이다", "90%를 태국에 의존": whose the part before it is.
_HELD = re.compile(
    r"(?:산?[이가])(?:,| (?:각각 )?(?:차지|공급|담당|점유|맡))"
    r"|산(?: [가-힣·]{1,8}?)?(?:이었|였|이다|입니다|으로|이며|이고|,|\.)"
    r"|에 (?:의존|기대|의지)|[와과]의 (?:거래|교역|무역)"
)
_AMONG = re.compile(r" ?(?:가운데|중에서|중) ")
#: From a country to the figure of the trade with it.
_THERE = re.compile(r"(?:에서|에서는|에|에는|로|으로)? (?:약 |총 |각각 )?")
_LINK = re.compile(r"(?:와|과|,|·) ?")
#: "27억 달러를 기록한 대만": the country behind a figure has it.
_HAD = re.compile(r"(?:어치)?[을를] (?:기록|수입|수출|차지|보유)한 ")
_LONGEST = 24


def origin_of(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """The ends of the trade in goods "made in" a country that a figure stands behind; None where there are none."""
    text, figure = reading.text, draft.figure
    party = next((p for p in reversed(scene.parties) if p.end <= figure.start), None)
    if party is None or party.role != "from":
        return None
    beside = figure.start - party.end <= _LONGEST and _OF_ORIGIN.fullmatch(text, party.end, figure.start) is not None
    topic = text.startswith(("산은 ", "산이 ", "산도 "), party.end)
    if not beside and (not topic or any(party.end < f.start < figure.start for f in scene.flows)):
        return None
    buyer = draft.flow.pair.receiver if draft.flow is not None else None
    buyer = buyer or context.pair.receiver or context.home
    if buyer is None or buyer == party.code:
        return None
    return pair_of("import", buyer, party.code)


def from_there(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "이란에서 25억 달러, 중국에서 13억 달러어치를": the ends of the trade with the country right before a figure."""
    flow, figure = draft.flow, draft.figure
    sense = flow.sense if flow is not None else context.sense
    role = {"import": "from", "export": "to"}.get(sense or "")
    party = next((p for p in reversed(scene.parties) if p.end <= figure.start), None)
    if party is None or party.role != role or _THERE.fullmatch(reading.text, party.end, figure.start) is None:
        return None
    pair = flow.pair if flow is not None else context.pair
    home = (pair.receiver if sense == "import" else pair.sender) or context.home
    return None if home in {None, party.code} else pair_of(sense or "", home, party.code)


def destined(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """ "미국행은 21만배럴", "쿠바행 물량은 5만배럴에서": the ends of the trade bound for a country."""
    party = next((p for p in reversed(scene.parties) if p.end <= draft.figure.start), None)
    if party is None or party.role != "to" or not reading.text.startswith("행", party.end):
        return None
    if any(party.end < f.start < draft.figure.start for f in scene.flows):
        return None
    seller = (draft.flow.pair.sender if draft.flow is not None else None) or context.pair.sender or context.home
    return None if seller in {None, party.code} else pair_of("export", seller, party.code)


def _country_behind(reading: Reading, sentence: Sentence, figure: Figure) -> CountryMention | None:
    particle = _PARTICLE.match(reading.text, figure.end)
    return next((m for m in sentence.countries if particle is not None and m.start == particle.end()), None)


def holds(reading: Reading, sentence: Sentence, figure: Figure) -> str | None:
    """Whose part a percentage is said behind it to be: "72%를 중국이 차지"; `GROUP` for several, None for nobody's."""
    mention = _country_behind(reading, sentence, figure) if figure.unit == "percent" else None
    if mention is None or _HELD.match(reading.text, mention.end) is None:
        return None
    return mention.alpha3 or GROUP


def pair_held(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """The ends of the trade whose part is said behind a share to be a country's."""
    code = holds(reading, scene.sentence, draft.figure)
    whole = next((f for f in reversed(scene.flows) if f.end <= draft.figure.start), draft.flow)
    sense, pair = (whole.sense, whole.pair) if whole is not None else (context.sense, context.pair)
    if not code or sense is None:
        return None
    if sense == "trade":
        own = next((c for c in pair.everyone if c != code), None)
        return None if own is None else Pair(partners=(own, code))
    home = (pair.receiver if sense == "import" else pair.sender) or context.home
    return pair_of(sense, home, code) if home not in {None, code} else None


def beyond(reading: Reading, sentence: Sentence, figure: Figure) -> tuple[str, str] | None:
    """(country, import or export) where it says behind a figure whence it came or where it went."""
    text = reading.text
    mention = _country_behind(reading, sentence, figure)
    if mention is None:
        return None
    code = mention.alpha3 or GROUP
    if text.startswith(", ", mention.end) and figure.unit == "percent":
        # "71%는 한국, 14%는 이란으로 향했다": one verb for both.
        other = next((f for f in sentence.figures if f.start == mention.end + 2 and f.unit == figure.unit), None)
        if other is not None:
            onward = beyond(reading, sentence, other)
            return None if onward is None else (code, onward[1])
    while (link := _LINK.match(text, mention.end)) is not None:
        # "3분의 2가 러시아와 투르크메니스탄에서 온다": of several, and nobody alone.
        further = next((m for m in sentence.countries if m.start == link.end()), None)
        if further is None:
            return None
        mention, code = further, GROUP
    if _CAME.match(text, mention.end):
        return code, "import"
    return (code, "export") if _WENT.match(text, mention.end) else None


def pair_beyond(reading: Reading, scene: Scene, draft: Draft, context: Context) -> Pair | None:
    """The ends of the trade with the country that a figure is said to have come from or gone to."""
    found = beyond(reading, scene.sentence, draft.figure)
    if found is None:
        return None
    code, sense = found
    pairs = [*([draft.flow.pair] if draft.flow is not None else []), context.pair]
    homes = [p.receiver if sense == "import" else p.sender for p in pairs]
    home = next((h for h in (*homes, context.home) if h and h != code), None)
    if home is None and not code:
        return None
    return pair_of(sense, home, code) if code else pair_of(sense, home)


def whole_of(reading: Reading, scene: Scene, draft: Draft) -> Pair | None:
    """ "수입량 4만t 가운데 미얀마산이": the trade with everybody, of which a part is told behind."""
    found = _AMONG.match(reading.text, draft.figure.end)
    flow = draft.flow
    if found is None or flow is None or flow.home is None or flow.sense == "trade" or flow.stated:
        return None
    part = any(p.start == found.end() and p.role == "from" for p in scene.parties)
    return pair_of(flow.sense, flow.home) if part else None


def had(reading: Reading, scene: Scene, figure: Figure) -> str | None:
    """The country behind a figure that "recorded" it: "27억 달러를 기록한 대만"; `GROUP` for several."""
    found = _HAD.match(reading.text, figure.end)
    if found is None:
        return None
    mention = next((m for m in scene.sentence.countries if m.start == found.end()), None)
    return None if mention is None else mention.alpha3 or GROUP
