"""Every case in revisions/*.md: what changed between two days of knowledge, and which claims changed it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cases.standing import StandingCase, read_standing_cases
from tests.cases.test_situations import as_text, compare_rows, fill_store
from tidings.knowing import lay_two_days
from tidings.situations.revisions import DIFF_SQL

CASES = [case for path in sorted(Path(__file__).parent.glob("revisions/*.md")) for case in read_standing_cases(path)]
PAIRS = {(line["from"], line["to"]) for case in CASES for line in case.expected}
ASKED = ("from", "to", "aspect")


def tell_changes(case: StandingCase, asked: dict[str, str]) -> list[dict[str, Any]]:
    """The rows of one aspect between two days; `claims` is how many made the difference, `by` their outlets."""
    outlets = {claim.id: claim.document_id.removeprefix("doc-").rsplit("-", 1)[0] for claim in case.claims}
    with fill_store(case) as store:
        lay_two_days(store, date.fromisoformat(asked["from"]), date.fromisoformat(asked["to"]))
        rows = list(store.rows(DIFF_SQL, {"aspects": [asked["aspect"]]}))
    return [
        {key: as_text(value) for key, value in row.items()}
        | {"claims": str(len(row["claim_ids"])), "by": " + ".join(sorted({outlets[one] for one in row["claim_ids"]}))}
        for row in rows
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.where} {case.name}")
def test_case(case: StandingCase) -> None:
    unmet: list[str] = []
    for asked in {tuple((key, line[key]) for key in ASKED): None for line in case.expected}:
        lines = [line for line in case.expected if all(line[key] == value for key, value in asked)]
        expected = [
            {"change": line["standing"], **{key: line[key] for key in line if key not in (*ASKED, "standing")}}
            for line in lines
            if lines[0]["standing"] != "none"
        ]
        unmet += compare_rows(dict(asked), expected, tell_changes(case, dict(asked)))
    if unmet:
        pytest.fail("\n".join([case.where, "", *unmet]), pytrace=False)


def test_ten_pairs_of_days_and_more() -> None:
    assert len(PAIRS) >= 10
