"""What a person decides from the page goes the way of the command line, and shows at once."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import BASE
from tidings.serving import Copies, Lookups, Person
from tidings.settings import Settings
from tidings.store import open_store
from tidings.web.app import make_app


@pytest.fixture
def judged(own_store: Settings, lookups: Lookups) -> TestClient:
    """The interface over a store of its own, with a hand."""
    copies = Copies(own_store, print)
    app = make_app(copies, lookups, Person(own_store, copies), loopback=True, version="0")
    return TestClient(app, base_url=BASE)


def decide(client: TestClient, verb: str, **asked: str) -> Any:
    token = client.get("/api/hand").json()["token"]
    headers = {"origin": BASE, "tidings-token": token}
    return client.post(f"/api/hand/{verb}", json={"why": "seen myself", "by": "ana", **asked}, headers=headers)


def claims(client: TestClient, **asked: str) -> list[Any]:
    rows: list[Any] = client.get("/api/claims", params=asked).json()["rows"]
    return rows


def test_a_judgement_parts_an_event(judged: TestClient) -> None:
    one, other = (row for row in claims(judged, act="territory", place="Goma") if row["doc"] in ("radio-1", "wire-1"))
    assert one["event_id"] == other["event_id"]
    before = judged.get("/api/overview").json()["copy"]
    answer = decide(judged, "judge", verdict="different", one=one["id"], other=other["id"])
    assert answer.status_code == 200, answer.text
    assert "tidings undo dec-" in answer.json()["said"]
    one, other = (row for row in claims(judged, act="territory", place="Goma") if row["doc"] in ("radio-1", "wire-1"))
    assert one["event_id"] != other["event_id"]
    assert judged.get("/api/overview").json()["copy"] != before
    (decision,) = judged.get(f"/api/events/{one['event_id']}").json()["decisions"]
    assert (decision["verdict"], decision["author"], decision["reason"]) == ("different", "ana", "seen myself")


@pytest.mark.parametrize(
    ("verb", "asked", "says"),
    [
        ("judge", {"verdict": "perhaps", "one": "a", "other": "b"}, "a verdict is same or different"),
        ("judge", {"verdict": "same", "one": "clm-0", "other": "clm-1"}, "no claim or event is called"),
        ("reject", {"claim": "clm-0"}, "no claim is called"),
        ("reject", {"claim": " "}, "these are missing: claim"),
        ("correct", {"claim": "clm-0", "field": "colour", "value": "red"}, "colour"),
    ],
)
def test_what_cannot_be_decided_is_told(judged: TestClient, verb: str, asked: dict[str, str], says: str) -> None:
    answer = decide(judged, verb, **asked)
    assert answer.status_code in (400, 409)
    assert says in answer.json()["error"]


def test_a_claim_that_is_rejected_counts_no_more(judged: TestClient) -> None:
    (burned,) = claims(judged, act="destroy")
    assert decide(judged, "reject", claim=burned["id"]).status_code == 200
    assert claims(judged, act="destroy") == []
    assert judged.get("/api/events?act=destroy").json()["total"] == 0


def test_a_claim_is_corrected_and_the_reading_is_kept(judged: TestClient, own_store: Settings) -> None:
    (clash,) = claims(judged, act="fight.clash")
    assert decide(judged, "correct", claim=clash["id"], field="target", value="army; police").status_code == 200
    (corrected,) = claims(judged, act="fight.clash")
    assert corrected["target"] == ["army", "police"]
    with open_store(own_store.store, own_store, read_only=True) as store:
        assert next(store.rows("SELECT target FROM claims WHERE act = 'fight.clash'"))["target"] == ["police"]
