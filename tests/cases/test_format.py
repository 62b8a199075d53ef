"""The runner of the cases: it reads what is written, and finds what is wrong."""

from datetime import date
from pathlib import Path

import pytest

from tests.cases.cases import Case, read_cases
from tests.cases.expectations import find_unmet, format_claim, parse_expectation
from tidings.records import Claim, Count

TEXT = "Rebels seized the bridge at Lomé Ford on Tuesday, killing more than 70 soldiers, a doctor told Radio Volta."


def make_claim(**fields: object) -> Claim:
    defaults: dict[str, object] = {
        "id": "clm-1",
        "document_id": "doc-1",
        "sentence_id": "snt-1",
        "act": "harm.kill",
        "actor": ("rebels",),
        "place": ("Lomé Ford",),
        "first": date(1998, 3, 3),
        "last": date(1998, 3, 3),
        "counts": (Count(what="killed", low=71, high=None, of="soldiers", text="more than 70 soldiers"),),
        "said_by": ("Radio Volta", "doctor"),
        "start": 50,
        "end": 79,
    }
    return Claim(**(defaults | fields))  # type: ignore[arg-type]


def unmet(lines: str, *claims: Claim) -> list[str]:
    expectations = [parse_expectation(line, "here") for line in lines.splitlines()]
    return find_unmet(expectations, claims, TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "=> harm.kill",
        "=> harm.* actor=Rebels target=-",
        "=> harm.kill place=Lomé Ford day=1998-03-03 killed=71..",
        "=> harm.kill killed=71.. of soldiers said_by=Radio Volta > doctor",
        "=> harm.kill stance=asserts certainty=happened hedged=no manner=-",
        "=> harm.kill first=1998-03-03 period=1998-03-03..1998-03-03 injured=-",
        "=> harm.kill evidence=killing more than 70",
        "=> harm.kill killed=71.. of soldiers + 71..",
        "=> only\n=> harm.kill",
        "=> not harm.kill stance=denies",
        "=> not harm.injure",
    ],
)
def test_a_claim_meets_what_is_said_of_it(line: str) -> None:
    assert unmet(line, make_claim()) == []


@pytest.mark.parametrize(
    "line",
    [
        "=> harm.injure",
        "=> fight.*",
        "=> harm.kill actor=army",
        "=> harm.kill actor=rebels + army",
        "=> harm.kill actor=-",
        "=> harm.kill target=soldiers",
        "=> harm.kill day=1998-03-04",
        "=> harm.kill day=-",
        "=> harm.kill last=-",
        "=> harm.kill killed=71",
        "=> harm.kill killed=71.. of civilians",
        "=> harm.kill killed=71.. of soldiers + 12",
        "=> harm.kill killed=71.. about",
        "=> harm.kill killed=-",
        "=> harm.kill counts=-",
        "=> harm.kill said_by=doctor",
        "=> harm.kill said_by=-",
        "=> harm.kill stance=denies",
        "=> harm.kill hedged=yes",
        "=> harm.kill evidence=seized the bridge",
        "=> none",
        "=> only",
        "=> not harm.kill",
        "=> not harm.* certainty=happened",
        "=> harm.kill\n=> harm.kill",
    ],
)
def test_a_claim_fails_what_it_is_not(line: str) -> None:
    assert len(unmet(line, make_claim())) == 1


def test_each_line_asks_for_a_claim_of_its_own() -> None:
    one, other = make_claim(actor=("rebels",)), make_claim(actor=("army",))
    assert unmet("=> harm.kill\n=> harm.kill actor=rebels\n=> only", one, other) == []


def test_a_trap_is_about_what_is_asserted_unless_it_says_otherwise() -> None:
    denial = make_claim(stance="denies")
    assert unmet("=> not harm.kill", denial) == []
    assert unmet("=> not harm.kill stance=denies", denial) != []


def test_no_claims_meet_none() -> None:
    assert unmet("=> none") == []


def test_chains_hold_speakers_side_by_side() -> None:
    claim = make_claim(said_by=("Reuters", ("Iran", "Russia")))
    assert unmet("=> harm.kill said_by=Reuters > Russia + Iran", claim) == []
    assert unmet("=> harm.kill said_by=Reuters > Iran", claim) != []


def test_a_claim_is_told_as_a_line_that_it_meets() -> None:
    claim = make_claim(hedged=True, manner="force")
    assert unmet(f"=> {format_claim(claim)}", claim) == []
    assert "killed=71.. of soldiers" in format_claim(claim)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("=> harmkill", "an act such as"),
        ("=> harm.kill actr=Taliban", "actr is no field"),
        ("=> harm.kill in Ghazni", "expected key=value"),
        ("=> harm.kill actor= place=Ghazni", "without a value"),
        ("=> harm.kill place=A place=B", "twice"),
    ],
)
def test_a_line_that_cannot_be_meant_is_refused(line: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        parse_expectation(line, "here:3")


def test_a_figure_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="not a figure"):
        unmet("=> harm.kill killed=7 soldiers", make_claim())


FILE = """# Captures

What this file is about.

## A bridge changes hands
published: 1998-03-04
publisher: Radio Volta

Rebels seized the bridge on Tuesday,
a doctor said.

The army denied it.
=> territory.capture place=bridge
=> only

## Nothing happens
The rains were late.
=> none
"""


def cases_of(tmp_path: Path, text: str) -> list[Case]:
    path = tmp_path / "captures.md"
    path.write_text(text, encoding="utf-8")
    return list(read_cases(path))


def test_cases_are_read_with_header_text_and_lines(tmp_path: Path) -> None:
    bridge, nothing = cases_of(tmp_path, FILE)
    assert bridge.name == "A bridge changes hands"
    assert bridge.where == "captures.md:5"
    assert bridge.text == "Rebels seized the bridge on Tuesday, a doctor said.\n\nThe army denied it."
    assert bridge.document().published == date(1998, 3, 4)
    assert bridge.document().publisher == "Radio Volta"
    assert [e.kind for e in bridge.expectations] == ["claim", "only"]
    assert nothing.document().published is None


@pytest.mark.parametrize("text", ["## Empty\n=> none\n", "## No lines\nA text.\n", "## Late\nOne.\n=> none\nTwo.\n"])
def test_a_case_without_its_parts_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match=r"captures\.md:1"):
        cases_of(tmp_path, text)
