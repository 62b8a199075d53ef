"""A brief of reports that were read: with pictures, on paper, of one place or actor, by a template of one's own."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pypdf
import pytest
from click.testing import CliRunner, Result

from tidings.cli.group import cli

TEXTS = [
    (
        "Taliban fighters captured Khwahan district in Badakhshan province on Tuesday, a spokesman for it said. "
        "A provincial official said soldiers had left the district in a tactical retreat. "
        "Eleven civilians were killed.",
        "2021-06-23",
    ),
    (
        "The Taliban took Ishkashim district in Badakhshan on Sunday, residents said. Officials feared that Faizabad "
        "could fall within days. Some 400 families fled to Faizabad.",
        "2021-06-27",
    ),
    (
        "Rebels of the M23 seized Bunagana in North Kivu on Monday, the Congolese army said. "
        "The army denied that it had killed civilians there.",
        "2021-06-29",
    ),
]


def call(*words: object) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words], env={"COLUMNS": "160"}, catch_exceptions=False)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    rows = [
        {"id": f"r{n}", "text": text, "published": day, "publisher": "Hill Herald"}
        for n, (text, day) in enumerate(TEXTS)
    ]
    reports = folder / "reports.jsonl"
    reports.write_text("".join(json.dumps(row) + "\n" for row in rows))
    path = folder / "some.duckdb"
    assert call("read", reports, "--store", path).exit_code == 0
    return path


def brief(store: Path, *words: object) -> str:
    told = call("brief", "--store", store, *words)
    assert told.exit_code == 0, told.output
    return told.stdout


def test_the_head_counts_units_and_cites_who_says_so(store: Path) -> None:
    told = brief(store)
    assert re.search(r"On 29 June 2021, by all that was read, the Taliban hold 2 of 399 districts[^.]*\[c\d+\]", told)
    assert re.search(r"^\| Badakhshān \| 2 \|", told, re.MULTILINE)
    assert "399 districts" in told.split("## What we do not know")[1]


def test_what_is_feared_stands_in_the_outlook_alone(store: Path) -> None:
    before, outlook = brief(store).split("\n## Outlook\n")
    assert "Faizabad" in outlook.split("\n## ")[0]
    assert not re.search(r"took Faizabad", before)


def test_who_did_it_is_a_guess_where_the_sentence_does_not_say(store: Path) -> None:
    told = brief(store)
    assert re.search(
        r"11 civilians were killed in Khwahan on 22 June 2021 \(by [^)]*the Taliban[^)]*, it seems\)", told
    )
    assert "killed 11 civilians" not in told


def test_a_brief_of_a_place_tells_what_lies_in_it_and_nothing_else(store: Path) -> None:
    told = brief(store, "--place", "Badakhshan")
    assert "Ishkashim" in told
    assert "Bunagana" not in told.split("## What was read")[0]
    assert told.startswith("# Situation brief: Badakhshan")


def test_a_brief_of_an_actor_tells_what_it_does_and_says(store: Path) -> None:
    told = brief(store, "--actor", "M23").split("## What was read")[0]
    assert "Bunagana" in told
    assert "Ishkashim" not in told


def test_a_place_of_which_nothing_is_told_is_an_error(store: Path) -> None:
    told = call("brief", "--store", store, "--place", "Timbuktu")
    assert told.exit_code == 2
    assert "no claim is about Timbuktu" in told.output


def test_a_page_shows_pictures_and_says_which_it_leaves_out(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "brief.html"
    told = call("brief", "--store", store, "--out", out)
    page = out.read_text(encoding="utf-8")
    assert page.count('<figure class="picture"') == page.count("<svg") >= 3
    assert "Who holds which district" in page
    shown, left_out = page.count("<svg"), told.output.count("left out: ")
    assert shown + left_out == 5
    assert not re.findall(r'(?:src|href)="https?:', page)


def test_a_page_on_one_place_shows_no_pictures_of_all_of_them(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "brief.html"
    told = call("brief", "--store", store, "--out", out, "--place", "Badakhshan")
    assert "<svg" not in out.read_text(encoding="utf-8")
    assert "left out: no pictures" in told.output


def test_a_brief_on_paper_holds_its_sentences_and_its_evidence(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "brief.pdf"
    assert call("brief", "--store", store, "--out", out).exit_code == 0
    pages = pypdf.PdfReader(io.BytesIO(out.read_bytes())).pages
    text = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))
    for words in ("In brief", "What is contested", "What we do not know", "Outlook", "captured Khwahan district"):
        assert words in text
    assert sum(len(page.images) for page in pages) >= 3


def test_a_brief_made_twice_is_the_same_file(store: Path, tmp_path: Path) -> None:
    for form in ("md", "html", "pdf"):
        one, other = tmp_path / f"one.{form}", tmp_path / f"other.{form}"
        assert call("brief", "--store", store, "--out", one).exit_code == 0
        assert call("brief", "--store", store, "--out", other).exit_code == 0
        assert one.read_bytes() == other.read_bytes(), form


def test_a_template_of_ones_own_stands_before_ours(store: Path, tmp_path: Path) -> None:
    (tmp_path / "brief.md.j2").write_text("Ours: {{ brief.figures.events }} events\n")
    assert re.fullmatch(r"Ours: \d+ events\n", brief(store, "--templates", tmp_path))
    (tmp_path / "brief.typ").write_text("#unknown-function()")
    told = call("brief", "--store", store, "--templates", tmp_path, "--out", tmp_path / "b.pdf")
    assert told.exit_code == 2
    assert "brief.typ cannot be set" in told.output


@pytest.mark.parametrize("name", ["control-map", "control", "events", "figures", "voices"])
def test_every_chart_can_be_drawn_of_a_store(store: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / f"{name}.svg"
    told = call("chart", name, out, "--store", store, "--what", "killed")
    if told.exit_code == 1:
        # what is lacking is named, and nothing is written
        assert re.search(r"no figures of 'killed'|none of them|nobody", told.output)
        assert not out.exists()
    else:
        assert out.read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("figures", "out.gif"), "not as '.gif'"),
        (("figures", "nowhere/out.png"), "the folder nowhere for the chart is not there"),
        (("figures", "out.png", "--what", "unicorns"), "no figures of 'unicorns' with days to draw; there are"),
        (("control", "out.png", "--as-of", "1980-01-01"), "no change of hands is told up to 1980-01-01"),
    ],
)
def test_a_chart_that_cannot_be_drawn_says_why(store: Path, words: tuple[str, ...], told: str) -> None:
    answer = call("chart", *words, "--store", store)
    assert answer.exit_code in (1, 2)
    assert told in answer.output
