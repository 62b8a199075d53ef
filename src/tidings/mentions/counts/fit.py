"""Figures under an act: people become the killed, the displaced; what a plural without a number says; the basis."""

from __future__ import annotations

import msgspec

from tidings.lexicons.quantities import Quantities, load_quantities, make_plural
from tidings.lexicons.words import words
from tidings.mentions.counts.units import PEOPLE, read_unit
from tidings.records import Basis, Count, Mention, Parse, Word
from tidings.syntax import child, first_conjunct

FIGHTERS = "fighters"
SHARES = ("percent", "change_percent")
# families of acts that do something to a thing; of forces, what is seized
DONE_TO = frozenset({"destroy", "force"})
NO = frozenset({"no", "any", "neither", "either", "few", "several", "many", "some", "most"})
ONE = frozenset({"he", "she", "him", "her", "his"})
PERSONS = words("actors", "persons") | words("actors", "titles")
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


def belongs_to_act(mention: Mention, act: str, role: str) -> bool:
    """Whether a figure that stands in a role of an act (`target`, `act`, `actor` ...) is a figure of its claim.

    An act that befalls people takes its own figure, its rate and its shares, and the number of those who did it; no
    weapons among the killed. Other acts leave the harm to its own claims; fighting counts people only as those who
    fight, speech counts money, shares and times alone. The one of an article ("a mine") counts where something is done
    to it, not where it only takes part.
    """
    if not isinstance(mention.means, Count):
        return False
    q = load_quantities()
    what = fit_to_act(mention.means, act).what.partition("_per_")[0]
    family, becomes = act.partition(".")[0], q.table.becomes.get(act)
    is_article = mention.made_by == "counts.article"
    if becomes is not None:
        is_doer = what == becomes and mention.means.what == PEOPLE and role == "actor" and family == "harm"
        return what in (becomes, *SHARES) and not (is_doer and is_article)
    if what in q.states.values() or (is_article and not (family in DONE_TO and role in ("target", "act"))):
        return False
    if family == "fight":
        return what != PEOPLE or role == "actor"
    return family != "say" or what in (*SHARES, "times", *q.currencies.values())


def bare_plural(parse: Parse, noun_index: int, quantities: Quantities | None = None) -> Count | None:
    """The figure of a plural without a number ("soldiers were killed"): two or more. For harm claims only.

    None where the noun is no plural, or where a number stands with it.
    """
    q = quantities or load_quantities()
    word = parse.words[noun_index]
    if word.tag not in ("NNS", "NNPS") or _is_numbered(parse, noun_index):
        return None
    unit = read_unit(parse.words, noun_index, q)
    if unit is None or not unit.is_known or not (unit.what == PEOPLE or unit.is_state):
        return None
    return Count(what=unit.what, low=2, high=None, of=unit.of, text=word.text)


def one_person(parse: Parse, noun_index: int) -> Count | None:
    """The figure of one person who is named or pointed at ("the mayor was shot"): one. For harm claims only."""
    word = parse.words[noun_index]
    if child(parse, noun_index, "conj") is not None or word.dependency == "conj":
        return None
    is_named = word.entity == "PERSON" and word.tag in ("NNP", "NN")
    if is_named or word.lower in ONE or (word.tag == "NN" and word.lemma in PERSONS and _is_pointed_at(parse, word)):
        return Count(what=PEOPLE, low=1, high=1, text=word.text)
    return None


def many_of_harm(parse: Parse, noun_index: int) -> Count | None:
    """The figure of harm told by its plural alone ("executions", "civilian deaths"): two or more."""
    word = parse.words[noun_index]
    if word.tag != "NNS" or _is_numbered(parse, noun_index):
        return None
    return Count(what=PEOPLE, low=2, high=None, text=word.text)


def _is_pointed_at(parse: Parse, word: Word) -> bool:
    below = [parse.words[c] for c in parse.children[word.index]]
    return any(w.lower in ("the", "this", "that") or w.dependency == "poss" for w in below)


def _is_numbered(parse: Parse, noun_index: int) -> bool:
    """Whether a number, or a "no", stands with the noun or with the first of those it is coordinated with."""
    for i in (noun_index, first_conjunct(parse, noun_index)):
        for c in parse.children[i]:
            word = parse.words[c]
            if word.dependency in ("nummod", "quantmod") or word.tag == "CD" or word.lower in NO:
                return True
    return False


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
