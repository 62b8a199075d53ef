"""What linking is given from the tables of places and of actors: the frame of units, and the sides of actors."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tidings.actors import ActorTable
from tidings.gazetteers import Gazetteer
from tidings.gazetteers.kinds import Place
from tidings.situations.control import SideRow, UnitRow
from tidings.store import Store


def make_units(store: Store, gazetteer: Gazetteer) -> Iterator[UnitRow]:
    """The frames of the countries that claims speak of and whose districts are known one by one."""
    countries = [row["country"] for row in store.rows("SELECT DISTINCT country FROM places ORDER BY country")]
    for code in countries:
        districts = gazetteer.districts_with_codes(code)
        country = gazetteer.country(code)
        if not districts or country is None:
            continue
        capitals = {city.pcode: city for city in gazetteer.capitals_of(code)}
        for place in [*gazetteer.provinces_of(country), *capitals.values()]:
            yield _unit(place)
        for district in districts:
            seat = capitals.get(district.pcode)
            yield _unit(district, seat.id if seat else None)


def _unit(place: Place, seat: str | None = None) -> UnitRow:
    province = place.name if place.kind == "province" else place.adm1
    return UnitRow(place.id, place.kind, place.name, place.pcode, province, place.country, seat)


def make_sides(store: Store, table: ActorTable) -> Iterator[SideRow]:
    """The sides of those who take, hold and leave places, and of those who talk, on the days of their reports."""
    rows = store.rows(
        "SELECT DISTINCT actor_id, published AS day FROM ("
        "SELECT document_id, unnest(list_concat(actor_ids, target_ids)) AS actor_id "
        "FROM spoken_claims WHERE starts_with(act, 'territory.') OR starts_with(act, 'talk.')"
        ") JOIN documents ON documents.id = document_id ORDER BY ALL"
    )
    for row in list(rows):
        if side := find_side(row["actor_id"], table, row["day"]):
            yield SideRow(row["actor_id"], row["day"], *side)


def find_side(actor_id: str, table: ActorTable, on: date | None) -> tuple[str, str, bool] | None:
    """Whose gain it is when this actor takes a place: an armed group's own, or the state's of an army or police.

    A role goes with the body that it is a role of; of a country at large it has no side.
    """
    holder, _, role = actor_id.partition(":")
    actor = table.get(holder)
    if actor is None or (role and actor.kind == "state"):
        return None
    if table.kind(actor).against == "state":
        return actor.id, actor.name, False
    sides = [table.get(side) for side in table.sides(holder, on)]
    group = next((side for side in sides if side and table.kind(side).against == "state"), None)
    if group is not None:
        return group.id, group.name, False
    state = next((side for side in sides if side and side.kind == "state"), None)
    if state is not None:
        government = table.get(f"{state.id}.government")
        return state.id, government.name if government else state.name, True
    if actor.kind in ("media", "person", "civilians"):
        return None
    return actor.id, actor.name, False
