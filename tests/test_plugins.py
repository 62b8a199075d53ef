"""Extensions come by name through one door, built-ins too."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

from tidings import plugins
from tidings.errors import MissingResource, SettingsError
from tidings.plugins import BUILT_IN, load_plugin, plugin_names


def test_the_names_that_people_may_rely_on() -> None:
    assert {kind: plugin_names(kind) for kind in BUILT_IN} == {
        "parser": ["spacy"],
        "reading": ["english"],
        "engine": ["inline", "processes"],
        "exporter": [
            *(
                "acled",
                "claim-jsonld",
                "csv",
                "frictionless",
                "geojson",
                "geopackage",
                "parquet",
                "plover",
                "site",
                "ucdp",
            )
        ],
    }


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, names in BUILT_IN.items() for name in names])
def test_every_built_in_is_there(kind: str, name: str) -> None:
    assert callable(load_plugin(kind, name))


def test_an_installed_extension_comes_in_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint(name="plain", value="tests.stand_ins:PlainReading", group="tidings.reading")
    monkeypatch.setattr(plugins, "entry_points", lambda group: [point] if group == point.group else [])
    assert plugin_names("reading") == ["english", "plain"]
    assert load_plugin("reading", "plain")().fingerprint == "plain-1"
    assert plugin_names("engine") == ["inline", "processes"]


def test_a_name_with_a_colon_is_imported_as_it_stands() -> None:
    assert load_plugin("reading", "tests.stand_ins:PlainReading")().fingerprint == "plain-1"


@pytest.mark.parametrize(
    ("name", "error", "message"),
    [
        ("spark", SettingsError, "there is no 'spark'; known are inline, processes"),
        ("no.such.module:Engine", MissingResource, "cannot be imported: .*; install what carries it"),
        ("tests.stand_ins:NoEngine", SettingsError, "has no 'NoEngine'"),
        ("tests.stand_ins:READING", SettingsError, "is not something that can be made"),
    ],
)
def test_a_name_that_leads_nowhere(name: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        load_plugin("engine", name)
