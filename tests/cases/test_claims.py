"""Every case in claims/*.md: a report, and what is to be read from it."""

from functools import cache
from pathlib import Path

import pytest

from tests.cases.cases import Case, read_cases
from tests.cases.expectations import format_claim
from tidings.plugins import ReadingHalf, load_plugin

FOLDER = Path(__file__).parent / "claims"
CASES = [case for path in sorted(FOLDER.glob("*.md")) for case in read_cases(path)]


@cache
def load_reading() -> ReadingHalf:
    reading: ReadingHalf = load_plugin("reading", "english")()
    return reading


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.where} {case.name}")
def test_case(case: Case) -> None:
    claims = load_reading().read_document(case.document()).claims
    unmet = case.unmet(claims)
    read = "\n".join(f"  => {format_claim(claim)}" for claim in claims) or "  => none"
    if unmet:
        told = "\n".join(unmet)
        pytest.fail(f"{case.where}\n\n{case.text}\n\n{told}\n\nread:\n{read}", pytrace=False)


def test_names_of_cases_are_told_apart() -> None:
    names = [(case.where.split(":")[0], case.name) for case in CASES]
    assert len(names) == len(set(names))
