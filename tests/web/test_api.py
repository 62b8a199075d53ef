"""The interface: what it gives, page by page, as of two days; and what it refuses, in words."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.web.a_store import RIGHT_TO_LEFT, TEXTS, place_id


def get(client: TestClient, path: str, **asked: object) -> Any:
    answer = client.get(path, params={key: str(value) for key, value in asked.items()} or None)
    assert answer.status_code == 200, answer.text
    return answer.json()


def acts(client: TestClient, **asked: object) -> list[tuple[str, str]]:
    return sorted((row["act"], row["standing"]) for row in get(client, "/api/events", **asked)["rows"])


def test_the_overview_counts_what_the_store_holds(client: TestClient) -> None:
    found = get(client, "/api/overview")
    assert (found["documents"], found["claims"], found["first"], found["last"]) == (8, 11, "2024-01-10", "2024-02-25")


def test_events_are_found_by_act_actor_place_words_and_days(client: TestClient) -> None:
    assert acts(client, act="fight") == [
        ("fight.attack", "planned"), ("fight.clash", "reported"), ("fight.shelling", "reported"),
    ]  # fmt: skip
    assert acts(client, actor=RIGHT_TO_LEFT) == [("fight.clash", "reported")]
    assert acts(client, text="MARKET burned") == [("destroy.property", "reported")]
    assert acts(client, place="Sake") == [("territory.capture", "reported")]
    assert acts(client, first="2024-02-15", last="2024-02-25") == [("fight.clash", "reported")]
    assert acts(client, standing="planned") == [("fight.attack", "planned")]


def test_a_place_is_asked_with_all_that_lies_within(client: TestClient) -> None:
    inside = {row["place"][0] for row in get(client, "/api/events", place=place_id("North Kivu"))["rows"]}
    assert inside == {"Goma", "Sake"}


def test_what_was_not_published_by_then_was_not_known(client: TestClient) -> None:
    assert {place for place, _ in acts(client, known_on="2024-01-10")} == {"territory.capture", "harm.kill"}
    assert acts(client, known_on="2024-01-09") == []
    claims = get(client, "/api/claims", known_on="2024-01-11", act="territory")
    assert {row["published"] for row in claims["rows"]} == {"2024-01-10", "2024-01-11"}


def test_an_event_tells_who_says_so_who_denies_it_and_what_is_copied(client: TestClient) -> None:
    (fall,) = [row for row in get(client, "/api/events", act="territory")["rows"] if row["place"] == ["Goma"]]
    detail = get(client, f"/api/events/{fall['id']}")
    words = sorted((claim["doc"], claim["word"], claim["side"]) for claim in detail["claims"])
    assert [(doc, word) for doc, word, _ in words] == [
        ("radio-1", "affirmed"),
        ("wire-1", "denied"),
        ("wire-2", "affirmed"),
    ]
    assert {side for doc, _, side in words if doc != "wire-1"} == {"witness"}
    copies = [claim["copy_of"] for claim in detail["claims"] if claim["copy_of"]]
    assert copies == ["radio-1"]
    (sake,) = [row for row in get(client, "/api/events", act="territory")["rows"] if row["place"] == ["Sake"]]
    (admission,) = get(client, f"/api/events/{sake['id']}")["claims"]
    assert admission["against_interest"] is True


def test_every_claim_ends_at_its_sentence(client: TestClient) -> None:
    for claim in get(client, "/api/claims")["rows"]:
        report = get(client, f"/api/documents/{claim['document_id']}")
        assert report["text"][claim["start"] : claim["end"]] == claim["quote"]
        assert claim["id"] in [mark["claim_id"] for mark in report["highlights"]]
        assert get(client, f"/api/claims/{claim['id']}")["claim"] == claim


def test_figures_keep_their_ranges(client: TestClient) -> None:
    rows = get(client, "/api/figures", what="killed", place="goma")["rows"]
    assert rows
    assert {(row["low"], row["high"]) for row in rows} <= {(8, 15), (12, 12), (8, 12), (12, 15)}
    assert get(client, "/api/figures", rule="ibc", what="abducted")["rows"] == []


def test_search_finds_words_in_any_order(client: TestClient) -> None:
    found = get(client, "/api/search", text="city killed")
    assert {row["doc"] for row in found["rows"]} == {"radio-1", "wire-2"}


def test_spans_of_what_is_contested_end_with_how_it_leans(client: TestClient) -> None:
    units = client.get("/api/spans").json()["units"]
    lines = {len(line): line for spans in units.values() for line in spans}
    assert lines[11][7:10] == ["March 23 Movement", "likely", "March 23 Movement"]
    assert lines[11][10].startswith("more witnesses")
    assert lines[7][2] == "held"


def test_the_situation_has_two_times(client: TestClient) -> None:
    now = get(client, "/api/situation")
    then = get(client, "/api/situation", as_of="2024-01-09", known_on="2024-01-10")
    assert sum(now["events"].values()) == get(client, "/api/overview")["events"]
    assert sum(then["events"].values()) < sum(now["events"].values())
    assert get(client, "/api/situation", level="district")["as_of"] is None


def test_places_and_actors_are_looked_up(client: TestClient) -> None:
    assert "CD" in [row["more"]["country"] for row in get(client, "/api/places", name="Goma")["rows"]]
    assert "m23" in get(client, "/api/actors", name="M23", on="2024-01-10")["rows"][0]["id"]
    assert get(client, "/api/places", name="Nowhereville-on-Sea")["rows"] == []


def test_pages_follow_each_other_until_the_last(client: TestClient) -> None:
    seen: list[str] = []
    page = get(client, "/api/claims", limit=4)
    while True:
        seen += [row["id"] for row in page["rows"]]
        if page["next"] is None:
            break
        page = get(client, f"/{page['next']}")
    assert len(seen) == len(set(seen)) == page["total"] == 11
    past = get(client, "/api/claims", start=50)
    assert (past["rows"], past["total"], past["next"]) == ([], 11, None)


def test_what_was_asked_before_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/api/events")
    again = client.get("/api/events", headers={"if-none-match": first.headers["etag"]})
    other = client.get("/api/events?limit=1", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert other.status_code == 200


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/api/events?limit=0", 400, "limit"),
        ("/api/events?first=yesterday", 400, "first"),
        ("/api/events?colour=red", 400, "there is no parameter 'colour'"),
        ("/api/events?limit=1&limit=2", 400, "given twice"),
        ("/api/search", 400, "text"),
        ("/api/search?text=%00", 400, "null character"),
        ("/api/events/evt-0", 404, "no event is called"),
        ("/api/claims/clm-0", 404, "no claim is called"),
        ("/api/documents/doc-0", 404, "no report"),
        ("/api/nothing", 404, "there is no"),
    ],
)
def test_what_cannot_be_answered_is_told_in_words(client: TestClient, path: str, status: int, says: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert says in answer.json()["error"]


def test_the_picture_holds_every_event_once_with_its_days(client: TestClient) -> None:
    picture = get(client, "/api/picture")
    events = picture["events"]
    assert len(events["id"]) == len(set(events["id"])) == get(client, "/api/overview")["events"]
    assert {len(column) for column in events.values()} == {len(events["id"])}
    assert picture["undated"] == 1
    assert len(picture["known"]) == len({day for day, _ in TEXTS.values() if day}) + 1
    words = get(client, "/api/words")["words"]
    assert set(words) <= set(events["id"])
    assert any("market burned" in text for text in words.values())


def test_every_area_says_how_true_its_edge_is(client: TestClient) -> None:
    areas = get(client, "/api/areas")
    assert areas["type"] == "FeatureCollection"
    assert {feature["properties"]["drawn"] for feature in areas["features"]} <= {"outline", "approximate", "circle"}
    names = {feature["properties"]["id"] for feature in areas["features"]}
    assert place_id("Borno") in names
