"""Acts as classes of PLOVER, on sentences of our own wording."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.acts import Answer, classes_of, load_map, main, summary
from tidings.lexicons.acts import load_act_lexicon
from tidings.records import Claim


def claim(act: str, start: int = 0, end: int = 9, **fields: object) -> Claim:
    made: dict[str, object] = {"id": "clm", "document_id": "doc", "sentence_id": "snt", **fields}
    return Claim(act=act, start=start, end=end, **made)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (claim("fight.attack", actor=("government troops",)), "FIGHT"),
        (claim("fight.attack", actor=("a gunman",)), "ASSAULT"),
        (claim("aid.deliver", certainty="planned"), "AGREE"),
        (claim("aid.deliver"), "AID"),
        (claim("force.deploy", stance="denies"), "REJECT"),
        (claim("territory.hold"), None),
        (claim("harm.kill", certainty="possible"), None),
    ],
)
def test_the_first_row_that_fits_decides(given: Claim, name: str | None) -> None:
    assert load_map().class_of(given) == name


def test_what_another_claim_speaks_of_is_no_event_of_its_own() -> None:
    assert classes_of([claim("say.condemn", 0, 40), claim("harm.abduct", 20, 40)]) == {"DISAPPROVE"}
    assert classes_of([claim("say.condemn", 0, 20), claim("harm.abduct", 20, 40)]) == {"DISAPPROVE", "ASSAULT"}


def test_found_and_spurious() -> None:
    answers = [
        Answer(("AID",), frozenset({"AID", "FIGHT"})),
        Answer(("PROTEST", "THREATEN"), frozenset({"PROTEST", "THREATEN"})),
        Answer(("AID",), frozenset({"COERCE"})),
    ]
    assert summary(answers) == {
        "found": 75.0,
        "spurious_per_right": 0.67,
        "AID": 50.0,
        "PROTEST": 100.0,
        "THREATEN": 100.0,
    }


def test_every_act_of_the_map_is_an_act() -> None:
    acts = {row.act for row in load_act_lexicon().rows}
    families = {act.partition(".")[0] + ".*" for act in acts}
    assert {act for row in load_map().row for act in row.acts} <= acts | families


def test_a_file_of_records_is_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = [
        {"id": "1", "event": "DOCUMENT"},
        {"id": "2", "event": "DEMAND", "text": "Chad demanded on Friday that Libya hand over the airstrip."},
        {"id": "3", "event": "INVESTIGATE", "text": "Ghana opened an inquiry into the price of cocoa."},
    ]
    path = tmp_path / "records.txt"
    path.write_text(json.dumps(records), encoding="utf-8")
    main([str(path), "--json"])
    scores = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (scores["found"], scores["DEMAND"], scores["INVESTIGATE"]) == (50.0, 100.0, 0.0)
