"""The year in the books on screen and on paper."""

import io
import re

import pypdf
import pytest
from flask.testing import FlaskClient
from python_calamine import CalamineWorkbook

from tests.factories import World, make_world, sign_in
from timebank.clock import now
from timebank.domain.channels import LANGUAGES
from timebank.domain.days import local_day

YEAR = "/en/antennas/heembeek/books/year"


@pytest.fixture
def world(app: object) -> World:
    world = make_world(now())
    today = local_day(now(), "Europe/Brussels")
    world.logged("ben", done_on=today)
    world.logged("ana", done_on=today, said="2u")
    world.logged("dov", receiver="dov", done_on=today)
    return world


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def test_a_treasurer_sees_the_balance_and_what_hangs_with_the_next_step(client: FlaskClient, world: World):
    sign_in(client, world, "tess")
    page = client.get(YEAR).text
    assert "all accounts together stand at 0" in page
    assert "Nobody said yes yet (1)" in page
    assert "Ring who was helped" in page
    assert "Between antennas: Marolles" in page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", ["balance", "minutes", "pot"])
def test_each_sheet_prints_in_each_language(client: FlaskClient, world: World, language: str, what: str):
    sign_in(client, world, "cora")
    answer = client.get(f"/{language}/antennas/heembeek/books/year/{what}.pdf")
    assert answer.mimetype == "application/pdf"
    words = text_of(answer.data)
    assert str(local_day(now(), "Europe/Brussels").year) in words
    if what == "pot":
        assert "Peeters" not in words


def test_the_balance_is_a_sheet_of_minutes_that_sum_to_nothing(client: FlaskClient, world: World):
    sign_in(client, world, "tess")
    answer = client.get(f"{YEAR}/balance.xlsx")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.data)).get_sheet_by_index(0).to_python()
    assert rows[-1][3:] == [120, 120, 0]
    assert sum(row[5] for row in rows[1:-1]) == 0


def test_neighbours_who_gave_more_stand_beside_those_who_received_more(client: FlaskClient, world: World):
    sign_in(client, world, "tess")
    members = client.get(YEAR).text.split("<tbody", 1)[1].split("</tr>")[0]
    assert len(re.findall(r">\d+:\d\d<", members)) == 2


def test_an_odd_year_is_said_kindly(client: FlaskClient, world: World):
    sign_in(client, world, "tess")
    assert client.get(f"{YEAR}?year=99999").status_code == 422
    assert client.get(f"{YEAR}?year=soon").status_code == 200
