"""One claim as a clause: who did what to whom, where, when and how, without who says so."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from tidings.briefs.cited import CitedClaim
from tidings.briefs.dates import tell_period
from tidings.briefs.figures import tell_figure, tell_figures
from tidings.briefs.names import tell_names
from tidings.briefs.phrases import Filled, Phrase, fill_first, find_phrase
from tidings.briefs.slots import find_slots, people_of
from tidings.briefs.words import load_words
from tidings.records import Claim, Count
from tidings.wording import tell_day


class Clause(msgspec.Struct, frozen=True):
    """A clause in its parts: what happened, how it came about, when, and the figures that stand apart."""

    core: str
    manner: str
    when: str
    figures: str
    ending: str

    @property
    def text(self) -> str:
        return self.without_time(" " + self.when if self.when else "")

    def without_time(self, when: str = "") -> str:
        """The clause where the sentence has said already when it was."""
        manner = f" {self.manner}" if self.manner else ""
        return f"{self.core}{manner}{when}{self.figures}{self.ending}"


def tell_clause(cited: CitedClaim, places: Sequence[str], *, is_place_told: bool = False) -> Clause:
    """The clause of a claim at these places, in the past tense, or as a noun for what was planned or feared."""
    claim = cited.said
    phrase = find_phrase(claim.act)
    slots = find_slots(claim, phrase, places)
    if is_place_told:
        slots.pop("in_place", None)
    is_future = claim.certainty in ("planned", "possible")
    filled = fill_first(phrase.noun if is_future else phrase.past, slots)
    manner = phrase.manners.get(claim.manner, load_words().manners[claim.manner]) if claim.manner else ""
    left = _left_over(claim, phrase, filled)
    in_all = "in all " if len(places) < len(claim.place) else ""
    return Clause(
        core=filled.text,
        manner=manner,
        when=_tell_when(cited),
        figures=f" ({in_all}{tell_figures(left)})" if left else "",
        ending=_tell_ending(claim) + _tell_guesses(cited),
    )


def _tell_ending(claim: Claim) -> str:
    if claim.certainty == "planned":
        return " was planned"
    if claim.certainty == "possible":
        return " was feared or thought possible" if claim.stance == "asserts" else " was possible"
    return ""


def _tell_guesses(cited: CitedClaim) -> str:
    """Who is meant where the sentence names nobody, told as a guess: " (by the Taliban, it seems)".

    From whom a place was taken is not guessed at: the sentence stands without it.
    """
    kind = cited.claim.act.split(".")[0]
    links = {
        "actor": "to" if kind == "territory" and not cited.claim.counts else "by",
        "target": load_words().against.get(kind, "against"),
    }
    roles = [role for role in cited.guessed if (kind, role) != ("territory", "target")]
    parts = [f"{links[role]} {tell_names(getattr(cited.claim, role))}" for role in roles]
    return f" ({' '.join(parts)}, it seems)" if parts else ""


def _tell_when(cited: CitedClaim) -> str:
    claim = cited.claim
    when = tell_period(claim.first, claim.last)
    if claim.certainty != "ongoing":
        return when
    if not when:
        return "at the time of the report"
    if claim.first is None and claim.last is not None:
        return f"as of {tell_day(claim.last)}"
    return when


def _left_over(claim: Claim, phrase: Phrase, filled: Filled) -> list[Count]:
    """The figures that no slot of the phrase has told."""
    told: list[Count] = []
    if "figures" in filled.slots:
        return []
    if "units" in filled.slots:
        told += [count for count in claim.counts if count.what in load_words().units]
    if filled.slots & {"victims", "people", "counted"}:
        told += people_of(claim, phrase)
    return [count for count in claim.counts if count not in told and not _is_single(count, filled.text)]


def _is_single(count: Count, told: str) -> bool:
    """Whether the figure is the one thing that the clause names: "a bridge", and not "a bridge (1 bridge)"."""
    return count.low == count.high == 1 and tell_figure(count).removeprefix("1 ") in told
