"""Ends that a flow leaves out: filled from its sentence, then from what the text said before."""

from __future__ import annotations

from tidewaiter.claims.context import Context, Pair
from tidewaiter.claims.english.clause_subjects import subject_of
from tidewaiter.claims.reading import Sentence
from tidewaiter.claims.scene import Flow, Party


def complete(flow: Flow, previous: Flow | None, sentence: Sentence, parties: list[Party], context: Context) -> None:
    """Fill the ends that the frame leaves out."""
    pair = flow.pair
    if flow.sense == "trade":
        if len(pair.partners) < 2:
            known = pair.partners[0] if pair.partners else None
            if known is None:
                everyone = previous.pair.everyone if previous else context.pair.everyone
                if len(everyone) != 2:
                    everyone = context.both
                if len(everyone) == 2 and not flow.total:
                    pair.partners = everyone
            elif not flow.total:
                subject = subject_of(sentence, parties, flow.clause, flow.start, context)
                other = subject if subject and subject != known else context.other_end(known)
                if other and other != known:
                    pair.partners = (other, known) if flow.reporter is None else (known, other)
        return
    several = len(pair.partners) > (pair.sender is not None) + (pair.receiver is not None)
    near = previous.pair if previous is not None else context.pair
    if flow.passive and not flow.stated and near.everyone and not pair.everyone:
        turned = context.sense in {"import", "export"} and previous is None and context.sense != flow.sense
        sender, receiver = (near.receiver, near.sender) if turned else (near.sender, near.receiver)
        flow.pair = Pair(sender, receiver, near.everyone)
        return
    own = "receiver" if flow.sense == "import" else "sender"
    far = "sender" if own == "receiver" else "receiver"
    if getattr(pair, own) is None and not (several and getattr(pair, far) is not None):
        subject = None if flow.passive else subject_of(sentence, parties, flow.clause, flow.start, context)
        if not flow.verb and subject is not None and _taken(sentence, flow):
            subject = None
        role = getattr(near, own) if flow.verb and flow.reporter is None else None
        candidates = [subject, flow.reporter, role, previous.reporter if previous else None, context.reporter]
        candidates += [context.focus, context.opposite, near.sender, near.receiver]
        taken = {getattr(pair, far), *pair.partners}
        for code in candidates:
            if code and code not in taken:
                setattr(pair, own, code)
                break
    if getattr(pair, far) is None and not several and not flow.total:
        code = getattr(pair, own)
        same = getattr(near, own) == code
        other = getattr(near, far) if same or sentence.block == context.block_of_pair else None
        if other == code or other in pair.partners:
            other = None
        turned = context.reporter == code or sentence.block == context.block_of_pair or previous is not None
        if other is None and turned and not (same and near.partners and len(near.everyone) > 2):
            other = near.sender if near.receiver == code else near.receiver if near.sender == code else None
        strange = flow.reporter is not None and not turned and not context.paired
        if other is None and not strange:
            other = context.other_end(code)
        if other is None and context.starred and code != context.focus:
            # A text about one country's trade with many: whoever else trades in it, trades with that one.
            other = context.focus
        if other != code:
            setattr(pair, far, other)
    pair.partners = tuple(dict.fromkeys(c for c in [getattr(pair, own), *pair.partners, getattr(pair, far)] if c))


def _taken(sentence: Sentence, flow: Flow) -> bool:
    """ "The Philippines took 42 percent of the exports": who has a share in a flow does not keep its book."""
    return any(flow.clause.holds(c.start) and c.kind == "share" and c.end <= flow.start for c in sentence.cues) or any(
        flow.clause.holds(f.start) and f.end <= flow.start for f in sentence.figures
    )
