"""What the cases of claims are as a whole: how many, of which wars, acts and forms, and that no trap springs."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from tests.cases.cases import Case, read_cases
from tests.cases.expectations import format_claim
from tests.cases.test_claims import CASES, load_reading
from tidings.records import Claim

ENOUGH, ENOUGH_TRAPS = 200, 60
AFGHAN = re.compile(
    r"Afghan|Taliban|mujahedin|Kabul|Kandahar|Herat|Kunduz|Helmand|Ghazni|Khost|Torkham|Jalalabad|Badghis|Nangarhar|Balkh"
)
STORED = ("happened", "ongoing")
TRAPS = [case for case in CASES if case.where.startswith("traps_")]


def acts() -> list[str]:
    """The taxonomy, as the lexicons of acts have it."""
    folder = files("tidings.lexicons").joinpath("acts")
    tables = [(path.name[:-5], tomllib.loads(path.read_text("utf-8"))) for path in folder.iterdir()]
    return [f"{family}.{name}" for family, table in tables for name in table]


def stated(key: str) -> Counter[str]:
    """The values that wanted claims state for a key, with how often."""
    return Counter(e.stated[key] for case in CASES for e in case.expectations if e.kind == "claim" and key in e.stated)


def test_there_are_enough_cases_and_enough_traps() -> None:
    assert len(CASES) >= ENOUGH
    assert len(TRAPS) >= ENOUGH_TRAPS


def test_cases_are_of_many_wars() -> None:
    afghan = [case for case in CASES if AFGHAN.search(case.text)]
    decades = Counter(case.header["published"][:3] for case in CASES if "published" in case.header)
    assert 5 * len(afghan) <= len(CASES)
    assert len([decade for decade, count in decades.items() if count >= 3]) >= 7


@pytest.mark.parametrize("act", acts())
def test_every_act_has_a_case(act: str) -> None:
    wanted = {e.act for case in CASES for e in case.expectations if e.kind == "claim"}
    assert act in wanted


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("stance", {"denies", "doubts"}),
        ("certainty", {"happened", "ongoing", "planned", "possible"}),
        ("manner", {"force", "withdrawal", "surrender", "agreement", "unopposed"}),
        ("precision", {"day", "days", "week", "month", "season", "year", "open"}),
        ("hedged", {"yes", "no"}),
    ],
)
def test_every_value_of_a_field_has_a_case(key: str, values: set[str]) -> None:
    assert values <= set(stated(key))


@pytest.mark.parametrize("case", TRAPS, ids=lambda case: f"{case.where} {case.name}")
def test_no_trap_is_stored_as_having_happened(case: Case) -> None:
    sprung = [format_claim(claim) for claim in sprung_in(case, load_reading().read_document(case.document()).claims)]
    assert not sprung


def sprung_in(case: Case, claims: tuple[Claim, ...]) -> Iterator[Claim]:
    """The claims that assert as a fact what the case says is none; what it wants told besides is no trap."""
    trapped = {e.act for e in case.expectations if e.kind == "not" and e.stated["stance"] == "asserts"}
    for claim in claims:
        wanted = any(e.kind == "claim" and e.matches(claim, case.text) for e in case.expectations)
        named = any(act == claim.act or (act.endswith(".*") and claim.act.startswith(act[:-1])) for act in trapped)
        if named and not wanted and claim.stance == "asserts" and claim.certainty in STORED:
            yield claim


@pytest.mark.parametrize("case", TRAPS, ids=lambda case: f"{case.where} {case.name}")
def test_every_trap_says_what_must_not_be_stored(case: Case) -> None:
    """By a line that forbids it, or by wanting it denied, planned or possible and nothing else."""
    forbids = any(e.kind in ("not", "none", "only") for e in case.expectations)
    assert forbids


def test_a_trap_that_springs_is_found(tmp_path: Path) -> None:
    path = tmp_path / "traps_told.md"
    path.write_text("## Told\nRebels attacked Bo.\n=> not fight.attack certainty=happened\n", encoding="utf-8")
    (case,) = read_cases(path)
    claims = load_reading().read_document(case.document()).claims
    assert [claim.act for claim in sprung_in(case, claims)] == ["fight.attack"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.where} {case.name}")
def test_every_claim_names_the_rows_and_rules_that_made_it(case: Case) -> None:
    """What `tidings claims --explain` shows: the row of the act; rules for each figure, period, speaker and hedge."""
    for claim in load_reading().read_document(case.document()).claims:
        assert not lacking(claim), f"{format_claim(claim)} made by {claim.made_by}"


def lacking(claim: Claim) -> list[str]:
    """The parts of a claim that no row or rule accounts for."""
    parts: dict[str, tuple[object, tuple[str, ...]]] = {
        "act": (claim.act, (f"{claim.act}:",)),
        "figures": (claim.counts, ("figures.",)),
        "period": (claim.first or claim.last, ("period", "times.", "inherit.period")),
        "speakers": (claim.said_by, ("speech.", "answers.")),
        "hedge": (claim.hedged, ("speech.", "scope.", "answers.")),
    }
    return [
        part
        for part, (told, prefixes) in parts.items()
        if told and not any(rule.startswith(prefixes) for rule in claim.made_by)
    ]
