"""Every act can be told, whatever is known of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.events.literal import claim, report
from tidings.briefs.cited import CitedClaim, Report
from tidings.briefs.clauses import tell_clause
from tidings.briefs.names import capitalise
from tidings.briefs.phrases import fill_first, load_phrases
from tidings.briefs.words import load_words
from tidings.records import Claim

SLOTS = set(
    "actor target sides rivals place in_place to_destination for_destination victims people counted units figures "
    "thing owner troops".split()
)
KNOWN: dict[str, Any] = {"actor": "Northern League", "target": "River Guard"}
CLAIMS_PAGE = Path(__file__).parents[2] / "docs" / "claims.md"


def cite(told: Claim, publisher: str | None = "Herald") -> CitedClaim:
    document = report("alpha-1")
    paper = Report(document.id, "alpha-1", publisher, None, None, document.published, None, 1)
    return CitedClaim(told, paper, "", "the words", "")


def acts_of_the_page() -> set[str]:
    rows = [
        line.split("|")[1] for line in CLAIMS_PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")
    ]
    return {act for row in rows for act in re.findall(r"`([a-z]+\.[a-z_]+)`", row)}


def test_every_act_has_a_phrase_and_a_theme() -> None:
    assert acts_of_the_page() == set(load_phrases())
    starts = tuple(start for theme in load_words().themes for start in theme.acts)
    assert [act for act in load_phrases() if not act.startswith(starts)] == []


@pytest.mark.parametrize("act", load_phrases())
def test_the_example_is_what_is_told(act: str) -> None:
    known = cite(claim("alpha-1", act, **KNOWN))
    assert capitalise(tell_clause(known, ("Harrow",)).core) == load_phrases()[act].example


@pytest.mark.parametrize("act", load_phrases())
def test_an_act_of_which_nothing_is_known_can_be_told(act: str) -> None:
    told = [tell_clause(cite(claim("alpha-1", act, certainty=sure)), ()).text for sure in ("happened", "planned")]
    assert all(told)
    assert not re.search(r"[{}\[\]]|  ", " ".join(told))


@pytest.mark.parametrize("act", load_phrases())
def test_phrases_use_slots_that_are_filled(act: str) -> None:
    phrase = load_phrases()[act]
    used = {slot for pattern in (*phrase.past, *phrase.noun) for slot in re.findall(r"\{(\w+)", pattern)}
    assert used <= SLOTS
    assert bool(phrase.harm) == bool(used & {"victims", "people", "counted"})
    assert set(phrase.manners) <= set(load_words().manners)


def test_a_pattern_that_cannot_be_filled_is_an_error() -> None:
    with pytest.raises(LookupError, match="optional slots"):
        fill_first(["{actor} left"], {})


def test_an_act_without_a_phrase_is_told_by_its_name() -> None:
    assert tell_clause(cite(claim("alpha-1", "fight.cyber_attack", **KNOWN)), ("Harrow",)).core == (
        "there was cyber attack by the Northern League of the River Guard in Harrow"
    )
