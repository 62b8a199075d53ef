"""A small picture of our own wording, from wars on four continents, with something in it for every exporter."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tidings.pipeline import read
from tidings.publishing import open_fresh
from tidings.settings import Settings
from tidings.store import Store

REPORTS = (
    (
        "n1",
        "2014-08-06",
        "Lagoon Wire",
        "Boko Haram fighters captured the town of Gwoza from Nigerian soldiers on Tuesday, residents said. "
        "At least 20 civilians were killed in the attack on Gwoza, a hospital doctor said.",
    ),
    ("n2", "2014-08-07", "Abuja Courier", "The Nigerian army denied that Gwoza had fallen to Boko Haram on Tuesday."),
    (
        "n3",
        "2014-08-09",
        "Lagoon Wire",
        "Nigerian soldiers killed 12 Boko Haram fighters in Maiduguri on Friday, an army spokesman said. "
        "The army plans to attack Gwoza next week.",
    ),
    (
        "y1",
        "2016-10-09",
        "Gulf Ledger",
        "A Saudi air strike hit a funeral hall in Sanaa on Saturday. More than 140 mourners were killed and 500 were "
        "wounded in the air strike on Sanaa, health officials said.",
    ),
    (
        "y2",
        "2016-10-10",
        "Gulf Ledger",
        "Saudi Arabia denied that it had carried out the air strike on Sanaa. The Houthis threatened to attack Riyadh.",
    ),
    (
        "c1",
        "1999-05-16",
        "Correo del Llano",
        "FARC guerrillas kidnapped three engineers in Villavicencio on Friday, police said. "
        "The Colombian government and FARC agreed a ceasefire on Saturday.",
    ),
    (
        "u1",
        "2014-07-18",
        "Steppe Agency",
        "Separatists shelled the airport of Luhansk on Thursday, killing two Ukrainian soldiers, a military "
        "spokesman told Reuters. Protesters gathered in Kharkiv on Thursday.",
    ),
    (
        "u2",
        "2014-07-19",
        "Dnieper Post",
        "Separatists shelled the airport of Luhansk on Thursday and two Ukrainian soldiers were killed, "
        "officials said.",
    ),
    (
        "p1",
        "2017-06-05",
        "Visayas Herald",
        "Thousands of residents fled Marawi on Sunday. The army may use tanks in Marawi, a general said.",
    ),
    ("f1", "2008-08-10", "Black Sea Notes", "Russian troops entered Gori on Saturday, the Georgian president said."),
)
PUBLISHERS = (
    "id,name,kind,country,side\n"
    "Lagoon Wire,Lagoon Wire,news agency,NG,independent\n"
    "Abuja Courier,Abuja Courier,daily newspaper,NG,independent\n"
    "Gulf Ledger,Gulf Ledger,daily newspaper,AE,independent\n"
)


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a store that holds the reports."""
    folder = tmp_path_factory.mktemp("exported")
    rows = [{"id": id_, "published": day, "publisher": name, "text": text} for id_, day, name, text in REPORTS]
    (folder / "reports.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (folder / "publishers.csv").write_text(PUBLISHERS, encoding="utf-8")
    settings = Settings(store=folder / "war.duckdb")
    read([folder / "reports.jsonl"], settings)
    return settings


@pytest.fixture(scope="session")
def copy(settings: Settings) -> Iterator[Store]:
    """The published copy of it."""
    with open_fresh(settings) as copy:
        yield copy


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder to export to."""
    return tmp_path
