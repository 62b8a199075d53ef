"""How what is told stands, in a few words; and what the reports leave unknown."""

from __future__ import annotations

from collections.abc import Sequence

from tidings.briefs.arrange import Draft
from tidings.briefs.parts import DropGroup
from tidings.records import Event
from tidings.wording import is_or_are

SILENCE = "What no report tells is not known: silence is no sign of calm."


def tell_standing(event: Event) -> str:
    """A short sentence, such as "Confirmed: the losing side says so."; nothing where one voice says so.

    Names stay out of it: who says what, the sentence before it has told.
    """
    reason = event.standing_reasons[0].split(":")[0] if event.standing_reasons else ""
    told = {
        "confirmed": f"Confirmed: {reason}",
        "corroborated": f"Corroborated: {reason}",
        "contested": f"Contested{_tell_leaning(event)}",
        "refuted": "Refuted",
    }.get(event.standing)
    how = "how it came about is contested" if event.manner_standing == "contested" else ""
    if not told:
        return f"{how[:1].upper()}{how[1:]}." if how else ""
    return f"{told}; {how}." if how else f"{told}."


def _tell_leaning(event: Event) -> str:
    """Which way the evidence leans, for who has to choose."""
    if event.leans is None:
        return ""
    if event.leans == "even":
        return ": the evidence leans neither way"
    return f": likelier {'so than not' if event.leans == 'likely' else 'not so'}, since {event.why}"


def is_contested(event: Event) -> bool:
    """Whether its outcome or its manner is."""
    return "contested" in (event.standing, event.manner_standing)


def tell_unknowns(drafts: Sequence[Draft], unsure: int) -> tuple[str, ...]:
    """What a reader must not take for known, each in a sentence. Never empty."""
    events = [draft for draft in drafts if not draft.act.startswith("say.")]
    counted = (
        (sum(draft.standing == "reported" for draft in events), "by one voice alone, or by none that is known"),
        (sum(draft.standing == "doubtful" for draft in events), "only in doubt, or as not confirmed"),
        (sum(draft.first is None and draft.last is None for draft in events), "without a day"),
        (sum(not draft.place for draft in events), "without a place"),
    )
    told = [
        f"Of {len(events)} {_events(len(events))}, {number} {is_or_are(number)} told {how}."
        for number, how in counted
        if number
    ]
    if unsure:
        told.append(f"Pairs of events that may be one, and are told apart because that is unsure: {unsure}.")
    return (*told, SILENCE)


def tell_unread(drops: Sequence[DropGroup]) -> tuple[str, ...]:
    """How much could not be read."""
    rows = sum(len(group.rows) for group in drops)
    return (f"Left out because they could not be read: {rows}; the reasons stand at the end.",) if rows else ()


def _events(number: int) -> str:
    return "event" if number == 1 else "events"
