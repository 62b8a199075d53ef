"""What a verb in the present sets for later: "envoys arrive on Thursday", "the paratroopers leave tonight"."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from tidings.claims.drafts import Draft, change
from tidings.records import Mention, Parse
from tidings.syntax import is_noun, subtree

# Acts that are set for a day, and the verbs that set them.
SET = ("move.", "force.withdraw", "force.deploy", "territory.withdraw", "talk.", "displace.return", "displace.evacuate")
VERBS = frozenset(
    {
        "arrive", "leave", "depart", "return", "travel", "fly", "meet", "visit", "go", "come", "begin", "start", "open",
        "resume", "sail", "land", "head", "move", "deploy", "convene", "gather",
    }
)  # fmt: skip
DAYS = frozenset({"period: weekday", "period: day word", "period: in units", "period: day part"})
DEFINITE = frozenset({"the", "this", "these", "its", "their", "his"})
PRESENT = ("VBZ", "VBP")
AHEAD = frozenset({"in", "within"})
UNITS = frozenset({"minute", "hour", "day", "week", "fortnight", "month"})


def is_scheduled(draft: Draft, parse: Parse, mention: Mention) -> bool:
    """Whether a verb in the present tense, with a day of its own, tells what is to come."""
    if draft.certainty != "ongoing" or not draft.act.startswith(SET) or mention.made_by not in DAYS:
        return False
    return mention.head in subtree(parse, draft.head) and _is_plain_present(draft, parse)


def is_due(draft: Draft, parse: Parse) -> bool:
    """ "The paratroopers leave in ten days": a span ahead, counted from the day of the report."""
    if draft.certainty != "ongoing" or not draft.act.startswith(SET) or not _is_plain_present(draft, parse):
        return False
    spans = [p for c in parse.children[draft.head] if parse.words[c].lower in AHEAD for p in parse.children[c]]
    return any(
        parse.words[p].lemma in UNITS and any(parse.words[d].dependency == "nummod" for d in parse.children[p])
        for p in spans
    )


def _is_plain_present(draft: Draft, parse: Parse) -> bool:
    word = parse.words[draft.head]
    helped = any(parse.words[c].dependency == "aux" for c in parse.children[draft.head])
    return word.tag in PRESENT and word.lemma in VERBS and draft.stance == "asserts" and not helped


def schedule(draft: Draft, day: date | None) -> Draft:
    """The draft as planned; a weekday is the next one, not the last."""
    period = draft.period
    if period is not None and period.first and period.last and day is not None and period.last < day:
        week = timedelta(days=7)
        if day - period.last < week:
            period = msgspec.structs.replace(period, first=period.first + week, last=period.last + week)
    return change(draft, "times.scheduled", certainty="planned", period=period)


def is_known_already(draft: Draft, parse: Parse, mention: Mention) -> bool:
    """Whether a day to come belongs to another word: "from March", of a noun that the sentence takes as known."""
    word = parse.words[draft.head]
    if (
        not is_noun(word)
        or draft.certainty not in ("happened", "ongoing")
        or mention.head in subtree(parse, draft.head)
    ):
        return False
    below = [parse.words[c] for c in parse.children[draft.head]]
    return any(w.lower in DEFINITE for w in below) and word.dependency in ("dobj", "pobj", "nsubj")
