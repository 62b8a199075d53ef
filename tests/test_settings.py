"""Settings are frozen, and all that is wrong with them is told at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tidings.errors import SettingsError
from tidings.settings import Settings, load_settings, make_settings


def test_without_a_file_the_defaults_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_settings() == Settings()


def test_the_file_in_the_current_folder_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("tidings.toml").write_text('store = "war.duckdb"\njobs = 3\nmemory_limit = "1.5 GB"\n')
    assert load_settings() == Settings(store=Path("war.duckdb"), jobs=3, memory_limit="1.5 GB")


def test_paths_are_beside_the_file_unless_they_are_absolute(tmp_path: Path) -> None:
    file = tmp_path / "my.toml"
    file.write_text('store = "war.duckdb"\npublishers = "/data/publishers.csv"\n')
    settings = load_settings(file)
    assert settings.store == tmp_path / "war.duckdb"
    assert settings.publishers == Path("/data/publishers.csv")


def test_every_problem_is_told_with_its_key() -> None:
    wrong = {"stor": "x", "jobs": 0, "engine": "", "memory_limit": "lots", "publishers": 3, "colour": "red"}
    with pytest.raises(SettingsError) as caught:
        make_settings(wrong)
    told = "\n".join(caught.value.problems)
    assert [problem.split(":")[0] for problem in caught.value.problems] == list(wrong)
    assert "did you mean store?" in told
    assert "a size such as 2GB (got 'lots')" in told
    assert "known are store, engine" in told


@pytest.mark.parametrize("content", [b"store = ", b"\xff\xfe"])
def test_a_file_that_is_no_toml(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "my.toml"
    file.write_bytes(content)
    with pytest.raises(SettingsError, match=r"my\.toml is not TOML"):
        load_settings(file)


def test_a_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read: No such file"):
        load_settings(tmp_path / "none.toml")
