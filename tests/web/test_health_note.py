"""The gentle word after a note that seems to hold health; there is no field for that."""

import re

from flask.testing import FlaskClient

from tests.architecture.sources import ROOT
from tests.factories import World, sign_in
from timebank.web.health_note import NOTES

NOT_ABOUT_PEOPLE = {"buildings", "streets", "what", "words_en", "words_fr", "words_nl"}
"""Places of an antenna, what a service does, words that show a boundary."""


def tell(client: FlaskClient, words: str) -> str:
    told = {"words": words, "about_words": "Kruisberg 14", "channel": "talk", "told_by": ""}
    return client.post("/en/signals/heembeek/new", data=told, follow_redirects=True).text


def test_a_note_that_holds_health_is_kept_and_pointed_out(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    html = tell(client, "She told me that she has cancer")
    assert "seems to tell about someone" in html
    assert "Something is not right yet" not in html


def test_a_note_about_tasks_is_just_kept(client: FlaskClient, world: World) -> None:
    sign_in(client, world, "cora")
    assert "seems to tell about someone" not in tell(client, "The curtains are closed since Monday")


def test_every_box_for_free_words_is_looked_at() -> None:
    pages = "\n".join(path.read_text("utf-8") for path in (ROOT / "templates").rglob("*.html"))
    boxes = set(re.findall(r"textarea\(form\.(\w+)", pages))
    assert boxes - NOTES - NOT_ABOUT_PEOPLE == set()
