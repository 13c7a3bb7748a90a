"""How an ask ended: the ending first, then only what belongs to it; nothing typed is lost on the way."""

from flask.testing import FlaskClient

from tests.factories import World, sign_in
from tests.unit.services.asking import ask_of, state_of_ask
from timebank.models.ask import Ask
from timebank.uow import reading


def post(client: FlaskClient, uid, **fields: str):
    return client.post(f"/en/asks/{uid}/end", data=fields)


def test_the_ending_is_chosen_first_and_only_its_field_follows(client: FlaskClient, world: World) -> None:
    uid = ask_of(world)
    sign_in(client, world, "cora")
    first = client.get(f"/en/asks/{uid}/end").text
    assert "Someone helped with a part of it" in first
    assert "What did you try?" not in first
    assert "Don't make the next ones either" not in first
    second = post(client, uid, step="give_up", go="choose").text
    assert "<h1>We found nobody</h1>" in second
    assert "What did you try? (if you like)" in second
    assert "Someone helped" not in second
    assert state_of_ask(uid) == "open"


def test_going_back_keeps_the_words_and_writing_down_ends_it(client: FlaskClient, world: World) -> None:
    uid = ask_of(world, repeat_days=7)
    sign_in(client, world, "cora")
    told = {"step": "give_up", "note": "Rang eight people", "stop_repeating": "y"}
    back = post(client, uid, **told, go="back").text
    assert '<input type="hidden" name="note" value="Rang eight people">' in back
    assert 'name="stop_repeating" value="y"' in back
    again = post(client, uid, **told | {"step": "withdraw"}, go="choose").text
    assert 'value="Rang eight people"' in again
    assert "Don't make the next ones either" in again
    assert post(client, uid, **told).status_code == 302
    with reading() as session:
        ask = session.query(Ask).filter_by(uid=uid).one()
        assert (ask.state.value, ask.end_note) == ("nobody", "Rang eight people")
        assert ask.repeat_until is not None


def test_without_a_choice_it_asks_for_one(client: FlaskClient, world: World) -> None:
    uid = ask_of(world)
    sign_in(client, world, "cora")
    for fields in ({"go": "choose"}, {"go": "choose", "step": "reopen"}, {}):
        answer = post(client, uid, **fields)
        assert answer.status_code == 422
        assert "Choose how it ended." in answer.text
    assert state_of_ask(uid) == "open"


def test_what_hinders_an_ending_is_said_beside_what_was_typed(client: FlaskClient, world: World) -> None:
    uid = ask_of(world)
    sign_in(client, world, "cora")
    assert post(client, uid, step="withdraw", note="Well again").status_code == 302
    answer = post(client, uid, step="fill", note="Ana did it")
    assert answer.status_code == 409
    assert 'value="Ana did it"' in answer.text


def test_who_asks_says_it_in_one_step(client: FlaskClient, world: World) -> None:
    uid = ask_of(world)
    sign_in(client, world, "ben")
    page = client.get(f"/en/asks/{uid}/end").text
    assert '<input type="hidden" name="step" value="withdraw">' in page
    assert "What did you try?" not in page
    assert post(client, uid, step="withdraw").status_code == 302
    assert state_of_ask(uid) == "withdrawn"


def test_others_learn_nothing_of_it(client: FlaskClient, world: World) -> None:
    uid = ask_of(world)
    for name in ("dov", "ana", "pia"):
        sign_in(client, world, name)
        for go in ("choose", "back", ""):
            assert post(client, uid, step="give_up", go=go).status_code == 404, name
