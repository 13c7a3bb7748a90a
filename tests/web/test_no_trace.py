"""After an erasure nothing that leaves the database tells of the person: logs, mails, files, feeds, search.

What stands in the database is looked through in ``tests/unit/services/test_erasing.py``.
"""

import io
import logging
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path
from uuid import UUID

import pypdf
import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from python_calamine import CalamineWorkbook
from sqlalchemy import select, text

from tests.factories import NOW, TODAY, World, sign_in
from tests.unit.reporting import keep_report, release_year
from tests.unit.services.asking import ask_of, proposed
from tests.unit.services.canary import CANARY, DETAILS, lived
from tests.unit.services.test_erasing import traces
from tests.web.asking import NAMED, ROLES
from tests.web.matrix import MATRIX
from timebank.clock import now
from timebank.domain.release_states import ReleaseAudience
from timebank.extensions import db
from timebank.ledger.model import Account
from timebank.log import set_up_logging
from timebank.models.ask import Ask
from timebank.models.favour import Favour
from timebank.models.gathering import Gathering
from timebank.models.member import Member
from timebank.models.proposal import Proposal
from timebank.models.questionnaire import QuestionnaireRound
from timebank.models.referral import Referral
from timebank.models.signal import Signal
from timebank.models.story import NameShown, Story, StoryUse
from timebank.services.privacy.erasing import erase_member
from timebank.services.privacy.personal_data import favours_of, members_of
from timebank.services.promising.promises import Happening, say_it_happened
from timebank.services.promising.proposal_answers import Answer, answer_proposal
from timebank.services.signing_in.tokens import SCOPES, create_token
from timebank.services.telling.stories import add_story
from timebank.services.telling.story_checks import StoryDetails
from timebank.uow import reading, transact

NEVER_NAMED = {"release for the partner", "release for all", "report as sheet"}
"""What holds figures alone: of this nothing is told before, either."""


@pytest.fixture(autouse=True)
def that_day() -> Iterator[None]:
    with time_machine.travel(NOW + timedelta(hours=1)):
        yield


@pytest.fixture
def logs() -> Iterator[tuple[io.StringIO, io.StringIO]]:
    """What the run logs, and what it would log with another formatter."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    written, whole = io.StringIO(), io.StringIO()
    set_up_logging("INFO", written)
    root.addHandler(logging.StreamHandler(whole))
    yield written, whole
    root.handlers[:] = before
    root.setLevel(level)


def sings(told: str) -> bool:
    return CANARY.casefold() in told.casefold()


def life(app: Flask, client: FlaskClient, world: World) -> UUID:
    """Zoë took part, was mailed and written about, and left; the uid of her membership."""

    def also() -> None:
        cora, ana = world.actor("cora"), world.actor("ana")
        promise = proposed(world, ask_of(world, "zoe"), "ana")
        transact(answer_proposal, promise, Answer(yes=True, on_day=TODAY), actor=ana, now=NOW)
        said = Happening(time_said="45 min", thanks=CANARY)
        transact(say_it_happened, promise, said, actor=world.actor("zoe"), now=NOW)
        uses = (StoryUse.PUBLIC, StoryUse.REPORT)
        words = StoryDetails(CANARY, "nl", uses, TODAY + timedelta(days=300), agreed=True, witness=CANARY)
        words = replace(words, name_shown=NameShown.FULL)
        transact(add_story, world.uids["zoe"], words, actor=cora, now=NOW)
        client.post("/en/sign-in", data={"email": DETAILS.email})
        app.test_cli_runner().invoke(args=["tick"])

    return lived(world, also)


def erased(app: Flask, world: World, uid: UUID) -> None:
    transact(erase_member, uid, actor=world.actor("cora"), now=NOW + timedelta(hours=2))
    with time_machine.travel(NOW + timedelta(hours=3)):
        app.test_cli_runner().invoke(args=["tick"])


def text_of(content: bytes, kind: str) -> str:
    """The words of a file."""
    if kind == "pdf":
        return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    if kind == "xlsx":
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return str([book.get_sheet_by_name(name).to_python() for name in book.sheet_names])
    return content.decode("utf-8-sig")


def outbox(app: Flask) -> str:
    """Every mail that was kept in place of being sent."""
    kept = app.extensions["timebank_settings"].outbox_dir.glob("*.eml")
    mails = [message_from_bytes(path.read_bytes(), policy=policy.default) for path in kept]
    return "\n".join(f"{mail['To']} {mail['Subject']} {mail.get_content()}" for mail in mails)


def feed(client: FlaskClient, world: World, name: str, page: str) -> str:
    sign_in(client, world, name)
    found = re.search(r"/calendar/[\w-]+\.ics", client.post(page).text)
    assert found is not None
    return client.get(found[0]).text.replace("\r\n ", "")


def handed_out(app: Flask, client: FlaskClient, world: World, report: UUID, folder: Path) -> dict[str, str]:
    """Everything that leaves the timebank for a reader, a program or a file: what it is called, and its words."""
    path = folder / f"{len(list(folder.glob('*.zip')))}.zip"
    app.test_cli_runner().invoke(args=["archive", "export", "--antenna", "heembeek", str(path)])
    with zipfile.ZipFile(path) as zipped:
        found = {"archive": "".join(zipped.read(name).decode() for name in zipped.namelist())}
    for kind in ("csv", "xlsx", "pdf"):
        sign_in(client, world, "ana")
        found[f"statement as {kind}"] = text_of(client.get(f"/nl/hours/{kind}?period=ever").data, kind)
        sign_in(client, world, "pia")
        answer = client.get(f"/nl/reports/{report}/{kind}")
        assert answer.status_code == 200
        found["report as sheet" if kind == "xlsx" else f"report as {kind}"] = text_of(answer.data, kind)
    found["release for the partner"] = client.get("/en/partner/heembeek").text
    found["release for all"] = client.get("/en/antennas/heembeek/embed").text
    sign_in(client, world, "ana")
    found["own file of Ana"] = client.post(f"/en/members/{world.uids['ana']}/file/json").text
    found["feed of Ana"] = feed(client, world, "ana", "/en/agenda/calendar")
    found["feed of the desk"] = feed(client, world, "cora", "/en/desk/heembeek/calendar")
    found["outbox"] = outbox(app)
    found["search"] = client.get(f"/en/desk/heembeek/find?q={CANARY[:7]}").text
    return found


def test_nothing_that_is_handed_out_brings_an_erased_person_back(
    app: Flask, client: FlaskClient, world: World, tmp_path: Path
) -> None:
    uid = life(app, client, world)
    report = keep_report(world, approved=True)
    for audience in (ReleaseAudience.PARTNER, ReleaseAudience.PUBLIC):
        release_year(world, 2025, audience=audience)
    before = handed_out(app, client, world, report, tmp_path)
    assert {name for name, told in before.items() if not sings(told)} <= NEVER_NAMED
    erased(app, world, uid)
    after = handed_out(app, client, world, report, tmp_path)
    assert set(after) == set(before)
    assert [name for name, told in after.items() if sings(told)] == []
    assert all(len(told) > 20 for name, told in after.items() if name != "outbox")


def test_no_page_and_no_answer_of_the_api_tells_of_an_erased_person(
    app: Flask, client: FlaskClient, world: World
) -> None:
    uid = life(app, client, world)
    names = hers(world)
    before = pages_that_sing(client, world, names)
    assert {"/en/members/{member}", "/en/favours/{favour}", "/api/v1/asks/{ask}", "/api/v1/stories"} <= before
    assert len(before) > 40
    erased(app, world, uid)
    assert pages_that_sing(client, world, names) == set()


def pages_that_sing(client: FlaskClient, world: World, names: dict[str, UUID]) -> set[str]:
    """The rows of the matrix in which a coordinator reads of Zoë, with what is hers in their paths."""
    place = ROLES.index("cora")
    secret = transact(create_token, "walk", SCOPES, actor=world.actor("cora"), now=now())[1]
    sign_in(client, world, "cora")
    found = set()
    for (method, template), signs in MATRIX.items():
        if method != "GET" or signs[place] != "+" or not set(NAMED.findall(template)) <= set(names):
            continue
        with client.get(template.format(**names), headers={"Authorization": f"Bearer {secret}"}) as answer:
            assert answer.status_code < 500, template
            told = "" if template.endswith("pdf") else answer.data.decode("utf-8", "ignore")
        if sings(told):
            found.add(template)
    return found


def hers(world: World) -> dict[str, UUID]:
    """What the paths name, as far as it is Zoë's."""
    mine = members_of(world.people["zoe"])
    asks = select(Ask.id).where(Ask.member_id.in_(mine))
    wanted = {
        "member": select(Member.uid).where(Member.id.in_(mine)),
        "favour": select(Favour.uid).where(Favour.id.in_(favours_of(world.people["zoe"]))),
        "ask": select(Ask.uid).where(Ask.id.in_(asks)),
        "promised": select(Proposal.uid).where(Proposal.ask_id.in_(asks)),
        "referral": select(Referral.uid).where(Referral.ask_id.in_(asks)),
        "story": select(Story.uid).where(Story.member_id.in_(mine)).order_by(Story.id.desc()),
        "signal": select(Signal.uid).where(Signal.about_member_id.in_(mine)),
        "gathering": select(Gathering.uid),
        "round": select(QuestionnaireRound.uid),
        "account": select(Account.uid).where(Account.id == world.accounts["zoe"]),
    }
    with reading() as session:
        found = {name: session.scalars(query.limit(1)).one() for name, query in wanted.items()}
    return found | {"booked": found["favour"], "proposal": found["promised"]}


def test_no_line_of_the_log_names_anyone_whatever_goes_wrong(
    app: Flask, client: FlaskClient, world: World, logs: tuple[io.StringIO, io.StringIO], monkeypatch
) -> None:
    app.config["PROPAGATE_EXCEPTIONS"] = False
    settings = app.extensions["timebank_settings"]
    app.extensions["timebank_settings"] = replace(settings, mail_host="127.0.0.1", mail_port=9)
    uid = life(app, client, world)
    sign_in(client, world, "cora")
    find = f"/en/desk/heembeek/find?q={CANARY}"
    assert client.get(find).status_code == 200
    for trouble in (broken, database_error):
        monkeypatch.setattr("timebank.web.coordinating.searching.search_antenna", trouble)
        assert client.get(find).status_code >= 500
    assert client.get(f"/en/{CANARY}").status_code == 404
    assert client.post(f"/en/members/{uid}/edit", data={"given_name": "", "family_name": CANARY}).status_code
    assert (
        client.post("/api/v1/asks", json={"words": CANARY}, headers={"Authorization": CANARY}).status_code
        == 401
    )
    erased(app, world, uid)
    written, whole = (stream.getvalue() for stream in logs)
    assert sings(whole)
    assert not sings(written)
    assert written.count('"error": ') >= 2
    assert "notice not mailed" in written


def broken(*_given: object, **_more: object) -> None:
    raise RuntimeError(f"nobody called {CANARY}")


def database_error(*_given: object, **_more: object) -> None:
    with reading() as session:
        session.execute(text("SELECT * FROM nowhere WHERE name = :name"), {"name": CANARY})


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_file_of_the_database_holds_no_trace_and_nor_does_a_backup_once_it_is_brought_up_to_date(
    app: Flask, client: FlaskClient, world: World, tmp_path: Path
) -> None:
    """Of SQLite alone: what is in a server's files is the server's, and goes with its vacuum."""
    uid = life(app, client, world)
    file, backup, erased_list = (
        Path(str(db.engine.url.database)),
        tmp_path / "backup",
        tmp_path / "erased.txt",
    )
    db.engine.dispose()
    shutil.copy(file, backup)
    erased(app, world, uid)
    erased_list.write_text(app.test_cli_runner().invoke(args=["erasures"]).output)
    db.engine.dispose()
    assert not sings(file.read_bytes().decode("latin-1"))
    assert sings(backup.read_bytes().decode("latin-1"))
    assert not sings(erased_list.read_text())
    shutil.copy(backup, file)
    assert list(traces()) != []
    said = app.test_cli_runner().invoke(args=["erasures", "--replay", str(erased_list)]).output
    assert "erased again 1 of 2" in said  # her daughter, known only for her sake, went along
    assert list(traces()) == []
    db.engine.dispose()
    assert not sings(file.read_bytes().decode("latin-1"))
