"""How a person writes a value, what is kept of it, and what is told where it cannot be."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.events.literal import claim, figure
from tidings.errors import TidingsError
from tidings.hand.fields import FIELDS, check_value, parse_assignment, put_value

DAY = {"first": "2001-05-03", "last": "2001-05-03"}


@pytest.mark.parametrize(
    ("written", "field", "kept"),
    [
        ("place=Harrow", "place", ["Harrow"]),
        ("actor=Northern League; the army", "actor", ["Northern League", "the army"]),
        ("target=none", "target", []),
        ("target=", "target", []),
        ("period=2001-05-03", "period", DAY),
        ("day=2001-05-03", "period", DAY),
        ("period=2001-02", "period", {"first": "2001-02-01", "last": "2001-02-28"}),
        ("period=2001", "period", {"first": "2001-01-01", "last": "2001-12-31"}),
        ("period=..2001-05-06", "period", {"first": None, "last": "2001-05-06"}),
        ("period=2001-05-03..", "period", {"first": "2001-05-03", "last": None}),
        ("period=none", "period", {"first": None, "last": None}),
        (
            "figure=killed 27..30 soldiers; injured 3..",
            "counts",
            [{"what": "killed", "low": 27, "high": 30, "of": "soldiers"}, {"what": "injured", "low": 3, "high": None}],
        ),
        ("counts=displaced 1,200", "counts", [{"what": "displaced", "low": 1200, "high": 1200}]),
        ("counts=none", "counts", []),
        ("said_by=Wire; the governor", "said_by", ["Wire", "the governor"]),
        ('said_by=["Wire", ["Norland", "Sudland"]]', "said_by", ["Wire", ["Norland", "Sudland"]]),
        ("stance=denies", "stance", "denies"),
        ("certainty=planned", "certainty", "planned"),
        ("manner=none", "manner", None),
        ("hedged=yes", "hedged", True),
        ("act=harm.kill", "act", "harm.kill"),
    ],
)
def test_a_value_is_kept_in_one_form(written: str, field: str, kept: Any) -> None:
    assert parse_assignment(written) == (field, kept)
    assert check_value(field, kept) == kept
    put_value(claim("a-1", "territory.capture"), field, kept)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("place", "write FIELD=VALUE"),
        ("colour=red", "no field 'colour'"),
        ("interest=party", "that can be corrected; there are act, actor"),
        ("act=harm.tickle", "there is no act 'harm.tickle'"),
        ("stance=believes", "one of asserts, denies, doubts"),
        ("period=last week", "write it as 2001-05-03"),
        ("period=2001-13", "write it as 2001-05-03"),
        ("period=2001-05-06..2001-05-03", "before its first day 2001-05-06"),
        ("counts=many", "killed 27..30 soldiers"),
        ("counts=killed 30..27", "lower number first"),
        ("counts=killed ..", "has no number"),
        ('counts=[{"what": "killed", "low": 1, "high": 1, "basis": "monthly"}]', "incremental or cumulative"),
        ("hedged=perhaps", "true or false"),
        ("said_by=[1]", "outermost first"),
    ],
)
def test_what_cannot_be_is_told_with_what_can(written: str, words: str) -> None:
    with pytest.raises(TidingsError) as error:
        parse_assignment(written)
    assert words in str(error.value)


def test_a_figure_keeps_what_the_person_left_out() -> None:
    read = claim("a-1", "harm.kill", counts=(figure("killed", 9, 9, "police", basis="incremental", text="nine"),))
    (put,) = put_value(read, "counts", [{"what": "killed", "low": 7, "high": 7}]).counts
    assert (put.low, put.high, put.of, put.basis, put.text) == (7, 7, "police", "incremental", "nine")
    (put,) = put_value(read, "counts", [{"what": "killed", "low": 7, "high": 7, "of": "soldiers"}]).counts
    assert put.of == "soldiers"


@pytest.mark.parametrize(
    ("first", "last", "precision"),
    [
        ("2001-05-03", "2001-05-03", "day"),
        ("2001-05-03", "2001-05-04", "days"),
        ("2001-05-01", "2001-05-31", "month"),
        ("2001-01-01", "2001-12-31", "year"),
        (None, "2001-12-31", "open"),
        (None, None, None),
    ],
)
def test_a_period_has_the_precision_of_its_ends(first: str | None, last: str | None, precision: str | None) -> None:
    put = put_value(claim("a-1", "harm.kill"), "period", {"first": first, "last": last})
    assert put.precision == precision
    assert put.last == (date.fromisoformat(last) if last else None)


def test_who_a_person_names_is_no_guess_any_more() -> None:
    read = claim("a-1", "harm.kill", actor="Northern League", made_by=("acts/kill", "inherit.actor", "sides.target"))
    assert put_value(read, "actor", ["River Guard"]).made_by == ("acts/kill", "sides.target")
    assert put_value(read, "place", ["Harrow"]).made_by == read.made_by


def test_every_field_of_what_is_said_can_be_corrected() -> None:
    said = "act actor target place destination counts said_by stance certainty manner hedged period"
    assert set(said.split()) <= FIELDS.keys()
