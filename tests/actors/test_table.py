"""The table of actors: what it holds, how a name is found in it, and what a bad table says."""

from datetime import date
from pathlib import Path

import pytest

from tidings.actors import load_actors
from tidings.actors.actor import load_kinds
from tidings.errors import TidingsError

HEAD = "id,name,aliases,kind,country,of,allies,enemies,since,until\n"


def found(name: str, on: date | None = None, country: str | None = None) -> list[str]:
    return [candidate.actor.id for candidate in load_actors().find(name, on=on, country=country)]


def write_table(folder: Path, *rows: str) -> Path:
    path = folder / "own.csv"
    path.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_the_table_holds_what_the_field_needs() -> None:
    kinds = [(actor.kind, actor.source) for actor in load_actors()]
    assert sum(kind in ("rebels", "militia", "communal", "gang", "paramilitary") for kind, _ in kinds) > 400
    assert sum(kind == "state" for kind, _ in kinds) > 180
    assert sum(kind == "media" for kind, _ in kinds) > 250
    assert sum(kind in ("igo", "peacekeepers", "aid", "rights") for kind, _ in kinds) > 150


@pytest.mark.parametrize(
    ("name", "actor_id"),
    [
        ("Zabiullah Mujahid", "zabihullah-mujahid"),
        ("the Tamil Tigers", "ltte"),
        ("Lord’s Resistance Army", "lra"),
        ("Sendero Luminoso", "shining-path"),
        ("President Volodymyr Zelensky", "volodymyr-zelensky"),
        ("Doctors Without Borders", "msf"),
        ("Isis", "islamic-state"),
        ("Houthi fighters", "houthis"),
        ("Ivorian army", "civ.army"),
        ("army of Chad", "tcd.army"),
        ("Peru's police", "per.police"),
        ("U.S. officials", "usa.government"),
        ("Kremlin", "rus"),
    ],
)
def test_a_name_is_found_however_it_is_written(name: str, actor_id: str) -> None:
    assert found(name)[0] == actor_id


def test_a_name_of_several_countries_stays_with_several_until_the_country_is_said() -> None:
    table = load_actors()
    first, second, *_ = table.find("ELN")
    assert first.score == second.score
    assert found("ELN", country="Bolivia")[0] == "eln.bolivia"
    assert found("ELN", country="Colombia")[0] == "eln"
    assert found("al-Shabaab", country="Mozambique")[0] == "al-shabaab.mozambique"


def test_an_acronym_in_small_letters_is_likely_another_word() -> None:
    assert load_actors().find("care")[0].score < 0.5 < load_actors().find("CARE")[0].score


def test_a_name_in_capitals_is_no_body_of_a_state() -> None:
    assert "syr.forces" not in found("Syrian Democratic Forces")


def test_an_affiliation_holds_on_its_days() -> None:
    table = load_actors()
    assert "afg" in table.sides("zabihullah-mujahid", date(2022, 1, 1))
    assert "afg" not in table.sides("zabihullah-mujahid", date(2021, 6, 24))
    assert "taliban" in table.sides("zabihullah-mujahid", date(2021, 6, 24))
    assert "mli.president" in table.sides("assimi-goita", date(2021, 1, 1))
    assert "per.president" not in table.sides("alberto-fujimori", date(2001, 1, 1))


def test_who_is_dead_ranks_below() -> None:
    table = load_actors()
    alive, dead = table.find("Jonas Savimbi", date(1990, 1, 1))[0], table.find("Jonas Savimbi", date(2010, 1, 1))[0]
    assert dead.score < alive.score
    assert any("not there on 2010-01-01" in reason for reason in dead.reasons)


def test_every_body_of_a_state_has_a_kind() -> None:
    table = load_actors()
    assert {body.kind for body in table.states.bodies.values()} <= set(load_kinds())
    body = table.get("ken.navy")
    assert body is not None
    assert (body.name, body.kind) == ("Kenyan navy", "army")
    assert table.get("nowhere.navy") is None


def test_a_table_of_ones_own_is_added(tmp_path: Path) -> None:
    path = write_table(
        tmp_path, "river-guard,River Guard,RG,militia,Peru,per.army 1990..1992,,shining-path,1990-03,1992"
    )
    actor = load_actors(path).find("River Guard")[0].actor
    assert actor.until == date(1992, 12, 31)
    assert actor.since == date(1990, 3, 1)
    assert "per" in load_actors(path).sides("river-guard", date(1991, 5, 1))
    assert not load_actors().find("River Guard")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("ltte,Other Tigers,,rebels,Sri Lanka,,,,,", "the id ltte is already that of LTTE"),
        ("river-guard,River Guard,,militia,Peru,,,,1990-13,", "line 2: '1990-13' is no day"),
        ("river-guard,River Guard,,militia,Peru,per.army 1992..1990,,,,", "ends before it begins"),
        ("river-guard,River Guard,,militia,Peru,per.armi,,,,", "tied to 'per.armi', which is no id; did you mean"),
        ("river-guard,River Guard,,militia,Perou,,,,,", "did you mean Peru?"),
        ("river-guard,River Guard,,milita,Peru,,,,,", "kind 'milita'"),
        ("river-guard,River Guard,,militia", "4 columns instead of 10"),
        ("River Guard,River Guard,,militia,Peru,,,,,", "an id is small letters"),
    ],
)
def test_a_bad_table_is_not_used_and_says_why(tmp_path: Path, row: str, message: str) -> None:
    good = "lake-guard,Lake Guard,,militia,Peru,,,,,"
    path = write_table(tmp_path, row, good)
    with pytest.raises(TidingsError) as told:
        load_actors(path)
    assert message.replace("LTTE", "Liberation Tigers of Tamil Eelam") in str(told.value)
    assert not load_actors().find("Lake Guard")


def test_every_problem_of_a_table_is_told_at_once(tmp_path: Path) -> None:
    path = write_table(tmp_path, "a,,,rebels,Peru,,,,,", "b,B,,rebels,Peru,,,,x,")
    with pytest.raises(TidingsError, match=r"line 2: there is no name.*line 3: 'x' is no day"):
        load_actors(path)
