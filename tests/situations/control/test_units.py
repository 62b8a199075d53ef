"""Which unit a claim speaks of, and whether of the whole of it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.events.literal import figure, report
from tests.situations.controlling import RESIDENTS, ask, changes, fold, held, taken
from tidings.situations.control import CHANGES_SQL, UNRESOLVED_SQL

TEXTS = {
    "fighters took Harrow": True,
    "the fall of Harrow": True,
    "Harrow district fell": True,
    "took the police headquarters in Harrow": True,
    "took the centre of Harrow": True,
    "took part of Harrow": False,
    "took part of the centre of Harrow": False,
    "seized two villages in Harrow": False,
    "captured a checkpoint near Harrow": False,
    "took the bridge at Harrow": False,
    "took over in Harrow": False,
    "captured the old fort": False,
    "it fell": True,
}


def of_text(text: str, **fields: Any) -> list[dict[str, Any]]:
    told = taken("delta-1", end=len(text), **fields, **RESIDENTS)
    connection = fold([told], [report("delta-1", "1999-05-10", text)])
    return ask(connection, CHANGES_SQL, {"as_of": None, "level": None})


@pytest.mark.parametrize(("text", "is_whole"), TEXTS.items())
def test_a_part_is_not_the_whole_and_the_seat_is(text: str, is_whole: bool) -> None:
    assert bool(of_text(text)) is is_whole


BOTH = {"place": ("Harrow", "Selby"), "place_ids": ("d:harrow", "d:selby")}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("overran the centres of Harrow and Selby", 2),
        ("took two districts, Harrow in the hills and Selby by the road", 2),
        ("took parts of Harrow and Selby", 0),
    ],
)
def test_a_list_of_places_is_each_of_them_whole(text: str, rows: int) -> None:
    assert len(of_text(text, **BOTH)) == rows


@pytest.mark.parametrize(("number", "rows"), [(2, 2), (3, 0)])
def test_units_counted_out_are_those_named_elsewhere_in_the_sentence(number: int, rows: int) -> None:
    counted = (figure("border_crossing", number, number),)
    assert len(of_text("took control of the border posts", counts=counted, **BOTH)) == rows


def test_a_denied_part_is_a_denied_whole() -> None:
    text = "no street of Harrow was retaken"
    claims = [taken("radio-9", **RESIDENTS), taken("delta-1", end=len(text), stance="denies", **RESIDENTS)]
    reports = [report("radio-9", "1999-05-09"), report("delta-1", "1999-05-10", text)]
    (row,) = ask(fold(claims, reports), CHANGES_SQL, {"as_of": None, "level": None})
    assert row["state"] == "contested"


@pytest.mark.parametrize(
    ("text", "rows"),
    [("Northshire province fell", 1), ("districts fell across Northshire", 0), ("the league took Northshire", 0)],
)
def test_a_province_is_taken_only_where_it_is_named_as_one(text: str, rows: int) -> None:
    assert len(of_text(text, place="Northshire")) == rows


def test_a_province_is_not_held_because_its_capital_is() -> None:
    fell = taken("wire-10", "Arlen", **RESIDENTS)
    assert [row["unit"] for row in changes(fell)] == ["city"]
    (province,) = held(fell, level="province")
    assert province["state"] == "unknown"


def test_a_city_and_the_district_that_it_is_the_seat_of_are_one_change() -> None:
    (row,) = changes(taken("wire-10", "Arlen", **RESIDENTS), taken("radio-10", "Arlen district", **RESIDENTS))
    assert (row["unit"], row["pcode"]) == ("city", "NL0101")


def test_a_crossing_has_no_code() -> None:
    (row,) = changes(taken("wire-10", "Dover Gate", **RESIDENTS))
    assert (row["unit"], row["pcode"]) == ("crossing", None)


def test_counted_districts_are_none_by_name() -> None:
    counted = (figure("district", 2, 2),)
    assert changes(taken("wire-10", "Northshire", counts=counted, **RESIDENTS)) == []
    assert (
        len(changes(taken("wire-10", place=("Harrow", "Selby"), place_ids=("d:harrow", "d:selby"), counts=counted)))
        == 2
    )


def test_an_unresolved_place_stays_unresolved() -> None:
    claim = taken("wire-10", "Whitby", **RESIDENTS)
    assert changes(claim) == []
    (row,) = ask(fold([claim]), UNRESOLVED_SQL, {"known_on": None})
    assert (row["place"], row["claims"]) == ("Whitby", 1)
