"""One form for the spellings of a name."""

from __future__ import annotations

import pytest

from tidings.gazetteers.normalise import name_key, sound_key, strip_unit


@pytest.mark.parametrize(
    "spellings",
    [
        ("Lash-e Juwayn", "Lash-i-Juwain", "Lash Juvayn"),
        ("Qara Bagh", "Karabagh", "Qarabāgh"),
        ("Taloqan", "Tālokan"),
        ("Musa Qal‘eh", "Musa Qaleh", "Mūsá Kal'eh"),
        ("St. Louis", "Saint Louis"),
        ("Łódź", "Lodz"),
        ("Bassikounou", "Basikounou"),
    ],
)
def test_spellings_of_one_name_have_one_key(spellings: tuple[str, ...]) -> None:
    assert len({name_key(name) for name in spellings}) == 1


@pytest.mark.parametrize(
    "a, b", [("Shinwar", "Shinwari"), ("Bagram", "Bagrami"), ("Musa Khel", "Musa Qala"), ("Niger", "Nigeria")]
)
def test_names_that_differ_by_a_letter_stay_apart(a: str, b: str) -> None:
    assert name_key(a) != name_key(b)


@pytest.mark.parametrize(
    "name, core, unit",
    [
        ("Gao Region", "Gao", "region"),
        ("Loudon Co.", "Loudon", "co"),
        ("Province of Idlib", "Idlib", "province"),
        ("District", "District", None),
        ("Mopti", "Mopti", None),
    ],
)
def test_the_word_for_a_unit_is_told_from_the_name(name: str, core: str, unit: str | None) -> None:
    assert strip_unit(name) == (core, unit)


@pytest.mark.parametrize(
    "a, b", [("Jaghato", "Jaghatu"), ("Sherin Tagab", "Shirin Tagab"), ("Shahrestan", "Shahristan")]
)
def test_vowels_that_transliterations_exchange_sound_alike(a: str, b: str) -> None:
    assert sound_key(a) == sound_key(b)


@pytest.mark.parametrize("a, b", [("Marawara", "Mirawira"), ("Shinwar", "Shinwari"), ("Baghlan", "Bughlan")])
def test_other_vowels_do_not(a: str, b: str) -> None:
    assert sound_key(a) != sound_key(b)
