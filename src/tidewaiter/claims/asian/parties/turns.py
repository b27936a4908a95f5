"""Partners told one after another: "대미 수출이 20% 늘고 중국은 7% 감소", "对美国的出口下降28.7%，对越南则激增"."""

from __future__ import annotations

import re

from tidewaiter.claims.asian.brackets import skipped
from tidewaiter.claims.asian.roles.parties import GROUP
from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.context import Pair
from tidewaiter.claims.reading.reading import Reading
from tidewaiter.claims.reading.scene import Flow, Party, Scene, pair_of

#: Particles of what a clause is about.
TOPICS = ("은 ", "는 ", "이 ", "가 ")
_TO_PERCENT = re.compile(r"[은는이가] (?:약 |각각 )?")
#: What says before a country that it is the other end.
_WORDS_OF_WAY = frozenset("对對向往至到给給自从從由与與和")
#: What parts two halves of a headline: "出口额创新高 对美增加22%".
_PARTS = frozenset(" \u3000，,；;")
_JOINS = frozenset("和与與及、")
_WORLD = re.compile(r"세계|국제|글로벌")


def turn(reading: Reading, scene: Scene, figure: Figure, flow: Flow) -> Pair | None:
    """ "대미 수출이 20% 증가한 반면, 중국은 7% 감소": the next partner, of whom nothing else is said."""
    if reading.language == "zh":
        return _seller_next(reading, scene, figure, flow) or _toward_next(reading, scene, figure, flow)
    if flow.sense == "trade":
        return _traded_next(reading, scene, figure, flow)
    if flow.away is None:
        return _in_turn(reading, scene, figure, flow)
    if flow.home is None or flow.end > figure.start:
        return None
    party = next((p for p in reversed(scene.parties) if p.end <= figure.start), None)
    if party is None or party.start < flow.end or party.role != "subject" or party.owner:
        return None
    text = reading.text
    between = text[party.end : figure.start]
    if party.code in flow.pair.everyone or not between.startswith(("은 ", "는 ")) or "," in between:
        return None
    rest = text[figure.end : scene.sentence.end].partition(",")[0]
    if any(figure.end <= f.start < figure.end + len(rest) for f in scene.flows):
        return None
    if _acts_itself(reading, scene, flow):
        # "태국은 대이란 수출이 16% 늘었고 인도는 43% 늘었다": another that sells there.
        return pair_of(flow.sense, party.code, flow.away)
    return pair_of(flow.sense, flow.home, party.code)


def _acts_itself(reading: Reading, scene: Scene, flow: Flow) -> bool:
    """Whether whose trade it is is what its sentence is about, so that the next one is as well.

    "태국은 베트남에서의 수입이 12% 늘었고 중국은 20%": the next to buy from.
    """
    toward = any(p.code == flow.away and p.role == "toward" and p.end <= flow.start for p in scene.parties)
    if flow.sense != "export" or not toward:
        return False
    own = [p for p in scene.parties if p.code == flow.home and p.end <= flow.start and not p.owner]
    return any(reading.text.startswith(("은 ", "는 "), skipped(reading.text, p.end, flow.start)) for p in own)


def _in_turn(reading: Reading, scene: Scene, figure: Figure, flow: Flow) -> Pair | None:
    """ "의류 수출은 독일이 8.65% 증가한 55억 달러, 미국은 53억 달러": partners one after another."""
    text = reading.text
    if flow.home is None or flow.sense == "trade" or flow.end > figure.start or not text.startswith(TOPICS, flow.end):
        return None
    topics = [
        p
        for p in scene.parties
        if p.start >= flow.end and p.role == "subject" and not p.owner and text.startswith(TOPICS, p.end)
    ]
    own = next((p for p in reversed(topics) if p.end <= figure.start), None)
    # "아세안 수출은 94억달러, 일본은 25억달러": the first is a group of countries.
    bloc = any(p.code == GROUP and 0 <= flow.start - p.end <= 1 for p in scene.every_party)
    if own is None or len({p.code for p in topics}) < 2 - bloc or flow.home in {p.code for p in topics}:
        return None
    if _WORLD.search(text, scene.sentence.start, flow.start) or any(f.start > flow.end for f in scene.flows):
        return None
    return pair_of(flow.sense, flow.home, own.code)


def _traded_next(reading: Reading, scene: Scene, figure: Figure, flow: Flow) -> Pair | None:
    """ "카타르와의 무역은 69% 증가했으며, 러시아는 19%, 오만은 11%": the next partner of two-way trade."""
    met = {p.code for p in scene.parties if p.end <= flow.start and p.role in {"with", "toward"}}
    home = [code for code in flow.pair.everyone if code not in met]
    if len(flow.pair.everyone) != 2 or len(home) != 1:
        return None
    party = next((p for p in reversed(scene.parties) if p.end <= figure.start), None)
    if party is None or party.start < flow.end or party.role != "subject" or party.code in flow.pair.everyone:
        return None
    if _TO_PERCENT.fullmatch(reading.text, party.end, figure.start) is None:
        return None
    return Pair(partners=(home[0], party.code))


def _seller_next(reading: Reading, scene: Scene, figure: Figure, flow: Flow) -> Pair | None:
    """ "俄罗斯对华出口580万吨；越南约98万吨": behind a semicolon another does what the first was said to do."""
    party = next((p for p in reversed(scene.every_party) if p.end <= figure.start), None)
    if party is None or not flow.home or not flow.away or flow.sense == "trade" or party.start < flow.end:
        return None
    acting = any(p.code == flow.home and p.role == "subject" and p.end <= flow.start for p in scene.every_party)
    new = party.code not in flow.pair.everyone and reading.text[party.start - 1] not in _WORDS_OF_WAY
    opened = reading.text[flow.end : party.start].rstrip().endswith(("；", ";", "；而", "；但"))
    if not (acting and new and opened and party.code):
        return None
    # "缅甸稀土占中国进口总量的54%；越南以1.1万吨居次": a part of the same whole.
    return pair_of(flow.sense, flow.home, party.code) if flow.compared else pair_of(flow.sense, party.code, flow.away)


def _toward_next(reading: Reading, scene: Scene, figure: Figure, flow: Flow) -> Pair | None:
    """ "对美国的出口下降28.7%，对越南则激增57.5%": the next partner, the trade left out."""
    ways = {"toward", "from" if flow.sense == "import" else "to"}
    party = next((p for p in reversed(scene.every_party) if p.end <= figure.start), None)
    if (
        party is None
        or party.start < flow.end
        or party.role not in ways
        or flow.sense == "trade"
        or not flow.pair.everyone
    ):
        return None
    told = any(flow.end <= f.start < party.start for f in scene.sentence.figures)
    told = told or bool(set(reading.text[flow.end : party.start]) & _PARTS)
    if any(party.end <= f.start < figure.start for f in scene.flows) or not told:
        return None
    return (
        pair_of(flow.sense, flow.home, *joined(reading, scene, party)) if party.code else pair_of(flow.sense, flow.home)
    )


def joined(reading: Reading, scene: Scene, party: Party) -> tuple[str, ...]:
    """ "中国与香港": a partner and those that it is named together with, the other way round."""
    codes, start = [party.code], party.start
    for before in reversed([p for p in scene.every_party if p.end <= party.start]):
        if before.end != start - 1 or reading.text[before.end] not in _JOINS or not before.code:
            break
        codes.append(before.code)
        start = before.start
    return tuple(codes)


def each(reading: Reading, scene: Scene, figure: Figure, flow: Flow) -> Pair | None:
    """ "싱가포르는 38억 달러, 홍콩은 57억 달러어치를 각각 수출했다": each of several, by itself."""
    if reading.language != "ko" or not flow.verb or flow.start < figure.end:
        return None
    text = reading.text
    topics = [
        p for p in scene.parties if p.end <= flow.start and p.role == "subject" and text.startswith(TOPICS, p.end)
    ]
    own = next((p for p in reversed(topics) if p.end <= figure.start), None)
    if own is None or len({p.code for p in topics}) < 2:
        return None
    return pair_of(flow.sense, own.code)
