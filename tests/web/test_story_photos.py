"""A photo by the pages: put beside a story, looked at by few, erased by one button, printed in the report."""

import io

from flask.testing import FlaskClient

from tests.factories import World, sign_in
from tests.unit.reporting import keep_report
from tests.web.asking_together import png, story_of_ben, with_photo
from tests.web.test_pages import check_page


def sent(**changes: object) -> dict[str, object]:
    told = {"alt": "Two women", "agreed": "y", "witness": "Cora", "request_token": "one"}
    return told | {"photo": (io.BytesIO(png()), "garden.png")} | changes


def test_a_photo_is_put_there_seen_by_its_teller_and_erased(client: FlaskClient, world: World) -> None:
    story = story_of_ben(world)
    here = f"/en/stories/{story}"
    sign_in(client, world, "cora")
    check_page(client, f"{here}/photo", "en")
    for _second_tap in range(2):
        assert client.post(f"{here}/photo", data=sent()).location == here
    page = client.get(here).text
    assert 'alt="Two women"' in page
    assert client.get(f"{here}/photo.jpg").mimetype == "image/jpeg"
    sign_in(client, world, "ben")
    assert "Erase the photo" in client.get(here).text
    assert client.post(f"{here}/photo/remove").location == here
    assert "Two women" not in client.get(here).text
    assert client.get(f"{here}/photo.jpg").status_code == 404


def test_a_fault_says_what_to_do_and_keeps_what_was_typed(client: FlaskClient, world: World) -> None:
    here = f"/en/stories/{story_of_ben(world)}/photo"
    sign_in(client, world, "cora")
    for changes, sentence in (
        ({"photo": (io.BytesIO(b"words"), "x.jpg")}, "This is no photo that we can read."),
        ({"photo": (io.BytesIO(b""), "")}, "Choose a photo."),
        ({"agreed": ""}, "No photo without their yes."),
        ({"consent_on": "soon"}, "soon"),
    ):
        answer = client.post(here, data=sent(alt="Tomatoes", **changes))
        assert answer.status_code == 422
        assert sentence in answer.text
        assert "Tomatoes" in answer.text


def test_the_partner_s_report_shows_it_and_the_partner_can_t_open_it_elsewhere(
    client: FlaskClient, world: World
) -> None:
    story = with_photo(world, story_of_ben(world))
    report = keep_report(world, approved=True)
    sign_in(client, world, "pia")
    assert client.get(f"/en/stories/{story}/photo.jpg").status_code == 404
    assert "data:image/jpeg;base64," in client.get(f"/en/reports/{report}/page").text
