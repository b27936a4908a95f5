"""What makes a line prose: how wide it is, whether its sentence has ended, whether it begins in mid-sentence."""

from __future__ import annotations

import re
from functools import lru_cache

_WIDE = re.compile(r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]+")
#: Marks that end a sentence, with the quotes and brackets that may close after them, at the end of a text.
_ENDED = re.compile(r"[.!?…。！？｡:：;；][\"'”’»›)\]）」』】》〉*_\s]*\Z|[」』”»]\s*\Z")
#: The same inside a text: a mark, then a space and the start of something.
_INNER_END = re.compile(
    # "No. 7" ends nothing.
    r"[.!?](?<!\bNo\.)(?<!\bNos\.)(?<!\bVol\.)(?<=[a-z\d)\"'”’%가-힣][.!?])"
    r"[\"'”’)]*+\s++[\"'“‘(]?[A-ZÀ-ÞА-Я가-힣$€£\d]|[。！？][^\s]"
)
_OPENING = re.compile(r"[\s>\"'“‘(\[«*_]*")
_WORD = re.compile(r"[^\W_]+")

#: What a headline holds that would end a sentence elsewhere, and what may close after its last word.
_CRIED = re.compile(r"[！？!?]|[」』”»]\Z")
_CLOSING, _MARKS = " 」』”»\"'’)）】》", ".!?…。！？:：;；,，、"
#: No headline of characters is wider.
_HEADLINE = 100
#: How much of a text's end is looked at; a sentence's last marks stand within it.
_TAIL = 24
#: And how much of its beginning, for the end of a first sentence.
_HEAD = 2000


def width(text: str) -> int:
    """Columns that a text takes: two for a Chinese, Japanese or Korean character."""
    return len(text) if text.isascii() else _measured(text)


@lru_cache(maxsize=16)
def _measured(text: str) -> int:
    """The rules on a block ask for its width one after the other: it is counted once."""
    return len(text) + _count_wide(text)


def _count_wide(text: str) -> int:
    return sum(map(len, _WIDE.findall(text)))


def sentence_ended(text: str) -> bool:
    """Whether a text ends as a sentence or a lead-in does."""
    return bool(_ENDED.search(text[-_TAIL:]))


def opens_mid_sentence(text: str) -> bool:
    """Whether a text begins with a lower-case word: no sentence, headline or name does."""
    start = _OPENING.match(text)
    first = text[start.end() : start.end() + 1] if start else ""
    return first.islower()


def holds_sentence(text: str) -> bool:
    """Whether a sentence ends inside a text, with something after it."""
    return _INNER_END.search(text[:_HEAD]) is not None


def is_east_headline(text: str) -> bool:
    """Whether a short Chinese or Japanese line cries or asks on its way and ends without a stop: a headline does."""
    if width(text) > _HEADLINE or "。" in text or not _WIDE.search(text):
        return False
    end = text.rstrip(_CLOSING)
    return bool(end) and end[-1] not in _MARKS and bool(_CRIED.search(text))


def is_prose(text: str) -> bool:
    """Whether a text is running prose: a sentence that ends, or more than one."""
    wide = width(text)
    if wide < 24 or is_east_headline(text):
        return False
    if holds_sentence(text):
        return True
    return sentence_ended(text) and (wide >= 60 or words(text) >= 6) and not text.rstrip().endswith((":", "："))


def words(text: str) -> int:
    """Words of a text, a Chinese or Japanese character counting half a word."""
    counted = 0.0
    for word in _WORD.finditer(text[:5000]):
        wide = _count_wide(word[0]) if not word[0].isascii() else 0
        counted += max(1.0, wide / 2)
    return int(counted)
