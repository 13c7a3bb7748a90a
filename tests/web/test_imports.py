"""Bringing a sheet in by the pages: seen before it is booked, booked once, taken back as a whole."""

import io
import json
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from tests.factories import World, sign_in
from timebank.domain.permissions import SYSTEM, Role
from timebank.models.importing import ImportBatch, ImportState
from timebank.services.network.antennas import AntennaDetails, NewMandate, give_mandate, open_antenna
from timebank.uow import reading, transact

SHEETS = Path(__file__).parents[1] / "data" / "sheets"
FAVOURS = (
    "Datum;Wie hielp;Wie kreeg hulp;Duur;Wat;Opmerking\n"
    "2/3/2026;Ana Peeters;Ben Peeters;1u30;bezoek;dank u\n"
    "2/3/2026;PEETERS BEN;Ana Peeters;45 min;boodschappen;\n"
    "2/3/2026;Ana Peeters;Ben Peeters;1,5;bezoek;Dank u!\n"
    "3/3/2026;Ana Peeters;Zoë Onbekend;1;bezoek;\n"
)


def send(client: FlaskClient, text: str | bytes, name: str = "uren.csv", kind: str = "favours", **fields):
    content = text.encode() if isinstance(text, str) else text
    answers = {
        "antenna": "heembeek",
        "kind": kind,
        "format": "sheet",
        "file": FileStorage(io.BytesIO(content), name),
    }
    # Encoded here, in memory: the test client would leave open the files in which it keeps large bodies.
    boundary, body = encode_multipart(answers | fields)
    content_type = f'multipart/form-data; boundary="{boundary}"'
    return client.post("/en/imports/new", data=body, content_type=content_type)


def token_of(page: str) -> str:
    found = re.search(r'name="request_token" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def uploaded(client: FlaskClient, text: str = FAVOURS) -> str:
    answer = send(client, text)
    assert answer.status_code == 302, answer.text
    return answer.location


def test_a_coordinator_sees_every_row_before_booking_and_takes_it_back(client, world: World):
    sign_in(client, world, "cora")
    address = uploaded(client)
    page = client.get(address).text
    assert "We know no member called Zoë Onbekend" in page
    assert "Possible doubles, left out" in page
    assert 'href="#names">First say whom 1 name means' in page
    assert '<h2 id="names">' in page
    assert world.balance("ana") == 0
    for _tap in range(2):
        done = client.post(f"{address}/book", data={"request_token": token_of(page)})
        assert done.status_code == 302
    assert (world.balance("ana"), world.balance("ben")) == (45, -45)
    page = client.get(address).text
    assert "The sheet is booked" in page
    assert ">Bring in another sheet</a>" in page
    assert client.post(f"{address}/undo", data={"request_token": token_of(page)}).status_code == 302
    assert (world.balance("ana"), world.balance("ben")) == (0, 0)
    assert "The sheet was taken back" in client.get(address).text
    assert "uren.csv" in client.get("/en/imports").text


def test_the_file_is_erased_when_it_is_booked(client, world: World):
    sign_in(client, world, "cora")
    address = uploaded(client)
    client.post(f"{address}/book", data={"request_token": token_of(client.get(address).text)})
    with reading() as session:
        batch = session.scalars(select(ImportBatch)).one()
        assert (batch.state, batch.content) == (ImportState.POSTED, None)


def test_a_name_that_can_not_be_told_is_chosen(client, world: World):
    sign_in(client, world, "cora")
    address = uploaded(client)
    answers = {"name-1": "Zoë Onbekend", "choice-1": "8"}
    assert client.post(f"{address}/columns", data=answers).status_code == 302
    page = client.get(address).text
    assert "We know no member called Zoë Onbekend" not in page
    client.post(f"{address}/columns", data=answers | {"choice-1": ""})
    assert "We know no member called Zoë Onbekend" in client.get(address).text
    client.post(f"{address}/columns", data=answers)
    page = client.get(address).text
    assert '<option value="8" selected>' in page
    client.post(f"{address}/book", data={"request_token": token_of(page)})
    assert world.balance("fay") == -60


def test_columns_that_the_header_does_not_tell_are_chosen(client, world: World):
    sign_in(client, world, "cora")
    address = uploaded(client, "a;b;c;d\nAna Peeters;Ben Peeters;2/3/2026;1u\n")
    page = client.get(address).text
    assert "tell which column is" in page
    assert "Book these rows" not in page
    answers = {"column-giver": "0", "column-receiver": "1", "column-date": "2", "column-time": "3"}
    client.post(f"{address}/columns", data=answers)
    page = client.get(address).text
    client.post(f"{address}/book", data={"request_token": token_of(page)})
    assert world.balance("ana") == 60


def test_hours_of_the_uploader_wait_for_someone_else(client, world: World):
    sign_in(client, world, "cora")
    address = uploaded(client, FAVOURS + "4/3/2026;Cora Peeters;Ben Peeters;1;bezoek;\n")
    page = client.get(address).text
    client.post(f"{address}/book", data={"request_token": token_of(page)})
    assert world.balance("cora") == 0
    assert "waits for someone else" in client.get(address).text


def test_a_treasurer_brings_favours_in_too(client, world: World):
    sign_in(client, world, "tess")
    assert client.get(uploaded(client)).status_code == 200


@pytest.mark.parametrize("name", ["ana", "ann", "pia", "olga", "hugo"])
def test_others_bring_nothing_in(client, world: World, name):
    sign_in(client, world, name)
    assert client.get("/en/imports").status_code == 403
    assert client.get("/en/imports/new").status_code == 403
    assert send(client, FAVOURS).status_code == 403


def test_a_coordinator_of_another_antenna_never_gets_in(client, world: World):
    sign_in(client, world, "cora")
    address = uploaded(client)
    sign_in(client, world, "dov")
    assert client.get(address).status_code == 404
    for step in ("columns", "book", "undo"):
        assert client.post(f"{address}/{step}").status_code == 404
    assert "uren.csv" not in client.get("/en/imports").text


def test_a_file_that_is_too_big_is_refused_in_words(client, world: World):
    sign_in(client, world, "cora")
    answer = send(client, b"a" * (5 * 1024 * 1024 + 1))
    assert answer.status_code == 422
    assert "bigger than 5 MB" in answer.text


@pytest.mark.parametrize(
    ("content", "name"), [(b"", ""), (b"\x00\x01\x02", "x.xlsx"), (b"PK\x03\x04no", "x.ods")]
)
def test_what_is_no_sheet_is_refused_in_words(client, world: World, content, name):
    sign_in(client, world, "cora")
    answer = send(client, content, name)
    assert answer.status_code == 422
    assert "Something is not right yet" in answer.text


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_page_stands_in_every_language(client, world: World, language):
    sign_in(client, world, "cora")
    address = uploaded(client).replace("/en/", f"/{language}/")
    for page in (address, f"/{language}/imports", f"/{language}/imports/new"):
        answer = client.get(page)
        assert answer.status_code == 200
        assert answer.text.count("<h1>") == 1


@pytest.mark.parametrize(
    "name", ["heembeek-favours.xlsx", "heembeek-favours-cp1252.csv", "marolles-favours.ods"]
)
def test_a_year_comes_in_by_the_pages_is_taken_back_and_comes_in_again(app, client, world: World, name: str):
    town = name.partition("-")[0]
    expected = json.loads((SHEETS / f"{town}-expected.json").read_text())
    opened = transact(open_antenna, "leeg", AntennaDetails("Leeg", ("nl", "fr")), actor=SYSTEM, now=world.now)
    role = NewMandate(world.people["tess"], Role.COORDINATOR, world.today, None, opened.id)
    transact(give_mandate, role, actor=SYSTEM, now=world.now)
    sign_in(client, world, "tess")

    def bring_in(path: Path, kind: str) -> str:
        address: str = send(client, path.read_bytes(), path.name, kind=kind, antenna="leeg").location
        client.post(f"{address}/book", data={"request_token": token_of(client.get(address).text)})
        return address

    def balances() -> dict[str, int]:
        told = app.test_cli_runner().invoke(args=["balances", "--antenna", "leeg", "--json"]).stdout
        return dict(json.loads(told))

    bring_in(next(SHEETS.glob(f"{town}-members.*")), "members")
    first = bring_in(SHEETS / name, "favours")
    assert balances() == expected["balance_minutes"]
    again = send(client, (SHEETS / name).read_bytes(), name, antenna="leeg").location
    assert "Book these rows" not in client.get(again).text
    client.post(f"{first}/undo", data={"request_token": token_of(client.get(first).text)})
    assert set(balances().values()) == {0}
    bring_in(SHEETS / name, "favours")
    assert balances() == expected["balance_minutes"]


def test_members_come_in_by_the_pages(client, world: World):
    sign_in(client, world, "dov")
    answer = send(
        client,
        (SHEETS / "marolles-members.ods").read_bytes(),
        "leden.ods",
        kind="members",
        antenna="marolles",
    )
    page = client.get(answer.location).text
    assert "Number 1 belongs to another member." in page
    assert "The first rows, as they would be booked" in page
    client.post(f"{answer.location}/book", data={"request_token": token_of(page)})
    assert "The sheet is booked" in client.get(answer.location).text


def test_offers_and_asks_are_shown_in_words_before_they_are_made(client, world: World):
    sign_in(client, world, "cora")
    content = (SHEETS / "timeoverflow-posts.csv").read_bytes()
    sent = send(client, content, "posts.csv", "posts", format="sheet")
    page = client.get(sent.location).text
    assert "Ben Peeters asks: Wie kan mij naar de oogarts brengen?" in page
    assert "Ana Peeters offers: Lift naar de dokter" in page
    assert "This ended on 2024-02-01." in page
    token = token_of(page)
    assert client.post(f"{sent.location}/book", data={"request_token": token}).status_code == 302
    page = client.get(sent.location).text
    assert "Asks that nobody has looked at yet are withdrawn" in page
    assert "Wie kan mij naar de oogarts brengen?" in client.get("/en/desk/heembeek").text


def test_a_treasurer_is_told_that_posts_are_for_a_coordinator(client, world: World):
    sign_in(client, world, "tess")
    content = (SHEETS / "timeoverflow-posts.csv").read_bytes()
    assert send(client, content, "posts.csv", "posts").status_code == 403
    assert "posts.csv" not in client.get("/en/imports").text
