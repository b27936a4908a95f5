"""What is spelled as a country's name and names none: an outlet's, a person's, a currency's, a direction."""

from __future__ import annotations

import re

from tidewaiter.reference.countries import CountryMention

#: What makes a country's name part of a Chinese outlet's: "中国网", "美国之音", "菲律宾星报".
_OUTLET = re.compile(
    r"(?:新闻|新聞|国际|國際|经济|經濟|财经|財經|青年|人民|证券|證券|商业|商業|中央)?"
    r"(?:网|網(?!路)|日报|日報|时报|時報|星报|星報|晚报|晚報|邮报|郵報|先驱报|先驅報|通讯社|通訊社|新闻社|新聞社|电视台|電視台|"
    r"广播公司|廣播公司|广播电台|廣播電台|之音|之声|之聲"
    r"|의 ?소리(?![가-힣]*를? ?[내듣])|방송|중앙(?:TV|방송|통신))"
)

_HALF, _NAMED = re.compile(r"(?:[Tt]he )?(?:North|South)"), re.compile(r"[ -](?!Korea)[A-Z][a-z]+")


def is_country(text: str, mention: CountryMention) -> bool:
    """Whether what is spelled as a country's name at a place of a text is one."""
    # "Island" is Iceland in Icelandic: what stands in lower case is no country's name in a news text.
    return not (
        _is_lower(text[mention.start : mention.end])
        or _OUTLET.match(text, mention.end)
        or _is_sign(text, mention.start, mention.end)
        or _is_surname(text, mention)
        or _is_direction(text, mention)
    )


def _is_surname(text: str, mention: CountryMention) -> bool:
    """ "Rodrigo de Lima": a capital behind "de" or "da" is part of a name."""
    return mention.kind == "capital" and text[max(0, mention.start - 4) : mention.start] in {" de ", " da "}


def _is_direction(text: str, mention: CountryMention) -> bool:
    """ "The South American country": a half of no country, where another name follows or no Korea is spoken of."""
    if not _HALF.fullmatch(text, mention.start, mention.end):
        return False
    return mention.weak or _NAMED.match(text, mention.end) is not None


def _is_sign(text: str, start: int, end: int) -> bool:
    """ "US $30 million" names a currency, no country."""
    return text[start:end] in {"US", "U.S.", "U.S"} and text[end : end + 2].lstrip()[:1] == "$"


def _is_lower(name: str) -> bool:
    return name.isascii() and name.islower()
