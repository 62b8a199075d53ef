"""Whose act it is where the word for it is a noun: its owner, its leader, those who claim it."""

from __future__ import annotations

from collections.abc import Iterator

from tidings.claims.clauses import NOT_ACTORS, TIME_LABELS, Clauses
from tidings.claims.country import is_country, name_of_air_force
from tidings.claims.doers import doers_of
from tidings.claims.drafts import Draft
from tidings.lexicons.words import country_of_people
from tidings.syntax import SUBJECTS, arguments, is_noun

HOLDING = frozenset({"hand", "control", "rule", "command"})  # "in the hands of the rebels"
DEEP = 4  # words down from a word of speech


def owner_of(sentence: Clauses, i: int) -> list[str]:
    """Whose bomb, raid or fire it is: "US air strikes killed", "an attack by rebels wounded"."""
    slots = arguments(sentence.parse, i, sentence.light)
    known = sentence.classes.of(sentence.parse, i)
    held = ("of",) if sentence.parse.words[i].lemma in HOLDING or "aircraft" in known else ()
    for slot in ("subject", "by", "possessive", "modifier", "from", *held):
        for j in slots.get(slot, ()):
            word = sentence.parse.words[j]
            if (
                j in sentence.actors
                and word.lemma not in NOT_ACTORS
                and word.entity not in TIME_LABELS
                and sentence.is_agent(j)
            ):
                return [_whose(sentence, i, str(sentence.actors[j].means))]
    return list(doers_of(sentence, i))


def named_below(sentence: Clauses, head: int) -> Iterator[str]:
    """Those named in what hangs on a word, nearest first, but not its subject nor clauses beside it."""
    parse = sentence.parse
    level = [
        c for c in parse.children[head] if parse.words[c].dependency not in (*SUBJECTS, "conj", "advcl", "parataxis")
    ]
    for _ in range(DEEP):
        for i in level:
            if i in sentence.actors and sentence.is_side(i):
                yield str(sentence.actors[i].means)
        level = [c for i in level for c in parse.children[i]]


def owner_within(draft: Draft, sentence: Clauses) -> list[str]:
    """Whose it is where the trigger is no noun itself: "under IS control", "in the army's hands"."""
    inside = (w.index for w in sentence.parse.words if draft.mention.start <= w.start and w.end <= draft.mention.end)
    nouns = [i for i in inside if i != draft.head and is_noun(sentence.parse.words[i]) and i not in sentence.places]
    return next((owner for i in nouns if (owner := owner_of(sentence, i))), [])


def _whose(sentence: Clauses, i: int, name: str) -> str:
    """ "Israeli jets" are its air force, their strikes Israel's; an "Iraqi offensive" is that of Iraqi forces."""
    country = None if name.endswith("s") else country_of_people(name)
    lemma = sentence.parse.words[i].lemma
    flies = "aircraft" in sentence.classes.of(sentence.parse, i)
    if flies and lemma != "helicopter" and (country or is_country(name)):  # armies and navies fly helicopters too
        return name_of_air_force(country or name)
    if country is None:
        return name
    return country if flies or lemma.endswith("strike") else f"{name} forces"


def of_people(sentence: Clauses, draft: Draft, name: str) -> str:
    """ "An Israeli strike": by those whose adjective stands before the noun; the "Afghan war" is nobody's."""
    modifiers = draft.arguments.get("modifier", ()) if draft.act != "fight.clash" else ()
    if any(i in sentence.actors and str(sentence.actors[i].means) == name for i in modifiers):
        return _whose(sentence, draft.head, name)
    return name


def leader_of(sentence: Clauses, i: int) -> list[str]:
    """ "US-led airstrikes" are a coalition's, "a Saudi-backed offensive" is by forces; "army-led" names the army."""
    parse = sentence.parse
    for c in parse.children[i]:
        word = parse.words[c]
        if (
            word.dependency == "amod"
            and word.lemma in ("lead", "led", "back", "back", "run")
            and c >= 2
            and parse.words[c - 1].text == "-"
        ):
            name = parse.words[c - 2].text
            if not (is_country(name) or country_of_people(name)):
                return [name]
            return [f"{name}-{word.text} {'coalition' if word.lower == 'led' else 'forces'}"]
    return []
