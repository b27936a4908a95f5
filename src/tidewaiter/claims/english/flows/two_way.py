"""Between whom two-way trade is, and balances, where their words leave a side out."""

from __future__ import annotations

from collections.abc import Callable

from tidewaiter.claims.english.flows import flow_defaults
from tidewaiter.claims.english.flows.asked import Asked


def complete(asked: Asked) -> None:
    """Fill the sides that the frame of two-way trade leaves out."""
    flow, pair = asked.flow, asked.flow.pair
    if len(pair.partners) >= 2:
        if flow.reporter is None and asked.with_follows:
            # "The deficit with China, Chile and Peru": of the one that the text is about.
            home = asked.subject or asked.context.focus
            pair.partners = pair.partners if home in {None, *pair.partners} else (str(home), *pair.partners)
    elif not pair.partners:
        _of_nobody(asked)
    elif asked.context.alone == pair.partners[0] == flow.reporter and not flow.verb:
        # "Turkey's trade turnover exceeded $120 billion", behind its exports to everybody.
        flow.total = True
    elif not flow.total:
        _of_one(asked, pair.partners[0])


def _of_nobody(asked: Asked) -> None:
    """Trade of which no side is named."""
    flow, context = asked.flow, asked.context
    home = asked.subject or context.reporter or context.focus
    if flow.total and asked.with_follows and not flow.balance and home:
        # "Trade with neighbouring countries": of whoever's trade the text is on.
        flow.pair.partners = (home,)
        return
    everyone = _told(asked)
    who = (asked.subject or context.alone) if flow.balance else None
    if who and (len(everyone) != 2 or who == context.alone):
        # "Laos ran a deficit of $188 million".
        flow.pair.partners, flow.total = (who,), True
    elif len(everyone) == 2 and not flow.total:
        flow.pair.partners = everyone
    elif asked.previous is None and (home := _with_everybody(asked)) is not None:
        flow.pair.partners, flow.total = (home,), True


def _told(asked: Asked) -> tuple[str, ...]:
    """Between whom the trade was that the text has spoken of."""
    context, previous = asked.context, asked.previous
    everyone = previous.pair.everyone if previous else context.pair.everyone
    if previous is None:
        said = flow_defaults.who_tells(asked.reading, asked.sentence, asked.parties, asked.flow, context)
        if said is not None and said not in everyone:
            # "Russian officials said bilateral trade rose 54 percent".
            other = next((code for code in reversed(context.recent) if code != said), context.focus)
            everyone = (str(other), said)
        partner = context.turned if asked.sentence.block == context.block_turned else None
        if partner and partner not in everyone and context.focus not in {None, partner}:
            # "Russia is a small partner. Bilateral trade rose to $34 million"; so from one partner to another.
            left = context.left_off if context.left_off in everyone and len(everyone) == 2 else None
            home = next((c for c in everyone if c != left), None) if left else context.focus
            home = context.focus if left and context.reporter == left else home
            everyone = (str(home), partner)
    untold = previous is None and everyone == context.pair.everyone and not asked.told_here
    if untold and context.sense != "trade" and context.both and set(everyone) != set(context.both):
        # "India sold the North rice." A new paragraph: "Trade is expected to reach …": of the two that it was told of.
        return context.both
    with_all = context.sense == "trade" and len(everyone) == 1 and bool(context.pair.partners)
    if with_all and previous is None and asked.told_here:
        # "Trade with all neighbours came to $4 billion. Of that trade $2 billion …": with all of them, still.
        return ()
    return everyone if len(everyone) == 2 else context.both


def _with_everybody(asked: Asked) -> str | None:
    """Whose trade with everybody it is, if that is what the text speaks of."""
    flow, context = asked.flow, asked.context
    if context.focus is not None and flow_defaults.of_all(asked.reading, flow, context):
        # "Total foreign trade turnover reached …": of the country that the text is about.
        return context.focus
    if context.alone is not None and (asked.with_follows or len(context.countries) == 1):
        # "Mutual trade with the member states", in a release of one country's office.
        return context.alone
    if (context.sense == "trade" or flow.balance) and len(context.pair.everyone) == 1:
        # "Cross-border trade totalled …", behind trade with one partner and another: with all of them.
        return context.pair.everyone[0]
    if context.at_large is not None and not any(p.code for p in asked.parties):
        # "Its total trade sank. Food imports fell. Trade doubled to …": with everybody, still.
        return context.at_large
    return None


def _of_one(asked: Asked, known: str) -> None:
    """Trade of which one side is named."""
    flow = asked.flow
    other = next((code for rule in _OTHER_SIDES if (code := rule(asked, known)) is not None), None)
    if other and other != known:
        flow.pair.partners = (other, known) if flow.reporter is None else (known, other)


def _spoken_of(asked: Asked, known: str) -> str | None:
    """Who does what the clause says, or with whom the text has paired the known one."""
    subject = asked.subject
    return subject if subject and subject != known else asked.context.other_end(known)


def _section(asked: Asked, known: str) -> str | None:
    """A section on another partner of the country that the text is about."""
    context = asked.context
    anew = not asked.told_here and context.focus not in {None, known}
    return context.focus if asked.flow.reporter is None and anew and context.starred else None


def _reporter(asked: Asked, known: str) -> str | None:
    """Whose books the text tells of."""
    named = asked.flow.reporter is None and asked.context.reporter != known
    return asked.context.reporter if named else None


def _one_more(asked: Asked, known: str) -> str | None:
    """ "Trade with Iran", in a text that names one more country."""
    countries = asked.context.countries
    if asked.flow.reporter is not None or len(countries) != 2 or known not in countries:
        return None
    return next(code for code in countries if code != known)


def _of_the_same(asked: Asked, known: str) -> str | None:
    """ "Trade with China came to $9 million, while trade with Mali was $3 million": of the same country."""
    same = known not in asked.both and asked.context.focus in asked.both
    return asked.context.focus if same else None


_OTHER_SIDES: tuple[Callable[[Asked, str], str | None], ...] = (
    _spoken_of, _section, _reporter, _one_more, _of_the_same,
)  # fmt: skip
