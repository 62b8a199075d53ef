"""Figures under an act: people become the killed, the displaced; what a plural without a number says; the basis."""

from __future__ import annotations

import msgspec

from tidings.lexicons.quantities import Quantities, load_quantities, make_plural
from tidings.mentions.counts.units import PEOPLE, read_unit
from tidings.records import Basis, Count, Parse

FIGHTERS = "fighters"
STATES = frozenset({"happened", "ongoing"})


def fit_to_act(count: Count, act: str) -> Count:
    """The figure as the act tells it: under `harm.kill` people are `killed`, under `force.present` soldiers `fighters`.

    A noun that the lexicon does not know is taken for people under an act that only befalls people. A figure that has
    its harm already ("40 wounded") keeps it.
    """
    q = load_quantities()
    what, slash, rate = count.what.partition("_per_")
    new = _new_what(what, count.of, act, q)
    if new == what:
        return count
    of = count.of
    if of is None and what != PEOPLE:
        of = make_plural(what)
    return msgspec.structs.replace(count, what=f"{new}{slash}{rate}", of=of)


def _new_what(what: str, of: str | None, act: str, q: Quantities) -> str:
    becomes = q.table.becomes.get(act)
    if becomes is not None and (what == PEOPLE or not _is_settled(what, q)):
        return becomes
    if what == PEOPLE and act in q.table.musters["acts"] and _bears_arms(of, act, q):
        return FIGHTERS
    # "bombed it twice" is two attacks
    return "attack" if what == "times" and act.startswith("fight.") else what


def _bears_arms(of: str | None, act: str, q: Quantities) -> bool:
    """Whether these are counted as fighters: soldiers sent are not, a group's "600 members" are."""
    if act == "force.deploy":
        return of in q.combatants and of != "soldiers"
    return of in q.combatants or of is None or of in q.table.musters["open"]


def _is_settled(what: str, q: Quantities) -> bool:
    """Whether a unit means things, money or a harm, so that no act turns it into people."""
    known = {*q.units.values(), *q.states.values(), *q.currencies.values(), "percent", "change_percent"}
    return what in known


def is_of_act(count: Count, act: str) -> bool:
    """Whether a figure, fitted, may stand on a claim of an act: no weapons among the killed.

    An act that befalls people takes its own figure, its rate and shares; any other takes everything but another's harm.
    """
    q = load_quantities()
    what = count.what.partition("_per_")[0]
    becomes = q.table.becomes.get(act)
    if becomes is None:
        return what not in q.states.values() or what == "casualties"
    return what in (becomes, "percent", "change_percent")


def bare_plural(parse: Parse, noun_index: int, quantities: Quantities | None = None) -> Count | None:
    """The figure of a plural without a number ("soldiers were killed"): two or more. For harm claims only.

    None where the noun is no plural, or where a number stands with it.
    """
    q = quantities or load_quantities()
    word = parse.words[noun_index]
    if word.tag not in ("NNS", "NNPS"):
        return None
    if any(
        parse.words[c].dependency in ("nummod", "quantmod") or parse.words[c].tag == "CD"
        for c in parse.children[noun_index]
    ):
        return None
    unit = read_unit(parse.words, noun_index, q)
    if unit is None or unit.what == "never":
        return None
    return Count(what=unit.what, low=2, high=None, of=unit.of, text=word.text)


def basis_of(act: str, certainty: str, *, is_total: bool) -> Basis | None:
    """The basis of a figure: cumulative, incremental or none.

    A total over a stated time, the past 24 hours too, is cumulative; what one act did is incremental; a stock at a
    moment (`territory.hold`, `force.present`) and what has not happened have none.
    """
    if is_total:
        return "cumulative"
    family = act.partition(".")[0]
    if certainty not in STATES or act in (
        "territory.hold",
        "territory.besiege",
        "force.present",
        "force.support",
        "harm.trap",
    ):
        return None
    return (
        "incremental"
        if family in ("harm", "fight", "destroy", "displace", "force", "territory", "talk", "aid")
        else None
    )
