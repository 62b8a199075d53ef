"""Why changes of hands, units and checks are as they are: down to sentences, and what would undo them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.events.literal import claim, figure, fill, report
from tests.situations.controlling import ADMITS, ARMY_DENIES, fold, taken
from tidings.errors import TidingsError
from tidings.events import link_events
from tidings.situations.figures.fold import fold_figures
from tidings.store import Store
from tidings.store.explaining import explain


def test_a_change_and_its_unit_are_told_down_to_sentences() -> None:
    gain, denial = taken("wire-10", **ADMITS), taken("radio-11", **ARMY_DENIES)
    store = Store(Path("s"), fold([gain, denial]))
    ((change_id,),) = store.connection.execute("SELECT id FROM control_changes").fetchall()
    told = "\n".join(explain(store, change_id))
    assert "Harrow (district, NL0102, Northshire) to league" in told
    assert "standing: contested" in told
    assert f"{gain.id} in wire-10, 1999-05-10: Text" in told
    assert "says: gain, by general brook (loser)" in told.lower().replace("generalbrook", "general brook")
    assert f"undone by: tidings reject {denial.id}" in told
    assert f"tidings judge different {gain.id} {denial.id}" in told
    unit = "\n".join(explain(store, "d:harrow"))
    assert f"{change_id}: to league, 1999-05-09, contested" in unit
    assert "nobody speaks of it" in "\n".join(explain(store, "d:selby"))
    assert f"changes that rest on it: {change_id}" in "\n".join(explain(store, gain.id))


def test_who_holds_a_unit_without_a_change_is_told_too() -> None:
    holds = taken("wire-10", act="territory.hold", **ADMITS)
    told = "\n".join(explain(Store(Path("s"), fold([holds])), "d:harrow"))
    assert f"{holds.id} in wire-10" in told
    assert "says: hold" in told


def test_a_check_is_told_with_the_claims_of_its_numbers() -> None:
    counts = (figure("killed", 90, 90, out_of=80),)
    claims = [claim("wire-10", "harm.kill", "1999-05-09", counts=counts, place="Harrow")]
    connection = fill([report("wire-10", "1999-05-10")], claims)
    link_events(connection)
    fold_figures(connection)
    ((check_id,),) = connection.execute("SELECT id FROM figure_checks").fetchall()
    told = "\n".join(explain(Store(Path("s"), connection), check_id))
    assert "90 of 80 are more than there are" in told
    assert f"tidings correct {claims[0].id} counts=FIGURES" in told


def test_what_is_no_row_is_told_with_where_ids_are_listed() -> None:
    with pytest.raises(TidingsError, match="tidings claims, events, figures, control"):
        list(explain(Store(Path("s"), fill([], [])), "xyz-1"))
