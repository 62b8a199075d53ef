"""Chains and voices over a stretch of text."""

from __future__ import annotations

from typing import Any

from tidings.claims.attribution import Attribution, Voice, chain_at, voices_at


def say(*names: str, over: tuple[int, int] = (0, 100), **other: Any) -> Attribution:
    told = {"cue_class": "say", **other}
    return Attribution(sentence=0, cue_start=0, cue_end=0, names=names, content=(over,), **told)


def test_the_wider_words_come_first() -> None:
    inner, outer = say("mayor", over=(20, 60)), say("Kestrel News", over=(0, 90))
    assert chain_at([inner, outer], 30, 40) == (outer, inner)


def test_an_outlet_stands_before_the_one_who_told_it() -> None:
    speaker, outlet = say("mayor", depth=1), say("Kestrel News", kind="relay")
    assert chain_at([speaker, outlet], 30, 40) == (outlet, speaker)


def test_words_outside_are_not_covered() -> None:
    assert chain_at([say("mayor", over=(0, 20))], 18, 25) == ()


def test_a_wish_is_no_link() -> None:
    assert chain_at([say("mayor", links=False)], 3, 4) == ()


def test_one_who_says_that_he_said_is_one_link() -> None:
    outer, inner = say("mayor", over=(0, 90)), say("mayor", over=(10, 50), stance="denies")
    assert chain_at([outer, inner], 20, 30) == (inner,)


def test_nobody_named_hedges_and_makes_no_link() -> None:
    chain = [say("mayor", over=(0, 90)), say(over=(10, 50), hedged=True)]
    assert voices_at(chain, 20, 30) == (Voice(("mayor",), "asserts", True),)


def test_a_denial_of_unnamed_reports_is_one_voice() -> None:
    chain = [say("navy", over=(0, 90), stance="denies"), say(over=(10, 50), hedged=True)]
    assert voices_at(chain, 20, 30) == (Voice(("navy",), "denies", False),)


def test_a_denial_of_what_somebody_says_is_two_voices() -> None:
    chain = [say("Kestrel News", over=(0, 99)), say("navy", over=(0, 90), stance="denies"), say("mayor", over=(10, 50))]
    asserting, denying = voices_at(chain, 20, 30)
    assert asserting == Voice(("Kestrel News", "mayor"))
    assert denying == Voice(("Kestrel News", "navy"), "denies")


def test_the_publisher_of_the_report_is_no_link() -> None:
    chain = [say("Kestrel News", over=(0, 99)), say("mayor", over=(10, 50))]
    assert voices_at(chain, 20, 30, publisher="Kestrel News") == (Voice(("mayor",)),)
    assert voices_at(chain, 20, 30, publisher="Evening Herald")[0].said_by == ("Kestrel News", "mayor")


def test_speakers_side_by_side_share_a_link() -> None:
    assert voices_at([say("Iran", "Russia")], 3, 4)[0].said_by == (("Iran", "Russia"),)
