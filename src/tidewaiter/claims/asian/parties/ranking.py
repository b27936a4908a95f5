"""Partners told in turn, of whom only the first is said to buy or sell.

"이어 한국이 2.1% 감소한 74억 달러", "3위는 유럽연합으로 …", "최대 수출국은 미국으로 32% 늘어난 …":
the trade is that of the list, the partner is who stands last before the figure, and whose trade it is was said before.
"""

from __future__ import annotations

import re

from tidewaiter.claims.asian.brackets import skipped
from tidewaiter.claims.asian.roles.parties import GROUP
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Context, Pair
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.reading.scene import Draft, Flow, Scene, pair_of
from tidewaiter.reference.countries import CountryMention

#: What goes on with a list of partners: "next", "in third place", "was followed by".
_ON = re.compile(r"(?:\A|[,.] ?|고 |며 )(?:뒤?이어서? |그 ?다음|다음으로|그 뒤)|(?<!\d)\d{1,2}위[는인 ]|뒤를 (?:이|따)")
#: What calls a country a market or a source: "최대 수출시장", "주요 수입국".
_MARKET = re.compile(r"(?:수출|수입) ?(?:시장|국|대상국|대상 국가|국가|처|상대국)|(?:공급|구매)(?:국|처)|원산지")
_SELLERS = re.compile(r"가장 [가-힣]{1,2} (?:국가|나라|곳)[은는] ")
#: A partner that a clause is about: behind its name, and what makes it a market.
_TOPIC = re.compile(r" ?(?:시장|국가)?(?:에서도|에서는|으로는|로는|[은는이가도]|에서|으로|로)? ")
_ACTS = re.compile("[은는이가] ")


def in_turn(reading: Reading, scene: Scene, draft: Draft, context: Context, lead: Flow | None) -> Pair | None:
    """The ends of the trade with the partner whose turn it is; None outside lists of partners."""
    flow, sentence = draft.flow, scene.sentence
    sense = flow.sense if flow is not None else context.sense
    if reading.language != "ko" or sense not in {"import", "export"} or not _is_list(reading, sentence, flow):
        return None
    home = _home(scene, sense, context, lead)
    own = _turn(reading, scene, draft.figure, home)
    if own is None or home is None:
        return None
    mark = _ON.search(reading.text, sentence.start, sentence.end)
    if mark is not None and own.end <= mark.start() and flow is not None and flow.stated and flow.home == own.alpha3:
        # "이란이 많이 수입한 품목은 …, 이어 …": it buys itself, and the goods follow one another.
        return None
    itself = any(p.start == own.start and p.role == "subject" for p in scene.parties)
    told = flow is not None and flow.verb and flow.home and flow.away and flow.start >= draft.figure.end
    if told and flow is not None and own.alpha3 in flow.pair.everyone and _ACTS.match(reading.text, own.end):
        # "오만은 인도의 최대 요소 공급국이며 3만t을 인도로 수출했다": the verb says who, and to whom.
        return None
    rival = _does_so(scene, own) if itself else None
    if rival is not None:
        return rival
    if flow is not None and flow.verb and itself and flow.home == own.alpha3 and flow.start >= draft.figure.end:
        # "중국이 11만t을 수입하며 최대 수입국을 유지": it buys itself.
        return None
    if flow is not None and flow.end <= draft.figure.start and own.end <= flow.start and flow.away and not flow.verb:
        # "대미 수출은": the trade names its partner itself.
        return None
    code = own.alpha3 or GROUP
    toward = [p.code for p in scene.parties if p.role == "toward"]
    sellers = flow is not None and _SELLERS.search(reading.text, flow.end, max(own.start, flow.end)) is not None
    if flow is not None and sellers and flow.away in toward and not any(p.owner for p in scene.parties):
        # "대중 수출이 가장 많은 나라는 일본으로": they all sell to the one named.
        return pair_of(sense, code, flow.away) if code else pair_of(sense, None, flow.away)
    return pair_of(sense, home, code) if code else pair_of(sense, home)


def _does_so(scene: Scene, own: CountryMention) -> Pair | None:
    """ "스위스가 네팔에 3만 달러를 보냈고 노르웨이가 2만 달러로 뒤를 이었다": another that does what the first did."""
    flow = next((f for f in reversed(scene.flows) if f.end <= own.start), None)
    if flow is None or not flow.verb or flow.home is None or flow.away is None:
        return None
    acts = any(
        p.code == flow.home and p.role == "subject" and not p.owner for p in scene.parties if p.end <= flow.start
    )
    another = own.alpha3 not in {flow.home, flow.away}
    return pair_of(flow.sense, own.alpha3 or GROUP, flow.away) if acts and another else None


def _is_list(reading: Reading, sentence: Sentence, flow: Flow | None) -> bool:
    text = reading.text[sentence.start : sentence.end]
    if len(sentence.countries) == 0:
        return False
    if _SELLERS.search(text):
        return True
    return _ON.search(text) is not None or (_MARKET.search(text) is not None and (flow is None or not flow.total))


def _home(scene: Scene, sense: str, context: Context, lead: Flow | None) -> str | None:
    """Whose trade the list is of: said in the sentence, else in the one before, else at the outset."""
    owned = [p.code for p in scene.parties if p.owner]
    before = context.pair.receiver if sense == "import" else context.pair.sender
    known = (owned[0] if owned else None, before if context.sense == sense else None, context.home)
    return next((code for code in known if code), lead.home if lead is not None else None)


def _turn(reading: Reading, scene: Scene, figure: Figure, home: str | None) -> CountryMention | None:
    """The partner that stands last before a figure, as what its clause is about."""
    for mention in reversed(scene.sentence.countries):
        if mention.end > figure.start or mention.alpha3 == home:
            continue
        end = _behind(reading.text, mention.end, figure.start)
        return mention if _TOPIC.match(reading.text, end) else None
    return None


def _behind(text: str, end: int, ceiling: int) -> int:
    """The place behind a name, its short name in brackets, or the bracket that it stands in."""
    return end + 1 if text.startswith((")", "）"), end) else skipped(text, end, ceiling)
