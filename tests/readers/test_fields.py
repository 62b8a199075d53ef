"""The names that fields go under, and values as they come."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tidings.readers import read_paths
from tidings.readers.fields import KEYS, find_keys, plain_key, read_language
from tidings.records import Document


@pytest.mark.parametrize(("field", "key"), [(field, key) for field, keys in KEYS.items() for key in keys])
def test_every_key_is_known_in_any_case(field: str, key: str) -> None:
    for written in (key, key.upper(), f"dc:{key}", f"{key[:2]}_{key[2:]}", f" {key} "):
        assert find_keys([written]) == {field: written}


def test_the_best_name_wins() -> None:
    assert find_keys(["body", "text", "content"])["text"] == "text"
    assert find_keys(["source", "publisher"])["publisher"] == "publisher"
    assert find_keys(["title", "body"], text_key="title") == {"text": "title"} | {}
    assert plain_key("og:Site_Name") == "sitename"


@pytest.mark.parametrize(
    ("given", "code"),
    [("en", "en"), ("EN-gb", "en"), ("en_US", "en"), ("eng", "en"), ("English", "en"), ("Dari", "fa"), ("xx", "xx")],
)
def test_languages(given: str, code: str) -> None:
    assert read_language(given) == code


def test_values_as_they_come(tmp_path: Path) -> None:
    row: dict[str, object] = {
        "id": 14,
        "source": {"name": "Velm Radio", "id": 3},
        "authors": ["Ines Marrow", "Tobias Quill"],
        "timestamp": 835574400,
        "headline": "  Siege\n ends ",
        "content": "One\r\ndead. ",
        "lang": "English",
        "tags": ["siege", "fire"],
        "words": 2,
        "note": None,
        "place": {"lat": 1.5},
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    (document,) = read_paths([tmp_path])
    assert isinstance(document, Document)
    assert (document.own_id, document.publisher, document.author) == ("14", "Velm Radio", "Ines Marrow, Tobias Quill")
    assert (document.published, document.title, document.language) == (date(1996, 6, 24), "Siege ends", "en")
    assert document.text == "One\r\ndead. "
    assert document.extra == {"tags": "siege, fire", "words": "2", "place": '{"lat":1.5}'}
