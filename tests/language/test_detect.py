"""The language of a report, where it can be told."""

from __future__ import annotations

import socket
import time

import pytest

from tidings.language.detect import find_language

ENGLISH = "The army said on Monday that it had left the town, and residents said that it never had been there."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (ENGLISH.upper(), "en"),
        (ENGLISH.lower(), "en"),
        (ENGLISH.replace(" ", "\r\n\t"), "en"),
        ("Mohammad Wardak and Gul Agha Sherzai met Ashraf Ghani in Jalalabad on Tuesday, the governor said.", "en"),
        ("Die Armee teilte am Montag mit, dass sie die Stadt geräumt habe, und die Bewohner bestritten es.", "de"),
        ("El ejército dijo el lunes que había dejado el pueblo, y los vecinos lo negaron por la radio.", "es"),
        ("Военные сообщили в понедельник, что покинули город, а жители это отрицали весь день.", "ru"),
        ("ارتش روز دوشنبه اعلام کرد که شهر را ترک کرده است و ساکنان آن را تکذیب کردند", "fa"),
        ("قال الجيش يوم الاثنين إنه غادر المدينة ونفى السكان ذلك في المساء", "ar"),
        ("پوځ د دوشنبې په ورځ وویل چې ښار یې پرې ایښی دی او اوسېدونکو دا خبره رد کړه", "ps"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert find_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kabul",
        "Kunduz falls",
        "The war is over",
        "12 34 56",
        "٣٤ ١٢",
        "https://courier.example/a/long/address/in/english",
    ],
)
def test_too_short_to_tell(text: str) -> None:
    assert find_language(text) is None


def test_header_in_one_language_over_a_body_in_another() -> None:
    assert find_language("Photo: Agencia Central\nCompartir\n\n" + ENGLISH * 5) == "en"


def test_a_long_text_is_of_the_language_it_begins_in() -> None:
    german = "Die Armee teilte am Montag mit, dass sie die Stadt geräumt habe, und die Bewohner bestritten es. "
    assert find_language((ENGLISH + " ") * 40 + german * 400) == "en"


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert find_language(ENGLISH) == "en"


def test_a_long_text_takes_no_longer_than_its_beginning() -> None:
    find_language(ENGLISH)
    started = time.perf_counter()
    assert find_language(ENGLISH * 20_000) == "en"
    assert time.perf_counter() - started < 1
