"""A small file of ACLED and one of UCDP GED, of invented rows in the true columns, beside invented reports."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest

from tests.events.literal import claim, figure, fill, report
from tidings.errors import TidingsError
from tidings.gazetteers import load_gazetteer
from tidings.pipeline import link_store
from tidings.records import Claim
from tidings.situations.compared import compare, load_theirs, make_codes
from tidings.store import Store

FOLDER = Path(__file__).parent
PLACES = {
    "Rutshuru": "gn:206047",
    "Goma": "gn:216281",
    "Sake": "gn:205970",
    "Beni": "gn:219057",
    "Butembo": "gn:217562",
    "Tumaco": "gn:3666640",
    "Barbacoas": "gn:3689228",
}
Row = dict[str, Any]


def told(act: str, place: str, day: str, killed: float | None = None, **fields: Any) -> Claim:
    counts = () if killed is None else (figure("killed", killed, killed),)
    own_id = fields.pop("own_id", "wire")
    given = {"place": place, "place_ids": (PLACES[place],), "counts": counts, **fields}
    return claim(own_id, act, day, at=hash_of(act, place, day), **given)


def hash_of(*parts: str) -> int:
    return sum(map(ord, "".join(parts))) * 10


CLAIMS = [
    told("fight.clash", "Rutshuru", "2016-03-04"),
    told("harm.kill", "Rutshuru", "2016-03-04", 7),
    told("fight.shelling", "Goma", "2016-03-10"),
    told("harm.kill", "Goma", "2016-03-10", 5),
    told("harm.kill", "Sake", "2016-03-13", 2),
    told("fight.clash", "Beni", "2016-03-20"),
    told("harm.abduct", "Butembo", "2016-03-08"),
    told("harm.kill", "Goma", "2016-03-27", 4),
    told("fight.clash", "Rutshuru", "2016-03-31"),
    # not theirs to have: after their days, in another country, planned, denied
    told("fight.clash", "Goma", "2016-05-01"),
    told("fight.clash", "Tumaco", "2016-03-12"),
    told("fight.attack", "Goma", "2016-03-14", certainty="planned"),
    told("fight.attack", "Beni", "2016-03-15", stance="denies"),
    told("harm.kill", "Barbacoas", "2001-05-02", 4, said_by="Elena Roa", interest="witness"),
    told("harm.kill", "Barbacoas", "2001-05-02", 6, own_id="radio", said_by="the mayor of Barbacoas"),
    told("harm.kill", "Tumaco", "2001-05-11", 12),
    told("harm.kill", "Tumaco", "2001-05-28", 9),
    told("harm.kill", "Barbacoas", "2001-05-15", 2),
    told("fight.clash", "Tumaco", "2001-05-21"),
]


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    documents = [report(own_id, "2016-06-01") for own_id in ("wire", "radio")]
    with Store(Path("memory"), fill(documents, CLAIMS)) as opened:
        link_store(opened)
        yield opened


def lay_beside(store: Store, format_: str, path: Path) -> tuple[list[Row], list[int], list[str]]:
    def find_code(name: str) -> str | None:
        country = load_gazetteer().country(name)
        return country.country if country else None

    undated = load_theirs(store.connection, format_, path)
    unknown = make_codes(store.connection, find_code)
    compare(store.connection)
    return list(store.rows("SELECT * FROM answer ORDER BY rowid")), undated, unknown


def brief(rows: list[Row]) -> list[tuple[Any, ...]]:
    return [(row["found"], row["their_id"], row["place"], row["theirs_best"], row["ours_best"]) for row in rows]


def test_acled(store: Store) -> None:
    rows, undated, unknown = lay_beside(store, "acled", FOLDER / "acled.csv")
    assert brief(rows) == [
        ("theirs alone", "XDC5", "Goma", 0, None),  # a protest beside a shelling is another thing
        ("theirs alone", "XDC4", "Butembo", 1, None),
        ("ours alone", None, "Butembo", None, None),
        ("figures differ", "XDC2", "Goma", 3, 5),
        ("figures differ", "XDC9", "Rutshuru", 2, None),  # known to the week; we have no number
        ("agree", "XDC1", "Rutshuru", 7, 7),
        ("agree", "XDC3", "Sake", 2, 2),
        ("agree", "XDC6", "Beni", 0, None),
        ("agree", "XDC8", "Goma - Ndosho", 4, 4),  # a quarter, by its point
    ]
    assert (undated, unknown) == ([8], [])
    for row in rows:
        assert bool(row["claim_ids"]) == (row["found"] != "theirs alone")


def test_ucdp(store: Store) -> None:
    rows, undated, _ = lay_beside(store, "ucdp", FOLDER / "ucdp.csv")
    assert brief(rows) == [
        ("theirs alone", "900003", "Pasto town", 3, None),
        ("ours alone", None, "Barbacoas", None, 2),  # deaths alone: a clash without them is none of theirs
        ("figures differ", "900002", "Tumaco town", 12, 12),
        ("agree", "900001", "Barbacoas town", 4, 4),
        ("agree", "900004", "Nariño department", 9, 9),
    ]
    assert undated == []
    differing = next(row for row in rows if row["found"] == "figures differ")
    assert [differing[name] for name in ("theirs_low", "theirs_high", "ours_low", "ours_high")] == [10, 15, 12, 12]
    assert {one for row in rows for one in row["claim_ids"]} <= {told.id for told in CLAIMS}


@pytest.mark.parametrize(("name", "columns"), [("acled", 31), ("ucdp", 49)])
def test_the_files_have_the_true_columns(name: str, columns: int) -> None:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        assert {len(row) for row in csv.reader(file)} == {columns}


def test_semicolons_and_a_byte_order_mark_as_spreadsheets_write_them(store: Store, tmp_path: Path) -> None:
    with (FOLDER / "acled.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    saved = tmp_path / "saved.csv"
    with saved.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    assert brief(lay_beside(store, "acled", saved)[0]) == brief(lay_beside(store, "acled", FOLDER / "acled.csv")[0])


def test_a_workbook(store: Store, tmp_path: Path) -> None:
    saved = tmp_path / "saved.xlsx"
    with (FOLDER / "acled.csv").open(encoding="utf-8", newline="") as file:
        write_workbook(saved, list(csv.reader(file)))
    rows, undated, _ = lay_beside(store, "acled", saved)
    assert brief(rows) == brief(lay_beside(store, "acled", FOLDER / "acled.csv")[0])
    assert undated == [8]


def write_workbook(path: Path, rows: list[list[str]]) -> None:
    """A workbook as Excel saves it: shared texts, plain numbers, days as numbers, empty cells left out."""
    texts: dict[str, int] = {}
    lines = []
    for number, row in enumerate(rows, start=1):
        cells = []
        for at, value in enumerate(row):
            column = (chr(64 + at // 26) if at >= 26 else "") + chr(65 + at % 26)
            day = re.fullmatch(r"\d{4}-\d\d-\d\d", value)
            if day or re.fullmatch(r"-?[\d.]+", value):
                plain = (date.fromisoformat(value) - date(1899, 12, 30)).days if day else value
                cells.append(f'<c r="{column}{number}"><v>{plain}</v></c>')
            elif value:
                cells.append(f'<c r="{column}{number}" t="s"><v>{texts.setdefault(value, len(texts))}</v></c>')
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    with zipfile.ZipFile(path, "w") as book:
        book.writestr(
            "xl/worksheets/sheet1.xml", f"<worksheet {space}><sheetData>{''.join(lines)}</sheetData></worksheet>"
        )
        shared = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
        book.writestr("xl/sharedStrings.xml", f"<sst {space}>{shared}</sst>")


def test_what_is_no_workbook_says_so(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "broken.xlsx"
    path.write_text("event_id_cnty,event_date")
    with pytest.raises(TidingsError, match=r"cannot be read as a workbook.*save it as CSV"):
        load_theirs(store.connection, "acled", path)


def test_a_file_of_another_kind_says_which_columns_it_lacks(store: Store) -> None:
    with pytest.raises(TidingsError, match=r"lacks the columns event_id_cnty, event_date.*--from acled\|ucdp"):
        load_theirs(store.connection, "acled", FOLDER / "ucdp.csv")
