"""The sheets that antennas keep go in by the commands, and every figure comes out right."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from timebank.domain.channels import Channel
from timebank.ledger.model import Transfer
from timebank.ledger.proof import check_books
from timebank.models.ask import Ask
from timebank.models.directory import DirectoryEntry
from timebank.models.favour import Favour
from timebank.models.importing import ImportBatch, ImportState
from timebank.models.member import Person
from timebank.models.offer import Offer
from timebank.services.books.causes import check_causes
from timebank.uow import reading

SHEETS = Path(__file__).parents[1] / "data" / "sheets"
ANTENNAS = (
    ("heembeek", "heembeek-members.xlsx", "heembeek-favours.xlsx"),
    ("heembeek", "heembeek-members.xlsx", "heembeek-favours-cp1252.csv"),
    ("marolles", "marolles-members.ods", "marolles-favours.ods"),
)
CODES = {
    "no duration": "duration_missing",
    "duration not understood": "duration_not_understood",
    "duration out of range": "duration_out_of_range",
    "giver is receiver": "giver_is_receiver",
    "impossible date": "date_impossible",
    "date in the future": "date_future",
    "unknown receiver": "receiver_unknown",
}


def run(app: Flask, *words: str, code: int = 0) -> str:
    """What the command prints, with its progress left out."""
    result = app.test_cli_runner().invoke(args=list(words))
    assert result.exit_code == code, result.output
    return result.stdout


def told(app: Flask, *words: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(app, *words, "--json"))
    return found


@pytest.fixture
def antenna(app: Flask) -> str:
    run(app, "add-antenna", "leeg", "--name", "Leeg", "--languages", "nl,fr")
    return "leeg"


@pytest.mark.parametrize(("name", "members", "favours"), ANTENNAS)
def test_a_year_of_an_antenna_comes_out_right(app, antenna, name, members, favours):
    expected = json.loads((SHEETS / f"{name}-expected.json").read_text())
    people = told(app, "import", "members", str(SHEETS / members), "--antenna", antenna)
    assert people == {"rows": expected["members"], "posted": expected["members"], "doubles": 0, "faults": []}
    report = told(app, "import", "favours", str(SHEETS / favours), "--antenna", antenna)
    assert (report["rows"], report["posted"]) == (expected["rows"], expected["favours"])
    assert report["doubles"] == expected["doubles"]
    assert [(fault["row"], fault["code"]) for fault in report["faults"]] == [
        (fault["row"], CODES[fault["reason"]]) for fault in expected["faults"]
    ]
    assert told(app, "balances", "--antenna", antenna) == expected["balance_minutes"]
    with reading() as session:
        assert session.scalar(select(func.sum(Favour.minutes))) == expected["minutes"]
        assert session.scalar(select(func.sum(Transfer.minutes))) == expected["minutes"]
        assert check_books(session).faults == ()
        assert check_causes(session) == ()


def test_the_same_sheet_again_books_nothing(app, antenna):
    told(app, "import", "members", str(SHEETS / "marolles-members.ods"), "--antenna", antenna)
    told(app, "import", "favours", str(SHEETS / "marolles-favours.ods"), "--antenna", antenna)
    again = told(app, "import", "favours", str(SHEETS / "marolles-favours.ods"), "--antenna", antenna)
    people = told(app, "import", "members", str(SHEETS / "marolles-members.ods"), "--antenna", antenna)
    assert (again["posted"], again["doubles"]) == (0, 525)
    assert (people["posted"], people["doubles"]) == (0, 41)


def test_a_dry_run_writes_nothing(app, antenna):
    report = told(
        app, "import", "members", str(SHEETS / "marolles-members.ods"), "--antenna", antenna, "--dry-run"
    )
    assert report["rows"] == 41
    assert told(app, "balances", "--antenna", antenna) == {}
    with reading() as session:
        assert session.scalar(select(func.count()).select_from(ImportBatch)) == 0


def test_a_booked_file_is_not_kept(app, antenna):
    told(app, "import", "members", str(SHEETS / "marolles-members.ods"), "--antenna", antenna)
    with reading() as session:
        batch = session.scalars(select(ImportBatch)).one()
        assert (batch.state, batch.content) == (ImportState.POSTED, None)
        assert batch.report["posted"] == 41


def test_a_file_that_is_no_sheet_is_refused_in_words(app, antenna, tmp_path):
    path = tmp_path / "photo.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x00\x00")
    result = app.test_cli_runner().invoke(args=["import", "favours", str(path), "--antenna", antenna])
    assert result.exit_code != 0
    assert "Save it as .xlsx, .ods or .csv" in result.output


def test_a_sheet_without_its_columns_says_which(app, antenna, tmp_path):
    path = tmp_path / "colours.csv"
    path.write_text("colour;size\nred;3\n")
    result = app.test_cli_runner().invoke(args=["import", "favours", str(path), "--antenna", antenna])
    assert result.exit_code != 0
    assert "giver" in result.output


def test_timeoverflow_files_go_in_with_seconds_and_the_source_paying(app, antenna, tmp_path):
    people, moves = tmp_path / "members.csv", tmp_path / "transfers.csv"
    people.write_text(
        "3,2024-01-05,Ana,Maes,,1,1950-02-03,0470 11 22 33,,ana@example.org\n"
        "8,2024-01-06,Ben,Smet,,2,1948-01-01,,,user8@example.com\n"
    )
    moves.write_text("8,Member,3,Member,5400,2025-03-02,lift,1\n8,Member,3,Member,xx,2025-03-02,lift,1\n")
    assert told(app, "import", "members", str(people), "--antenna", antenna, "--format", "timeoverflow") == {
        "rows": 2, "posted": 2, "doubles": 0, "faults": [],
    }  # fmt: skip
    report = told(app, "import", "favours", str(moves), "--antenna", antenna, "--format", "timeoverflow")
    assert (report["posted"], [fault["row"] for fault in report["faults"]]) == (1, [2])
    assert told(app, "balances", "--antenna", antenna) == {"3": 90, "8": -90}


def test_elas_contacts_come_along_in_a_zip(app, antenna, tmp_path):
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("export/users.csv", "id,code,name,fullname\n5,A1,ana,Ana Maes\n6,A2,ben,Ben Smet\n")
        archive.writestr(
            "export/contact.csv",
            "id,id_type_contact,comments,value,user_id\n1,1,,0470112233,5\n2,3,,ana@example.org,5\n"
            '3,4,,"Dorpsstraat 5, 1120 Brussel",5\n4,3,,ben@example.org,6\n5,9,,https://example.org,6\n',
        )
    report = told(app, "import", "members", str(path), "--antenna", antenna, "--format", "elas")
    assert (report["posted"], report["faults"]) == (2, [])
    with reading() as session:
        ana, ben = session.scalars(select(Person).order_by(Person.id)).all()
        assert (ana.phone, ana.email) == ("0470 11 22 33", "ana@example.org")
        assert (ana.street, ben.email, ben.street) == ("Dorpsstraat 5, 1120 Brussel", "ben@example.org", "")
    path.write_bytes(b"PK\x03\x04 and nothing more")
    run(app, "import", "members", str(path), "--antenna", antenna, "--format", "elas", code=1)


def test_elas_files_go_in_with_the_groups_units(app, antenna, tmp_path):
    people, moves = tmp_path / "users.csv", tmp_path / "transactions.csv"
    people.write_text("id,code,name,fullname,postcode\n5,A1,ana,Ana Maes,1120\n6,A2,ben,Ben Smet,1120\n")
    moves.write_text(
        "id,id_from,id_to,amount,description,transid,created_at\n"
        "1,6,5,30,soup,x1,2025-03-02 10:00:00\n2,6,9,30,soup,x2,2025-03-02 10:00:00\n"
    )
    told(app, "import", "members", str(people), "--antenna", antenna, "--format", "elas")
    report = told(
        app, "import", "favours", str(moves), "--antenna", antenna, "--format", "elas",
        "--units-per-hour", "20",
    )  # fmt: skip
    assert (report["posted"], [fault["code"] for fault in report["faults"]]) == (1, ["giver_unknown"])
    assert told(app, "balances", "--antenna", antenna) == {"5": 90, "6": -90}


def test_services_are_looked_at_and_added(app, antenna, tmp_path):
    sheet = tmp_path / "kaart.csv"
    sheet.write_text("Naam;Telefoon\nZenne;02 555 80 10\nZonder;\nZenne;02 555 80 12\n")
    words = ("import", "directory", str(sheet), "--antenna", antenna)
    for more in (["--dry-run"], []):
        report = told(app, *words, *more)
        assert (report["rows"], report["posted"], report["doubles"]) == (3, 1, 1)
        assert [(each["row"], each["code"]) for each in report["faults"]] == [(3, "entry_reach_missing")]
    assert told(app, *words)["posted"] == 0
    with reading() as session:
        (entry,) = session.scalars(select(DirectoryEntry)).all()
        assert (entry.name, entry.owner_name) == ("Zenne", "Leeg")
    run(app, "import", "directory", str(sheet), "--antenna", "nowhere", code=1)


def test_posts_of_timeoverflow_become_offers_and_asks(app, world):
    file = str(SHEETS / "timeoverflow-posts.csv")
    dry = told(app, "import", "posts", file, "--antenna", "heembeek", "--dry-run")
    with reading() as session:
        assert session.scalar(select(func.count()).select_from(Ask)) == 0
    report = told(app, "import", "posts", file, "--antenna", "heembeek")
    assert report == dry
    assert report["rows"] == 8
    assert report["posted"] >= 1
    with reading() as session:
        assert session.scalar(select(func.count()).select_from(Offer)) == 1
        assert session.scalars(select(Ask.channel)).first() is Channel.IMPORT
