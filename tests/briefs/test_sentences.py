"""Sentences: nobody's words without the speaker, no hedge lost, nothing told as having happened that did not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.briefs.test_phrases import cite
from tests.events.literal import claim, figure
from tidings.briefs.cited import Piece
from tidings.briefs.phrases import load_phrases
from tidings.briefs.sentences import tell_event, tell_statement
from tidings.records import Claim, Event

DAY = "1999-05-09"
TAKEN: dict[str, Any] = {"actor": "Northern League", "target": "River Guard", "place": "Harrow"}


def event_of(claims: list[Claim]) -> Event:
    first = claims[0]
    return Event(
        id="evt-1",
        act=first.act,
        place=first.place,
        first=first.first,
        last=first.last,
        claim_ids=tuple(told.id for told in claims),
        standing="reported",
    )


def tell(*claims: Claim) -> str:
    return "".join(piece.text for piece in tell_event(event_of(list(claims)), [cite(told) for told in claims]))


def taken(at: int = 0, **fields: Any) -> Claim:
    return claim("alpha-1", "territory.capture", DAY, at=at, **{**TAKEN, **fields})


def test_the_losing_side_and_the_winning_side_tell_one_event() -> None:
    left = claim(
        "alpha-1",
        "territory.withdraw",
        DAY,
        actor="River Guard",
        place="Harrow",
        manner="withdrawal",
        said_by="army officer",
    )
    spokesman = "Ivo Petran"
    assert tell(taken(9, manner="force", said_by=spokesman), left) == (
        "The Northern League took Harrow from the River Guard by force on 9 May 1999, Ivo Petran said; "
        "the River Guard left Harrow in a retreat, an army officer said."
    )


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"said_by": "army officer"}, "took Harrow from the River Guard on 9 May 1999, an army officer said."),
        ({}, "on 9 May 1999, Herald reports."),
        ({"said_by": ("Reuters", "residents")}, "residents said, as reported by Reuters."),
        ({"said_by": ("Post", "Reuters", "residents")}, "said, as reported by Reuters, in turn reported by the Post."),
        ({"said_by": (("Ruritania", "residents"),)}, "Ruritania and residents said."),
        ({"hedged": True, "said_by": "residents"}, "Reportedly the Northern League took Harrow"),
        ({"stance": "denies", "said_by": "residents"}, "Residents denied that the Northern League took Harrow"),
        ({"stance": "denies"}, "It is not so that the Northern League took Harrow"),
        (
            {"stance": "doubts", "said_by": "residents"},
            "Residents doubted or would not confirm that the Northern League took",
        ),
        ({"stance": "doubts"}, "It is unclear whether the Northern League took Harrow"),
        (
            {"certainty": "planned"},
            "The capture of Harrow by the Northern League from the River Guard on 9 May 1999 was planned",
        ),
        ({"certainty": "possible"}, "was feared or thought possible, Herald reports."),
        (
            {"certainty": "planned", "stance": "denies", "said_by": "residents"},
            "Residents denied that the capture of Harrow",
        ),
        ({"certainty": "possible", "stance": "denies", "said_by": "residents"}, "on 9 May 1999 was possible."),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else "",
)
def test_how_sure_it_is_and_who_says_so(fields: dict[str, Any], told: str) -> None:
    assert told in tell(taken(**fields))


def test_who_adds_how_it_came_about_adds_only_that() -> None:
    assert tell(taken(said_by="army officer"), taken(9, manner="force", said_by="Ivo Petran")).endswith(
        "an army officer said; by force, according to Ivo Petran."
    )


def test_who_says_less_is_not_made_to_say_more() -> None:
    first = taken(manner="force", said_by="army officer")
    bare = claim("alpha-1", "territory.capture", at=9, actor="Northern League", place="Harrow", said_by="residents")
    assert tell(first, bare).endswith("an army officer said; residents said so too, with less detail.")
    nameless = claim("alpha-1", "territory.capture", DAY, at=9, place="Harrow", said_by="residents")
    assert tell(first, nameless).endswith("Harrow changed hands, residents said.")


def test_a_denial_of_what_the_sentence_told_is_short_and_of_something_else_is_not() -> None:
    assert tell(taken(), taken(9, stance="denies", said_by="River Guard")).endswith(
        "Herald reports; the River Guard denied this."
    )
    assert tell(taken(), taken(9, stance="denies", manner="force", said_by="River Guard")).endswith(
        "; the River Guard denied that the Northern League took Harrow from the River Guard by force."
    )


def test_hearsay_is_not_told_together_with_what_is_vouched_for() -> None:
    hearsay = taken(9, hedged=True, said_by="residents")
    assert tell(hearsay, taken(said_by="army officer")).endswith(
        "an army officer said; residents said so too, as unconfirmed."
    )
    assert tell(hearsay, taken(stance="denies", said_by="army officer"), hearsay).startswith("Reportedly")


def test_who_denies_that_one_side_left_does_not_deny_that_the_other_came() -> None:
    denial = claim(
        "alpha-1",
        "territory.withdraw",
        DAY,
        stance="denies",
        actor="River Guard",
        place="Harrow",
        said_by="River Guard",
    )
    assert tell(taken(), denial).endswith("; the River Guard denied that the River Guard left Harrow.")


def test_a_denial_told_first_comes_after_what_it_denies() -> None:
    denial = taken(stance="denies", said_by="River Guard")
    assert tell(denial, taken(9)).startswith("The Northern League took Harrow")


def test_what_is_still_so_is_told_of_the_time_of_the_report() -> None:
    held: dict[str, Any] = {"actor": "Northern League", "place": "Harrow", "certainty": "ongoing"}
    assert tell(claim("alpha-1", "territory.hold", **held)) == (
        "The Northern League held Harrow at the time of the report, Herald reports."
    )


def test_figures_that_no_phrase_takes_are_kept() -> None:
    left = claim(
        "alpha-1",
        "territory.withdraw",
        DAY,
        actor="River Guard",
        place="Harrow",
        counts=(figure("people", 28, 28, "soldiers"),),
    )
    assert "(28 soldiers)" in tell(left)


def test_of_several_places_each_is_told_alone_and_the_figure_stays_that_of_all() -> None:
    both = taken(place=("Harrow", "Selby"), counts=(figure("city", 2, 2),))
    event = Event(id="evt-1", act=both.act, place=("Selby",), claim_ids=(both.id,), standing="reported")
    text = "".join(piece.text for piece in tell_event(event, [cite(both)]))
    assert "took Selby from" in text
    assert "(in all 2 cities)" in text


def test_a_part_is_never_told_as_if_it_came_on_top() -> None:
    dead = (figure("killed", 30, 30), figure("killed", 12, 12, "children"))
    assert "30 people (also told: 12 children) were killed" in tell(claim("alpha-1", "harm.kill", DAY, counts=dead))


def test_an_unnamed_publisher_is_said_to_be_one() -> None:
    told = taken()
    pieces = tell_event(event_of([told]), [cite(told, publisher=None)])
    assert "an unnamed publisher reports" in pieces[0].text


def test_a_statement_carries_the_words() -> None:
    warning = claim("alpha-1", "say.warn", DAY, actor="Northern League", target="River Guard")
    (piece, _) = tell_statement(cite(warning))
    assert piece.text == (
        "The Northern League gave a warning to the River Guard on 9 May 1999, Herald reports: “the words”"
    )


# -- whatever the claims, nothing is lost ------------------------------------------------------------------------------

NAMES = st.lists(
    st.sampled_from(["Northern League", "River Guard", "army officer", "residents"]), max_size=2, unique=True
)
SPEAKERS = ["Ivo Petran", "Mara Lund", "army officer", "residents"]
COUNTS = st.lists(
    st.builds(
        figure,
        st.sampled_from(["killed", "injured", "district", "people", "vehicle", "percent"]),
        st.just(17),
        st.just(19),
        st.sampled_from([None, "soldiers", "contested"]),
    ),
    max_size=2,
)
FIELDS = st.fixed_dictionaries(
    {
        "actor": NAMES.map(tuple),
        "target": NAMES.map(tuple),
        "place": st.sampled_from([(), ("Harrow",), ("Harrow", "old mill")]),
        "destination": st.sampled_from([(), ("Selby",)]),
        "counts": COUNTS.map(tuple),
        "said_by": st.lists(st.sampled_from(SPEAKERS), max_size=3, unique=True).map(tuple),
        "stance": st.sampled_from(["asserts", "asserts", "denies", "doubts"]),
        "certainty": st.sampled_from(["happened", "ongoing", "planned", "possible"]),
        "manner": st.sampled_from([None, "force", "agreement"]),
        "hedged": st.booleans(),
        "day": st.sampled_from([None, DAY]),
    }
)
AGAINST = {"denies": ("denied", "not so"), "doubts": ("doubted or would not confirm", "unclear")}
AHEAD = {"planned": "was planned", "possible": "possible"}


def piece_that_cites(told: Claim, pieces: tuple[Piece, ...]) -> str:
    (text,) = [piece.text for piece in pieces if told.id in piece.claim_ids]
    return text


@given(st.sampled_from(sorted(load_phrases())), st.lists(FIELDS, min_size=1, max_size=4))
def test_no_claim_speaker_hedge_denial_or_figure_is_lost(act: str, rows: list[dict[str, Any]]) -> None:
    claims = [claim("alpha-1", act, row.pop("day"), at=10 * at, **row) for at, row in enumerate(rows)]
    pieces = tell_event(event_of(claims), [cite(told) for told in claims])
    whole = "".join(piece.text for piece in pieces)
    assert not whole[0].islower()
    assert whole.endswith(".")
    for told in claims:
        text = piece_that_cites(told, pieces)
        for speaker in told.said_by or ("Herald",):
            assert str(speaker) in text or f"{speaker}".capitalize() in text
        if told.hedged:
            assert "eportedly" in text or "unconfirmed" in text
        if told.stance != "asserts":
            assert any(sign in text for sign in AGAINST[told.stance])
        if told.certainty in AHEAD:
            assert AHEAD[told.certainty] in whole
        if told.counts:
            assert "17–19" in whole


def test_a_planned_fight_is_never_told_as_one_that_happened() -> None:
    for act, phrase in load_phrases().items():
        for certainty in ("planned", "possible"):
            text = tell(claim("alpha-1", act, DAY, certainty=certainty, **TAKEN))
            assert phrase.example not in text
