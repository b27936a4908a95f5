"""What a balance is one of: all goods, some of them, or more than goods."""

from __future__ import annotations

import re

from tidewaiter.claims.claim import Claim
from tidewaiter.reference.goods import TOTAL, find_goods
from tidewaiter.verdicts.passages.links import says
from tidewaiter.verdicts.passages.passage import Passage

_CLAUSE = re.compile(r"[,;:.，；。]")


def of_another(passage: Passage, left: Claim) -> bool:
    """ "A surplus of 1.2 billion in garments", "a current-account deficit": whether it is not one of all goods."""
    behind = _CLAUSE.split(passage.tail(left))[0]
    beside = f"{_CLAUSE.split(passage.own_lead(left))[-1]} … {behind}"
    goods = {mention.good_id for mention in find_goods(beside)}
    return bool(goods - {TOTAL}) or says("other_accounts", beside)
