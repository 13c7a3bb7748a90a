"""What a member reads of their own hours, and of who acted for them."""

import re
from datetime import UTC, datetime
from uuid import UUID

import time_machine
from flask.testing import FlaskClient

from tests.architecture.sources import PACKAGE
from tests.factories import World, sign_in
from tests.unit.services.asking import ask_of
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.domain.referral_states import ReferralStep
from timebank.models.favour import ConfirmedBy
from timebank.models.member import Member
from timebank.services.books.gifts import NewGift, give, reverse_gift
from timebank.services.giving.favour_agreement import Evidence
from timebank.services.giving.favour_steps import confirm_favour, reverse_favour
from timebank.services.membership.earlier_accounts import earlier_accounts_of
from timebank.services.membership.households import part_account, share_account
from timebank.services.network.rules import decide_rule
from timebank.uow import reading, transact
from timebank.web.books import statements
from timebank.web.words import DEED_WORDS


def test_a_statement_says_its_period_and_leads_to_the_ones_beside_it(client: FlaskClient, world: World):
    sign_in(client, world, "ana")
    page = client.get("/en/hours?period=month&year=2026&month=1").text
    assert "From Thursday 1 January 2026 to Saturday 31 January 2026" in page
    assert re.search(r'period=month&amp;year=2025&amp;month=12[^"]*">December 2025<', page)
    assert re.search(r'period=month&amp;year=2026&amp;month=2[^"]*">February 2026<', page)
    page = client.get(f"/en/hours?period=year&year={now().year}").text
    assert f">{now().year - 1}</a>" in page
    assert f">{now().year + 1}</a>" not in page
    assert "Since the beginning</a>" in client.get("/en/hours?period=ever").text


def test_a_period_that_can_not_be_is_refused(client: FlaskClient, world: World):
    sign_in(client, world, "ana")
    for query in ("period=year&year=99999", "period=month&month=13", "period=month&year=0"):
        assert client.get(f"/en/hours?{query}").status_code == 422, query


def test_a_yes_by_phone_stands_among_what_was_done_for_me(client: FlaskClient, world: World):
    favour = world.logged("ana")
    heard = Evidence(ConfirmedBy.PHONE, heard_from="Ben", heard_at=world.now)
    transact(confirm_favour, favour, actor=world.actor("cora"), now=world.now, evidence=heard)
    sign_in(client, world, "ben")
    assert "Cora Peeters said yes to a favour for me, by phone" in client.get("/en/hours/for-me").text
    sign_in(client, world, "ana")
    assert "said yes to a favour" not in client.get("/en/hours/for-me").text


def test_a_gift_that_came_back_names_who_had_it(client: FlaskClient, world: World):
    world.logged("ben")
    gift = NewGift(
        from_antenna_id=world.antenna, to_antenna_id=world.antenna, minutes=30,
        from_member_id=world.members["ana"], to_member_id=world.members["ben"],
    )  # fmt: skip
    made = transact(give, gift, actor=world.actor("ana"), now=world.now)
    transact(reverse_gift, made.uid, actor=world.actor("cora"), now=world.now)
    sign_in(client, world, "ana")
    page = client.get("/en/hours?period=ever").text
    assert "Taken back: Ben P." in page
    assert "Ana P." not in page


NOTED_BY_NAME = {
    "asks.py", "gifts.py", "hours_wishes.py", "over_border.py", "proposal_answers.py", "proposal_endings.py",
    "proposals.py", "referrals.py", "stories.py", "story_photos.py",
}  # fmt: skip
"""Services that write down what they do for a member by a helper of their own."""
SAID_OF_ASKS = ("look", "fill", "fill_partly", "refer", "withdraw", "give_up")


def test_whatever_is_done_for_a_member_has_words():
    written = set()
    for path in PACKAGE.joinpath("services").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        for call in re.findall(r"write_down\((?:[^()]|\([^()]*\))*\)", text):
            name = re.match(r'write_down\(\s*session,\s*"([a-z_]+)"', call)
            if name is not None and "member_id=" in call:
                written.add(name[1])
        if path.name in NOTED_BY_NAME:
            written |= set(re.findall(r'note(?:_\w+)?\(session, \w+, "([a-z_]+)"', text))
    assert {"log_favour", "change_member", "share_account", "propose", "add_story", "make_ask"} <= written
    assert written - {"apply", "volunteer"} <= set(DEED_WORDS)
    steps = [f"ask_{step}" for step in SAID_OF_ASKS] + [f"referral_{step}" for step in ReferralStep]
    assert set(steps) <= set(DEED_WORDS)


def test_a_member_reads_what_was_done_with_their_ask(client: FlaskClient, world: World) -> None:
    ask_of(world, "ben", by="cora")
    sign_in(client, world, "ben")
    assert "wrote down what I ask" in client.get("/en/hours/for-me").text


def test_in_the_first_hour_of_a_month_it_is_the_antenna_s_month(client: FlaskClient, world: World) -> None:
    with time_machine.travel(datetime(2026, 11, 30, 23, 30, tzinfo=UTC), tick=False):
        sign_in(client, world, "ana")
        page = client.get("/en/hours?period=month").text
    assert "December 2026" in page


def shared_and_parted(world: World) -> str:
    """Ana gave an hour alone and half an hour sharing with Fay; then they parted. The address of the shared account."""
    world.logged("ben", said="1u")
    transact(share_account, world.uids["ana"], world.uids["fay"], actor=world.actor("cora"), now=world.now)
    world.logged("ben", said="30 min")
    transact(part_account, world.uids["ana"], 90, "Yes", actor=world.actor("cora"), now=world.now)
    with reading() as session:
        held = earlier_accounts_of(session, session.get_one(Member, world.members["ana"]))
    return f"/en/hours?member={world.uids['ana']}&account={held[0].uid}"


def test_earlier_accounts_stand_on_the_page_and_open_with_their_files(client: FlaskClient, world: World):
    sign_in(client, world, "ana")
    assert "Earlier accounts" not in client.get("/en/hours").text
    shared = shared_and_parted(world)
    page = client.get("/en/hours").text
    assert "Earlier accounts" in page
    assert "with Fay Peeters" in page
    assert shared.replace("&", "&amp;") in page
    page = client.get(shared).text
    assert "Hours of Ana Peeters and Fay Peeters" in page
    assert "This account was in use until" in page
    assert "Moved between accounts" in page
    csv = client.get(shared.replace("/hours?", "/hours/csv?")).text
    assert csv.count("Ben") == 1
    assert client.get(shared.replace("/hours?", "/hours/pdf?")).data.startswith(b"%PDF")
    assert f"account={shared.rpartition('=')[2]}" in re.search(r'href="([^"]*hours/xlsx[^"]*)"', page)[1]


def test_a_correction_of_before_says_on_page_and_sheet_what_it_corrects(client: FlaskClient, world: World):
    favour = world.logged("ben", said="1u", note="The windows")
    cora = world.actor("cora")
    transact(share_account, world.uids["ana"], world.uids["fay"], actor=cora, now=now())
    transact(reverse_favour, favour, "Another day", actor=cora, now=now())
    said = "Taken back, on an earlier account"
    sign_in(client, world, "ana")
    page = client.get("/en/hours?period=ever").text
    assert f"{said}: Ben P." in page
    assert "concerns Monday 23 November 2026" in page
    sheet = client.get("/en/hours/csv?period=ever").text
    assert f"{said}, The windows, concerns Monday 23 November 2026" in sheet
    sign_in(client, world, "fay")
    page = client.get("/en/hours?period=ever").text
    assert said in page
    assert "Ben" not in page.partition("<main")[2]
    assert "The windows" not in client.get("/en/hours/csv?period=ever").text


def test_a_coordinator_reads_the_same_and_nobody_else_does(client: FlaskClient, world: World):
    shared = shared_and_parted(world)
    for name, status in (
        ("cora", 200),
        ("tess", 200),
        ("ben", 404),
        ("fay", 404),
        ("dov", 404),
        ("pia", 404),
    ):
        sign_in(client, world, name)
        assert client.get(shared).status_code == status, name
        assert client.get(shared.replace("/hours?", "/hours/csv?")).status_code == status, name
    sign_in(client, world, "fay")
    assert client.get(shared.replace(str(world.uids["ana"]), str(world.uids["fay"]))).status_code == 200


def test_only_one_s_own_earlier_accounts_have_an_address(client: FlaskClient, world: World):
    shared_and_parted(world)
    sign_in(client, world, "ana")
    with reading() as session:
        accounts = [
            session.get_one(Member, world.members[name]).account.uid for name in ("ana", "fay", "ben")
        ]
    for wrong in (*accounts, UUID(int=1), "x", ""):
        assert client.get(f"/en/hours?account={wrong}").status_code == 404, wrong


def test_a_statement_on_paper_bears_its_day_in_words(client: FlaskClient, world: World, monkeypatch) -> None:
    world.logged("ana")
    monkeypatch.setattr(statements, "render_pdf", str.encode)
    sign_in(client, world, "ana")
    today = local_day(now(), "Europe/Brussels")
    page = client.get("/en/hours/pdf").text
    assert f"{today:%A} {today.day} {today:%B %Y}</div>" in page
    assert f" - {today.isoformat()}" not in page


def test_an_antenna_without_hours_says_so_and_leads_to_what_was_done(
    client: FlaskClient, world: World
) -> None:
    sign_in(client, world, "ana")
    assert "Give hours away" in client.get("/en/hours").text
    sign_in(client, world, "cora")
    assert "Give hours from the pot" in client.get("/en/antennas/heembeek").text
    told = {"decided_on": world.today, "decided_by": "the board"}
    transact(decide_rule, world.antenna, "hours_on", "no", **told, actor=world.actor("cora"), now=world.now)
    assert "Give hours from the pot" not in client.get("/en/antennas/heembeek").text
    sign_in(client, world, "ana")
    page = client.get("/en/hours").text
    assert "Your antenna writes help down without hours." in page
    assert "Give hours away" not in page
    assert "gave no hours" not in page
