"""The group that a report is about, and who in it is told to bear arms against a state."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tidings.claims.country import is_country
from tidings.claims.drafts import Report, SentenceMentions
from tidings.lexicons.words import country_of_people, lands_of_groups, words
from tidings.records import Mention, Parse

REBELS = words("actors", "rebels")
STATE_WORDS = words("actors", "body_words")
ARMED_ACTS = ("fight.", "territory.", "harm.", "say.responsibility", "force.surrender")
BODY = re.compile(
    r"\b(?:forces?|army|coalition|council|ministry|government|police|command|nations?|parliament|agency|press|union|nato|"
    r"committee|embassy|department|observatory|court|congress|church|university|bank|company)\b",
    re.IGNORECASE,
)
ENOUGH = 3  # of the weights below


def main_group(report: Report) -> str | None:
    """The group that a report calls rebels, militants, guerrillas: whom these words mean where they stand alone."""
    told: Counter[str] = Counter()
    armed: set[str] = set()
    for name, weight, fights in _names(report):
        told[name] += weight
        if fights:
            armed.add(name)
    name, most = max(((n, told[n]) for n in told if n in armed), key=lambda row: row[1], default=("", 0))
    return name if most >= ENOUGH else None


def _names(report: Report) -> Iterator[tuple[str, int, bool]]:
    """Each mention of a name that may be a group's: the name, its weight, and whether it shows a group that fights."""
    for parsed, found in zip(report.sentences, report.mentions, strict=True):
        triggers = {mention.head for mention, row in found.acts if row.act.startswith(ARMED_ACTS)}
        for mention in found.actors:
            word = parsed.parse.words[mention.head]
            name = str(mention.means)
            if name in lands_of_groups():
                yield name, 4, True
                continue
            if mention.candidates or word.entity in ("PERSON", "GPE") or is_country(name) or country_of_people(name):
                continue
            if _is_body(name, report.text):
                continue
            if word.lemma in REBELS and name[:1].isupper() and word.lemma not in name.lower():
                yield name, 3, True
            elif word.entity in ("ORG", "NORP"):
                opponent = _is_opponent(parsed.parse, mention.head)
                yield name, 1 + opponent, opponent or _takes_arms(parsed.parse, mention, triggers)


def fighting_groups(parse: Parse, found: SentenceMentions, text: str) -> set[str]:
    """The organisations that a sentence tells to fight, or calls by a word for rebels."""
    triggers = {mention.head for mention, row in found.acts if row.act.startswith(ARMED_ACTS)}
    return {name for m in found.actors if _fights(parse, m, triggers, text) and (name := str(m.means))}


def _fights(parse: Parse, mention: Mention, triggers: set[int], text: str) -> bool:
    name, word = str(mention.means), parse.words[mention.head]
    if name in lands_of_groups():
        return True
    if mention.candidates or not name[:1].isupper() or is_country(name) or _is_body(name, text):
        return False
    if word.lemma in REBELS:
        return True
    return word.entity in ("ORG", "NORP") and (
        _is_opponent(parse, mention.head) or _takes_arms(parse, mention, triggers)
    )


def _takes_arms(parse: Parse, mention: Mention, triggers: set[int]) -> bool:
    word = parse.words[mention.head]
    above = parse.words[word.head]
    if above.lower == "by":
        return above.head in triggers
    return above.index in triggers and word.dependency in ("nsubj", "poss", "compound", "amod", "nmod")


def _is_body(name: str, text: str) -> bool:
    """Whether a name is that of a state's or an alliance's body, also by its letters: "Coalition Forces (CF)"."""
    if BODY.search(name) or not STATE_WORDS.isdisjoint(name.lower().split()):
        return True
    if not name.isupper() or len(name) < 2:
        return False
    return bool(re.search(rf"(?:{BODY.pattern})s?\W{{1,3}}{re.escape(name)}\b", text, re.IGNORECASE))


def _is_opponent(parse: Parse, i: int) -> bool:
    """ "against X", "fight X": the one that others fight."""
    governor = parse.words[parse.words[i].head]
    return governor.lower == "against" or governor.lemma in ("fight", "defeat", "oust")
