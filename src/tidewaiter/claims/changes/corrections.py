"""What a text itself takes back: "not $715.4 million", "an editing error gave it as …", "279억 달러로 잘못 적었다"."""

from __future__ import annotations

import re

from tidewaiter.claims.figure import Figure
from tidewaiter.claims.reading.reading import Reading, Sentence
from tidewaiter.claims.words.sought import Sought

#: So many characters before and behind a figure are looked at; a clause is rarely longer.
_BEFORE, _BEHIND, _NEAR = 120, 24, 30
#: Right before a figure that another one of the sentence stands in place of.
_INSTEAD = Sought(
    r"(?:(?:,|\band|[-–—(;])\s?not|rather than|instead of|as opposed to)(?: (?:the|about|a))*\s*[$€£¥₹]?\Z"
    r"|(?:而非|而不是|并非|而不應是|不是)\Z",
    re.IGNORECASE,
)
#: "1.17 billion, as opposed to 1.06 billion in 2023": what it is held against is taken back by nobody.
_HELD_AGAINST, _TIME = (
    re.compile(r"as opposed to(?: \w+)*\s*[$€£¥₹]?\Z"),
    re.compile(r"\s+(?:in|during|for|the|a|an|one|last|recorded|registered|seen|reported)\b", re.IGNORECASE),
)
#: Before a figure in its clause: a slip of the pen made it. A correct figure may follow in the next.
_SLIP = Sought(
    r"\b(?:(?:editing|typing|typographical|printing|clerical|transcription|copying|reporting) (?:error|mistake)"
    r"|typos?|misprint(?:s|ed)?|in error|misplaced (?:decimal|comma|point|zero)|slip of the pen)\b[^;.]*\Z"
    r"|(?:오류|착오|실수|오기)로[^.]*\Z"
    r"|(?:误将|误把|误写|误作|误为|误记|误报|错写|错将|错报|誤將|誤寫|誤作|誤報)[^，。；]*\Z|(?:笔误|失误|筆誤|失誤)，?[^，。；]*\Z",
    re.IGNORECASE,
)
#: The same behind it.
_BEHIND_IT = re.compile(
    r"[^.;]{0,16}\b(?:by mistake|in error|through an error|because of an? (?:\w+ )?(?:error|typo|mistake))\b"
    r"|\)?(?:이|가)? ?(?:아니라|아니고|아니며|아닌)\b"
    r"|[^.,]{0,10}잘못 ?(?:표기|적|기재|보도|전[하한했]|썼|쓴|알려|집계|계산|나[갔간]|인용|인쇄)",
    re.IGNORECASE,
)


def taken_back(reading: Reading, sentence: Sentence, figure: Figure) -> bool:
    """Whether the words around a figure say that it is wrong."""
    before = reading.text[max(sentence.start, figure.start - _BEFORE) : figure.start]
    behind = reading.text[figure.end : min(sentence.end, figure.end + _BEHIND)]
    # "China did export, not $3 million": another figure must stand in its place.
    instead = reading.may_hold(_INSTEAD) and _INSTEAD.search(before) is not None
    instead = instead and any(f.end <= figure.start for f in sentence.figures)
    instead = instead and not (_HELD_AGAINST.search(before[-_NEAR:]) and _TIME.match(behind))
    slipped = reading.may_hold(_SLIP) and _SLIP.search(before) is not None
    return instead or slipped or _BEHIND_IT.match(behind) is not None
