"""Which part each country plays: by the particle behind it in Korean, by the word before it in Chinese."""

from __future__ import annotations

from tidewaiter.claims.reading import Reading, Sentence
from tidewaiter.claims.scene import Party

#: "대북 수출", "对朝鲜出口": toward the country, whichever way the goods go.
_TOWARD = ("대", "对", "對")
_KOREAN: tuple[tuple[str, str], ...] = (
    ("산 ", "from"), ("산", "from"), ("으로부터", "from"), ("로부터", "from"), ("에서", "from"), ("발 ", "from"),
    ("에게", "to"), ("측에", "to"), ("에 대한", "toward"), ("에 ", "to"), ("으로의", "to"), ("으로", "to"),
    ("로의", "to"), ("로 ", "to"), ("향 ", "to"),
    ("과의", "with"), ("와의", "with"), ("과 ", "with"), ("와 ", "with"), ("간 ", "with"), ("간", "with"),
    ("의", "owner"), ("은", "subject"), ("는", "subject"), ("이", "subject"), ("가", "subject"), ("도", "subject"),
)  # fmt: skip
_CHINESE: tuple[tuple[str, str], ...] = (
    ("出口到", "to"), ("出口至", "to"), ("输往", "to"), ("運往", "to"), ("运往", "to"), ("销往", "to"),
    ("进口自", "from"), ("進口自", "from"), ("来自", "from"), ("來自", "from"),
    ("向", "to"), ("往", "to"), ("至", "to"), ("到", "to"), ("给", "to"), ("從", "from"), ("从", "from"),
    ("自", "from"), ("由", "from"), ("与", "with"), ("與", "with"), ("和", "with"), ("同", "with"), ("跟", "with"),
)  # fmt: skip


def parties(reading: Reading, sentence: Sentence) -> list[Party]:
    """The countries of a sentence with their roles, in order."""
    text = reading.text
    found: list[Party] = []
    for mention in sentence.countries:
        if mention.alpha3 is None:
            continue
        role = (
            _korean(text, mention.start, mention.end)
            if reading.language == "ko"
            else _chinese(text, mention.start, mention.end)
        )
        if role == "with" and reading.language == "zh" and not found:
            role = "subject"
        owner = role == "owner"
        found.append(
            Party(mention.start, mention.end, mention.alpha3, "subject" if owner else role, owner, weak=mention.weak)
        )
    return found


def _korean(text: str, start: int, end: int) -> str:
    if (text[start] in _TOWARD and end - start > 1) or (start and text[start - 1] in _TOWARD):
        return "toward"
    behind = text[end : end + 5]
    if behind[:1] in {"(", "（"} and any(char.isdigit() for char in behind):
        # "중국(1.2%)과 베트남(1.0%) 수출": partners, each with its figure.
        return "toward"
    for particle, role in _KOREAN:
        if behind.startswith(particle):
            return role
    return "subject"


def _chinese(text: str, start: int, end: int) -> str:
    if (text[start] in _TOWARD and end - start > 1) or (start and text[start - 1] in _TOWARD):
        return "toward"
    for word, role in _CHINESE:
        if text.startswith(word, start - len(word)) and start >= len(word):
            return role
    return "owner" if text[end : end + 1] == "的" else "subject"
