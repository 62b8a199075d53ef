"""The rule book over claims, on releases of our own wording."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from evals.isaf import FIELDS, is_same, main, summary
from evals.isaf_rules import Telling, add_up
from tidings.records import Claim

RAID = (
    "2011-02-T-031\n\nKABUL, Afghanistan (Feb. 9, 2011)\n"
    "Afghan soldiers and their allies captured a Haqqani leader during an operation in Gardez district, Paktiya "
    "province, yesterday. The leader bought rifles abroad. Several suspected insurgents were also detained. "
    "The house was searched without a shot being fired."
)
AMBUSH = (
    "KABUL, Afghanistan (May 3, 2012)\n"
    "A coalition patrol killed two insurgents in Sangin district, Helmand province, today. "
    "The insurgents had fired on the patrol, which returned fire, killing two insurgents."
)
GOLD_RAID = {
    "start_date": "2011-02-08",
    "event_type": ["detention"],
    "province": ["paktya"],
    "target_group": ["haqqani"],
    "min_killed": 0,
    "min_captured": 4,
    "killq": False,
    "captureq": True,
    "killcaptureraid": True,
    "airstrike": False,
    "noshotsfired": True,
    "min_leaders_killed": 0,
    "min_leaders_captured": 1,
}
GOLD_AMBUSH = {
    **GOLD_RAID,
    "start_date": "2012-05-03",
    "event_type": ["insurgentskilled"],
    "province": ["helmand"],
    "target_group": [""],
    "min_killed": 2,
    "min_captured": 0,
    "killq": True,
    "captureq": False,
    "killcaptureraid": False,
    "noshotsfired": False,
    "min_leaders_captured": 0,
}


def write_releases(path: Path, *rows: tuple[str, dict[str, Any]]) -> Path:
    lines = (json.dumps({"id": k, "text": text, "gold": gold}) for k, (text, gold) in enumerate(rows))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def read_scores(path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, float]:
    main([str(path), "--json"])
    scores: dict[str, float] = json.loads(capsys.readouterr().out.splitlines()[-1])
    return scores


def test_two_releases_are_coded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scores = read_scores(write_releases(tmp_path / "r.jsonl", (RAID, GOLD_RAID), (AMBUSH, GOLD_AMBUSH)), capsys)
    assert set(scores) == {"mean", *FIELDS}
    assert scores == dict.fromkeys(scores, 100.0)


def test_a_wrong_field_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = {**GOLD_RAID, "min_captured": 1, "province": ["khost"]}
    scores = read_scores(write_releases(tmp_path / "r.jsonl", (RAID, wrong)), capsys)
    assert (scores["min_captured"], scores["province"], scores["killq"]) == (0.0, 0.0, 100.0)
    assert scores["mean"] == pytest.approx(100 * 11 / 13, abs=0.1)


def test_sets_compare_as_sets_and_no_name_is_none() -> None:
    assert is_same(["a", "b"], ["b", "a"])
    assert is_same([""], [])
    assert not is_same(["a"], ["a", "b"])
    assert summary([])["mean"] == 0.0


def tell(number: int, sentence: str = "", **how: bool) -> Telling:
    claim = Claim(
        id=f"clm-{number}", document_id="doc", sentence_id=sentence or f"snt-{number}-{how}", act="harm.detain",
        first=date(2011, 2, 8), start=0, end=1,
    )  # fmt: skip
    plain = {"adds": False, "is_roundup": False, "is_of_role": False}
    return Telling(claim=claim, number=number, leaders=0, **{**plain, **how})


@pytest.mark.parametrize(
    ("tellings", "number"),
    [
        ([], 0),
        ([tell(3), tell(2)], 3),  # the same ones once more
        ([tell(2, "a"), tell(2, "b"), tell(2, "c")], 2),
        ([tell(1), tell(2, adds=True)], 3),
        ([tell(3), tell(1), tell(1, adds=True)], 3),  # one by one, no more than were told first
        ([tell(1, sentence="s"), tell(2, sentence="s")], 3),
        ([tell(1, is_of_role=True), tell(3)], 4),  # a leader, then the others
        ([tell(9, is_roundup=True), tell(2)], 2),
        ([tell(9, is_roundup=True)], 9),
    ],
)
def test_a_later_telling_is_not_added(tellings: list[Telling], number: int) -> None:
    assert add_up(tellings) == number
