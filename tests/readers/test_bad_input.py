"""Bad input never stops a reading and never passes silently: each has its drop, and a message a person can act on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import tracemalloc
from datetime import date
from pathlib import Path

import pytest

from tidings.errors import SettingsError
from tidings.readers import read_paths
from tidings.records import Document, Drop

TODAY = date(2020, 1, 1)
GOOD = "Two policemen were killed at Velm bridge on Tuesday, the mayor said."


def read(*paths: Path, text_key: str | None = None) -> tuple[list[Document], list[Drop]]:
    found = list(read_paths(paths, text_key=text_key, today=TODAY))
    documents = [one for one in found if isinstance(one, Document)]
    return documents, [one for one in found if isinstance(one, Drop)]


def reason(path: Path, content: bytes | str) -> str:
    """Why the only thing in a file is dropped, beside a good file that is read all the same."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    beside = path.with_name("zz-good.txt")
    beside.write_text(GOOD)
    documents, drops = read(path, beside)
    assert [document.own_id for document in documents] == ["zz-good"]
    assert [drop.what for drop in drops] == [path.stem]
    assert drops[0].stage == "read"
    assert drops[0].where.startswith(str(path))
    return drops[0].reason


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv", "a.html", "a.xml"])
def test_empty_file(name: str, tmp_path: Path) -> None:
    assert reason(tmp_path / name, b"") == "the file is empty"


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv", "a.html", "a.xml"])
@pytest.mark.parametrize(
    ("start", "message"),
    [
        (b"\x00\x01\x02\x03", "binary file (it holds NUL bytes): save its text as .txt or .html first"),
        (b"%PDF-1.4 \xe2\xe3", "binary file (a PDF): save its text as .txt or .html first"),
        (b"PK\x03\x04rest", "binary file (a zip archive or Office document): save its text as .txt or .html first"),
    ],
)
def test_binary_file(name: str, start: bytes, message: str, tmp_path: Path) -> None:
    assert reason(tmp_path / name, start + b"something") == message


@pytest.mark.parametrize("content", ["   \n\t\n", "\ufeff", "\u00a0\u2028"])
def test_text_of_blanks(content: str, tmp_path: Path) -> None:
    assert reason(tmp_path / "a.txt", content) == "the text is empty"
    assert reason(tmp_path / "b.jsonl", json.dumps({"text": content.strip("\ufeff")})) == "the text is empty"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "The general’s men burned a café, Señor Muñoz said. “They took the flour.”"),
        ("cp1251", "Войска заняли город в понедельник утром, сообщил генерал. Жители уходят через мост."),
        ("shift_jis", "軍は月曜日に町を占領したと発表した。住民は橋を渡って避難している。"),
        ("utf-16", "The garrison left Velm at dawn."),
        ("utf-8-sig", "The garrison left Velm at dawn."),
    ],
)
def test_encodings_are_told(encoding: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    documents, drops = read(path)
    assert [document.text for document in documents] == [text]
    assert not drops


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "Müller’s men left the café.".encode() + b"\xff\xfe\x80" + "Nobody was hurt, said Čapek.".encode()),
        ("a.csv", "id,text\n1,Müller’s men left the café ".encode() + b"\xff \xc3\n"),
        ("a.jsonl", '{"text": "Müller’s men left the café '.encode() + b'\xff\xc3"}\n'),
    ],
)
def test_broken_encoding(name: str, content: bytes, tmp_path: Path) -> None:
    said = reason(tmp_path / name, content)
    assert said.startswith("no known encoding: byte ")
    assert said.endswith(" is not UTF-8, and nothing else fits; save it as UTF-8")


def test_one_row_in_another_encoding_spoils_no_other(tmp_path: Path) -> None:
    western = "The café in Besançon was hit."
    rows = [b'{"text": "One \xe2\x80\x94 two."}', b'{"text": "' + western.encode("cp1252") + b'"}']
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(rows))
    (tmp_path / "b.csv").write_bytes(b"text\nOne \xe2\x80\x94 two.\n" + western.encode("cp1252"))
    documents, drops = read(tmp_path)
    assert [document.text for document in documents] == ["One — two.", western] * 2
    assert not drops


def test_truncated_line_of_jsonl(tmp_path: Path) -> None:
    path = tmp_path / "dispatches.jsonl"
    path.write_text('{"id": "a", "text": "One."}\n{"id": "b", "text": "Tw\n\n{"id": "c", "text": "Three."}\n[1]\n')
    documents, drops = read(path)
    assert [document.own_id for document in documents] == ["a", "c"]
    assert [drop.reason.split(" (")[0] for drop in drops] == [
        "report 2 of dispatches.jsonl is no valid JSON",
        "report 4 of dispatches.jsonl is no JSON object with keys: write one object a line",
    ]
    assert drops[0].reason.endswith("): mend or remove the line")
    assert drops[0].where == f"{path} report 2"


def test_row_without_text_names_its_keys(tmp_path: Path) -> None:
    path = tmp_path / "dispatches.jsonl"
    path.write_text(json.dumps({"date": "1994-05-03", "story_en": GOOD}))
    expected = "report 1 of dispatches.jsonl has no text field (keys: date, story_en): name it with --text-key story_en"
    assert [drop.reason for drop in read(path)[1]] == [expected]
    assert [document.text for document in read(path, text_key="story_en")[0]] == [GOOD]
    wrong = "report 1 of dispatches.jsonl has no stroy field (keys: date, story_en)"
    assert [drop.reason for drop in read(path, text_key="stroy")[1]] == [wrong]


@pytest.mark.parametrize(("value", "what"), [("null", "null"), ("12", "no text but int"), ("[]", "no text but list")])
def test_text_that_is_none(value: str, what: str, tmp_path: Path) -> None:
    said = reason(tmp_path / "a.jsonl", f'{{"text": {value}}}')
    assert said == f"report 1 of a.jsonl has no text: text is {what}"


def test_csv_without_a_text_column(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    assert reason(path, "place,killed\nVelm,3\n") == "no text column (columns: place, killed): name it with --text-key"
    assert [drop.reason for drop in read(path, text_key="words")[1]] == [
        "no column words (columns: place, killed): name it with --text-key"
    ]
    path.write_text(f'place,words\nVelm,"{GOOD}"\n')
    assert [document.text for document in read(path, text_key="words")[0]] == [GOOD]


def test_csv_rows_that_do_not_fit(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f'id,text\n1,Two killed, said the mayor\n2,"{GOOD}"\n3\n')
    documents, drops = read(path)
    assert [document.own_id for document in documents] == ["2"]
    assert [drop.reason for drop in drops] == [
        "report 1 of t.csv has 3 fields for 2 columns: quote its text",
        "the text is empty",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<nav><a href='/'>Home</a></nav><script>x()</script>",
        "<form>Name <input> Password <input></form><p>Log in to go on.</p>",
        "<ul><li><a href='/a'>Ferry stops as shelling goes on for a third day</a></li>"
        "<li><a href='/b'>Bread rationed in Velm as the harbour stays shut</a></li></ul>",
        "",
    ],
)
def test_page_without_an_article(body: str, tmp_path: Path) -> None:
    page = f"<html><head><title>The Harbour Courier</title></head><body>{body}</body></html>"
    assert reason(tmp_path / "a.html", page) == "no article found in the page"


def test_page_that_is_none(tmp_path: Path) -> None:
    assert reason(tmp_path / "b.html", "no page at all") == "no article found in the page: it holds no HTML"


def test_xml_that_is_no_feed(tmp_path: Path) -> None:
    assert reason(tmp_path / "a.xml", "<articles><article>One.</article></articles>") == "no feed (RSS or Atom)"
    assert reason(tmp_path / "b.xml", "no xml") == "no feed (RSS or Atom)"
    empty = "<rss version='2.0'><channel><title>Courier</title></channel></rss>"
    assert reason(tmp_path / "c.xml", empty) == "the feed has no entries"


def test_feed_that_breaks_off_gives_what_it_had(tmp_path: Path) -> None:
    path = tmp_path / "news.xml"
    item = "<item><guid>{0}</guid><title>T</title><description>{1}</description></item>"
    path.write_text(
        "<rss version='2.0'><channel><title>Courier</title>" + item.format(1, GOOD) + item.format(2, "") + "<item><gu"
    )
    documents, drops = read(path)
    assert [document.own_id for document in documents] == ["1"]
    assert drops[0].reason == "entry 2 of news.xml has no text"
    assert drops[-1].reason.startswith("the feed breaks off after entry ")
    assert drops[-1].reason.endswith(": mend it")


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv", "a.html"])
def test_a_line_of_20_mb_costs_neither_memory_nor_time(name: str, tmp_path: Path) -> None:
    long = b"words of war " * 1_555_000
    before, after = {
        ".txt": (b"", b""),
        ".jsonl": (b'{"id": "a", "text": "One."}\n{"id": "b", "text": "', b'"}\n{"id": "c", "text": "Three."}\n'),
        ".csv": (b'id,text\na,One.\nb,"', b'"\nc,Three.\n'),
        ".html": (b"<html><body><p>", b"</p></body></html>"),
    }[Path(name).suffix]
    path = tmp_path / name
    path.write_bytes(before + long + after)
    tracemalloc.start()
    started = time.monotonic()
    documents, drops = read(path)
    seconds, (_, peak) = time.monotonic() - started, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [document.own_id for document in documents] == (["a", "c"] if name in ("a.jsonl", "a.csv") else [])
    (drop,) = drops
    assert drop.reason == {
        "a.txt": "text of 20.2 MB is longer than 2 MB: split it",
        "a.html": "text of 20.2 MB is longer than 10 MB: split it",
        "a.jsonl": "report 2 of a.jsonl is a line of 20.2 MB, longer than 8 MB: split it",
        "a.csv": "report 2 of a.csv is a row of 20.2 MB, longer than 8 MB: split it",
    }.get(name)
    assert seconds < 20
    # csv needs a row whole, at four bytes a character; the others never hold so much
    assert peak < (220_000_000 if name == "a.csv" else 40_000_000)


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_text_over_two_million_characters(name: str, tmp_path: Path) -> None:
    text = "words of war " * 200_000
    content = text if name == "a.txt" else json.dumps({"text": text})
    assert reason(tmp_path / name, content) == "text of 2.6 MB is longer than 2 MB: split it"


def test_nul_inside_a_text(tmp_path: Path) -> None:
    assert reason(tmp_path / "a.jsonl", '{"text": "One\\u0000two"}') == (
        "the text holds NUL characters: it is no plain text"
    )


def test_missing_path(tmp_path: Path) -> None:
    documents, drops = read(tmp_path / "nowhere.txt", tmp_path / "no" / "folder")
    assert not documents
    assert [drop.reason for drop in drops] == ["no such file or folder"] * 2
    assert {drop.where for drop in drops} == {str(tmp_path / "nowhere.txt"), str(tmp_path / "no" / "folder")}


def test_links_in_a_circle_and_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "around").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    documents, drops = read(tmp_path)
    assert [document.own_id for document in documents] == ["good"]
    assert {drop.what: drop.reason for drop in drops} == {
        "gone.txt": "a link to nothing",
        "self.txt": "a link in a circle",
    }


def test_what_is_not_read_is_named(tmp_path: Path) -> None:
    for name in ("notes.docx", "LICENCE", ".hidden.txt", "good.txt", "s.duckdb", "s.duckdb.wal"):
        (tmp_path / name).write_text(GOOD)
    (tmp_path / ".git").mkdir()
    shards = tmp_path / "s.duckdb.shards"
    shards.mkdir()
    (shards / "one.ndjson").write_text('{"text": "One."}')
    documents, drops = read(tmp_path)
    assert [document.own_id for document in documents] == ["good"]
    endings = "(read are .atom .csv .htm .html .jsonl .ndjson .rss .text .tsv .txt .xml)"
    assert {drop.what: drop.reason for drop in drops} == {
        "notes.docx": f"ending .docx is not read {endings}",
        "LICENCE": f"ending (none) is not read {endings}",
        ".hidden.txt": "hidden: name it to have it read",
        ".git": "hidden: name it to have it read",
    }
    assert [document.own_id for document in read(tmp_path / ".hidden.txt")[0]] == [".hidden"]


READ_AS_NOBODY = """
import os, sys
from pathlib import Path
from tidings.readers import read_paths
list(read_paths([Path(sys.argv[1], "good.txt")]))  # all modules are loaded while they may be
os.setgid(65534); os.setuid(65534)
for one in read_paths([Path(sys.argv[1])]):
    print(type(one).__name__, getattr(one, "own_id", None) or one.what, getattr(one, "reason", ""), sep="|")
"""


def test_files_and_folders_that_may_not_be_read(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    for folder in tmp_path.parents:
        if folder.stat().st_uid == os.getuid() and folder != folder.parent:
            folder.chmod(folder.stat().st_mode | 0o055)
    (tmp_path / "good.txt").write_text(GOOD)
    locked = tmp_path / "locked"
    locked.mkdir()
    (locked / "secret.txt").write_text(GOOD)
    for name in ("shut.txt", "shut.jsonl", "shut.csv", "shut.html", "shut.xml"):
        (tmp_path / name).write_text(GOOD)
        (tmp_path / name).chmod(0)
    locked.chmod(0)
    # root may read everything, so the reading is done by somebody else
    script = READ_AS_NOBODY if os.getuid() == 0 else READ_AS_NOBODY.replace("os.setgid(65534); os.setuid(65534)", "")
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    lines = set(done.stdout.splitlines())
    assert "Document|good|" in lines
    assert "Drop|locked|cannot be read: Permission denied" in lines
    assert sum(line == "Drop|shut|cannot be read: Permission denied" for line in done.stdout.splitlines()) == 5


@pytest.mark.parametrize(
    ("printed", "why"),
    [
        ("2031-05-01", "date 2031-05-01 lies in the future: not believed"),
        ("1650-05-01", "date 1650-05-01 lies before 1800: not believed"),
        ("05/06/1994", 'date "05/06/1994" is no full day, or can be read in two ways: write it as YYYY-MM-DD'),
        ("soon", 'date "soon" is no full day, or can be read in two ways: write it as YYYY-MM-DD'),
    ],
)
def test_a_date_that_is_not_believed_leaves_a_note(printed: str, why: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": GOOD, "published": printed}))
    (document,), (note,) = read(path)
    assert (document.published, document.published_basis) == (None, None)
    assert (note.what, note.reason, note.where) == ("published", why, f"{path} report 1")


def test_tomorrow_is_believed(tmp_path: Path) -> None:
    # a report of the other side of the date line
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": GOOD, "published": "2020-01-02"}))
    (document,), notes = read(tmp_path)
    assert document.published == date(2020, 1, 2)
    assert not notes


def test_duplicate_ids_and_the_same_address_with_another_text(tmp_path: Path) -> None:
    rows: list[dict[str, str]] = [
        {"id": "a", "publisher": "p", "text": "One."},
        {"id": "a", "publisher": "p", "text": "One, corrected."},
        {"id": "a", "publisher": "p", "text": "One."},
        {"id": "a", "publisher": "q", "text": "One."},
        {"id": "b", "publisher": "p", "text": "Two.", "url": "https://p.example/2#top"},
        {"id": "c", "publisher": "p", "text": "Two, corrected.", "url": "https://P.example/2?utm_source=x"},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    documents, drops = read(tmp_path)
    assert not drops
    one, corrected, again, elsewhere, two, changed = documents
    assert one.id == again.id
    assert one.id != corrected.id
    assert one.work == corrected.work
    assert (one.id != elsewhere.id, one.work != elsewhere.work) == (True, True)
    assert (two.id != changed.id, two.work == changed.work) == (True, True)


def test_two_files_of_one_name_are_two_works(tmp_path: Path) -> None:
    for folder, text in (("a", "One."), ("b", "Another.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "report.txt").write_text(text)
    first, second = read(tmp_path)[0]
    assert first.own_id == second.own_id == "report"
    assert first.work != second.work


def test_fields_over_the_default_limit_of_csv(tmp_path: Path) -> None:
    text = "All quiet on the river. " * 20_000
    (tmp_path / "a.csv").write_text(f'id,text\n1,"{text}"\n')
    (document,), drops = read(tmp_path)
    assert document.text == text
    assert not drops


def test_publishers_table_that_the_user_named_must_be_good(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    table = tmp_path / "who.csv"
    with pytest.raises(SettingsError, match=r"--publishers .*who\.csv: cannot be read: No such file or directory"):
        list(read_paths([tmp_path], publishers=table))
    table.write_text("name,kind\nVelm Radio,radio\n")
    with pytest.raises(SettingsError, match=r"no publishers table: it has no id column \(columns: name, kind\)"):
        list(read_paths([tmp_path], publishers=table))


def test_counts_add_up(tmp_path: Path) -> None:
    rows = ['{"text": "One."}', '{"text": ""}', "broken", '{"words": 1}', '{"text": "Five."}']
    (tmp_path / "a.jsonl").write_text("\n".join(rows))
    documents, drops = read(tmp_path)
    assert len(documents) + len(drops) == len(rows)
    assert len({drop.id for drop in drops}) == len(drops)
