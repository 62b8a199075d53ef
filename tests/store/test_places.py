"""The places that claims mean stand in the store with what holds them."""

from __future__ import annotations

from pathlib import Path

from tests.events.literal import claim, put
from tests.stand_ins import plain_settings
from tidings.store import PlaceRow, fill_places, find_place_ids, open_store

BUNIA = PlaceRow(
    "gn:217695", "Bunia", "city", "CD", "Ituri", None, None, 1.55941, 30.25224, "given", ("gn:1", "iso:CD")
)
NOWHERE = PlaceRow("gn:2", "Nyakunde", "place", "CD", None, None, None, None, None, "none", ())


def test_the_table_holds_exactly_what_was_given_last(tmp_path: Path) -> None:
    settings = plain_settings(tmp_path)
    with open_store(settings.store, settings) as store:
        fill_places(store, [BUNIA, NOWHERE])
        rows = list(store.rows("SELECT * FROM places ORDER BY id"))
        assert [(row["id"], row["lat"], list(row["within"])) for row in rows] == [
            ("gn:2", None, []),
            ("gn:217695", 1.55941, ["gn:1", "iso:CD"]),
        ]
        fill_places(store, [])
        assert list(store.rows("SELECT * FROM places")) == []


def test_places_and_destinations_are_found_once(tmp_path: Path) -> None:
    settings = plain_settings(tmp_path)
    with open_store(settings.store, settings) as store:
        assert find_place_ids(store) == []
        fled = claim("alpha-1", "displace.flee", place_ids=("gn:2",), destination_ids=("gn:1", "gn:2"))
        put(store.connection, [], [fled])
        assert find_place_ids(store) == ["gn:1", "gn:2"]
