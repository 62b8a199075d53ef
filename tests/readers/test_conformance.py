"""One article through every reader: the same document comes out, whatever file it came in."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from tidings.readers import read_paths
from tidings.readers.reading import READERS
from tidings.records import Document, Drop

TODAY = date(2020, 1, 1)
PARAGRAPHS = (
    "Militiamen loyal to the provincial council took the sluice gates at Marrow Ford on Tuesday, cutting the only road "
    "between the river towns and the capital, a council spokesman said.",
    "The army said that its garrison had withdrawn in good order after a night of shelling in which four soldiers "
    "were wounded. Residents reached by telephone counted at least nine dead in the market quarter.",
    "“Nobody came for the wounded until noon,” said Ottoline Brandt, a nurse at the district clinic, who put the "
    "number of people sheltering in the school at 340.",
    "The two sides are to meet on Friday in the customs house on the far bank, according to the harbour commission, "
    "which has asked for the bridge to be left standing.",
)
TEXT = "\n\n".join(PARAGRAPHS)
META = {
    "id": "ford-1",
    "publisher": "Harbour Courier",
    "url": "https://courier.example/1994/ford",
    "published": "1994-05-03T23:30:00-05:00",
    "title": "Militia takes sluice gates",
    "author": "Ines Marrow",
}


def as_txt() -> str:
    return f"{META['title']}\nPublished: May 3, 1994\nPublisher: Harbour Courier\nBy Ines Marrow\n\n{TEXT}"


def as_jsonl() -> str:
    return json.dumps({**META, "text": TEXT}, ensure_ascii=False) + "\n"


def as_csv(separator: str = ",") -> str:
    stream = io.StringIO()
    rows = csv.writer(stream, delimiter=separator)
    rows.writerow([*META, "text"])
    rows.writerow([*META.values(), TEXT])
    return stream.getvalue()


def as_html() -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
    <title>{META["title"]} | Harbour Courier</title>
    <meta property="og:title" content="{META["title"]}"><meta property="og:site_name" content="Harbour Courier">
    <meta property="article:published_time" content="{META["published"]}"><meta name="author" content="Ines Marrow">
    <link rel="canonical" href="{META["url"]}"></head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
    <article><h1>{META["title"]}</h1>{body}</article><footer>Copyright 2019 Harbour Courier</footer></body></html>"""


def as_rss() -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Courier</title>
    <item><title>{META["title"]}</title><link>{META["url"]}</link><guid isPermaLink="false">ford-1</guid>
    <dc:creator>Ines Marrow</dc:creator><pubDate>Tue, 03 May 1994 23:30:00 -0500</pubDate>
    <description>Short.</description><content:encoded><![CDATA[{body}]]></content:encoded></item></channel></rss>"""


def as_atom() -> str:
    return f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">
    <title>Harbour Courier</title><entry><title>{META["title"]}</title><id>ford-1</id><link href="{META["url"]}"/>
    <author><name>Ines Marrow</name></author><published>{META["published"]}</published>
    <updated>1994-05-09T00:00:00Z</updated><content type="text">{TEXT}</content></entry></feed>"""


FORMS: Mapping[str, Callable[[], str]] = {
    "report.txt": as_txt,
    "report.text": as_txt,
    "report.jsonl": as_jsonl,
    "report.ndjson": as_jsonl,
    "report.csv": as_csv,
    "report.tsv": lambda: as_csv("\t"),
    "semicolons.csv": lambda: as_csv(";"),
    "report.html": as_html,
    "report.htm": as_html,
    "report.xml": as_rss,
    "report.rss": as_rss,
    "report.atom": as_atom,
}
PLAIN = [name for name in FORMS if name.endswith((".txt", ".text"))]


def read_one(path: Path) -> Document:
    """The only thing in a file, which must be a document."""
    (document,) = read_paths([path], today=TODAY)
    assert isinstance(document, Document), document
    return document


def write(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_bytes(FORMS[name]().encode())
    return path


def test_every_ending_that_is_read_is_tried_here() -> None:
    assert {Path(name).suffix for name in FORMS} == set(READERS)


@pytest.mark.parametrize("name", FORMS)
def test_same_article_from_every_form(name: str, tmp_path: Path) -> None:
    document = read_one(write(tmp_path, name))
    assert document.publisher == "Harbour Courier"
    assert document.author == "Ines Marrow"
    assert document.title == META["title"]
    assert document.published == date(1994, 5, 3), "the day where it was written, not in Greenwich"
    basis = "header line" if name in PLAIN else "metadata"
    assert (document.publisher_basis, document.published_basis) == (basis, basis)
    for paragraph in PARAGRAPHS:
        assert paragraph in document.text
    assert "Sport" not in document.text
    assert "Short." not in document.text


@pytest.mark.parametrize("name", FORMS)
def test_ids_do_not_depend_on_where_a_file_lies(name: str, tmp_path: Path) -> None:
    elsewhere = tmp_path / "a" / "b"
    elsewhere.mkdir(parents=True)
    here, there = read_one(write(tmp_path, name)), read_one(write(elsewhere, name))
    assert (here.id, here.work, here.own_id) == (there.id, there.work, there.own_id)


@pytest.mark.parametrize("name", FORMS)
def test_work_is_known_by_address_or_stated_id_only(name: str, tmp_path: Path) -> None:
    path = write(tmp_path, name)
    first = read_one(path)
    path.write_text(FORMS[name]().replace("nine dead", "eleven dead"), encoding="utf-8")
    second = read_one(path)
    assert first.id != second.id
    assert (first.work == second.work) is (name not in PLAIN)
    assert (first.work == first.id) is (name in PLAIN)


@pytest.mark.parametrize("name", [name for name in FORMS if name not in PLAIN])
def test_forms_that_state_the_address_give_one_work(name: str, tmp_path: Path) -> None:
    as_json = read_one(write(tmp_path, "report.jsonl"))
    assert read_one(write(tmp_path, name)).work == as_json.work


@pytest.mark.parametrize("name", FORMS)
def test_what_was_read_is_kept_with_its_hash(name: str, tmp_path: Path) -> None:
    document = read_one(path := write(tmp_path, name))
    assert document.raw_path == str(path)
    assert len(document.raw_sha256 or "") == 64
    extracted = name.endswith((".html", ".htm", ".xml", ".rss", ".atom"))
    assert (document.raw_text is not None) is extracted
    if name.endswith((".html", ".htm")):
        assert document.raw_text == FORMS[name]()


@pytest.mark.parametrize("name", ["report.txt", "report.jsonl", "report.csv"])
def test_text_is_untouched(name: str, tmp_path: Path) -> None:
    odd = "\ufeff" if name == "report.txt" else ""
    text = "\tTwo  dead\r\n\r\nat Velm\u00ad ford \u2028— “no one came”,\u00a0she said. \U0001f54a\u0301\x0b\n \t"
    path = tmp_path / name
    if name == "report.jsonl":
        path.write_bytes(b"\xef\xbb\xbf" + json.dumps({"text": text, "id": 7}).encode())
    elif name == "report.csv":
        stream = io.StringIO(newline="")
        csv.writer(stream).writerows([["id", "text"], ["7", text]])
        path.write_bytes(b"\xef\xbb\xbf" + stream.getvalue().encode())
    else:
        path.write_bytes((odd + text).encode())
    assert read_one(path).text == text


def test_order_of_paths_does_not_matter_and_nothing_is_read_twice(tmp_path: Path) -> None:
    paths = [write(tmp_path, name) for name in FORMS]
    forward = list(read_paths(paths, today=TODAY))
    assert list(read_paths([*reversed(paths), tmp_path, *paths], today=TODAY)) == forward
    assert len(forward) == len(FORMS)


def test_folders_are_read_with_all_that_is_in_them(tmp_path: Path) -> None:
    deep = tmp_path / "1994" / "may"
    deep.mkdir(parents=True)
    for name in FORMS:
        write(deep, name)
    found = list(read_paths([tmp_path], today=TODAY))
    assert len(found) == len(FORMS)
    assert not any(isinstance(one, Drop) for one in found)
