"""Which acts take the place told before: those that plainly go on about it.

What people and sides do wherever they stand (a truce, an exchange) and totals over weeks are about no town
that happens to be told before; four sentences on, only the place that the whole report is about still holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tidings.claims.country import find_named_country
from tidings.claims.drafts import Draft, Report, change
from tidings.lexicons.words import country_of_people
from tidings.records import Parse

# Acts of policy: where the text names no place of their own, they are about the country, not the town told before.
POLICY = ("force.support", "force.withdraw")
# What sides settle between them holds wherever they stand.
EVERYWHERE = ("talk.ceasefire", "talk.release")
# What people do or suffer, told for themselves: a report goes from them to others elsewhere.
UNBOUND = ("force.support", "harm.abduct", "force.mobilise", "protest.")
TOTALLED = ("harm.", "displace.")
COUNTED = ("harm.", "displace.", "territory.", "force.surrender")
WEEKS = 14  # days; a longer period is that of a total
SENTENCES = 1.6  # in a paragraph, from which on a new paragraph is a new matter
NEAR = 3  # sentences over which any place is handed on


def is_bound(draft: Draft, distance: int, *, is_main: bool) -> bool:
    """Whether an act may lie in the place told so many sentences before, which is the report's main one or not."""
    if draft.act.startswith(UNBOUND) or is_total(draft):
        return False
    return is_main or distance <= NEAR


def opens_paragraph(report: Report, at: int) -> bool:
    """Whether a sentence opens a paragraph, in a report whose paragraphs hold more than a sentence each."""
    last = report.sentences[-1].sentence.paragraph
    if len(report.sentences) < SENTENCES * (last + 1):
        return False
    return at > 0 and report.sentences[at - 1].sentence.paragraph != report.sentences[at].sentence.paragraph


def is_total(draft: Draft) -> bool:
    """Whether harm is told over weeks: a toll of the land, not of the town told before."""
    period = draft.period
    if not draft.act.startswith(TOTALLED) or period is None or period.first is None or period.last is None:
        return False
    return (period.last - period.first).days >= WEEKS


def place_counted(drafts: Iterable[Draft], report: Report) -> Iterator[Draft]:
    """The drafts, those with figures and no place about the country that the report names: a toll is of somewhere."""
    country = find_named_country(report)
    for draft in drafts:
        is_open = draft.counts and not draft.place and draft.act.startswith(COUNTED)
        yield change(draft, "inherit.country", place=(country,)) if country and is_open else draft


def land_of_victims(draft: Draft, parse: Parse) -> str | None:
    """The country whose people, told by their name alone, an act is about: "About 170 Afghans were killed"."""
    if not draft.act.startswith(TOTALLED):
        return None
    fillers = (i for slot in ("object", "subject", "of") for i in draft.arguments.get(slot, ()))
    for i in fillers:
        word = parse.words[i]
        if word.tag in ("NNPS", "NNS") and word.text[:1].isupper():
            land = country_of_people(word.text) or country_of_people(word.text.removesuffix("s"))
            if land:
                return land
    return None
